"""Quoted words that nobody said: terms, titles and names in quotation marks."""

from __future__ import annotations

from crossread.annotate.statements.reading import Reading, Segment
from crossread.record.analysis import FINITE
from crossread.text.listing import listed

# How many words a title or a term in quotation marks has at most. 3, 5 and 7 tried on 50 PolNeAR
# development documents: all the same.
_TERM_WORDS = 5
_HEADING_WORDS = 12  # tokens of a heading between paragraphs in single marks; not tuned
_HEADLINE_WORDS = 4  # fewest that tell a headline from a sentence that begins with names; not tuned
# Fewest words of a quotation that may be somebody's words though nothing in the sentence says whose. 1 to 5 tried on
# PolNeAR development documents: of 13 single words 7 are, of longer ones four in five.
_FEWEST_SAID = 2
WORDINGS = listed("phrase phrases term terms word words expression slogan slur epithet nickname")


def term(
    reading: Reading, segment: Segment, piece: int, *, judged: bool = False, named: bool = False
) -> bool:
    """Whether a quoted piece is a term, title or name used like a word: a “lessons learned” review.

    In a judgement ("called it a “grave” threat") what follows "a" is the speaker's own word; where somebody is
    `named` ("called him “Mr Big”"), capitals are no sign of a title.
    """
    tokens = reading.pieces[piece].tokens
    words = [reading.tokens[i] for i in tokens if reading.tokens[i].text[0].isalnum()]
    if not words or len(words) > _TERM_WORDS:
        return False
    before, after = tokens.start - 2, tokens.stop + 1
    modified = before >= segment.tokens.start and (
        reading.tokens[before].upos in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "VERB")
        or reading.tokens[before].tag in ("PRP$", "POS", "VBN")
    )
    if (
        modified
        and after < segment.tokens.stop
        and heads_on(reading, tokens)
        and (reading.tokens[before].upos != "VERB" or reading.cue(before) is None)
    ):
        return not (judged and reading.word(before) in ("a", "an"))
    if named or _titled(reading, segment):
        return False
    return len(words) > 1 and all(w.text[0].isupper() or w.upos in ("ADP", "DET", "CCONJ") for w in words)


def heads_on(reading: Reading, tokens: range) -> bool:
    """Whether a noun follows right behind quoted words, which then describe it."""
    after = tokens.stop + 1
    if reading.tokens[tokens.stop - 1].text == ",":
        return False  # "a “competent person,” Ms Roe said"
    return (
        after < len(reading.tokens)
        and reading.told(after)
        and reading.tokens[after].upos in ("NOUN", "PROPN")
    )


def titled(reading: Reading, piece: int) -> bool:
    """Whether a quotation is set like a title: “Never Walk Alone”."""
    words = [reading.tokens[i] for i in reading.pieces[piece].tokens if reading.tokens[i].text[0].isalpha()]
    return all(w.text[0].isupper() or w.upos in ("ADP", "DET", "CCONJ") for w in words)


def headline(reading: Reading, piece: int) -> bool:
    """Whether a quotation within a sentence is set like a headline: a story called “Mayor's Aides Met Rivals Often”."""
    words = [i for i in reading.pieces[piece].tokens if reading.tokens[i].text[0].isalpha()]
    return len(words) >= _HEADLINE_WORDS and titled(reading, piece)


def crosshead(reading: Reading, segment: Segment, piece: int) -> bool:
    """Whether a quotation is a heading between paragraphs: a few words by themselves, without a stop.

    Or a line in single marks, where the article quotes in double ones.
    """
    tokens = reading.pieces[piece].tokens
    alone = tokens.start - 1 <= segment.tokens.start and segment.tokens.stop <= tokens.stop + 1
    words = [reading.tokens[i].text for i in tokens]
    single = reading.tokens[tokens.start - 1].text in ("‘", "'", "`") and any(m in reading.text for m in '“"')
    unstopped = len(words) <= _TERM_WORDS and words[-1][-1].isalnum()
    return alone and (unstopped or (single and len(words) <= _HEADING_WORDS))


def sentence(reading: Reading, piece: int) -> bool:
    """Whether a quotation is set as a sentence: a capital and a finite verb."""
    tokens = [reading.tokens[i] for i in reading.pieces[piece].tokens]
    return tokens[0].text[0].isupper() and any(t.tag in FINITE for t in tokens)


def wordlike(reading: Reading, segment: Segment, piece: int) -> bool:
    """Whether a piece is a single word, or a noun of two used like a word: a “safe zone” for women."""
    tokens = reading.pieces[piece].tokens
    words = [i for i in tokens if reading.tokens[i].text[0].isalnum()]
    before = tokens.start - 2
    if len(words) < _FEWEST_SAID or (before >= segment.tokens.start and reading.word(before) in WORDINGS):
        return True
    if len(words) > _FEWEST_SAID or reading.tokens[words[-1]].upos not in ("NOUN", "PROPN"):
        return False
    return before < segment.tokens.start or reading.tokens[before].upos not in ("VERB", "AUX")


def _titled(reading: Reading, segment: Segment) -> bool:
    """Whether the sentence is set like a title, so that its capitals say nothing."""
    told = (reading.tokens[i] for i in segment.tokens if reading.told(i))
    content = [t for t in told if t.upos in ("VERB", "NOUN", "ADJ") and t.text[0].isalpha()]
    return len(content) > 1 and all(t.text[0].isupper() for t in content)
