"""The record as JSON: the contract other programs build on (docs/record.schema.json)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from crossread.record.article import Article, DateRange
from crossread.record.codec import to_plain
from crossread.record.dossier import Dossier
from crossread.record.judgement import Judgement
from crossread.record.run import Run
from crossread.record.story import NO_LINKS, Links

FORMAT = "crossread/1"

Plain = dict[str, Any]

# The parts of a dossier whose items the contract lists over all stories, each naming its story.
_PARTS = (
    "entities",
    "statements",
    "timeline",
    "figures",
    "claims",
    "conflicts",
    "origins",
    "reuse",
    "ledger",
)


def json_record(
    run: Run,
    articles: Iterable[Article],
    dossiers: Sequence[Dossier],
    judgements: Sequence[Judgement] = (),
    *,
    links: Links = NO_LINKS,
    with_text: bool = True,
) -> Plain:
    """Return the whole record as plain data.

    Without text, articles keep everything but their `text`; evidence keeps its words.
    """
    story_of = {m.article: d.story.id for d in dossiers for m in d.story.members}
    days = {id: day for d in dossiers for id, day in d.days}
    return {
        "format": FORMAT,
        "run": _run(run),
        "articles": [_article(a, story_of, days, with_text=with_text) for a in articles],
        "stories": [_story(dossier, links) for dossier in dossiers],
        **{part: [item for d in dossiers for item in _part(d, part)] for part in _PARTS},
        "judgements": to_plain(tuple(judgements)),
    }


def _run(run: Run) -> Plain:
    return {
        "version": run.version,
        "models": {model.name: model.digest for model in run.models},
        "settings": to_plain(run.settings),
        "as_of": to_plain(run.as_of),
    }


def _article(
    article: Article,
    story_of: Mapping[str, str],
    days: Mapping[str, DateRange | None],
    *,
    with_text: bool,
) -> Plain:
    plain: Plain = to_plain(article)
    plain["text"] = article.text if with_text else None
    plain["published"] = to_plain(days.get(article.id) or article.published)
    plain["story"] = story_of.get(article.id)
    return plain


def _story(dossier: Dossier, links: Links) -> Plain:
    id = dossier.story.id
    known = [day for _, day in dossier.days if day is not None]
    return {
        "id": id,
        "title": dossier.story.title,
        "articles": [
            {"id": member.article, "score": member.score, "reason": member.reason}
            for member in dossier.story.members
        ],
        "earliest": to_plain(min((day.earliest for day in known), default=None)),
        "latest": to_plain(max((day.latest for day in known), default=None)),
        "brief": to_plain(dossier.brief),
        "openings": to_plain(dossier.openings),
        "follows": list(links.earlier(id)),
        "followed_by": list(links.later(id)),
        "merged": list(links.former(id)),
    }


def _part(dossier: Dossier, part: str) -> list[Plain]:
    return [{**to_plain(item), "story": dossier.story.id} for item in getattr(dossier, part)]
