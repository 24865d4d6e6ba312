"""The terms of an article: what its words are about, found in the text alone.

No language model is needed, so that articles can be grouped as fast as they
are read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from math import fsum, log, sqrt

from crossread.record.article import Article, DateRange, Role
from crossread.text.words import normal, printed, topical

# Characters of the telling text that are counted: what an article is about stands in its first pages, and
# the cost of a book stays that of an article. 6,000 to no limit tried on the tuning half, within .002 of F1.
_LENGTH = 6_000
# Content words of the lead; 40 to 120 tried, flat.
_LEAD = 80
# A word of the title counts like so many in the text; 1 to 4 tried.
_TITLE_COUNTS = 2
# Terms kept of the text and of the lead, heaviest first; 60, 120, 200 tried: 120 is best by .004 of pair F1.
_TEXT_TERMS = 120
_LEAD_TERMS = 60
# A text of fewer terms is weighed as if it had so many: two short items that share one rare name prove little.
# 15 to 40 tried by reading pairs of items of one to three sentences; longer articles do not change.
_FEWEST_TERMS = 25
# Terms below which two texts are not called the same: two items of one sentence may just use the same words.
_HARDLY = 20
# Digits after the point that weights keep, so that a saved state comes back as it was.
_DIGITS = 4

Weights = Mapping[str, float]
Rarity = Callable[[Iterable[str]], Mapping[str, float]]
"""Gives the weight of one occurrence of each of some terms: the rarer, the heavier."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each term occurs in the text, the lead, and the title of an article."""

    text: Mapping[str, int]
    lead: Mapping[str, int]
    title: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Sketch:
    """What grouping keeps of an article: weighted terms, each part of length 1 at most, and its days.

    Terms are in the order of their weights, heaviest first.
    """

    article: str
    days: DateRange | None
    text: Weights
    lead: Weights
    title: Weights


def count(article: Article) -> Counts:
    """Count the terms of an article's telling words."""
    told = printed(_told(article))
    text = _counted(told)
    lead = Counter(islice(_terms(told), _LEAD))
    title = Counter(_terms(printed(_title(article))))
    for term, times in title.items():
        text[term] += _TITLE_COUNTS * times
    return Counts(text, lead + title, title)


def sketch(article: Article, rarity: Rarity) -> Sketch:
    """Weigh the terms of `article` by how rare they are."""
    counts = count(article)
    rare = rarity(counts.text)
    return Sketch(
        article.id,
        article.published,
        _weighted(counts.text, rare, _TEXT_TERMS),
        _weighted(counts.lead, rare, _LEAD_TERMS),
        _weighted(counts.title, rare, _LEAD_TERMS, fewest=0),
    )


def _title(article: Article) -> str:
    if article.title:
        return article.title
    return " ".join(p.span.of(article.text) for p in article.paragraphs if p.role is Role.HEADLINE)


def _told(article: Article) -> str:
    """Return the first telling paragraphs, a line each."""
    left, told = _LENGTH, []
    for paragraph in article.paragraphs:
        if paragraph.telling and left > 0:
            told.append(article.text[paragraph.start : min(paragraph.end, paragraph.start + left)])
            left -= paragraph.end - paragraph.start
    return "\n".join(told)


def _terms(words: Iterable[str]) -> Iterator[str]:
    return filter(None, map(_term, words))


def _counted(words: Iterable[str]) -> Counter[str]:
    """Return how often each term occurs."""
    terms = Counter(map(_term, words))
    del terms[""]
    return terms


@lru_cache(maxsize=1 << 16)
def _term(word: str) -> str:
    """Return the term of a printed word, "" for one that carries no topic."""
    form = normal(word)
    return stem(form) if topical(form) else ""


def stem(form: str) -> str:
    """Return a word's form without a plural ending (Harman's S stemmer, 1991)."""
    if len(form) < 4 or not form.endswith("s") or form.endswith(("us", "ss", "is")) or form[0].isdigit():
        return form
    return form[:-3] + "y" if form.endswith("ies") and len(form) > 4 else form[:-1]


@lru_cache(maxsize=1 << 10)
def _damped(times: int) -> float:
    return 1 + log(times)


def _weighted(
    counts: Mapping[str, int], rare: Mapping[str, float], most: int, *, fewest: int = _FEWEST_TERMS
) -> Weights:
    """Return the heaviest terms with weights (1 + ln count) x rarity, scaled to length 1, or less if few."""
    heavy = sorted([(-_damped(times) * rare[term], term) for term, times in counts.items()])[:most]
    length = sqrt(sum([weight * weight for weight, _ in heavy])) or 1.0
    length *= sqrt(max(1.0, fewest / max(1, len(heavy))))
    return {term: round(-weight / length, _DIGITS) for weight, term in heavy}


def cosine(a: Weights, b: Weights) -> float:
    """Return the cosine of two weightings, from 0 to 1."""
    return over(a, b, a.keys() & b.keys())


def over(a: Weights, b: Weights, common: Iterable[str]) -> float:
    """Return the cosine of two weightings whose common terms are known, from 0 to 1."""
    # fsum: the same sum in whatever order the terms come
    return fsum([a[term] * b[term] for term in common])


def likeness(a: Weights, b: Weights) -> float:
    """Return the cosine of two texts as if neither were short, from 0 to 1; 0 for texts of hardly a word."""
    if min(len(a), len(b)) < _HARDLY:
        return 0.0
    return min(1.0, cosine(a, b) / sqrt(_square(a) * _square(b)))


def _square(a: Weights) -> float:
    return fsum([weight * weight for weight in a.values()])
