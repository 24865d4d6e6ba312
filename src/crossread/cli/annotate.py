"""`crossread annotate`: articles in, what was found in each out."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import BinaryIO

import click

from crossread.annotate.article import annotate
from crossread.cli.lines import readings, report
from crossread.cli.options import as_of_option, language_model_option
from crossread.config import Settings
from crossread.export.annotation_lines import annotation_line
from crossread.language.backends import open_backend
from crossread.language.pool import batches
from crossread.record.annotation import Account

# Articles analysed together: enough for the model to work in batches, few enough to answer a slow stream soon.
_BATCH = 16


@click.command()
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--tokens", "with_tokens", is_flag=True, help="Write tokens with tags, lemmas and parse too.")
@as_of_option
@language_model_option
def command(file: BinaryIO, with_tokens: bool, as_of: date, language_model: str) -> None:  # noqa: FBT001
    """Read articles as JSON Lines from FILE (standard input by default) and write for each what was found in it:
    sentences, names, times, statements, figures, acts. Offsets are code points of the input's text."""
    settings = Settings(language_model=language_model)
    backend = open_backend(language_model)
    outcomes = []
    for batch in batches(readings(file, settings, as_of), _BATCH):
        outcomes += [reading.outcome for reading in batch]
        articles = [r.article for r in batch if r.article is not None and r.article.analysed]
        for article, analysis in zip(articles, backend.analyse(articles), strict=True):
            account = Account(article, analysis, annotate(article, analysis))
            line = annotation_line(account, article.ref, with_tokens=with_tokens)
            click.echo(json.dumps(line, ensure_ascii=False))
    sys.exit(report(outcomes))
