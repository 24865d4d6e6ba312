"""`crossread group`: articles in, the story of each out, strictly one at a time."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Any, BinaryIO

import click

from crossread.cli.lines import readings, report
from crossread.cli.options import as_of_option
from crossread.config import Settings
from crossread.record.codec import to_plain
from crossread.stories.stream import Grouper


@click.command()
@click.argument("file", type=click.File("rb"), default="-")
@as_of_option
def command(file: BinaryIO, as_of: date) -> None:
    """Read articles as JSON Lines from FILE (standard input by default) and write for each its id, its story, and how
    surely it belongs there. A line is decided from it and earlier lines alone; where it shows that two stories are
    one, that one is two, or that one follows another, it carries that as a proposal."""
    settings = Settings()
    grouper = Grouper(settings.window_days)
    outcomes = []
    for reading in readings(file, settings, as_of):
        outcomes.append(reading.outcome)
        if reading.article is None or not reading.article.analysed:
            continue
        story, member, proposals = grouper.add(reading.article)
        line: dict[str, Any] = {
            "id": reading.article.ref,
            "story": story,
            "score": member.score,
            "reason": member.reason,
        }
        if proposals:
            line["proposals"] = to_plain(proposals)
        click.echo(json.dumps(line, ensure_ascii=False))
    sys.exit(report(outcomes))
