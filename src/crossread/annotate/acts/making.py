"""From token ranges to acts: who the parties are, which statement carries it, and what is told twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossread.annotate.acts.clauses import Reader
from crossread.annotate.acts.diary import time_in
from crossread.annotate.acts.joint import joint_subjects
from crossread.annotate.acts.naming import parties, party
from crossread.annotate.acts.phrases import OFFICIALS, head_of
from crossread.annotate.acts.shapes import Found, Tokens
from crossread.record.analysis import Sentence
from crossread.record.annotation import (
    Act,
    ActKind,
    EntityType,
    MentionForm,
    Party,
    ReportedStatement,
    StatementKind,
)
from crossread.record.span import Span
from crossread.text.closed_classes import FIRST_PERSON
from crossread.text.listing import listed

# Years before an account from which on a deed is history to it: what lies within is told as what led to the news,
# and the line says when it was. Read on annotated stories, whose annotators go back that far; not tuned.
_HISTORY = 5


def _long_ago(reader: Reader, span: Span, *, ago: bool = False) -> bool:
    """Whether a time in `span` lies many years before the article; with `ago` only one that counts back."""
    published = reader.article.published
    for time in reader.times:
        if not span.overlaps(time.span):
            continue
        form = time.form
        back = -(form.steps or 0)
        if back > 0 and (form.unit in ("decade", "century") or (form.unit == "year" and back > _HISTORY)):
            return True
        if not ago and form.year is not None and published and form.year < published.earliest.year - _HISTORY:
            return True
    return False


# Kinds whose own clause dates them, so that a year in it is theirs.
ON_RECORD = frozenset(
    {
        ActKind.INQUIRY,
        ActKind.ARREST,
        ActKind.COURT,
        ActKind.RESIGNATION,
        ActKind.DECISION,
        ActKind.OPPOSITION,
        ActKind.REFUSAL,
        ActKind.APOLOGY,
    }
)
# Kinds whose action tells enough where neither party is named.
SELF_TELLING = frozenset({ActKind.ARREST, ActKind.INQUIRY, ActKind.CHARGE})


def acts_of(
    reader: Reader, sentence: Sentence, found: Found, statements: tuple[ReportedStatement, ...]
) -> Iterator[Act]:
    cue = reader.span(*found.cue)
    action = reader.span(_word_start(reader, found.action[0]), found.action[1])
    statement = _carrier(cue, statements)
    subjects = joint_subjects(reader, found.subject, sentence, found.cue[0]) if found.subject else ()
    actors = [_named(reader, s, statement, statements) for s in subjects] or [None]
    unnamed = found.subject is not None and reader.word(found.subject[0]) in _UNNAMED and actors == [None]
    if unnamed and not found.spoken:
        return  # "we call on …" by nobody known, "both have urged …"
    if found.spoken:
        speaker = None if statement is None else statements[statement].speaker
        if statement is None or speaker is None or _LAW.search(speaker.span.of(reader.article.text)):
            return  # "the clerk must sign it, according to the charter": a rule
        if _told_by_another(reader, found, statements[statement]) or _thought(reader, statements[statement]):
            return
        actors = [statements[statement].speaker]
    if found.subject is not None and (
        _outside(reader, found, statement, statements) or _anybody(reader, found.kind, found.subject)
    ):
        return
    own = [_self(reader, p, statement, statements) for p in _addressed(reader, sentence, found)] or [None]
    first = min(cue.start, action.start)
    for named in (found.subject, found.addressee):
        if named and named[0] <= found.cue[0]:
            first = min(first, reader.tokens[named[0]].start)
    span = Span(first, max(cue.end, action.end))
    until = span.end if found.kind in ON_RECORD else cue.end
    if _long_ago(reader, Span(sentence.start, until)) or _long_ago(reader, span, ago=True):
        return
    due = time_in(reader, found.when or found.action) if found.dated else None
    alone = (
        found.kind in SELF_TELLING
        or (found.kind is ActKind.SCHEDULED and due is not None)
        or (found.kind is ActKind.DECISION and found.action < found.cue)
    )
    if not alone and not any((*actors, *own)):
        return
    for actor in actors:
        for addressee in own:
            yield Act(found.kind, span, cue, action, actor, addressee, due, statement)


def _outside(
    reader: Reader, found: Found, statement: int | None, statements: tuple[ReportedStatement, ...]
) -> bool:
    """Whether a deed inside a quotation has its doer outside, by a participle: “the goal: outlawing it,” Hill said."""
    if found.subject is None or statement is None or reader.tokens[found.cue[0]].tag != "VBG":
        return False
    spoken = statements[statement]
    doer = reader.span(*found.subject)
    return spoken.kind is StatementKind.DIRECT and not any(part.overlaps(doer) for part in spoken.spans)


# Kinds that bind the one who acts: those of nobody in particular are a habit or a forecast.
_BINDING = frozenset({ActKind.COMMITMENT, ActKind.DECISION, ActKind.REFUSAL})


def _anybody(reader: Reader, kind: ActKind, subject: Tokens) -> bool:
    """Whether a binding act is told of a kind of people, nobody in particular: "countries (like Ruritania)", "thousands
    of workers", but not of crowds that act for a body ("lawmakers")."""
    head = head_of(reader, *subject)
    if (
        kind not in _BINDING
        or reader.tokens[head].tag != "NNS"
        or reader.word(head) in OFFICIALS | {"voters"}
    ):
        return False
    counted = any(reader.word(i) in _COUNTING for i in range(*subject))
    return counted or all(reader.word(i) in _LIKE for i in _modifiers(reader, head))


def _modifiers(reader: Reader, noun: int) -> Iterator[int]:
    """Yield the words that say which ones a noun means; of a phrase behind it, its preposition."""
    yield from reader.analysis.children(
        noun, "det", "amod", "compound", "nummod", "nmod:poss", "acl", "acl:relcl"
    )
    for behind in reader.analysis.children(noun, "nmod"):
        yield from reader.analysis.children(behind, "case")


_COUNTING = listed("tens hundreds thousands millions")
_LIKE = listed("like including as such")


_UNNAMED = listed("we i both all most some")
# What one decides or thinks is asked of nobody.
_THINKING = listed(
    "decide agree conclude know think believe feel consider find determine realise realize note acknowledge concede "
    "recall observe learn understand"
)


def _thought(reader: Reader, statement: ReportedStatement) -> bool:
    inside = () if statement.cue is None else reader.analysis.tokens_in(statement.cue)
    return any(reader.tokens[i].lemma in _THINKING for i in inside)


def _word_start(reader: Reader, index: int) -> int:
    """Return the first token of the word tied by hyphens that a token ends: "ship-to- | ship transfers"."""
    if index and reader.word(index) == "-" and _tied(reader, index):
        index -= 1
    while index > 1 and reader.word(index - 1) == "-" and _tied(reader, index - 1) and _tied(reader, index):
        index -= 2
    return index


def _tied(reader: Reader, index: int) -> bool:
    return reader.tokens[index - 1].end == reader.tokens[index].start


def _told_by_another(reader: Reader, found: Found, statement: ReportedStatement) -> bool:
    """Whether another verb than the statement's own governs it: "the board found that she should go, he said"."""
    token = reader.tokens[found.cue[1] - 1]
    if token.dep.split(":")[0] != "ccomp" or statement.cue is None:
        return False
    return not statement.cue.overlaps(reader.tokens[token.head].span)


def _addressed(reader: Reader, sentence: Sentence, found: Found) -> tuple[Party, ...]:
    """Return who is addressed: one for each of "A and B", after the cue or, as a passive's subject, before it."""
    if found.addressee is None:
        return ()
    if found.addressee[0] >= found.cue[0]:
        return parties(reader, *found.addressee)
    members = joint_subjects(reader, found.addressee, sentence, found.cue[0])
    return tuple(named for member in members if (named := party(reader, *member)) is not None)


def _carrier(cue: Span, statements: tuple[ReportedStatement, ...]) -> int | None:
    """Return the shortest statement whose words hold the cue."""
    holding = [
        (sum(map(len, s.spans)), i)
        for i, s in enumerate(statements)
        if any(part.contains(cue) for part in s.spans)
    ]
    return min(holding)[1] if holding else None


def _named(
    reader: Reader, tokens: Tokens, statement: int | None, statements: tuple[ReportedStatement, ...]
) -> Party | None:
    found = party(reader, *tokens)
    teller = None if found is None or statement is None else _teller(reader, found, statements[statement])
    return teller or (_self(reader, found, statement, statements) if found else None)


def _self(
    reader: Reader, found: Party, statement: int | None, statements: tuple[ReportedStatement, ...]
) -> Party | None:
    """Return the speaker for "I", "we", "me", "us" inside speech; nobody where the speaker is unknown."""
    if found.span.of(reader.article.text).lower() == "us":
        return None  # whoever the speaker speaks for
    if found.span.of(reader.article.text).lower() not in FIRST_PERSON:
        return found
    speaker = statements[statement].speaker if statement is not None else None
    if speaker is None or _WRITING.search(speaker.span.of(reader.article.text)):
        return None
    ours = found.span.of(reader.article.text).lower() == "we"
    return (
        None if ours and _SPEAKING_FOR.search(reader.article.text[: speaker.span.end][-_ROLE:]) else speaker
    )


def _teller(reader: Reader, found: Party, spoken: ReportedStatement) -> Party | None:
    """Return who speaks for "he" or "they" within what he or they are told to have said, where it names nobody else."""
    word, speaker = found.span.of(reader.article.text).lower(), spoken.speaker
    if word not in ("he", "she", "they") or speaker is None or spoken.kind is StatementKind.DIRECT:
        return None
    chain = None if found.mention is None else reader.mentions[found.mention].chain
    if chain is not None and any(
        m.chain == chain and m.form is not MentionForm.PRONOUN for m in reader.mentions
    ):
        return None
    inside = reader.analysis.tokens_in(speaker.span)
    several = reader.tokens[head_of(reader, inside[0], inside[-1] + 1)].tag in ("NNS", "NNPS")
    person = speaker.mention is not None and reader.mentions[speaker.mention].type is EntityType.PERSON
    return speaker if several == (word == "they") and (several or person) else None


_LAW = re.compile(r"\b(?:constitution|charter|statute|law|code|rules?|act)$", re.IGNORECASE)
# "We" of a spokesman is whom he speaks for: who that is stands elsewhere.
_SPEAKING_FOR = re.compile(r"\bspokes(?:man|woman|person)\b", re.IGNORECASE)
_ROLE = 60  # code points up to the end of a speaker's name in which the role stands


# A writing speaks for somebody, but takes nothing on itself: "we will pay" in "the statement".
_WRITING = re.compile(
    r"\b(?:statement|letter|memo|report|email|e-mail|tweet|post|message|petition|document|lawsuit)s?$",
    re.IGNORECASE,
)


# Kinds that somebody only says were not done, where a denial tells of them.
_DENIABLE = frozenset(ActKind) - {ActKind.DENIAL, ActKind.INQUIRY}


def undenied(acts: list[Act]) -> list[Act]:
    """Drop what an act of denial says was not done: "denied that he asked her to stop"."""
    denied = [a.action for a in acts if a.kind is ActKind.DENIAL]
    kept = [a for a in acts if a.kind not in _DENIABLE or not any(d.contains(a.cue) for d in denied)]
    return [a for a in kept if not any(_spelt(a, other) for other in kept if _within(a, other))]


def _spelt(act: Act, other: Act) -> bool:
    """Whether an act within another one is nobody's deed, or only says what a ruling or order of the same one asks."""
    return _nobodys(act) or (
        act.kind is ActKind.DEMAND
        and other.kind in (ActKind.COURT, ActKind.DECISION)
        and act.actor is not None
        and other.actor is not None
    )


def _nobodys(act: Act) -> bool:
    return act.kind is ActKind.DECISION and act.actor is None and act.addressee is None


def _within(act: Act, other: Act) -> bool:
    """Whether an act is only what another one is about: "the court ruled that the right was ended"."""
    return other is not act and other.action.contains(act.cue) and other.span != act.span


def distinct(acts: list[Act]) -> tuple[Act, ...]:
    """Drop an act whose cue and action another act of its kind and parties already covers."""
    kept: list[Act] = []
    for act in sorted(acts, key=lambda a: (a.span.start, -len(a.span), a.kind.value)):
        twin = any(
            act.kind is k.kind and act.action.overlaps(k.action) and act.cue.overlaps(k.cue) and _same(act, k)
            for k in kept
        )
        if not twin:
            kept.append(act)
    return tuple(kept)


def _same(one: Act, other: Act) -> bool:
    return one.actor == other.actor and one.addressee == other.addressee
