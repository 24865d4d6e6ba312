"""Acts: somebody answering, or made to answer, for something; found by frames on the parse."""

from crossread.annotate.acts.finding import find

__all__ = ["find"]
