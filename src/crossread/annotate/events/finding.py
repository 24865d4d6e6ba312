"""The happenings that an article dates: each with its clause, cut so that a reader understands it alone."""

from __future__ import annotations

from crossread.annotate.events.bounds import ends_a_state, is_future
from crossread.annotate.events.clauses import clause_of, hangs_on
from crossread.annotate.events.happenings import REPORTING, happening
from crossread.annotate.events.nouns import is_document, is_event_noun
from crossread.annotate.times.tense import is_predicate
from crossread.record.analysis import Analysis
from crossread.record.annotation import (
    Event,
    EventKind,
    ReportedStatement,
    Tense,
    TimeExpression,
    TimeKind,
    TimeType,
)
from crossread.record.article import Article
from crossread.record.span import Span
from crossread.text.listing import listed
from crossread.text.sentences import whole_sentence

_MODALS = listed("may might could should must can ought")
_DENIALS = frozenset({"not", "n't", "n’t", "never"})
_ASKING = listed("what how why whatever whichever however")
_CONDITIONS = listed("if unless whether")
# With a verb of saying these say: "tried to explain that". After VerbNet 61 (try) and 55 (begin, continue).
_SET_ABOUT = listed("try attempt seek begin start continue go rush appear seem")


def find(
    article: Article,
    analysis: Analysis,
    times: tuple[TimeExpression, ...],
    statements: tuple[ReportedStatement, ...],
) -> tuple[Event, ...]:
    """Return the happenings that the article dates, in the order of their times."""
    said = tuple(span for statement in statements for span in statement.spans)
    dating = [time for time in times if _dates_something(time)]
    found = (
        _event(article, analysis, time, index, dating, said)
        for index, time in enumerate(times)
        if _dates_something(time)
    )
    return tuple(event for event in found if event is not None)


def _dates_something(time: TimeExpression) -> bool:
    if time.type in (TimeType.DURATION, TimeType.SET):
        return False
    return time.form.kind not in (TimeKind.LENGTH, TimeKind.VAGUE, TimeKind.CLOCK)


def _event(
    article: Article,
    analysis: Analysis,
    time: TimeExpression,
    index: int,
    dating: list[TimeExpression],
    said: tuple[Span, ...],
) -> Event | None:
    sentence = whole_sentence(article, analysis, time.span.start)
    word = happening(analysis, time)
    ahead = time.form.tense is Tense.FUTURE
    if word is None or sentence is None:
        return None
    owned = analysis.tokens[analysis.head_of(time.span) or word].dep == "nmod:poss"
    if _unreal(article.text, analysis, word, sentence, ahead=ahead, owned=owned):
        return None
    named = is_event_noun(analysis, word) or is_document(analysis, word)
    if not (named or is_predicate(analysis, word)):
        return None
    head = analysis.tokens[word].span
    hangs = _hangs_plainly(article.text, analysis, time.span, head)
    if not hangs and _in_other_words(head, time.span, said):
        return None
    others = [t.span for t in _others(analysis, sentence, time, dating)]
    span = clause_of(analysis, sentence, word, time.span, others)
    return Event(span, head, _kind(analysis, word, time, said), index)


def _others(
    analysis: Analysis, sentence: Span, time: TimeExpression, dating: list[TimeExpression]
) -> list[TimeExpression]:
    """Return the sentence's times of other happenings; how far a state reaches ("since 2014") is none."""
    near = (t for t in dating if sentence.contains(t.span) and t.span != time.span)
    return [t for t in near if happening(analysis, t) is not None or not ends_a_state(analysis, t)]


def _in_other_words(word: Span, time: Span, said: tuple[Span, ...]) -> bool:
    """Whether one of the two stands in reported words and the other outside: the parse mixed them up.

    A time right behind the words may have been cut off them; then both may be theirs.
    """
    return any(
        span.contains(word) != span.contains(time)
        and not (span.contains(word) and 0 <= time.start - span.end <= 1)
        for span in said
    )


def _hangs_plainly(text: str, analysis: Analysis, time: Span, word: Span) -> bool:
    """Whether a time hangs on a word with no quotation mark between them, and is no predicate of its own."""
    head = analysis.head_of(time)
    first, second = sorted((word, time))
    marked = any(mark in '"“”' for mark in text[first.end : second.start])
    return (
        hangs_on(analysis, time, word)
        and not marked
        and not (head is not None and is_predicate(analysis, head))
    )


def _unreal(text: str, analysis: Analysis, word: int, sentence: Span, *, ahead: bool, owned: bool) -> bool:
    """Whether the words do not say that it happened or will: questions, conditions, possibility, denial.

    `ahead` says that the time lies ahead of the writer, `owned` that a noun is called by it ("Monday's attack").
    """
    if sentence.of(text).rstrip("”\"'’ ").endswith("?"):
        return True
    if owned and not ahead:
        return False  # "nobody knows if he was behind Monday's attack"
    verbs = (word, analysis.tokens[word].head) if _completes(analysis, word) else (word,)
    below = {analysis.lower[i] for verb in verbs for i in analysis.children(verb, "aux", "mark")}
    before = (clause for verb in verbs for clause in analysis.children(verb, "advcl") if clause < verb)
    cases = (i for clause in before for i in analysis.children(clause, "mark"))
    below |= {
        analysis.lower[i] for i in cases
    } & _CONDITIONS  # "If he refuses, the board will meet on Friday"
    if analysis.lower[max(0, word - 2) : word] == ("yet", "to"):
        return True  # "has yet to answer"
    if any(analysis.tokens[i].text.lower() in _DENIALS for i in _adverbs(analysis, word)):
        return True
    free = _ASKING if analysis.tokens[word].dep == "acl:relcl" else _ASKING | {"where"}
    asks = any(analysis.tokens[i].text.lower() in free for i in analysis.children(word))
    if asks and analysis.tokens[word].head != word:
        return True  # "over what happened on Saturday", "how they handled it"
    if "would" in below and ("have" in below or not _reported(analysis, word)):
        return True
    modals = _MODALS - {"must"} if ahead else _MODALS  # what "must be paid by Friday" is due then
    return bool(below & (modals | _CONDITIONS))


def _reported(analysis: Analysis, word: int) -> bool:
    """Whether a "would" is the "will" of somebody's words, not what would be in some case."""
    return any(
        analysis.tokens[i].dep in ("ccomp", "acl", "acl:relcl") for i in (word, *analysis.ancestors(word))
    )


def _adverbs(analysis: Analysis, word: int) -> list[int]:
    """Return the adverbs of a verb and of those it completes: "has not promised to send anybody next week"."""
    found = list(analysis.children(word, "advmod"))
    while analysis.tokens[word].head != word and _completes(analysis, word):
        word = analysis.tokens[word].head
        found += analysis.children(word, "advmod")
    return found


def _completes(analysis: Analysis, verb: int) -> bool:
    """Whether a verb is what the one above it speaks of: "agreed to send", "committed to sending"."""
    if analysis.tokens[verb].dep == "xcomp":
        return True
    marks = {analysis.tokens[i].text.lower() for i in analysis.children(verb, "mark", "case")}
    return analysis.tokens[verb].dep == "advcl" and "to" in marks


def _kind(analysis: Analysis, word: int, time: TimeExpression, said: tuple[Span, ...]) -> EventKind:
    token = analysis.tokens[word]
    if is_future(analysis, word, time):
        return EventKind.SCHEDULED
    saying = is_predicate(analysis, word) and _is_saying(analysis, word)
    if saying and not any(span.contains(token.span) for span in said):
        return EventKind.SAID
    return EventKind.HAPPENED


def _is_saying(analysis: Analysis, word: int) -> bool:
    """Whether the verb reports words; "was confirmed" and "adding a safe zone" do not."""
    lemma = analysis.tokens[word].lemma.lower()
    if lemma not in REPORTING:
        meant = [i for i in analysis.children(word, "xcomp") if analysis.tokens[i].lemma.lower() in REPORTING]
        return lemma in _SET_ABOUT and any(analysis.children(i, "ccomp", "parataxis") for i in meant)
    if any(analysis.tokens[i].dep == "nsubj:pass" for i in analysis.children(word)):
        return False
    if lemma in ("say", "tell"):
        return True
    done = any(analysis.tokens[i].dep == "obj" for i in analysis.children(word))  # "announced his retirement"
    return not done and bool(analysis.children(word, "ccomp", "parataxis"))
