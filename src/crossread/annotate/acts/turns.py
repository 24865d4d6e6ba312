"""More fixed turns of official news: papers served on somebody, posts given, intentions that somebody does not have."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.annotate.acts.clauses import NEGATIONS, Group, Reader, clause_end, conditional, group_at
from crossread.annotate.acts.frames import BILLS
from crossread.annotate.acts.futures import NOBODYS, speaker_of
from crossread.annotate.acts.parties import subject_of
from crossread.annotate.acts.phrases import head_of, is_agent, is_official, noun_phrase
from crossread.annotate.acts.shapes import Found, Tokens, by_agent, is_person, rest
from crossread.record.analysis import Sentence
from crossread.record.annotation import ActKind
from crossread.text.listing import listed
from crossread.text.rolewords import role_noun

_SERVED = listed("served handed issued given slapped hit sent dealt")
# What is served on somebody, and what the act is.
_PAPERS = {
    **dict.fromkeys(listed("subpoena subpoenas summons ultimatum"), ActKind.DEMAND),
    **dict.fromkeys(listed("ban fine suspension penalty sanctions injunction"), ActKind.DECISION),
    **dict.fromkeys(listed("charges indictment"), ActKind.CHARGE),
    **dict.fromkeys(listed("sentence"), ActKind.COURT),
}
_INTENTIONS = listed("intention intentions intent plan plans desire interest")
# What must not be done, in somebody's words: "the deal cannot be allowed to …".
_BARRED = listed("allow permit pass approve confirm ignore tolerate accept repeal sell close release cut")
_TIME_GIVEN = listed("deadline ultimatum")
# So many tokens may stand from "served" to what is served ("with a second federal grand jury subpoena"), behind a name
# to "as …" or "to lead …" that tells the post, over a description, and from "gave" to the "to" of what is to be done.
_PAPER_WITHIN, _POST_WITHIN, _TO_DO_WITHIN = 7, 12, 14
_OWED = listed("account explanation apology answer answers truth transparency accounting")


def turns(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Yield the act that a fixed turn around the word at `index` tells."""
    word = reader.word(index)
    if word in _SERVED:
        yield from _served(reader, sentence, index)
    elif word in _INTENTIONS and reader.word(index - 1) == "no":
        yield from _not_intending(reader, sentence, index)
    elif word in ("named", "names"):
        yield from _naming(reader, sentence, index)
    elif word in ("owes", "owe"):
        yield from _owing(reader, sentence, index)
    elif word in ("gave", "gives", "given", "giving"):
        yield from _given_time(reader, sentence, index)
    elif word in ("failed", "fails"):
        yield from _voted_down(reader, sentence, index)
    elif word in ("cannot", "must") or (word == "can" and reader.word(index + 1) in NEGATIONS):
        yield from _not_to_be_allowed(reader, sentence, index)


def _told(reader: Reader, sentence: Sentence, group: Group) -> bool:
    """Whether a verb group tells of something done."""
    return not (group.negated or group.modal or group.infinitive or conditional(reader, group, sentence))


def _served(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "Mr Reed was served (with) a subpoena", "was handed a two-year ban by the league"."""
    group = group_at(reader, index, "ed", sentence)
    if not group.passive or not _told(reader, sentence, group):
        return
    last = clause_end(reader, index, sentence)
    near = range(index + 1, min(last, index + _PAPER_WITHIN))
    paper = next((i for i in near if reader.word(i) in _PAPERS), None)
    subject = subject_of(reader, group, sentence)
    if paper is None or subject is None or not is_agent(reader, *subject):
        return
    between = range(index + 1, paper)
    if any(reader.tokens[i].upos in ("VERB", "PUNCT", "SCONJ") and reader.word(i) != "-" for i in between):
        return
    by = by_agent(reader, sentence, paper + 1)
    kind = _PAPERS[reader.word(paper)]
    named = (subject, None) if kind is ActKind.COURT else (by, subject)
    yield Found(kind, (group.first, index + 1), (index, max(last, paper + 1)), *named)


def _not_intending(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "she has no intention of resigning", "they had no plans to sell it"."""
    verb = index - 2
    if reader.word(verb) not in ("has", "have", "had") or reader.word(index + 1) not in ("of", "to", "in"):
        return
    group = group_at(reader, verb, "s", sentence)
    subject = subject_of(reader, group, sentence)
    doing = index + 2
    if subject is None or doing >= sentence.last or not _told(reader, sentence, group):
        return
    own = speaker_of(reader, sentence, verb, subject) or subject
    if reader.tokens[doing].tag not in ("VB", "VBG") or not is_official(reader, *own):
        return
    action = rest(reader, sentence, doing)
    if action is not None and reader.tokens[doing].lemma not in NOBODYS:
        yield Found(ActKind.REFUSAL, (group.first, index + 2), (verb, action[1]), own)


def _naming(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the mayor named Tom Reed as her deputy", "named Ann Hill chief of staff": a post, not a mere mention."""
    form = "s" if reader.word(index) == "names" else "ed"
    group = group_at(reader, index, form, sentence)
    if group.passive or reader.tokens[index].upos != "VERB" or not _told(reader, sentence, group):
        return
    # the parse has the one who is named as object or, with the post, as a clause of its own
    objects = [i for i in reader.analysis.children(index, "obj", "xcomp") if i > index]
    subject = subject_of(reader, group, sentence)
    if not objects or subject is None or not is_official(reader, *subject):
        return
    whom = noun_phrase(reader, objects[0], sentence)
    last = max(clause_end(reader, index, sentence), whom[1])
    if is_person(reader, *whom) and _post_told(reader, whom, sentence):
        yield Found(ActKind.DECISION, (group.first, index + 1), (index, last), subject, whom)


def _post_told(reader: Reader, whom: Tokens, sentence: Sentence) -> bool:
    """Whether a post is told behind a name: "as the ambassador", "to lead the agency", "chief of staff"."""
    for index in range(whom[0], min(whom[1] + _POST_WITHIN, sentence.last - 1)):
        near = index < whom[1] + 3 and role_noun(reader.word(index)) is not None
        to_do = reader.word(index) == "to" and reader.tokens[index + 1].tag == "VB"
        if near or (index >= whom[1] and (to_do or reader.word(index) == "as")):
            return True
        if reader.tokens[index].tag in ("VBD", "VBZ", "VBP", "MD", "WP"):
            return False
    return False


def _owing(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the mayor owes residents an explanation" in what somebody says."""
    group = group_at(reader, index, "s", sentence)
    subject = subject_of(reader, group, sentence)
    action = rest(reader, sentence, index)
    if subject is None or action is None or not _told(reader, sentence, group):
        return
    if is_official(reader, *subject) and not _OWED.isdisjoint(reader.word(i) for i in range(*action)):
        yield Found(ActKind.DEMAND, (index, index + 1), action, None, subject, spoken=True)


def _not_to_be_allowed(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the ferry cannot be allowed to sink", "the bill must not be passed" in what somebody says."""
    at = index + 1 if reader.word(index) == "cannot" else index + 2
    if at > index + 1 and reader.word(index + 1) not in NEGATIONS:
        return
    verb = at + 1
    if reader.word(at) != "be" or verb >= sentence.last or reader.tokens[verb].lemma not in _BARRED:
        return
    subject = subject_of(reader, Group(index, verb, "ed", reader.word(index)), sentence)
    last = max(clause_end(reader, index, sentence), verb + 1)
    if subject is not None and subject[1] <= index:
        yield Found(ActKind.DEMAND, (index, verb + 1), (subject[0], last), spoken=True)


def _given_time(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the chairman gave the mayor until Friday to answer", "gave her a deadline of 4 May to publish it"."""
    last = min(index + _TO_DO_WITHIN, sentence.last - 1)
    until = next((i for i in range(index + 1, last) if reader.word(i) in _TIME_GIVEN | {"until"}), None)
    to = None if until is None else next((i for i in range(until, last) if reader.word(i) == "to"), None)
    if until is None or to is None or reader.tokens[to + 1].upos not in ("VERB", "AUX"):
        return
    form = {"gives": "s", "giving": "ing"}.get(reader.word(index), "ed")
    group = group_at(reader, index, form, sentence)
    subject = subject_of(reader, group, sentence)
    if group.passive or not _told(reader, sentence, group):
        return
    if subject is None or not is_official(reader, *subject):
        return
    named = until - 1 if reader.word(until) == "until" else until - 2  # over "a"
    asked, cue = (index + 1, named + 1), (group.first, index + 1)
    somebody = reader.tokens[named].upos in ("NOUN", "PROPN", "PRON")
    if asked[1] > asked[0] and somebody and is_agent(reader, *asked):
        action = index, max(clause_end(reader, to + 1, sentence), to + 2)
        yield Found(ActKind.DEMAND, cue, action, subject, asked, dated=True, when=(index, to))


def _voted_down(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "the motion failed on an 11-21 vote", "the bill failed in the Senate"."""
    group = group_at(reader, index, "ed", sentence)
    subject = subject_of(reader, group, sentence)
    voted = reader.word(index + 1) in ("on", "by", "in") and not reader.analysis.children(index, "xcomp")
    if subject is None or not voted or not _told(reader, sentence, group):
        return
    last = clause_end(reader, index, sentence)
    if reader.word(head_of(reader, *subject)) in BILLS and last > index + 2:
        yield Found(ActKind.DECISION, (group.first, index + 1), (subject[0], last))
