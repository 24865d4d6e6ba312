"""A sentence with a box of headlines in it, from the page to the dossier."""

from dataclasses import replace
from datetime import date

from tests.conftest import make_article

from crossread.annotate.article import annotate
from crossread.compare.assemble import assemble
from crossread.compare.brief import openings
from crossread.ingest.paragraphs import divide
from crossread.language.protocol import LanguageBackend
from crossread.record.annotation import Account, EventKind
from crossread.record.story import Membership, Story

_BOX = "Nora Jane HillTown sues bridge builder Ferry to sink for a second time MORE"
_TEXT = f"Council leader Nora Hill {_BOX} ’s office told the council on Monday that 40 people were hurt."


def test_the_sentence_is_read_across_the_box_and_its_evidence_is_exact(backend: LanguageBackend) -> None:
    article = make_article(_TEXT, published=date(2025, 3, 5))
    article = replace(article, paragraphs=divide(_TEXT))
    assert len(article.paragraphs) == 3
    analysis = next(iter(backend.analyse([article])))
    assert [(s.start, s.end) for s in analysis.sentences] == [(0, len(_TEXT))]
    account = Account(article, analysis, annotate(article, analysis))
    story = Story("s", "Bridge", (Membership(article.id, 1.0, ""),))
    dossier = assemble(story, [article], [account], date(2026, 1, 1))
    worded = [s.text for s in dossier.statements] + [f.measure for f in dossier.figures]
    worded += [s.text for s in dossier.brief]
    assert worded
    assert not any("  " in words or "MORE" in words for words in worded)
    assert all(isinstance(happening.kind, EventKind) for happening in dossier.timeline)
    for entity in dossier.entities:
        assert all(_TEXT[e.start : e.end] == e.text for e in entity.mentions)


def test_a_sentence_with_a_box_opens_its_account(backend: LanguageBackend) -> None:
    text = f"{_TEXT} The town council of Lorren met on Tuesday."
    article = replace(make_article(text, published=date(2025, 3, 5)), paragraphs=divide(text))
    analysis = next(iter(backend.analyse([article])))
    opened = openings([Account(article, analysis, annotate(article, analysis))])
    assert [(one.start, one.end) for one in opened] == [(0, len(_TEXT))]
