"""What a number counts: the noun phrase after it.

It is read from the words and their tags, since a weak parse seldom breaks a noun phrase.
"""

from __future__ import annotations

from dataclasses import dataclass

from crossread.annotate.figures.units import PEOPLE
from crossread.record.analysis import NOMINAL, Analysis, Token
from crossread.record.annotation import Mention, ReportedStatement, TimeExpression
from crossread.record.article import Article
from crossread.record.span import Span
from crossread.text.listing import listed

_HEADS = frozenset({"NOUN", "PROPN"})
# Words in a state, which end the noun phrase they follow: "six civilians dead".
STATES = listed(
    "dead alive missing injured wounded hurt homeless unharmed ill unaccounted safe unhurt killed shot"
)


@dataclass(frozen=True)
class Scene:
    """One article with all that is known of it when its figures are read."""

    article: Article
    analysis: Analysis
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    statements: tuple[ReportedStatement, ...]

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.analysis.tokens


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase that a number counts: its words and its head token."""

    span: Span
    head: int


def counted(scene: Scene, number: Span, limit: int) -> Counted | None:
    """Return the noun phrase right after a number, before position `limit`, if one stands there."""
    run: list[int] = []
    at = next_token(scene, number.end)
    while at is not None and at < len(scene.tokens) and scene.tokens[at].end <= limit:
        token = scene.tokens[at]
        opening = token.text.lower() in ("of", "the", "more", "such", "or", "so") or token.upos == "NUM"
        if not run and (opening or token.text == "-"):
            at += 1  # "1,500 of the 2,200 homes", "of the so-called pilots"
            continue
        if not _continues(scene, run, at):
            break
        run.append(at)
        at += 1
    while (
        run
        and (scene.tokens[run[-1]].text.lower() in STATES or scene.tokens[run[-1]].upos not in _HEADS)
        and scene.tokens[run[-1]].lemma != "other"
    ):
        run.pop()
    if not run:
        return None
    return Counted(Span(scene.tokens[run[0]].start, scene.tokens[run[-1]].end), run[-1])


def next_token(scene: Scene, position: int) -> int | None:
    inside = scene.analysis.tokens_in(Span(position, position + 3))
    return next((i for i in inside if scene.tokens[i].start >= position), None)


_OFTEN = listed("hourly daily nightly weekly monthly quarterly yearly annual")


def _continues(scene: Scene, run: list[int], at: int) -> bool:
    token = scene.tokens[at]
    often = token.lemma.lower() in _OFTEN  # "900 daily flights"
    if any(time.span.contains(token.span) for time in scene.times) and not often:
        return False
    if token.text.lower() in ("age", "ages", "aged"):
        return False
    if run and token.dep.startswith("nsubj") and scene.tokens[run[-1]].tag == "NNS":
        return scene.tokens[run[-1]].head == at  # "900 tests experts say it needs"
    if token.text == "-":  # only inside a word: "3 ten-year terms", not "the two - both men -"
        return at + 1 < len(scene.tokens) and scene.tokens[at + 1].start == token.end
    before = scene.tokens[run[-1]].text if run else ""
    if token.text[:1].isupper() and before.islower() and before.endswith(("s", "men", "women")):
        return False  # "three daughters Martha, Erica …": the name is no part of what is counted
    if token.upos in ("ADV", "CCONJ"):  # "five mostly successful and usually dry seasons"
        after = scene.tokens[at + 1].upos if at + 1 < len(scene.tokens) else ""
        adjective = bool(run) and scene.tokens[run[-1]].upos == "ADJ"
        return after == "ADJ" if token.upos == "ADV" else adjective and after in ("ADV", "ADJ")
    if token.upos == "VERB":  # "wounded people", but not "people wounded"
        return token.dep == "amod" and (not run or scene.tokens[run[-1]].upos not in _HEADS)
    if run and token.upos in ("ADJ", "NUM") and scene.tokens[run[-1]].upos in _HEADS:
        if scene.tokens[run[-1]].upos == "PROPN" and at + 1 < len(scene.tokens):
            return scene.tokens[at + 1].upos == "NOUN"  # "55,000 US public schools"
        return False  # "civilians dead": the noun phrase ended
    return token.upos in NOMINAL or token.text in ("'s", "’s")


def clause_subject(scene: Scene, index: int) -> int | None:
    """Return the subject of the verb that governs a token, following coordinated verbs upward."""
    verb = scene.tokens[index].head
    for _ in range(4):
        found = scene.analysis.children(verb, "nsubj")
        if found:
            return found[0] if found[0] != index else None
        governor = scene.tokens[verb].head
        if governor == verb or scene.tokens[verb].dep not in ("conj", "xcomp", "advcl"):
            return None
        verb = governor
    return None


def name_words(scene: Scene, index: int) -> str:
    """Return the words of the noun phrase around a head: its mention, or determiner to head."""
    token = scene.tokens[index]
    named = [m.span for m in scene.mentions if m.span.contains(token.span)]
    if named:
        return max(named, key=len).of(scene.text)
    first = index
    below = set(scene.analysis.subtree(index))
    while first - 1 in below and scene.tokens[first - 1].upos in NOMINAL:
        first -= 1
    last = index
    while last + 1 in below and scene.tokens[last + 1].dep == "flat":
        last += 1
    return scene.text[scene.tokens[first].start : scene.tokens[last].end]


# Nouns of people that with a noun for a thing before them are things: "vaccine candidates", "nerve agents".
_EITHER = listed("candidate agent driver fighter player guard user carrier")


def people(thing: Counted, scene: Scene) -> bool:
    """Whether the counted are human beings; the "28 members" of a union may be states."""
    token = scene.tokens[thing.head]
    before = [scene.tokens[i] for i in scene.analysis.children(thing.head, "compound")]
    of_things = any(t.upos == "NOUN" and t.lemma.lower() not in PEOPLE for t in before)
    if token.lemma.lower() == "member":
        return of_things  # "board members"
    if token.lemma.lower() in _EITHER and of_things:
        return False
    if token.lemma.lower() in PEOPLE:
        return True
    return token.upos == "PROPN" and any(
        n.type == "NORP" and n.span.contains(token.span) for n in scene.analysis.names
    )
