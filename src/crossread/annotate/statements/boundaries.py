"""Where the content of a cue breaks off: joining words, clauses of the article's own, verbs of the cue's subject."""

from __future__ import annotations

from crossread.annotate.statements.cues import AS_VERBS
from crossread.annotate.statements.phrases import phrase_left, phrase_right
from crossread.annotate.statements.reading import STOPS, Reading, Segment
from crossread.annotate.statements.subjects import RELATIVES
from crossread.record.analysis import FINITE
from crossread.text.closed_classes import PERSONAL
from crossread.text.listing import listed

_MEASURES = listed(
    "second minute hour day week month year decade shortly soon long immediately just right only"
)
_LATER_CLAUSE = listed("as while after before")
# Words between a cue and the comma or colon before its quotation. 8, 12 and 16 tried on 40 PolNeAR training
# documents: all the same.
_LEAD = 12
_BACK = frozenset(("had", "would", "could", "might", "should"))
DASHES = frozenset(("–", "—", "―", "--"))
_SHORT = 4  # words of a quotation that only says when or how; not tuned
_HEADING_WORDS = 3  # in capitals in a row; not tuned


def leaves_content(reading: Reading, joiner: int, last: int, cue: int) -> bool:
    """Whether "but", "although" or the like leads on to a clause of the article's own.

    "…, but that …" and "…, but “…”" go on with the content; "although brief" is no clause.
    """
    after = joiner + 1
    if after >= last or reading.word(joiner) == "according":
        return True
    if not reading.told(after) or reading.word(after) == "that":
        return False
    if reading.word(joiner) == "but" and _keeps_tense(reading, after, last, cue):
        return False
    if reading.tokens[after].tag == "MD" and not refuses(reading, after):
        return False  # "…, but would not delay the vote": what the subject of the content would do
    for index in range(after, last):
        if reading.told(index) and reading.tokens[index].tag in FINITE:
            return True
        if reading.tokens[index].text == ",":
            return False
    return reading.word(joiner) != "but"  # "in critical, but stable condition"


def _keeps_tense(reading: Reading, at: int, last: int, cue: int) -> bool:
    """Whether "but he does condemn it" goes on in the tense of what somebody says, "but he would" of what they said."""
    verb = at + 1
    if verb >= last or reading.word(at) not in PERSONAL or reading.cue(verb) is not None:
        return False
    if reading.tokens[cue].tag in ("VBZ", "VBP"):
        return reading.tokens[verb].tag in ("VBZ", "VBP", "MD")
    return reading.word(verb) in ("would", "could", "might", "had")


def refuses(reading: Reading, modal: int) -> bool:
    """Whether "would not say why" stands at a modal verb: what the speaker did, not part of what was said."""
    near = range(modal + 1, min(modal + 4, len(reading.tokens)))
    return any(reading.cue(i) is not None for i in near)


def heading_begins(reading: Reading, content: range, index: int) -> bool:
    """Whether words in capitals begin that run into a sentence set otherwise: "… on Mars BLUE MOON RISES"."""
    if index + _HEADING_WORDS > content.stop or reading.tokens[index - 1].text.isupper():
        return False
    if not any(reading.tokens[i].text.islower() for i in range(content.start, index)):
        return False
    words = [reading.tokens[i].text for i in range(index, index + _HEADING_WORDS)]
    return all(word.isupper() and word.isalpha() for word in words)


def clause_begins(reading: Reading, segment: Segment, start: int, last: int) -> bool:
    """Whether a subject with its finite verb stands right here."""
    phrase = phrase_right(reading, segment, start)
    at = phrase.last + 1 if phrase is not None else last
    while at < last and reading.tokens[at].upos == "ADV":
        at += 1
    return at < last and reading.tokens[at].tag in FINITE


def rejoins_cue(reading: Reading, joiner: int, start: int, last: int, cue: int) -> bool:
    """Whether "and believe" in "have denied that he lied and believe …" goes on with the cue's subject.

    A verb without a subject of its own that does not agree with the verb of the content it would be joined to
    belongs to the cue.
    """
    at = joiner + 1
    while at < last and reading.tokens[at].upos == "ADV":
        at += 1
    if at >= last or reading.tokens[at].upos not in ("VERB", "AUX"):
        return False
    token = reading.tokens[at]
    if token.tag == "VBG":  # "saying it would pay and later scrapping …"
        form = reading.cue(cue)
        inside = any(reading.tokens[i].tag == "VBG" for i in range(start, joiner))
        return form is not None and form.gerund and not inside
    verb = reading.tokens[token.head if token.dep.startswith("aux") else at]
    # By the parse, and no past tense that the content could share.
    return token.tag in ("VBP", "VBD", "VBZ") and verb.head == cue


def in_relative(reading: Reading, segment: Segment, cue: int) -> bool:
    """Whether "who" or "which" right before the cue, past its helpers, is its subject."""
    at = cue - 1
    while at >= segment.tokens.start and reading.tokens[at].upos in ("ADV", "AUX"):
        at -= 1
    return at >= segment.tokens.start and reading.word(at) in RELATIVES


def matrix_verb(reading: Reading, index: int, cue: int) -> bool:
    """Whether the verb at `index` belongs to the sentence around the relative clause in which the cue stands.

    "The man who claimed to be a prince has been arrested": its head lies before the cue, or it is the root.
    """
    token = reading.tokens[index]
    if token.tag not in ("VBD", "VBZ", "VBP", "MD"):
        return False
    verb = token.head if token.dep.startswith(("aux", "cop")) else index
    head = reading.tokens[verb].head
    return head < cue or head == verb


def main_clause(reading: Reading, segment: Segment, start: int, last: int, cue: int) -> int:
    """Return where the main clause begins behind a fronted one: "Calling him a “coward,” | Ms Roe left"."""
    closed = between_dashes(reading, segment, cue)
    if closed is not None and start < closed < last:
        return closed
    verb = next((i for i in reading.analysis.ancestors(cue) if cue < i < last), None)
    if verb is None:
        return last
    subjects = (i for i in reading.analysis.children(verb, "nsubj") if start < i < verb and reading.told(i))
    phrases = (phrase_left(reading, segment, subject) for subject in subjects)
    first = next((phrase.first for phrase in phrases if phrase is not None and phrase.first > start), None)
    return last if first is None else before_comma(reading, start, first)


def quote_led_to(reading: Reading, segment: Segment, cue: int) -> int | None:
    """Return where the quotation begins in "wrote back to her with a smile: “…”", past no other verb."""
    for index in range(cue + 1, min(segment.tokens.stop - 1, cue + 1 + _LEAD)):
        token = reading.tokens[index]
        if not reading.told(index) or token.text in (*STOPS, ";", "-", "–", "—") or token.tag in FINITE:
            return None
        if token.text in (",", ":") and not reading.told(index + 1):
            return index + 1
    return None


def quotes_from(reading: Reading, segment: Segment, start: int) -> tuple[range, ...]:
    """Return the run of quotations from `start`, joined by nothing but "and"."""
    stop = last = start
    for index in range(start, segment.tokens.stop):
        if reading.piece_of[index] >= 0:
            last = index + 1
        elif reading.piece_of[index] == -1 and reading.word(index) not in ("and", ",", "or"):
            break
    stop = max(stop, last)
    return (range(start, stop),)


def joined_before(reading: Reading, joiner: int, cue: int) -> bool:
    """Whether "and" joins to a word before the cue: "listed gains that she said he had made, | and asked …"."""
    other = reading.tokens[joiner].head
    return other > joiner and reading.tokens[other].head < cue


def own_clause(reading: Reading, segment: Segment, joiner: int, last: int, cue: int) -> bool:
    """Whether the parse joins a clause with its own subject to the cue: "reported it but she is not known to …"."""
    verb = reading.tokens[joiner].head
    joined = joiner < verb < last and reading.tokens[verb].dep == "conj" and reading.tokens[verb].head == cue
    dated = joiner + 2 in reading.time_at  # "…, and in May he sold it"
    return joined and (dated or clause_begins(reading, segment, joiner + 1, last))


def goes_on_itself(reading: Reading, segment: Segment, joiner: int, last: int, cue: int) -> bool:
    """Whether the account goes on behind a comma: "says its fund is down, and the next town has seen a fall".

    What stands one tense back is still reported: "said nobody answered, and her aide had told them so".
    """
    mark = joiner - 2 if reading.piece_of[joiner - 1] == -2 else joiner - 1
    helpers = reading.analysis.children(reading.tokens[joiner].head, "aux")
    back = any(reading.word(i) in _BACK for i in helpers)
    return reading.tokens[mark].text == "," and not back and own_clause(reading, segment, joiner, last, cue)


def runs_on(reading: Reading, segment: Segment, mark: int) -> bool:
    """Whether the clause goes on behind the quotation at a mark: "acknowledged “some changes” would be needed".

    So it does in "they would “bring down” the government".
    """
    piece = reading.piece_of[min(mark + 1, segment.tokens.stop - 1)]
    after = reading.pieces[piece].tokens.stop + 1
    if after >= segment.tokens.stop or not reading.told(after) or reading.cue(after) is not None:
        return False
    stopped = reading.tokens[after - 2].upos == "PUNCT"
    return reading.tokens[after].tag in FINITE or (reading.tokens[after].upos == "DET" and not stopped)


def that_behind(reading: Reading, segment: Segment, mark: int) -> int | None:
    """Return where the clause begins in "told them “hours before” that …": the words in marks are not what was told."""
    piece = reading.piece_of[min(mark + 1, segment.tokens.stop - 1)]
    if piece < 0 or len(reading.pieces[piece].tokens) > _SHORT:
        return None
    that = reading.pieces[piece].tokens.stop + 1
    clause = that + 1 < segment.tokens.stop and reading.word(that) == "that"
    return that + 1 if clause else None


def opens_quote(reading: Reading, segment: Segment, at: int) -> bool:
    return at < segment.tokens.stop and not reading.told(at)


def is_subject(reading: Reading, segment: Segment, that: int) -> bool:
    """Whether "that" is the subject of the verb behind it: "said that only made it worse"."""
    at = that + 1
    while at < segment.tokens.stop and (reading.piece_of[at] == -2 or reading.tokens[at].upos == "ADV"):
        at += 1
    verb = at < segment.tokens.stop and reading.tokens[at].tag in FINITE
    return reading.tokens[that].dep.startswith("nsubj") or verb


def later_clause(reading: Reading, index: int, last: int, cue: int) -> bool:
    """Whether a clause of when or why it was said begins here: "…, she said, | as she left"."""
    low, told = reading.word(index), reading.cue(cue)
    if low == "as" and told is not None and told.lemma in AS_VERBS:
        return False  # "described them as looking lost"
    measured = reading.tokens[index - 1].lemma.lower() in _MEASURES  # "came only hours after …"
    degree = low == "as" and reading.tokens[index].dep == "advmod"  # "as bad as …"
    if low not in _LATER_CLAUSE or measured or degree or reading.quotes(range(index, last)):
        return False
    return reading.tokens[reading.tokens[index].head].head == cue


def before_comma(reading: Reading, start: int, stop: int) -> int:
    """Leave out a comma or dash that only parted the content from what follows it."""
    while stop - 1 > start and reading.told(stop - 1) and reading.tokens[stop - 1].text in DASHES | {","}:
        stop -= 1
    return stop


def between_dashes(reading: Reading, segment: Segment, cue: int) -> int | None:
    """Return the dash that closes an insertion with the cue: "The law — she says it works — is old"."""
    dashes = [i for i in segment.tokens if reading.told(i) and reading.tokens[i].text in DASHES]
    before = sum(i < cue for i in dashes)
    return dashes[before] if before % 2 == 1 and len(dashes) % 2 == 0 else None
