"""Figures: quantities with what they measure and whose they are."""

from crossread.annotate.figures.finding import find

__all__ = ["find"]
