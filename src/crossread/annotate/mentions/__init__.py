"""Mentions: who and what an article names, with titles, roles, and which mentions are the same."""

from crossread.annotate.mentions.finding import find

__all__ = ["find"]
