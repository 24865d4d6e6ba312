"""A figure is shown with what the words of its label take up."""

from __future__ import annotations

from tests.conftest import make_article

from crossread.present.parts.figures import build
from crossread.present.sources import Sources
from crossread.record.dossier import Meant, StoryFigure
from crossread.record.span import Evidence, Span, evidence


def test_what_a_label_takes_up_is_shown_with_it() -> None:
    article = make_article(
        "A lien on the mill was sold. Kent gave 40 boats for the lien. It gave 12 cars to Dover."
    )

    def cut(words: str) -> Evidence:
        start = article.text.index(words)
        return evidence(article.id, article.text, Span(start, start + len(words)))

    lien = Meant("A lien on the mill", cut("the lien"), None, cut("A lien on the mill"))
    boats = StoryFigure(
        "f1", "Kent gave … for the lien", "boats", (cut("40 boats for the lien"),), value=40, meant=(lien,)
    )
    cars = StoryFigure(
        "f2",
        "It gave … to Dover",
        "cars",
        (cut("12 cars"),),
        value=12,
        before=cut("Kent gave 40 boats for the lien."),
    )
    first, second = build((boats, cars), (), Sources((article,)))
    assert first.title == "Kent gave 40 boats for the lien [A lien on the mill]"
    assert (first.before, second.before) == ("", "Kent gave 40 boats for the lien.")
    assert second.title == "It gave 12 cars to Dover"
    assert first.wordings(first.values[0]) == ""


def test_what_one_sentence_counts_stands_under_that_sentence_once() -> None:
    article = make_article("Kent paid £3m for 12 cars , and 4 boats. Hundreds of people came to see them.")

    def figure(id: str, measure: str, words: str, value: float | None, unit: str) -> StoryFigure:
        start = article.text.index(words)
        cited = evidence(article.id, article.text, Span(start, start + len(words)))
        return StoryFigure(id, measure, unit, (cited,), value=value)

    paid = figure("f1", "Kent paid … for 12 cars, and 4 boats", "£3m", 3_000_000, "GBP")
    cars = figure("f2", "Kent paid £3m for … cars, and 4 boats", "12 cars", 12, "cars")
    boats = figure("f3", "Kent paid £3m for 12 cars, and … boats", "4 boats", 4, "boats")
    came = figure("f4", "came to see them", "Hundreds of people", None, "people")
    other = figure("f5", "boats in the harbour", "4 boats", 4, "boats")
    first, second, third = build((paid, came, cars, other, boats), (), Sources((article,)))
    assert first.title == "Kent paid £3m for 12 cars , and 4 boats"
    assert [value.value for value in first.values] == ["£3 million", "12 cars", "4 boats"]
    assert second.title == "Hundreds of people came to see them"
    assert third.title == "boats in the harbour"
