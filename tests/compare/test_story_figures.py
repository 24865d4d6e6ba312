"""Figures over accounts: one value of one slot is one figure; what cannot be told to be the same stays apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conftest import Analyse

from crossread.annotate import figures as annotated
from crossread.compare import figures
from crossread.compare.cast import Cast
from crossread.record.annotation import (
    Account,
    Annotation,
    EntityType,
    Figure,
    Mention,
    MentionForm,
    Party,
    ReportedStatement,
    StatementKind,
)
from crossread.record.dossier import Entity, EntityRole
from crossread.record.span import Span, evidence


def names(accounts: tuple[Account, ...], full: dict[str, str], entities: tuple[Entity, ...] = ()) -> Cast:
    """Return a cast that knows each mention by its bare name."""
    known = {name: Entity(name, EntityType.PERSON, name) for name in full.values()}
    of = {
        (one.id, number): full[mention.name]
        for one in accounts
        for number, mention in enumerate(one.annotation.mentions)
        if mention.name in full
    }
    return Cast((*entities, *known.values()), of)


def account(analyse: Analyse, ref: str, text: str, *names: str) -> Account:
    article, analysis = analyse(text, ref=ref)
    mentions = tuple(
        Mention(Span(text.index(n), text.index(n) + len(n)), EntityType.PERSON, MentionForm.NAME, n)
        for n in names
    )
    found = annotated.find(article, analysis, mentions, (), ())
    return Account(article, analysis, Annotation(article.id, mentions=mentions, figures=found))


def test_the_same_count_of_the_same_event_is_one_figure(analyse: Analyse) -> None:
    accounts = (
        account(analyse, "a", "Police said nine people were arrested after the march."),
        account(analyse, "b", "Nine people were arrested, the force said later."),
    )
    (figure,) = figures.align(accounts, names(accounts, {}))
    assert (figure.value, figure.measure, len(figure.evidence)) == (9, "people arrested", 2)
    for shown in figure.evidence:
        owner = next(a for a in accounts if a.id == shown.article)
        assert shown.span.of(owner.text) == shown.text


def test_a_heading_names_nobody_whom_one_of_its_accounts_does_not_name(analyse: Analyse) -> None:
    told = "The bill, written by Ann Falk, would ban boats after 250 days at sea."
    apart = "The bill would ban most boats after 250 days at sea."
    accounts = (account(analyse, "a", told), account(analyse, "b", apart))
    shown = figures.align(accounts, names(accounts, {}))
    assert all("Falk" not in f.measure or {e.article for e in f.evidence} == {accounts[0].id} for f in shown)
    assert {e.article for f in shown for e in f.evidence} == {a.id for a in accounts}


def test_two_counts_of_one_harm_in_one_account_are_told_by_their_sentences(analyse: Analyse) -> None:
    told = (
        "At least 29 people were arrested in the square of Dover on Friday night, the force said. "
        "In Leeds about 600 people marched to the harbour. Two people were arrested."
    )
    accounts = (
        account(analyse, "a", told),
        account(analyse, "b", "Police said that 31 people were arrested."),
    )
    shown = {f.value or f.low: f for f in figures.align(accounts, names(accounts, {}))}
    assert shown[29].measure == shown[31].measure == "people arrested"
    assert shown[2].measure == "… people were arrested"
    assert shown[2].slot != shown[29].slot


def test_one_sum_twice_in_a_sentence_is_of_two_things(analyse: Analyse) -> None:
    text = "The mayor wanted £125m for the schools of Dover, and another £125m for loans to the harbour."
    accounts = (account(analyse, "a", text),)
    shown = figures.align(accounts, names(accounts, {}))
    assert [len(figure.evidence) for figure in shown] == [1, 1]


def test_two_pairs_of_officers_are_two_figures(analyse: Analyse) -> None:
    accounts = (
        account(analyse, "a", "A man was pushed by two officers outside the bank."),
        account(analyse, "b", "The lorry nearly hit two officers at the school gate."),
    )
    assert len(figures.align(accounts, names(accounts, {}))) == 2


def test_vague_crowds_of_different_sentences_stay_apart(analyse: Analyse) -> None:
    accounts = (
        account(analyse, "a", "Hundreds of mourners gathered in the park on Saturday."),
        account(analyse, "b", "On Sunday, hundreds of protesters gathered outside the police station."),
    )
    assert len(figures.align(accounts, names(accounts, {}))) == 2


def test_a_speaker_told_by_a_pronoun_is_told_by_what_he_was_called(analyse: Analyse) -> None:
    text = "A retired captain came in. He spoke of it. The harbour lost 300 boats in the storm."
    article, analysis = analyse(text)
    aide = Mention(Span(0, 17), EntityType.PERSON, MentionForm.DESCRIPTION, "A retired captain", chain=0)
    he = Mention(Span(27, 29), EntityType.PERSON, MentionForm.PRONOUN, "He", chain=0)
    said = ReportedStatement(
        StatementKind.INDIRECT,
        (Span(text.index("The harbour"), len(text)),),
        cue=Span(30, 35),
        speaker=Party(Span(27, 29), 1),
    )
    found = annotated.find(article, analysis, (aide, he), (), (said,))
    given = Annotation(article.id, mentions=(aide, he), statements=(said,), figures=found)
    accounts = (Account(article, analysis, given),)
    (figure,) = figures.align(accounts, names(accounts, {}))
    assert figure.measure.endswith("according to a retired captain")


def test_an_age_goes_to_the_full_name(analyse: Analyse) -> None:
    accounts = (
        account(analyse, "a", "Carla Moreno, 48, was charged.", "Carla Moreno"),
        account(analyse, "b", "Moreno, 48, appeared in court.", "Moreno"),
    )
    cast = names(accounts, {"Carla Moreno": "Carla Moreno", "Moreno": "Carla Moreno"})
    (figure,) = figures.align(accounts, cast)
    assert (figure.subject, figure.value, len(figure.evidence)) == ("Carla Moreno", 48, 2)
    assert [shown.text for shown in figure.evidence] == ["Carla Moreno, 48", "Moreno, 48"]
    assert len(figures.align(accounts, names(accounts, {}))) == 2


def test_a_description_goes_to_the_one_person_with_that_role(analyse: Analyse) -> None:
    first = account(analyse, "a", "Police named the 48-year-old crane driver.")
    second = account(analyse, "b", "Friends wept for the 48-year-old.")
    shown = (evidence(first.id, first.text, Span(29, 41)),)
    moreno = Entity(
        "entity-1",
        EntityType.PERSON,
        "Carla Moreno",
        roles=(EntityRole("crane driver", shown),),
        mentions=shown,
    )
    (figure,) = figures.align((first, second), names((first, second), {}, (moreno,)))
    assert (figure.subject, len(figure.evidence)) == ("Carla Moreno", 2)
    other = replace(moreno, id="entity-2", name="Ana Diaz")
    left = figures.align((first, second), names((first, second), {}, (moreno, other)))
    assert [(len(one.evidence), one.subject) for one in left] == [
        (1, None),
        (1, None),
    ]  # whose they are stays unknown


def test_ids_keep_when_an_account_is_added(analyse: Analyse) -> None:
    first = account(analyse, "a", "Police said nine people were arrested after the march.")
    second = account(analyse, "b", "Nine people were arrested, the force said later.")
    (alone,) = figures.align((first,), names((first,), {}))
    (both,) = figures.align((first, second), names((first, second), {}))
    assert alone.id == both.id


def test_a_count_set_elsewhere_is_another_slot(analyse: Analyse) -> None:
    accounts = (
        account(analyse, "a", "A bomb in Herat killed six people."),
        account(
            analyse,
            "b",
            "A bomb in Herat killed six people. It is the third attack there. Officials gave no cause. "
            "A raid killed six people in Kabul.",
        ),
    )
    places = {"Herat", "Kabul"}

    def placed(one: Account) -> Account:
        spans = [(one.text.index(p), p) for p in sorted(places) if p in one.text]
        named = tuple(Mention(Span(s, s + len(p)), EntityType.PLACE, MentionForm.NAME, p) for s, p in spans)
        return replace(one, annotation=replace(one.annotation, mentions=named))

    accounts = tuple(map(placed, accounts))  # type: ignore[assignment]
    here, there = figures.align(accounts, names(accounts, {}))
    assert len(here.evidence) == 2
    assert there.slot == f"{here.slot} · kabul"


def test_no_accounts_no_figures() -> None:
    assert figures.align((), names((), {})) == ()


def test_one_measure_with_two_values_is_one_slot(analyse: Analyse) -> None:
    accounts = (
        account(analyse, "a", "The new tram line will cost the city council £40 million in its first year."),
        account(analyse, "b", "The tram line will cost the city council £55 million in the first year."),
    )
    first, second = figures.align(accounts, names(accounts, {}))
    assert first.slot
    assert first.slot == second.slot


def test_the_same_words_of_two_things_in_one_account_are_no_slot(analyse: Analyse) -> None:
    accounts = (
        account(analyse, "a", "The council will spend £40 million on the north line this year."),
        account(
            analyse,
            "b",
            "The council will spend £55 million on the north line this year. "
            "The council will spend £60 million on the north road this year.",
        ),
    )
    found = figures.align(accounts, names(accounts, {}))
    assert {figure.slot for figure in found} == {""}


def test_what_somebody_says_of_himself_is_his_claim(analyse: Analyse) -> None:
    text = "Carla Moreno said she had 41 votes against the school."
    made = account(analyse, "a", text, "Carla Moreno")
    said = ReportedStatement(
        StatementKind.INDIRECT, (Span(18, len(text) - 1),), speaker=Party(Span(0, 12), 0)
    )
    given = replace(made.annotation.figures[0], measure="Carla Moreno had … votes", statement=0)
    told = replace(made, annotation=replace(made.annotation, statements=(said,), figures=(given,)))
    (figure,) = figures.align((told,), names((told,), {"Carla Moreno": "Carla Moreno"}))
    assert figure.measure == "Carla Moreno had … votes, according to Carla Moreno"


def test_what_one_person_alone_says_keeps_the_name(analyse: Analyse) -> None:
    text = "Carla Moreno said the school needs £900,000 for the roof."
    made = account(analyse, "a", text, "Carla Moreno")
    said = ReportedStatement(
        StatementKind.INDIRECT, (Span(18, len(text) - 1),), speaker=Party(Span(0, 12), 0)
    )
    given = replace(made.annotation.figures[0], measure="the school needs … for the roof", statement=0)
    told = replace(made, annotation=replace(made.annotation, statements=(said,), figures=(given,)))
    (figure,) = figures.align((told,), names((told,), {"Carla Moreno": "Carla Moreno"}))
    assert figure.measure == "the school needs … for the roof, according to Carla Moreno"
    other = account(analyse, "b", "The school needs £900,000 for the roof.")
    both = (told, other)
    (figure,) = figures.align(both, names(both, {"Carla Moreno": "Carla Moreno"}))
    assert figure.measure.startswith("the school needs … for the roof")
    assert "according" not in figure.measure


def test_a_harm_that_a_clause_only_mentions_is_no_slot(analyse: Analyse) -> None:
    accounts = (account(analyse, "a", "The flood put 4,000 people in the town at risk of injury or death."),)
    (figure,) = figures.align(accounts, names(accounts, {}))
    assert figure.slot == ""


def test_a_height_of_nobody_is_told_by_its_sentence(analyse: Analyse) -> None:
    made = account(analyse, "a", "Standing six foot five, the winner smiled.")
    height = Figure(Span(9, 22), "height", "inches", value=77)
    bare = replace(made, annotation=replace(made.annotation, figures=(height,)))
    (shown,) = figures.align((bare,), names((bare,), {}))
    assert shown.measure == "Standing …, the winner smiled"


def test_two_who_tell_a_figure_are_both_named(analyse: Analyse) -> None:
    def told_by(ref: str, words: str, speaker: str) -> Account:
        made = account(analyse, ref, f"{words} said the school needs £900,000 for the roof.")
        text = made.text
        said = ReportedStatement(
            StatementKind.INDIRECT,
            (Span(text.index("the school"), len(text) - 1),),
            speaker=Party(Span(text.index(speaker), text.index(speaker) + len(speaker))),
        )
        given = replace(made.annotation.figures[0], measure="the school needs … for the roof", statement=0)
        return replace(made, annotation=replace(made.annotation, statements=(said,), figures=(given,)))

    accounts = (
        told_by("a", "Officials", "Officials"),
        told_by("b", "The bank's yearly report", "The bank"),
    )
    (figure,) = figures.align(accounts, names(accounts, {}))
    assert figure.measure == (
        "the school needs … for the roof, according to officials and the bank's yearly report"
    )
    # most of the readings name one: a "he" of the other may be taken for somebody else
    more = (*accounts, told_by("c", "Officials", "Officials"))
    (figure,) = figures.align(more, names(more, {}))
    assert figure.measure == "the school needs … for the roof, according to officials"


def test_tolls_of_two_countries_are_no_slot(analyse: Analyse) -> None:
    accounts = (
        account(analyse, "a", "These steps come as the U.K. death toll rose to 335."),
        account(
            analyse, "b", "Indian health officials have reported 469 cases of the disease and 10 deaths."
        ),
    )
    found = figures.readings(accounts, names(accounts, {}))
    slots = {r.figure.value or 0: r.slot.key for r in found if r.slot.event}
    assert len(slots) == 2
    assert slots[335] != slots[10]


def test_others_are_not_those_told_before(analyse: Analyse) -> None:
    accounts = (
        account(analyse, "a", "Hall bought two other boats in Kent last year, the authorities said."),
        account(analyse, "b", "The authorities said Hall bought two boats in Kent last year."),
    )
    assert len(figures.align(accounts, names(accounts, {}))) == 2


def test_harm_that_one_account_tells_is_told_by_its_sentence(analyse: Analyse) -> None:
    text = (
        "Nine people were hurt on a bridge in London. The mayor of London came at once. All of London is closed. "
        "It was a year after the attacks in Brussels in which 300 people were injured."
    )
    accounts = (
        account(analyse, "a", text),
        account(analyse, "b", "Nine people were hurt in London on Monday."),
    )
    told = {f.value: f.measure for f in figures.align(accounts, names(accounts, {}))}
    assert told == {9: "people hurt", 300: text.split(". ")[-1].replace("300", "…").rstrip(".")}


@pytest.mark.parametrize(
    ("text", "measure", "subject"),
    [
        ("Anna Hall, 42, was fined in Kent.", "age", "Anna Hall"),
        ("A 42-year-old man from Kent was fined on Friday.", "A … man from Kent was fined on Friday", None),
        ("Anna Hall won the seat at the age of 42.", "Anna Hall won the seat at the age of …", None),
    ],
)
def test_only_a_name_has_an_age(analyse: Analyse, text: str, measure: str, subject: str | None) -> None:
    accounts = (account(analyse, "a", text, *(("Anna Hall",) if "Anna" in text else ())),)
    (figure,) = figures.align(accounts, names(accounts, {"Anna Hall": "Anna Hall"}))
    assert (figure.measure, figure.subject, figure.value) == (measure, subject, 42)
