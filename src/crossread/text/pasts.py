"""Pasts that a model tags as the present."""

from __future__ import annotations

from crossread.record.analysis import Analysis
from crossread.text.listing import listed

# Verbs whose past is as their present (Quirk et al. 1985, 3.18).
_UNCHANGED = listed("""bet bid burst cast cost cut hit hurt let put quit rid set shed shut slit split spread
    thrust upset read""")
# Verbs whose plain form ends as pasts do.
_ENDING_SO = listed("""need feed speed proceed succeed exceed bleed breed heed seed weed shed embed wed bed cede concede
    recede secede impede supersede intercede precede""")
_ONE = frozenset({"he", "He", "she", "She", "it", "It"})


def is_past_in_disguise(analysis: Analysis, verb: int) -> bool:
    """Whether a verb tagged as present is a past: "vowed", or "quit" with a subject that would need "quits"."""
    token = analysis.tokens[verb]
    if token.tag != "VBP" or analysis.children(verb, "aux", "cop"):
        return False
    subjects = analysis.children(verb, "nsubj")
    one = [i for i in subjects if analysis.tokens[i].tag in ("NN", "NNP") or analysis.tokens[i].text in _ONE]
    several = any(analysis.children(i, "conj") for i in subjects)
    return looks_past(token.text) or (bool(one) and not several and token.lemma.lower() in _UNCHANGED)


def looks_past(word: str) -> bool:
    """Whether a verb's form is a past by its ending, so that a tag of the present is wrong: "vowed"."""
    low = word.lower()
    return low.endswith("ed") and low not in _ENDING_SO
