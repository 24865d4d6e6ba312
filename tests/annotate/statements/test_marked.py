"""Reports from the model's marks: linked to their sources, merged with the rules, and left out where unsound."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conftest import Analyse, make_article

from crossread.annotate import mentions as mentions_room
from crossread.annotate import times as times_room
from crossread.annotate.statements import find
from crossread.record.analysis import Analysis, StatementPart
from crossread.record.annotation import ReportedStatement, StatementKind

Marks = list[tuple[str, str]]


def marked(analyse: Analyse, text: str, marks: Marks | None) -> tuple[ReportedStatement, ...]:
    """Return the statements of a text of which the model is taken to mark `marks`, in text order."""
    article, analysis = analyse(text)
    parts: list[StatementPart] = []
    for kind, part in marks or []:
        start = text.index(part, parts[-1].end if parts else 0)
        parts.append(StatementPart(start, start + len(part), kind))
    given: Analysis = replace(analysis, parts=None if marks is None else tuple(parts))
    mentions = mentions_room.find(article, given)
    return find(article, given, mentions, times_room.find(article, given))


def seen(text: str, found: tuple[ReportedStatement, ...]) -> list[tuple[str | None, str | None, list[str]]]:
    return [
        (
            s.speaker.span.of(text) if s.speaker else None,
            s.cue.of(text) if s.cue else None,
            [x.of(text) for x in s.spans],
        )
        for s in found
    ]


DOUBT = "Ms Ruiz doubts that the pier will open in time."
DOUBTED: Marks = [("source", "Ms Ruiz"), ("cue", "doubts"), ("indirect", "that the pier will open in time")]


def test_a_stance_is_reported_where_the_model_marks_it(analyse: Analyse) -> None:
    assert seen(DOUBT, marked(analyse, DOUBT, DOUBTED)) == [
        ("Ms Ruiz", "doubts", ["the pier will open in time"])
    ]


@pytest.mark.parametrize("marks", [None, []])
def test_without_marks_the_rules_alone_read(analyse: Analyse, marks: Marks | None) -> None:
    assert marked(analyse, DOUBT, marks) == ()


def test_the_content_may_come_first(analyse: Analyse) -> None:
    text = "The pier will open in time, Ms Ruiz now hopes."
    marks = [("indirect", "The pier will open in time"), ("source", "Ms Ruiz"), ("cue", "now hopes")]
    assert seen(text, marked(analyse, text, marks)) == [
        ("Ms Ruiz", "now hopes", ["The pier will open in time"])
    ]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        (
            "Ms Ruiz is expected to open the pier in May.",
            [("source", "Ms Ruiz"), ("cue", "is expected"), ("indirect", "to open the pier in May")],
        ),
        (
            "Ms Ruiz faces criticism for closing the pier in May.",
            [("source", "Ms Ruiz"), ("cue", "faces criticism for"), ("indirect", "closing the pier in May")],
        ),
        (
            "Ms Ruiz did not doubt that the pier was safe.",
            [("source", "Ms Ruiz"), ("cue", "doubt"), ("indirect", "that the pier was safe")],
        ),
        (
            "The delay suggests that the pier is unsafe.",
            [("source", "The delay"), ("cue", "suggests"), ("indirect", "that the pier is unsafe")],
        ),
        (
            "Ms Ruiz posted a clip of her pier and boats.",
            [("source", "Ms Ruiz"), ("cue", "posted"), ("indirect", "a clip of her pier and boats")],
        ),
        (
            "Ms Ruiz missed a chance to ask why the pier was closed.",
            [
                ("source", "Ms Ruiz"),
                ("cue", "missed a chance to ask"),
                ("indirect", "why the pier was closed"),
            ],
        ),
        (
            "We believe that the pier is unsafe.",
            [("source", "We"), ("cue", "believe"), ("indirect", "that the pier is unsafe")],
        ),
    ],
)
def test_what_is_denied_undergone_or_said_by_nobody_is_left_out(
    analyse: Analyse, text: str, marks: Marks
) -> None:
    assert marked(analyse, text, marks) == ()


def test_a_rule_keeps_its_speaker_where_the_marks_differ(analyse: Analyse) -> None:
    text = "Ms Ruiz said that the pier was safe."
    marks = [("source", "the pier"), ("indirect", "safe")]
    assert seen(text, marked(analyse, text, marks)) == [("Ms Ruiz", "said", ["the pier was safe"])]


def test_marks_cut_what_the_rules_run_on_to(analyse: Analyse) -> None:
    text = "Ms Ruiz said the pier was safe during a visit to the harbour."
    marks = [("source", "Ms Ruiz"), ("cue", "said"), ("indirect", "the pier was safe")]
    assert seen(text, marked(analyse, text, marks)) == [("Ms Ruiz", "said", ["the pier was safe"])]


def test_marked_words_in_quotation_marks_without_a_source_stay_unresolved(analyse: Analyse) -> None:
    text = "The plan is in the papers, where it is “a threat to all our piers and boats” in May."
    marks = [("indirect", "“a threat to all our piers and boats”")]
    ((speaker, cue, spans),) = seen(text, marked(analyse, text, marks))
    assert (speaker, cue) == (None, None)
    assert spans == ["a threat to all our piers and boats"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("As Ms Ruiz put it in a letter, the pier is a threat.", "the pier is a threat"),
        ("As Ms Ruiz put it, “the pier is a threat.”", "the pier is a threat."),
        ("The pier is a threat, as Ms Ruiz put it.", "The pier is a threat"),
    ],
)
def test_what_somebody_put_so(analyse: Analyse, text: str, content: str) -> None:
    assert seen(text, marked(analyse, text, None)) == [("Ms Ruiz", "put it", [content])]


def test_marks_on_words_that_are_no_sentence_of_the_article_are_ignored() -> None:
    article = make_article("One two three.")
    analysis = Analysis(article.id, (), (), (), (StatementPart(0, 3, "cue"),))
    assert find(article, analysis, (), ()) == ()


def test_two_single_marks_are_one_double_mark(analyse: Analyse) -> None:
    text = "''We will stay on the pier,'' Ms Ruiz said. ''It is ours.''"
    found = marked(analyse, text, None)
    assert [s.kind for s in found] == [StatementKind.DIRECT]
    assert seen(text, found) == [("Ms Ruiz", "said", ["We will stay on the pier", "It is ours."])]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is ours,” Rep. Ann Lee (D-Wis.) said on Friday.", "Ann Lee"),
        ("“It is ours,” Rep. Ann Lee, R-Ky., said on Friday.", "Ann Lee"),
    ],
)
def test_a_short_state_ends_no_sentence(analyse: Analyse, text: str, speaker: str) -> None:
    ((found, _, spans),) = seen(text, marked(analyse, text, None))
    assert found is not None
    assert speaker in found
    assert spans == ["It is ours"]


def test_the_marked_source_is_whole_where_the_rules_see_its_end(analyse: Analyse) -> None:
    text = "A leaked memo with polling data said that the race was lost."
    marks = [
        ("source", "A leaked memo with polling data"),
        ("cue", "said"),
        ("indirect", "that the race was lost"),
    ]
    (said,) = marked(analyse, text, marks)
    assert said.speaker is not None
    assert said.speaker.span.of(text) == "A leaked memo with polling data"


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        # a purpose, not what was said
        (
            "Ms Ruiz testified to explain the plan of the board.",
            [("source", "Ms Ruiz"), ("cue", "testified"), ("indirect", "to explain the plan of the board")],
        ),
        # nobody knows who "another" is
        (
            "The owners hope another will lead the club to the cup.",
            [
                ("source", "The owners"),
                ("cue", "hope"),
                ("indirect", "another will lead the club to the cup"),
            ],
        ),
        # a source that can be anything
        (
            "The camp doubts that the plan will work in the north.",
            [("source", "The camp"), ("cue", "doubts"), ("indirect", "that the plan will work in the north")],
        ),
    ],
)
def test_what_only_marks_make_is_kept_back_where_it_is_not_sure(
    analyse: Analyse, text: str, marks: Marks
) -> None:
    found = marked(analyse, text, marks)
    assert found
    assert all(s.kept_back for s in found)


def test_who_is_told_is_no_part_of_what_he_is_told(analyse: Analyse) -> None:
    text = "Ann Lee, the lawyer of the harbour, told Port TV she had been dismissed."
    marks = [("source", "Ann Lee"), ("cue", "told"), ("indirect", "Port TV she had been dismissed")]
    assert seen(text, marked(analyse, text, marks)) == [("Ann Lee", "told", ["she had been dismissed"])]
