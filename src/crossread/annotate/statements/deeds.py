"""Cues that tell of a deed rather than of words: "are investigating whether", "agreed to lend", "posted a clip"."""

from __future__ import annotations

from crossread.annotate.statements.adjuncts import ABOUT
from crossread.annotate.statements.cues import CONVENED, CUES, SAYINGS, STANCES, CueKind
from crossread.annotate.statements.reading import Reading
from crossread.annotate.statements.report import Report, is_clause
from crossread.record.analysis import Token
from crossread.text.listing import listed

# Verbs whose object is a thing made or shown, who is told or cited, or a topic. Only a clause is what was said.
_WRITING = listed(
    """
    post tweet retweet email text blog write sing read begin answer reply respond report tell say ask add
    refer describe quote cite address disclose raise push
    """
)
# Verbs that deal with a thing in public, and so are acts more than words. Source: English usage.
_DEALING = listed(
    "accept embrace unveil confirm assume question highlight tout issue offer defend show launch"
)
# Verbs that name a topic, and the fewest words with which a topic without a clause says more than that somebody
# spoke. Cost on PolNeAR development documents, where every topic counts, with the verbs above: 0.003 of joint F1.
_TALKING = listed("speak talk discuss mention address comment")
_FEWEST_TOPIC = 7
# Verbs of judgement that say nothing with their object alone: "blasted the nominee". Source: English usage.
_JUDGING_BARE = listed(
    "criticise criticize blast slam attack denounce praise hail compare rip lambast lash pan"
)
_JUDGING = listed(
    "rate describe portray regard see dismiss blame accuse hail praise condemn criticise criticize"
)
# Verbs that settle or pursue something where "to", "not" or "which" follows. Source: English usage.
_SETTLING = listed("agree decide seek")
# Verbs by which their subject utters the noun after them: "made a claim", "issued a warning". With others it is
# somebody else's: "are looking into a report". Source: English usage, the support verbs of nouns of speech.
_UTTERING = listed(
    """
    make issue give release repeat offer publish deliver file submit lodge level voice send post write read add renew
    reiterate sign put have air raise state tweet share circulate set out lay back echo support
    """
)
# What one rejects by saying so; with others it is a deed.
_REJECTED = listed(
    """
    call calls demand demands proposal proposals request requests idea ideas notion view criticism criticisms
    charge charges argument arguments account characterization characterisation comparison premise label theory
    theories reports rumours rumors blame link links
    """
)


def acts(reading: Reading, report: Report) -> bool:
    """Whether the cue is a deed: "are investigating whether", "agreed to lend"."""
    lemmas = [reading.tokens[i].lemma for i in report.cue]
    form = reading.cue(report.cue.stop - 1)
    if _others(reading, report.cue) or _convenes(reading, report, lemmas):
        return True
    if form is not None and form.kind is CueKind.ASK:
        return True  # "encouraged the conversation": asked of nobody, or the rules would have read it
    first = reading.tokens[report.content[0].start]
    settled = first.text.lower() in ("to", "not", "which", "whether")
    if bool(_SETTLING & set(lemmas)) and settled:
        return True
    if report.pieces or is_clause(reading, report):
        return False
    return _handles(reading, report, first) or not _proposes(reading, report, first)


def _convenes(reading: Reading, report: Report, lemmas: list[str]) -> bool:
    """Whether "called" has a meeting, a vote or the like as its object, or somebody whom it rang "to thank him"."""
    if lemmas[-1] != "call":
        return False
    head = reading.analysis.head_of(reading.span(report.content[0]))
    aims = (
        reading.analysis.children(i, "mark") for i in reading.analysis.children(report.cue.stop - 1, "xcomp")
    )
    rang = any(reading.word(mark) == "to" for marks in aims for mark in marks)
    return rang or (head is not None and reading.tokens[head].lemma in CONVENED)


def _others(reading: Reading, cue: range) -> bool:
    """Whether the cue is a verb of doing with somebody else's words as its object.

    "Are looking into a report", "responded to claims that …".
    """
    last = cue.stop - 1
    if last > cue.start and reading.word(last) == "of":
        last -= 1  # "bought into his claims of | “foul play”"
    elif last > cue.start and reading.word(last) in ("about", "on"):
        last -= 1  # "offering arguments about | why …"
    noun = reading.tokens[last]
    if noun.upos != "NOUN" or noun.text.lower() not in SAYINGS:
        return False
    if any(reading.tokens[i].upos == "ADP" and reading.word(i) in ABOUT for i in range(cue.start, last)):
        return True
    verbs = [reading.tokens[i] for i in cue if reading.tokens[i].upos == "VERB"]
    return bool(verbs) and not any(v.lemma in _UTTERING | STANCES or v.lemma in CUES for v in verbs)


def _proposes(reading: Reading, report: Report, first: Token) -> bool:
    """Whether content without a clause says something, and the cue neither deals with a thing nor names a topic.

    "confirmed the nominee" and "spoke about the shooting" only tell that somebody spoke.
    """
    words = {reading.word(i) for part in (report.cue, *report.content) for i in part}
    lemmas = {reading.tokens[i].lemma for i in report.cue}
    if first.text.lower() in ("to", "not") or first.tag in ("VBG", "WP", "WRB"):
        return True
    if "reject" in lemmas and not words & (SAYINGS | _REJECTED):
        return False  # "has rejected thousands of petitions"
    if lemmas & _JUDGING and words & {"as", "for", "of"}:
        return True
    length = sum(1 for part in report.content for i in part if reading.tokens[i].text[0].isalnum())
    bare = lemmas & _JUDGING_BARE and not words & {"as", "for", "of", "over"}
    return not (bare or lemmas & _DEALING or (lemmas & _TALKING and length < _FEWEST_TOPIC))


def _handles(reading: Reading, report: Report, first: Token) -> bool:
    """Whether a cue before a noun phrase makes, gives or uses the thing: "posted a clip", "denied access to ships"."""
    if report.lemma == "deny":
        return first.upos not in ("DET", "PRON")
    lemmas = {reading.tokens[i].lemma for i in report.cue}
    going_on = reading.tokens[report.cue.start].tag == "VBG" and first.text.lower() != "to"
    return going_on or bool(lemmas & _WRITING)
