"""Signs of where words come from: who is named as having said or published them.

One account at a time. What the text does not say is not guessed: words without
a sign have no source here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crossread.compare.cast import Cast
from crossread.compare.passages import POSTS
from crossread.record.annotation import Account, EntityType, Party, ReportedStatement
from crossread.record.article import Role
from crossread.record.dossier import OriginKind, Who
from crossread.record.span import Evidence, Span, hull
from crossread.text.lexicon import words as lexicon_words
from crossread.text.listing import listed
from crossread.text.offices import office
from crossread.text.rolewords import OFFICES
from crossread.text.words import content_forms, forms, words

# News agencies under the names by which texts credit them; after the membership lists of the
# European Alliance of News Agencies and the big agencies outside it.
AGENCIES = {
    "reuters": "Reuters",
    "afp": "AFP",
    "agence france presse": "AFP",
    "ap": "AP",
    "associated press": "AP",
    "pa": "PA",
    "pa media": "PA",
    "pa news": "PA",
    "press association": "PA",
    "upi": "UPI",
    "united press international": "UPI",
    "dpa": "dpa",
    "tass": "TASS",
    "interfax": "Interfax",
    "ria novosti": "RIA Novosti",
    "xinhua": "Xinhua",
    "kyodo": "Kyodo",
    "yonhap": "Yonhap",
    "kcna": "KCNA",
    "ansa": "ANSA",
    "efe": "EFE",
    "aap": "AAP",
    "canadian press": "Canadian Press",
    "anadolu": "Anadolu",
    "pti": "PTI",
    "press trust of india": "PTI",
    "ians": "IANS",
    "bloomberg news": "Bloomberg News",
}
_AGENCY_TAIL = re.compile(r"\s+(?:news\s+)?(?:agency|wire|service)$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_AGENCY_NAMES = "|".join(sorted((re.escape(name) for name in AGENCIES), key=len, reverse=True))
# "LONDON (Reuters) -", "(AP) —", "Additional reporting by AFP", "Press Association": a credit.
_CREDIT = re.compile(
    rf"\((?P<dateline>{_AGENCY_NAMES})\)\s*(?:[-–—]|\n|$)|"
    rf"\b(?:reporting|copy|report)\s+(?:by|from)\s+(?:the\s+)?(?P<by>{_AGENCY_NAMES}|agencies)\b|"
    rf"^\s*(?:by\s+|source:\s*)?(?:the\s+)?(?P<line>{_AGENCY_NAMES})\s*$",
    re.IGNORECASE | re.MULTILINE,
)
# "obtained by the PA news agency", "footage published by Sky News", "reports BBC News".
_HANDED = re.compile(
    r"\b(?:obtained|seen|reviewed|verified|published|broadcast|aired|carried|quoted)\s+by\s+(?:the\s+)?"
    r"(?P<by>[A-Z][\w&.]*(?:\s+(?:[A-Z][\w&.]*|news(?=\s+agency)|agency))*)"
    r"|,\s+reports\s+(?:the\s+)?(?P<reports>[A-Z][\w&.]*(?:\s+[A-Z][\w&.]*)*)"
)

_POSTING = listed("tweet tweets tweeted")
_DOCUMENTS = listed("""poll survey study report paper letter document documents filing lawsuit complaint indictment
affidavit book memoir data figures census transcript memo email emails""")
_RELEASES = listed("release communique communiqué")
_SPEECHES = listed("speech address sermon testimony")
_SPOKEN_FOR = listed("spokesman spokeswoman spokesperson spokesmen")
_VAGUE = listed("local regional provincial national senior chief top official another")
# Who tells for somebody else, or as a member of a government: the words may be another source's.
_FOR_OTHERS = lexicon_words("role_words", "on behalf") - {"representative"}
# What passes on what others have told.
_PASSED_ON = frozenset((OriginKind.SOCIAL, OriginKind.OUTLET, OriginKind.OWN, OriginKind.AGENCY))
_BODIES = frozenset({EntityType.ORGANISATION, EntityType.GROUP})
# Last words of the names of papers and broadcasters, and broadcasters known by their letters.
_OUTLETS = listed(
    "news times post telegraph guardian mail herald tribune journal gazette chronicle newspaper magazine bbc cnn nbc "
    "cbs abc itv npr msnbc cnbc pbs wsj"
)
# Heads of descriptions that name nobody one could ask: whoever they are, they may be the same people
# or others, so they are no known origin.
_NOBODY = listed("""officials official sources source witnesses witness experts expert critics critic analysts analyst
people person residents resident locals authorities reports report media others many some observers supporters
campaigners activists lawyers doctors friends relatives neighbours neighbors users fans scientists researchers
leaders families family eyewitnesses onlookers insiders it they he she this that who which someone woman man""")
# What the key of a source begins with that is known by its description alone.
WORDS = "words:"
Bodies = Mapping[tuple[str, ...], str]
# Longest attribution, in characters, that is shown whole; a longer one is cut to the speaker.
_SHOWN = 160


@dataclass(frozen=True, slots=True)
class Source:
    """That the words in `spans` of an account come from somebody, and the words that say so.

    `key` is the same for what is taken to be the same source; `known` is False
    where the words do not tell it from others ("officials", "the minister").
    The kind is read from the words at hand: a plain "she said" has none. `of_own` tells that it surely is a source
    of its own: a person settled over the story, who tells at first hand and not for somebody else.
    """

    key: str
    kind: OriginKind
    name: str
    basis: str
    sign: Evidence
    spans: tuple[Span, ...]
    known: bool = True
    resolved: bool = False
    of_own: bool = False


def sources(account: Account, cast: Cast, named: Bodies) -> Iterator[Source]:
    """Yield the sources that the account names for its words; `named` are the story's bodies by name."""
    for statement in account.annotation.statements:
        if found := _of_statement(account, cast, named, statement):
            yield found
    speaking = [s.speaker.span for s in account.annotation.statements if s.speaker is not None]
    for sentence in account.sentences:
        for found in _handed(account, sentence.span):
            if not any(found.sign.span.overlaps(speaker) for speaker in speaking):
                yield found


def credited_agency(account: Account) -> tuple[str | None, Evidence] | None:
    """Return the agency that the article credits as a whole (None: "agencies"), and where."""
    found = _CREDIT.search(account.text)
    if found is None:
        return None
    place = account.article.paragraph_at(found.start())
    if found["line"] and (place is None or place.role is not Role.CREDIT):
        return None  # a lone name on a line of the body is a caption's or a list's
    name = next(name for name in found.groups() if name)
    sign = account.evidence(Span(found.start(), len(found.group().rstrip()) + found.start()))
    return AGENCIES.get(name.casefold()), sign


def agency(name: str) -> str | None:
    """Return the usual name of the news agency that `name` denotes, None where it denotes none."""
    plain = _AGENCY_TAIL.sub("", _ARTICLE.sub("", name.strip()))
    return AGENCIES.get(plain.casefold().replace("-", " "))


def _of_statement(account: Account, cast: Cast, named: Bodies, statement: ReportedStatement) -> Source | None:
    speaker = statement.speaker
    if speaker is None or not statement.spans:
        return None
    who = cast.who(account, speaker)
    name = who.name if who else speaker.span.of(account.text)
    entity = (who.entity if who else None) or _first_of_several(cast, name)
    sign = _sign(account, statement, speaker)
    kind, explicit = _kind(account, statement, name, sign)
    known = entity is not None or _told_apart(account, speaker, name)
    key = _body(account, cast, named, speaker, name) or entity or _wording(name)
    wire = agency(statement.venue.span.of(account.text)) if statement.venue else None
    if wire and not known:
        key, name, known = f"agency:{wire}", wire, True
    if not known and not explicit and not _NOBODY.isdisjoint(forms(name)):
        kind = OriginKind.UNKNOWN
    basis = f"attributed: “{sign.text}”" if known else f"attributed to somebody not named: “{sign.text}”"
    resolved = entity is not None
    own = who is not None and kind not in _PASSED_ON and _is_of_own(account, cast, speaker, who)
    return Source(key, kind, name, basis, sign, statement.spans, known=known, resolved=resolved, of_own=own)


def _is_of_own(account: Account, cast: Cast, speaker: Party, who: Who) -> bool:
    """Whether a source is a person who speaks for himself; whoever speaks for a body may be any of its people."""
    heads = {office(told).head for told in _told_of(account, cast, speaker, who.name)}
    return who.entity in cast.persons and heads.isdisjoint(_FOR_OTHERS)


def _told_apart(account: Account, speaker: Party, name: str) -> bool:
    """Whether a description without an entity tells its bearer from others: it holds a proper name."""
    tokens = (account.analysis.tokens[i] for i in account.analysis.tokens_in(speaker.span))
    named = any(token.upos == "PROPN" and token.text[:1].isupper() for token in tokens)
    return named and _NOBODY.isdisjoint(forms(name))


def _first_of_several(cast: Cast, name: str) -> str | None:
    """Return the first named entity of several speakers ("A and B have called for …")."""
    if " and " not in name:
        return None
    inside = [entity for entity in cast.entities if entity.name in name]
    return min(inside, key=lambda entity: name.index(entity.name)).id if inside else None


def _wording(name: str) -> str:
    """Return the key of a source known by its description alone: a body's spokesman is the body."""
    told = [form for form in content_forms(words(name)) if form not in _SPOKEN_FOR | _VAGUE]
    return WORDS + " ".join(told or forms(name))


def _body(account: Account, cast: Cast, named: Bodies, speaker: Party, name: str) -> str | None:
    """Return the organisation for which the speaker speaks, where the words say so.

    A force, its spokesman and its chief are one source, not three.
    """
    for words_of_role in _told_of(account, cast, speaker, name):
        role = forms(words_of_role)
        if _SPOKEN_FOR.isdisjoint(role) and OFFICES.isdisjoint(role):
            continue
        for start in range(len(role)):
            for end in range(len(role), start, -1):
                if body := named.get(role[start:end]):
                    return body
    return None


def _told_of(account: Account, cast: Cast, speaker: Party, name: str) -> list[str]:
    """Return the speaker's name and roles, those that any account tells among them."""
    if speaker.mention is None:
        return [name]
    entity = cast.entity_of(account.id, speaker.mention)
    here = [role.of(account.text) for role in account.annotation.mentions[speaker.mention].roles]
    return [name, *here, *(role.text for role in entity.roles)] if entity else [name, *here]


def bodies(cast: Cast) -> Bodies:
    """Return the organisations and groups of a story by the words of each of their names."""
    return {
        forms(name): entity.id
        for entity in cast.entities
        if entity.type in _BODIES
        for name in (entity.name, *entity.aliases)
        if forms(name)
    }


def _sign(account: Account, statement: ReportedStatement, speaker: Party) -> Evidence:
    """Return the words of the attribution: speaker to cue, with venue or channel where they are near."""
    parts = [speaker.span]
    for part in (statement.cue, _span(statement.venue), _span(statement.channel)):
        if part is not None:
            whole = hull((*parts, part))
            clear = not any(whole.overlaps(content) for content in statement.spans)
            if clear and len(whole) <= _SHOWN and "\n" not in whole.of(account.text):
                parts.append(part)
    return account.evidence(hull(tuple(parts)))


def _span(party: Party | None) -> Span | None:
    return party.span if party else None


def _kind(
    account: Account, statement: ReportedStatement, name: str, sign: Evidence
) -> tuple[OriginKind, bool]:
    """Return what kind of origin an attributed statement has, and whether its venue or channel says so."""
    venue = statement.venue.span.of(account.text) if statement.venue else ""
    told = statement.channel.span.of(account.text) if statement.channel else ""
    channel = frozenset(forms(told)) | (_POSTING if told.startswith("@") else frozenset())
    if agency(name) or (venue and agency(venue)):
        return OriginKind.AGENCY, True
    if _outlet(name):
        return (OriginKind.OWN if _own(account, name) else OriginKind.OUTLET), True
    by_channel = (
        (POSTS, OriginKind.SOCIAL),
        (_RELEASES, OriginKind.PRESS_RELEASE),
        (_SPEECHES, OriginKind.SPEECH),
        (frozenset({"statement"}), OriginKind.OFFICIAL),
        (_DOCUMENTS, OriginKind.DOCUMENT),
    )
    said = channel | frozenset(forms(name)) | (_POSTING & frozenset(forms(sign.text)))
    for words_of_kind, kind in by_channel:
        if said & words_of_kind:
            return kind, True
    if venue:
        return OriginKind.INTERVIEW, True
    return (OriginKind.OFFICIAL if _institution(account, statement, name) else OriginKind.UNKNOWN), False


def _institution(account: Account, statement: ReportedStatement, name: str) -> bool:
    """Whether a body itself speaks, or one who only speaks for it; whoever holds an office may just have talked."""
    index = statement.speaker.mention if statement.speaker else None
    mention = account.annotation.mentions[index] if index is not None else None
    if mention is not None and mention.type is EntityType.ORGANISATION:
        return True
    return not _SPOKEN_FOR.isdisjoint(forms(name))


def _handed(account: Account, sentence: Span) -> Iterator[Source]:
    """Yield what a sentence says it has from an agency or another outlet ("obtained by …", "reports …")."""
    for found in _HANDED.finditer(account.text, sentence.start, sentence.end):
        name = (found["by"] or found["reports"]).rstrip(".")
        sign = account.evidence(Span(found.start(), found.end()))
        if wire := agency(name):
            yield Source(
                f"agency:{wire}", OriginKind.AGENCY, wire, f"credit: “{sign.text}”", sign, (sentence,)
            )
        elif found["reports"]:
            kind = OriginKind.OWN if _own(account, name) else OriginKind.OUTLET
            key = _wording(name)
            yield Source(key, kind, name, f"credit: “{sign.text}”", sign, (sentence,))


def _outlet(name: str) -> bool:
    """Whether a name is that of a paper or broadcaster, as far as its last word tells."""
    found = forms(name)
    return bool(found) and found[-1] in _OUTLETS


def _own(account: Account, name: str) -> bool:
    """Whether `name` is the account's own outlet."""
    outlet = account.article.outlet
    return outlet is not None and set(forms(name)) <= set(forms(outlet))
