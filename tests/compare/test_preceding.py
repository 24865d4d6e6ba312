"""Which statements are shown with words before them, and which words these are."""

from __future__ import annotations

from datetime import date

import pytest
from tests.conftest import READING_DAY, Analyse

from crossread.annotate.article import annotate
from crossread.compare.assemble import assemble
from crossread.record.annotation import Account
from crossread.record.dossier import Statement
from crossread.record.story import Membership, Story

LEAD = "The council closed the pier on Friday."


def statements_of(analyse: Analyse, text: str) -> list[Statement]:
    article, analysis = analyse(text, published=date(2021, 3, 14))
    account = Account(article, analysis, annotate(article, analysis))
    story = Story("s", "", (Membership(article.id, 1.0, ""),))
    return list(assemble(story, [article], [account], READING_DAY).statements)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        # what points back
        ("“That was wrong,” Mayor Ann Roe said.", LEAD),
        ("“Nobody told us about it,” Mayor Ann Roe said.", LEAD),
        ("“Absolutely not,” Mayor Ann Roe said.", LEAD),
        ("“Because Norford deserves better,” Mayor Ann Roe said.", LEAD),
        ("Mayor Ann Roe said that such a decision was unwise.", LEAD),
        # the lead of its own sentence, where that tells what is meant
        (
            "Asked about the closure of the market, Mayor Ann Roe said: “It was wrong.”",
            "Asked about the closure of the market, Mayor Ann Roe said",
        ),
        # whose speaker is not named
        ("“Norford will thrive,” they wrote.", LEAD),
        # a bare noun needs a sentence that has it
        ("Mayor Ann Roe said the pier would open again.", LEAD),
        ("Mayor Ann Roe said nobody missed the pier.", LEAD),
        ("Mayor Ann Roe said the judges were wrong.", ""),
        # the speaker's own pronoun, "it" before what it stands for, words that stand alone
        ("Mayor Ann Roe said she would resign.", ""),
        ("The Norford Police said they would stay.", ""),
        ("The Norford Police said voters had asked for it.", LEAD),
        ("“It is hard to say what comes next,” Mayor Ann Roe said.", ""),
    ],
)
def test_words_that_point_back_have_those_before_them(analyse: Analyse, told: str, shown: str) -> None:
    (statement,) = statements_of(analyse, f"Rain fell all day in Norford. {LEAD} {told}")
    assert (statement.before.text if statement.before else "") == shown


def test_nothing_is_before_the_first_words(analyse: Analyse) -> None:
    (statement,) = statements_of(analyse, "“That was wrong,” Mayor Ann Roe said.")
    assert statement.before is None


def test_a_sentence_too_long_to_be_read_beside_is_not_shown(analyse: Analyse) -> None:
    long = f"{'Rain fell in Norford and ' * 20}the council closed the pier."
    (statement,) = statements_of(analyse, f"{long} “That was wrong,” Mayor Ann Roe said.")
    assert statement.before is None


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("Mayor Ann Roe opened the pier. Critics said she had lied.", [("she", "Ann Roe")]),
        # the speaker, whom the words name, whoever may be the unknown speaker
        ("Mayor Ann Roe opened the pier. She said she was glad.", []),
        ("Mayor Ann Roe opened the pier. Critics said Ms Roe knew that she was late.", []),
        ("Mayor Ann Roe opened the pier. “She was late.”", []),
    ],
)
def test_a_pronoun_for_one_person_is_named(analyse: Analyse, told: str, meant: list[tuple[str, str]]) -> None:
    (statement,) = statements_of(analyse, told)
    assert [(who.mention.text, who.name) for who in statement.meant if who.mention] == meant
    assert not meant or statement.before is None


def test_a_speaker_without_a_name_is_called_what_the_account_called_it_first(analyse: Analyse) -> None:
    told = "A report by the Harbour Board came out on Monday. The report said the pier is unsafe."
    (statement,) = statements_of(analyse, told)
    assert [(one.mention.text, one.name) for one in statement.meant] == [
        ("The report", "A report by the Harbour Board")
    ]


def test_a_survey_that_says_something_has_the_sentence_that_tells_which_it_is(analyse: Analyse) -> None:
    poll = "A poll by Norbarometer found that 61% like the pier and 12% never saw it."
    said = "The survey also found 35% wanted the market to be closed."
    found = statements_of(analyse, f"Hill closed the market on Friday. {poll} {said}")
    assert [one.before.text if one.before else "" for one in found if "35%" in one.text] == [poll]


def test_another_survey_is_not_the_one_before(analyse: Analyse) -> None:
    poll = "A poll by Norbarometer found that 61% like the pier and 12% never saw it."
    found = statements_of(analyse, f"{poll} Another survey by Ipsurvey found 35% never go to Norford.")
    assert [one.before for one in found if "35%" in one.text] == [None]
