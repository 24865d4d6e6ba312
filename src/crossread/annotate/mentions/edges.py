"""Words at the edges of a run of capitals that belong to no name: sentence openers, days, months."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.annotate.mentions.runs import Word
from crossread.text.institutions import FIRMS, KNOWN_BODIES, is_place
from crossread.text.lexicon import words as lexicon_words
from crossread.text.names import is_first_name

# Capitalised words that begin a sentence or a heading and belong to no name.
FUNCTION_WORDS = lexicon_words("function_words")
_CALENDAR_WORDS = lexicon_words("function_words", "calendar")


def without_function_words(words: tuple[Word, ...], *, initial: bool) -> tuple[tuple[Word, ...], bool]:
    """Drop words that only begin a sentence, and days and months."""
    start = 0
    if not initial and len(words) > 1 and words[0].low == "will":
        return words, initial
    while start < len(words) and (_is_function_word(words[start]) or not words[start].capital):
        if (
            words[start].low in ("her", "his")
            and start + 1 < len(words)
            and words[start + 1].low == "majesty"
        ):
            break
        start += 1
    words = words[start:]
    if " ".join(word.low for word in words[-2:]) in FIRMS:
        return words, initial and start == 0
    while (
        words
        and not _is_first_of_all(words)
        and not ends_in_may(words)
        and not _is_for_whom(words)
        and not (len(words) > 1 and words[-1].text in ("Watch", "Today"))  # "Rail Watch", "Harbour Today"
        and _ends_no_name(words[-1])
    ):
        words = words[:-1]
    while (
        words
        and words[0].low in _CALENDAR_WORDS
        and not (words[0].low in ("may", "april", "june", "august") and len(words) == 2)
    ):
        words = words[1:]
    return words, initial and start == 0


def _is_first_of_all(words: Sequence[Word]) -> bool:
    """Whether words put a country first, as parties and slogans do: "Norway First"."""
    return words[-1].text == "First" and is_place(" ".join(word.low for word in words[:-1]))


def _ends_no_name(word: Word) -> bool:
    return word.low in _CALENDAR_WORDS or _is_function_word(word)


def _is_for_whom(words: Sequence[Word]) -> bool:
    """Whether a body's name ends in those it is for: "Organization for Women"."""
    tied = any(word.low in ("of", "for") for word in words[1:-1])
    return tied and words[-1].low in ("women", "men", "people")


def ends_in_may(words: Sequence[Word]) -> bool:
    """Whether "May" is a surname: after a first name that stands right before it."""
    return len(words) > 1 and words[-1].text == "May" and is_first_name(words[-2].text)


def _is_function_word(word: Word) -> bool:
    """Whether a word is capitalised by its place alone: "But", "They'll"; initials are not."""
    low = re.split("[’']", word.low, maxsplit=1)[0]
    return low in FUNCTION_WORDS and not (word.text.isupper() and len(word.text) > 1 and low in KNOWN_BODIES)
