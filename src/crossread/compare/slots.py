"""Slots: what makes two figures measurements of the same thing.

A slot has a kind of event or thing ("killed", "troops"), whom it counts where
that is a part ("soldiers"), whose it is, and a scope: the place or year that
sets it apart from the story's main happening. Figures are compared only
within one slot.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Protocol

from crossread.compare.once import once
from crossread.record.analysis import CONTENT, Sentence
from crossread.record.annotation import Account, EntityType, Figure, MentionForm, TimeType
from crossread.record.dossier import Entity
from crossread.record.span import Span
from crossread.text.listing import listed
from crossread.text.words import content_forms, words

# Words that make a count a measure of one kind of event. Only these kinds are compared without
# anything else in common; read from casualty and crowd reporting in the development stories.
EVENT_WORDS: dict[str, str] = {
    "killed": r"killed|dead|died|die|dying|deaths?|fatalit(?:y|ies)|perished|slain|drowned|bodies|lost their lives",
    "wounded": r"wounded|injured|hurt|injur(?:y|ies)|hospitali[sz]ed|to (?:\w+ ){0,2}hospitals?|casualties",
    "missing": r"missing|unaccounted",
    "arrested": r"arrested|arrests?|detained|in custody|into custody",
    "charged": r"charged",
    "rescued": r"rescued|saved|pulled out",
    "evacuated": r"evacuated|displaced|homeless|fled",
    "attended": r"gathered|attended|attendees|marched|protested|turned out|packed|demonstrated|rallied",
}
_EVENTS = tuple((name, re.compile(rf"\b(?:{pattern})\b", re.I)) for name, pattern in EVENT_WORDS.items())

# Counts that grow while a story runs: a later, higher number is news, not a contradiction.
RUNNING = frozenset(
    {"killed", "wounded", "missing", "arrested", "charged", "rescued", "evacuated", "attended"}
)

# Nouns that leave open who is counted; with them "civilians" and "people" are one slot.
_ANYONE_NOUNS = (
    "people person other civilian victim body death fatality casualty toll number dead patient protester "
    "demonstrator suspect arrest resident injury"
)
_ANYONE = frozenset(_ANYONE_NOUNS.split())
# One group by several names.
_SAME_GROUP = {
    "soldier": "troops",
    "troop": "troops",
    "troops": "troops",
    "serviceman": "troops",
    "member": "members",
    "policeman": "officers",
    "officer": "officers",
    "police": "officers",
    "kid": "children",
    "child": "children",
    "youngster": "children",
}
_SERVICE = re.compile(r"\b(?:service ?(?:members|men|personnel)|military personnel)\b", re.I)
# Happenings that a text takes up again with "the": the noun tells which one before is meant.
HAPPENING = (
    r"attack|strike|air ?strike|raid|bombing|shooting|assault|blast|explosion|crash|accident|"
    r"fire|clash|earthquake"
)
_HAPPENED = re.compile(rf"(?:{HAPPENING}|massacre|killing|disaster|riot|protest|outbreak)(?:e?s)?", re.I)
_ANAPHOR = re.compile(rf"\b(?:the|this|that|those|these) (?:(?P<noun>{HAPPENING})(?:e?s)?|incident)\b", re.I)
# Nouns that are part of a place's name as much as a noun after it: "Dover city".
_SETTLEMENT_NOUNS = "city town village province district region area county state suburb island"
_SETTLEMENTS = frozenset(_SETTLEMENT_NOUNS.split())
# Adjectives that begin a time, not a noun phrase that a place describes: "in Dover last week".
_TIMELY = frozenset({"last", "next", "this", "early", "late", "earlier", "later"})
# Sentences at the head of an account that tell the story's main happening
# (1 to 5 tried on the development stories).
_LEAD = 3
# Share of the accounts whose lead must name a place for it to be one of the story's own
# (0.34 to 0.6 tried on the consulate story and ten development clusters).
_SHARED_LEAD = 0.4
# How far back "the incident" may point, in sentences.
_BACK = 4
# How far after a happening's noun its place may stand, in code points ("the air strikes in Dover").
_WITH_PLACE = 40
# Days before the account's own day from which a dated sentence tells of something else.
_LONG_AGO = timedelta(days=45)


class Resolver(Protocol):
    """What is needed of the cast: which entity a mention names, and all entities with their roles."""

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The story's people, organisations and places."""

    def entity_of(self, article_id: str, mention_index: int, /) -> Entity | None:
        """Return the entity of a mention, None where it is unresolved."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A comparable slot: `key` is the same for the same thing; `event` is its class or ""."""

    key: str
    event: str = ""


def slot_of(account: Account, figure: Figure, subject: str | None, scope: str) -> Slot:
    """Return the slot of a figure; an empty key where nothing says what it could be compared with."""
    if figure.unit == "score":
        return Slot("")
    if figure.measure in ("age", "height"):
        return Slot(f"{figure.measure} of {subject}" if subject else "")
    event = _event(figure)
    group = _group(account, figure)
    if event:
        return Slot(" · ".join(part for part in (group or "people", event, scope) if part), event)
    if figure.unit == "%":
        return Slot(_words_key(figure, subject) if subject else "")
    owner = _owner(account, figure, subject)
    if owner and group and not figure.unit.isupper():
        return Slot(f"{group} · of {owner}")
    return Slot("")


_HARMED = listed("people bodies body deaths fatalities casualties arrests injuries")


def _event(figure: Figure) -> str:
    return event_of(figure.measure) if figure.unit in _HARMED else ""


def event_of(text: str) -> str:
    """Return the kind of event of which some words tell, "" for none that is known."""
    return next((name for name, pattern in _EVENTS if pattern.search(text)), "")


def _group(account: Account, figure: Figure) -> str:
    """Return who is counted, "" for anybody."""
    if _SERVICE.search(figure.measure):
        return "troops"
    head = _head_lemma(account, figure)
    if head in _ANYONE or not head:
        return ""
    return _SAME_GROUP.get(head, head)


def _head_lemma(account: Account, figure: Figure) -> str:
    """Return the lemma of the noun counted: the last of the nouns that open the measure."""
    lemma = ""
    for index in account.analysis.tokens_in(
        Span(figure.span.end, min(len(account.text), figure.span.end + 60))
    ):
        token = account.analysis.tokens[index]
        if token.start < figure.span.end or token.lemma in ("of", "the", "more"):
            continue
        if token.text not in figure.measure or token.upos not in CONTENT:
            break
        if token.upos in ("NOUN", "PROPN"):
            lemma = token.lemma.lower()
        elif lemma:
            break
    return lemma


def _owner(account: Account, figure: Figure, subject: str | None) -> str:
    """Return whose the counted are, as a stem that a country shares with its adjective ("German", "Germany")."""
    if subject:
        return subject[:6].lower().rstrip("y")
    for index in account.analysis.tokens_in(
        Span(figure.span.end, min(len(account.text), figure.span.end + 20))
    ):
        token = account.analysis.tokens[index]
        if token.start >= figure.span.end:
            named = token.text[:1].isupper() and token.upos in ("ADJ", "PROPN")
            return token.text[:6].lower() if named and _describes(account, index) else ""
    return ""


def _describes(account: Account, index: int) -> bool:
    """Whether a token stands before the noun it belongs to: "German troops", not "Republicans"."""
    tokens = account.analysis.tokens
    return (
        index + 1 < len(tokens) and tokens[index + 1].upos in ("NOUN", "ADJ") and tokens[index].head > index
    )


def _words_key(figure: Figure, subject: str | None) -> str:
    stems = sorted(set(content_forms(words(figure.measure))))
    return f"{' '.join(stems)} · {subject}" if stems else ""


# --- scope ---------------------------------------------------------------------------------------


def main_places(accounts: Sequence[Account]) -> frozenset[str]:
    """Return the places that enough accounts name in their lead sentences, at least the commonest one."""
    counts: Counter[str] = Counter()
    for account in accounts:
        lead = account.analysis.sentences[:_LEAD]
        end = lead[-1].end if lead else 0
        counts.update({name for span, name in places(account) if span.start < end})
    best = max(counts.values(), default=0)
    return frozenset(
        n for n, count in counts.items() if count >= _SHARED_LEAD * len(accounts) or count == best
    )


@once
def places(account: Account) -> tuple[tuple[Span, str], ...]:
    """Return the places an account names outside compounds ("the Kent coast", not "Kent Police")."""
    named = {
        m.span
        for m in account.annotation.mentions
        if m.type is EntityType.PLACE and m.form is MentionForm.NAME
    }
    named |= {n.span for n in account.analysis.names if n.type == "PLACE"}
    return tuple(
        (span, _plain(span.of(account.text))) for span in sorted(named) if not _modifies(account, span)
    )


@lru_cache(maxsize=1 << 14)
def _plain(name: str) -> str:
    """Return a place's name without marks, article and joining letters ("Masjid-i-Suleiman", "Masjid-e-Suleiman")."""
    return " ".join(word for word in re.findall(r"[^\W_]+", name.lower()) if len(word) > 1 and word != "the")


def _modifies(account: Account, span: Span) -> bool:
    """Whether a place's name only describes the noun after it: "US aircraft", not "the Kent crash"."""
    if span.end + 1 >= len(account.text) or account.text[span.end] not in " \u00a0":
        return False
    follower = account.analysis.token_at(span.end + 1)
    if follower is None:
        return False
    token = account.analysis.tokens[follower]
    if (
        token.upos == "ADJ"
        and token.text.lower() not in _TIMELY
        and follower + 1 < len(account.analysis.tokens)
    ):
        token = account.analysis.tokens[follower + 1]  # "US special forces"
    noun = token.upos in ("NOUN", "PROPN") and not token.text.endswith("day")
    return noun and token.lemma.lower() not in _SETTLEMENTS and not _HAPPENED.fullmatch(token.text)


def scope_of(account: Account, span: Span, main: frozenset[str]) -> str:
    """Return what sets a figure apart from the main happening: a place or a year, "" for the main one."""
    sentence = account.analysis.sentence_at(span.start)
    if sentence is None:
        return ""
    year = _old_year(account, sentence)
    if year:
        return year
    place = _nearest_place(account, sentence, span) or _place_taken_up(account, sentence)
    several = _several(account, sentence, place) if place else ""
    return several or ("" if place is None or place in main else place)


def _several(account: Account, sentence: Sentence, place: str) -> str:
    """Return all places of the list in which a place stands, for what happened in them together; "" for no list."""
    analysis = account.analysis
    heads: dict[int, list[str]] = {}
    for span, name in places(account):
        at = analysis.head_of(span)
        if at is None or not sentence.span.contains(span):
            continue
        top = analysis.top(at, "conj", "appos")
        if at == top or analysis.tokens[at].dep == "conj":
            heads.setdefault(top, []).append(name)
    listed_ = next((names for names in heads.values() if place in names and len(names) > 1), [])
    return " and ".join(listed_)


def _nearest_place(account: Account, sentence: Sentence, span: Span) -> str | None:
    inside = [(s, name) for s, name in places(account) if sentence.start <= s.start < sentence.end]
    if not inside:
        return None
    return min(inside, key=lambda item: min(abs(item[0].start - span.end), abs(span.start - item[0].end)))[1]


def _place_taken_up(account: Account, sentence: Sentence) -> str | None:
    """Return the place of the happening that "the incident" or "the strikes" takes up from a sentence before."""
    anaphor = _ANAPHOR.search(account.text[sentence.start : sentence.end])
    at = account.analysis.sentences.index(sentence)
    if anaphor is None or at < _LEAD:
        return None
    noun = re.compile(rf"\b(?:{anaphor['noun'] or HAPPENING})(?:e?s)?\b", re.I)
    for earlier in reversed(account.analysis.sentences[max(0, at - _BACK) : at]):
        found = noun.search(account.text, earlier.start, earlier.end)
        if found:
            limit = found.end() + _WITH_PLACE
            return next((name for s, name in places(account) if found.end() <= s.start <= limit), None)
    return None


def _old_year(account: Account, sentence: Sentence) -> str:
    """Return the year of a sentence that is dated well before the account's own day."""
    own = account.article.published
    for time in account.annotation.times:
        if time.type is not TimeType.DATE or not sentence.span.contains(time.span):
            continue
        if time.days and own and time.days.latest < own.earliest - _LONG_AGO:
            return str(time.days.latest.year)
        if own is None and re.fullmatch(r"(?:19|20)\d\d", time.span.of(account.text)):
            return time.span.of(account.text)
    return ""


# --- whose ---------------------------------------------------------------------------------------


def subject_name(account: Account, figure: Figure, cast: Resolver) -> str | None:
    """Return whose figure it is: the entity's full name where the words name one, else the words."""
    chosen = _mention_of(account, figure)
    entity = cast.entity_of(account.id, chosen) if chosen is not None else None
    if entity is None and figure.subject:
        entity = _in_role(figure.subject, cast)
    return entity.name if entity else figure.subject


def _in_role(words_: str, cast: Resolver) -> Entity | None:
    """Return the one person whom an account describes by exactly these words ("marketing executive")."""
    people = (entity for entity in cast.entities if entity.type is EntityType.PERSON)
    told = _plain(words_)
    holders = [person for person in people if any(_plain(role.text) == told for role in person.roles)]
    return holders[0] if len(holders) == 1 else None


def _mention_of(account: Account, figure: Figure) -> int | None:
    """Return the nearest mention with the subject's words; for an age, the mention over the age itself."""
    best: tuple[int, int] | None = None
    for index, mention in enumerate(account.annotation.mentions):
        over = figure.measure == "age" and mention.span.overlaps(figure.span)
        same = figure.subject is not None and figure.subject in (mention.name, mention.span.of(account.text))
        if not (over or same):
            continue
        distance = abs(mention.span.start - figure.span.start)
        if best is None or distance < best[0]:
            best = (distance, index)
    return best[1] if best else None
