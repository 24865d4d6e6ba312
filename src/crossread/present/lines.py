"""Terminal lines: how each kind of thing is set in a column of text, with its citations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from crossread.present.display import visible
from crossread.present.parts.accounts import OUTLET_UNKNOWN, AccountEntry
from crossread.present.parts.claims import Assertion, Contest, Wording
from crossread.present.parts.entities import Named
from crossread.present.parts.figures import Quantity
from crossread.present.parts.ledger import Matter
from crossread.present.parts.sharing import Shared
from crossread.present.parts.statements import Utterance, Voice
from crossread.present.parts.timeline import Happening
from crossread.present.sources import Citation, by_account

# So many places of one account stand in a citation; the rest are counted.
_PLACES = 3
# So many words of a passage stand in a line that only has to make it recognisable.
_GLIMPSE = 14
# The narrowest text column that still reads; narrower consoles get lines of this width.
_NARROWEST = 30


@dataclass(frozen=True)
class Page:
    """Where lines go. Wraps by hand, so that piped lines carry no padding."""

    console: Console

    def say(
        self, text: str, *, indent: int = 0, hang: int = 0, style: str = "", cited: Iterable[Citation] = ()
    ) -> None:
        """Print `text` and its citations, wrapped; `hang` indents the second line and on."""
        line = Text(" ".join(visible(text).split()), style=style)
        places = citation(cited)
        if places:
            line.append(f" {places}", style="dim not bold")
        room = max(_NARROWEST, self.console.width - indent - hang)
        for number, piece in enumerate(line.wrap(self.console, room)):
            piece.rstrip()
            lead = Text(" " * (indent + (hang if number else 0)))
            self.console.print(lead + piece, soft_wrap=True, highlight=False, emoji=False)

    def heading(self, title: str) -> None:
        self.gap()
        self.say(title.upper(), style="bold")

    def subheading(self, title: str) -> None:
        self.gap()
        self.say(title, indent=2, style="bold")

    def gap(self) -> None:
        self.console.print()

    def more(self, left: int, noun: str, plural: str = "") -> None:
        """Say how many lines the short form leaves to the full one."""
        if left > 0:
            many = plural or f"{noun}s"
            self.say(
                f"… {left:,} more {noun if left == 1 else many} in the full record", indent=2, style="dim"
            )


def citation(cited: Iterable[Citation]) -> str:
    """Return "[A:12,340] [B:1204]": each account's label and where its words start."""
    return " ".join(f"[{label}:{_places(found)}]" for label, found in by_account(cited).items())


def _places(found: Sequence[Citation]) -> str:
    starts = ",".join(str(c.start) for c in found[:_PLACES])
    return f"{starts},+{len(found) - _PLACES}" if len(found) > _PLACES else starts


def joined(*parts: str) -> str:
    """Return the parts that say something, with a dot between them."""
    return " · ".join(part for part in parts if part)


def glimpse(text: str) -> str:
    """Return the first words of `text`, enough to recognise it."""
    found = text.split()
    return " ".join(found[:_GLIMPSE]) + (" …" if len(found) > _GLIMPSE else "")


def account_line(page: Page, account: AccountEntry) -> None:
    about = joined(account.outlet or OUTLET_UNKNOWN, account.day, account.ref)
    page.say(f"{account.label}  {about}", indent=2, hang=3)


def happening(page: Page, item: Happening, *, when: str = "", full: bool = False) -> None:
    """Print a happening, led by `when` where no heading names its day."""
    lead = f"{when}: " if when else ""
    mark = " (scheduled)" if item.scheduled else ""
    page.say(f"{lead}{item.what}{mark}", indent=4 if full else 2, hang=2, cited=item.citations)
    if full and item.basis:
        page.say(f"date: {item.basis}", indent=6, hang=2, style="dim")


def contest(page: Page, item: Contest) -> None:
    page.say(f"{item.slot} ({item.kind})", indent=4, hang=2)
    for side in item.sides:
        said = f" (said by {' and '.join(side.said_by)})" if side.said_by else ""
        page.say(side.value + said, indent=6, hang=2, cited=side.citations)


def assertion(page: Page, item: Assertion, *, full: bool = False) -> None:
    """Print a claim with how many carry it; in full also each account's wording."""
    page.say(
        _claimed(item) + (" (disputed)" if item.disputed else ""), indent=4, hang=2, cited=item.citations
    )
    page.say(joined(item.independence, item.outlets, item.origins), indent=6, style="dim")
    if full and len(item.wordings) > 1:
        for label, wordings in item.wordings.items():
            for wording in wordings:
                page.say(f"{label}: {_worded(wording)}", indent=6, hang=3)


def opening(page: Page, item: Citation) -> None:
    """Print how an account begins."""
    page.say(f"{item.label}: {item.text}", indent=4, hang=3, cited=(item,))


def single(page: Page, item: Assertion) -> None:
    """Print a claim that only one account makes."""
    page.say(_claimed(item), indent=4, hang=2, cited=item.citations)


def _claimed(item: Assertion) -> str:
    return f"{item.text} ({item.attribution})" if item.attribution else item.text


def _worded(wording: Wording) -> str:
    notes = joined(wording.stance if wording.stance != "asserts" else "", *wording.notes)
    return f"{wording.citation.text}" + (f" ({notes})" if notes else "")


def voice_line(page: Page, voice: Voice) -> None:
    page.subheading(f"{voice.name}, {voice.role}" if voice.role else voice.name)


def utterance(page: Page, item: Utterance, *, full: bool = False, basis: str = "") -> None:
    """Print a statement with its setting; in full also each account's wording, and how its speaker is known."""
    page.say(_said(item), indent=4, hang=2, cited=item.citations)
    if item.before:
        page.say(f"earlier in the account: {item.before}", indent=6, hang=2, style="dim")
    known = f"speaker: {basis}" if basis else ""
    if item.setting or known:
        page.say(joined(item.kind, *item.setting, known), indent=6, hang=2, style="dim")
    for wording in item.wordings if full else ():
        page.say(joined(f"{wording.label}: {glimpse(wording.text)}", wording.note), indent=6, hang=3)


def _said(item: Utterance) -> str:
    if item.quoted:
        return " ".join(f"“{stretch}”" for stretch in item.stretches)
    content = " ".join(item.stretches)
    return f"{item.cue}: {content}" if item.cue else content


def matter(page: Page, item: Matter, *, full: bool = False, staged: bool = False) -> None:
    """Print a ledger entry: who, to whom, what, by when, and what came of it; `staged` adds whether it is open."""
    parties = " ".join(part for part in (item.who, f"{item.beside} {item.whom}" if item.whom else "") if part)
    stage = f" ({item.stage.lower()})" if staged else ""
    page.say((f"{item.kind}: {parties}" if parties else item.kind) + stage, indent=4, hang=2)
    page.say(item.what, indent=6, cited=item.citations)
    if item.before:
        page.say(f"earlier in the account: {item.before}", indent=6, hang=2, style="dim")
    if item.due:
        page.say(item.due + (f" ({item.due_basis})" if full and item.due_basis else ""), indent=6)
    if outcome := item.beyond_steps if full else item.outcome:
        page.say(f"so far: {'; '.join(outcome)}", indent=6, hang=2)
    for step in item.steps if full else ():
        cited = step.citations if step.citations != item.citations else ()
        page.say(step.words, indent=6, hang=2, style="dim", cited=cited)


def quantity(page: Page, item: Quantity) -> None:
    page.say(f"{item.title} — {item.mark}" if item.mark else item.title, indent=2, hang=2)
    if item.before:
        page.say(f"earlier in the account: {item.before}", indent=4, hang=2, style="dim")
    for value in item.values:
        told = item.wordings(value)
        page.say(f"{value.value}: {told}" if told else value.value, indent=4, hang=2, cited=value.citations)


def named(page: Page, item: Named) -> None:
    page.say(item.name, indent=4, hang=2, cited=item.citations)
    if item.also:
        page.say("also " + ", ".join(item.also), indent=6, hang=2)
    for role in item.roles:
        page.say(role.text, indent=6, hang=2, cited=role.citations)


def account(page: Page, item: AccountEntry) -> None:
    """Print all that is known about an account, and what of it was left out."""
    page.subheading(f"{item.label}  {item.outlet or OUTLET_UNKNOWN}")
    page.say(joined(item.ref, *item.other_refs), indent=4, hang=2)
    for line in (item.title, item.byline, item.url):
        if line:
            page.say(line, indent=4, hang=2)
    page.say(f"day: {item.day}" + (f" ({item.day_basis})" if item.day_basis else ""), indent=4, hang=2)
    if not item.analysed:
        page.say(f"kept, not analysed: language {item.language or 'unknown'}", indent=4)
    if item.version_of:
        page.say(f"a version of {item.version_of}", indent=4)
    if item.versions:
        page.say(f"later versions: {', '.join(item.versions)}", indent=4)
    for left in item.left_out:
        about = joined(left.role, left.reason)
        page.say(
            f"left out: {glimpse(left.text)} ({about}) [{left.label}:{left.start}]",
            indent=4,
            hang=2,
            style="dim",
        )


def shared(page: Page, item: Shared) -> None:
    about = joined(item.kind, f"origin: {item.origin}" if item.origin else "")
    page.say(
        f"{', '.join(item.labels)}: {glimpse(item.citations[0].text)}", indent=4, hang=2, cited=item.citations
    )
    page.say(about, indent=6, style="dim")
