"""Acts told by fixed turns, by a noun for what somebody did, by an inquiry's noun, and by what one says is not so."""

from __future__ import annotations

from datetime import date

import pytest
from tests.conftest import Analyse

from crossread.annotate.article import annotate
from crossread.record.annotation import Act


def acts(analyse: Analyse, text: str) -> tuple[Act, ...]:
    return annotate(*analyse(text, published=date(2021, 3, 14))).acts


def kinds(analyse: Analyse, text: str) -> list[str]:
    return [act.kind.value for act in acts(analyse, text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mayor Tom Reed announced on Monday that he is crafting a plan for Leeds.", "commitment"),
        ("The speaker, Anna Hill, announced that Democrats would proceed with the case.", "commitment"),
        ("The council voted 89 to 10 to close the pier.", "decision"),
        ("Tom Reed announced his departure from the board on Monday.", "resignation"),
        ("The board put Tom Reed on leave.", "decision"),
        ("The council voted unanimously for a resolution in Leeds.", "decision"),
        ("The Senate voted 89 to 10 against the bill.", "decision"),
        ("A majority in the Senate approved the bill.", "decision"),
        ("Tom Reed refused a meeting with the mayor.", "refusal"),
        ("Tom Reed turned himself in to police on Monday.", "court"),
        ("Tom Reed has been charged with making false records.", "charge"),
        ("The governor activated the National Guard.", "decision"),
        ("Police are searching for a man in Leeds.", "inquiry"),
        ("Speaker Anna Hill asked the committee chairmen to publish the report.", "request"),
        ("Police have made eight arrests in their investigation into the attack in Leeds.", "inquiry"),
        ("The board will be closing three schools in Leeds.", "commitment"),
        ("Tom Reed's lawyers demanded the publisher halt the release of the book.", "demand"),
        ("Senator Tom Reed called for closing the pier.", "demand"),
        ("The committee called on the officials to allow free trade in Leeds.", "demand"),
        ("Tom Reed said he did not know the woman who wrote to him.", "denial"),
        ("The council has continued to call for a review of the bridge in Leeds.", "demand"),
        ("Attorney General Anna Hill had to recuse herself after the meeting.", "decision"),
        ("The report forced Tom Reed to resign.", "resignation"),
        ("Tom Reed was forced to resign over the report.", "resignation"),
        ("Anna Hill accused Norway of breaking the pact, which Norway has denied.", "denial"),
        ("Allegations that Tom Reed has denied were aired on Monday.", "denial"),
        ("Mayor Anna Hill called the allegations “ridiculous”.", "denial"),
        ("Tom Reed dismissed the claims as a smear.", "denial"),
        ("“There was no collusion,” Tom Reed said.", "denial"),
        ("“I did not do that,” Tom Reed said.", "denial"),
        ("Tom Reed is due in court on Monday.", "scheduled"),
        ("A ruling from the Supreme Court is expected on Friday.", "scheduled"),
        ("Senate leaders said the Budget Committee would vote on the bill on Friday.", "commitment"),
        ("Federal prosecutors took over the investigation into the fire.", "inquiry"),
        ("Mayor Anna Hill was already being investigated by the Ethics Committee.", "inquiry"),
        ("Mayor Anna Hill urged a supplemental budget of three million pounds.", "demand"),
        ("Lawmakers agreed to an extension of the fund.", "decision"),
        ("President Anna Hill pledged to “defend the coast”.", "commitment"),
        ("“The pier must be defunded,” Tom Reed said.", "demand"),
        ("The US is set to impose sanctions on Norway.", "scheduled"),
        ("The Senate was expected to vote on Thursday.", "scheduled"),
        ("“We will take legal action,” Mayor Anna Hill said.", "commitment"),
        ("Voters blocked lawmakers from enacting the law.", "decision"),
        ("The paper reported that Tom Reed had left but the council denied it.", "denial"),
        ("“The claims are completely false,” Tom Reed said.", "denial"),
        ("Senators filed a Freedom of Information Act request with the ministry.", "request"),
        ("The ministry summoned the ambassador over the ferry.", "decision"),
    ],
)
def test_a_turn_tells_an_act(analyse: Analyse, text: str, kind: str) -> None:
    assert kind in kinds(analyse, text)


@pytest.mark.parametrize(
    "text",
    [
        "The investigation into the fire ended in May.",
        "President Anna Hill's firing of Tom Reed angered Sam Wood.",  # not done to her
        "The ministry is confident the council will vote to close the pier.",  # a guess
        "“It has nothing to do with politics,” Tom Reed said.",
        "Such a scenario could see the panel issue a subpoena.",  # it may come
        "Tom Reed said he did not know why the ferry sank.",
        "A new investigation into the fire would cost little.",
        "The row was worse in Leeds (due to) his speech.",  # cut short
        "“Firms left for reasons that have nothing to do with the pier,” Tom Reed said.",
        "There was a row over the council closing the pier.",
        "“It sank,” Tom Reed told reporters before boarding his ferry to leave Leeds.",
        "“We will always protect the pier,” Mayor Anna Hill said.",  # what everybody says
        "Mayor Anna Hill has resigned herself to the loss of the pier.",
        "The council offered them little alternative to the plan.",
        "The report could force Tom Reed to resign.",
        "The report did not force Tom Reed to resign.",
        "Snow is expected in Leeds on Monday.",
        "Critics are expected to fight the plan.",
        "Sam Wood thanked voters for helping the town by demanding the repeal of the ban.",
        "Tom Reed began a campaign in part to block Anna Hill from being elected.",
        "It is all but certain that the ministry will take steps to close it.",
        "Officials were expected in Leeds on Monday.",
        "“The claims are not false,” Tom Reed said.",
        "The deadline for Tom Reed to respond is Monday.",
        "Troops are preparing to leave the town.",
        "“Credit should be given to the council,” Tom Reed said.",
        "Tom Reed called the charges serious.",
        "Tom Reed will lead the talks about the ferry.",  # the account's own forecast
        "Anna Hill aims to improve the pier.",
        "Anna Hill told everyone to sit down.",
        "Anna Hill hired a lawyer from Leeds.",
        "The council has pushed to restart the ferry.",  # what it tries itself
        "Anna Hill declined an invitation to the hotel.",
        "Tom Reed will keep 10 p.m. on the radio.",
        "Anna Hill said she would watch the race from the pier.",
        "Tom Reed asked why the council should publish the report.",
        "Tom Reed argued that the council should publish the report.",
        "Tom Reed is expected to do well in Leeds.",
        "Tom Reed raised millions of dollars for the pier.",
        "Anna Hill said that she would never bow to the council.",
        "Mayor Anna Hill refused to budge from the plan.",
        "Mayor Anna Hill said she would do her job in Leeds.",
        "Mayor Anna Hill rejected that description.",
        "Senator Tom Reed announced his candidacy.",
        "In anger Tom Reed threatened to throw Sam Wood off the pier.",
        "Sam Wood said Mayor Anna Hill should spend more time in Leeds.",
        "In a statement Ann Hill said she was “not authorized to comment” on the pier.",
    ],
)
def test_what_only_sounds_like_one_is_none(analyse: Analyse, text: str) -> None:
    assert kinds(analyse, text) == []


def test_who_did_it_may_stand_far_behind_the_verb(analyse: Analyse) -> None:
    (filed,) = acts(analyse, "A complaint was filed in the court of Derby by the county’s attorney.")
    assert filed.actor is not None


def test_a_day_before_the_subject_dates_what_is_due(analyse: Analyse) -> None:
    text = "On Wednesday, officials are due to unveil the report."
    (due,) = acts(analyse, text)
    assert due.due is not None


def test_a_deadline_is_set_for_somebody(analyse: Analyse) -> None:
    text = "The committee set a Friday deadline for Tom Reed to hand over the report."
    (asked,) = (act for act in acts(analyse, text) if act.kind.value == "demand")
    assert asked.addressee is not None
    assert asked.addressee.span.of(text) == "Tom Reed"


def test_a_letter_is_from_who_sent_it(analyse: Analyse) -> None:
    text = "The paper obtained a letter from Anna Hill to Tom Reed asking him to delay the vote."
    (asked,) = acts(analyse, text)
    assert asked.actor is not None
    assert asked.actor.span.of(text) == "Anna Hill"


def test_a_day_behind_a_participle_dates_the_visit(analyse: Analyse) -> None:
    text = "President Anna Hill will tour the areas ravaged by the storm on Tuesday."
    (act,) = acts(analyse, text)
    assert (act.kind.value, act.due is not None) == ("scheduled", True)


def test_a_day_in_front_dates_the_visit(analyse: Analyse) -> None:
    text = "On Tuesday, Vice President Tom Reed will escort Anna Hill to the town hall."
    (act,) = acts(analyse, text)
    assert (act.kind.value, act.due is not None) == ("scheduled", True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tom Reed entered a plea of not guilty on Monday.", "court"),
        ("President Anna Hill has ordered the creation of a harbour guard.", "decision"),
        ("The panel referred the matter to prosecutors.", "decision"),
    ],
)
def test_a_relative_or_a_verb_of_office_tells_an_act(analyse: Analyse, text: str, kind: str) -> None:
    assert kind in kinds(analyse, text)


def test_what_another_is_asked_to_do_is_no_demand_of_its_own(analyse: Analyse) -> None:
    text = "The agency suggested that Tom Reed's team issue a subpoena for the letters."
    assert "demand" not in kinds(analyse, text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor's allies spoke about Tom Reed having raised money in Leeds.",
        "“We didn't produce a good plan,” said Tom Reed.",
        "Voters in Leeds will use a new machine.",
    ],
)
def test_what_is_feared_foretold_or_regretted_is_none(analyse: Analyse, text: str) -> None:
    assert kinds(analyse, text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mayor Anna Hill intends to repaint the pier.", "commitment"),
        ("The vote was delayed by ten minutes.", "decision"),
        ("A dozen witnesses have defied the council's subpoenas.", "refusal"),
        ("Tom Reed seeks permanent injunctions against the state.", "request"),
        ("Tom Reed has been invited to attend the hearing.", "request"),
        ("The committee is expected to have one more hearing on Friday.", "scheduled"),
    ],
)
def test_time_given_and_other_turns_tell_an_act(analyse: Analyse, text: str, kind: str) -> None:
    assert kind in kinds(analyse, text)


def test_what_expires_is_nobody_s_and_nobody_in_particular_demands(analyse: Analyse) -> None:
    text = "The fight over permits for farmers, which are set to expire in May, was long."
    assert all(act.actor is None for act in acts(analyse, text))
    assert kinds(analyse, "Both have urged Mayor Anna Hill to reopen the pier.") == []


def test_a_letter_torn_off_by_a_page_acts_in_nothing(analyse: Analyse) -> None:
    assert all(
        act.actor is None or len(act.actor.span) > 1 for act in acts(analyse, "R would not put it to a vote.")
    )


@pytest.mark.parametrize(
    "text",
    [
        "The Tenth Amendment guarantees that no fines will be imposed.",
        "They must stop the boats, or I will close the pier.",
    ],
)
def test_what_a_law_says_or_hangs_on_another_is_no_promise(analyse: Analyse, text: str) -> None:
    assert "commitment" not in kinds(analyse, text)


def test_whence_a_thing_is_asked_is_not_whom(analyse: Analyse) -> None:
    (act,) = acts(analyse, "The Coast Guard asked for additional boats from New Orleans.")
    assert act.addressee is None


def test_a_bill_that_would_require_it_requires_nothing_yet(analyse: Analyse) -> None:
    assert kinds(analyse, "Tom Reed introduced a bill requiring owners to paint their boats.") == ["decision"]


def test_who_insists_on_doing_something_demands_nothing(analyse: Analyse) -> None:
    assert "demand" not in kinds(analyse, "The council insists on selling old boats to Leeds.")


@pytest.mark.parametrize(
    "text",
    [
        "Heavy snow is expected to arrive in Leeds on Monday.",
        "The law named mentally ill people who should be banned from buying guns, Senator Tom Reed said.",
        "Acme Ltd. and other firms say it will leave many patients without care.",
        "Tom Reed rests despite the mayor's promise that she sees a big difference.",
        "Police locked down a desk in Leeds.",
        "Senator Hill seeks to bring Leeds back to the days when nobody cared.",
        "The Herald asked the mayor for her thoughts on the pier.",
    ],
)
def test_what_comes_by_itself_or_is_only_judged_is_no_act(analyse: Analyse, text: str) -> None:
    assert kinds(analyse, text) == []


def test_a_task_given_is_no_charge(analyse: Analyse) -> None:
    text = "Attorney General Tom Reed charged the task force with reviewing the rules."
    assert "charge" not in kinds(analyse, text)


def test_a_jury_that_indicts_is_not_indicted(analyse: Analyse) -> None:
    (act,) = acts(analyse, "On Friday, a grand jury indicted Tom Reed on charges of fraud.")
    assert act.addressee is not None
    assert act.addressee.span.start > act.cue.start


def test_what_is_ruled_out_is_not_done(analyse: Analyse) -> None:
    assert kinds(analyse, "Mayor Anna Hill has ruled out dismissing the charges against Tom Reed.") == [
        "refusal"
    ]


def test_asked_that_something_be_done_is_a_request(analyse: Analyse) -> None:
    assert kinds(analyse, "Mayor Anna Hill asked that the report be published.") == ["request"]
    assert (
        kinds(analyse, "Mayor Anna Hill asked Tom Reed if it was possible that the pier could close.") == []
    )


def test_who_is_described_by_two_trades_is_one(analyse: Analyse) -> None:
    text = "Tom Reed, Ms. Hill’s former personal driver and cook, denied that he paid in cash."
    assert [act.actor.span.of(text) for act in acts(analyse, text) if act.actor] == ["Tom Reed"]


@pytest.mark.parametrize(
    ("text", "actor", "addressee"),
    [
        ("El-Amin ordered the council to close the pier.", "El-Amin", "the council"),
        ("Mayor Anna Hill sued the harbour board many times.", "Mayor Anna Hill", "the harbour board"),
        (
            "The panel’s Republican chairman, Senator Tom Reed of Ohio, opposed the bill.",
            "Senator Tom Reed",
            None,
        ),
        ("Ms. Hill’s memo urged the council to close the pier.", "Ms. Hill", "the council"),
        (
            "Guidelines from the Harbour Board urge the council to close it.",
            "Harbour Board",
            "the council",
        ),
        ("Mayor Anna Hill called for all piers and schools to be inspected.", "Mayor Anna Hill", None),
        ("Mayor Anna Hill called for Tom Reed to publish the report.", "Mayor Anna Hill", "Tom Reed"),
        ("Mayor Anna Hill asked that anyone who saw it come forward.", "Mayor Anna Hill", None),
    ],
)
def test_the_parties_are_named_in_full(
    analyse: Analyse, text: str, actor: str, addressee: str | None
) -> None:
    parties = [
        tuple(p and p.span.of(text) for p in (act.actor, act.addressee)) for act in acts(analyse, text)
    ]
    assert parties == [(actor, addressee)]


def test_what_a_speaker_tells_of_another_is_not_his_denial(analyse: Analyse) -> None:
    assert kinds(analyse, "“Hill says she didn’t break any rules,” Tom Reed said.") == []


def test_a_writing_of_nobody_known_and_a_tasked_unit_do_nothing(analyse: Analyse) -> None:
    assert kinds(analyse, "The letter asks the council to close the pier.") == []
    assert kinds(analyse, "The unit, charged with looking into thefts, left the harbour.") == []


def test_what_is_asked_may_begin_in_quotation_marks(analyse: Analyse) -> None:
    assert kinds(analyse, "Mayor Anna Hill called on residents Friday to “reopen” the pier.") == ["demand"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tom Reed was taken into custody on Monday.", "arrest"),
        ("Officer Tom Reed was placed on leave on Monday.", "decision"),
        ("Tom Reed was dismissed from the police on Monday.", "decision"),
        ("Tom Reed was removed as head of the board.", "decision"),
        ("Mayor Anna Hill called upon the board to stop the work.", "demand"),
        ("The committee issued a demand for documents.", "demand"),
        ("Minister Anna Hill demanded to see the files.", "demand"),
        ("The ministry advised against travel to Ruritania.", "recommendation"),
        ("Mayor Anna Hill ruled out a review of the law.", "refusal"),
        ("The board turned down the request by Mayor Hill.", "refusal"),
        ("Mayor Anna Hill brushed aside calls to resign.", "refusal"),
        ("The union threatened legal action against the city.", "commitment"),
        ("The court handed down a ruling against Mayor Hill.", "court"),
        ("Mayor Anna Hill said she did not want Tom Reed to resign.", "opposition"),
    ],
)
def test_plain_words_for_acts(analyse: Analyse, text: str, kind: str) -> None:
    assert kinds(analyse, text) == [kind]
