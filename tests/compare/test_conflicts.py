"""Conflicts: what truly contradicts on one slot is published, what only differs in wording is not."""

from __future__ import annotations

from datetime import date

import pytest
from tests.conftest import Analyse

from crossread.annotate import figures as annotated
from crossread.compare import conflicts, figures
from crossread.compare.cast import Cast
from crossread.compare.conflicts.counts import number_conflicts
from crossread.compare.conflicts.spellings import variants
from crossread.record.annotation import (
    Account,
    Annotation,
    EntityType,
    Mention,
    MentionForm,
    StatementKind,
    TimeExpression,
    TimeForm,
    TimeKind,
    TimeType,
)
from crossread.record.article import DateRange
from crossread.record.dossier import (
    Conflict,
    ConflictKind,
    Entity,
    Speaker,
    Statement,
)
from crossread.record.span import Span, evidence


class OneName:
    """A cast in which every mention names one person."""

    entities: tuple[Entity, ...] = ()

    def entity_of(self, _article: str, _mention: int, /) -> Entity | None:
        return Entity("entity-1", EntityType.PERSON, "Nur Fayez")


def account(
    analyse: Analyse,
    ref: str,
    text: str,
    *,
    day: date | None = None,
    mentions: tuple[Mention, ...] = (),
    times: tuple[TimeExpression, ...] = (),
) -> Account:
    article, analysis = analyse(text, ref=ref, published=day)
    found = annotated.find(article, analysis, mentions, times, ())
    return Account(article, analysis, Annotation(article.id, mentions=mentions, times=times, figures=found))


def numbers(*accounts: Account) -> list[Conflict]:
    return number_conflicts(accounts, figures.align(accounts, Cast()))


def test_exact_counts_that_differ_are_a_conflict(analyse: Analyse) -> None:
    (conflict,) = numbers(
        account(analyse, "a", "Police said nine people were arrested after the march."),
        account(analyse, "b", "Twelve people were arrested at the march."),
    )
    assert conflict.kind is ConflictKind.NUMBER
    assert [side.value for side in conflict.sides] == ["9", "12"]
    assert {e.text for side in conflict.sides for e in side.evidence} == {
        "nine people were arrested",
        "Twelve people were arrested",
    }


def test_a_later_higher_toll_is_an_update(analyse: Analyse) -> None:
    (conflict,) = numbers(
        account(analyse, "a", "The blast killed four people.", day=date(2020, 5, 1)),
        account(analyse, "b", "The blast killed seven people.", day=date(2020, 5, 2)),
    )
    assert conflict.kind is ConflictKind.UPDATE


def test_a_later_lower_toll_is_a_conflict(analyse: Analyse) -> None:
    (conflict,) = numbers(
        account(analyse, "a", "The blast killed seven people.", day=date(2020, 5, 1)),
        account(analyse, "b", "The blast killed four people.", day=date(2020, 5, 2)),
    )
    assert conflict.kind is ConflictKind.NUMBER


def test_a_toll_that_rose_is_an_update(analyse: Analyse) -> None:
    (conflict,) = numbers(
        account(analyse, "a", "The blast killed four people."),
        account(analyse, "b", "The death toll from the blast rose to seven on Friday."),
    )
    assert conflict.kind is ConflictKind.UPDATE


def test_growing_lower_bounds_are_an_update(analyse: Analyse) -> None:
    (conflict,) = numbers(
        account(analyse, "a", "At least two people have died in the flood."),
        account(analyse, "b", "At least six people have died in the flood."),
    )
    assert conflict.kind is ConflictKind.UPDATE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("About 130 people were arrested.", "Some 140 people were arrested."),
        ("More than 30 people were killed.", "The raid killed 32 people."),
        ("Up to 32 people were killed.", "The raid killed 30 people."),
        ("Dozens of people were arrested.", "Nine people were arrested."),
        ("Nine people were arrested.", "Nine people were hurt."),
        ("Nine people were arrested.", "Twelve officers watched the march."),
        ("The other three people killed were named on Friday.", "Seven people were killed on Monday."),
        ("The flood killed 20 people.", "The fever killed 90 people."),  # too far apart
        ("The Nairobi bombing killed nine people.", "The Osaka bombing killed twelve people."),
        ("Nine people were killed in Nairobi and Osaka.", "Four people were killed in Nairobi."),
        ("Nine people were killed.", "Two people were later killed."),
        ("Two blasts killed nine people.", "The first blast killed four people."),
        ("The fever had killed 44 people per 100,000.", "The fever had killed 51 people per 100,000."),
    ],
)
def test_rounding_and_different_things_are_no_conflict(analyse: Analyse, one: str, other: str) -> None:
    assert numbers(account(analyse, "a", one), account(analyse, "b", other)) == []


def test_an_account_that_gives_both_numbers_contradicts_nobody(analyse: Analyse) -> None:
    one = account(analyse, "a", "There were six arrests on Wednesday, compared to 47 the night before.")
    other = account(analyse, "b", "The police made 47 arrests overnight.")
    assert numbers(one, other) == []


def test_one_account_does_not_contradict_itself(analyse: Analyse) -> None:
    text = "Nine people were arrested on Friday. Twelve people were arrested a year before."
    assert numbers(account(analyse, "a", text)) == []


def clock(text: str, words: str, value: str) -> TimeExpression:
    start = text.index(words)
    span = Span(start, start + len(words))
    return TimeExpression(span, TimeType.TIME, TimeForm(TimeKind.CLOCK, clock=value), "test")


def timed(analyse: Analyse, ref: str, text: str, words: str, value: str) -> Account:
    return account(analyse, ref, text, times=(clock(text, words, value),))


def test_one_blast_at_two_hours_is_a_conflict(analyse: Analyse) -> None:
    one = timed(analyse, "a", "The attack happened at 11:30pm local time.", "11:30pm", "23:30")
    other = timed(analyse, "b", "A blast was heard at around 10pm.", "10pm", "22:00")
    (conflict,) = conflicts.find((one, other), Cast(), (), (), ())
    assert conflict.kind is ConflictKind.DATE
    assert [side.value for side in conflict.sides] == ["11:30pm", "10pm"]


@pytest.mark.parametrize(
    ("words", "value"), [("11:20pm", "23:20"), ("10pm GMT", "22:00")], ids=["rough", "another zone"]
)
def test_near_hours_and_other_zones_are_no_conflict(analyse: Analyse, words: str, value: str) -> None:
    one = timed(analyse, "a", "The attack happened at 11:30pm local time.", "11:30pm", "23:30")
    other = timed(analyse, "b", f"A blast was heard at around {words}.", words, value)
    assert conflicts.find((one, other), Cast(), (), (), ()) == ()


def dated(analyse: Analyse, ref: str, text: str, words: str, first: date, last: date) -> Account:
    start = text.index(words)
    form = TimeForm(TimeKind.PERIOD, unit="week", steps=-1)
    days = DateRange(first, last, words, "test")
    place = text.index("Kandal")
    named = Mention(Span(place, place + 6), EntityType.PLACE, MentionForm.NAME, "Kandal")
    time = TimeExpression(Span(start, start + len(words)), TimeType.DATE, form, "test", None, days)
    return account(analyse, ref, text, mentions=(named,), times=(time,))


def test_one_strike_in_two_weeks_is_a_conflict(analyse: Analyse) -> None:
    lead = "The siege goes on. Talks failed. Nobody left. "
    one = dated(
        analyse,
        "a",
        f"{lead}Airstrikes in Kandal last week hit a school.",
        "last week",
        date(2020, 5, 4),
        date(2020, 5, 10),
    )
    other = dated(
        analyse,
        "b",
        f"{lead}Airstrikes in Kandal this week hit a school.",
        "this week",
        date(2020, 5, 11),
        date(2020, 5, 17),
    )
    (conflict,) = conflicts.find((one, other), Cast(), (), (), ())
    assert (conflict.kind, len(conflict.sides)) == (ConflictKind.DATE, 2)
    assert conflicts.find((one, one), Cast(), (), (), ()) == ()


def test_a_car_and_a_truck_cannot_both_be_the_bomb(analyse: Analyse) -> None:
    accounts = (
        account(analyse, "a", "A suicide car bomb went off at the gate."),
        account(analyse, "b", "A man rammed a truck into the gate. Two parked cars burnt."),
        account(analyse, "c", "Officials asked whether a second van bomb was used."),
    )
    (conflict,) = conflicts.find(accounts, Cast(), (), (), ())
    assert (conflict.kind, [side.value for side in conflict.sides]) == (ConflictKind.FACT, ["car", "truck"])


def test_a_name_spelt_twice_is_a_conflict(analyse: Analyse) -> None:
    def named(ref: str, name: str) -> Account:
        mention = Mention(Span(0, len(name)), EntityType.PERSON, MentionForm.NAME, name)
        return account(analyse, ref, f"{name} runs the clinic.", mentions=(mention,))

    accounts = (named("a", "Nur Fayez"), named("b", "Nur Faiz"))
    (conflict,) = conflicts.find(accounts, OneName(), (), (), ())
    assert (conflict.kind, [s.value for s in conflict.sides]) == (
        ConflictKind.NAME,
        ["Nur Fayez", "Nur Faiz"],
    )
    assert conflicts.find(accounts, Cast(), (), (), ()) == ()
    slips = (named("a", "Nur Fayez"), named("b", "Nur Faxez"))
    assert len(conflicts.find(slips, Cast(), (), (), ())) == 1


def test_all_spellings_of_a_name_are_one_conflict(analyse: Analyse) -> None:
    def named(ref: str, name: str) -> Account:
        mention = Mention(Span(0, len(name)), EntityType.PERSON, MentionForm.NAME, name)
        return account(analyse, ref, f"{name} runs the clinic.", mentions=(mention,))

    accounts = (named("a", "Nur Fayez"), named("b", "Nur Faiz"), named("c", "Nur Faixez"))
    (conflict,) = conflicts.find(accounts, OneName(), (), (), ())
    assert [side.value for side in conflict.sides] == ["Nur Fayez", "Nur Faiz", "Nur Faixez"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Nur Fayez", "Nur Faiz", True),
        ("Steven Hall", "Stephen Hall", True),
        ("Rob Hall", "Robert Hall", False),
        ("Nur Fayez", "Nur Hamid", False),
        ("Dave Hall", "David Hall", False),
        ("Anna Hall", "Nora Hall", False),
        ("Nurit Hall", "Nurid Hall", True),
        ("Dan Hall", "Dav Hall", False),
        ("Fayez", "Faiz", False),
        ("Yuri Melnikovsky", "Yuri Melnikovskiy", False),  # two styles of transcription
        ("Ann O'Doe", "Ann O’Doe", False),
        ("Al-Jazar Hamid", "al Jazar Hamid", False),
        ("Mira Yulín Holm", "Mira Yulin Holm", False),  # with and without the accent
        ("Mohammed Holm", "Mohamad Holm", False),
        ("Nur Rahmani", "Nur Rehmani", False),  # a family name made of a given one
    ],
)
def test_spelling_variants(one: str, other: str, expected: bool) -> None:
    assert variants(one, other) is expected
    assert variants(other, one) is expected


def test_an_assurance_stands_against_its_denial(analyse: Analyse) -> None:
    text = (
        "Ms Hall said the evening was a disgrace, despite assurances from the council that the crowd "
        'would be treated "gently".\n"In my view, this was not the case," she said.'
    )
    (conflict,) = conflicts.find((account(analyse, "a", text),), Cast(), (), (), ())
    assert conflict.kind is ConflictKind.FACT
    assertion, denial = conflict.sides
    assert assertion.value == 'the crowd would be treated "gently"'
    assert assertion.evidence[0].text.startswith("assurances from the council")
    assert denial.value == "this was not the case"


@pytest.mark.parametrize(
    "second",
    ["If this is not the case, call us.", "It was late.", "Is this not the case?", "This was the case."],
)
def test_what_is_no_denial_is_no_conflict(analyse: Analyse, second: str) -> None:
    text = f"There were assurances from the council that the crowd would be treated gently. {second}"
    assert conflicts.find((account(analyse, "a", text),), Cast(), (), (), ()) == ()


def said(one: Account, words: str, speaker: str) -> Statement:
    start = one.text.index(words)
    shown = evidence(one.id, one.text, Span(start, start + len(words)))
    return Statement(f"statement-{start}", StatementKind.DIRECT, words, Speaker(speaker), (shown,))


def test_a_denial_answers_another_speaker_only(analyse: Analyse) -> None:
    one = account(analyse, "a", 'Hall said: "The gate was locked."\nMoreno said: "That is not true."')
    first = said(one, "The gate was locked.", "Hall")
    (conflict,) = conflicts.find((one,), Cast(), (), (first, said(one, "That is not true.", "Moreno")), ())
    assert conflict.sides[0].value == "The gate was locked"
    same = (first, said(one, "That is not true.", "Hall"))
    assert conflicts.find((one,), Cast(), (), same, ()) == ()


def test_a_denial_of_what_follows_says_nothing_of_what_stands_before(analyse: Analyse) -> None:
    words = "It is not true that the guard slept."
    one = account(analyse, "a", f'Hall said: "The gate was locked." Moreno said: "{words}"')
    made = (said(one, "The gate was locked.", "Hall"), said(one, words, "Moreno"))
    assert conflicts.find((one,), Cast(), (), made, ()) == ()


def test_what_was_said_last_is_denied(analyse: Analyse) -> None:
    text = "Hall said the gate was never locked, but Moreno said the guard had slept."
    one = account(analyse, "a", f"{text} The guard denied those allegations.")
    made = (said(one, "the gate was never locked", "Hall"), said(one, "the guard had slept", "Moreno"))
    (conflict,) = conflicts.find((one,), Cast(), (), made, ())
    assert conflict.sides[0].value == "the guard had slept"


def test_words_that_are_no_clause_are_denied_and_not_in_question(analyse: Analyse) -> None:
    one = account(analyse, "a", 'Hall accused him of sleeping at the gate. Moreno said: "That is not true."')
    made = (said(one, "of sleeping at the gate", "Hall"), said(one, "That is not true.", "Moreno"))
    (conflict,) = conflicts.find((one,), Cast(), (), made, ())
    assert conflict.slot == "what is denied: of sleeping at the gate"


def test_denied_that_needs_somebody_who_asserts_it(analyse: Analyse) -> None:
    denial = account(analyse, "a", "The minister denied taking secret payments from the drug company.")
    assertion = account(analyse, "b", "The minister took secret payments from the drug company for years.")
    (conflict,) = conflicts.find((denial, assertion), Cast(), (), (), ())
    assert [side.evidence[0].article for side in conflict.sides] == [assertion.id, denial.id]
    assert conflicts.find((denial,), Cast(), (), (), ()) == ()


def test_denied_that_claim_answers_the_speaker_before(analyse: Analyse) -> None:
    one = account(analyse, "a", "Hall said the gate was locked. Moreno denied that claim on Friday.")
    locked = said(one, "the gate was locked", "Hall")
    (conflict,) = conflicts.find((one,), Cast(), (), (locked,), ())
    assert [side.value for side in conflict.sides] == ["the gate was locked", "denied that claim"]
    own = said(one, "the gate was locked", "Ana Moreno")
    assert conflicts.find((one,), Cast(), (), (own,), ()) == ()


@pytest.mark.parametrize("verb", ["did not deny that", "denied entry because", "rejected raising what"])
def test_other_uses_of_the_verbs_deny_nothing(analyse: Analyse, verb: str) -> None:
    denial = account(analyse, "a", f"The minister {verb} he took secret payments from the drug company.")
    assertion = account(analyse, "b", "The minister took secret payments from the drug company for years.")
    assert conflicts.find((denial, assertion), Cast(), (), (), ()) == ()


def test_a_sentence_and_its_negation_are_a_conflict(analyse: Analyse) -> None:
    one = account(analyse, "a", "The north gate was locked on Saturday night.")
    other = account(analyse, "b", "The north gate was not locked on Saturday night.")
    (conflict,) = conflicts.find((one, other), Cast(), (), (), ())
    assert [side.evidence[0].article for side in conflict.sides] == [one.id, other.id]
    assert conflicts.find((one, one), Cast(), (), (), ()) == ()


def test_what_an_account_says_is_and_is_not_so_are_two_things(analyse: Analyse) -> None:
    text = (
        "The north gate was locked on Saturday night. The north gate was not locked on Saturday night in May."
    )
    assert conflicts.find((account(analyse, "a", text),), Cast(), (), (), ()) == ()


def test_what_may_have_been_done_stands_against_what_was_not(analyse: Analyse) -> None:
    claim = account(
        analyse, "a", "The brewers may have violated a safety rule by opening the cellar to guests."
    )
    denial = account(
        analyse, "b", "An official said the brewers did not violate safety policy by opening the cellar."
    )
    (conflict,) = conflicts.find((claim, denial), Cast(), (), (), ())
    assert [side.evidence[0].article for side in conflict.sides] == [claim.id, denial.id]


def test_one_account_may_tell_a_deed_and_its_denial_in_other_words(analyse: Analyse) -> None:
    text = (
        "Keller testified that Brandt had requested that Keller halt the inquiry into the harbour. "
        "Brandt denied that Brandt asked Keller to suspend the inquiry into the harbour."
    )
    one = account(analyse, "a", text)
    (conflict,) = conflicts.find((one,), Cast(), (), (), ())
    assert [side.value.split()[0] for side in conflict.sides] == ["Brandt", "Brandt"]


@pytest.mark.parametrize(
    "second",
    [
        "The north gate should not be locked on Saturday night.",
        "The north gate was never painted green on Saturday night.",
        "Nobody said the north gate was not locked on Saturday night.",
        "The north gate was locked on Saturday night, and he did not know.",
        "The north gate was not only locked on Saturday night.",
        "The keeper asked why the north gate was not locked on Saturday night.",
        "Was the north gate not locked on Saturday night?",
    ],
)
def test_wishes_and_other_sentences_negate_nothing(analyse: Analyse, second: str) -> None:
    one = account(analyse, "a", "The north gate was locked on Saturday night.")
    assert conflicts.find((one, account(analyse, "b", second)), Cast(), (), (), ()) == ()
