"""Words into what the encoder reads: word pieces, and the shape of the word each piece is from.

The encoder is uncased, so a second input tells it how a word was written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from crossread.language.words import Word

# Shape 0 is for what is no word (sequence marks, padding); then seven forms, with and without a space before.
SHAPES = 15
# Pieces kept of one word. Longer ones are addresses and keys, whose rest says nothing more.
_LONGEST = 12

FIRST, LAST, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"


@dataclass(frozen=True, slots=True)
class Pieces:
    """A window of words as pieces. Word k (from 1; 0 is the window itself) is ids[first[k]:last[k] + 1]."""

    ids: tuple[int, ...]
    shapes: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]


def shape(word: str, *, spaced: bool) -> int:
    """Return the number of a word's shape: how it uses capitals, digits and marks, and whether spaced."""
    if any(c.isdigit() for c in word):
        kind = 4
    elif not any(c.isalpha() for c in word):
        kind = 5
    elif word.isupper():
        kind = 2 if len(word) > 1 else 3
    elif word[0].isupper() and word[1:].islower():
        kind = 1
    else:
        kind = 0 if word.islower() else 6
    return 1 + 2 * kind + int(spaced)


class WordPieces:
    """Cuts words into pieces of a vocabulary, each word once: names and function words come again and again."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[int, ...]] = {}
        self._first, self._last, self._unknown = map(self._special, (FIRST, LAST, UNKNOWN))

    def _special(self, mark: str) -> int:
        found = self._tokenizer.token_to_id(mark)
        if found is None:
            raise ValueError(f"the vocabulary has no {mark}")
        return int(found)

    def of(self, word: str) -> tuple[int, ...]:
        """Return the piece ids of one word, at least one, at most twelve."""
        ids = self._known.get(word)
        if ids is None:
            found = self._tokenizer.encode(word, add_special_tokens=False).ids[:_LONGEST]
            ids = self._known[word] = tuple(found) or (self._unknown,)
        return ids

    def window(self, words: Sequence[Word], *, cased: bool = True) -> Pieces:
        """Return the pieces of a run of words, between the marks of a sequence.

        Where the text is not `cased`, that a word has no capital says nothing,
        so no shape is given for words of letters alone.
        """
        ids, shapes, first, last = [self._first], [0], [0], [0]
        for word in words:
            found = self.of(word.text)
            first.append(len(ids))
            ids.extend(found)
            last.append(len(ids) - 1)
            known = cased or not word.text.isalpha()
            shapes.extend([shape(word.text, spaced=word.spaced) if known else 0] * len(found))
        return Pieces((*ids, self._last), (*shapes, 0), tuple(first), tuple(last))
