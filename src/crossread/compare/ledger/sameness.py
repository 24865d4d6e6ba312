"""Whether two acts are about the same matter: one entry of the ledger, told twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from crossread.compare.ledger.matter import (
    BILLS,
    DISMISSAL,
    INQUIRY,
    PASSING,
    Matter,
    content,
    stem,
)
from crossread.compare.ledger.parties import is_one, name_words, one_side
from crossread.compare.ledger.status import DONE
from crossread.record.analysis import PLURAL
from crossread.record.annotation import ActKind
from crossread.record.article import DateRange
from crossread.record.dossier import Who
from crossread.text.listing import listed
from crossread.text.similar import containment

# Least share of the smaller set of content words that two acts on one matter
# have in common. Tried .25, .34, .5, .67, .75 on the worked example and seven
# other stories, judged by reading what joins: at .25 another meeting and four
# different demands of one speaker join; .34 and .5 give the same entries; from
# .67 on, two accounts of one meeting and of one indictment fall apart.
SAME_MATTER = 0.5
# What an account tells without a day was done so many days before it at most. Not swept.
NEWS = 31


def same_party(one: Who | None, other: Who | None) -> bool:
    """Whether two parties are the same: by entity, else by the words of their names."""
    if one is None or other is None:
        return False
    if one.entity is not None and other.entity is not None:
        return one.entity == other.entity
    left, right = name_words(one.name), name_words(other.name)
    return bool(left and right) and (left <= right or right <= left)


def compatible(one: Who | None, other: Who | None) -> bool:
    return one is None or other is None or same_party(one, other)


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the smaller set of words that both have; two without any are alike."""
    return containment(one, other) if one and other else float(one == other)


def same_matter(one: Matter, other: Matter) -> bool:
    """Whether two acts are one entry of the ledger: same kind of act, same parties, same thing."""
    if one.act.span == other.act.span and one.account.id == other.account.id:
        return False  # "asked A and B to": one act each, on purpose
    if one.family != other.family:
        return _of_two_kinds(one, other) or _in_like_sentences(one, other)
    if not compatible_days(one.due, other.due) or (one.family == "directive" and _for_two(one, other)):
        return False
    if told_once(one) or told_once(other):
        return compatible_days(one.made, other.made) and (_same_step(one, other) or _told_alike(one, other))
    judges = (_JUDGES.get(one.family, _same_deed), _told_alike, _in_like_sentences, _same_thing)
    return any(judge(one, other) for judge in judges)


# Kinds of what one announces and does, and least words in common of two such acts on one matter, one may be the verb.
_DEEDS = DONE - {ActKind.ARREST} | {ActKind.COMMITMENT, ActKind.SCHEDULED, ActKind.INQUIRY}
_TELLING_WORDS = 3


def _of_two_kinds(one: Matter, other: Matter) -> bool:
    """Whether one party did one thing that is told as two kinds of act: announced and done, ordered and begun."""
    both = [word for word in one.words & other.words if word[0].isalpha()]
    return (
        {one.kind, other.kind} <= _DEEDS
        and len(both) >= _TELLING_WORDS - (one.deed == other.deed)
        and _same_words(one, other)
        and not other_sums(one, other)
        and (same_party(one.actor, other.actor) or one_side(one.sides, other.sides))
        and compatible_days(about(one), about(other))
    )


def other_sums(one: Matter, other: Matter) -> bool:
    """Whether two acts are of other sums, and so two."""
    mine, yours = ({word for word in found.words if word[0].isdigit()} for found in (one, other))
    return bool(mine and yours) and mine.isdisjoint(yours)


# Least words that two sentences on one deed have in common, and share of the smaller set: where both are the news of
# their accounts or have one verb; else, where the acts have a word in common too.
LEAST_AROUND = 3
_NEWS_ALIKE, _ALIKE = (LEAST_AROUND, 0.3), (4, 0.35)


def _in_like_sentences(one: Matter, other: Matter) -> bool:
    """Whether two accounts tell in like sentences what one party did."""
    by_one_verb = one.deed is not None and one.deed == other.deed
    near = by_one_verb or (one.is_news and other.is_news)
    least, share = _NEWS_ALIKE if near else _ALIKE
    return (
        one.account.id != other.account.id
        and len(one.around & other.around) >= least
        and alike(one.around, other.around) >= share
        and (near or not one.words.isdisjoint(other.words))
        and (one.kind is other.kind or {one.kind, other.kind} <= DONE - {ActKind.ARREST})
        and one.against is other.against
        and (_by_one(one, other) or (by_one_verb and same_party(one.actor, other.actor)))
        and not other_sums(one, other)
        and _to_one(one, other)
        and compatible_days(about(one), about(other))
    )


def _by_one(one: Matter, other: Matter) -> bool:
    """Whether two acts are known to be of one party, or of a body and who acts for it."""
    known = one.actor is not None and is_one(one.actor, other.actor)
    return known or one_side(one.sides, other.sides)


def _told_alike(one: Matter, other: Matter) -> bool:
    """Whether two accounts tell one deed in the same words, of which one only describes who does it or to whom.

    Of 23 pairs with two words in common 3 were two deeds; with three, or all of the fewer words, 1 of 16.
    """
    both = one.words & other.words
    return (
        one.account.id != other.account.id
        and one.deed is not None
        and one.deed == other.deed
        and len(both) >= (2 if both in (one.words, other.words) else 3)
        and _same_words(one, other)
        and compatible_days(about(one), about(other))
        and not by_another(one, other)
        and _to_one(one, other)
    )


def _to_one(one: Matter, other: Matter) -> bool:
    """Whether two acts may be done to one party: to nobody else who is named."""
    described = any(_worded(m, m.addressee)[0] for m in (one, other))
    return described or compatible(one.addressee, other.addressee)


def by_another(one: Matter, other: Matter) -> bool:
    """Whether two acts are of two parties: both named, or one only described and one of several."""
    first, second = _worded(one, one.actor), _worded(other, other.actor)
    alike_told = (first[0] or second[0]) and first[1] is second[1]
    return not (alike_told or compatible(one.actor, other.actor) or one_side(one.sides, other.sides))


def _worded(found: Matter, who: Who | None) -> tuple[bool, bool]:
    """Return whether words only describe a party, and whether they are of several."""
    analysis = found.account.analysis
    head = None if who is None or who.mention is None else analysis.head_of(who.mention.span)
    if who is None or who.mention is None or head is None:
        return False, False
    common = analysis.tokens[head].upos == "NOUN" or who.mention.text.lower().startswith(
        ("the ", "a ", "an ")
    )
    behind = (analysis.tokens[i].tag for i in analysis.tokens_in(who.mention.span) if i > head)
    several = analysis.tokens[head].tag in PLURAL and "NN" not in behind  # "election crimes prosecutor"
    return who.entity is None and common, several


def about(found: Matter) -> DateRange | None:
    """Return the days on which a deed may have been done: news without a day of its own is not old."""
    if found.made is not None or found.day is None:
        return found.made
    return replace(found.day, earliest=found.day.earliest - timedelta(days=NEWS))


def _for_two(one: Matter, other: Matter) -> bool:
    """Whether two things are asked for: an interview about a laptop, and the laptop; or that one thing be done, and
    not be done; or one of them by nobody who is told."""
    if (one.actor is None) is not (other.actor is None) or one.against is not other.against:
        return True
    if INQUIRY in one.words & other.words:
        return False
    return any(m.core and m.core.isdisjoint(n.words) for m, n in ((one, other), (other, one)))


def _same_directive(one: Matter, other: Matter) -> bool:
    ordered = (one.kind is ActKind.INQUIRY) is not (other.kind is ActKind.INQUIRY)
    if ordered and (INQUIRY not in one.words & other.words or "part" in one.words | other.words):
        return False  # "issued subpoenas as part of an inquiry" orders none
    return _same_deed(one, other)


def _same_agenda(one: Matter, other: Matter) -> bool:
    if one.due is not None and other.due is not None:
        if not one.due.overlaps(other.due):
            return False
        shared = len(one.words & other.words)
        if shared > 1 and _same_words(one, other):
            return True  # whoever attends
        if shared and one.due == other.due and one.due.days == 1 and same_party(one.actor, other.actor):
            return True  # nobody does two things of one name on one day
    return _same_deed(one, other)


def compatible_days(one: DateRange | None, other: DateRange | None) -> bool:
    return one is None or other is None or one.overlaps(other)


# Words that do not say of which bill a vote is.
_OF_A_VOTE = frozenset(
    stem(word)
    for word in PASSING
    | BILLS
    | listed("vote final give send desk signature governor president hb sb hr country nation state")
)


def _same_thing(one: Matter, other: Matter) -> bool:
    """Whether two acts are one deed done to one thing by one party, in whatever words, as a vote on a bill is."""
    if one.done_to is None or one.done_to != other.done_to or not same_party(one.actor, other.actor):
        return False
    if not (compatible(one.addressee, other.addressee) and compatible_days(one.made, other.made)):
        return False
    mine, yours = _telling(one), _telling(other)
    return not (mine and yours and mine.isdisjoint(yours))


def _telling(found: Matter) -> frozenset[str]:
    """Return the words that say which one it is, of which bill: counts of votes and who does it left out."""
    body = frozenset() if found.actor is None else name_words(found.actor.name)
    said = {stem(word) for word in (found.deed, found.thing) if word} | _OF_A_VOTE | body
    return frozenset(w for w in found.words - said if not w[0].isdigit())


def _same_decision(one: Matter, other: Matter) -> bool:
    if one.against is not other.against:
        return False  # a budget passed and one rejected
    ordered = (one.addressee is None) is not (other.addressee is None)
    return not (ordered and one.words != other.words) and _same_deed(
        one, other
    )  # whom it is ordered is another


def _same_words(one: Matter, other: Matter) -> bool:
    share = alike(one.words, other.words)
    return share >= SAME_MATTER or (len(one.words & other.words) >= 4 and share >= 0.3)


# Acts of which one word in common is enough where one kind of them is told of one party: "refused to testify".
_BRIEF = ("directive", "stance", ActKind.COURT.value)


def _same_deed(one: Matter, other: Matter) -> bool:
    """Whether the same parties, as far as they are told, do what is told in the same words."""
    both = one.words & other.words
    two = one.account.id != other.account.id and len(both) >= _TELLING_WORDS
    sided = two and one_side(one.sides, other.sides)
    known = same_party(one.actor, other.actor)
    own = known or one.actor is other.actor
    to_one = compatible(one.addressee, other.addressee)
    if not ((sided or compatible(one.actor, other.actor)) and (to_one or (known and _to_one(one, other)))):
        return False
    brief = to_one and one.family in _BRIEF and (one.kind is other.kind or one.family == "directive")
    enough = len(both) > 1 or (own and (brief or one.words == other.words))
    return enough and _same_words(one, other)


# So many words of a description must be in the sentences that name him: "a ports ministry official" has three.
_DESCRIBED_BY = 2
_VERDICTS = ("convict", "acquit", "find", "clear")


def told_once(found: Matter) -> Who | None:
    """Return of whom an act is that is told of one person but once: who leaves, is dismissed, arrested, convicted."""
    dismissed = found.kind in DONE and DISMISSAL in found.words
    if dismissed or found.kind in (ActKind.ARREST, ActKind.CHARGE):
        return found.addressee
    verdict = found.ends_case and found.deed in _VERDICTS
    return found.actor if verdict or found.kind in (ActKind.RESIGNATION, ActKind.APOLOGY) else None


def befalls_another(one: Matter, other: Matter) -> bool:
    """Whether two acts that befall a person once befall two who are known."""
    mine, yours = told_once(one), told_once(other)
    known = mine is not None and yours is not None and mine.entity is not None and yours.entity is not None
    return known and not same_party(mine, yours)


def _same_step(one: Matter, other: Matter) -> bool:
    """Whether one thing befalls one person, who is known or told of in the same words, or only described."""
    mine, yours = told_once(one), told_once(other)
    if mine is None or yours is None:
        return False
    first, second = (m.words - {stem(m.deed or "")} for m in (one, other))
    again = one.kind is ActKind.APOLOGY and one.account.id == other.account.id
    if (again or one.kind is ActKind.CHARGE) and first and second and first.isdisjoint(second):
        return False  # two charges, apologies of one account for two things
    same = is_one(mine, yours) or (same_party(mine, yours) and _same_words(one, other))
    return same or _describes(one, mine, other, yours) or _describes(other, yours, one, mine)


def _describes(one: Matter, who: Who, other: Matter, named: Who) -> bool:
    """Whether one act describes whom the other names: "a ministry official", "Ann Lee, an official of …"."""
    if who.mention is None or who.entity is not None or named.entity is None:
        return False
    if _worded(one, who)[1]:
        return False
    account, name = other.account, named.name.split()[-1]
    naming = (one.span for one in account.sentences if name in one.span.of(account.text))
    told = frozenset[str]().union(*(content(account, span) for span in naming))
    return len(content(one.account, who.mention.span) & told) >= _DESCRIBED_BY


_JUDGES = {
    "directive": _same_directive,
    "agenda": _same_agenda,
    ActKind.DECISION.value: _same_decision,
}
