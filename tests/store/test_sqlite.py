"""The SQLite record: what goes in comes out, twice changes nothing, foreign files are refused."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.conftest import make_article

from crossread.config import Settings
from crossread.errors import NotFoundError, StoreError
from crossread.record.analysis import Analysis, Name, Sentence, Token
from crossread.record.annotation import Annotation, EntityType, Mention, MentionForm
from crossread.record.article import Article, DateRange
from crossread.record.dossier import BriefSentence, Dossier
from crossread.record.ids import bytes_digest
from crossread.record.judgement import Judgement, JudgementKind
from crossread.record.run import ModelUse, Run
from crossread.record.span import Evidence, Span
from crossread.record.story import Membership
from crossread.store.sqlite import SqliteStore

MADE_BY = "annotator-1"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


def two_articles() -> tuple[Article, Article]:
    return make_article("The mayor spoke.", ref="a.txt"), make_article(
        "The “mayor” left.\n\nRain fell.", ref="b.txt"
    )


def found_in(article: Article) -> tuple[Analysis, Annotation]:
    token = Token(0, 3, article.text[:3], "DET", "DT", "the", 0, "root", "Definite=Def")
    name = Name(4, 9, article.text[4:9], "PERSON")
    mention = Mention(Span(4, 9), EntityType.PERSON, MentionForm.DESCRIPTION, "mayor", chain=0)
    return (
        Analysis(article.id, (token,), (Sentence(0, 3, 0, 1),), (name,)),
        Annotation(article.id, mentions=(mention,)),
    )


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    tables = ("run", "raw", "articles", "refs", "findings", "members", "grouping", "dossiers", "judgements")
    with sqlite3.connect(path) as c:
        return {table: c.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in tables}


def fill(path: Path) -> None:
    first, second = two_articles()
    with SqliteStore(path) as store:
        store.save_run(Run("0", Settings(), (ModelUse("m", "d"),), date(2026, 1, 1)))
        store.add_articles([first, second], [("d1", b"raw bytes")])
        store.save_annotations(MADE_BY, [found_in(first), found_in(second)])
        members = [("s", Membership(first.id, 1.0, "opens")), ("s", Membership(second.id, 0.5, "mayor"))]
        store.save_grouping(b"state", members)
        words = Evidence(first.id, 0, 16, first.text)
        day = DateRange(date(2021, 3, 13), date(2021, 3, 14), None, "basis")
        dossier = Dossier(
            replace(store.story("s"), title="The mayor"),
            (first, second),
            ((first.id, day), (second.id, None)),
            (BriefSentence(first.text, (words,)),),
        )
        store.save_dossier("compare-1", dossier)
        judged = datetime(2026, 1, 2, tzinfo=UTC)
        store.add_judgement(Judgement("j", JudgementKind.NOT_A_CLAIM, (words,), "me", judged))


def test_what_goes_in_comes_out(path: Path) -> None:
    fill(path)
    first, second = two_articles()
    with SqliteStore(path, create=False) as store:
        assert list(store.articles()) == [first, second]
        assert store.raw("d1") == b"raw bytes"
        assert store.account(second.id).analysis == found_in(second)[0]
        assert store.account(second.id).annotation == found_in(second)[1]
        assert [s.title for s in store.stories()] == ["The mayor"]
        assert store.dossier("s").articles == (first, second)
        assert store.dossier("s").brief[0].evidence[0].text == first.text
        assert store.grouping_state() == b"state"
        assert store.judgements()[0].author == "me"
        run = store.run()
        assert run is not None
        assert run.models == (ModelUse("m", "d"),)


def test_writing_the_same_again_changes_nothing(path: Path) -> None:
    fill(path)
    before = contents(path)
    fill(path)
    assert contents(path) == before


def test_what_is_missing_is_listed_in_reading_order(path: Path) -> None:
    first, second = two_articles()
    foreign = replace(make_article("Bonjour à tous.", ref="c.txt"), analysed=False)
    with SqliteStore(path) as store:
        store.add_articles([first, foreign, second], [])
        assert store.unannotated(MADE_BY) == [first.id, second.id]
        assert store.ungrouped() == []
        store.save_annotations(MADE_BY, [found_in(first)])
        assert store.unannotated(MADE_BY) == [second.id]
        assert store.ungrouped() == [first.id]
        assert store.unannotated("another model") == [first.id, second.id]


def test_a_story_is_stale_until_its_dossier_fits_its_members(path: Path) -> None:
    fill(path)
    third = make_article("More news.", ref="d.txt")
    with SqliteStore(path) as store:
        assert store.stale_stories("compare-1") == []
        assert store.stale_stories("compare-2") == ["s"]
        store.add_articles([third], [])
        store.save_grouping(b"later", [("s", Membership(third.id, 0.5, "news"))])
        assert store.stale_stories("compare-1") == ["s"]


def test_one_article_may_have_several_refs(path: Path) -> None:
    first, _ = two_articles()
    with SqliteStore(path) as store:
        store.add_articles([first], [])
        store.add_articles([replace(first, ref="copy.txt", refs=("copy.txt",))], [])
        assert store.article(first.id).refs == ("a.txt", "copy.txt")
        assert store.history_by_ref() == {"a.txt": (first.id,), "copy.txt": (first.id,)}


def test_words_are_found_whatever_marks_surround_them(path: Path) -> None:
    fill(path)
    first, second = two_articles()
    with SqliteStore(path) as store:
        assert set(store.search("mayor")) == {first.id, second.id}
        assert store.search("rain FELL") == [second.id]
        assert store.search('a "broken (query') == []
        assert store.search("  ") == []


def test_unknown_ids_are_named(path: Path) -> None:
    fill(path)
    with SqliteStore(path) as store:
        with pytest.raises(NotFoundError, match="no article 'x'"):
            store.article("x")
        with pytest.raises(NotFoundError, match="there are: s"):
            store.dossier("x")
        with pytest.raises(NotFoundError, match="raw input"):
            store.raw(bytes_digest(b""))


def test_files_that_are_no_records_are_refused(tmp_path: Path) -> None:
    plain = tmp_path / "notes.db"
    plain.write_text("these are notes, long enough to be taken for a header of some database" * 20)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as c:
        c.execute("CREATE TABLE songs (title TEXT)")
    for path in (plain, other):
        before = path.read_bytes()
        with pytest.raises(StoreError, match=path.name):
            SqliteStore(path)
        assert path.read_bytes() == before
    with pytest.raises(StoreError, match="there is no such record"):
        SqliteStore(tmp_path / "nothing.db", create=False)


def test_a_record_of_a_newer_crossread_is_left_alone(path: Path) -> None:
    fill(path)
    with sqlite3.connect(path) as c:
        c.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="newer crossread"):
        SqliteStore(path)
