"""Stories that are merged and split: memberships follow, no address is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from crossread.errors import NotFoundError
from crossread.record.story import Membership, Proposal, ProposalKind
from crossread.store.sqlite import SqliteStore

MERGE = Proposal(ProposalKind.MERGE, "s1", "s2", 0.8, "shares skerray")
SPLIT = Proposal(ProposalKind.SPLIT, "s1", "s2", 0.9, "shares no rare terms", ("b", "c"))
FOLLOW_UP = Proposal(ProposalKind.FOLLOW_UP, "s2", "s1", 0.7, "40 days apart")


def member(article: str, story: str) -> tuple[str, Membership]:
    return story, Membership(article, 1.0, "news")


def stories(store: SqliteStore) -> dict[str, list[str]]:
    return {story.id: [m.article for m in story.members] for story in store.stories()}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with SqliteStore(tmp_path / "record.db") as store:
        store.save_grouping(b"", [member("a", "s1"), member("b", "s2"), MERGE, member("c", "s1")])
    return tmp_path / "record.db"


def test_a_merged_story_keeps_its_address(path: Path) -> None:
    with SqliteStore(path) as store:
        assert stories(store) == {"s1": ["a", "b", "c"]}
        assert store.story("s2") == store.story("s1")
        assert store.redirects() == {"s2": "s1"}
        assert store.proposals() == (MERGE,)


def test_addresses_lead_on_through_several_merges(path: Path) -> None:
    with SqliteStore(path) as store:
        store.save_grouping(b"", [member("d", "s0"), Proposal(ProposalKind.MERGE, "s0", "s1", 0.8, "")])
        assert store.redirects() == {"s1": "s0", "s2": "s0"}
        assert store.story("s2").id == "s0"


def test_a_story_that_was_merged_can_leave_again(path: Path) -> None:
    with SqliteStore(path) as store:
        store.save_grouping(b"", [SPLIT, member("d", "s2")])
        assert stories(store) == {"s1": ["a"], "s2": ["b", "c", "d"]}
        assert store.redirects() == {}


def test_a_follow_up_moves_nothing(path: Path) -> None:
    with SqliteStore(path) as store:
        before = stories(store)
        store.save_grouping(b"", [FOLLOW_UP])
        assert stories(store) == before
        assert store.proposals()[-1] == FOLLOW_UP


def test_the_same_steps_again_change_nothing(path: Path) -> None:
    with SqliteStore(path) as store:
        before = stories(store), store.proposals()
        store.save_grouping(b"", [member("a", "s1"), member("b", "s2"), MERGE, member("c", "s1")])
        assert (stories(store), store.proposals()) == before


def test_an_unknown_story_is_not_found(path: Path) -> None:
    with SqliteStore(path) as store, pytest.raises(NotFoundError):
        store.story("s9")
