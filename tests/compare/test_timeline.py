"""The timeline: one entry a happening, worded by the clearest account, with evidence from all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import cast as as_type

from tests.compare.timed import account, example
from tests.conftest import Analyse

from crossread.annotate import events, times
from crossread.annotate.article import annotate
from crossread.compare import days, entities, timeline
from crossread.compare.cast import Cast
from crossread.language.protocol import LanguageBackend
from crossread.record.annotation import Account, Annotation, EventKind

MONDAY = date(2021, 3, 15)


@dataclass(frozen=True)
class NobodyKnown:
    """A cast that resolves no mention."""

    def entity_of(self, article: str, mention: int) -> None:
        """Return nobody."""


NOBODY = as_type("Cast", NobodyKnown())


def test_accounts_of_one_happening_make_one_entry(analyse: Analyse) -> None:
    one = account(analyse, "The old bridge over the river collapsed during a storm on Saturday.", "a", MONDAY)
    other = account(
        analyse, "It fell down.\nA storm collapsed the old river bridge on Saturday.", "b", MONDAY
    )
    (entry,) = timeline.build((one, other), NOBODY)
    assert entry.date is not None
    assert (entry.date.earliest, entry.date.latest) == (date(2021, 3, 13), date(2021, 3, 13))
    assert {evidence.article for evidence in entry.evidence} == {one.id, other.id}
    assert entry.what in (one.text, "A storm collapsed the old river bridge on Saturday.")


def test_the_same_people_doing_other_things_stay_apart(analyse: Analyse) -> None:
    text = "Anna Birley met Tom Hart in Leeds on Saturday. Anna Birley sued Tom Hart in Leeds on Saturday."
    assert len(timeline.build((account(analyse, text, "a", MONDAY),), NOBODY)) == 2


def test_past_and_scheduled_are_kept_apart_and_in_order(analyse: Analyse) -> None:
    text = (
        "The committee will publish its final report about the bridge on Friday.\n"
        "The committee published a first report about the bridge on Saturday."
    )
    first, second = timeline.build((account(analyse, text, "a", MONDAY),), NOBODY)
    assert (first.kind, second.kind) == (EventKind.HAPPENED, EventKind.SCHEDULED)
    assert first.date is not None
    assert second.date is not None
    assert first.date.latest < second.date.earliest


def test_a_dangling_pronoun_is_not_the_wording_where_a_name_can_be_had(analyse: Analyse) -> None:
    one = account(analyse, "He was arrested at the railway station in Leeds on Saturday.", "a", MONDAY)
    other = account(
        analyse, "Tom Hart was arrested at the railway station in Leeds on Saturday.", "b", MONDAY
    )
    (entry,) = timeline.build((one, other), NOBODY)
    assert entry.what.startswith("Tom Hart")


def test_another_word_for_the_same_happening_joins_its_entry(analyse: Analyse) -> None:
    one = account(analyse, "A huge blast damaged the market hall in Leeds on Saturday.", "a", MONDAY)
    other = account(analyse, "Police found no witness of the explosion on Saturday.", "b", MONDAY)
    (entry,) = timeline.build((one, other), NOBODY)
    assert entry.what == one.text
    assert {evidence.article for evidence in entry.evidence} == {one.id, other.id}


def test_a_wider_range_adds_no_second_entry(analyse: Analyse) -> None:
    one = account(analyse, "The missing driver was found dead in a wood near Leeds on Saturday.", "a", MONDAY)
    other = account(analyse, "The missing driver was found dead in a wood last week.", "b", MONDAY)
    (entry,) = timeline.build((one, other), NOBODY)
    assert entry.date is not None
    assert entry.date.days == 1


def test_what_is_only_said_or_long_past_weighs_less(analyse: Analyse) -> None:
    text = (
        "The old bridge over the river collapsed on Saturday.\n"
        "The mayor said on Sunday that the bridge had been safe.\n"
        "Engineers opened the bridge to traffic in 1963."
    )
    entries = timeline.build((account(analyse, text, "a", MONDAY),), NOBODY)
    ranked = sorted(entries, key=lambda entry: -entry.weight)
    assert ranked[0].what.startswith("The old bridge")
    assert len(ranked) == 3


def test_undated_stories_have_no_timeline(analyse: Analyse) -> None:
    article, analysis = analyse("The bridge collapsed during a storm on Saturday.")
    found = times.find(article, analysis)
    bare = Annotation(article.id, times=found, events=events.find(article, analysis, found, ()))
    assert timeline.build((Account(article, analysis, bare),), NOBODY) == ()


def test_the_example(backend: LanguageBackend) -> None:
    read = example(backend)
    story = tuple(replace(one, annotation=annotate(one.article, one.analysis)) for one in read)
    accounts = days.dated(story, days.solve(story, date(2026, 11, 21)))
    entries = timeline.build(accounts, entities.resolve(accounts))
    texts = {account.id: account.text for account in accounts}
    for entry in entries:
        assert all(texts[e.article][e.start : e.end] == e.text for e in entry.evidence)
        assert all(len(e.text) <= 360 for e in entry.evidence)
    exact = {(e.date.earliest, e.what) for e in entries if e.date and e.date.days == 1}
    assert any(day == date(2021, 3, 3) and "went missing" in what for day, what in exact)
    assert any(day == date(2021, 3, 10) and "body was found" in what for day, what in exact)
    assert any(day == date(2021, 3, 13) and "Magistrates" in what for day, what in exact)
    assert any(day == date(2021, 3, 15) and "House of Commons" in what for day, what in exact)


def test_a_named_person_who_left_is_a_line(analyse: Analyse) -> None:
    one = account(analyse, "Hill resigned on Friday.", "a", MONDAY)
    (entry,) = timeline.build((one,), NOBODY)
    assert entry.what == one.text


def test_one_saying_in_two_accounts_is_one_entry(analyse: Analyse) -> None:
    text = "Tom Hart, who founded the bank, said in January that the bank was ripping villages apart."
    one, other = account(analyse, text, "a", MONDAY), account(analyse, text, "b", MONDAY)
    (entry,) = timeline.build((one, other), NOBODY)
    assert {evidence.article for evidence in entry.evidence} == {one.id, other.id}


def test_what_the_present_tells_of_a_day_ahead_is_scheduled(analyse: Analyse) -> None:
    text = "The sale of the old mill in Leeds begins on 21 March."
    (entry,) = timeline.build((account(analyse, text, "a", MONDAY),), NOBODY)
    assert entry.kind is EventKind.SCHEDULED
    caption = "Tom Hart opens the old mill in Leeds on 21 March 2021."
    assert timeline.build((account(analyse, caption, "a", MONDAY),), NOBODY) == ()
