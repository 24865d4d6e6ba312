"""The dossier in the terminal: within 80 columns, plain when piped, each line cited, hostile text disarmed."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from rich.cells import cell_len
from rich.console import Console
from tests.present.conftest import READING_DAY, article_of

from crossread.errors import NotFoundError
from crossread.present.lines import citation
from crossread.present.sources import Citation
from crossread.present.terminal import (
    render,
    render_agenda,
    render_list,
    render_party,
    render_words,
)
from crossread.present.view import NOTHING, StoryView, view_of
from crossread.record.dossier import BriefSentence, Dossier, Speaker
from crossread.record.span import Span, evidence
from crossread.record.story import Membership, Story


def printed(view: StoryView, *, short: bool, width: int = 80, colours: bool = False) -> str:
    out = io.StringIO()
    render(view, Console(file=out, width=width, force_terminal=colours), short=short)
    return out.getvalue()


@pytest.fixture(scope="module")
def view(dossier: Dossier) -> StoryView:
    return view_of(dossier, as_of=READING_DAY)


@pytest.mark.parametrize("short", [True, False])
def test_piped_output_is_plain_and_within_80_columns(view: StoryView, *, short: bool) -> None:
    lines = printed(view, short=short).splitlines()
    assert max(map(cell_len, lines)) <= 80
    assert not any("\x1b" in line or line != line.rstrip() for line in lines)
    assert not any(mark in line for line in lines for mark in "│─┌└┃━")


def test_full_form_has_the_eight_parts_in_order(view: StoryView) -> None:
    text = printed(view, short=False)
    parts = (
        "IN BRIEF",
        "TIMELINE",
        "AGREED / CONTESTED / ONLY IN ONE",
        "WHO SAID WHAT",
        "ANSWERABLE",
        "FIGURES",
        "PEOPLE, ORGANISATIONS, PLACES",
        "ACCOUNTS",
    )
    positions = [text.index(f"\n{part}\n") for part in parts]
    assert positions == sorted(positions)


def test_lines_cite_label_and_position(view: StoryView) -> None:
    text = printed(view, short=False)
    assert "“It groaned every night.” [C:149]" in text
    assert "earlier in the account: “Nobody warned us,” a resident said." in text
    assert "The harbour bridge in Wexmouth was closed [A:74] [B:35] [C:27]" in text
    assert "How each account opens (word for word, not compared)" in text


def test_how_a_speaker_is_known_is_said_where_it_changes(dossier: Dossier) -> None:
    said = next(one for one in dossier.statements if one.id == "statement-2")
    again = replace(said, id="statement-2b")
    other = replace(said, id="statement-2c", speaker=Speaker("a resident", basis="whose words they are"))
    shown = printed(
        view_of(replace(dossier, statements=(said, again, other)), as_of=READING_DAY), short=False
    )
    assert shown.count("Nobody warned us,") == 3
    assert shown.count("speaker: subject of “said” after the quotation") == 1
    assert shown.count("speaker: whose words they are") == 1


def test_short_form_shows_how_accounts_open_where_they_agree_on_nothing(dossier: Dossier) -> None:
    assert "How each account opens" not in printed(view_of(dossier, as_of=READING_DAY), short=True)
    apart = replace(dossier, claims=())
    assert "How each account opens" in printed(view_of(apart, as_of=READING_DAY), short=True)


def test_short_form_counts_what_it_leaves_out(view: StoryView) -> None:
    text = printed(view, short=True)
    assert "1 more claim found in one account only, in the full record" in text
    assert "2 more entries in the full record" in text


@pytest.mark.parametrize("short", [True, False])
def test_empty_parts_say_so(bare: Dossier, *, short: bool) -> None:
    text = " ".join(printed(view_of(bare, as_of=READING_DAY), short=short).split())
    expected = {"brief", "timeline", "contested", "agreed", "statements", "ledger"}
    if not short:
        expected |= {"figures", "entities", "sharing", "single"}
    assert all(NOTHING[part] in text for part in expected)


def test_terminal_gets_weight_but_the_same_words(view: StoryView) -> None:
    assert "\x1b[1m" in printed(view, short=False, colours=True)


def desk(views: list[StoryView], who: str = "") -> str:
    out = io.StringIO()
    console = Console(file=out, width=80)
    render_party(views, who, console) if who else render_agenda(views, console)
    return out.getvalue()


def test_a_party_is_shown_with_all_it_has_to_answer_for(view: StoryView) -> None:
    text = desk([view], "falk")
    assert (
        text.index("INES FALK")
        < text.index("Has to answer for")
        < text.index("publish the inspectors' report")
    )
    assert "Commitment or plan: Ines Falk (open)" in text
    assert "independent inquiry" not in text
    with pytest.raises(NotFoundError, match="no party 'Holm'; there are: Ines Falk, Tom Ode"):
        desk([view], "Holm")


def test_the_agenda_orders_the_days_of_all_stories(view: StoryView) -> None:
    earlier = replace(
        view.answering.days[0], earliest=date(2024, 5, 1), latest=date(2024, 5, 1), when="1 May 2024"
    )
    other = replace(view, title="Another story", answering=replace(view.answering, days=(earlier,)))
    text = desk([view, other])
    places = [
        text.index(words) for words in ("1 May 2024", "Another story", "Friday 17 May 2024", view.title[:40])
    ]
    assert places == sorted(places)
    none = replace(view, answering=replace(view.answering, days=()))
    assert NOTHING["due"] in " ".join(desk([none]).split())


def test_text_cannot_command_the_terminal() -> None:
    """Escape sequences and direction marks of an article are shown as U+FFFD; long words are folded."""
    text = "Beep \x1b[31mred\x07 [bold]not markup[/bold] \u202egnol " + "x" * 200 + " 漢字" * 60
    article = article_of("X", text)
    whole = evidence(article.id, text, Span(0, len(text)))
    dossier = Dossier(
        story=Story("story-x", "[red]title\x1b]0;owned\x07", (Membership(article.id, 1.0, ""),)),
        articles=(article,),
        brief=(BriefSentence(text, (whole,)),),
    )
    shown = printed(view_of(dossier, as_of=READING_DAY), short=False)
    assert not set(shown) & set("\x1b\x07\u202e")
    assert "[bold]not markup[/bold]" in shown
    assert max(map(cell_len, shown.splitlines())) <= 80


def test_narrow_consoles_keep_their_words(view: StoryView) -> None:
    text = " ".join(printed(view, short=False, width=40).split())
    assert "no evidence of delivery in 5 accounts up to 17 May 2024" in text


def test_list_names_each_story(view: StoryView) -> None:
    out = io.StringIO()
    render_list([view], Console(file=out, width=80))
    assert "Harbour bridge shut after cracks found" in out.getvalue()
    assert view.id in out.getvalue()


def test_a_citation_can_be_looked_up(view: StoryView) -> None:
    out = io.StringIO()
    render_words(view, "[B:231]", Console(file=out, width=80))
    text = " ".join(out.getvalue().split())
    assert "B Nordblatt" in text
    assert "Councillor Tom Ode called on the mayor to publish the inspectors' report." in text
    assert text.endswith("called on the mayor to publish the inspectors' report [B:231]")


@pytest.mark.parametrize("place", ["Z:1", "B:99999", "B", "", "B:x"])
def test_looking_up_what_is_not_there_names_what_is(view: StoryView, place: str) -> None:
    with pytest.raises(NotFoundError, match="there are"):
        render_words(view, place, Console(file=io.StringIO(), width=80))


def test_many_places_are_counted() -> None:
    cited = [Citation("A", n, n + 1, "x") for n in (1, 5, 9, 12)] + [Citation("C", 3, 4, "y")]
    assert citation(cited) == "[A:1,5,9,+1] [C:3]"
    assert citation(cited[::-1]) == "[A:12,9,5,+1] [C:3]"
    assert citation([cited[0], cited[-1], cited[1]]) == "[A:1,5] [C:3]"


def test_a_claim_that_no_account_makes_in_its_own_voice_says_whose_it_is(view: StoryView) -> None:
    assert "Warnings were ignored (according to Liv Harms)" in printed(view, short=False, width=200)
