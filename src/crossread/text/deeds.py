"""Nouns for what somebody says or does once, known as such by the one whose it is: "Hart's claim last week"."""

from __future__ import annotations

from crossread.record.analysis import Analysis
from crossread.text.listing import listed

# What somebody says: without the words that follow these tell nothing. From WordNet 3.0's noun.communication.
SAYINGS = listed(
    """claim remark comment assertion allegation announcement disclosure revelation promise pledge vow warning apology
    admission denial threat demand request order decision choice proposal question answer reply response criticism rant
    outburst call accusation suggestion recommendation report story ruling verdict testimony interview speech address"""
)
# What somebody does, or what is done to him. From WordNet 3.0's noun.act and noun.event.
DEEDS = listed(
    """firing hiring sacking ouster dismissal resignation retirement nomination appointment confirmation indictment
    arrest conviction sentence sentencing acquittal plea confession death birth exit return departure visit
    trial inauguration election re-election victory win defeat loss debut rally appearance
    funeral impeachment refusal withdrawal collapse murder killing assassination wedding surrender escape arrival
    landing hearing meeting"""
)
# Participles with the time of the answer: "Asked on Monday, Hart said". After VerbNet 37.1.
_ASKED = listed("ask press question quiz interview challenge approach contact reach")


def has_own_time(analysis: Analysis, verb: int) -> bool:
    """Whether a past participle set off from its main verb came before it: "Elected in May, …", ", signed in May"."""
    token = analysis.tokens[verb]
    if token.tag != "VBN" or token.dep != "advcl" or token.lemma.lower() in _ASKED:
        return False
    first = next(i for i in analysis.subtree(verb) if analysis.tokens[i].upos != "PUNCT")
    opens = first == 0 or analysis.tokens[first - 1].text in (",", ".", "”", '"')
    return opens and not analysis.children(verb, "nsubj", "mark")
