"""Stories worked out as far as claims need: annotated accounts, cast, statements, reuse, origins, claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tests.conftest import EXAMPLE, Analyse, make_article

from crossread.annotate.article import annotate
from crossread.compare import claims, days, entities, origins, reuse, statements
from crossread.compare.cast import Cast
from crossread.compare.origins import Origins
from crossread.ingest.paragraphs import divide
from crossread.language.protocol import LanguageBackend
from crossread.record.analysis import Analysis
from crossread.record.annotation import Account
from crossread.record.article import Article
from crossread.record.dossier import Claim, Origin, Statement


@dataclass(frozen=True)
class Told:
    """A story's accounts and what was made of them."""

    accounts: tuple[Account, ...]
    cast: Cast
    statements: tuple[Statement, ...]
    origins: Origins
    claims: tuple[Claim, ...]

    def origin(self, id: str | None) -> Origin | None:
        return None if id is None else self.origins.origin(id)

    def claim(self, words: str) -> Claim:
        """Return the one claim of which some wording holds `words`."""
        found = [c for c in self.claims if any(words in s.evidence.text for s in c.support)]
        assert len(found) == 1, [c.text for c in found]
        return found[0]


def told(analysed: Sequence[tuple[Article, Analysis]]) -> Told:
    """Work a story out from its analysed articles."""
    accounts = tuple(
        Account(article, analysis, annotate(article, analysis)) for article, analysis in analysed
    )
    own = days.solve(accounts, date(2026, 1, 1))
    accounts = days.dated(accounts, own)
    cast = entities.resolve(accounts)
    said = statements.gather(accounts, cast, own)
    traced = origins.trace(accounts, reuse.find(accounts, said), cast)
    return Told(accounts, cast, said, traced, claims.align(accounts, cast, traced, said))


def story(analyse: Analyse, *texts: str, outlets: Sequence[str | None] = ()) -> Told:
    """Work out a story of texts, one account each."""
    named = list(outlets) + [None] * (len(texts) - len(outlets))
    return told([analyse(text, ref=f"ref{n}", outlet=named[n]) for n, text in enumerate(texts)])


def example(backend: LanguageBackend) -> Told:
    """Work out the worked example."""
    articles = []
    for path in sorted(EXAMPLE.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        article = make_article(text, ref=path.name)
        articles.append(Article(article.id, article.ref, text, divide(text), article.as_of, article.refs))
    return told(list(zip(articles, backend.analyse(articles), strict=True)))
