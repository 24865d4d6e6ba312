"""Pronouns of which the clause itself tells whom they denote.

Whose "his" and "her" are ("Weber and her aides", "In her speech, Weber said"), whom a relative clause is about ("Ms
Weber, whose … after she …"), and which clause a main one goes on from ("When Weber left, she …") or is led up to by
("Before she left, Weber …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossread.annotate.mentions.known import Known
from crossread.annotate.mentions.pronoun_words import BODY_VERBS
from crossread.annotate.mentions.reading import Reading
from crossread.record.analysis import FINITE
from crossread.record.annotation import MentionForm
from crossread.text.listing import listed

# "Weber and her", "Weber (R-Ohio) and her".
_AND = re.compile(r"(?:\s\([^()]{1,30}\)|,\s[DRI]-[A-Z][\w.]+,)?\s(?:and|with)\s")
_COMPLEMENT = re.compile(r"\b(?:of|for)\b")
# How many tokens brackets behind a name may hold, and how many mentions stand between it and a relative clause.
_BRACKETS, _NEAR = 12, 12
# How many sentences of the story before a fronted pronoun must tell of nobody else of its gender. Tried 1 to 3.
_CLEAR = 2
# Participles of questions, which may be about somebody else than who answers.
_ASKED = listed("asked challenged grilled pressed pressured questioned quizzed")


def owner(known: Known, number: int, token: int) -> int | None:
    """Return the chain of whoever owns, None where the sentence does not tell."""
    if known.reading.tokens[token].tag != "PRP$":
        return None
    if number > 0 and _joined(known, number) and known.fits(number, number - 1):
        return known.chains[number - 1]
    before, mentions = known.here(token), known.mentions
    bearer = _bearer(known, token, number)
    if bearer is not None and known.fits(number, bearer):
        genders = [mentions[n].gender for n in before if known.fits(number, n) and n != bearer]
        surer = mentions[number].gender in genders and mentions[bearer].gender is not mentions[number].gender
        return None if surer else known.chains[bearer]  # "Anna replied to Cole's attacks on her"
    subject = _subject_led_up_to(known, token, number)
    if subject is None or not known.fits(number, subject) or any(known.fits(number, n) for n in before):
        return None
    return known.chains[subject]


def _bearer(known: Known, token: int, number: int) -> int | None:
    """Return the mention right before the pronoun whose the noun is that its phrase tells of: "Weber's tale of her"."""
    tokens, head = known.reading.tokens, known.reading.tokens[token].head
    if number == 0 or tokens[head].dep != "nmod":
        return None
    owners = known.reading.analysis.children(tokens[head].head, "nmod:poss")
    return number - 1 if any(known.covers(number - 1, i) for i in owners) else None


def _joined(known: Known, number: int) -> bool:
    """Whether a name is joined with what is its bearer's: "Weber and her"."""
    gap = known.reading.text[known.mentions[number - 1].span.end : known.mentions[number].span.start]
    return known.is_name(number - 1) and _AND.fullmatch(gap) is not None


def _subject_led_up_to(known: Known, token: int, number: int) -> int | None:
    """Return the name behind a comma that is the subject of the clause which the pronoun's phrase leads up to."""
    tokens, children = known.reading.tokens, known.reading.analysis.children
    root = token
    while tokens[root].head != root:
        if tokens[root].tag in FINITE or any(children(root, "nsubj", "cop")):
            return None
        root = tokens[root].head
    subjects = [index for index in children(root, "nsubj") if index > token]
    if len(subjects) != 1:
        return None
    behind = range(number + 1, len(known.mentions))
    other = next((n for n in behind if known.is_name(n) and known.covers(n, subjects[0])), None)
    if other is None:
        return None
    between = known.reading.text[known.mentions[number].span.end : known.mentions[other].span.start]
    return other if "," in between else None


def described(known: Known, number: int, token: int) -> int | None:
    """Return the chain that the relative clause around the pronoun is about: "Ms Weber, whose … after she …".

    Told by the words, not by the parse, which often hangs the clause on another noun.
    """
    lower, sentence = known.reading.lower, known.reading.sentence(token)
    if sentence is None or lower[token - 1] in (",", "who"):
        return None  # "Weber, who he called a friend"
    for index in range(token - 1, sentence.first, -1):
        if lower[index] in ("and", "but", "so", "then") and lower[index - 1] == ",":
            return None  # "…, who had left, and so he"
        if lower[index] in ("who", "whose"):
            return _ends_at(known, number, known.reading.tokens[_before_relative(known.reading, index)].end)
    return None


def _before_relative(reading: Reading, index: int) -> int:
    """Return the token that "who" follows, past a comma and brackets: "Jon Cole (R-Ky.), who"."""
    lower = reading.lower
    end = index - 2 if lower[index - 1] == "," else index - 1
    if lower[max(end, 0)] == ")":
        end = next((i - 1 for i in range(end, max(0, end - _BRACKETS), -1) if lower[i] == "("), end)
    return max(end, 0)


def _ends_at(known: Known, number: int, position: int) -> int | None:
    """Return the chain of the fitting mention that ends at `position`, if no other person comes after it."""
    for other in range(number - 1, max(-1, number - _NEAR), -1):
        mention = known.mentions[other]
        if mention.span.end == position:
            whole = not _COMPLEMENT.search(mention.name)  # not "the lawyer for the family who"
            return known.chains[other] if whole and known.fits(number, other) else None
        if mention.span.end < position:
            return None
        if known.fits(number, other) and mention.form is not MentionForm.PRONOUN:
            return None
    return None


def subject_before(known: Known, number: int, token: int) -> int | None:
    """Return the subject of the clause that the pronoun's own one goes on from: "When Weber left, she …".

    Nobody else may be subject or object of that clause. Not where the pronoun only tells who says it.
    """
    tokens, children = known.reading.tokens, known.reading.analysis.children
    verb = tokens[token].head
    if not tokens[token].dep.startswith("nsubj") or tokens[verb].lemma in BODY_VERBS:
        return None
    clauses = [i for i in children(verb, "advcl") if i < token and "," in known.reading.lower[i:token]]
    subjects = [i for clause in clauses for i in children(clause, "nsubj", "nsubj:pass") if i < token]
    if len(clauses) != 1 or len(subjects) != 1:
        return None
    fitting = [n for n in known.here(token) if known.fits(number, n)]
    found = {known.chains[n] for n in fitting if known.covers(n, subjects[0])}
    others = list(children(clauses[0], "obj", "iobj", "obl:agent"))
    rivals = {known.chains[n] for n in fitting if any(known.covers(n, i) for i in others)}
    return found.pop() if len(found) == 1 and not rivals - found else None


def subject_behind(known: Known, number: int, token: int) -> int | None:
    """Return the subject that a fronted phrase with the pronoun leads up to: "Before she left, Weber …".

    Only where the sentence so far and those before it tell of nobody else who may be meant.
    """
    subject = _main_subject(known.reading, token)
    if subject is None or "," not in known.reading.lower[token:subject]:
        return None
    behind = range(number + 1, len(known.mentions))
    named = next((n for n in behind if known.covers(n, subject)), None)
    if named is None or not known.is_name(named) or not known.fits(number, named):
        return None
    chain = known.chains[named]
    if chain is None or known.genders.get(chain) is not known.mentions[number].gender:
        return None
    near = _near(known, number, named)
    return None if any(_may_be_meant(known, other, number, chain) for other in near) else chain


def _main_subject(reading: Reading, token: int) -> int | None:
    """Return the only subject of the sentence's main verb, if it stands behind `token`."""
    tokens, root = reading.tokens, token
    while tokens[root].head != root:
        root = tokens[root].head
    asked = any(reading.lower[i] in _ASKED for i in reading.analysis.children(root, "advcl"))
    if asked:
        return None  # "Asked why he had left, his spokesman said"
    subjects = list(reading.analysis.children(root, "nsubj", "nsubj:pass"))
    return subjects[0] if len(subjects) == 1 and subjects[0] > token and root > token else None


def _near(known: Known, number: int, named: int) -> Iterator[int]:
    """Yield the mentions of the sentence up to the name, and of the sentences of the story before it."""
    floor = known.sentence_of(number) - _CLEAR
    start = known.reading.analysis.sentences[max(floor, 0)].start
    for other in range(named - 1, -1, -1):
        if known.mentions[other].span.start < start:
            return
        if known.quotation_of(other) is None:
            yield other


def _may_be_meant(known: Known, other: int, number: int, chain: int) -> bool:
    """Whether a mention may be of another person whom the pronoun denotes.

    Somebody only described, of a gender that nothing tells, may well be the subject himself.
    """
    mention, of, gender = known.mentions[other], known.chains[other], known.mentions[number].gender
    if mention.type is not known.mentions[number].type or of == chain or other == number:
        return False
    told = mention.gender if of is None else known.genders.get(of)
    return told is gender or (told is None and mention.form is MentionForm.NAME)
