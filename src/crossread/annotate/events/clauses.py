"""The clause that is shown beside a date: cut so that a reader understands it alone."""

from __future__ import annotations

from crossread.annotate.events.happenings import REPORTING
from crossread.annotate.times.tense import is_predicate
from crossread.record.analysis import Analysis
from crossread.record.annotation import EventKind
from crossread.record.span import Span, hull
from crossread.text.datelines import behind_dateline
from crossread.text.listing import listed

# A sentence up to this long that dates one happening only is shown whole. Read on the example and five
# other stories (150 to 300): shorter cuts lose who did it, longer ones bury it.
_WHOLE_SENTENCE = 220
# The longest clause; a longer one is left out.
_LONGEST_CLAUSE = 300
_CLAUSE_BREAKS = frozenset({"conj", "parataxis", "advcl", "ccomp", "acl:relcl", "appos", "list"})
_MAIN = frozenset({"conj", "ccomp", "xcomp", "parataxis"})
_PHRASE = frozenset({"det", "amod", "compound", "nmod:poss", "nummod", "det:predet", "flat"})
_POINTERS = listed("this that it these those")
_POINTING = frozenset({"WP", "WDT", "WRB", "WP$"})
_MARKS = " \u00a0,;:–—-"
# "KUNDUZ, Afghanistan -- ", "LONDON (Reuters) - ": capitals, then a country or an agency, then a dash.


def hangs_on(analysis: Analysis, time: Span, word: Span) -> bool:
    head = analysis.head_of(time)
    return head is not None and analysis.tokens[analysis.tokens[head].head].span == word


def clause_of(
    text: str, analysis: Analysis, sentence: Span, word: int, time: Span, others: list[Span], kind: EventKind
) -> Span | None:
    """Return the shortest readable stretch with the happening, who did it, and the time.

    The whole sentence where it is short and dates nothing else; the noun phrase
    where a noun names the happening.
    """
    if not is_predicate(analysis, word):
        return _phrase(text, analysis, sentence, word, time, others)
    pointing = _opens_with_a_pointer(analysis, word, sentence)
    alone = len(sentence) <= _WHOLE_SENTENCE and not others and not pointing
    if alone and _leads(analysis, word, sentence):
        return _tidied(text, sentence)
    if kind is EventKind.SAID and len(sentence) <= _LONGEST_CLAUSE and not pointing:
        return _tidied(text, sentence)
    for candidate in _candidates(analysis, word, time):
        whole = sentence.contains(candidate) and candidate.contains(time)
        if whole and len(candidate) <= _LONGEST_CLAUSE and not any(candidate.contains(o) for o in others):
            return _tidied(text, candidate)
    if hangs_on(analysis, time, analysis.tokens[word].span):
        own = _core(analysis, word, time, _CLAUSE_BREAKS - {"ccomp"})
        beyond = [o for o in others if own.contains(o) and not _of_the_unfinished(analysis, o, word)]
        fits = sentence.contains(own) and own.contains(time) and len(own) <= _LONGEST_CLAUSE
        if fits and not beyond and _has_subject(analysis, word):
            return _tidied(text, own)
    return None


def _of_the_unfinished(analysis: Analysis, time: Span, word: int) -> bool:
    """Whether a time plainly belongs to an infinitive or "-ing" below: "criticised on Monday a plan to vote in May"."""
    head = analysis.head_of(time)
    verb = analysis.tokens[head].head if head is not None else word
    return verb != word and analysis.tokens[verb].tag in ("VB", "VBG") and not analysis.children(verb, "aux")


def _opens_with_a_pointer(analysis: Analysis, word: int, sentence: Span) -> bool:
    """Whether the sentence only ties the happening to what went before: "This was after the firm closed in May"."""
    first = analysis.tokens_in(sentence)[0]
    pointing = analysis.tokens[first].text.lower() in _POINTERS and analysis.tokens[first].dep != "det"
    return pointing and analysis.tokens[first].head != word


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
            found += [_core(analysis, index, time, _CLAUSE_BREAKS - {"ccomp"}), _core(analysis, index, time)]
            found.append(analysis.subtree_span(index))
    return found


def _has_subject(analysis: Analysis, index: int) -> bool:
    """Whether the clause has a subject of its own that is no pronoun ("who", "whose body", "he")."""
    odd = [i for i in analysis.children(index, "iobj") if i < index]  # no English verb has one there
    for subject in analysis.children(index, "nsubj") or odd:
        below = {analysis.tokens[i].tag for i in (subject, *analysis.children(subject))}
        if not below & _POINTING and analysis.tokens[subject].tag != "PRP":
            return True
    return False


def _core(analysis: Analysis, index: int, time: Span, breaks: frozenset[str] = _CLAUSE_BREAKS) -> Span:
    """Return a clause without the clauses that hang on it after its own words, unless they hold the time."""
    spans = [analysis.tokens[index].span]
    for child in analysis.children(index):
        token, below = analysis.tokens[child], analysis.subtree_span(child)
        hangs_on = token.dep in breaks and child > index and not below.contains(time)
        opens = token.dep in ("punct", "cc", "mark") or (token.tag == "WRB" and child < index)
        if not opens and not hangs_on:
            spans.append(below)
    return hull(tuple(spans))


def _with_antecedent(analysis: Analysis, verb: int, time: Span) -> Span:
    """Return a relative clause with the noun phrase it describes."""
    noun = analysis.tokens[verb].head
    spans = [analysis.tokens[noun].span, _core(analysis, verb, time)]
    spans += [analysis.subtree_span(i) for i in analysis.children(noun) if analysis.tokens[i].dep in _PHRASE]
    return hull(tuple(spans))


def _tidied(text: str, span: Span) -> Span | None:
    """Return the span without a dateline and marks at its ends; None where nothing is left."""
    start, end = behind_dateline(text, span).start, span.end
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end) if start < end else None
