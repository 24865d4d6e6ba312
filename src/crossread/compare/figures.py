"""Figures over the accounts: the same measure with the same value is one figure with several witnesses."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace

from crossread.compare.cast import Cast
from crossread.compare.figure_owners import country_of
from crossread.compare.figure_readings import (
    LONGEST_EVENT,
    NAMED_MEASURES,
    Reading,
    in_full,
    named,
    set_apart,
)
from crossread.compare.figure_words import leans_on
from crossread.compare.holders import Holders, numbers
from crossread.compare.slots import Resolver, Slot, main_places, scope_of, slot_of, subject_name
from crossread.record.annotation import Account, Annotation, Figure, MentionForm, Party
from crossread.record.dossier import StoryFigure
from crossread.record.ids import founded_id
from crossread.record.span import Span
from crossread.text.numbers import GAP
from crossread.text.similar import containment
from crossread.text.words import topics

# Share of content words that two sentences must share for "two officers" in both to be the same two.
# 0.3 to 0.7 tried on the example and the consulate story: below 0.5 different officers fell together.
_SAME_SENTENCE = 0.5


def readings(accounts: Sequence[Account], cast: Resolver) -> tuple[Reading, ...]:
    """Return every account's figures with their slots, in reading order."""
    main = main_places(accounts)
    found = []
    for order, account in enumerate(accounts):
        for figure in account.annotation.figures:
            subject = subject_name(account, figure, cast)
            slot = slot_of(account, figure, subject, scope_of(account, figure.span, main))
            found.append(Reading(order, account, figure, slot, subject))
    found = set_apart(_of_their_places(found))
    owned = _whose(found)
    held = frozenset(r.slot.key for r in owned if r.subject)
    return tuple(_side_by_side([_unslotted(reading, held) for reading in owned]))


def _of_their_places(found: list[Reading]) -> list[Reading]:
    """Set apart, of figures in one slot of harm, those that their own clauses give to different countries."""
    countries = [country_of(r.account, r.figure) if r.slot.event else "" for r in found]
    told: dict[str, set[str]] = defaultdict(set)
    for reading, country in zip(found, countries, strict=True):
        if country:
            told[reading.slot.key].add(country)
    return [
        replace(r, slot=replace(r.slot, key=f"{r.slot.key} · of {country}"))
        if country and len(told[r.slot.key]) > 1
        else r
        for r, country in zip(found, countries, strict=True)
    ]


def _unslotted(reading: Reading, held: frozenset[str]) -> Reading:
    """Take away the slot of a clause that only names a group ("Dutch nurses"), unless somebody is told to have it:
    what they did sets figures apart."""
    figure = reading.figure
    told = figure.measure.split()
    if reading.slot.event and len(told) > LONGEST_EVENT and not _COUNTS_HARM.search(figure.measure):
        return replace(reading, slot=Slot(""))
    if (
        reading.slot.event
        or reading.slot.key in held
        or figure.unit == "%"
        or " · of " not in reading.slot.key
    ):
        return reading
    return replace(reading, slot=Slot(""))


# A clause that counts the harm itself: "the ministry confirmed … new deaths", unless those of a day.
_COUNTS_HARM = re.compile(
    rf"(?:^|{GAP} )(?:[\w-]+ ){{0,2}}(?:deaths|death|fatalit\w+|casualties|injur\w+|arrests?|bodies)\b"
    r"(?!.*\b(?:per|a|each|every) (?:hour|day|week|month|year)\b)(?<!average of )"
)

# Share of the content words of two labels that must be the same, and how many, for two accounts to measure the same
# thing with other values. Read on ten stories: at 0.4 shares of other groups and leads in other races fall together.
_SAME_MEASURE = 0.6
_LEAST_SHARED = 3


def _side_by_side(readings_: list[Reading]) -> list[Reading]:
    """Give one slot to figures of two accounts that measure the same: each the only one of its account that does."""
    near = _one_measure(readings_)
    keys: dict[int, str] = {}
    for at, one in enumerate(readings_):
        for other in near.get(at, ()):
            if (
                other > at
                and _only_match(readings_, near, at, other)
                and _only_match(readings_, near, other, at)
            ):
                key = keys.get(at) or f"{one.figure.measure} · {one.figure.unit}"
                keys[at], keys[other] = key, keys.get(other, key)
    return [replace(r, slot=Slot(keys[at])) if at in keys else r for at, r in enumerate(readings_)]


def _only_match(readings_: list[Reading], near: Mapping[int, Sequence[int]], at: int, other: int) -> bool:
    order = readings_[other].order
    return readings_[at].order != order and [n for n in near[at] if readings_[n].order == order] == [other]


def _one_measure(readings_: list[Reading]) -> dict[int, list[int]]:
    """Return for each figure without a slot, by number, the others whose labels say that they measure the same."""
    labels = {
        at: _measured(r.figure)
        for at, r in enumerate(readings_)
        if not r.slot.key and r.figure.unit != "score" and not vague(r.figure)
    }
    counted = {at: (readings_[at].figure.unit, _adds(readings_[at].figure)) for at in labels}
    having: dict[Hashable, Holders[str]] = defaultdict(Holders)
    for at, label in labels.items():
        having[counted[at]].add(at, label)
    return {
        at: [
            n
            for n in numbers(having[counted[at]].several(label, _LEAST_SHARED))
            if n != at and len(label & labels[n]) >= _SAME_MEASURE * len(label | labels[n])
        ]
        for at, label in labels.items()
    }


def _whose(found: list[Reading]) -> tuple[Reading, ...]:
    """Give "the 33-year-old" to the one named person of the story who is 33."""
    known: dict[float, set[str]] = {}
    for reading in found:
        if reading.figure.measure == "age" and reading.figure.value is not None and named(reading):
            known.setdefault(reading.figure.value, set()).add(reading.subject or "")
    return tuple(_owned(reading, known) for reading in found)


def _owned(reading: Reading, known: dict[float, set[str]]) -> Reading:
    figure = reading.figure
    before = reading.account.text[max(0, figure.span.start - 4) : figure.span.start].lower()
    if figure.measure != "age" or reading.subject is not None or before != "the " or figure.value is None:
        return reading
    people = known.get(figure.value, set())
    if len(people) != 1:
        return reading
    name = next(iter(people))
    return replace(reading, subject=name, slot=Slot(f"{figure.measure} of {name}"))


def align(accounts: tuple[Account, ...], cast: Cast) -> tuple[StoryFigure, ...]:
    """Return the story's figures, each with the evidence of every account that gives it, in reading order."""
    groups: list[list[Reading]] = []
    alike: dict[Hashable, list[list[Reading]]] = defaultdict(list)  # those of one value
    for reading in readings(accounts, cast):
        figure = reading.figure
        near = alike[figure.value, figure.low, figure.high, figure.unit, reading.slot.key]
        home = next((group for group in near if _same(group[0], reading)), None)
        if home is None:
            groups.append([reading])
            near.append(groups[-1])
        else:
            home.append(reading)
    values = Counter(group[0].slot.key for group in groups if group[0].slot.key)
    made = (_story_figure(group, cast, compared=values[group[0].slot.key] > 1) for group in groups)
    return tuple(figure for figure in made if figure is not None)


# "His lawyer" is somebody only where one knows whose.
_OF_SOMEBODY = re.compile(r"(?:his|her|their|its|my|our|this|that|these|those) ", re.I)
# People who are named beside a figure.
_TELLERS = 2


def _source(group: Sequence[Reading], cast: Resolver) -> str:
    """Return who gives a figure, "" where an account gives it in its own voice."""
    given = Counter(_speaker(reading, cast) for reading in group)
    if "" in given:
        return ""
    most, times = given.most_common(1)[0]
    named = (
        [most] if times > len(group) - times > 0 else list(given)
    )  # a "he" of one account may be another's
    named = [name for name in named if not _OF_SOMEBODY.match(name)] or named[:1]
    named = [*named[:1], *(_ARTICLE.sub(lambda word: word[0].lower(), name) for name in named[1:])]
    return " and ".join(named) if len(named) <= _TELLERS else f"{named[0]} and others"


def _speaker(reading: Reading, cast: Resolver) -> str:
    figure, annotation = reading.figure, reading.account.annotation
    if (
        figure.statement is None
        or figure.measure in NAMED_MEASURES
        or (figure.unit == "%" and figure.subject)
    ):
        return ""
    party = annotation.statements[figure.statement].speaker
    if party is None:
        return ""
    entity = cast.entity_of(reading.account.id, party.mention) if party.mention is not None else None
    return entity.name if entity else _whole_name(reading.account, _described(annotation, party))


def _described(annotation: Annotation, party: Party) -> Span:
    """Return the words for a speaker; of a pronoun those of its chain: "a former aide" for "he"."""
    said = None if party.mention is None else annotation.mentions[party.mention]
    if said is None or said.form is not MentionForm.PRONOUN or said.chain is None:
        return party.span
    chain = (m for m in annotation.mentions if m.chain == said.chain and m.form is not MentionForm.PRONOUN)
    return next((mention.span for mention in chain), party.span)


def _whole_name(account: Account, span: Span) -> str:
    """Return the words of somebody who tells, with what is theirs where that tells: "the firm's report"."""
    tokens = account.analysis.tokens
    last = account.analysis.token_at(max(span.start, span.end - 1))
    whole = span
    if last is not None and tokens[last].dep == "nmod:poss" and tokens[last].head > last:
        whole = Span(span.start, tokens[tokens[last].head].end)
    words = whole.of(account.text)
    first = account.analysis.token_at(span.start)
    named = first is None or tokens[first].upos == "PROPN" or any(w[0].isupper() for w in words.split()[1:])
    return words if named else f"{words[0].lower()}{words[1:]}"


def _same(one: Reading, other: Reading) -> bool:
    """Whether two readings of one value in one slot give it to one measure."""
    a, b = one.figure, other.figure
    if _adds(a) != _adds(b):
        return False
    if one.order == other.order and _sentence(one) == _sentence(other) and not one.slot.key:
        return False  # "$250 million for schools and $250 million for roads"
    if one.slot.key and not vague(a):
        return True
    if not (_holds(other, one) or _holds(one, other)):
        return False
    alike = containment(_measured(a), _measured(b))
    if _telling(a) and alike >= _SAME_LABEL:
        return True
    return alike >= _SAME_LABEL and shared_context(one, other) >= _SAME_SENTENCE


_DIGITS = re.compile(r"\d(?:[\d,.]*\d)?")


def _holds(reading: Reading, other: Reading) -> bool:
    """Whether an account has the names and numbers of another's label, so that the label may stand for both."""
    measure = other.figure.measure
    names = (name.text for name in other.account.analysis.names if name.text in measure)
    told = {*(name.split()[-1].replace(".", "") for name in names), *_DIGITS.findall(measure)}
    text = reading.account.text
    return all(word in text or word in text.replace(".", "") for word in told)


# Share of content words that two labels must share for one amount in both to measure the same
# (0.3 to 0.7 tried on ten development stories by reading).
_SAME_LABEL = 0.5
# Least exact count that two accounts do not give of two things in the same several words by chance.
# 5, 20, 100 tried on ten development stories by reading: at 5 two pairs of scenes fall together.
_TELLING_COUNT = 20


_FURTHER = re.compile(rf"{GAP} (?:other|more|further|additional|new)\b")


def _adds(figure: Figure) -> bool:
    """Whether a count is of others than those told before."""
    return _FURTHER.search(figure.measure) is not None


def _telling(figure: Figure) -> bool:
    """Whether an amount is one that two accounts do not give of two things by chance."""
    several = len(figure.measure.split()) > 1
    return (
        several and not vague(figure) and (figure.value or figure.low or figure.high or 0) >= _TELLING_COUNT
    )


def _measured(figure: Figure) -> frozenset[str]:
    return frozenset(topics(figure.measure))


def vague(figure: Figure | StoryFigure) -> bool:
    """Whether a figure is no number: "dozens" of one account need not be those of another."""
    return figure.value is None and figure.modifier is None and figure.high is None


def shared_context(one: Reading, other: Reading) -> float:
    """Return how much of the shorter sentence's content the other sentence holds, 0 to 1."""
    return containment(_context(one), _context(other))


def _context(reading: Reading) -> frozenset[str]:
    return frozenset(topics(reading.account.text, _sentence(reading)))


def _sentence(reading: Reading) -> Span:
    sentence = reading.account.analysis.sentence_at(reading.figure.span.start)
    return sentence.span if sentence else reading.figure.span


def _story_figure(group: list[Reading], cast: Cast, *, compared: bool) -> StoryFigure | None:
    """Return a figure in the words that most readings have; None where nothing tells what those take up.

    What one account alone gives and nothing is compared with is told by its sentence.
    """
    first = group[0]
    evidence = tuple(dict.fromkeys(reading.evidence for reading in group))
    alone = not compared and len({reading.order for reading in group}) == 1
    group = [in_full(reading) if alone or not named(reading) else reading for reading in group]
    worded = [one for one in group if all(_holds(r, one) for r in group if r is not one)] or group[:1]
    times = Counter(r.figure.measure for r in worded)
    leaning = ((r, leans_on(r.account, r.figure, cast)) for r in worded)
    standing = [(r, beside) for r, beside in leaning if beside is not None]
    if not standing:
        return None
    shown, beside = max(standing, key=lambda one: (times[one[0].figure.measure], one[1].before is None))
    figure = first.figure
    return StoryFigure(
        id=founded_id("figure", evidence[0], first.slot.key),
        measure=_told(shown.figure.measure, "" if compared else _source(group, cast)),
        unit=figure.unit,
        evidence=evidence,
        subject=next((r.subject for r in group if r.subject), None),
        value=figure.value,
        low=figure.low,
        high=figure.high,
        modifier=figure.modifier,
        slot=first.slot.key,
        before=beside.before,
        meant=beside.meant,
    )


_ARTICLE = re.compile(r"^(?:The|An?) ")


def _told(measure: str, source: str) -> str:
    """Return a measure with who gives it, where its words do not say so; what one says of oneself is a claim too."""
    if not source or (source.lower() in measure.lower() and not measure.startswith(source)):
        return measure
    return f"{measure}, according to {_ARTICLE.sub(lambda word: word[0].lower(), source)}"
