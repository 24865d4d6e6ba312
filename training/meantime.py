"""MEANTIME's person, organisation and place names: a names corpus made of a coreference corpus by stated rules.

MEANTIME (120 Wikinews articles) marks every mention of an entity, so that a
mention may be a pronoun, a description, or a name with its role ("Apple Inc.
co-founder Steve Jobs"), and mentions lie within others. What is read from it:

- Documents in which anything is marked: the distributed files have lost the
  entities of 14 articles.
- The title and the first four sentences of each; the second line is a date,
  and from the seventh on only entities of several documents are marked (three
  quarters of the capitalised words before it lie in a mention, one fifth after).
- Of each mention the name in it, see `_name_in`.
- Sentences marked as a whole. One is left out in which a name stands open that
  the corpus marks elsewhere, or is part of a hyphened word ("EADS-led"), or in
  which a marked name runs on into two more capitalised words ("US Bankruptcy
  Court"). A known name within a longer one that is not marked ("Airbus" in
  "Airbus A380", "Paris" in "Paris Air Show") does not stand open: products and
  events are none of the three types.

478 sentences with 577 names are left. No rule looks at what a model finds. Of 60
sentences drawn by a seed not used before (`random.Random(61)`), a careful reader
found 67 of 69 names right, 4 missing, and 55 sentences right as a whole (the two
wrong ones, the EU as a place and "North American" as one, are mended since).
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.corpora import UNESCAPED, Label, Tagged
from training.harmonise import TITLES

# Lines of a document that are annotated in full: its title, its date, four sentences.
_LINES, _DATE = 6, 1
_TYPES = ("PER", "ORG", "LOC")
# Letters of a name's part at least, so that initials alone are none.
_SHORTEST = 2
# Words beside a name in one run of capitals, titles not counted, from which on the name is likely to be a longer one.
_OPEN = 2
_ARTICLES = ("the", "a", "an")
# Words within names.
_LINKS = frozenset(("of", "the", "for", "&", "-", "and", "de", "la", "del", "von", "van", "bin", "al"))

Key = tuple[str, int]  # a document and a line of it
Run = tuple[int, int]  # words [start, end) of a sentence


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    type: str
    entity: str  # its name in the corpus's list of entities, or a description of it
    head: str


def meantime(root: Path) -> Iterator[Tagged]:
    """Yield the sentences of MEANTIME that are marked as a whole, with their names."""
    base = root / "meantime/MEANTIME-prep/output_data/en"
    lines = _lines((base / "meantime.conll").read_text("utf-8"))
    mentions = _mentions(json.loads((base / "entities_mentions.json").read_text("utf-8")), lines)
    marked = {document for document, _ in mentions}
    common = _common(lines.values())
    names = {
        key: _names(words, mentions.get(key, []), common) for key, words in lines.items() if key[0] in marked
    }
    types = _types(lines, names)
    for key, spans in names.items():
        words = lines[key]
        if not _doubtful(words, spans, types):
            yield Tagged(words, tuple((a, b, types[_letters(words[a:b])]) for a, b, _ in spans))


def _lines(table: str) -> dict[Key, tuple[str, ...]]:
    words: dict[Key, list[str]] = defaultdict(list)
    for line in table.splitlines():
        fields = line.split("\t")
        if len(fields) > 4 and int(fields[1]) < _LINES and int(fields[1]) != _DATE:
            word = UNESCAPED.get(fields[3], fields[3])
            # A comma that sticks to five of its words ("Inc.,") is dropped, since mentions count the words.
            words[fields[0], int(fields[1])].append(word.rstrip(",") or word)
    return {key: tuple(line) for key, line in words.items()}


def _mentions(listed: Iterable[Mapping[str, Any]], lines: Mapping[Key, object]) -> dict[Key, list[_Mention]]:
    found: dict[Key, list[_Mention]] = defaultdict(list)
    for mention in listed:
        key = (mention["conll_doc_key"], int(mention["sent_id"]))
        if key in lines and mention["mention_head_pos"] != "PRON":
            places = sorted(mention["tokens_number"])
            found[key].append(
                _Mention(
                    places[0],
                    places[-1] + 1,
                    mention["mention_type"],
                    mention["description"].partition("(")[0].strip(),
                    mention["mention_head"],
                )
            )
    return found


def _names(words: Sequence[str], mentions: Sequence[_Mention], common: frozenset[str]) -> tuple[Label, ...]:
    """Return the names of a sentence, each once; of two that overlap the one of the shorter mention.

    A single word that opens the sentence is none where it is `common`, a word of the language.
    """
    found: dict[tuple[int, int], str] = {}
    for mention in sorted(mentions, key=lambda m: m.end - m.start):
        run = _name_in(words, mention) if mention.type in _TYPES else None
        if run == (0, 1) and words[0] in common:
            continue
        if run is not None and not any(a < run[1] and run[0] < b for a, b in found):
            found[run] = mention.type
    return tuple(sorted((a, b, type_) for (a, b), type_ in found.items()))


def _name_in(words: Sequence[str], mention: _Mention) -> Run | None:
    """Return the name in a mention, None where there is none.

    Of a person it is the words that the entity's name has too, so that roles
    and employers fall away. Of organisations and places it is the first run of
    capitalised words that shares a word with the entity's name, else the run
    that the head is in; a mention that is all one such run is a name as it is.
    """
    runs = list(_runs(words, mention.start, mention.end))
    named = _capitalised(mention.entity)
    if mention.type == "PER":
        return (
            next((part for run in runs if (part := _shared(words, run, mention.entity))), None)
            if named
            else None
        )
    rest = mention.start + (words[mention.start].lower() in _ARTICLES)
    if runs == [(rest, mention.end)]:
        return runs[0]
    if named:
        for run in runs:
            if _shared(words, run, mention.entity):
                return run
    return next(((a, b) for a, b in runs if mention.head in words[a:b]), None)


def _capitalised(name: str) -> bool:
    """Say whether an entity's name is one, not a description in words ("US banks")."""
    return all(not w[:1].islower() or w in _LINKS for w in name.split())


def _shared(words: Sequence[str], run: Run, entity: str) -> Run | None:
    """Return the part of a run from the first stretch of it that stands in the entity's name; roles come before."""
    name = _letters(entity)
    starts = [
        a
        for a in range(*run)
        for b in range(a + 1, run[1] + 1)
        if words[a][:1].isupper() and len(text := _letters(words[a:b])) >= _SHORTEST and text in name
    ]
    return (min(starts), run[1]) if starts else None


def _common(lines: Iterable[Sequence[str]]) -> frozenset[str]:
    """Return the words, with a capital, that the corpus writes with a small letter more often within sentences."""
    counts = Counter(word for words in lines for word in words[1:])
    return frozenset(
        word.capitalize() for word in counts if word.islower() and counts[word] > counts[word.capitalize()]
    )


def _letters(words: Iterable[str]) -> str:
    return "".join(c for word in words for c in word.lower() if c.isalnum())


def _runs(words: Sequence[str], start: int, end: int) -> Iterator[Run]:
    """Yield the runs of capitalised words and numbers that open with a capital, links within them."""
    at = start
    while at < end:
        last = at
        while last < end:
            beyond = last
            while last > at and beyond < end and words[beyond] in _LINKS:
                beyond += 1
            if beyond == end or not (
                words[beyond][:1].isupper() or (last > at and words[beyond][:1].isdigit())
            ):
                break
            last = beyond + 1
        # An article that opens a sentence is no part of a run.
        opens = at + (last > at + 1 and words[at].lower() in _ARTICLES)
        if last > opens and words[opens].lower() not in _ARTICLES:
            yield opens, last
        at = max(last, at + 1)


def _types(lines: Mapping[Key, Sequence[str]], names: Mapping[Key, Iterable[Label]]) -> dict[str, str]:
    """Return the names by their letters, with the type each has most often: a country's government is the country."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for key, spans in names.items():
        for a, b, type_ in spans:
            counts[_letters(lines[key][a:b])][type_] += 1
    return {name: max(sorted(types), key=lambda t: types[t]) for name, types in counts.items()}


def _doubtful(words: Sequence[str], spans: Sequence[Label], known: Container[str]) -> bool:
    """Say whether names stand open in a sentence: known ones, parts of words, or most of what a name is in."""
    taken = {k for a, b, _ in spans for k in range(a, b)}
    for a, b in _runs(words, 0, len(words)):
        free = [k for k in range(a, b) if k not in taken]
        if len(free) == b - a:
            if _letters(words[a:b]) in known:
                return True
        elif sum(words[k][:1].isupper() and words[k].lower() not in TITLES for k in free) >= _OPEN:
            return True
    return any(
        "-" in word and any(_letters([part]) in known for part in word.split("-") if part[:1].isupper())
        for word in words
    )
