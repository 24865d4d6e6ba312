"""One story's accounts to its dossier: the order in which the parts are worked out."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from crossread.compare import (
    brief,
    claims,
    conflicts,
    days,
    entities,
    figures,
    ledger,
    origins,
    preceding,
    reuse,
    statements,
    timeline,
)
from crossread.compare.gaps import without_gaps
from crossread.record.annotation import Account
from crossread.record.article import Article
from crossread.record.dossier import Dossier
from crossread.record.story import Story


def assemble(story: Story, articles: Sequence[Article], accounts: Sequence[Account], as_of: date) -> Dossier:
    """Return the dossier of `story`.

    `articles` are all its articles in reading order, `accounts` those of them
    that count as accounts: analysed, and the newest version of their article.
    """
    with _uncollected():
        return _assembled(story, articles, accounts, as_of)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let no garbage be looked for meanwhile: nothing here is cyclic, and a large story has millions of tokens."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _assembled(
    story: Story, articles: Sequence[Article], accounts: Sequence[Account], as_of: date
) -> Dossier:
    own_day = days.solve(tuple(accounts), as_of)
    dated = days.dated(tuple(accounts), own_day)
    day_of = {article.id: own_day.get(article.id, article.published) for article in articles}
    cast = entities.resolve(dated)
    said = statements.gather(dated, cast, own_day)
    shared = reuse.find(dated, said)
    traced = origins.trace(dated, shared, cast)
    claimed = claims.align(dated, cast, traced, said)
    counted = figures.align(dated, cast)
    contradicted = conflicts.find(dated, cast, counted, said, claimed)
    dossier = Dossier(
        story=story,
        articles=tuple(articles),
        days=tuple(day_of.items()),
        brief=brief.choose(dated, claimed, traced, contradicted, day_of),
        openings=brief.openings(dated),
        timeline=timeline.build(dated, cast),
        claims=claimed,
        conflicts=contradicted,
        statements=preceding.with_preceding(said, dated, cast),
        ledger=ledger.build(dated, cast, said, own_day, as_of),
        figures=counted,
        entities=cast.entities,
        origins=traced.origins,
        reuse=traced.reuse,
    )
    return without_gaps(dossier, dated)
