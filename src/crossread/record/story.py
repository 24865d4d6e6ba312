"""Stories: articles about the same happening."""

from __future__ import annotations

from dataclasses import dataclass
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
