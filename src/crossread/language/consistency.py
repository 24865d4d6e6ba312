"""Names of one article in agreement: the same words have one type, and a surname is a person's.

Types are changed, names are neither added nor dropped, so an error cannot spread
to words the model left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from crossread.record.analysis import Name


def agreed(names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names with types that agree over the article.

    Words found as several types take the one found most often; where two are
    as frequent all keep their own. A single word that ends a person's full
    name is a person, unless it was found as something else more often than as
    a person.
    """
    types: dict[str, Counter[str]] = {}
    for name in names:
        types.setdefault(name.text, Counter())[name.type] += 1
    surnames = Counter(n.text.split()[-1] for n in names if n.type == "PERSON" and " " in n.text.strip())
    settled = {text: _settled(found, surnames[text]) for text, found in types.items()}
    return tuple(replace(name, type=settled[name.text] or name.type) for name in names)


def _settled(found: Counter[str], as_surname: int) -> str | None:
    votes = found + Counter({"PERSON": as_surname})
    first, *rest = votes.most_common(2)
    return None if rest and rest[0][1] == first[1] else first[0]
