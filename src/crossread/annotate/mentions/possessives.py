"""Whose "his" and "her" are where the sentence itself tells: "Weber and her aides", "In her speech, Weber said"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from crossread.annotate.mentions.reading import Fits, Reading
from crossread.record.analysis import FINITE
from crossread.record.annotation import Mention, MentionForm

# "Weber and her", "Weber (R-Ohio) and her".
_AND = re.compile(r"(?:\s\([^()]{1,30}\)|,\s[DRI]-[A-Z][\w.]+,)?\s(?:and|with)\s")


def owner(
    reading: Reading,
    mentions: Sequence[Mention],
    chains: Sequence[int | None],
    number: int,
    before: Iterable[int],
    fits: Fits,
) -> int | None:
    """Return the chain of whoever owns, None where the sentence does not tell.

    `before` are the mentions of the pronoun's sentence that come before it, `fits` tells whether one may be meant.
    """
    token = reading.analysis.head_of(mentions[number].span)
    if token is None or reading.tokens[token].tag != "PRP$":
        return None
    if number > 0 and _joined(reading, mentions, number) and fits(number, number - 1):
        return chains[number - 1]
    bearer = _bearer(reading, mentions, token, number)
    if bearer is not None and fits(number, bearer):
        known = [mentions[n].gender for n in before if fits(number, n) and n != bearer]
        surer = mentions[number].gender in known and mentions[bearer].gender is not mentions[number].gender
        return None if surer else chains[bearer]  # "Anna replied to Cole's attacks on her"
    subject = _subject_led_up_to(reading, mentions, token, number)
    if subject is None or not fits(number, subject) or any(fits(number, other) for other in before):
        return None
    return chains[subject]


def _bearer(reading: Reading, mentions: Sequence[Mention], token: int, number: int) -> int | None:
    """Return the mention right before the pronoun whose the noun is that its phrase tells of: "Weber's tale of her"."""
    tokens, head = reading.tokens, reading.tokens[token].head
    if number == 0 or tokens[head].dep != "nmod":
        return None
    before = mentions[number - 1].span
    owners = reading.analysis.children(tokens[head].head, "nmod:poss")
    return number - 1 if any(before.start <= tokens[i].start < before.end for i in owners) else None


def _joined(reading: Reading, mentions: Sequence[Mention], number: int) -> bool:
    """Whether a name is joined with what is its bearer's: "Weber and her"."""
    name = mentions[number - 1]
    gap = reading.text[name.span.end : mentions[number].span.start]
    return name.form is MentionForm.NAME and _AND.fullmatch(gap) is not None


def _subject_led_up_to(reading: Reading, mentions: Sequence[Mention], token: int, number: int) -> int | None:
    """Return the name behind a comma that is the subject of the clause which the pronoun's phrase leads up to."""
    tokens, children = reading.tokens, reading.analysis.children
    root = token
    while tokens[root].dep != "root" and tokens[root].head != root:
        if tokens[root].tag in FINITE or any(children(root, "nsubj", "cop")):
            return None
        root = tokens[root].head
    subjects = [index for index in children(root, "nsubj") if index > token]
    if len(subjects) != 1:
        return None
    start = tokens[subjects[0]].start
    for other in range(number + 1, len(mentions)):
        mention = mentions[other]
        if mention.span.start <= start < mention.span.end and mention.form is MentionForm.NAME:
            return other if "," in reading.text[mentions[number].span.end : mention.span.start] else None
    return None
