"""Figures: what was counted or measured, with each account's value side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from crossread.present import words
from crossread.present.meanings import explained
from crossread.present.parts.claims import sides_shown
from crossread.present.sources import Citation, Sources, labels_of
from crossread.record.dossier import Conflict, ConflictKind, StoryFigure
from crossread.record.span import Evidence
from crossread.text.numbers import numbers

# Units written as a sign: before the number, or directly after it.
_BEFORE = {"GBP": "£", "USD": "$", "EUR": "€", "£": "£", "$": "$", "€": "€"}
# A score as worded: "5-3", "7-8-1", "228 to 191".
_SIDES = re.compile(r"\d+%?(?:(?:[-–]|[ \u00a0]to[ \u00a0])\d+%?){1,2}")
_SINGULAR = {"people": "person", "years": "year", "months": "month", "weeks": "week", "days": "day"}
_MEANT = re.compile(r" \[[^\]]*\]")  # what words of a title mean
_GAP = "…"  # stands for the amount where a measure is the clause around it
_PARTS = re.compile(r"\w+|[^\w\s]")
_AMOUNT = 40  # so many characters at most are an amount as worded: "an estimated one and a half million"
_NO_NOUN = ("", "count")  # of a number that its measure names: "the number of boats rose to …"
_AFTER = {"%": "%", "percent": "%", "per cent": "%"}


@dataclass(frozen=True, slots=True)
class Value:
    """One value with the words that give it. `contest` is the id of the conflict it is a side of, or ""."""

    value: str
    citations: tuple[Citation, ...]
    contest: str = ""
    update: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """One slot: what is measured, and the values given for it. `before` is the sentence that its words take up."""

    measure: str
    subject: str
    values: tuple[Value, ...]
    before: str = ""

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(citation for value in self.values for citation in value.citations)

    @property
    def labels(self) -> tuple[str, ...]:
        return labels_of(self.citations)

    @property
    def title(self) -> str:
        """What is measured, and of whom where the measure alone does not say."""
        if not self.subject or self.subject.lower() in self.measure.lower():
            return self.measure
        return f"{self.measure}: {self.subject}" if self.measure else self.subject

    def wordings(self, value: Value) -> str:
        """The words that give a value, each once and no longer ones that the title repeats: “33-year-old”, “33”."""
        shown = dict.fromkeys(c.text for c in value.citations)
        return ", ".join(f"“{words_}”" for words_ in shown if not _repeated(words_, self.title))

    @property
    def contested(self) -> bool:
        return any(value.contest and not value.update for value in self.values)

    @property
    def contest(self) -> str:
        """The id of the conflict over it, "" where there is none; one between accounts before one over time."""
        found = sorted((value.update, value.contest) for value in self.values if value.contest)
        return found[0][1] if found else ""

    @property
    def mark(self) -> str:
        """What a reader must know of the values at once: that accounts disagree, or that later ones have others."""
        if self.contested:
            return "the accounts disagree"
        return "changed in later accounts" if any(value.update for value in self.values) else ""

    @property
    def several(self) -> bool:
        """Whether more than one account gives it."""
        return len(self.labels) > 1

    def in_account(self, label: str) -> tuple[tuple[Value, Citation], ...]:
        """Return each value that the account with this label gives, with its words."""
        return tuple((value, c) for value in self.values for c in value.citations if c.label == label)


def _repeated(words_: str, title: str) -> bool:
    """Whether a title tells all that words tell of their number."""
    first = next(iter(numbers(words_)), None)
    rest = words_[first.span.end :].strip(" %").removeprefix("of ") if first else ""
    return (rest or words_) in _MEANT.sub("", title)


def build(
    figures: Iterable[StoryFigure], conflicts: Iterable[Conflict], sources: Sources
) -> tuple[Quantity, ...]:
    """Return the slots: contested ones first, then those in most accounts."""
    slots: dict[tuple[str, ...], list[StoryFigure]] = {}
    for figure in figures:
        if figure.evidence:
            slots.setdefault(_slot(figure), []).append(figure)
    contests = _contests(conflicts)
    quantities = [_quantity(group, contests, sources) for group in _of_sentences(slots.values(), sources)]
    return tuple(sorted(quantities, key=lambda q: (not q.contested, -len(q.labels))))


def _of_sentences(
    groups: Iterable[list[StoryFigure]], sources: Sources
) -> Iterator[tuple[list[StoryFigure], str]]:
    """Yield the slots, what one sentence counts as one, and that sentence, "" for slots of another kind.

    A sentence with three amounts would else be read three times, each time with a gap at another place.
    """
    sentences: dict[tuple[str, int, str], list[StoryFigure]] = {}
    for number, group in enumerate(groups):
        key = _sentence(group, sources) or ("", number, "")
        sentences.setdefault(key, []).extend(group)
    for (_, _, title), group in sentences.items():
        yield group, title


def _sentence(group: list[StoryFigure], sources: Sources) -> tuple[str, int, str] | None:
    """Return the account, place and words of which a measure tells all but the amount; None of other measures."""
    measure = group[0].measure
    if len(group) > 1 or len(group[0].evidence) > 1 or group[0].subject or measure.count(_GAP) > 1:
        return None
    cited = sources.cite(group[0].evidence[0])
    before, _, after = measure.rpartition(_GAP)
    told = rf".{{1,{_AMOUNT}}}?" if after else re.escape(cited.text)
    first = re.search(rf"{_spaced(before)}\s*$", cited.before, re.IGNORECASE)
    rest = re.match(rf"{told}\s*{_spaced(after)}", cited.text + cited.after, re.DOTALL)
    if first is None or rest is None:
        return None
    return cited.label, cited.start - len(first.group()), " ".join((first.group() + rest.group()).split())


def _spaced(words_: str) -> str:
    """Return the pattern of words between whose marks any space may stand."""
    return r"\s*".join(map(re.escape, _PARTS.findall(words_)))


def _slot(figure: StoryFigure) -> tuple[str, ...]:
    return (figure.slot,) if figure.slot else (figure.measure, figure.subject or "", figure.unit)


def _contests(conflicts: Iterable[Conflict]) -> dict[Evidence, Conflict]:
    """Return the conflicts over numbers that are shown, by the words of their sides."""
    kinds = (ConflictKind.NUMBER, ConflictKind.UPDATE)
    numeric = (c for c in conflicts if c.kind in kinds and len(sides_shown(c)) > 1)
    return {evidence: c for c in numeric for side in c.sides for evidence in side.evidence}


def _quantity(
    slot: tuple[list[StoryFigure], str], contests: Mapping[Evidence, Conflict], sources: Sources
) -> Quantity:
    group, sentence = slot
    meant = dict.fromkeys(one for figure in group for one in figure.meant) if sentence else group[0].meant
    return Quantity(
        measure=explained(sentence or group[0].measure, meant),
        before=sources.cite(group[0].before).text if group[0].before else "",
        subject=group[0].subject or "",
        values=tuple(_value(figure, contests, sources) for figure in group),
    )


def _value(figure: StoryFigure, contests: Mapping[Evidence, Conflict], sources: Sources) -> Value:
    found = next((contests[e] for e in figure.evidence if e in contests), None)
    return Value(
        value=amount(figure),
        citations=sources.cite_all(figure.evidence),
        contest=found.id if found else "",
        update=found is not None and found.kind is ConflictKind.UPDATE,
    )


def amount(figure: StoryFigure) -> str:
    """Return "47%", "at least 30 people", "£1,200–1,500"; of a score, and without a number, the words themselves."""
    bound, shown = _number(figure)
    if (rough := _rough(figure)) is not None:
        return rough
    if figure.unit == "score":  # whose number comes first is part of a score
        found = _SIDES.match(figure.evidence[0].text)
        return found.group() if found else figure.evidence[0].text
    if not shown:
        return figure.evidence[0].text
    modifier = figure.modifier or bound
    quantity = _with_unit(shown, figure.unit)
    return f"{modifier} {quantity}" if modifier else quantity


# Currencies as words, behind "millions of".
_MONEY = {"GBP": "pounds", "USD": "dollars", "EUR": "euros"}


def _rough(figure: StoryFigure) -> str | None:
    """Return "dozens of people" of a count that the text gives by such a word alone, None of any other."""
    if figure.value is not None or figure.high is not None or figure.modifier or not figure.evidence:
        return None
    words_ = figure.evidence[0].text
    first = next(iter(numbers(words_)), None)
    if first is None or not first.vague:
        return None
    shown, unit = first.span.of(words_).lower(), _MONEY.get(figure.unit, figure.unit)
    return f"{shown}{' of' if shown.endswith('s') else ''} {unit}" if unit else shown


def _number(figure: StoryFigure) -> tuple[str, str]:
    """Return the number or range in figures, before it the words that an open range needs."""
    value, low, high = figure.value, figure.low, figure.high
    if value is not None:
        return "", words.number(value)
    if low is not None and high is not None:
        return "", f"{words.number(low)}–{words.number(high)}"
    if low is not None:
        return "at least", words.number(low)
    return ("up to", words.number(high)) if high is not None else ("", "")


def _with_unit(shown: str, unit: str) -> str:
    if unit in _BEFORE:
        return f"{_BEFORE[unit]}{shown}"
    if unit in _AFTER:
        return f"{shown}{_AFTER[unit]}"
    noun = _SINGULAR.get(unit, unit) if shown == "1" else unit
    return f"{shown} {noun}" if noun not in _NO_NOUN else shown
