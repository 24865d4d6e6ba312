"""One utterance quoted in two wordings: stretches of two quotations with most words the same, in order, and some not.

Outlets trim quotations, which is no contradiction. But where both quote the
words before and after, and differ in between, one of them misquotes. Both
wordings are shown as quoted; which one was said is not judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import combinations, pairwise

from rapidfuzz.distance import Levenshtein

from crossread.compare.claims.meaning import REPORTING
from crossread.compare.slots import Resolver
from crossread.record.analysis import CONTENT
from crossread.record.annotation import Account
from crossread.record.dossier import Conflict, ConflictKind, Side
from crossread.record.ids import founded_id
from crossread.record.span import Evidence, Span
from crossread.text.listing import listed
from crossread.text.words import STOPWORDS

# Words with content that both must have, and their least share of either stretch between the first and the last, and
# that of all words (2 to 4 and 0.5 to 0.8 read on 377 stories: below, two sentences on one matter meet).
_SHARED, _ALIKE, _ALIKE_WORDS = 3, 0.7, 0.65
# Words in a row that are the same at either end, and on either side of what one leaves out (1 to 3 tried).
_BESIDE = 2
# Runs of the same words that make a stretch, at most.
_LONGEST = 8
# Words beside the stretch up to which a quotation is shown from its beginning or to its end.
_REST = 4
# The same, or that of all words, where nobody is known to have said both, and few words may be two people's (what
# stands beside the quotation counts too); and where one only lacks words, which may have been said again without them.
_SURE, _SURE_WORDS = 5, 10
# Share of its letters from which another word is only another spelling ("organise", "organize").
_SPELLING = 0.6
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
_SHORT_FORMS = {
    "gen": "general", "sen": "senator", "rep": "representative", "gov": "governor", "dr": "doctor", "mr": "mister",
    "gonna": "going", "wanna": "want", "gotta": "got", "percent": "%", "cent": "%", "cause": "because",
    "bc": "because", "cos": "because", "cuz": "because", "ppl": "people", "govt": "government", "thru": "through",
    "thx": "thanks", "tho": "though",
    "us": "u", "tv": "television", "ok": "okay", "yeah": "yes", "ii": "two", "iii": "three",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quotation of one account, word by word in a form to compare, with each word's place.

    `speaker` is the id of the entity that says it, None where it is not resolved; `beside` is what the account tells
    around it.
    """

    order: int
    account: Account
    speaker: str | None
    forms: tuple[str, ...]
    spans: tuple[Span, ...]
    beside: frozenset[str]

    def text(self, first: int, last: int) -> str:
        return self.account.text[self.spans[first].start : self.spans[last - 1].end]

    def closed(self, last: int) -> bool:
        """Whether a clause ends before a word."""
        return not self.account.text.startswith((" ", "\u00a0", "-"), self.spans[last - 1].end)

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
    return any(a.overlaps(b) for a in pair for b in shown)


def _candidates(quoted: Sequence[_Quoted]) -> Iterator[tuple[_Quoted, _Quoted]]:
    """Yield the quotations of two accounts that share three words in a row, as all alike enough do."""
    holders: dict[tuple[str, ...], list[int]] = {}
    for index, quotation in enumerate(quoted):
        for at in range(len(quotation.forms) - 2):
            holders.setdefault(quotation.forms[at : at + 3], []).append(index)
    pairs = {pair for held in holders.values() for pair in combinations(dict.fromkeys(held), 2)}
    for first, second in sorted(pairs):
        if quoted[first].order != quoted[second].order and quoted[first].forms != quoted[second].forms:
            yield quoted[first], quoted[second]


def _quotations(order: int, account: Account, cast: Resolver) -> Iterator[_Quoted]:
    for statement in account.annotation.statements:
        said_by = statement.speaker.mention if statement.speaker else None
        entity = cast.entity_of(account.id, said_by) if said_by is not None else None
        for span in filter(account.article.telling, statement.quoted):
            words = [Span(m.start(), m.end()) for m in _WORD.finditer(account.text, span.start, span.end)]
            forms = tuple(_form(word.of(account.text)) for word in words)
            beside = _beside(account, span)
            yield _Quoted(order, account, entity.id if entity else None, forms, tuple(words), beside)


def _beside(account: Account, span: Span) -> frozenset[str]:
    """Return what the sentences of a quotation tell around it, without the verb of saying."""
    analysis = account.analysis
    around = (analysis.sentence_at(position) for position in (span.start, span.end - 1))
    tokens = (analysis.tokens[at] for one in around if one for at in range(one.first, one.last))
    told = (t for t in tokens if t.upos in CONTENT)
    return frozenset(t.lemma for t in told if t.start < span.start or t.end > span.end) - REPORTING


def _lemma(account: Account, word: Span) -> str:
    tokens = account.analysis.tokens_in(word)
    return account.analysis.tokens[tokens[0]].lemma.casefold() if tokens else word.of(account.text).casefold()


def _form(word: str) -> str:
    plain = word.casefold().replace("’", "'")
    return _SHORT_FORMS.get(plain, plain)


def _forms(text: str) -> list[str]:
    return [_form(match.group()) for match in _WORD.finditer(text)]


def _differences(one: _Quoted, other: _Quoted) -> Iterator[tuple[Evidence, Evidence]]:
    """Yield the stretches of two quotations that differ between the same words, the longest first."""
    if one.speaker and other.speaker and one.speaker != other.speaker:
        return
    blocks = SequenceMatcher(None, one.forms, other.forms, autojunk=False).get_matching_blocks()[:-1]
    at = 0
    while at < len(blocks):
        for last in range(min(at + _LONGEST, len(blocks)), at + 1, -1):
            if pair := _differing(one, other, blocks[at:last]):
                yield pair
                at = last - 1
                break
        at += 1


def _differing(one: _Quoted, other: _Quoted, matching: Sequence[Match]) -> tuple[Evidence, Evidence] | None:
    """Return two stretches from the first to the last words that both have, if they differ between."""
    first, last = matching[0], matching[-1]
    ours, yours = (first.a, last.a + last.size), (first.b, last.b + last.size)
    closed = one.closed(ours[1]) and other.closed(yours[1])
    if first.size < _BESIDE or (last.size < _BESIDE and not closed):
        return None
    known = one.speaker and other.speaker
    both = sum(_content(one.forms[block.a : block.a + block.size]) for block in matching)
    words = sum(block.size for block in matching)
    sure = both >= _SURE or words >= _SURE_WORDS
    if both < _SHARED or not (known or sure or both + len(one.beside & other.beside) >= _SURE):
        return None
    told = (one.forms[slice(*ours)], other.forms[slice(*yours)])
    if any(both < _ALIKE * _content(forms) or words < _ALIKE_WORDS * len(forms) for forms in told):
        return None
    gaps = (
        _other(
            one, other, (a.a + a.size, b.a, a.b + a.size, b.b), sure=sure and min(a.size, b.size) >= _BESIDE
        )
        for a, b in pairwise(matching)
    )
    if not any(gaps):
        return None
    mine, theirs = one.text(*ours), other.text(*yours)
    edited = _EDITED.search(mine) or _EDITED.search(theirs)
    if edited or _holds(one.account, theirs) or _holds(other.account, mine):
        return None  # who quotes both wordings heard it said twice
    return _shown(one, *ours), _shown(other, *yours)


def _content(forms: Sequence[str]) -> int:
    return sum(form not in STOPWORDS and "'" not in form for form in forms)


def _other(one: _Quoted, other: _Quoted, gap: tuple[int, int, int, int], *, sure: bool) -> bool:
    """Whether what two quotations have between the same words is said otherwise, or is more than one left out."""
    ours, theirs = one.forms[gap[0] : gap[1]], other.forms[gap[2] : gap[3]]
    if _same(ours, theirs):
        return False
    if ours and theirs:  # "says", "said": one word in another form
        return one.lemmas(*gap[:2]) != other.lemmas(*gap[2:])
    named = _named(one, *gap[:2]) or _named(other, *gap[2:])
    return sure and not named


def _named(quoted: _Quoted, first: int, last: int) -> bool:
    """Whether the words that only one quotation has are a name: editors put those in."""
    return any(span.of(quoted.account.text)[0].isupper() for span in quoted.spans[first:last])


def _shown(quoted: _Quoted, first: int, last: int) -> Evidence:
    first = 0 if first <= _REST else first
    last = last if last < len(quoted.spans) - _REST else len(quoted.spans)
    return quoted.account.evidence(Span(quoted.spans[first].start, quoted.spans[last - 1].end))


def _same(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two differing stretches are one in speech: light words, numbers, contractions, spellings."""
    mine = [word for word in ours if word not in _LIGHT]
    yours = [word for word in theirs if word not in _LIGHT]
    if mine == yours:
        return True
    one, other = "".join(mine).replace("'", ""), "".join(yours).replace("'", "")
    if any(char.isdigit() or char == "%" for char in one + other) or "'" in "".join((*mine, *yours)):
        return True
    return bool(one and other) and float(Levenshtein.normalized_similarity(one, other)) >= _SPELLING


def _holds(account: Account, words: str) -> bool:
    return " ".join(_forms(words)) in " ".join(_forms(account.text))


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
