"""What stands before an act, without which its words would promise or refuse more than was said: conditions, days."""

from __future__ import annotations

from crossread.record.annotation import Account, Act, ActKind
from crossread.text.listing import listed

_FRONTED = listed("if unless once should when provided assuming")
_TO_COME = (ActKind.SCHEDULED, ActKind.COMMITMENT)


def condition_before(account: Account, act: Act) -> int | None:
    """Return where a condition begins that stands before the act: "If talks fail, | the mayor will …".

    "When" is one only with the present: in the past it places what was done. The day of what is still to come is one.
    """
    analysis = account.analysis
    inside = set(analysis.tokens_in(act.span))
    heads = {i for i in inside if analysis.tokens[i].upos in ("VERB", "ADJ")}
    heads |= {above for i in heads for above in analysis.ancestors(i)}
    sentence = analysis.sentence_at(act.cue.start)
    if sentence is None:
        return None
    for index in range(sentence.first, sentence.last):
        token = analysis.tokens[index]
        if token.end > act.span.start or token.head not in heads:
            continue
        opens = analysis.subtree(index)[0] == sentence.first and act.kind in _TO_COME
        timed = opens and any(t.span.overlaps(token.span) for t in account.annotation.times)
        if timed and token.head in inside and analysis.tokens[token.head].tag != "VBD":
            return sentence.start
        if token.dep.split(":")[0] != "advcl":
            continue
        marks = [i for i in analysis.children(index, "mark", "advmod") if i < index]
        opening = next((i for i in marks if analysis.tokens[i].text.lower() in _FRONTED), None)
        past = token.tag == "VBD" or any(
            analysis.tokens[i].tag == "VBD" for i in analysis.children(index, "aux", "cop", "aux:pass")
        )
        if opening is not None and not (past and analysis.tokens[opening].text.lower() == "when"):
            return analysis.tokens[opening].start
    return None
