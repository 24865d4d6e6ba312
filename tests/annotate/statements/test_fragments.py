"""Quoted words of passive cues and of repeated quotations, and what only the model's marks make."""

from __future__ import annotations

import pytest
from tests.conftest import Analyse

from crossread.annotate import mentions, statements, times
from crossread.record.annotation import ReportedStatement
from crossread.record.article import Role


def _read(
    analyse: Analyse, text: str, roles: dict[int, Role] | None = None
) -> tuple[str, tuple[ReportedStatement, ...]]:
    article, analysis = analyse(text, roles=roles)
    found = statements.find(
        article, analysis, mentions.find(article, analysis), times.find(article, analysis)
    )
    return article.text, found


def _said(analyse: Analyse, text: str) -> dict[str, str | None]:
    """Return for each quoted stretch who says it."""
    whole, found = _read(analyse, text)
    return {
        quoted.of(whole): s.speaker.span.of(whole) if s.speaker is not None and s.speaker.span else None
        for s in found
        for quoted in s.quoted
    }


def test_agent_of_a_passive_cue_says_all_fragments(analyse: Analyse) -> None:
    """ "was described by X as a “…” and “…”" gives both fragments to X."""
    said = _said(analyse, "The old baker was described by neighbours as a “gentle soul” and “truly kind”.")
    assert said == {"gentle soul": "neighbours", "truly kind": "neighbours"}


def test_accused_by_somebody(analyse: Analyse) -> None:
    """The agent of "was accused by X of" speaks, not the subject."""
    assert _said(analyse, "Mr Dale was accused by Ms Roe of “lying to us all”.") == {
        "lying to us all": "Ms Roe"
    }


def test_passive_cue_without_agent_has_no_speaker(analyse: Analyse) -> None:
    """Where no agent stands, the fragment is found and nobody is named."""
    assert _said(analyse, "The old baker was described as a “gentle soul”.") == {"gentle soul": None}


def test_the_same_words_elsewhere_have_one_speaker(analyse: Analyse) -> None:
    """A fragment without a speaker takes that of the same words in another sentence."""
    text = (
        "The old baker was described as a “gentle soul”. The shop stayed shut all day.\n\n"
        "His brother Omar Dale described him as a “gentle soul” who loved the river."
    )
    whole, found = _read(analyse, text)
    speakers = {s.speaker.span.of(whole) for s in found if s.speaker is not None and s.speaker.span}
    assert len(found) == 2
    assert all(s.speaker is not None for s in found)
    assert all("Dale" in name for name in speakers)


def test_the_same_words_of_two_speakers_stay_open(analyse: Analyse) -> None:
    """Where two people use the words, nobody is guessed."""
    text = (
        "The plan was described as a “costly mistake”. The council met late.\n\n"
        "Omar Dale called it a “costly mistake”. Anna Roe called it a “costly mistake”."
    )
    _, found = _read(analyse, text)
    assert [s.speaker is None for s in found] == [True, False, False]


def test_a_caption_takes_up_words_that_somebody_says(analyse: Analyse) -> None:
    """Words in marks in a caption or a crosshead are the same words as in the sentence with a speaker."""
    text = (
        "“Full of mischief”: the pair on holiday last year\n\n"
        "Omar Dale described his sister as “clever, and full of mischief to the last”."
    )
    whole, found = _read(analyse, text, roles={0: Role.CAPTION})
    assert next(s.spans[0].of(whole) for s in found) == "Full of mischief"
    assert [s.speaker is not None and s.speaker.span.of(whole) for s in found] == ["Omar Dale"] * 2


def test_a_term_before_a_noun_is_no_repetition(analyse: Analyse) -> None:
    """Words in marks that describe the noun after them take nobody's name from elsewhere."""
    text = "Omar Dale described his sister as “full of mischief”. They ran the “full of mischief” club."
    whole, found = _read(analyse, text)
    assert [s.speaker is not None and s.speaker.span.of(whole) for s in found] == ["Omar Dale"]


def test_a_term_between_a_verb_and_its_noun_is_nobody_s(analyse: Analyse) -> None:
    """“Slow lane” of “slow lane” rules is what the rules are called."""
    _, found = _read(
        analyse, "Mrs Dale said she would ask towns to adopt “slow lane” rules after two crashes."
    )
    assert [s.quoted for s in found] == [()]


def test_two_groups_speak_together(analyse: Analyse) -> None:
    """ "His friends and relatives" is one speaker."""
    said = _said(analyse, "His friends and relatives described him as a man “who never lost heart”.")
    assert said == {"who never lost heart": "His friends and relatives"}


@pytest.mark.parametrize(
    "text",
    [
        "The council confirmed the nominee on Tuesday evening.",
        "Republicans blasted the new Democratic governor.",
        "Mrs Dale discussed the local school budget.",
        "Neither Omar Dale nor Anna Roe has declared a candidacy for 2016.",
    ],
)
def test_a_bare_thing_is_no_statement(analyse: Analyse, text: str) -> None:
    """Content without a clause, an infinitive or a judgement says nothing."""
    assert _read(analyse, text)[1] == ()
