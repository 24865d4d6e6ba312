"""How far the words for a speaker and for what was said reach."""

from __future__ import annotations

import pytest
from tests.annotate.statements.stated import statements
from tests.conftest import Analyse


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "A witness inside the hall said the guards carried knives into the building.",
            "A witness inside the hall",
        ),
        (
            "The witness who saw the crash said the driver had jumped out of the tram.",
            "The witness who saw the crash",
        ),
        (
            "A councillor involved in Wednesday's march told the paper that the march had been planned for a week.",
            "A councillor involved in Wednesday's march",
        ),
        (
            "The tram had been faulty for years, according to a source familiar with talks at the company.",
            "a source familiar with talks at the company",
        ),
        (
            "Ms Hale and Tom Reed, a lawyer at the union who argued against it, said the members would wait.",
            "Ms Hale and Tom Reed",
        ),
        (
            "In a letter, Sen. Carl Moss (D-N.Y.) and Sen. Debbie Reed (D-Mich.) wrote that the party would gain.",
            "Sen. Carl Moss (D-N.Y.) and Sen. Debbie Reed",
        ),
        (
            "The nation's leading advocate for older people says that it has not moved at all.",
            "The nation's leading advocate for older people",
        ),
        (
            "The leaders of the tax panels in the House and the Senate said the bill was close to completion.",
            "The leaders of the tax panels in the House and the Senate",
        ),
        (
            "The group of five masters and five mates gave no details of the plan but said the ship would sail.",
            "The group of five masters and five mates",
        ),
        ("“The line will close for a year,” wrote Anna Hale and Tom Reed.", "Anna Hale and Tom Reed"),
        (
            "the Rail Ministry and the Transport Office said the line would be closed for a year.",
            "the Rail Ministry and the Transport Office",
        ),
        (
            "Lund cites a July meeting in which Paul Hale, a donor and envoy to Spain, stressed that it would pay.",
            "Paul Hale",
        ),
        (
            "Senator Paul Hale, the Senate's No. 2 Democrat, told reporters that the picture “is bad.”",
            "Senator Paul Hale",
        ),
    ],
)
def test_the_speaker_is_the_whole_head_of_the_subject(analyse: Analyse, text: str, speaker: str) -> None:
    [found] = statements(analyse, text)
    assert found.speaker is not None
    assert found.speaker.span.of(text) == speaker


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Neither would a visitor with a day ticket, she said.",
            "Neither would a visitor with a day ticket",
        ),
        (
            "Hale told reporters the guards had locked the doors, but would not delay the vote overall.",
            "the guards had locked the doors, but would not delay the vote overall",
        ),
        (
            "Hale said the guards had locked the doors, but would not say why.",
            "the guards had locked the doors",
        ),
    ],
)
def test_contents_keep_what_qualifies_them(analyse: Analyse, text: str, content: str) -> None:
    found = statements(analyse, text)[0]
    assert found.spans[0].of(text) == content


@pytest.mark.parametrize(
    "text",
    [
        "Rita Moss, a nurse who was hurt in the crash last month, asked Lund about the safety plan.",
        "In her speech Hale, like others who have spoken before her, emphasizes the importance of rail to the north.",
        "The seats are shared out every ten years according to population.",
        "But it's worth noting that Mr Lund did not win in any district.",
    ],
)
def test_what_is_no_report_makes_no_statement(analyse: Analyse, text: str) -> None:
    assert statements(analyse, text) == ()
