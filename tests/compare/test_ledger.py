"""The ledger over accounts: what merges, what stays apart, what replies do, and that entries only grow."""

from __future__ import annotations

from datetime import date

import pytest
from tests.compare.conftest import Ledger
from tests.compare.entries import kinds
from tests.conftest import READING_DAY, Analyse

from crossread.annotate import acts
from crossread.compare import ledger
from crossread.compare.cast import Cast
from crossread.compare.ledger.sameness import same_party
from crossread.compare.ledger.status import CALLING
from crossread.record.annotation import Account, ActKind, Annotation, Party, StatementKind
from crossread.record.dossier import Delivery, LedgerEntry, Lifecycle, Response, Speaker, Statement, Who
from crossread.record.span import Evidence, Span


class ByWords(Cast):
    """Names everybody by the words of the account."""

    def who(self, account: Account, party: Party | None) -> Who | None:
        if party is None:
            return None
        return Who(party.span.of(account.text), None, account.evidence(party.span))

    def denoted(self, *_: object) -> None:
        return None


def account(analyse: Analyse, ref: str, text: str) -> Account:
    article, analysis = analyse(text, ref=ref, published=date(2021, 3, 14))
    found = acts.find(article, analysis, (), (), ())
    return Account(article, analysis, Annotation(article.id, acts=found))


def build(*accounts: Account, statements: tuple[Statement, ...] = ()) -> tuple[LedgerEntry, ...]:
    days = {a.id: a.article.published for a in accounts}
    return ledger.build(accounts, ByWords(), statements, days, READING_DAY)


def test_one_call_told_by_two_accounts_is_one_entry(analyse: Analyse) -> None:
    one = account(analyse, "one", "Mayor Anna Hill has called for an independent inquiry into the fire.")
    two = account(analyse, "two", "Earlier, Anna Hill called for an independent investigation into the fire.")
    (entry,) = build(one, two)
    assert entry.action == "Mayor Anna Hill has called for an independent inquiry into the fire."
    assert {e.article for e in entry.evidence} == {one.id, two.id}
    assert kinds(entry) == ["made"]


def test_different_callers_stay_apart(analyse: Analyse) -> None:
    one = account(analyse, "one", "Anna Hill has called for an independent inquiry into the fire.")
    two = account(analyse, "two", "Tom Reed has called for an independent inquiry into the fire.")
    assert [e.actor.name for e in build(one, two) if e.actor] == ["Anna Hill", "Tom Reed"]


def test_a_refusal_rejects_the_demand_and_is_an_entry_of_its_own(analyse: Analyse) -> None:
    one = account(analyse, "one", "There were calls for Anna Hill to resign.")
    two = account(analyse, "two", "Anna Hill has resisted calls to quit.")
    demand, refusal = build(one, two)
    assert (demand.kind, refusal.kind) == (ActKind.DEMAND, ActKind.REFUSAL)
    assert kinds(demand) == ["made", "rejected"]
    assert demand.status.response is Response.REJECTED


def test_a_resignation_delivers_the_demand(analyse: Analyse) -> None:
    one = account(analyse, "one", "There were calls for Anna Hill to resign.")
    two = account(analyse, "two", "Anna Hill resigned on the spot.")
    demand, _ = build(one, two)
    assert kinds(demand) == ["made", "delivered_claimed"]


def test_a_dismissal_does_not_deliver_a_demand_to_resign(analyse: Analyse) -> None:
    one = account(analyse, "one", "There were calls for Anna Hill to resign.")
    two = account(analyse, "two", "Anna Hill was sacked on the spot.")
    demand, _ = build(one, two)
    assert "delivered_claimed" not in kinds(demand)


def test_one_answer_told_twice_is_one_event(analyse: Analyse) -> None:
    one = account(analyse, "one", "There were calls for Anna Hill to resign.")
    two = account(analyse, "two", "Anna Hill has resisted calls to quit.")
    three = account(analyse, "three", "Anna Hill has refused to resign.")
    demand = build(one, two, three)[0]
    assert kinds(demand) == ["made", "rejected"]
    assert {words.article for words in demand.events[1].evidence} == {two.id, three.id}


def denied(analyse: Analyse, text: str, speaker: str) -> tuple[LedgerEntry, Evidence]:
    """Return the entry of a text of which a speaker says "This was not the case", and these words."""
    one, told = account(analyse, "one", text), "This was not the case"
    begin = text.index(told)
    words = one.evidence(Span(begin, begin + len(told)))
    said = Statement("s", StatementKind.DIRECT, words.text, Speaker(speaker), (words,))
    (entry,) = build(one, statements=(said,))
    return entry, words


def test_a_denial_right_after_an_assurance_disputes_it(analyse: Analyse) -> None:
    text = (
        "The mayor received assurances from Hill Council that the park would stay open.\n"
        "“This was not the case,” she said."
    )
    entry, words = denied(analyse, text, "the mayor")
    assert kinds(entry) == ["made", "disputed"]
    assert entry.events[1].evidence == (words,)


def test_a_denial_of_what_its_own_sentence_tells_disputes_nothing_else(analyse: Analyse) -> None:
    text = (
        "Hill Council has promised that the park would stay open.\n"
        "Asked about the rumour that he had been to the pub, Tom Reed said: “This was not the case.”"
    )
    entry, _ = denied(analyse, text, "Tom Reed")
    assert kinds(entry) == ["made"]


def test_entries_keep_their_ids_and_words_when_accounts_are_appended(analyse: Analyse) -> None:
    texts = [
        "There were calls for Anna Hill to resign.",
        "Anna Hill has resisted calls to quit. Leeds council has promised to rebuild a bridge.",
        "Tom Reed was arrested for theft. Leeds council promised to rebuild a bridge.",
    ]
    read = [account(analyse, str(i), text) for i, text in enumerate(texts)]
    before: dict[str, LedgerEntry] = {}
    for upto in range(1, len(read) + 1):
        now = {entry.id: entry for entry in build(*read[:upto])}
        assert set(before) <= set(now)
        for id, entry in before.items():
            assert now[id].action == entry.action
            assert set(entry.evidence) <= set(now[id].evidence)
            assert kinds(now[id])[: len(entry.events)] == kinds(entry)
        before = now
    assert len(before) == 4


def test_evidence_is_exact_and_short(analyse: Analyse) -> None:
    long = "The mayor has called for " + "an inquiry into the fire and the flood and " * 20 + "the storm."
    one = account(analyse, "one", long)
    for entry in build(one):
        for words in (*entry.evidence, *(e for event in entry.events for e in event.evidence)):
            assert words.text == one.text[words.start : words.end]
            assert len(words.text) <= 300


def test_parties_meet_by_entity_before_words() -> None:
    assert same_party(Who("Hill", "entity-1"), Who("the mayor", "entity-1"))
    assert not same_party(Who("Hill", "entity-1"), Who("Hill", "entity-2"))
    assert same_party(Who("Mr Hill"), Who("Tom Hill"))
    assert not same_party(None, None)


def test_an_empty_story_has_an_empty_ledger() -> None:
    assert ledger.build((), ByWords(), (), {}, READING_DAY) == ()


def test_a_deed_without_a_time_of_its_own_has_no_day(analyse: Analyse) -> None:
    one = account(analyse, "one", "Anna Hill has called for an independent inquiry into the fire.")
    (entry,) = build(one)
    assert entry.events[0].date is None


def test_a_dismissal_is_a_decision_not_a_resignation(analyse: Analyse) -> None:
    one = account(analyse, "one", "Anna Hill was sacked by the council.")
    two = account(analyse, "two", "Ms Hill was fired from her post.")
    (entry,) = build(one, two)
    assert entry.kind is ActKind.DECISION
    assert entry.action == two.text
    assert entry.addressee is not None
    assert entry.addressee.name == "Ms Hill"  # as the line has it


def test_an_order_outranks_a_request_that_points_at_it(analyse: Analyse) -> None:
    text = "Anna Hill has asked for this independent investigation. Anna Hill ordered a review of the fire."
    (entry,) = build(account(analyse, "one", text))
    assert entry.kind is ActKind.INQUIRY
    assert "ordered a review" in entry.action


def test_two_asked_together_are_one_request(analyse: Analyse) -> None:
    text = "Anna Hill asked the commissioner and the deputy commissioner to publish the report."
    (entry,) = build(account(analyse, "one", text))
    assert entry.addressee is not None
    assert "deputy commissioner" in entry.addressee.name


def test_what_was_asked_for_and_given_is_answered(analyse: Analyse) -> None:
    text = (
        "Anna Hill asked the council to give residents an explanation. "
        "She is not satisfied with the explanation they have provided."
    )
    (entry,) = build(account(analyse, "one", text))
    assert entry.status.response is Response.ACKNOWLEDGED
    assert "delivered_claimed" in kinds(entry)


def test_two_who_act_together_are_one_entry(analyse: Analyse) -> None:
    (entry,) = build(account(analyse, "one", "Anna Hill and Tom Reed called for an inquiry into the fire."))
    assert entry.actor is not None


def test_an_inquiry_that_is_completed_is_done(analyse: Analyse) -> None:
    text = "The Harbour Board has completed its investigation into the flood in Leeds."
    (entry,) = build(account(analyse, "one", text))
    assert entry.status.delivery is Delivery.DELIVERED_CLAIMED
    assert entry.status.lifecycle is Lifecycle.CLOSED


def test_somebody_investigating_ordered_nothing(analyse: Analyse) -> None:
    (entry,) = build(account(analyse, "one", "Leeds police are investigating a fire at the mill."))
    assert kinds(entry) == ["progress_claimed"]


def test_an_inquiry_told_by_its_noun_is_reported_not_ordered(analyse: Analyse) -> None:
    text = "Doubts grew over the Leeds council's inquiry into the fire."
    (entry,) = build(account(analyse, "one", text), account(analyse, "two", f"It rained. {text}"))
    assert entry.kind is ActKind.INQUIRY
    assert kinds(entry) == ["reported"]


@pytest.mark.parametrize(
    ("told", "event", "response"),
    [
        (
            "The council accepted the Harbour Commission's recommendation to close the pier.",
            "accepted",
            Response.ACCEPTED,
        ),
        (
            "The council accepted the Harbour Commission's recommendation to close the pier in principle.",
            "accepted_in_principle",
            Response.ACCEPTED_IN_PART,
        ),
        (
            "The council partially granted the Harbour Commission's request for a new pier.",
            "accepted_in_part",
            Response.ACCEPTED_IN_PART,
        ),
        ("Mayor Ann Hill repeated her call for an inquiry into the pier.", "repeated", Response.NONE_FOUND),
    ],
)
def test_how_far_something_is_accepted_and_that_it_is_repeated(
    read: Ledger, told: str, event: str, response: Response
) -> None:
    asked = [entry for entry in read(told) if entry.kind in CALLING]
    assert any(event in kinds(e) and e.status.response is response for e in asked)
