"""Grouping a stream: what belongs together, what does not, and that a saved state decides the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import EXAMPLE, make_article
from tests.stories.told import DAY, FERRY, TAXES

import crossread.stories.stream as stream
from crossread.errors import CodecError
from crossread.ingest.articles import article as read_article
from crossread.record.article import Article, Submission
from crossread.stories.stream import Grouper


def articles(*texts: str, day: date | None = DAY) -> list[Article]:
    return [make_article(text, ref=f"{n}", published=day) for n, text in enumerate(texts)]


def stories(found: list[Article], window_days: int = 14) -> list[str]:
    grouper = Grouper(window_days)
    return [grouper.add(article)[0] for article in found]


@pytest.mark.parametrize("day", [DAY, None])
def test_one_happening_one_story(day: date | None) -> None:
    a, x, b, y, c = stories(articles(FERRY[0], TAXES[0], FERRY[1], TAXES[1], FERRY[2], day=day))
    assert a == b == c
    assert x == y != a


def test_the_undated_example_is_one_story() -> None:
    found = [
        read_article(Submission(path.name, path.read_bytes().decode()), date(2026, 1, 1))
        for path in sorted(EXAMPLE.glob("*.txt"))
    ]
    assert len(set(stories(found))) == 1


def test_the_same_words_far_apart_in_time_are_two_stories() -> None:
    early = make_article(FERRY[0], ref="a", published=DAY)
    late = make_article(FERRY[1], ref="b", published=DAY + timedelta(15))
    assert len(set(stories([early, late]))) == 2
    assert len(set(stories([early, late], window_days=15))) >= 1


def test_a_member_has_a_score_and_a_reason() -> None:
    grouper = Grouper(14)
    one, two = articles(*FERRY[:2])
    story, founder, _ = grouper.add(one)
    same, member, _ = grouper.add(two)
    assert same == story
    assert founder.score == 1.0
    assert "opens the story" in founder.reason
    assert 0.5 <= member.score <= 1.0
    assert "aurora" in member.reason
    assert "the same day" in member.reason


def test_who_opens_a_story_beside_a_near_one_is_told_how_near() -> None:
    grouper = Grouper(14)
    one, two = articles(
        FERRY[0], "The school of Skerray has a new roof, which was paid for by its pupils' parents."
    )
    grouper.add(one)
    assert "for the nearest" in grouper.add(two)[1].reason


def test_the_same_article_again_stays_where_it_is() -> None:
    grouper = Grouper(14)
    (one,) = articles(FERRY[0])
    assert grouper.add(one)[0] == grouper.add(one)[0]


def test_a_new_version_joins_the_story_of_the_old_one() -> None:
    grouper = Grouper(14)
    old, new = articles(FERRY[0], "Correction: this was another ship.")
    story, *_ = grouper.add(old)
    assert grouper.add(replace(new, version_of=old.id))[0] == story


def test_articles_without_words_share_no_story() -> None:
    assert len(set(stories(articles("…", "—", "?", day=None)))) == 3


@settings(deadline=None, max_examples=20)
@given(st.permutations([*FERRY, *TAXES]), st.integers(0, 5))
def test_a_restored_state_decides_as_the_one_that_went_on(texts: list[str], cut: int) -> None:
    found = articles(*texts)
    whole = Grouper(14)
    expected = [whole.add(article) for article in found]
    first = Grouper(14)
    decided = [first.add(article) for article in found[:cut]]
    second = Grouper.restored(first.saved())
    decided += [second.add(article) for article in found[cut:]]
    assert decided == expected
    assert second.saved() == whole.saved()


@pytest.mark.parametrize("state", [b"", b"[]", b"{}", b'{"held": [1], "newest": null, "seen": 0}', b"\xff"])
def test_a_broken_state_is_refused(state: bytes) -> None:
    with pytest.raises(CodecError):
        Grouper.restored(state)


def test_old_articles_are_forgotten_and_new_ones_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "_HELD_ANYWAY", 2)
    monkeypatch.setattr(stream, "_SWEEP", 1)
    grouper = Grouper(14)
    for n in range(40):
        day = DAY + timedelta(n)
        grouper.add(make_article(f"Day {n} of the trial of word{n} and name{n}.", ref=str(n), published=day))
    held = grouper.saved().count(b'"article"')
    assert 14 <= held <= 17


def test_no_more_than_a_fixed_number_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "_HELD_ANYWAY", 2)
    monkeypatch.setattr(stream, "_SWEEP", 1)
    monkeypatch.setattr(stream, "_MOST_HELD", 5)
    grouper = Grouper(14)
    for article in articles(*(f"The trial of word{n} and name{n}." for n in range(20))):
        grouper.add(article)
    assert grouper.saved().count(b'"article"') == 5


def test_a_date_after_the_reading_day_does_not_end_every_story(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "_HELD_ANYWAY", 0)
    monkeypatch.setattr(stream, "_SWEEP", 1)
    grouper = Grouper(14)
    one, two = (replace(article, as_of=DAY) for article in articles(*FERRY[:2]))
    wrong = replace(make_article(TAXES[0], ref="w", published=date(2999, 1, 1)), as_of=DAY)
    story, *_ = grouper.add(one)
    grouper.add(wrong)
    assert grouper.add(two)[0] == story
