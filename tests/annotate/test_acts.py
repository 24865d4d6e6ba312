"""Acts from frames: each kind in its construction, and what must not become an act."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import Analyse

from crossread.annotate import acts
from crossread.record.annotation import (
    Act,
    ActKind,
    EntityType,
    Mention,
    MentionForm,
    Party,
    ReportedStatement,
    StatementKind,
)
from crossread.record.article import Article, Role
from crossread.record.span import Span


def found_in(analyse: Analyse, text: str, **options: object) -> tuple[Article, tuple[Act, ...]]:
    article, analysis = analyse(text, **options)
    return article, acts.find(article, analysis, (), (), ())


def words(article: Article, party: Party | None) -> str | None:
    return None if party is None else party.span.of(article.text)


@pytest.mark.parametrize(
    ("text", "kind", "actor", "addressee", "action"),
    [
        (
            "The mayor has called for an independent inquiry into the fire.",
            ActKind.DEMAND,
            "The mayor",
            None,
            "an independent inquiry into the fire",
        ),
        (
            "Opposition leaders urged the government to publish the figures.",
            ActKind.DEMAND,
            "Opposition leaders",
            "the government",
            "publish the figures",
        ),
        (
            "The union called on ministers to restore the grant, saying it was needed.",
            ActKind.DEMAND,
            "The union",
            "ministers",
            "restore the grant",
        ),
        (
            "The council has promised to rebuild the bridge.",
            ActKind.COMMITMENT,
            "The council",
            None,
            "rebuild the bridge",
        ),
        (
            "Mr Brown said he would bring together head teachers on Friday.",
            ActKind.COMMITMENT,
            "Mr Brown",
            None,
            "bring together head teachers on Friday",
        ),
        (
            "The minister has ordered a review into the closure by the inspectorate.",
            ActKind.INQUIRY,
            "The minister",
            "the inspectorate",
            "a review into the closure by the inspectorate",
        ),
        (
            "The governor refused to sign the bill.",
            ActKind.REFUSAL,
            "The governor",
            None,
            "sign the bill",
        ),
        (
            "The company denied that the plant was unsafe.",
            ActKind.DENIAL,
            "The company",
            None,
            "the plant was unsafe",
        ),
        (
            "Three men were arrested on suspicion of theft.",
            ActKind.ARREST,
            None,
            "Three men",
            "arrested on suspicion of theft",
        ),
        (
            "A teacher has been charged with fraud.",
            ActKind.CHARGE,
            None,
            "A teacher",
            "charged with fraud",
        ),
        (
            "The commissioner is expected to chair a meeting of the board.",
            ActKind.SCHEDULED,
            "The commissioner",
            None,
            "chair a meeting of the board",
        ),
        (
            "The senator resigned over the affair.",
            ActKind.RESIGNATION,
            "The senator",
            None,
            "resigned over the affair",
        ),
        (
            "The company has apologised to the family for the mistake.",
            ActKind.APOLOGY,
            "The company",
            None,
            "apologised to the family for the mistake",
        ),
        (
            "The scandal grew, with calls being made for the director to resign.",
            ActKind.DEMAND,
            None,
            "the director",
            "resign",
        ),
    ],
)
def test_a_frame_makes_its_act(
    analyse: Analyse, text: str, kind: ActKind, actor: str | None, addressee: str | None, action: str
) -> None:
    article, found = found_in(analyse, text)
    assert [act.kind for act in found] == [kind]
    assert words(article, found[0].actor) == actor
    assert words(article, found[0].addressee) == addressee
    assert found[0].action.of(text) == action


@pytest.mark.parametrize(
    "text",
    [
        "The mayor did not call for an inquiry.",  # negated
        "If the minister orders a review, the work will stop.",  # conditional
        "The fund will pay after the plan is approved by the board.",  # to come
        "Would she have promised to rebuild the bridge?",  # a question
        "Critics could call for her to resign.",  # possible
        "The director should resign.",  # a bare modal
        "Prices will rise and the weather will be fine.",  # a prediction
        "The minister might be asked to explain the delay.",  # possible
        "She is reluctant to call for a vote.",  # an infinitive
        "There is demand for oil.",  # another sense of the noun
        "He was fired up by the crowd and took the call to his hotel.",
        "The senator would have lost his pension had he been sacked.",  # turned-round condition
        "The senators appeared frustrated that the court had said no.",  # not before it
        "This is the sum that ministers refused to pay.",  # what is refused stands before
        "He was blamed for demanding a review.",  # talked of, not told
        "The economy is expected to grow by two per cent.",  # a forecast
        "Nobody knew how many senators passed the bill.",
    ],
)
def test_what_is_not_done_is_no_act(analyse: Analyse, text: str) -> None:
    _, found = found_in(analyse, text)
    assert found == ()


def test_not_to_do_something_keeps_its_not(analyse: Analyse) -> None:
    text = "The union urged ministers not to close the school."
    _, (act,) = found_in(analyse, text)
    assert act.action.of(text) == "not to close the school"


def test_one_act_for_each_of_two_named_addressees(analyse: Analyse) -> None:
    text = "The mayor asked Anna Hill and Tom Reed to look into the fire."
    article, analysis = analyse(text)
    people = tuple(
        Mention(
            Span(text.index(name), text.index(name) + len(name)), EntityType.PERSON, MentionForm.NAME, name
        )
        for name in ("Anna Hill", "Tom Reed")
    )
    found = acts.find(article, analysis, people, (), ())
    assert [act.addressee and act.addressee.mention for act in found] == [0, 1]
    assert {act.action.of(text) for act in found} == {"look into the fire"}


def test_a_clause_without_a_comma_is_not_about_the_name_before_it(analyse: Analyse) -> None:
    article, (act,) = found_in(analyse, "Aides of Tom Reed who refused to testify were absent.")
    assert words(article, act.actor) == "Aides of Tom Reed"
    assert act.action.of(article.text) == "testify"


def test_two_charged_together_are_two_acts(analyse: Analyse) -> None:
    article, found = found_in(
        analyse, "Tom Reed (R-Calif.) and his wife, Ann, were indicted on charges of fraud."
    )
    assert [words(article, act.addressee) for act in found] == ["Tom Reed", "his wife"]


def test_a_dateline_is_no_subject(analyse: Analyse) -> None:
    text = "LONDON — Tom Reed resigned over the affair."
    article, (act,) = found_in(analyse, text)
    assert words(article, act.actor) == "Tom Reed"


def test_captions_show_no_acts(analyse: Analyse) -> None:
    text = "The minister has ordered a review into the closure."
    _, found = found_in(analyse, text, roles={0: Role.CAPTION})
    assert found == ()


def test_a_first_person_act_belongs_to_the_speaker(analyse: Analyse) -> None:
    text = "Ms Green said: “We will publish the report.”"
    article, analysis = analyse(text)
    speaker = Party(Span(0, 8))
    content = Span(text.index("We"), text.index("”"))
    said = ReportedStatement(StatementKind.DIRECT, (content,), (content,), speaker)
    (act,) = acts.find(article, analysis, (), (), (said,))
    assert act.kind is ActKind.COMMITMENT
    assert act.actor == speaker
    assert act.statement == 0


def test_a_first_person_act_of_an_unknown_speaker_is_left_out(analyse: Analyse) -> None:
    text = "“We will publish the report,” it was said."
    article, analysis = analyse(text)
    content = Span(1, text.index(",”"))
    said = ReportedStatement(StatementKind.DIRECT, (content,), (content,))
    assert acts.find(article, analysis, (), (), (said,)) == ()


ODD = st.text(
    alphabet=st.sampled_from("called for by to on the will \"“”'’.,?\n\u00a0said he urged ministers"),
    max_size=120,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ODD)
def test_strange_text_never_raises_and_spans_lie_inside(analyse: Analyse, text: str) -> None:
    _, found = found_in(analyse, text)
    for act in found:
        for span in (act.span, act.cue, act.action):
            assert 0 <= span.start < span.end <= len(text)
        assert act.span.contains(act.cue)
        assert act.span.contains(act.action)


@pytest.mark.parametrize(
    "text",
    [
        "The senators who opposed the bill lost their seats.",
        "It is a group that lobbies for children.",
    ],
)
def test_what_is_told_in_passing_is_no_act(analyse: Analyse, text: str) -> None:
    _, acts = found_in(analyse, text)
    assert acts == ()


def test_a_verb_in_another_tense_is_the_speaker_s_not_that_of_what_is_said(analyse: Analyse) -> None:
    text = "Anna Hill said Tom Reed has a credible source but urged the council to reveal who it is."
    article, (act,) = found_in(analyse, text)
    assert act.actor is not None
    assert act.actor.span.of(article.text) == "Anna Hill"


def test_they_after_a_verb_of_telling_are_those_who_tell(analyse: Analyse) -> None:
    article, (act,) = found_in(analyse, "Leeds police said they are investigating a fire at the mill.")
    assert act.kind is ActKind.INQUIRY
    assert act.actor is not None
    assert act.actor.span.of(article.text) == "Leeds police"


def test_a_description_between_commas_is_not_who_promises(analyse: Analyse) -> None:
    article, (act,) = found_in(
        analyse,
        "The Senator Ann Hill, Democrat of Nevada, the majority leader, has promised to present a bill.",
    )
    actor = words(article, act.actor)
    assert actor is not None
    assert "Hill" in actor


def test_another_clause_lends_no_subject(analyse: Analyse) -> None:
    article, found = found_in(
        analyse,
        "Ohio has already approved a law allowing for teachers to be armed -- many have concentrated on "
        "strengthening background checks and passing other measures to restrict access to firearms.",
    )
    assert not any("other measures" in act.action.of(article.text) for act in found)


def test_those_calling_for_something_are_not_the_subject_of_the_sentence(analyse: Analyse) -> None:
    _, found = found_in(analyse, "Tom Reed declined to add his voice to those calling for Ann Hill to quit.")
    (demand,) = (act for act in found if act.kind is ActKind.DEMAND)
    assert demand.actor is None
