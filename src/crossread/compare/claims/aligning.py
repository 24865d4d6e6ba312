"""Claims: what the accounts assert, aligned, with each account's wording, stance and origin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crossread.compare.cast import Cast
from crossread.compare.claims import alone, independence
from crossread.compare.claims.alignment import Aligned, aligned
from crossread.compare.claims.assertions import PRONOUNS, Assertion, Gloss, assertions
from crossread.compare.claims.force import Mood
from crossread.compare.claims.heads import extra, held, is_headline, own_part, settled
from crossread.compare.claims.repeating import distinct, is_of
from crossread.compare.claims.said import Saying, sayings, tells_alone, uttered
from crossread.compare.claims.showing import is_clean, joined, placed_nouns
from crossread.compare.claims.standing import in_first_person, open_nouns
from crossread.compare.claims.terms import Number
from crossread.compare.claims.trimming import HELD as HELD_TAIL
from crossread.compare.claims.trimming import TELLING, without_tail
from crossread.compare.origins import Origins
from crossread.record.annotation import Account
from crossread.record.dossier import Claim, Stance, Statement, Support
from crossread.record.ids import founded_id
from crossread.record.span import Evidence, hull, trimmed
from crossread.text.words import forms, topics

# Sentences that share at least this part of their terms are one sentence in several copies.
COPIED = 0.65
# Most words of a sentence that is shown for a deed told by the way in it.
LONG = 32
# What the part of a wording that the others hold too weighs against its clarity.
HELD = 3.0
# … and what a wording of another account has in common with it, against that one's clarity.
SAME = 6.0


def align(
    accounts: Sequence[Account], cast: Cast, origins: Origins, statements: Sequence[Statement]
) -> tuple[Claim, ...]:
    """Return the claims of a story: those of most accounts first, in reading order; of one account what matters most.

    A claim in several accounts is kept where one of them has words for it that
    can stand alone; quotations alone are statements, no claims. For claims in
    one account only see `alone`.
    """
    found = assertions(accounts, cast, statements)
    told = aligned(found, origins.reuse)
    groups = _whole_copies([[found[number].in_words() for number in group] for group in told.groups])
    heads = [pair for group in groups if (pair := _settled(group, told)) is not None]
    shared = [(group, head) for group, head in heads if len({one.order for one in group}) > 1]
    single = [(group, _clearest(group)) for group in alone.choose(accounts, cast, found, told)]
    outlet = {account.id: account.article.outlet for account in accounts}
    claims = [(_rank(group), _claim(group, head, outlet, origins)) for group, head in [*shared, *single]]
    said = sayings(accounts, cast, origins.reuse, placed_nouns(accounts))
    claims = [pair for pair in claims if not any(is_of(pair[1], told_of) for told_of in said)]
    for told_of in said:
        first = min(told_of, key=lambda one: one.place)
        claims.append(((-len(told_of), first.place, first.order), _utterance(told_of, outlet, origins)))
    return distinct([claim for _, claim in sorted(claims, key=lambda pair: (pair[0], pair[1].id))])


def _speaks(assertion: Assertion, group: Sequence[Assertion]) -> bool:
    """Whether the words of an assertion can stand for its group.

    A pronoun in them must mean somebody whom another account names here: what
    one account alone suggests may be mistaken. So must the speaker of words from
    a quotation, and few of these tell nothing. A headline is not how an account tells it.
    """
    confirmed = _confirmed(assertion, group)
    known = all(gloss in confirmed for gloss in assertion.glosses)
    if assertion.shown is None or not known or is_headline(assertion.shown.of(assertion.account.text)):
        return False
    if not assertion.quoted and in_first_person(assertion.shown.of(assertion.account.text)):
        return False
    if not assertion.quoted:
        return assertion.attributed_to is not None or not _said_elsewhere(assertion, group)
    said = forms(assertion.account.text, assertion.shown)
    return tells_alone(said) and _said_alike(assertion, group)


def _said_elsewhere(assertion: Assertion, group: Sequence[Assertion]) -> bool:
    """Whether another account prints the same sentence in marks: a post, say, of which it is not told whose it is."""
    return any(
        other.quoted and other.order != assertion.order and _same_sentences((assertion, other))
        for other in group
    )


def _said_alike(assertion: Assertion, group: Sequence[Assertion]) -> bool:
    """Whether another account has the same speaker say it: a name, or "the family"."""
    speaker = (assertion.attributed_to or "").lower()
    others = {(other.attributed_to or "").lower() for other in group if other.order != assertion.order}
    return bool(speaker) and speaker in others


def _confirmed(assertion: Assertion, group: Sequence[Assertion]) -> list[Gloss]:
    """Return the glosses on an assertion's pronouns that name somebody whom another account names here."""
    others = frozenset[str]().union(
        *(a.context if a.inner else a.terms for a in group if a.order != assertion.order)
    )
    return [gloss for gloss in assertion.glosses if gloss.entity in others]


def _whole_copies(groups: Sequence[list[Assertion]]) -> list[list[Assertion]]:
    """Join the clauses of a sentence that accounts share as a whole: it is one claim, not one a clause."""
    joined: dict[tuple[tuple[int, int], ...], list[Assertion]] = {}
    kept: list[list[Assertion]] = []
    for group in groups:
        places = tuple(sorted((a.order, a.place) for a in group))
        if not _same_sentences(group):
            kept.append(group)
        elif places not in joined:
            joined[places] = group
            kept.append(group)
        else:
            joined[places][:] = _joined_all(joined[places], group)
    return kept


def _same_sentences(group: Sequence[Assertion]) -> bool:
    """Whether all sentences of a group share almost all their terms with the first one's."""
    first = group[0].context
    return all(len(a.context & first) >= COPIED * max(len(a.context), len(first)) for a in group)


def _joined_all(one: Sequence[Assertion], other: Sequence[Assertion]) -> list[Assertion]:
    """Return the assertions that two clauses of one sentence make together: in all accounts one of them is shown."""
    side, main = sorted((other, one), key=lambda clauses: sum(a.shown is not None for a in clauses))
    return [_joined(a, b) for a, b in zip(main, side, strict=True)]


def _joined(main: Assertion, side: Assertion) -> Assertion:
    return replace(
        main,
        span=hull((main.span, side.span)),
        terms=main.terms | side.terms,
        names=main.names | side.names,
        numbers=(*main.numbers, *side.numbers),
    )


def _rank(group: Sequence[Assertion]) -> tuple[int, int, int]:
    """Order by how many accounts carry the claim, then by how early the first tells it, or how much it matters."""
    accounts = {a.order for a in group}
    first = min(a.place for a in group) if len(accounts) > 1 else alone.rank(group[0])[0]
    return -len(accounts), first, min(accounts)


def _settled(group: Sequence[Assertion], told: Aligned) -> tuple[list[Assertion], Assertion] | None:
    """Return what of a group says the same as the wording that stands for it, and that wording.

    Whoever bears it out, it then says which one of many is meant: "passed a bill that would close the port". None
    where no wording, without what is told nowhere else, can stand for the group.
    """
    short = [_of_the_claim(assertion, group) for assertion in group]
    speaking = [assertion for assertion in short if _speaks(assertion, short)]
    if not speaking:
        return None
    borne, head = settled(
        short,
        speaking,
        lambda assertion: (
            _clarity(assertion, short) - extra(assertion, short) + HELD * held(assertion, short)
        ),
        lambda one, other: told.like(one, other) or _same_sentences((one, other)),
    )
    whole = next(one for one, cut in zip(group, short, strict=True) if cut is head)
    fuller = _of_the_claim(whole, borne, TELLING)
    return [fuller if one is head else one for one in borne], fuller


def _of_the_claim(assertion: Assertion, group: Sequence[Assertion], least: float = HELD_TAIL) -> Assertion:
    """Return a wording without what it tells at its end that not half of the other accounts tell."""
    if assertion.shown is None:
        return assertion
    others = [frozenset(topics(o.account.text, o.sentence)) for o in group if o.order != assertion.order]
    counts = Counter(word for words in others for word in words)
    told = frozenset(word for word, count in counts.items() if 2 * count >= len(others))
    shown = without_tail(assertion.account, assertion.shown, assertion.span, told, least=least)
    return replace(assertion, shown=shown)


def _clearest(group: Sequence[Assertion]) -> Assertion:
    return max(group, key=lambda assertion: (_clarity(assertion, group), -assertion.order))


def _claim(
    group: Sequence[Assertion], clearest: Assertion, outlet: Mapping[str, str | None], origins: Origins
) -> Claim:
    support = tuple(_support(assertion, clearest, origins) for assertion in _one_each(group, clearest))
    text = _glossed(clearest, _confirmed(clearest, group))
    disputed = _disputed(group, clearest, support)
    id = founded_id("claim", group[0].evidence)
    return _of_support(id, text, support, outlet, origins, disputed=disputed)


def _of_support(
    id: str,
    text: str,
    support: tuple[Support, ...],
    outlet: Mapping[str, str | None],
    origins: Origins,
    *,
    disputed: bool = False,
) -> Claim:
    articles = list(dict.fromkeys(one.evidence.article for one in support))
    count = independence.origins(support, origins)
    return Claim(
        id=id,
        text=text,
        independence=independence.verdict(len(articles), count, support),
        disputed=disputed,
        accounts=len(articles),
        outlets=independence.outlets([outlet[article] for article in articles]),
        origins=count,
        support=support,
    )


def _utterance(told: Sequence[Saying], outlet: Mapping[str, str | None], origins: Origins) -> Claim:
    """Return the claim that somebody said something; the first of the sentences stands for it."""
    support = tuple(
        Support(
            Stance.ASSERTS,
            one.evidence,
            origins.origin_of(one.evidence),
            one.speaker or told[0].speaker,
            one.framed,
        )
        for one in sorted(told, key=lambda one: one.order)
    )
    id = founded_id("claim", told[0].evidence, "said")
    return _of_support(id, told[0].text, support, outlet, origins)


def _words(assertion: Assertion) -> Evidence:
    """Return the words shown for an assertion: those that stand alone, else its whole sentence."""
    account = assertion.account
    if assertion.shown:
        return account.evidence(assertion.shown)
    sentence = account.analysis.sentence_at(assertion.sentence.start)
    long = len(assertion.sentence.of(account.text).split()) > LONG
    by_the_way = assertion.inner and assertion.complete and long
    if sentence is None or by_the_way or not is_clean(account, sentence):
        return assertion.evidence
    return account.evidence(trimmed(account.text, joined(account, sentence).span))


def _glossed(assertion: Assertion, glosses: Sequence[Gloss]) -> str:
    """Return the words shown for an assertion, each pronoun with the name in brackets that it stands for."""
    evidence = _words(assertion)
    told = assertion.account.text
    changes = [(gloss.end, gloss.end, f" [{gloss.name}]") for gloss in glosses]
    if assertion.cut:
        changes.append((assertion.cut.start, assertion.cut.end, " …"))
    text, at = "", evidence.start
    for start, end, change in sorted(changes):
        text += told[at:start] + change
        at = end
    text += told[at : evidence.end]
    return uttered(assertion.attributed_to, text) if assertion.quoted else text


def _one_each(group: Sequence[Assertion], clearest: Assertion) -> list[Assertion]:
    """Return of each account its clearest wording of what is shown, and another only where it denies that."""
    kept: dict[tuple[int, bool], Assertion] = {}

    def fit(assertion: Assertion) -> float:
        same = len(assertion.terms & clearest.terms) / max(1, len(clearest.terms))
        return _clarity(assertion, group) + SAME * same

    for assertion in group:
        denies = assertion.negated != clearest.negated
        if (
            denies
            and clearest.attributed_to
            and assertion.attributed_to in {clearest.attributed_to, *PRONOUNS}
        ):
            continue  # who says now this, now that disputes nothing
        key = (assertion.order, denies)
        if key not in kept or fit(assertion) > fit(kept[key]):
            kept[key] = assertion
    kept[clearest.order, False] = clearest
    return sorted(kept.values(), key=lambda assertion: (assertion.order, assertion.span))


def _clarity(assertion: Assertion, group: Sequence[Assertion]) -> float:
    """Return how well a wording tells alone what the group says, above all in words that others share."""
    common = sum(len(assertion.terms & other.terms) for other in group) / max(
        1, len(assertion.terms) * len(group)
    )
    return (
        2.0 * (assertion.shown is not None)
        + 2.0 * own_part(assertion)
        - 1.0 * any(gloss.first for gloss in assertion.glosses)
        - 0.5 * open_nouns(assertion.account, assertion.shown or assertion.span)
        - 1.0 * assertion.quoted
        - 3.0 * _opens_low(assertion)
        + 3.0 * common
    )


def _opens_low(assertion: Assertion) -> bool:
    """Whether the words shown begin within a sentence with a preposition: "at the time boy fell in the moat"."""
    words = assertion.shown or assertion.span
    first = assertion.account.analysis.tokens[assertion.account.analysis.tokens_in(words)[0]]
    return first.upos in {"ADP", "SCONJ"} and first.text.islower()


def _support(assertion: Assertion, clearest: Assertion, origins: Origins) -> Support:
    evidence = _words(assertion)
    if assertion is not clearest:
        told = frozenset(topics(clearest.account.text, _words(clearest).span))
        evidence = assertion.account.evidence(
            without_tail(assertion.account, evidence.span, assertion.span, told, least=TELLING)
        )
    if assertion.negated != clearest.negated:
        stance = Stance.DENIES
    else:
        stance = Stance.HEDGES if assertion.conjectured else Stance.ASSERTS
    origin = origins.origin_of(assertion.evidence)
    return Support(stance, evidence, origin, assertion.attributed_to, _framed(assertion, evidence))


def _framed(assertion: Assertion, evidence: Evidence) -> bool:
    """Whether the shown words themselves say whose assertion it is."""
    statement = assertion.statement
    if statement is None or statement.cue is None or statement.speaker is None:
        return False
    return all(evidence.span.contains(part) for part in (statement.cue, statement.speaker.span))


def _disputed(group: Sequence[Assertion], head: Assertion, support: Sequence[Support]) -> bool:
    """Whether an account denies what the head says, or counts it otherwise; doubt alone is no dispute."""
    stances = {one.stance for one in support}
    others = [one for one in group if one.order != head.order]
    return Stance.DENIES in stances or any(_counts_differ(head, other) for other in others)


def _counts_differ(one: Assertion, other: Assertion) -> bool:
    """Whether two accounts count the same thing exactly and differently, and neither gives the other's count too."""
    return {one.mood, other.mood} <= {Mood.FACT, Mood.NOW, Mood.DONE} and any(
        a.unit
        and (a.unit, a.label) == (b.unit, False)
        and not (a.bound or b.bound or _gives(one, b) or _gives(other, a))
        for a in one.numbers
        for b in other.numbers
    )


def _gives(assertion: Assertion, number: Number) -> bool:
    return any(own.value == number.value for own in assertion.numbers)
