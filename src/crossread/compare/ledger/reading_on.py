"""How far the words of an act are read on: to the end of a condition, or of the phrase that they were cut in."""

from __future__ import annotations

from crossread.record.analysis import Analysis, Sentence
from crossread.record.annotation import Account, Act, ActKind
from crossread.record.span import Span
from crossread.text.listing import listed

# Longest wording in code points: what a reader takes in as one line of the ledger.
LONGEST_WORDING = 260
CONDITIONS = listed("unless if until except")
_STOPS = frozenset('"”“;:—–()[]')
_SAYING = listed("said says told adds added wrote tweeted according reported pointed noted argued testified")


# Words that open a clause of time, without which what is ruled or asked is told for any time.
_TIME_CLAUSES = listed("before until when after")


def read_on(account: Account, act: Act, short: Span) -> Span:
    """Return the words with the condition, or the rest of a clause, that they were cut before."""
    analysis = account.analysis
    sentence = analysis.sentence_at(act.action.end - 1)
    if sentence is None:
        return short
    at = next(
        (i for i in range(sentence.first, sentence.last) if analysis.tokens[i].start >= short.end), None
    )
    if at is None:
        return short
    end = _rest(analysis, at, sentence) if cut(analysis, act) else _condition(analysis, act, at, sentence)
    return Span(short.start, end) if end is not None and end - short.start <= LONGEST_WORDING else short


# Labels of a whole clause, which may hang on a verb behind it: "the hall was shut, he said".
_CLAUSES = frozenset({"ccomp", "parataxis", "conj", "advcl", "acl", "root", "punct", "cc"})


def noun_tells(analysis: Analysis, act: Act) -> bool:
    """Whether the deed is told by a noun within its action: "Hill's resignation as chair"."""
    return act.action.contains(act.cue) and all(
        analysis.tokens[i].upos != "VERB" for i in analysis.tokens_in(act.cue)
    )


def cut(analysis: Analysis, act: Act) -> bool:
    """Whether the action was cut in the middle: a word of it hangs on one behind it ("that the ban | was lawful")."""
    inside = analysis.tokens_in(act.action)
    by_noun = all(analysis.tokens[i].upos != "VERB" for i in analysis.tokens_in(act.cue))
    whole = inside.stop < len(analysis.tokens) and analysis.tokens[inside.stop].tag in ("VBD", "VBZ", "MD")
    if noun_tells(analysis, act) or (by_noun and whole):
        return False  # "the decision to close it | was welcomed"
    verbs = (i for i in analysis.tokens_in(act.cue) if analysis.tokens[i].dep == "acl:relcl")
    things = {analysis.tokens[i].head for i in verbs}  # "the bill that she opposed | will be …"
    return any(
        analysis.tokens[i].head >= inside.stop
        and i not in things
        and analysis.tokens[i].dep.split(":")[0] not in _CLAUSES
        for i in inside
    )


def _rest(analysis: Analysis, at: int, sentence: Sentence) -> int | None:
    """Return the end of the sentence, None where somebody is told in it to have said so."""
    last = sentence.last
    while last > at and analysis.tokens[last - 1].upos == "PUNCT":
        last -= 1
    said = any(analysis.tokens[i].text.lower() in _SAYING for i in range(at, last))
    return None if said or last <= at else analysis.tokens[last - 1].end


def _condition(analysis: Analysis, act: Act, at: int, sentence: Sentence) -> int | None:
    """Return the end of a condition or of a phrase that begins at `at`, over one comma."""
    tokens = analysis.tokens
    first = at + 1 if tokens[at].text == "," and at + 1 < sentence.last else at
    phrase = first == at and (tokens[at].upos in ("ADP", "PART") or tokens[at].text.lower() in _TIME_CLAUSES)
    if tokens[first].text.lower() not in CONDITIONS and not phrase:
        return _goes_on(analysis, act, sentence)
    last = first + 1
    while last < sentence.last and not _stops(analysis, last, sentence):
        last = _behind_brackets(analysis, last + 1, sentence)
    while last > first and tokens[last - 1].upos == "PUNCT":
        last -= 1
    return tokens[last - 1].end if last > first + 1 else None


# How a phrase hangs on one of the words before a comma when it goes on behind it.
_BELONGING = frozenset({"appos", "nmod", "obl"})


def _goes_on(analysis: Analysis, act: Act, sentence: Sentence) -> int | None:
    """Return the end of what hangs on the action's own words: "a request from a group, Hill Watch, for …"."""
    inside = set(analysis.tokens_in(act.action))
    last, at = max(inside, default=-1), max(inside, default=-1) + 1
    made = next((i for i in range(at, sentence.last) if _made_what(analysis, act, i)), None)
    if made is not None:
        return analysis.tokens[analysis.subtree(made)[-1]].end
    for child in range(at, sentence.last):
        token = analysis.tokens[child]
        if token.head in inside and token.dep.split(":")[0] in _BELONGING:
            below = analysis.subtree(child)
            if below[0] - last > 2 or any(analysis.tokens[i].text.lower() in _SAYING for i in below):
                break
            last = below[-1]
    end = last
    while end >= at and analysis.tokens[end].upos == "PUNCT":
        end -= 1
    return analysis.tokens[end].end if end >= at else None


def _made_what(analysis: Analysis, act: Act, index: int) -> bool:
    """Whether a word behind an insertion says what somebody was made: "picked Reed, a judge, to be her deputy"."""
    token = analysis.tokens[index]
    verb = token.head
    if act.kind is not ActKind.DECISION or act.addressee is None or token.dep not in ("advcl", "xcomp"):
        return False
    if not act.cue.contains(analysis.tokens[verb].span):
        return False
    return any(analysis.tokens[i].text == "to" for i in analysis.children(index, "mark"))


def _opens(analysis: Analysis, index: int) -> bool:
    """Whether a mark stands right before a word, a space behind the last one."""
    tokens = analysis.tokens
    return (
        index + 1 < len(tokens)
        and tokens[index].end == tokens[index + 1].start
        and tokens[index - 1].end < tokens[index].start
    )


_BRACKETED = 7  # tokens in brackets behind a name, over which its clause goes on: "(R-Ky.)"


def _behind_brackets(analysis: Analysis, index: int, sentence: Sentence) -> int:
    """Return `index`, or where short brackets open there the token behind them."""
    if index >= sentence.last or analysis.tokens[index].text != "(":
        return index
    near = range(index + 1, min(index + _BRACKETED, sentence.last - 1))
    return next((i + 1 for i in near if analysis.tokens[i].text == ")"), index)


def _stops(analysis: Analysis, index: int, sentence: Sentence) -> bool:
    """Whether the sentence goes over to something else: a mark, who said it, a clause of its own."""
    token = analysis.tokens[index]
    if token.text in ('"', "“") and _opens(analysis, index):
        return False
    if token.text in _STOPS or token.text == "--":
        return True
    if token.text != ",":
        return False
    rest = [analysis.tokens[i].text.lower() for i in range(index + 1, sentence.last)]
    if not rest or _SAYING & set(rest):
        return True
    goes_over = analysis.tokens[index + 1].tag in ("WDT", "WP", "VBG", "WRB", "VBD", "VBZ", "VBP", "MD")
    return goes_over or rest[0] in ("and", "but", "while", "though", "although")
