"""Where the parse decides against the nearest words: whose verb it is, and what belongs to what is said."""

from __future__ import annotations

import pytest
from tests.annotate.statements.stated import statements, words
from tests.conftest import Analyse


def _shown(analyse: Analyse, text: str) -> list[tuple[str | None, list[str]]]:
    found = (s for s in statements(analyse, text) if not s.kept_back)
    return [(words(text, s.speaker), [span.of(text) for span in s.spans]) for s in found]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "A first-term councillor from Norford with a record of fighting the town leadership "
            "said on Friday he would run for mayor.",
            "A first-term councillor from Norford with a record of fighting the town leadership",
        ),
        ("Harlow, appearing Sunday on “Sports & Friends,” alleged the club was lying.", "Harlow"),
        (
            "Harlow had blamed his brother, who served as treasurer, for most of the losses, "
            "saying he kept the books.",
            "Harlow",
        ),
    ],
)
def test_who_speaks_is_the_subject_by_the_parse(analyse: Analyse, text: str, speaker: str) -> None:
    assert speaker in [who for who, _ in _shown(analyse, text)]
    assert {who for who, _ in _shown(analyse, text)} == {speaker}


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("The paper shared a list of names, and later it emailed one full message.", []),
        (
            "“I hereby resign as mayor,” Harlow wrote in a letter to Ms Roe, which was posted online.",
            [["I hereby resign as mayor"]],
        ),
        (
            "The report includes details of gifts to a charity called “Wings of Hope” and of a dinner.",
            [],
        ),
        (
            "Ms Roe said last week's vote proved that “nobody is above the rules.”",
            [["last week's vote proved that “nobody is above the rules.”"]],
        ),
        (
            "Aides to Ms Roe did report breaking phones used by the mayor but she is not known to have done so.",
            [["breaking phones used by the mayor"]],
        ),
    ],
)
def test_content_is_whole_and_no_more(analyse: Analyse, text: str, contents: list[list[str]]) -> None:
    assert [parts for _, parts in _shown(analyse, text)] == contents


def test_a_clause_of_the_verb_itself_is_no_quotation_of_its_subject(analyse: Analyse) -> None:
    text = "“At this point,” Ms Roe decided that the gate should stay open, Mr Harlow said."
    assert {who for who, _ in _shown(analyse, text)} == {"Mr Harlow"}


def test_they_are_the_people_before_though_a_place_is_named_between(analyse: Analyse) -> None:
    text = (
        "Officials say that the women see hundreds of men each day in Norford. "
        "They also report that each woman owes a debt."
    )
    assert [words(text, s.speaker) for s in statements(analyse, text)] == ["Officials", "Officials"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The state bars any step “likely to burden the exercise of religion” in schools.", 0),
        ("A fan waved “We will never forget what they did to our town” at the gate.", 1),
    ],
)
def test_a_fragment_that_nobody_is_given_is_kept_back(analyse: Analyse, text: str, shown: int) -> None:
    assert len(_shown(analyse, text)) <= shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Citing a paper that said the mayor would not comment on the matter, the union said she should resign.",
            [
                ("a paper", ["the mayor would not comment on the matter"]),
                ("the union", ["she should resign"]),
            ],
        ),
        (
            "Aides accused the club of waste, noting that the sale came only days after it had raised prices.",
            [
                ("Aides", ["the club of waste"]),
                ("Aides", ["the sale came only days after it had raised prices"]),
            ],
        ),
        (
            "“It is troubling to see the mayor turn away,” said James Harlow, a candidate in the 16th ward, "
            "who said people at a meeting were furious.",
            [
                ("James Harlow", ["It is troubling to see the mayor turn away"]),
                ("James Harlow", ["people at a meeting were furious"]),
            ],
        ),
        (
            "Ms Roe added that if the sale were to be approved, builders would begin work on the pier by June.",
            [
                (
                    "Ms Roe",
                    ["if the sale were to be approved, builders would begin work on the pier by June"],
                )
            ],
        ),
        (
            "Ms Roe said the firm had sold the pier, prompting an outcry in the town.",
            [("Ms Roe", ["the firm had sold the pier"])],
        ),
        (
            "Mr Hale said nothing in the film suggested that the pier was safe.",
            [("Mr Hale", ["nothing in the film suggested that the pier was safe"])],
        ),
        ("Ms Roe ought to conclude that the sale was wrong.", []),
        ("Even as rain fell on the pier, Ms Roe hinted at something new.", []),
        ("The vote is bad news for progressives who believed that a strong case could be made.", []),
        (
            "She said the ministry demands “the highest standards from every person” in it.",
            [("She", ["the ministry demands “the highest standards from every person” in it"])],
        ),
        (
            "Sales have doubled in the last year, according to tables published in June.",
            [("tables published in June", ["Sales have doubled in the last year"])],
        ),
    ],
)
def test_each_statement_has_its_own_speaker_and_words(
    analyse: Analyse, text: str, shown: list[tuple[str | None, list[str]]]
) -> None:
    assert _shown(analyse, text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Calling Mr. Harlow a “sniveling coward,” Ms. Roe told her rival to “leave my family alone.”",
            [
                ("Ms. Roe", ["Mr. Harlow a “sniveling coward,”"]),
                ("Ms. Roe", ["her rival to “leave my family alone.”"]),
            ],
        ),
        (
            "Ann Pierce responded to claims that she is one of them, stating that the story is “stupid.”",
            [("Ann Pierce", ["the story is “stupid.”"])],
        ),
        (
            "Harlow lashed out at Roe, calling the mayor a liar, as he has alleged before, and threatening to "
            "“spill the beans” about her family.",
            [("Harlow", ["the mayor a liar"]), ("Harlow", ["to “spill the beans” about her family"])],
        ),
        (
            "The line was an addition to a speech in which Ms Roe criticized the council, but argued that "
            "Harlow was a “dangerous man”.",
            [("Ms Roe", ["Harlow was a “dangerous man”"])],
        ),
        (
            "She is a “sane, competent person,” Michael Dunn, the former mayor, said at the convention.",
            [("Michael Dunn", ["She is a “sane, competent person,”"])],
        ),
        ("Norbank declined to comment on whether it would be closing branches.", []),
        (
            "Big banks Norbank, Credit Sud and Alba Trust, plus oil giant Petrol, have indicated the new rules "
            "could cost them $1 billion each.",
            [
                (
                    "Big banks Norbank, Credit Sud and Alba Trust, plus oil giant Petrol",
                    ["the new rules could cost them $1 billion each"],
                )
            ],
        ),
        (
            "At least nine senators have signaled they would back the plan.",
            [("At least nine senators", ["they would back the plan"])],
        ),
        (
            "“We are looking at this closely,” said one lobbyist, speaking on the condition of anonymity.",
            [("one lobbyist", ["We are looking at this closely"])],
        ),
    ],
)
def test_no_words_of_the_sentence_around(
    analyse: Analyse, text: str, shown: list[tuple[str | None, list[str]]]
) -> None:
    assert _shown(analyse, text) == shown


def test_who_tells_of_another_speaker_is_kept_beside_a_participle(analyse: Analyse) -> None:
    text = (
        "Brown said that an official from the mayor's office gave them a warning to leave, "
        "saying it was unlawful to fish there."
    )
    saying = statements(analyse, text)[-1]
    assert words(text, saying.speaker) == "an official from the mayor's office"
    assert words(text, saying.relayer) == "Brown"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Harlow slams the mayor's aide Lene, calls on the council to act.",
            [("Harlow", ["the council to act"])],
        ),
        (
            "The group has advocated armed guards in every school — an idea Mr. Harlow repeated Friday.",
            [],
        ),
        (
            "The money was given to two aides, two people told of the gift have said.",
            [("two people told of the gift", ["The money was given to two aides"])],
        ),
        (
            "The craft will carry a relay, and according to the space agency, the relay will send pictures.",
            [("the space agency", ["the relay will send pictures"])],
        ),
        (
            "Ms Roe repeated Harlow's recent suggestion that a shotgun is a better weapon than a rifle like the one "
            "used in the attack.",
            [("Harlow", ["a shotgun is a better weapon than a rifle like the one used in the attack"])],
        ),
    ],
)
def test_who_did_not_say_it_is_not_named(
    analyse: Analyse, text: str, shown: list[tuple[str | None, list[str]]]
) -> None:
    assert _shown(analyse, text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Ms Roe said that union officials, who had called him out for not attending a Martin Dunn Jr.’s party, "
            "could “go home.”",
            [
                (
                    "Ms Roe",
                    [
                        "union officials, who had called him out for not attending a Martin Dunn Jr.’s party, "
                        "could “go home.”"
                    ],
                )
            ],
        ),
        (
            "According to the New York Times, Mary Dunn, who lives in Norford, took to Facebook to rebuke her sister.",
            [
                (
                    "the New York Times",
                    ["Mary Dunn, who lives in Norford, took to Facebook to rebuke her sister"],
                )
            ],
        ),
        (
            "Mr. Harlow said in the memo that the administration faced a choice, saying the costs would be low.",
            [("Mr. Harlow", ["the administration faced a choice"])],
        ),
        (
            "Rep. Steve Harlow (R-LA) reacted to Senate Leader Mitch Dale (R-KY) saying he favors letting states go "
            "bankrupt instead of a bailout.",
            [("Senate Leader Mitch Dale", ["he favors letting states go bankrupt instead of a bailout"])],
        ),
    ],
)
def test_of_two_who_could_have_said_it(
    analyse: Analyse, text: str, shown: list[tuple[str | None, list[str]]]
) -> None:
    assert _shown(analyse, text) == shown


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "It appealed to Senator John Harlow, Republican of Norford, who had suggested this week that the storm "
            "was as bad as the last one.",
            "Senator John Harlow",
            "the storm was as bad as the last one",
        ),
        (
            "He is friendly with Attorney General Tom Dunn, a former senator, who has told aides the vote is late.",
            "Attorney General Tom Dunn",
            "the vote is late",
        ),
        (
            "Ms Roe asked that Harlow agree to an interview -- and repeated a request for his papers.",
            "Ms Roe",
            "Harlow agree to an interview",
        ),
    ],
)
def test_a_description_between_commas_is_no_speaker(
    analyse: Analyse, text: str, speaker: str, content: str
) -> None:
    assert (speaker, [content]) in _shown(analyse, text)


def test_he_may_be_who_his_own_words_are_about_where_nobody_spoke_before(analyse: Analyse) -> None:
    text = "Governor Tom Dunn is “very close” to a choice, he told reporters on Thursday."
    said = statements(analyse, text)[0]
    assert said.speaker is not None
    assert said.basis == "subject of the words" or said.speaker.mention is not None


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        (
            "Mr Harlow called for lifting the embargo of Norland, which would have helped farmers.",
            "called for",
        ),
        (
            "The union called on Monday for the town to allow more staff to carry radios.",
            "called on Monday for",
        ),
        ("Ms Roe said on Monday that the harbour would close.", "said"),
    ],
)
def test_a_cue_is_shown_with_what_ties_it_to_its_words(analyse: Analyse, text: str, cue: str) -> None:
    found = statements(analyse, text)[0].cue
    assert found is not None
    assert found.of(text) == cue
