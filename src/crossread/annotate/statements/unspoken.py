"""Cues that tell no words spoken: who is let speak, what a sitting will hear, what was taken back.

Read off the parse: the verb above a bare infinitive or a participle says whether its subject has spoken yet.
"""

from __future__ import annotations

from crossread.annotate.statements.cues import CONVENED
from crossread.annotate.statements.reading import Reading, Segment
from crossread.annotate.statements.verbs import AHEAD
from crossread.record.analysis import FINITE
from crossread.text.listing import listed

# Verbs with a bare infinitive: of causing ("had her testify") and of perceiving ("heard him shout").
# Source: Quirk et al. (1985, §16.52).
_CAUSING = listed("have let make help bid")
_PERCEIVING = listed("see hear watch")
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"))
_PAST = frozenset(("VBD", "VBN"))
# Verbs whose passive says that something is still to come: "is slated for Friday".
_SLATED = listed("slate schedule plan expect set due hope intend anticipate tip tap book invite")
# Fronted participles by which the writer reads what was said: "Signalling he had learned, Roe predicted …".
_READ_INTO = listed("signal suggest indicate hint imply show reveal reflect underscore demonstrate betray")
# Adverbs by which a writer says what others' words or deeds come to. Source: Quirk et al. (1985, §8.107-123).
_IN_EFFECT = listed("effectively essentially implicitly tacitly basically practically virtually")
# Verbs of taking words back, and the adverbs and particles that make others such: "walked it back", "backed down".
_UNSAYING = listed("backtrack backpedal back-pedal retract recant disavow unsay renege")
_TAKEN_BACK = _UNSAYING | listed("withdraw reverse apologise apologize rescind clarify correct relent")
_JOINERS = listed("but before though although and only")
_BACK = {
    "walk": "back",
    "row": "back",
    "roll": "back",
    "dial": "back",
    "take": "back",
    "back": "down off away",
}
_LATER = listed("later then subsequently afterwards afterward eventually quickly soon")
_SAID_ANEW = listed("say tell insist admit concede acknowledge claim")
_OWN = listed("he she they it who")
_MEETING = CONVENED | listed("meet convene gather sit")
_FAR = 10  # words after "but" within which what takes the words back must come; not tuned


def caused(reading: Reading, cue: int) -> bool:
    """Whether a bare infinitive under another verb tells of no speech: "instead of having Roe testify".

    What was seen or heard has been said, and so has what somebody was made to say.
    """
    at = cue - 1
    while at >= 0 and reading.told(at) and reading.tokens[at].upos in _NOMINAL:
        at -= 1
    if reading.tokens[cue].tag != "VB" or not 0 <= at < cue - 1 or not reading.told(at):
        return False
    above = reading.tokens[at]
    if above.lemma in _PERCEIVING:
        return above.tag not in FINITE | {"VBN"}
    return above.lemma in _CAUSING and (above.tag not in _PAST or above.lemma == "let")


def pretends(reading: Reading, cue: int) -> bool:
    """Whether a participle only says what sort of people are meant: "a person claiming to be a prince"."""
    token, after = reading.tokens[cue], cue + 1
    to = after < len(reading.tokens) and reading.word(after) == "to"
    return token.tag == "VBG" and token.dep == "acl" and token.lemma in ("claim", "profess") and to


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


def taken_back(reading: Reading, segment: Segment, content: range) -> bool:
    """Whether "but was quick to backtrack" follows what was said, or ended up in it ("was safe but soon retracted it").

    In it only verbs of taking back words count: "said the club made an offer but later withdrew it" is whole.
    """
    after = content.stop
    while after < segment.tokens.stop and reading.tokens[after].text == ",":
        after += 1
    inside = (i for i in content if reading.told(i) and reading.word(i) in ("but", "before"))
    return _taken_back_at(reading, segment, after, _TAKEN_BACK) or any(
        _taken_back_at(reading, segment, i, _UNSAYING) for i in inside
    )


def _taken_back_at(reading: Reading, segment: Segment, joiner: int, verbs: frozenset[str]) -> bool:
    if joiner >= segment.tokens.stop or not reading.told(joiner):
        return False
    if reading.word(joiner) not in _JOINERS:
        return False
    reach = range(joiner + 1, min(segment.tokens.stop, joiner + 1 + _FAR))
    for index in reach:
        token = reading.tokens[index]
        if not reading.told(index) or token.text in (".", ";"):
            return False
        if token.dep.startswith("nsubj") and token.text.lower() not in _OWN:
            return False  # "said …, but Lee denied it"
        if token.upos == "VERB" and _takes_back(reading, index, reach, verbs):
            joined = reading.word(joiner) == "and"
            return not joined or any(reading.word(i) in _LATER for i in range(joiner, index))
    return False


def _takes_back(reading: Reading, verb: int, reach: range, verbs: frozenset[str]) -> bool:
    lemma = reading.tokens[verb].lemma
    if lemma in verbs:
        return True
    particles = _BACK.get(lemma, "").split()
    following = range(verb + 1, min(verb + 5, reach.stop))
    if any(reading.word(i) in particles for i in following):
        return True
    before = range(max(reach.start, verb - 2), verb)
    return lemma in _SAID_ANEW and any(reading.word(i) in _LATER for i in before)


__all__ = ["caused", "of_a_sitting_ahead", "pretends", "read_into", "taken_back"]
