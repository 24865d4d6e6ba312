"""Stories: articles about the same happening."""

from __future__ import annotations

from dataclasses import dataclass


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
