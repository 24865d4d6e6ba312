"""Cues that tell no words spoken: who is let speak, what a sitting will hear.

Read off the parse: the verb above a bare infinitive or a participle says whether its subject has spoken yet.
"""

from __future__ import annotations

from crossread.annotate.statements.cues import CONVENED
from crossread.annotate.statements.reading import Reading, Segment
from crossread.annotate.statements.verbs import AHEAD
from crossread.text.listing import listed

# Verbs of causing with a bare infinitive. Source: Quirk et al. (1985, §16.52).
_CAUSING = listed("have let make help bid")
_PAST = frozenset(("VBD", "VBN"))
# Verbs whose passive says that something is still to come: "is slated for Friday".
_SLATED = listed("slate schedule plan expect set due hope intend anticipate tip tap book invite")
# Fronted participles by which the writer reads what was said: "Signalling he had learned, Roe predicted …".
_READ_INTO = listed("signal suggest indicate hint imply show reveal reflect underscore demonstrate betray")
_MEETING = CONVENED | listed("meet convene gather sit")


def caused(reading: Reading, cue: int) -> bool:
    """Whether a bare infinitive tells of no speech: "instead of having Roe testify"; "made him admit" does."""
    token = reading.tokens[cue]
    above = reading.tokens[token.head]
    led = token.tag == "VB" and token.dep in ("ccomp", "xcomp") and reading.word(cue - 1) != "to"
    return led and above.lemma in _CAUSING and (above.tag not in _PAST or above.lemma == "let")


def pretends(reading: Reading, cue: int) -> bool:
    """Whether a participle only says what sort of people are meant: "a person claiming to be a prince"."""
    token, after = reading.tokens[cue], cue + 1
    to = after < len(reading.tokens) and reading.word(after) == "to"
    return token.tag == "VBG" and token.dep == "acl" and token.lemma in ("claim", "profess") and to


def named(reading: Reading, cue: int) -> bool:
    """Whether a form of a verb only names: "reporting the data is costly", "called the reporting “wrong”"."""
    token = reading.tokens[cue]
    noun = token.tag == "NN" and token.text.endswith("ing")
    if token.dep == "amod" or (noun and not reading.told(min(cue + 1, len(reading.tokens) - 1))):
        return True  # "his alleged “crimes”"
    above = reading.analysis.top(cue, "conj")
    return token.tag == "VBG" and reading.tokens[above].dep.startswith(("csubj", "nsubj"))


def of_a_sitting_ahead(reading: Reading, segment: Segment, cue: int) -> bool:
    """Whether others are to speak where something is planned: "is slated for Friday, with experts explaining what …".

    "The shop will close, with a spokesman saying that costs have risen" tells what has been said.
    """
    token = reading.tokens[cue]
    if token.tag != "VBG" or token.dep.split(":")[0] not in ("advcl", "acl"):
        return False
    above = [i for i in reading.analysis.ancestors(cue) if i in segment.tokens]
    if not any(_ahead(reading, i) for i in above):
        return False
    if not (token.dep.startswith("acl") or reading.analysis.children(cue, "nsubj")):
        return False
    sitting = any(reading.tokens[i].lemma in _MEETING for i in range(segment.tokens.start, cue))
    after = (reading.tokens[i] for i in range(cue + 1, min(cue + 4, segment.tokens.stop)))
    return sitting or any(t.tag in ("WP", "WRB", "WDT") for t in after)


def _ahead(reading: Reading, verb: int) -> bool:
    """Whether a verb tells what is to come: "will meet", "is slated", "plans"."""
    token = reading.tokens[verb]
    helpers = {reading.word(i) for i in reading.analysis.children(verb, "aux")}
    if helpers & {"will", "'ll", "’ll"}:
        return True
    passive = any(True for _ in reading.analysis.children(verb, "aux:pass"))
    coming = token.lemma in _SLATED and (passive or token.upos == "ADJ")
    return coming or (token.lemma in AHEAD and token.tag in ("VBZ", "VBP"))


def read_into(reading: Reading, segment: Segment, cue: int) -> bool:
    """Whether the writer reads something into the words that the sentence goes on to report."""
    token = reading.tokens[cue]
    if token.tag != "VBG" or token.lemma not in _READ_INTO:
        return False
    fronted = all(
        reading.tokens[i].upos in ("CCONJ", "ADV", "PUNCT") for i in range(segment.tokens.start, cue)
    )
    return fronted and token.dep == "advcl" and token.head > cue


__all__ = ["caused", "named", "of_a_sitting_ahead", "pretends", "read_into"]
