"""Claims that somebody said something: one utterance in several accounts, with whose it is."""

from __future__ import annotations

import pytest
from tests.compare.storied import story
from tests.conftest import Analyse

from crossread.annotate.article import annotate
from crossread.compare.claims.said import Saying, _uttered
from crossread.present.parts.claims import _attribution
from crossread.record.annotation import Account
from crossread.record.span import Span

FIRST = (
    "The Lorren council met on Monday.\n“We have to rebuild the northern bridge before the winter floods come,” "
    "Mayor Ana Ruiz said after the meeting."
)
SECOND = (
    "A new bridge is planned for Lorren.\nAsked about the plan, Ruiz told a newspaper: “We have to rebuild the "
    "northern bridge before the winter floods come.”\nAna Ruiz is the mayor of Lorren."
)


def test_words_that_two_accounts_have_from_one_speaker_are_a_claim_that_she_said_them(
    analyse: Analyse,
) -> None:
    claim = story(analyse, FIRST, SECOND).claim("rebuild the northern bridge")
    assert claim.accounts == 2
    assert claim.text.endswith("Mayor Ana Ruiz said after the meeting.")
    assert not claim.disputed


def test_words_from_two_speakers_are_no_claim(analyse: Analyse) -> None:
    told = story(analyse, FIRST, SECOND.replace("Ruiz", "Beck").replace("Ana", "Tom"))
    assert not [claim for claim in told.claims if claim.accounts > 1]


def test_who_says_we_is_held_against_who_tells_it_of_her(analyse: Analyse) -> None:
    told = story(
        analyse,
        "“We have word from our divers that the northern bridge was sunk by a tanker,” Mayor Ana Ruiz said.",
        "Mayor Ana Ruiz said on Monday that the town had word from divers that the northern bridge “was sunk by a "
        "tanker”.",
    )
    assert told.claim("sunk by a tanker").accounts == 2


def test_few_words_are_no_claim(analyse: Analyse) -> None:
    told = story(
        analyse,
        "The council met on Monday.\n“We will see,” Mayor Ana Ruiz said after the meeting in Lorren.",
        "The bridge stays shut.\n“We will see,” said Ana Ruiz, the mayor of Lorren, when asked for a date.",
    )
    assert not [claim for claim in told.claims if claim.accounts > 1]


def test_what_a_speaker_points_back_at_is_no_claim(analyse: Analyse) -> None:
    words = "“Nobody in this town ever wanted to talk about that,”"
    told = story(
        analyse,
        f"The council met on Monday.\n{words} Mayor Ana Ruiz said after the meeting.",
        f"The bridge stays shut.\n{words} said Ana Ruiz, the mayor of Lorren.",
    )
    assert not [claim for claim in told.claims if claim.accounts > 1]


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("Everybody in this town knew that the plan was wrong in May", 1),
        ("Everybody told him in May that the old pillars would sink", 0),
        ("Everybody in Lorren knew in May that those pillars would sink", 0),
        ("They never shut the northern bridge in time", 0),
    ],
)
def test_a_speaker_may_say_this_town_but_neither_him_nor_those_pillars(
    analyse: Analyse, words: str, claims: int
) -> None:
    told = story(
        analyse,
        f"The council met on Monday.\n“{words},” Mayor Ana Ruiz said after the meeting.",
        f"The bridge stays shut.\n“{words},” said Ana Ruiz, the mayor of Lorren.",
    )
    assert len([claim for claim in told.claims if claim.accounts > 1]) == claims


def test_words_without_their_frame_are_shown_with_whose_they_are(analyse: Analyse) -> None:
    words = "The northern bridge was built for carts and never for heavy lorries."
    told = story(
        analyse,
        f"“It is late,” Mayor Ana Ruiz said on Monday. “{words}”\nThe council agreed.",
        f"“We waited too long,” Ana Ruiz said at the harbour. “{words}”\nRain fell on Lorren.",
    )
    claim = told.claim("built for carts")
    assert claim.text == f"Ana Ruiz: “{words}”"
    assert _attribution(claim) == ""


def test_words_in_the_first_person_are_a_claim_where_the_quotation_runs_over_sentences(
    analyse: Analyse,
) -> None:
    words = "We never agreed to close the northern harbour bridge."
    told = story(
        analyse,
        f"The council met on Monday. “{words} That was decided in March,” Mayor Ana Ruiz said.",
        f"Rain fell on Lorren. “{words} Nobody told us,” Mayor Ana Ruiz said at the harbour.",
    )
    claim = told.claim("never agreed")
    assert (claim.text, claim.accounts) == (f"Ana Ruiz: “{words}”", 2)


def test_words_that_leave_out_a_verb_told_before_stand_for_nothing(analyse: Analyse) -> None:
    words = "Nobody should cross the old bridge. If you do, take the northern harbour road of Lorren."
    told = story(
        analyse,
        f"The council met on Monday. “{words}” Mayor Ana Ruiz said.",
        f"Rain fell on Lorren. “{words}” Mayor Ana Ruiz said at the harbour.",
    )
    assert not any("If you do" in claim.text for claim in told.claims)


def test_a_sentence_that_goes_on_from_one_before_it_stands_for_nothing(analyse: Analyse) -> None:
    told = story(
        analyse,
        FIRST.replace("Mayor Ana Ruiz said", "Mayor Ana Ruiz, however, said"),
        SECOND,
    )
    assert all(", however," not in claim.text for claim in told.claims)


def test_a_description_may_be_whoever_another_account_names(analyse: Analyse) -> None:
    words = "“a blow to the order of the town and to the trust of all its people”"
    told = story(
        analyse,
        f"Judge Ana Ruiz ruled on the harbour of Lorren on Monday. The judge described the plan as {words}.",
        f"A Lorren judge has stopped the harbour plan. The Lorren judge called the harbour plan {words}.",
    )
    assert told.claim("a blow to the order").accounts == 2


def test_an_utterance_printed_twice_is_one_claim(analyse: Analyse) -> None:
    words = "The northern bridge was built for carts and never for heavy lorries"
    told = story(
        analyse,
        f"“{words},” Mayor Ana Ruiz said on Monday.\nThe council met.\n“{words},” Ruiz wrote on Friday.",
        f"“{words},” Mayor Ana Ruiz said at the harbour.\nRain fell.\n“{words},” Ruiz wrote on Friday.",
    )
    assert len([claim for claim in told.claims if claim.accounts > 1]) == 1


def test_a_letter_is_not_shown_as_being_who_wrote_it(analyse: Analyse) -> None:
    text = "“Nobody in this town was ever asked about the northern bridge,” the letter said."
    (account,) = story(analyse, text).accounts
    (statement,) = account.annotation.statements
    one = Saying(
        account=account,
        order=0,
        place=0,
        span=Span(0, len(text)),
        forms=(),
        statement=statement,
        speaker="Ana Ruiz",
        entity=None,
        framed=True,
        named=False,
        shown=None,
    )
    assert one.text == text


def test_a_sentence_that_another_account_prints_in_marks_is_not_told_as_so(analyse: Analyse) -> None:
    post = "Professional protesters of Lorren, incited by the northern papers, are blocking the old harbour bridge."
    told = story(
        analyse,
        f"Rain fell on Lorren on Monday.\n{post}\nThe council met.",
        f"The council of Lorren met on Monday.\n“It is bad. {post} Very unfair!”\nRain fell.",
    )
    assert not [claim for claim in told.claims if claim.accounts > 1 and claim.text == post.rstrip(".")]


def test_who_says_now_this_now_that_disputes_nothing(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Mayor Ana Ruiz said on Monday that Tom Beck was a hero of the northern war.",
        "Mayor Ana Ruiz said on Monday that Tom Beck was a hero of the northern war. In May Mayor Ana Ruiz said that "
        "Tom Beck was not a hero of the northern war.",
    )
    assert not any(claim.disputed for claim in told.claims)


def test_one_quotation_is_an_utterance(analyse: Analyse) -> None:
    text = "“We Have To Rebuild” “Before The Floods”"
    article, analysis = analyse(text)
    account, whole = Account(article, analysis, annotate(article, analysis)), Span(0, 20)
    first, second = Span(1, 19), Span(22, len(text) - 1)
    assert _uttered(account, whole, [first]) == first
    assert _uttered(account, whole, []) is None
    assert _uttered(account, whole, [first, second]) is None
