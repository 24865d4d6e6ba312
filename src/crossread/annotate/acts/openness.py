"""Whether a deed that a noun tells is left open by the clause around it: asked for, planned, thought of, denied."""

from __future__ import annotations

from crossread.annotate.acts.clauses import MODALS, NEGATIONS, Reader, conditional, group_at
from crossread.record.analysis import Sentence
from crossread.text.listing import listed

# What makes a deed one that need not come: verbs and nouns that ask for it, plan it, or think of it.
_OPEN = listed(
    "call demand seek want urge push ask press wish hope plan consider threaten offer refuse expect await "
    "predict schedule slate postpone oppose support favor favour propose suggest discuss recommend "
    "prevent avoid block resist reject deny mean possible potential possibility chance likelihood "
    "prospect risk calls demands pressure need could would might if"
)


def left_open(reader: Reader, sentence: Sentence, index: int) -> bool:
    """Whether the clause around the noun at `index` does not tell its deed as done."""
    near = {reader.word(i) for i in range(max(sentence.first, index - 6), index)}
    if near & (NEGATIONS | {"no", "any", "without"}):
        return True
    at = index
    for above in reader.analysis.ancestors(index):
        token = reader.tokens[above]
        if token.lemma in _OPEN or {reader.word(i) for i in reader.analysis.children(above, "aux")} & MODALS:
            return True
        if token.upos == "VERB":
            form = "base" if token.tag in ("VB", "VBP") else "ed"
            group = group_at(reader, above, form, sentence)
            return (
                group.infinitive or group.negated or bool(group.modal) or conditional(reader, group, sentence)
            )
        at = above
    return at < sentence.first
