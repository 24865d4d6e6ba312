"""From token ranges to acts: who the parties are, which statement carries it, and what is told twice."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.annotate.acts.clauses import Reader
from crossread.annotate.acts.diary import time_in, time_on
from crossread.annotate.acts.frames import TELLING_VERBS
from crossread.annotate.acts.joint import joint_subjects
from crossread.annotate.acts.naming import parties, party
from crossread.annotate.acts.phrases import head_of, is_agent, mention_at
from crossread.annotate.acts.shapes import Found, Tokens
from crossread.record.analysis import PLURAL, Sentence
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
from crossread.text.closed_classes import DEFINITE, FIRST_PERSON, POSSESSIVES
from crossread.text.listing import listed

# Kinds whose action tells enough where neither party is named.
SELF_TELLING = frozenset({ActKind.ARREST, ActKind.INQUIRY, ActKind.CHARGE})


def acts_of(
    reader: Reader, sentence: Sentence, found: Found, statements: tuple[ReportedStatement, ...]
) -> Iterator[Act]:
    cue = reader.span(*found.cue)
    action = reader.span(*found.action)
    statement = _carrier(cue, statements)
    subjects = joint_subjects(reader, found.subject, sentence, found.cue[0]) if found.subject else ()
    actors = [_named(reader, s, statement, statements) for s in subjects] or [None]
    if found.foretold and statement is not None and statements[statement].kind is StatementKind.DIRECT:
        return  # "“Ministers will keep digging,” said an analyst"
    unnamed = found.subject is not None and reader.word(found.subject[0]) in _UNNAMED and actors == [None]
    if unnamed and not found.spoken:
        return  # "we call on …" by nobody known, "both have urged …"
    if found.spoken:
        if statement is None or _relayed(reader, found.cue, statements[statement]):
            return
        if statements[statement].speaker is None:
            return
        actors = [statements[statement].speaker]
    own = [_self(reader, p, statement, statements) for p in _addressed(reader, sentence, found)] or [None]
    actors = [one for one in actors if one is None or _acts(reader, one)]
    first = min(cue.start, action.start)
    for named in (found.subject, found.addressee):
        if named and named[0] <= found.cue[0]:
            first = min(first, reader.tokens[named[0]].start)
    span = Span(_whole(reader.article.text, first), max(cue.end, action.end))
    asked = found.when or found.action
    days = (time_in(reader, asked), time_on(reader, asked), time_on(reader, found.action))
    due = next((day for day in days if day is not None), None) if found.dated else None
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


def _whole(text: str, start: int) -> int:
    """Return where the word begins of which a position is a part: "the | long-serving board"."""
    if "-" not in text[max(0, start - 1) : start + 1]:
        return start
    while start and (text[start - 1].isalnum() or text[start - 1] == "-"):
        start -= 1
    return start


def _acts(reader: Reader, who: Party) -> bool:
    """Whether a party is somebody, or a thing of somebody named: "the city's account", not "the poster of a show"."""
    inside = reader.analysis.tokens_in(who.span)
    head = head_of(reader, inside[0], inside[-1] + 1)
    own = (reader.tokens[i].upos for i in reader.analysis.children(head, "compound", "nmod:poss"))
    return who.mention is not None or "PROPN" in own or is_agent(reader, inside[0], inside[-1] + 1)


_UNNAMED = listed("we i both all most some")


def _addressed(reader: Reader, sentence: Sentence, found: Found) -> tuple[Party, ...]:
    """Return who is addressed: one for each of "A and B", after the cue or, as a passive's subject, before it."""
    if found.addressee is None:
        return ()
    if found.addressee[0] >= found.cue[0]:
        wished = found.spoken or reader.word(found.addressee[0] - 1) in ("for", "that")
        asked = not wished or _pointed_at(reader, found.addressee)
        return parties(reader, *found.addressee) if asked else ()
    members = joint_subjects(reader, found.addressee, sentence, found.cue[0])
    return tuple(named for member in members if (named := party(reader, *member)) is not None)


def _pointed_at(reader: Reader, words: Tokens) -> bool:
    """Whether those who should do something are asked to: not "called for all schools to close"."""
    mention = mention_at(reader, *words)
    named = mention is not None and reader.mentions[mention].form is not MentionForm.DESCRIPTION
    named = named or reader.tokens[head_of(reader, *words)].upos == "PROPN"
    return named or reader.word(words[0]) in DEFINITE | POSSESSIVES


def _relayed(reader: Reader, cue: Tokens, spoken: ReportedStatement) -> bool:
    """Whether the speaker only tells what somebody else says: "“Hill says she did not do it,” said Reed"."""
    above = [
        i
        for i in reader.analysis.ancestors(cue[1] - 1)
        if reader.word(i) in TELLING_VERBS and any(s.contains(reader.tokens[i].span) for s in spoken.spans)
    ]
    told = (i for verb in above for i in reader.analysis.children(verb, "nsubj"))
    return any(reader.word(i) not in FIRST_PERSON for i in told)


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
    word = found.span.of(reader.article.text)
    if word in ("us", "Us"):
        return None  # whoever the speaker speaks for
    if word == "US" or word.lower() not in FIRST_PERSON:
        return found
    return statements[statement].speaker if statement is not None else None


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
    several = reader.tokens[head_of(reader, inside[0], inside[-1] + 1)].tag in PLURAL
    person = speaker.mention is not None and reader.mentions[speaker.mention].type is EntityType.PERSON
    return speaker if several == (word == "they") and (several or person) else None


def distinct(acts: list[Act]) -> tuple[Act, ...]:
    """Drop an act whose cue and action another act of its kind and parties already covers."""
    kept: list[Act] = []
    for act in sorted(acts, key=lambda a: (a.span.start, -len(a.span), a.kind.value)):
        own = act.kind, act.actor, act.addressee
        alike = (k for k in kept if own == (k.kind, k.actor, k.addressee))
        if not any(act.action.overlaps(k.action) and act.cue.overlaps(k.cue) for k in alike):
            kept.append(act)
    return tuple(kept)
