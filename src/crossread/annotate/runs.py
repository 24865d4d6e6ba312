"""Runs of capitalised words, and the names they hold once titles and roles are cut off.

"Metropolitan Police Commissioner Dame Cressida Dick" is one run and holds a body, a role, a title and a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.record.article import Paragraph
from crossread.text.institutions import (
    BODY_HEADS,
    KNOWN_BODIES,
    NAME_POSSESSIVES,
    OF_HEADS,
    OTHER_HEADS,
    PLACE_HEADS,
    is_demonym,
    is_place,
)
from crossread.text.lexicon import words as lexicon_words
from crossread.text.names import PARTICLES, is_first_name, may_be_first_name
from crossread.text.rolewords import OFFICE_MODIFIERS, OFFICES, ROLE_NOUNS, role_noun
from crossread.text.titles import is_honorific, is_rank

_WORD = re.compile(
    r"(?<![\w#@/])(?:(?:[^\W\d_]\.){2,}|(?:Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Capt|Prof|Rev|Jr|Sr|Maj|Supt|Insp|Det|Cllr)\."
    r"|[^\W\d_]\.(?=\s+[^\W\d_]{2})|[^\W_]+(?:[-‐‑][^\W_]+)*(?:\.(?:com|org|net|tv|co\.uk))?(?:[’'](?!(?:s|S)\b)[^\W\d_]{2,})*)"
)
_APOSTROPHES = ("'", "’")
_SPACE = re.compile(r"[^\S\n]+|[^\S\n]*&[^\S\n]*")
_POSSESSIVE = re.compile(r"[’'](?:s|S)?[^\S\n]+")
_OPENERS = frozenset("\"“‘'(:.!?—–-•|[>*…")

# Capitalised words that begin a sentence or a heading and belong to no name.
_FUNCTION_WORDS = lexicon_words("function_words")
# Role nouns that are surnames too, and what is an office after "Lord".
_SURNAMES = lexicon_words("role_words", "surnames")
_LORD_OFFICES = frozenset(("mayor", "chancellor", "provost", "advocate", "lieutenant", "chief", "of"))
_CALENDAR_WORDS = lexicon_words("function_words", "calendar")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a run. `capital` is False for a joint inside it: "of", "the", "and", "von"."""

    start: int
    end: int
    text: str
    capital: bool = True

    @property
    def low(self) -> str:
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row. `initial`: the first one stands where any word is capitalised."""

    words: tuple[Word, ...]
    initial: bool
    telling: bool
    shouting: bool  # a heading In Title Case or CAPITALS: capitals tell nothing


@dataclass(frozen=True, slots=True)
class Piece:
    """What may be a name. `titles` stand before it; `stem` is what is left of a run that ends in a role."""

    words: tuple[Word, ...]
    titles: tuple[Word, ...]
    run: Run
    initial: bool
    stem: bool = False

    @property
    def start(self) -> int:
        return (self.titles or self.words)[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    def name(self, text: str) -> str:
        """Return the bare name with single spaces; "BORIS JOHNSON" becomes "Boris Johnson"."""
        if self._shouted:
            return " ".join(map(_unshouted, self.words))
        return " ".join(text[self.words[0].start : self.end].split())

    @property
    def key(self) -> str:
        """The name as it is compared over the article."""
        return " ".join(word.low for word in self.words)

    @property
    def title(self) -> str:
        return " ".join(word.text for word in self.titles)

    @property
    def _shouted(self) -> bool:
        return len(self.words) > 1 and all(word.text.isupper() for word in self.words if word.capital)


def _unshouted(word: Word) -> str:
    return word.text.title() if word.text.isupper() and len(word.text) > 1 else word.text


def pieces(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Piece]:
    """Yield all that may be names in an article, in text order."""
    for paragraph in paragraphs:
        for run in _runs(text, paragraph):
            yield from cut(run)


# ---------------------------------------------------------------- runs


def _runs(text: str, paragraph: Paragraph) -> Iterator[Run]:
    words = [
        Word(m.start(), m.end(), m.group(), _capital(m.group()))
        for m in _WORD.finditer(text, paragraph.start, paragraph.end)
        if not (m.group() in ("s", "S") and text[m.start() - 1 : m.start()] in _APOSTROPHES)
    ]
    shouting = _is_shouting(text, paragraph, words)
    at = 0
    while at < len(words):
        if not words[at].capital:
            at += 1
            continue
        stop = _run_end(text, words, at)
        initial = _is_initial(text, paragraph.start, words[at].start)
        yield Run(tuple(words[at:stop]), initial, paragraph.telling, shouting)
        at = stop


def _capital(word: str) -> bool:
    if word[0].isupper():
        return True
    head, _, tail = word.partition("-")
    return bool(tail) and (head in PARTICLES or head in ("then", "ex", "now")) and tail[0].isupper()


def _is_shouting(text: str, paragraph: Paragraph, words: Sequence[Word]) -> bool:
    """Whether a paragraph is a heading that capitalises most words; a sentence with its point is none."""
    longer = [word for word in words if len(word.text) > 3]
    if len(longer) < 4 or (text[paragraph.end - 1 : paragraph.end] in '.”"' and not text.isupper()):
        return False
    return sum(word.capital for word in longer) > 0.7 * len(longer)


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
        if _SPACE.fullmatch(gap):
            joint = 0 if words[stop].capital else _joint(text, words, at, stop)
            if (not words[stop].capital and not joint) or _changes_case(words[stop - 1], words[stop]):
                break
            stop += joint + 1
        elif _POSSESSIVE.fullmatch(gap) and words[stop].capital and _joins_possessive(words, at, stop, gap):
            stop += 1
        else:
            break
    return stop


def _changes_case(left: Word, right: Word) -> bool:
    """Whether a heading in capitals ends or begins between two words: "FINAL REPORT Anna Weber said"."""
    if not left.capital or not right.capital or left.text.isupper() is right.text.isupper():
        return False
    shouted, other = (left, right) if left.text.isupper() else (right, left)
    return len(shouted.text) > 3 and len(other.text) > 1 and shouted.low not in KNOWN_BODIES


def _joint(text: str, words: Sequence[Word], at: int, stop: int) -> int:
    """Return how many lower-case words from `stop` on tie the run to a capitalised word after them; 0 for none."""
    length = 2 if words[stop].low in ("of", "for") and _low(words, stop + 1) == "the" else 1
    follows = words[stop + length] if stop + length < len(words) else None
    if follows is None or not follows.capital:
        return _particles(words, stop)
    if not _SPACE.fullmatch(text[words[stop + length - 1].end : follows.start]):
        return 0
    joint, left = words[stop].low, words[stop - 1]
    if joint in ("of", "for"):
        return length if left.low.rstrip("s") in OF_HEADS or left.low in OF_HEADS else 0
    if joint == "and":
        return 1 if _joins_and(words, at, stop) else 0
    return 1 if joint in PARTICLES and joint != "e" and len(left.text) > 1 else 0


def _particles(words: Sequence[Word], stop: int) -> int:
    """Return the length of particles in a row before a capital: "von der", "van den"."""
    if words[stop].low in PARTICLES and _low(words, stop + 1) in PARTICLES:
        return 2 if stop + 2 < len(words) and words[stop + 2].capital else 0
    return 0


def _joins_and(words: Sequence[Word], at: int, stop: int) -> bool:
    """Whether "and" stands inside one name: "Crime and Justice Taskforce", "Department of Health and Social Care"."""
    right = []
    for word in words[stop + 1 : stop + 5]:
        if not word.capital:
            break
        right.append(word)
    left = words[at:stop]
    if not right or is_first_name(right[0].text) or _tells_person(left[-1]):
        return False
    if any(word.low in ("of", "for") for word in left):
        return left[0].low in OF_HEADS and not any(_heads(word) or _tells_person(word) for word in right)
    plain_left = (
        len(left) == 1
        and not _heads(left[0])
        and not is_first_name(left[0].text)
        and not is_place(left[0].text)
    )
    return plain_left and right[-1].low in BODY_HEADS and len(right) > 1


def _tells_person(word: Word) -> bool:
    return is_honorific(word.text) or role_noun(word.text) is not None


def _heads(word: Word) -> bool:
    return word.low in BODY_HEADS or word.low in PLACE_HEADS


def _joins_possessive(words: Sequence[Word], at: int, stop: int, gap: str) -> bool:
    """Whether a possessive stands inside one name: "Her Majesty's Inspectorate", "Police Chiefs' Council"."""
    left = words[stop - 1]
    if left.low in NAME_POSSESSIVES or words[at].low in ("st", "st."):
        return True
    plural = "s" not in gap.lower() and left.low.endswith("s")
    ends = next((w for w in words[stop : stop + 3] if _heads(w)), None)
    return plural and ends is not None and not is_place(left.text)


def _low(words: Sequence[Word], index: int) -> str:
    return words[index].low if index < len(words) else ""


# ---------------------------------------------------------------- cutting


def cut(run: Run) -> Iterator[Piece]:
    """Yield the names in a run: without function words before them, each with its own titles."""
    words, initial = _without_function_words(run.words, initial=run.initial)
    if not words:
        return
    titled = _honorific_at(words)
    if titled is not None:
        first, last = titled
        yield from _stem(words[:first], run, initial=initial)
        yield from _person(words[last + 1 :], words[first : last + 1], run, initial=initial)
        return
    complement = _complement(words)
    if complement is not None:
        yield from _after_complement(words[complement:], run)
        return
    role = _role_before_name(words)
    if role is not None:
        titles = words[role : role + 1] if _is_title(words, role) else ()
        yield from _stem(words[:role], run, initial=initial)
        yield from _person(words[role + 1 :], titles, run, initial=False)
    elif _is_role(words[-1]) and _starts_with_first_name(words) and not _ends_in_surname(words):
        yield from _person(words[:-1], (), run, initial=initial)
    elif _is_role(words[-1]) and not _ends_in_surname(words):
        yield from _stem(words[:-1], run, initial=initial)
    else:
        yield from _person(words, (), run, initial=initial)


def _without_function_words(words: tuple[Word, ...], *, initial: bool) -> tuple[tuple[Word, ...], bool]:
    """Drop words that only begin a sentence, and days and months."""
    start = 0
    while start < len(words) and (_is_function_word(words[start]) or not words[start].capital):
        if (
            words[start].low in ("her", "his")
            and start + 1 < len(words)
            and words[start + 1].low == "majesty"
        ):
            break
        start += 1
    words = words[start:]
    while words and (
        words[-1].low in _CALENDAR_WORDS or words[-1].low in _FUNCTION_WORDS or not words[-1].capital
    ):
        words = words[:-1]
    while (
        words
        and words[0].low in _CALENDAR_WORDS
        and not (words[0].low in ("may", "april", "june") and len(words) == 2)
    ):
        words = words[1:]
    return words, initial and start == 0


def _is_function_word(word: Word) -> bool:
    """Whether a word is capitalised by its place alone: "But", "They'll"; initials are not."""
    low = re.split("[’']", word.low, maxsplit=1)[0]
    return low in _FUNCTION_WORDS and not (word.text.isupper() and len(word.text) > 1 and low in KNOWN_BODIES)


def _honorific_at(words: Sequence[Word]) -> tuple[int, int] | None:
    """Return the range of titles around the last honorific that has a word after it: "Dame", "Lord Justice"."""
    for index in range(len(words) - 2, -1, -1):
        if is_honorific(words[index].text) and words[index + 1].low not in _LORD_OFFICES:
            first = last = index
            while first > 0 and is_honorific(words[first - 1].text):
                first -= 1
            while (
                last + 2 < len(words)
                and is_rank(words[last + 1].text)
                and not is_first_name(words[last + 1].text)
            ):
                last += 1
            return first, last
    return None


def _role_before_name(words: Sequence[Word]) -> int | None:
    """Return the index of the last role word that has a person's name after it."""
    for index in range(len(words) - 2, -1, -1):
        word = words[index]
        if not _is_role(word):
            continue
        if _inside_name(words, index):
            continue
        if _personal(words[index + 1 :]):
            return index
    return None


def _complement(words: Sequence[Word]) -> int | None:
    """Return where the complement of a role begins: "Public Prosecutions" in "Director of Public Prosecutions"."""
    for index, word in enumerate(words[:-2]):
        if role_noun(word.text) and not words[index + 1].capital and words[index + 1].low in ("of", "for"):
            return index + (3 if words[index + 2].low == "the" else 2)
    return None


def _after_complement(words: tuple[Word, ...], run: Run) -> Iterator[Piece]:
    """Yield the place and the person in what follows "Mayor of", "Director of"."""
    at = next((i for i in range(1, len(words) - 1) if is_first_name(words[i].text)), len(words))
    if is_place(" ".join(word.text for word in words[:at])):
        yield Piece(words[:at], (), run, initial=False, stem=True)
    if at < len(words):
        yield from _person(words[at:], (), run, initial=False)


def _inside_name(words: Sequence[Word], index: int) -> bool:
    """Whether a role word is a name itself: "Dean Smith", "Stephen King Jr", "Actor Guy Pearce"."""
    if index > 0 and is_first_name(words[index - 1].text) and len(words) - index <= 2:
        return True
    after_role = index > 0 and _is_role(words[index - 1])
    alone = index == 0 and len(words) == 2
    return may_be_first_name(words[index].text) and (after_role or alone) and not is_rank(words[index].text)


def _personal(words: Sequence[Word]) -> bool:
    """Whether words after a role can be a person's name."""
    if not words or len(words) > 5 or is_place(" ".join(word.text for word in words)):
        return False
    if any(word.low in ("of", "for", "and", "the") for word in words) or any(
        c.isdigit() for w in words for c in w.text
    ):
        return False
    last = words[-1].low
    if last in BODY_HEADS or last in OTHER_HEADS or (last in PLACE_HEADS and len(words) != 2):
        return len(words) > 1 and is_first_name(words[0].text)
    if last in PLACE_HEADS:
        return may_be_first_name(words[0].text)
    return not is_demonym(words[0].text) and not (len(words) == 1 and role_noun(words[0].text))


def _is_title(words: Sequence[Word], role: int) -> bool:
    """Whether a role word is a title of one word: "Commissioner Dick", not "Home Secretary Priti Patel"."""
    return role == 0 and is_rank(words[role].text)


def _is_role(word: Word) -> bool:
    """Whether a word is a role noun, singular or plural, or begins with one: "Mother-of-two"."""
    low = word.low
    return role_noun(low) is not None or (low.endswith("s") and low[:-1] in ROLE_NOUNS) or is_rank(low)


def _starts_with_first_name(words: Sequence[Word]) -> bool:
    return len(words) > 2 and is_first_name(words[0].text)


def _ends_in_surname(words: Sequence[Word]) -> bool:
    """Whether the role noun at the end is a surname: "Tim Cook"."""
    known = words[-1].low in _SURNAMES or (len(words) == 2 and words[-1].low not in OFFICES)
    return 2 <= len(words) <= 3 and is_first_name(words[0].text) and known and words[-1].low not in BODY_HEADS


def _stem(words: tuple[Word, ...], run: Run, *, initial: bool) -> Iterator[Piece]:
    """Yield what stands before a role or a title: "Metropolitan Police" before "Commissioner"."""
    while words and (_is_role(words[-1]) or not words[-1].capital):
        words = words[:-1]
    while words and is_demonym(words[0].text) and len(words) == 1:
        words = words[1:]
    if words and not (len(words) == 1 and words[0].low in OFFICE_MODIFIERS):
        yield Piece(words, (), run, initial, stem=True)


def _person(words: tuple[Word, ...], titles: tuple[Word, ...], run: Run, *, initial: bool) -> Iterator[Piece]:
    """Yield a name, and before it the place or body that stands there without a mark: "London Sadiq Khan"."""
    while len(words) > 2 and not titles and is_demonym(words[0].text) and is_first_name(words[1].text):
        words, initial = words[1:], False
    if titles and all(map(_is_role, words)):
        return
    for at in range(1, len(words) - 1):
        left = words[:at]
        headed = _heads(left[-1]) or left[-1].low in OTHER_HEADS
        first = is_first_name(words[at].text) or (
            headed and may_be_first_name(words[at].text) and len(words) - at == 2
        )
        if first and (headed or is_place(" ".join(w.text for w in left))):
            yield Piece(left, titles, run, initial, stem=True)
            yield Piece(words[at:], (), run, initial=False)
            return
    yield Piece(words, titles, run, initial)
