"""Whether an account itself tells that what was asked for was given."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.compare.ledger.matter import Matter
from crossread.record.analysis import Analysis
from crossread.record.span import Evidence, Span

_GIVING_VERBS = """provide give offer present deliver publish submit issue supply produce release send make"""
_GIVING = frozenset(_GIVING_VERBS.split())
_POINTING = frozenset({"the", "their", "his", "her", "its", "this", "that"})
# Tokens after the noun within which the verb stands: "the explanation they have so far provided".
_VERB_WITHIN = 6
# Code points after the act within which the noun is still what was asked for: the next few paragraphs of a
# news text. Set by that meaning on the worked example, not tuned.
_STILL_MEANT = 1500


def given(found: Matter) -> Evidence | None:
    """Return the words after an act that tell of the thing it asks for as given: "the explanation they provided"."""
    analysis = found.account.analysis
    wanted = frozenset(_asked_for(analysis, found.act.action))
    after = Span(found.act.span.end, min(len(found.account.text), found.act.span.end + _STILL_MEANT))
    for index in analysis.tokens_in(after) if after.start < after.end else ():
        token = analysis.tokens[index]
        if (
            token.upos != "NOUN"
            or token.lemma not in wanted
            or analysis.tokens[index - 1].text.lower() not in _POINTING
        ):
            continue
        verb = _told_given(analysis, index)
        if verb is not None:
            return found.account.evidence(Span(analysis.tokens[index - 1].start, analysis.tokens[verb].end))
    return None


def _asked_for(analysis: Analysis, action: Span) -> Iterator[str]:
    """Yield the nouns that the action asks somebody to give: the objects of its verbs of giving."""
    for index in analysis.tokens_in(action):
        token = analysis.tokens[index]
        if token.upos == "NOUN" and token.dep == "obj" and analysis.tokens[token.head].lemma in _GIVING:
            yield token.lemma


def _told_given(analysis: Analysis, noun: int) -> int | None:
    """Return the verb of giving in the perfect or past of somebody told behind a noun: "the explanation they gave"."""
    sentence = analysis.sentence_at(analysis.tokens[noun].start)
    last = min(noun + 1 + _VERB_WITHIN, sentence.last if sentence else noun)
    words = [analysis.tokens[i].text.lower() for i in range(noun + 1, last)]
    if any(word in ("not", "n't", "n’t", "never", "will", "would", "should", "must", "to") for word in words):
        return None
    for index in range(noun + 1, last):
        told = analysis.tokens[index].tag in ("VBN", "VBD") and analysis.tokens[index].lemma in _GIVING
        if told and any(subject > noun for subject in analysis.children(index, "nsubj")):
            return index
    return None
