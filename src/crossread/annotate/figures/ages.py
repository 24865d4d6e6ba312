"""Ages and heights of people: the figures that have a pattern of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossread.annotate.figures.counted import Scene, name_words
from crossread.annotate.figures.units import PEOPLE
from crossread.record.annotation import EntityType, Figure, MentionForm
from crossread.record.span import Span
from crossread.text.numbers import parse

_S = r"[ \u00a0\u2009\u202f]"
_WORD = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|one)"
)
_AGE = rf"(?P<age>\d{{1,3}}|{_WORD})"
_DASH = r"[-‐‑–]"
# "33-year-old", "six-month-old", "5 year old"
_OLD = re.compile(
    rf"(?<![\w.,-]){_AGE}(?:{_DASH}|{_S})(?P<unit>year|month|week|day)(?:{_DASH}|{_S})olds?\b", re.I
)
# "28 years old"
_YEARS_OLD = re.compile(rf"(?<![\w.,-]){_AGE}{_S}(?P<unit>year|month|week|day)s{_S}(?:old\b|of age\b)", re.I)
# "aged 28", "age 28", "at the age of 28", "as young as 6"
_AGED = re.compile(
    rf"\b(?:aged|age|at the age of|as young as|as old as){_S}{_AGE}(?!{_S}(?:month|week|day)s)"
    rf"(?!{_S}?(?:to|and|[-–]){_S}?(?:\d|{_WORD}))(?![\w%]|[.,]\d)",
    re.I,
)
# "Wayne Harper, 48, has been" and "John Smith (48)"
_BESIDE = re.compile(
    r"(?:,[ \u00a0](?P<age>\d{1,3})(?=[,.;)]|$|[ \u00a0](?:[-–—]|from|of)[ \u00a0])(?!,\d{3})"
    r"|[ \u00a0]\((?P<inner>\d{1,3})\))",
    re.M,
)
# "I'm five foot two", "6ft 2in", "5 feet 4 inches tall"
_HEIGHT = re.compile(
    rf"(?<![\w.,-])(?P<feet>[3-8]|three|four|five|six|seven|eight){_S}?-?(?:foot|feet|ft)\b\.?{_S}?-?"
    rf"(?P<inches>\d{{1,2}}|{_WORD})\b(?:{_S}?-?(?:inches|inch|in)\b)?(?!{_S}(?:people|men|women|of)\b)",
    re.I,
)
# Above this, a number beside a name is no age (the oldest person on record reached 122).
_OLDEST = 122


def ages(scene: Scene) -> tuple[Figure, ...]:
    """Find the ages of an article with whose they are, and heights said of persons, in text order."""
    found: list[Figure] = []
    for paragraph in scene.article.paragraphs:
        if paragraph.telling:
            stretch = paragraph.span
            for figure in (
                *_old(scene, stretch),
                *_aged(scene, stretch),
                *_beside(scene, stretch),
            ):
                if not any(figure.span.overlaps(other.span) for other in found):
                    found.append(figure)
            found.extend(_heights(scene, stretch))
    return tuple(sorted(found, key=lambda figure: figure.span))


def _age_figure(span: Span, words: str, subject: str | None, unit: str = "years") -> Iterator[Figure]:
    value = parse(words)
    if value is not None and 0 < value <= _OLDEST:
        yield Figure(span, "age", unit, value=value, subject=subject)


def _old(scene: Scene, within: Span) -> Iterator[Figure]:
    for match in _OLD.finditer(scene.text, within.start, within.end):
        span = Span(match.start(), match.end())
        if _is_person_age(scene, span):
            yield from _age_figure(span, match["age"], _described(scene, span), f"{match['unit'].lower()}s")
    for match in _YEARS_OLD.finditer(scene.text, within.start, within.end):
        span = Span(match.start(), match.end())
        yield from _age_figure(
            span, match["age"], _person_before(scene, span.start), f"{match['unit'].lower()}s"
        )


def _is_person_age(scene: Scene, span: Span) -> bool:
    """Whether "150-year-old" is said of a living being: a "100-year-old bridge" has no age here."""
    follower = _nouns_after(scene, span)
    if follower is None:
        return not re.compile(r"[ \u00a0][\"'“‘]").match(scene.text, span.end)
    head = scene.tokens[follower[1]]
    return (
        head.lemma.lower() in PEOPLE
        or (head.upos == "PROPN" and not _of_a_thing(scene, head.span))
        or (bool(_BEING.search(head.lemma.lower())))
    )


def _of_a_thing(scene: Scene, span: Span) -> bool:
    """Whether a name is a body's, a place's or a thing's: "the three-year-old Boeing"."""
    return any(n.type not in ("PERSON", "NORP") and n.span.contains(span) for n in scene.analysis.names)


# Endings of nouns that name people by what they do.
_BEING = re.compile(r"(?:er|or|ist|ian|man|woman|ee|executive|assistant|president|accountant|mum|mom|dad)$")


def _nouns_after(scene: Scene, span: Span) -> tuple[int, int] | None:
    """Return the token range of the nouns right after an age: "33-year-old [marketing executive]"."""
    run: list[int] = []
    for at in scene.analysis.tokens_in(Span(span.end, min(len(scene.text), span.end + 60))):
        token = scene.tokens[at]
        near = scene.text[(scene.tokens[run[-1]].end if run else span.end) : token.start]
        if near.strip(" \u00a0") or token.upos not in ("NOUN", "PROPN", "ADJ"):
            break
        run.append(at)
    while run and scene.tokens[run[-1]].upos == "ADJ":
        run.pop()
    return (run[0], run[-1]) if run else None


def _described(scene: Scene, span: Span) -> str | None:
    """Return whom "33-year-old …" describes: the name in or beside the phrase, else its noun."""
    follower = _nouns_after(scene, span)
    end = scene.tokens[follower[1]].end if follower else span.end
    named = _name_in_chain(scene, Span(span.start, end)) or name_beside(scene, span.start, end)
    if named:
        return named
    if follower is None:
        return None
    noun = scene.text[scene.tokens[follower[0]].start : end]
    known = scene.text[max(0, span.start - 5) : span.start].lower().endswith(" the ")
    return noun if known or " " in noun else None  # a "man" may be any other


def _name_in_chain(scene: Scene, span: Span) -> str | None:
    """Return the name of the mention over `span`, or the first name in that mention's chain."""
    over = [m for m in scene.mentions if m.span.overlaps(span) and m.type is EntityType.PERSON]
    for mention in over:
        if mention.form is MentionForm.NAME:
            return mention.name
    for mention in over:
        for other in scene.mentions:
            if mention.chain is not None and other.chain == mention.chain and other.form is MentionForm.NAME:
                return other.name
    return None


def name_beside(scene: Scene, start: int, end: int) -> str | None:
    """Return the person's name in apposition: "Tom Smith, a 33-year-old electrician" or "…, Tom Smith,"."""
    before = re.compile(r",[ \u00a0](?:an?|the)[ \u00a0](?:[a-z]+[ \u00a0])?$").search(
        scene.text, max(0, start - 20), start
    )
    for mention in scene.mentions:
        if mention.type is not EntityType.PERSON or mention.form is not MentionForm.NAME:
            continue
        if before and mention.span.end == before.start():
            return mention.name
        gap = scene.text[end : mention.span.start] if mention.span.start >= end else "x"
        if gap in (", ", " "):
            return mention.name
    return None


def _aged(scene: Scene, within: Span) -> Iterator[Figure]:
    for match in _AGED.finditer(scene.text, within.start, within.end):
        span = Span(match.start("age"), match.end("age"))
        yield from _age_figure(span, match["age"], _person_before(scene, match.start()))


def _beside(scene: Scene, within: Span) -> Iterator[Figure]:
    for match in _BESIDE.finditer(scene.text, within.start, within.end):
        words = match["age"] or match["inner"]
        person = _person_ending(scene, match.start())
        if person is None or person[:1].isdigit():
            continue  # "10 senators, 5 from each side"
        start = match.start("age") if match["age"] else match.start("inner")
        yield from _age_figure(Span(start, start + len(words)), words, person)


def _person_ending(scene: Scene, position: int) -> str | None:
    """Return the person, named or described, whose words end at `position`."""
    for mention in scene.mentions:
        if mention.span.end == position and mention.type is EntityType.PERSON:
            return mention.name if mention.form is MentionForm.NAME else mention.span.of(scene.text)
    at = scene.analysis.token_at(position - 1) if position else None
    if at is None:
        return None
    token = scene.tokens[at]
    named = any(n.type == "PERSON" and n.end == token.end for n in scene.analysis.names)
    return name_words(scene, at) if named else None


def _person_before(scene: Scene, position: int) -> str | None:
    """Return the person that an age phrase at `position` follows directly."""
    gap = re.compile(r"[,(]?[ \u00a0]?$").search(scene.text, max(0, position - 2), position)
    return _person_ending(scene, gap.start() if gap else position)


def _heights(scene: Scene, within: Span) -> Iterator[Figure]:
    for match in _HEIGHT.finditer(scene.text, within.start, within.end):
        feet, inches = parse(match["feet"]), parse(match["inches"])
        if feet is None or inches is None or inches >= 12:
            continue
        span = Span(match.start(), match.end())
        yield Figure(span, "height", "inches", value=feet * 12 + inches)
