"""What a line of the ledger says: whole words that can be read alone, who says so, and what is left out."""

from __future__ import annotations

from datetime import date

import pytest
from tests.compare.conftest import Ledger
from tests.compare.entries import actions, kinds

from crossread.record.annotation import ActKind
from crossread.record.dossier import Delivery, LedgerEntry, Lifecycle, Response

# -- in passing ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Once the sanctions on Ruritania are lifted, trade will grow.",
        "The agency had evidence that Mayor Anna Hill ordered the council to hide the flood report.",
        "The council will invest more assuming that the county approves the new budget.",
        "The mayor would have cut the budget while refusing to say which schools would close.",
        "“We know that some rivals will try to delay the ferry,” Mayor Anna Hill said.",
        "The actors were paid. One was a man who was told to leave by an actor who was instructed to shout.",
        "Mayor Anna Hill, who was suspended in May, sang in Leeds.",
        "It rained. Leeds has a pier. Hull has none. Ann sang. Tom Reed left when Mayor Anna Hill closed the bridge.",
        "At a rally in Leeds Mayor Anna Hill urged tens of thousands of voters to turn out.",
        "Tom Reed praised the bridge that Mayor Anna Hill had vowed to close.",
    ],
)
def test_what_is_told_in_passing_or_as_possible_founds_no_entry(read: Ledger, text: str) -> None:
    assert actions(read(text)) == []


@pytest.mark.parametrize(
    "text",
    ["Anna Hill, who has vowed to sell the pier, sang.", "Hull fined Anna Hill, who denied the claim."],
)
def test_a_relative_clause_tells_what_stands_and_what_is_denied(read: Ledger, text: str) -> None:
    assert text in actions(read(text))


def test_a_clause_of_time_tells_what_is_lately_done(read: Ledger) -> None:
    told = "It rained. Leeds has a pier. Hull has none. Ann sang. Tom left after Mayor Anna Hill closed the bridge in"
    assert [len(read(f"{told} {day}.")) for day in ("February", "2018")] == [1, 0]


def test_news_stands_behind_it_comes_after(read: Ledger) -> None:
    (entry,) = read("The change comes after Mayor Anna Hill ordered a review of the flood in Leeds.")
    assert entry.kind is ActKind.INQUIRY


# -- words --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "If the talks fail, Mayor Anna Hill has threatened to close the port of Leeds.",
        "Anna Hill offered to rebuild the old bridge in Leeds if the county pays half of it.",
        "Anna Hill refused to sell the pier, Tom Reed said on Monday.",
        "The Leeds council picked Tom Reed — who writes for the Gazette — to be its harbour master.",
    ],
)
def test_a_line_is_the_whole_sentence(read: Ledger, text: str) -> None:
    assert actions(read(text)) == [text]


def test_a_dateline_is_no_part_of_it(read: Ledger) -> None:
    (line,) = actions(read("LEEDS (Reuters) - Mayor Anna Hill vowed to close the port of Leeds."))
    assert line.startswith("Mayor Anna Hill")


def test_a_sentence_that_nobody_takes_in_is_no_line(read: Ledger) -> None:
    long = "Mayor Anna Hill vowed to close the port of Leeds and " + "the bridge over the old canal and " * 12
    assert actions(read(f"{long}the pier.")) == []


@pytest.mark.parametrize(
    ("told", "text", "meant"),
    [
        (
            "Tom Reed spoke in Leeds on Friday.",
            "Mayor Anna Hill has urged the Harbour Board to vote for him.",
            ("him", "Tom Reed"),
        ),
        (
            "Tom Reed spoke in Leeds on Friday.",
            "Mayor Anna Hill has urged the Harbour Board to hear his case.",
            ("his", "Tom Reed’s"),
        ),
        (
            "The harbour bill bans fireworks.",
            "Senator Anna Hill has vowed to fight the bill.",
            ("the bill", "The harbour bill"),
        ),
        (
            "He sold security permits there.",
            "Anna Hill demanded that Tom Reed explain who sold those permits.",
            ("those permits", "security permits"),
        ),
    ],
)
def test_what_words_stand_for_is_told_in_the_words_of_the_account(
    read: Ledger, told: str, text: str, meant: tuple[str, str]
) -> None:
    entry = next(e for e in read(f"A judge sat in Leeds. Rain fell. {told} {text}") if e.action == text)
    assert [(one.mention.text, one.name) for one in entry.meant] == [meant]


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("He sold permits there.", "Anna Hill demanded that Tom Reed explain who sold those permits."),
        ("Leeds has fought over a measure.", "Senator Tom Reed has vowed to fight the measure."),
        ("The miners agreed to share the pier.", "Senator Tom Reed rejected that offer."),
    ],
)
def test_what_points_back_has_the_sentence_that_introduces_it_beside_it(
    read: Ledger, told: str, text: str
) -> None:
    entry = next(e for e in read(f"A judge sat in Leeds. Rain fell. {told} {text}") if e.action == text)
    assert entry.before is not None
    assert entry.before.text == told
    assert text not in actions(read(f"A judge sat in Leeds. Rain fell. He slept. {text}"))


def test_what_no_word_of_the_act_takes_up_needs_no_sentence_beside_it(read: Ledger) -> None:
    text = "Senator Tom Reed has vowed to open the port of Hull, which the measure would close."
    assert text in actions(read(f"A judge sat in Leeds. Rain fell. He slept. {text}"))


def test_what_the_head_of_an_account_names_needs_nothing_nearer(read: Ledger) -> None:
    (entry,) = read(
        "Leeds voted on a measure in May. Rain fell. It was cold. Ann sang. Bob ran. Cem ate. Dan slept."
        " Senator Tom Reed has vowed to fight the measure."
    )
    assert entry.before is not None
    assert entry.before.text == "Leeds voted on a measure in May."


def test_a_pronoun_is_told_by_the_very_sentence_before(read: Ledger) -> None:
    text = "Senator Tom Reed has vowed to stop it."
    near, far = "The county may build a dam.", "The county may build a dam. Ann Hill sang."
    (entry,) = read(f"A judge sat in Leeds. {near} {text}")
    assert entry.before is not None
    assert entry.before.text == near
    (other,) = read(f"A judge sat in Leeds. {far} {text}")
    assert other.before is not None
    assert other.before.text == "Ann Hill sang."


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Anna Hill said it was time to close the port of Leeds.",
        "Mayor Anna Hill has denied that Tom Reed broke the law in Leeds.",
        "Mayor Anna Hill vowed to punish those responsible for the blast in Leeds.",
    ],
)
def test_words_that_only_seem_to_point_back_need_nothing_before_them(read: Ledger, text: str) -> None:
    assert actions(read(f"A judge sat in Leeds. Rain fell. {text}")) == [text]


def test_a_noun_for_a_deed_is_told_by_the_nearest_sentence_that_tells_the_deed(read: Ledger) -> None:
    told = "Judge Ann Lee blocked the ban on boats in Leeds."
    text = "Mayor Tom Reed has vowed to appeal that ruling."
    (entry,) = [
        e for e in read(f"Rain fell. {told} The talks took long. Dan slept. {text}") if e.action == text
    ]
    assert entry.before is not None
    assert entry.before.text == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("After Tom Reed was fired in Leeds, the talks began.", False),
        ("The timing of Tom Reed's firing was a surprise in Leeds.", False),
        ("Tom Reed was fired in Leeds on Friday.", True),
        ("Tom Reed's sacking was reported in Leeds on Friday.", True),
    ],
)
def test_a_deed_of_nobody_told_by_the_way_is_no_line(read: Ledger, text: str, *, told: bool) -> None:
    assert bool(read(text)) is told


def test_what_announces_the_words_behind_it_is_no_line(read: Ledger) -> None:
    text = "Mayor Anna Hill demanded three things of the council in Leeds"
    assert actions(read(f"{text}.")) == [f"{text}."]
    assert actions(read(f"{text}:\n\nBoats, bread and rain.")) == []


def test_a_short_line_has_beside_it_what_stands_right_before(read: Ledger) -> None:
    text = "Mayor Anna Hill has called for a boycott."
    (entry,) = read(f"A judge sat in Leeds. The dam burst on Friday. It was old. {text}")
    assert entry.before is not None
    assert entry.before.text == "The dam burst on Friday. It was old."


def test_a_heading_within_an_account_is_no_line(read: Ledger) -> None:
    text = "A judge sat in Leeds on Friday.\n\nMayor Hill vows a 'long fight'\n\nMayor Anna Hill spoke."
    assert actions(read(text)) == []


def test_a_dateline_is_nothing_told_before(read: Ledger) -> None:
    text = "Mayor Anna Hill vowed to fight the measure."
    assert actions(read(f"LEEDS (Reuters) -\n\n{text}")) == [text]


def test_a_line_begins_without_what_ties_it_to_the_sentence_before(read: Ledger) -> None:
    assert actions(read("A judge sat in Leeds. But the Leeds council vowed to close the port of Hull.")) == [
        "The Leeds council vowed to close the port of Hull."
    ]
    assert actions(read("A judge sat in Leeds. So far, Tom Reed has refused to sell the pier in Leeds.")) == [
        "So far, Tom Reed has refused to sell the pier in Leeds."
    ]


def test_a_writer_who_speaks_of_himself_is_nobody_whom_a_line_names(read: Ledger) -> None:
    assert actions(read("I hear that Mayor Anna Hill vowed to close the port of Leeds.")) == []
    assert len(read("“I hear it rains.” Mayor Anna Hill vowed to close the port of Leeds.")) == 1


def test_the_account_that_tells_it_most_plainly_words_it(read: Ledger) -> None:
    passing = "Tom Reed sang in Leeds after Mayor Anna Hill had vowed to close the port of Hull."
    plain = "Mayor Anna Hill vowed on Friday to close the port of Hull."
    assert actions(read(passing, plain)) == [plain]


def test_who_tells_it_is_named_where_the_sentence_does_not(read: Ledger) -> None:
    text = (
        "“Leeds is wet. Tom Reed agreed to negotiate with the miners,” said Anna Hill, who leads the union."
    )
    assert all("Anna Hill" in line for line in actions(read(text)))
    assert actions(read(text))


def test_what_somebody_else_in_his_own_words_says_of_one_is_a_view(read: Ledger) -> None:
    assert actions(read("“Tom Reed refuses to negotiate with the miners of Leeds,” said Anna Hill.")) == []


def test_a_law_or_a_case_does_not_act(read: Ledger) -> None:
    assert actions(read("The Leeds Farm Act bans the sale of fireworks in the port of Hull.")) == []


def test_an_accusation_is_no_deed(read: Ledger) -> None:
    text = "Mayor Anna Hill accused Tom Reed of betting that the Leeds council will not close the pier."
    assert not any("close" in line for line in actions(read(text)))


def test_parties_that_only_point_answer_for_nothing(read: Ledger) -> None:
    assert actions(read("“These senators should resign over the sale of Leeds pier,” Anna Hill said.")) == []


def test_what_somebody_promises_in_his_own_quoted_words_is_a_statement(read: Ledger) -> None:
    assert actions(read("“We will never stop fighting for the pier in Leeds,” Mayor Anna Hill said.")) == []
    asked = "“I have asked Tom Reed to show me the flood report,” Mayor Anna Hill said."
    assert actions(read(asked)) == [asked]


def test_one_line_stands_for_all_that_its_sentence_tells_of_one_party(read: Ledger) -> None:
    text = "Mayor Anna Hill promised to mend the bridge in Leeds and pledged to rebuild the old pier."
    assert actions(read(text)) == [text]


# -- over ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Tom Reed asked Mayor Anna Hill to publish the flood report.", "open"),
        ("Tom Reed had asked Mayor Anna Hill to publish the flood report.", "unsettled"),
        ("Tom Reed once asked Mayor Anna Hill to publish the flood report.", "unsettled"),
        ("Tom Reed successfully urged Mayor Anna Hill to publish the flood report.", "unsettled"),
        ("Tom Reed had been urging Mayor Anna Hill to publish the flood report.", "unsettled"),
        ("Tom Reed has previously urged Mayor Anna Hill to publish the flood report.", "open"),
        ("Mayor Anna Hill was scheduled to open the Leeds pier.", "unsettled"),
        ("Mayor Anna Hill is scheduled to open the Leeds pier.", "open"),
        ("In January Tom Reed asked Mayor Anna Hill to publish the flood report.", "unsettled"),
        ("Mayor Anna Hill's vow to publish the flood report was quickly dropped.", "withdrawn"),
    ],
)
def test_nobody_waits_for_what_is_told_from_a_later_time_on(read: Ledger, text: str, stage: str) -> None:
    (entry,) = read(text)
    assert _stage(entry) == stage


def _stage(entry: LedgerEntry) -> str:
    over = entry.status.lifecycle is not Lifecycle.OPEN
    return entry.status.lifecycle.value if over or entry.stands else "unsettled"


_AHEAD = "The mill burnt. Nobody was hurt. It rained. The road was closed. "


@pytest.mark.parametrize(
    ("told", "stage"),
    [
        ("Tom Reed asked Mayor Anna Hill to publish the flood report.", "unsettled"),
        ("Tom Reed responded by asking Mayor Anna Hill to publish the flood report.", "unsettled"),
        ("Tom Reed asked Mayor Anna Hill on Saturday to publish the flood report.", "open"),
        ("Tom Reed has visited Leeds and asked Mayor Anna Hill to publish the flood report.", "open"),
        ("Tom Reed is asking Mayor Anna Hill to publish the flood report.", "open"),
        ("Mayor Anna Hill is expected to publish the flood report.", "open"),
        ("Tom Reed said that Mayor Anna Hill should publish the flood report.", "open"),
    ],
)
def test_what_is_told_further_down_as_past_is_not_known_to_stand(read: Ledger, told: str, stage: str) -> None:
    (entry,) = read(_AHEAD + told)
    assert _stage(entry) == stage


def test_what_one_account_quotes_holds_until_a_later_one(read: Ledger) -> None:
    asked = "Tom Reed said that Mayor Anna Hill should publish the flood report."
    assert _stage(read(asked)[0]) == "open"
    assert _stage(read(asked, "It rained in Leeds.", later=2)[0]) == "unsettled"


def test_a_request_told_only_as_turned_down_is_a_refusal_to_who_asked(read: Ledger) -> None:
    (entry,) = read("Mayor Anna Hill rejected a request by Tom Reed for the flood report.")
    assert entry.kind is ActKind.REFUSAL
    assert entry.addressee is not None
    assert entry.addressee.name == "Tom Reed"


def test_who_turns_a_request_down_rejects_it(read: Ledger) -> None:
    asked, _ = read(
        "Tom Reed has requested the flood report. Mayor Anna Hill rejected a request by Tom Reed for the flood report."
    )
    assert "rejected" in kinds(asked)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tom Reed signed a ban on night fishing, promising to end all fishing.", ActKind.DECISION),
        ("Tom Reed was arrested on Friday and charged with fraud.", ActKind.CHARGE),
        ("Tom Reed, who refused to resign, promised to pay for the pier.", ActKind.COMMITMENT),
    ],
)
def test_a_part_of_another_act_is_no_line_of_its_own(read: Ledger, text: str, kind: ActKind) -> None:
    (entry,) = read(text)
    assert entry.kind is kind


def test_opposition_by_another_is_no_rejection(read: Ledger) -> None:
    demand, _ = read(
        "Dan Moss urged Anna Hill to resign. Hill runs the ferry.",
        "Tom Reed said that Anna Hill should not resign.",
    )
    assert "opposed" in kinds(demand)
    assert demand.status.response is Response.NONE_FOUND


def test_what_a_noun_takes_up_is_told_with_its_answer_alone(read: Ledger) -> None:
    assert actions(read("Shares rose after Anna Hill's pledge to save the pier.")) == []
    assert len(read("Shares rose after Anna Hill reiterated her pledge to save the pier.")) == 1


def test_two_things_done_in_one_sentence_are_two(read: Ledger) -> None:
    assert len(read("Tom Reed apologized on Friday and promised to pay for the pier.")) == 2


@pytest.mark.parametrize(
    ("verb", "kind", "stage"),
    [
        ("approved", "delivered_claimed", Lifecycle.CLOSED),
        ("has not approved", "", Lifecycle.OPEN),
        ("had no plans of granting", "", Lifecycle.OPEN),
    ],
)
def test_who_grants_or_denies_a_request_was_asked(
    read: Ledger, verb: str, kind: str, stage: Lifecycle
) -> None:
    entries = read(
        "Tom Reed requested a delay of the trial in Leeds."
        f" Mayor Anna Hill {verb} Tom Reed’s request for a delay of the trial in Leeds."
    )
    asked = next(e for e in entries if e.kind is ActKind.REQUEST)
    assert asked.status.lifecycle is stage
    assert kind in kinds(asked) if kind else kinds(asked) == ["made"]


# -- whose --------------------------------------------------------------------------------------------


def test_who_is_to_answer_goes_by_a_name(read: Ledger) -> None:
    assert actions(read("A man urged the council to close the old pier.")) == []
    assert len(read("Tom Reed urged the council to close the old pier.")) == 1


def test_a_body_that_the_sentence_beside_introduces_answers(read: Ledger) -> None:
    text = "The coalition will launch a campaign in Hull."
    (entry,) = read(f"A judge sat in Leeds. Rain fell. Swimmers have formed a coalition in Leeds. {text}")
    assert [one.mention.text for one in entry.meant] == ["The coalition"]
    assert entry.action == text


def test_what_several_accounts_tell_needs_no_name(read: Ledger) -> None:
    text = "Four traders refused to leave the old pier."
    assert actions(read(text)) == []
    assert len(read(text, f"{text} Leeds is wet.")) == 1


def test_what_a_crowd_asks_of_somebody_known_is_told_as_news(read: Ledger) -> None:
    assert len(read("More than 200 traders have called on Anna Hill to resign.")) == 1
    old = "Anna Hill runs it. Rain fell. Swans came. Boats left. Some traders called on Anna Hill to resign."
    assert actions(read(old)) == []


def test_a_hearing_is_told_by_its_day_alone(read: Ledger) -> None:
    assert len(read("Anna Hill runs the ferry. The next hearing is scheduled for July 30.")) == 1
    assert actions(read("Anna Hill runs the ferry. The next ferry is scheduled for July 30.")) == []


def test_whom_police_took_needs_no_name_as_news(read: Ledger) -> None:
    assert len(read("Police have arrested a man for theft at the old pier.")) == 1


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("“I have decided to close the pier,” Anna Hill said.", 1),
        ("“We apologize to the people of Leeds,” Anna Hill said.", 1),
        ("“We have always banned dogs from the pier,” Anna Hill said.", 0),
        ("“I refuse to close the pier,” Anna Hill said.", 0),
    ],
)
def test_what_one_says_one_has_decided_is_a_line(read: Ledger, text: str, lines: int) -> None:
    assert len(actions(read(text))) == lines


def test_an_account_s_own_words_go_before_quoted_ones(read: Ledger) -> None:
    own = "Anna Hill has decided to close the pier in Leeds."
    assert actions(read("“I have decided to close the pier in Leeds,” Anna Hill said.", own)) == [own]


def test_nobody_answers_to_himself(read: Ledger) -> None:
    assert not any(
        e.addressee == e.actor for e in read("Anna Hill suggested that Anna Hill should open the pier.")
    )


# -- parties ------------------------------------------------------------------------------------------


def test_a_description_beside_a_name_is_the_named_one(read: Ledger) -> None:
    (entry,) = read("Tom Reed, a farmer from Derby who has opposed the new dam in the valley, won the vote.")
    assert entry.actor is not None
    assert entry.actor.name == "Tom Reed"


def test_my_colleagues_are_the_speaker_s(read: Ledger) -> None:
    (entry,) = read("“I urge my colleagues to publish the flood report,” Anna Hill said.")
    assert entry.addressee is not None
    assert entry.addressee.name == "Anna Hill’s colleagues"


# -- due ----------------------------------------------------------------------------------------------


def test_within_so_many_days_is_counted_from_the_act(read: Ledger) -> None:
    text = "Mayor Anna Hill on Friday ordered the Transport Department to publish records of the crash within 30 days."
    (entry,) = read(text)
    assert entry.due is not None
    assert entry.due.latest == date(2021, 4, 11)
    (rule,) = read("Mayor Anna Hill scrapped a rule to publish records of the Leeds crash within 30 days.")
    assert rule.due is None


def test_a_refusal_is_due_on_no_day(read: Ledger) -> None:
    (entry,) = read("Anna Hill refused to concede the vote in Leeds on Tuesday night.")
    assert entry.due is None


# -- what came of it ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Anna Hill has sued the city of Leeds over the collapse of the bridge.", "filed"),
        ("A judge in Leeds ordered the council to publish the records of the crash.", "ordered"),
        ("Anna Hill pleaded not guilty to fraud in a court in Leeds.", "pleaded"),
    ],
)
def test_what_is_begun_stays_open(read: Ledger, text: str, event: str) -> None:
    (entry,) = read(text)
    assert kinds(entry)[0] == event
    assert entry.status.lifecycle is Lifecycle.OPEN
    assert entry.status.delivery is Delivery.NO_EVIDENCE_FOUND


def test_a_sentence_is_over(read: Ledger) -> None:
    (entry,) = read("Anna Hill was sentenced to three years in prison for fraud in Leeds.")
    assert entry.status.lifecycle is Lifecycle.CLOSED


def test_a_charge_that_came_to_a_plea_of_guilt_is_over(read: Ledger) -> None:
    charged = "Tom Reed was charged with theft in Leeds."
    (waiting,) = read(charged)
    assert waiting.status.lifecycle is Lifecycle.OPEN
    over = next(e for e in read(charged, "Tom Reed pleaded guilty to theft.") if e.kind is ActKind.CHARGE)
    assert over.status.lifecycle is Lifecycle.CLOSED


def test_what_may_be_an_answer_makes_it_unclear(read: Ledger) -> None:
    one = "Anna Hill asked Tom Reed to investigate the sale of the harbour."
    two = "The talk lasted an hour. Tom Reed agreed after a while that change was needed."
    entry = next(e for e in read(one, two) if e.kind is ActKind.REQUEST)
    assert "unclear" in kinds(entry)


def test_apologies_of_one_person_are_one_entry(read: Ledger) -> None:
    one = "Tom Reed apologised for the delay of the flood report."
    two = "“I apologise to all involved,” Tom Reed said on Friday."
    (entry,) = read(one, two)
    assert "for the delay" in entry.action


def test_silence_is_no_finding_where_something_follows_about_the_one_who_must_act(read: Ledger) -> None:
    text = "Tom Reed urged Mayor Anna Hill to publish the flood report. "
    (quiet,) = read(text + "Leeds has two ferries.")
    assert "unclear" not in {event.kind for event in quiet.events}
    (heard,) = read(text + "Mayor Anna Hill keeps a dog in Leeds.")
    assert "unclear" in {event.kind for event in heard.events}


def test_who_dismisses_a_request_is_not_who_tells_of_it(read: Ledger) -> None:
    entries = read("Mayor Anna Hill dismissed requests by Labour councillors to delay the vote on the pier.")
    assert not any("according to" in action for action in actions(entries))


def test_a_line_begins_with_a_whole_word(read: Ledger) -> None:
    entries = read("“We’re asking the council to open the pier,” Mayor Anna Hill said.")
    assert [action.split()[0] for action in actions(entries)] == ["“We’re"]


def test_what_was_announced_and_then_done_is_done(read: Ledger) -> None:
    entries = read(
        "Mayor Anna Hill said she will sign the ferry spending bill. Tom Reed runs the ferry.",
        "Mayor Anna Hill on Sunday signed the spending bill. Tom Reed runs the ferry.",
    )
    (done,) = (e for e in entries if e.actor and "Hill" in e.actor.name)
    assert done.kind is ActKind.DECISION
    assert done.status.lifecycle is Lifecycle.CLOSED
    (other, *_) = read(
        "Mayor Anna Hill said she will sign the ferry spending bill. Tom Reed runs the ferry.",
        "Mayor Anna Hill on Sunday signed the treaty with Ruritania. Tom Reed runs the ferry.",
    )
    assert other.status.lifecycle is Lifecycle.OPEN
    (before, *_) = read(
        "Mayor Anna Hill said she will sign the ferry spending bill. Tom Reed runs the ferry.",
        "Mayor Anna Hill signed the spending bill in 2009. Tom Reed runs the ferry.",
    )
    assert before.status.lifecycle is Lifecycle.OPEN


def test_what_is_put_off_and_what_is_done_with_another_sum_are_two_entries(read: Ledger) -> None:
    entries = read(
        "Mayor Anna Hill agreed to delay plans to raise the toll on the Leeds ferry to 200 crowns. "
        "Mayor Anna Hill has already imposed a toll of 250 crowns on the Leeds ferry. Tom Reed runs the ferry."
    )
    hill = [e for e in entries if e.actor and "Hill" in e.actor.name]
    assert [e.kind for e in hill] == [ActKind.COMMITMENT, ActKind.DECISION]


def test_what_a_disputed_report_says_is_no_deed(read: Ledger) -> None:
    text = "The office of Tom Reed rebuked the report that Mayor Anna Hill directed Dan Moss to burn the letters."
    assert not any("burn" in action for action in actions(read(text)))


def test_papers_served_in_an_inquiry_are_no_order_of_it(read: Ledger) -> None:
    text = (
        "Federal prosecutors have issued subpoenas to Tom Reed's campaign as part of an inquiry into the flood."
        " Federal prosecutors have ordered an inquiry into the flood."
    )
    assert {entry.kind for entry in read(text)} == {ActKind.DEMAND, ActKind.INQUIRY}


def test_a_pronoun_that_nobody_settles_answers_for_nothing(read: Ledger) -> None:
    text = "Leeds is wet. He said senators should then cancel the August recess and work on a reform package."
    assert actions(read(text)) == []


def test_a_court_is_named_as_the_account_named_it(read: Ledger) -> None:
    (entry,) = read("The Supreme Court sits in Leeds. The court sided with Tom Reed in the case of the pier.")
    assert entry.actor is not None
    assert entry.actor.name == "Supreme Court"


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Tom Reed swept into office in 2015 promising to rebuild the old pier.", "unsettled"),
        ("Tom Reed vowed to rebuild the old pier during his 2015 election campaign.", "unsettled"),
        ("Tom Reed swept into office on Friday promising to rebuild the old pier.", "open"),
        ("In 2015, the Harbour Board launched an inquiry into the flood in Leeds.", "unsettled"),
        ("Since 2015, the Harbour Board has been looking into the flood in Leeds.", "open"),
    ],
)
def test_what_is_told_of_years_ago_is_not_known_to_stand(read: Ledger, text: str, stage: str) -> None:
    (entry,) = read(text)
    assert _stage(entry) == stage


def test_a_body_answers_for_an_inquiry_that_is_told_not_only_named(read: Ledger) -> None:
    assert read("Tom Reed was referring to the Harbour Board’s investigation into the flood in Leeds.") == ()
    assert len(read("The Harbour Board is looking into the flood in Leeds.")) == 1


def test_what_critics_charge_is_no_deed(read: Ledger) -> None:
    text = "Critics have charged that Mayor Anna Hill has encouraged the council to close the pier in Leeds."
    assert not any("close" in line for line in actions(read(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Some posts claim that Anna Hill said she promised to sell the pier in Leeds.",  # claimed twice over
        "Tom Reed stopped talking to the Leeds Gazette.",
        "Shops have closed, and plans have been cancelled.",  # which
        "A clerk did not know when the council would have power restored in Leeds.",
    ],
)
def test_hearsay_of_hearsay_and_what_is_cut_short_are_no_lines(read: Ledger, text: str) -> None:
    assert actions(read(text)) == []


def test_a_participle_is_of_the_noun_before_it(read: Ledger) -> None:
    text = "The chairman of the House committee investigating the flood asked Tom Reed to speak. Anna Hill is chairman."
    found = [e.actor.name for e in read(text) if e.actor and e.kind is ActKind.INQUIRY]
    assert found == ["the House committee"]


def test_money_raised_is_no_decision(read: Ledger) -> None:
    assert actions(read("Mayor Anna Hill raised $3 million in three months in Leeds.")) == []


def test_whom_a_letter_goes_to_does_not_answer_for_it(read: Ledger) -> None:
    entries = read("A letter to Anna Hill asked the harbour board to publish the report on the pier.")
    assert not [e for e in entries if e.actor and "letter" in e.actor.name]


def test_officials_of_a_body_are_not_the_body(read: Ledger) -> None:
    text = "More than 90 former Department of Justice officials are calling on Tom Reed to resign as a judge."
    assert [e.actor.name for e in read(text) if e.actor] == ["90 former Department of Justice officials"]


def test_a_court_answers_without_a_name_and_a_crowd_does_not(read: Ledger) -> None:
    told = "A court ordered the release of the flood report on Monday. Protesters demanded a new Leeds pier."
    assert [entry.actor.name for entry in read(told) if entry.actor] == ["A court"]


def test_an_occasion_is_told_by_a_name_and_its_day(read: Ledger) -> None:
    (entry,) = read("The Leeds trial is scheduled to begin on 20 March.")
    assert entry.kind is ActKind.SCHEDULED
    assert read("The season is scheduled to begin on 20 March.") == ()


def test_whom_an_act_addresses_is_no_programme_and_ends_with_his_words(read: Ledger) -> None:
    (ended,) = read("Governor Anna Hill ended the Leeds Flood Relief Program on Monday.")
    assert ended.addressee is None
    (asked,) = read("The Leeds police asked the family of Tom Reed for the diary to help them.")
    assert asked.addressee is not None
    assert asked.addressee.name == "the family of Tom Reed"


@pytest.mark.parametrize(("later", "stage"), [(1, "open"), (2, "unsettled"), (3, "unsettled")])
def test_what_was_scheduled_stands_until_an_account_is_of_its_day(
    read: Ledger, later: int, stage: str
) -> None:
    told = "Mayor Anna Hill is scheduled to meet the ferry owners on Tuesday."
    (entry,) = read(told, "Rain fell on the harbour in Leeds.", later=later)
    assert entry.kind is ActKind.SCHEDULED
    assert _stage(entry) == stage


def test_a_trial_that_begins_is_not_over(read: Ledger) -> None:
    (entry,) = read("Former mayor Tom Reed went on trial over the ferry loan.")
    assert (entry.kind, entry.status.lifecycle) == (ActKind.COURT, Lifecycle.OPEN)
