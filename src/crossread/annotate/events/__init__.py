"""Dated events: which happening a time belongs to."""

from crossread.annotate.events.finding import find

__all__ = ["find"]
