"""The happenings that an article dates: each with its clause, cut so that a reader understands it alone."""

from __future__ import annotations

from crossread.annotate.events.ahead import is_future
from crossread.annotate.events.bounds import ends_a_state
from crossread.annotate.events.clauses import clause_of, hangs_on
from crossread.annotate.events.happenings import REPORTING, happening
from crossread.annotate.events.nouns import is_document, is_event_noun
from crossread.annotate.times.tense import is_predicate
from crossread.record.analysis import FINITE, Analysis
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
from crossread.record.span import Span, hull
from crossread.text.listing import listed
from crossread.text.sentences import whole_sentence

_MODALS = listed("may might could should must can ought")
_DENIALS = frozenset({"not", "n't", "n’t", "never"})
_ASKING = listed("what how why whatever whichever however")
_CONDITIONS = listed("if unless whether")
# With a verb of saying these say: "tried to explain that". After VerbNet 61 (try) and 55 (begin, continue).
# After VerbNet 29.1 (appoint) and 13.3 (choose).
_APPOINTING = listed("select appoint pick choose name nominate tap hire elect assign designate")
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
        if _dates_something(time) and article.telling(time.span)
    )
    events = [event for event in found if event is not None]
    return tuple(_without_strays(_without_echoes(events, times), analysis, times))


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
    word = _told_within(analysis, word, time.span, said) if word is not None else None
    word = _tried(analysis, word) if word is not None and _is_over(article, time) else word
    ahead = time.form.tense is Tense.FUTURE
    if word is None or sentence is None or _unreal(article.text, analysis, word, sentence, ahead=ahead):
        return None
    named = is_event_noun(analysis, word) or is_document(analysis, word)
    if not (named or is_predicate(analysis, word)):
        return None
    head = analysis.tokens[word].span
    hangs = _hangs_plainly(article.text, analysis, time.span, head)
    if not hangs and _in_other_words(head, time.span, said):
        return None
    others = [t.span for t in _others(analysis, sentence, time, dating)]
    kind = _kind(analysis, word, time, said)
    span = clause_of(article.text, analysis, sentence, word, time.span, others, kind)
    if span is None and is_predicate(analysis, word) and sentence.contains(head):
        span = hull(
            (head, time.span)
        )  # where the words around it cannot be cut out; others may still tell it
    return Event(span, head, kind, index) if span else None


def _is_over(article: Article, time: TimeExpression) -> bool:
    own = article.published
    return own is not None and time.days is not None and time.days.latest <= own.latest


def _tried(analysis: Analysis, word: int) -> int:
    """Return the past verb of an infinitive: "declined an invitation to lift the ban on Monday".

    What was still to come then has no day that is over now; and who "became the third to run" or was "picked to be
    envoy" did, or had, it on that day.
    """
    token = analysis.tokens[word]
    noun = analysis.tokens[token.head]
    of_object = token.tag == "VB" and token.dep == "acl" and noun.dep in ("obj", "xcomp")
    if of_object and analysis.tokens[noun.head].tag == "VBD":
        return noun.head
    picked = token.dep == "xcomp" and noun.tag == "VBD" and noun.lemma.lower() in _APPOINTING
    return token.head if picked else word


def _others(
    analysis: Analysis, sentence: Span, time: TimeExpression, dating: list[TimeExpression]
) -> list[TimeExpression]:
    """Return the sentence's times of other happenings; how far a state reaches ("since 2014") is none."""
    near = (t for t in dating if sentence.contains(t.span) and t.span != time.span and not _gloss(t, time))
    return [t for t in near if happening(analysis, t) is not None or not ends_a_state(analysis, t)]


def _told_within(analysis: Analysis, word: int, time: Span, said: tuple[Span, ...]) -> int:
    """Return the verb in the reported words that hold the time, where the parse gave the time to the saying.

    "Gunmen struck late on Monday, killing two, officials said" dates the striking.
    """
    told = next((span for span in said if span.contains(analysis.tokens[word].span)), None)
    if told is not None and not told.contains(time):
        saying = _verb_before(analysis, time)
        return word if saying is None or told.contains(analysis.tokens[saying].span) else saying
    words = next((span for span in said if span.contains(time)), None)
    reports = analysis.tokens[word].lemma.lower() in REPORTING
    if words is None or not reports or words.contains(analysis.tokens[word].span):
        return word
    before = (i for i in analysis.tokens_in(words) if analysis.tokens[i].end <= time.start)
    verbs = [i for i in before if analysis.tokens[i].tag in FINITE and is_predicate(analysis, i)]
    return verbs[0] if len(verbs) == 1 else word


def _verb_before(analysis: Analysis, time: Span) -> int | None:
    """Return the verb of saying right before a time, a preposition between them allowed: "said in May that"."""
    at = analysis.tokens_in(time)[0] - 1
    if at > 0 and analysis.tokens[at].upos == "ADP":
        at -= 1
    return at if at >= 0 and analysis.tokens[at].lemma.lower() in REPORTING else None


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


def _gloss(one: TimeExpression, other: TimeExpression) -> bool:
    """Whether two expressions stand for one day, side by side: "Saturday (13 March)"."""
    a, b = one.form, other.form
    near = (
        one.span.start - other.span.end
        if one.span.start > other.span.start
        else other.span.start - one.span.end
    )
    return a.month is not None and (a.month, a.day) == (b.month, b.day) and near <= 3


def _unreal(text: str, analysis: Analysis, word: int, sentence: Span, *, ahead: bool) -> bool:
    """Whether the words do not say that it happened or will: questions, conditions, possibility, denial.

    `ahead` says that the time lies ahead of the writer.
    """
    if sentence.of(text).rstrip("”\"'’ ").endswith("?"):
        return True
    below = {analysis.tokens[i].text.lower() for i in analysis.children(word, "aux", "mark")}
    if any(analysis.tokens[i].text.lower() in _DENIALS for i in _adverbs(analysis, word)):
        return True
    if _on_a_condition(analysis, word) or _yet_to(analysis, word) or _as_though(analysis, word):
        return True
    free = _ASKING if analysis.tokens[word].dep == "acl:relcl" else _ASKING | {"where"}
    asks = any(analysis.tokens[i].text.lower() in free for i in analysis.children(word))
    if asks and analysis.tokens[word].head != word:
        return True  # "over what happened on Saturday", "how they handled it"
    if "would" in below and ("have" in below or not _reported(analysis, word)):
        return True
    modals = _MODALS - {"must"} if ahead else _MODALS  # what "must be paid by Friday" is due then
    return bool(below & (modals | _CONDITIONS)) or _may_only(analysis, word)


def _as_though(analysis: Analysis, word: int) -> bool:
    """Whether it only seemed so: "it was as if he had walked into a trap"."""
    marks = (i for i in analysis.children(word, "mark") if analysis.lower[i] == "as")
    return any(analysis.lower[i + 1] in ("if", "though") for i in marks)


def _yet_to(analysis: Analysis, word: int) -> bool:
    """Whether it has not happened: "has yet to answer"."""
    before = [token.text.lower() for token in analysis.tokens[max(0, word - 2) : word]]
    return before == ["yet", "to"]


def _reported(analysis: Analysis, word: int) -> bool:
    """Whether a "would" is the "will" of somebody's words, not what would be in some case."""
    return any(
        analysis.tokens[i].dep in ("ccomp", "acl", "acl:relcl") for i in (word, *analysis.ancestors(word))
    )


def _may_only(analysis: Analysis, word: int) -> bool:
    """Whether the verb above only says that it could be done: "they could try to pass it in May"."""
    above = analysis.tokens[word].head
    if above == word or not (analysis.tokens[word].dep == "conj" or _completes(analysis, word)):
        return False
    helpers = {analysis.tokens[i].text.lower() for i in analysis.children(above, "aux")}
    return bool(helpers & _MODALS) or _may_only(analysis, above)


def _on_a_condition(analysis: Analysis, word: int) -> bool:
    """Whether it is told for one case only: "If he refuses, the board will meet on Friday"."""
    while True:
        for clause in analysis.children(word, "advcl"):
            marks = {analysis.tokens[i].text.lower() for i in analysis.children(clause, "mark")}
            if marks & _CONDITIONS and clause < word:
                return True
        token = analysis.tokens[word]
        if token.head == word or not (token.dep in ("ccomp", "conj") or _completes(analysis, word)):
            return False
        word = token.head


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


def _without_strays(
    events: list[Event], analysis: Analysis, times: tuple[TimeExpression, ...]
) -> list[Event]:
    """Where several times date one word, keep those that hang on it in the parse, if any do."""
    direct = {event.head for event in events if hangs_on(analysis, times[event.time].span, event.head)}
    return [
        event
        for event in events
        if event.head not in direct or hangs_on(analysis, times[event.time].span, event.head)
    ]


def _without_echoes(events: list[Event], times: tuple[TimeExpression, ...]) -> list[Event]:
    """Keep the date where a weekday and a date gloss each other ("Saturday (13 March)")."""
    kept: list[Event] = []
    for event in events:
        if kept and _gloss(times[event.time], times[kept[-1].time]):
            kept[-1] = event
        else:
            kept.append(event)
    return kept
