"""Paths in, readings out: one for each input, whatever it is."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import EXAMPLE

from crossread.config import Settings
from crossread.ingest import Reading, read_inputs
from crossread.ingest.articles import article
from crossread.ingest.outcome import Status
from crossread.record.article import Role, Submission
from crossread.record.ids import bytes_digest

DAY = date(2021, 5, 1)


def read(*paths: Path, max_input_bytes: int = 10_000) -> list[Reading]:
    return list(read_inputs(paths, Settings(max_input_bytes=max_input_bytes), DAY))


def test_the_example_is_read() -> None:
    readings = [reading for reading in read(EXAMPLE) if reading.article]
    assert len(readings) == 5
    for reading in readings:
        assert reading.outcome.status is Status.READ
        assert reading.article is not None
        assert reading.article.raw == bytes_digest(reading.raw)
        assert reading.article.text == reading.raw.decode()
        assert reading.article.ref == str(EXAMPLE / Path(reading.article.ref).name)
        assert reading.article.published is None
        assert reading.article.as_of == DAY
        assert reading.article.analysed


def test_reading_twice_gives_the_same() -> None:
    assert read(EXAMPLE) == read(EXAMPLE)


def test_one_bad_input_never_stops_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.jsonl").write_text('{"id": "1", "text": "The bridge is closed."}\nnonsense\n')
    (tmp_path / "c.txt").write_bytes(b"\x00\x01\x02" * 50)
    (tmp_path / "d.doc").write_text("x")
    (tmp_path / "e.jsonl").write_text("\n\n")
    (tmp_path / "f.jsonl").write_bytes("{}".encode("utf-16"))
    (tmp_path / "g.txt").write_text("x" * 200)
    (tmp_path / "h.txt").write_text("The ferry sank.")
    statuses = [reading.outcome.status.value for reading in read(tmp_path, max_input_bytes=160)]
    assert statuses == ["failed", "read", "failed", "failed", "skipped", "failed", "failed", "failed", "read"]


def test_each_line_is_kept_raw_by_itself(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(n), "text": f"Bridge {n} is closed."}).encode() for n in range(3)]
    (tmp_path / "a.jsonl").write_bytes(b"\r\n".join(lines))
    readings = read(tmp_path)
    assert [reading.raw for reading in readings] == lines
    assert [reading.outcome.ref for reading in readings] == ["0", "1", "2"]


def test_another_language_is_kept_and_told(tmp_path: Path) -> None:
    text = "La police a annoncé samedi que quatre personnes avaient été arrêtées sur la place du marché. " * 3
    (tmp_path / "a.txt").write_text(text)
    (reading,) = read(tmp_path)
    assert reading.outcome.status is Status.KEPT
    assert "'fr'" in reading.outcome.reason
    assert reading.article is not None
    assert not reading.article.analysed
    assert reading.article.language == "fr"


def test_left_out_metadata_and_future_days_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"id": "1", "text": "The bridge is closed.", "published": "soon"}\n'
        '{"id": "2", "text": "The bridge is closed.", "published": "2031-01-01"}\n'
    )
    bad, future = read(tmp_path)
    assert bad.outcome.status is future.outcome.status is Status.READ
    assert "'soon'" in bad.outcome.reason
    assert "2021-05-01" in future.outcome.reason


def test_the_id_is_of_the_content_not_of_the_place_or_day() -> None:
    one = Submission("a", "The bridge is closed.", title="Bridge", published="2021-03-14T10:00:00Z")
    two = Submission("b", "The bridge is closed.", title="Bridge", published="2021-03-14", raw="digest")
    assert article(one, DAY).id == article(two, date(2022, 1, 1)).id
    assert article(Submission("a", "The bridge is closed."), DAY).id != article(one, DAY).id


def test_the_title_makes_its_line_the_headline() -> None:
    made = article(Submission("a", "Bridge closed!\nThe bridge is closed.", title="Bridge Closed"), DAY)
    assert [p.role for p in made.paragraphs] == [Role.HEADLINE, Role.BODY]


@given(st.text(min_size=1), st.none() | st.text())
def test_any_submission_becomes_an_article_with_its_exact_text(text: str, title: str | None) -> None:
    made = article(Submission("a", text, title=title), DAY)
    assert made.text == text
    assert all(p.span.of(text) for p in made.paragraphs)
