"""Names in runs of capitals: titles, roles and function words cut off, names that stand side by side parted.

"Metropolitan Police Commissioner Dame Cressida Dick" is one run and holds a body, a role, a title and a person.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crossread.annotate.mentions.edges import FUNCTION_WORDS, ends_in_may, without_function_words
from crossread.annotate.mentions.runs import NICKNAME, Run, Word, heads, runs
from crossread.record.article import Paragraph
from crossread.text.institutions import (
    BODY_HEADS,
    CHAMBERS,
    FIELDS,
    FIRMS,
    KNOWN_BODIES,
    OTHER_HEADS,
    PARTISAN,
    PLACE_HEADS,
    PRESS_HEADS,
    is_demonym,
    is_place,
)
from crossread.text.lexicon import words as lexicon_words
from crossread.text.names import is_first_name, may_be_first_name
from crossread.text.offices import ABBREVIATED
from crossread.text.rolewords import OFFICE_MODIFIERS, OFFICES, RANK_WORDS, ROLE_NOUNS, role_noun
from crossread.text.titles import is_honorific, is_rank, plain

# Role nouns that are surnames too, and what is an office after "Lord".
_SURNAMES = lexicon_words("role_words", "surnames")
_LORD_OFFICES = frozenset(("mayor", "chancellor", "provost", "advocate", "lieutenant", "chief", "of"))
# Words for how somebody holds an office, which only begin a sentence: "Senior White House officials".
_STANDING = frozenset(("senior", "former", "acting", "incoming", "outgoing", "fellow", "top"))
# "President Pro Tem": who presides for the time being.
_PRO_TEM = (("pro", "tem"), ("pro", "tempore"))
# "Deputy National Security" before "Adviser" names no body.
_OFFICE_WORDS = (OFFICE_MODIFIERS - {"treasury", "justice"}) | PARTISAN


# Soft hyphens, and the bracket of "[Anna] Weber".
_NO_PART = str.maketrans("", "", "\u00ad]")
# Initials with points, three or more: "U.S." is listed as it is.
_POINTED = re.compile(r"(?:[^\W\d_]\.){3,}")


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
        """Return the bare name with single spaces and no nickname; "BORIS JOHNSON" becomes "Boris Johnson"."""
        if self._shouted and self.key not in FIRMS:
            return " ".join(map(_unshouted, self.words))
        words = " ".join(text[self.words[0].start : self.end].translate(_NO_PART).split())
        return NICKNAME.sub(r"\1", words)

    @property
    def key(self) -> str:
        """The name as it is compared over the article; "F.B.I." is the FBI."""
        return " ".join(
            word.low.replace(".", "") if _POINTED.fullmatch(word.low) else word.low for word in self.words
        )

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
    found = [(run, list(cut(run))) for paragraph in paragraphs for run in runs(text, paragraph)]
    bearers = {
        piece.words[-1].low
        for _, cuts in found
        for piece in cuts
        if len(piece.words) > 1 and is_first_name(piece.words[0].text)
    }
    for run, cuts in found:
        yield from cuts or _bare_surname(run, bearers & _SURNAMES)


def _bare_surname(run: Run, bearers: Container[str]) -> Iterator[Piece]:
    """Yield a role noun that is the surname of somebody in the article: "Hunter", where it tells of Anna Hunter."""
    words, initial = without_function_words(run.words, initial=run.initial)
    if len(words) == 1 and words[0].low in bearers:
        yield Piece(words, (), run, initial)


def cut(run: Run) -> Iterator[Piece]:
    """Yield the names in a run: without function words before them, each with its own titles."""
    words, initial = without_function_words(run.words, initial=run.initial)
    if not words:
        return
    if _without_party(words) != words or (initial and len(words) > 2 and words[0].low in _STANDING):
        words, initial = words[1:], False
    if _is_office_of(words) or is_paper(words):
        yield Piece(words, (), run, initial)
        return
    tail = _tail_at(words)
    if tail is not None:
        yield from _stem(words[:tail], run, initial=initial)
        words, initial = words[tail + 2 :], False
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
        titles = _titles(words, role)
        yield from _stem(() if titles else words[:role], run, initial=initial)
        yield from _person(words[role + 1 :], titles, run, initial=False)
    elif _is_membership(words):
        yield Piece(words, (), run, initial)
    elif _is_role(words[-1]) and not _ends_in_surname(words):
        yield from _stem(words[:-1], run, initial=initial)
    else:
        yield from _person(words, (), run, initial=initial)


def is_paper(words: Sequence[Word]) -> bool:
    """Whether a name is a town's newspaper's: "Leeds Examiner", "Norwich Post-Courier"."""
    if len(words) < 2 or words[-1].low.rpartition("-")[2] not in PRESS_HEADS:
        return False
    return is_place(" ".join(word.low.rstrip(".") for word in words[:-1]))


def _is_office_of(words: Sequence[Word]) -> bool:
    """Whether a body is called by an office, which is nobody's here: "Office of Harbour Counsel"."""
    return len(words) > 2 and [word.low for word in words[:2]] == ["office", "of"] and _is_role(words[-1])


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
        one = role_noun(word.text) or is_rank(word.text) or "." in word.text
        if not (one or is_first_name(words[index + 1].text)):
            continue  # "Nurses Demand Action"
        if _personal(words[index + 1 :]):
            return index
    return None


def _tail_at(words: Sequence[Word]) -> int | None:
    """Return where "Pro Tem" or "of Staff" ends an office."""
    low = [word.low for word in words]
    return next(
        (i for i in range(1, len(low) - 1) if tuple(low[i : i + 2]) in (*_PRO_TEM, ("of", "staff"))), None
    )


def _complement(words: Sequence[Word]) -> int | None:
    """Return where the complement of a role begins: "Public Prosecutions" in "Director of Public Prosecutions"."""
    for index, word in enumerate(words[:-2]):
        if role_noun(word.text) and not words[index + 1].capital and words[index + 1].low in ("of", "for"):
            return index + (3 if words[index + 2].low == "the" else 2)
    return None


def _after_complement(words: tuple[Word, ...], run: Run) -> Iterator[Piece]:
    """Yield the place and the person in what follows "Mayor of", "Director of"."""
    last = words[-1]
    headed = heads(last) or last.low in OTHER_HEADS | FIELDS or _is_role(last)
    plain = len(words) > 2 and words[-2].capital and not headed
    unlisted = len(words) - 2 if plain else len(words)  # "State" and a rare first name
    at = next((i for i in range(1, len(words) - 1) if is_first_name(words[i].text)), unlisted)
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
    opener = any(
        w.low in FUNCTION_WORDS and len(w.text) > 2 and not may_be_first_name(w.text)
        for w in (words[:-1] if ends_in_may(words) else words)
    )
    if opener:
        return False
    last = words[-1].low
    if len(words) > 1 and _is_role(words[-1]) and not (is_first_name(words[0].text) or last in _SURNAMES):
        return False
    if words[0].low in BODY_HEADS:
        return False
    if last in BODY_HEADS or last in OTHER_HEADS or (last in PLACE_HEADS and len(words) != 2):
        return len(words) > 1 and is_first_name(words[0].text)
    if last in PLACE_HEADS:
        return may_be_first_name(words[0].text)
    return not is_demonym(words[0].text) and not (len(words) == 1 and role_noun(words[0].text))


def _is_membership(words: Sequence[Word]) -> bool:
    """Whether a body's name ends in whom it is of: "Federation of Bakers", "Ministry of Justice"."""
    headed = any(word.low in BODY_HEADS and after.low in ("of", "for") for word, after in pairwise(words))
    if headed and words[-2].low in ("of", "the"):
        return True
    return (
        len(words) > 2
        and headed
        and words[-1].low.removesuffix("s") in ROLE_NOUNS
        and words[-1].low.endswith("s")
    )


def _titles(words: tuple[Word, ...], role: int) -> tuple[Word, ...]:
    """Return the titles that end in a role word: "Commissioner" Hall, "Lt. Gen." Hall, not "Home Secretary" Weber."""
    first = role
    while first > 0 and words[first].text.endswith(".") and words[first - 1].text.endswith("."):
        first -= 1
    return words[: role + 1] if first == 0 and is_rank(words[0].text) else ()


def _is_role(word: Word) -> bool:
    """Whether a word is a role noun, singular or plural, or begins with one: "Mother-of-two"."""
    low = word.low.removesuffix(".")
    one = low.removesuffix("s")  # "Reps."
    return role_noun(low) is not None or is_rank(low) or (one != low and (one in ROLE_NOUNS or is_rank(one)))


def _ends_in_surname(words: Sequence[Word]) -> bool:
    """Whether the role noun at the end is a surname: "Tim Cook"."""
    known = words[-1].low in _SURNAMES or (len(words) == 2 and words[-1].low not in OFFICES)
    return 2 <= len(words) <= 3 and is_first_name(words[0].text) and known and words[-1].low not in BODY_HEADS


def _is_modifier(word: Word) -> bool:
    """Whether a word belongs to the office after it: "Press" Secretary, "Democratic" Leader."""
    return word.low not in BODY_HEADS and (word.low in OFFICE_MODIFIERS or is_demonym(word.text))


def _without_party(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Leave out a party before a chamber: "Republican Senate" leaders, "Democratic White House" hopefuls."""
    chamber = " ".join(word.low for word in words[1:])
    return (
        words[1:]
        if len(words) > 1 and words[0].low in PARTISAN and chamber in CHAMBERS | {"white house"}
        else words
    )


def _stem(words: tuple[Word, ...], run: Run, *, initial: bool) -> Iterator[Piece]:
    """Yield what stands before a role or a title: "Metropolitan Police" before "Commissioner"."""
    while words and (_is_role(words[-1]) or _is_modifier(words[-1]) or not words[-1].capital):
        words = words[:-1]
    if len(words) == 2 and words[0].low in RANK_WORDS and words[1].low in BODY_HEADS:
        return  # "Deputy Campaign" before "Manager"
    if words and words[0].low in RANK_WORDS and (len(words) > 2 or words[-1].text.isupper()):
        words, initial = (
            words[1:],
            False,
        )  # "Deputy White House" before "Press Secretary", not "Chief Medical"
    if len(words) > 1 and words[-1].low == "press" and _before_office(words[-1], run):
        words = words[:-1]  # "White House Press Secretary", not "Associated Press reporter"
    if len(words) > 1 and words[-1].low in ("district", "state") and _before_office(words[-1], run):
        words = words[:-1]  # "Leeds District Attorney", "Ohio State Sen."
    if (len(words) == 1 and is_demonym(words[0].text)) or all(w.low in _OFFICE_WORDS for w in words):
        words = ()
    if words and not (len(words) == 1 and words[0].low in OFFICE_MODIFIERS):
        yield Piece(words, (), run, initial, stem=True)


def _before_office(word: Word, run: Run) -> bool:
    after = _after(word, run)
    return after in OFFICES or plain(after) in ABBREVIATED


def _after(word: Word, run: Run) -> str:
    return next((after.low for before, after in pairwise(run.words) if before == word), "")


def _person(words: tuple[Word, ...], titles: tuple[Word, ...], run: Run, *, initial: bool) -> Iterator[Piece]:
    """Yield a name, and before it the place or body that stands there without a mark: "Leeds Omar Reed"."""
    while len(words) > 2 and not titles and is_demonym(words[0].text) and is_first_name(words[1].text):
        words, initial = words[1:], False
    if titles and all(_is_role(word) and word.low not in _SURNAMES for word in words):
        return  # "Mr. Speaker", not "Mr. Hunter"
    for at in range(1, len(words) - 1):
        left = words[:at]
        known = left[-1].low in KNOWN_BODIES and left[-1].text.isupper()  # "ambassador to the UN Omar Reed"
        headed = heads(left[-1]) or left[-1].low in OTHER_HEADS or known
        first = is_first_name(words[at].text) or (
            headed and may_be_first_name(words[at].text) and len(words) - at == 2
        )
        if first and (headed or is_place(" ".join(w.text for w in left))):
            yield Piece(left, titles, run, initial, stem=True)
            yield Piece(words[at:], (), run, initial=False)
            return
    yield Piece(words, titles, run, initial)
