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
    assert first.title == "Kent gave … for the lien [A lien on the mill]"
    assert (first.before, second.before) == ("", "Kent gave 40 boats for the lien.")
    assert second.title == "It gave … to Dover"
    assert "boats" in first.wordings(first.values[0])
