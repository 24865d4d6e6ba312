"""`crossread export`: a record for other programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TextIO

import click

from crossread.cli.record import links_of
from crossread.errors import StoreError
from crossread.export.json_record import json_record
from crossread.store.sqlite import SqliteStore


@click.command()
@click.argument("record", type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["json"]), required=True, help="The format to write.")
@click.option(
    "-o",
    "--output",
    type=click.File("w", encoding="utf-8", lazy=True),
    default="-",
    help="FILE; standard output without.",
)
@click.option("--without-text", is_flag=True, help="Leave the articles' texts out; evidence keeps its words.")
def command(record: Path, format_: str, output: TextIO, without_text: bool) -> None:  # noqa: ARG001, FBT001
    """Write RECORD in a format for other programs. The JSON is described by docs/record.schema.json."""
    with SqliteStore(record, create=False) as store:
        run = store.run()
        if run is None:
            raise StoreError(f"{record}: nothing was read into this record yet")
        dossiers = [store.dossier(story.id) for story in store.compared()]
        plain = json_record(
            run,
            store.articles(),
            dossiers,
            store.judgements(),
            links=links_of(store),
            with_text=not without_text,
        )
    json.dump(plain, output, ensure_ascii=False, indent=1)
    output.write("\n")
