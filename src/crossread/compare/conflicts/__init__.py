"""Conflicts: accounts that disagree on one typed slot at the same time."""

from crossread.compare.conflicts.finding import find

__all__ = ["find"]
