"""Accounts: the articles with their day and how it was worked out, versions, and what was left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from crossread.present import words
from crossread.present.sources import Sources
from crossread.record.article import Article, Paragraph
from crossread.record.dossier import Dossier

OUTLET_UNKNOWN = "outlet not named"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A paragraph that is no evidence: where it starts, its role and the reason for the role."""

    label: str
    start: int
    role: str
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class AccountEntry:
    """One article as an account of the story.

    `day` is when it was published, `day_basis` how that is known. `version_of`
    is the label of the account it is a version of, `versions` the labels of its
    own. `membership` says why it belongs to the story.
    """

    label: str
    id: str
    outlet: str
    ref: str
    other_refs: tuple[str, ...]
    title: str
    byline: str
    url: str
    day: str
    day_basis: str
    language: str
    analysed: bool
    length: int
    membership: str
    version_of: str
    versions: tuple[str, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def name(self) -> str:
        """What a reader calls it: the outlet where known, else the last part of where it came from."""
        return self.outlet or re.split(r"[/\\]", self.ref.rstrip("/\\"))[-1] or self.ref

    @property
    def linkable(self) -> bool:
        """Whether the address is one of a page, and not something that would run in a reader's browser."""
        return self.url.lower().startswith(("https://", "http://"))


def build(dossier: Dossier, sources: Sources) -> tuple[AccountEntry, ...]:
    """Return the accounts in reading order."""
    reasons = {m.article: f"{m.reason} ({m.score:.2f})" for m in dossier.story.members if m.reason}
    return tuple(_entry(article, dossier, sources, reasons) for article in dossier.articles)


def _entry(article: Article, dossier: Dossier, sources: Sources, reasons: Mapping[str, str]) -> AccountEntry:
    label = sources.labels[article.id]
    day = dossier.day(article.id) or article.published
    return AccountEntry(
        label=label,
        id=article.id,
        outlet=article.outlet or "",
        ref=article.ref,
        other_refs=tuple(ref for ref in article.refs if ref != article.ref),
        title=article.title or "",
        byline=article.byline or "",
        url=article.url or "",
        day=words.days(day, weekday=True),
        day_basis=words.worked_out(day),
        language=article.language or "",
        analysed=article.analysed,
        length=len(article.text),
        membership=reasons.get(article.id, ""),
        version_of=_version_of(article, sources),
        versions=tuple(sources.labels[a.id] for a in dossier.articles if a.version_of == article.id),
        left_out=tuple(_left_out(article, p, label) for p in article.paragraphs if not p.telling),
    )


def _version_of(article: Article, sources: Sources) -> str:
    """Return the label of the account this is a version of; its id where that is not in the story."""
    if article.version_of is None:
        return ""
    return sources.labels.get(article.version_of, article.version_of)


def _left_out(article: Article, paragraph: Paragraph, label: str) -> LeftOut:
    return LeftOut(
        label=label,
        start=paragraph.start,
        role=words.ROLES[paragraph.role],
        reason=paragraph.reason,
        text=paragraph.span.of(article.text),
    )
