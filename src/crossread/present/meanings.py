"""What words of a line mean, in brackets right behind them: "the lien [a federal tax lien]"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crossread.record.dossier import Meant
from crossread.record.span import Evidence

_POSSESSIVE = re.compile(r"[’']s\b|(?<=s)[’'](?= )")


def explained(words: str, meant: Iterable[Meant], told: Iterable[Evidence] = ()) -> str:
    """Return words with what they mean behind them.

    `told` are stretches of the account that stand in the words unchanged; without them a mention is its first like.
    """
    ends = [(end, one.name) for one in meant if (end := _end(words, one, tuple(told))) is not None]
    for end, name in sorted(ends, reverse=True):
        behind = _POSSESSIVE.match(words, end)
        end = behind.end() if behind else end
        words = f"{words[:end]} [{name}]{words[end:]}"
    return words


def _end(words: str, one: Meant, told: tuple[Evidence, ...]) -> int | None:
    """Return where the mention ends in the words."""
    for stretch in told:
        inside = stretch.article == one.mention.article and stretch.span.contains(one.mention.span)
        if inside and stretch.text in words:
            return words.index(stretch.text) + one.mention.end - stretch.start
    found = None if told else re.search(rf"\b{re.escape(one.mention.text)}\b", words, re.IGNORECASE)
    return found.end() if found else None
