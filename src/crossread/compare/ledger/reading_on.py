"""How far the words of an act are read on: over all that hangs on them by the parse and follows without a break.

An act's words are first cut at a comma or a conjunction, and so at times before its day, its condition or half of a
list. Here they go on to where another clause begins: another deed, one with a subject of its own, who said it, an
aside behind a comma.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from crossread.record.analysis import Analysis, Sentence
from crossread.record.annotation import Account, Act
from crossread.record.span import Span
from crossread.text.listing import listed

# Longest wording in code points: what a reader takes in as one line of the ledger.
LONGEST_WORDING = 260
LONGEST_CONDITIONAL = 320  # and with a condition, which no words are cut in
CONDITIONS = listed("unless if until except")
# Words that open a clause behind a comma which the words are meant with: a condition, what somebody was made.
_LIMITING = CONDITIONS | {"once", "to"}
_CONTRASTING = listed("while although though whereas as so")
_SAYING = listed("say tell add write tweet accord report note argue cite claim call")
_STOPS = frozenset(";:—–()[]") | {"--", "...", "…"}
_FINITE = ("VBD", "VBZ", "VBP")
_INSERTED = 40  # tokens between two dashes, over which a clause goes on
_BRACKETED = 7  # tokens in brackets behind a name, over which its clause goes on: "(R-Ky.)"
# Labels of a whole clause, which may hang on a verb behind it: "the hall was shut, he said".
_CLAUSES = frozenset({"ccomp", "parataxis", "conj", "advcl", "acl", "root", "punct", "cc"})
_DASHES = ("—", "–", "--")
_LEADING_ON = frozenset({"case", "mark", "cc", "det", "aux", "cop", "punct", "fixed"})


def read_on(account: Account, act: Act, short: Span) -> Span:
    """Return the words with what hangs on them and follows them."""
    analysis = account.analysis
    sentence = analysis.sentence_at(act.action.end - 1)
    inside = analysis.tokens_in(short)
    if sentence is None or not inside:
        return short
    end = _Reading(analysis, act, inside).end(sentence, short)
    return Span(short.start, max(end, short.end))


def noun_tells(analysis: Analysis, act: Act) -> bool:
    """Whether the deed is told by a noun within its action: "Hill's resignation as chair"."""
    return act.action.contains(act.cue) and all(
        analysis.tokens[i].upos != "VERB" for i in analysis.tokens_in(act.cue)
    )


def cut(analysis: Analysis, act: Act, end: int) -> bool:
    """Whether words that end at `end` are cut: one hangs on a word behind them ("that the ban | was lawful")."""
    return any(analysis.tokens[i].start >= end for i in _behind(analysis, act))


def _behind(analysis: Analysis, act: Act) -> frozenset[int]:
    """Return the words behind the action on which words of it hang."""
    inside, cue = analysis.tokens_in(act.action), analysis.tokens_in(act.cue)
    by_noun = all(analysis.tokens[i].upos != "VERB" for i in cue)
    after = next((t.tag for t in analysis.tokens[inside.stop :] if t.upos != "PUNCT"), "")
    whole = after in ("VBD", "VBZ", "MD")
    if noun_tells(analysis, act) or (by_noun and whole):
        return frozenset()  # "the decision to close it | was welcomed"
    verbs = (i for i in cue if analysis.tokens[i].dep == "acl:relcl")
    things = {analysis.tokens[i].head for i in verbs}  # "the bill that she opposed | will be …"
    return frozenset(
        analysis.tokens[i].head
        for i in inside
        if analysis.tokens[i].head >= inside.stop
        and i not in things
        and not (i in cue and analysis.tokens[i].upos == "VERB")
        and analysis.tokens[i].dep.split(":")[0] not in _CLAUSES - {"advcl"}
    )


@dataclass
class _Reading:
    """The words of one act, and what was found of the clauses behind them."""

    analysis: Analysis
    act: Act
    inside: range
    apart: dict[int, bool] = field(default_factory=dict)

    def end(self, sentence: Sentence, short: Span) -> int:
        """Return where the words end: before what is apart, or where the last phrase that fits is whole."""
        tokens = self.analysis.tokens
        cue = self.analysis.tokens_in(self.act.cue)
        above = {head for i in cue for head in self.analysis.ancestors(i)}
        known = {*self.inside, *cue, *(_behind(self.analysis, self.act) - above)}
        whole, last, piece = short.end, self.inside.stop - 1, -1
        at, bounded = self.inside.stop, True
        while at < sentence.last:
            at = _behind_brackets(self.analysis, at, sentence)
            if tokens[at].text in _STOPS and (at := self._over(at, sentence, known)) < 0:
                break
            if tokens[at].upos != "PUNCT":
                if tokens[at].tag in ("WDT", "WP", "WP$") and tokens[at - 1].text == ",":
                    break
                condition = _condition(self.analysis, at, sentence)
                if condition is not None:
                    known.add(condition)
                    bounded = False
                chain = self._chain(at, known)
                if chain is None or any(self._is_apart(i) for i in chain):
                    break
                if tokens[at].end - short.start > (LONGEST_WORDING if bounded else LONGEST_CONDITIONAL):
                    return whole
                if bounded and ((chain or (at,))[-1] != piece or self._opens_adjunct(at, chain)):
                    whole, piece = max(whole, self._closed(last)), (chain or (at,))[-1]
                last = at
            at += 1
        return self._closed(last)

    def _opens_adjunct(self, index: int, chain: tuple[int, ...]) -> bool:
        """Whether a phrase or clause begins that the words before it are whole without."""
        tokens = self.analysis.tokens
        adjuncts = (i for i in chain if tokens[i].dep.split(":")[0] in ("obl", "advcl", "acl"))
        return any(self.analysis.subtree(i)[0] == index for i in adjuncts)

    def _over(self, stop: int, sentence: Sentence, known: set[int]) -> int:
        """Return where the words go on behind a mark: right there, or behind an insertion between dashes; else -1."""
        tokens = self.analysis.tokens
        if tokens[stop].text not in _DASHES or stop + 1 >= sentence.last:
            return -1
        if tokens[stop + 1].upos == "ADP" or _condition(self.analysis, stop + 1, sentence) is not None:
            return stop + 1  # "a study — in 30 towns", "will help — but only if they pay"
        inside = range(stop + 2, min(stop + _INSERTED, sentence.last - 1))
        behind = next((i + 1 for i in inside if tokens[i].text in _DASHES), -1)
        chain = None if behind < 0 else self._chain(behind, known)
        return -1 if not chain or any(self._is_apart(i) for i in chain) else behind

    def _closed(self, last: int) -> int:
        """Return the end of the words up to `last`, without a preposition or conjunction that leads on."""
        tokens = self.analysis.tokens
        while last >= self.inside.stop and tokens[last].dep.split(":")[0] in _LEADING_ON:
            if tokens[last].head < last and tokens[last].upos == "ADP":
                break  # "what she voted for"
            last -= 1
        return tokens[last].end

    def _chain(self, index: int, known: set[int]) -> tuple[int, ...] | None:
        """Return a token and those above it up to one that is known to belong; None where it hangs elsewhere."""
        chain: list[int] = []
        while index not in known:
            chain.append(index)
            above = self.analysis.tokens[index].head
            if above == index:
                return None
            index = above
        return tuple(chain)

    def _is_apart(self, index: int) -> bool:
        if index not in self.apart:
            self.apart[index] = self._of_its_own(index)
        return self.apart[index]

    def _of_its_own(self, index: int) -> bool:
        """Whether a word opens a clause that is not of these words."""
        tokens = self.analysis.tokens
        token, dep = tokens[index], tokens[index].dep.split(":")[0]
        first = self.analysis.subtree(index)[0]
        comma = "," in (tokens[first].text, tokens[first - 1].text)
        opening = {self.analysis.lower[i] for i in self.analysis.children(index, "mark", "advmod", "case")}
        while_ = "while" in opening and not comma and not self.analysis.children(index, "nsubj")
        if dep in ("parataxis", "discourse", "vocative") or (opening & _CONTRASTING and not while_):
            return True  # but "while in office" is a time
        if dep == "conj":
            own = bool(self.analysis.children(index, "nsubj", "csubj"))
            finite = token.tag in _FINITE and tokens[token.head].tag not in _FINITE
            return own or finite or self.act.cue.contains(tokens[token.head].span)
        if dep in ("advcl", "acl"):
            said = token.lemma in _SAYING and token.tag == "VBG"
            return said or (comma and not opening & _LIMITING)
        return "according" in opening or (dep == "advmod" and comma)


def _condition(analysis: Analysis, index: int, sentence: Sentence) -> int | None:
    """Return the verb of a condition that begins at a word: "unless she pays", "but only if she pays"."""
    if analysis.tokens[index].dep not in ("mark", "cc", "advmod"):
        return None
    near = range(index, min(index + 3, sentence.last))
    mark = next(
        (i for i in near if analysis.lower[i] in CONDITIONS and analysis.tokens[i].dep == "mark"), None
    )
    return None if mark is None else analysis.tokens[mark].head


def _behind_brackets(analysis: Analysis, index: int, sentence: Sentence) -> int:
    """Return the token behind short brackets that open at `index`, else `index`."""
    if analysis.tokens[index].text != "(":
        return index
    near = range(index + 1, min(index + _BRACKETED, sentence.last - 1))
    return next((i + 1 for i in near if analysis.tokens[i].text == ")"), index)
