"""Who tells: of whom a verb of saying is told, and who goes on telling in the next sentence."""

from __future__ import annotations

from crossread.annotate.mentions.grammar import wholly_quoted
from crossread.annotate.mentions.known import Known
from crossread.annotate.mentions.pronoun_words import BODY_VERBS
from crossread.annotate.mentions.reading import Reading
from crossread.text.lexicon import words as lexicon_words

_TELLING = BODY_VERBS | lexicon_words("human_verbs", "opinion")
# Who speaks for somebody else, of whom the words may be: "A spokesman said he would appeal".
_ON_BEHALF = lexicon_words("role_words", "on behalf")


def goes_on(known: Known, number: int, token: int) -> int | None:
    """Return the chain of "Marsh" in "Marsh said Cole had lied. He added", whomever his words name.

    Both are subjects of the main verb of their sentence, a verb of saying, and nobody else is named before "he".
    """
    reading = known.reading
    if not tells(reading, token) or any(
        known.fits(number, other) and known.quotation_of(other) is None for other in known.here(token)
    ):
        return None
    before = reading.sentence_of[token] - 1
    while before >= 0 and wholly_quoted(reading, before):
        before -= 1
    tellers, others = set[int | None](), set[int | None]()
    for other in known.by_sentence.get(before, ()):
        head = reading.analysis.head_of(known.mentions[other].span)
        if head is None or known.quotation_of(other) is not None or not known.fits(number, other):
            continue
        if tells(reading, head):
            tellers.add(known.chains[other])
        elif has_own_say(reading, head):
            others.add(known.chains[other])
    return tellers.pop() if len(tellers) == 1 and not others - tellers else None


def speaks_for_himself(reading: Reading, head: int) -> bool:
    """Whether a description is of nobody's lawyer or spokesman, nor otherwise somebody's: "his brother said he"."""
    owned = any(reading.analysis.children(head, "nmod:poss"))
    return not owned and reading.lower[head] not in _ON_BEHALF


def tells(reading: Reading, token: int) -> bool:
    """Whether a token is the subject of the main verb of its sentence, and that one of saying or with a clause."""
    above = reading.tokens[token].head
    verb = reading.tokens[above]
    if reading.tokens[token].dep != "nsubj" or verb.dep != "root":
        return False
    return verb.lemma in _TELLING or bool(list(reading.analysis.children(above, "ccomp")))


def has_own_say(reading: Reading, token: int) -> bool:
    """Whether a token is the subject of a clause beside the main one, which no verb of saying governs.

    "Marsh" of "Cole said no, and Marsh agreed" and of "Cole said no, which Marsh denied".
    """
    tokens = reading.tokens
    verb = tokens[token].head
    if not tokens[token].dep.startswith("nsubj"):
        return False
    relative = tokens[verb].dep == "acl:relcl"
    verb = reading.analysis.top(verb, "conj", "parataxis")
    return relative or (tokens[verb].dep == "root" and verb != tokens[token].head)


def teller(reading: Reading, token: int) -> int | None:
    """Return who says what the pronoun is the subject of: "person" in "the person who saw Cole says he left"."""
    tokens = reading.tokens
    verb = tokens[token].head
    if not tokens[token].dep.startswith("nsubj") or tokens[verb].dep != "ccomp":
        return None
    verb = tokens[verb].head
    if tokens[verb].lemma not in _TELLING:
        return None
    while (
        tokens[verb].dep == "conj"
        and tokens[verb].head != verb
        and not list(reading.analysis.children(verb, "nsubj"))
    ):
        verb = tokens[verb].head
    return max((i for i in reading.analysis.children(verb, "nsubj") if i < token), default=None)
