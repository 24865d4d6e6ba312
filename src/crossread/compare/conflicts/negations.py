"""A sentence and its negation in two accounts: "the gate was locked", "the gate was not locked"."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crossread.compare.conflicts.denials import short
from crossread.compare.once import topics_in
from crossread.record.annotation import Account
from crossread.record.dossier import Claim, Conflict, ConflictKind, Side, Stance
from crossread.record.ids import founded_id
from crossread.record.span import Evidence, Span
from crossread.text.words import topics

# Words that turn a sentence round without a "not": with one of them two sentences may well agree.
_TURNING = re.compile(
    r"\b(?:stop\w*|end(?:s|ed|ing)?|refus\w+|ban\w*|fail\w*|halt\w*|ceas\w+|unable|without|only|until|unless|yet|"
    r"hardly|barely|pull\w*|remov\w+|prevent\w*|avoid\w*|lack\w*|unlikely|impossible|den(?:y|ied|ies|ying)|"
    r"reject\w*|disput\w*|dismiss\w*|no|nor|neither|none|nothing|nobody|whether|if)\b",
    re.I,
)
_NOT = re.compile(r"\b(?:not|never)\b|n[’']t\b", re.I)
# What somebody wants, fears or foresees contradicts no fact.
_MODAL = re.compile(
    r"\b(?:should|must|would|could|may|might|can|cannot|will|won[’']t|can[’']t|let[’']s)\b|\?", re.I
)
# Share of the longer sentence's content that a sentence and its negation have in common
# (0.7 to 0.9 tried on 96 development clusters; at 0.75 two trims of one long quotation met), and the least
# number of words that makes a match.
_SAME_CONTENT = 0.85
_FEWEST = 4
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence that could contradict another: its account's place, evidence and content."""

    order: int
    evidence: Evidence
    content: frozenset[str]
    negated: bool


def negation_conflicts(accounts: Sequence[Account], claims: Sequence[Claim]) -> list[Conflict]:
    """Return the sentences that another account negates, and the claims with both stances."""
    lines = [line for order, account in enumerate(accounts) for line in _lines(order, account)]
    having: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        for form in line.content:
            having[form].append(number)
    found = []
    for denial in (line for line in lines if line.negated):
        near = sorted({number for form in _needed(denial.content, having) for number in having[form]})
        assertion = next((lines[number] for number in near if _meet(lines[number], denial)), None)
        if assertion:
            found.append(_conflict((assertion.evidence,), (denial.evidence,)))
    return found + _disputed(claims)


def _needed(content: frozenset[str], having: Mapping[str, Sequence[int]]) -> Iterable[str]:
    """Return so many of the rarest forms that whatever shares enough of the content has one of them."""
    rarest = sorted(content, key=lambda form: (len(having[form]), form))
    common = math.ceil(_SAME_CONTENT * len(content) - _ROUNDING)
    return rarest[: len(content) - common + 1]


def _lines(order: int, account: Account) -> Iterator[_Line]:
    for sentence in account.sentences:
        text = account.text[sentence.start : sentence.end]
        if _TURNING.search(text) or _MODAL.search(text):
            continue
        content = _about(topics_in(account, sentence.start, sentence.end))
        if len(content) >= _FEWEST:
            shown = account.evidence(Span(sentence.start, sentence.end))
            yield _Line(order, shown, content, _denies(account, sentence.span))


def _denies(account: Account, sentence: Span) -> bool:
    """Whether a sentence negates what it tells, and not only a clause that it adds: "…, and I do not know why"."""
    analysis = account.analysis
    for match in _NOT.finditer(account.text, sentence.start, sentence.end):
        index = analysis.token_at(match.start())
        verb = analysis.tokens[index].head if index is not None else None
        if verb is None or not (analysis.tokens[verb].dep == "conj" and analysis.children(verb, "nsubj")):
            return True
    return False


def _content(text: str) -> frozenset[str]:
    """Return what a sentence is about: its content forms without negation and auxiliaries."""
    return _about(frozenset(topics(text)))


def _about(forms: frozenset[str]) -> frozenset[str]:
    return frozenset(form for form in forms if not form.endswith("n't")) - {"not", "never"}


def _meet(assertion: _Line, denial: _Line) -> bool:
    if assertion.negated or assertion.order == denial.order:
        return False
    return _shared(assertion.content, denial.content) >= _SAME_CONTENT


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(len(one), len(other), 1)


def opposed(one: str, other: str) -> bool:
    """Whether two sentences say the same but for one "not"."""
    if _TURNING.search(one) or _TURNING.search(other) or bool(_NOT.search(one)) == bool(_NOT.search(other)):
        return False
    return _shared(_content(one), _content(other)) >= _SAME_CONTENT


def _disputed(claims: Sequence[Claim]) -> list[Conflict]:
    """Return the claims that one account asserts and another denies in the same words."""
    found = []
    for claim in claims:
        asserted = tuple(s.evidence for s in claim.support if s.stance is Stance.ASSERTS)
        denied = tuple(s.evidence for s in claim.support if s.stance is Stance.DENIES)
        if not claim.disputed or not asserted or not denied:
            continue
        apart = not {e.article for e in asserted} & {e.article for e in denied}
        if apart and opposed(asserted[0].text, denied[0].text):
            found.append(_conflict(asserted, denied))
    return found


def _conflict(asserted: tuple[Evidence, ...], denied: tuple[Evidence, ...]) -> Conflict:
    sides = (Side(short(asserted[0].text), asserted), Side(short(denied[0].text), denied))
    return Conflict(
        id=founded_id("conflict", asserted[0], "negation"),
        slot=f"whether {short(asserted[0].text)}",
        kind=ConflictKind.FACT,
        sides=sides,
    )
