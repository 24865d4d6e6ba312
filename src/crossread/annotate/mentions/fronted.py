"""Pronouns and clauses that stand before the main one: "When Weber left, she …", "Before she left, Weber …"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crossread.annotate.mentions.grammar import wholly_quoted
from crossread.annotate.mentions.pronoun_words import BODY_VERBS
from crossread.annotate.mentions.reading import Fits, Reading
from crossread.record.annotation import Gender, Mention, MentionForm
from crossread.text.listing import listed

# How many sentences of the story before the pronoun must tell of nobody else of its gender. Tried 1 to 3.
_CLEAR = 2
# Participles of questions, which may be about somebody else than who answers.
_ASKED = listed("asked challenged grilled pressed pressured questioned quizzed")


def subject_before(
    reading: Reading,
    mentions: Sequence[Mention],
    chains: Sequence[int | None],
    number: int,
    token: int,
    here: Sequence[int],
    fits: Fits,
) -> int | None:
    """Return the subject of the clause that the pronoun's own one goes on from: "When Weber left, she …".

    Nobody else may be subject or object of that clause. Not where the pronoun only tells who says it.
    """
    tokens, children = reading.tokens, reading.analysis.children
    verb = tokens[token].head
    if not tokens[token].dep.startswith("nsubj") or tokens[verb].lemma in BODY_VERBS:
        return None
    clauses = [i for i in children(verb, "advcl") if i < token and "," in reading.lower[i:token]]
    subjects = [i for clause in clauses for i in children(clause, "nsubj", "nsubj:pass") if i < token]
    if len(clauses) != 1 or len(subjects) != 1:
        return None
    fitting = [n for n in here if n < number and fits(number, n)]
    found = {chains[n] for n in fitting if _over(reading, mentions[n], subjects[0])}
    others = list(children(clauses[0], "obj", "iobj", "obl:agent"))
    rivals = {chains[n] for n in fitting for i in others if _over(reading, mentions[n], i)}
    return found.pop() if len(found) == 1 and not rivals - found else None


def _over(reading: Reading, mention: Mention, token: int) -> bool:
    return mention.span.start <= reading.tokens[token].start < mention.span.end


def subject_behind(
    reading: Reading,
    mentions: Sequence[Mention],
    chains: Sequence[int | None],
    genders: Mapping[int, Gender | None],
    number: int,
    token: int,
    fits: Fits,
) -> int | None:
    """Return the subject that a fronted phrase with the pronoun leads up to: "Before she left, Weber …".

    Only where the sentence so far and those before it tell of nobody else who may be meant.
    """
    subject = _main_subject(reading, token)
    if subject is None or "," not in reading.lower[token:subject]:
        return None
    behind = range(number + 1, len(mentions))
    named = next((n for n in behind if _over(reading, mentions[n], subject)), None)
    if named is None or mentions[named].form is not MentionForm.NAME or not fits(number, named):
        return None
    chain = chains[named]
    if chain is None or genders.get(chain) is not mentions[number].gender:
        return None
    near = _near(reading, mentions, number, named)
    return None if any(_may_be_meant(mentions, chains, genders, n, number, chain) for n in near) else chain


def _main_subject(reading: Reading, token: int) -> int | None:
    """Return the only subject of the sentence's main verb, if it stands behind `token`."""
    tokens, root = reading.tokens, token
    while tokens[root].dep != "root" and tokens[root].head != root:
        root = tokens[root].head
    asked = any(reading.lower[i] in _ASKED for i in reading.analysis.children(root, "advcl"))
    if asked:
        return None  # "Asked why he had left, his spokesman said"
    subjects = list(reading.analysis.children(root, "nsubj", "nsubj:pass"))
    return subjects[0] if len(subjects) == 1 and subjects[0] > token and root > token else None


def _near(reading: Reading, mentions: Sequence[Mention], number: int, named: int) -> Iterator[int]:
    """Yield the mentions of the sentence up to the name, and of the sentences of the story before it."""
    sentence = reading.sentence_of[reading.at[mentions[number].span.start]]
    floor = sentence
    for _ in range(_CLEAR):
        floor -= 1
        while floor > 0 and wholly_quoted(reading, floor):
            floor -= 1
    start = reading.analysis.sentences[max(floor, 0)].start
    for other in range(named - 1, -1, -1):
        if mentions[other].span.start < start:
            return
        if reading.quotation_at(mentions[other].span.start) is None:
            yield other


def _may_be_meant(
    mentions: Sequence[Mention],
    chains: Sequence[int | None],
    genders: Mapping[int, Gender | None],
    other: int,
    number: int,
    chain: int,
) -> bool:
    """Whether a mention may be of another person whom the pronoun denotes.

    Somebody only described, of a gender that nothing tells, may well be the subject himself.
    """
    mention, of = mentions[other], chains[other]
    if mention.type is not mentions[number].type or mention.plural or of == chain or other == number:
        return False
    told = mention.gender if of is None else genders.get(of)
    if mention.form is MentionForm.NAME:
        return told in (None, mentions[number].gender)
    return told is mentions[number].gender
