"""Who acts together: the members of "A and B" of which a subject is one."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.annotate.acts.clauses import Reader
from crossread.annotate.acts.phrases import LONGEST, belongs
from crossread.record.analysis import PLURAL, Sentence
from crossread.record.annotation import EntityType


def joint_subjects(
    reader: Reader, subject: tuple[int, int], sentence: Sentence, cue: int
) -> tuple[tuple[int, int], ...]:
    """Return the members of "A and B" of which `subject` is one, in text order; `cue` is the verb after them.

    Only named people and bodies are split: a mention, "and", and then nothing
    but words of the second one's name and role.
    """
    later = _joined_after(reader, subject[1], cue)
    if later is not None and not any(i < subject[1] for i in _joined_to(reader, later)):
        return (subject,)  # "Ann Hill, Labour's whip and a former judge, …": one person
    if later is not None and _within(reader, subject, later):
        return ((subject[0], later[1]),)
    if later is not None:
        return subject, *_listed(reader, subject[1], later[0] - 1), later
    inside = _joined_before(reader, subject, sentence)
    if inside is None or not _joint(reader, inside, subject):
        return (subject,)
    return (inside[0], inside[-1] + 1), subject


def _joined_to(reader: Reader, later: tuple[int, int]) -> list[int]:
    """Return what the parse joins a second name to."""
    return [reader.tokens[i].head for i in range(*later) if reader.tokens[i].dep == "conj"]


def _within(reader: Reader, subject: tuple[int, int], later: tuple[int, int]) -> bool:
    """Whether the second name only goes on with whose the first ones are: "former employees of Acme and Zenith"."""
    firsts = [i for i in _joined_to(reader, later) if subject[0] <= i < subject[1]]
    return any(
        reader.tokens[i].dep == "nmod" and subject[0] <= reader.tokens[i].head < subject[1] for i in firsts
    )


_ASIDE = 8  # tokens within which what stands beside a name between commas ends: "Tom Reed, its head, and his deputy"


def _joined_before(reader: Reader, subject: tuple[int, int], sentence: Sentence) -> range | None:
    """Return the tokens of who is named before "and" and the subject, if no preposition governs the name."""
    start = _with_own_words(reader, subject[0], sentence)
    if reader.word(start - 1) != "and" or start - 2 < sentence.first:
        return None
    before = start - 2
    if reader.word(before) == ",":
        near = range(before - 1, max(sentence.first, before - _ASIDE), -1)
        before = next((i for i in near if reader.word(i) == ","), before) - 1
    at = reader.mention_in(reader.tokens[before].span)
    if at is None or reader.mentions[at].type not in (EntityType.PERSON, EntityType.ORGANISATION):
        return None
    inside = reader.analysis.tokens_in(reader.mentions[at].span)
    lead = _with_own_words(reader, inside[0], sentence)
    governed = lead > sentence.first and reader.tokens[lead - 1].upos == "ADP"
    return None if governed else inside


def _with_own_words(reader: Reader, first: int, sentence: Sentence) -> int:
    """Return where a party begins with the words of its role before it."""
    while first > sentence.first and belongs(reader, first - 1):
        first -= 1
    return first


def _joint(reader: Reader, one: range, other: tuple[int, int]) -> bool:
    """Whether two parties are joined by the parse too: not "he is an enemy of Hill, and Reed has …"."""
    return any(one.start - LONGEST <= i < other[0] for i in _joined_to(reader, other))


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
