"""Short sentences beside copied passages: theirs only where both accounts go on alike."""

from __future__ import annotations

from tests.conftest import Analyse

from crossread.compare.origins.neighbours import neighbours
from crossread.record.annotation import Account, Annotation
from crossread.record.dossier import Reuse, ReuseKind
from crossread.record.span import Span

COPIED = "The comments by the mayor come amid a long debate in the country about the price of bread."


def _account(analyse: Analyse, text: str, ref: str) -> Account:
    article, analysis = analyse(text, ref=ref)
    return Account(article, analysis, Annotation(article.id))


def _spread(one: Account, other: Account, kind: ReuseKind) -> dict[str, list[str]]:
    span = Span(0, len(COPIED))
    group = Reuse("reuse-1", kind, (one.evidence(span), other.evidence(span)), "origin-1")
    text = {one.id: one.text, other.id: other.text}
    found = neighbours((one, other), (group,))
    return {article: [span.of(text[article]) for span, _ in spans] for article, spans in found.items()}


def test_an_equal_sentence_beside_a_copy_is_from_its_source(analyse: Analyse) -> None:
    one = _account(analyse, COPIED + " Most bakers in Lorren were away. It rained all day in Lorren.", "one")
    other = _account(analyse, COPIED + " Most bakers in Lorren were away. Nobody had seen the sun.", "other")
    found = _spread(one, other, ReuseKind.COPY)
    assert found == {id: ["Most bakers in Lorren were away."] for id in (one.id, other.id)}


def test_a_shared_utterance_passes_nothing_on(analyse: Analyse) -> None:
    one = _account(analyse, COPIED + " Most bakers in Lorren were away.", "one")
    other = _account(analyse, COPIED + " Most bakers in Lorren were away.", "other")
    assert _spread(one, other, ReuseKind.SAME_UTTERANCE) == {}
