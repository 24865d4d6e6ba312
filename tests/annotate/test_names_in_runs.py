"""Where names begin and end in runs of capitals, and what is short for them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.annotate.mentioned import chain_of, named, roles_of
from tests.conftest import Analyse

from crossread.annotate.mentions import find
from crossread.record.analysis import Name
from crossread.record.annotation import EntityType

BODY, PLACE, PERSON = EntityType.ORGANISATION, EntityType.PLACE, EntityType.PERSON


@pytest.mark.parametrize(
    ("text", "type", "names"),
    [
        ("Anna Weber won. It was said by Senate Majority Anna Weber.", PERSON, ["Anna Weber", "Anna Weber"]),
        ("It was criticised by the Department of Justice.", BODY, ["Department of Justice"]),
        ("The 9th Circuit Court of Appeals met.", BODY, ["9th Circuit Court of Appeals"]),
        ("The U.S. Court of Appeals for the District of Columbia Circuit met.", PLACE, []),
        ("She lives in the 6th Congressional District.", PLACE, ["6th Congressional District"]),
        ("B&Q warned its customers. Shares of B&Q fell. They like R&B.", BODY, ["B&Q", "B&Q"]),
        ("He read of Harbour Technologies Inc [HRBR.UL] there.", BODY, ["Harbour Technologies Inc"]),
        ("It was said by Ohio State Sen. Anna Weber.", BODY, []),
        ("They met the WHO on Monday.", BODY, ["WHO"]),
        (
            "The National Harbour Watch (NHW) met. Members of the NHW left with the XYZ.",
            BODY,
            ["National Harbour Watch", "NHW", "NHW"],
        ),
        ("He wrote for Harbour Today. Today she left.", BODY, ["Harbour Today"]),
        (
            "“The Failing Leeds Gazette is wrong,” he said. The Leeds Gazette met.",
            BODY,
            ["Leeds Gazette"] * 2,
        ),
        ("She left the Bread State for Ohio State. They back Rent-for-all.", BODY, ["Ohio State"]),
        (
            "The firm Northern Rail Harding sold it to Ann Cole. A Harding aide said no, and Harding left.",
            BODY,
            ["Northern Rail Harding", "Harding", "Harding"],
        ),
        ("The group NHWL Rail Watch condemned it.", BODY, ["NHWL Rail Watch"]),
        ("Ann Ash ate at Carl's Burgers on Monday.", PERSON, ["Ann Ash"]),
        ("Alvin Y. H. Cheung left.", PERSON, ["Alvin Y. H. Cheung"]),
        ("Many Hong Kongers met.", EntityType.GROUP, ["Hong Kongers"]),
        ("The Leeds County Sheriff’s Office met.", BODY, ["Leeds County Sheriff’s Office"]),
        ("Jon Weber left. The Webers sold it to 21st Century News.", PERSON, ["Jon Weber"]),
        ("It was told by the group Susan B. Weber List.", PERSON, []),
        ("Conservatives met. They told other conservatives.", EntityType.GROUP, []),
        ("She spoke in Farsi and in Urdu.", PLACE, []),
        ("They met US ambassador to the UN Anna Weber.", PERSON, ["Anna Weber"]),
        ("Anna Ash, president of Nurses Demand Action, left.", PERSON, ["Anna Ash"]),
    ],
)
def test_where_a_name_begins_and_ends(
    analyse: Analyse, text: str, type: EntityType, names: list[str]
) -> None:
    assert named(find(*analyse(text)), type) == names


def test_a_name_follows_an_office_of_more_words(analyse: Analyse) -> None:
    article, analysis = analyse(
        "They met Secretary of Defense Mark Cole and Secretary of Homeland Security Kirst Nolan.\n"
        "Army Chief of Staff Gen. Otto Marsh and House chief of staff Rince Prebel came later."
    )
    assert roles_of(article, find(article, analysis)) == {
        "Mark Cole": ["Secretary of Defense"],
        "Kirst Nolan": ["Secretary of Homeland Security"],
        "Otto Marsh": ["Army Chief of Staff"],
        "Rince Prebel": ["House chief of staff"],
    }


def test_what_stands_between_a_name_and_its_role_and_what_is_no_part_of_it(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Rep. Jon Cole, D-Mo., a member of the Harbour Caucus, met Cole's brother, Dan Cole , and others.\n"
        "He thanked fellow presidential candidates former Rep. Otto Marsh and Ann Ash.\n"
        "They praised the deal President Khan is waiting to sign.\n"
        "Prof Susan Reed is chair of public health at the University of Leeds.\n"
        "It is wrong, said Tom Hale, founder of the network Harbour Rail."
    )
    assert roles_of(article, find(article, analysis)) == {
        "Jon Cole": ["Rep.", "member of the Harbour Caucus"],
        "Cole": [],
        "Dan Cole": ["Cole's brother"],
        "Otto Marsh": ["former Rep."],
        "Ann Ash": [],
        "Khan": ["President"],
        "Susan Reed": ["chair of public health at the University of Leeds"],
        "Tom Hale": ["founder of the network Harbour Rail"],
    }


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("Harbour Owners of America", ["Harbour Owners of America"]),
        ("Center on Harbours and Health", ["Center on Harbours and Health"]),
        ("Medicare for Sailors", []),
    ],
)
def test_small_words_tie_a_name_that_the_model_sees_whole(
    analyse: Analyse, label: str, names: list[str]
) -> None:
    article, analysis = analyse(f"They met the {label} on Monday.")
    at = article.text.index(label)
    analysis = replace(analysis, names=(Name(at, at + len(label), label, "ORG"),))
    assert named(find(article, analysis), BODY) == names


def test_a_court_is_the_circuit_just_named(analyse: Analyse) -> None:
    article, analysis = analyse(
        "The 7th Circuit Court of Appeals met. It may go to the Supreme Court.\nThe court said no. "
        "The Seventh Circuit was late."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "The court") != chain_of(article, found, "Supreme Court")
    assert chain_of(article, found, "Seventh Circuit") == chain_of(
        article, found, "7th Circuit Court of Appeals"
    )


def test_letters_in_brackets_are_the_body_before_them(analyse: Analyse) -> None:
    article, analysis = analyse("The Centre for Harbour Control and Safety (CHC) met. People trust the CHC.")
    found = find(article, analysis)
    assert chain_of(article, found, "CHC", 1) == chain_of(
        article, found, "Centre for Harbour Control and Safety"
    )
