"""Role phrases: "the policing minister", "chairman of the National Police Chiefs' Council", and whose they are.

A phrase is a noun for a person or a body with what belongs to it. It stands right before a name, or beside it
between commas, or for itself; then it is a description.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossread.annotate.mentions.names import Piece
from crossread.annotate.mentions.reading import Reading
from crossread.record.annotation import EntityType
from crossread.record.span import Span
from crossread.text.lexicon import words as lexicon_words
from crossread.text.names import is_first_name
from crossread.text.rolewords import BODY_NOUNS, PERSON_ENDINGS, RANK_WORDS, role_noun
from crossread.text.titles import is_honorific, is_rank

DEFINITE = frozenset(("the", "this", "that", "his", "her", "their", "its", "our", "my", "your"))
INDEFINITE = frozenset(("a", "an", "one", "another"))
_DETERMINERS = DEFINITE | INDEFINITE
_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
_CALENDAR = lexicon_words("function_words", "calendar")
_PARTICIPLES = frozenset(("VBN", "VBG"))
_CLOSERS = frozenset(',.;:()!?—–-”"’')
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_AGED = re.compile(r"[^\S\n]*,[^\S\n]*(?:aged[^\S\n]+)?\d{1,3}[^\S\n]*(?=,)|[^\S\n]*\(\d{1,3}\)")
_COMMA = re.compile(r"[^\S\n]*(?:,|—|–|\s-\s)[^\S\n]*|[^\S\n]+\((?!\d)")
# Adverbs before a participle that belong to a role: "newly elected President", not "who originally backed Chancellor".
_JUST = frozenset(("newly", "recently", "freshly", "democratically", "duly"))
_OFFICE_WORK = lexicon_words("role_words", "office work")
# How many tokens a phrase beside a name may have; longer ones are sentences that lost their comma.
LONGEST = 18
# How many tokens a role noun may have before it.
_WIDEST = 8


@dataclass(frozen=True, slots=True)
class Phrase:
    """A role phrase by token indices: [first, last] without its determiner, `head` the role noun."""

    first: int
    head: int
    last: int
    determiner: str
    type: EntityType = EntityType.PERSON

    @property
    def definite(self) -> bool:
        return self.determiner in DEFINITE

    @property
    def indefinite(self) -> bool:
        return self.determiner in INDEFINITE


@dataclass(frozen=True, slots=True)
class Role:
    """Role words of a name: the name's number among the pieces, the phrase (None for "from X"), the words' span."""

    piece: int
    span: Span
    phrase: Phrase | None
    doing: bool = False  # "advising the Government" of "X, who is advising the Government"

    @property
    def of_person(self) -> bool:
        return self.phrase is None or self.phrase.type is EntityType.PERSON


def phrases(reading: Reading, names: Sequence[Piece]) -> list[Phrase]:
    """Return the role phrases whose noun is no part of a name, in text order."""
    taken = _tokens_of(reading, [name for name in names if not name.stem])
    named = _tokens_of(reading, names)
    found = []
    for index, low in enumerate(reading.lower):
        token = reading.tokens[index]
        if index in taken or token.upos not in ("NOUN", "PROPN", "ADJ", "VERB", "X"):
            continue
        type = _kind(reading, index, low)
        if type is EntityType.PERSON or (type is not None and index not in named):
            found.append(_phrase(reading, index, type, taken))
    return found


def _tokens_of(reading: Reading, names: Sequence[Piece]) -> set[int]:
    """Return the tokens that are words of names."""
    taken: set[int] = set()
    for piece in names:
        taken.update(reading.analysis.tokens_in(Span(piece.words[0].start, piece.end)))
    return taken


def _kind(reading: Reading, index: int, low: str) -> EntityType | None:
    """Return what a noun at `index` denotes: one person, one body, or neither."""
    number = reading.tokens[index].tag
    if role_noun(low) and number not in ("NNS", "NNPS") and not _modifies(reading, index):
        body = low == "general" and index > 0 and reading.lower[index - 1] == "consulate"
        size = low == "major" and reading.tokens[index].text == low  # "a major" what
        return None if body or size else EntityType.PERSON
    if (
        low in BODY_NOUNS
        and (number not in ("NNS", "NNPS") or low == "police")
        and not _modifies(reading, index)
    ):
        return EntityType.ORGANISATION
    return None


def _modifies(reading: Reading, index: int) -> bool:
    """Whether the noun only modifies the next one: "the police chief post", "a leader-writer"."""
    after = index + 1
    if after >= len(reading.tokens) or reading.tokens[after].start > reading.tokens[index].end + 1:
        return False
    token = reading.tokens[after]
    if token.text == "-" and token.start == reading.tokens[index].end:
        return True
    return (
        token.upos == "NOUN" and token.text[0].islower() and reading.lower[after] not in ("has", "is", "said")
    )


def _phrase(reading: Reading, head: int, type: EntityType, taken: set[int]) -> Phrase:
    first = _left_edge(reading, head)
    before = first - 3 if first >= 3 and _passing(reading, first - 3) else first
    determiner = reading.lower[before - 1] if before else ""
    last = _right_edge(reading, head, taken) if type is EntityType.PERSON else head
    return Phrase(first, head, last, determiner if determiner in _DETERMINERS else "", type)


def _left_edge(reading: Reading, head: int) -> int:
    """Return the first token of the words that belong to a noun and stand before it, without a determiner."""
    sentence = reading.sentence(head)
    floor = sentence.first if sentence else head
    index = head
    while index > floor and head - index < _WIDEST and _premodifies(reading, index - 1):
        index -= 1
    while index < head and (
        reading.tokens[index].upos == "PUNCT" or reading.lower[index] in ("'s", "’s", "’", "'")
    ):
        index += 1
    return index + 3 if _passing(reading, index) and index + 3 <= head else index


def _passing(reading: Reading, index: int) -> bool:
    """Whether a passing remark begins here, which is no part of a role: "under-fire", "under-pressure"."""
    return reading.lower[index : index + 2] == ["under", "-"]


def _premodifies(reading: Reading, index: int) -> bool:
    token, low = reading.tokens[index], reading.lower[index]
    if low in _CALENDAR or low in _DETERMINERS or low in ("no", "any", "every", "each", "some"):
        return False
    if reading.text[token.end : reading.tokens[index + 1].start].count("\n"):
        return False
    if low in RANK_WORDS:
        return True
    if low == "then" and reading.lower[index + 1] == "-":
        return True
    if token.upos == "ADV":
        return (
            reading.tokens[index + 1].upos in ("ADV", "ADJ", "VERB")
            and reading.tokens[index + 1].tag != "VBD"
        )
    if token.text[0].isdigit() and reading.lower[index + 1] != "-":
        return False
    if token.upos in _NOMINAL or low in ("'s", "’s"):
        return not _ends_other_phrase(reading, index)
    if low in ("’", "'") and token.tag == "POS":
        return True
    if low == "-" or reading.lower[index + 1] == "-":
        return token.end == reading.tokens[index + 1].start
    before = reading.lower[index - 1] if index else ""
    modified = before in _DETERMINERS or before in _JUST
    return token.tag in _PARTICIPLES and (modified or low in ("serving", "acting", "retired", "fired"))


def _ends_other_phrase(reading: Reading, index: int) -> bool:
    """Whether a plain noun before a capitalised word ends what stands before: "by the blast Taliban spokesman"."""
    token, after = reading.tokens[index], reading.tokens[index + 1]
    return token.tag == "NN" and token.text.islower() and after.upos == "PROPN" and not role_noun(after.text)


def _right_edge(reading: Reading, head: int, taken: set[int]) -> int:
    """Return the last token of an "of" or "for" complement: "director of public prosecutions"."""
    tokens = reading.tokens
    index = head + 1
    if index >= len(tokens) or reading.lower[index] not in ("of", "for"):
        return head
    last = head
    while (
        index < len(tokens)
        and index - head < LONGEST
        and reading.sentence_of[index] == reading.sentence_of[head]
    ):
        token, low = tokens[index], reading.lower[index]
        starts_person = (
            token.upos == "PROPN" and is_first_name(token.text) and index in taken and last > head + 1
        )
        if starts_person or low in _CALENDAR:
            break
        if token.upos in _NOMINAL or low in ("'s", "’s", "’"):
            last = index
        elif low not in ("of", "for", "the", "and", "-", "its", "her", "his", "a", "&"):
            break
        index += 1
    return last


# ---------------------------------------------------------------- whose role


def attach(reading: Reading, names: Sequence[Piece], found: Sequence[Phrase]) -> list[Role]:
    """Return the roles that stand before or beside names. Nothing here looks at what the names name."""
    by_last = {phrase.last: phrase for phrase in found} | {phrase.head: phrase for phrase in found}
    by_first = _by_beginning(reading, found)
    starts = {name.start for name in names}
    roles: list[Role] = []
    for number, name in enumerate(names):
        roles.extend(_before(reading, number, name, by_last))
        roles.extend(_beside_left(reading, number, name, by_last))
        roles.extend(_beside_right(reading, number, name, by_first, starts))
    return roles


def _by_beginning(reading: Reading, found: Sequence[Phrase]) -> dict[int, Phrase]:
    """Index phrases by where they begin, with and without their determiner; the first noun wins."""
    table: dict[int, Phrase] = {}
    for phrase in found:
        table.setdefault(reading.tokens[phrase.first].start, phrase)
        if phrase.determiner:
            table.setdefault(reading.tokens[phrase.first - 1].start, phrase)
    return table


def _before(reading: Reading, number: int, name: Piece, by_last: dict[int, Phrase]) -> Iterator[Role]:
    """Yield the role that ends right before a name: "organiser Jamie Klingler"; a rank that is its title too."""
    token = reading.at.get(name.start)
    if token is None:
        return
    title = by_last.get(token) if name.titles else None
    phrase = title or by_last.get(token - 1)
    if phrase is None or phrase.last >= token + len(name.titles):
        return
    if phrase.last > phrase.head and not _may_precede(reading, phrase):
        return
    last = reading.tokens[phrase.last]
    gap = reading.text[last.end : name.start]
    if title is None and (gap.strip() or "\n" in gap or not gap):
        return
    yield Role(number, Span(reading.tokens[phrase.first].start, last.end), phrase)


def _may_precede(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase with a complement may stand before its holder's name.

    "director of public prosecutions Max Hill" and "spokeswoman for the festival Anna Cole" may; in "aide to",
    "spokesman for" or "friend of Senator Hill" the name belongs to the complement.
    """
    last, joint = reading.tokens[phrase.last], reading.lower[phrase.head + 1]
    titled = role_noun(last.text) or is_rank(last.text) or is_honorific(last.text)
    whose = last.upos in ("NOUN", "PROPN") if joint == "of" else last.tag == "NN" and last.text.islower()
    return whose and not titled


def _beside_left(reading: Reading, number: int, name: Piece, by_last: dict[int, Phrase]) -> Iterator[Role]:
    """Yield the role before a name in commas: "the policing minister, Kit Malthouse, said"."""
    token = reading.at.get(name.start)
    if not token or reading.lower[token - 1] not in (",", ":") or token < 2:
        return
    phrase = by_last.get(token - 2)
    after = reading.text[name.end : name.end + 1]
    if phrase is None or phrase.type is not EntityType.PERSON or after not in _CLOSERS or not after:
        return
    if not (phrase.determiner or _possessed(reading, phrase)):
        return
    span = Span(reading.tokens[phrase.first].start, reading.tokens[phrase.last].end)
    yield Role(number, span, phrase)


def _possessed(reading: Reading, phrase: Phrase) -> bool:
    return any(reading.lower[i] in ("'s", "’s") for i in range(phrase.first, phrase.head))


def _beside_right(
    reading: Reading, number: int, name: Piece, by_first: dict[int, Phrase], starts: set[int]
) -> Iterator[Role]:
    """Yield the role after a name: "Martin Hewitt, chairman of …," and "X, 48, a …", "X, who is advising …"."""
    position = name.end
    age = _AGED.match(reading.text, position)
    if age:
        position = age.end()
    comma = _COMMA.match(reading.text, position)
    if not comma:
        return
    begin = comma.end()
    phrase = by_first.get(begin) or _unlisted(reading, begin)
    if phrase is not None:
        end = _closing(reading, phrase, starts)
        if end is not None:
            yield Role(number, Span(reading.tokens[phrase.first].start, end), phrase)
        return
    doing = _doing(reading, begin)
    span = doing or _from(reading, begin)
    if span is not None:
        yield Role(number, span, None, doing is not None)


def _unlisted(reading: Reading, begin: int) -> Phrase | None:
    """Return the phrase "a … shopfitter," whose noun is in no list but has the ending of a person's noun."""
    at = reading.at.get(begin)
    if at is None or reading.lower[at] not in ("a", "an", "the"):
        return None
    index = at + 1
    while (
        index + 1 < len(reading.tokens)
        and reading.tokens[index].upos in _NOMINAL | {"PUNCT"}
        and index - at < 8
    ):
        nominal = reading.tokens[index].upos == "NOUN" and reading.tokens[index].tag == "NN"
        if (
            nominal
            and reading.lower[index].endswith(PERSON_ENDINGS)
            and reading.tokens[index + 1].upos != "NOUN"
        ):
            return Phrase(at + 1, index, index, reading.lower[at])
        if reading.lower[index] == ",":
            return None
        index += 1
    return None


def _closing(reading: Reading, phrase: Phrase, starts: set[int]) -> int | None:
    """Return where a phrase beside a name ends, None where it is no apposition after all.

    It must end at a mark or at "who"; a finite verb or another name right after the noun shows that the noun is
    the subject of what follows ("X, the minister said") or another person's title ("X, Justice Secretary Y").
    """
    tokens, after = reading.tokens, phrase.head + 1
    end = tokens[phrase.head].end
    beyond = phrase.last + 1
    if any(
        i < len(tokens) and (tokens[i].start in starts or tokens[i].upos == "PROPN") for i in (after, beyond)
    ):
        return None
    for index in range(after, min(len(tokens), after + LONGEST)):
        token, low = tokens[index], reading.lower[index]
        if reading.sentence_of[index] != reading.sentence_of[phrase.head] or low in ("who", "whose", "which"):
            return end
        if token.text in _CLOSERS and not _inside_word(reading, index):
            return end
        if token.tag in _FINITE and token.upos in ("VERB", "AUX"):
            return None
        end = token.end
    return end if after + LONGEST > len(tokens) else None


def _inside_word(reading: Reading, index: int) -> bool:
    """Whether a mark is a hyphen in a word or the end of a possessive."""
    token, text = reading.tokens[index], reading.text
    if token.text in ("’", "'"):
        return token.tag == "POS"
    around = text[token.start - 1 : token.start] + text[token.end : token.end + 1]
    return token.text in "-–" and len(around) == 2 and not around.isspace() and around.strip() == around


def _doing(reading: Reading, begin: int) -> Span | None:
    """Return "advising the Government on …" of ", who is advising the Government on …,"."""
    at = reading.at.get(begin)
    if at is None or reading.lower[at] != "who" or at + 2 >= len(reading.tokens):
        return None
    if reading.lower[at + 1] not in ("is", "was") or reading.lower[at + 2] not in _OFFICE_WORK:
        return None
    end = None
    for index in range(at + 2, min(len(reading.tokens), at + LONGEST)):
        if reading.lower[index] in (",", ".", ";") or reading.sentence_of[index] != reading.sentence_of[at]:
            return Span(reading.tokens[at + 2].start, end) if end else None
        end = reading.tokens[index].end
    return None


def _from(reading: Reading, begin: int) -> Span | None:
    """Return "from Reclaim These Streets" between commas after a name: where somebody belongs."""
    at = reading.at.get(begin)
    if at is None or reading.lower[at] not in ("from", "of") or at + 2 >= len(reading.tokens):
        return None
    index = at + 1
    while index < len(reading.tokens) and reading.lower[index] == "the":
        index += 1
    first = index
    while index < len(reading.tokens) and index - first < 8:
        token = reading.tokens[index]
        if token.text in (",", "."):
            return Span(reading.tokens[at].start, reading.tokens[index - 1].end) if index > first else None
        if not (
            token.text[0].isupper() or reading.lower[index] in ("of", "for", "the", "'s", "’s", "-", "’")
        ):
            return None
        index += 1
    return None
