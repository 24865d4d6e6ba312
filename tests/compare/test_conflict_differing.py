"""Conflicts between sentences that tell the same thing but for one value."""

from __future__ import annotations

from datetime import date

import pytest
from tests.compare.storied import story
from tests.conftest import Analyse

from crossread.annotate.article import annotate
from crossread.compare import conflicts, days, figures
from crossread.compare.conflicts.differing import differing_conflicts
from crossread.compare.conflicts.lone import Tally
from crossread.compare.conflicts.sameness import Sameness
from crossread.compare.conflicts.telling import told
from crossread.record.annotation import Account
from crossread.record.dossier import Conflict, ConflictKind
from crossread.text.gazetteer import far_apart, may_lie_in

TOLD = "The council of the small harbour town voted on Monday to spend 67 million on new sea walls and gates."
MEETING = "Foreign Minister Anna Berger met the fishermen of the flooded villages near Bremen and promised new boats."


def differing(analyse: Analyse, *texts: str) -> list[Conflict]:
    return differing_conflicts(story(analyse, *texts).accounts)


@pytest.mark.parametrize(
    ("sentence", "old", "new", "kind"),
    [
        (TOLD, "67 million", "91 million", ConflictKind.NUMBER),
        (TOLD, "Monday", "Wednesday", ConflictKind.DATE),
        (MEETING, "Bremen", "Nairobi", ConflictKind.PLACE),
        (MEETING, "Anna Berger", "Anna Keller", ConflictKind.NAME),
    ],
)
def test_one_sentence_with_two_values_is_a_conflict(
    analyse: Analyse, sentence: str, old: str, new: str, kind: ConflictKind
) -> None:
    (conflict,) = differing(analyse, sentence, sentence.replace(old, new))
    assert conflict.kind is kind
    assert [side.value for side in conflict.sides] == [old, new]


def test_the_same_told_in_other_words(analyse: Analyse) -> None:
    (conflict,) = differing(
        analyse,
        "Firefighters rescued 14 hikers from a burning hut near the Kessel pass on Sunday, police said.",
        "Police said that on Sunday 23 hikers were rescued by firefighters from a hut on fire at the Kessel pass.",
    )
    assert [side.value for side in conflict.sides] == ["14", "23"]


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("The rowers of Lorren lost their rudder on lap 17 and had to give up the race in the harbour.", 1),
        ("The rowers of Hale gave up their place in the harbour race on lap 17.", 0),
    ],
)
def test_which_lap_it_was_is_told_by_who_did_what(analyse: Analyse, other: str, found: int) -> None:
    one = "The rowers of Lorren lost their rudder on lap 14 and had to give up the race in the harbour."
    assert len(differing(analyse, one, other)) == found


@pytest.mark.parametrize(
    ("parts", "whole", "found"),
    [
        ("14 hikers and 9 guides", 23, 0),
        ("14 hikers and 7 guides", 23, 1),
        ("14 hikers and 14 guides", 28, 1),  # two alike are mostly one told twice
    ],
)
def test_parts_that_add_up_are_no_conflict(analyse: Analyse, parts: str, whole: int, found: int) -> None:
    one = f"Firefighters rescued {parts} from a burning hut near the Kessel pass on Sunday, police said."
    other = (
        f"Firefighters rescued {whole} hikers from a burning hut near the Kessel pass on Sunday, police said."
    )
    assert len(differing(analyse, one, other)) == found


def test_what_is_shown_of_one_pair_is_shown_once(analyse: Analyse) -> None:
    told = story(
        analyse,
        *(f"A {age}-year-old boy fell into the old Kessel well near Lorren." for age in ("four", "six")),
    )
    counted = figures.align(told.accounts, told.cast)
    assert len(conflicts.find(told.accounts, told.cast, counted, told.statements, told.claims)) == 1


def test_accounts_that_agree_with_a_side_stand_on_it(analyse: Analyse) -> None:
    (conflict,) = differing(analyse, TOLD, TOLD.replace("67", "91"), TOLD)
    assert [len(side.evidence) for side in conflict.sides] == [2, 1]


@pytest.mark.parametrize(
    "other",
    [
        TOLD,
        TOLD.replace("67", "91").replace("Monday", "Wednesday"),  # another vote
        TOLD.replace(
            "67 million on new sea walls", "91 million on a second ring road, 67 million on sea walls"
        ),
        "The council of a mountain village was to spend 91 million on Monday.",
        TOLD.replace("67", "about 69"),
        TOLD.replace("to spend 67", "for spending of 670"),  # what is so far apart is seldom one thing
        TOLD.replace("67", "91").replace("The council", "Has the council").replace(".", "?"),
    ],
)
def test_rounding_two_differences_and_other_sentences_are_no_conflict(analyse: Analyse, other: str) -> None:
    assert differing(analyse, TOLD.replace("67", "about 67") if "69" in other else TOLD, other) == []


def test_an_account_that_gives_the_other_value_too_contradicts_nobody(analyse: Analyse) -> None:
    corrected = f"{TOLD.replace('67', '91')} The mayor left early. {TOLD}"
    assert differing(analyse, TOLD, corrected) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("posted about 30 photos of her cousin", "posted 32 photos of her cousin"),
        ("posted four photos of her cousin", "posted photos of her seven cousins"),
        ("posted four photos of her cousin", "posted three remaining photos of her cousin"),
    ],
)
def test_counts_of_other_things_and_of_a_part(analyse: Analyse, one: str, other: str) -> None:
    told = [f"Mayor Ana Ruiz of Lorren {words} on Monday." for words in (one, other)]
    assert differing(analyse, *told) == []


def test_ages_of_two_people(analyse: Analyse) -> None:
    one = (
        "The 29-year-old singer posted photos of her cousin Tom Hale on her page, friends of the family said."
    )
    other = "The singer posted photos of 21-year-old Tom Hale on her page, friends of the family said."
    assert differing(analyse, one, other) == []


def test_relatives_in_like_sentences_are_two_people(analyse: Analyse) -> None:
    one = "The brother of the pilot, Peter Hall, was dismissed from the national air force on the same Friday evening."
    other = one.replace("Peter Hall", "Martin Hall") + " His brother is Peter Hall."
    assert differing(analyse, one, other) == []


def test_who_is_named_again_is_somebody_else(analyse: Analyse) -> None:
    other = MEETING.replace("Anna Berger", "Anna Keller") + " Keller spoke for an hour."
    assert differing(analyse, MEETING + " Berger spoke for an hour.", other) == []


def test_who_is_named_rightly_elsewhere_is_misnamed_once(analyse: Analyse) -> None:
    other = f"{MEETING} {MEETING.replace('Anna Berger', 'Anna Keller').replace('new boats', 'nets')}"
    (conflict,) = differing(analyse, MEETING, other)
    assert {side.value for side in conflict.sides} == {"Anna Berger", "Anna Keller"}


def test_a_place_that_both_accounts_name_may_be_meant_by_both(analyse: Analyse) -> None:
    other = MEETING.replace("Bremen", "Nairobi") + " Later she flew to Bremen."
    assert differing(analyse, MEETING + " Later she flew to Nairobi.", other) == []


def test_somebody_says_things_on_two_days(analyse: Analyse) -> None:
    one = "The minister, Anna Berger, said on Friday that the charges against the shipping firms were unfounded."
    other = "Minister Anna Berger said on Wednesday that her country strictly kept to all limits of shipping."
    assert differing(analyse, one, other) == []


VOTED = "The council of Lorren voted for the new harbour wall and its 12 gates on Tuesday evening."
AFTER = "Its wall had been the talk of the town since the storms. The mayor was at the vote on Tuesday."


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("The council of Lorren, all 16 of them, voted on Thursday evening for the harbour wall.", 1),
        (
            "The council of Lorren, all 16 of them, voted on Thursday evening for the wall. It rained on Thursday.",
            0,
        ),
    ],
)
def test_a_day_that_nobody_else_names_against_one_told_more_than_once(
    analyse: Analyse, other: str, found: int
) -> None:
    assert len(differing(analyse, f"{VOTED} {AFTER}", other)) == found


@pytest.mark.parametrize(
    ("passage", "old", "new"),
    [
        (
            "The old harbour crane fell on 3 November during the storm, the port said.",
            "3 November",
            "28 November",
        ),
        ("The crews searched for 30 sunken boats along the coast of Lorren for a week.", "30", "300"),
        ("Divers from Bremen searched the harbour of Lorren for the crane all night.", "Lorren", "Osaka"),
        (
            "BREMEN - The storm in Bremen broke the old crane of the city harbour on Friday.",
            "in Bremen",
            "in Osaka",
        ),
    ],
)
def test_one_passage_with_one_value_changed(analyse: Analyse, passage: str, old: str, new: str) -> None:
    (conflict,) = differing(analyse, passage, passage.replace(old, new))
    assert [side.value for side in conflict.sides] == [w.removeprefix("in ") for w in (old, new)]


def test_a_place_told_once_of_what_is_surely_the_same(analyse: Analyse) -> None:
    one = (
        "Heckled, Mr. Falk asked: “If I was too blunt, too loud and too direct for Bremen voters, why do you keep "
        "asking me back?” Bremen has two harbours."
    )
    other = "Mr. Falk spoke of the charge that he was “too blunt, too loud and too direct for Osaka voters.”"
    (conflict,) = differing(analyse, one, other)
    assert [side.value for side in conflict.sides] == ["Bremen", "Osaka"]


def test_the_age_of_somebody_named_before_it(analyse: Analyse) -> None:
    (conflict,) = differing(
        analyse,
        "The mayor spoke of Anna Berger, the 29-year-old engineer who was killed by the flood in Lorren in March.",
        "The mayor spoke of 38-year-old Anna Berger, who was killed by the flood of Lorren in March. It was cold.",
    )
    assert [side.value for side in conflict.sides] == ["29", "38"]


@pytest.mark.parametrize(("elsewhere", "found"), [("Denver", 1), ("Kenya", 0)])
def test_a_place_that_nobody_knows_against_a_city_told_once(
    analyse: Analyse, elsewhere: str, found: int
) -> None:
    one = "The engineer Anna Berger flew to Middleford for the opening of the new flood gates. Middleford has 12 gates."
    other = f"For the opening of the new flood gates the engineer Anna Berger took a train to {elsewhere} at noon."
    assert len(differing(analyse, one, other)) == found


def test_what_other_people_did_is_something_else(analyse: Analyse) -> None:
    one = "With the cash from her old campaign Ms. Berger ended the quarter with 11 million dollars in the bank."
    other = (
        "With the cash from his old campaign Mr. Brandt ended the quarter with 9 million dollars in the bank."
    )
    assert differing(analyse, one, other) == []


def test_deeds_told_by_other_verbs_have_days_of_their_own(analyse: Analyse) -> None:
    one = (
        "In May the lawyer of the port, Anna Berger, wrote to the harbour council of Lorren about the crane."
    )
    other = "In August the harbour council of Lorren sued the port over the crane. In August it rained."
    assert differing(analyse, one, other) == []


VOTE = "The harbour council of Lorren has scheduled a vote on the new flood gates for {}, the mayor said."


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (
            "The mayor allowed the harbour council of Lorren to vote on the new flood gates on Thursday evening.",
            1,
        ),
        ("The mayor of Lorren praised the harbour council and the new flood gates on Thursday evening.", 0),
    ],
)
def test_one_deed_told_by_a_noun_and_by_a_verb(analyse: Analyse, other: str, found: int) -> None:
    assert len(differing(analyse, VOTE.format("Tuesday evening") + " It rained on Tuesday.", other)) == found


def test_who_is_called_by_the_last_name_is_no_other(analyse: Analyse) -> None:
    one = "Anna Berger is expected to give a speech on the flood gates in Osaka on Monday."
    other = "Berger, who leads the harbour office, is set to give a speech on Thursday in Japan on the flood gates."
    (conflict,) = differing(analyse, one, other)
    assert [side.value for side in conflict.sides] == ["Monday", "Thursday"]


def test_how_many_are_pardoned(analyse: Analyse) -> None:
    one = "President Ana Ruiz signed full pardons on Monday for two Lorren farmers jailed for burning public wood."
    other = (
        "On Monday President Ana Ruiz pardoned five imprisoned Lorren farmers, whose sentence had led to the siege "
        "of a harbour office in a long quarrel over wood, fish, old boats and the new flood gates of the west coast."
    )
    (conflict,) = differing(analyse, one, other)
    assert [side.value for side in conflict.sides] == ["two", "five"]


def test_an_age_is_one_whatever_happened(analyse: Analyse) -> None:
    one = (
        "Karl Brandt, 67, was arrested after an investigation of the harbour police of Lorren, 67 pages long."
    )
    other = "Karl Brandt, 91, was charged with fraud after an investigation of the harbour police of Lorren."
    (conflict,) = differing(analyse, one, other)
    assert [side.value for side in conflict.sides] == ["67", "91"]


def test_one_quotation_whoever_is_named_beside_it(analyse: Analyse) -> None:
    words = "no decision has been made on the new flood gates under Section {} of the harbour act"
    one = f'The office of Anna Berger said that "{words.format(304)}".'
    other = f'Karl Brandt heard on Monday that "{words.format(457)}".'
    (conflict,) = differing(analyse, one, other)
    assert [side.value for side in conflict.sides] == ["304", "457"]


@pytest.mark.parametrize(
    ("words", "found"),
    [("the old boats have no place in this harbour any more", 1), ("old boats must go", 0)],
)
def test_two_days_of_one_quotation(analyse: Analyse, words: str, found: int) -> None:
    one = (
        'Many fishermen of Lorren laughed on Monday as Mayor Ana Ruiz said "the old boats have no place in this '
        'harbour any more", and went home to their wives.'
    )
    other = f'Asked about the bridge and a school, Ruiz told the radio on Thursday: "In this town {words}."'
    assert len(differing(analyse, one, other)) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("voted 89 to 16", "voted 89 to 10", 1),
        ("ruled 8-4", "ruled 5-4", 1),
        ("ruled 10-12 times", "ruled 7-12 times", 0),  # ranges
    ],
)
def test_votes(analyse: Analyse, one: str, other: str, found: int) -> None:
    told = (
        "The harbour court {} on Monday that the boats of the fishermen may stay at the old quay of Lorren."
    )
    assert (
        len(differing(analyse, told.format(one), told.format(other).replace("may stay", "can stay"))) == found
    )


def test_votes_of_two_courts(analyse: Analyse) -> None:
    one = "In the 5-4 ruling, written by judge Ana Ruiz, the court backed the old boat law of Lorren that paid owners."
    other = (
        "Years ago the harbour court of Lorren ruled 5-2 that the old boat law paid owners who need no money."
    )
    assert differing(analyse, one, other) == []


def test_places_that_do_something_each(analyse: Analyse) -> None:
    one = "In a speech the minister warned that he would close the harbour gates if Kenya kept on with its plans."
    other = (
        "After weeks came the threat of the minister to close the harbour gates if Norway was forced to pay."
    )
    assert differing(analyse, one, other) == []


@pytest.mark.parametrize(
    ("whose", "found"),
    [
        ("Karl Brandt, a lawyer from Nairobi,", 1),
        ("Nairobi Rep. Karl Brandt", 1),
        ("Karl Brandt, on a trip to Nairobi,", 0),
    ],
)
def test_where_somebody_is_from(analyse: Analyse, whose: str, found: int) -> None:
    one = "Committee chairman Karl Brandt of Ohio dismissed the farmer with a warning."
    other = (
        "After the farmer refused to tell the committee more, despite attempts by "
        f"{whose} to persuade her, he tried to dismiss her and her lawyer."
    )
    assert len(differing(analyse, one, other)) == found


def test_sons_of_two_fathers_are_two_people(analyse: Analyse) -> None:
    one = "The minister met Prince Karim bin Salem of Lorren on Monday and promised him new boats and flood gates."
    assert differing(analyse, one, one.replace("bin Salem", "bin Nasser")) == []


def test_percentages_told_by_other_verbs_are_of_other_things(analyse: Analyse) -> None:
    one = (
        "Two weeks after the flood 90 percent of the people of Lorren are left without power, food or a roof."
    )
    other = "Weeks after the flood 55 percent of the people of Lorren drink dirty water from old village wells nearby."
    assert differing(analyse, one, f"{other} At 55 percent, it is low.") == []


COURT = "Lawyers for the fishermen went before the {} District Court and asked for new boats after the flood."


def test_a_place_that_begins_a_name(analyse: Analyse) -> None:
    assert len(differing(analyse, COURT.format("Denver"), COURT.format("Osaka"))) == 1


def test_where_somebody_is_from_is_not_where_it_was(analyse: Analyse) -> None:
    one = "Governor Karl Brandt backed the engineer Anna Berger for the flood office on Monday on a tour through Osaka."
    other = "Governor Karl Brandt said on Friday he will back Ohio engineer Anna Berger for the flood office."
    shown = differing(analyse, f"{one} It rained in Osaka.", other)
    assert ConflictKind.PLACE not in [conflict.kind for conflict in shown]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Osaka", "Syria", True),
        ("southern Ohio", "Nairobi", True),
        ("R-Ohio", "Nairobi", True),
        ("North Korea", "South Korea", True),
        ("Denver", "Chicago", True),
        ("the U.S.", "Denver", False),
        ("Washington", "Seattle", False),  # the state
        ("Atlanta", "Georgia", False),
        ("London", "Croydon", False),
        ("Middleford", "Osaka", False),  # nobody knows where
        ("eastern Cyprus", "North Cyprus", False),
    ],
)
def test_places_that_lie_in_each_other_are_not_apart(one: str, other: str, apart: bool) -> None:
    assert far_apart(one, other) is far_apart(other, one) is apart


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Osaka", "Japan", True),
        ("South Ohio", "Ohio", True),
        ("the U.S.-Mexico", "Mexico", True),
        ("Osaka", "Kenya", False),
        ("Lorren", "Middleford", False),  # nobody knows where
    ],
)
def test_one_place_may_lie_in_the_other(one: str, other: str, found: bool) -> None:
    assert may_lie_in(one, other) is may_lie_in(other, one) is found


WALK = "Foreign Minister Anna Berger opened the new harbour bridge of Lorren on {}, and the fishermen cheered her."


@pytest.mark.parametrize(
    ("odd", "day", "others", "found"),
    [
        ("Friday", date(2017, 5, 3), 2, 1),  # a Wednesday: five days back, or two ahead
        ("Friday", date(2017, 5, 3), 1, 1),  # and no third account bears the other day out
        ("last Friday", date(2017, 5, 3), 2, 0),
        ("Friday", date(2017, 5, 10), 2, 0),  # of another week
    ],
)
def test_a_weekday_out_of_step(analyse: Analyse, odd: str, day: date, others: int, found: int) -> None:
    usual = [(WALK.format("Tuesday"), date(2017, 5, 3))] * others
    odd_one = (
        f"Many fishermen stood at the quay of Lorren and cheered on {odd}, when the ribbon of the new bridge "
        "over the harbour was cut by Anna Berger, the foreign minister, who had paid for it."
    )
    accounts = [
        Account(article, analysis, annotate(article, analysis))
        for article, analysis in (
            analyse(text, ref=f"ref{n}", published=own)
            for n, (text, own) in enumerate([*usual, (odd_one, day)])
        )
    ]
    dated = days.dated(tuple(accounts), days.solve(tuple(accounts), date(2026, 1, 1)))
    assert len(differing_conflicts(dated)) == found


def test_one_number_of_two_things_is_no_value_of_both(analyse: Analyse) -> None:
    one = "Two years after the storm the council of Lorren paid for the planting of young oaks in four river valleys."
    other = "The council of Lorren has paid at last for the planting of young oaks in two river valleys."
    (conflict,) = differing(analyse, one, other)
    assert [side.value for side in conflict.sides] == ["four", "two"]


def test_a_day_before_a_number_is_no_part_of_a_length(analyse: Analyse) -> None:
    told = (
        "The harbour council met in Lorren and the next day {} divers came to the pier to search the wreck."
    )
    (conflict,) = differing(analyse, told.format("four"), told.format("nine"))
    assert [side.value for side in conflict.sides] == ["four", "nine"]


def test_a_place_told_once_by_an_account_that_has_the_other_too(analyse: Analyse) -> None:
    told = (
        "The keeper of the old lighthouse retired in May after a long winter in {}, where her mother lives."
    )
    twice = f"{told.format('Nairobi')} Many sailors wept. {told.format('Osaka')}"
    found = differing(analyse, told.format("Osaka"), twice)
    assert {side.value for conflict in found for side in conflict.sides} == {"Nairobi", "Osaka"}


def test_one_place_each_of_the_same_thing(analyse: Analyse) -> None:
    one = "Anna Berger teaches science at Nairobi's Lorren College, the small school on the hill that her uncle runs."
    other = "Ms Berger owns a boat yard and teaches science at Lorren College in Norway, where her uncle is the head."
    (conflict,) = differing(analyse, one, other)
    assert [side.value for side in conflict.sides] == ["Nairobi", "Norway"]


def test_two_lists_with_one_other_member(analyse: Analyse) -> None:
    told = "The minister thanked {} for the boats that they sent."
    (conflict,) = differing(
        analyse,
        told.format("Norway, Kenya, Japan and Peru"),
        "He thanked Norway, Kenya, Chile and Peru for sending boats, the minister told the fishermen.",
    )
    assert {side.value for side in conflict.sides} == {"Japan", "Chile"}


def test_two_places_of_which_both_accounts_tell_one(analyse: Analyse) -> None:
    one = (
        "The envoy said on Monday that the government was slow, but that it would send help to the flooded "
        "villages in Kenya and Peru before winter. Peru had asked."
    )
    other = (
        "The government may be taking too long to answer the calls for boats from the flooded villages in "
        "Kenya and Japan."
    )
    (conflict,) = differing(analyse, one, other)
    assert {side.value for side in conflict.sides} == {"Peru", "Japan"}


@pytest.mark.parametrize(("third", "common"), [("Anna Winter", True), ("Clara Winter", False)])
def test_a_first_name_that_others_have_too_tells_nobody(analyse: Analyse, third: str, common: bool) -> None:
    one = "The engineer Anna Berger spoke first, and then Berger left."
    other = f"The engineer Anna Keller spoke first, and then {third} left."
    sentences = told(story(analyse, one, other).accounts)
    assert Tally(sentences).common(sentences[0].values[0]) is common


def test_one_subject_however_it_is_described(analyse: Analyse) -> None:
    accounts = story(
        analyse,
        "The port's old crane keeper Karl Brandt quit on Monday.",
        "Karl Brandt, who kept the crane of the port, quit on Thursday.",
    ).accounts
    sentences = told(accounts)
    days_of = (next(v for v in one.values if v.kind is ConflictKind.DATE) for one in sentences)
    sameness = Sameness(sentences)
    ours, yours = (
        sameness.surroundings(one, day).subject for one, day in zip(sentences, days_of, strict=True)
    )
    assert ours & yours >= {"brandt"}


@pytest.mark.parametrize(
    "other",
    [
        "The storm lasted for nearly three minutes and tore the roof off the market hall of Lorren.",
        "The storm lasted for 2.8 minutes and tore the roof off the market hall of Lorren.",
    ],
)
def test_a_length_in_two_units_and_a_rounded_one(analyse: Analyse, other: str) -> None:
    one = "The storm lasted for two minutes and 46 seconds and tore the roof off the market hall of Lorren."
    assert differing(analyse, one, other) == []


def test_the_perfect_takes_no_past_day(analyse: Analyse) -> None:
    one = "Mayor Anna Berger has invited the fishermen to a meeting Wednesday on the new bridge of Lorren."
    other = "Mayor Anna Berger on Tuesday invited the fishermen to a meeting on the new bridge of Lorren."
    assert differing(analyse, one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Spokesman Jon Cole of Lorren said at least 290 people were killed in the flood and 500 wounded.",
            "Jon Cole, a spokesman of Lorren, said that in addition to the 207 killed in the flood many people died.",
        ),
    ],
)
def test_those_to_whom_other_things_happened_are_others(analyse: Analyse, one: str, other: str) -> None:
    assert differing(analyse, one, other) == []


def test_one_of_a_list_in_another_sentence_is_somebody_else(analyse: Analyse) -> None:
    one = "Another former aide of the mayor, Anna Cole, was led from the court by guards after she wept at the verdict."
    other = (
        "Six aides of the mayor were tried in court, among them his lawyer Jon Hall, his banker Peter Moss and "
        "his former driver Anna Keller."
    )
    assert differing(analyse, one, other) == []
