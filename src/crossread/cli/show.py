"""`crossread show`: a dossier in the terminal, or the list of stories."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from crossread.cli.options import DEFAULT_RECORD
from crossread.cli.record import links_of, reading_day
from crossread.cli.terminal import console
from crossread.errors import NotFoundError
from crossread.present.terminal import render, render_agenda, render_list, render_party, render_words
from crossread.present.view import view_of
from crossread.record.story import Story
from crossread.store.sqlite import SqliteStore


@click.command()
@click.argument("record", type=click.Path(path_type=Path), default=DEFAULT_RECORD, required=False)
@click.argument("story", required=False)
@click.argument("citation", required=False)
@click.option("--who", metavar="NAME", help="What NAME has to answer for, and asks of others.")
@click.option("--agenda", is_flag=True, help="What is due, in order of its days.")
def command(record: Path, story: str | None, citation: str | None, who: str | None, *, agenda: bool) -> None:
    """Show the dossier of STORY in RECORD (record.db by default).

    STORY is a number from the list of stories, or a story's id or the beginning of one. Without it the stories
    are listed; a record of one story shows that one. With a CITATION such as B:1204 the words at that place are
    shown in their paragraph. --who and --agenda read the ledger of STORY, or of all stories.
    """
    if who is not None and agenda:
        raise click.UsageError("--who and --agenda are two lists of the ledger: ask for one of them.")
    with SqliteStore(record, create=False) as store:
        stories = store.compared()
        as_of = reading_day(store)
        out = console()
        if who is not None or agenda:
            read = stories if story is None else (_find(stories, story, store.redirects()),)
            views = [view_of(store.dossier(s.id), as_of=as_of) for s in read]
            render_agenda(views, out) if who is None else render_party(views, who, out)
            return
        if story is None and len(stories) != 1:
            render_list((view_of(store.dossier(s.id), as_of=as_of) for s in stories), out)
            return
        chosen = stories[0] if story is None else _find(stories, story, store.redirects())
        view = view_of(store.dossier(chosen.id), as_of=as_of, links=links_of(store))
        if citation is not None:
            render_words(view, citation, out)
            return
        render(view, out, short=False)


def _find(stories: tuple[Story, ...], wanted: str, redirects: Mapping[str, str]) -> Story:
    """Return the story that a number or the beginning of an id names; of a merged one, the story it is part of."""
    if wanted.isdecimal() and 1 <= int(wanted) <= len(stories):
        return stories[int(wanted) - 1]
    addresses = {s.id: s for s in stories}
    addresses |= {old: addresses[new] for old, new in redirects.items() if new in addresses}
    named = (
        s
        for id, s in addresses.items()
        if id.startswith(wanted) or id.removeprefix("story-").startswith(wanted)
    )
    found = list(dict.fromkeys(named))
    if len(found) != 1:
        raise NotFoundError("story", wanted, (s.id for s in found or stories[:20]))
    return found[0]
