"""What kind of statement a report makes, who passes it on, and what cannot stand alone."""

from __future__ import annotations

import pytest
from tests.annotate.statements.stated import statements, words
from tests.conftest import Analyse

from crossread.record.annotation import Manner


def shown(analyse: Analyse, text: str) -> list[str]:
    """Return the contents of the statements of `text` that can stand alone."""
    return [s.spans[0].of(text) for s in statements(analyse, text) if not s.kept_back]


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("Ms Roe said the bridge would stay shut.", Manner.SPEECH),
        ("Ms Roe wrote that the bridge would stay shut.", Manner.WRITING),
        ("Many experts feel that closing the bridge would harm the town.", Manner.VIEW),
    ],
)
def test_the_cue_tells_words_from_views(analyse: Analyse, text: str, manner: Manner) -> None:
    assert [s.manner for s in statements(analyse, text)] == [manner]


@pytest.mark.parametrize(
    "text",
    [
        "Ms Roe wants to close the bridge before the winter comes.",  # a wish
        "The mayor invited rival firms to build the new bridge.",  # a deed
        "Ms Roe announced the long plan for the bridges of the north.",  # a topic
        "The mayor spoke of the causes of the unrest, which he says include poor schools.",  # a gap
        "Critics ran films accusing him of being weak on crime and on trade.",  # whom
        "It would be the first such effort in the north, the White House said.",  # what
        "The back-and-forth between the Reed and Hale campaigns concerns which of them would do more harm.",  # a thing
        "Top officials decided Tuesday that the town must pay its bills and raise the tax.",  # a decision
        "Ms Roe was criticised for saying little about the plan, since she had praised it before.",  # a thing
        "Rivals believe that Ms Roe would close the harbour for good.",  # a view: as the writer has it
    ],
)
def test_what_tells_nobodys_words_is_kept_back(analyse: Analyse, text: str) -> None:
    assert shown(analyse, text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ms Roe denied any part in the theft.", "any part in the theft"),
        ("The club said that it had sold the land.", "it had sold the land"),
        ("Ms Roe said it was clear that the bridge is unsafe.", "it was clear that the bridge is unsafe"),
        (
            "Traders demanded the mayor face an inquiry into the bridge.",
            "the mayor face an inquiry into the bridge",
        ),
        ("Lawyers urged the court not to close the case now.", "the court not to close the case now"),
    ],
)
def test_what_can_be_understood_stays(analyse: Analyse, text: str, content: str) -> None:
    assert content in shown(analyse, text)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is shut. Ms Roe said it was badly built.",
        "The tax is low. But it will apply to fewer people than the old one, the council aide said.",
    ],
)
def test_a_pronoun_for_something_before_needs_the_sentence_before(analyse: Analyse, text: str) -> None:
    assert [s.kept_back for s in statements(analyse, text)] == ["what it is about is said before"]


def test_they_may_be_others_of_the_sentence(analyse: Analyse) -> None:
    text = "The tax rises will begin in May, and economists have warned that they could ruin the nation."
    assert shown(analyse, text) == []


def test_words_that_somebody_else_passes_on_are_not_direct_testimony(analyse: Analyse) -> None:
    text = "Traders said the report was “contradicted” by other witnesses who said there was no deal."
    inner = next(s for s in statements(analyse, text) if s.spans[0].of(text).startswith("there was"))
    assert inner.relayer is not None
    assert inner.relayer.span.of(text) == "Traders"
    assert inner.kept_back
    assert shown(analyse, text) == [
        "the report was “contradicted” by other witnesses who said there was no deal"
    ]


def test_who_passes_on_what_was_said_is_kept(analyse: Analyse) -> None:
    text = "He said Ms Moss should back it because she was “a good woman,” according to one of the officials there."
    (found,) = (s for s in statements(analyse, text) if s.quoted)
    assert found.relayer is not None
    assert found.relayer.span.of(text).startswith("one of the officials")
    assert found.spans[0].of(text) == "Ms Moss should back it because she was “a good woman,”"


def test_two_quotations_with_words_between_are_two(analyse: Analyse) -> None:
    text = (
        "Steny Moss (Md.) said that he was concerned by Hale's “loud and dangerous talk, which divides our towns.”\n"
        "“Words have consequences,” Moss cautioned on Twitter."
    )
    assert [s.quoted[0].of(text) for s in statements(analyse, text)] == [
        "loud and dangerous talk, which divides our towns.",
        "Words have consequences",
    ]


def test_what_an_aside_tells_within_reported_words_is_the_account_s(analyse: Analyse) -> None:
    text = "Ann Roe said she had met Paul Lee, who called the plan “a farce.”"
    called = next(s for s in statements(analyse, text) if s.quoted)
    assert (words(text, called.speaker), called.relayer) == ("Paul Lee", None)
