"""Quotation marks of every sort, in order and out of order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.record.article import Paragraph, Role
from crossread.record.span import Span, trimmed
from crossread.text.marks import quotations


def lines(text: str, roles: dict[int, Role] | None = None) -> tuple[Paragraph, ...]:
    """Make a paragraph of each line; `roles` by line number, body otherwise."""
    made, position = [], 0
    for number, line in enumerate(text.split("\n")):
        span = trimmed(text, Span(position, position + len(line)))
        if len(span):
            made.append(Paragraph(span.start, span.end, (roles or {}).get(number, Role.BODY)))
        position += len(line) + 1
    return tuple(made)


def quoted(text: str, roles: dict[int, Role] | None = None) -> list[list[str]]:
    return [[s.of(text) for s in q.spans] for q in quotations(text, lines(text, roles))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One,” she said.", [["One,"]]),
        ('"One," she said. "Two."', [["One,"], ["Two."]]),
        ("«Un», dit-elle. « Deux »", [["Un"], ["Deux"]]),
        ("„Eins“, sagte sie.", [["Eins"]]),
        ("``One,'' she said.", [["One,"]]),
        ("“One,’’ she said of ‘‘Two’’.", [["One,"], ["Two"]]),
        ("‘One,’ she said of the officers’ view.", [["One,"]]),
        ("The F.B.I.'s view and the U.S.'s rules: \"One,\" she said.", [["One,"]]),
        ("'Shocking' and 'unfair', says minister", [["Shocking"], ["unfair"]]),
        ('“It was fine." He left.', [["It was fine."]]),
        ("”It was fine,“ he said.", [["It was fine,"]]),
        ('He said "no" to it.', [["no"]]),
        ('It was 5\'10" tall and "long".', [["long"]]),
        ("In the '90s they rocked 'n' rolled.", []),
        ("The officers' dogs didn't bark.", []),
        ("The teachers’ union isn’t happy.", []),
        ("'I saw the officers' dogs,' she said.", [["I saw the officers' dogs,"]]),
        ("'She said \"no\" to me,' he said.", [['She said "no" to me,']]),
        ("“They said ‘go home’ to us,” he said.", [["They said ‘go home’ to us,"]]),
        ("“He told me: “Go.” And I went,” she said.", [["He told me: “Go.” And I went,"]]),
        ('She asked: "Who?"He left.', [["Who?"]]),
        ('One" two', []),
        ('"', []),
        ("“”", []),
    ],
)
def test_marks_of_every_sort(text: str, expected: list[list[str]]) -> None:
    assert quoted(text) == expected


def test_a_chain_opens_each_paragraph_and_closes_the_last() -> None:
    text = "She said: “One.\n“Two.\n“Three.”\nHe left. “Four,” he said."
    assert quoted(text) == [["One.", "Two.", "Three."], ["Four,"]]


def test_a_caption_does_not_break_a_chain_and_has_no_quotation() -> None:
    text = "She said: “One.\nA “big” banner Pic: Agency\n“Two.”"
    assert quoted(text, {1: Role.CAPTION}) == [["One.", "Two."]]


def test_a_fragment_grows_into_a_chain() -> None:
    text = "He said he will “chair a meeting.\n“It must unite us.”"
    assert quoted(text) == [["chair a meeting.", "It must unite us."]]


def test_a_chain_of_single_marks() -> None:
    text = "‘We couldn’t see Jones’s face.\n‘They left.’\nIt’s over."
    assert quoted(text) == [["We couldn’t see Jones’s face.", "They left."]]


def test_a_chain_on_one_line() -> None:
    text = "She said: “One is here. “Two is here. “Three.” He left."
    assert quoted(text) == [["One is here.", "Two is here.", "Three."]]


def test_a_forgotten_end_stops_with_its_paragraph() -> None:
    text = 'She said: "One.\nHe left. "Two," he said.'
    found = quotations(text, lines(text))
    assert [[s.of(text) for s in q.spans] for q in found] == [["One."], ["Two,"]]
    assert [q.closed for q in found] == [False, True]


def test_a_forgotten_opening_mark_within_a_chain() -> None:
    assert quoted("She said: “One.\nTwo,” she added.") == [["One.", "Two,"]]


def test_a_lost_closing_mark_keeps_the_sentence_it_was_lost_after() -> None:
    text = 'She said: "It is sad. More stories here He said: "We are safe." The end.'
    found = quotations(text, lines(text))
    assert [[s.of(text) for s in q.spans] for q in found] == [["It is sad."], ["We are safe."]]
    assert [q.closed for q in found] == [False, True]


def test_a_long_unclosed_stretch_is_sure_for_one_sentence_only() -> None:
    text = 'She said: "It is sad. ' + "The page runs on and on. " * 40
    [found] = quotations(text, lines(text))
    assert [s.of(text) for s in found.spans] == ["It is sad."]


def test_three_straight_marks_close_a_nested_quotation_and_the_outer_one() -> None:
    text = "''She said, 'We are safe,''' he recalled, ''and left.'' So it was."
    found = quotations(text, lines(text))
    assert [q.spans[0].of(text) for q in found] == ["She said, 'We are safe,'", "and left."]


def test_dots_begin_a_shortened_quotation() -> None:
    text = 'He was there. ". . . I saw it all," he said.'
    [found] = quotations(text, lines(text))
    assert found.spans[0].of(text) == ". . . I saw it all,"


_SIGNS = st.text(alphabet="ab s.,'‘’\"“”„«»`5\n\u00a0(:", max_size=60)


@given(_SIGNS, st.lists(st.sampled_from(list(Role)), max_size=4))
def test_spans_are_trimmed_ordered_and_inside_telling_paragraphs(text: str, roles: list[Role]) -> None:
    paragraphs = lines(text, dict(enumerate(roles)))
    telling = [p.span for p in paragraphs if p.telling]
    spans = [s for q in quotations(text, paragraphs) for s in q.spans]
    assert spans == sorted(spans)
    for span, following in pairwise(spans):
        assert span.end <= following.start
    for span in spans:
        assert span.of(text).strip() == span.of(text) != ""
        assert any(p.contains(span) for p in telling)


@given(st.text(max_size=40))
def test_any_text_is_read(text: str) -> None:
    assert all(q.spans for q in quotations(text, lines(text)))


def test_two_single_marks_close_one() -> None:
    """'…'' is one quotation, where two single marks are typed for one."""
    assert quoted("'If it sounds too good, it is,'' Fenn said.") == [["If it sounds too good, it is,"]]


def test_an_attribution_that_stands_twice_is_not_quoted() -> None:
    """The mark before the second "said:" opens nothing."""
    assert quoted('They said: "said: "Jo was kind."') == [["Jo was kind."]]


def test_marks_that_a_line_break_parted_from_their_words() -> None:
    """A page cut into sentences leaves an opening mark on the line before, a closing one on the line after."""
    text = 'They sell "Old Nets.\n" The shop is new. "It is ours," she said. "\nWe paid for it.\nAll of it."'
    assert quoted(text) == [["Old Nets."], ["It is ours,"], ["We paid for it.", "All of it."]]


def test_a_single_mark_that_opens_again_ends_what_was_left_open() -> None:
    """With sentences in between, the closing mark of the first quotation is lost; a nested one closes twice."""
    lost = "He said: 'We ran home. The train left at nine. A report that it 'shook twice' is being read."
    assert quoted(lost) == [["We ran home."], ["shook twice"]]
    nested = "He said: 'We ran home. They called it 'the shake' and laughed,' she said."
    assert quoted(nested)[0][0].startswith("We ran home. They called it")
