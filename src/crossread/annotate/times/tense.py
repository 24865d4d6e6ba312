"""Tense of the verb that a word belongs to, read off the parse."""

from __future__ import annotations

from crossread.record.analysis import Analysis
from crossread.record.annotation import Tense
from crossread.record.span import Span
from crossread.text.listing import listed
from crossread.text.pasts import is_past_in_disguise

# Verbs and predicates whose infinitive is still to come ("is expected to chair", "due to meet").
# After FrameNet's Scheduling, Commitment, Request and Expectation frames.
TO_COME = listed("""expect due set schedule slate plan intend hope want likely unlikely go about prepare promise pledge
    vow agree ask urge call tell order instruct invite request propose decide bind poise aim mean tip
    certain sure ready able book earmark bill prompt require need seek threaten arrange""")
# Such participles put a time of their own into the future even without an infinitive ("expected on Monday").
AWAITED = listed("expect due schedule slate plan set likely anticipate tip earmark book bill arrange")
# "He was leaving in February" may have been arranged and still to come (the futurate progressive).
ARRANGED = listed("leave come return start begin retire resign arrive open close")
# What is told behind these with an infinitive is no plan: "the second Democrat to quit". Ordinals are closed.
_RANKS = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth last latest only next-to-last"
)
_MODALS = listed("may might could should must can ought would")
_FOLLOWS = frozenset({"conj", "xcomp", "advcl", "ccomp", "parataxis", "acl", "acl:relcl", "dep"})
# A day may be said of an hour: "at noon on Monday", "at 8 p.m. Friday".
_HOURS = listed("""noon midday midnight dawn dusk sunrise sunset daybreak a.m. p.m. am pm o'clock o’clock et est edt gmt
    bst""")
_OF_AN_HOUR = frozenset({"nmod", "nmod:unmarked", "obl", "obl:unmarked", "compound", "appos", "flat", "dep"})
# Who urges others to do something on a bare day mostly urged on it: "called on him to resign Sunday". After FrameNet's
# Attempt_suasion, without what is asked for a day ("asked", "ordered").
_URGING = listed("call urge implore beg encourage exhort pressure plead appeal")
_STEPS = 8  # how many verbs up a tense is looked for; deeper nesting is a faulty parse


def time_head(analysis: Analysis, span: Span) -> int | None:
    """Return the head of a time, or of the hour that it is the day of: "at noon on Monday"."""
    head = analysis.head_of(span)
    while head is not None and analysis.tokens[head].dep in _OF_AN_HOUR:
        above = analysis.tokens[head].head
        if above == head or analysis.tokens[above].text.lower() not in _HOURS:
            return head
        head = above
    return head


def urged_by(analysis: Analysis, verb: int, span: Span) -> int | None:
    """Return the past verb of urging whose bare day stands behind what it urges: "called on him to resign Sunday"."""
    first, above = analysis.tokens_in(span)[0], analysis.tokens[verb].head
    bare = first > verb and analysis.tokens[first - 1].upos not in ("ADP", "PUNCT", "SCONJ")
    if not bare or analysis.tokens[verb].tag != "VB" or analysis.tokens[above].tag != "VBD":
        return None
    urging = analysis.tokens[above].lemma.lower() in _URGING and "to" in _marks(analysis, verb)
    return above if urging else None


def governor(analysis: Analysis, index: int) -> tuple[int | None, bool]:
    """Return the predicate above a word, and whether a noun stands between them.

    A predicate is a verb, or a word with a copula. Behind a comma the word
    belongs outside a relative clause: "will face Smith, whom he beat, in May".
    """
    by_noun = False
    apart = _behind_comma(analysis, index)
    for above in analysis.ancestors(index):
        closed = apart and above < index and analysis.tokens[above].dep.startswith("acl")
        if is_predicate(analysis, above) and not closed:
            return above, by_noun
        by_noun = by_noun or analysis.tokens[above].upos in ("NOUN", "PROPN", "PRON")
    return None, by_noun


def _behind_comma(analysis: Analysis, index: int) -> bool:
    first = analysis.subtree(index)[0]
    return first > 0 and analysis.tokens[first - 1].text == ","


def is_predicate(analysis: Analysis, index: int) -> bool:
    """Whether the word heads a clause: a verb, or a word with a copula."""
    token = analysis.tokens[index]
    if token.upos in ("VERB", "AUX") or token.tag.startswith("VB"):
        return token.dep not in ("amod", "compound", "case")
    set_ahead = token.upos == "ADJ" and bool(analysis.children(index, "aux"))  # "is set to vote"
    return set_ahead or any(True for _ in analysis.children(index, "cop"))


def tense_of(analysis: Analysis, verb: int) -> Tense | None:
    """Return when the predicate happens, seen from the writer; None where the words leave it open."""
    return _tense(analysis, verb, _STEPS)


def _tense(analysis: Analysis, verb: int, steps: int) -> Tense | None:
    token = analysis.tokens[verb]
    helpers = [analysis.tokens[i].text.lower() for i in analysis.children(verb, "aux", "cop")]
    if helpers:
        found = _by_helpers(analysis, verb, helpers)
        if found is not Tense.PAST and _awaited(analysis, verb):
            return Tense.FUTURE
        return found
    if token.tag == "VBD" or is_past_in_disguise(analysis, verb):
        return Tense.PAST
    if token.tag in ("VBZ", "VBP"):
        return Tense.PRESENT
    if steps == 0:
        return None
    return _by_head(analysis, verb, steps)


def _by_helpers(analysis: Analysis, verb: int, helpers: list[str]) -> Tense | None:
    tag = analysis.tokens[verb].tag
    words = {word.replace("’", "'") for word in helpers}
    perfect = "have" in words
    if words & {"will", "'ll", "shall", "wo", "ll"}:
        return None if perfect else Tense.FUTURE
    if words & _MODALS or ("'d" in words and tag == "VB"):
        return None if perfect else Tense.FUTURE
    if _is_due(analysis, verb, words):
        return Tense.FUTURE
    if words & {"was", "were", "had", "did", "has", "have", "'ve", "got", "having"}:
        if tag == "VBG" and words_of(analysis, verb) & ARRANGED:
            return None
        return Tense.FUTURE if _going(analysis, verb, words) else Tense.PAST
    if words & {"is", "are"} and "to" in _marks(analysis, verb) and ("be" in words or tag == "VB"):
        return Tense.FUTURE  # "the zoo is to be open on Sunday"
    if words & {"is", "are", "am", "'s", "'re", "'m", "does", "do", "be"}:
        return _present(analysis, verb, words)
    return _by_head(analysis, verb, 1) if "to" in words or tag in ("VB", "VBG") else None


def _is_due(analysis: Analysis, verb: int, words: set[str]) -> bool:
    """Whether "is due to be heard" stands above the verb as a mark, or "were to meet" speaks of what was ahead."""
    before = {
        analysis.tokens[i].text.lower()
        for i in analysis.children(verb, "mark", "amod", "advmod", "case")
        if i < verb
    }
    if "due" in before and words & {"is", "are", "was", "were"}:
        return True
    return bool(words & {"was", "were"}) and "to" in before | words and analysis.tokens[verb].tag == "VB"


def _present(analysis: Analysis, verb: int, words: set[str]) -> Tense | None:
    if "be" in words and "to" in _marks(analysis, verb):
        return _by_head(analysis, verb, _STEPS)
    return Tense.PRESENT


def _going(analysis: Analysis, verb: int, words: set[str]) -> bool:
    return "to" in _marks(analysis, verb) and "be" not in words and analysis.tokens[verb].tag == "VB"


def _marks(analysis: Analysis, verb: int) -> set[str]:
    return {analysis.tokens[i].text.lower() for i in analysis.children(verb, "mark", "aux")}


def words_of(analysis: Analysis, index: int) -> set[str]:
    """Return a word with its lemma and its stem."""
    token = analysis.tokens[index]
    return {token.lemma.lower(), token.text.lower(), token.text.lower().removesuffix("ed"), _stem(token.text)}


def _stem(word: str) -> str:
    """ "scheduled" is "schedule" and "planned" is "plan", where the model's lemma is wrong."""
    low = word.lower()
    if low.endswith("nned"):
        return low[:-3]
    return low.removesuffix("d") if low.endswith("ed") else low


def _by_head(analysis: Analysis, verb: int, steps: int) -> Tense | None:
    """A verb without a finite form takes its time from the one above it."""
    token = analysis.tokens[verb]
    infinitive = "to" in _marks(analysis, verb)
    if token.head == verb:
        return None
    head = token.head
    if infinitive:
        if is_one_of_a_rank(analysis, verb):
            return _tense(analysis, governor(analysis, verb)[0] or head, steps - 1)
        if looks_ahead(analysis, head):
            return Tense.FUTURE
        if token.dep.startswith("acl"):
            return Tense.FUTURE
    elif token.tag == "VBN" and token.dep.startswith("acl"):
        # "an event organised on Friday", but "a speech set for Friday"
        return Tense.FUTURE if _awaited(analysis, verb) else Tense.PAST
    if token.dep not in _FOLLOWS:
        return None
    above = head if is_predicate(analysis, head) else governor(analysis, head)[0]
    return _tense(analysis, above, steps - 1) if above is not None else None


def looks_ahead(analysis: Analysis, index: int) -> bool:
    """Whether the infinitive behind a word is still to come: "is going to win", not "went on to win"."""
    token = analysis.tokens[index]
    goes_on = token.lemma.lower() == "go" and token.tag != "VBG"
    return bool(words_of(analysis, index) & TO_COME) and not goes_on


def is_one_of_a_rank(analysis: Analysis, verb: int) -> bool:
    """Whether an infinitive tells what the first or the largest did: "the first to resign", "the only bank to fail"."""
    noun = analysis.tokens[verb].head
    if not analysis.tokens[verb].dep.startswith("acl"):
        return False
    ranks = [analysis.tokens[i] for i in (noun, *analysis.children(noun)) if i < verb]
    return any(token.tag == "JJS" or token.text.lower() in _RANKS for token in ranks)


def _awaited(analysis: Analysis, verb: int) -> bool:
    """Whether a participle says that something is to come: "set for Friday", not "set off on Friday"."""
    return bool(words_of(analysis, verb) & AWAITED) and not analysis.children(verb, "compound:prt")
