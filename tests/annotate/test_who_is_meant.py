"""Whom descriptions, titles and roles of one article mean, and what is no name."""

from __future__ import annotations

import pytest
from tests.annotate.mentioned import chain_of, named, roles_of
from tests.conftest import Analyse

from crossread.annotate.mentions import find
from crossread.record.annotation import EntityType, MentionForm


def test_a_description_with_words_that_tell_which_is_another_person(analyse: Analyse) -> None:
    article, analysis = analyse(
        "The first witness, Anna Weber, spoke on Monday.\n"
        "The witness who saw the fire was not named. The witness left the court."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "The witness") != chain_of(article, found, "Anna Weber")
    article, analysis = analyse(
        "Anna Weber, the state attorney in Ohio, met Jon Cole, the state attorney in Texas.\n"
        "The state attorney in Texas left."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "The state attorney") == chain_of(article, found, "Jon Cole")


def test_a_name_takes_up_the_description_before_it(analyse: Analyse) -> None:
    article, analysis = analyse(
        "A former British diplomat told the committee about the talks.\n"
        "That diplomat, William Ashworth, said the talks had failed.\n"
        "A cyclist was hurt. The cyclist was later identified as Anna Weber."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "A former British diplomat") == chain_of(
        article, found, "William Ashworth"
    )
    assert chain_of(article, found, "The cyclist") == chain_of(article, found, "Anna Weber")


def test_a_bare_description_is_open_where_there_are_several(analyse: Analyse) -> None:
    text = "Actor Anna Weber met the mayor, Jon Cole.\nThe actor left early."
    article, analysis = analyse(text)
    found = find(article, analysis)
    assert chain_of(article, found, "The actor") == chain_of(article, found, "Anna Weber")
    article, analysis = analyse(text.replace("met", "and other actors met"))
    found = find(article, analysis)
    assert chain_of(article, found, "The actor") != chain_of(article, found, "Anna Weber")


@pytest.mark.parametrize(
    ("named", "taken_up"), [("", True), ("The Norford Border Patrol drove them home. ", False)]
)
def test_the_agency_is_no_agency_by_name_where_another_body_may_be_meant(
    analyse: Analyse, named: str, taken_up: bool
) -> None:
    far = "Rain fell. The river rose. "
    text = f"The Flood Warning Agency sent boats. {far}{named}{far}The agency counted the boats."
    article, analysis = analyse(text)
    found = find(article, analysis)
    same = chain_of(article, found, "The agency") == chain_of(article, found, "Flood Warning Agency")
    assert same is taken_up


def test_the_committee_is_none_that_is_named_further_down(analyse: Analyse) -> None:
    text = "The committee met on Monday. Rain fell.\nThe Norford Harbour Committee sold a boat. {}"
    article, analysis = analyse(text.format("The committee met again."))
    found = find(article, analysis)
    committee = chain_of(article, found, "Norford Harbour Committee")
    first, again = (m for m in found if m.form is MentionForm.DESCRIPTION and m.name == "committee")
    assert (first.chain == committee, again.chain == committee) == (False, True)


def test_a_surname_goes_on_to_mean_whom_a_unique_rank_named(analyse: Analyse) -> None:
    article, analysis = analyse(
        "President Kettler met his son, Adam Kettler Jr., on Monday.\nKettler said he would sign the law."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "Kettler") == chain_of(article, found, "President Kettler")
    assert chain_of(article, found, "Kettler") != chain_of(article, found, "Adam Kettler Jr.")


def test_a_role_ends_before_what_points_back(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Jon Cole, a singer perhaps best known for his hats, came too.\n"
        'Mary Ash, a consultant for the "Clean Air" campaign, stayed.'
    )
    roles = roles_of(article, find(article, analysis))
    assert roles["Jon Cole"] == ["singer"]
    assert roles["Mary Ash"] == ["consultant"]


def test_where_somebody_belongs_is_a_role(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Anna Weber of the nonpartisan Budget Policy Center said so.\n"
        "The CNN’s Jon Cole asked. Susan Ash, Mayor Khan’s press secretary, replied. "
        "Republican Sen. Max Hill of Ohio left."
    )
    roles = roles_of(article, find(article, analysis))
    assert roles["Anna Weber"] == ["of the nonpartisan Budget Policy Center"]
    assert roles["Jon Cole"] == ["CNN"]
    assert roles["Susan Ash"] == ["Mayor Khan’s press secretary"]
    assert roles["Max Hill"] == ["Republican Sen."]


def test_two_bodies_tied_by_and_are_two(analyse: Analyse) -> None:
    article, analysis = analyse(
        "The FBI and Justice Department declined to comment. The Departments of Health and Human Services agreed."
    )
    bodies = named(find(article, analysis), EntityType.ORGANISATION)
    assert {"FBI", "Justice Department"} <= set(bodies)
    assert "Human Services" not in bodies


def test_datelines_shows_and_adjectives_name_nothing(analyse: Analyse) -> None:
    article, analysis = analyse(
        "LEEDS — The council met. Anna Weber told the BBC’s “Leeds This Morning” about it.\n"
        "The South Korean team and the Democratic party won."
    )
    named = [m.name for m in find(article, analysis) if m.form is MentionForm.NAME]
    assert not {"LEEDS", "Leeds This Morning", "South Korean", "Democratic"} & set(named)


def test_a_surname_is_open_once_a_relative_was_named(analyse: Analyse) -> None:
    text = "Rev. Bill Hill’s son Tom answered the editorial.\nHill wrote that he was sad."
    article, analysis = analyse(text)
    found = find(article, analysis)
    bare = next(m for m in found if m.name == "Hill")
    assert bare.chain != chain_of(article, found, "Rev. Bill Hill")
    article, analysis = analyse(f"Rev. Bill Hill spoke.\nHill won in May.\nHill lost in June.\n{text}")
    found = find(article, analysis)
    last = [m for m in found if m.name == "Hill"][-1]
    assert last.chain == chain_of(article, found, "Rev. Bill Hill")


def test_persons_whose_names_hold_other_words(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Prime Minister Helena May met Mohamed El-Hassan Mohamed in Leeds.\n"
        "Scottish Anna Weber waved. Max Hill of Kettler Boggs agreed with her."
    )
    people = named(find(article, analysis), EntityType.PERSON)
    assert {"Helena May", "Mohamed El-Hassan Mohamed", "Anna Weber"} <= set(people)
    assert "Kettler Boggs" not in people


def test_credits_and_doubled_words_are_no_people(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Jon Cole easily won the race along the river before lunch when others rested. (Max Hill/Pool via AP)\n"
        "Adam Kettler Adam Kettler tops the table."
    )
    people = named(find(article, analysis), EntityType.PERSON)
    assert "Jon Cole" in people
    assert not {"Max Hill", "Adam Kettler Adam Kettler"} & set(people)


def test_spellings_and_short_forms_of_one_person_in_an_article(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Curator Kristin Weber opened the show.\nKristen Weber, the curator, was proud.\n"
        "Donald Ashworth came too. “We saw Don early,” she said."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "Kristin Weber") == chain_of(article, found, "Kristen Weber")
    assert chain_of(article, found, "Don") == chain_of(article, found, "Donald Ashworth")


def test_a_first_name_alone_tells_gender(analyse: Analyse) -> None:
    article, analysis = analyse("Margaret spoke to the crowd in Leeds. Then he left the stage.")
    found = find(article, analysis)
    assert next(m for m in found if m.name == "he").chain is None


def test_a_surname_of_two_words_is_no_full_name(analyse: Analyse) -> None:
    article, analysis = analyse("Adam Del Sol won in Leeds.\nDel Sol said so on Monday.")
    found = find(article, analysis)
    assert chain_of(article, found, "Del Sol") == chain_of(article, found, "Adam Del Sol")


def test_bodies_before_an_office_are_cut_out_whole(analyse: Analyse) -> None:
    article, analysis = analyse(
        "The House Parks and Rivers Committee met White House Press Secretary Jon Cole on Monday.\n"
        "Max Hill spoke to Associated Press reporter Anna Weber.\n"
        "The governor of Florida, Adam Kettler — a guest — spoke too.\n"
        "It came from Deputy White House Press Secretary Carl Ash. Senior Lorren Council officials agreed with him."
    )
    found = find(article, analysis)
    bodies = set(named(found, EntityType.ORGANISATION))
    assert {"House Parks and Rivers Committee", "White House", "Associated Press", "Lorren Council"} <= bodies
    wrong = {
        "White House Press",
        "Means Committee",
        "Deputy White House",
        "Senior Lorren Council",
    }
    assert not wrong & bodies
    assert roles_of(article, found)["Adam Kettler"][0] == "governor of Florida"


def test_seats_initials_and_surnames_of_fathers(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Senate Minority Leader Chuck Cole D-N.Y., met Max Hill, R-Texas.\n"
        "The FBI & DOJ agreed. The United States Fish and Wildlife Service did not.\n"
        "The FBI’s Anna Weber inquiry went on. House Parks and Rivers Chairman Jon Ash, R-Ohio, left."
    )
    found = find(article, analysis)
    assert {"Chuck Cole", "Max Hill", "Anna Weber"} <= set(named(found, EntityType.PERSON))
    assert {"FBI", "DOJ"} <= set(named(found, EntityType.ORGANISATION))
    assert "Wildlife Service" not in named(found, EntityType.ORGANISATION)
    assert roles_of(article, found)["Anna Weber"] == []
    assert roles_of(article, found)["Jon Ash"] == ["House Parks and Rivers Chairman"]


def test_a_surname_is_the_presidents_though_a_son_has_the_full_name(analyse: Analyse) -> None:
    article, analysis = analyse(
        "President Kettler reversed the rule on Friday. “It was bad,” Mr. Kettler wrote.\n"
        "A photograph showed Adam Kettler Jr. with a gun."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "Mr. Kettler") == chain_of(article, found, "President Kettler")
    assert chain_of(article, found, "Mr. Kettler") != chain_of(article, found, "Adam Kettler Jr.")


def test_somebody_imagined_is_not_taken_up(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Mayor Anna Roe shut the bridge.\nCritics warned that a future Green mayor could do the same.\n"
        "The mayor was sure of it."
    )
    found = find(article, analysis)
    assert "a future Green mayor" not in [m.span.of(article.text) for m in found]
    assert chain_of(article, found, "The mayor") == chain_of(article, found, "Mayor Anna Roe")


def test_a_conjunction_before_a_rank_points_at_nobody(analyse: Analyse) -> None:
    article, analysis = analyse(
        "His father, a police officer, was shot in Leeds years ago.\nShe said that Officer Jon Cole fired first."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "a police officer") != chain_of(article, found, "Officer Jon Cole")


def test_whose_subject_it_is_outweighs_a_description(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Martin Kettler's career began as a graduate assistant in Leeds.\nIn 1983, he was hired as a coach."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "he") == chain_of(article, found, "Martin Kettler")


def test_a_name_before_a_noun_is_no_rival(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Martin Kettler played a role in the Cole campaign.\nHe was praised. Jon Cole was not there."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "He") == chain_of(article, found, "Martin Kettler")


def test_nobody_speaks_of_himself_by_name(analyse: Analyse) -> None:
    article, analysis = analyse(
        "For Martin Kettler, a teacher, Adam Warner was a legend.\nHe said, “Adam Warner was the best of us all.”"
    )
    found = find(article, analysis)
    assert chain_of(article, found, "He") != chain_of(article, found, "Adam Warner")


def test_a_straight_mark_closes_what_a_curved_one_opened(analyse: Analyse) -> None:
    article, analysis = analyse(
        'Martin Kettler said: “I am a teacher and a father of two," and left the hall.\n'
        "Kettler told others how he had won."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "he") == chain_of(article, found, "Martin Kettler")


def test_a_noun_takes_up_the_only_body_of_its_kind_just_named(analyse: Analyse) -> None:
    article, analysis = analyse(
        "The State Department lost the papers.\nThe agency has said it is looking for them.\n"
        "The Rail Commission met the Budget Committee. The panel was angry."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "The agency") == chain_of(article, found, "State Department")
    bodies = [m.chain for m in found if m.name in ("Rail Commission", "Budget Committee")]
    assert chain_of(article, found, "The panel") not in bodies


def test_names_of_bodies_go_on_to_their_end(analyse: Analyse) -> None:
    article, analysis = analyse(
        "The Foundation for Defense of Democracies met the National Organization for Women.\n"
        "A joint Department of Homeland Security and FBI report named the Republican Liberty Caucus.\n"
        "The first round of sanctions President Kettler imposed failed. State Sen. Anna Weber agreed.\n"
        "Max Hill, the Kansas secretary of state known for his views, did not. Joe ColeFord left."
    )
    found = find(article, analysis)
    bodies = set(named(found, EntityType.ORGANISATION))
    assert {"Foundation for Defense of Democracies", "National Organization for Women", "FBI"} <= bodies
    assert {"Department of Homeland Security", "Republican Liberty Caucus"} <= bodies
    roles = roles_of(article, found)
    assert roles["Kettler"] == ["President"]
    assert roles["Max Hill"] == ["Kansas secretary of state"]
    assert "Joe ColeFord" not in roles


def test_a_second_field_belongs_to_the_body_before_its_office(analyse: Analyse) -> None:
    article, analysis = analyse(
        "“We keep our word,” said Parks and Bridge Administration Commissioner Max Hill.\n"
        "Housing and Village Development Secretary Anna Weber met Centers for Bridge Control and Repair "
        "Director Robert Cole.\nThe National Roads and Harbour Administration agreed. Department of Health and "
        "Leeds City Council officials did not."
    )
    found = find(article, analysis)
    assert named(found, EntityType.ORGANISATION) == [
        "Parks and Bridge Administration",
        "Housing and Village Development",
        "Centers for Bridge Control and Repair",
        "National Roads and Harbour Administration",
        "Department of Health",
        "Leeds City Council",
    ]
    assert roles_of(article, found) == {
        "Max Hill": ["Parks and Bridge Administration Commissioner"],
        "Anna Weber": ["Housing and Village Development Secretary"],
        "Robert Cole": ["Centers for Bridge Control and Repair Director"],
    }


def test_a_hyphenated_remark_before_a_title_is_no_part_of_the_role(analyse: Analyse) -> None:
    article, analysis = analyse(
        "On Tuesday bridge-hating President Jon Cole met tough-talking Sheriff Ben Reed and the gaffe-prone "
        "Prime Minister Leo Hall.\n"
        "The newly-elected Senator Max Hill met award-winning director Anna Weber."
    )
    roles = roles_of(article, find(article, analysis))
    assert roles == {
        "Jon Cole": ["President"],
        "Ben Reed": ["Sheriff"],
        "Leo Hall": ["Prime Minister"],
        "Max Hill": ["newly-elected Senator"],
        "Anna Weber": ["award-winning director"],
    }


def test_initials_tell_where_a_body_name_ends(analyse: Analyse) -> None:
    article, analysis = analyse(
        "The group Bringing New Bridges in Rural Yorkshire (BNBIRY) met Anna Weber.\n"
        "The Rail Board in Leeds (LRB) met the Congress of Millers and Hill."
    )
    bodies = named(find(article, analysis), EntityType.ORGANISATION)
    assert "Bringing New Bridges in Rural Yorkshire" in bodies
    assert {"Rail Board", "Congress of Millers"} <= set(bodies)


def test_colours_and_names_for_the_press_name_nobody(analyse: Analyse) -> None:
    article, analysis = analyse(
        "The flood had a large impact on the Black community, the mayor said, saying that the Black community has "
        "been hurt most. The mayor said that some Black adults may not leave.\n"
        "He told the Legacy Media and the Liberal Media to leave Leeds."
    )
    found = find(article, analysis)
    assert not named(found, EntityType.GROUP)
    assert not named(found, EntityType.ORGANISATION)


def test_on_and_in_brackets_in_names_of_bodies(analyse: Analyse) -> None:
    article, analysis = analyse(
        "The Council on Foreign Relations met Taoiseach Leo Ashworth.\n"
        "The Department of Health and Human Services (HHS) agreed, said Deputy Campaign Manager Anna Weber."
    )
    found = find(article, analysis)
    bodies = set(named(found, EntityType.ORGANISATION))
    assert {"Council on Foreign Relations", "Department of Health and Human Services"} <= bodies
    assert "Deputy Campaign" not in bodies
    assert named(found, EntityType.PERSON) == ["Leo Ashworth", "Anna Weber"]


def test_adjectives_made_of_names_and_pipelines_name_nothing(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Voters in some Republican-leaning states came and met LTC Jon Cole near the Norwood XL Pipeline.\n"
        "The leader whom everybody remembers most, Deng Xiao-ping, died many years before they were born."
    )
    found = find(article, analysis)
    names = {m.name for m in found if m.form is MentionForm.NAME}
    assert {"Jon Cole", "Deng Xiao-ping"} <= names
    assert not {"Republican-leaning", "Norwood XL Pipeline", "LTC Jon Cole"} & names


def test_a_dateline_with_a_day_and_a_body_of_members(analyse: Analyse) -> None:
    article, analysis = analyse(
        "LEEDS, Dec 29 (Reuters) - The council met the Organization of Flood Survivors in the town hall.\n"
        "Anna Weber, a teacher, was there and told them that nobody had been forgotten."
    )
    names = {m.name for m in find(article, analysis) if m.form is MentionForm.NAME}
    assert "Organization of Flood Survivors" in names
    assert "LEEDS" not in names


def test_an_office_in_capitals_names_whoever_follows(analyse: Analyse) -> None:
    article, analysis = analyse(
        "They lied to Vice President Pentz about the matter for weeks.\n"
        "The letter came from then Vice President-elect Mike Kettler, who had known of it."
    )
    people = named(find(article, analysis), EntityType.PERSON)
    assert people == ["Pentz", "Mike Kettler"]


def test_whoever_told_goes_on_telling_whomever_the_words_name(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Jon Marsh said Adam Cole had lied to the court.\nHe also claimed that the papers were lost."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "He") == chain_of(article, found, "Jon Marsh")


def test_a_relative_with_a_name_is_the_subject_not_whose_relative_he_is(analyse: Analyse) -> None:
    article, analysis = analyse(
        'Adam Cole died on Monday.\nMr Cole\'s brother-in-law David Marsh said the road was icy. He said: "It is sad."'
    )
    found = find(article, analysis)
    assert chain_of(article, found, "He") == chain_of(article, found, "David Marsh")


def test_a_subject_may_follow_its_verb(analyse: Analyse) -> None:
    article, analysis = analyse(
        'Equally pleased was Nils Weber, the former mayor. Thanking the crowd, he said: "It was a good day."'
    )
    found = find(article, analysis)
    assert chain_of(article, found, "he") == chain_of(article, found, "Nils Weber")


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        # past the party and the place
        (
            "Rep. Anna Weber (R) of Ohio, chairman of the panel, left.",
            "Anna Weber",
            ["Rep.", "chairman of the panel"],
        ),
        ("Jon Cole of Utah, the top Democrat on the panel, left.", "Jon Cole", ["top Democrat on the panel"]),
        (
            "Anna Weber, then the town treasurer, ran for the seat.",
            "Anna Weber",
            ["then the town treasurer"],
        ),
        (
            "Anna Weber, who leads the fund's health work, agreed.",
            "Anna Weber",
            ["leads the fund's health work"],
        ),
        # a body's whole name is a part of the role
        (
            "“It is routine,” said Jon Cole, a former U.S. Department of Bridges adviser.",
            "Jon Cole",
            ["former U.S. Department of Bridges adviser"],
        ),
        (
            "The guest was Jon Cole, the eldest son of Norway's former president Adam Cole.",
            "Jon Cole",
            ["eldest son of Norway's former president Adam Cole"],
        ),
        ("They met Anna Weber, a Leeds-based historian, on Monday.", "Anna Weber", ["Leeds-based historian"]),
        ("Anna Weber, a blogger for weber.com, left.", "Anna Weber", ["blogger for weber.com"]),
        # several names with one role, several roles of one name
        ("Political scientists Anna Weber and Jon Cole agreed.", "Jon Cole", ["Political scientists"]),
        (
            "Deputy Harbour Manager and Research Director Anna Weber agreed.",
            "Anna Weber",
            ["Deputy Harbour Manager and Research Director"],
        ),
        # whose role it is not
        ("Since the evening Judge Cole was named, Anna Weber has waited.", "Cole", ["Judge"]),
        ("And like Jon Cole, the British Prime Minister is not named in the files.", "Jon Cole", []),
        (
            "On the podcast, 2016 House candidate Anna Weber agreed.",
            "Anna Weber",
            ["2016 House candidate"],
        ),
        (
            "Mayor Anna Weber, incoming chief of staff Jon Cole and others met.",
            "Anna Weber",
            ["Mayor"],
        ),
        ("A woman such as Anna Weber, a person of note such as Jon Cole, or a child came.", "Anna Weber", []),
    ],
)
def test_whose_role_it_is(analyse: Analyse, text: str, name: str, roles: list[str]) -> None:
    article, analysis = analyse(text)
    assert roles_of(article, find(article, analysis))[name] == roles


@pytest.mark.parametrize(
    ("text", "pronoun", "nth", "name"),
    [
        # in quotations: the only other one of whom is told
        ("Jon Cole left on Monday.\n“He wanted to be rich,” Anna Weber said.", "He", 0, "Jon Cole"),
        (
            "Jon Cole was a painter.\n“He was an artist and he knew it. His work sold,” Anna Weber said.",
            "His",
            0,
            "Jon Cole",
        ),
        ("Jon Cole met Adam Marsh.\n“He wanted to be rich,” Anna Weber said.", "He", 0, None),
        (
            "Jon Cole left on Monday.\n“He wanted to be rich,” said a friend of the family.",
            "He",
            0,
            "Jon Cole",
        ),
        ("Adam Marsh left.\n“He wanted to be rich,” he said.", "He", 0, None),
        # whose it is, told by the sentence
        ("Jon Cole left.\nIn her opening speech, Anna Weber said no.", "her", 0, "Anna Weber"),
        ("Adam Marsh spoke.\nDuring his visit to Leeds, Jon Cole said no.", "his", 0, "Jon Cole"),
        ("Adam Marsh praised Jon Cole and his aides.", "his", 0, "Jon Cole"),
        ("Adam Marsh spoke.\nAs his plan failed, Jon Cole said no.", "his", 0, None),
    ],
)
def test_pronouns_that_the_sentence_or_the_speaker_settles(
    analyse: Analyse, text: str, pronoun: str, nth: int, name: str | None
) -> None:
    article, analysis = analyse(text)
    found = find(article, analysis)
    held = chain_of(article, found, pronoun, nth)
    assert held == (None if name is None else chain_of(article, found, name))


def test_a_relative_is_who_is_called_so_by_name(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Anna Weber spoke on Monday. Her husband, Tom Hale, was with her.\n"
        "Anna Weber and her husband left. She smiled at him."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "her husband") == chain_of(article, found, "Tom Hale")
    article, analysis = analyse("Anna Weber spoke. Tom Hale left. Anna Weber and her husband were away.")
    found = find(article, analysis)
    assert chain_of(article, found, "her husband") != chain_of(article, found, "Tom Hale")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Anna Weber is a columnist for the Evening Post.", ["columnist for the Evening Post"]),
        ("Anna Weber is not a lawyer.", []),
        ("Is Anna Weber a senator?", []),
        ("If Anna Weber is the nominee, they will lose.", []),
        ("He said Anna Weber is a lawyer.", []),
        ("“Anna Weber is a lawyer,” he said.", []),
    ],
)
def test_a_sentence_tells_what_its_subject_is(analyse: Analyse, text: str, roles: list[str]) -> None:
    article, analysis = analyse(text)
    assert roles_of(article, find(article, analysis))["Anna Weber"] == roles


def test_the_first_of_two_surnames_stands_alone(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Anna Ibarra Weber left on Monday. The party said that Ms. Ibarra had resigned."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "Ms. Ibarra") == chain_of(article, found, "Anna Ibarra Weber")


def test_a_body_called_by_an_office_is_whole_and_nobody(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Anna Roe ran the Office of Harbour Counsel.\nTown Council Ranking Member Tom Hale left early."
    )
    found = find(article, analysis)
    assert named(found, EntityType.ORGANISATION) == ["Office of Harbour Counsel", "Town Council"]
    assert named(found, EntityType.PERSON) == ["Anna Roe", "Tom Hale"]


def test_the_subject_of_the_whole_sentence_before_goes_on(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Anna Weber had been asked whether President Cole accepts the apology.\nThe council is late, she said."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "she") == chain_of(article, found, "Anna Weber")


def test_ranks_of_the_forces_stand_before_names(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Airman Carl Ash and Seaman Anna Weber left. Reps. Jon Cole and Max Hill met them."
    )
    names = named(find(article, analysis), EntityType.PERSON)
    assert {"Carl Ash", "Anna Weber", "Jon Cole", "Max Hill"} <= set(names)


def test_two_titles_of_which_one_is_short_are_of_two_people(analyse: Analyse) -> None:
    article, analysis = analyse(
        "President and Sen. Anna Weber have a finger on the pulse. President and CEO Jon Cole left."
    )
    roles = roles_of(article, find(article, analysis))
    assert roles["Anna Weber"] == ["Sen."]
    assert roles["Jon Cole"] == ["President and CEO"]


@pytest.mark.parametrize(
    ("before", "same"),
    [
        ("Sen. Jon Marsh resigned on Monday.", True),
        ("Sen. Jon Marsh met Sen. Adam Cole on Monday.", False),
        ("Mayor Jon Marsh resigned on Monday.", False),
    ],
)
def test_a_subject_tells_more_of_the_one_before(analyse: Analyse, before: str, same: bool) -> None:
    article, analysis = analyse(f"{before} The second-term senator from Ohio said he was tired.")
    found = find(article, analysis)
    held = chain_of(article, found, "The second-term senator")
    assert (held == chain_of(article, found, before.split(" resigned")[0].split(" met")[0])) is same


@pytest.mark.parametrize(
    ("before", "joined"),
    [("", True), ("Rep. Tom Reed (R-Ohio) left. ", True)],
)
def test_a_member_is_called_by_state_and_party(analyse: Analyse, before: str, joined: bool) -> None:
    article, analysis = analyse(
        f"Rep. Anna Weber, Republican of Idaho, opposed it.\n{before}The Idaho Republican said it was late."
    )
    found = find(article, analysis)
    same = chain_of(article, found, "The Idaho Republican") == chain_of(article, found, "Rep. Anna Weber")
    assert same is joined
