"""Whose words they are where another noun stands nearer, and which words of the frame are none of them."""

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
        ("The tunnel is a goal of farm unions, which argue that prices are low.", "farm unions"),
        ("The tunnel is a concern of farm unions, which have argued that prices are low.", "farm unions"),
        ("She met the lawyers of the company, which says that the mine is safe.", "the company"),
        ("She met the lawyers of the company who say that the mine is safe.", "the lawyers of the company"),
    ],
)
def test_a_relative_pronoun_is_the_noun_its_verb_agrees_with(
    analyse: Analyse, text: str, speaker: str
) -> None:
    assert [who for who, _ in _shown(analyse, text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "The bill, said Ann Hill, senior policy adviser at the Centre for Trade, is “basically junk.”",
            ["The bill", "is “basically junk.”"],
        ),
        (
            "However, according to a group of doctors at the University of Ohio, New Salem, “it is a reflex.”",
            ["it is a reflex."],
        ),
        ("According to Ann Hill, a lawyer for the firm, the plan is illegal.", ["the plan is illegal"]),
    ],
)
def test_who_the_source_is_belongs_to_the_insertion(analyse: Analyse, text: str, contents: list[str]) -> None:
    assert [parts for _, parts in _shown(analyse, text)] == [contents]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "If people say, “I am young,” they should care, the doctor said.",
            [("the doctor", ["If people say, “I am young,” they should care"])],
        ),
        ("If the captain says that the pier is safe, people will believe her.", []),
    ],
)
def test_what_is_only_supposed_to_be_said_is_no_statement(
    analyse: Analyse, text: str, shown: list[tuple[str | None, list[str]]]
) -> None:
    assert _shown(analyse, text) == shown


def test_a_report_holds_the_one_in_it_behind_adjuncts_with_commas(analyse: Analyse) -> None:
    text = "The mayor said during her New Salem, Ohio, rally on Saturday night that she had told police to leave."
    assert _shown(analyse, text) == [("The mayor", ["she had told police to leave"])]


@pytest.mark.parametrize("aside", ["ending a row that had lasted years", "a blow to the firm that built it"])
def test_what_follows_a_dash_is_not_said_where_what_was_said_stands_before(
    analyse: Analyse, aside: str
) -> None:
    text = f"The plan is dead, the mayor told the council on Tuesday — {aside}."
    assert _shown(analyse, text) == [("the mayor", ["The plan is dead"])]


def test_a_text_may_end_before_what_was_said(analyse: Analyse) -> None:
    assert _shown(analyse, "The mayor told the council that") == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # where “that” of the parse leads to it, past a report, a hearing or an insertion
        (
            "Ms Roe wrote in Saturday's letter that the dam had leaked for weeks.",
            [("Ms Roe", ["the dam had leaked for weeks"])],
        ),
        (
            "The general told a 2017 council hearing that a new branch would cost too much.",
            [("The general", ["a new branch would cost too much"])],
        ),
        # what a noun before “that” holds is no clause of the cue
        (
            "Ms Roe said the idea that her friend should go to prison was absurd.",
            [("Ms Roe", ["the idea that her friend should go to prison was absurd"])],
        ),
        # an adverb of a noun, a time that is the subject
        (
            "Ms Roe said even President Hale knew of the leak.",
            [("Ms Roe", ["even President Hale knew of the leak"])],
        ),
        # what stands before a dash or a colon is none of it
        (
            "The review is now 12 years old but still stands — “no study has refuted it,” wrote Ann Hill, a doctor.",
            [("Ann Hill", ["no study has refuted it"])],
        ),
        # whose words these are is said once
        (
            "Ms Roe said as much after the vote: “We are still very weak in many ways,” she said in Norford.",
            [("Ms Roe", ["We are still very weak in many ways"])],
        ),
    ],
)
def test_what_is_said_begins_where_its_clause_does(
    analyse: Analyse, text: str, shown: list[tuple[str | None, list[str]]]
) -> None:
    assert _shown(analyse, text) == shown


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "The firm did well, Ms Roe said, until it closed in 1999.",
            ["The firm did well", "until it closed in 1999"],
        ),
        (
            "The mayor's remarks, she said, “send a clear signal that nobody is safe.”",
            ["The mayor's remarks", "“send a clear signal that nobody is safe.”"],
        ),
        (
            "He said the next couple of weeks “are going to be critical in Norford.”",
            ["the next couple of weeks “are going to be critical in Norford.”"],
        ),
        (
            "Ms Roe argued that, while dams are costly, they are needed.",
            ["while dams are costly, they are needed"],
        ),
    ],
)
def test_words_on_both_sides_of_an_attribution_are_what_was_said(
    analyse: Analyse, text: str, contents: list[str]
) -> None:
    assert [parts for _, parts in _shown(analyse, text)] == [contents]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # an insertion ends at the dash that closes it
        (
            "The rules and the support among voters – the mayor said that the tolls had worked – have changed the law.",
            [("the mayor", ["the tolls had worked"])],
        ),
        # an age belongs to who speaks
        (
            "“Rights are for all of us,” said Ms Aghan, then 29, who attended the protest with a drum.",
            [("Ms Aghan", ["Rights are for all of us"])],
        ),
        # what others make of who speaks is none of it; a vote may be called something
        (
            "Now seen by many as a champion of the poor, Hale called the vote a “victory for all.”",
            [("Hale", ["the vote a “victory for all.”"])],
        ),
        # who should do something has called nothing yet
        (
            "Mr Lund told the judge that Ms Roe should stay in jail, calling her letters “a campaign” of lies.",
            [("Mr Lund", ["Ms Roe should stay in jail"]), ("Mr Lund", ["her letters “a campaign” of lies"])],
        ),
        ("Ms Roe would not have left unless she felt that there was a good reason to go.", []),
    ],
)
def test_insertions_and_participles_end_where_the_account_goes_on(
    analyse: Analyse, text: str, shown: list[tuple[str | None, list[str]]]
) -> None:
    assert _shown(analyse, text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # the agent of a passive may stand behind what it says
        ("The plan was dismissed as “a farce” by Ms Roe.", [("Ms Roe", ["The plan", "as “a farce”"])]),
        # verbs of saying go together
        # what was heard on the radio says it
        (
            "Ms Roe told us she heard a radio message saying an officer had been hurt.",
            [("Ms Roe", ["she heard a radio message saying an officer had been hurt"])],
        ),
    ],
)
def test_who_says_what_stands_beside_another_verb(
    analyse: Analyse, text: str, shown: list[tuple[str | None, list[str]]]
) -> None:
    assert _shown(analyse, text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # what somebody says may be the object of another verb
        (
            "He was asked about papers that print what Ms Roe says without a word on whether the claim is true.",
            [],
        ),
        # a gerund may be a subject
        (
            "Mr Lund said collecting and reporting health data is a “core task” of the council.",
            [("Mr Lund", ["collecting and reporting health data is a “core task” of the council"])],
        ),
        ("The council met over his alleged “crimes and lies” on Monday.", []),
        # the clause that "as" leads to is whole
        (
            "As Ms Roe explained, there are clear and severe limits on force.",
            [("Ms Roe", ["there are clear and severe limits on force"])],
        ),
        # on what condition it is so, behind the attribution
        # what who spoke did is none of it
        (
            "The president said the town will “be the leader by far” in trade and is looking to revive its fair.",
            [("The president", ["the town will “be the leader by far” in trade"])],
        ),
        # what all of some kind think is nobody's view
        ("A writer who thinks that the town is lost will find plenty of excuses.", []),
    ],
)
def test_verbs_beside_the_cue_have_their_own_words(
    analyse: Analyse, text: str, shown: list[tuple[str | None, list[str]]]
) -> None:
    assert _shown(analyse, text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # what people do in the street is the subject of another verb
        ("Marchers protesting police shootings were moving down Lamar Street.", []),
        # what is told of a noun goes on behind the attribution
        (
            "Mr Lund, who embraces a “radical form of art,” police said, also wrote a book on war.",
            [("police", ["Mr Lund, who embraces a “radical form of art,”", "also wrote a book on war"])],
        ),
        # some of those before are nobody to name
        ("She met the lawmakers, some of whom suggested that the plan was dead.", []),
        # a line in single marks is a heading
        (
            "Ms Roe said that it was “loud.”\n\n'Run for your lives!'\n\nThe crowd left.",
            [("Ms Roe", ["it was “loud.”"])],
        ),
    ],
)
def test_what_nobody_says_is_no_statement(
    analyse: Analyse, text: str, shown: list[tuple[str | None, list[str]]]
) -> None:
    assert _shown(analyse, text) == shown


def test_a_time_of_the_speaker_is_not_when_it_was_said(analyse: Analyse) -> None:
    text = "Begum, a councillor up for election in 2014, said in a statement that the plan was dead."
    (told,) = statements(analyse, text)
    assert told.time is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The council will answer in kind,” May said.", "May"),
        ("“Too many towns go the wrong way,” WHO Director Ada Nolan said in Hill.", "WHO Director Ada Nolan"),
    ],
)
def test_names_that_look_like_small_words_speak(analyse: Analyse, text: str, speaker: str) -> None:
    assert [who for who, _ in _shown(analyse, text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # somebody tells of words of his own
        (
            "Mr Lund said that he had told his aides to “slow the work down, please.”",
            [("Mr Lund", ["he had told his aides to “slow the work down, please.”"])],
        ),
        # what the account adds of a later time
        (
            "He argued for years that the party needs “new faces,” and in May he and others struck a deal on lords.",
            [("He", ["the party needs “new faces,”"])],
        ),
        # a list behind "that:"
        (
            "Vox's Jen Kirk explained the law could have a number of effects:",
            [("Vox's Jen Kirk", ["the law could have a number of effects"])],
        ),
    ],
)
def test_words_told_of_oneself_are_told_once(
    analyse: Analyse, text: str, shown: list[tuple[str | None, list[str]]]
) -> None:
    assert _shown(analyse, text) == shown


def test_a_pronoun_alone_is_whom_it_was_told(analyse: Analyse) -> None:
    text = "“Have you seen the piece?” Mr Lund told him three times."
    (told,) = statements(analyse, text)
    assert words(text, told.addressee) == "him"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        # "what … was" holds the subject
        ("They were stopped in what Ms Roe alleged was “a farce” of the board.", []),
        # what the account explains
        (
            "“It has drawn a line,” Mr Lund said, referring to a line in the epic “Ode” of old.",
            [("Mr Lund", ["It has drawn a line"])],
        ),
        # the body, not what it faces
    ],
)
def test_glosses_and_free_relatives_are_nobodys_words(
    analyse: Analyse, text: str, shown: list[tuple[str | None, list[str]]]
) -> None:
    assert _shown(analyse, text) == shown


def test_a_time_of_another_clause_is_not_when_it_was_said(analyse: Analyse) -> None:
    text = "While Mr Lund announced that he would hold a hearing on June 16, many members argued that it was late."
    told = statements(analyse, text)[-1]
    assert words(text, told.speaker) == "many members"
    assert told.time is None
