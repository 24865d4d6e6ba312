"""Who acts: the subjects of verb groups."""

from __future__ import annotations

from crossread.annotate.acts.clauses import Group, Reader, adverb
from crossread.annotate.acts.phrases import LONGEST, NOMINAL, NOUNS, agent_noun, is_agent, noun_phrase, timed
from crossread.record.analysis import PLURAL, Sentence
from crossread.text.listing import listed

RELATIVE = listed("who which that")
_ANYBODY = listed("those anyone anybody everyone everybody someone somebody others")


def subject_of(reader: Reader, group: Group, sentence: Sentence) -> tuple[int, int] | None:
    """Return the tokens of the subject: by the parse, through coordination and relatives, else by order.

    "Jailing Hill would be a risk" has no party as its subject.
    """
    if _is_a_deed(reader, group):
        return None
    head = _attached(reader, group, sentence)
    if head is None:
        head = _parsed_subject(reader, group, sentence)
        if head is None:
            head = _subject_before(reader, group, sentence)
    if head is not None:
        head = _before_time(reader, _who_is_described(reader, head), sentence)
    if head is None:
        return None
    return _with_shared_noun(reader, head, noun_phrase(reader, head, sentence))


def _is_a_deed(reader: Reader, group: Group) -> bool:
    """Whether the subject is a clause, by the parse; not "going forward the board must", which has one of its own."""
    analysis = reader.analysis
    deed = next((i for i in analysis.children(group.verb, "csubj") if i < group.first), None)
    if deed is None:
        return False
    own = (analysis.subtree(i) for i in analysis.children(group.verb, "nsubj"))
    return all(min(inside) == deed + 1 for inside in own)


def _with_shared_noun(reader: Reader, head: int, found: tuple[int, int]) -> tuple[int, int]:
    """Return the whole of "House and Senate Democrats", of whose noun the first name is a part."""
    shared = found[1] + 2
    if reader.word(found[1]) != "and" or shared >= len(reader.tokens) or head != found[1] - 1:
        return found
    plural = reader.tokens[shared].tag in PLURAL and reader.tokens[shared].head == head
    part = reader.tokens[shared - 1].upos == "PROPN"
    return (found[0], shared + 1) if plural and part and reader.tokens[head].tag == "NNP" else found


def _who_is_described(reader: Reader, head: int) -> int:
    """Return the name beside which a description stands: "Ann Hill, a doctor who …" is Ann Hill."""
    token = reader.tokens[head]
    told = any(reader.tokens[i].tag in ("VBD", "VBZ", "MD") for i in range(token.head, head))
    named = token.dep == "appos" and token.head < head and reader.tokens[token.head].upos == "PROPN"
    return token.head if named and not told else head


def _attached(reader: Reader, group: Group, sentence: Sentence) -> int | None:
    """Return what a bare "-ing" follows without a comma ("petitions calling for …", "those calling for …")."""
    before = group.first - 1
    if group.form != "ing" or not group.bare or before < sentence.first:
        return None
    if reader.tokens[before].upos != "NOUN" and reader.word(before) not in _ANYBODY:
        return None
    return before if timed(reader, before) is None else None


def _before_time(reader: Reader, head: int, sentence: Sentence) -> int | None:
    """Return the noun before a time that was taken as subject ("Mr Brown on Tuesday rejected …")."""
    first = timed(reader, head)
    if first is None:
        return head
    index = first - 1
    if reader.tokens[index].upos == "ADP":
        index -= 1
    return index if index >= sentence.first and reader.tokens[index].upos in NOUNS else None


def _parsed_subject(reader: Reader, group: Group, sentence: Sentence) -> int | None:
    analysis, verb = reader.analysis, group.verb
    for _ in range(4):  # up through coordinated and participial clauses
        own = [i for i in analysis.children(verb, "nsubj") if sentence.first <= i < group.first]
        own = [i for i in own if i < verb] or own  # a subject read behind its verb is an object
        token = reader.tokens[verb]
        goes_on = verb != group.verb and token.dep == "ccomp" and _after_comma(reader, group)
        if own and goes_on and not is_agent(reader, own[-1], own[-1] + 1):
            verb = token.head  # "the army admitted that its strikes hit the town, promising …": the army
            continue
        if own:
            joined = len(own) > 1 and analysis.children(
                own[-1], "cc"
            )  # "a group formed by Ms Hill and her husband"
            return _antecedent(reader, own[0 if joined else -1], verb, sentence)
        if token.dep.startswith("acl"):
            return _modified(reader, token.head, verb)
        if token.dep not in ("conj", "advcl", "xcomp", "parataxis") or token.head >= verb:
            return None
        joint = group.first - 1
        while adverb(reader, joint):
            joint -= 1  # "and formally | demanded it"
        if token.dep == "conj" and reader.word(joint) not in ("and", "but", "or", "then"):
            return None
        if token.dep == "conj" and reader.word(group.first - 2) in ("—", "–", "--"):
            return None  # "he said that she had to pay — and demanded …": who goes on is not sure
        verb = token.head
        below = reader.tokens[verb]
        if token.tag == "VBD" and below.dep == "ccomp" and below.tag in ("VB", "VBP", "VBZ"):
            verb = below.head  # "said he has proof but urged …", "demanded that it stop and called on …"
    return None


def _after_comma(reader: Reader, group: Group) -> bool:
    return group.form == "ing" and group.bare and reader.word(group.first - 1) == ","


def _modified(reader: Reader, head: int, verb: int) -> int | None:
    """Return the noun that a clause without a subject of its own modifies, if it can be who acts."""
    return None if head >= verb or reader.tokens[head].upos not in NOUNS else head


def _antecedent(reader: Reader, subject: int, verb: int, sentence: Sentence) -> int | None:
    """Return what a relative pronoun stands for; any other subject is itself."""
    token = reader.tokens[subject]
    if reader.word(subject) not in RELATIVE or token.tag == "DT":
        return subject
    head = reader.tokens[verb].head
    people = reader.tokens[subject - 2].tag == "NNS" and agent_noun(reader.word(subject - 2))
    near = reader.word(subject - 1) == "," and (reader.word(subject) == "which" or people)
    if near or not reader.tokens[verb].dep.startswith("acl") or not sentence.first <= head < subject:
        head = subject - 2 if reader.word(subject - 1) == "," else subject - 1
    return None if head < sentence.first or reader.tokens[head].upos not in NOUNS else head


def _subject_before(reader: Reader, group: Group, sentence: Sentence) -> int | None:
    """Return the noun right before a verb group, over a relative pronoun or an insertion between commas."""
    index = group.first - 1
    if reader.word(index) == ")":  # "the Road Safety Board (RSB) continues"
        index = next((i - 1 for i in range(index, sentence.first, -1) if reader.word(i) == "("), index)
    if reader.word(index) in RELATIVE:
        return _antecedent(reader, index, group.verb, sentence)
    if reader.word(index) == ",":
        if group.bare and group.form == "ing":
            return None
        opening = _insertion_start(reader, index, sentence)
        if opening is None:
            return None
        index = opening - 1
    return None if index < sentence.first or reader.tokens[index].upos not in NOUNS else index


def _insertion_start(reader: Reader, closing: int, sentence: Sentence) -> int | None:
    """Return the comma that opens the insertion which the comma `closing` ends.

    The nearest one where nothing but a phrase lies between; else the first of
    the sentence, where all before it is one noun phrase.
    """
    commas = [i for i in range(sentence.first + 1, closing) if reader.word(i) == ","]
    if not commas:
        return None
    near = commas[-1]
    finite = any(reader.tokens[i].tag in ("VBD", "VBZ", "VBP", "MD") for i in range(near, closing))
    if closing - near <= LONGEST and (not finite or reader.word(near + 1) in RELATIVE):
        return near
    first = commas[0]
    whole = all(reader.tokens[i].upos in NOMINAL for i in range(sentence.first, first))
    return first if whole else None


def object_relative(reader: Reader, group: Group, sentence: Sentence) -> bool:
    """Whether what is asked or refused stands before the clause: "the money that Congress refused to give"."""
    if reader.tokens[group.verb].dep != "acl:relcl":
        return False
    own = [i for i in reader.analysis.children(group.verb, "nsubj") if sentence.first <= i < group.first]
    if not own or reader.word(own[-1]) in RELATIVE:
        return False
    opens = reader.analysis.subtree(group.verb)[0]  # "the court in which", "the month when": not what is done
    return reader.tokens[opens].tag != "WRB" and reader.tokens[opens].upos != "ADP"
