"""People who are called something first and named later, or named first and taken up by their age."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.annotate.mentions.chains import Chain, is_definite, told_office
from crossread.annotate.mentions.reading import Reading
from crossread.record.analysis import Sentence
from crossread.record.annotation import EntityType, Mention, MentionForm
from crossread.record.span import Span
from crossread.text.ages import age_alone, age_beside
from crossread.text.lexicon import words as lexicon_words
from crossread.text.offices import Office, office


def join(reading: Reading, mentions: Sequence[Mention], chains: list[Chain]) -> list[Chain]:
    """Return the chains, those of descriptions joined with the people whom they introduce or take up."""
    _by_age(reading, mentions, chains)
    chains = _by_apposition(reading, mentions, chains)
    chains = _by_identification(reading, mentions, chains)
    chains = _by_whom_they_told(reading, mentions, chains)
    return _named_after_lead(reading, mentions, chains)


# ---------------------------------------------------------------- by age


def _by_age(reading: Reading, mentions: Sequence[Mention], chains: list[Chain]) -> None:
    """Add "the 48-year-old" to the one person of this age; without one it begins a chain of its own."""
    holders: dict[int, list[Chain]] = {}
    for chain in chains:
        ages = {age_beside(reading.text, mentions[m].span) for m in chain.members if _is_name(mentions[m])}
        for age in ages - {None} if chain.type is EntityType.PERSON else ():
            holders.setdefault(age or 0, []).append(chain)
    for number, mention in enumerate(mentions):
        age = age_alone(mention.name) if mention.form is MentionForm.DESCRIPTION else None
        if age is None:
            continue
        known = holders.setdefault(age, [])
        if not known:
            chains.append(Chain(EntityType.PERSON))
            known.append(chains[-1])
        if len(known) == 1:
            known[0].add(number, None)
            known[0].members.sort()


def _is_name(mention: Mention) -> bool:
    return mention.form is MentionForm.NAME


# ---------------------------------------------------------------- a role first, its holder's name beside it later

# Characters between a description and the name that takes it up: about three news paragraphs, as for descriptions.
_REACH = 900


def _by_apposition(reading: Reading, mentions: Sequence[Mention], chains: list[Chain]) -> list[Chain]:
    """Join "a former diplomat" with the name beside which it is taken up: "That diplomat, William Cole,"."""
    for named in [c for c in chains if c.type is EntityType.PERSON and (c.names or c.keys)]:
        for span in (span for member in named.members for span in mentions[member].roles):
            described = _taken_up(reading, mentions, chains, named, span)
            if described is not None:
                named.members = sorted(named.members + described.members)
                chains = [chain for chain in chains if chain is not described]
    return chains


def _taken_up(
    reading: Reading, mentions: Sequence[Mention], chains: Sequence[Chain], named: Chain, span: Span
) -> Chain | None:
    """Return the one chain of descriptions that role words beside a name take up.

    "That" and "this" point back; "the" does only where the name is new.
    """
    at = reading.at.get(span.start)
    determiner = reading.lower[at - 1] if at and reading.tokens[at - 1].upos == "DET" else ""
    held = office(span.of(reading.text))
    new = min(mentions[m].span.start for m in named.members) >= span.start
    if determiner not in ("that", "this") and not (determiner == "the" and new):
        return None
    found = [chain for chain in chains if _tells_the_same(reading, mentions, chain, named, held, span)]
    return found[0] if len(found) == 1 else None


def _tells_the_same(
    reading: Reading, mentions: Sequence[Mention], chain: Chain, named: Chain, held: Office, span: Span
) -> bool:
    """Whether descriptions of the same noun, with all its words, stand near before role words of a name."""
    if chain.type is not EntityType.PERSON or chain.names or chain.keys or not _agree(chain, named):
        return False
    first, last = mentions[chain.members[0]], mentions[chain.members[-1]]
    if not 0 < span.start - last.span.end <= _REACH:
        return False
    told = told_office(reading, first)
    return told.head == held.head and held.words <= told.words


def _agree(one: Chain, other: Chain) -> bool:
    return None in (one.gender, other.gender) or one.gender is other.gender


_IDENTIFIED = re.compile(
    r",?\s(?:(?:who|has|had|been|was|were|is|later|since|also|only|officially|formally)\s)*(?:identified|named)\s"
    r"(?:(?:by|on|in)\s[^,.;\n]{1,40}\s)?as\s(?:\d+-year-old\s)?"
)


def _by_identification(reading: Reading, mentions: Sequence[Mention], chains: list[Chain]) -> list[Chain]:
    """Join a description with the name it is told to have: "The gunman was identified as Jon Cole"."""
    of = {member: chain for chain in chains for member in chain.members}
    for number, mention in enumerate(mentions):
        described = of.get(number)
        found = _IDENTIFIED.match(reading.text, mention.span.end)
        if described is None or found is None or described.names or described.keys:
            continue
        named = next(
            (of.get(n) for n, m in enumerate(mentions) if _is_name(m) and m.span.start == found.end()), None
        )
        if (
            named is None
            or EntityType.PERSON not in (named.type, described.type)
            or not _agree(named, described)
        ):
            continue
        named.members = sorted(named.members + described.members)
        of |= dict.fromkeys(described.members, named)
        chains = [chain for chain in chains if chain is not described]
    return chains


_TOLD = re.compile(
    r"\s(?:(?:has|had|also|later|earlier)\s)*(?:told|spoke\sto)\s(?:the\s)?((?:[A-Z][\w’'&]+\s?)+)"
)


def _by_whom_they_told(reading: Reading, mentions: Sequence[Mention], chains: list[Chain]) -> list[Chain]:
    """Join an office with the name behind it where one outlet was told by both, and by nobody else.

    "The policing minister has told Sky News … But Kit Weber insisted … Mr Weber told Sky News." The name must be new
    and have no role of its own.
    """
    heard: dict[str, dict[int, Chain]] = {}
    for chain in (chain for chain in chains if chain.type is EntityType.PERSON):
        for match in (_TOLD.match(reading.text, mentions[member].span.end) for member in chain.members):
            if match:
                heard.setdefault(match[1].strip(), {})[id(chain)] = chain
    for told in (list(found.values()) for found in heard.values() if len(found) == 2):
        described, named = sorted(told, key=lambda chain: chain.members[0])
        definite = not described.names and is_definite(reading, mentions[described.members[0]])
        if definite and named.names and not named.offices and _agree(named, described):
            named.members = sorted(named.members + described.members)
            chains = [chain for chain in chains if chain is not described]
    return chains


# How many sentences of the story after a lead may name whom it told of. Tried 1 to 3: the third tells of others.
LEAD = 2
_HARM = lexicon_words("human_verbs", "harm")


def _named_after_lead(reading: Reading, mentions: Sequence[Mention], chains: list[Chain]) -> list[Chain]:
    """Join "a woman", of whom alone the first sentence tells, with the first new name that begins one of the next.

    The name may as well be the victim's of the man in the lead. So an age must stand beside it, the two sentences
    share a word, and nothing be done to its bearer.
    """
    leads = [s for s in reading.analysis.sentences if reading.telling(s.start)][: LEAD + 1]
    first = {id(c): min(mentions[m].span.start for m in c.members) for c in chains}
    people = [c for c in chains if c.type is EntityType.PERSON and leads and first[id(c)] >= leads[0].start]
    described = [c for c in people if not (c.names or c.keys) and first[id(c)] < leads[0].end]
    named = [c for c in people if c.names and leads[0].end <= first[id(c)] < leads[-1].end]
    if len(described) != 1 or not named:
        return chains
    new, old = min(named, key=lambda chain: first[id(chain)]), described[0]
    name, subject = mentions[new.members[0]], reading.analysis.head_of(mentions[old.members[0]].span)
    head, sentence = reading.analysis.head_of(name.span), next(s for s in leads if name.span.start < s.end)
    indefinite = reading.lower_at(mentions[old.members[0]].span.start) in ("a", "an", "one")
    if (
        subject is None
        or head is None
        or not (indefinite and reading.tokens[subject].dep.startswith("nsubj"))
    ):
        return chains
    aged = name.span.start == sentence.start and age_beside(reading.text, name.span) is not None
    harmed = reading.tokens[reading.tokens[head].head].lemma in _HARM
    if harmed or not (
        aged and _agree(new, old) and _content(reading, leads[0]) & _content(reading, sentence)
    ):
        return chains
    new.members = sorted(new.members + old.members)
    return [chain for chain in chains if chain is not old]


def _content(reading: Reading, span: Sentence) -> set[str]:
    """Return the nouns, verbs and adjectives of a sentence, as lemmas."""
    told = (t for t in reading.tokens[span.first : span.last] if t.upos in ("NOUN", "VERB", "ADJ"))
    return {token.lemma for token in told if len(token.lemma) > 3}
