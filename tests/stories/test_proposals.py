"""What later articles show about stories: proposals, copies, later stages; and what applying them changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from tests.conftest import EXAMPLE, make_article
from tests.stories.told import DAY, FERRY, TAXES

import crossread.stories.stream as stream
from crossread.ingest.articles import article as read_article
from crossread.record.article import Article, Submission
from crossread.record.story import Proposal, ProposalKind
from crossread.stories.stream import Grouper


def written(text: str, ref: str, days: int = 0) -> Article:
    return make_article(text, ref=ref, published=DAY + timedelta(days))


@pytest.fixture(scope="module")
def example() -> list[Article]:
    return [
        read_article(Submission(path.name, path.read_bytes().decode()), date(2026, 1, 1))
        for path in sorted(EXAMPLE.glob("*.txt"))
    ]


def test_the_example_is_one_story_in_every_order_of_its_accounts(example: list[Article]) -> None:
    for order in permutations(example):
        grouper, merged = Grouper(14), {}
        found = set()
        for article in order:
            placed = grouper.add(article)
            found.add(placed.story)
            for proposal in placed.proposals:
                grouper.apply(proposal)
                merged[proposal.other] = proposal.story
        assert len({merged.get(story, story) for story in found}) == 1


def test_a_merge_is_proposed_once_with_the_elder_kept_and_holds_only_when_applied(
    example: list[Article],
) -> None:
    apart = [example[0], example[3], example[2], example[4], example[1]]
    proposing, applying = Grouper(14), Grouper(14)
    placed = [proposing.add(article) for article in apart]
    proposals = [proposal for each in placed for proposal in each.proposals]
    assert [proposal.kind for proposal in proposals] == [ProposalKind.MERGE]
    assert (proposals[0].story, proposals[0].other) == (placed[0].story, placed[1].story)
    assert 0.5 < proposals[0].score < 1
    assert "shares" in proposals[0].reason
    later = replace(make_article(example[3].text + "\nMore.", ref="later"), version_of=example[3].id)
    assert proposing.add(later).story == placed[1].story
    for article in apart:
        for proposal in applying.add(article).proposals:
            applying.apply(proposal)
    assert applying.add(later).story == placed[0].story
    assert Grouper.restored(applying.saved()).saved() == applying.saved()


def test_a_story_of_two_happenings_is_proposed_to_be_two(monkeypatch: pytest.MonkeyPatch) -> None:
    grouper = Grouper(14)
    ferry, *_ = (grouper.add(written(text, f"f{n}")).story for n, text in enumerate(FERRY[:2]))
    taxes = [grouper.add(written(text, f"t{n}")) for n, text in enumerate(TAXES)]
    version = replace(written("Corrected.", "v"), version_of=taxes[0].membership.article)
    grouper.add(version)
    grouper.apply(Proposal(ProposalKind.MERGE, ferry, taxes[0].story, 0.5, "by hand"))
    monkeypatch.setattr(stream, "_JOIN", -7.0)
    placed = grouper.add(written(FERRY[2], "f2"))
    assert placed.story == ferry
    (split,) = placed.proposals
    assert (split.kind, split.story) == (ProposalKind.SPLIT, ferry)
    assert set(split.articles) == {version.id, *(each.membership.article for each in taxes)}
    grouper.apply(split)
    late = replace(written("Corrected again.", "w"), version_of=version.id)
    assert grouper.add(late).story == split.other
    assert Grouper.restored(grouper.saved()).saved() == grouper.saved()


def test_nearly_the_same_text_is_recognised_and_weighs_once() -> None:
    grouper = Grouper(14)
    long = " ".join(
        (*FERRY, "Helicopters and lifeboats from Thurso, Wick and Stromness took part in the night.")
    )
    first = grouper.add(written(long, "a"))
    again = grouper.add(written(long.replace("Ninety", "90") + " Updated.", "b"))
    assert again.story == first.story
    assert "nearly the same text" in again.membership.reason
    assert again.membership.score >= 0.95
    assert grouper.add(written(long, "c", days=30)).story != first.story


def test_a_later_stage_is_linked_and_not_merged() -> None:
    grouper = Grouper(14)
    title = "Ferry Aurora sinks off Skerray"
    early = [replace(written(text, str(n)), title=title) for n, text in enumerate(FERRY)]
    story = {grouper.add(article).story for article in early}
    late = grouper.add(
        replace(written(" ".join(FERRY[1:]), "late", days=40), title="Wreck of the Aurora found")
    )
    assert late.story not in story
    (link,) = late.proposals
    assert (link.kind, link.story) == (ProposalKind.FOLLOW_UP, late.story)
    assert {link.other} == story
    assert "40 days apart" in link.reason


def test_a_proposal_about_forgotten_stories_changes_nothing() -> None:
    grouper = Grouper(14)
    before = grouper.saved()
    for kind in ProposalKind:
        grouper.apply(Proposal(kind, "story-a", "story-b", 1.0, "", ("article-a",)))
    assert grouper.saved() == before
