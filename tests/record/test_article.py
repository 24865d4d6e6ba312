from datetime import date

import pytest

from crossread.record.article import Article, Paragraph, Role, as_read

_BOX = "Nora Jane HillBridge to stay shut Town sues builder MORE"


def _article(*parts: tuple[str, Role], between: str = " ") -> Article:
    paragraphs, text = [], ""
    for words, role in parts:
        text += between if text else ""
        paragraphs.append(Paragraph(len(text), len(text) + len(words), role))
        text += words
    return Article("a", "a.txt", text, tuple(paragraphs), date(2026, 1, 1))


def test_furniture_inside_a_sentence_is_blank_and_the_sentence_whole() -> None:
    halves = ("Mayor Nora Hill", "said the bridge, built by", ", is safe.")
    boxed = [(half, Role.BODY) for half in halves]
    article = _article(boxed[0], (_BOX, Role.BOILERPLATE), boxed[1], (_BOX, Role.BOILERPLATE), boxed[2])
    read = as_read(article)
    assert read.text.split() == " ".join(halves).split()
    assert [p.span.of(read.text) for p in read.paragraphs] == [read.text]
    assert len(read.text) == len(article.text)


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("Mayor Nora Hill spoke.", "the bridge is safe.", " "),  # a sentence ends
        ("The square at noon", "The mayor spoke.", " "),  # one begins
        ("Mayor Nora Hill", "said the bridge is safe.", "\n"),  # lines of their own
    ],
)
def test_furniture_between_sentences_stays(before: str, after: str, between: str) -> None:
    article = _article((before, Role.BODY), (_BOX, Role.BOILERPLATE), (after, Role.BODY), between=between)
    assert as_read(article) is article


@pytest.mark.parametrize(
    ("before", "after", "goes_on"),
    [
        ("The bridge was closed by Ann Hill,", "Tom Beck and others.", True),
        ("“I love the bridge!”", "he said.", True),
        ("The bridge that they saw", "was closed.", True),
        ("The bridge was closed.", "he said.", False),
        ("The bridge was closed for these reasons:", "it was old.", False),
        ("The bridge was closed by Ann Hill", "Tom Beck was there.", False),
        ("The bridge was closed by Ann Hill", "(R-Ohio) on Monday.", True),
        ("The bridge was closed by Ann Hill", "(Reuters) It was old.", False),
    ],
)
def test_a_sentence_that_the_next_line_goes_on_with_is_read_whole(
    before: str, after: str, *, goes_on: bool
) -> None:
    article = _article((before, Role.BODY), (after, Role.BODY), between="\n")
    read = as_read(article)
    assert [p.span.of(read.text) for p in read.paragraphs] == (
        [f"{before} {after}"] if goes_on else [before, after]
    )


def test_a_heading_is_no_half_of_a_sentence() -> None:
    article = _article(
        ("Harbour bridge closed,", Role.HEADLINE), ("mayor says it is old.", Role.BODY), between="\n"
    )
    assert as_read(article) is article
