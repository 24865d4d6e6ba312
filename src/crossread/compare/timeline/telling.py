"""The words that stand beside a date: a whole sentence where its own verb is dated, else a clause made whole.

A line is read alone. So it has the subject, the verb and what the verb needs, in
the words of the account; where words between them are left out, " … " stands for
them, and a name in brackets follows a pronoun that means somebody named elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crossread.compare.cast import Cast
from crossread.compare.claims.showing import is_clean
from crossread.compare.timeline.clauses import FINITE, stands_alone
from crossread.compare.timeline.leaning import glossed
from crossread.compare.timeline.parts import relative_clause, with_shared_subject
from crossread.compare.timeline.words import is_class, with_classes
from crossread.record.analysis import Analysis, Sentence
from crossread.record.annotation import Account, Event, EventKind, Tense
from crossread.record.span import Span, hull, trimmed
from crossread.text.listing import listed
from crossread.text.sentences import whole_sentence

# The longest line, in code points: longer sentences bury what happened; only a clause of them is shown.
_LONGEST = 360
_OMITTED = " … "
# Relations through which a verb is what its sentence tells, itself or as somebody's report of it.
_TOLD = frozenset({"conj", "ccomp", "xcomp", "parataxis"})
# Verbs and adverbs after which what hangs below is not told as so. After VerbNet 29.4 and 37.7, and Karttunen's
# (1971) counterfactives.
_DOUBTING = listed(
    "lie deny dispute refute pretend doubt question contradict reject fabricate falsely wrongly"
)
# Verbs that tell nothing without the words that they report. After VerbNet 37.7.
_NEED_WORDS = listed("""say tell add report state write tweet note claim announce argue declare suggest insist warn
    explain stress reiterate""")
# Behind a noun these say when it came out, and so when its sentence was told: "in an interview published Monday".
_CAME_OUT = listed("publish release file post send issue air broadcast submit")
# A happening behind one of these is what the verb is about, not when it happened.
_ABOUT = listed("for over after following since about despite")
# "But on Friday the office …": what ties a sentence to the one before it is left out at its head.
_TIED = re.compile(
    r"(?:(?:But|And|So|Yet),? |(?:Still|Then|However|Meanwhile|Separately|Instead|Also|Nevertheless|Nonetheless|Later|"
    r"In (?:return|response|addition|turn)|As a result|At the same time), )+"
)
_DATELINE = re.compile(
    r"(?:Photo )?(?:\([A-Z][\w. ]{1,20}\)|[A-Z][A-Z.'’/]+(?:[ ,]+[A-Z.'’/]{2,})*(?:, [A-Z][\w. ]{1,30})*"
    r"(?: ?\([A-Z][\w. ]{1,40}\))?) ?[-–—―]{1,2} |[-–—―]+ |\([A-Z]{2,8}\) |[*•●]+ ?"
)
# What a page says of itself.
_OF_THE_PAGE = re.compile(r"\bthis (?:article|story|page)\b|\bin print on\b", re.IGNORECASE)
# The words of a picture, where a page ran them into its text.
_PICTURED = re.compile(r"\bfile photo\b|\bpictured\b|\bphoto(?:graph)?:|\bgetty images\b", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*$")


@dataclass(frozen=True)
class Telling:
    """The words shown for a happening, and the stretch of the account they are taken from."""

    text: str
    span: Span
    whole: bool  # a sentence with nothing left out


def tell(
    account: Account, event: Event, cast: Cast, quoted: Sequence[Span], topic: frozenset[str]
) -> Telling | None:
    """Return the words that tell a dated happening alone, None where the account has none."""
    analysis = account.analysis
    head = analysis.token_at(event.head.start)
    sentence = whole_sentence(account.article, analysis, event.head.start)
    if head is None or sentence is None:
        return None
    if analysis.tokens[head].upos in ("NOUN", "PROPN"):
        return _named_happening(account, event, head)
    time = account.annotation.times[event.time].span
    dateline = _DATELINE.match(account.text, sentence.start, sentence.end)
    if dateline is not None and time.start < dateline.end():
        return None
    if _timeless(account, event, head) or _doubted(analysis, head):
        return None
    if _OF_THE_PAGE.search(account.text, sentence.start, sentence.end):
        return None
    for parts in _wordings(account, event, head, sentence):
        text = (
            glossed(account, cast, parts, quoted, topic) if _says_something(analysis, head, parts) else None
        )
        if (
            text is not None
            and all(_is_one(account, part) for part in parts)
            and _is_even(text, parts, account)
        ):
            return Telling(text, hull(parts), parts == (_without_ties(account.text, sentence),))
    return None


def _named_happening(account: Account, event: Event, head: int) -> Telling | None:
    """Return a noun phrase that tells a kind of happening and where or whose: "US air strikes in Kunduz this month".

    Behind its noun a day may belong to the verb before it ("met the marchers involved in the protest on Monday"),
    unless a preposition makes the noun what that verb is about.
    """
    analysis, text = account.analysis, event.span.of(account.text)
    inside = analysis.tokens_in(event.span)
    time = account.annotation.times[event.time].span
    words = {analysis.tokens[head].lemma.lower()} | {
        analysis.tokens[i].lemma.lower() for i in analysis.children(head, "compound")
    }
    named = any(
        analysis.tokens[i].upos == "PROPN" and not time.overlaps(analysis.tokens[i].span) for i in inside
    )
    cases = {analysis.tokens[i].text.lower() for i in analysis.children(head, "case")}
    sure = time.start < event.head.start or bool(cases & _ABOUT)
    if not named or not sure or not any(map(is_class, with_classes(words))) or " by " in text:
        return None
    leans = any(analysis.tokens[i].tag in ("PRP", "PRP$") for i in inside)
    return (
        None
        if leans or not account.text[event.span.start - 1 : event.span.start].isspace()
        else Telling(text, event.span, whole=False)
    )


def _wordings(account: Account, event: Event, head: int, sentence: Span) -> Iterable[tuple[Span, ...]]:
    """Yield the stretches that may stand for the happening, the fullest first."""
    analysis = account.analysis
    leading = _leads(analysis, _came_out_in(analysis, head), sentence) or _introduces(analysis, head)
    whole = _without_ties(account.text, sentence)
    if (
        leading
        and len(whole) <= _LONGEST
        and _is_sentence(account, whole, sentence)
        and _one_time(account, event, sentence)
    ):
        yield (whole,)
    if analysis.tokens[head].dep == "acl:relcl" and (relative := relative_clause(account, event, head)):
        yield relative
    elif analysis.tokens[head].dep == "conj" and (shared := with_shared_subject(account, event, head)):
        yield shared
    own = _without_ties(account.text, event.span)
    quotes = any(mark in own.of(account.text) for mark in '"“”')  # a clause is seldom cut well around them
    ends = _ends_well(analysis, own, sentence)
    # Beside other days, words stand for their main verb alone.
    ends = ends and (_is_main(analysis, head) or _one_time(account, event, own))
    if (
        ends
        and not (quotes and own != whole)
        and len(own) <= _LONGEST
        and _leads(analysis, head, own)
        and stands_alone(account, own, head)
    ):
        yield (own,)
    if (
        leading
        and _is_main(analysis, head)
        and len(whole) <= _LONGEST
        and _is_sentence(account, whole, sentence)
    ):
        yield (whole,)


def _ends_well(analysis: Analysis, span: Span, sentence: Span) -> bool:
    """Whether a clause is cut where its sentence has a mark or a conjunction, not within "lost no time demanding"."""
    after = analysis.tokens_in(span)[-1] + 1
    if after >= len(analysis.tokens) or not sentence.contains(analysis.tokens[after].span):
        return True
    token = analysis.tokens[after]
    return (
        token.upos in ("PUNCT", "CCONJ", "SCONJ") or token.dep == "mark" or token.tag in ("WRB", "WP", "WDT")
    )


def _leads(analysis: Analysis, head: int, words: Span) -> bool:
    """Whether the happening is what these words say: their main verb, or what a saying in them reports."""
    while (token := analysis.tokens[head]).head != head:
        if not words.contains(analysis.tokens[token.head].span):
            return token.dep != "ccomp"  # what is said, cut from who says it
        shares = token.dep == "advcl" and not analysis.children(head, "nsubj", "csubj", "expl")
        if token.dep not in _TOLD and not shares:
            return False
        head = token.head
    return True


def _introduces(analysis: Analysis, head: int) -> bool:
    """Whether a relative clause only says which ones its sentence then names: "Those who died on Friday were …"."""
    noun = analysis.tokens[analysis.tokens[head].head]
    named = noun.head
    of_subject = analysis.tokens[head].dep == "acl:relcl" and noun.dep == "nsubj"
    return of_subject and analysis.tokens[named].upos == "PROPN" and bool(analysis.children(named, "cop"))


def _came_out_in(analysis: Analysis, head: int) -> int:
    """Return the verb of whose sentence "in a report published on Monday" says when it was told; else the same."""
    token = analysis.tokens[head]
    if token.dep != "acl" or token.tag != "VBN" or token.lemma.lower() not in _CAME_OUT:
        return head
    above = analysis.tokens[token.head].head
    cases = {analysis.tokens[i].text.lower() for i in analysis.children(token.head, "case")}
    told = analysis.tokens[token.head].dep == "obl" and cases == {"in"}
    return above if told and analysis.tokens[above].tag in FINITE else head


def _is_main(analysis: Analysis, head: int) -> bool:
    """Whether a verb is its sentence's main one, or what that one speaks of: "is expected to chair"."""
    while analysis.tokens[head].dep == "xcomp":
        head = analysis.tokens[head].head
    return analysis.tokens[head].head == head


def _one_time(account: Account, event: Event, sentence: Span) -> bool:
    """Whether the words date nothing else to another day; beside a main verb a wider range is no other."""
    times, own = account.annotation.times, account.annotation.times[event.time].days
    others = (
        times[other.time].days
        for other in account.annotation.events
        if sentence.contains(other.head) and other.head != event.head
    )
    if own is None or _is_main(account.analysis, account.analysis.tokens_in(event.head)[0]):
        return all(days is None or own is None or days.overlaps(own) for days in others)
    return all(days is None or (days.earliest, days.latest) == (own.earliest, own.latest) for days in others)


def _timeless(account: Account, event: Event, head: int) -> bool:
    """Whether a verb in the present stands with a past time: a caption, or a state ("has grown since")."""
    if event.kind is EventKind.SCHEDULED:
        return False
    analysis = account.analysis
    helpers = [analysis.tokens[i] for i in analysis.children(head, "aux", "cop")]
    tags = {token.tag for token in helpers} or {analysis.tokens[head].tag}
    present = bool(tags & {"VBZ", "VBP"}) and not tags & {"VBD", "MD"}
    perfect = any(token.text.lower().replace("’", "'") in ("has", "have", "'ve", "'s") for token in helpers)
    form = account.annotation.times[event.time].form
    return present and not perfect and form.tense is not Tense.FUTURE


def _doubted(analysis: Analysis, head: int) -> bool:
    """Whether somebody is said to lie about it, or to deny it."""
    above = [head, *analysis.ancestors(head)]
    for index, upper in pairwise(above):
        if analysis.tokens[index].dep not in ("ccomp", "xcomp", "acl", "conj", "advcl"):
            return False
        words = [upper, *analysis.children(upper, "advmod", "xcomp", "obj")]
        if any(analysis.tokens[i].lemma.lower() in _DOUBTING for i in words):
            return analysis.tokens[index].dep in ("ccomp", "xcomp", "acl")
    return False


def _says_something(analysis: Analysis, head: int, parts: Sequence[Span]) -> bool:
    """Whether a verb of saying stands with what is said: not "The paper reported on May 8"."""
    if analysis.tokens[head].lemma.lower() not in _NEED_WORDS:
        return True
    said = list(analysis.children(head, "ccomp", "parataxis", "obj", "xcomp", "nsubj:pass"))
    if analysis.tokens[head].dep in ("parataxis", "ccomp"):
        said.append(analysis.tokens[head].head)
    return any(part.contains(analysis.tokens[i].span) for i in said for part in parts)


def _without_ties(text: str, span: Span) -> Span:
    """Return the span without a dateline and the words that tie it to what stands before."""
    start = span.start
    for pattern in (_DATELINE, _TIED):
        if found := pattern.match(text, start, span.end):
            start = found.end()
    return trimmed(text, Span(start, span.end)) if start < span.end else span


def _is_sentence(account: Account, span: Span, sentence: Span) -> bool:
    """Whether the words that are left of a sentence begin and end as one does."""
    text = span.of(account.text)
    begins = not text[:1].islower() or span.start > sentence.start  # behind a "But"
    return bool(_ENDS.search(text)) and "\n" not in text and begins


def _is_one(account: Account, span: Span) -> bool:
    """Whether no other sentence, heading or page notice runs into these words."""
    inside = account.analysis.tokens_in(span)
    return is_clean(account, Sentence(span.start, span.end, inside.start, inside.stop))


def _is_even(text: str, parts: Sequence[Span], account: Account) -> bool:
    """Whether marks are in pairs, and it is no picture's caption and no lead to words that follow."""
    after = account.text[parts[-1].end : parts[-1].end + 1]
    pairs = (
        text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("(") == text.count(")")
    )
    return pairs and after != ":" and not text.endswith(":") and not _PICTURED.search(text)
