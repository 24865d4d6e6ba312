"""What a record store must do, whatever database is behind it.

Every method that writes is one transaction: after a crash the store holds all
of it or nothing. Writing what is there already changes nothing. Methods raise
StoreError where the database fails and NotFoundError where an id is unknown.
One store object belongs to one thread; several processes may read one store
while another writes. Days are plain dates; no time of day is stored except in
judgements, in UTC.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from crossread.record.analysis import Analysis
from crossread.record.annotation import Account, Annotation
from crossread.record.article import Article
from crossread.record.dossier import Dossier
from crossread.record.judgement import Judgement
from crossread.record.run import Run
from crossread.record.story import Membership, Proposal, Story


class RecordStore(Protocol):
    """A record: raw inputs, articles, what was found in them, stories, dossiers, judgements."""

    def close(self) -> None: ...

    # What made it
    def run(self) -> Run | None:
        """Return what the record was last made with; None for a new one."""

    def save_run(self, run: Run) -> None: ...

    # Articles, in the order of their first reading
    def add_articles(self, articles: Sequence[Article], raw: Sequence[tuple[str, bytes]]) -> None:
        """Keep articles and the raw inputs (digest, bytes) that hold them.

        An article that is there already gains the new one's refs.
        """

    def raw(self, digest: str) -> bytes: ...

    def article(self, id: str) -> Article: ...

    def articles(self) -> Iterator[Article]: ...

    def article_ids(self) -> frozenset[str]: ...

    def history_by_ref(self) -> dict[str, tuple[str, ...]]:
        """Return for each ref the ids of the articles read under it, the last one last.

        An article is current while it is the last of one of its refs; the
        others are older versions.
        """

    def latest_as_of(self) -> date | None:
        """Return the latest reading day of the articles; None where there are none."""

    def search(self, words: str, limit: int = 20) -> list[str]:
        """Return the ids of articles that hold all `words`, best match first."""

    # What was found in each article
    def unannotated(self, made_by: str) -> list[str]:
        """Return the ids of articles to analyse that `made_by` has not annotated yet."""

    def save_annotations(self, made_by: str, found: Sequence[tuple[Analysis, Annotation]]) -> None: ...

    def account(self, article: str) -> Account: ...

    # Stories
    def ungrouped(self) -> list[str]:
        """Return the ids of annotated articles that are in no story yet."""

    def grouping_state(self) -> bytes | None: ...

    def save_grouping(self, state: bytes, steps: Iterable[tuple[str, Membership] | Proposal]) -> None:
        """Keep the grouper's state together with the steps that led to it, in order.

        A step is a membership (story id, membership) or a proposal, which is
        kept and takes effect: a merged story's articles become the elder's,
        and its address leads there; articles that leave a story become
        another's. A follow-up changes no membership.
        """

    def proposals(self) -> tuple[Proposal, ...]:
        """Return all proposals, in the order in which they were made."""

    def redirects(self) -> dict[str, str]:
        """Return for the id of each story that was merged the story that it is part of now."""

    def current(self, story: Story) -> frozenset[str]:
        """Return the ids of the members of a story that are current, not older versions."""

    def stories(self) -> tuple[Story, ...]: ...

    def story(self, id: str) -> Story:
        """Return a story, or the one that it was merged into."""

    def compared(self) -> tuple[Story, ...]:
        """Return the stories that have a dossier, in the order in which they were opened."""

    # Dossiers
    def stale_stories(self, made_by: str) -> list[str]:
        """Return the ids of stories whose dossier is missing, made by something else, or made of other members
        or of other current members than the story has now."""

    def save_dossier(self, made_by: str, dossier: Dossier) -> None: ...

    def dossier(self, story: str) -> Dossier: ...

    # Judgements
    def add_judgement(self, judgement: Judgement) -> None: ...

    def judgements(self) -> tuple[Judgement, ...]: ...
