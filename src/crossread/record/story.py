"""Stories: articles about the same happening."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Membership:
    """That an article belongs to a story, how surely (0 to 1), and why."""

    article: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story and its members in the order in which they were read.

    `id` is the digest of the founding article and never changes; `title` is
    worded by one of the accounts.
    """

    id: str
    title: str
    members: tuple[Membership, ...]


class ProposalKind(StrEnum):
    MERGE = "merge"  # two stories are one
    SPLIT = "split"  # some members of a story are another one
    FOLLOW_UP = "follow_up"  # a story is a later stage of another's matter; both stay


@dataclass(frozen=True, slots=True)
class Proposal:
    """What later articles show about stories, how surely (0 to 1), and why.

    MERGE: `other`, the younger, becomes part of `story`. SPLIT: `articles`
    leave `story` and are `other`. FOLLOW_UP: `story` follows `other`.
    """

    kind: ProposalKind
    story: str
    other: str
    score: float
    reason: str
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Links:
    """How the stories of a record hang together.

    `titles` are those of the stories there are, by id; `follows` are pairs of a
    story and the earlier one whose matter it continues; `merged` says for the
    address of a story that is no more which one it is part of now.
    """

    titles: Mapping[str, str] = field(default_factory=dict)
    follows: tuple[tuple[str, str], ...] = ()
    merged: Mapping[str, str] = field(default_factory=dict)

    def earlier(self, story: str) -> tuple[str, ...]:
        """Return the stories whose matter `story` continues."""
        return tuple(before for after, before in self.follows if after == story)

    def later(self, story: str) -> tuple[str, ...]:
        """Return the stories that continue the matter of `story`."""
        return tuple(after for after, before in self.follows if before == story)

    def former(self, story: str) -> tuple[str, ...]:
        """Return the addresses of the stories that were merged into `story`."""
        return tuple(old for old, now in self.merged.items() if now == story)


NO_LINKS = Links()


def linked(stories: Iterable[Story], proposals: Iterable[Proposal], merged: Mapping[str, str]) -> Links:
    """Return the links among `stories`: follow-ups hold for what two stories were merged into."""
    titles = {story.id: story.title for story in stories}
    pairs = (
        (merged.get(p.story, p.story), merged.get(p.other, p.other))
        for p in proposals
        if p.kind is ProposalKind.FOLLOW_UP
    )
    follows = [
        (after, before) for after, before in pairs if after != before and {after, before} <= titles.keys()
    ]
    kept = {old: now for old, now in sorted(merged.items()) if now in titles}
    return Links(titles, tuple(dict.fromkeys(follows)), kept)
