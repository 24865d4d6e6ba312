"""Whether a verb tells of something done: not denied, possible, asked for, general, or only talked of."""

from __future__ import annotations

from dataclasses import replace

from crossread.annotate.acts.clauses import MODALS, NEGATIONS, QUOTES, Group, Reader, conditional, group_at
from crossread.annotate.acts.diary import own_subject
from crossread.annotate.acts.frames import TELLING_VERBS, Frame
from crossread.annotate.acts.parties import RELATIVE, subject_of
from crossread.record.analysis import Sentence
from crossread.record.annotation import ASKING, OWN_DEEDS, ActKind
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


# Adverbs by which something is a habit of some, not a deed.
_HABITUAL = listed(
    "often generally usually sometimes typically routinely normally commonly traditionally rarely seldom"
)


def counts(reader: Reader, sentence: Sentence, frame: Frame, group: Group, *, passive: bool) -> bool:
    """Whether the verb group tells of something done, not denied, possible, asked for, or general."""
    forced = (frame.kind in OWN_DEEDS and _had_to(reader, group)) or _goes_on_to(reader, group)
    if group.negated or (group.infinitive and not forced) or conditional(reader, group, sentence):
        return False
    if reader.word(group.first) == "having":
        return False  # "talk about him having raised money"
    if _denied_with(reader, group.verb) or _had_done(reader, group.verb):
        return False
    if frame.kind is ActKind.DECISION and group.form == "ing" and "been" in _words(reader, group):
        return False  # "workers had been restoring power": what went on, no decision
    if _hardly(reader, sentence, group) or (group.form == "base" and _disagrees(reader, group.verb)):
        return False
    token = reader.tokens[group.verb]
    participle = group.form == "ed" and group.bare and token.tag == "VBN" and token.dep in ("acl", "advcl")
    if participle and not passive:
        return False  # "the law signed last week"
    if passive and reader.word(group.first) in ("being", "be"):
        return False  # "pictures of her being arrested", "asked that he be fined": nothing done
    if group.modal:
        return frame.kind in ASKING and _own_future(reader, sentence, group)
    if group.form == "base" and not group.auxiliary and not forced:
        general = reader.word(group.first - 1) in RELATIVE or passive or frame.kind in STANDING
        return not general and _told_in_the_present(reader, sentence, group)  # not "those who oppose it"
    if group.form == "ing" and not group.be:
        those = reader.word(group.first - 1) == "those"  # "join those calling for it": they do
        deed = frame.kind in OWN_DEEDS | ASKING and not those
        return _own_clause(reader, sentence, group) and not (deed and _of_what_is_to_come(reader, group))
    return True


def _denied_with(reader: Reader, verb: int) -> bool:
    """Whether a verb shares the "not" of the one it is joined to: "had not seen it or been told to go"."""
    token = reader.tokens[verb]
    either = any(reader.word(i) in ("or", "nor") for i in reader.analysis.children(verb, "cc"))
    below = reader.analysis.children(token.head, "advmod", "neg")
    return token.dep == "conj" and either and any(reader.word(i) in NEGATIONS for i in below)


def _had_done(reader: Reader, verb: int) -> bool:
    """Whether a participle says what somebody has or wants done: "customers would have power restored"."""
    token = reader.tokens[verb]
    causing = reader.tokens[token.head].lemma in ("have", "get", "want", "need", "see", "keep", "leave")
    return token.tag == "VBN" and token.dep in ("xcomp", "ccomp") and causing


def _words(reader: Reader, group: Group) -> list[str]:
    return [reader.word(i) for i in range(group.first, group.verb)]


def _told_in_the_present(reader: Reader, sentence: Sentence, group: Group) -> bool:
    """Whether a bare form is a present with a subject: no infinitive, nor "suggested that the panel issue it"."""
    token = reader.tokens[group.verb]
    if token.dep == "ccomp" and reader.tokens[token.head].lemma in _ASKING:
        return False
    return subject_of(reader, group, sentence) is not None and not _joins_infinitive(reader, sentence, group)


# Verbs whose clause says what is asked for, or has a bare verb: "could see the panel issue a subpoena".
_ASKING = listed(
    "suggest propose recommend ask demand request urge insist move advise require prefer see let watch make help"
)
# Adverbs by which a deed falls short of being done.
_SHORT_OF = listed("almost nearly virtually practically")


def _hardly(reader: Reader, sentence: Sentence, group: Group) -> bool:
    """Whether a deed is not quite done, a habit, or one of two: "has all but announced it", "was either …"."""
    below = {reader.word(i) for i in reader.analysis.children(group.verb, "advmod")}
    before = range(max(sentence.first, group.verb - _NEAR), group.verb)
    all_but = any(reader.word(i) == "all" and reader.word(i + 1) == "but" for i in before)
    either = any(reader.word(i) == "either" for i in range(group.first, group.verb))
    return all_but or either or bool(below & (_SHORT_OF | _HABITUAL))


def _disagrees(reader: Reader, verb: int) -> bool:
    """Whether a plain form is joined to one in -s, so that it is a noun: "she has a record and plan to …"."""
    token = reader.tokens[verb]
    return token.tag == "VBP" and token.dep == "conj" and reader.tokens[token.head].tag == "VBZ"


_NEAR = 5  # tokens before a verb in which "all but" belongs to it, an adverb or two between


def _had_to(reader: Reader, group: Group) -> bool:
    """Whether an infinitive tells of something done: "had to sack him", "was forced to resign"."""
    to = group.first if reader.word(group.first) == "to" else group.first - 1
    if reader.word(to) != "to":
        return False
    return reader.word(to - 1) == "had" or (
        reader.word(to - 1) in ("forced", "obliged", "compelled")
        and reader.word(to - 2) in ("was", "were", "been")
    )


# Verbs whose "to …" is done: phases of a deed (Quirk et al. 1985, 3.47).
_PHASES = listed("continue continues continued began begun start started moved proceeded")


def _goes_on_to(reader: Reader, group: Group) -> bool:
    """Whether an infinitive hangs on a verb of its phase: "have continued to call for it"."""
    at = phase_of(reader, group)
    return at is not None and not {reader.word(i) for i in range(at - 4, at)} & (NEGATIONS | MODALS | {"to"})


def phase_of(reader: Reader, group: Group) -> int | None:
    """Return the verb of phase that an infinitive hangs on."""
    to = group.first if reader.word(group.first) == "to" else group.first - 1
    return to - 1 if reader.word(to) == "to" and reader.word(to - 1) in _PHASES else None


# Words before a bare "-ing" that make it a thing talked of, not a deed told.
_NOMINALISERS = listed(
    "of about against without from to for with on in as like than besides regarding concerning over"
)


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
    if (
        joined.dep == "conj"
        and first.tag == "VBG"
        and first.dep in ("xcomp", "ccomp", "obj", "obl", "acl", "nmod")
    ):
        return _own_clause(reader, sentence, replace(group, first=joined.head, verb=joined.head))
    if joined.dep == "conj" and first.tag != "VBG":
        return False  # "programmes such as grants, a charity and raising the minimum wage"
    before = group.first - 1
    while before > sentence.first and reader.word(before) in QUOTES:
        before -= 1
    if before < sentence.first or reader.word(before) in _NOMINALISERS | {":"}:
        return False  # "the goal is that: outlawing it"
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


def _of_what_is_to_come(reader: Reader, group: Group) -> bool:
    """Whether a participle says how something is to be done that is not done: "urged them to act, raising taxes"."""
    token = reader.tokens[group.verb]
    joined = token.dep.split(":")[0] in ("advcl", "conj", "acl", "nmod")
    if joined and _to_come(reader, token.head):
        return True
    above = reader.tokens[token.head]
    return (
        joined
        and above.dep.split(":")[0] in ("obj", "obl", "nmod", "conj", "xcomp")
        and _to_come(reader, above.head)
    )


def _to_come(reader: Reader, verb: int) -> bool:
    """Whether a verb tells of what is only to come, so that how it is to be done is not done either."""
    modal = any(reader.word(i) in MODALS for i in reader.analysis.children(verb, "aux"))
    thought_of = reader.tokens[verb].tag == "VBG" and reader.tokens[verb].dep in ("xcomp", "ccomp")
    return modal or thought_of or any(reader.word(i) == "to" for i in reader.analysis.children(verb, "mark"))


def _joins_infinitive(reader: Reader, sentence: Sentence, group: Group) -> bool:
    """Whether a bare verb is the second of "to offer work and refuse it"."""
    token = reader.tokens[group.verb]
    if reader.word(group.first - 1) in ("and", "or"):
        words = [reader.word(i) for i in range(max(sentence.first, group.first - 8), group.first)]
        return "to" in words or (
            token.dep == "conj" and group_at(reader, token.head, "base", sentence).infinitive
        )
    return False


def _own_future(reader: Reader, sentence: Sentence, group: Group) -> bool:
    """Whether a speaker announces it of itself: "he said he would be asking", "I will demand"."""
    if group.modal not in ("will", "would", "'ll", "'d"):
        return False
    return own_subject(reader, sentence, group.first - 1)
