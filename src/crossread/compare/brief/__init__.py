"""The brief: a few sentences taken verbatim from the accounts that tell the story's main points."""

from crossread.compare.brief.choosing import choose

__all__ = ["choose"]
