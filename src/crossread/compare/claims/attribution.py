"""Attribution: whose assertion a clause is."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.compare.cast import Cast
from crossread.compare.once import once
from crossread.record.annotation import Account, ReportedStatement
from crossread.record.dossier import Statement
from crossread.record.span import Span, hull

# At least this part of a clause must lie in a statement's content to be that speaker's.
_ATTRIBUTED = 0.5


def speakers(statements: Sequence[Statement]) -> dict[str, list[tuple[Span, str]]]:
    """Return for each article which words the story's statements give to whom."""
    found: dict[str, list[tuple[Span, str]]] = {}
    for statement in statements:
        if statement.speaker is not None and statement.speaker.name:
            for evidence in statement.evidence:
                found.setdefault(evidence.article, []).append((evidence.span, statement.speaker.name))
    return found


def statement_of(account: Account, span: Span) -> ReportedStatement | None:
    """Return the statement whose content most of a clause is, if there is one."""
    best, most = None, 0
    for content, statement in _contents(account):
        if content.start < span.end and span.start < content.end:
            shared = sum(part.shared(span) for part in statement.spans)
            if shared > most and shared >= _ATTRIBUTED * len(span):
                best, most = statement, shared
    return best


@once
def _contents(account: Account) -> list[tuple[Span, ReportedStatement]]:
    """Return the statements, each with where its content begins and ends."""
    return [(hull(told.spans), told) for told in account.annotation.statements if told.spans]


def attributed(
    cast: Cast,
    account: Account,
    said: Sequence[tuple[Span, str]],
    span: Span,
    statement: ReportedStatement | None,
) -> str | None:
    """Return who says a clause: by the story's statements (`said`), else by the account's own that it is part of."""
    for content, name in said:
        if content.overlaps(span) and content.shared(span) >= _ATTRIBUTED * len(span):
            return name
    if statement is None or statement.speaker is None:
        return None
    who = cast.who(account, statement.speaker)
    return who.name if who else statement.speaker.span.of(account.text)
