"""A story's title: words of one of its accounts, verbatim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.record.article import Article, Role
from crossread.stories.terms import count

# A full stop that ends a sentence: after at least three letters or a closing mark, so not after "Mr." or "U.S.".
_END = re.compile(r"(?:[^\W\d_]{4}|\d|[\"”’)])[.!?][\"”’]?(?=\s|\Z)|[.!?][\"”’](?=\s|\Z)|[!?](?=\s|\Z)")


def story_title(articles: Sequence[Article]) -> str:
    """Return the title that says best what the accounts share; without titles, the first telling sentence.

    Of several titles, the one of whose terms most occur in the leads of the
    other accounts; of equals, the first in reading order. "" for no articles.
    """
    titles = [(article, words) for article in articles if (words := _own_title(article))]
    if titles:
        leads = {article.id: set(count(article).lead) for article in articles}
        return max(titles, key=lambda pair: _shared(pair[0], leads))[1]
    return next((words for article in articles if (words := _first_sentence(article))), "")


def _own_title(article: Article) -> str:
    if article.title:
        return article.title
    return next((p.span.of(article.text) for p in article.paragraphs if p.role is Role.HEADLINE), "")


def _shared(article: Article, leads: dict[str, set[str]]) -> float:
    """Return the average share of the title's terms that the other accounts' leads have."""
    terms = set(count(article).title)
    others = [lead for id, lead in leads.items() if id != article.id]
    if not terms or not others:
        return 0.0
    return sum(len(terms & lead) for lead in others) / (len(terms) * len(others))


def _first_sentence(article: Article) -> str:
    for paragraph in article.paragraphs:
        if paragraph.telling:
            words = paragraph.span.of(article.text)
            end = _END.search(words)
            return words[: end.end()] if end else words
    return ""
