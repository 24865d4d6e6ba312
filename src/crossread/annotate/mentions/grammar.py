"""The part that a mention plays in its sentence."""

from __future__ import annotations

from crossread.annotate.mentions.reading import Reading
from crossread.record.annotation import Mention, MentionForm


def is_subject(reading: Reading, mention: Mention) -> bool:
    """Whether a mention is a subject, or opens a sentence whose root the parse takes it for."""
    token = reading.analysis.head_of(mention.span)
    if token is None:
        return False
    while reading.tokens[token].dep == "conj" and reading.tokens[token].head != token:
        token = reading.tokens[token].head
    sentence = reading.sentence(token)
    opens = sentence is not None and mention.span.start == sentence.start
    dep = reading.tokens[token].dep
    return dep.startswith("nsubj") or (opens and dep in ("root", "dep", "parataxis", "dislocated"))


def owns_subject(reading: Reading, mention: Mention) -> bool:
    """Whether a mention tells whose the main subject is: "Cole's career began"."""
    token, tokens = reading.analysis.head_of(mention.span), reading.tokens
    if token is None or tokens[token].dep != "nmod:poss":
        return False
    owned = tokens[tokens[token].head]
    return owned.dep.startswith("nsubj") and tokens[owned.head].dep == "root"


def modifies(reading: Reading, mention: Mention) -> bool:
    """Whether a name only modifies a noun: "the Cole campaign"."""
    token = reading.analysis.head_of(mention.span)
    if token is None or mention.form is not MentionForm.NAME:
        return False
    above = reading.tokens[reading.tokens[token].head]
    return reading.tokens[token].dep == "compound" and above.start >= mention.span.end
