"""Runs of capitalised words in a paragraph, with the small words that tie them together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from crossread.record.article import Paragraph
from crossread.record.span import Span
from crossread.text.institutions import (
    BODY_HEADS,
    CHAMBERS,
    FIELDS,
    FOR_HEADS,
    KNOWN_BODIES,
    NAME_POSSESSIVES,
    NTH,
    OF_HEADS,
    PLACE_HEADS,
    is_demonym,
    is_place,
)
from crossread.text.listing import listed
from crossread.text.names import PARTICLES, is_first_name, may_be_first_name
from crossread.text.rolewords import role_noun
from crossread.text.titles import is_honorific

_WORD = re.compile(
    r"""(?<![\w\#@/])  # no hashtags, handles, parts of addresses
    (?: (?:[^\W\d_]\.){2,}  # U.S.
      | [A-Z]{1,3}&[A-Z]{1,3}\b  # B&Q
      | (?:Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Capt|Prof|Rev|Jr|Sr|Maj|Supt|Insp|Det|Cllr|Reps|Sens|Govs)\.
      | [^\W\d_]\.(?=\s+[^\W\d_](?:[^\W\d_]|\.))  # an initial
      | [^\W_]+ (?:[-‐‑\u00ad][^\W_]+)* (?:\.(?:com|org|net|tv|co\.uk))? (?:[’'](?:(?!(?:s|S)\b)[^\W\d_]{2,}|o\b))*
    )""",
    re.VERBOSE,
)
_APOSTROPHES = ("'", "’")
_NEGATED = re.compile(r"[’'][tT]\b")  # "Don't"
# James “Mad Dog” Weber
NICKNAME = re.compile(
    r"\b([A-Z][^\W\d]+)[^\S\n]([\"“‘'][A-Z][\w-]+(?:[ -][A-Z][\w-]+)?[\"”’'])(?=[^\S\n][A-Z])"
)
_EDITED = re.compile(r"\][^\S\n]")  # "[Anna] Weber"
_SPACE = re.compile(r"[^\S\n]+\u00ad?(?:[\"“‘'][A-Z][\w -]+[\"”’'][^\S\n]+)?|[^\S\n]*&[^\S\n]*")
_POSSESSIVE = re.compile(r"[’'](?:s|S)?[^\S\n]+")
_ADJECTIVE_ENDINGS = listed("led backed based born era style like themed owned funded run held controlled")
# Second syllables of names ("Xiao-ping") are shorter than the participles of adjectives ("Norway-leaning").
_SHORT_TAIL = 5
_NUMBERED = frozenset(("circuit", "congressional", "century", "judicial", "district", "avenue", "street"))
_MINISTRIES = ("department", "ministry", "office")
_ON_HEADS = ("center", "centre", "commission", "committee", "conference", "council", "subcommittee")
_COMMITTEES = ("committee", "subcommittee", "chairman", "chairwoman", "chair")
_INITIALS = re.compile(r"[A-Z]\.[A-Z]\.")
_INITIALS_AFTER = re.compile(r" \(([A-Z]{3,8})\)")
_STATES = frozenset(
    ("us", "un", "uk", "eu", "dc", "la", "ny", "nz", "nj", "nh", "nm", "nc", "sc", "sd", "nd", "ri")
)
# "D-N.Y.", "R-Texas": the party and the state of a member of Congress.
_SEAT = re.compile(r"[DRI]-[A-Z]")
_TWO_WORD_SEAT = re.compile(r"[DRI]-(?:North|South|West|New|Rhode)")
_OPENERS = frozenset("\"“‘'(:.!?—–-•|[>*…")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a run. `capital` is False for a joint inside it: "of", "the", "and", "von"."""

    start: int
    end: int
    text: str
    capital: bool = True

    @property
    def low(self) -> str:
        return self.text.lower().replace("\u00ad", "")


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row. `initial`: the first one stands where any word is capitalised."""

    words: tuple[Word, ...]
    initial: bool
    telling: bool
    shouting: bool  # a heading In Title Case or CAPITALS: capitals tell nothing
    alone: bool = False  # all of its paragraph, which may be a heading of a few words


def runs(text: str, paragraph: Paragraph) -> Iterator[Run]:
    """Yield the runs of capitalised words of a paragraph, in text order."""
    apart = _nicknames(text, paragraph)
    words = [
        _word(m.group(), m.start())
        for m in _WORD.finditer(text, paragraph.start, paragraph.end)
        if not (m.group() in ("s", "S") and text[m.start() - 1 : m.start()] in _APOSTROPHES)
        and not _NEGATED.match(text, m.end())
        and not any(span.start < m.start() < span.end for span in apart)
    ]
    words = [_of_number(word, after) for word, after in zip_longest(words, words[1:])]
    shouting = _is_shouting(text, paragraph, words)
    at = 0
    while at < len(words):
        if not words[at].capital or _ends_seat(words, at):
            at += 1
            continue
        stop = _run_end(text, words, at)
        initial = _is_initial(text, paragraph.start, words[at].start)
        titled = shouting or _is_title(words[at:stop])
        yield Run(
            tuple(words[at:stop]),
            initial,
            paragraph.telling,
            titled,
            _is_alone(text, paragraph, words[at:stop]),
        )
        at = stop


def _ends_seat(words: Sequence[Word], at: int) -> bool:
    """Whether a word is the rest of a seat in Congress: "Carolina" of "R-South Carolina"."""
    before = words[at - 1] if at else None
    if before is None or not _TWO_WORD_SEAT.fullmatch(before.text):
        return False
    return before.end + 1 == words[at].start


def _nicknames(text: str, paragraph: Paragraph) -> list[Span]:
    """Return the nicknames in quotation marks between a first name and a surname."""
    found = NICKNAME.finditer(text, paragraph.start, paragraph.end)
    return [Span(m.start(2), m.end(2)) for m in found if may_be_first_name(m.group(1))]


def _of_number(word: Word, after: Word | None) -> Word:
    """Return a number as part of the name of the circuit or the district that has it: "9th Circuit"."""
    numbered = after is not None and after.start == word.end + 1 and after.capital and NTH.fullmatch(word.low)
    return replace(word, capital=True) if numbered and after and after.low in _NUMBERED else word


def _word(text: str, start: int) -> Word:
    """Return a word, without what makes an adjective of a name: "Nato" of "Nato-led"."""
    head, hyphen, tail = text.rpartition("-")
    adjective = len(tail) > _SHORT_TAIL and tail.islower() and tail.endswith(("ing", "ed"))
    if hyphen and (adjective or tail in _ADJECTIVE_ENDINGS) and _capital(head):
        text = head
    return Word(start, start + len(text), text, _capital(text))


def _capital(word: str) -> bool:
    if _SEAT.match(word):
        return False
    if word[0].isupper():
        return True
    head, _, tail = word.partition("-")
    return bool(tail) and (head in PARTICLES or head in ("then", "ex", "now")) and tail[0].isupper()


def _is_shouting(text: str, paragraph: Paragraph, words: Sequence[Word]) -> bool:
    """Whether a paragraph is a heading that capitalises most words; a sentence with its point is none."""
    longer = [word for word in words if len(word.text) > 3]
    if len(longer) < 4 or text[paragraph.end - 1 : paragraph.end] in '.”"':
        return False
    return sum(word.capital for word in longer) > 0.7 * len(longer)


def _is_alone(text: str, paragraph: Paragraph, words: Sequence[Word]) -> bool:
    rest = text[paragraph.start : words[0].start] + text[words[-1].end : paragraph.end]
    return len(words) > 1 and not rest.strip()


# Small words that no name has in capitals, and those of which one has at most one.
_NEVER_IN_NAMES = listed("a an into its is are was were will how why when not his their after")
_SELDOM_IN_NAMES = listed("the in on to from with by as at over about but or if")
_SHORTEST_TITLE = 5


def _is_title(words: Sequence[Word]) -> bool:
    """Whether a run is a title set In Capitals Into the Text, of which the capitals tell nothing."""
    inner = [word.low for word in words[1:] if word.capital]
    small = sum(low in _SELDOM_IN_NAMES for low in inner)
    return len(words) >= _SHORTEST_TITLE and (small > 1 or any(low in _NEVER_IN_NAMES for low in inner))


def _is_initial(text: str, first: int, position: int) -> bool:
    before = position - 1
    while before >= first and text[before].isspace():
        before -= 1
    return before < first or text[before] in _OPENERS


def _run_end(text: str, words: Sequence[Word], at: int) -> int:
    """Return the index after the last word of the run that begins at `at`."""
    stop = at + 1
    while stop < len(words):
        gap = text[words[stop - 1].end : words[stop].start]
        if (
            gap.strip() != gap
            and "&" in gap
            and words[stop - 1].text.isupper()
            and words[stop].text.isupper()
        ):
            break  # "FBI & DOJ"
        if _SPACE.fullmatch(gap):
            joint = 0 if words[stop].capital else _joint(text, words, at, stop)
            letters = stop == at + 1 and _are_letters(text, words[at])
            shouted = not letters and _changes_case(words[stop - 1], words[stop])  # not "HWSL Rail Watch"
            if (not words[stop].capital and not joint) or shouted:
                break
            stop += joint + 1
        elif words[stop].capital and _joins_over(text, words, at, stop, gap):
            stop += 1
        else:
            break
    return stop


def _are_letters(text: str, word: Word) -> bool:
    """Whether a word in capitals is a body's letters within a sentence: "NHRL Rail Watch", not "LIVE Anna Weber"."""
    return word.text.isalpha() and word.text.isupper() and not _is_initial(text, 0, word.start)


def _joins_over(text: str, words: Sequence[Word], at: int, stop: int, gap: str) -> bool:
    """Whether a mark stands inside one name: a possessive, or the bracket of "[Anna] Weber"."""
    if _EDITED.fullmatch(gap):
        return text[words[at].start - 1] == "["
    return _POSSESSIVE.fullmatch(gap) is not None and _joins_possessive(words, at, stop, gap)


def _changes_case(left: Word, right: Word) -> bool:
    """Whether a heading in capitals ends or begins between two words: "FINAL REPORT Anna Weber said"."""
    if not right.capital or left.text.isupper() is right.text.isupper():
        return False
    shouted, other = (left, right) if left.text.isupper() else (right, left)
    if _INITIALS.fullmatch(shouted.text) and shouted.low.replace(".", "") not in _STATES:
        return False  # "J.K. Weber", "Anna J.K. Weber"
    return len(shouted.text) > 3 and len(other.text) > 1 and shouted.low not in KNOWN_BODIES


def _joint(text: str, words: Sequence[Word], at: int, stop: int) -> int:
    """Return how many lower-case words from `stop` on tie the run to a capitalised word after them; 0 for none."""
    if spelled := _spelled_out(text, words, at, stop):
        return spelled
    length = 2 if words[stop].low in ("of", "for") and _low(words, stop + 1) == "the" else 1
    follows = words[stop + length] if stop + length < len(words) else None
    if words[stop - 1].low == "appeals" and _low(words, stop + length + 1) == "circuit":
        return length if follows and follows.capital else length + 1  # Court of Appeals for the 4th Circuit
    if follows is None or not follows.capital:
        return _particles(words, stop)
    if not _SPACE.fullmatch(text[words[stop + length - 1].end : follows.start]):
        return 0
    joint, left = words[stop].low, words[stop - 1]
    if joint in ("of", "for"):
        before = {word.low for word in words[at:stop]}
        begun = bool(before & {"of", "for"}) and not OF_HEADS.isdisjoint(before)
        further = begun and joint == "of"  # Foundation for Defense of Democracies
        heads_it = left.low.rstrip("s") in OF_HEADS or left.low in OF_HEADS
        heads_it |= (left.low, joint, follows.low) == ("chief", "of", "staff")
        heads_it &= joint == "of" or not is_place(" ".join(word.low for word in words[at:stop]))
        return length if further or heads_it or (joint == "for" and left.low in FOR_HEADS) else 0
    if joint == "on":
        return 1 if left.low in _ON_HEADS else 0
    if joint == "in":
        return 1 if follows.low == "chief" else 0  # "Editor in Chief"
    if joint == "and":
        return 1 if _joins_and(words, at, stop) else 0
    return 1 if joint in PARTICLES and len(left.text) > 1 else 0


def _spelled_out(text: str, words: Sequence[Word], at: int, stop: int) -> int:
    """Return how many small words lead to a part of the name that initials in brackets tell, 0 if none do.

    "Advancing New Bridges in Rural Health (ANBIRH)"
    """
    follows = next((i for i in range(stop, min(stop + 3, len(words))) if words[i].capital), None)
    if follows is None:
        return 0
    for end in range(follows, min(follows + 6, len(words))):
        if told := _INITIALS_AFTER.match(text, words[end].end):
            inside = words[at : end + 1]
            capitals = "".join(word.text[0] for word in inside if word.capital)
            every = "".join(word.text[0].upper() for word in inside)
            behind = sum(word.capital for word in words[follows : end + 1])
            whole = any(letters.endswith(told.group(1)) for letters in (capitals, every))
            return follows - stop if whole and len(told.group(1)) > behind + 1 else 0
    return 0


def _particles(words: Sequence[Word], stop: int) -> int:
    """Return the length of particles in a row before a capital: "von der", "van den"."""
    if words[stop].low in PARTICLES and _low(words, stop + 1) in PARTICLES:
        return 2 if stop + 2 < len(words) and words[stop + 2].capital else 0
    return 0


def _joins_and(words: Sequence[Word], at: int, stop: int) -> bool:
    """Whether "and" stands inside one name: "Crime and Justice Taskforce", "Department of Health and Social Care"."""
    right: list[Word] = []
    for word in words[stop + 1 : stop + 5]:
        if not word.capital or (right and word.start != right[-1].end + 1):
            break
        right.append(word)
    left = words[at:stop]
    if not right or is_first_name(right[0].text) or _tells_person(left[-1]):
        return False
    if left[-1].low in FIELDS and _is_field(left, right):
        return True
    if any(word.low in ("of", "for") for word in left):
        if any(word.low.removesuffix("s") in _MINISTRIES for word in left) and right[-1].low == "services":
            return True  # Department of Health and Human Services
        other = right[0].low in KNOWN_BODIES or right[0].text.isupper()  # "Department of Trade and FBI"
        return (
            (left[0].low in OF_HEADS or any(word.low in FOR_HEADS for word in left))
            and not other
            and not any(heads(word) or (_tells_person(word) and word.low != "justice") for word in right)
        )
    if not left or is_demonym(left[-1].text):
        return False
    left = left[left[0].low == "the" :]
    while len(left) > 1 and is_place(" ".join(word.text for word in left[:2])):
        left = left[2:]  # United States Fish and Wildlife Service
    if any(word.low in _COMMITTEES for word in right[:3]) and any(word.low in CHAMBERS for word in left):
        return True  # House Parks and Rivers Committee
    plain_left = (
        len(left) == 1
        and not heads(left[0])
        and not is_first_name(left[0].text)
        and not is_place(left[0].text)
        and not (left[0].low in KNOWN_BODIES or left[0].text.isupper())
    )
    return plain_left and right[-1].low in BODY_HEADS and len(right) > 1


def _is_field(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether "and" ties a second field of work to the first: up to a role or the head of the body's name."""
    role = next((index for index, word in enumerate(right) if _tells_person(word)), 0)
    if any(word.low in ("of", "for") for word in left):
        return role > 0 and not any(map(heads, right[:role]))
    return role > 0 or (len(right) > 1 and right[-1].low in BODY_HEADS)


def _tells_person(word: Word) -> bool:
    return is_honorific(word.text) or role_noun(word.text) is not None


def heads(word: Word) -> bool:
    """Whether a word is the head of a body's or a place's name."""
    return word.low in BODY_HEADS or word.low in PLACE_HEADS


def _joins_possessive(words: Sequence[Word], at: int, stop: int, gap: str) -> bool:
    """Whether a possessive stands inside one name: "Her Majesty's Inspectorate", "Police Chiefs' Council"."""
    left = words[stop - 1]
    if left.low in NAME_POSSESSIVES or words[at].low in ("st", "st."):
        return True
    if role_noun(left.low) is not None and words[stop].low == "office":
        return True  # "Leeds County Sheriff's Office"
    plural = "s" not in gap.lower() and left.low.endswith("s")
    ends = next((w for w in words[stop : stop + 3] if heads(w)), None)
    return (
        plural
        and ends is not None
        and not is_place(" ".join(word.low for word in words[at:stop]).removeprefix("the "))
    )


def _low(words: Sequence[Word], index: int) -> str:
    return words[index].low if index < len(words) else ""
