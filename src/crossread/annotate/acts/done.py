"""Whether a verb tells of something done: not denied, possible, asked for, general, or only talked of."""

from __future__ import annotations

from dataclasses import replace

from crossread.annotate.acts.clauses import (
    MODALS,
    NEGATIONS,
    QUOTES,
    Group,
    Reader,
    adverb,
    conditional,
    group_of,
)
from crossread.annotate.acts.diary import own_subject
from crossread.annotate.acts.frames import TELLING_VERBS, Frame
from crossread.annotate.acts.parties import RELATIVE, subject_of
from crossread.annotate.acts.phrases import noun_phrase
from crossread.annotate.acts.shapes import Tokens
from crossread.record.analysis import Sentence
from crossread.record.annotation import ASKING, ActKind
from crossread.text.listing import listed

# Kinds that a plain present tells of nobody's deed: "Americans oppose it", "have Congress vote on it",
# "asked that he resign", "let victims sue".
STANDING = frozenset(
    {
        ActKind.OPPOSITION,
        ActKind.DECISION,
        ActKind.INQUIRY,
        ActKind.RESIGNATION,
        ActKind.COURT,
        ActKind.ARREST,
        ActKind.CHARGE,
    }
)


def counts(reader: Reader, sentence: Sentence, frame: Frame, group: Group, *, passive: bool) -> bool:
    """Whether the verb group tells of something done, not denied, possible, asked for, or general."""
    if group.negated or group.infinitive or conditional(reader, group, sentence):
        return False
    if _goes_on_undone(reader, group):
        return False
    if reader.word(group.first) == "having":
        return False  # "talk about him having raised money"
    if frame.kind is ActKind.DECISION and group.form == "ing" and "been" in _words(reader, group):
        return False  # "workers had been restoring power": what went on, no decision
    if _hardly(reader, group):
        return False
    token = reader.tokens[group.verb]
    participle = group.form == "ed" and group.bare and token.tag == "VBN" and token.dep in ("acl", "advcl")
    if participle and not passive:
        return False  # "the law signed last week"
    if passive and reader.word(group.first) in ("being", "be"):
        return False  # "pictures of her being arrested", "asked that he be fined": nothing done
    if group.modal:
        return frame.kind in ASKING and _own_future(reader, sentence, group)
    if group.form == "base" and not group.auxiliary:
        general = reader.word(group.first - 1) in RELATIVE or passive or frame.kind in STANDING
        return not general and _told_in_the_present(reader, sentence, group)  # not "those who oppose it"
    if group.form == "ing" and not group.be:
        return _own_clause(reader, sentence, group)
    return True


def _goes_on_undone(reader: Reader, group: Group) -> bool:
    """Whether it shares the "to" or "not" of a verb before: "to assist and | urge them", "had not met or | asked"."""
    token = reader.tokens[group.verb]
    if token.dep != "conj" or reader.analysis.children(group.verb, "nsubj", "nsubj:pass"):
        return False
    shared = {reader.word(i) for i in reader.analysis.children(token.head, "mark", "aux", "advmod")}
    bare = group.form == "base" and not group.auxiliary and not shared.isdisjoint(MODALS | {"to"})
    return bare or (reader.word(group.first - 1) in ("or", "nor") and not shared.isdisjoint(NEGATIONS))


# Adverbs by which a deed falls short of being done.
_SHORT_OF = listed("almost nearly virtually practically")
_NEAR = 5  # tokens before a verb in which "all but" belongs to it, an adverb or two between


def _hardly(reader: Reader, group: Group) -> bool:
    """Whether a deed is not quite done: "has all but announced it"."""
    before = range(max(0, group.verb - _NEAR), group.verb)
    all_but = any(reader.word(i) == "all" and reader.word(i + 1) == "but" for i in before)
    return all_but or any(reader.word(i) in _SHORT_OF for i in reader.analysis.children(group.verb, "advmod"))


def _words(reader: Reader, group: Group) -> list[str]:
    return [reader.word(i) for i in range(group.first, group.verb)]


def _told_in_the_present(reader: Reader, sentence: Sentence, group: Group) -> bool:
    """Whether a bare form is a present with a subject: no infinitive, nor "suggested that the panel issue it"."""
    token = reader.tokens[group.verb]
    if token.dep in ("ccomp", "xcomp") and reader.tokens[token.head].lemma in _ASKING:
        return False
    return subject_of(reader, group, sentence) is not None


# Verbs whose clause says what is asked for, or has a bare verb: "could see the panel issue a subpoena".
_ASKING = listed(
    "suggest propose recommend ask demand request urge insist move advise require prefer see let watch make help"
)


# Verbs whose "to …" is done if they are: of phase (Quirk et al. 1985, 3.47) and implicatives (Karttunen 1971).
_PHASES = listed("continue continues continued began begun start started proceeded")
_IMPLYING = listed("continue begin start proceed manage go")
# Verbs that make their object do it: one-way implicatives.
_CAUSING = listed("force lead prompt cause compel oblige drive")


def bringing_about(reader: Reader, sentence: Sentence, group: Group) -> tuple[Group, Tokens | None] | None:
    """Return the verb on which an infinitive hangs that is done if that one is, and whom it made do it.

    "has continued to call for it", "had to resign", "the report led the board to resign".
    """
    first = reader.analysis.top(group.verb, "conj")
    above = reader.tokens[first].head
    marked = any(reader.word(i) == "to" for i in reader.analysis.children(first, "mark"))
    purpose = reader.tokens[first].dep == "advcl" and reader.word(above + 1) != "on"  # but "went on to"
    if not marked or purpose or reader.tokens[first].dep not in ("xcomp", "ccomp", "advcl") or above >= first:
        return None
    lemma, doers = reader.tokens[above].lemma, reader.analysis.children(above, "obj", "iobj")
    forced = lemma in _CAUSING and (doers or reader.analysis.children(above, "aux:pass"))
    implied = lemma in _IMPLYING and (lemma != "go" or reader.word(above + 1) == "on")
    if not (forced or implied or (lemma == "have" and reader.word(above) == "had" and not doers)):
        return None
    return group_of(reader, above, sentence), noun_phrase(
        reader, doers[0], sentence
    ) if forced and doers else None


# Words before a bare "-ing" that make it a thing talked of, not a deed told.
_NOMINALISERS = listed(
    "of about against without from to for with on in as like than besides regarding concerning over"
)


_BLAME = 16  # tokens from the "for" of what one is blamed or thanked for to how one did it


def _blamed(reader: Reader, sentence: Sentence, by: int) -> bool:
    """Whether "by …ing" says how another did it: "attacked Ms Hill for insulting them | by refusing it"."""
    near = (i for i in range(max(sentence.first, by - _BLAME), by) if reader.word(i) == "for")
    return any(reader.tokens[i + 1 + (reader.word(i + 1) in QUOTES)].tag == "VBG" for i in near)


def _own_clause(reader: Reader, sentence: Sentence, group: Group) -> bool:
    """Whether a bare "-ing" tells what its subject does: not "blamed for demanding", "considered asking"."""
    above = reader.tokens[group.verb].head
    if reader.tokens[group.verb].dep == "advcl" and (
        _would(reader, above) or (reader.word(group.first - 1) == "by" and _to_come(reader, above))
    ):
        return (
            False  # "she would have cut it while refusing to say what", "vowed to stop it by banning trucks"
        )
    joined = reader.tokens[group.verb]
    first = reader.tokens[joined.head]
    if joined.dep == "conj" and first.tag == "VBG" and not reader.analysis.children(joined.head, "aux"):
        return _own_clause(reader, sentence, replace(group, first=joined.head, verb=joined.head))
    if joined.dep == "conj" and first.tag != "VBG":
        return False  # "programmes such as grants, a charity and raising the minimum wage"
    before = group.first - 1
    while before > sentence.first and (reader.word(before) in QUOTES or adverb(reader, before)):
        before -= 1
    if before < sentence.first or reader.word(before) in _NOMINALISERS | {":"}:
        return False  # "the goal is that: outlawing it"
    if reader.word(before) == "by" and _blamed(reader, sentence, before):
        return False
    # "tweeted asking them to stay", "began investigating it"
    if reader.word(before) in TELLING_VERBS | _PHASES:
        return True
    own = reader.analysis.children(group.verb, "nsubj")
    if own and reader.tokens[reader.analysis.subtree(own[0])[0] - 1].upos == "ADP":
        return False  # "a row over the council closing it"
    governed = reader.tokens[before].upos in ("VERB", "AUX") or reader.tokens[before].dep == "compound:prt"
    return joined.dep not in ("xcomp", "ccomp") and not governed  # "ruled out closing it"


def _would(reader: Reader, verb: int) -> bool:
    return any(
        reader.word(i) in ("would", "could", "might", "'d") for i in reader.analysis.children(verb, "aux")
    )


def _to_come(reader: Reader, verb: int) -> bool:
    """Whether a verb tells of what is only to come, so that how it is to be done is not done either."""
    modal = any(reader.word(i) in MODALS for i in reader.analysis.children(verb, "aux"))
    thought_of = reader.tokens[verb].tag == "VBG" and reader.tokens[verb].dep in ("xcomp", "ccomp")
    return modal or thought_of or any(reader.word(i) == "to" for i in reader.analysis.children(verb, "mark"))


def _own_future(reader: Reader, sentence: Sentence, group: Group) -> bool:
    """Whether a speaker announces it of itself: "he said he would be asking", "I will demand"."""
    if group.modal not in ("will", "would", "'ll", "'d"):
        return False
    return own_subject(reader, sentence, group.first - 1)
