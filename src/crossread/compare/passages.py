"""Passages: what one sentence tells in the account's own words, and what it quotes.

Wording is compared per sentence with quotations set apart: two outlets that
quote one speech share its words without copying each other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from crossread.compare.once import quoted_spans
from crossread.record.analysis import Token
from crossread.record.annotation import Account, StatementKind
from crossread.record.span import Evidence, Span
from crossread.text.listing import listed
from crossread.text.similar import Gram, ngrams
from crossread.text.words import Word, apart, forms, words

# Words to an n-gram; 4 after the comparison of sentence measures in the design (FIELD.md).
GRAM = 4
# Words in a row of which two passages that are compared share at least one. With 3, wording of which three words in ten
# are edited still has one left in 99 of 100 sentences (the 200 pairs of `benchmarks.reuse`); with 4 in nine of ten.
KEY = 3

# Verbs of bare saying: they tell that something was said and nothing else. A closed list after
# the commonest reporting verbs of news (cue frequencies of PolNeAR).
SAYING = frozenset(
    {"say", "tell", "add", "report", "state", "write", "tweet", "ask", "note", "explain", "speak"}
)

# Words for posts in social networks.
POSTS = listed("tweet tweets tweeted twitter post posts posted facebook instagram telegram tiktok weibo")


class Voice(Enum):
    """Whose words a passage is made of."""

    NARRATIVE = "narrative"
    FIRST_PERSON = "first person"  # I or we outside marks: a quotation whose marks are lost
    QUOTED = "quoted"


# In its own case, so that the US is no "us", and free of hyphens, so that no place name holds an "I".
_FIRST_PERSON = re.compile(r"(?<![\w-])(?:I|[Ww]e|[Mm]y|[Oo]urs?|me|us|myself|ourselves)(?![\w-])")


@dataclass(frozen=True)
class Passage:
    """The words of one `voice` in one sentence of an account.

    `order` counts the account in the order of reading. `stretches` are the
    unbroken parts of the sentence that hold the words.
    """

    account: Account
    order: int
    sentence: Span
    stretches: tuple[Span, ...]
    voice: Voice

    @cached_property
    def _parts(self) -> tuple[tuple[str, ...], ...]:
        """The normal forms of each stretch; where they stand is asked only of what is shared."""
        return tuple(forms(self.account.text, span) for span in self.stretches)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words of the passage, in order."""
        return tuple(word for span in self.stretches for word in words(self.account.text, span))

    @cached_property
    def telling_words(self) -> frozenset[int]:
        """Numbers of the words that are full verbs other than those of saying, and of what says what something is."""
        return frozenset(
            number
            for number, token in self._verbs.items()
            if token.dep == "cop" or token.lemma.lower() not in SAYING
        )

    @cached_property
    def asserts(self) -> bool:
        """Whether the passage tells something: who said what is quoted beside it, or signs it, does not."""
        whole = self.stretches == (self.sentence,)
        return bool(self.telling_words) or len(self._verbs) > 1 or (whole and not self._signs)

    @property
    def _signs(self) -> bool:
        """Whether the sentence has no verb and names who says something: it is what stands under a post."""
        speakers = (said.speaker.span for said in self.account.annotation.statements if said.speaker)
        return not self._verbs and any(map(self.sentence.contains, speakers))

    @cached_property
    def _verbs(self) -> dict[int, Token]:
        """The full verbs and copulas by the number of the word."""
        found: dict[int, Token] = {}
        for number, word in enumerate(self.words):
            at = self.account.analysis.token_at(word.start)
            token = None if at is None else self.account.analysis.tokens[at]
            if token is not None and (token.upos == "VERB" or token.dep == "cop"):
                found[number] = token
        return found

    @property
    def quoted(self) -> bool:
        return self.voice is Voice.QUOTED

    @cached_property
    def channel(self) -> frozenset[str]:
        """The words for how or to whom the words were said, where they are somebody's: "in a statement"."""
        account = self.account
        if not self.quoted:
            return frozenset()
        said = (s for s in account.annotation.statements if any(map(self.stretches[0].overlaps, s.spans)))
        told = (part.span for s in said for part in (s.channel, s.venue) if part is not None)
        return frozenset(form for span in told for form in forms(account.text, span))

    @cached_property
    def forms(self) -> tuple[str, ...]:
        return tuple(form for part in self._parts for form in part)

    @cached_property
    def grams(self) -> frozenset[Gram]:
        """The distinct n-grams; none runs over a gap between stretches."""
        return frozenset(gram for part in self._parts for gram in ngrams(part, GRAM))

    @cached_property
    def keys(self) -> frozenset[Gram]:
        """The distinct runs of words by which passages find each other."""
        return frozenset(gram for part in self._parts for gram in ngrams(part, KEY))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        return frozenset(self.forms)

    def stretch(self, first: int, last: int) -> Evidence:
        """Return the words from number `first` to number `last`, both included, as evidence."""
        return self.account.evidence(Span(self.words[first].start, self.words[last].end))


def passages(accounts: Sequence[Account]) -> tuple[Passage, ...]:
    """Return the passages of all accounts in reading order, without those that have no words."""
    found: list[Passage] = []
    for order, account in enumerate(accounts):
        found.extend(_of_account(account, order))
    return tuple(found)


def _of_account(account: Account, order: int) -> Iterator[Passage]:
    marked = sorted([*quoted_spans(account), *_unmarked(account)])
    ends = [span.end for span in marked]
    for sentence in account.sentences:
        inside = _clip(marked, ends, sentence.span)
        told = apart(account.text, sentence.span, inside)
        own = any(_FIRST_PERSON.search(span.of(account.text)) for span in told)
        voice = Voice.FIRST_PERSON if own else Voice.NARRATIVE
        for passage in (
            Passage(account, order, sentence.span, told, voice),
            *(Passage(account, order, sentence.span, (one,), Voice.QUOTED) for one in inside),
        ):
            if passage.forms:
                yield passage


def _unmarked(account: Account) -> Iterator[Span]:
    """Yield the words that somebody is reported to have written or said without quotation marks: posts, transcripts."""
    marked = quoted_spans(account)
    for statement in account.annotation.statements:
        if statement.kind is StatementKind.DIRECT:
            yield from (span for span in statement.spans if not any(map(span.overlaps, marked)))


def _clip(marked: Sequence[Span], ends: Sequence[int], sentence: Span) -> tuple[Span, ...]:
    """Return the parts of the quotations `marked` (in order, with their `ends`) inside the sentence."""
    inside: list[Span] = []
    for span in marked[bisect_left(ends, sentence.start + 1) :]:
        if span.start >= sentence.end:
            break
        start, end = max(span.start, sentence.start), min(span.end, sentence.end)
        if start < end and (not inside or start >= inside[-1].end):
            inside.append(Span(start, end))
    return tuple(inside)
