"""The happenings that an article dates: each with its clause, cut so that a reader understands it alone."""

from __future__ import annotations

import re

from crossread.annotate.events.happenings import REPORTING, happening, is_event_noun, is_future
from crossread.annotate.times.tense import is_predicate
from crossread.record.analysis import Analysis
from crossread.record.annotation import (
    Event,
    EventKind,
    ReportedStatement,
    TimeExpression,
    TimeKind,
    TimeType,
)
from crossread.record.article import Article
from crossread.record.span import Span, hull
from crossread.text.listing import listed
from crossread.text.sentences import whole_sentence

# A sentence up to this long that dates one happening only is shown whole. Read on the example and five
# other stories (150 to 300): shorter cuts lose who did it, longer ones bury it.
_WHOLE_SENTENCE = 220
# The longest clause; a longer one is left out.
_LONGEST_CLAUSE = 300
_MODALS = listed("may might could should must can ought")
_DENIALS = frozenset({"not", "n't", "n’t", "never"})
_CONDITIONS = listed("if unless whether")
_CLAUSE_BREAKS = frozenset({"conj", "parataxis", "advcl", "ccomp", "acl:relcl", "appos", "list"})
_MAIN = frozenset({"conj", "ccomp", "xcomp", "parataxis"})
_PHRASE = frozenset({"det", "amod", "compound", "nmod:poss", "nummod", "det:predet", "flat"})
_BESIDE_TIMES = listed("after before beyond")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_POINTING = frozenset({"WP", "WDT", "WRB", "WP$"})
_MARKS = " \u00a0,;:–—-"
# "KUNDUZ, Afghanistan -- ", "LONDON (Reuters) - ": capitals, then a country or an agency, then a dash.
_DATELINE = re.compile(
    r"(?:(?:Photo )?[A-Z][A-Z.'’/]+(?: [A-Z.'’/]+)*(?:, [A-Z][\w. ]{1,30})?(?: ?\([A-Z][\w. ]{1,20}\))?"
    r"|\([A-Z][\w. ]{1,20}\)) ?[-–—]{1,2} "
)


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
    word = _before_the_cut(analysis, sentence, time.span) if sentence else None
    word = happening(analysis, time) if word is None else word
    if word is None or sentence is None or _unreal(article.text, analysis, word, sentence):
        return None
    if _beside(analysis, time.span) or _lost_relative(analysis, word, sentence):
        return None
    if not (
        is_predicate(analysis, word) or is_event_noun(analysis, word) or _possessed(analysis, word, time)
    ):
        return None
    if _in_other_words(analysis.tokens[word].span, time.span, said):
        return None
    others = [
        t.span for t in dating if sentence.contains(t.span) and t.span != time.span and not _gloss(t, time)
    ]
    kind = _kind(analysis, word, time, said)
    span = _clause(article.text, analysis, sentence, word, time.span, others, kind)
    return Event(span, analysis.tokens[word].span, kind, index) if span else None


def _before_the_cut(analysis: Analysis, sentence: Span, time: Span) -> int | None:
    """Return the main verb before the time where the model cut the sentence between them.

    None where it did not, or where a verb of the later part stands before the time.
    """
    part = analysis.sentence_at(time.start)
    if part is None or part.start <= sentence.start:
        return None
    between = analysis.tokens[part.first : analysis.tokens_in(time)[0]]
    if any(token.tag in _FINITE for token in between):
        return None
    earlier = analysis.tokens_in(Span(sentence.start, part.start))
    mains = [i for i in earlier if analysis.tokens[i].head == i and is_predicate(analysis, i)]
    return mains[-1] if mains else None


def _beside(analysis: Analysis, time: Span) -> bool:
    """Whether the words lie before or after the time, not in it: "will end after this week"."""
    head = analysis.head_of(time)
    if head is None:
        return False
    return any(analysis.tokens[i].text.lower() in _BESIDE_TIMES for i in analysis.children(head, "case"))


def _lost_relative(analysis: Analysis, word: int, sentence: Span) -> bool:
    """Whether the happening is told of the owner of a "whose" that the parse tied to the main clause.

    "They called up Mr Reed, whose son was killed in May" then dates the call.
    """
    if analysis.tokens[word].dep != "conj" or analysis.children(word, "cc"):
        return False
    between = range(analysis.tokens[word].head + 1, word)
    inside = [i for i in between if sentence.contains(analysis.tokens[i].span)]
    return any(analysis.tokens[i].tag == "WP$" for i in inside)


def _possessed(analysis: Analysis, word: int, time: TimeExpression) -> bool:
    """Whether the word is what belongs to the time: "Sunday's Grand Prix"."""
    head = analysis.head_of(time.span)
    return (
        head is not None and analysis.tokens[head].dep == "nmod:poss" and analysis.tokens[head].head == word
    )


def _in_other_words(word: Span, time: Span, said: tuple[Span, ...]) -> bool:
    """Whether one of the two stands in reported words and the other outside: the parse mixed them up."""
    return any(span.contains(word) != span.contains(time) for span in said)


def _gloss(one: TimeExpression, other: TimeExpression) -> bool:
    """Whether two expressions stand for one day, side by side: "Saturday (13 March)"."""
    a, b = one.form, other.form
    near = (
        one.span.start - other.span.end
        if one.span.start > other.span.start
        else other.span.start - one.span.end
    )
    return a.month is not None and (a.month, a.day) == (b.month, b.day) and near <= 3


def _unreal(text: str, analysis: Analysis, word: int, sentence: Span) -> bool:
    """Whether the words do not say that it happened or will: questions, conditions, possibility, denial."""
    if sentence.of(text).rstrip("”\"'’ ").endswith("?"):
        return True
    below = {analysis.tokens[i].text.lower() for i in analysis.children(word, "aux", "mark")}
    if any(analysis.tokens[i].text.lower() in _DENIALS for i in analysis.children(word, "advmod")):
        return True
    return bool(below & (_MODALS | _CONDITIONS)) or ("would" in below and "have" in below)


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
    if lemma not in REPORTING or any(analysis.tokens[i].dep == "nsubj:pass" for i in analysis.children(word)):
        return False
    if lemma in ("say", "tell"):
        return True
    done = any(analysis.tokens[i].dep == "obj" for i in analysis.children(word))  # "announced his retirement"
    return not done and bool(analysis.children(word, "ccomp", "parataxis"))


# The clause


def _clause(
    text: str, analysis: Analysis, sentence: Span, word: int, time: Span, others: list[Span], kind: EventKind
) -> Span | None:
    """Return the shortest readable stretch with the happening, who did it, and the time.

    The whole sentence where it is short and dates nothing else; the noun phrase
    where a noun names the happening.
    """
    if not is_predicate(analysis, word):
        return _phrase(text, analysis, sentence, word, time, others)
    if len(sentence) <= _WHOLE_SENTENCE and not others and _leads(analysis, word, sentence):
        return _tidied(text, sentence)
    if kind is EventKind.SAID and len(sentence) <= _LONGEST_CLAUSE:
        return _tidied(text, sentence)
    for candidate in _candidates(analysis, word, time):
        whole = sentence.contains(candidate) and candidate.contains(time)
        if whole and len(candidate) <= _LONGEST_CLAUSE and not any(candidate.contains(o) for o in others):
            return _tidied(text, candidate)
    return _cut(text, sentence, analysis.tokens[word].span, time, others)


def _leads(analysis: Analysis, word: int, sentence: Span) -> bool:
    """Whether the happening is what its sentence says: its main verb, or what a saying reports."""
    while analysis.tokens[word].head != word and sentence.contains(
        analysis.tokens[analysis.tokens[word].head].span
    ):
        token = analysis.tokens[word]
        if token.dep not in _MAIN:
            return False
        if (
            token.dep != "xcomp"
            and token.dep != "conj"
            and analysis.tokens[token.head].lemma.lower() not in REPORTING
        ):
            return False
        word = token.head
    return True


def _phrase(
    text: str, analysis: Analysis, sentence: Span, noun: int, time: Span, others: list[Span]
) -> Span | None:
    spans = [analysis.tokens[noun].span, time]
    before = (i for i in analysis.children(noun) if analysis.tokens[i].dep in _PHRASE and i < noun)
    spans.extend(map(analysis.subtree_span, before))
    for child in analysis.children(noun, "nmod", "flat"):
        span = analysis.subtree_span(child)
        if (child > noun and span.end < time.start) or 0 <= span.start - max(s.end for s in spans) <= 1:
            spans.append(span)
    whole = _without_preposition(analysis, hull(tuple(spans)))
    crowded = any(whole.overlaps(other) for other in others) or "," in whole.of(text)
    if not sentence.contains(whole) or len(whole) > _WHOLE_SENTENCE or crowded:
        whole = hull((analysis.tokens[noun].span, time))
    fits = sentence.contains(whole) and len(whole) <= _WHOLE_SENTENCE
    return _tidied(text, whole) if fits and not any(whole.overlaps(other) for other in others) else None


def _without_preposition(analysis: Analysis, span: Span) -> Span:
    first = analysis.tokens_in(span)
    at = next(
        (i for i in first if analysis.tokens[i].upos not in ("ADP", "SCONJ", "CCONJ", "PUNCT")), first[0]
    )
    return Span(analysis.tokens[at].start, span.end)


def _candidates(analysis: Analysis, word: int, time: Span) -> list[Span]:
    """Return clauses around the happening, narrowest first, each with a subject that names somebody."""
    found = []
    for index in (word, *analysis.ancestors(word)):
        if not is_predicate(analysis, index):
            continue
        relative = analysis.tokens[index].dep == "acl:relcl" and analysis.tokens[index].head < index
        if relative and not _has_subject(analysis, index):
            found.append(_with_antecedent(analysis, index, time))
        elif _has_subject(analysis, index):
            found += [_core(analysis, index, time), analysis.subtree_span(index)]
    return found


def _has_subject(analysis: Analysis, index: int) -> bool:
    """Whether the clause has a subject of its own that is no pronoun ("who", "whose body", "he")."""
    for subject in analysis.children(index, "nsubj"):
        below = {analysis.tokens[i].tag for i in (subject, *analysis.children(subject))}
        if not below & _POINTING and analysis.tokens[subject].tag != "PRP":
            return True
    return False


def _core(analysis: Analysis, index: int, time: Span) -> Span:
    """Return a clause without the clauses that hang on it after its own words, unless they hold the time."""
    spans = [analysis.tokens[index].span]
    for child in analysis.children(index):
        token, below = analysis.tokens[child], analysis.subtree_span(child)
        hangs_on = token.dep in _CLAUSE_BREAKS and child > index and not below.contains(time)
        hangs_on = hangs_on and not _called_for(analysis, index, child, time)
        opens = token.dep in ("punct", "cc", "mark") or (token.tag == "WRB" and child < index)
        if not opens and not hangs_on:
            spans.append(below)
    return hull(tuple(spans))


def _called_for(analysis: Analysis, verb: int, clause: int, time: Span) -> bool:
    """Whether a clause says what the ones before it are to do: "called for states to allow it"."""
    to = next(iter(analysis.children(clause, "mark")), None)
    if to is None or analysis.tokens[to].tag != "TO":
        return False
    return any(
        analysis.subtree(i)[-1] == to - 1
        and {"for", "on", "upon"} & {analysis.tokens[c].text.lower() for c in analysis.children(i, "case")}
        for i in analysis.children(verb, "obl")
        if not analysis.subtree_span(i).overlaps(time)
    )


def _with_antecedent(analysis: Analysis, verb: int, time: Span) -> Span:
    """Return a relative clause with the noun phrase it describes."""
    noun = _whole_antecedent(analysis, analysis.tokens[verb].head, verb)
    spans = [analysis.tokens[noun].span, _core(analysis, verb, time)]
    spans += [analysis.subtree_span(i) for i in analysis.children(noun) if analysis.tokens[i].dep in _PHRASE]
    return hull(tuple(spans))


def _whole_antecedent(analysis: Analysis, noun: int, verb: int) -> int:
    """Return the noun that a phrase before ", which" begins with: "a ban on rifles, which expired" is the ban."""
    case = next(iter(analysis.children(noun, "case")), None)
    which = any(analysis.tokens[i].text.lower() == "which" for i in analysis.children(verb, "nsubj"))
    before = case - 1 if case is not None and case > 0 else None
    if not which or case is None or before is None or analysis.tokens[before].upos != "NOUN":
        return noun
    return before if analysis.tokens[case].text.lower() in ("of", "on", "for", "against") else noun


def _tidied(text: str, span: Span) -> Span | None:
    """Return the span without a dateline and marks at its ends; None where nothing is left."""
    start, end = span.start, span.end
    if placed := _DATELINE.match(text, start, end):
        start = placed.end()
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end) if start < end else None


def _cut(text: str, sentence: Span, head: Span, time: Span, others: list[Span]) -> Span | None:
    """Cut a sentence behind its first happening at a comma, where that holds no other time."""
    need = max(head.end, time.end)
    end = next((at for at in range(need, sentence.end) if text[at] in ",;–—"), sentence.end)
    span = _tidied(text, Span(sentence.start, end))
    if span is None or len(span) > _LONGEST_CLAUSE or any(span.contains(other) for other in others):
        return None
    return span


def _without_strays(
    events: list[Event], analysis: Analysis, times: tuple[TimeExpression, ...]
) -> list[Event]:
    """Where several times date one word, keep those that hang on it in the parse, if any do."""
    direct = {event.head for event in events if _hangs_on(analysis, times[event.time].span, event.head)}
    return [
        event
        for event in events
        if event.head not in direct or _hangs_on(analysis, times[event.time].span, event.head)
    ]


def _hangs_on(analysis: Analysis, time: Span, word: Span) -> bool:
    head = analysis.head_of(time)
    return head is not None and analysis.tokens[analysis.tokens[head].head].span == word


def _without_echoes(events: list[Event], times: tuple[TimeExpression, ...]) -> list[Event]:
    """Keep the date where a weekday and a date gloss each other ("Saturday (13 March)")."""
    kept: list[Event] = []
    for event in events:
        if kept and _gloss(times[event.time], times[kept[-1].time]):
            kept[-1] = event
        else:
            kept.append(event)
    return kept
