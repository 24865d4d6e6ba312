"""Names of bodies: initials, short forms, general nouns for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.text.bodies import body_key, group, initials, may_be_called, may_be_taken_up, short_of


def test_the_crown_does_not_make_another_body() -> None:
    assert body_key("Her Majesty's Inspectorate of Prisons") == body_key("HM Inspectorate of Prisons")
    assert body_key("the Inspectorate of Prisons") == body_key("HM Inspectorate of Prisons")


@pytest.mark.parametrize(
    ("short", "long", "fits"),
    [
        ("IOPC", "Independent Office for Police Conduct", True),
        ("Met Police", "Metropolitan Police", True),
        ("Kent Police", "Essex Police", False),
        ("Police", "Metropolitan Police", False),
        ("Budget Committee", "House Budget Committee", True),
        ("Senate Budget", "Senate Budget Committee", True),
        ("House", "House Budget Committee", False),
        ("Security Council", "United Nations Security Council", True),
        ("Security Council", "National Security Council", False),
        ("Treasury", "Department of the Treasury", True),
        ("DHS", "Department of Homeland Security", True),
        ("Otters", "Dallas Otters", True),
        ("Records", "Weber Records", False),
        ("BBC", "Independent Office for Police Conduct", False),
        # what a body is, as a firm or an office, is left out; a town's name is the town
        ("NBC", "NBC News", True),
        ("Lakeside", "Lakeside News Network", True),
        ("Weber & Hale", "Weber & Hale Holdings plc", True),
        ("Detroit", "Detroit News", False),
        ("AP", "Associated Press", True),
        ("HC", "Harbour Council", False),
        ("Ala", "Alabama Courts", False),
        ("HFW", "Department of Harbours, Ferries and Works", True),
    ],
)
def test_short_forms(short: str, long: str, fits: bool) -> None:
    assert short_of(short, long) is fits


def test_a_short_form_of_two_bodies_joins_neither() -> None:
    found = group(["Northern Rail Union", "National Rail Union", "NRU"])
    assert found["NRU"] == "NRU"
    assert initials("Northern Rail Union") == "nru"


def test_names_of_one_body_share_the_fullest() -> None:
    found = group(["Met Police", "Metropolitan Police", "the Metropolitan Police"])
    assert len(set(found.values())) == 1


def test_a_newspaper_goes_by_its_last_word_in_one_account_alone() -> None:
    names = ["Leeds Evening Post", "Post", "Rail Watch", "Watch"]
    assert group(names, one_account=True)["Post"] == "Leeds Evening Post"
    assert group(names)["Post"] == "Post"
    assert group(names, one_account=True)["Watch"] == "Watch"


@pytest.mark.parametrize(
    ("name", "words", "fits"),
    [
        ("Metropolitan Police", "force", True),
        ("Inspectorate of Constabulary", "force", False),
        ("Lambeth Council", "council", True),
        ("Ministry of Defence", "ministry", True),
        ("Sky News", "council", False),
        ("Council", "council", False),
        ("Rail and Bridge Administration", "administration", False),
        ("Rail and Bridge Administration", "bridge administration", True),
    ],
)
def test_what_a_body_may_be_called(name: str, words: str, fits: bool) -> None:
    assert may_be_called(name, words) is fits


@given(st.lists(st.text(max_size=20), max_size=6))
def test_grouping_answers_for_every_name_with_one_of_them(names: list[str]) -> None:
    found = group(names)
    assert set(found) == set(names)
    assert set(found.values()) <= set(names)


def test_a_cut_first_word_is_a_short_form_where_it_is_much_shorter() -> None:
    assert short_of("Met", "Metropolitan Police")
    assert not short_of("Nation", "National Rail")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("F.B.I.", "FBI", True),
        ("Seattle Police Dept", "Seattle Police Department", True),
        ("Slidell Police", "Slidell Police Department", True),
        ("Financial Crime Division", "Financial Crimes Division", True),
        ("Department of Justice", "Justice Department", True),
        ("DOJ", "Justice Department", True),
        ("Kettler", "Kettler Harbour Partners", True),
        ("Kettler", "Kettler City Council", False),
        ("Senate", "Senate Harbour Committee", False),
        ("Harbour Committee", "Harbour Committee Staff", False),
        ("Senate", "Virginia Senate", False),
        ("Supreme Court", "Texas Supreme Court", False),
    ],
)
def test_wordings_of_one_body(one: str, other: str, same: bool) -> None:
    found = group([one, other])
    assert (found[one] == found[other]) is same


def test_a_court_of_appeals_is_its_circuit() -> None:
    names = ["Sixth Circuit", "Sixth Circuit Court of Appeals", "Court of Appeals for the Sixth Circuit"]
    assert len(set(group([*names, "Ninth Circuit"]).values())) == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("CDC", "Centers for Disease Control and Prevention", True),  # letters for its first words
        ("H&E", "Harbour & Electric Corp", False),
        ("HG&E", "Harbour Gas & Electric Corp", True),
        ("Harbour Gas Co", "Harbour Gas Corp", True),
        ("Harbour Co", "Harbour Corp", False),
        ("MSI", "MSIS", False),  # letters have no plural
    ],
)
def test_letters_and_kinds_of_firms(one: str, other: str, same: bool) -> None:
    assert (len(set(group([one, other]).values())) == 1) is same


def test_letters_are_an_agency_unless_they_are_known_as_something_else() -> None:
    assert may_be_taken_up("CDC", "agency")
    assert not may_be_taken_up("NPR", "agency")
    assert may_be_taken_up("NPR", "network")
