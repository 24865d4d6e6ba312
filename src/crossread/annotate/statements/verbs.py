"""The verb group of a cue: its helpers, and whether it is passive, denied, only possible, or tells no words spoken."""

from __future__ import annotations

from crossread.annotate.statements.cues import CueForm
from crossread.annotate.statements.reading import Reading, Segment
from crossread.record.analysis import Token
from crossread.text.listing import listed

# Words between "could" and "by calling it", "to change course" and "and agree". Not tuned.
_FAR = 6
_SHORT_AUXILIARIES = frozenset(("'s", "’s", "'d", "’d", "'ve", "’ve"))
_BE = listed("is are was were be been being get got gets 're ’re")
_HELPING = frozenset(("not", "n't", "n’t", "also", "later", "since"))
_SHORT_CLAUSE = listed("when if unless")  # "when asked": a passive without its verb
# "is expected to say": not said yet; with a quotation the words are from a text given out before.
AHEAD = listed("expect plan intend prepare schedule set")
_PLEAS = listed("guilty innocent contest")
# Nouns with whose "of saying" something was said: "made the mistake of calling". Source: English usage.
_SAID_BY = listed("mistake error habit way point practice step trouble honour honor pleasure")
# What is named after these was not said. Source: the negative implicatives of English (Karttunen 1971).
_AVOIDING = listed("avoid resist evade consider contemplate")
# Words with whose infinitive something was not done. Source: the negative implicatives of English (Karttunen 1971).
_UNDONE = listed(
    "yet unable unwilling reluctant failed fails failing refused refuses refusing declined declines declining"
)
_CONDITIONS = listed("if unless")
POSSIBLE = listed("may might could should must can")


def negated(reading: Reading, segment: Segment, cue: int) -> bool:
    """Whether the article says that this was not said."""
    near = range(max(segment.tokens.start, cue - 3), cue)
    words = {reading.word(i) for i in near if reading.told(i)}
    if words & {"not", "n't", "n’t", "never", "without", "neither", "nor"}:
        return True
    to = cue - 1
    if to <= segment.tokens.start or reading.word(to) != "to":
        return False
    return reading.word(to - 1) in _UNDONE  # "has yet to explain", "was unable to say"


def withheld(reading: Reading, segment: Segment, cue: int) -> bool:
    """Whether a participle names what was not said: "stopped short of calling", "refrained from saying"."""
    if reading.tokens[cue].tag != "VBG":
        return False
    at = cue - 1
    while at > segment.tokens.start and reading.tokens[at].upos == "ADV":
        at -= 1
    if at <= segment.tokens.start or not reading.told(at):
        return False
    word, before = reading.word(at), reading.word(at - 1)
    if word == "of":
        named = reading.tokens[at - 1].upos == "NOUN"
        return before in ("short", "instead") or (named and before not in _SAID_BY)
    than = word == "than" and before == "rather"
    return word in ("from", "off") or than or reading.tokens[at].lemma in _AVOIDING


def group(reading: Reading, segment: Segment, cue: int) -> int:
    """Return where the verb group of a cue begins: "had nearly confirmed", "Privately, the mayor doubted"."""
    first = cue
    if reading.tokens[cue].upos in ("VERB", "AUX"):
        while first > segment.tokens.start and _of_the_group(reading, first - 1):
            first -= 1
    opening = segment.tokens.start  # "Privately, he wondered whether …"
    fronted = (
        first > opening + 1 and reading.word(opening).endswith("ly") and reading.word(opening + 1) == ","
    )
    plain = all(reading.tokens[i].upos not in ("VERB", "AUX", "PUNCT") for i in range(opening + 2, first))
    return opening if fronted and plain else first


def _of_the_group(reading: Reading, at: int) -> bool:
    """Whether a token before a verb helps it or limits it: "had", "nearly", "originally"."""
    token = reading.tokens[at]
    return (auxiliary(token) or token.upos == "ADV") and reading.told(at) and at not in reading.time_at


def possible(reading: Reading, segment: Segment, cue: int) -> bool:
    """Whether the cue only may, should or could be said, or would have been."""
    if _supposed(reading, cue):
        return True
    at = cue - 1
    while at >= segment.tokens.start and reading.tokens[at].upos == "ADV":
        at -= 1
    if at > segment.tokens.start and reading.word(at) == "have":
        at -= 1
        if reading.word(at) == "would":
            return reading.told(at)
    if at > segment.tokens.start and reading.word(at) == "to":
        return reading.word(at - 1) in ("have", "has", "ought", "needs")
    modal = at >= segment.tokens.start and reading.word(at) in POSSIBLE
    return modal and reading.tokens[at].upos != "PROPN"  # "Ms May said"


def _supposed(reading: Reading, cue: int) -> bool:
    """Whether a cue stands in a condition: "If people say they are young", "unless she felt there was need"."""
    token = reading.tokens[cue]
    marks = {reading.word(i) for i in reading.analysis.children(cue, "mark")} & _CONDITIONS
    return bool(marks) and token.dep == "advcl" and token.tag in ("VBP", "VBZ", "VB")


def enters_plea(reading: Reading, segment: Segment, cue: int) -> bool:
    """Whether "pleaded guilty" stands here: an act in court, not words reported."""
    words = (reading.word(i) for i in range(cue + 1, min(segment.tokens.stop, cue + 3)))
    return reading.tokens[cue].lemma == "plead" and bool(_PLEAS & set(words))


def planned(reading: Reading, segment: Segment, cue: int) -> bool:
    """Whether the cue lies ahead, or is a way to do what may be done: "will say", "could counter by calling"."""
    at = cue - 1
    while at >= segment.tokens.start and reading.tokens[at].upos == "ADV":
        at -= 1
    if at < segment.tokens.start or not reading.told(at):
        return False
    word = reading.word(at)
    if word == "to" and at > segment.tokens.start:
        return reading.tokens[at - 1].lemma in AHEAD
    if word == "by":
        words = {reading.word(i) for i in range(max(segment.tokens.start, at - _FAR), at)}
        return bool(words & (POSSIBLE | {"will", "to"}))
    return word in ("will", "'ll", "’ll", "would")


def passive(reading: Reading, segment: Segment, cue: int, form: CueForm) -> bool:
    """Whether the cue is passive ("was told", "are urged"), so that its subject does not speak."""
    if not form.past:
        return False
    if reading.tokens[cue].tag == "VBN" and reading.tokens[cue].dep == "acl":
        return True  # "a person told of it", "a charity called “Wings”"
    for at in range(cue - 1, max(segment.tokens.start, cue - 4) - 1, -1):
        if not reading.told(at):
            return False
        word = reading.word(at)
        if word in _BE or (at == cue - 1 and word in _SHORT_CLAUSE):
            return True
        if reading.tokens[at].upos not in ("ADV", "AUX", "PART"):
            return False
    return False


def over_helpers(reading: Reading, segment: Segment, cue: int) -> tuple[int, bool]:
    """Step left over auxiliaries, adverbs and times; return where that ends and whether one was an auxiliary."""
    at, helped = cue - 1, False
    while at >= segment.tokens.start and reading.told(at):
        helps = auxiliary(reading.tokens[at])
        if not (helps or _light(reading, segment, at)):
            break
        helped = helped or helps
        at -= 1
    return at, helped


def auxiliary(token: Token) -> bool:
    if token.tag == "POS":
        return False
    return token.upos == "AUX" or token.text.lower() in _SHORT_AUXILIARIES


def _light(reading: Reading, segment: Segment, at: int) -> bool:
    """Whether the token may stand between a subject and its verb: an adverb, a time."""
    token = reading.tokens[at]
    if token.upos == "ADV" or token.text.lower() in _HELPING:
        return True
    if at == segment.tokens.start:
        return False
    if token.upos == "ADP":
        return at + 1 in reading.time_at
    return at in reading.time_at and at - 1 > segment.tokens.start


def finite_verb(reading: Reading, index: int) -> bool:
    """Whether the token is a finite verb; a past cue form that the tagger calls a participle counts too."""
    token = reading.tokens[index]
    if token.tag in ("VBD", "VBZ", "VBP", "MD"):
        return True
    form = reading.cue(index)
    return form is not None and form.past and token.tag == "VBN"


def named(reading: Reading, cue: int) -> bool:
    """Whether a form of a verb only names: "reporting the data is costly"."""
    token = reading.tokens[cue]
    if token.dep == "amod":
        return True  # "his alleged “crimes”"
    above = reading.analysis.top(cue, "conj")
    return token.tag == "VBG" and reading.tokens[above].dep.startswith(("csubj", "nsubj"))
