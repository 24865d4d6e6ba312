"""What a sentence tells: which verb is its main one, what a saying reports, when a text came out."""

from __future__ import annotations

from crossread.record.analysis import FINITE, Analysis
from crossread.text.deeds import has_own_time
from crossread.text.listing import listed

# Verbs that tell nothing without the words that they report. After VerbNet 37.7.
NEED_WORDS = listed("""say tell add report state write tweet note claim announce argue declare suggest insist warn
    explain stress reiterate ask wonder reply respond confirm reveal acknowledge admit""")
# Relations through which a verb is what its sentence tells, itself or as somebody's report of it.
_TOLD = frozenset({"conj", "ccomp", "xcomp", "parataxis"})
# Behind a noun these say when it came out, and so when its sentence was told: "in an interview published Monday".
_CAME_OUT = listed("""publish release file post send issue air broadcast submit come unveil announce present
    deliver conduct write sign commission carry""")
# With a text as their subject these tell what it says.
_TOLD_BY_A_TEXT = NEED_WORDS | listed(
    """find show reveal say conclude indicate give put describe detail accuse include contain call propose urge seek
    demand outline offer criticise criticize list cite blame"""
)


def leads(analysis: Analysis, head: int) -> bool:
    """Whether the happening is what its sentence says: its main verb, or what a saying in it reports."""
    while (token := analysis.tokens[head]).head != head:
        shares = token.dep == "advcl" and not analysis.children(head, "nsubj", "csubj", "expl")
        shares = shares and not has_own_time(analysis, head)
        if token.dep not in _TOLD and not shares:
            return False
        head = token.head
    return True


def came_out_in(analysis: Analysis, head: int) -> int:
    """Return the verb of whose sentence "in a report published on Monday" says when it was told; else the same.

    The report may also be what tells, or what the sentence goes by: "according to a notice published on Monday".
    """
    token, document = analysis.tokens[head], analysis.tokens[analysis.tokens[head].head]
    of_noun = (token.dep == "acl" and token.tag == "VBN") or (
        token.dep == "acl:relcl" and token.tag in FINITE
    )
    if not of_noun or token.lemma.lower() not in _CAME_OUT:
        return head
    cases = {analysis.tokens[i].text.lower() for i in analysis.children(token.head, "case")}
    told = document.dep == "obl" and (cases == {"in"} or "according" in cases)
    return document.head if told or tells(analysis, token.head) else head


def tells(analysis: Analysis, noun: int) -> bool:
    """Whether a noun is a text of which the news is what it says: "a study made in May found that"."""
    token = analysis.tokens[noun]
    return token.dep == "nsubj" and analysis.tokens[token.head].lemma.lower() in _TOLD_BY_A_TEXT


def is_main(analysis: Analysis, head: int) -> bool:
    """Whether a verb is its sentence's main one, or what that one speaks of: "is expected to chair"."""
    top = analysis.top(head, "xcomp")
    return analysis.tokens[top].head == top


def is_said(analysis: Analysis, head: int) -> bool:
    """Whether a verb in a tense is what a verb of saying reports."""
    finite = any(analysis.tokens[i].tag in FINITE for i in (head, *analysis.children(head, "aux", "cop")))
    saying = analysis.tokens[analysis.tokens[head].head].lemma.lower()
    return finite and analysis.tokens[head].dep == "ccomp" and saying in NEED_WORDS
