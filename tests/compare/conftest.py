"""What the tests of comparing ask for: the ledger of texts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from tests.conftest import READING_DAY, Analyse

from crossread.annotate.article import annotate
from crossread.compare import days, entities, ledger, statements
from crossread.record.annotation import Account
from crossread.record.dossier import LedgerEntry

Ledger = Callable[..., tuple[LedgerEntry, ...]]


@pytest.fixture
def read(analyse: Analyse) -> Ledger:
    """Return the ledger of accounts, given as texts, the last `later` days after the others of 14 March 2021."""

    def build(*texts: str, later: int = 0) -> tuple[LedgerEntry, ...]:
        accounts = []
        for number, text in enumerate(texts):
            day = date(2021, 3, 14 + later if number == len(texts) - 1 else 14)
            article, analysis = analyse(text, ref=str(number), published=day)
            accounts.append(Account(article, analysis, annotate(article, analysis)))
        own = days.solve(tuple(accounts), READING_DAY)
        dated = days.dated(tuple(accounts), own)
        cast = entities.resolve(dated)
        return ledger.build(dated, cast, statements.gather(dated, cast, own), own, READING_DAY)

    return build
