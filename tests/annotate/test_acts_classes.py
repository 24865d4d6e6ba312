"""Acts by whole classes of verbs, by what somebody will or will not do, by a noun, and by fixed turns."""

from __future__ import annotations

import pytest
from tests.annotate.acted import found_in
from tests.conftest import Analyse


def kinds(analyse: Analyse, text: str) -> list[str]:
    return [act.kind.value for act in found_in(analyse, text)[1]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Harbour Board approved a transfer of land to Leeds.", "decision"),
        ("The Leeds council has revoked 40 market permits.", "decision"),
        ("The Leeds council approved £4 million for the pier.", "decision"),
        ("The Supreme Court ruled 5-4 in favor of the ferry owners.", "court"),
        ("Mayor Anna Hill signed the successor to the ferry agreement.", "decision"),
        ("Mayor Anna Hill signed off on the ferry on Monday.", "decision"),
        ("Harbour officials raided two boats on Sunday.", "decision"),
        ("Mayor Anna Hill referred Tom Reed to the police for a criminal investigation.", "decision"),
        ("The Leeds council declared Monday a day of mourning.", "decision"),
        ("Judge Ann Reed declared the ban unconstitutional.", "court"),
        ("The Senate voted down a measure on ferries.", "decision"),
        ("Her office declined to bring charges.", "refusal"),
        ("Mayor Anna Hill invited ferry owners to a briefing on Monday.", "request"),
        ("The Leeds council lifted all of its parking restrictions.", "decision"),  # of what it is all
        ("The city of Leeds is closing all of its schools from Monday.", "decision"),
        ("The Leeds council has agreed a deal with the union.", "decision"),
        ("Mayor Anna Hill is to meet ferry owners in Leeds.", "scheduled"),
        ("The Leeds council said it will not support the budget unless it saves the pier.", "refusal"),
        (
            "Mayor Anna Hill sent a letter to the head of the board asking him to withdraw his comments.",
            "request",
        ),
        ("Mayor Anna Hill blocked the adoption of a resolution on ferries.", "decision"),
        ("The Leeds council blocked an attempt to sell the pier.", "decision"),
        ("The Senate confirmed Tom Reed, 53, as harbour master on Saturday.", "decision"),
        ("The harbour body voted 9-2 to close the pier in Leeds.", "decision"),
        ("Anna Hill again firmly denied the allegations against her.", "denial"),
        ("Tom Reed was charged last week in the fraud case in Leeds.", "charge"),
        ("Tom Reed announced that the council would vote on the pier next week.", "commitment"),
        ("Ferries may stop in Leeds on Sundays, the Supreme Court ruled on Tuesday.", "court"),
        ("Mayor Anna Hill ordered on Sunday that the bridge be closed.", "decision"),
        ("Mayor Anna Hill has rejected the two-lane design.", "refusal"),
        ("Tom Reed voiced opposition to the new ferry.", "opposition"),
        ("The ministry will allocate five million pounds for ferries.", "commitment"),
        ("Tom Reed said that he would move to a smaller office.", "commitment"),
        ("Tom Reed said he would not allow the council to sell the pier.", "refusal"),
        ("A clerk in Leeds said he could not confirm, deny or discuss the case.", "refusal"),
        ("The council's decision to close the library angered parents.", "decision"),
        ("The council's decision to close the library has set off a storm in Leeds.", "decision"),
        ("Anna Hill's resignation as chair of the board came late.", "resignation"),
        ("Tom Reed is under investigation for fraud.", "inquiry"),
        ("Tom Reed answered by calling on Anna Hill to publish the letter.", "demand"),
        ("The ministry plans to soon issue stricter guidelines.", "commitment"),
        ("Ministers vowed at a meeting in Leeds that the ferry would return.", "commitment"),
        ("The retailer stopped selling fireworks in May.", "decision"),
        ("Mayor Anna Hill signed that measure into law.", "decision"),
        ("Parliament rejected the mayor's veto.", "decision"),
        ("The ministry’s guidelines recommend a test for every boat.", "recommendation"),
        ("Hundreds of council workers demanded in a letter that the ferry be saved.", "demand"),
        ("Mayor Anna Hill pushed instead for the council to save the ferry.", "demand"),
        ("Tom Reed tweeted asking his supporters to stay at home.", "request"),
        ("The board asked judges to either hear or drop the case.", "request"),
        ("The Harbour Board said it would reopen the ferry on Monday.", "commitment"),
    ],
)
def test_a_class_makes_its_act(analyse: Analyse, text: str, kind: str) -> None:
    assert kind in kinds(analyse, text)


@pytest.mark.parametrize(
    "text",
    [
        "The council will likely close two schools.",  # a forecast
        "The repairs will take several months to finish.",
        "The council will build it if the county pays.",
        "Residents called for Anna Hill's resignation as chair.",  # asked for, not done
        "The council could hurt trade by banning lorries.",
        "Passengers raised their hats.",  # nobody's office
        "The choice of a harbour master will require approval in Leeds.",
        "Hotel guests in Leeds were charged double for towels.",
        "The plan is unfair, critics charged in Leeds.",
        "Neither the mayor nor the council has approved the plan.",
        "Maybe next time the council will consider the weather in Leeds.",
        "Officials say it would put ferries in danger of closing.",  # the bill would
        "The police often charged residents with petty theft.",
        "Experts expect that ministers will announce new taxes on Monday.",
        "Shares fell because of the tax law signed into law last week.",
        "The board looks forward to continuing to defend the ferry.",
        "The mayor issued a statement saying the plan was sound.",
        "There is little chance that the council will extend the lease.",
        "Parents demanded the two clerks face fraud charges.",
        "I do not believe that the mayor made any commitment.",
        "The mayor decided that the sale was a step too far.",
        "The council had been scheduled to meet the ferry owners on Wednesday.",  # it is no longer
        "The minister suggested that efforts to sell the pier might require the council to vote.",  # a view
        "Tom Reed said the council's decision to close the library is a crime.",  # judged, not told
        "He spoke of the fire of Leeds, which led to Anna Hill's resignation as chair.",  # told of the fire
        "Our newsletter will keep you up to date on ferries.",
        "Anna Hill is concerned that ministers will leave for the summer without a budget.",
        "Tom Reed has all but announced his bid for mayor.",
        "The bill lost votes through its proposed lower fares.",
        "The plan faced blowback from firms that said it would limit their use of the pier.",
    ],
)
def test_what_is_no_deed_stays_out(analyse: Analyse, text: str) -> None:
    kept_out = {"decision", "commitment", "resignation", "scheduled", "recommendation"}
    assert not kept_out & set(kinds(analyse, text))


def test_a_condition_after_all_but_stays(analyse: Analyse) -> None:
    article, acts = found_in(analyse, "The council voted to cut fares for all but the rich.")
    assert "for all but the rich" in acts[0].action.of(article.text)


def test_a_relative_clause_ends_before_its_sentence_goes_on(analyse: Analyse) -> None:
    article, acts = found_in(analyse, "Tom Reed, who voted to block the sale, had been praised in Leeds.")
    assert [a.action.of(article.text) for a in acts] == ["block the sale"]


def test_what_is_to_be_done_to_somebody_is_not_their_deed(analyse: Analyse) -> None:
    _, acts = found_in(analyse, "Officials said that 700 troops will be withdrawn on Monday.")
    assert [(a.kind.value, a.actor) for a in acts] == [("scheduled", None)]


def test_whom_one_tells_ends_before_words_that_describe_an_occasion(analyse: Analyse) -> None:
    assert kinds(analyse, "Mayor Anna Hill told Tom Reed in a radio interview set to air on Friday.") == []


def test_aides_are_those_of_somebody(analyse: Analyse) -> None:
    article, acts = found_in(analyse, "Senior aides to Ms. Hill rejected the mayor's plan for the talks.")
    assert [a.actor.span.of(article.text) for a in acts if a.actor] == ["Senior aides to Ms. Hill"]


def test_who_acts_in_a_capacity_is_named_before_it(analyse: Analyse) -> None:
    article, acts = found_in(
        analyse,
        "They met Tom Reed, who as Labour chairman of the Harbour Board is leading the flood inquiry.",
    )
    assert [a.actor.span.of(article.text) for a in acts if a.actor] == ["Tom Reed"]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Anna Hill assured the board that he was not under investigation.",
        "“I didn't see the impact of the car,” Tom Reed said.",
        "Mayor Anna Hill told Parliament the truth — a plea for people to stay at home.",
    ],
)
def test_what_is_no_promise_denial_or_demand(analyse: Analyse, text: str) -> None:
    assert not set(kinds(analyse, text)) & {"commitment", "denial", "demand"}


def test_what_somebody_declines_to_say_is_no_refusal_of_its_own(analyse: Analyse) -> None:
    (act,) = found_in(analyse, "Governor Anna Hill declined to say she would not vote to close the pier.")[1]
    assert act.kind.value == "refusal"
