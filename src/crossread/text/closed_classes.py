"""Closed classes of English words: whose something is, who speaks, how something is told for the first time."""

from __future__ import annotations

from crossread.record.analysis import Analysis
from crossread.text.listing import listed

POSSESSIVES = listed("my your his her its our their")
FIRST_PERSON = listed("i we me us my our")
OF_ONE_PERSON = listed("he him his she her hers")
THIRD_PERSON = OF_ONE_PERSON | listed("it its they them their theirs")
PERSONAL = listed("he she it they")  # as subjects
REFLEXIVE = listed("himself herself itself themselves")
# Words before a noun with which somebody is told of for the first time, or by whose he is.
INTRODUCING = listed("a an one another") | (POSSESSIVES - {"its"})
DEMONSTRATIVE = listed("this that these those")
# Words before a noun that take it for known.
DEFINITE = DEMONSTRATIVE | {"the"}
NEGATIONS = listed("not n't n’t never no without neither nor none nobody")
_HAVE = listed("has have 's ’s 've ’ve")


def in_present_perfect(analysis: Analysis, verb: int) -> bool:
    """Whether a verb is a present perfect: "has resigned", also where the tag is that of a past."""
    helpers = {analysis.tokens[i].text.lower() for i in analysis.children(verb, "aux")}
    return bool(helpers & _HAVE) and analysis.tokens[verb].tag in ("VBN", "VBD")
