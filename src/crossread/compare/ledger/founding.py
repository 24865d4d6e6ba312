"""What the event that founds an entry is: an order, a suit filed, an inquiry under way …

The name decides what is still to come. An order leaves its addressee a duty and
a suit waits for a court, whatever was done on the day that is reported.
"""

from __future__ import annotations

from crossread.compare.ledger.matter import Matter
from crossread.record.annotation import DEED_IN_ACTION, ActKind
from crossread.text.listing import listed

# By the verb of the cue, in its base form.
_COURT = {
    **dict.fromkeys(("file", "sue", "appeal"), "filed"),
    **dict.fromkeys(("appear", "remand", "go", "stand"), "appeared"),  # "went on trial"
    **dict.fromkeys(("release", "free"), "bailed"),
    "plead": "pleaded",
}
_ORDERS = listed("order instruct direct")
_BEGUN = listed("launch open begin start establish set")
_ORDERED = listed("order commission appoint ask announce request call")
_INQUIRY = {**dict.fromkeys(_ORDERED, "ordered"), **dict.fromkeys(_BEGUN, "started")}
# Words by which something is foretold, not put in a diary: "is expected to", "will likely".
_FORETELLING = listed("expect anticipate predict likely probably possibly perhaps")


def founding_event(found: Matter, kind: ActKind) -> str:
    """Return the name of the event that `found` is in an entry of `kind`."""
    verb = _verb(found)
    if kind is ActKind.INQUIRY:
        return _inquiry(found, verb)
    if kind is ActKind.DECISION and verb in _ORDERS:
        return "ordered"
    if kind is ActKind.COURT and verb in _COURT and not found.ends_case:
        return _COURT[verb]
    if kind is ActKind.SCHEDULED:
        return "expected" if _foretold(found) else "scheduled"
    return "reported" if kind in DEED_IN_ACTION else "made"


def _foretold(found: Matter) -> bool:
    analysis = found.account.analysis
    cue = analysis.tokens_in(found.act.cue)
    around = {*cue, *(child for i in cue for child in analysis.children(i, "advmod"))}
    return any(analysis.tokens[i].lemma in _FORETELLING for i in around)


def _inquiry(found: Matter, verb: str) -> str:
    """An inquiry told by its noun alone ("the ombudsman's inquiry into …") says not who began it."""
    if found.kind is not ActKind.INQUIRY:
        return "ordered"
    return _INQUIRY.get(verb, "progress_claimed" if verb else "reported")


def _verb(found: Matter) -> str:
    tokens = found.account.analysis.tokens
    inside = [tokens[i] for i in found.account.analysis.tokens_in(found.act.cue)]
    if found.kind is ActKind.INQUIRY and {t.text.lower() for t in inside} & {"underway", "under"}:
        return "continue"  # "under way", "under investigation"
    return next((t.lemma for t in inside if t.upos == "VERB"), "")
