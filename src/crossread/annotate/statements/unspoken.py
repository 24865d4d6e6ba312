"""Cues that tell no words spoken: who is let speak, who is meant, what is named.

Read off the parse: the verb above a bare infinitive or a participle says whether its subject has spoken yet.
"""

from __future__ import annotations

from crossread.annotate.statements.reading import Reading
from crossread.text.listing import listed

# Verbs of causing with a bare infinitive. Source: Quirk et al. (1985, §16.52).
_CAUSING = listed("have let make help bid")
_PAST = frozenset(("VBD", "VBN"))


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
