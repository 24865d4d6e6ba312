"""The ledger of every annotated story: what is found, kind, actor, due day, beside bare cue words; and sentences
of political releases.

An entry of the record matches one of the gold where its evidence stands within SLACK code points of the words
that the gold anchors it by; each is matched once, in the gold's order. *Kind right* is a share of the found ones.
*Actor right*
is a share of those of the right kind whose actor both name, by name, by a name of the story's people, or by the
words of one being all in the other's; in a case ("arrested", "charged") the accused counts. *Due right* is a share
of the found ones for which both give a day. The gold is not exhaustive, so the share of entries that it holds too
is a lower bound of precision, only good beside the baseline's. *Lines right* is precision: lines of stories that
nobody had worked on, drawn by a fixed seed and judged by reading (`gold/ledger-lines.json`, short anchors), once more
by readers who knew nothing of the program (`gold/ledger-lines-blind.json`); it counts those that the record still
gives.
"""

from __future__ import annotations

import gzip
import json
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.floors import Measured, corpus_digest
from benchmarks.records import EXAMPLE, GOLD, _docs, _input_lines, _scorer, exported
from crossread.annotate import acts
from crossread.config import Settings
from crossread.ingest.paragraphs import divide
from crossread.language.backends import open_backend
from crossread.record.article import Article
from crossread.record.ids import content_id

Plain = dict[str, Any]
SLACK = 60
AS_OF = date(2026, 11, 21)
# Judged lines: by who wrote the rules, and by readers who knew nothing of them.
LINES = {
    "ledger/lines right": GOLD / "ledger-lines.json",
    "ledger/lines right, judged blind": GOLD / "ledger-lines-blind.json",
    "ledger/lines right, judged blind later": GOLD / "ledger-lines-blind-2.json",
    "ledger/lines right, judged blind last": GOLD / "ledger-lines-blind-3.json",
}
# Kinds of the record that a kind of the gold may be.
KINDS = {
    "promise": {"commitment", "scheduled"},
    "offer": {"commitment"},
    "threat": {"commitment"},
    "commitment": {"commitment", "scheduled"},
    "scheduled": {"scheduled", "commitment", "court"},
    "investigation": {"inquiry"},
    "inquiry": {"inquiry"},
    "dismissal": {"decision"},
    "order": {"decision"},
    "decision": {
        "decision",
        "commitment",
        "court",
    },  # a ruling is of a court, some annotators call it a decision
    "subpoena": {"demand"},
    "demand": {"demand", "request"},
    "request": {"request", "demand", "recommendation"},
    "referral": {"request", "decision", "inquiry"},
    "plea": {"court"},
}
# What the simplest tool does: a sentence with a cue word is an entry, its actor the capitalised words before it.
CUES = {
    "commitment": r"will|promis(?:e|ed|es)|pledg(?:e|ed|es)|vow(?:s|ed)?|agreed|commit(?:s|ted)?",
    "demand": r"call(?:s|ed|ing)? (?:on|for)|urg(?:e|ed|es|ing)|demand(?:s|ed|ing)?|must|should",
    "request": r"ask(?:s|ed|ing)?|request(?:s|ed)?|appeal(?:s|ed)?",
    "inquiry": r"investigat\w+|inquiry|probe|review",
    "refusal": r"refus(?:e|ed|es|ing)|reject(?:s|ed)?|declin(?:e|ed|es)",
    "denial": r"den(?:y|ied|ies)",
    "arrest": r"arrest(?:s|ed)?",
    "charge": r"charged|indicted",
    "court": r"court|sentenced|convicted|pleaded",
    "resignation": r"resign(?:s|ed|ation)?",
    "scheduled": r"expected to|scheduled|due to",
    "decision": r"decid(?:e|ed|es)|ruled|ordered|approved|fired|sacked",
    "apology": r"apologi[sz](?:e|ed|es)",
    "opposition": r"oppos(?:e|ed|es)",
}
_NAME = re.compile(r"(?:[A-Z][\w.’'-]+\s?)+")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")


@dataclass
class Tally:
    """Counts over stories."""

    gold: int = 0
    found: int = 0
    kind: int = 0
    named: int = 0
    actor: int = 0
    dated: int = 0
    due: int = 0
    entries: int = 0
    in_gold: int = 0

    def measures(self) -> dict[str, tuple[float, str]]:
        """Return each figure with the counts it comes from."""
        return {
            "found": _share(self.found, self.gold),
            "kind right": _share(self.kind, self.found),
            "actor right": _share(self.actor, self.named),
            "due right": _share(self.due, self.dated),
            "entries in gold": _share(self.in_gold, self.entries),
        }


def measure(data: Path | None) -> list[Measured]:
    if data is None:
        return []
    scorer = _scorer(data / "tools" / "score_record.py")
    ours, bare, texts = Tally(), Tally(), []
    with tempfile.TemporaryDirectory() as folder:
        for gold, record in _stories(data, Path(folder)):
            docs = sorted({g["doc"] for g in gold["statements"]} | _docs(gold))
            path = Path(folder) / "record.json"
            path.write_text(json.dumps(record), "utf-8")
            held = scorer.Record(str(path), docs)
            texts += [a["text"].encode() for a in record["articles"]]
            _count(ours, scorer, held, gold, record["ledger"])
            _count(bare, scorer, held, gold, list(_bare_cues(record["articles"])))
    corpus = corpus_digest(sorted(texts))
    simple = bare.measures()
    figures = [
        Measured(f"ledger/{name}", value, corpus, f"{counts}; bare cues {simple[name][0]:.3f}")
        for name, (value, counts) in ours.measures().items()
    ]
    lines = (_lines(data, name, gold) for name, gold in LINES.items())
    return [*figures, *lines, *_sentences(data / "data" / "ledger" / "speech_acts.jsonl.gz")]


# -- stories ------------------------------------------------------------------------------------------


def _clusters(data: Path) -> dict[tuple[str, str], Plain]:
    with gzip.open(data / "data" / "stories" / "clusters.jsonl.gz", "rt", encoding="utf-8") as lines:
        return {(c["set"], c["cluster"]): c for c in map(json.loads, lines)}


def _stories(data: Path, folder: Path) -> Iterator[tuple[Plain, Plain]]:
    """Yield each annotated story with a ledger, and its record."""
    clusters = _clusters(data)
    consulate = data / "data" / "gold"
    golds = [*sorted(GOLD.glob("*.gold.json")), consulate / "consulate.gold.json"]
    for path in golds:
        gold = json.loads(path.read_text("utf-8"))
        if not gold.get("ledger"):
            continue
        if "story" in gold:
            articles = folder / "articles.jsonl"
            cluster = clusters[gold["story"]["set"], gold["story"]["cluster"]]
            articles.write_text("".join(_input_lines(cluster, gold["docs"])), "utf-8")
        else:
            articles = consulate / "consulate.jsonl" if path.parent == consulate else EXAMPLE
        yield gold, exported(articles)


def _count(tally: Tally, scorer: ModuleType, held: Any, gold: Plain, entries: Sequence[Plain]) -> None:
    """Count the entries of one story against its gold."""
    items = [(item, anchors) for item in gold["ledger"] if (anchors := _anchors(held, item))]
    tally.gold += len(items)
    pairs = [
        (item, entry)
        for item, (_, anchors) in enumerate(items)
        for entry, found in enumerate(entries)
        if _near(scorer, found, anchors)
    ]
    tally.entries += len(entries)
    tally.in_gold += len({entry for _, entry in pairs})
    # Those that agree best are each other's, whatever the order in which a story was annotated.
    pairs.sort(key=lambda pair: _unlike(items[pair[0]][0], entries[pair[1]], gold))
    left, free = set(range(len(items))), set(range(len(entries)))
    for item, entry in pairs:
        if item in left and entry in free:
            left.remove(item)
            free.remove(entry)
            _judge(tally, items[item][0], entries[entry], gold)


def _unlike(item: Plain, entry: Plain, gold: Plain) -> tuple[bool, bool]:
    return (not _kind_right(item, entry), not _actor_right(item, entry, gold))


def _anchors(held: Any, item: Plain) -> list[tuple[str, tuple[int, int]]]:
    begins = item.get("begins") or {}
    found = [(held.doc.get(doc), held.find(doc, begin)) for doc, begin in begins.items() if begin]
    return [(article, span) for article, span in found if article is not None and span is not None]


def _near(scorer: ModuleType, entry: Plain, anchors: Iterable[tuple[str, tuple[int, int]]]) -> bool:
    return any(scorer.near(entry["evidence"], article, span, SLACK) for article, span in anchors)


def _judge(tally: Tally, item: Plain, entry: Plain, gold: Plain) -> None:
    tally.found += 1
    right = _kind_right(item, entry)
    tally.kind += right
    if right and item.get("who") and _actors(entry):  # an entry of another kind there is another act
        tally.named += 1
        tally.actor += _actor_right(item, entry, gold)
    if item.get("due") and entry.get("due"):
        tally.dated += 1
        tally.due += _due_right(item["due"], entry["due"])


def _kind_right(item: Plain, entry: Plain) -> bool:
    return bool(entry["kind"] in KINDS.get(item["kind"], {item["kind"]}))


_CASE = ("arrest", "charge", "court")
_EMPTY = {"the", "a", "an", "of", "mr", "mrs", "ms", "dr", "sir", "dame", "and", "some", "top"}


def _actors(entry: Plain) -> list[str]:
    parties = [entry.get("actor"), entry.get("addressee") if entry["kind"] in _CASE else None]
    return [party["name"] for party in parties if party]


def _actor_right(item: Plain, entry: Plain, gold: Plain) -> bool:
    wanted = [part for part in re.split(r"\s*/\s*|\s+and\s+|[()]", item.get("who", "")) if part.strip()]
    if entry["kind"] in _CASE and item.get("to"):
        wanted.append(item["to"])
    for name, others in (gold.get("people") or {}).items():
        if {name, *others} & set(wanted):
            wanted += [name, *others]
    return any(_alike(one, two) for one in wanted for two in _actors(entry))


def _alike(one: str, two: str) -> bool:
    left, right = _words(one), _words(two)
    return bool(left and right) and (left <= right or right <= left or bool(_capitals(one) & _capitals(two)))


def _words(name: str) -> set[str]:
    return set(re.findall(r"[\w-]+", name.lower().replace("’s", "").replace("'s", ""))) - _EMPTY


def _capitals(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"\b[A-Z][\w-]+", name)} - _EMPTY - {"house", "us"}


def _due_right(wanted: str, due: Plain) -> bool:
    first, last = (wanted.split("/") * 2)[:2]
    low, high = _day(first, first=True), _day(last, first=False)
    earliest, latest = date.fromisoformat(due["earliest"]), date.fromisoformat(due["latest"])
    return earliest <= high and low <= latest and latest - earliest <= max(high - low, timedelta(days=7))


def _day(text: str, *, first: bool) -> date:
    parts = [int(part) for part in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else (1 if first else 12)
    if len(parts) > 2:
        return date(year, month, parts[2])
    return date(year, month, 1) if first else date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


# -- the baseline -------------------------------------------------------------------------------------


def _bare_cues(articles: Iterable[Plain]) -> Iterator[Plain]:
    """Yield an entry for every sentence with a cue word."""
    for article in articles:
        for sentence in _SENTENCE.finditer(article["text"]):
            for kind, cues in CUES.items():
                cue = re.search(rf"\b(?:{cues})\b", sentence[0])
                if cue is not None:
                    names = _NAME.findall(sentence[0][: cue.start()])
                    yield {
                        "kind": kind,
                        "actor": {"name": names[-1].strip()} if names else None,
                        "addressee": None,
                        "due": None,
                        "evidence": [
                            {"article": article["id"], "start": sentence.start(), "end": sentence.end()}
                        ],
                    }
                    break


# -- lines judged by reading --------------------------------------------------------------------------


def _lines(data: Path, name: str, gold: Path) -> Measured:
    """Return the share right of the judged lines that the record still gives."""
    judged = json.loads(gold.read_text("utf-8"))
    clusters = _clusters(data)
    right = given = 0
    with tempfile.TemporaryDirectory() as folder:
        for story in judged["stories"]:
            cluster = clusters[story["set"], story["cluster"]]
            path = Path(folder) / "articles.jsonl"
            docs = {str(a["id"]): str(a["id"]) for a in cluster["articles"]}
            path.write_text("".join(_input_lines(cluster, docs)), "utf-8")
            record = exported(path)
            texts = {a["id"]: a["text"] for a in record["articles"]}
            for line in story["lines"]:
                still = any(_is_line(line, entry, texts) for entry in record["ledger"])
                given += still
                right += still and line["right"]
    total = sum(len(story["lines"]) for story in judged["stories"])
    value, counts = _share(right, given)
    return Measured(name, value, corpus_digest([gold.read_bytes()]), f"{counts}, of {total} judged")


def _is_line(line: Plain, entry: Plain, texts: dict[str, str]) -> bool:
    first = entry["evidence"][0]
    return bool(
        entry["kind"] == line["kind"] and texts[first["article"]].startswith(line["begin"], first["start"])
    )


# -- sentences of political releases ------------------------------------------------------------------


def _sentences(path: Path) -> list[Measured]:
    """Return the F1 of commitments and demands on labelled sentences, of which every fourth is read."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        read = [line for line in map(json.loads, lines) if line["Sentence"].strip()][::4]
    texts = [re.sub(r"\s+", " ", line["Sentence"]).strip() for line in read]
    articles = [
        Article(content_id("article", str(i), t), str(i), t, divide(t), AS_OF) for i, t in enumerate(texts)
    ]
    backend = open_backend(Settings().language_model)
    found = [
        {act.kind.value for act in acts.find(article, analysis, (), (), ())}
        for article, analysis in zip(articles, backend.analyse(articles), strict=True)
    ]
    corpus = corpus_digest([path.read_bytes()])
    figures = []
    for name, label, kinds in (
        ("commitments", "Commissive", {"commitment"}),
        ("demands", "Directive", {"demand", "request", "recommendation"}),
    ):
        gold = [line["Categories"].startswith(label) for line in read]
        cue = re.compile("|".join(rf"\b(?:{CUES[kind]})\b" for kind in sorted(kinds & CUES.keys())))
        simple = _f1(gold, [cue.search(text) is not None for text in texts])
        value = _f1(gold, [bool(one & kinds) for one in found])
        figures.append(Measured(f"ledger/F1 of {name} in releases", value, corpus, f"bare cues {simple:.3f}"))
    return figures


def _f1(gold: Sequence[bool], found: Sequence[bool]) -> float:
    both = sum(g and f for g, f in zip(gold, found, strict=True))
    return 2 * both / (sum(gold) + sum(found)) if both else 0.0


def _share(part: int, whole: int) -> tuple[float, str]:
    return (part / whole if whole else 0.0, f"{part} of {whole}")
