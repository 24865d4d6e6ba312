"""The personal pronouns of the third person that an article's story holds."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.annotate.mentions.reading import Reading
from crossread.record.annotation import EntityType, Gender, Mention, MentionForm
from crossread.record.span import Span
from crossread.text.lexicon import words as lexicon_words

_PRONOUNS: dict[str, tuple[Gender | None, bool]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), (Gender.MALE, False)),
    **dict.fromkeys(("she", "her", "hers", "herself"), (Gender.FEMALE, False)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), (None, True)),
}
_SEX = {word: gender for word, (gender, _) in _PRONOUNS.items()}
BODY_VERBS = lexicon_words("role_words", "body verbs")


def find(reading: Reading) -> Iterator[Mention]:
    """Yield the pronouns of the story in text order. "It" only as the subject of a verb of saying."""
    for index, low in enumerate(reading.lower):
        kind = _PRONOUNS.get(low)
        if kind is None and not (low == "it" and _speaks(reading, index)):
            continue
        token = reading.tokens[index]
        if not reading.telling(token.start) or reading.text[token.start - 1 : token.start] == "]":
            continue  # "[T]he"
        if _is_anybody(reading, index):
            continue
        gender, plural = kind or (Gender.NEUTER, False)
        type = (
            EntityType.ORGANISATION
            if gender is Gender.NEUTER
            else EntityType.GROUP
            if plural
            else EntityType.PERSON
        )
        yield Mention(
            Span(token.start, token.end), type, MentionForm.PRONOUN, low, gender=gender, plural=plural
        )


def _is_anybody(reading: Reading, index: int) -> bool:
    """Whether two pronouns together mean nobody in particular: "his or her", "he/she"."""
    lower = reading.lower
    return any(
        0 <= beside < len(lower)
        and {_SEX.get(lower[index]), _SEX.get(lower[beside])} == {Gender.MALE, Gender.FEMALE}
        and lower[(index + beside) // 2] in ("or", "/")
        for beside in (index - 2, index + 2)
    )


def _speaks(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    verb = reading.tokens[token.head]
    return token.dep == "nsubj" and verb.lemma in BODY_VERBS
