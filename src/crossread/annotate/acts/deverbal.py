"""Deeds told by a noun: "the board's decision to close it", "Hill's resignation", "his arrest".

A noun that somebody owns takes the deed for granted, so it is told as done, unless the clause around asks for it,
plans it or leaves it open ("called for her resignation").
"""

from __future__ import annotations

from collections.abc import Iterator

from crossread.annotate.acts.clauses import NEGATIONS, Reader, clause_end
from crossread.annotate.acts.inquiries import owner_of
from crossread.annotate.acts.nouns import announcing_of
from crossread.annotate.acts.openness import left_open
from crossread.annotate.acts.phrases import is_agent, timed
from crossread.annotate.acts.shapes import Found, Tokens, by_agent, rest
from crossread.record.analysis import Analysis, Sentence
from crossread.record.annotation import ActKind, EntityType
from crossread.text.listing import listed

# Nouns with "to …": whose they are is who does it.
_WITH_INFINITIVE = {
    **dict.fromkeys(listed("decision order"), ActKind.DECISION),
    **dict.fromkeys(listed("refusal unwillingness"), ActKind.REFUSAL),
    **dict.fromkeys(
        listed(
            "threat threats promise promises pledge pledges vow vows intention intentions commitment offer offers"
        ),
        ActKind.COMMITMENT,
    ),
    **dict.fromkeys(listed("proposal proposals"), ActKind.RECOMMENDATION),
}
# Nouns for a step out of office: whose it is takes it.
_LEAVING = listed("resignation")
# Nouns for what is done to the one whose it is.
_DONE_TO = {
    **dict.fromkeys(
        listed("firing dismissal sacking ouster demotion reinstatement impeachment"), ActKind.DECISION
    ),
    "arrest": ActKind.ARREST,
    "indictment": ActKind.CHARGE,
}
# Nouns for a step of one's own case.
_AT_COURT = listed("conviction sentencing acquittal")


def deeds_by_noun(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    word, token = reader.word(index), reader.tokens[index]
    if token.upos != "NOUN" or not _may_be(word) or reader.tokens[index].dep == "compound":
        return  # "her resignation letter"
    owner = owner_of(reader, sentence, index)
    if owner is None or not is_agent(reader, *owner) or timed(reader, owner[0]) is not None:
        return  # "Thursday's firing" of a rocket
    if left_open(reader, sentence, index):
        return
    if _in_passing(reader.analysis, index):
        return
    if reader.tokens[owner[0]].tag == "PRP$" and _two_named(reader, sentence, owner[0]):
        return
    if word in _WITH_INFINITIVE:
        yield from _to_do(reader, sentence, index, owner)
    elif reader.word(index + 1) != "of":  # "the president's firing of Reed" is not done to the president
        yield from _undergone(reader, sentence, index, owner)


def _in_passing(analysis: Analysis, index: int) -> bool:
    """Whether a noun is judged ("her decision to close it is a crime"), or tells more of something else."""
    judged = analysis.tokens[index].dep.startswith("nsubj") and analysis.children(
        analysis.tokens[index].head, "cop"
    )
    return bool(judged) or any(analysis.tokens[i].dep == "acl:relcl" for i in analysis.ancestors(index))


def _two_named(reader: Reader, sentence: Sentence, index: int) -> bool:
    """Whether two people are named before a pronoun, so that it is not sure whose the noun is."""
    before = reader.span(sentence.first, index) if index > sentence.first else None
    named = {
        m.chain for m in reader.mentions if before and before.contains(m.span) and m.type is EntityType.PERSON
    }
    return len(named) > 1


def _may_be(word: str) -> bool:
    return word in _WITH_INFINITIVE or word in _DONE_TO or word in _LEAVING | _AT_COURT


def _to_do(reader: Reader, sentence: Sentence, index: int, owner: Tokens) -> Iterator[Found]:
    to = index + 2 if reader.word(index + 1) in NEGATIONS else index + 1
    if reader.word(to) != "to" or reader.tokens[min(to + 1, len(reader.tokens) - 1)].tag != "VB":
        return
    action = rest(reader, sentence, index + 1 if to > index + 1 else to + 1, noun=True)
    refused = reader.word(index) == "refusal"  # "his refusal to concede" tells enough
    if action is not None and (refused or action[1] > action[0] + 1):
        announcing = announcing_of(reader, sentence, index)
        cue = (index if announcing is None else announcing, index + 2)
        yield Found(_WITH_INFINITIVE[reader.word(index)], cue, action, owner, dated=True)


def _undergone(reader: Reader, sentence: Sentence, index: int, owner: Tokens) -> Iterator[Found]:
    word = reader.word(index)
    own = reader.analysis.subtree(index)[-1] + 1
    last = max(min(clause_end(reader, index, sentence, noun=True), own), index + 1)
    action = owner[0], last
    if word in _LEAVING:
        yield Found(ActKind.RESIGNATION, (index, index + 1), action, owner)
    elif word in _AT_COURT:
        yield Found(ActKind.COURT, (index, index + 1), action, owner)
    else:
        by = by_agent(reader, sentence, index + 1)
        yield Found(_DONE_TO[word], (index, index + 1), action, by, owner)
