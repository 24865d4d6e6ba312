"""What the tests of mentions ask: who is named, whom words are held for, in what role."""

from __future__ import annotations

from crossread.record.annotation import EntityType, Mention, MentionForm
from crossread.record.article import Article


def named(found: tuple[Mention, ...], type: EntityType) -> list[str]:
    return [m.name for m in found if m.type is type and m.form is MentionForm.NAME]


def chain_of(article: Article, found: tuple[Mention, ...], words: str, nth: int = 0) -> int | None:
    """Return the chain of the `nth` mention made of `words`."""
    same = [m for m in found if m.span.of(article.text) == words]
    assert len(same) > nth, f"{words!r} is no mention of {[m.span.of(article.text) for m in found]}"
    return same[nth].chain


def roles_of(article: Article, found: tuple[Mention, ...]) -> dict[str, list[str]]:
    """Return the words for the roles of each named person."""
    return {
        m.name: [" ".join(r.of(article.text).split()) for r in m.roles]
        for m in found
        if m.type is EntityType.PERSON and m.form is MentionForm.NAME
    }
