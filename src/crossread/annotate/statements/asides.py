"""What an account adds beside somebody's words: glosses, clauses of its own, and another speaker's turn."""

from __future__ import annotations

from crossread.annotate.statements.phrases import phrase_right
from crossread.annotate.statements.reading import Reading, Segment

# With these the account goes on behind a quotation that ends in a comma.
_AFTER_QUOTE = frozenset(
    ("which", "something", "without", "despite", "while", "whereas", "although", "though")
)
_BESIDE = 4  # words from a dash to who speaks behind it; not tuned


def said_beside(reading: Reading, dash: int, last: int) -> bool:
    """Whether another clause of its own follows a dash: "… — indeed, he claimed that …"."""
    joined = reading.tokens[min(dash + 1, last - 1)]
    subjects = (
        reading.analysis.children(joined.head, "nsubj") if joined.text.lower() in ("and", "but") else ()
    )
    if any(dash < i < joined.head for i in subjects):
        return True  # "… — and this was before the vote"
    for index in range(dash + 1, min(dash + _BESIDE, last)):
        token = reading.tokens[index]
        if reading.told(index) and token.tag == "PRP" and token.dep == "nsubj":
            return reading.cue(token.head) is not None
    return False


def replied_to(reading: Reading, at: int, last: int) -> bool:
    """Whether ", to which she responded" stands here: what somebody said of the words before."""
    if at + 1 >= last or reading.tokens[at].upos != "ADP" or reading.word(at + 1) != "which":
        return False
    verb = reading.tokens[at + 1].head
    return reading.cue(verb) is not None or reading.quotes(range(verb, last))


def turn(reading: Reading, segment: Segment, at: int) -> bool:
    """Whether another speaker's turn begins here: "the senator replies, “…”"."""
    subject = phrase_right(reading, segment, at)
    after = segment.tokens.stop if subject is None else subject.last + 1
    if after + 2 >= segment.tokens.stop:
        return False
    return reading.cue(after) is not None and not reading.told(after + 2)


def explains(reading: Reading, cue: int) -> bool:
    """Whether a participle says what somebody's words were about: "…, referring to the “Ode”"."""
    return reading.tokens[cue].tag == "VBG" and not reading.analysis.children(cue, "aux")


def adds_after_quote(reading: Reading, index: int) -> bool:
    """Whether another cue stands right behind a quotation that ends in a comma: "called it “false,” adding that …".

    So does what the account says of the words: "said it was “fine” | without any details".
    """
    if reading.piece_of[index - 1] != -2:
        return False
    if reading.word(index) in _AFTER_QUOTE:
        return True
    if reading.tokens[index - 2].text != ",":
        return False
    form = reading.cue(index)
    according = reading.word(index) == "according"
    return according or (form is not None and form.gerund)
