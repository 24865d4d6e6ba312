"""Whom pronouns mean: clauses before the main one, glosses, transcripts, who says what, whose words they are."""

from __future__ import annotations

import pytest
from tests.annotate.mentioned import chain_of
from tests.conftest import Analyse

from crossread.annotate.mentions import find


@pytest.mark.parametrize(
    ("text", "pronoun", "nth", "name"),
    [
        # a clause before the main one
        (
            "When Adam Cole was told that Jon Marsh had not come, he tried another way.",
            "he",
            0,
            "Adam Cole",
        ),
        (
            "Jon Marsh spoke first. A week later, when Adam Cole gave a speech, he did not thank them.",
            "he",
            0,
            "Adam Cole",
        ),
        ("When Adam Cole met Jon Marsh, he tried another way.", "he", 0, None),
        ("Moments before he was to speak, Jon Marsh issued a statement.", "he", 0, "Jon Marsh"),
        ("Adam Cole spoke.\nMoments before he was to leave, Jon Marsh issued a statement.", "he", 0, None),
        ("Asked why he had left, Jon Marsh said it was private.", "he", 0, None),
        # who speaks in a transcript is not the one he speaks of
        ("“ADAM COLE: He is honest.”", "He", 0, None),
        # whoever says it
        ("Anna Weber also asks a girl how old she is.", "she", 0, None),
        ("Jon Marsh left. The other classmate says he does not remember it.", "he", 0, "The other classmate"),
        ("Jon Marsh left. The person who saw Marsh says he does not remember it.", "he", 0, None),
        ("Jon Marsh left. The report says he does not remember it.", "he", 0, "Jon Marsh"),
        (
            "Jon Kettle said that the wall would not be paid, something that Adam Marsh also denied. He added a joke.",
            "He",
            0,
            None,
        ),
        # "Marsh" as the doer of a passive, of whom a relative clause tells
        # whose remarks, and whom they struck
        ("Adam Cole's remarks were enough to anger Jon Marsh. He told them so.", "He", 0, None),
        # a clause that began before the mark
        ("Anna Weber spoke. A young woman tells Weber she is wrong.", "she", 0, None),
        ("Jon Marsh left. A spokesman said he would appeal.", "he", 0, None),
        # a phrase with a pronoun, and nobody else
        ("Jon Marsh wrote to them. In his dissent, he said no.", "he", 0, "Jon Marsh"),
        # whose tale it is, and who is struck by what he did himself
        ("Jack Marsh argued that Adam Cole's lies about his plan were grounds.", "his", 0, "Adam Cole"),
        ("When Jon Marsh fired Adam Cole over his recusal, they left.", "his", 0, None),
        # a thing, no body
        # an office with its country is somebody
        (
            "Jon Marsh left. Norway's foreign minister warned of a strike, which he said was near.",
            "he",
            0,
            "Norway's foreign minister",
        ),
        # a description with a part of its own before the pronoun
        ("Jon Marsh left. At the event that the mayor held, he spoke.", "he", 0, None),
        # a subject of whom a relative clause tells, a pronoun that stayed open
        ("Jon Marsh praised Adam Cole, who he called a friend.", "he", 0, None),
        ("Jon Marsh and Adam Cole left. He sat down, as Cole told them. He smiled.", "He", 1, None),
        # a plural's mark of possession, which the parse may take for a compound's
        (
            "Tom Hollis is a baker. As Adam Marsh observed, it is clear.\nHollis’ lawsuit alleges that a woman"
            " whom he believes to be Weber has been repeatedly testing the limits of his will to make cakes.",
            "he",
            0,
            "Tom Hollis",
        ),
        # whose adviser he is, who is told of
        # nobody is his own lawyer
        ("Jon Marsh has denied it. His lawyer, Adam Cole, said no.", "His", 0, "Jon Marsh"),
        (
            "Jon Marsh, Mr. Cole’s first adviser, pleaded guilty on Friday to lying when he was questioned.",
            "he",
            0,
            "Jon Marsh",
        ),
    ],
)
def test_whom_a_pronoun_means(analyse: Analyse, text: str, pronoun: str, nth: int, name: str | None) -> None:
    article, analysis = analyse(text)
    found = find(article, analysis)
    held = chain_of(article, found, pronoun, nth)
    assert held == (None if name is None else chain_of(article, found, name))


def test_himself_is_whoever_does_it_and_his_or_her_nobody(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Jon Weber met Anna Cole. The individual who called Jon Weber named himself as Otto.\n"
        "Anna Cole said a rule that does not fit his or her name is wrong."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "himself") != chain_of(article, found, "Jon Weber")
    assert "his" not in {m.name for m in found}


def test_a_junior_is_told_by_one_name_and_a_bare_surname_is_another(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Donald Cole Jr. met Ann Ash. Cole Jr. said he was sorry. They like Don Jr. as well.\n"
        "President Cole was late. They said that Cole had slept."
    )
    found = find(article, analysis)
    junior = chain_of(article, found, "Donald Cole Jr.")
    assert chain_of(article, found, "Cole Jr.") == chain_of(article, found, "Don Jr.") == junior
    assert chain_of(article, found, "Cole") != junior


def test_whose_attack_it_is_need_not_be_whom_it_is_on(analyse: Analyse) -> None:
    article, analysis = analyse(
        "President Cole was wrong.\nMegan Weber responds to Cole’s attacks on her late father on Monday."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "her") != chain_of(article, found, "Cole")
