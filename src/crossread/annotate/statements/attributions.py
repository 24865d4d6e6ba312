"""The words around an attribution that follows its content: "…, Mr Reed said, …", "…,” said Mr Reed, who …"."""

from __future__ import annotations

from crossread.annotate.statements.boundaries import DASHES, quote_led_to, quotes_from
from crossread.annotate.statements.complements import content_end
from crossread.annotate.statements.phrases import Phrase
from crossread.annotate.statements.reading import PAUSES, Reading, Segment
from crossread.annotate.statements.report import dependent

_MEANWHILE = frozenset(
    ("while", "after", "before", "despite", "although", "though")
)  # of the saying, not the said
_WHICH = frozenset(("which", "who", "whose"))


def of_another_verb(reading: Reading, cue: int, phrase: Phrase) -> bool:
    """Whether by the parse the noun after a cue is the subject of another verb, and the cue has its own before it."""
    noun = reading.tokens[phrase.head]
    before = any(i < cue and reading.told(i) for i in reading.analysis.children(cue, "nsubj"))
    return before and noun.dep.startswith("nsubj") and noun.head > cue


def comma_quoted(reading: Reading, index: int) -> bool:
    """Whether a quotation that ends in a comma closes right before the token: "“…,” | said"."""
    if reading.piece_of[index - 1] != -2:
        return False
    return reading.tokens[index - 2].text == ","


def complemented(
    reading: Reading, segment: Segment, cue: int, subject: Phrase | None, addressee: Phrase | None
) -> bool:
    """Whether the cue has an object or a clause of its own right behind it: "…,” Ms Roe decided that …"."""
    for index in range(cue + 1, segment.tokens.stop):
        token = reading.tokens[index]
        if token.upos == "PUNCT":
            return False
        within = (p for p in (subject, addressee) if p is not None)
        if any(phrase.first <= index <= phrase.last for phrase in within):
            continue
        if token.head == cue and token.dep in ("obj", "ccomp", "xcomp"):
            return True
    return False


def only_when(reading: Reading, before: range, cue: int) -> bool:
    """Whether the words before a cue are a clause of when or why it was said, and no more."""
    verbs = [i for i in before if reading.tokens[i].upos in ("VERB", "AUX")]
    return dependent(reading, before) and any(
        reading.tokens[i].dep == "advcl" and reading.tokens[i].head == cue for i in verbs
    )


def leads_in(reading: Reading, before: range) -> bool:
    """Whether the words before "he said, “…”" are none of his: "In a statement, …"."""
    leading = reading.tokens[before[0]].upos == "ADP"
    return leading and not reading.has_verb(before)


def free(reading: Reading, index: int) -> bool:
    """Whether the token parts content from an attribution: a comma, a dash, or a quotation's closing mark."""
    return reading.tokens[index].text in (",", "–", "—", "-") or reading.piece_of[index] == -2


def ends_quoted(reading: Reading, part: range) -> bool:
    return len(part) > 0 and reading.piece_of[part[-1]] != -1


def quoted_part(reading: Reading, before: range) -> range:
    """Leave out what the account adds behind a quotation: "“I am unhappy,” | despite her win, Ms Roe said"."""
    marks = [
        i for i in before if reading.piece_of[i] == -2 and reading.piece_of[min(i + 1, before.stop)] >= 0
    ]
    led = [i for i in marks if i > before.start]
    if led and reading.tokens[led[-1] - 1].text in (":", *DASHES):
        return range(led[-1], before.stop)  # "The plan is dead — | “no longer alive,” Ms Roe said"
    for index in range(before.start + 1, before.stop):
        closed = reading.told(index) and comma_quoted(reading, index)
        if closed and reading.word(index) in _MEANWHILE:
            return range(before.start, index)
    return before


def beyond_appositions(reading: Reading, segment: Segment, source: Phrase, end: int) -> int:
    """Return where an attribution ends with what its source is: "said Ann Lee, a lawyer | ,", "of Norford, Ohio | ,".

    `end` is the token behind the source; what follows the apposition begins with a comma too.
    """
    named, at = range(source.first, end), end
    while at + 1 < segment.tokens.stop and reading.tokens[at].text == ",":
        inside = range(at + 1, segment.tokens.stop)
        noun = next((i for i in inside if not reading.told(i) or reading.tokens[i].head in named), at)
        if reading.tokens[noun].dep != "appos":
            return at
        last = max(reading.analysis.subtree(noun))
        closing = last if reading.tokens[last].text == "," else last + 1
        if closing not in inside or reading.tokens[closing].text != ",":
            return at
        at = closing
    return at


def rest(reading: Reading, segment: Segment, end: int, cue: int, *, whole: bool) -> range:
    """Return what follows an attribution in the middle of its content: "…, he said, …".

    Quotations always go on; other words only where what came before is not `whole`.
    """
    if end < segment.tokens.stop and reading.tokens[end].text in PAUSES:
        end += 1
    if _goes_elsewhere(reading, segment, end):
        return range(end, end)
    follower = end
    while follower < min(segment.tokens.stop, end + 3) and _leads_on(reading, follower):
        follower += 1
    paused = reading.tokens[end - 1].text in PAUSES
    if paused and follower < segment.tokens.stop and reading.piece_of[follower] >= 0:
        return range(follower, quotes_from(reading, segment, follower)[-1].stop)
    led = quote_led_to(reading, segment, end - 1) if paused else None
    if led is not None:
        return range(led, quotes_from(reading, segment, led)[-1].stop)
    if whole or end >= segment.tokens.stop or reading.tokens[end - 1].text != ",":
        return range(end, end)
    return range(end, content_end(reading, segment, end, cue))


def _goes_elsewhere(reading: Reading, segment: Segment, at: int) -> bool:
    """Whether another cue or a relative clause follows: "…, he said, adding …", "…, he wrote in a letter, which …"."""
    if at >= segment.tokens.stop or not reading.told(at):
        return False
    form = reading.cue(at)
    token = reading.tokens[at]
    low = token.text.lower()
    return (form is not None and form.gerund) or token.tag == "VBG" or low in _WHICH or low in _MEANWHILE


def _leads_on(reading: Reading, index: int) -> bool:
    joining = reading.told(index) and reading.tokens[index].upos in ("CCONJ", "ADV")
    return joining or reading.piece_of[index] == -2


def runs_into_main(reading: Reading, cue: int, content: range) -> bool:
    """Whether content is but the object before the main verb: "who tells the news | said", "protesting it | are"."""
    noun = reading.tokens[cue].head
    verb = reading.tokens[noun].head
    if not reading.tokens[cue].dep.startswith("acl") or not reading.tokens[noun].dep.startswith("nsubj"):
        return False
    before = (i for i in range(content.start, verb) if reading.tokens[i].head != verb)
    return verb in content and not any(reading.tokens[i].upos in ("VERB", "AUX") for i in before)


def verbal(reading: Reading, part: range) -> bool:
    """Whether words hold a verb or are quoted."""
    return any(reading.piece_of[i] != -1 or reading.tokens[i].upos in ("VERB", "AUX") for i in part)
