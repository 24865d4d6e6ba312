"""The dossier in the terminal: readable at 80 columns, plain text where the output is piped.

Every line ends in its citations, such as [B:1204]: account B, from the code
point 1204 of its text on. Colour and weight carry no meaning of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console

from crossread.errors import NotFoundError
from crossread.present import lines
from crossread.present.lines import Page
from crossread.present.parts.claims import Contest
from crossread.present.parts.statements import Utterance
from crossread.present.parts.texts import plain
from crossread.present.sources import Citation
from crossread.present.view import NOTHING, StoryView, citations

# How much of each part the short form shows; what is more is counted, never dropped silently.
_HAPPENINGS = 10
_CONTESTS = 4
_CLAIMS = 8
_VOICES = 6
_UTTERANCES = 2
_MATTERS = 12


def render(view: StoryView, console: Console, *, short: bool) -> None:
    """Print a story: in short (brief, top lines of the main parts) or in full."""
    page = Page(console)
    _head(page, view)
    _brief(page, view)
    parts = (_main_days, _main_claims, _main_voices, _open_matters) if short else _FULL
    for part in parts:
        part(page, view)
    page.gap()


def render_list(views: Iterable[StoryView], console: Console) -> None:
    """Print an entry a story: its number from 1, title, accounts, days, and the id that names it."""
    page = Page(console)
    for number, view in enumerate(views, start=1):
        page.say(f"{number:>3}  {view.title}", style="bold", hang=5)
        page.say(f"{view.extent} · {view.span} · {view.id}", indent=5)


def render_words(view: StoryView, place: str, console: Console) -> None:
    """Print what stands at a citation such as "B:1204": the paragraph, and what the record cites from there.

    Raises NotFoundError where the story has no such account or the account no such position.
    """
    name, _, position = place.strip("[] ").partition(":")
    account = next((a for a in view.accounts if a.label == name.upper()), None)
    if account is None:
        raise NotFoundError("account", name, view.labels)
    start = int(position) if position.isdecimal() else -1
    paragraphs = next(text.paragraphs for text in view.texts if text.label == account.label)
    found = next((p for p in paragraphs if p.start <= start < p.start + len(plain(p.parts))), None)
    if found is None:
        raise NotFoundError("position", place, (f"{p.label}:{p.start}" for p in paragraphs[:20]))
    page = Page(console)
    lines.account_line(page, account)
    page.gap()
    page.say(plain(found.parts), indent=2)
    cited = sorted({c for c in citations(view) if (c.label, c.start) == (account.label, start)}, key=_length)
    for cited_words in cited:
        page.gap()
        page.say(cited_words.text, indent=2, style="bold", cited=[cited_words])


def render_party(views: Sequence[StoryView], name: str, console: Console) -> None:
    """Print what whoever goes by `name` has to answer for and has put to others, in each story that has them.

    Raises NotFoundError where nobody of that name has to answer for anything.
    """
    page = Page(console)
    found = [(view, party) for view in views for party in view.answering.parties if party.goes_by(name)]
    if not found:
        raise NotFoundError("party", name, sorted({p.name for view in views for p in view.answering.parties}))
    for view, party in found:
        page.heading(party.name)
        page.say(view.title, indent=2, style="dim")
        for title, matters in party.sides:
            page.subheading(title)
            for item in matters:
                lines.matter(page, item, full=True, staged=True)
    page.gap()


def render_agenda(views: Sequence[StoryView], console: Console) -> None:
    """Print what is due, of all stories, in order of its days."""
    page = Page(console)
    dues = [(due, view) for view in views for due in view.answering.days]
    page.heading("Due")
    if not dues:
        _nothing(page, "due")
    dues.sort(key=lambda pair: (pair[0].earliest, pair[0].latest))
    for when, group in groupby(dues, key=lambda pair: pair[0].when):
        page.subheading(when)
        for due, view in group:
            if len(views) > 1:
                page.say(view.title, indent=4, style="dim")
            for item in due.matters:
                lines.matter(page, item, full=True, staged=True)
    page.gap()


def _length(cited: Citation) -> int:
    return len(cited.text)


def _head(page: Page, view: StoryView) -> None:
    page.say(view.title, style="bold", cited=[view.title_citation] if view.title_citation else ())
    page.say(f"{view.extent} · {view.span} · read as of {view.as_of}")
    for told, others in (("earlier", view.earlier), ("later", view.later)):
        for other in others:
            page.say(f"{told} in the same matter: {other.title} · {other.id}")
    page.gap()
    for account in view.accounts:
        lines.account_line(page, account)
    page.gap()
    page.say("[B:1204] stands for: account B, from character 1204 of its text, counted from 0.", style="dim")


def _nothing(page: Page, part: str) -> tuple[()]:
    """Say that a part is empty."""
    page.say(NOTHING[part], indent=2)
    return ()


def _brief(page: Page, view: StoryView) -> None:
    page.heading("In brief")
    if view.brief_note:
        page.say(view.brief_note, indent=2, style="dim")
    for line in view.brief or _nothing(page, "brief"):
        page.say(f"{line.note} {line.text}".strip(), indent=2, cited=line.citations)


def _main_days(page: Page, view: StoryView) -> None:
    """Print the happenings of most weight, in order of time."""
    page.heading("Timeline")
    every = [item for day in view.timeline for item in day.happenings]
    if not every:
        _nothing(page, "timeline")
    chosen = {item.id for item in sorted(every, key=lambda item: -item.weight)[:_HAPPENINGS]}
    for item in every:
        if item.id in chosen:
            lines.happening(page, item, when=item.when)
    page.more(len(every) - len(chosen), "happening")


def _main_claims(page: Page, view: StoryView) -> None:
    page.heading("Agreed / contested")
    _contests(page, "Contested", view.claims.contested[:_CONTESTS], "contested")
    page.more(len(view.claims.contested) - _CONTESTS, "contested point")
    page.subheading("Agreed")
    shared = (*view.claims.disputed, *view.claims.agreed)
    for item in shared[:_CLAIMS] or _nothing(page, "agreed"):
        lines.assertion(page, item)
    page.more(len(shared) - _CLAIMS, "claim")
    if not shared:
        _openings(page, view.claims.openings[:_CLAIMS])
    single = sum(map(len, view.claims.single.values()))
    page.more(single, "claim found in one account only,", "claims found in one account only,")


def _main_voices(page: Page, view: StoryView) -> None:
    page.heading("Who said what")
    for voice in view.statements[:_VOICES] or _nothing(page, "statements"):
        lines.voice_line(page, voice)
        chosen = sorted(voice.utterances, key=_telling)[:_UTTERANCES]
        for item in voice.utterances:
            if item in chosen:
                lines.utterance(page, item)
        page.more(len(voice.utterances) - _UTTERANCES, "statement")
    page.more(len(view.statements) - _VOICES, "speaker")


def _telling(item: Utterance) -> tuple[int, bool]:
    """Rank a statement for the short form: what most accounts carry, then the speaker's own words."""
    return (-len(item.labels), not item.quoted)


def _open_matters(page: Page, view: StoryView) -> None:
    page.heading("Answerable: open")
    matters = [matter for pile in view.ledger if pile.open for matter in pile.matters]
    for item in matters[:_MATTERS] or _nothing(page, "open" if view.ledger else "ledger"):
        lines.matter(page, item)
    page.more(view.counts["ledger"] - min(len(matters), _MATTERS), "entry", "entries")


def _timeline(page: Page, view: StoryView) -> None:
    page.heading("Timeline")
    for day in view.timeline or _nothing(page, "timeline"):
        page.subheading(lines.joined(day.when, day.precision))
        for item in day.happenings:
            lines.happening(page, item, full=True)


def _claims(page: Page, view: StoryView) -> None:
    claims = view.claims
    page.heading("Agreed / contested / only in one")
    _contests(page, "Contested", claims.contested, "contested")
    if claims.updates:
        _contests(page, "Changed in later accounts", claims.updates, "")
    if claims.disputed:
        page.subheading("Disputed")
        for item in claims.disputed:
            lines.assertion(page, item, full=True)
    page.subheading("In more than one account")
    for item in claims.agreed or _nothing(page, "agreed"):
        lines.assertion(page, item, full=True)
    _openings(page, claims.openings)
    for label, items in claims.single.items():
        page.subheading(f"Found only in {label}")
        for item in items:
            lines.single(page, item)
    if not claims.single:
        _nothing(page, "single")


def _openings(page: Page, openings: Sequence[Citation]) -> None:
    if openings:
        page.subheading("How each account opens (word for word, not compared)")
    for opening in openings:
        lines.opening(page, opening)


def _contests(page: Page, title: str, contests: Iterable[Contest], empty: str) -> None:
    page.subheading(title)
    found = tuple(contests)
    for item in found or _nothing(page, empty):
        lines.contest(page, item)


def _statements(page: Page, view: StoryView) -> None:
    page.heading("Who said what")
    for voice in view.statements or _nothing(page, "statements"):
        lines.voice_line(page, voice)
        before = ""
        for item in voice.utterances:
            # How a speaker is known is said where it changes, not once a line.
            lines.utterance(page, item, full=True, basis=item.basis if item.basis != before else "")
            before = item.basis


def _ledger(page: Page, view: StoryView) -> None:
    page.heading("Answerable")
    for pile in view.ledger or _nothing(page, "ledger"):
        page.subheading(pile.stage)
        for item in pile.matters:
            lines.matter(page, item, full=True)


def _figures(page: Page, view: StoryView) -> None:
    page.heading("Figures")
    for item in view.figures or _nothing(page, "figures"):
        lines.quantity(page, item)


def _entities(page: Page, view: StoryView) -> None:
    page.heading("People, organisations, places")
    for register in view.entities or _nothing(page, "entities"):
        page.subheading(register.title)
        for item in register.entries:
            lines.named(page, item)


def _accounts(page: Page, view: StoryView) -> None:
    page.heading("Accounts")
    for account in view.accounts:
        lines.account(page, account)
    page.subheading("Who shares wording with whom")
    for pair in view.sharing.pairs or _nothing(page, "sharing"):
        page.say(f"{pair.first} and {pair.second}: {pair.amount}", indent=4)
    if view.sharing.passages:
        page.subheading("Shared passages")
    for item in view.sharing.passages:
        lines.shared(page, item)


_FULL = (_timeline, _claims, _statements, _ledger, _figures, _entities, _accounts)
