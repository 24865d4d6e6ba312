"""Times that only say how far something reaches, and so date nothing."""

from __future__ import annotations

from crossread.record.analysis import Analysis
from crossread.record.annotation import Tense, TimeExpression
from crossread.text.listing import listed

# With a time to come these name a term: "has been released on bail until May", "is due by Friday".
TERMS = listed("until till by")
_REACHING = listed("until till by before than since from to through after past beyond into")
# "By the end of this year" is how far something reaches, as "by this year" is.
_WITHIN = listed("of the end beginning start middle close")
_DASHES = frozenset({"-", "--", "–", "—", "("})  # "Hart and -- until Friday -- Hill"


def ends_a_state(analysis: Analysis, time: TimeExpression) -> bool:
    """Whether the time is only how far something reaches: "until May", "since Friday", "between May and …"."""
    before = analysis.tokens_in(time.span)[0] - 1
    while before > 0 and analysis.tokens[before].text.lower() in _WITHIN:
        before -= 1
    word = analysis.tokens[before].text.lower() if before >= 0 else ""
    if word in TERMS and time.form.tense is Tense.FUTURE:
        return before > 0 and analysis.tokens[before - 1].text in _DASHES
    earlier = [t.lemma.lower() for t in analysis.tokens[max(0, before - 4) : max(0, before)]]
    if earlier[-1:] and analysis.tokens[before - 1].upos == "NUM" and earlier[-2:-1] == ["from"]:
        return True  # "from 500 in 2009 to 700 in 2010"
    if word == "and" and "between" in earlier:
        return True  # "between 2009 and 2010"
    if word == "with" and earlier and earlier[-1].startswith("compar"):
        return True  # "rose compared with 2015"
    return word in _REACHING or (word == "between" and time.form.to is None)
