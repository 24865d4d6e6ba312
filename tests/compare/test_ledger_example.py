"""The ledger of the worked example, from its plain text: what a reader finds in it, and that it only grows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from tests.conftest import EXAMPLE, READING_DAY

from crossread.annotate.article import annotate
from crossread.compare import days, entities, ledger, statements
from crossread.compare.ledger.joining import Index
from crossread.compare.ledger.matter import matter
from crossread.compare.ledger.sameness import same_matter
from crossread.ingest.paragraphs import divide
from crossread.language.protocol import LanguageBackend
from crossread.record.annotation import Account, ActKind
from crossread.record.article import Article
from crossread.record.dossier import LedgerEntry, Response, Who
from crossread.record.ids import content_id


@pytest.fixture(scope="module")
def accounts(backend: LanguageBackend) -> tuple[Account, ...]:
    texts = [(path.name, path.read_text("utf-8")) for path in sorted(EXAMPLE.glob("*.txt"))]
    articles = [
        Article(content_id("article", ref, text), ref, text, divide(text), READING_DAY) for ref, text in texts
    ]
    return tuple(
        Account(article, analysis, annotate(article, analysis))
        for article, analysis in zip(articles, backend.analyse(articles), strict=True)
    )


def build(accounts: Sequence[Account]) -> tuple[LedgerEntry, ...]:
    own = days.solve(tuple(accounts), READING_DAY)
    dated = days.dated(tuple(accounts), own)
    cast = entities.resolve(dated)
    return ledger.build(dated, cast, statements.gather(dated, cast, own), own, READING_DAY)


@pytest.fixture(scope="module")
def entries(accounts: tuple[Account, ...]) -> tuple[LedgerEntry, ...]:
    return build(accounts)


def named(who: Who | None, name: str | None) -> bool:
    return who is None if name is None else who is not None and name in who.name


def entry(
    entries: Sequence[LedgerEntry], kinds: set[ActKind], actor: str | None, addressee: str | None, action: str
) -> LedgerEntry:
    """Return the one entry of these kinds between these two whose action or evidence holds `action`."""
    found = [
        e
        for e in entries
        if e.kind in kinds
        and named(e.actor, actor)
        and (addressee == "*" or named(e.addressee, addressee))
        and (action in e.action or any(action in words.text for words in e.evidence))
    ]
    assert len(found) == 1, [(e.kind, e.actor, e.addressee, e.action) for e in entries if action in e.action]
    return found[0]


ASKED = {ActKind.DEMAND, ActKind.REQUEST, ActKind.INQUIRY}
AGENDA = {ActKind.SCHEDULED, ActKind.COMMITMENT}


@pytest.mark.parametrize(
    ("kinds", "actor", "addressee", "action", "accounts_of_it"),
    [
        (ASKED, "Sadiq Khan", None, "an independent investigation", 2),
        (ASKED, "Sadiq Khan", "Inspectorate of Constabulary", "look into the event", 2),
        (ASKED, "Sadiq Khan", "Independent Office for Police Conduct", "look into the event", 2),
        (ASKED, "Priti Patel", "Inspectorate", "lessons learned", 3),
        (ASKED, None, "Cressida Dick", "quit", 2),
        (ASKED, "Anna Birley", "Cressida Dick", "meet with the group", 1),
        ({ActKind.REFUSAL}, "Cressida Dick", None, "calls to quit", 1),
        ({ActKind.OPPOSITION}, "Kit Malthouse", "Cressida Dick", "should not resign", 1),
        ({ActKind.COMMITMENT}, "Cressida Dick", None, "reviewing how this was handled", 1),
        ({ActKind.COMMITMENT}, "Scotland Yard", "Sadiq Khan", "it would be policed", 1),
        ({ActKind.COMMITMENT}, "Martin Hewitt", None, "bring together police chiefs", 1),
        (AGENDA, "Boris Johnson", None, "Crime and Justice Taskforce", 2),
        (AGENDA, "Priti Patel", None, "statement to the House of Commons", 1),
        ({ActKind.CHARGE}, None, "Wayne Couzens", "kidnap and murder", 2),
        ({ActKind.ARREST}, None, "our people", "public order and coronavirus", 3),
    ],
)
def test_the_example_s_ledger_holds(
    entries: tuple[LedgerEntry, ...],
    kinds: set[ActKind],
    actor: str | None,
    addressee: str | None,
    action: str,
    accounts_of_it: int,
) -> None:
    found = entry(entries, kinds, actor, addressee, action)
    assert len({words.article for words in found.evidence}) == accounts_of_it


def test_the_calls_are_worded_where_they_are_told_plainly(entries: tuple[LedgerEntry, ...]) -> None:
    calls = entry(entries, ASKED, None, "Cressida Dick", "quit")
    assert "calls being made for Commissioner" in calls.action


def test_her_refusal_rejects_the_calls_and_others_oppose_them(entries: tuple[LedgerEntry, ...]) -> None:
    calls = entry(entries, ASKED, None, "Cressida Dick", "quit")
    assert {"made", "opposed", "rejected"} <= {event.kind for event in calls.events}
    assert calls.status.response is Response.REJECTED


def test_what_a_poll_finds_opposes_nothing(
    entries: tuple[LedgerEntry, ...], accounts: tuple[Account, ...]
) -> None:
    (account,) = (one for one in accounts if "A poll by YouGov" in one.text)
    poll = account.text.index("A poll by YouGov")
    sentence = range(poll, account.text.index("who said she should", poll))
    events = [words for entry in entries for event in entry.events for words in event.evidence]
    assert events
    assert not any(words.article == account.id and words.start in sentence for words in events)


def test_the_assurance_is_disputed(entries: tuple[LedgerEntry, ...]) -> None:
    assurance = entry(entries, {ActKind.COMMITMENT}, "Scotland Yard", "Sadiq Khan", "policed")
    (disputed,) = [event for event in assurance.events if event.kind == "disputed"]
    assert "this was not the case" in disputed.evidence[0].text


def test_the_appearance_in_court_does_not_date_the_charge(entries: tuple[LedgerEntry, ...]) -> None:
    charge = entry(entries, {ActKind.CHARGE}, None, "Wayne Couzens", "kidnap and murder")
    court = entry(entries, {ActKind.COURT}, "Wayne Couzens", None, "appeared in person")
    assert charge.events[0].date is None
    assert court.events[0].date is not None


def test_a_request_told_as_answered_has_a_response(entries: tuple[LedgerEntry, ...]) -> None:
    come = entry(entries, ASKED, "Sadiq Khan", "Cressida Dick", "come into City Hall")
    assert come.addressee is not None
    assert "Deputy Commissioner" in come.addressee.name
    assert come.status.response is Response.ACKNOWLEDGED


@pytest.mark.parametrize(
    ("actor", "action"),
    [("Boris Johnson", "Taskforce"), ("Priti Patel", "House of Commons"), ("Martin Hewitt", "police chiefs")],
)
def test_monday_s_events_are_due_on_monday(entries: tuple[LedgerEntry, ...], actor: str, action: str) -> None:
    due = entry(entries, AGENDA, actor, None, action).due
    assert due is not None
    assert (due.earliest.isoformat(), due.latest.isoformat()) == ("2021-03-15", "2021-03-15")


def test_evidence_is_exact_and_nothing_comes_from_captions(
    accounts: tuple[Account, ...], entries: tuple[LedgerEntry, ...]
) -> None:
    texts = {account.id: account for account in accounts}
    for found in entries:
        for words in (*found.evidence, *(w for event in found.events for w in event.evidence)):
            account = texts[words.article]
            assert account.text[words.start : words.end] == words.text
            assert account.article.telling(words.span)
            assert len(words.text) <= 300


def test_fed_one_by_one_entries_keep_their_ids_and_only_grow(accounts: tuple[Account, ...]) -> None:
    known: dict[str, LedgerEntry] = {}
    for upto in range(1, len(accounts) + 1):
        now = {found.id: found for found in build(accounts[:upto])}
        for id, before in known.items():
            assert id in now, (upto, before.action)
            assert set(before.evidence) <= set(now[id].evidence)
            # Words that made it unclear what came of an entry may turn out to tell the entry's own act again; and a
            # later account may tell that it stands.
            assert {e.kind for e in before.events} - {"unclear", "unsettled"} <= {
                e.kind for e in now[id].events
            }
        known = now


def test_every_two_acts_on_one_matter_are_compared(accounts: tuple[Account, ...]) -> None:
    own = days.solve(accounts, READING_DAY)
    dated = days.dated(accounts, own)
    cast = entities.resolve(dated)
    acts = [(account, act) for account in dated for act in account.annotation.acts]
    matters = [matter(a, act, cast, own[a.id], order, None) for order, (a, act) in enumerate(acts)]
    index = Index()
    near = set()
    for found in matters:
        near |= {(earlier, found.order) for earlier in index.near(found)}
        index.add(found)
    same = {(one.order, other.order) for one, other in combinations(matters, 2) if same_matter(one, other)}
    assert same
    assert same <= near
    assert len(near) < len(matters) ** 2 / 4
