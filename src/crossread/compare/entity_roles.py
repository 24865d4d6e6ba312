"""The roles of somebody in the words of the accounts, each understandable by itself.

"Her wife" and "a close friend" say nothing without the other person. The possessor is put in where a pronoun
before the role is settled ("wife of Anna Weber"); where nobody is told, the role is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crossread.record.annotation import Account, EntityType, Mention, MentionForm
from crossread.record.dossier import EntityRole
from crossread.record.span import Evidence, Span
from crossread.text import seats
from crossread.text.ages import age_alone
from crossread.text.lexicon import words
from crossread.text.listing import listed
from crossread.text.offices import ABBREVIATED, SEATED, office
from crossread.text.rolewords import OFFICES, singular_role
from crossread.text.titles import is_rank

_RELATIVES = words("role_words", "kin") | words("role_words", "relational")
_ANYBODY = words("role_words", "nobody in particular")
_OWN = re.compile(r"\b(his|her|their|its|my|our|your)\s+$", re.IGNORECASE)
_OWN_FIRST = re.compile(r"^(?:his|her|their|its|my|our|your)\s+", re.IGNORECASE)
# Words that tie more to a role than it begins with: "adviser on women and girls" is no adviser of several.
_TIES = listed("about against and at by from in on over under with")
# "House Minority Leader Rep.": a title between an office and a name.
_SHORT_TITLE = re.compile(r"\s(?:Rep|Sen|Gov|Dr|Gen)\.$")
# What tells whose: a possessive, a complement, the number of children.
_POSSESSED = re.compile(r"[’']s?\s|\b(?:of|for|to)\b|-of-", re.IGNORECASE)

# The adjectives of parties.
_SIDES = {"Democrat": "Democratic", "Republican": "Republican", "independent": "independent"}

Place = tuple[int, int]


def roles(
    accounts: Sequence[Account], members: Iterable[Place], names: Mapping[Place, str], own: str
) -> tuple[EntityRole, ...]:
    """Return the roles told of the members (number of the account, of the mention), wordings of one case as one.

    `names` are those of whoever each mention of the story denotes, `own` is that of whose roles they are.
    """
    evidence: dict[str, list[Evidence]] = {}
    for a, m in members:
        mention = accounts[a].annotation.mentions[m]
        told = [(_told(accounts[a], span, a, names), span) for span in _role_spans(mention)]
        for text, span in _with_seat(accounts[a], mention, told):
            if text is None or text.endswith(f" of {own}"):
                continue  # nobody is her own wife
            place = accounts[a].evidence(span)
            if place not in evidence.setdefault(text, []):
                evidence[text].append(place)
    fullest = _fullest(list(evidence))
    kept: dict[str, list[Evidence]] = {fullest[text]: [] for text in evidence}
    for text, places in evidence.items():
        if office(text) == office(fullest[text]):
            kept[fullest[text]] += places
    return tuple(EntityRole(text, tuple(places)) for text, places in kept.items())


def _with_seat(
    account: Account, mention: Mention, told: Sequence[tuple[str | None, Span]]
) -> Iterator[tuple[str | None, Span]]:
    """Yield the roles, that of a member or a governor with the party and the place behind the name.

    "Republican Sen. of Ohio" of "Sen. Jon Cole (R-Ohio)"; "Democrat of Ohio" where no such role stands before it.
    """
    end, party, place = mention.span.end, "", ""
    if mention.form is MentionForm.NAME and mention.type is EntityType.PERSON:
        end, party, place = seats.beside(account.text, end)
    taken = False
    for text, span in told:
        seated = text and span.end < mention.span.end and office(text).head in SEATED
        if not (text and seated and (party or place)):
            yield text, span
            continue
        taken = True
        side = _SIDES.get(party, "")
        before = f"{side} " if side and " " not in text else ""
        behind = f" of {place}" if place and place.lower() not in text.lower() else ""
        yield f"{before}{text}{behind}", Span(span.start, end)
    ranks = [word for word in mention.title.split() if is_rank(word)]
    if ranks and not any(text for text, _ in told):
        yield " ".join(ranks), Span(mention.span.start, mention.span.start + len(mention.title))
    if party and not taken:
        yield f"{party} of {place}" if place else party, Span(mention.span.start, end)


def _fullest(texts: Sequence[str]) -> dict[str, str]:
    """Return the fullest wording of each one's office: "Sen." and "Senator" are said by "senator from Ohio"."""
    held = {text: office(text) for text in texts}
    order = {text: (len(held[text].words), "." not in text, -n) for n, text in enumerate(texts)}
    return {
        text: max(
            (
                other
                for other in texts
                if (held[other].head, held[other].ranks) == (held[text].head, held[text].ranks)
                and held[text].words <= held[other].words
            ),
            key=lambda other: order[other],
        )
        for text in texts
    }


def _role_spans(mention: Mention) -> Iterator[Span]:
    yield from mention.roles
    if mention.form is MentionForm.DESCRIPTION and mention.type is EntityType.PERSON:
        yield mention.span


def _told(account: Account, span: Span, number: int, names: Mapping[Place, str]) -> str | None:
    """Return a role of an account (by its number) in words that stand alone, None where they do not."""
    text = " ".join(span.of(account.text).split())
    text = re.sub(r"^(?:the|this|that|an?|another|one)\s+", "", text, flags=re.IGNORECASE)
    text = _of_one(text)
    longer = _SHORT_TITLE.sub("", text)
    text = longer if office(longer).head in OFFICES else text
    before = _OWN.search(account.text, max(0, span.start - _LONGEST_PRONOUN), span.start)
    own = _OWN_FIRST.match(text)
    if before is not None or own is not None:
        at = before.start(1) if before is not None else span.start
        text = text[own.end() :] if own else text
        owners = (n for n, m in enumerate(account.annotation.mentions) if m.span.start == at)
        owner = next((names.get((number, n)) for n in owners), None)
        return f"{text} of {owner}" if owner and " of " not in text else None
    if age_alone(text) is not None:
        return None
    said = office(text)
    if said.head in _RELATIVES and not _POSSESSED.search(f"{text} ") and not _names_somebody(text):
        return None
    return None if said.head in _ANYBODY and not said.words else text


# Characters of the longest pronoun and a space or two.
_LONGEST_PRONOUN = 8


def _names_somebody(text: str) -> bool:
    """Whether a role holds a name: "White House aide"."""
    return any(word[:1].isupper() for word in text.split()[:-1])


def _of_one(text: str) -> str:
    """Return what several are called for one of them: "political scientist" of "political scientists", "Sen."."""
    *before, noun = text.split()
    one = singular_role(noun.removesuffix("."))
    if one is None or _POSSESSED.search(f"{text} ") or any(word.lower() in _TIES for word in before):
        return text
    return " ".join((*before, f"{one}." if one.lower() in ABBREVIATED else one))
