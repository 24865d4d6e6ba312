"""A record in one SQLite file, through SQLAlchemy Core."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Select, create_engine, delete, event, func, select, text, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from crossread.errors import CodecError, NotFoundError, StoreError
from crossread.record.analysis import Analysis
from crossread.record.annotation import Account, Annotation
from crossread.record.article import Article
from crossread.record.codec import from_plain, to_plain
from crossread.record.dossier import Dossier
from crossread.record.ids import content_id
from crossread.record.judgement import Judgement
from crossread.record.run import Run
from crossread.record.story import Membership, Proposal, ProposalKind, Story
from crossread.store import schema as t

T = TypeVar("T")

# Milliseconds a writer waits for another one's transaction to end before it gives up.
_BUSY_MS = 30_000

_ADD_WORDS = text("INSERT INTO article_words (rowid, title, text) VALUES (:seq, :title, :text)")


# What helps, by the words with which SQLite says what is wrong.
_REMEDIES = {
    "unable to open": "check that its folder can be written to",
    "readonly": "check that it and its folder can be written to",
    "locked": "another program is using it; try again when that is done",
    "full": "make room on the disk; what was stored before is kept",
    "not a database": "name a record that crossread has made, or a new file",
    "malformed": "the file is damaged; restore a copy or read the articles anew",
}


class SqliteStore:
    """A RecordStore in one file. Opening creates the file or brings an older one up to date."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        if not create and not path.is_file():
            raise StoreError(
                f"{path}: there is no such record (make one with: crossread read PATH --into {path})"
            )
        self.path = path
        self._engine = _engine(path)
        with self._guard():
            _migrate(self._engine, path)

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> SqliteStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _guard(self) -> Iterator[None]:
        try:
            yield
        except (SQLAlchemyError, CodecError, zlib.error, json.JSONDecodeError) as wrong:
            cause = str(getattr(wrong, "orig", None) or wrong)
            remedy = next((remedy for words, remedy in _REMEDIES.items() if words in cause), "")
            raise StoreError(f"{self.path}: {cause}{remedy and f' ({remedy})'}") from wrong

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with self._guard(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with self._guard(), self._engine.connect() as connection:
            yield connection

    # What made it

    def run(self) -> Run | None:
        with self._read() as c:
            data = c.execute(select(t.run.c.data)).scalar()
            return None if data is None else from_plain(Run, json.loads(data))

    def save_run(self, run: Run) -> None:
        data = json.dumps(to_plain(run))
        with self._write() as c:
            statement = insert(t.run).values(id=1, data=data)
            c.execute(statement.on_conflict_do_update(index_elements=["id"], set_={"data": data}))

    # Articles

    def add_articles(self, articles: Sequence[Article], raw: Sequence[tuple[str, bytes]]) -> None:
        with self._write() as c:
            for digest, content in raw:
                packed = zlib.compress(content)
                c.execute(insert(t.raw).values(digest=digest, content=packed).on_conflict_do_nothing())
            for article in articles:
                self._add_article(c, article)

    def _add_article(self, c: Connection, article: Article) -> None:
        plain = to_plain(article, compact=True)
        plain.pop("refs", None)
        values = {
            "id": article.id,
            "analysed": int(article.analysed),
            "as_of": article.as_of.isoformat(),
            "data": _pack(plain),
        }
        added = c.execute(insert(t.articles).values(**values).on_conflict_do_nothing())
        if added.rowcount:
            words = {"seq": added.lastrowid, "title": article.title or "", "text": article.text}
            c.execute(_ADD_WORDS, words)
        for ref in article.refs or (article.ref,):
            last = select(t.refs.c.article).where(t.refs.c.ref == ref).order_by(t.refs.c.seq.desc()).limit(1)
            if c.execute(last).scalar() != article.id:
                c.execute(insert(t.refs).values(ref=ref, article=article.id))

    def raw(self, digest: str) -> bytes:
        with self._read() as c:
            packed = c.execute(select(t.raw.c.content).where(t.raw.c.digest == digest)).scalar()
            if packed is None:
                raise NotFoundError("raw input", digest)
            return zlib.decompress(packed)

    def article(self, id: str) -> Article:
        with self._read() as c:
            return self._article(c, id)

    def _article(self, c: Connection, id: str) -> Article:
        data = c.execute(select(t.articles.c.data).where(t.articles.c.id == id)).scalar()
        if data is None:
            raise NotFoundError("article", id)
        named = select(t.refs.c.ref).where(t.refs.c.article == id).order_by(t.refs.c.seq)
        refs = list(dict.fromkeys(c.execute(named).scalars()))
        return from_plain(Article, {**_unpack(data), "refs": refs})

    def articles(self) -> Iterator[Article]:
        for id in self._column(select(t.articles.c.id).order_by(t.articles.c.seq)):
            yield self.article(id)

    def article_ids(self) -> frozenset[str]:
        return frozenset(self._column(select(t.articles.c.id)))

    def history_by_ref(self) -> dict[str, tuple[str, ...]]:
        return self._history(select(t.refs))

    def _history(self, refs: Select[Any]) -> dict[str, tuple[str, ...]]:
        history: dict[str, tuple[str, ...]] = {}
        with self._read() as c:
            for row in c.execute(refs.order_by(t.refs.c.seq)):
                history[row.ref] = (*history.get(row.ref, ()), row.article)
        return history

    def current(self, story: Story) -> frozenset[str]:
        members = [member.article for member in story.members]
        used = select(t.refs.c.ref).where(t.refs.c.article.in_(members))
        history = self._history(select(t.refs).where(t.refs.c.ref.in_(used)))
        return frozenset(ids[-1] for ids in history.values()) & frozenset(members)

    def latest_as_of(self) -> date | None:
        with self._read() as c:
            day = c.execute(select(func.max(t.articles.c.as_of))).scalar()
            return None if day is None else date.fromisoformat(day)

    def search(self, words: str, limit: int = 20) -> list[str]:
        quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        if not quoted:
            return []
        found = text(
            "SELECT a.id FROM article_words w JOIN articles a ON a.seq = w.rowid"
            " WHERE article_words MATCH :words ORDER BY w.rank LIMIT :limit"
        )
        with self._read() as c:
            return list(c.execute(found, {"words": quoted, "limit": limit}).scalars())

    # What was found in each article

    def unannotated(self, made_by: str) -> list[str]:
        current = select(t.findings.c.article).where(t.findings.c.made_by == made_by)
        wanted = select(t.articles.c.id).where(t.articles.c.analysed == 1, t.articles.c.id.not_in(current))
        return self._column(wanted.order_by(t.articles.c.seq))

    def save_annotations(self, made_by: str, found: Sequence[tuple[Analysis, Annotation]]) -> None:
        packed = [
            {
                "article": analysis.article,
                "made_by": made_by,
                "analysis": _pack(to_plain(analysis, compact=True)),
                "annotation": _pack(to_plain(annotation, compact=True)),
            }
            for analysis, annotation in found
        ]
        with self._write() as c:
            for row in packed:
                statement = insert(t.findings).values(**row)
                c.execute(statement.on_conflict_do_update(index_elements=["article"], set_=row))

    def account(self, article: str) -> Account:
        with self._read() as c:
            row = c.execute(select(t.findings).where(t.findings.c.article == article)).one_or_none()
            if row is None:
                raise NotFoundError("annotated article", article)
            return Account(
                self._article(c, article),
                from_plain(Analysis, _unpack(row.analysis)),
                from_plain(Annotation, _unpack(row.annotation)),
            )

    # Stories

    def ungrouped(self) -> list[str]:
        annotated = select(t.findings.c.article)
        grouped = select(t.members.c.article)
        wanted = select(t.articles.c.id).where(
            t.articles.c.id.in_(annotated), t.articles.c.id.not_in(grouped)
        )
        return self._column(wanted.order_by(t.articles.c.seq))

    def grouping_state(self) -> bytes | None:
        with self._read() as c:
            state: bytes | None = c.execute(select(t.grouping.c.state)).scalar()
            return None if state is None else zlib.decompress(state)

    def save_grouping(self, state: bytes, steps: Iterable[tuple[str, Membership] | Proposal]) -> None:
        with self._write() as c:
            for step in steps:
                if isinstance(step, Proposal):
                    self._keep_proposal(c, step)
                else:
                    story, member = step
                    row = insert(t.members).values(story=story, **to_plain(member))
                    c.execute(row.on_conflict_do_nothing())
            packed = zlib.compress(state)
            kept = insert(t.grouping).values(id=1, state=packed)
            c.execute(kept.on_conflict_do_update(index_elements=["id"], set_={"state": packed}))

    def _keep_proposal(self, c: Connection, proposal: Proposal) -> None:
        plain = to_plain(proposal)
        kept = insert(t.proposals).values({**plain, "articles": json.dumps(plain["articles"])})
        c.execute(kept.on_conflict_do_nothing())
        moving = update(t.members)
        if proposal.kind is ProposalKind.MERGE:
            c.execute(moving.where(t.members.c.story == proposal.other).values(story=proposal.story))
            c.execute(delete(t.dossiers).where(t.dossiers.c.story == proposal.other))
        elif proposal.kind is ProposalKind.SPLIT:
            c.execute(moving.where(t.members.c.article.in_(proposal.articles)).values(story=proposal.other))

    def proposals(self) -> tuple[Proposal, ...]:
        columns = [t.proposals.c[field.name] for field in fields(Proposal)]
        with self._read() as c:
            rows = c.execute(select(*columns).order_by(t.proposals.c.seq)).mappings().all()
        return tuple(from_plain(Proposal, {**row, "articles": json.loads(row["articles"])}) for row in rows)

    def redirects(self) -> dict[str, str]:
        live = set(self._column(select(t.members.c.story).distinct()))
        into = {p.other: p.story for p in self.proposals() if p.kind is ProposalKind.MERGE}
        found = {}
        for merged in into.keys() - live:
            last, passed = into[merged], {merged}
            while last not in live and last in into and last not in passed:
                passed.add(last)
                last = into[last]
            found[merged] = last
        return found

    def stories(self) -> tuple[Story, ...]:
        with self._read() as c:
            return self._stories(c, select(t.members))

    def story(self, id: str) -> Story:
        with self._read() as c:
            found = self._stories(c, select(t.members).where(t.members.c.story == id))
        if found:
            return found[0]
        if merged_into := self.redirects().get(id):
            return self.story(merged_into)
        raise NotFoundError("story", id)

    def compared(self) -> tuple[Story, ...]:
        with self._read() as c:
            made = set(c.execute(select(t.dossiers.c.story)).scalars())
        return tuple(story for story in self.stories() if story.id in made)

    def _stories(self, c: Connection, members: Select[Any]) -> tuple[Story, ...]:
        titles = {row.story: row.title for row in c.execute(select(t.dossiers.c.story, t.dossiers.c.title))}
        grouped: dict[str, list[Membership]] = {}
        for row in c.execute(members.order_by(t.members.c.seq)):
            grouped.setdefault(row.story, []).append(Membership(row.article, row.score, row.reason))
        return tuple(Story(id, titles.get(id, ""), tuple(found)) for id, found in grouped.items())

    # Dossiers

    def stale_stories(self, made_by: str) -> list[str]:
        with self._read() as c:
            columns = (t.dossiers.c.story, t.dossiers.c.made_by, t.dossiers.c.members)
            made = {row.story: row for row in c.execute(select(*columns))}
        current = {ids[-1] for ids in self.history_by_ref().values()}
        return [
            s.id for s in self.stories() if not _fresh(made.get(s.id), _members_digest(s, current), made_by)
        ]

    def save_dossier(self, made_by: str, dossier: Dossier) -> None:
        plain = to_plain(dossier, compact=True)
        plain.pop("articles", None)
        row = {
            "story": dossier.story.id,
            "made_by": made_by,
            "members": _members_digest(dossier.story, self.current(dossier.story)),
            "title": dossier.story.title,
            "data": _pack(plain),
        }
        with self._write() as c:
            c.execute(
                insert(t.dossiers).values(**row).on_conflict_do_update(index_elements=["story"], set_=row)
            )

    def dossier(self, story: str) -> Dossier:
        with self._read() as c:
            data = c.execute(select(t.dossiers.c.data).where(t.dossiers.c.story == story)).scalar()
            if data is None and (merged_into := self.redirects().get(story)):
                return self.dossier(merged_into)
            if data is None:
                raise NotFoundError("dossier of a story", story, (s.id for s in self.stories()))
            plain = _unpack(data)
            bare = from_plain(Dossier, {**plain, "articles": []})
            return replace(bare, articles=tuple(self._article(c, m.article) for m in bare.story.members))

    # Judgements

    def add_judgement(self, judgement: Judgement) -> None:
        row = {"id": judgement.id, "data": json.dumps(to_plain(judgement))}
        with self._write() as c:
            c.execute(
                insert(t.judgements).values(**row).on_conflict_do_update(index_elements=["id"], set_=row)
            )

    def judgements(self) -> tuple[Judgement, ...]:
        rows = self._column(select(t.judgements.c.data).order_by(t.judgements.c.seq))
        return tuple(from_plain(Judgement, json.loads(row)) for row in rows)

    def _column(self, query: Any) -> list[str]:
        with self._read() as c:
            return list(c.execute(query).scalars())


def _engine(path: Path) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(path)))

    @event.listens_for(engine, "connect")
    def configure(connection: Any, _: object) -> None:
        # The driver would open transactions by itself, later than we say; see SQLAlchemy's notes on pysqlite.
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        connection.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def _migrate(engine: Engine, path: Path) -> None:
    with engine.begin() as c:
        _refuse_foreign(c, path)
    # Only now that the file is known to be ours: this writes to it, and it cannot be part of a transaction.
    with closing(engine.raw_connection()) as raw:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    with engine.begin() as c:
        version = _pragma(c, "user_version")
        for number, statements in enumerate(t.MIGRATIONS[version:], version + 1):
            for statement in statements:
                c.exec_driver_sql(statement)
            c.exec_driver_sql(f"PRAGMA user_version = {number}")
            c.exec_driver_sql(f"PRAGMA application_id = {t.APPLICATION_ID}")


def _refuse_foreign(c: Connection, path: Path) -> None:
    tables = c.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
    if tables and _pragma(c, "application_id") != t.APPLICATION_ID:
        raise StoreError(f"{path}: this is a database, but no crossread record (name another file)")
    if _pragma(c, "user_version") > len(t.MIGRATIONS):
        raise StoreError(f"{path}: made by a newer crossread (update crossread to open it)")


def _pragma(c: Connection, name: str) -> int:
    return int(c.exec_driver_sql(f"PRAGMA {name}").scalar() or 0)


def _fresh(row: Any, members: str, made_by: str) -> bool:
    return row is not None and row.made_by == made_by and row.members == members


def _members_digest(story: Story, current: Collection[str]) -> str:
    return content_id("members", *((m.article, str(m.article in current)) for m in story.members))


def _pack(plain: Any) -> bytes:
    return zlib.compress(json.dumps(plain, ensure_ascii=True, separators=(",", ":")).encode("ascii"))


def _unpack(packed: bytes) -> Any:
    return json.loads(zlib.decompress(packed))
