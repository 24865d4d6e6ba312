"""spaCy behind the language Protocol: any installed English pipeline with a parser.

Each paragraph, and each stretch of one that has lost its breaks, is analysed
as a document of its own, so that no sentence and no name crosses its border.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from crossread.errors import LanguageError
from crossread.language.pool import batches
from crossread.language.scheme import name_type, scheme_of, sentence_labels
from crossread.language.shipped import shipped
from crossread.record.analysis import Analysis, Name, Sentence, Token
from crossread.record.article import Article, as_read
from crossread.record.span import Span
from crossread.text.runons import stretches

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Articles analysed together, and stretches of text that one has on average; spaCy's batches are as large as their
# product. 1 to 16 articles tried on 200 news articles: flat from 4 on.
_BATCH = 4
_STRETCHES = 20


class SpacyBackend:
    """A spaCy pipeline as a LanguageBackend."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._nlp = _load(name)
        self._scheme = scheme_of(self._nlp.pipe_labels.get("parser", []), name)
        self.digest = _digest(self._nlp)

    def analyse(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        """Yield the analysis of each article, in order."""
        for batch in batches(articles, _BATCH):
            read = list(map(as_read, batch))
            parts = [_stretches(article) for article in read]
            texts = (
                _straightened(part.of(a.text)) for a, spans in zip(read, parts, strict=True) for part in spans
            )
            docs = self._nlp.pipe(texts, batch_size=_BATCH * _STRETCHES)
            for article, spans in zip(batch, parts, strict=True):
                yield self._join(article, [(span, next(docs)) for span in spans])

    def _join(self, article: Article, parts: list[tuple[Span, Doc]]) -> Analysis:
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        names: list[Name] = []
        for stretch, doc in parts:
            for span in doc.sents:
                kept = [t for t in span if not t.is_space]
                if not kept:
                    continue
                first = len(tokens)
                tokens.extend(self._sentence(article.text, stretch.start, kept, first))
                start = stretch.start + kept[0].idx
                end = stretch.start + kept[-1].idx + len(kept[-1])
                sentences.append(Sentence(start, end, first, len(tokens)))
            names.extend(_names(article.text, stretch.start, doc))
        return Analysis(article.id, tuple(tokens), tuple(sentences), tuple(names))

    def _sentence(self, text: str, offset: int, kept: list[spacy.tokens.Token], first: int) -> list[Token]:
        place = {token.i: first + k for k, token in enumerate(kept)}
        heads = [place.get(_kept_head(token, place).i, first + k) for k, token in enumerate(kept)]
        labels = [(token.pos_, token.tag_, token.dep_) for token in kept]
        relative = [head - first for head in heads]
        lemmas = [token.lemma_ for token in kept]
        relative, deps = sentence_labels(self._scheme, relative, labels, lemmas)
        made = []
        for k, token in enumerate(kept):
            start = offset + token.idx
            end = start + len(token)
            made.append(
                Token(
                    start,
                    end,
                    text[start:end],
                    token.pos_,
                    token.tag_,
                    token.lemma_,
                    first + relative[k],
                    deps[k],
                    str(token.morph),
                )
            )
        return made


def _stretches(article: Article) -> tuple[Span, ...]:
    return tuple(part for p in article.paragraphs for part in stretches(article.text, p.span))


def _kept_head(token: spacy.tokens.Token, place: dict[int, int]) -> spacy.tokens.Token:
    """Return the nearest head that is not white space."""
    head = token.head
    while head.i not in place and head.head.i != head.i:
        head = head.head
    return head


def _names(text: str, offset: int, doc: Doc) -> Iterator[Name]:
    for entity in doc.ents:
        kind = name_type(entity.label_)
        words = entity.text.strip()
        if kind is None or not words:
            continue
        start = offset + entity.start_char + len(entity.text) - len(entity.text.lstrip())
        yield Name(start, start + len(words), text[start : start + len(words)], kind)


# The models were trained on straight marks and plain spaces; one code point for one, so offsets hold.
_STRAIGHT = str.maketrans(
    {
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",
    }
)


def _straightened(text: str) -> str:
    return text.translate(_STRAIGHT)


def _load(name: str) -> Language:
    try:
        return spacy.load(name)
    except OSError as missing:
        there = ", ".join(sorted({*shipped(), *spacy.util.get_installed_models()}))
        raise LanguageError(
            f"no language model {name!r}; there are: {there}. Install a spaCy pipeline with pip, then name it"
        ) from missing


def _digest(nlp: Language) -> str:
    """Return the SHA-256 over the pipeline's files, in order of their paths."""
    total = hashlib.sha256()
    root = nlp.path
    if root is None:
        raise LanguageError(f"pipeline {nlp.meta['name']!r} has no files, so no digest")
    for path in sorted(
        p for p in Path(root).rglob("*") if p.is_file() and p.suffix != ".pyc" and p.name != "CARD.md"
    ):
        total.update(path.relative_to(root).as_posix().encode())
        total.update(path.read_bytes())
    return total.hexdigest()
