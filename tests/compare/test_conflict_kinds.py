"""Conflicts on names behind a noun, moments, organisations' names and the wording of one utterance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.compare.storied import story
from tests.conftest import Analyse

from crossread.compare.conflicts.moments import moment_conflicts
from crossread.compare.conflicts.spellings import described_conflicts, organisation_conflicts
from crossread.compare.conflicts.wordings import wording_conflicts
from crossread.record.annotation import (
    Account,
    Annotation,
    EntityType,
    Mention,
    MentionForm,
    Party,
    ReportedStatement,
    StatementKind,
    TimeExpression,
    TimeForm,
    TimeKind,
    TimeType,
)
from crossread.record.article import DateRange
from crossread.record.dossier import ConflictKind, Entity, Statement
from crossread.record.span import Span


class PronounsAreHall:
    """A cast in which every pronoun, the first mention of these tests, is Tom Hall."""

    entities: tuple[Entity, ...] = ()

    def entity_of(self, _article: str, mention: int, /) -> Entity | None:
        return Entity("entity-1", EntityType.PERSON, "Tom Hall") if mention == 0 else None


def account(analyse: Analyse, ref: str, text: str, **parts: object) -> Account:
    article, analysis = analyse(text, ref=ref, published=date(2020, 5, 9))
    return Account(article, analysis, Annotation(article.id, **parts))  # type: ignore[arg-type]


def where(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def related(analyse: Analyse, ref: str, text: str, name: str) -> Account:
    mention = Mention(where(text, name), EntityType.PERSON, MentionForm.NAME, name)
    return account(analyse, ref, text, mentions=(mention,))


def test_one_name_behind_a_noun_spelt_twice(analyse: Analyse) -> None:
    one = related(analyse, "a", "He lived with his wife Verena in the village.", "Verena")
    other = related(analyse, "b", "Friends of his wife Vereena spoke of a kind man.", "Vereena")
    (conflict,) = described_conflicts((one, other))
    assert (conflict.kind, conflict.slot) == (ConflictKind.NAME, "name of the wife Verena")
    assert [side.evidence[0].text for side in conflict.sides] == ["wife Verena", "wife Vereena"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Friends of his wife Verena spoke of a kind man.", "Verena"),
        ("Friends of his sister Vereena spoke of a kind man.", "Vereena"),
        ("Friends of his wife Vereena, once called Verena, spoke.", "Vereena"),
        ("Friends of his wife Johanna spoke of a kind man.", "Johanna"),
    ],
)
def test_others_and_both_spellings_are_no_conflict(analyse: Analyse, text: str, name: str) -> None:
    one = related(analyse, "a", "He lived with his wife Verena in the village.", "Verena")
    assert not described_conflicts((one, related(analyse, "b", text, name)))


def clocked(analyse: Analyse, ref: str, clock: str, words: str, day: str, on: date) -> Account:
    text = f"It happened at around {words} on {day} near the bridge."
    days = DateRange(on, on, day, "test")
    times = (
        TimeExpression(
            where(text, words),
            TimeType.TIME,
            TimeForm(TimeKind.CLOCK, clock=clock),
            "test",
            value=clock,
            days=days,
        ),
        TimeExpression(
            where(text, day), TimeType.DATE, TimeForm(TimeKind.WEEKDAY), "test", value=str(on), days=days
        ),
    )
    return account(analyse, ref, text, times=times)


def test_an_odd_clock_time_on_two_days_is_a_conflict(analyse: Analyse) -> None:
    one = clocked(analyse, "a", "06:10", "6.10am", "Tuesday", date(2020, 5, 5))
    other = clocked(analyse, "b", "06:10", "6:10am", "Wednesday", date(2020, 5, 6))
    (conflict,) = moment_conflicts((one, other), ())
    assert conflict.kind is ConflictKind.DATE
    assert [side.value for side in conflict.sides] == ["6.10am on Tuesday", "6:10am on Wednesday"]


def test_full_hours_and_one_day_are_no_conflict(analyse: Analyse) -> None:
    one = clocked(analyse, "a", "06:00", "6am", "Tuesday", date(2020, 5, 5))
    other = clocked(analyse, "b", "06:00", "6am", "Wednesday", date(2020, 5, 6))
    again = clocked(analyse, "c", "06:10", "6.10am", "Wednesday", date(2020, 5, 6))
    assert not moment_conflicts((one, other, again), ())


def spoken(analyse: Analyse, ref: str, text: str, words: str, month: str, first: date, last: date) -> Account:
    span = where(text, words)
    time = TimeExpression(
        where(text, month),
        TimeType.DATE,
        TimeForm(TimeKind.CALENDAR),
        "test",
        value=str(first),
        days=DateRange(first, last, month, "test"),
    )
    told = ReportedStatement(StatementKind.DIRECT, (span,), (span,), time=0)
    return account(analyse, ref, text, times=(time,), statements=(told,))


def test_one_utterance_in_two_months_is_a_conflict(analyse: Analyse) -> None:
    words = "the net is tearing the town apart"
    one = spoken(
        analyse,
        "a",
        f'Hall said in March that "{words}".',
        words,
        "March",
        date(2020, 3, 1),
        date(2020, 3, 31),
    )
    other = spoken(
        analyse, "b", f'In April, Hall said "{words}".', words, "April", date(2020, 4, 1), date(2020, 4, 30)
    )
    evidence = tuple(a.evidence(a.annotation.statements[0].spans[0]) for a in (one, other))
    statement = Statement("statement-1", StatementKind.DIRECT, words, None, evidence)
    (conflict,) = moment_conflicts((one, other), (statement,))
    assert [side.value for side in conflict.sides] == ["March", "April"]
    assert not moment_conflicts((one, other), ())


@pytest.mark.parametrize(
    ("day", "found"), [("fanned the flames Tuesday", 1), (", who came on Tuesday, fanned the flames", 0)]
)
def test_an_utterance_by_a_participle_has_the_day_of_the_verb_above(
    analyse: Analyse, day: str, found: int
) -> None:
    words = "nobody in the harbour is joking"
    one = spoken(
        analyse, "a", f'On Monday, Hall said "{words}".', words, "Monday", date(2020, 5, 4), date(2020, 5, 4)
    )
    text = f'The mayor {day} by saying: "{words}".'
    other = spoken(analyse, "b", text, words, "Tuesday", date(2020, 5, 5), date(2020, 5, 5))
    reported = replace(other.annotation.statements[0], time=None, cue=where(text, "saying"))
    other = replace(other, annotation=replace(other.annotation, statements=(reported,)))
    evidence = tuple(a.evidence(a.annotation.statements[0].spans[0]) for a in (one, other))
    statement = Statement("statement-1", StatementKind.DIRECT, words, None, evidence)
    assert len(moment_conflicts((one, other), (statement,))) == found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Center for Humane Machines", "Center for Human Machines", True),
        ("Centre for Humane Machines", "Center for Humane Machines", False),
        ("Board of River Pilots", "Board of River Pilot", False),
        ("Board of River Pilots", "Board of Harbour Pilots", False),
    ],
)
def test_an_organisation_has_one_spelling(analyse: Analyse, one: str, other: str, expected: bool) -> None:
    def named(ref: str, name: str) -> Account:
        text = f"The report was written by the {name} last year."
        mention = Mention(where(text, name), EntityType.ORGANISATION, MentionForm.NAME, name)
        return account(analyse, ref, text, mentions=(mention,))

    assert bool(organisation_conflicts((named("a", one), named("b", other)))) is expected


def quoting(analyse: Analyse, ref: str, words: str, *, known: bool = True) -> Account:
    text = f'"{words}," Hall said.'
    span, name = where(text, words), where(text, "Hall")
    told = ReportedStatement(StatementKind.DIRECT, (span,), (span,), Party(name, 0) if known else None)
    mention = Mention(name, EntityType.PERSON, MentionForm.NAME, "Hall")
    return account(analyse, ref, text, mentions=(mention,), statements=(told,))


def test_another_word_in_the_middle_of_a_quotation_is_a_conflict(analyse: Analyse) -> None:
    one = quoting(analyse, "a", "My friend lied and they ruined his whole life")
    other = quoting(analyse, "b", "My friend lied, and it ruined his whole life, sadly")
    (conflict,) = wording_conflicts((one, other), PronounsAreHall())
    assert conflict.kind is ConflictKind.FACT
    assert [side.value for side in conflict.sides] == [
        "My friend lied and they ruined his whole life",
        "My friend lied, and it ruined his whole life, sadly",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "My friend lied",
        "My friend lied and [they] ruined his whole life",
        "My friend lied and so they ruined his whole life",
        "My friend Tom lied and they ruined his whole life",
        "My friend lied ... they ruined his whole life",
        "My friend lies and they ruined his whole life",
        "My friend lied and they ruined your whole life",
        "My friend lied which they ruined his whole life",
    ],
)
def test_trims_and_editing_are_no_other_wording(analyse: Analyse, words: str) -> None:
    one = quoting(analyse, "a", "My friend lied and they ruined his whole life")
    assert not wording_conflicts((one, quoting(analyse, "b", words)), PronounsAreHall())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("home after World War II and built", "home after World War Two and built"),
        ("home bc they were tired and built", "home because they were tired and built"),
    ],
)
def test_numbers_and_short_forms_are_no_other_wording(analyse: Analyse, one: str, other: str) -> None:
    told = (quoting(analyse, words, f"My father came {words} this old house") for words in (one, other))
    assert not wording_conflicts(tuple(told), PronounsAreHall())


def test_two_sentences_of_one_speaker_on_one_matter_are_no_two_wordings(analyse: Analyse) -> None:
    one = quoting(analyse, "a", "When ships leave the harbour unseen, it is illegal to do it")
    other = quoting(analyse, "b", "If ships leave the harbour unseen, you should be able to ask")
    assert not wording_conflicts((one, other), PronounsAreHall())


def test_few_words_of_nobody_known_may_be_two_peoples(analyse: Analyse) -> None:
    one = quoting(analyse, "a", "This is the best feeling in the whole world")
    other = quoting(analyse, "b", "This is the oddest feeling in the whole world", known=False)
    assert not wording_conflicts((one, other), PronounsAreHall())


def test_one_claim_on_two_days_is_a_conflict(analyse: Analyse) -> None:
    words = "Rebels stormed the town hall of Lorren on {} 2021."
    told = story(analyse, words.format("Wednesday 5 May"), words.format("Thursday 6 May"))
    (conflict,) = moment_conflicts(told.accounts, (), told.claims)
    assert conflict.kind is ConflictKind.DATE
    assert [side.value for side in conflict.sides] == ["Wednesday 5 May 2021", "Thursday 6 May 2021"]
    assert not moment_conflicts(told.accounts, ())


def test_what_is_done_once_more_is_another_deed(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Rescuers freed four more miners from the flooded shaft of Lorren on Thursday 6 May 2021.",
        "Rescuers freed four miners from the flooded shaft of Lorren on Wednesday 5 May 2021.",
    )
    assert not moment_conflicts(told.accounts, (), told.claims)


def test_the_day_of_a_report_is_not_the_day_of_the_deed(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Rebels stormed the town hall of Lorren on Wednesday 5 May 2021.",
        "Rebels stormed the town hall of Lorren, police said on Thursday 6 May 2021.",
    )
    assert not moment_conflicts(told.accounts, (), told.claims)


def test_days_on_which_something_stood_are_no_conflict(analyse: Analyse) -> None:
    words = "As of {} 2021 rebels held the town hall of Lorren."
    told = story(analyse, words.format("Wednesday 5 May"), words.format("Thursday 6 May"))
    assert not moment_conflicts(told.accounts, (), told.claims)


def test_one_claim_in_two_years_is_a_conflict(analyse: Analyse) -> None:
    words = "The second and final term of Mayor Ana Ruiz in Lorren ends in {}."
    told = story(analyse, words.format(2018), words.format(2019))
    (conflict,) = moment_conflicts(told.accounts, (), told.claims)
    assert [side.value for side in conflict.sides] == ["2018", "2019"]
