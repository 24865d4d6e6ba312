"""What may stand between a cue and its content: times, places, programmes, insertions, and whom it is told."""

from __future__ import annotations

from dataclasses import replace

from crossread.annotate.statements.cues import SAYINGS, TELLING, CueForm
from crossread.annotate.statements.phrases import Phrase, phrase_right
from crossread.annotate.statements.reading import STOPS, Reading, Segment
from crossread.record.analysis import FINITE
from crossread.text.listing import listed

QUESTIONS = listed("whether if how why what when where who which")
ADJUNCTS = listed(
    """in to on at around by during via from through after before of with about over outside under as
    """
)
_ASKING = listed("whether how why what")  # "explained to us | how it works"
_DATING = ADJUNCTS | {"for"}
ABOUT = listed("to about on over against at of")  # before words that one speaks about
_INSERTION = 25  # most words between a cue and ", that"; not tuned
_TITLE_WORDS = 6  # of a programme; not tuned


def beyond_adjunct(reading: Reading, segment: Segment, at: int) -> int | None:
    """Return where "in a statement", "to reporters", "on Twitter" ends, if it stands between cue and content."""
    token = reading.tokens[at]
    low = token.text.lower()
    if possessor(reading, segment, at):
        return None  # "said last week's vote was lost"
    if at in reading.time_at or (
        token.upos == "ADV" and low not in QUESTIONS and not _grades(reading, segment, at)
    ):
        return at + 1
    first = at + 1
    if first in reading.time_at and low in _DATING:
        return first  # "argued for years that …"
    return _beyond_phrase(reading, segment, low, first) if low in ADJUNCTS else None


def _beyond_phrase(reading: Reading, segment: Segment, low: str, first: int) -> int | None:
    """Return where the phrase ends that begins at `first`, behind the preposition `low`."""
    phrase = phrase_right(reading, segment, first)
    titled = _beyond_title(reading, segment, first if phrase is None else phrase.last + 1)
    if phrase is None or titled is not None:
        return titled
    after = phrase.last + 1
    if after >= segment.tokens.stop:
        return after
    if low in ABOUT and reading.word(phrase.head) in SAYINGS and reading.word(after) == "that":
        return None  # "responded to claims that …"
    if not reading.told(after) or after in reading.time_at:
        return after
    token = reading.tokens[after]
    if (
        token.text in (":", ",", ";", ")")
        or token.text in STOPS
        or token.text.lower() in ("that", *_ASKING, *ADJUNCTS)
    ):
        return after
    return None


def _beyond_title(reading: Reading, segment: Segment, at: int) -> int | None:
    """Return where a programme in quotation marks ends, with words after it: "on NBC's “Meet the Press” on Sunday"."""
    mark = at + 1 if at < segment.tokens.stop and reading.tokens[at].tag == "POS" else at
    if mark + 1 >= segment.tokens.stop or reading.piece_of[mark] != -2 or reading.piece_of[mark + 1] < 0:
        return None
    tokens = reading.pieces[reading.piece_of[mark + 1]].tokens
    words = [reading.tokens[i] for i in tokens if reading.tokens[i].text[0].isalpha()]
    capital = all(w.text[0].isupper() or w.upos in ("ADP", "DET", "CCONJ", "PART") for w in words)
    beyond = tokens.stop + 1
    return beyond if capital and len(words) <= _TITLE_WORDS and beyond < segment.tokens.stop else None


def possessor(reading: Reading, segment: Segment, at: int) -> bool:
    """Whether a time stands here that has the noun after it."""
    while at in reading.time_at and at + 1 < segment.tokens.stop and at + 1 in reading.time_at:
        at += 1
    after = at + 1
    return at in reading.time_at and after < segment.tokens.stop and reading.tokens[after].tag == "POS"


def _grades(reading: Reading, segment: Segment, at: int) -> bool:
    """Whether an adverb belongs to the words after it: "too many trains", "very little", "even Ms Roe", "nearly 40"."""
    after = at + 1
    if reading.tokens[at].head > at and reading.tokens[reading.tokens[at].head].upos in ("NOUN", "PROPN"):
        return True
    return after < segment.tokens.stop and reading.tokens[after].upos in ("ADJ", "NUM")


def beyond_insertion(reading: Reading, segment: Segment, comma: int) -> int | None:
    """Return where the content begins in "said, after the vote, in a talk with reporters, that …"."""
    if comma + 1 >= segment.tokens.stop or reading.tokens[comma + 1].upos not in ("ADP", "ADV"):
        return None
    for index in range(comma + 1, min(segment.tokens.stop - 1, comma + _INSERTION)):
        token = reading.tokens[index]
        if not reading.told(index) or token.tag in FINITE:
            return None
        if token.text.lower() == "that" and token.tag == "IN":
            return index + 1
    return None


def parsed_that(reading: Reading, segment: Segment, cue: int) -> int | None:
    """Return the "that" of what is said behind any adjuncts: "said in her first speech in Hill, Ohio, | that …"."""
    if cue + 1 >= segment.tokens.stop or reading.tokens[cue + 1].text in (",", ".", ":", ";"):
        return None  # "Was he sure, she asked, that …" goes on with what stands before
    for clause in reading.analysis.children(cue, "ccomp"):
        for that in reading.analysis.children(clause, "mark"):
            between = range(cue + 1, that)
            plain = all(reading.told(i) and reading.tokens[i].tag not in FINITE for i in between)
            if len(between) and plain and reading.word(that) == "that":
                return that
    return None


def addressee_at(reading: Reading, segment: Segment, at: int, form: CueForm) -> Phrase | None:
    """Return whom a "told" or "warned" names right here, if it does."""
    if form.lemma not in TELLING or reading.word(at) in QUESTIONS | ADJUNCTS:
        return None
    phrase = phrase_right(reading, segment, at)
    phrase = None if phrase is None else _with_programme(reading, segment, phrase)
    if phrase is None or phrase.last + 1 >= segment.tokens.stop or not reading.told(phrase.last + 1):
        return phrase
    pronoun = reading.tokens[at].upos == "PRON" and reading.tokens[at].tag == "PRP"
    if pronoun or reading.tokens[phrase.head].upos == "PRON":
        return replace(phrase, last=at, head=at) if pronoun else phrase  # "told him | three times"
    return phrase if reading.word(phrase.last + 1) not in ("and", "or", "of") else None


def _with_programme(reading: Reading, segment: Segment, phrase: Phrase) -> Phrase:
    """Widen "ABC" to "ABC's “Good Morning”" where what is told follows."""
    mark = phrase.last + 2
    if mark + 1 >= segment.tokens.stop or reading.tokens[mark - 1].tag != "POS":
        return phrase
    piece = max(reading.piece_of[mark], reading.piece_of[mark + 1])
    if piece == -1:
        return phrase
    last = reading.pieces[piece].tokens.stop
    return replace(phrase, last=last) if last + 1 < segment.tokens.stop else phrase
