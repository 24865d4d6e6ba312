"""Whether the sentence before an act names what its words leave open: who "she" is, which "bill" or "group"."""

from __future__ import annotations

from crossread.compare.ledger.pointing import BODIES, THIRD_PERSON, bare, demonstrative_left, named
from crossread.record.analysis import Analysis, Sentence
from crossread.record.annotation import Account, Act, EntityType, MentionForm
from crossread.record.span import Span
from crossread.text.closed_classes import POSSESSIVES
from crossread.text.listing import listed

_PERSONS = listed("he she him her himself herself his hers")
_MANY = listed("they them themselves their theirs")
# Nouns that take each other up, as news does so as not to repeat itself: "the resolution … the measure".
_TAKING_UP = (
    listed(
        "measure bill plan proposal policy law legislation rule resolution act order programme program motion deal "
        "agreement package amendment article ordinance statute project reform ban"
    ),
    listed(
        "allegation claim accusation charge report statement story complaint suit lawsuit letter document video "
        "revelation article"
    ),
)
# Nouns for what a whole sentence tells: "the move", "the offer".
_OF_A_SENTENCE = listed(
    "move decision step idea request offer situation issue matter question problem incident process result practice "
    "effort affair scandal controversy vote thing task change position option"
)


def helps(account: Account, act: Act, span: Span, before: Sentence, *, party: bool) -> bool:
    """Whether `before` names what the words in `span` leave open; with `party`, who acts."""
    if party:
        return act.actor is not None and _names_party(account, act.actor.span, before)
    if demonstrative_left(account, span):
        return True
    inside = account.analysis.tokens_in(span)
    nouns = [i for i in inside if bare(account.analysis, i) and not named(account, i)]
    if nouns:
        return _takes_up(account, nouns[0], before)
    tokens = account.analysis.tokens
    pronouns = [tokens[i].text.lower() for i in inside if tokens[i].text.lower() in THIRD_PERSON]
    return bool(pronouns) and _names_pronoun(account, pronouns[0], before)


def _names_party(account: Account, party: Span, before: Sentence) -> bool:
    words = party.of(account.text).lower().split()
    if words[0] in _MANY:
        return _plural(account.analysis, before)
    if words[0] in POSSESSIVES:
        return _has_name(account, before, EntityType.PERSON)
    if words[-1] in BODIES:
        return _has_name(account, before, EntityType.ORGANISATION)
    return _has_name(account, before, EntityType.PERSON) or _has_name(
        account, before, EntityType.ORGANISATION
    )


def _takes_up(account: Account, noun: int, before: Sentence) -> bool:
    lemma = account.analysis.tokens[noun].lemma.lower()
    if lemma in BODIES:
        return _has_name(account, before, EntityType.ORGANISATION)
    if lemma in _OF_A_SENTENCE:
        return True
    alike = frozenset({lemma}).union(*(family for family in _TAKING_UP if lemma in family))
    return any(
        token.upos in ("NOUN", "PROPN") and token.lemma.lower() in alike
        for token in account.analysis.tokens[before.first : before.last]
    )


def _names_pronoun(account: Account, word: str, before: Sentence) -> bool:
    if word in _PERSONS:
        return _has_name(account, before, EntityType.PERSON)
    if word in _MANY:
        return _plural(account.analysis, before)
    tokens = account.analysis.tokens[before.first : before.last]
    return any(t.upos == "NOUN" and t.dep.split(":")[0] in ("nsubj", "obj", "obl") for t in tokens)


def _plural(analysis: Analysis, before: Sentence) -> bool:
    return any(token.tag in ("NNS", "NNPS") for token in analysis.tokens[before.first : before.last])


def _has_name(account: Account, before: Sentence, kind: EntityType) -> bool:
    return any(
        mention.type is kind and mention.form is MentionForm.NAME and before.span.contains(mention.span)
        for mention in account.annotation.mentions
    )
