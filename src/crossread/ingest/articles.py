"""A submission to an article: paragraphs, day, language, id."""

from __future__ import annotations

from datetime import date

from crossread.ingest.language_id import is_english, language_of
from crossread.ingest.paragraphs import divide
from crossread.ingest.published import parse_published
from crossread.record.article import Article, DateRange, Paragraph, Submission
from crossread.record.ids import content_id


def article(submission: Submission, as_of: date) -> Article:
    """Make the article that `submission` holds, first read on the day `as_of`.

    The id depends on outlet, url, published day, title and text alone: the
    same content under two refs, or read on two days, is one article.
    """
    published = parse_published(submission.published) if submission.published else None
    paragraphs = divide(submission.text, submission.title)
    language = language_of(_telling(submission.text, paragraphs), submission.language)
    return Article(
        id=content_id(
            "article", submission.outlet, submission.url, _iso(published), submission.title, submission.text
        ),
        ref=submission.ref,
        text=submission.text,
        paragraphs=paragraphs,
        as_of=as_of,
        refs=(submission.ref,),
        raw=submission.raw,
        title=submission.title,
        outlet=submission.outlet,
        url=submission.url,
        published=published,
        byline=submission.byline,
        language=language,
        analysed=is_english(language),
    )


def _iso(days: DateRange | None) -> str | None:
    """Return an interval of ISO dates; a day, not a time: feeds word one moment in many ways."""
    return f"{days.earliest.isoformat()}/{days.latest.isoformat()}" if days else None


def _telling(text: str, paragraphs: tuple[Paragraph, ...]) -> str:
    """Return the story's own words, so that page furniture does not settle the language."""
    return " ".join(text[p.start : p.end] for p in paragraphs if p.telling) or text
