"""Who speaks where the words around a quotation mislead: places, captions that run on, pronouns, passed-on words."""

from __future__ import annotations

import pytest
from tests.annotate.statements.stated import statements
from tests.conftest import Analyse

from crossread.annotate import mentions as mentions_room
from crossread.annotate import times as times_room
from crossread.annotate.statements import find
from crossread.record.annotation import MentionForm


def name_of(analyse: Analyse, text: str, fragment: str) -> str | None:
    """Return the name in the chain of whoever the pronoun that speaks `fragment` stands for."""
    article, analysis = analyse(text)
    mentions = mentions_room.find(article, analysis)
    found = find(article, analysis, mentions, times_room.find(article, analysis))
    party = next(s.speaker for s in found if any(fragment in q.of(text) for q in s.quoted))
    chain = None if party is None or party.mention is None else mentions[party.mention].chain
    return next((m.name for m in mentions if m.form is MentionForm.NAME and m.chain == chain), None)


def speaker_of(analyse: Analyse, text: str, fragment: str) -> str | None:
    """Return the words for the speaker of the statement that quotes `fragment`."""
    found = [s for s in statements(analyse, text) if any(fragment in q.of(text) for q in s.quoted)]
    assert len(found) == 1
    return None if found[0].speaker is None else found[0].speaker.span.of(text)


@pytest.mark.parametrize(
    ("text", "fragment", "speaker"),
    [
        # a place where something happened does not speak
        # an inner source
        (
            "“We believe that we lost the vote,” the magazine reported Kovac as writing on Thursday.",
            "We believe",
            "Kovac",
        ),
        (
            "Tom Hill, whose father, the Rev. Bill Hill, founded the school, said in a post that the plan was a"
            " “totally partisan attack” and said that the “elder Hill” had voted for the mayor in May.",
            "elder",
            "Tom Hill",
        ),
        # nor whom a clause between commas is about
        (
            "Tom Hill, whose father, Bill Reed, led the club, said that the plan was “late and wrong”.",
            "late",
            "Tom Hill",
        ),
        # two clauses run on without a stop: the participle is of the second
        (
            "Carl Lund had a crash Pete Miller was sorry, calling the race “far too wet”.",
            "too wet",
            "Pete Miller",
        ),
        ("Miller was heard on team radio saying “we should be going” while Lund agreed.", "going", "Miller"),
    ],
)
def test_what_only_looks_like_the_subject_does_not_speak(
    analyse: Analyse, text: str, fragment: str, speaker: str | None
) -> None:
    assert speaker_of(analyse, text, fragment) == speaker


def test_a_caption_that_runs_into_an_attributed_quotation_is_none_of_it(analyse: Analyse) -> None:
    text = (
        "It came days after Carl Lund announced the inquiry had been closed “We believe that we lost the vote in "
        "the last week,” Dana Kovac, head of research, wrote in a letter. “The letter hurt us badly.”"
    )
    assert speaker_of(analyse, text, "We believe") == "Dana Kovac"
    assert speaker_of(analyse, text, "hurt us") == "Dana Kovac"


def test_the_outlet_that_relays_a_quotation_does_not_speak_the_next(analyse: Analyse) -> None:
    text = (
        "Dana Reyes thanks her supporters at the town hall “There are many reasons for this defeat,” she said, "
        "according to the Herald. “But our view is that the letter stopped us.”"
    )
    assert speaker_of(analyse, text, "our view") == "she"


def test_a_slogan_before_an_attribution_opens_no_sentence(analyse: Analyse) -> None:
    text = "Under the slogan “We are one,” Carl Lund said the party would win the election in May."
    assert not any(s.kind.value == "direct" for s in statements(analyse, text) if not s.kept_back)


def test_a_pronoun_after_a_quotation_is_who_spoke_right_before(analyse: Analyse) -> None:
    text = (
        "Clara Lund was set to win the vote until the last week, according to Kim Kovac. “Voters who decided late "
        "broke for the other side,” she explained."
    )
    assert name_of(analyse, text, "Voters") == "Kim Kovac"


def test_a_pronoun_of_another_gender_is_not_who_spoke_right_before(analyse: Analyse) -> None:
    text = "Mr Kovac said that the letter had hurt Clara Lund. “We lost the vote in the last week,” she said."
    assert name_of(analyse, text, "We lost") == "Clara Lund"


def test_a_noun_of_the_subject_s_own_clause_does_not_speak(analyse: Analyse) -> None:
    text = "The witness who saw the events said the guards pushed past police."
    (said,) = statements(analyse, text)
    assert said.speaker is not None
    assert said.speaker.span.of(text).startswith("The witness")


@pytest.mark.parametrize(
    ("text", "fragment", "speaker"),
    [
        # the place of a dateline does not speak
        (
            "LEEDS — Mayor Hale on Monday said the agency was wrong and said his rival lied “many times” to it.",
            "many times",
            "Mayor Hale",
        ),
        # "saying he" turns nothing round
        (
            "Hale's lawyer Paul Reed later said he was the one who wrote that letter, saying he “did not mean it.”",
            "not mean it",
            "Hale's lawyer Paul Reed",
        ),
        # a programme in marks between the cue and what was said
        (
            "Rita Moss said on NBC's “Meet the Press” on Sunday that they saw “the making of a case” here.",
            "making of a case",
            "Rita Moss",
        ),
        # words between commas before "that"
        ("Hale said, after his speech, in a talk with Ann Reed, that “Lund has lost.”", "Lund", "Hale"),
        # what was asked is no part of the answer
        ("Asked if he thought Moss was “formidable,” Hale said, “Very much so.”", "Very much", "Hale"),
        # a name after a description that a mark holds whole
        (
            "The fund met with the group's CEO, James Reed, warning that the games may hurt “the growth of kids”.",
            "growth of kids",
            "the group's CEO, James Reed",
        ),
        ("“A state cannot avoid that,” said the ruling.", "A state", "the ruling"),
        ("Mr Hale had asked on Twitter, “How do you remove a man who has won?”", "How do you", "Mr Hale"),
        ("“This comes first even in peace,” Mr Hale is expected to say.", "in peace", "Mr Hale"),
        ("Hale said Spain cannot return to a hard border, calling it a “huge issue.”", "huge issue", "Hale"),
    ],
)
def test_who_speaks_in_other_frames(analyse: Analyse, text: str, fragment: str, speaker: str) -> None:
    assert speaker_of(analyse, text, fragment) == speaker


def test_the_speaker_before_goes_on_though_somebody_is_told_of(analyse: Analyse) -> None:
    text = "Carl Moss suggested Hale might want to think twice. “You write at your own peril,” he said."
    assert name_of(analyse, text, "own peril") == "Carl Moss"


def test_a_body_goes_on_as_it(analyse: Analyse) -> None:
    text = "Lumen Ltd said the line was safe. It warned that the old bridge was “about to fall down”."
    assert name_of(analyse, text, "fall down") == "Lumen Ltd"


def test_a_heading_that_runs_in_is_no_part_of_what_was_said(analyse: Analyse) -> None:
    text = "Drivers felt watched early – Two weeks before, the mayor was discussing cameras, according to an aide."
    (found,) = statements(analyse, text)
    assert found.spans[0].of(text).startswith("Two weeks before")


def test_what_is_only_expected_to_be_said_is_no_statement(analyse: Analyse) -> None:
    assert statements(analyse, "Mr Hale is expected to say that the army needs more money.") == ()


def test_a_pronoun_of_another_gender_is_not_the_speaker_before(analyse: Analyse) -> None:
    text = "Ann Moss said she was sad. A clip shows her cousin. He says, “It is nice to wake up.”"
    assert name_of(analyse, text, "nice to wake") is None


@pytest.mark.parametrize(
    "text",
    [
        "Fans ended up singing “Never Walk Alone” in the rain.",  # a song
        "The club has a team for what it calls “Kind Design,” which is about noise.",  # a name
        "Ms Moss shrugged when asked whether she thought Mr Lund was giving the speech for gain.",  # told nothing
    ],
)
def test_what_is_named_or_measured_is_nobodys_words(analyse: Analyse, text: str) -> None:
    assert statements(analyse, text) == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Roe — a critic of the mayor — said on Friday that the bridge would close.", "Ann Roe"),
        ("Ann Roe, R-Neb. — a critic of the mayor — said that the bridge would close.", "Ann Roe"),
        ("As she continued, Carl Lund, a friend of hers, interrupted.", None),
    ],
)
def test_dashes_part_the_subject_and_what_happened_meanwhile_is_not_said(
    analyse: Analyse, text: str, speaker: str | None
) -> None:
    said_by = [s.speaker.span.of(text) if s.speaker else None for s in statements(analyse, text)]
    assert said_by == ([speaker] if speaker else [])


def test_he_is_not_who_only_may_do_something(analyse: Analyse) -> None:
    """Who is the subject of a condition has not spoken."""
    text = (
        "Paul Harlow said the declaration was needed. Carl Roe has previously threatened litigation if Harlow declared "
        "an emergency. “It is not only wrong, it is illegal,” he said last week."
    )
    told = next(s for s in statements(analyse, text) if s.kind.value == "direct")
    assert "the speaker of the statement before" not in told.basis
