"""The brief: verbatim, cited, standing alone, without repeating."""

from __future__ import annotations

from datetime import date

import pytest
from tests.compare.storied import Told, example, story
from tests.conftest import Analyse

from crossread.annotate import mentions, times
from crossread.compare import brief
from crossread.compare.claims.showing import whole
from crossread.compare.claims.standing import people_named
from crossread.language.protocol import LanguageBackend
from crossread.record.annotation import Account, Annotation
from crossread.record.article import DateRange
from crossread.record.dossier import Conflict, ConflictKind, Side


@pytest.fixture(scope="module")
def clapham(backend: LanguageBackend) -> Told:
    return example(backend)


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Mayor Ana Ruiz of Lorren opened the new bridge on Monday morning.", True),
        ("Police said four people were arrested for public order offences at the harbour.", True),
        ("She opened the new bridge in the old harbour of Lorren on Monday.", False),
        ("It came as Ana Ruiz opened the new bridge in the harbour on Monday.", False),
        ("But Ana Ruiz opened the new bridge in the harbour on Monday after all.", False),
        ("Lorren votes. The meeting will be held in the town hall of Lorren on Monday night.", False),
        ("We opened the new bridge in the old harbour of Lorren on Monday.", False),
        ("“The bridge is the best thing that we ever built in Lorren,” Ana Ruiz said.", False),
        ("Lorren: new bridge opened by the mayor in the old harbour on Monday", False),
        ("Ana Ruiz opened it.", False),
        ("Lorren votes. The decision, which was taken in June, changed the town for all.", False),
        ("Lorren votes. The decision on the harbour changed the town for all of its people.", True),
        ("Along with the fund from Oslo, it also plans a new harbour for the people of Lorren.", False),
        ("Votes were among the subjects he discussed with the council of Lorren on Monday.", False),
        ("The town of Lorren declined to do so in a letter to the fund from Oslo.", False),
        ("Tom Beck issued the following statement on Monday through his lawyer in Lorren.", False),
        ("Mayor Ana Ruiz of Lorren then described how she had opened the new bridge.", False),
        ("To the contrary, Mayor Ana Ruiz of Lorren opened the new bridge on Monday.", False),
        (
            "Tom Beck fell ill. Ana Ruiz said Mayor Ofer Reed of Lorren had asked the board to dismiss him.",
            False,
        ),
        ("Lorren votes. Mayor Ana Ruiz says that will help the ships in the harbour of the town.", False),
        (
            "Lorren votes. Harbour officials warn that it would put all of the big ships at risk.",
            False,
        ),
        ("Lorren votes. On Monday night Mr Tom Beck signed it, and all of the ferries sailed again.", False),
        ("Lorren votes. The Brant fund of Oslo said that it would put new ships in the harbour.", True),
        (
            "Mayor Ana Ruiz, left, and Tom Beck pose for pictures at the new bridge of Lorren on Monday.",
            False,
        ),
        ("UPDATE: Mayor Ana Ruiz of Lorren opened the new bridge on Monday morning.", False),
        ("Mayor Ana Ruiz of Lorren asked at a news conference on Monday morning in the town hall.", False),
        ("A statement read: 'Tom was a kind man and the best driver of the Lorren trams.", False),
        ("Mayor Ana Ruiz opened the new bridge Many people of Lorren came to see it.", False),
    ],
)
def test_a_sentence_stands_alone_or_not(analyse: Analyse, text: str, alone: bool) -> None:
    article, analysis = analyse(text)
    named, timed = mentions.find(article, analysis), times.find(article, analysis)
    account = Account(article, analysis, Annotation(article.id, named, timed))
    assert (whole(account, analysis.sentences[-1]) is not None) is alone


def test_the_example_s_brief_is_short_cited_and_drawn_from_three_accounts(clapham: Told) -> None:
    found = brief.choose(clapham.accounts, clapham.claims, clapham.origins)
    text = {account.id: account.text for account in clapham.accounts}
    assert 3 <= len(found) <= 6
    assert len({sentence.evidence[0].article for sentence in found}) >= 3
    for sentence in found:
        assert sentence.text == sentence.evidence[0].text
        assert all(text[e.article][e.start : e.end] == e.text for e in sentence.evidence)
    assert any(len({e.article for e in sentence.evidence}) >= 3 for sentence in found)


def test_the_brief_does_not_say_one_thing_twice(analyse: Analyse) -> None:
    text = "Fire destroyed the old theatre of Lorren on Sunday night and killed two dancers."
    other = "Insurers in Oslo said the city of Lorren had never paid for sprinklers in its theatre."
    told = story(analyse, f"{text} {other}", f"{text} {other}")
    found = brief.choose(told.accounts, told.claims, told.origins)
    assert sorted(sentence.text for sentence in found) == sorted([text, other])


def test_a_story_without_sentences_that_stand_alone_has_no_brief(analyse: Analyse) -> None:
    told = story(analyse, "She left it there.", "They came back.")
    assert brief.choose(told.accounts, told.claims, told.origins) == ()


def test_what_another_account_denies_is_not_told_in_brief(analyse: Analyse) -> None:
    told = story(
        analyse,
        "The guards opened the northern gate of the Lorren stadium before the match.",
        "The guards did not open the northern gate of the Lorren stadium before the match.",
    )
    assert not brief.choose(told.accounts, told.claims, told.origins)


def test_what_others_tell_keeps_one_account_s_view_out_of_the_brief(analyse: Analyse) -> None:
    news = "The town council of Lorren approved the plan for the new harbour on Monday."
    view = "The plan for the harbour in Lorren is the worst idea that any council of the coast ever had."
    told = story(analyse, f"{news} {view}", f"{news} Rain fell.")
    assert [s.text for s in brief.choose(told.accounts, told.claims, told.origins)] == [news]


def test_an_older_count_is_not_told_in_brief(analyse: Analyse) -> None:
    old = "The flood in Lorren killed at least two people on Monday."
    new = "The flood in Lorren killed at least six people on Monday."
    told = story(analyse, f"{old} Rain fell.", f"{new} Roads were cut.")
    one, other = (account.evidence(account.analysis.sentences[0].span) for account in told.accounts)
    sides = (Side("at least 2", (one,)), Side("at least 6", (other,)))
    update = Conflict("conflict-1", "death toll", ConflictKind.UPDATE, sides)
    found = brief.choose(told.accounts, told.claims, told.origins, (update,))
    assert [sentence.text for sentence in found] == [new]
    disputed = Conflict("conflict-2", "death toll", ConflictKind.NUMBER, sides)
    assert not brief.choose(told.accounts, told.claims, told.origins, (disputed,))


def test_no_account_begins_the_brief_with_a_day_of_its_own(analyse: Analyse) -> None:
    text = "Rebels stormed the town hall of Lorren on {} 5 May 2021 and held the mayor for an hour."
    told = story(
        analyse,
        text.format("Wednesday"),
        text.format("Wednesday"),
        "In the biggest turn of Thursday, 6 May 2021, twenty armed men burst in on the mayor of Lorren.",
    )
    found = brief.choose(told.accounts, told.claims, told.origins)
    assert found
    assert not any("Thursday" in sentence.text for sentence in found)


_WELL = (
    "Rescuers in Lorren dug for a second night on Tuesday for the miner who fell down the shaft. Rain fell."
)
_FOUND = "A young miner was carried dead to the church of his village by seven divers. Roads were cut."


def _brief_over_days(analyse: Analyse, last: str, *days: date | None) -> list[tuple[str, bool]]:
    told = story(analyse, _WELL, _WELL, last)
    own = {a.id: DateRange(day, day) if day else None for a, day in zip(told.accounts, days, strict=True)}
    found = brief.choose(told.accounts, told.claims, told.origins, (), own)
    return [(sentence.text.split()[0], sentence.newest) for sentence in found]


def test_what_the_newest_account_opens_with_ends_the_brief(analyse: Analyse) -> None:
    early, late = date(2021, 5, 4), date(2021, 5, 6)
    assert _brief_over_days(analyse, _FOUND, early, early, late) == [("Rescuers", False), ("A", True)]
    assert _brief_over_days(analyse, _FOUND, early, late, late) == [("Rescuers", False)]  # told by the other
    for unsure in ((early, None, late), (late, late, late), (late, late, early)):
        assert not any(newest for _, newest in _brief_over_days(analyse, _FOUND, *unsure))


@pytest.mark.parametrize(
    "last",
    [
        _WELL,
        "Miners in Lorren remain the poorest people of the whole coast. Rain fell.",
        "It was found dead by a team of divers. Rain fell.",
    ],
)
def test_a_newest_account_without_news_of_its_own_adds_nothing_to_the_brief(
    analyse: Analyse, last: str
) -> None:
    early, late = date(2021, 5, 4), date(2021, 5, 6)
    assert not any(newest for _, newest in _brief_over_days(analyse, last, early, early, late))


def test_a_view_with_a_day_is_no_news(analyse: Analyse) -> None:
    told = story(
        analyse,
        "The harbour deal of Wednesday is good news for sailors and a good day for the old town.",
        "Mayor Ana Ruiz signed the harbour deal on Wednesday with the sailors of Lorren, the old town.",
    )
    found = [sentence.text for sentence in brief.choose(told.accounts, told.claims, told.origins)]
    assert not any("good news" in text for text in found)


def test_what_the_leads_share_fills_a_brief_without_doubling_it(analyse: Analyse) -> None:
    news = "The town council of Lorren approved the plan for the new harbour on Monday."
    more = "Police guarded the ferry at midnight, when sailors from Oslo came to protest."
    told = story(
        analyse,
        f"{news} Sailors from Oslo protested at the ferry until midnight, the police said.",
        f"{news} After a long night of talk on Monday the Lorren council passed its harbour plan.",
        more,
    )
    found = [sentence.text for sentence in brief.choose(told.accounts, told.claims, told.origins)]
    assert news in found
    assert len(found) == 2
    assert "ferry" in found[1 - found.index(news)]


def test_an_account_s_verdict_on_somebody_s_words_is_not_told_in_brief(analyse: Analyse) -> None:
    text = "Mayor Ana Ruiz repeated her false claim on Monday that the harbour of Lorren is safe."
    told = story(analyse, text, text)
    assert not brief.choose(told.accounts, told.claims, told.origins)


def test_who_is_named_with_an_office_needs_no_first_name(analyse: Analyse) -> None:
    news = "Senator Ruiz approved the plan for the new harbour of Lorren on Monday."
    told = story(analyse, f"{news} Rain fell.", f"{news} Snow fell.")
    more = "Ms Ruiz approved the plan for the new harbour of Lorren on Monday."
    other = story(analyse, f"{more} Rain fell.", f"{more} Snow fell.")
    _, short = people_named(told.accounts[0], told.accounts[0].analysis.sentences[0].span)
    _, alone = people_named(other.accounts[0], other.accounts[0].analysis.sentences[0].span)
    assert (short, alone) == (frozenset(), frozenset({"Ruiz"}))


def test_words_that_do_not_say_whose_they_are_tell_nothing_in_brief(analyse: Analyse) -> None:
    words = "The harbour of Lorren is a disgrace and the fund from Oslo has wasted all its money on Monday."
    told = story(
        analyse,
        f"Tom Beck posted on Monday: “{words}” The council of Lorren met.",
        f"Tom Beck spoke out on Monday. “{words}” The council of Lorren met.",
    )
    found = brief.choose(told.accounts, told.claims, told.origins)
    assert not any("disgrace" in one.text for one in found)


def test_accounts_that_begin_with_nothing_alike_are_opened_each_by_itself(analyse: Analyse) -> None:
    news = "The town council of Lorren approved the plan for the new harbour on Monday."
    more = "Police in Oslo said they arrested eleven members of a gang that smuggled rare birds."
    view = "Nothing is worse than a bad song."
    told = story(analyse, f"{view} {news} Rain fell.", more, view)
    found = [sentence.text for sentence in brief.choose(told.accounts, told.claims, told.origins)]
    assert found == [news, more]


def test_the_brief_of_one_account_is_what_it_begins_with(analyse: Analyse) -> None:
    news = "The town council of Lorren approved the plan for the new harbour on Monday."
    told = story(analyse, f"{news} Tom Beck, a sailor, said on Tuesday that the plan is a bad one.")
    assert [one.text for one in brief.choose(told.accounts, told.claims, told.origins)] == [news]


def test_each_account_opens_with_its_first_whole_sentence(analyse: Analyse) -> None:
    told = story(
        analyse,
        "LORREN (Brant News) — She opened the old harbour on Monday. Rain fell.",
        "Ships, sails and and songs: they are all here. Ana Ruiz opened the harbour on Monday.",
        "Harbour of Lorren.",
    )
    assert [one.text for one in brief.openings(told.accounts)] == [
        "She opened the old harbour on Monday.",
        "Ana Ruiz opened the harbour on Monday.",
    ]
