"""What a line of the ledger says: whole words that can be read alone, who says so, and what is left out."""

from __future__ import annotations

from datetime import date

import pytest
from tests.compare.conftest import Ledger
from tests.compare.entries import actions, kinds

from crossread.record.annotation import ActKind
from crossread.record.dossier import Delivery, Lifecycle

# -- in passing ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Once the sanctions on Ruritania are lifted, trade will grow.",
        "The agency had evidence that Mayor Anna Hill ordered the council to hide the flood report.",
        "The council will invest more assuming that the county approves the new budget.",
        "The mayor would have cut the budget while refusing to say which schools would close.",
        "Tom Reed, who vowed to sell the pier, left the mayor's office in Leeds.",
        "“We know that some rivals will try to delay the ferry,” Mayor Anna Hill said.",
        "The actors were paid. One was a man who was told to leave by an actor who was instructed to shout.",
    ],
)
def test_what_is_told_in_passing_or_as_possible_founds_no_entry(read: Ledger, text: str) -> None:
    assert actions(read(text)) == []


def test_news_stands_behind_it_comes_after(read: Ledger) -> None:
    (entry,) = read("The change comes after Mayor Anna Hill ordered a review of the flood in Leeds.")
    assert entry.kind is ActKind.INQUIRY


# -- words --------------------------------------------------------------------------------------------


def test_a_line_keeps_its_condition_and_begins_with_its_cue(read: Ledger) -> None:
    (entry,) = read("Anna Hill offered to rebuild the old bridge in Leeds if the county pays half of it.")
    assert entry.action.startswith("offered to rebuild the old bridge")
    assert "if the county pays half" in entry.action


def test_a_pronoun_gets_the_name_that_the_account_gives(read: Ledger) -> None:
    text = "Tom Reed spoke in Leeds on Friday. The union has urged the board to vote for him."
    (entry,) = read(text)
    assert "him [Tom Reed]" in entry.action


def test_what_points_back_has_the_words_before_it(read: Ledger) -> None:
    text = (
        "The senator has threatened to end the long debate over the dam by a simple majority. "
        "Anna Hill has urged Tom Reed to debate that step."
    )
    entries = read(text)
    assert any("before it: “The senator has threatened to end" in words for words in actions(entries))
    elsewhere = text.replace("debate that", "take that")  # no word of it tells which step
    assert not any("Tom Reed" in (e.addressee.name if e.addressee else "") for e in read(elsewhere))


def test_a_clause_cut_before_its_verb_is_read_to_its_end(read: Ledger) -> None:
    text = "A judge in Leeds ruled that the limits imposed by Governor Tom Hill, including a ban on rallies, are void."
    (entry,) = read(text)
    assert entry.action.endswith("are void")


def test_an_action_without_a_thing_needs_its_sentence(read: Ledger) -> None:
    (entry,) = read("Asked whether the mayor plans to visit the flooded town, Tom Reed declined to say.")
    assert entry.action.startswith("Asked whether the mayor plans")


def test_somebody_else_s_account_of_it_is_named(read: Ledger) -> None:
    text = "“Tom Reed refuses to negotiate with the miners of Leeds,” said Anna Hill, who leads the union."
    (entry,) = read(text)
    assert entry.action.endswith("(according to Anna Hill)")


@pytest.mark.parametrize(
    "text",
    [
        "Anna Hill called on ministers to act.",
        "“I'll be signing something,” Anna Hill said.",
        "TALL STORY A man apologises for a hoax ROCKET SCIENCE A firm apologises for a crash",
    ],
)
def test_what_names_no_deed_founds_no_entry(read: Ledger, text: str) -> None:
    assert actions(read(text)) == []


# -- parties ------------------------------------------------------------------------------------------


def test_a_description_beside_a_name_is_the_named_one(read: Ledger) -> None:
    (entry,) = read("Tom Reed, a farmer from Derby who has opposed the new dam in the valley, won the vote.")
    assert entry.actor is not None
    assert entry.actor.name == "Tom Reed"


def test_a_party_keeps_what_says_which_one_it_is(read: Ledger) -> None:
    (entry,) = read("Lawyers for the miners urged the sergeant at arms to close the hall in Leeds.")
    assert entry.actor is not None
    assert entry.addressee is not None
    assert (entry.actor.name, entry.addressee.name) == ("Lawyers for the miners", "the sergeant at arms")


def test_my_colleagues_are_the_speaker_s(read: Ledger) -> None:
    (entry,) = read("“I urge my colleagues to publish the flood report,” Anna Hill said.")
    assert entry.addressee is not None
    assert entry.addressee.name == "Anna Hill’s colleagues"


# -- due ----------------------------------------------------------------------------------------------


def test_within_so_many_days_is_counted_from_the_act(read: Ledger) -> None:
    text = "A federal judge on Friday ordered the Transport Department to publish records of the crash within 30 days."
    (entry,) = read(text)
    assert entry.due is not None
    assert entry.due.latest == date(2021, 4, 11)


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


def test_an_answer_in_other_words_right_after_is_no_silence(read: Ledger) -> None:
    text = "Anna Hill asked Tom Reed to investigate the sale of the harbour. Tom Reed agreed during the call."
    (entry,) = read(text)
    assert "accepted" in kinds(entry)


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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "If the talks fail, Mayor Anna Hill has threatened to close the port of Leeds.",
            "If the talks fail, Mayor Anna Hill has threatened to close the port of Leeds",
        ),
        (
            "When the talks failed, Mayor Anna Hill ordered the council to close the port of Leeds.",
            "ordered the council to close the port of Leeds",
        ),
    ],
)
def test_a_condition_in_front_stays_with_the_act(read: Ledger, text: str, words: str) -> None:
    assert actions(read(text)) == [words]


def test_what_stands_behind_after_was_done(read: Ledger) -> None:
    found = read("Shares rose after Mayor Anna Hill signed a bill on parking in Leeds.")
    assert actions(found) == ["signed a bill on parking in Leeds"]


def test_a_bare_noun_founds_no_entry_but_one_that_tells_more_does(read: Ledger) -> None:
    assert actions(read("Anna Hill's resignation shocked Leeds.")) == []
    assert actions(read("Anna Hill's resignation as chair of the board shocked Leeds.")) == [
        "Anna Hill's resignation as chair of the board"
    ]


def test_silence_is_no_finding_where_something_follows_about_the_one_who_must_act(read: Ledger) -> None:
    text = "Tom Reed urged Mayor Anna Hill to publish the flood report. "
    (quiet,) = read(text + "Leeds has two ferries.")
    assert "unclear" not in {event.kind for event in quiet.events}
    (heard,) = read(text + "Mayor Anna Hill keeps the flood maps in Leeds.")
    assert "unclear" in {event.kind for event in heard.events}


def test_who_dismisses_a_request_is_not_who_tells_of_it(read: Ledger) -> None:
    entries = read("Mayor Anna Hill dismissed requests by Labour councillors to delay the vote on the pier.")
    assert not any("according to" in action for action in actions(entries))


def test_a_day_is_not_what_it_stands_for(read: Ledger) -> None:
    (entry,) = read(
        "Talks about the old pier in Leeds begin. Mayor Anna Hill refused on Friday to talk of it."
    )
    assert "Talks about the old pier in Leeds" in entry.action


def test_a_line_begins_with_a_whole_word(read: Ledger) -> None:
    entries = read("“We’re asking the council to open the pier,” Mayor Anna Hill said.")
    assert [action.split()[0] for action in actions(entries)] == ["“We’re"]


def test_what_was_announced_and_then_done_is_done(read: Ledger) -> None:
    entries = read(
        "Mayor Anna Hill will sign the ferry spending bill. Tom Reed runs the ferry.",
        "Mayor Anna Hill on Thursday signed the spending bill. Tom Reed runs the ferry.",
    )
    promised = next(e for e in entries if e.kind is ActKind.COMMITMENT)
    assert promised.status.delivery is Delivery.DELIVERED_CLAIMED
    assert promised.status.lifecycle is Lifecycle.CLOSED
    (other, *_) = read(
        "Mayor Anna Hill will sign the ferry spending bill. Tom Reed runs the ferry.",
        "Mayor Anna Hill on Thursday signed the treaty with Ruritania. Tom Reed runs the ferry.",
    )
    assert other.status.lifecycle is Lifecycle.OPEN


def test_words_cut_by_the_page_are_no_line(read: Ledger) -> None:
    assert (
        actions(read("Mayor Anna Hill decided to stop the sale of Reed's\n\nThe old ferry is in Leeds."))
        == []
    )


def test_a_mark_set_apart_closes_nothing_of_the_line(read: Ledger) -> None:
    (entry,) = read(
        'Mayor Anna Hill said: "Tom Reed has requested that his privacy is respected. " She left.'
    )
    assert not entry.action.endswith('"')


def test_what_a_disputed_report_says_is_no_deed(read: Ledger) -> None:
    text = "The office of Tom Reed rebuked the report that Mayor Anna Hill directed Dan Moss to burn the letters."
    assert not any("burn" in action for action in actions(read(text)))


def test_how_long_something_lasts_is_kept(read: Ledger) -> None:
    (line,) = actions(
        read("Council business was suspended for about 15 minutes before Mayor Anna Hill spoke.")
    )
    assert line.startswith("Council business was suspended for about 15 minutes")


def test_words_end_before_the_verb_of_the_clause_around_them(read: Ledger) -> None:
    text = "Tom Reed, who left his job in August amid quarrels with the staff, had a public split with Anna Hill."
    assert actions(read(text)) == ["left his job in August amid quarrels with the staff"]


def test_what_somebody_was_made_is_told_with_it(read: Ledger) -> None:
    text = "Mayor Anna Hill tapped Tom Reed, a chess player and judge, to be her deputy."
    (line,) = actions(read(text))
    assert line.endswith("to be her deputy")


def test_who_acts_may_be_named_around_a_few_quoted_words(read: Ledger) -> None:
    text = "Secretary Anna Hill “has directed that Tom Reed keep his badge,” her spokesman Sam Wood said."
    (line,) = actions(read(text))
    assert line == "has directed that Tom Reed keep his badge (according to Sam Wood)"


def test_papers_served_in_an_inquiry_are_no_order_of_it(read: Ledger) -> None:
    text = (
        "Federal prosecutors have issued subpoenas to Tom Reed's campaign as part of an inquiry into the flood."
        " Federal prosecutors have ordered an inquiry into the flood."
    )
    assert {entry.kind for entry in read(text)} == {ActKind.DEMAND, ActKind.INQUIRY}


def test_a_deed_that_a_noun_takes_for_granted_is_no_hearsay(read: Ledger) -> None:
    (line,) = actions(read("“President Anna Hill's decision to close the pier is wise,” Tom Reed said."))
    assert "according to" not in line


def test_a_ruling_without_what_it_says_is_no_line(read: Ledger) -> None:
    assert actions(read("Leeds has a court. Later that day, Judge Anna Hill handed down her ruling.")) == []


def test_a_ruling_on_what_was_done_before_keeps_its_time(read: Ledger) -> None:
    text = "The Leeds court has ruled that Tom Reed can be sued over conduct that took place before he took office."
    (line,) = actions(read(text))
    assert line.endswith("before he took office")


def test_a_pronoun_that_nobody_settles_answers_for_nothing(read: Ledger) -> None:
    text = "Leeds is wet. He said senators should then cancel the August recess and work on a reform package."
    assert actions(read(text)) == []


def test_a_court_is_named_as_the_account_named_it(read: Ledger) -> None:
    (entry,) = read("The Supreme Court sits in Leeds. The court sided with Tom Reed in the case of the pier.")
    assert entry.actor is not None
    assert entry.actor.name == "Supreme Court"


def test_a_request_that_a_court_grants_sets_nobody_free(read: Ledger) -> None:
    entries = read("The Leeds court granted the mayor's request to block the order on the pier.")
    assert entries
    assert not any("bailed" in kinds(entry) for entry in entries)


def test_a_condition_goes_on_behind_short_brackets(read: Ledger) -> None:
    text = "Senator Tom Reed vowed to block the nominees unless Leader Anna Hill (R-Ky.) schedules a vote on the pier."
    (line,) = actions(read(text))
    assert line.endswith("schedules a vote on the pier")


def test_who_declines_to_comment_needs_no_sentence_before(read: Ledger) -> None:
    text = "The mayor was pleased with the pier. Dan Frost, a spokesman for the council, declined to comment."
    assert actions(read(text)) == ["declined to comment"]


def test_what_points_at_the_sentence_before_has_it_beside(read: Ledger) -> None:
    text = "Anna Hill said that the ferry was a toy. Aides to Tom Reed in the room disputed that characterization."
    assert all("toy" in line for line in actions(read(text)))


def test_they_is_no_single_thing_told_before(read: Ledger) -> None:
    text = "The plans are bold. “I intend to use whatever weight this office holds to make them real,” Anna Hill said."
    assert all("plans are bold" in line for line in actions(read(text)))


def test_a_sentence_before_that_names_nothing_is_not_beside(read: Ledger) -> None:
    text = "Rain fell over the hills all day long. Senator Tom Reed has vowed to fight the measure."
    assert actions(read(text)) == []
    taken_up = "Leeds has fought over a ban on fireworks. Senator Tom Reed has vowed to fight the measure."
    assert len(read(taken_up)) == 1


def test_an_appeal_to_everybody_is_nobodys_to_answer(read: Ledger) -> None:
    assert actions(read("Mayor Anna Hill urged people to shine a light at home.")) == []
    assert len(read("Mayor Anna Hill urged the council to shine a light on the pier.")) == 1


def test_a_leaving_that_only_places_something_else_is_no_entry(read: Ledger) -> None:
    assert actions(read("Tom Reed is accused of lobbying for a bank after he left the Leeds council.")) == []
    assert len(read("Tom Reed left the Leeds council on Friday.")) == 1


def test_what_was_done_years_ago_is_background(read: Ledger) -> None:
    assert actions(read("Before the 2019 fire in Leeds, Mayor Anna Hill opposed the ban on fireworks.")) == []
    assert len(read("Before the fire in Leeds, Mayor Anna Hill opposed the ban on fireworks.")) == 1


def test_what_an_account_adds_to_somebodys_words_is_not_theirs(read: Ledger) -> None:
    (line,) = actions(
        read("Anna Hill said she was at odds with Acme Ltd., which denies involvement in the fire.")
    )
    assert "according to" not in line


def test_a_party_in_brackets_and_a_plan_whose_day_is_over_are_no_entries(read: Ledger) -> None:
    assert (
        actions(read("Sen. Anna Reed\n(D-Calif.) wrote a letter to the leader asking for a vote on it."))
        == []
    )
    assert actions(read("Officials said Reed planned to file the resolution on the pier last week.")) == []


def test_who_acts_has_the_words_by_which_it_was_told(read: Ledger) -> None:
    text = "A campaign against loud fireworks began in Leeds. It is cold. The campaign will promote two laws on noise."
    assert all("a campaign against loud fireworks" in line.lower() for line in actions(read(text)))
    assert len(read(text)) == 1


def test_a_state_that_nobody_made_is_no_decision(read: Ledger) -> None:
    assert actions(read("The rules say that goods are seized by way of a new plan for the pier.")) == []
    assert actions(read("The amendment was ratified to apply these rights to the towns.")) == []
    assert len(read("A vigil on the pier in Leeds was cancelled.")) == 1


def test_what_critics_charge_is_no_deed(read: Ledger) -> None:
    text = "Critics have charged that Mayor Anna Hill has encouraged the council to close the pier in Leeds."
    assert not any("close" in line for line in actions(read(text)))


def test_an_occasion_that_nothing_tells_apart_is_not_scheduled(read: Ledger) -> None:
    assert actions(read("Tom Reed came to Leeds. The summit is scheduled to start on Sunday.")) == []
    assert actions(read("Tom Reed came to Leeds. The harbour summit is scheduled to start on Sunday."))


def test_whom_one_asks_is_not_what_one_asks_for(read: Ledger) -> None:
    text = "Rain fell over the hills all day. Mayor Anna Hill urged the Harbour Board to preserve it."
    assert actions(read(text)) == []


def test_action_of_no_deed_is_no_demand(read: Ledger) -> None:
    assert actions(read("The democrats called for swift legislative action.")) == []


def test_a_condition_is_kept_where_the_line_begins_with_its_sentence(read: Ledger) -> None:
    (line,) = actions(
        read("While the bill is unlikely to pass, President Anna Hill promised to sign it if it passes.")
    )
    assert line.endswith("promised to sign it if it passes")


def test_a_deed_that_only_its_doer_tells_says_so(read: Ledger) -> None:
    (own,) = actions(read("Mayor Anna Hill said that she had ordered the police to close the bridge."))
    assert own.endswith("to close the bridge (by own account)")
    (told,) = actions(read("Mayor Anna Hill ordered the police to close the bridge."))
    assert "own account" not in told
    other = actions(
        read("The auditor, Tom Reed, said Mayor Anna Hill had ordered the police to close the bridge.")
    )
    assert not any("own account" in words for words in other)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Mayor Anna Hill will close the schools, libraries and pools in Leeds.",
            "will close the schools, libraries and pools in Leeds",
        ),
        (
            "Anna Hill vowed to fine anyone who paints or breaks a bench, which the council had bought.",
            "vowed to fine anyone who paints or breaks a bench",
        ),
        (
            "The court ruled that when the county seizes a boat, the fine must be fair.",
            "ruled that when the county seizes a boat, the fine must be fair",
        ),
        (
            "Anna Hill refused to sell the pier, Tom Reed said on Monday.",
            "refused to sell the pier (according to Tom Reed)",
        ),
        (
            "Anna Hill ordered a review of the bridges and Tom Reed praised her.",
            "ordered a review of the bridges",
        ),
        (
            "On the following Monday, the council will hold a vote on the old pier.",
            "On the following Monday, the council will hold a vote on the old pier",
        ),
    ],
)
def test_words_go_on_over_what_hangs_on_them(read: Ledger, text: str, line: str) -> None:
    assert actions(read(text)) == [line]


def test_a_quotation_that_is_cut_shows_it(read: Ledger) -> None:
    text = "Anna Hill ordered the council to sell “the old pier in Leeds: nobody wants it,” she said."
    assert actions(read(text)) == ["ordered the council to sell “the old pier in Leeds…”"]


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


def test_who_acts_is_not_who_stands_beside(read: Ledger) -> None:
    text = "A group formed by Anna Hill (D) and her husband, Tom Reed, promised to campaign against the pier."
    assert [e.actor.name for e in read(text) if e.actor] == ["A group"]


def test_words_in_the_first_person_are_a_quotation(read: Ledger) -> None:
    text = "“I have asked the clerk to show me the flood report,” Mayor Anna Hill said."
    assert actions(read(text)) == ["“I have asked the clerk to show me the flood report”"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "A judge sat in Leeds. Security permits were sold there. Anna Hill demanded that the council explain "
            "how those permits were issued.",
            "demanded that the council explain how those permits were issued (“Security permits”)",
        ),
        (
            "A bill to sell the pier was read on Monday. Anna Hill has vowed to vote against the measure.",
            "has vowed to vote against the measure (“A bill to sell the pier”)",
        ),
    ],
)
def test_a_noun_that_points_back_has_the_words_it_was_told_by(read: Ledger, text: str, line: str) -> None:
    assert line in actions(read(text))


def test_the_justices_are_the_court_that_was_named(read: Ledger) -> None:
    text = "The Supreme Court sat in Leeds on Monday. The justices upheld the ban on fishing from the pier."
    assert [e.actor.name for e in read(text) if e.actor] == ["Supreme Court"]


def test_he_is_who_says_so_where_nobody_else_is_known(read: Ledger) -> None:
    text = "Prosecutors said on Monday that in recent weeks they were looking into contracts of the Leeds council."
    assert [e.actor.name for e in read(text) if e.actor] == ["Prosecutors"]


def test_money_raised_is_no_decision(read: Ledger) -> None:
    assert actions(read("Mayor Anna Hill raised $3 million in three months in Leeds.")) == []


def test_a_line_that_begins_within_a_quotation_opens_it(read: Ledger) -> None:
    text = "Anna Hill said on Monday that she “will not sell” the pier “to a stranger” in Leeds."
    assert actions(read(text)) == ["“will not sell” the pier “to a stranger” in Leeds"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Anna Hill says she is willing to help the ferries — but only if they stop in Leeds on Sundays.",
            "is willing to help the ferries — but only if they stop in Leeds on Sundays",
        ),
        (
            "The Leeds council picked Tom Reed — who writes for the Gazette — to be its harbour master.",
            "picked Tom Reed — who writes for the Gazette — to be its harbour master",
        ),
    ],
)
def test_words_go_on_behind_dashes(read: Ledger, text: str, line: str) -> None:
    assert actions(read(text)) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Hill spoke in Leeds. On Monday, the Supreme Court sided with this view.",  # which
        "An office found reasonable grounds that Tom Reed was removed as a clerk in Leeds.",
        "Ferries ran late in Leeds. The man whose name is linked with the fire has been arrested.",
    ],
)
def test_what_is_open_or_only_found_likely_is_no_line(read: Ledger, text: str) -> None:
    assert actions(read(text)) == []


def test_officials_of_a_body_are_not_the_body(read: Ledger) -> None:
    text = "More than 90 former Department of Justice officials are calling on Tom Reed to resign as a judge."
    assert [e.actor.name for e in read(text) if e.actor] == ["90 former Department of Justice officials"]


def test_such_laws_are_told_elsewhere(read: Ledger) -> None:
    assert actions(read("Anna Hill spoke in Leeds on Monday. Tom Reed has called for such laws.")) == []


def test_one_of_several_bills_told_before_is_not_taken_for_the_bill(read: Ledger) -> None:
    told = "A bill to ban fireworks was tabled. A bill for new ferries was tabled. "
    assert not any("(“" in action for action in actions(read(f"{told}Mayor Anna Hill will sign the bill.")))


def test_what_a_speaker_foretells_of_another_binds_nobody(read: Ledger) -> None:
    assert read("“Tom Reed will close the pier in Leeds,” Mayor Anna Hill said.") == ()


def test_an_inquiry_told_by_its_noun_is_not_said_to_be_in_progress(read: Ledger) -> None:
    (entry,) = read("Anna Hill hailed the ombudsman’s investigation into the old pier in Leeds.")
    assert entry.status.delivery is Delivery.NO_EVIDENCE_FOUND
