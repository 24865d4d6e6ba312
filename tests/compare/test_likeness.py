"""Likeness of clauses: what forbids a pair, what numbers say, and claims as stars."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from tests.compare.storied import story
from tests.conftest import Analyse

from crossread.compare.claims.assertions import assertions
from crossread.compare.claims.likeness import WEIGHTS, Likeness, _other_person, logistic
from crossread.compare.claims.meaning import phrasal_kind


def joined(analyse: Analyse, one: str, other: str) -> bool:
    return any(claim.accounts == 2 for claim in story(analyse, one, other).claims)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        # A verb with its particle, a noun for the verb.
        (
            "Director Ana Ruiz of the Lorren theatre stepped down on Monday over the missing funds.",
            "Director Ana Ruiz of the Lorren theatre resigned on Monday over the missing funds.",
            True,
        ),
        # Another person did it.
        (
            "Minister Tom Beck responded on Monday to the report on the harbour of Lorren.",
            "Senator Ana Ruiz responded on Monday to the report on the harbour of Lorren.",
            False,
        ),
        # Another place was gone to.
        (
            "On Thursday, Senator Ana Ruiz will visit Oslo.",
            "Senator Ana Ruiz will make a visit to Spain on Thursday.",
            False,
        ),
        # What is urged has not happened.
        (
            "Governor Tom Beck urged all parents in Lorren to get their kids vaccinated against measles.",
            "Mayor Ana Ruiz said all four of the children in her Lorren home have been vaccinated against measles.",
            False,
        ),
        # Who it is may stand on either side of "was".
        (
            "Senator Ana Ruiz was the lone vote against the harbour plan of Lorren.",
            "The lone vote against the harbour plan of Lorren was Senator Ana Ruiz.",
            True,
        ),
        # "Per cent" is not what is paid.
        (
            "The richest earners in Lorren pay over 70 percent of all taxes in the town.",
            "The wealthiest people, who pay 39.6 percent now, will pay a lower rate next year in Lorren.",
            False,
        ),
        # One tells it of everybody, the other of nobody.
        (
            "Seven members of the Lorren council voted for the harbour plan on Monday.",
            "Zero members of the Lorren council voted for the harbour plan on Monday.",
            False,
        ),
    ],
)
def test_pairs_that_say_the_same_or_not(analyse: Analyse, one: str, other: str, same: bool) -> None:
    assert joined(analyse, one, other) is same


def test_a_telling_number_joins_what_other_words_tell(analyse: Analyse) -> None:
    one = "The Lorren fund gave £7 million for the training of young pilots."
    other = "Training of young pilots was paid with £{} from the Lorren fund."
    assert joined(analyse, one, other.format("7m"))
    assert not joined(analyse, one, other.format("90m"))


def test_a_number_that_tells_which_one_must_be_the_same(analyse: Analyse) -> None:
    text = "Tom Beck crashed on lap {} of the race in Lorren and left it on foot."
    assert joined(analyse, text.format(48), text.format(48))
    assert not joined(analyse, text.format(48), text.format(20))


def test_a_vague_number_is_no_count_to_differ_in(analyse: Analyse) -> None:
    one = "The flood in Lorren killed at least four people and injured scores of people on Monday."
    other = "The flood in Lorren killed at least two people on Monday."
    assert joined(analyse, one, other)


def test_claims_are_stars_that_hold_every_wording_against_one(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Fire destroyed the old theatre of Lorren on Sunday night.",
        "The old theatre of Lorren was destroyed by fire on Sunday night.",
        "Fire destroyed the old theatre of Lorren.",
    )
    (claim,) = [claim for claim in told.claims if claim.accounts > 1]
    assert claim.accounts == 3


def test_a_quotation_is_a_claim_where_its_sentence_names_who_speaks(analyse: Analyse) -> None:
    words = "“The brakes of the Lorren tram failed on the last bend before the bridge,”"
    told = story(analyse, f"{words} driver Tom Beck said.", f"{words} driver Tom Beck said on Monday.")
    claim = told.claim("on the last bend before the bridge,” driver Tom Beck said.")
    assert claim.accounts == 2
    assert "Tom Beck said" in claim.text


def test_a_noun_that_the_accounts_begin_with_needs_no_antecedent(analyse: Analyse) -> None:
    opening = "A tram overturned in Lorren on Monday. Two people were hurt. Rain fell all day. "
    later = "The tram was travelling at twice the permitted speed before the bend."
    told = story(analyse, opening + later, opening + later)
    assert told.claim("twice the permitted speed").accounts == 2


def test_only_in_one_needs_a_name_or_a_number_that_no_other_has(analyse: Analyse) -> None:
    opening = "It rained. Nobody spoke. Trains stopped. "
    own = "Mayor Ana Ruiz of Lorren keeps forty bees and two goats behind the town hall with {}."
    plain = "Mayor Ana Ruiz of Lorren has always been fond of animals in every shape and size."
    other = opening + "Mayor Ana Ruiz of Lorren opened the bridge and praised the workers who built it."
    with_name = story(analyse, opening + own.format("her friend Ofer Reed"), other)
    without = story(analyse, opening + plain, other)
    assert any("goats" in claim.text for claim in with_name.claims)
    assert not any("fond of animals" in claim.text for claim in without.claims)


def test_more_that_is_shared_makes_a_pair_more_likely() -> None:
    nothing = dict.fromkeys(WEIGHTS, 0.0)
    much = nothing | {"clause": 1.0, "sentence": 1.0, "happening": 1.0}
    assert logistic(nothing) < 0.1 < 0.9 < logistic(much)
    assert Likeness([]).found == []


def test_neither_stays_with_what_it_denies(analyse: Analyse) -> None:
    text = "Tom Beck noted that neither the board of Lorren nor the council of Brant found proof of fraud."
    told = story(analyse, text, f"{text} Rain fell.")
    assert all("either the board" in claim.text for claim in told.claims if "council of Brant" in claim.text)


@pytest.mark.parametrize(
    ("one", "other", "disputed"),
    [
        (
            "The Lorren mayor has much experience with the police of the harbour.",
            "The Lorren mayor has no experience with the police of the harbour.",
            True,
        ),
        # Who did not is somebody else.
        (
            "Not a one defended Mayor Ana Ruiz of Lorren.",
            "Senator Tom Beck defended Mayor Ana Ruiz of Lorren.",
            False,
        ),
    ],
)
def test_what_is_denied_of_the_same_is_disputed(
    analyse: Analyse, one: str, other: str, disputed: bool
) -> None:
    assert any(claim.disputed for claim in story(analyse, one, other).claims) is disputed


def test_clauses_of_sentences_on_other_matters_stay_apart(analyse: Analyse) -> None:
    one = "The fund is short of money, and Mayor Ana Ruiz said that the town will pass a law on bees."
    other = (
        "After the storm over the harbour of Brant, farmers asked parliament in Oslo to pass a law on goats."
    )
    assert not joined(analyse, one, other)


def test_phrasal_verbs() -> None:
    assert phrasal_kind("step", "down") == phrasal_kind("stand", "down")
    assert phrasal_kind("step", "over") is None


def test_a_sentence_is_shown_as_one_claim_and_other_counts_beside_are_no_dispute(analyse: Analyse) -> None:
    one = "Budget plans of the Lorren council can pass with 51 votes, instead of 60 votes, Tom Beck said on Monday."
    other = (
        "Budget plans of the Lorren council can pass with 51 votes instead of the usual 60, Tom Beck said."
    )
    told = story(analyse, one, other)
    shared = [claim for claim in told.claims if claim.accounts > 1]
    assert shared
    assert not any(claim.disputed for claim in shared)
    assert len({claim.text for claim in told.claims}) == len(told.claims)


def test_a_participle_behind_a_comma_tells_a_deed_of_its_own(analyse: Analyse) -> None:
    one = "Lawyer Tom Beck wrote to the council of Lorren on Friday, rejecting its demand for the harbour accounts."
    other = "Tom Beck rejected the demand of the Lorren council for the harbour accounts on Friday."
    assert joined(analyse, one, other)


def test_what_somebody_failed_to_do_was_not_done(analyse: Analyse) -> None:
    one = "Divers failed to find any trace of the sunken ferry in the harbour of Lorren on Monday."
    other = "Divers did not find any trace of the sunken ferry in the harbour of Lorren on Monday."
    told = story(analyse, one, other)
    assert [claim.disputed for claim in told.claims if claim.accounts == 2] == [False]


def test_what_goes_on_is_not_what_a_past_year_saw(analyse: Analyse) -> None:
    one = "Ana Ruiz of the Harbour Party ran for mayor of Lorren in 2008."
    other = "Ana Ruiz of the Harbour Party is running for mayor of Lorren."
    assert not joined(analyse, one, other)


def test_what_was_done_to_a_brother_was_not_done_to_him(analyse: Analyse) -> None:
    one = "Beck's brother, Tom Beck, was also dismissed from the Lorren harbour board on Friday. Jon Beck had led it."
    other = "Captain Jon Beck was dismissed from the Lorren harbour board on Friday."
    assert not joined(analyse, one, other)


def test_who_is_called_in_to_do_it_does_it() -> None:
    def deed(who: str, main: str, *, passive: bool) -> Any:
        doer = frozenset({who})
        return SimpleNamespace(
            actors=frozenset() if passive else doer,
            subjects=doer,
            persons=doer,
            passive=passive,
            main=frozenset({main}),
            happenings=frozenset({main, "vote"}),
        )

    assert _other_person(deed("beck", "vote", passive=False), deed("ruiz", "call", passive=True))
    assert not _other_person(deed("ruiz", "vote", passive=False), deed("ruiz", "call", passive=True))


def test_people_are_no_happening(analyse: Analyse) -> None:
    told = story(
        analyse, "The fire in Lorren left 32 people dead.", "In Lorren 84 people were taken to hospital."
    )
    found = assertions(told.accounts, told.cast)
    assert not any("PEOPLE" in one.happenings for one in found)


def test_two_small_counts_tell_as_much_as_two_large_numbers(analyse: Analyse) -> None:
    told = story(analyse, "Six men and one woman died in Lorren.", "Six men and one woman died near Lorren.")
    (one, other), figures = assertions(told.accounts, told.cast), {"=6 man", "=1 woman"}
    assert one.terms & other.terms >= figures
    assert not any(
        t.startswith("=") for t in assertions(story(analyse, "Six men died.").accounts, told.cast)[0].terms
    )
