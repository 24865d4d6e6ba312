"""The tables of a record file, and the numbered migrations that lead to them.

A migration is frozen once released: a record of any age is brought to the
newest form by running those it lacks, each in one transaction.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, Integer, LargeBinary, MetaData, String, Table

# "xrd1" as a number in the file's header tells a record from any other SQLite file.
APPLICATION_ID = 0x78726431

metadata = MetaData()

run = Table("run", metadata, Column("id", Integer, primary_key=True), Column("data", String, nullable=False))

raw = Table(
    "raw",
    metadata,
    Column("digest", String, primary_key=True),
    Column("content", LargeBinary, nullable=False),  # zlib
)

articles = Table(
    "articles",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("analysed", Integer, nullable=False),
    Column("as_of", String, nullable=False),
    Column("data", LargeBinary, nullable=False),  # zlib of the article's plain JSON, without refs
)

refs = Table(
    "refs",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("ref", String, nullable=False),
    Column("article", String, nullable=False),
)

findings = Table(
    "findings",
    metadata,
    Column("article", String, primary_key=True),
    Column("made_by", String, nullable=False),
    Column("analysis", LargeBinary, nullable=False),  # zlib of plain JSON
    Column("annotation", LargeBinary, nullable=False),
)

members = Table(
    "members",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("article", String, nullable=False, unique=True),
    Column("story", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", String, nullable=False),
)

grouping = Table(
    "grouping",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("state", LargeBinary, nullable=False),
)

proposals = Table(
    "proposals",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("story", String, nullable=False),
    Column("other", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("reason", String, nullable=False),
    Column("articles", String, nullable=False),  # JSON
)

dossiers = Table(
    "dossiers",
    metadata,
    Column("story", String, primary_key=True),
    Column("made_by", String, nullable=False),
    Column("members", String, nullable=False),  # digest of the members it was made from
    Column("title", String, nullable=False),
    Column("data", LargeBinary, nullable=False),  # zlib of the dossier's plain JSON, without its articles
)

judgements = Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("data", String, nullable=False),
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE run (id INTEGER PRIMARY KEY, data TEXT NOT NULL)",
        "CREATE TABLE raw (digest TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID",
        "CREATE TABLE articles (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
        " analysed INTEGER NOT NULL, as_of TEXT NOT NULL, data BLOB NOT NULL)",
        "CREATE TABLE refs (seq INTEGER PRIMARY KEY, ref TEXT NOT NULL, article TEXT NOT NULL)",
        "CREATE INDEX refs_by_article ON refs (article)",
        "CREATE INDEX refs_by_ref ON refs (ref)",
        "CREATE TABLE findings (article TEXT PRIMARY KEY, made_by TEXT NOT NULL,"
        " analysis BLOB NOT NULL, annotation BLOB NOT NULL)",
        "CREATE TABLE members (seq INTEGER PRIMARY KEY, article TEXT NOT NULL UNIQUE, story TEXT NOT NULL,"
        " score REAL NOT NULL, reason TEXT NOT NULL)",
        "CREATE INDEX members_by_story ON members (story)",
        "CREATE TABLE grouping (id INTEGER PRIMARY KEY, state BLOB NOT NULL)",
        "CREATE TABLE dossiers (story TEXT PRIMARY KEY, made_by TEXT NOT NULL, members TEXT NOT NULL,"
        " title TEXT NOT NULL, data BLOB NOT NULL)",
        "CREATE TABLE judgements (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, data TEXT NOT NULL)",
        "CREATE VIRTUAL TABLE article_words USING fts5 (title, text, content = '', tokenize = 'unicode61')",
    ),
    (
        "CREATE TABLE proposals (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, story TEXT NOT NULL,"
        " other TEXT NOT NULL, score REAL NOT NULL, reason TEXT NOT NULL, articles TEXT NOT NULL,"
        " UNIQUE (kind, story, other))",
    ),
)
