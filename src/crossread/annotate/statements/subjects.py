"""Subjects by the parse, and what a relative pronoun stands for."""

from __future__ import annotations

from dataclasses import replace

from crossread.annotate.statements.cues import CHANNELS
from crossread.annotate.statements.phrases import (
    Phrase,
    base_left,
    make_phrase,
    mention_of,
    phrase_left,
    phrase_right,
)
from crossread.annotate.statements.reading import Reading, Segment
from crossread.record.analysis import FINITE
from crossread.record.annotation import EntityType, MentionForm
from crossread.text.listing import listed
from crossread.text.rolewords import role_noun

# How sure "X" is in "X, who tweeted": it cannot be counted on PolNeAR, where the pronoun is annotated; all of them are
# right on the worked example.
RELATIVE = 0.85
ANTECEDENT = "the relative pronoun's antecedent"
WHERE = listed("in at near outside around")
RELATIVES = frozenset(("who", "which", "that"))
_SINGULAR = ("NN", "NNP")
_PLURAL = ("VBP", "VB")  # of a verb; "argue" is taken for an infinitive now and then
WIDENING = listed("of from for at in with")


def antecedent(reading: Reading, segment: Segment, pronoun: int) -> Phrase | None:
    """Return what "who" or "which" stands for: the phrase before it."""
    at = pronoun - 1
    if at > segment.tokens.start and reading.tokens[at].text in (",", "--", "–", "—"):
        at -= 1
    found = phrase_left(reading, segment, at)
    if found is not None and found.head != at and _nearer(reading, pronoun, found, at):
        found = make_phrase(reading, base_left(reading, segment, at), at, at)
    if found is not None and reading.word(pronoun) == "who":
        found = _who(reading, segment, pronoun, found)
        found = _described(reading, segment, found)
    return found and replace(found, confidence=RELATIVE, basis=ANTECEDENT)


def _who(reading: Reading, segment: Segment, pronoun: int, found: Phrase) -> Phrase:
    """Return the people of "two women before the election who"."""
    noun = reading.tokens[reading.tokens[pronoun].head].head
    number = found.mention
    people = number is not None and reading.mentions[number].type in (EntityType.PERSON, EntityType.GROUP)
    if people or reading.tokens[found.head].upos == "PRON" or reading.tokens[found.head].dep == "conj":
        return found
    if not segment.tokens.start <= noun < found.first:
        return found
    role = reading.tokens[noun].upos == "NOUN" and role_noun(reading.tokens[noun].lemma.lower()) is not None
    if not role:
        return found
    return make_phrase(reading, base_left(reading, segment, noun), noun, noun)


def _described(reading: Reading, segment: Segment, found: Phrase) -> Phrase:
    """Return the person in "Ann Lee, a former senator, who …", be she subject or not; else the phrase itself."""
    comma = found.first - 1
    apart = comma > segment.tokens.start and reading.tokens[comma].text == ","
    head = reading.tokens[found.head]
    at = head.head if head.dep == "appos" else comma - 1
    person = reading.person_at(at) if apart and reading.person_at(found.head) is None else None
    if person is None:
        return found
    named = phrase_left(reading, segment, reading.analysis.tokens_in(reading.mentions[person].span)[-1])
    return found if named is None or named.mention != person else named


def _nearer(reading: Reading, pronoun: int, found: Phrase, near: int) -> bool:
    """Whether the pronoun means "the groups" in "a goal of the groups, which say", not "a goal": its verb agrees."""
    if reading.word(pronoun) == "which" and near in reading.name_at:
        return True
    if reading.word(pronoun) != "which" and is_person(reading, near):
        return True
    verb = reading.tokens[pronoun + 1].tag if pronoun + 1 < len(reading.tokens) else ""
    head, noun = reading.tokens[found.head].tag, reading.tokens[near].tag
    return verb in _PLURAL and noun == "NNS" and head in _SINGULAR


def placed_thing(reading: Reading, segment: Segment, found: Phrase) -> Phrase:
    """Return "the attacks in Lorren" where the name found only says where that is; else the phrase itself."""
    mention = mention_of(reading, found)
    if mention is None or mention.type is not EntityType.PLACE or reading.word(found.first - 1) not in WHERE:
        return found
    head = reading.analysis.head_of(mention.span)
    noun = reading.tokens[head].head if head is not None else found.head
    if not segment.tokens.start <= noun < found.first:
        return found
    return make_phrase(reading, base_left(reading, segment, noun), found.last, noun)


def is_person(reading: Reading, index: int) -> bool:
    number = reading.name_at.get(index)
    return number is not None and reading.mentions[number].type is EntityType.PERSON


def subject_of_verb(reading: Reading, segment: Segment, verb: int) -> Phrase | None:
    for child in sorted(reading.analysis.children(verb, "nsubj"), reverse=True):
        whose = any(reading.word(i) == "whose" for i in reading.analysis.children(child))
        if whose and reading.tokens[verb].dep != "acl:relcl":
            continue  # "X, whose father founded the school, said …", where the father is taken for a subject
        if child < segment.tokens.start or child >= segment.tokens.stop or not reading.told(child):
            continue
        word = reading.word(child)
        if word in RELATIVES:
            return antecedent(reading, segment, child)
        if child < verb:
            return _phrase_around(reading, segment, child)
    return None


def _phrase_around(reading: Reading, segment: Segment, index: int) -> Phrase | None:
    """Return the noun phrase of which the token at `index` is part."""
    last = index
    while last + 1 < segment.tokens.stop and reading.told(last + 1) and _goes_on(reading, last + 1):
        last += 1
    if reading.tokens[last].tag == "POS" and last > index:
        last -= 1  # "the council's already said", where the tagger takes the verb for a possessive
    named = reading.person_at(last) is not None
    while not named and last + 2 < segment.tokens.stop and reading.word(last + 1) in WIDENING:
        rest = phrase_right(reading, segment, last + 2)
        if rest is None:
            break
        last = rest.last
    return phrase_left(reading, segment, last)


def _goes_on(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    return (
        token.upos in ("NOUN", "PROPN") or token.tag == "POS" or token.text in "-–&"
    ) and index not in reading.time_at


def within(reading: Reading, found: Phrase, parsed: Phrase) -> bool:
    """Whether the nearest noun only belongs to the subject by the parse.

    "The witness who saw the events said", "a man with a habit of fighting the club said".
    """
    verb = reading.tokens[found.head].head
    if reading.tokens[found.head].dep == "obj" and parsed.last < verb < found.first:
        return True
    above = [found.head, *reading.analysis.ancestors(found.head)]
    if parsed.head >= found.first or parsed.head not in above:
        return False
    clause = any(reading.tokens[i].dep.startswith("acl") for i in above[: above.index(parsed.head)])
    return clause or reading.person_at(found.head) is None


def through(reading: Reading, parsed: Phrase, found: Phrase) -> Phrase:
    """Widen a description by the parse to the noun right before the cue, where words alone lie between them."""
    mention = mention_of(reading, parsed)
    named = mention is not None and mention.form is not MentionForm.DESCRIPTION
    between = range(parsed.last + 1, found.first)
    plain = all(reading.tokens[i].upos != "PUNCT" and reading.tokens[i].tag not in FINITE for i in between)
    if named or not plain or reading.tokens[parsed.head].upos != "NOUN":
        return parsed
    return replace(parsed, last=found.last, mention=None)


def plain(reading: Reading, part: range) -> bool:
    """Whether the tokens are words of the article without a mark or a verb between them."""
    return all(reading.told(i) and reading.tokens[i].upos not in ("PUNCT", "VERB", "AUX") for i in part)


def carries(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase is a statement, letter or the like, so that its sender speaks."""
    return any(reading.word(i) in CHANNELS for i in range(phrase.first, phrase.last + 1))
