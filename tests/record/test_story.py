"""How stories hang together: follow-ups hold for what the stories were merged into."""

from __future__ import annotations

from crossread.record.story import Proposal, ProposalKind, Story, linked

STORIES = (Story("s1", "The ferry sinks", ()), Story("s2", "The inquest opens", ()))


def follow_up(story: str, other: str) -> Proposal:
    return Proposal(ProposalKind.FOLLOW_UP, story, other, 0.7, "40 days apart")


def test_a_follow_up_is_read_from_both_sides() -> None:
    links = linked(STORIES, [follow_up("s2", "s1")], {})
    assert links.earlier("s2") == ("s1",)
    assert links.later("s1") == ("s2",)
    assert links.earlier("s1") == links.later("s2") == ()


def test_what_followed_a_merged_story_follows_the_whole() -> None:
    links = linked(STORIES, [follow_up("s2", "old"), follow_up("s2", "s1")], {"old": "s1"})
    assert links.earlier("s2") == ("s1",)
    assert links.former("s1") == ("old",)


def test_a_story_merged_with_its_follow_up_follows_nothing() -> None:
    links = linked(STORIES[:1], [follow_up("s2", "s1")], {"s2": "s1"})
    assert links.follows == ()


def test_other_proposals_and_stories_without_a_dossier_link_nothing() -> None:
    merge = Proposal(ProposalKind.MERGE, "s1", "s2", 0.9, "")
    assert linked(STORIES, [merge, follow_up("s2", "unread")], {}).follows == ()
