"""The story's timeline: dated happenings, merged over the accounts."""

from crossread.compare.timeline.building import build

__all__ = ["build"]
