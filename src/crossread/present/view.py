"""One story for a reader: the eight parts of a dossier as page models, ready to be set by any medium.

Pure functions of the record and the reading day. Everything shown as an
assertion carries citations; what has no evidence is not shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from crossread.present import words
from crossread.present.parts import (
    accounts,
    answering,
    claims,
    entities,
    figures,
    ledger,
    sharing,
    statements,
    texts,
    timeline,
)
from crossread.present.sources import Citation, Sources
from crossread.record.article import Article, DateRange
from crossread.record.dossier import BriefSentence, Dossier
from crossread.record.span import Span, evidence
from crossread.record.story import NO_LINKS, Links

# What a part says when it holds nothing.
NOTHING = {
    "brief": "No sentence could be chosen for a brief.",
    "timeline": "No happening could be dated.",
    "contested": "No contradiction was found in numbers, dates, names and express denials. Others may exist.",
    "agreed": "No claim was recognised in more than one account. They may tell the same in other words.",
    "single": "No claim was recognised as one account's alone. Most of what an account tells alone is not listed.",
    "statements": "No statements were found.",
    "ledger": "Nothing was found that anybody would have to answer for.",
    "open": "Nothing open was found.",
    "due": "Nothing with a day was found that anybody would have to answer for.",
    "figures": "No figures were found.",
    "entities": "No people, organisations or places were found.",
    "sharing": "No sentence or quotation was found in more than one account.",
    "left_out": "Nothing was left out.",
}
# What is said of a brief whose sentences are told by no second account, as far as was recognised.
_OPENINGS = "From what single accounts begin with. Others may tell the same in other words."
# … and of the sentence with which an account of the last day opens.
_NEWEST = "The newest account opens:"


@dataclass(frozen=True, slots=True)
class BriefLine:
    """A sentence of the brief, verbatim, with the words it rests on, and what a reader must know of it."""

    text: str
    citations: tuple[Citation, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """Another story of the record."""

    id: str
    title: str


@dataclass(frozen=True)
class StoryView:
    """One story in eight parts.

    `extent` says how many accounts there are, `span` on which days they were
    published, `scope` where a thing was looked for that was not found. Stories
    `earlier` and `later` are other stages of the same matter.
    """

    id: str
    title: str
    title_citation: Citation | None
    extent: str
    span: str
    as_of: str
    scope: str
    brief: tuple[BriefLine, ...]
    brief_note: str
    timeline: tuple[timeline.Day, ...]
    claims: claims.Claims
    statements: tuple[statements.Voice, ...]
    ledger: tuple[ledger.Pile, ...]
    answering: answering.Answering
    figures: tuple[figures.Quantity, ...]
    entities: tuple[entities.Register, ...]
    accounts: tuple[accounts.AccountEntry, ...]
    sharing: sharing.Sharing
    texts: tuple[texts.FullText, ...] = ()
    earlier: tuple[Related, ...] = ()
    later: tuple[Related, ...] = ()

    @cached_property
    def labels(self) -> tuple[str, ...]:
        return tuple(account.label for account in self.accounts)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many lines each part holds, by the name of the part."""
        return {
            "brief": len(self.brief),
            "timeline": sum(len(day.happenings) for day in self.timeline),
            "claims": self.claims.total,
            "statements": sum(len(voice.utterances) for voice in self.statements),
            "ledger": sum(len(pile.matters) for pile in self.ledger),
            "figures": len(self.figures),
            "entities": sum(len(register.entries) for register in self.entities),
            "accounts": len(self.accounts),
        }


def view_of(dossier: Dossier, *, as_of: date, links: Links = NO_LINKS) -> StoryView:
    """Return the page model of a story as read on the day `as_of`, with its `links` to other stories.

    Raises EvidenceError where the record's words are not those of its articles.
    """
    sources = Sources(dossier.articles)
    until = max((days.latest for _, days in dossier.days if days), default=None)
    scope = words.Scope(len(_counting(dossier)), until)
    title = _title(dossier, sources)
    shared = sharing.build(dossier.reuse, dossier.origins, sources)
    piles = ledger.build(dossier.ledger, sources, scope)
    bare = StoryView(
        id=dossier.story.id,
        title=dossier.story.title,
        title_citation=title,
        extent=_extent(dossier),
        span=words.days(_span(dossier)),
        as_of=words.day(as_of),
        scope=str(scope),
        brief=tuple(_brief(dossier.brief, sources)),
        brief_note=_brief_note(dossier),
        timeline=timeline.build(dossier.timeline, sources),
        claims=claims.build(
            dossier.claims,
            dossier.conflicts,
            dossier.origins,
            dossier.statements,
            dossier.openings,
            sources,
        ),
        statements=statements.build(dossier.statements, dossier.entities, sources),
        ledger=piles,
        answering=answering.build(dossier.ledger, dossier.entities, piles),
        figures=figures.build(dossier.figures, dossier.conflicts, sources),
        entities=entities.build(dossier.entities, sources),
        accounts=accounts.build(dossier, sources),
        sharing=shared,
        earlier=tuple(Related(id, links.titles[id]) for id in links.earlier(dossier.story.id)),
        later=tuple(Related(id, links.titles[id]) for id in links.later(dossier.story.id)),
    )
    return replace(bare, texts=texts.build(sources, citations(bare), shared.passages))


def citations(part: object) -> Iterator[Citation]:
    """Yield every citation that a page model holds, at any depth."""
    if isinstance(part, Citation):
        yield part
    elif isinstance(part, dict):
        yield from citations(tuple(part.values()))
    elif isinstance(part, tuple | list):
        for item in part:
            yield from citations(item)
    elif hasattr(part, "__dataclass_fields__"):
        for name in part.__dataclass_fields__:
            yield from citations(getattr(part, name))


def _brief(sentences: Iterable[BriefSentence], sources: Sources) -> Iterator[BriefLine]:
    for sentence in sentences:
        if sentence.evidence:
            note = _NEWEST if sentence.newest else ""
            yield BriefLine(sentence.text, sources.cite_all(sentence.evidence), note)


def _brief_note(dossier: Dossier) -> str:
    """Return what a reader must know of the brief as a whole."""
    told = [{one.article for one in sentence.evidence} for sentence in dossier.brief if not sentence.newest]
    alone = bool(told) and all(len(articles) == 1 for articles in told)
    return _OPENINGS if alone and len(_counting(dossier)) > 1 else ""


def _title(dossier: Dossier, sources: Sources) -> Citation | None:
    """Return where the story's title stands in an account's text, if it does."""
    title = dossier.story.title.strip()
    for article in dossier.articles:
        at = article.text.find(title) if title else -1
        if at >= 0:
            return sources.cite(evidence(article.id, article.text, Span(at, at + len(title))))
    return None


def _counting(dossier: Dossier) -> list[Article]:
    """Return the articles that count as accounts: analysed, and the newest version of theirs."""
    older = {article.version_of for article in dossier.articles}
    return [article for article in dossier.articles if article.analysed and article.id not in older]


def _extent(dossier: Dossier) -> str:
    """Return "5 accounts", with what else is kept beside them: "5 accounts, 1 earlier version"."""
    older = {article.version_of for article in dossier.articles} & {a.id for a in dossier.articles}
    unread = sum(not article.analysed and article.id not in older for article in dossier.articles)
    parts = (
        words.count(len(_counting(dossier)), "account"),
        words.count(len(older), "earlier version") if older else "",
        f"{unread} not analysed" if unread else "",
    )
    return ", ".join(part for part in parts if part)


def _span(dossier: Dossier) -> DateRange | None:
    known = [days for _, days in dossier.days if days]
    if not known:
        return None
    return DateRange(min(d.earliest for d in known), max(d.latest for d in known))
