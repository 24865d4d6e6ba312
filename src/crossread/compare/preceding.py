"""What a statement points back at: "That was wrong" is shown with what was told before it, "she" with a name.

What a speaker takes up stands in the sentence's own lead ("Asked about the pier, she said: …") or in the sentence
before it. Those words are shown beside the statement, exact and unjudged. Only whom the account's own chains settle,
by a pronoun for one person, is named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from crossread.compare.cast import Cast
from crossread.compare.claims.pointing import unplaced
from crossread.compare.introduced import meant_in
from crossread.compare.once import timed
from crossread.record.analysis import PLURAL, Analysis, Sentence
from crossread.record.annotation import Account, EntityType, MentionForm, StatementKind
from crossread.record.dossier import Meant, Speaker, Statement
from crossread.record.span import Evidence, Span, trimmed
from crossread.text.closed_classes import DEFINITE, OF_ONE_PERSON, REFLEXIVE, THIRD_PERSON
from crossread.text.listing import listed

# The longest words shown before a statement, in code points: what a reader takes in beside a quotation. Of the
# sentences of 60 stories of development 2 in 100 are longer.
LONGEST = 320
# The fewest words of a quotation that say what they are about, where they are an answer: "Absolutely not".
_ANSWER = 4

_ANSWERING = listed(
    "yes no yeah yep nope absolutely definitely never exactly correct true right sure ok maybe not"
)
# What shares are taken from: a sentence that names one is of all that follow.
INQUIRIES = frozenset({"poll", "survey", "study", "census"})
# How many sentences are looked back over for the one that tells which "the bill" is.
_WINDOW = 3
_OF_SEVERAL = listed("they them their theirs themselves")
_POINTING = THIRD_PERSON | REFLEXIVE
_BREAKS = " \t\n“”\"‘’',:;–—-"


def with_preceding(
    statements: Sequence[Statement], accounts: Sequence[Account], cast: Cast
) -> tuple[Statement, ...]:
    """Return the statements, each whose words point back with the words before it in the account that is shown."""
    by_id = {account.id: account for account in accounts}
    return tuple(_with_preceding(statement, by_id, cast) for statement in statements)


def _with_preceding(statement: Statement, accounts: Mapping[str, Account], cast: Cast) -> Statement:
    shown = next((w.evidence for w in statement.wordings if statement.text in w.text), statement.evidence)
    first = min(shown, key=lambda e: e.start)
    account = accounts[first.article]
    voice = _voice(statement.speaker, accounts, cast)
    statement = replace(statement, meant=(*voice, *_meant(account, shown, statement, cast)))
    told = _told_first(account, first.span)
    left = _left_open(account, told, statement, cast) if told else frozenset()
    poll = None if voice else _poll(account, statement)
    if left is not None and not left and poll is None:
        return statement
    before = poll or _preceding(account, first.span, statement, left or frozenset())
    if before is None:
        return statement
    meant = tuple(
        one for one in statement.meant if one.told is None or not before.span.contains(one.told.span)
    )
    return replace(statement, before=before, meant=meant)


def _voice(speaker: Speaker | None, accounts: Mapping[str, Account], cast: Cast) -> tuple[Meant, ...]:
    """Return what the words for a speaker who goes by no name mean: "the report [a 2004 report on dredging]"."""
    if speaker is None or speaker.name is None or speaker.entity is not None or speaker.mention is None:
        return ()
    account = accounts[speaker.mention.article]
    return meant_in(account, [speaker.mention.span], cast, (), pronouns=True)


def _meant(
    account: Account, shown: Sequence[Evidence], statement: Statement, cast: Cast
) -> tuple[Meant, ...]:
    """Return whom and what words of a statement mean; nobody where the speaker is not known, who may be meant."""
    speaker = statement.speaker
    known = None if speaker is None or speaker.name is None else {speaker.entity or ""}
    parts = [e.span for e in shown if e.article == account.id]
    mention = speaker.mention if speaker else None
    said_by = mention.span if mention and mention.article == account.id else None
    return meant_in(account, parts, cast, known, speaker=said_by, pronouns=True)


def _told_first(account: Account, words: Span) -> range:
    """Return the tokens of the words up to the end of their first sentence: what follows leans on that."""
    inside = account.analysis.tokens_in(words)
    sentence = account.analysis.sentence_at(words.start)
    return range(inside.start, min(inside.stop, sentence.last)) if sentence and inside else range(0)


def _left_open(account: Account, told: range, statement: Statement, cast: Cast) -> frozenset[str] | None:
    """Return the nouns that only what comes before explains: "the bill"; None where anything else points there.

    So does a speaker who is not named: "they wrote".
    """
    quoting = statement.kind is StatementKind.DIRECT
    unnamed = statement.speaker is None or statement.speaker.name is None
    if unnamed or (quoting and _answers(account.analysis, told)):
        return None
    own = _explained(account, told, statement, cast)
    named = {i for one in statement.meant for i in account.analysis.tokens_in(one.mention.span)}
    return unplaced(account, told.start, told.stop, own, quoting=quoting, objects=not quoting, aside=named)


def _answers(analysis: Analysis, told: range) -> bool:
    """Whether the words answer what was asked: "Absolutely not", "No, never"."""
    said = [analysis.lower[i] for i in told if analysis.tokens[i].upos != "PUNCT"]
    return bool(said) and (
        said[0] in ("yes", "no", "because") or (len(said) <= _ANSWER and said[0] in _ANSWERING)
    )


def _explained(account: Account, told: range, statement: Statement, cast: Cast) -> frozenset[int]:
    """Return the pronouns for the speaker and for those named beside the words.

    In reported speech also those of the speaker's kind that nobody else is known for.
    """
    speaker = statement.speaker.entity if statement.speaker else None
    meant = {*(who.entity for who in statement.meant), speaker} - {None}
    open_ones = (
        frozenset[str]() if statement.kind is StatementKind.DIRECT else _own_words(account, statement, cast)
    )
    found = set[int]()
    for index in told:
        word = account.analysis.lower[index]
        entity = _denoted(account, account.analysis.tokens[index].span, cast) if word in _POINTING else None
        if entity in meant or (entity is None and word in open_ones):
            found.add(index)
    return frozenset(found)


def _own_words(account: Account, statement: Statement, cast: Cast) -> frozenset[str]:
    """Return the pronouns that may stand for the speaker: "she" for a person, "they" for several."""
    speaker = statement.speaker
    entity = cast.entity(speaker.entity) if speaker and speaker.entity else None
    if entity is not None and entity.type is EntityType.PERSON:
        return OF_ONE_PERSON
    mention = speaker.mention if speaker else None
    head = account.analysis.head_of(mention.span) if mention and mention.article == account.id else None
    if head is not None and (
        account.analysis.tokens[head].tag in PLURAL or account.analysis.lower[head] == "police"
    ):
        return _OF_SEVERAL
    return THIRD_PERSON - OF_ONE_PERSON


def _denoted(account: Account, pronoun: Span, cast: Cast) -> str | None:
    mentions = account.annotation.mentions
    numbers = (n for n in account.mentions_in(pronoun) if mentions[n].form is MentionForm.PRONOUN)
    return next((cast.of.get((account.id, number)) for number in numbers), None)


def _poll(account: Account, statement: Statement) -> Evidence | None:
    """Return the sentence that tells which poll "the survey" is that says something."""
    mention = statement.speaker.mention if statement.speaker else None
    head = account.analysis.head_of(mention.span) if mention and mention.article == account.id else None
    if mention is None or head is None or account.analysis.tokens[head].lemma not in INQUIRIES:
        return None
    if mention.text.split()[0].lower() not in DEFINITE:
        return None  # "another survey"
    sentence = account.analysis.sentence_at(mention.start)
    return None if sentence is None else sentence_before(account, sentence, INQUIRIES)


def _preceding(account: Account, words: Span, statement: Statement, nouns: frozenset[str]) -> Evidence | None:
    """Return the words before some: the lead of their sentence where it tells something, else a sentence before.

    That is the nearest that has one of `nouns`, where there are any. None where nothing is told before, or only in
    words too long to be shown.
    """
    sentence = account.analysis.sentence_at(words.start)
    if sentence is None:
        return None
    if not nouns and _names(account, statement.cue):
        return None  # "said the mayor had lost | her vote"
    parties = [e.span for e in _framing(statement) if e.article == account.id]
    if nouns or not _tells(account, sentence, words.start, parties):
        return sentence_before(account, sentence, nouns)
    lead = account.text[sentence.start : words.start].rstrip(_BREAKS)
    return _shown(account, Span(sentence.start, sentence.start + len(lead)))


def _names(account: Account, cue: Evidence | None) -> bool:
    """Whether the words that report a statement, which are shown with it, name somebody or something."""
    if cue is None or cue.article != account.id:
        return False
    tokens = account.analysis.tokens
    return any(tokens[i].upos in {"NOUN", "PROPN"} for i in account.analysis.tokens_in(cue.span))


def _framing(statement: Statement) -> list[Evidence]:
    """Return the words that say who said it, how and to whom."""
    parties = (
        statement.speaker,
        statement.addressee,
        statement.channel,
        statement.venue,
        statement.relayed_by,
    )
    found = [party.mention for party in parties if party is not None]
    return [evidence for evidence in (*found, statement.cue) if evidence is not None]


def _tells(account: Account, sentence: Sentence, end: int, parties: Sequence[Span]) -> bool:
    """Whether a sentence tells something before `end`, beside who speaks, when, and to whom."""
    analysis = account.analysis
    nouns = [
        i
        for i in range(sentence.first, sentence.last)
        if analysis.tokens[i].end <= end and analysis.tokens[i].upos in {"NOUN", "PROPN"}
    ]
    told = [i for i in nouns if i not in timed(account)]
    apart = [i for i in told if not any(part.overlaps(analysis.tokens[i].span) for part in parties)]
    clauses = {"advcl", "acl", "acl:relcl", "conj", "parataxis", "obl", "ccomp"}
    return any(
        analysis.tokens[j].dep in clauses and analysis.tokens[j].end <= end
        for i in apart
        for j in (i, *analysis.ancestors(i))
    )


def sentence_before(account: Account, sentence: Sentence, nouns: frozenset[str]) -> Evidence | None:
    """Return the nearest sentence before one that has one of `nouns`, or the one before it where there are none."""
    told = account.sentences
    at = next((n for n, one in enumerate(told) if one.start == sentence.start), 0)
    for before in reversed(told[max(0, at - _WINDOW) : at]):
        tokens = account.analysis.tokens[before.first : before.last]
        named = {token.lemma.lower() for token in tokens if token.upos in {"NOUN", "PROPN"}}
        if named & nouns if nouns else named:
            return _shown(account, before.span)
    return None


def _shown(account: Account, span: Span) -> Evidence | None:
    whole = trimmed(account.text, span)
    return account.evidence(whole) if 0 < len(whole) <= LONGEST else None
