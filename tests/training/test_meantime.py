"""Names out of a coreference corpus: the name in a mention, lines annotated in full, sentences marked as a whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from training.meantime import meantime

Mentioned = tuple[str, str, str]  # its words, its type, what the corpus calls the entity


def write(root: Path, documents: dict[str, list[tuple[str, list[Mentioned]]]]) -> None:
    """Write documents as MEANTIME is distributed."""
    base = root / "meantime/MEANTIME-prep/output_data/en"
    base.mkdir(parents=True)
    rows: list[str] = []
    listed: list[dict[str, object]] = []
    for document, lines in documents.items():
        for number, (sentence, mentions) in enumerate(lines):
            words = sentence.split()
            rows += [f"{document}\t{number}\t{k}\t{word}\t-" for k, word in enumerate(words)] + [""]
            for text, type_, described in mentions:
                at = next(k for k in range(len(words)) if words[k : k + len(text.split())] == text.split())
                listed.append(
                    {
                        "conll_doc_key": document,
                        "sent_id": number,
                        "tokens_number": list(range(at, at + len(text.split()))),
                        "mention_type": type_,
                        "description": described,
                        "mention_head": text.split()[-1],
                        "mention_head_pos": "PRON" if text == "We" else "PROPN",
                    }
                )
    (base / "meantime.conll").write_text("\n".join(rows), "utf-8")
    (base / "entities_mentions.json").write_text(json.dumps(listed), "utf-8")


def names(root: Path) -> list[list[tuple[str, str]]]:
    return [[(" ".join(s.words[a:b]), t) for a, b, t in s.spans] for s in meantime(root)]


@pytest.mark.parametrize(
    ("sentence", "mention", "found"),
    [
        ("Acme Inc. co-founder Ann Lee left", ("Acme Inc. co-founder Ann Lee", "PER", "Ann Lee"), "Ann Lee"),
        ("the Acme chief executive left", ("the Acme chief executive", "PER", "Ann Lee (of Acme)"), None),
        ("He met Prime Minister Ann B. Lee", ("Prime Minister Ann B. Lee", "PER", "Ann Lee"), "Ann B. Lee"),
        ("It hit US banks", ("US banks", "ORG", "US banks"), None),
        (
            "the Union Bank , a lender , fell",
            ("the Union Bank , a lender", "ORG", "Union Bank"),
            "Union Bank",
        ),
        ("It opened in Mobile , Alabama", ("Mobile , Alabama", "PLC", "x"), None),
        ("It opened in Mobile , Alabama", ("Mobile , Alabama", "LOC", "Mobile, Alabama"), "Mobile"),
        ("We left", ("We", "ORG", "Acme"), None),
    ],
)
def test_the_name_in_a_mention(tmp_path: Path, sentence: str, mention: Mentioned, found: str | None) -> None:
    write(tmp_path, {"a": [(sentence, [mention])]})
    assert [text for line in names(tmp_path) for text, _ in line] == ([found] if found else [])


def test_of_mentions_in_each_other_the_shorter_has_the_name(tmp_path: Path) -> None:
    mentions = [("Acme and Bolt", "ORG", "Acme and Bolt"), ("Acme", "ORG", "Acme"), ("Bolt", "ORG", "Bolt")]
    write(tmp_path, {"a": [("Acme and Bolt merge", mentions)]})
    assert names(tmp_path) == [[("Acme", "ORG"), ("Bolt", "ORG")]]


def test_lines_not_annotated_in_full_and_documents_without_entities_are_left_out(tmp_path: Path) -> None:
    line = ("In Lyon it rained", [("Lyon", "LOC", "Lyon")])
    write(tmp_path, {"a": [line, ("May 1", []), *[line] * 5], "b": [("Nothing is marked in Rome", [])]})
    assert len(names(tmp_path)) == 5


def test_a_sentence_with_a_known_name_left_open_is_left_out(tmp_path: Path) -> None:
    acme = ("Acme", "ORG", "Acme")
    lines: list[tuple[str, list[Mentioned]]] = [
        ("Shares of Acme fell", [acme]),
        ("May 1", []),
        ("A rival of Acme fell", []),
        ("The new Acme Rocket fell", []),
    ]
    write(tmp_path, {"a": lines})
    assert names(tmp_path) == [[("Acme", "ORG")], []]


@pytest.mark.parametrize("open_", ["An Acme-led sale failed", "The Acme Union Court met"])
def test_a_sentence_in_which_a_name_is_part_of_a_word_or_of_a_longer_name_is_left_out(
    tmp_path: Path, open_: str
) -> None:
    acme: Mentioned = ("Acme", "ORG", "Acme")
    marked = [acme] if "Acme " in open_ else []
    write(tmp_path, {"a": [("Shares of Acme fell", [acme]), ("May 1", []), (open_, marked)]})
    assert names(tmp_path) == [[("Acme", "ORG")]]


def test_a_name_has_the_type_it_has_most_often(tmp_path: Path) -> None:
    place, state = [("Japan", "LOC", "Japan")], [("Japan", "ORG", "Japan")]
    write(tmp_path, {"a": [("in Japan", place), ("May 1", []), ("from Japan", place), ("Japan acts", state)]})
    assert names(tmp_path) == [[("Japan", "LOC")]] * 3
