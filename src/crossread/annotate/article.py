"""Everything that is found in one article, in the order in which one finding needs another."""

from __future__ import annotations

from crossread.annotate import acts, events, figures, mentions, statements, times
from crossread.record.analysis import Analysis
from crossread.record.annotation import Annotation
from crossread.record.article import Article, as_read


def annotate(article: Article, analysis: Analysis) -> Annotation:
    """Return all that rules find in one article, from its text and analysis alone."""
    article = as_read(article)
    named = mentions.find(article, analysis)
    timed = times.find(article, analysis)
    said = statements.find(article, analysis, named, timed)
    return Annotation(
        article.id,
        mentions=named,
        times=timed,
        statements=said,
        figures=figures.find(article, analysis, named, timed, said),
        acts=acts.find(article, analysis, named, timed, said),
        events=events.find(article, analysis, timed, said),
    )
