"""Word lists as they are written down."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """Return the words of a list that white space parts."""
    return frozenset(words.split())
