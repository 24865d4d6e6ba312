"""The clause of a dated happening: what it is compared by with other accounts' clauses."""

from __future__ import annotations

from crossread.annotate.times.tense import is_predicate
from crossread.record.analysis import Analysis
from crossread.record.span import Span, hull

# A sentence up to this long that dates one happening only is its clause. Read on the example and five
# other stories (150 to 300): shorter cuts lose who did it, longer ones bury it.
_WHOLE_SENTENCE = 220
# The longest clause; of a longer one only the happening's word and the time are taken.
_LONGEST_CLAUSE = 300
_BREAKS = frozenset({"conj", "parataxis", "advcl", "acl:relcl", "appos", "list"})
_OPENING = frozenset({"punct", "cc", "mark", "case"})
_OF_CLAUSES = frozenset(
    {"nsubj", "cop", "aux", "advmod", "expl"}
)  # no part of "Monday's attack" as a predicate


def hangs_on(analysis: Analysis, time: Span, word: Span) -> bool:
    head = analysis.head_of(time)
    return head is not None and analysis.tokens[analysis.tokens[head].head].span == word


def clause_of(analysis: Analysis, sentence: Span, word: int, time: Span, others: list[Span]) -> Span:
    """Return the sentence where it is short and dates nothing else, else the happening's word with what belongs to it.

    Clauses that hang on it behind are left out, unless they hold the time; a relative clause has the noun it describes.
    """
    owned = any(time.contains(analysis.tokens[i].span) for i in analysis.children(word, "nmod:poss"))
    if is_predicate(analysis, word) and len(sentence) <= _WHOLE_SENTENCE and not others and not owned:
        return sentence
    described = analysis.tokens[word].head if analysis.tokens[word].dep == "acl:relcl" else word
    spans = [analysis.tokens[word].span, time, analysis.tokens[described].span]
    for child in analysis.children(word):
        dep, below = analysis.tokens[child].dep, analysis.subtree_span(child)
        apart = dep in _BREAKS and child > word and not below.contains(time)
        if dep not in (_OPENING | _OF_CLAUSES if owned else _OPENING) and not apart:
            spans.append(below)
    clause = hull(tuple(spans))
    fits = len(clause) <= _LONGEST_CLAUSE
    return clause if fits else hull((analysis.tokens[word].span, time))
