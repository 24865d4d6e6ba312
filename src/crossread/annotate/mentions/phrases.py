"""Role phrases: "the policing minister", "chairman of the National Police Chiefs' Council".

A phrase is a noun for a person or a body with what belongs to it. It stands right before a name, or beside it
between commas, or for itself; then it is a description.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crossread.annotate.mentions.names import Piece
from crossread.annotate.mentions.reading import Reading
from crossread.record.analysis import NOMINAL, PLURAL
from crossread.record.annotation import EntityType
from crossread.record.span import Span
from crossread.text.closed_classes import INTRODUCING, POSSESSIVES
from crossread.text.institutions import FIELDS
from crossread.text.lexicon import words as lexicon_words
from crossread.text.names import is_first_name
from crossread.text.rolewords import BODY_NOUNS, OFFICE_MODIFIERS, RANK_WORDS, TWO_WORD_OFFICES, role_noun
from crossread.text.titles import is_honorific, is_rank

DEFINITE = POSSESSIVES | {"the", "this", "that"}
INDEFINITE = INTRODUCING - POSSESSIVES
_DETERMINERS = DEFINITE | INDEFINITE
_PROPER = frozenset(("NNP", "NNPS"))
_CALENDAR = lexicon_words("function_words", "calendar")
_TIMES = lexicon_words("function_words", "times of day")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PARTICIPLES = frozenset(("VBN", "VBG"))
# Adverbs before a participle that belong to a role: "newly elected President", not "who originally backed Chancellor".
_JUST = frozenset(("newly", "recently", "freshly", "democratically", "duly"))
# Participles that tell how somebody came to an office or holds it: "newly-elected President".
_INTO_OFFICE = frozenset(("elected", "appointed", "named", "nominated", "serving", "acting", "elect"))
# Titles that no plain noun belongs to: "the deal President Cole wants", but "the company President".
_TITLES = frozenset(("President", "Sen", "Sen.", "Senator", "Rep", "Rep.", "Gov", "Gov.", "Judge", "Justice"))
# How many tokens a phrase beside a name may have; longer ones are sentences that lost their comma.
LONGEST = 18
# Who is sent to a place: "ambassador to Norway".
SENT = frozenset(("ambassador", "envoy"))
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


def phrases(reading: Reading, names: Sequence[Piece]) -> list[Phrase]:
    """Return the role phrases whose noun is no part of a name, in text order."""
    taken = _tokens_of(reading, [name for name in names if not name.stem])
    named = _tokens_of(reading, names)
    people = {index for index in taken if is_first_name(reading.tokens[index].text)}
    labelled = {name.start for name in reading.analysis.names if name.type == "PERSON"}
    full = (name.words[0].start for name in names if len(name.words) > 1 and not name.stem)
    people |= {reading.at.get(start, -1) for start in labelled.intersection(full)}
    joined = {
        token: reading.at.get(name.start, token)
        for name in names
        if name.stem or any(not word.capital for word in name.words)
        for token in reading.analysis.tokens_in(Span(name.start, name.end))
    }
    found = []
    for index, low in enumerate(reading.lower):
        token = reading.tokens[index]
        if index in taken or token.upos not in ("NOUN", "PROPN", "ADJ", "VERB", "X"):
            continue
        type = _kind(reading, index, low)
        if type is EntityType.PERSON or (type is not None and index not in named):
            phrase = _phrase(reading, index, type, people, joined)
            if not _imagined(reading, phrase):
                found.append(phrase)
    return found


# Adjectives of somebody who is not there yet, and may never be.
_IMAGINED = frozenset(("future", "potential", "prospective", "hypothetical", "eventual", "possible"))


def _imagined(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase means nobody yet: "a future Green mayor"; "the mayor" after it is the one in office."""
    return phrase.indefinite and reading.lower[phrase.first] in _IMAGINED


def _tokens_of(reading: Reading, names: Sequence[Piece]) -> set[int]:
    """Return the tokens that are words of names."""
    taken: set[int] = set()
    for piece in names:
        taken.update(reading.analysis.tokens_in(Span(piece.words[0].start, piece.end)))
    return taken


def _kind(reading: Reading, index: int, low: str) -> EntityType | None:
    """Return what a noun at `index` denotes: one person, one body, or neither."""
    number = reading.tokens[index].tag
    two = tuple(reading.lower[index : index + 2]) in TWO_WORD_OFFICES
    if two or reading.lower[index + 1 : index + 3] == ["in", "chief"]:
        return None  # "attorney" of an attorney general, "editor" of an editor in chief
    if role_noun(low) and number not in PLURAL and not _modifies(reading, index):
        body = low == "general" and index > 0 and reading.lower[index - 1] == "consulate"
        size = low == "major" and reading.tokens[index].text == low  # "a major" what
        return None if body or size else EntityType.PERSON
    if low in BODY_NOUNS and not _modifies(reading, index):
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
    return token.upos == "NOUN" and token.text[0].islower()


def _phrase(
    reading: Reading, head: int, type: EntityType, people: set[int], joined: Mapping[int, int]
) -> Phrase:
    """Return the phrase around a noun. `joined` gives the first token of the body's name that a token is in."""
    first = left_edge(reading, head)
    if joined.get(first, first) < first:
        first = left_edge(reading, joined[first])  # "U.S. Department of Bridges adviser"
    before = first - 3 if first >= 3 and _passing(reading, first - 3, head) else first
    determiner = reading.lower[before - 1] if before else ""
    last = _right_edge(reading, head, people) if type is EntityType.PERSON else head
    return Phrase(first, head, last, determiner if determiner in _DETERMINERS else "", type)


def left_edge(reading: Reading, head: int) -> int:
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
    if floor + 1 < index < head and reading.lower[index - 1] == "-":
        index -= 2  # the whole of "tough-talking"
    return index + 3 if _passing(reading, index, head) else index


def _passing(reading: Reading, index: int, head: int) -> bool:
    """Whether a passing remark begins here, which is no part of a role: "under-fire", "gaffe-prone President"."""
    if index + 3 > head or reading.tokens[index + 1].text != "-":
        return False
    one, other = reading.tokens[index], reading.tokens[index + 2]
    if reading.lower[index] == "under":
        return True
    titled = reading.tokens[head].text[0].isupper() and (one.text + other.text).islower()
    told = other.tag in _PARTICIPLES or (other.tag == "JJ" and one.tag == "NN" and one.text != "vice")
    return titled and told and other.text not in _INTO_OFFICE


def _premodifies(reading: Reading, index: int) -> bool:
    token, low = reading.tokens[index], reading.lower[index]
    if low in _CALENDAR or low in _DETERMINERS or low in ("no", "any", "every", "each", "some", "fellow"):
        return False
    if _is_before_role(reading, index):
        return False
    if low in RANK_WORDS or (low == "in" and reading.lower[index + 1] == "chief"):  # "Editor in Chief"
        return True
    if (low, reading.lower[index + 1]) in (("then", "-"), ("under", "secretary")):
        return True
    if token.upos == "ADV" and token.tag != "WRB":  # not "when deputy secretary Cole"
        return reading.tokens[index + 1].upos in ("ADV", "ADJ", "VERB")
    if token.text[0].isdigit() and reading.lower[index + 1] != "-":
        # "2016 candidate", "9/11 widow"
        return "/" in low or _YEAR.fullmatch(low) is not None
    if token.upos in NOMINAL or low in ("'s", "’s"):
        return not (_ends_other_phrase(reading, index) or _is_said_of(reading, index))
    if low in ("’", "'") and token.tag == "POS":
        return True
    if low == "-" or reading.lower[index + 1] == "-":
        return token.end == reading.tokens[index + 1].start
    before = reading.lower[index - 1] if index else ""
    modified = before in _DETERMINERS or before in _JUST
    modified = modified or before == "-"  # "Leeds-based"
    return token.tag in _PARTICIPLES and (modified or low in ("serving", "acting", "retired", "fired"))


def _is_before_role(reading: Reading, index: int) -> bool:
    """Whether a word only stands before a role: "since the evening Judge Cole was named", "is naming Director Cole"."""
    token = reading.tokens[index]
    if token.text in _TIMES and reading.tokens[index + 1].text[0].isupper():
        return True
    return token.text.endswith("ing") and index > 0 and reading.tokens[index - 1].upos == "AUX"


def _is_said_of(reading: Reading, index: int) -> bool:
    """Whether an adjective is said of what stands before it: "made it clear Judge Cole would stay"."""
    return reading.tokens[index].upos == "ADJ" and reading.tokens[index].dep in (
        "xcomp",
        "ccomp",
        "root",
        "advcl",
    )


def _ends_other_phrase(reading: Reading, index: int) -> bool:
    """Whether a plain noun before a capitalised word ends what stands before: "by the blast Taliban spokesman"."""
    token, after = reading.tokens[index], reading.tokens[index + 1]
    low = reading.lower[index]
    if token.tag == "NNS":
        return token.text.islower() and (after.text[0].isupper() or after.upos == "ADJ")
    if token.tag != "NN" or not token.text.islower():
        return False
    tied = (
        low in BODY_NOUNS | OFFICE_MODIFIERS | FIELDS
        or low.endswith("man")
        or reading.lower[index - 1] == "-"
    )
    titled = after.text in _TITLES and not (tied or role_noun(low))
    return titled or (after.upos == "PROPN" and not role_noun(after.text))


def _right_edge(reading: Reading, head: int, people: set[int]) -> int:
    """Return the last token of a complement: "director of public prosecutions", "envoy to Norway".

    It ends where one of the `people` begins.
    """
    tokens = reading.tokens
    index = head + 1
    ties = ("of", "for", "to") if reading.lower[head] in SENT else ("of", "for")
    if index >= len(tokens) or reading.lower[index] not in ties:
        return head
    last = head
    while (
        index < len(tokens)
        and index - head < LONGEST
        and reading.sentence_of[index] == reading.sentence_of[head]
    ):
        token, low = tokens[index], reading.lower[index]
        starts_person = token.upos == "PROPN" and index in people and last > head + 1
        titled = token.text.endswith(".") and (is_rank(token.text) or is_honorific(token.text))
        if (starts_person and not is_honorific(tokens[index - 1].text)) or titled or low in _CALENDAR:
            break
        if token.upos in NOMINAL or token.tag in _PROPER or low in ("'s", "’s", "’"):
            last = index
        elif low not in (*ties, "the", "and", "-", "its", "her", "his", "a", "&"):
            break
        index += 1
    return last
