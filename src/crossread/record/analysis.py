"""What the language layer says about one article, as plain data.

Labels are Universal Dependencies (version 2) and Penn tags, whatever backend
made them. Everything after the language layer works on this alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from crossread.record.span import Span

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})  # tags of finite verbs
PLURAL = frozenset({"NNS", "NNPS"})  # tags of nouns for several
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})  # parts of speech that carry a topic
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})  # those of nouns and of what stands before them


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark. `head` is the index of its head; a root's head is itself.

    `feats` are UD features as `Number=Sing|…`, empty where the backend has none.
    """

    start: int
    end: int
    text: str
    upos: str
    tag: str
    lemma: str
    head: int
    dep: str
    feats: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span of text and its half-open range of token indices."""

    start: int
    end: int
    first: int
    last: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Name:
    """A name found by the model: PERSON, ORG, PLACE, NORP, EVENT, OTHER."""

    start: int
    end: int
    text: str
    type: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class StatementPart:
    """Words the model takes for a part of a reported statement: source, cue, direct or indirect (content)."""

    start: int
    end: int
    type: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Analysis:
    """The analysis of one article. Sentences never cross a paragraph border.

    `parts` are in text order and never overlap; None where the backend does not mark them.
    """

    article: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    parts: tuple[StatementPart, ...] | None = None

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        below: list[list[int]] = [[] for _ in self.tokens]
        for index, token in enumerate(self.tokens):
            if token.head != index:
                below[token.head].append(index)
        return tuple(map(tuple, below))

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The tokens' texts in lower case; but "US", a country, is not "us"."""
        return tuple(token.text if token.text == "US" else token.text.lower() for token in self.tokens)

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """The tokens' lemmas in lower case."""
        return tuple(token.lemma.lower() for token in self.tokens)

    @cached_property
    def relations(self) -> tuple[str, ...]:
        """The tokens' labels without subtypes."""
        return tuple(token.dep.split(":", 1)[0] for token in self.tokens)

    def names_in(self, span: Span) -> list[Name]:
        """Return the names that lie within `span`, in their order."""
        return [name for name in self.names if span.start <= name.start and name.end <= span.end]

    def children(self, index: int, *deps: str) -> tuple[int, ...]:
        """Return the indices of the tokens directly below `index`, in text order.

        With `deps`, only those with one of these labels; `nsubj` also matches
        subtypes such as `nsubj:pass`.
        """
        below = self._children[index]
        if not deps or not below:
            return below
        found: tuple[int, ...] = ()
        for child in below:  # no comprehension: a large story asks half a million times
            if self.relations[child] in deps or self.tokens[child].dep in deps:
                found += (child,)
        return found

    def hangs(self, index: int, *deps: str) -> bool:
        """Whether a token hangs on its head by one of these labels, or a subtype of one."""
        return self.relations[index] in deps or self.tokens[index].dep in deps

    def subtree(self, index: int) -> list[int]:
        """Return the indices of `index` and all tokens below it, in text order."""
        found, stack = [], [index]
        while stack:
            current = stack.pop()
            found.append(current)
            stack.extend(self._children[current])
        return sorted(found)

    def subtree_span(self, index: int) -> Span:
        """Return the span from the first to the last token below `index`."""
        below = self.subtree(index)
        return Span(self.tokens[below[0]].start, self.tokens[below[-1]].end)

    def ancestors(self, index: int) -> Iterator[int]:
        """Yield the heads above `index`, nearest first."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def top(self, index: int, *deps: str) -> int:
        """Return the first token at or above `index` that does not hang on its head by one of these labels.

        A token that is its own head ends the climb, whatever its label: the stretches of a cut text have such.
        """
        while self.hangs(index, *deps) and self.tokens[index].head != index:
            index = self.tokens[index].head
        return index

    def tokens_in(self, span: Span) -> range:
        """Return the indices of the tokens that overlap `span`."""
        first = bisect_right(self._ends, span.start)
        return range(first, bisect_left(self._starts, span.end, first))

    def token_at(self, position: int) -> int | None:
        """Return the index of the token that covers `position`, if one does."""
        found = self.tokens_in(Span(position, position + 1))
        return found[0] if found else None

    def sentence_at(self, position: int) -> Sentence | None:
        """Return the sentence that covers `position`, if one does."""
        at = bisect_right(self._sentence_starts, position) - 1
        if at < 0 or position >= self.sentences[at].end:
            return None
        return self.sentences[at]

    def head_of(self, span: Span) -> int | None:
        """Return the index of the highest token in `span`: the one whose head lies outside."""
        inside = self.tokens_in(span)
        for index in inside:
            head = self.tokens[index].head
            if (head == index or head not in inside) and self.tokens[index].upos != "PUNCT":
                return index
        return inside[0] if inside else None
