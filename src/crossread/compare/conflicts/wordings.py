"""One utterance quoted in two wordings: all the same words but for one or two in the middle.

Outlets trim quotations, which is no contradiction. But where both quote the
words before and after, and differ in between, one of them misquotes. Both
wordings are shown as quoted; which one was said is not judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from rapidfuzz.distance import Levenshtein

from crossread.compare.slots import Resolver
from crossread.record.annotation import Account
from crossread.record.dossier import Conflict, ConflictKind, Side
from crossread.record.ids import founded_id
from crossread.record.span import Evidence, Span
from crossread.text.listing import listed
from crossread.text.words import STOPWORDS

# Words that must be the same on each side of the difference, and on both sides together
# (1 to 3 and 4 to 8 tried by reading: below, lines of one speech that only sound alike meet).
_BESIDE, _TOGETHER = 2, 6
# The same where nobody is known to have said both, and few words may be two people's; and where one
# quotation only lacks words, which the speaker may have said again without them.
_NAMELESS = 10
# Words that may differ in the middle.
_LONGEST = 2
# Share of its letters from which another word is only another spelling ("organise", "organize").
_SPELLING = 0.6
# Letters with which the one word begins that the other one is ("any", "anything").
_STEM = 3
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
# An editor's hand in a quotation: what stands beside it was not said so.
_EDITED = re.compile(r"[\[\]…*]|\.\.\.|- ?-|[—–]")
# Words that transcripts drop and add at will, short forms, and whose something is: it shifts where a report joins in.
_LIGHT_WORDS = "the a an that and so well um uh just but or of to you know then now really oh ok okay"
_OWNERS = "my your his her our their"
# Function words that change what is said.
_TELLING = listed(
    "no not never nor neither none nobody nothing will would shall should can cannot could may might must i we he she"
    " it they me him us them only before after without against under over"
)
_LIGHT = (STOPWORDS | listed(f"{_LIGHT_WORDS} {_OWNERS}")) - _TELLING
# Numbers in words and in Roman figures: transcripts have either.
_NUMBERS = listed(
    "one two three four five six seven eight nine ten eleven twelve first second third fourth fifth sixth"
    " i ii iii iv v vi vii viii ix x xi xii"
)
_SHORT_FORMS = {
    "gen": "general", "sen": "senator", "rep": "representative", "gov": "governor", "dr": "doctor", "mr": "mister",
    "gonna": "going", "wanna": "want", "gotta": "got", "percent": "%", "cent": "%", "cause": "because",
    "bc": "because", "cos": "because", "cuz": "because", "ppl": "people", "govt": "government", "thru": "through",
    "thx": "thanks", "tho": "though",
    "us": "u", "tv": "television", "ok": "okay", "yeah": "yes",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quotation of one account, word by word in a form to compare, with each word's place.

    `speaker` is the id of the entity that says it, None where it is not resolved.
    """

    order: int
    account: Account
    speaker: str | None
    forms: tuple[str, ...]
    spans: tuple[Span, ...]

    def lemmas(self, first: int, last: int) -> list[str]:
        return [_lemma(self.account, span) for span in self.spans[first:last]]


def wording_conflicts(accounts: Sequence[Account], cast: Resolver) -> list[Conflict]:
    """Return the utterances that two accounts quote with another word in the middle."""
    quoted = [q for order, account in enumerate(accounts) for q in _quotations(order, account, cast)]
    found: list[tuple[Evidence, Evidence]] = []
    for one, other in _candidates(quoted):
        for pair in _differences(one, other):
            if not any(_overlap(pair, shown) for shown in found):
                found.append(pair)
    return [_conflict(*pair) for pair in found]


def _overlap(pair: Sequence[Evidence], shown: Sequence[Evidence]) -> bool:
    """Whether a stretch of either pair lies in the other's: one utterance is shown once."""
    return any(a.article == b.article and a.span.overlaps(b.span) for a in pair for b in shown)


def _candidates(quoted: Sequence[_Quoted]) -> Iterator[tuple[_Quoted, _Quoted]]:
    """Yield the quotations of two accounts that share three words in a row, as all alike enough do."""
    holders: dict[tuple[str, ...], list[int]] = {}
    for index, quotation in enumerate(quoted):
        for at in range(len(quotation.forms) - 2):
            holders.setdefault(quotation.forms[at : at + 3], []).append(index)
    pairs = {pair for held in holders.values() for pair in combinations(dict.fromkeys(held), 2)}
    for first, second in sorted(pairs):
        if quoted[first].order != quoted[second].order:
            yield quoted[first], quoted[second]


def _quotations(order: int, account: Account, cast: Resolver) -> Iterator[_Quoted]:
    for statement in account.annotation.statements:
        said_by = statement.speaker.mention if statement.speaker else None
        entity = cast.entity_of(account.id, said_by) if said_by is not None else None
        for span in statement.quoted:
            words = [Span(m.start(), m.end()) for m in _WORD.finditer(account.text, span.start, span.end)]
            if len(words) >= _TOGETHER and account.article.telling(span):
                speaker = entity.id if entity else None
                forms = tuple(_form(word.of(account.text)) for word in words)
                yield _Quoted(order, account, speaker, forms, tuple(words))


def _lemma(account: Account, word: Span) -> str:
    tokens = account.analysis.tokens_in(word)
    return account.analysis.tokens[tokens[0]].lemma.casefold() if tokens else word.of(account.text).casefold()


def _form(word: str) -> str:
    plain = word.casefold().replace("’", "'")
    return _SHORT_FORMS.get(plain, plain)


def _forms(text: str) -> list[str]:
    return [_form(match.group()) for match in _WORD.finditer(text)]


def _differences(one: _Quoted, other: _Quoted) -> Iterator[tuple[Evidence, Evidence]]:
    """Yield the stretches of two quotations that differ in the middle of the same words."""
    if one.speaker and other.speaker and one.speaker != other.speaker:
        return
    least = _TOGETHER if one.speaker and other.speaker else _NAMELESS
    blocks = SequenceMatcher(None, one.forms, other.forms, autojunk=False).get_matching_blocks()
    for before, after in pairwise(blocks):
        if min(before.size, after.size) < _BESIDE or before.size + after.size < least:
            continue
        ours = one.forms[before.a + before.size : after.a]
        theirs = other.forms[before.b + before.size : after.b]
        if max(len(ours), len(theirs)) > _LONGEST or _same(ours, theirs):
            continue
        if not (ours and theirs) and (
            before.size + after.size < _NAMELESS or _elsewhere(one, other, ours, theirs)
        ):
            continue
        if ours and one.lemmas(before.a + before.size, after.a) == other.lemmas(
            before.b + before.size, after.b
        ):
            continue  # "says", "said": one word in another form
        if not theirs and _named(one, before.a + before.size, after.a):
            continue
        if not ours and _named(other, before.b + before.size, after.b):
            continue
        mine = _shown(one, before.a, after.a + after.size)
        yours = _shown(other, before.b, after.b + after.size)
        if not (_EDITED.search(mine.text) or _EDITED.search(yours.text)) and not _both(
            one, other, mine, yours
        ):
            yield mine, yours


def _elsewhere(one: _Quoted, other: _Quoted, ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether words that one quotation lacks here stand elsewhere in it: they were moved, or said twice."""
    return set(ours) <= set(other.forms) and set(theirs) <= set(one.forms)


def _named(quoted: _Quoted, first: int, last: int) -> bool:
    """Whether the words that only one quotation has are a name: editors put those in."""
    return any(span.of(quoted.account.text)[0].isupper() for span in quoted.spans[first:last])


def _shown(quoted: _Quoted, first: int, last: int) -> Evidence:
    return quoted.account.evidence(Span(quoted.spans[first].start, quoted.spans[last - 1].end))


def _same(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two differing stretches are one in speech: light words, numbers, contractions, spellings."""
    mine = [word for word in ours if word not in _LIGHT]
    yours = [word for word in theirs if word not in _LIGHT]
    if mine == yours:
        return True
    one, other = "".join(mine).replace("'", ""), "".join(yours).replace("'", "")
    if all(word in _NUMBERS for word in (*mine, *yours)):
        return True
    if any(char.isdigit() or char == "%" for char in one + other) or "'" in "".join((*mine, *yours)):
        return True
    if min(len(one), len(other)) >= _STEM and (one.startswith(other) or other.startswith(one)):
        return True
    return bool(one and other) and float(Levenshtein.normalized_similarity(one, other)) >= _SPELLING


def _both(one: _Quoted, other: _Quoted, mine: Evidence, yours: Evidence) -> bool:
    """Whether one account quotes both wordings: they were said twice."""
    said, heard = " ".join(_forms(mine.text)), " ".join(_forms(yours.text))
    ours, theirs = " ".join(_forms(one.account.text)), " ".join(_forms(other.account.text))
    return heard in ours or said in theirs


def _conflict(mine: Evidence, yours: Evidence) -> Conflict:
    return Conflict(
        id=founded_id("conflict", mine, "wording"),
        slot=f"how it was worded: {_clipped(mine.text)}",
        kind=ConflictKind.FACT,
        sides=(Side(_clipped(mine.text), (mine,)), Side(_clipped(yours.text), (yours,))),
    )


def _clipped(text: str) -> str:
    """Return a wording in one line, its end left out where it is long."""
    words = text.split()
    return " ".join(words) if len(words) <= 30 else " ".join(words[:30]) + " …"
