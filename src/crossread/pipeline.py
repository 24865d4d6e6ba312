"""The stages joined: paths in, an up-to-date record out.

Every stage asks the store what is missing, works it out in reading order, and
keeps it in small transactions. So a run that was killed at any moment is
completed by the next one, to the same content as if it had never been killed;
and reading the same input again finds nothing missing.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from crossread import __version__
from crossread.annotate.article import annotate
from crossread.compare.assemble import assemble
from crossread.config import Settings
from crossread.ingest import read_inputs
from crossread.ingest.outcome import Outcome, Status, settle
from crossread.ingest.versions import Arrivals
from crossread.language.backends import open_backend
from crossread.language.pool import batches, work_through
from crossread.language.protocol import LanguageBackend
from crossread.record.analysis import Analysis
from crossread.record.annotation import Account, Annotation
from crossread.record.article import Article
from crossread.record.dossier import Dossier
from crossread.record.ids import content_id
from crossread.record.run import ModelUse, Run
from crossread.record.story import Membership, Proposal, ProposalKind, Story
from crossread.store.protocol import RecordStore
from crossread.stories.stream import Grouper, Placement
from crossread.stories.title import story_title

# Articles kept in one transaction while reading, and analysed in one batch: small enough that a killed run
# loses seconds, large enough that commits and pickling cost little (8 to 128 tried on 500 articles).
_BATCH = 32

# Articles grouped in one transaction: the grouper's state is written with each, and it grows with the window.
_GROUPED_AT_ONCE = 1000

# Stories handed to a worker process at once: they come with their analyses, some 100 kB an article.
_COMPARED_AT_ONCE = 8

# Articles or stories below which starting worker processes (about 2 s each) costs more than it saves.
_WORTH_A_POOL = 60

Found = tuple[Analysis, Annotation]
Progress = Callable[[str, int, int | None], None]
"""Called with a stage's name, how many of its items are done, and how many there are if that is known."""


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run did: an outcome for each input, failures of single articles, stories made or updated, and what it
    found about stories: that two were one or one was two (applied), or that one follows another."""

    outcomes: tuple[Outcome, ...]
    stories: tuple[str, ...]
    proposals: tuple[Proposal, ...] = ()

    @property
    def failed(self) -> tuple[Outcome, ...]:
        return tuple(o for o in self.outcomes if o.status is Status.FAILED)


def _silent(_stage: str, _done: int, _total: int | None) -> None:
    pass


def read(
    store: RecordStore,
    paths: Sequence[Path],
    settings: Settings,
    as_of: date,
    *,
    workers: int = 1,
    progress: Progress = _silent,
) -> RunReport:
    """Read `paths` into the record and bring all of it up to date.

    One bad input never stops the rest: it becomes an outcome with its reason.
    Raises LanguageError for an unknown language model, StoreError where the
    record cannot be written.
    """
    backend = open_backend(settings.language_model)
    outcomes = list(_ingest(store, paths, settings, as_of, progress))
    model = ModelUse(backend.name, backend.digest)
    store.save_run(Run(__version__, settings, (model,), store.latest_as_of()))
    made_by = content_id("annotator", __version__, backend.name, backend.digest)
    failures = list(_annotate(store, made_by, backend, workers, progress))
    proposals = tuple(_group(store, settings, progress))
    compared = list(_compare(store, content_id("comparer", made_by), workers, progress))
    faults = [one for one in compared if isinstance(one, Outcome)]
    stories = [one for one in compared if not isinstance(one, Outcome)]
    return RunReport((*outcomes, *failures, *faults), tuple(stories), proposals)


def _ingest(
    store: RecordStore, paths: Sequence[Path], settings: Settings, as_of: date, progress: Progress
) -> Iterator[Outcome]:
    """Keep what is new, and yield what became of each input."""
    arrivals = Arrivals(store.history_by_ref(), store.article_ids())
    done = 0
    for readings in batches(read_inputs(paths, settings, as_of), _BATCH):
        kept: list[tuple[Article, bytes]] = []
        for reading in readings:
            if reading.article is None:
                yield reading.outcome
                continue
            status, article = arrivals.judge(reading.article)
            if status is not None:
                yield settle(reading.outcome, status)
            if status not in (None, Status.UNCHANGED):
                kept.append((article, reading.raw))
        store.add_articles([article for article, _ in kept], [(article.raw, raw) for article, raw in kept])
        done += len(readings)
        progress("reading", done, None)
    for article, status in arrivals.returned():
        if status is Status.NEW_VERSION:
            store.add_articles([article], [])
        yield Outcome(article.ref, status, article=article.id)


def _annotate(
    store: RecordStore, made_by: str, backend: LanguageBackend, workers: int, progress: Progress
) -> Iterator[Outcome]:
    """Annotate every article that lacks it; yield the failure of each that cannot be."""
    todo = store.unannotated(made_by)
    if len(todo) < _WORTH_A_POOL:
        make_worker: Callable[[], Annotator] = partial(Annotator, backend)
        workers = 1
    else:
        make_worker = partial(_new_annotator, backend.name)
    done = 0
    loaded = ([store.article(id) for id in ids] for ids in batches(todo, _BATCH))
    for found in work_through(make_worker, loaded, workers=workers):
        good = [f for f in found if not isinstance(f, Outcome)]
        store.save_annotations(made_by, good)
        yield from (f for f in found if isinstance(f, Outcome))
        done += len(found)
        progress("annotating", done, len(todo))


class Annotator:
    """Analyses and annotates batches of articles with one language backend."""

    def __init__(self, backend: LanguageBackend) -> None:
        self._backend = backend

    def __call__(self, articles: list[Article]) -> list[Found | Outcome]:
        return [
            self._annotate(article, analysis)
            for article, analysis in zip(articles, self._backend.analyse(articles), strict=True)
        ]

    def _annotate(self, article: Article, analysis: Analysis) -> Found | Outcome:
        try:
            return analysis, annotate(article, analysis)
        except Exception as error:  # a fault of ours in one article must not lose the other ten thousand
            return replace(_fault(article.ref, "annotated", error), article=article.id)


def _new_annotator(model: str) -> Annotator:
    return Annotator(open_backend(model))


def _group(store: RecordStore, settings: Settings, progress: Progress) -> Iterator[Proposal]:
    """Put every article that is in no story into one, in reading order; apply and yield what that shows."""
    todo = store.ungrouped()
    if not todo:
        return
    state = store.grouping_state()
    grouper = Grouper.restored(state) if state else Grouper(settings.window_days)
    story_of = {m.article: story.id for story in store.stories() for m in story.members}
    done = 0
    for ids in batches(todo, _GROUPED_AT_ONCE):
        steps: list[tuple[str, Membership] | Proposal] = []
        for id in ids:
            placed = _place(store.article(id), grouper, story_of)
            story_of[id] = placed.story
            steps += [(placed.story, placed.membership), *placed.proposals]
            for proposal in placed.proposals:
                grouper.apply(proposal)
                _move(story_of, proposal)
                yield proposal
        store.save_grouping(grouper.saved(), steps)
        done += len(ids)
        progress("grouping", done, len(todo))


def _place(article: Article, grouper: Grouper, story_of: Mapping[str, str]) -> Placement:
    """Return the story of an article; a new version stays in the story of the one it replaces, however old."""
    old = article.version_of
    if old is not None and old in story_of and not grouper.holds(old):
        reason = "a new version of an article of this story"
        return Placement(story_of[old], Membership(article.id, 1.0, reason))
    return grouper.add(article)


def _move(story_of: dict[str, str], proposal: Proposal) -> None:
    if proposal.kind is ProposalKind.MERGE:
        story_of |= {id: proposal.story for id, story in story_of.items() if story == proposal.other}
    elif proposal.kind is ProposalKind.SPLIT:
        story_of |= dict.fromkeys(proposal.articles, proposal.other)


def _compare(store: RecordStore, made_by: str, workers: int, progress: Progress) -> Iterator[str | Outcome]:
    """Make every dossier that is missing or outdated; yield the story's id, or the failure of one that cannot be."""
    todo = store.stale_stories(made_by)
    if len(todo) < _WORTH_A_POOL:
        workers = 1
    gathered = batches((_gather(store, id) for id in todo), _COMPARED_AT_ONCE)
    done = 0
    for dossiers in work_through(_comparer, gathered, workers=workers):
        for dossier in dossiers:
            done += 1
            progress("comparing", done, len(todo))
            if isinstance(dossier, Outcome):
                yield dossier
            else:
                store.save_dossier(made_by, dossier)
                yield dossier.story.id


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is stored of one story: all its articles, and those that count as accounts."""

    story: Story
    articles: tuple[Article, ...]
    accounts: tuple[Account, ...]


def _gather(store: RecordStore, story_id: str) -> Gathered:
    story = store.story(story_id)
    articles = tuple(store.article(member.article) for member in story.members)
    current = store.current(story)
    accounts = tuple(store.account(a.id) for a in articles if a.analysed and a.id in current)
    titled = replace(story, title=story_title([account.article for account in accounts]))
    return Gathered(titled, articles, accounts)


def _comparer() -> Callable[[list[Gathered]], list[Dossier | Outcome]]:
    return _compare_all


def _compare_all(gathered: list[Gathered]) -> list[Dossier | Outcome]:
    return [_compare_one(one) for one in gathered]


def _compare_one(gathered: Gathered) -> Dossier | Outcome:
    as_of = max(article.as_of for article in gathered.articles)
    try:
        return assemble(gathered.story, gathered.articles, gathered.accounts, as_of)
    except Exception as error:  # a fault of ours in one story must not lose the other ten thousand
        return _fault(f"story {gathered.story.title!r}", "compared", error)


def _fault(where: str, done: str, error: Exception) -> Outcome:
    place = traceback.extract_tb(error.__traceback__)[-1]
    reason = f"could not be {done}: {type(error).__name__}: {error} ({place.name}, line {place.lineno})"
    return Outcome(where, Status.FAILED, reason, "please report this")
