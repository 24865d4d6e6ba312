"""Page models: every assertion cited with exact words, unknowns named, nothing dropped or invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.present.conftest import READING_DAY, Cut, article_of

from crossread.errors import EvidenceError
from crossread.present.excerpts import excerpts
from crossread.present.parts.statements import UNRESOLVED
from crossread.present.parts.texts import Marked, plain
from crossread.present.sources import Citation, Sources, label
from crossread.present.view import StoryView, citations, view_of
from crossread.record.article import Article
from crossread.record.dossier import BriefSentence, ConflictKind, Dossier
from crossread.record.span import Evidence, Span, evidence
from crossread.record.story import Membership, Story


@pytest.fixture(scope="module")
def view(dossier: Dossier) -> StoryView:
    return view_of(dossier, as_of=READING_DAY)


def shown_assertions(view: StoryView) -> list[object]:
    """Return every model that asserts something."""
    claims = view.claims
    return [
        *view.brief,
        *(item for day in view.timeline for item in day.happenings),
        *(side for contest in (*claims.contested, *claims.updates) for side in contest.sides),
        *claims.disputed,
        *claims.agreed,
        *(item for items in claims.single.values() for item in items),
        *(item for voice in view.statements for item in voice.utterances),
        *(wording for voice in view.statements for item in voice.utterances for wording in item.wordings),
        *(matter for pile in view.ledger for matter in pile.matters),
        *(step for pile in view.ledger for matter in pile.matters for step in matter.steps),
        *(value for quantity in view.figures for value in quantity.values),
        *(item for register in view.entities for item in register.entries),
        *(role for register in view.entities for item in register.entries for role in item.roles),
        *view.sharing.passages,
    ]


def test_every_shown_assertion_carries_exact_evidence(view: StoryView, dossier: Dossier) -> None:
    texts = dict(zip(view.labels, (article.text for article in dossier.articles), strict=True))
    shown = shown_assertions(view)
    assert len(shown) > 30
    for item in shown:
        cited = list(citations(item)) or list(item.citations)  # type: ignore[attr-defined]
        assert cited, item
        assert all(texts[c.label][c.start : c.end] == c.text for c in cited)
        assert all(c.before + c.text + c.after in texts[c.label] for c in cited)


def test_what_has_no_evidence_is_not_shown(dossier: Dossier) -> None:
    silent = replace(
        dossier,
        brief=(BriefSentence("Nobody wrote this.", ()),),
        openings=(),
        timeline=tuple(replace(entry, evidence=()) for entry in dossier.timeline),
        claims=tuple(replace(claim, support=()) for claim in dossier.claims),
        conflicts=tuple(
            replace(c, sides=tuple(replace(side, evidence=()) for side in c.sides)) for c in dossier.conflicts
        ),
        statements=tuple(replace(s, evidence=()) for s in dossier.statements),
        ledger=tuple(replace(entry, evidence=()) for entry in dossier.ledger),
        figures=tuple(replace(figure, evidence=()) for figure in dossier.figures),
        entities=tuple(replace(entity, mentions=()) for entity in dossier.entities),
        reuse=tuple(replace(reuse, members=()) for reuse in dossier.reuse),
    )
    assert shown_assertions(view_of(silent, as_of=READING_DAY)) == []


def test_a_brief_of_openings_that_one_account_each_tells_says_so(view: StoryView, dossier: Dossier) -> None:
    assert view.brief_note == ""  # its first sentence is told by two
    lone = tuple(replace(one, evidence=one.evidence[:1]) for one in dossier.brief)
    assert "single accounts" in view_of(replace(dossier, brief=lone), as_of=READING_DAY).brief_note
    one = dossier.articles[:1]
    assert view_of(Dossier(dossier.story, one, brief=lone[:1]), as_of=READING_DAY).brief_note == ""


def test_the_newest_account_s_opening_is_called_so(view: StoryView, dossier: Dossier) -> None:
    assert {line.note for line in view.brief} == {""}
    last = replace(dossier.brief[-1], newest=True)
    shown = view_of(replace(dossier, brief=(*dossier.brief[:-1], last)), as_of=READING_DAY)
    assert "newest" in shown.brief[-1].note


def test_openings_stand_beside_each_other(view: StoryView, dossier: Dossier) -> None:
    assert [one.label for one in view.claims.openings] == ["A", "D"]
    alone = replace(dossier, openings=dossier.openings[:1])
    assert view_of(alone, as_of=READING_DAY).claims.openings == ()


def test_wrong_words_are_refused(dossier: Dossier) -> None:
    article = dossier.articles[0]
    wrong = BriefSentence("x", (Evidence(article.id, 0, 7, "Harbor "),))
    with pytest.raises(EvidenceError, match="other words"):
        view_of(replace(dossier, brief=(wrong,)), as_of=READING_DAY)
    foreign = BriefSentence("x", (Evidence("article-elsewhere", 0, 1, "H"),))
    with pytest.raises(EvidenceError, match="no account"):
        view_of(replace(dossier, brief=(foreign,)), as_of=READING_DAY)


def test_timeline_runs_in_time_and_ends_with_the_undated(view: StoryView) -> None:
    assert [day.when for day in view.timeline] == [
        "Tuesday 14 May 2024",
        "Wednesday 15 May 2024",
        "date unknown",
    ]
    assert view.timeline[0].happenings[0].basis == "the Tuesday before the article's day, 15 May 2024"
    assert view.timeline[2].happenings[0].scheduled


def test_claims_are_parted_by_how_accounts_stand_to_them(view: StoryView) -> None:
    claims = view.claims
    assert [c.slot for c in claims.contested] == ["buses a day", "whether warnings were ignored"]
    assert [c.text for c in claims.disputed] == ["Warnings were ignored"]
    assert {w.stance for many in claims.disputed[0].wordings.values() for w in many} == {"asserts", "denies"}
    assert claims.disputed[0].independence.startswith("denied by C · ")
    (agreed,) = claims.agreed
    assert (agreed.independence, agreed.outlets, agreed.origins) == (
        "3 accounts, not independent",
        "2–3 outlets",
        "1 origin",
    )
    assert list(agreed.wordings) == ["A", "B", "C"]
    assert agreed.wordings["C"][0].notes == ("as said by the town", "official statement")
    assert list(claims.single) == ["E"]


def test_speakers_in_order_of_accounts_with_unresolved_ones_last(
    view: StoryView, dossier: Dossier, cut: Cut
) -> None:
    assert [(v.name, v.role, v.resolved) for v in view.statements] == [
        ("Ines Falk", "Mayor", True),
        ("a resident", "", True),
        (UNRESOLVED, "", False),
    ]
    first = view.statements[0].utterances[0]
    assert [(w.label, w.note) for w in first.wordings] == [("A", ""), ("B", "shorter by 7 words")]
    reported = replace(
        dossier.statements[3], cue=cut("C", "denied"), evidence=(cut("C", "warnings had been ignored"),)
    )
    told = view_of(replace(dossier, statements=(reported,)), as_of=READING_DAY).statements[0].utterances[0]
    assert (first.cue, told.cue) == ("", "denied that")
    assert first.stretches == ("We will reopen it by Friday.", "Nobody should have to swim to work.")
    assert first.setting == ("to Radio Nord", "15–16 May 2024")  # "told Radio Nord"
    assert {u.basis for u in view.statements[2].utterances} == {
        "no cue near the quotation",
        "no speaker found",
    }
    assert [u.before for voice in view.statements for u in voice.utterances if u.before] == [
        "“Nobody warned us,” a resident said."
    ]


def test_ledger_says_what_was_looked_for_and_never_judges(view: StoryView) -> None:
    matters = {m.id: m for pile in view.ledger for m in pile.matters}
    assert [(pile.stage, pile.open) for pile in view.ledger] == [
        ("Open, as far as the accounts tell", True),
        ("Done, said or over", False),
    ]
    assert matters["ledger-1"].outcome == (
        "no identified response",
        "no evidence of delivery in 5 accounts up to 17 May 2024",
    )
    assert matters["ledger-3"].outcome == (
        "its day had passed when this was read",
        "no account is of a later day",
    )
    assert matters["ledger-4"].outcome == ()
    words = " ".join(part for m in matters.values() for part in m.outcome)
    assert not {"broken", "ignored", "failed"} & set(words.split())


def test_figures_of_one_slot_stand_together_and_disagreement_is_marked(
    view: StoryView, dossier: Dossier
) -> None:
    buses, piers = view.figures
    assert [value.value for value in buses.values] == ["about 40 buses", "about 55 buses"]
    assert buses.contested
    assert buses.mark == "the accounts disagree"
    newer = tuple(replace(c, kind=ConflictKind.UPDATE) for c in dossier.conflicts)
    changed = view_of(replace(dossier, conflicts=newer), as_of=READING_DAY)
    assert changed.figures[0].mark == "changed in later accounts"
    assert [c.slot for c in changed.claims.updates] == ["buses a day", "whether warnings were ignored"]
    assert {value.contest for value in buses.values} == {"conflict-1"}
    assert (piers.title, piers.contested, piers.labels) == (
        "piers with cracks: harbour bridge",
        False,
        ("A", "B"),
    )


def test_entities_by_type_with_other_names_and_roles(view: StoryView) -> None:
    assert [register.title for register in view.entities] == ["People", "Organisations", "Places"]
    falk = view.entities[0].entries[0]
    assert (falk.name, falk.also, falk.roles[0].text) == ("Ines Falk", ("Ms Falk",), "Mayor")


def test_accounts_say_how_their_day_is_known_and_what_was_left_out(view: StoryView) -> None:
    first, *_, last = view.accounts
    assert (first.name, first.day, first.day_basis) == (
        "Wexmouth Courier",
        "Wednesday 15 May 2024",
        "from the metadata",
    )
    assert [item.role for item in first.left_out] == ["caption", "teaser"]
    assert (last.name, last.day, last.day_basis) == ("e.txt", "date unknown", "")


def test_versions_of_an_account_name_each_other(dossier: Dossier) -> None:
    first, second, *rest = dossier.articles
    newer = replace(second, version_of=first.id)
    alone = replace(rest[0], version_of="article-gone")
    articles = (first, newer, alone, *rest[1:])
    view = view_of(replace(dossier, articles=articles), as_of=READING_DAY)
    assert (view.extent, view.scope) == (
        "4 accounts, 1 earlier version",
        "in 4 accounts up to 17 May 2024",
    )
    assert view.accounts[0].versions == ("B",)
    assert view.accounts[1].version_of == "A"
    assert view.accounts[2].version_of == "article-gone"


def test_what_was_not_analysed_is_no_account(dossier: Dossier) -> None:
    *others, last = dossier.articles
    articles = (*others, replace(last, analysed=False, language="de"))
    silent = replace(dossier, articles=articles, timeline=(), claims=())
    assert view_of(silent, as_of=READING_DAY).extent == "4 accounts, 1 not analysed"


def test_sharing_tells_copies_from_quotations_and_is_symmetric(view: StoryView) -> None:
    pair = view.sharing.pair("A", "B")
    assert pair is not None
    assert pair is view.sharing.pair("B", "A")
    assert pair.amount == "1 passage and 1 quotation"
    assert view.sharing.pair("A", "C") is None


def test_empty_record_makes_an_empty_view(bare: Dossier) -> None:
    view = view_of(bare, as_of=READING_DAY)
    assert shown_assertions(view) == []
    assert view.span == "date unknown"
    assert view.counts["accounts"] == 1


def test_same_record_same_view(dossier: Dossier) -> None:
    assert view_of(dossier, as_of=date(2024, 6, 1)) == view_of(dossier, as_of=date(2024, 6, 1))


def test_labels_count_on_after_z() -> None:
    assert [label(n) for n in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_excerpts_join_words_of_one_paragraph(articles: dict[str, Article], cut: Cut) -> None:
    sources = Sources(tuple(articles.values()))
    cited = sources.cite_all(
        [cut("A", "closed on Tuesday"), cut("A", "on Tuesday after"), cut("A", "two piers")]
    )
    (excerpt,) = excerpts(cited)
    assert [text for text, marked in excerpt.parts if marked] == ["closed on Tuesday after", "two piers"]
    assert "".join(text for text, _ in excerpt.parts) == articles["A"].paragraphs[1].span.of(
        articles["A"].text
    )


def anchors(parts: tuple[str | Marked, ...]) -> list[str]:
    found = []
    for part in parts:
        if isinstance(part, Marked):
            found += [part.anchor] if part.anchor else []
            found += anchors(part.parts)
    return found


@given(
    text=st.text(min_size=1, max_size=60).filter(lambda t: bool(t.strip())),
    ranges=st.lists(st.tuples(st.integers(0, 59), st.integers(1, 30)), max_size=8),
)
def test_marking_keeps_every_character_and_anchors_every_citation(
    text: str, ranges: list[tuple[int, int]]
) -> None:
    article = article_of("X", text)
    spans = {(s, min(len(text), s + n)) for s, n in ranges if s < len(text)}
    cited = tuple(evidence(article.id, text, Span(*span)) for span in spans)
    story = Story("story-x", "", (Membership(article.id, 1.0, ""),))
    brief = (BriefSentence("x", cited),) if cited else ()
    view = view_of(Dossier(story, (article,), brief=brief), as_of=READING_DAY)
    shown = view.texts[0].paragraphs
    placed = [anchor for p in shown for anchor in anchors(p.parts)]
    assert sorted(placed) == sorted({c.anchor for line in view.brief for c in line.citations})
    for paragraph in article.paragraphs:
        match = next(p for p in shown if p.start == paragraph.start)
        assert plain(match.parts) == paragraph.span.of(text)


def test_citation_names_its_place() -> None:
    citation = Citation("B", 1204, 1210, "shared")
    assert (citation.place, citation.anchor) == ("B:1204", "B-1204-1210")
