"""The part that a mention plays in its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.annotate.mentions.reading import Reading
from crossread.record.annotation import Mention, MentionForm
from crossread.record.span import Span
from crossread.text.listing import listed
from crossread.text.rolewords import role_noun

_ANYBODY = listed("anybody anyone everyone nobody one other person somebody someone")


def is_subject(reading: Reading, mention: Mention) -> bool:
    """Whether a mention is a subject, or opens a sentence whose root the parse takes it for."""
    token = reading.analysis.head_of(mention.span)
    if token is None:
        return False
    while _same_part(reading, mention, token) and reading.tokens[token].head != token:
        token = reading.tokens[token].head
    sentence = reading.sentence(token)
    opens = sentence is not None and mention.span.start == sentence.start
    dep = reading.tokens[token].dep
    return (
        dep.startswith("nsubj")
        or (opens and dep in ("root", "dep", "parataxis", "dislocated"))
        or _follows_its_verb(reading, token)
    )


def _same_part(reading: Reading, mention: Mention, token: int) -> bool:
    """Whether a token plays the part of the one above it: "Cole and Marsh", "Cole's aide Jon Marsh"."""
    dep = reading.tokens[token].dep
    return dep == "conj" or (dep == "appos" and mention.form is MentionForm.NAME)


def _follows_its_verb(reading: Reading, token: int) -> bool:
    """Whether a root has only a form of "be" before it: "Equally pleased was Marsh"."""
    children = reading.analysis.children
    return (
        reading.tokens[token].dep == "root"
        and any(verb < token for verb in children(token, "cop"))
        and not list(children(token, "nsubj", "nsubj:pass", "csubj", "expl"))
    )


def owns_subject(reading: Reading, mention: Mention) -> bool:
    """Whether a mention tells whose the main subject is: "Cole's career began", not "Cole's aide Jon Marsh left"."""
    token, tokens = reading.analysis.head_of(mention.span), reading.tokens
    if token is None or not (tokens[token].dep == "nmod:poss" or _owns(reading, token)):
        return False
    owned = tokens[tokens[token].head]
    if any(tokens[i].upos == "PROPN" for i in reading.analysis.children(tokens[token].head, "appos", "flat")):
        return False
    return owned.dep.startswith("nsubj") and tokens[owned.head].dep == "root"


def _owns(reading: Reading, token: int) -> bool:
    """Whether a mark of possession hangs on a token: "Hollis’ aide", which the parse takes for a compound."""
    return any(reading.tokens[i].tag == "POS" for i in reading.analysis.children(token, "case"))


def only_tells_whose(reading: Reading, mention: Mention) -> bool:
    """Whether a mention tells no more than whose somebody beside a name is: "Cole, Weber's first adviser, left"."""
    token = reading.analysis.head_of(mention.span)
    if token is None or reading.tokens[token].dep not in ("nmod:poss", "compound"):
        return False
    return reading.tokens[reading.tokens[token].head].dep == "appos" and _owns(reading, token)


def modifies(reading: Reading, mention: Mention) -> bool:
    """Whether a name only modifies a noun: "the Cole campaign"."""
    token = reading.analysis.head_of(mention.span)
    if token is None or mention.form is not MentionForm.NAME or _owns(reading, token):
        return False
    above = reading.tokens[reading.tokens[token].head]
    return reading.tokens[token].dep == "compound" and above.start >= mention.span.end


def is_person_noun(reading: Reading, token: int) -> bool:
    """Whether a token is a noun for a person, alone: not "his father Jon Cole"."""
    low = reading.lower[token]
    if any(reading.tokens[i].upos == "PROPN" for i in reading.analysis.children(token, "appos", "flat")):
        return False
    return reading.tokens[token].tag in ("NN", "PRP") and (low in _ANYBODY or role_noun(low) is not None)


def unlisted_name(reading: Reading, sentence: int, known: Sequence[Span], before: int) -> bool:
    """Whether the model sees a person in the sentence up to a place whom none of the known mentions names."""
    span = reading.analysis.sentences[sentence]
    return any(
        name.type == "PERSON" and not any(name.start < m.end and m.start < name.end for m in known)
        for name in reading.analysis.names
        if span.start <= name.start < before
    )


def subjects_of_own_verb(reading: Reading, token: int) -> set[int]:
    """Return the subjects of the verb whose object a pronoun is: nobody tells "him" who is himself."""
    tokens = reading.tokens
    if reading.lower[token].endswith("self") or tokens[token].tag != "PRP":
        return set()
    if tokens[token].dep not in ("obj", "iobj", "obl"):
        return set()
    verb = tokens[token].head
    subjects = set(reading.analysis.children(verb, "nsubj"))
    while not subjects and tokens[verb].dep in ("advcl", "xcomp", "conj") and tokens[verb].head != verb:
        verb = tokens[verb].head
        subjects = set(reading.analysis.children(verb, "nsubj"))
    return subjects


def wholly_quoted(reading: Reading, number: int) -> bool:
    sentence = reading.analysis.sentences[number]
    quoted = reading.quotation_at(max(sentence.start, min(sentence.start + 1, sentence.end - 1)))
    return quoted is not None and quoted == reading.quotation_at(max(sentence.start, sentence.end - 3))


def is_argument(reading: Reading, mention: Mention) -> bool:
    """Whether a mention is a subject or an object of a verb, as "Cole" in "Marsh sacked Cole"."""
    tokens, first = reading.tokens, reading.analysis.tokens_in(mention.span)[0]
    return (first > 0 and tokens[first - 1].upos == "VERB") or is_subject(reading, mention)
