"""One name in two spellings: a person's where the cast holds both for one person, an organisation's by its words."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from crossread.compare.slots import Resolver
from crossread.record.annotation import Account, EntityType, MentionForm
from crossread.record.dossier import Conflict, ConflictKind, Side
from crossread.record.ids import founded_id
from crossread.record.span import Evidence, Span

# Letters in which two spellings of one name may differ: "Faiz" and "Fayez" two; three is another name.
_LETTERS = 2
# Shorter names differ by two letters too easily ("Kim", "Tim").
_SHORTEST = 4

Spellings = dict[str, dict[str, Evidence]]  # word of a name -> account -> where it stands


def spelling_conflicts(accounts: Sequence[Account], cast: Resolver) -> list[Conflict]:
    """Return the persons whose name different accounts spell differently."""
    spellings: Spellings = {}
    meant: dict[str, set[str]] = defaultdict(set)
    for account in accounts:
        for index, mention in enumerate(account.annotation.mentions):
            if mention.type is EntityType.PERSON and mention.form is MentionForm.NAME and mention.name:
                shown = spellings.setdefault(mention.name, {})
                if account.id not in shown:
                    shown[account.id] = account.evidence(mention.span)
                if entity := cast.entity_of(account.id, index):
                    meant[mention.name].add(entity.name)
    names: dict[str, tuple[str, ...]] = {}
    for one, other in _but_for_a_word(list(spellings)):
        one_person = not meant[one].isdisjoint(meant[other]) or _slip(one, other)
        if one_person and variants(one, other) and spellings[one].keys().isdisjoint(spellings[other]):
            group = tuple(dict.fromkeys((*names.get(one, (one,)), *names.get(other, (other,)))))
            names.update(dict.fromkeys(group, group))
    return [
        _conflict(next(iter(sorted(meant[group[0]])), group[0]), spellings, group)
        for group in dict.fromkeys(names.values())
    ]


def described_conflicts(accounts: Sequence[Account]) -> list[Conflict]:
    """Return the people whom the same noun describes and whose one name is spelt twice: "her husband Andrej"."""
    described: dict[str, Spellings] = {}
    for account in accounts:
        for mention in account.annotation.mentions:
            if mention.type is EntityType.PERSON and mention.form is MentionForm.NAME:
                name = mention.span.of(account.text)
                index = account.analysis.token_at(max(0, mention.span.start - 2))
                noun = account.analysis.tokens[index] if index is not None else None
                if noun and noun.upos == "NOUN" and noun.end + 1 == mention.span.start and " " not in name:
                    shown = account.evidence(Span(noun.start, mention.span.end))
                    described.setdefault(noun.lemma, {}).setdefault(name, {}).setdefault(account.id, shown)
    texts = {account.id: account.text for account in accounts}
    return [
        _conflict(f"the {noun} {_commoner(names, one, other)}", names, (one, other))
        for noun, names in described.items()
        for one, other in combinations(names, 2)
        if spelt_alike(one.casefold(), other.casefold())
        and not any(other in texts[id] for id in names[one])
        and not any(one in texts[id] for id in names[other])
    ]


# Words of an organisation's name that must be the same beside the one spelt twice.
_FEWEST_WORDS = 3
# Endings by which a word counts one or several, or who is of something: "Fame", "Famers".
_NUMBER = re.compile("r?s?$")
# British and American spellings are one ("centre", "center").
_REGIONAL = (
    ("re", "er"),
    ("our", "or"),
    ("ence", "ense"),
    ("isation", "ization"),
    ("ise", "ize"),
    ("ogue", "og"),
)


def organisation_conflicts(accounts: Sequence[Account]) -> list[Conflict]:
    """Return the organisations whose long name two accounts write with one word spelt differently."""
    spellings: Spellings = {}
    for account in accounts:
        for mention in account.annotation.mentions:
            if mention.type is EntityType.ORGANISATION and mention.form is MentionForm.NAME:
                whole = _whole(account, mention.span)
                spellings.setdefault(_bare(whole.of(account.text)), {}).setdefault(
                    account.id, account.evidence(whole)
                )
    found = []
    for one, other in _but_for_a_word(list(spellings)):
        if _one_word_off(one, other) and not set(spellings[one]) & set(spellings[other]):
            found.append(_conflict(_commoner(spellings, one, other), spellings, (one, other)))
    return found


# What stands before the part of a name that a mention covers: "Center for [Humane Technology]".
_BEFORE_PART = re.compile(r"(?:[A-Z][\w’'-]+[ \u00a0])+(?:for|of|on|against)[ \u00a0](?:the[ \u00a0])?$")


def _whole(account: Account, span: Span) -> Span:
    """Return the span of an organisation's name with the part before its preposition."""
    before = _BEFORE_PART.search(account.text, max(0, span.start - 60), span.start)
    return Span(before.start(), span.end) if before else span


def _bare(name: str) -> str:
    words = name.split()
    return " ".join(words[1:] if words[:1] in (["The"], ["the"]) else words)


def _commoner(spellings: Spellings, one: str, other: str) -> str:
    return one if len(spellings[one]) >= len(spellings[other]) else other


def _but_for_a_word(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of names of several words that are the same but for one of them."""
    words = [tuple(name.casefold().split()) for name in names]
    having: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, own in enumerate(words):
        for at in range(len(own) if len(own) > 1 else 0):
            having[(*own[:at], "", *own[at + 1 :])].append(number)
    pairs = {pair for numbers in having.values() for pair in combinations(numbers, 2)}
    yield from ((names[a], names[b]) for a, b in sorted(pairs) if words[a] != words[b])


def _one_word_off(one: str, other: str) -> bool:
    """Whether the one word in which two names differ does so by few letters."""
    a, b = next(
        (x.casefold(), y.casefold()) for x, y in zip(one.split(), other.split(), strict=True) if x != y
    )
    if min(len(a), len(b)) < _SHORTEST or a[0] != b[0] or not (a.isalpha() and b.isalpha()):
        return False
    regional = any({a.replace(uk, us), b.replace(uk, us)} == {a.replace(uk, us)} for uk, us in _REGIONAL)
    plural = _NUMBER.sub("", a) == _NUMBER.sub("", b)
    return not regional and not plural and int(Levenshtein.distance(a, b)) <= _LETTERS


def _slip(one: str, other: str) -> bool:
    """Whether two names differ in a single letter of a word: one slip, though they were taken for two people's."""
    return int(Levenshtein.distance(one.casefold(), other.casefold())) == 1


def variants(one: str, other: str) -> bool:
    """Whether two full names differ in the spelling of exactly one of their words."""
    ours, theirs = one.casefold().split(), other.casefold().split()
    if len(ours) != len(theirs) or len(ours) < 2:
        return False
    differing = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    return len(differing) == 1 and spelt_alike(*differing[0])


def spelt_alike(one: str, other: str) -> bool:
    """Whether two words are one name spelt twice; a short form ("Rob", "Robert") is none."""
    if min(len(one), len(other)) < _SHORTEST or one[0] != other[0]:
        return False
    if one[-1] != other[-1] and (len(one) != len(other) or len(one) <= _SHORTEST):
        return False  # "Dave" and "David" are two forms, not two spellings
    if one.startswith(other) or other.startswith(one) or romanised(one) == romanised(other):
        return False
    return int(Levenshtein.distance(one, other)) <= _LETTERS


# Letters by which the usual transcriptions of Cyrillic and Arabic names differ ("Zelensky", "Zelenskiy"): the same
# name in the style of another house, no slip. From the BGN/PCGN, ISO 9 and press-agency tables.
_STYLES = (
    ("kh", "h"), ("zh", "j"), ("dj", "j"), ("ts", "c"), ("tz", "c"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("iy", "i"), ("yi", "i"), ("yy", "i"), ("ij", "i"), ("ii", "i"), ("y", "i"), ("ie", "e"), ("q", "k"), ("ck", "k"),
)  # fmt: skip


# Given names whose transcriptions differ in more than such letters; each line is one name. Source: the usual
# transcriptions of Arabic, Persian and Turkish.
_GIVEN = """
muhammad mohammad mohammed mohamed mohamad muhammed mohamud mahammad
qasim qassem qasem qassim kassem kasim
suleiman sulaiman soleiman suleyman sulayman
hussein husain hussain hossein husayn hosein
ahmed ahmad ahmet
hassan hasan
yusuf yousef youssef yousuf yusef
usama osama
umar omar
abdullah abdallah abdollah
saeed sayeed saied
abdul abdel
khaled khalid
rahman rehman
"""
_ONE_GIVEN = {name: names.split()[0] for names in _GIVEN.strip().splitlines() for name in names.split()}


# Marks inside a name, of which each house has its own: "O'Brien", "O’Brien".
_MARKS = re.compile("['\u2018\u2019\u02bc`´-]")


def _of_one_style(word: str) -> str:
    """Return the first spelling of a given name, also in a family name made of it ("Husseini")."""
    low = word.casefold()
    if low in _ONE_GIVEN:
        return _ONE_GIVEN[low]
    given = _ONE_GIVEN.get(low.removesuffix("i")) if low.endswith("i") else None
    return f"{given}i" if given else word


def romanised(word: str) -> str:
    """Return a word as any of the usual transcriptions would have it, without marks, for comparison alone."""
    letters = unicodedata.normalize("NFD", word)
    word = "".join(letter for letter in letters if not unicodedata.combining(letter))
    word = _MARKS.sub("", word)
    word = _of_one_style(word)
    for written, plain in _STYLES:
        word = word.replace(written, plain)
    return re.sub(r"i+", "i", word)


def _conflict(name: str, spellings: Spellings, written: tuple[str, ...]) -> Conflict:
    sides = tuple(Side(words, tuple(spellings[words].values())) for words in written)
    return Conflict(
        id=founded_id("conflict", sides[0].evidence[0], "name"),
        slot=f"name of {name}",
        kind=ConflictKind.NAME,
        sides=sides,
    )
