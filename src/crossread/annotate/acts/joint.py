"""Who acts together: the members of "A and B" of which a subject is one."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.annotate.acts.clauses import Reader
from crossread.annotate.acts.phrases import belongs, noun_phrase
from crossread.record.analysis import PLURAL, Sentence


def joint_subjects(
    reader: Reader, subject: tuple[int, int], sentence: Sentence, cue: int
) -> tuple[tuple[int, int], ...]:
    """Return the members of "A, B and C" of which `subject` is one, in text order; `cue` is the verb after them."""
    later = _joined_after(reader, subject[1], cue)
    joined = [reader.tokens[i].head for i in range(*(later or subject)) if reader.tokens[i].dep == "conj"]
    if later is None:
        first = [i for i in joined if i < subject[0] and reader.analysis.hangs(i, "nsubj", "nsubj:pass")]
        both = first and reader.word(subject[0] - 1) == "and"
        return (noun_phrase(reader, first[0], sentence), subject) if both else (subject,)
    firsts = [i for i in joined if i < subject[1]]
    owned = (reader.tokens[i].head for i in firsts if reader.tokens[i].dep == "nmod")
    if any(subject[0] <= i < subject[1] for i in owned):
        return ((subject[0], later[1]),)  # "former employees of Acme and Zenith"
    if not firsts:
        return (subject,)  # "Ann Hill, Labour's whip and a former judge, …": one person
    return subject, *_listed(reader, subject[1], later[0] - 1), later


def _listed(reader: Reader, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the names between the first and the last of "A, B, C and D"; nothing where they are no list of names."""
    between = reader.span(first, last) if last > first else None
    if between is None or any(
        reader.tokens[i].upos != "PROPN" and reader.word(i) != "," for i in range(first, last)
    ):
        return
    at = first
    for index in range(first, last + 1):  # one name between each two commas, known or not
        if index == last or reader.tokens[index].upos == "PUNCT":
            if index > at:
                yield at, index
            at = index + 1


def _joined_after(reader: Reader, last: int, cue: int) -> tuple[int, int] | None:
    """Return the second of "A (its head) and B" before the verb `cue`."""
    joint = next((i for i in range(last, cue) if reader.word(i) == "and"), None)
    several = reader.tokens[last - 1].tag in PLURAL  # "two senators, Ann Hill and Tom Reed, …": who they are
    if joint is None or (joint > last and (several or reader.word(last) not in (",", "("))):
        return None
    end = joint + 1
    while end < cue and belongs(reader, end):
        end += 1
    return (joint + 1, end) if end > joint + 1 else None
