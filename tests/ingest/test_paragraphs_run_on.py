"""Captions, galleries, forms and teasers inside a page flattened into one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.ingest.paragraphs import divide
from crossread.record.article import Role

STORY = (
    "The council met on Tuesday and voted to close the two bridges for the whole of the winter. Residents of the "
    "northern bank have asked for a ferry, which the council has twice refused to pay for. Engineers found cracks in "
    "three of the piers last month. The mayor told reporters that nobody would cross before the spring. A petition "
    "against the closure has been signed by more than four thousand people, many of them traders in the old market."
)


def cut(middle: str) -> list[tuple[Role, str]]:
    """Return the parts of a long line that `middle` adds to a story before and after it."""
    text = f"{STORY} {middle}"
    found = [(p.role, text[p.start : p.end]) for p in divide(text)]
    role, first = found[0]
    return [(role, first.removeprefix(STORY).strip()), *found[1:]] if first != STORY else found[1:]


@pytest.mark.parametrize(
    ("caption", "story"),
    [
        ("Victims: From left to right: Ann Lee, Bob Ray and Jo Fox", "They also named a fourth man."),
        ("Victim: Ann Lee pictured with her mother Eve Lee", '"She loved the river," a friend said.'),
        (
            "Ann Lee, 35, pictured with husband Bob, a keen rower",
            "Mrs Lee and her husband moved here in May.",
        ),
        ("Jo Fox (left) at the wedding of his sister May Fox", "Mr Fox's sister was on the other bank."),
        (
            "The bridge lies on its side in the north of the town (BBC/ITN)",
            "The names were released at noon.",
        ),
        ("Ann Lee (pictured after her speech) blamed the weather", "The new inquiry begins on Monday."),
        ("The ferry is lowered into the water Getty Images", "A ferry would cost four million."),
        ("Getty Images The bridge suffered heavy damage in the flood", "The flood came at night."),
        ("Boats wait below the closed bridge Photograph: Jo Fox/EPA", "The closure begins on Monday."),
        ("Cheers for Ann Lee (left) after she won in Riverton", "Lee led the council for a year."),
    ],
)
def test_a_caption_that_runs_into_a_sentence_is_cut_off(caption: str, story: str) -> None:
    assert cut(f"{caption} {story}") == [(Role.CAPTION, caption), (Role.BODY, story)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor (pictured) said nothing about The Bridge on Friday.",
        "He was pictured with his wife at The Ferry before the vote.",
        "The Port Authority (PA) Legal Department asked for more time.",
        "RIVERTON (Reuters) The council met again on Friday.",
        "The mayor told Reuters 22 people had signed.",
        "About 22 Riverton traders signed and 22 Northbank traders did not.",
        "Senator Ann Lee (R) of Riverton and Senator Bob Ray (D) Then spoke.",
        "Council members on the left, right and centre voted for it.",
        "The vote on 3/19 Street was lost by one.",
        "Nobody reads more than Ann Lee does.",
        "She would share this article with her students, she said.",
        "Related stories were told by two of the fishermen.",
    ],
)
def test_ordinary_sentences_of_a_long_line_stay_body(sentence: str) -> None:
    assert cut(f"{sentence} The ferry sank.") == [(Role.BODY, f"{sentence} The ferry sank.")]


def test_a_caption_without_any_cue_is_left_as_body() -> None:
    text = "The bridge lies in the river near the town Engineers have worked there since May."
    assert cut(text) == [(Role.BODY, text)]


def test_a_counted_gallery_is_one_caption() -> None:
    gallery = (
        "Town news in pictures 3 show all Town news in pictures 1/3 A swan on the river Getty 2/3 The market at dawn. "
        "Traders wait for the first bus Reuters 3/3 Veterans stand in the square Getty"
    )
    assert cut(f"{gallery} Among the signatures were those of two priests.") == [
        (Role.CAPTION, gallery),
        (Role.BODY, "Among the signatures were those of two priests."),
    ]


def test_credits_with_the_number_of_all_pictures_open_captions() -> None:
    parts = cut(
        "Town Police 7 Ann Lee, 62, (left) died in the flood. A picture of Bob Ray has not been released 7 Left to "
        "right: Jo Fox and May Fox Getty Images 7 Workers at the bridge PA 7 The bridge at night The inquiry goes on."
    )
    assert parts[-1] == (Role.BODY, "The inquiry goes on.")
    assert {role for role, _ in parts[:-1]} == {Role.CAPTION}


def test_sign_up_forms_are_boilerplate() -> None:
    parts = cut(
        "Today's Headlines Get news from the river delivered to your inbox every day. Please verify you're not a robot "
        "by clicking the box. Invalid email address. Please re-enter. You must select a newsletter to subscribe to. "
        "Thank you for subscribing. An error has occurred. Please try again later. The ferry sank."
    )
    assert parts[-1] == (Role.BODY, "The ferry sank.")
    assert {role for role, _ in parts[:-1]} == {Role.BOILERPLATE}


@pytest.mark.parametrize(
    ("furniture", "role"),
    [
        ("Share this article Share", Role.BOILERPLATE),
        ("By signing up, you agree to our Terms of Use and Privacy Policy", Role.BOILERPLATE),
        ("Play Video", Role.BOILERPLATE),
        ("MORE GREAT STORIES FROM", Role.BOILERPLATE),
        ("River towns ask for new bridges and old ferries Read more", Role.TEASER),
        ("Related stories 'NO WAY' How a town lost its bridge Should ferries be free?", Role.TEASER),
    ],
)
def test_buttons_and_ways_to_other_stories_are_cut_out(furniture: str, role: Role) -> None:
    story = '"We want our bridge," a trader said.'
    assert cut(f"{furniture} {story}") == [(role, furniture), (Role.BODY, story)]


def test_a_long_line_that_opens_with_a_caption_keeps_its_sentences() -> None:
    caption = "FILE - In this May 3, 2016, file photo, the mayor opens the bridge."
    text = f"{caption} {STORY}"
    assert [text[p.start : p.end] for p in divide(text)] == [caption, STORY]


@given(
    st.lists(
        st.sampled_from(
            [
                STORY,
                "(left)",
                "pictured with",
                "Getty Images 22",
                "PA 22",
                "3/19",
                "4/19",
                "(BBC/ITN)",
                "Related stories",
                "Read more",
                "Mrs Lee",
                "The",
                "Invalid email address.",
                '"',
                "\n",
                "Hide Caption 1 of 2",
            ]
        )
        | st.text(max_size=12),
        max_size=30,
    )
)
def test_cut_lines_cover_every_letter_once(pieces: list[str]) -> None:
    text = " ".join(pieces)
    paragraphs = divide(text)
    assert all(p.span.of(text) and p.span.of(text) == p.span.of(text).strip() for p in paragraphs)
    assert "".join("".join(p.span.of(text).split()) for p in paragraphs) == "".join(text.split())


def test_headlines_linked_at_a_name_are_cut_out_of_the_sentence() -> None:
    box = "Ines Maria FalkBridge stays shut: report Town sues the builder MORE"
    text = f"The council heard Mayor Ines Falk {box} (Green), who wants MORE time to repair the bridge."
    paragraphs = divide(text)
    assert [(p.role, p.span.of(text)) for p in paragraphs] == [
        (Role.BODY, "The council heard Mayor Ines Falk"),
        (Role.BOILERPLATE, box),
        (Role.BODY, "(Green), who wants MORE time to repair the bridge."),
    ]


def test_the_mark_of_a_son_is_no_part_of_the_box_behind_it() -> None:
    box = "Otto (Otti) FalkBridge stays shut: report Town sues the builder MORE"
    text = f"The letter went to Otto Falk Jr. {box}, who wants time to repair the bridge."
    assert [p.span.of(text) for p in divide(text) if p.role is Role.BODY] == [
        "The letter went to Otto Falk Jr.",
        ", who wants time to repair the bridge.",
    ]


def test_a_line_that_breaks_inside_a_box_goes_on() -> None:
    box = "Ines FalkJan.\n6 hearing on the bridge Town sues the builder MORE"
    text = f"The council heard Mayor Ines Falk {box} on Monday.\nIt voted against her."
    assert [(p.role, p.span.of(text)) for p in divide(text)] == [
        (Role.BODY, "The council heard Mayor Ines Falk"),
        (Role.BOILERPLATE, box),
        (Role.BODY, "on Monday."),
        (Role.BODY, "It voted against her."),
    ]


def test_other_stories_in_brackets_are_teasers_inside_a_line_too() -> None:
    teaser = "(RELATED: Seven Bridges That Fell (VIDEO) This Year)"
    text = f"The bridge stays shut. {teaser}"
    paragraphs = divide(text)
    assert [(p.role, p.span.of(text)) for p in paragraphs] == [
        (Role.BODY, "The bridge stays shut."),
        (Role.TEASER, teaser),
    ]


def test_the_picture_and_heading_at_the_top_of_a_page_are_no_story() -> None:
    picture = "Mayor Ines Falk opens the bridge on Monday. | Otto Berg/Aachen Post via AP"
    top = "Local news Aachen opens 12 bridges in a year The mayor calls it a record."
    text = f"{picture} {top}\n\nThe mayor opened the last bridge, and 40 people came."
    assert [(p.role, p.span.of(text)) for p in divide(text)][:2] == [
        (Role.CAPTION, picture),
        (Role.HEADLINE, top),
    ]
    assert [p.role for p in divide("The vote was open. | The mayor spoke of it and sat down.")] == [Role.BODY]


def test_a_name_said_twice_opens_no_box() -> None:
    text = "Falk met Falk senior, and MORE voices asked for MORE time than Falkland had."
    assert [p.role for p in divide(text)] == [Role.BODY]


@pytest.mark.parametrize(
    ("before", "box"),
    [
        ("Ines Falk ", "Ines Maria Falk2020 bridges stay shut Town sues the builder MORE"),
        ("Ines Falk", "Ines FalkBridge stays shut: report Town sues the builder MORE"),
        ("Ines Falk ", "Ines Maria Falk Bridge stays shut: report Town sues the builder MORE"),
        ("Ines Mc-Falk ", "Ines Mc-FalkBridge stays shut: report Town sues the builder MORE"),
    ],
)
def test_the_headlines_of_a_box_may_stand_apart_or_begin_with_a_number(before: str, box: str) -> None:
    text = f"The mayor asked {before}{box} for help."
    assert [text[p.start : p.end] for p in divide(text)] == [
        f"The mayor asked {before}".strip(),
        box,
        "for help.",
    ]
