"""People who are called something first and named later, or named first and taken up by their age.

"A woman has criticised the police … Anna Weber, 28, was held at the rally" names one person; but a name that comes
next may as well be the victim of the man the first sentence told of. So it takes signs that the two sentences tell
the same of both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossread.annotate.mentions.chains import Chain, is_definite, told_office
from crossread.annotate.mentions.reading import Reading
from crossread.record.annotation import EntityType, Mention, MentionForm
from crossread.record.span import Span
from crossread.text.ages import age_alone, age_beside
from crossread.text.lexicon import words as lexicon_words
from crossread.text.offices import Office, is_singular, office

# How many sentences of the story after a lead may name whom it told of. Tried 1 to 3: the third tells of others.
LEAD = 2
_CUSTODY = lexicon_words("human_verbs", "custody")
_HARM = lexicon_words("human_verbs", "harm")
_SAYING = lexicon_words("human_verbs", "opinion")


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


# ---------------------------------------------------------------- a lead without the name


def _named_after_lead(reading: Reading, mentions: Sequence[Mention], chains: list[Chain]) -> list[Chain]:
    """Join "a woman", of whom the first sentence tells, with the one person whom the next ones name."""
    leads = [n for n, s in enumerate(reading.analysis.sentences) if reading.telling(s.start)][: LEAD + 1]
    described = _subject_of_lead(reading, mentions, chains, leads[:1])
    if described is None:
        return chains
    for sentence in leads[1:]:
        span = reading.analysis.sentences[sentence]
        new = [
            chain
            for chain in chains
            if chain.type is EntityType.PERSON
            and chain.names
            and span.start <= mentions[_first_told(reading, mentions, chain)].span.start < span.end
        ]
        if not new:
            continue
        if len(new) == 1 and _is_introduced(reading, mentions, new[0], described, leads[0], sentence):
            new[0].members = sorted(new[0].members + described.members)
            return [chain for chain in chains if chain is not described]
        return chains
    return chains


def _first_told(reading: Reading, mentions: Sequence[Mention], chain: Chain) -> int:
    return min(chain.members, key=lambda m: (not reading.telling(mentions[m].span.start), m))


def _subject_of_lead(
    reading: Reading, mentions: Sequence[Mention], chains: Sequence[Chain], lead: Sequence[int]
) -> Chain | None:
    """Return the chain of "a woman", the subject of the first sentence, if no other person is described there."""
    found = []
    for chain in chains:
        if chain.type is not EntityType.PERSON or chain.names or chain.keys:
            continue
        first = mentions[chain.members[0]]
        head = reading.analysis.head_of(first.span)
        if head is None or not lead or reading.sentence_of[head] != lead[0]:
            continue
        indefinite = not is_definite(reading, first) and reading.lower_at(first.span.start) in (
            "a",
            "an",
            "one",
        )
        found.append(chain if indefinite and _is_main_subject(reading, head) else None)
    return found[0] if len(found) == 1 else None


def _is_main_subject(reading: Reading, head: int) -> bool:
    token = reading.tokens[head]
    return token.dep.startswith("nsubj") and reading.tokens[token.head].dep in ("root", "ccomp", "parataxis")


def _is_introduced(
    reading: Reading, mentions: Sequence[Mention], named: Chain, described: Chain, lead: int, sentence: int
) -> bool:
    """Whether a sentence that names a person for the first time tells of the one whom the lead described."""
    description = mentions[described.members[0]]
    name = mentions[_first_told(reading, mentions, named)]
    if None not in (named.gender, description.gender) and named.gender is not description.gender:
        return False
    one, other = reading.analysis.head_of(description.span), reading.analysis.head_of(name.span)
    if one is None or other is None:
        return False
    did = reading.tokens[reading.tokens[one].head].lemma
    before = reading.text[reading.analysis.sentences[sentence].start : name.span.start].split()
    if before or not reading.tokens[other].dep.startswith("nsubj"):
        return False
    does = reading.tokens[reading.tokens[other].head].lemma
    if does in _HARM and did not in _HARM:
        return False
    if (did in _CUSTODY and does in _CUSTODY) or (did in _SAYING and does in _SAYING):
        return True
    age = age_beside(reading.text, name.span) is not None
    return age and bool(_content(reading, lead) & _content(reading, sentence))


def _content(reading: Reading, sentence: int) -> set[str]:
    """Return the nouns, verbs and adjectives of a sentence, as lemmas."""
    span = reading.analysis.sentences[sentence]
    return {
        t.lemma
        for t in reading.tokens[span.first : span.last]
        if t.upos in ("NOUN", "VERB", "ADJ") and len(t.lemma) > 3
    }


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
    return told.head == held.head and held.words <= told.words and held.ranks <= told.ranks


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


# ---------------------------------------------------------------- a role first, the name later

_TOLD = re.compile(r"\s+(?:(?:has|had|also|later|earlier)\s+)*(?:told|spoke\s+to)\s+(?:the\s+)?")


def _by_whom_they_told(reading: Reading, mentions: Sequence[Mention], chains: list[Chain]) -> list[Chain]:
    """Join a person who is first called by an office alone with the name that follows, where one outlet was told.

    "…, the policing minister has told Sky News. But Kit Weber insisted … Mr Weber told Sky News" names one
    person: whoever the outlet heard. It takes that sign, a name without a role of its own, and nobody else whom
    the outlet heard.
    """
    told = {id(chain): _told(reading, mentions, chain, chains) for chain in chains}
    for described in [c for c in chains if c.type is EntityType.PERSON and not (c.names or c.keys)]:
        first = mentions[described.members[0]]
        if (
            not is_definite(reading, first)
            or not is_singular(told_office(reading, first))
            or not told[id(described)]
        ):
            continue
        heard = [
            c
            for c in chains
            if c.type is EntityType.PERSON and c is not described and told[id(c)] & told[id(described)]
        ]
        if len(heard) == 1 and _may_be_introduced(heard[0], described):
            heard[0].members = sorted(heard[0].members + described.members)
            chains = [chain for chain in chains if chain is not described]
    return chains


def _may_be_introduced(named: Chain, described: Chain) -> bool:
    later = bool(named.names) and described.members[0] < named.members[0]
    return later and _agree(named, described) and not named.offices


def _told(reading: Reading, mentions: Sequence[Mention], chain: Chain, chains: Sequence[Chain]) -> set[int]:
    """Return the bodies, as identities of their chains, whom members of the chain told something."""
    if chain.type is not EntityType.PERSON:
        return set()
    ends = [_TOLD.match(reading.text, mentions[member].span.end) for member in chain.members]
    starts = {match.end() for match in ends if match}
    return {
        id(other)
        for other in chains
        if starts and other.type is EntityType.ORGANISATION
        for member in other.members
        if mentions[member].span.start in starts and mentions[member].form is MentionForm.NAME
    }
