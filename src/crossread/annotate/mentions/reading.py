"""One article's analysis made handy for looking around a position."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from crossread.record.analysis import PLURAL, Analysis, Sentence, Token
from crossread.record.article import Article, Paragraph
from crossread.record.span import Span
from crossread.text.marks import quotations

# Characters after which an opening mark without a closing one is a misprint. Tried 500 to 3000.
_LONGEST_QUOTATION = 1500


@dataclass(frozen=True)
class Reading:
    """An article with its analysis, and indices over both."""

    article: Article
    analysis: Analysis

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.analysis.tokens

    @cached_property
    def lower(self) -> list[str]:
        """The tokens in lower case."""
        return [token.text.lower() for token in self.analysis.tokens]

    @cached_property
    def plurals(self) -> frozenset[str]:
        """The lemmas of nouns in the plural."""
        return frozenset(t.lemma.lower() for t in self.analysis.tokens if t.tag in PLURAL)

    @cached_property
    def at(self) -> dict[int, int]:
        """Token index by the position at which the token starts."""
        return {token.start: index for index, token in enumerate(self.analysis.tokens)}

    @cached_property
    def ending(self) -> dict[int, int]:
        """Token index by the position at which the token ends."""
        return {token.end: index for index, token in enumerate(self.analysis.tokens)}

    @cached_property
    def sentence_of(self) -> list[int]:
        """The number of the sentence of each token; -1 for a token outside all sentences."""
        numbers = [-1] * len(self.analysis.tokens)
        for number, sentence in enumerate(self.analysis.sentences):
            for index in range(sentence.first, sentence.last):
                numbers[index] = number
        return numbers

    @cached_property
    def _quoted(self) -> tuple[list[int], list[Span]]:
        found = quotations(self.text, self.article.paragraphs)
        spans = sorted(span for quotation in found for span in quotation.spans)
        return [span.start for span in spans], spans

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.article.paragraphs]

    def sentence(self, token: int) -> Sentence | None:
        """Return the sentence of a token."""
        number = self.sentence_of[token]
        return self.analysis.sentences[number] if number >= 0 else None

    def quotation_at(self, position: int) -> int | None:
        """Return the number of the quoted stretch that covers `position`, None outside quotation marks."""
        starts, spans = self._quoted
        at = bisect_right(starts, position) - 1
        return at if at >= 0 and position < spans[at].end else None

    def lower_at(self, position: int) -> str:
        """Return the token that starts at `position` in lower case, "" where none does."""
        at = self.at.get(position)
        return "" if at is None else self.lower[at]

    def opened_before(self, position: int) -> bool:
        """Whether the last curved quotation mark before `position` is an opening one.

        A page that breaks a quotation into paragraphs without marks leaves words in it that no quotation holds.
        """
        floor = max(0, position - _LONGEST_QUOTATION)
        opening = self.text.rfind("“", floor, position)
        return opening > self.text.rfind("”", floor, position) and not self._closes_straight(
            opening, position
        )

    def _closes_straight(self, opening: int, position: int) -> bool:
        """Whether the quotation that a curved mark opens ends before `position` at a straight one."""
        number = self.quotation_at(opening + 1)
        end = self._quoted[1][number].end if number is not None else position
        return end < position and '"' in self.text[end : end + 2]

    def paragraph_at(self, position: int) -> Paragraph | None:
        """Return the paragraph that covers `position`."""
        at = bisect_right(self._paragraph_starts, position) - 1
        if at < 0:
            return None
        paragraph = self.article.paragraphs[at]
        return paragraph if position < paragraph.end else None

    def telling(self, position: int) -> bool:
        """Whether the words at `position` tell the story: no caption, no boilerplate."""
        paragraph = self.paragraph_at(position)
        return paragraph is not None and paragraph.telling
