"""The terms of a clause: what its words stand for when it is compared with others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from crossread.compare.cast import Cast
from crossread.compare.claims.meaning import REPORTING, VICTIMS, compound_kind, kind_of, phrasal_kind
from crossread.compare.once import numbers_in
from crossread.record.analysis import Analysis, Token
from crossread.record.annotation import Account, MentionForm
from crossread.record.span import Span
from crossread.text.irregular import plain_form
from crossread.text.listing import listed
from crossread.text.words import STOPWORDS, normal

PEOPLE = "PEOPLE"  # the unit of counts of people, whatever they are called
SIGNED = frozenset({"MONEY", "PERCENT"})
# From here on two accounts seldom give the same number of different things.
TELLING = 13
_MONEY = re.compile(r"(?:[$£€¥₹]|PS|US\$|Rs\.?) ?$")
_PERCENT = re.compile(r" ?(?:%|per ?cent\b)")
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_UNCHANGED = frozenset({"NUM", "PROPN"})  # parts of speech whose words stand for themselves
# Verbs so general that they identify no happening.
LIGHT = listed(
    "be have do make take get go come give put let keep see include use carry leave cause suffer result happen "
    "occur lead bring call issue want try track course verge brink"
)


# What is done to lives where people die.
_OF_LIVES = listed("claim cost take lose")
_TO = frozenset("-–‑")
_PERSONAL = listed("he she him her his hers himself herself")


@dataclass(frozen=True)
class Number:
    """A number in an assertion and the term of what it counts ("" where that is not clear)."""

    value: float
    unit: str
    bound: bool
    label: bool = False  # it tells which one, not how many: "lap 48"


class Terms:
    """Gives the terms of tokens of one account: entities for names, kinds for near-synonyms, "#unit" for numbers.

    `entity` maps tokens to entities, `named` entities to their names;
    `pronouns` are the tokens of pronouns of which it is known whom they mean,
    `aside` those that say when or by whom it was said.
    """

    def __init__(self, account: Account, cast: Cast) -> None:
        self.account, self.cast = account, cast
        self.analysis: Analysis = account.analysis
        self.tokens: tuple[Token, ...] = account.analysis.tokens
        self.entity = self._entities()
        self.named = cast.names
        self.pronouns = self._pronouns()
        self.bound = self._bound()
        self.aside = self._asides()
        self._kinds: dict[int, str] = {}
        self._numbers = self._read_numbers()
        self._terms_of = self._read_terms()
        self._few = self._read_few()

    def _entities(self) -> dict[int, str]:
        """Map each token of a resolved mention to its entity; the shortest mention around it counts."""
        found: dict[int, str] = {}
        mentions = list(enumerate(self.account.annotation.mentions))
        for index, mention in sorted(mentions, key=lambda pair: -len(pair[1].span)):
            entity = self.cast.of.get((self.account.id, index))
            if entity is not None:
                found.update(dict.fromkeys(self.analysis.tokens_in(mention.span), entity))
        return found

    def _pronouns(self) -> frozenset[int]:
        return frozenset(
            self.analysis.tokens_in(mention.span)[0]
            for index, mention in enumerate(self.account.annotation.mentions)
            if mention.form is MentionForm.PRONOUN
            and self.cast.of.get((self.account.id, index)) in self.named
        )

    def _bound(self) -> frozenset[int]:
        """Let a "he" that is otherwise nobody known mean the only person whom its sentence names before it.

        That is enough to compare by, and too little to be shown.
        """
        people = {i: entity for i, entity in self.entity.items() if entity in self.cast.persons}
        known = len(self.entity)
        for index in [i for i, word in enumerate(self.analysis.lower) if word in _PERSONAL]:
            sentence = self.analysis.sentence_at(self.tokens[index].start)
            before = range(sentence.first if sentence else index, index)
            named = {people[i] for i in before if i in people}
            if len(named) == 1:
                self.entity.setdefault(index, *named)
        return frozenset(list(self.entity)[known:])

    def _asides(self) -> frozenset[int]:
        """Return the tokens that say when or by whom it was said; accounts differ in them freely."""
        spans = [time.span for time in self.account.annotation.times]
        for statement in self.account.annotation.statements:
            if statement.cue is not None and self._bare(statement.cue):
                parties = (statement.speaker, statement.channel, statement.venue)
                parts = [statement.cue, *(party.span for party in parties if party)]
                spans += [part for part in parts if not any(part.overlaps(said) for said in statement.spans)]
        return frozenset(index for span in spans for index in self.analysis.tokens_in(span))

    def _bare(self, cue: Span) -> bool:
        """Whether a cue only says that something is said; "called for" is a happening of its own."""
        said = [i for i in self.analysis.tokens_in(cue) if self.analysis.lemmas[i] in REPORTING | {"accord"}]
        return any(
            self.tokens[i].lemma == "tell" or not self.analysis.children(i, "obj", "xcomp") for i in said
        )

    def _counts(self, index: int) -> bool:
        """Whether a token has content: a word that is no function word, or a pronoun known to mean somebody."""
        if index in self.aside:
            return False
        content = self.tokens[index].upos in _CONTENT and self.lemma(index) not in STOPWORDS
        return content or index in self.pronouns or index in self.bound

    def lemma(self, index: int) -> str:
        token = self.tokens[index]
        if token.lemma == "call" and self._calls_on(index):
            return "urge"
        return _lemma(token.text, token.lemma, token.upos)

    def _calls_on(self, index: int) -> bool:
        """Whether a verb is that of "call on somebody to help"."""
        obliques = self.analysis.children(index, "obl")
        cases = (i for one in obliques for i in self.analysis.children(one, "case"))
        return any(self.analysis.lower[i] in {"on", "upon"} for i in cases)

    def _term(self, index: int) -> str:
        if index in self.entity:
            return self.entity[index]
        token = self.tokens[index]
        if token.upos == "NUM" and token.text[:1].isdigit() | (self.lemma(index).isdigit()):
            return "#" + self._unit(index)
        head = self.tokens[token.head]
        if token.dep == "compound" and (kind := compound_kind(normal(token.lemma), normal(head.lemma))):
            return kind
        return self.kind(index)

    def kind(self, index: int) -> str:
        """Return the kind of a word, or of the compound it is the head of."""
        if index not in self._kinds:
            self._kinds[index] = self._read_kind(index)
        return self._kinds[index]

    def _read_kind(self, index: int) -> str:
        beside = self.analysis.children(index, "compound", "amod")
        for child in beside:
            first, second = normal(self.tokens[child].lemma), normal(self.tokens[index].lemma)
            if child < index and (kind := compound_kind(first, second)):  # "turned over" is not "overturned"
                return kind
        lemma = self.lemma(index)
        for child in beside:
            particle = self.tokens[child].dep == "compound:prt"
            if particle and (kind := phrasal_kind(lemma, normal(self.tokens[child].text))):
                return kind
        if lemma == "decline" and self.analysis.children(index, "obj", "xcomp"):
            lemma = "refuse"  # "declined an appeal", not "shares declined"
        if (
            lemma == "life"
            and self.tokens[index].dep == "obj"
            and self.lemma(self.tokens[index].head) in _OF_LIVES
        ):
            lemma = "die"  # "claimed the lives of 12 people"
        return kind_of(lemma, normal(self.tokens[index].text))

    def terms(self, own: Iterable[int]) -> frozenset[str]:
        """Return the terms of tokens, without those of light verbs; of a number that tells much, its value too."""
        inside, known = tuple(own), self._terms_of
        few = {self._few[index] for index in inside if index in self._few}
        told = frozenset([term for index in inside if index in known for term in known[index]])
        return told | few if len(few) > 1 else told  # "six men and one woman" tell as much as large numbers

    def _read_terms(self) -> dict[int, tuple[str, ...]]:
        told = ((i, self._term(i)) for i in range(len(self.tokens)) if self._counts(i))
        found: dict[int, tuple[str, ...]] = {i: (term,) for i, term in told if term not in LIGHT}
        for i, number in self._numbers.items():
            if _tells(number):
                found[i] = (*found.get(i, ()), f"={number.value:g}")
            if self._counted_out(i):
                found[i] = (*found.get(i, ()), f"={number.value:g}–{self._numbers[i + 2].value:g}")
        return found

    def _read_few(self) -> dict[int, str]:
        """Return the terms of small counts of something, by token."""
        counts = {i: n for i, n in self._numbers.items() if n.unit and not (n.label or _tells(n))}
        return {i: f"={n.value:g} {n.unit}" for i, n in counts.items()}

    def _counted_out(self, index: int) -> bool:
        """Whether two numbers stand here as in a vote, "25-6": they tell which one it was, however small they are."""
        return index + 2 in self._numbers and self.tokens[index + 1].text in _TO

    def _unit(self, index: int) -> str:
        """Return the term of what a number counts: the noun it stands before."""
        token = self.tokens[index]
        head = self.tokens[token.head]
        if not token.dep.startswith("nummod") or head.upos not in {"NOUN", "VERB", "ADJ"}:
            return ""
        unit = self.kind(token.head)
        return PEOPLE if unit in VICTIMS else unit

    def _read_numbers(self) -> dict[int, Number]:
        """Map the last token of each number that is no part of a time to it."""
        text = self.account.text
        times = [time.span for time in self.account.annotation.times]
        found: dict[int, Number] = {}
        bound = False
        for number in (n for s in self.account.sentences for n in numbers_in(self.account, s.start, s.end)):
            known = (number.value, number.low, number.high)
            value = next((one for one in known if one is not None), None)
            inside = self.analysis.tokens_in(number.span)
            if (
                value is None
                or number.vague
                or not inside
                or any(span.overlaps(number.span) for span in times)
            ):
                continue
            again = (
                bound and text[number.span.start - 1 : number.span.start] == "("
            )  # "less than 10 m (33 feet)"
            bound = again or number.value is None or number.modifier is not None
            if noun := self._labelled(inside[0]):
                found[inside[-1]] = Number(value, noun, bound, label=True)
            else:
                unit = self._measure(number.span) or self._unit(inside[-1])
                found[inside[-1]] = Number(value, unit, bound)
        return found

    def _labelled(self, index: int) -> str:
        """Return the term of the noun right before a number that is a part of it: of "lap 48" that of "lap"."""
        before = self.tokens[index - 1] if index else None
        if before is None or before.upos != "NOUN" or self.tokens[index].head != index - 1:
            return ""
        return self.kind(index - 1)

    def _measure(self, span: Span) -> str:
        """Return the unit that a sign gives a number: money or per cent."""
        if _MONEY.search(self.account.text, max(0, span.start - 4), span.start):
            return "MONEY"
        return "PERCENT" if _PERCENT.match(self.account.text, span.end) else ""

    def numbers(self, own: Iterable[int]) -> Iterator[Number]:
        yield from (self._numbers[index] for index in own if index in self._numbers)


@lru_cache(maxsize=1 << 16)
def _lemma(text: str, lemma: str, upos: str) -> str:
    if upos in _UNCHANGED:
        return normal(text)
    return normal(plain_form(text, lemma) if upos == "VERB" else lemma)


def _tells(number: Number) -> bool:
    """Whether a number by itself tells which one it is of."""
    return number.value >= TELLING or number.unit in SIGNED
