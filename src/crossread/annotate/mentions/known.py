"""What is known of an article's mentions while pronouns are settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from crossread.annotate.mentions.reading import Reading
from crossread.record.annotation import Gender, Mention, MentionForm


@dataclass
class Known:
    """The chain of each mention, by its number, None where it is open; the gender of each chain, where it is told."""

    reading: Reading
    mentions: Sequence[Mention]
    chains: list[int | None]
    genders: dict[int, Gender | None]
    by_sentence: dict[int, list[int]] = field(default_factory=dict)  # the mentions seen so far

    def fits(self, number: int, other: int) -> bool:
        """Whether a mention can be what the pronoun `number` denotes, by type, number and gender."""
        pronoun, mention, chain = self.mentions[number], self.mentions[other], self.chains[other]
        if mention.span.contains(pronoun.span):
            return False  # nobody is "his father" himself
        if mention.type is not pronoun.type or chain is None:
            return False
        gender = self.genders.get(chain)
        return pronoun.gender is Gender.NEUTER or gender is None or gender is pronoun.gender

    def sentence_of(self, number: int) -> int:
        """Return the number of the sentence in which a mention begins."""
        return self.reading.sentence_of[self.reading.at[self.mentions[number].span.start]]

    def here(self, token: int) -> Sequence[int]:
        """Return the mentions seen so far in the sentence of a token."""
        return self.by_sentence.get(self.reading.sentence_of[token], ())

    def covers(self, number: int, token: int) -> bool:
        """Whether a mention holds the beginning of a token."""
        span = self.mentions[number].span
        return span.start <= self.reading.tokens[token].start < span.end

    def is_name(self, number: int) -> bool:
        return self.mentions[number].form is MentionForm.NAME

    def quotation_of(self, number: int) -> int | None:
        """Return the quotation in which a mention begins, None outside all."""
        return self.reading.quotation_at(self.mentions[number].span.start)
