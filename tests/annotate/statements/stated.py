"""What the tests of statements ask: the statements of a text, and the words for who speaks."""

from __future__ import annotations

from tests.conftest import Analyse

from crossread.annotate import mentions as mentions_room
from crossread.annotate import times as times_room
from crossread.annotate.statements import find
from crossread.record.annotation import Party, ReportedStatement
from crossread.record.article import Role


def statements(
    analyse: Analyse, text: str, roles: dict[int, Role] | None = None
) -> tuple[ReportedStatement, ...]:
    article, analysis = analyse(text, roles=roles)
    mentions = mentions_room.find(article, analysis)
    return find(article, analysis, mentions, times_room.find(article, analysis))


def words(text: str, party: Party | None) -> str | None:
    return None if party is None else party.span.of(text)
