"""The worked example, from the plain text to the record: what a reader must find there, and must not."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import EXAMPLE

from crossread.config import Settings
from crossread.export.json_record import json_record
from crossread.pipeline import read
from crossread.store.sqlite import SqliteStore

GOLD = json.loads(
    (Path(__file__).parents[1] / "benchmarks" / "gold" / "clapham-common.gold.json").read_text("utf-8")
)
MARKS = str.maketrans("\u00a0‘’“”", " ''\"\"")

Plain = dict[str, Any]


@pytest.fixture(scope="module", params=[date(2022, 1, 1), date(2026, 11, 21)], ids=str)
def record(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Plain:
    with SqliteStore(tmp_path_factory.mktemp("example") / "record.db") as store:
        read(store, [EXAMPLE], Settings(), request.param)
        run = store.run()
        assert run is not None
        dossiers = [store.dossier(story.id) for story in store.stories()]
        plain: Plain = json_record(run, store.articles(), dossiers)
    return plain


def number(record: Plain, article: str) -> str:
    """Return the number that the file name of an article begins with."""
    ref = next(a["ref"] for a in record["articles"] if a["id"] == article)
    return Path(ref).name[:3]


def accounts(record: Plain, evidence: list[Plain]) -> set[str]:
    return {number(record, e["article"]) for e in evidence}


def holding(items: list[Plain], *words: str) -> list[Plain]:
    """Return the items one of whose evidence holds all of `words`."""
    return [i for i in items if any(all(w in e["text"] for w in words) for e in i.get("evidence", []))]


def test_five_accounts_are_one_story(record: Plain) -> None:
    assert [len(story["articles"]) for story in record["stories"]] == [5]


def test_each_person_appears_once_and_nobody_else(record: Plain) -> None:
    persons = [e["name"] for e in record["entities"] if e["type"] == "person"]
    assert sorted(persons) == sorted(GOLD["people"])


def test_roles_are_in_the_words_of_the_accounts(record: Plain) -> None:
    roles = {e["name"]: " | ".join(r["text"].lower() for r in e["roles"]) for e in record["entities"]}
    for name, wanted in GOLD["roles"].items():
        assert any(role.lower() in roles[name] for role in wanted), name


@pytest.mark.parametrize("gold", GOLD["statements"], ids=lambda g: f"{g['doc']} {g['begin'][:30]}")
def test_each_quotation_has_its_speaker(record: Plain, gold: Plain) -> None:
    article = next(a for a in record["articles"] if number(record, a["id"]) == gold["doc"])
    text = article["text"].translate(MARKS)
    start = text.index(gold["begin"].translate(MARKS))
    end = text.index(gold["end"].translate(MARKS), start) + len(gold["end"].rstrip(","))
    covering = [
        s
        for s in record["statements"]
        for e in s["evidence"]
        if e["article"] == article["id"] and e["start"] <= start and end <= e["end"]
    ]
    assert covering, "not found as a statement"
    names = {s["speaker"]["name"].lower().removeprefix("the ") for s in covering if s["speaker"]}
    accepted = {gold["speaker"], *gold["accept"], *GOLD["people"].get(gold["speaker"], [])}
    assert names & {name.lower().removeprefix("the ") for name in accepted}


def test_a_term_in_quotation_marks_is_not_speech(record: Plain) -> None:
    texts = [s["text"].translate(MARKS).strip("'\" ") for s in record["statements"]]
    assert "lessons learned" not in texts


def test_the_two_chants_stay_apart(record: Plain) -> None:
    chants = [s for s in record["statements"] if s["text"].strip("“”\"'") == "shame on you"]
    assert [accounts(record, s["evidence"]) for s in chants] == [{"001"}, {"002"}]


@pytest.mark.parametrize(
    ("article", "first", "last"),
    [("000", 13, 14), ("001", 14, 15), ("002", 14, 15), ("003", 13, 14), ("004", 14, 14)],
)
def test_each_articles_day_is_worked_out(record: Plain, article: str, first: int, last: int) -> None:
    found = next(a["published"] for a in record["articles"] if number(record, a["id"]) == article)
    assert (found["earliest"], found["latest"]) == (f"2021-03-{first}", f"2021-03-{last}")
    assert found["basis"]


@pytest.mark.parametrize(
    ("words", "day", "kind"),
    [
        (["went missing", "3 March"], "2021-03-03", "happened"),
        (["body was found"], "2021-03-10", "happened"),
        (["Westminster"], "2021-03-13", "happened"),
        (["Patsy Stevenson", "arrested"], "2021-03-13", "happened"),
        (["hundreds of protesters"], "2021-03-14", "happened"),
        (["Taskforce"], "2021-03-15", "scheduled"),
        (["House of Commons"], "2021-03-15", "scheduled"),
    ],
)
def test_happenings_have_their_days(record: Plain, words: list[str], day: str, kind: str) -> None:
    found = holding(record["timeline"], *words)
    assert [(t["date"]["earliest"], t["date"]["latest"], t["kind"]) for t in found] == [(day, day, kind)]


def test_four_arrests_are_one_claim_of_one_origin(record: Plain) -> None:
    (claim,) = [c for c in record["claims"] if "our people were arrested" in c["text"]]
    assert accounts(record, [s["evidence"] for s in claim["support"]]) == {"001", "002", "003"}
    assert claim["independence"] == "many-accounts-one-origin"
    assert claim["origins"] == {"min": 1, "max": 1}


def test_shared_wording_is_one_reuse(record: Plain) -> None:
    (reuse,) = [
        r for r in record["reuse"] if any("grabbing several women" in m["text"] for m in r["members"])
    ]
    assert accounts(record, reuse["members"]) == {"001", "002", "004"}
    assert reuse["kind"] == "copy"


def test_the_assurance_stands_against_its_denial(record: Plain) -> None:
    (conflict,) = record["conflicts"]
    sides = [" ".join(e["text"] for e in side["evidence"]) for side in conflict["sides"]]
    assert "sensitively" in sides[0]
    assert "this was not the case" in sides[1]


def test_the_brief_draws_on_three_accounts(record: Plain) -> None:
    brief = record["stories"][0]["brief"]
    assert 3 <= len(brief) <= 6
    assert len(accounts(record, [e for sentence in brief for e in sentence["evidence"]])) >= 3
    texts = [a["text"] for a in record["articles"]]
    assert all(any(sentence["text"] in text for text in texts) for sentence in brief)


def test_the_poll_says_what_it_measures(record: Plain) -> None:
    shares = {f["value"]: f["measure"] for f in record["figures"] if f["unit"] == "%"}
    assert set(shares) == {47, 23, 43, 40}
    assert "should not resign" in shares[47]
    assert "said she should" in shares[23]
    assert "should not have been allowed" in shares[43]
    assert "should have been allowed" in shares[40]


@pytest.mark.parametrize(
    ("kinds", "actor", "words"),
    [
        ({"demand"}, "Sadiq Khan", ["called for an independent investigation"]),
        ({"request"}, "Sadiq Khan", ["Inspectorate of Constabulary", "look into"]),
        ({"inquiry", "request"}, "Priti Patel", ["lessons learned"]),
        ({"demand"}, None, ["calling for Dame Cressida to quit"]),
        ({"refusal"}, "Cressida Dick", ["resisted calls to quit"]),
        ({"opposition"}, "Kit Malthouse", ["should not resign"]),
        ({"commitment"}, "Scotland Yard", ["assurances"]),
        ({"scheduled"}, "Priti Patel", ["House of Commons"]),
        ({"commitment"}, "Martin Hewitt", ["bring together police chiefs"]),
        ({"charge"}, None, ["charged with kidnapping and killing"]),
    ],
)
def test_the_ledger_holds(record: Plain, kinds: set[str], actor: str | None, words: list[str]) -> None:
    found = [e for e in holding(record["ledger"], *words) if e["kind"] in kinds]
    actors = {e["actor"]["name"] if e["actor"] else None for e in found}
    assert found
    assert actor in actors


def test_what_is_scheduled_is_due_on_its_day(record: Plain) -> None:
    meetings = [e for e in record["ledger"] if e["kind"] == "scheduled"]
    assert len(meetings) >= 2
    assert (
        {e["due"]["earliest"] for e in meetings} == {"2021-03-15"} == {e["due"]["latest"] for e in meetings}
    )


def test_a_claim_that_begins_as_a_sentence_is_not_shown_as_a_part_of_one(record: Plain) -> None:
    assert not [c["text"] for c in record["claims"] if c["text"][:2] == "… " and c["text"][2:3].isupper()]
