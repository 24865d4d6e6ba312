"""Whom pronouns inside quotation marks denote: somebody else than who speaks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from crossread.annotate.mentions.known import Known
from crossread.annotate.mentions.pronoun_words import BODY_VERBS
from crossread.annotate.mentions.reading import Reading
from crossread.record.annotation import EntityType, Gender, Mention, MentionForm
from crossread.text.lexicon import words as lexicon_words

_SAYING = (
    BODY_VERBS | lexicon_words("human_verbs", "opinion") | frozenset(("write", "tweet", "explain", "note"))
)
# How many sentences before the pronoun may tell of whom it denotes. Tried 1 to 4.
WINDOW = 3


def antecedent(known: Known, number: int, token: int) -> int | None:
    """Return the chain of a pronoun in a quotation, None where it is not safe to say.

    The only named person of fitting gender before it in the same quoted stretch; or, where it is known who speaks, the
    only other person of whom the words before tell.
    """
    same = _same_stretch(known, number)
    named = {known.chains[n] for n in same if known.is_name(n) and known.fits(number, n)}
    if known.reading.tokens[token].dep not in ("obj", "iobj", "obl", "nmod") and len(named) == 1:
        return None if _other_before(known, number, named) else named.pop()
    if named or known.mentions[number].gender not in (Gender.MALE, Gender.FEMALE):
        return None
    return _spoken_of(known, number, token)


def _other_before(known: Known, number: int, named: set[int | None]) -> bool:
    """Whether the pronoun right before, of the same gender, denotes somebody else than who is named."""
    before = known.mentions[number - 1] if number else None
    if before is None or before.form is not MentionForm.PRONOUN:
        return False
    return before.gender is known.mentions[number].gender and known.chains[number - 1] not in named


def _same_stretch(known: Known, number: int) -> Iterator[int]:
    quotation = known.quotation_of(number)
    return takewhile(lambda other: known.quotation_of(other) == quotation, range(number - 1, -1, -1))


def _spoken_of(known: Known, number: int, token: int) -> int | None:
    """Return the only person but the speaker of whom the nearest sentence before tells that tells of anybody."""
    reading, mentions, chains, genders = known.reading, known.mentions, known.chains, known.genders
    speaker = _speaker(known, number)
    if speaker is None:
        return None
    gender, near, nearest, asides = mentions[number].gender, set[int | None](), 0, True
    own = reading.sentence_of[token]
    for other in range(number - 1, -1, -1):
        at = reading.at.get(mentions[other].span.start)
        if at is None or not _may_be_meant(reading, mentions[other], chains[other]):
            continue
        sentence = reading.sentence_of[at]
        if own - sentence > WINDOW or (near and sentence < nearest):
            break
        chain = chains[other]
        told = mentions[other].gender if chain is None else genders.get(chain)
        if chain != speaker and told in (None, gender):
            near.add(chain)
            nearest = sentence
            asides &= _is_aside(reading, mentions[other])
    found = near.pop() if len(near) == 1 and not asides else None
    if found is None or genders.get(found) is not gender:
        return None
    return found if any(known.is_name(n) for n, chain in enumerate(chains) if chain == found) else None


def _may_be_meant(reading: Reading, mention: Mention, chain: int | None) -> bool:
    """Whether a mention tells of a person whom a later pronoun may take up.

    Not a predicate ("he was an artist"), nor a pronoun of a quotation that stayed open: it is as open as this one.
    """
    if mention.type is not EntityType.PERSON or not reading.telling(mention.span.start):
        return False
    if mention.form is MentionForm.PRONOUN and chain is None:
        return reading.quotation_at(mention.span.start) is None
    token = reading.analysis.head_of(mention.span)
    return mention.form is not MentionForm.DESCRIPTION or (
        token is not None and reading.tokens[token].dep.startswith(("nsubj", "obj", "iobj", "nmod:poss"))
    )


def _is_aside(reading: Reading, mention: Mention) -> bool:
    """Whether a mention is the subject of a relative clause: "a subpoena that Cole defied" tells of something else."""
    token = reading.analysis.head_of(mention.span)
    if token is None or not reading.tokens[token].dep.startswith("nsubj"):
        return False
    return reading.tokens[reading.tokens[token].head].dep == "acl:relcl"


def _speaker(known: Known, number: int) -> int | None:
    """Return the chain of the only subject of a verb of saying outside the quotations of the paragraph."""
    paragraph = known.reading.paragraph_at(known.mentions[number].span.start)
    if paragraph is None:
        return None
    found = {
        known.chains[other]
        for other, mention in enumerate(known.mentions)
        if paragraph.start <= mention.span.start < paragraph.end
        and mention.type is EntityType.PERSON
        and known.quotation_of(other) is None
        and _says(known.reading, mention)
    }
    return found.pop() if len(found) == 1 else None


def _says(reading: Reading, mention: Mention) -> bool:
    token = reading.analysis.head_of(mention.span)
    if token is None:
        return False
    token = reading.analysis.top(token, "appos")
    return (
        reading.tokens[token].dep.startswith("nsubj")
        and reading.tokens[reading.tokens[token].head].lemma in _SAYING
    )
