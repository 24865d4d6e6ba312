"""A story made up for these tests: a bridge is closed, five accounts differ, every part of the record is filled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossread.record.annotation import ActKind, EntityType, EventKind, StatementKind
from crossread.record.article import Article, DateRange, Paragraph, Role
from crossread.record.dossier import (
    BriefSentence,
    Claim,
    Conflict,
    ConflictKind,
    Count,
    Delivery,
    Dossier,
    Entity,
    EntityRole,
    Independence,
    LedgerEntry,
    LedgerEvent,
    Lifecycle,
    Origin,
    OriginKind,
    Response,
    Reuse,
    ReuseKind,
    Schedule,
    Side,
    Speaker,
    Stance,
    Statement,
    Status,
    StoryFigure,
    Support,
    TimelineEntry,
    Who,
    Wording,
)
from crossread.record.ids import content_id
from crossread.record.span import Evidence, Span, evidence, trimmed
from crossread.record.story import Membership, Story

READING_DAY = date(2024, 6, 1)

TEXTS = {
    "A": (
        "Harbour bridge shut after cracks found\n"
        "The harbour bridge in Wexmouth was closed on Tuesday after inspectors found cracks in two piers.\n"
        "About 40 buses a day use the bridge.\n"
        "Mayor Ines Falk said: “We will reopen it by Friday.\n"
        "“Nobody should have to swim to work.”\n"
        "Ines Falk arrives at the town hall\n"
        "Read more: ten bridges worth a detour"
    ),
    "B": (
        "The harbour bridge in Wexmouth was closed on Tuesday after inspectors found cracks in two piers.\n"
        "Some 55 buses a day cross it, the operator Nordlinie said.\n"
        'Ms Falk told Radio Nord: "We will reopen it by Friday."\n'
        "Councillor Tom Ode called on the mayor to publish the inspectors' report."
    ),
    "C": (
        "Wexmouth's bridge has been shut since Tuesday, the town said.\n"
        "The mayor denied that warnings had been ignored.\n"
        "“Nobody warned us,” a resident said.\n"
        "“It groaned every night.”"
    ),
    "D": (
        "Warnings about the bridge were ignored for months, engineer Liv Harms wrote in a report.\n"
        "The town ordered an independent inquiry on 15 May 2024."
    ),
    "E": "The closed bridge will be inspected again on Monday.",
}
CAPTIONS = {("A", 5): Role.CAPTION, ("A", 6): Role.TEASER}

Cut = Callable[..., Evidence]


def paragraphs(text: str, roles: dict[int, Role]) -> tuple[Paragraph, ...]:
    """Return the lines of `text` as paragraphs, body unless `roles` says otherwise."""
    found: list[Paragraph] = []
    position = 0
    for line in text.split("\n"):
        if line.strip():
            span = trimmed(text, Span(position, position + len(line)))
            role = roles.get(len(found), Role.BODY)
            reason = "short line without a full stop" if role is not Role.BODY else ""
            found.append(Paragraph(span.start, span.end, role, reason))
        position += len(line) + 1
    return tuple(found)


def article_of(name: str, text: str, **given: str | None) -> Article:
    """Return the article called `name` in these tests."""
    roles = {number: role for (owner, number), role in CAPTIONS.items() if owner == name}
    return Article(
        id=content_id("article", name, text),
        ref=f"wexmouth/{name.lower()}.txt",
        text=text,
        paragraphs=paragraphs(text, roles),
        as_of=READING_DAY,
        refs=(f"wexmouth/{name.lower()}.txt",),
        **given,  # type: ignore[arg-type]
    )


def cutter(articles: dict[str, Article]) -> Cut:
    """Return a function from an account's name and its words to their evidence."""

    def cut(name: str, words: str) -> Evidence:
        article = articles[name]
        at = article.text.index(words)
        return evidence(article.id, article.text, Span(at, at + len(words)))

    return cut


def on(day: date, basis: str, text: str | None = None, *, until: date | None = None) -> DateRange:
    return DateRange(day, until or day, text, basis)


@pytest.fixture(scope="session")
def articles() -> dict[str, Article]:
    given: dict[str, dict[str, str | None]] = {
        "A": {
            "outlet": "Wexmouth Courier",
            "title": "Harbour bridge shut",
            "url": "https://courier.example/1",
        },
        "B": {"outlet": "Nordblatt", "byline": "From our staff"},
    }
    return {name: article_of(name, text, **given.get(name, {})) for name, text in TEXTS.items()}


@pytest.fixture(scope="session")
def cut(articles: dict[str, Article]) -> Cut:
    return cutter(articles)


@pytest.fixture(scope="session")
def dossier(articles: dict[str, Article], cut: Cut) -> Dossier:
    """Return a dossier with every part filled, unknowns included."""
    closed = (*(cut(name, "closed on Tuesday") for name in "AB"), cut("C", "shut since Tuesday"))
    tuesday = on(date(2024, 5, 14), "the Tuesday before the article's day, 15 May 2024", "Tuesday")
    return Dossier(
        story=Story(
            id="story-0123456789abcdef0123",
            title="Harbour bridge shut after cracks found",
            members=tuple(Membership(a.id, 0.91, "shares Wexmouth, Falk, bridge") for a in articles.values()),
        ),
        articles=tuple(articles.values()),
        days=(
            (articles["A"].id, on(date(2024, 5, 15), "from the metadata")),
            (
                articles["B"].id,
                on(date(2024, 5, 15), "after Tuesday, before Friday", until=date(2024, 5, 16)),
            ),
            (articles["C"].id, on(date(2024, 5, 15), "after Tuesday", until=date(2024, 5, 17))),
            (articles["D"].id, on(date(2024, 5, 16), "names 15 May 2024 as past")),
            (articles["E"].id, None),
        ),
        brief=(
            BriefSentence(articles["A"].paragraphs[1].span.of(articles["A"].text), closed[:2]),
            BriefSentence(TEXTS["D"].split("\n")[1], (cut("D", TEXTS["D"].split("\n")[1]),)),
        ),
        openings=tuple(cut(label, TEXTS[label].split("\n")[1]) for label in "AD"),
        timeline=(
            TimelineEntry(
                "event-3",
                None,
                "the bridge will be inspected again",
                EventKind.SCHEDULED,
                (cut("E", "will be inspected again on Monday"),),
            ),
            TimelineEntry(
                "event-1",
                tuesday,
                "The harbour bridge in Wexmouth was closed",
                EventKind.HAPPENED,
                closed,
                3.0,
            ),
            TimelineEntry(
                "event-2",
                on(date(2024, 5, 15), "a calendar date", "15 May 2024"),
                "The town ordered an independent inquiry",
                EventKind.HAPPENED,
                (cut("D", "ordered an independent inquiry on 15 May 2024"),),
                1.0,
            ),
        ),
        claims=_claims(cut, closed),
        conflicts=(
            Conflict(
                "conflict-1",
                "buses a day",
                ConflictKind.NUMBER,
                (
                    Side("40", (cut("A", "About 40 buses a day"),)),
                    Side("55", (cut("B", "Some 55 buses a day"),)),
                ),
            ),
            Conflict(
                "conflict-2",
                "whether warnings were ignored",
                ConflictKind.FACT,
                (
                    Side("ignored", (cut("D", "Warnings about the bridge were ignored"),)),
                    Side("not ignored", (cut("C", "denied that warnings had been ignored"),)),
                ),
            ),
        ),
        statements=_statements(cut),
        ledger=_ledger(cut),
        figures=(
            StoryFigure(
                "figure-1",
                "buses a day",
                "buses",
                (cut("A", "About 40 buses a day"),),
                value=40.0,
                modifier="about",
                slot="buses",
            ),
            StoryFigure(
                "figure-2",
                "buses a day",
                "buses",
                (cut("B", "Some 55 buses a day"),),
                value=55.0,
                modifier="about",
                slot="buses",
            ),
            StoryFigure(
                "figure-3",
                "piers with cracks",
                "piers",
                (cut("A", "two piers"), cut("B", "two piers")),
                subject="harbour bridge",
                value=2.0,
                slot="piers",
            ),
        ),
        entities=_entities(cut),
        origins=(
            Origin(
                "origin-1", OriginKind.OFFICIAL, "the town", "“the town said”", (cut("C", "the town said"),)
            ),
            Origin("origin-2", OriginKind.UNKNOWN, None, "no source named", closed[:1]),
        ),
        reuse=(
            Reuse(
                "reuse-1",
                ReuseKind.COPY,
                tuple(
                    cut(n, "was closed on Tuesday after inspectors found cracks in two piers") for n in "AB"
                ),
                "origin-2",
            ),
            Reuse(
                "reuse-2",
                ReuseKind.SAME_UTTERANCE,
                tuple(cut(n, "We will reopen it by Friday.") for n in "AB"),
            ),
        ),
    )


def _claims(cut: Cut, closed: tuple[Evidence, ...]) -> tuple[Claim, ...]:
    ignored = cut("D", "Warnings about the bridge were ignored for months")
    return (
        Claim(
            "claim-1",
            "The bridge was closed on Tuesday",
            Independence.MANY_ONE,
            disputed=False,
            accounts=3,
            outlets=Count(2, 3),
            origins=Count(1, 1),
            support=tuple(
                Support(Stance.ASSERTS, e, "origin-1", "the town" if i == 2 else None)
                for i, e in enumerate(closed)
            ),
        ),
        Claim(
            "claim-2",
            "Warnings were ignored",
            Independence.UNKNOWN,
            disputed=True,
            accounts=2,
            outlets=Count(1, 2),
            origins=Count(1, 2),
            support=(
                Support(Stance.ASSERTS, ignored, None, "Liv Harms"),
                Support(Stance.DENIES, cut("C", "denied that warnings had been ignored"), None, "the mayor"),
            ),
        ),
        Claim(
            "claim-3",
            "It will be inspected again",
            Independence.SINGLE,
            disputed=False,
            accounts=1,
            outlets=Count(1, 1),
            origins=Count(1, 1),
            support=(Support(Stance.HEDGES, cut("E", "will be inspected again on Monday")),),
        ),
    )


def _statements(cut: Cut) -> tuple[Statement, ...]:
    first, second = cut("A", "We will reopen it by Friday."), cut("A", "Nobody should have to swim to work.")
    other = cut("B", "We will reopen it by Friday.")
    falk = Speaker(
        "Ines Falk", "entity-1", cut("A", "Mayor Ines Falk"), "subject of “said” before the quotation"
    )
    return (
        Statement(
            "statement-1",
            StatementKind.DIRECT,
            f"{first.text}\n{second.text}",
            falk,
            (first, second, other),
            wordings=(
                Wording(first.article, f"{first.text}\n{second.text}", (first, second)),
                Wording(other.article, other.text, (other,), "shorter by 7 words"),
            ),
            venue=Who("Radio Nord", None, cut("B", "Radio Nord")),
            time=on(date(2024, 5, 15), "the article's day", until=date(2024, 5, 16)),
        ),
        Statement(
            "statement-2",
            StatementKind.DIRECT,
            "Nobody warned us,",
            Speaker("a resident", None, cut("C", "a resident"), "subject of “said” after the quotation"),
            (cut("C", "Nobody warned us,"),),
        ),
        Statement(
            "statement-3",
            StatementKind.DIRECT,
            "It groaned every night.",
            Speaker(None, None, None, "no cue near the quotation"),
            (cut("C", "It groaned every night."),),
            before=cut("C", "“Nobody warned us,” a resident said."),
        ),
        Statement(
            "statement-4",
            StatementKind.INDIRECT,
            "warnings had been ignored",
            None,
            (cut("C", "warnings had been ignored"),),
            channel=Who("report"),
        ),
    )


def _ledger(cut: Cut) -> tuple[LedgerEntry, ...]:
    friday = on(date(2024, 5, 17), "the Friday after the article's day", "Friday")
    asked = cut("B", "called on the mayor to publish the inspectors' report")
    return (
        LedgerEntry(
            "ledger-2",
            ActKind.INQUIRY,
            Who("The town"),
            None,
            "an independent inquiry",
            None,
            Status(Response.NOT_REQUIRED, Delivery.DELIVERED_CLAIMED, Schedule.NO_DATE, Lifecycle.CLOSED),
            (),
            (cut("D", "The town ordered an independent inquiry on 15 May 2024"),),
        ),
        LedgerEntry(
            "ledger-1",
            ActKind.DEMAND,
            Who("Tom Ode", "entity-2", cut("B", "Councillor Tom Ode")),
            Who("the mayor", "entity-1", cut("B", "the mayor")),
            "publish the inspectors' report",
            None,
            Status(Response.NONE_FOUND, Delivery.NO_EVIDENCE_FOUND, Schedule.NO_DATE, Lifecycle.OPEN),
            (LedgerEvent("made", on(date(2024, 5, 15), "the article's day"), (asked,)),),
            (asked,),
        ),
        LedgerEntry(
            "ledger-3",
            ActKind.COMMITMENT,
            Who("Ines Falk", "entity-1"),
            None,
            "reopen it by Friday",
            friday,
            Status(Response.NOT_REQUIRED, Delivery.NO_EVIDENCE_FOUND, Schedule.OVERDUE, Lifecycle.OPEN),
            (),
            (cut("A", "We will reopen it by Friday"), cut("B", "We will reopen it by Friday")),
        ),
        LedgerEntry(
            "ledger-4",
            ActKind.DENIAL,
            None,
            None,
            "warnings had been ignored",
            None,
            Status(Response.NOT_REQUIRED, Delivery.UNRATABLE, Schedule.NO_DATE, Lifecycle.CLOSED),
            (),
            (cut("C", "denied that warnings had been ignored"),),
        ),
    )


def _entities(cut: Cut) -> tuple[Entity, ...]:
    return (
        Entity(
            "entity-3", EntityType.PLACE, "Wexmouth", (), (), (cut("A", "Wexmouth"), cut("B", "Wexmouth"))
        ),
        Entity(
            "entity-1",
            EntityType.PERSON,
            "Ines Falk",
            ("Ines Falk", "Ms Falk"),
            (EntityRole("Mayor", (cut("A", "Mayor"),)),),
            (cut("A", "Mayor Ines Falk"), cut("B", "Ms Falk"), cut("C", "The mayor")),
        ),
        Entity(
            "entity-2",
            EntityType.PERSON,
            "Tom Ode",
            (),
            (EntityRole("Councillor", (cut("B", "Councillor"),)),),
            (cut("B", "Councillor Tom Ode"),),
        ),
        Entity(
            "entity-4",
            EntityType.ORGANISATION,
            "Nordlinie",
            (),
            (EntityRole("operator", (cut("B", "operator"),)),),
            (cut("B", "Nordlinie"),),
        ),
    )


@pytest.fixture(scope="session")
def bare(articles: dict[str, Article]) -> Dossier:
    """Return a dossier of one undated article in which nothing was found."""
    article = articles["E"]
    return Dossier(
        Story("story-bare", "Untitled", (Membership(article.id, 1.0, ""),)), (article,), ((article.id, None),)
    )
