"""The dossier as HTML: one self-contained file a story, and an index where there are many.

A page loads nothing and runs nothing it needs: all it shows works without a
script, from a file, offline. A policy in each page forbids every request and
every script but its own small one, which is named by its digest.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import chain, islice
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from crossread.present import words
from crossread.present.display import visible
from crossread.present.excerpts import excerpts
from crossread.present.sources import by_account
from crossread.present.view import NOTHING, StoryView, view_of
from crossread.record.dossier import Dossier
from crossread.record.story import NO_LINKS, Links

# So many paragraphs open under one line; what is beyond stands there as links into the full texts.
OPENED = 8
# Tables with a column for each account stay readable up to so many; above it, lists take their place.
COLUMNS = 16
# The same for the table of accounts by accounts, whose rows are single lines.
GRID = 30


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One story in the index: where its page lies, and what it is about."""

    href: str
    title: str
    accounts: int
    extent: str
    span: str
    lead: str
    contested: int
    open: int


def write(
    dossiers: Iterable[Dossier], out: Path, *, as_of: date, links: Links = NO_LINKS
) -> tuple[Path, ...]:
    """Write the report and return its files, the one to open first.

    One story goes into the file `out`, unless `out` is a folder. Otherwise the
    index is `out` (`index.html` in it, where it is a folder or has no ending) and the
    stories lie in a folder beside it, with a page at the address of each story that was merged
    into another, which leads there. Files are replaced whole or not at all.
    Raises OSError where they cannot be written.
    """
    waiting = iter(dossiers)
    first = tuple(islice(waiting, 2))
    if len(first) == 1 and not _is_folder(out):
        return (_put(out, story_page(view_of(first[0], as_of=as_of))),)
    index = out / "index.html" if _is_folder(out) else out
    folder = index.parent / "stories" if _is_folder(out) else out.with_suffix("")
    entries, written = [], []
    for dossier in chain(first, waiting):
        view = view_of(dossier, as_of=as_of, links=links)
        home = Path(os.path.relpath(index, folder)).as_posix()
        written.append(_put(folder / f"{view.id}.html", story_page(view, index=home)))
        written += [_put(folder / f"{old}.html", moved_page(view)) for old in links.former(view.id)]
        entries.append(_entry(view, f"{folder.name}/{view.id}.html"))
    return (_put(index, index_page(entries, as_of=as_of)), *written)


def story_page(view: StoryView, *, index: str = "") -> str:
    """Return a story as a page; `index` is the address of the page that lists all stories, if there is one."""
    return _render("story.html", view=view, index=index, names=_names(view))


def moved_page(view: StoryView) -> str:
    """Return the page that stands at the address of a story that became part of another one."""
    return _render("moved.html", view=view)


def index_page(entries: Sequence[IndexEntry], *, as_of: date) -> str:
    """Return the page that lists the stories, those with most accounts first."""
    ranked = sorted(entries, key=lambda entry: -entry.accounts)
    return _render("index.html", entries=ranked, as_of=words.day(as_of))


def _entry(view: StoryView, href: str) -> IndexEntry:
    return IndexEntry(
        href=href,
        title=view.title,
        accounts=len(view.accounts),
        extent=view.extent,
        span=view.span,
        lead=view.brief[0].text if view.brief else "",
        contested=len(view.claims.contested),
        open=sum(len(pile.matters) for pile in view.ledger if pile.open),
    )


def _names(view: StoryView) -> dict[str, str]:
    """Return what a reader calls each account, by label."""
    return {account.label: account.name for account in view.accounts}


def _is_folder(out: Path) -> bool:
    return out.is_dir() or not out.suffix


def _put(path: Path, page: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.part")
    draft.write_text(page, encoding="utf-8", newline="\n")
    draft.replace(path)
    return path


def _render(template: str, **given: object) -> str:
    return _environment().get_template(template).render(**given)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("crossread.present"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    script = _asset("enhance.js")
    environment.filters |= {"excerpts": excerpts, "by_account": by_account, "count": words.count}
    environment.globals |= {
        "style": Markup(_asset("style.css")),
        "script": Markup(script),
        "script_digest": _digest(script),
        "nothing": NOTHING,
        "opened": OPENED,
        "columns": COLUMNS,
        "grid": GRID,
    }
    return environment


def _finalize(value: object) -> object:
    """Make what a template prints safe to look at; escaping follows."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value)
    return value


def _asset(name: str) -> str:
    return (files("crossread.present") / "templates" / name).read_text(encoding="utf-8")


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
