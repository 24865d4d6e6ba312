"""Forms of English verbs that a model mistakes."""

from __future__ import annotations

from crossread.text.listing import listed

# Verbs whose plain form ends as pasts do.
_ENDING_SO = listed("""need feed speed proceed succeed exceed bleed breed heed seed weed shed embed wed bed cede concede
    recede secede impede supersede intercede precede""")


def looks_past(word: str) -> bool:
    """Whether a verb's form is a past by its ending, so that a tag of the present is wrong: "vowed"."""
    low = word.lower()
    return low.endswith("ed") and low not in _ENDING_SO
