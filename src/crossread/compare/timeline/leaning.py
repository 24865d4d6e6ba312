"""Whether words lean on what stands before them, and the names that hold them up."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.compare.cast import Cast
from crossread.compare.introduced import meant_in
from crossread.compare.once import mentions_of, timed
from crossread.compare.timeline.pointing import is_subject, only_definite, points
from crossread.record.analysis import Analysis
from crossread.record.annotation import Account, EntityType, Gender, MentionForm
from crossread.record.dossier import Entity
from crossread.record.span import Span
from crossread.text.listing import listed
from crossread.text.rolewords import role_gender, role_noun

_OF_PERSONS = dict.fromkeys(("he", "him", "his"), Gender.MALE) | dict.fromkeys(
    ("she", "her", "hers"), Gender.FEMALE
)
_OF_THINGS = listed("it its they them their theirs")
# In their own case: "Mazar-i-Sharif" and "US" are none.
_FIRST_PERSON = listed("I We we me us My my Our our ours mine myself ourselves You you Your your yours")
_OMITTED = " … "
_SUBJECTS = ("nsubj", "csubj")
_ARGUMENTS = frozenset({"nsubj", "csubj", "obj", "iobj", "obl", "root"})
_TIED = frozenset({"conj", "xcomp"})
_PARTIES = ("nsubj", "obj", "iobj", "obl", "nmod")


def glossed(
    account: Account, cast: Cast, parts: Sequence[Span], quoted: Sequence[Span], topic: frozenset[str]
) -> str | None:
    """Return words as one line with the names that they need; None where one of them points at nothing in it.

    `topic` are the nouns of what the story is about: "the attack" needs no more in a story of one.
    """
    line = _Line(account, cast, parts, quoted, topic)
    stands = all(line.stands(place, index) for place, index in enumerate(line.own))
    return _OMITTED.join(_texts(account, parts, line.glosses)) if stands else None


class _Line:
    """The words of a line outside quotation marks; `glosses` are the names that were found to be needed, by token."""

    def __init__(
        self,
        account: Account,
        cast: Cast,
        parts: Sequence[Span],
        quoted: Sequence[Span],
        topic: frozenset[str],
    ) -> None:
        self.account, self.analysis, self.topic = account, account.analysis, topic
        self.cast, self.parts = cast, parts
        tokens = [i for part in parts for i in self.analysis.tokens_in(part)]
        near = [q for q in quoted if any(map(q.overlaps, parts))]
        self.own = [i for i in tokens if not any(q.contains(self.analysis.tokens[i].span) for q in near)]
        self.denoted = _denoted(account, cast, parts)
        self.named = set[str]()
        self.later = {entity.id for entity, by_name in self.denoted.values() if by_name}
        self.glosses: dict[int, str] = {}

    def stands(self, place: int, index: int) -> bool:
        """Whether the word at this place is clear to who reads the line alone; words must be asked in order."""
        token = self.analysis.tokens[index]
        entity, by_name = self.denoted.get(index, (None, False))
        if entity is not None and by_name:
            self.named.add(entity.id)
        if token.text in _FIRST_PERSON and token.upos == "PRON":
            return False
        if token.text.lower() in _OF_PERSONS or token.text.lower() in _OF_THINGS:
            return self._pronoun(index, self.own[:place], entity)
        if (
            index not in timed(self.account)
            and self._is_central(index)
            and points(self.analysis, index, self.own[:place])
        ):
            return False
        return _noun_among(self.account, self.own[:place]) or self._opening_noun(index)

    def _is_central(self, index: int) -> bool:
        """Whether a word, or the noun that it points at, opens the line or is an argument of its main verb.

        What was told before and is named further down ("the origins of that plan") leaves clear what happened.
        """
        tokens = self.analysis.tokens
        noun = tokens[index].head if tokens[index].dep in ("det", "amod", "det:predet") else index
        subject = is_subject(self.analysis, noun)
        tied = _TIED | {"ccomp"} if subject else _TIED
        verb = self.analysis.top(tokens[noun].head, *tied)
        main = tokens[verb].head == verb or tokens[verb].head not in self.own
        return index == self.own[0] or (main and tokens[noun].dep.split(":")[0] in _ARGUMENTS)

    def _pronoun(self, index: int, before: Sequence[int], entity: Entity | None) -> bool:
        gender = _OF_PERSONS.get(self.analysis.tokens[index].text.lower())
        others = _others(self.analysis, index, before)
        doubtful = gender is not None and _person_among(self.account, others, gender)
        if entity is None or doubtful:
            return _has_antecedent(self.account, others, index)
        if entity.id not in self.named | self.later:
            self._name(index, entity)
        return True

    def _opening_noun(self, index: int) -> bool:
        """Whether a noun before all others says which one is meant, or what its account called it before can."""
        if not only_definite(self.account, index, self.topic):
            return True
        span = self.analysis.tokens[index].span
        meant = meant_in(self.account, self.parts, self.cast, (), pronouns=False)
        return any(one.mention.span.contains(span) for one in meant)

    def _name(self, index: int, entity: Entity) -> None:
        owner = self.analysis.tokens[index].dep == "nmod:poss"
        self.glosses[index] = f" [{entity.name}{'’s' if owner else ''}]"
        self.named.add(entity.id)


def _texts(account: Account, parts: Sequence[Span], glosses: dict[int, str]) -> list[str]:
    lines = []
    for part in parts:
        text, at = "", part.start
        for index in account.analysis.tokens_in(part):
            if index in glosses:
                end = account.analysis.tokens[index].end
                text += account.text[at:end] + glosses[index]
                at = end
        lines.append(text + account.text[at : part.end])
    return lines


def _denoted(account: Account, cast: Cast, parts: Sequence[Span]) -> dict[int, tuple[Entity, bool]]:
    """Return for each token of a resolved mention whom it means, and whether it names him."""
    found: dict[int, tuple[Entity, bool]] = {}
    for number, mention in enumerate(account.annotation.mentions):
        if any(part.contains(mention.span) for part in parts) and (
            entity := cast.entity_of(account.id, number)
        ):
            named = mention.form is MentionForm.NAME
            for index in account.analysis.tokens_in(mention.span):
                found[index] = entity, named
    return found


def _others(analysis: Analysis, index: int, before: Sequence[int]) -> list[int]:
    """Return the words before a pronoun without the subject of its clause, which it cannot mean as an object."""
    token = analysis.tokens[index]
    if token.dep.split(":")[0] in _SUBJECTS:
        return [
            i for i in before if analysis.tokens[i].head != token.head or analysis.tokens[i].upos == "PROPN"
        ]
    if token.dep == "nmod:poss":
        return list(before)
    above = [i for i in analysis.ancestors(index) if analysis.tokens[i].upos in ("VERB", "AUX")]
    own: set[int] = set()
    for verb in above:
        subjects = analysis.children(verb, *_SUBJECTS)
        below = {i for subject in subjects for i in analysis.subtree(subject)}
        own |= below
        if subjects:
            break
    return [i for i in before if i not in own]


def _has_antecedent(account: Account, before: Sequence[int], index: int) -> bool:
    """Whether a pronoun of which nobody knows whom it means has a fitting noun before it in the line."""
    token = account.analysis.tokens[index]
    if token.dep == "expl":
        return True
    if gender := _OF_PERSONS.get(token.text.lower()):
        return _person_among(account, before, gender)
    return _noun_among(account, before)


def _person_among(account: Account, before: Sequence[int], gender: Gender) -> bool:
    """Whether somebody who may be of this gender is named before, so that a name from elsewhere would be a guess."""
    named = any(
        mention.type is EntityType.PERSON
        and mention.form is MentionForm.NAME
        and mention.gender in (None, gender)
        for i in before
        for mention in mentions_of(account).get(i, ())
    )
    return named or any(_may_be(account, i, gender) for i in before)


def _may_be(account: Account, index: int, gender: Gender) -> bool:
    """Whether a word is a noun for one person, or the surname of somebody whom the account names in full."""
    token = account.analysis.tokens[index]
    if token.upos != "PROPN":
        part = token.dep.startswith(_PARTIES)  # not "A mother of two, she …"
        role = role_noun(token.lemma) if token.tag == "NN" and part else None
        return role is not None and role_gender(role) in (None, gender)
    return any(
        mention.name.endswith(f" {token.text}")
        for mention in account.annotation.mentions
        if mention.type is EntityType.PERSON and mention.gender in (None, gender)
    )


def _noun_among(account: Account, before: Sequence[int]) -> bool:
    """Whether a noun stands before that names no time."""
    tokens = account.analysis.tokens
    return any(tokens[i].upos in ("NOUN", "PROPN") and i not in timed(account) for i in before)
