"""The brief, and how each account opens: sentences taken verbatim from the accounts that tell the main points."""

from crossread.compare.brief.choosing import choose
from crossread.compare.brief.openings import openings

__all__ = ["choose", "openings"]
