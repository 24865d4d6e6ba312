"""Paragraphs and their roles: exact spans for any text, and the roles of lines as news pages write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import EXAMPLE

from crossread.ingest.paragraphs import divide
from crossread.record.article import Role

BODY = "The council met on Tuesday and voted to close the two bridges for the whole of the winter."
MORE = (
    "Residents of the northern bank have asked for a ferry, which the council has twice refused to pay for."
)


def roles(*lines: str, title: str | None = None) -> list[Role]:
    return [p.role for p in divide("\n".join(lines), title)]


def role_of(line: str) -> Role:
    """Return the role of a line that stands between two paragraphs of body."""
    found = roles(BODY, line, MORE)
    assert len(found) == 3
    return found[1]


@given(st.text())
def test_spans_are_trimmed_ordered_and_never_empty(text: str) -> None:
    end = 0
    for paragraph in divide(text):
        words = text[paragraph.start : paragraph.end]
        assert words
        assert words == words.strip()
        assert paragraph.start >= end
        end = paragraph.end


@given(st.text())
def test_every_letter_lies_in_a_paragraph(text: str) -> None:
    covered = {i for p in divide(text) for i in range(p.start, p.end)}
    assert all(i in covered for i, letter in enumerate(text) if not letter.isspace())


@given(
    st.lists(
        st.sampled_from([BODY, "Image caption A", "Getty Images 5 The", "(Photo: EPA)", '"', "Read more"])
    )
)
def test_furniture_in_any_order_divides(lines: list[str]) -> None:
    text = " ".join(lines)
    assert "".join(text[p.start : p.end] for p in divide(text)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\n\n", "\r\n \u00a0\r\n"])
def test_line_breaks_of_every_kind_divide(break_: str) -> None:
    text = f"\u2009{BODY}{break_}{MORE}\u00a0"
    assert [text[p.start : p.end] for p in divide(text)] == [BODY, MORE]


def test_no_other_control_character_divides() -> None:
    assert len(divide("The first part\x0bthe second\x85and the third.")) == 1


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Please use Chrome browser for a more accessible video player", Role.BOILERPLATE),
        ("Sign up for Daily Newsletters", Role.BOILERPLATE),
        ("Get the stories you care about delivered to your inbox.", Role.BOILERPLATE),
        (
            "Get flood alerts and special reports. What matters in town, delivered every morning.",
            Role.BOILERPLATE,
        ),
        ("Let the town meet your inbox. What matters. This site is protected by recaptcha", Role.BOILERPLATE),
        ("Download the Norford Post app for full coverage of the floods", Role.BOILERPLATE),
        ("Get out now, the alerts said, and thousands ran.", Role.BODY),
        ("Share this: Facebook Twitter", Role.BOILERPLATE),
        ("* * *", Role.BOILERPLATE),
        ("This article has been updated with further details from Monday.", Role.BOILERPLATE),
        ("—This report was last updated at 2:50 p.m.", Role.BOILERPLATE),
        ("• This article was amended on 9 March. An earlier version said the bridge sank.", Role.BOILERPLATE),
        ("Clarification: This story was corrected to say which bridge sank.", Role.BOILERPLATE),
        ("This is a breaking news story and will be updated.", Role.BOILERPLATE),
        ("Copyright 2019 The Daily Example. All rights reserved.", Role.BOILERPLATE),
        ("Interested in Bridges? Add Bridges as an interest to stay up to date.", Role.BOILERPLATE),
        ("Can’t see the video? Click here.", Role.BOILERPLATE),
        ("Correction May 28: An earlier version of this story named the wrong bridge.", Role.BOILERPLATE),
        ("Everything is free for publishers. For the rest, contact bridges@example.org.", Role.BOILERPLATE),
        ("'The worst of bridges':Ferry plans sink for the second time", Role.TEASER),
        ("Read this next: Ferry plans sink for the second time", Role.TEASER),
        ("–Jo Ann Bloggs and Jane Doe contributed", Role.CREDIT),
        (
            "Doe reported from Leeds. Contributing: Jo Bloggs, John Roe, Ann Hill, Will Hill, May Dee",
            Role.CREDIT,
        ),
        ("Jo Bloggs is an editor for The Daily Example. Follow her on Twitter at @jobloggs.", Role.CREDIT),
        ("‘A DISGRACE’: THE MAYOR ON WHY THE TWO BRIDGES OF THE TOWN HAD TO CLOSE", Role.TEASER),
        ("MAYOR FALK OPENS THE SECOND BRIDGE", Role.TEASER),
        ("THE LESSONS OF THE BRIDGES", Role.SUBHEADING),
        ("***Original Post***", Role.BOILERPLATE),
        ("Live updates on the bridge closures and protests", Role.TEASER),
        ("READ MORE: Ferry plans sink for the second time", Role.TEASER),
        ("[Ferry plans sink for the second time]", Role.TEASER),
        ("Ferry plans sink for the second time Read more", Role.TEASER),
        ("This Is Local Riverside: Pic: Example.orgPic: Example.org", Role.CREDIT),
        ("The Associated Press contributed to this report.", Role.CREDIT),
        ("Reporting by Jane Doe; Editing by John Roe", Role.CREDIT),
        ("Jo Bloggs/Getty Images", Role.CREDIT),
        ("Mayor Jane Doe (right) arrives at the town hall", Role.CAPTION),
        ("Image caption The bridge was closed at noon", Role.CAPTION),
        ("Image copyright Reuters Image caption The bridge was closed at noon", Role.CAPTION),
        ("Image copyright AFP Image caption The visit of the mayor (R) took in The Hague", Role.CAPTION),
        ("FILE PHOTO: Cars queue before the bridge, May 3, 2019.", Role.CAPTION),
        ("Getty Images Drivers had to take the long way round", Role.CAPTION),
        ("Cars queue before the bridge. (Jo Bloggs/Reuters)", Role.CAPTION),
        ("A man holds up a banner before the closed bridge in the north of the town", Role.CAPTION),
        ("The closed bridge is seen from the air", Role.CAPTION),
        ("What will happen now?", Role.SUBHEADING),
        ("A second winter without bridges", Role.SUBHEADING),
    ],
)
def test_role_of_a_line_between_body_lines(line: str, role: Role) -> None:
    assert role_of(line) is role


@pytest.mark.parametrize(
    "line",
    [
        "“We do want her to meet with us.",
        '"Shame on you!" they chanted.',
        "“No justice, no peace”",
        "“and when I got there, they said we just need your name",
        "He holds up the banner, she said, and waves it at every car that comes.",
        "The mayor said she would sign up for the newsletter of the ferry company, as everybody does.",
        "“Sign up for the ferry,” the mayor said.",
        "The mayor (pictured right) said nothing.",
        "Bush said:",
        "• The first bridge closes on Monday",
        "But the second bridge holds its traffic well into the evening hours of the day",
        "We need this bridge. — Jane Doe (@janedoe) May 3, 2019",
        "The minister wrote to Reuters 22 times.",
        "The water rose by 137.63 points to a level that nobody in the town had ever seen before",
        "The mayor asked them to follow her example, and several neighbours contributed.",
    ],
)
def test_story_lines_stay_body(line: str) -> None:
    assert role_of(line) is Role.BODY


def test_a_line_that_stands_twice_is_a_caption() -> None:
    line = "The old bridge over the river before it was closed to all cars and lorries"
    assert roles(BODY, line, line, MORE) == [Role.BODY, Role.CAPTION, Role.CAPTION, Role.BODY]


def test_the_first_part_of_a_post_is_no_caption_though_it_quotes_the_story() -> None:
    line, post = (
        "The rule says that all old boats may stay in the harbour of Lorren over winter",
        "It must go. — Ann Roe (@annroe) May 3, 2021",
    )
    story = f"{line}, and nobody minds."
    assert roles(BODY, story, line, post, MORE)[2] is Role.BODY
    assert roles(BODY, story, line, MORE, MORE)[2] is Role.CAPTION


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (
            "The mayor went on, writing on Monday:",
            "Ships are rising at the bridge since we let far more of them in",
        ),
        (MORE, "“Ships are rising at the bridge. With fewer of them we would show less! “"),
    ],
)
def test_words_in_marks_or_behind_a_colon_are_no_caption(before: str, words: str) -> None:
    captions = ("The bridge at noon in the winter (Photo: AP)", "The ferry on the river in May (Photo: AP)")
    found = roles(BODY, *captions, MORE, before, words, BODY)
    assert found[1:3] == [Role.CAPTION, Role.CAPTION]
    assert found[5] is Role.BODY


def test_a_refrain_is_no_caption() -> None:
    assert roles(BODY, "“Shame on you”", "“Shame on you”", MORE)[1:3] == [Role.BODY, Role.BODY]


def test_a_name_of_the_story_standing_alone_is_a_caption() -> None:
    assert roles(BODY, "Jane Doe", "The mayor, Jane Doe, did not answer.") == [
        Role.BODY,
        Role.CAPTION,
        Role.BODY,
    ]


def test_a_name_above_the_story_is_a_byline() -> None:
    assert roles("Bridges to close all winter", "Jane Doe", BODY) == [Role.HEADLINE, Role.CREDIT, Role.BODY]


def test_the_first_line_without_full_stop_is_the_headline() -> None:
    assert roles("Council says bridges will close", BODY, MORE) == [Role.HEADLINE, Role.BODY, Role.BODY]


def test_the_line_that_equals_the_title_is_the_headline() -> None:
    assert roles("Bridges to close!", BODY, title="Bridges to Close")[0] is Role.HEADLINE


def test_a_lone_line_is_body() -> None:
    assert roles("Council says bridges will close") == [Role.BODY]


def test_a_page_of_lines_without_full_stops_has_no_habit_captions() -> None:
    verse = [
        "Over the river the ferry goes slowly",
        "Under the bridge the water is cold now",
        "Nobody crosses by night any more here",
    ]
    assert set(roles(*verse, *verse[::-1])) <= {Role.BODY, Role.HEADLINE}


def test_captions_with_markers_do_not_make_list_items_captions() -> None:
    item = "Jane Doe, former minister of transport (twelve years)"
    lines = (
        "Image copyright AFP Image caption The mayor (R) at noon",
        "Media caption The mayor (left) at night",
    )
    assert roles(BODY, *lines, item, MORE)[3] is not Role.CAPTION


def test_runs_of_furniture_are_cut_out_of_a_long_line() -> None:
    text = (
        "Image copyright EPA Image caption The bridge was closed after the flood The council met on Tuesday. "
        "It voted twice. (Photo: Getty Images) Click to share on Twitter (Opens in new window) The ferry sank."
    )
    assert [(p.role, text[p.start : p.end]) for p in divide(text)] == [
        (Role.CAPTION, "Image copyright EPA Image caption The bridge was closed after the flood"),
        (Role.BODY, "The council met on Tuesday. It voted twice."),
        (Role.CREDIT, "(Photo: Getty Images)"),
        (Role.BOILERPLATE, "Click to share on Twitter (Opens in new window)"),
        (Role.BODY, "The ferry sank."),
    ]


@pytest.mark.parametrize(
    ("caption", "story"),
    [
        (
            "Image caption A large hole was left by the flood",
            "Council spokeswoman Jane Doe said that it was deep.",
        ),
        (
            "Media caption Engineers expect the river to rise",
            "John Roe, a fisherman, said the flood was fast.",
        ),
        ("Image caption The boat fell into a dry dock", "Dozens of sailors are trying to lift it."),
        ("Getty Images 12 Sailors cheer in the rain", "The boat was lifted at noon."),
    ],
)
def test_a_caption_ends_where_a_sentence_plainly_begins(caption: str, story: str) -> None:
    text = f"{caption} {story}"
    assert [text[p.start : p.end] for p in divide(text)] == [caption, story]


@pytest.mark.parametrize(
    "caption",
    [
        "Image caption The mayor met the actor Jane Doe, who said nothing.",
        "Image caption Nobody knew where the mayor and Jane Doe were going.",
        "Image caption Critics said Jane Doe was late.",
    ],
)
def test_a_name_within_a_caption_does_not_end_it(caption: str) -> None:
    text = f"{caption} The ferry sank."
    assert divide(text)[0].span.of(text) == caption


@pytest.mark.parametrize(
    "line",
    [
        "Archives Select Month " + " ".join(f"{month} 201{n}" for n in range(9) for month in ("May", "June")),
        "State Rate " + " ".join(f"Northland {n} +{n}.5%" for n in range(20)),
    ],
)
def test_menus_and_flattened_tables_tell_nothing(line: str) -> None:
    assert role_of(line) is Role.BOILERPLATE


def test_a_list_of_names_with_commas_is_told() -> None:
    names = ", ".join(f"Anna Hall{letter} of Northport" for letter in "abcdefghijkl")
    assert role_of(f"Those who signed were {names}.") is Role.BODY
    assert role_of(", ".join(f"Anna Hall{letter} Smith Jones" for letter in "abcdefghijkl")) is Role.BODY


def test_a_caption_without_clear_end_reaches_to_the_full_stop() -> None:
    text = "Media caption The bridge at noon Jane Doe was not there. The ferry sank."
    assert [p.role for p in divide(text)] == [Role.CAPTION, Role.BODY]


def test_the_example_has_every_role() -> None:
    found: dict[Role, list[str]] = {}
    for path in sorted(EXAMPLE.glob("*.txt")):
        text = path.read_bytes().decode()
        for paragraph in divide(text):
            found.setdefault(paragraph.role, []).append(text[paragraph.start : paragraph.end])
    assert found[Role.BOILERPLATE] == ["Please use Chrome browser for a more accessible video player"]
    assert found[Role.TEASER] == ["Live updates on Sarah Everard investigation and protests"]
    assert found[Role.SUBHEADING] == ["What will happen now?"]
    assert found[Role.CREDIT] == ["This Is Local London: Pic: Counterfire.orgPic: Counterfire.org"]
    assert [line[:20] for line in found[Role.HEADLINE]] == ["Sarah Everard: Clash"]
    assert [line[:20] for line in found[Role.CAPTION]] == [
        "Sarah Everard",
        "Metropolitan Police ",
        "A person holds up a ",
        "A person holds up a ",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Read (from March 15): ‘The bridge is safe’: town takes its time",
        "see also Falk opens the bridge",
        "Play Video 0:40 Mayor Falk opens the bridge - video",
        "Morning in Aachen The Bridge That Stayed Shut Listen · 10:59 10:59",
    ],
)
def test_ways_to_other_stories(line: str) -> None:
    assert role_of(line) is Role.TEASER


def test_a_title_that_begins_with_the_name_of_an_agency_heads_a_part() -> None:
    assert role_of("Bloomberg Sells Its Old Bridge Scoop") is Role.SUBHEADING
    assert role_of("Reuters Mayor Ines Falk opens the bridge with a bow") is Role.CAPTION


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Edited by Ines Maria Falk", Role.CREDIT),
        ("Ticker Security Last Change Change % FLK FALK CO. 9.19 -0.64 -6.51%", Role.BOILERPLATE),
        ("• Click here to read more of our letters", Role.BOILERPLATE),
        ("• The bridge stays shut until May.", Role.BODY),
    ],
)
def test_other_furniture(line: str, role: Role) -> None:
    assert role_of(line) is role


def test_the_credit_of_a_paper_by_way_of_an_agency() -> None:
    assert role_of("Ines Falk/Aachen Chronicle via AP") is Role.CREDIT


def test_on_a_page_with_headings_a_longer_one_is_a_heading_too() -> None:
    shots = [f"Mayor Ines Falk (left) {does} the bridge in Aachen" for does in ("opens", "crosses")]
    bodies = [f"{BODY} It took {hours} hours." for hours in ("two", "three", "four", "five", "six")]
    page = [bodies[0], shots[0], bodies[1], shots[1], bodies[2]]
    headings = ["The first vote", bodies[3], "Is the bridge safe?", bodies[4], "The second vote", MORE]
    long = "Builders and their many promises, 15 August"
    assert roles(*page, long, BODY)[5] is Role.CAPTION
    assert roles(*page, *headings, long, BODY)[11] is Role.SUBHEADING
