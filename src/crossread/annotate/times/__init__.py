"""Time expressions: which words denote a time, what they say before any anchor is known, and their days."""

from crossread.annotate.times.finding import find

__all__ = ["find"]
