"""What a capitalised run names: votes from its words, its surroundings and the model, summed over the article.

The model's own labels are weak (it takes counties for bodies and surnames for places), so they are one
vote among others, and one occurrence's strong sign ("Mr Malthouse") decides for all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from crossread.annotate.mentions.names import Piece, is_paper
from crossread.annotate.mentions.reading import Reading
from crossread.annotate.mentions.shapes import (
    is_initials,
    is_kind_of_place,
    is_known_body,
    is_no_name,
    may_be_name,
)
from crossread.annotate.mentions.votes import (
    BODY,
    CERTAIN,
    ENOUGH,
    FAIR,
    GOOD,
    GROUP,
    MODEL,
    PERSON,
    PLACE,
    WEAK,
    Votes,
    by_initials,
    by_kin,
)
from crossread.record.annotation import EntityType
from crossread.text.institutions import (
    BODY_HEADS,
    FIELDS,
    FIRMS,
    FOR_HEADS,
    GROUPS,
    KNOWN_BODIES,
    OTHER_HEADS,
    PLACE_HEADS,
    SURNAME_HEADS,
    is_demonym,
    is_place,
    nth_circuit,
)
from crossread.text.lexicon import words as lexicon_words
from crossread.text.listing import listed
from crossread.text.names import is_first_name, may_be_first_name
from crossread.text.rolewords import BODY_NOUNS, OFFICE_MODIFIERS, role_noun, singular_role
from crossread.text.titles import is_honorific

_INITIALS = 5  # letters at most; longer words in capitals are headings and credits ("TWITTER")
LONGEST_NAME = 9  # words; more are a heading or a list
_MODEL_TYPES = {"PERSON": PERSON, "ORG": BODY, "PLACE": PLACE, "NORP": GROUP}
_POSSESSES_NAME = re.compile(r"[’']s\s[A-Z]")
_AGE = re.compile(r",\s(?:aged\s)?\d{1,3}(?=[,.;:)]|\s(?:and|who|from)\b)|\s\(\d{1,2}\)")
_WHO = re.compile(r",?\s(?:who|whose)\b")
_CORPORATE = re.compile(
    r"(?:[’']s?)?\s(?:CEO|CFO|co-founder|founder|shares|shareholders|employees|customers|users)\b"
)
_VERSUS = re.compile(r"[^\S\n]v(?:\.|s\.)?[^\S\n][A-Z]")
_AGAINST = re.compile(r"[A-Z]\w+[^\S\n]v(?:\.|s\.)?[^\S\n]$")
# "a legislative Jon Cole", "a second Jon Cole", "the Jon Cole of the harbour": whoever is like him.
_LIKE = re.compile(r"\b(?:an?|another)[^\S\n](?:[a-z][\w-]+[^\S\n])?(?:Uncle[^\S\n])?$")
# What is told by its kind right before or behind its name: "the destroyer Jon Cole", "the Baltic Partnership pact".
_THINGS = lexicon_words("institutions", "things")
# "Orbit 11", "Courier-2".
_NUMBERED = re.compile(r".*[-–]\d+$")
# "Anna Weber of", before what is a firm's name rather than a person's.
_OF_NAME = re.compile(r"[A-Z][\w’'-]+\s[A-Z][\w’'-]+\sof\s$")
# "The Cole driver": a team or a firm that bears somebody's name.
_SQUAD = frozenset(("driver", "rider", "team", "garage", "striker", "defender", "midfielder", "goalkeeper"))
_NAMED = 40  # characters of a name before it
_MARKS = tuple("\"“”‘’'")
_OPENED = tuple(mark + the for mark in _MARKS for the in ("", "The "))
_PLACE_AFTER = re.compile(r",\s([A-Z][\w-]+(?:\s[A-Z][\w-]+)?)")
_IN = frozenset(("in", "near", "around", "across", "outside", "throughout"))
# Bodies that bear the name of the house they are in: after "at" the house is meant.
_HOUSES = ("yard", "house", "palace", "headquarters")
_AT = frozenset(("at", "outside", "near", "inside"))
_COMPASS = lexicon_words("function_words", "compass")
# Kinds of places that no surname is: "Clark County", but "Anna Hill".
_NO_SURNAMES = listed("airport avenue boulevard county highway island islands province river road")
# Adjectives that the model takes for groups: "Black adults".
_COLOURS = frozenset(("black", "white", "brown"))
_SPEAKS = lexicon_words("human_verbs")


def types(
    reading: Reading, found: Sequence[Piece], in_role: Iterable[tuple[Piece, EntityType, bool]]
) -> dict[str, EntityType | None]:
    """Return what each name of the article names, by its key.

    `in_role` are the pieces tied to role words, with what those denote (a person or a body), and whether they are
    an office in capitals right before the name.
    """
    votes: dict[str, Votes] = {}
    for piece in found:
        ballot = votes.setdefault(piece.key, Votes())
        _by_words(piece, ballot)
        if not _shouted(piece):
            _by_surroundings(reading, piece, ballot)
    for piece, type, office in in_role:
        if _shouted(piece):
            continue
        strong = type is BODY or len(piece.words) > 1 or office
        if type is BODY or piece.words[0].low not in OFFICE_MODIFIERS:
            votes[piece.key].add(type, GOOD + WEAK if strong else FAIR)
    _by_model(reading, found, votes)
    by_kin(votes)
    spelled = by_initials(reading.text, found, votes)
    for key in _cases(reading, found):
        votes[key].other = 2 * CERTAIN
    only_initial = _only_initial(found) - spelled
    credits = only_initial - {
        p.key for p in found if not (p.words[0].text.isupper() and len(p.key) > _INITIALS)
    }
    credits &= KNOWN_BODIES
    common = {token.text for token in reading.tokens if token.text.islower()}
    return {
        key: None
        if (key in only_initial and not (_stands_alone(key) and key not in credits))
        or (key in common and (key in GROUPS or max(ballot.strong.values(), default=0.0) < GOOD))
        else ballot.verdict()
        for key, ballot in votes.items()
    }


def _cases(reading: Reading, found: Sequence[Piece]) -> set[str]:
    """Return the names that court cases go by, unless told otherwise: "Cole County" of "Cole County v. Weber".

    Who stands second is one of them where the article has him nowhere else.
    """
    text = reading.text
    named = {piece.key for piece in found if _VERSUS.match(text, piece.end)}
    against = Counter(p.key for p in found if _AGAINST.search(text, max(0, p.start - _NAMED), p.start))
    named |= {key for key, n in Counter(piece.key for piece in found).items() if against[key] == n}
    known = {p.key for p in found if p.titles or is_place(p.key) or is_known_body(p)}
    return named - known


def _shouted(piece: Piece) -> bool:
    """Whether a name's capitals tell nothing: those of a heading."""
    return piece.run.shouting or (len(piece.words) > 1 and all(word.text.isupper() for word in piece.words))


def _by_words(piece: Piece, votes: Votes) -> None:
    """Vote by the words of the name itself."""
    words = [word.low for word in piece.words]
    name = piece.key
    if piece.titles and words[-1] != "magazine":  # "Ms. Magazine"
        votes.add(PERSON, CERTAIN if any(is_honorific(w.text) for w in piece.titles) else GOOD + WEAK)
    if is_place(name):
        votes.add(PLACE, CERTAIN - WEAK)
    if (
        is_known_body(piece)
        or nth_circuit(words)
        or words[-2:] == ["school", "district"]
        or words[0] in ("hm", "her", "his")
        or words[-1].endswith((".com", ".org", ".net"))
    ):
        votes.add(BODY, CERTAIN - WEAK)
    if len(words) > 1 and words[0] in KNOWN_BODIES:
        votes.add(BODY, GOOD + WEAK)
    team = words[-1].endswith("s") and words[-1] not in OTHER_HEADS
    if len(words) > 1 and is_place(" ".join(words[:-1])) and team:
        votes.add(BODY, GOOD)
    if words[0] in ("st", "st."):
        votes.add(PLACE, GOOD + WEAK)
    people = (len(words) == 1 and is_demonym(name) and name.endswith("s")) or (
        name.endswith("ers") and is_place(name.removesuffix("ers"))
    )  # "Hong Kongers"
    if words[-1] in GROUPS or people:
        votes.add(GROUP, CERTAIN)
    if name in FIRMS:
        votes.add(BODY, CERTAIN)
    generic = name in BODY_HEADS and name not in KNOWN_BODIES
    if (len(words) == 1 and (generic or (is_demonym(name) and not name.endswith("s")))) or len(
        words
    ) > LONGEST_NAME:
        votes.other = CERTAIN
    votes.surname_only = is_kind_of_place(name)
    if is_no_name(piece, words):
        votes.other = 2 * CERTAIN
    _by_head(piece, words, votes)
    _by_shape(piece, votes)


def _by_head(piece: Piece, words: Sequence[str], votes: Votes) -> None:
    heads = [words[-1].replace(".", "")] + [
        words[i - 1] for i, word in enumerate(words) if word in ("of", "for") and i
    ]
    first_name = len(words) > 1 and is_first_name(words[0])
    weight = CERTAIN - 2 * WEAK
    shop = len(words) > 1 and words[0].endswith(("'s", "’s"))
    water = is_place(words[0]) or is_demonym(words[0])
    # "Harbour News Channel", not "Bristol Channel"
    station = len(words) > 1 and words[-1] == "channel" and not water
    if shop or station or is_paper(piece.words):
        votes.add(BODY, weight)
    surname = words[-1] in SURNAME_HEADS and words[-1] not in _NO_SURNAMES
    if len(words) == 1 or (first_name and len(words) == 2 and surname):
        weight = FAIR
    fields = piece.stem and any(a in FIELDS and b == "and" for a, b in pairwise(words))
    if fields or any(head in BODY_HEADS for head in heads) or not FOR_HEADS.isdisjoint(heads[1:]):
        votes.add(BODY, weight)
    elif any(head in PLACE_HEADS for head in heads):
        votes.add(PLACE, weight)
    if len(words) > 1 and words[-1] == "first":
        votes.other = max(votes.other, ENOUGH[PERSON])  # "Norway First" is a party or a slogan
    numbered = any(_NUMBERED.match(word.text) for word in piece.words)
    if words[-1] in OTHER_HEADS or numbered:
        votes.other = max(votes.other, weight + WEAK)


def _by_shape(piece: Piece, votes: Votes) -> None:
    words = [word for word in piece.words if word.capital]
    if len(piece.words) == 1:
        if words[0].text.isupper() and 2 <= len(words[0].text) <= 5 and not piece.run.shouting:
            votes.add_weak(BODY, WEAK)
        return
    clean = all(re.fullmatch(r"[^\W\d_][^\d_]*", w.text) for w in piece.words) and len(words) <= 5
    # A firm's name may be a surname after a first name: "Anna Siemens".
    before = words[:-1] if is_first_name(words[0].text) and words[-1].low not in BODY_HEADS else words
    clean = clean and not any(w.low in KNOWN_BODIES for w in before)
    clean = clean and not any(is_initials(w.text) for w in piece.words)
    joined = any(w.low in ("of", "for", "and", "the") for w in piece.words)
    if not clean or joined or _shouted(piece):
        return
    if is_first_name(words[0].text):
        votes.add(PERSON, GOOD)
    elif may_be_first_name(words[0].text):
        votes.add(PERSON, FAIR)
    elif is_first_name(words[-1].text):
        votes.add_weak(PERSON, WEAK)


def _by_surroundings(reading: Reading, piece: Piece, votes: Votes) -> None:
    text = reading.text
    after = text[piece.end : piece.end + 40]
    if _AGE.match(after):
        votes.add(PERSON, GOOD + WEAK)
    elif _WHO.match(after):
        votes.add(PERSON, FAIR)
    if _CORPORATE.match(after):
        votes.add(BODY, GOOD + WEAK if piece.stem else FAIR)
    token = reading.at.get(piece.start)
    last = reading.ending.get(piece.end)
    before = reading.lower[token - 1] if token else ""
    if "&" in text[piece.start : piece.end] and len(piece.words) > 1:
        votes.add(BODY, CERTAIN)
    votes.seen += 1
    _by_kind_beside(reading, piece, token, after, votes)
    votes.titled += text.endswith(_OPENED, 0, piece.start) and after.lstrip(",.")[:1] in _MARKS
    votes.shop += len(piece.words) == 1 and _POSSESSES_NAME.match(after) is not None
    votes.possessive += len(piece.words) == 1 and after[:2] in ("'s", "’s")
    modifies = last is not None and reading.tokens[min(last + 1, len(reading.tokens) - 1)].upos == "NOUN"
    if before == "the" and piece.words[-1].low == "state" and piece.words[0].low != "islamic":
        votes.other = 2 * CERTAIN  # what a state is called: "the Bread State"
    votes.with_article += before == "the" and not (piece.titles or piece.stem or modifies)
    next_word = reading.lower[last + 1] if last is not None and last + 1 < len(reading.lower) else ""
    if next_word in _SPEAKS or (before in _SPEAKS and before not in ("told", "met")):
        votes.add_weak(PERSON, WEAK)
    if before == "the" and next_word in _SQUAD:
        votes.add(BODY, GOOD + WEAK)
    votes.located += before in _AT and len(piece.words) > 1 and piece.words[-1].low in _HOUSES
    if before in _COMPASS or (before in _IN and after[:2] not in ("'s", "’s")):
        votes.add(PLACE, FAIR - WEAK / 2)  # another sign must come to it: "in Regattas"
    if (place := _PLACE_AFTER.match(after)) and is_place(place.group(1)):
        votes.add(PLACE, FAIR)


def _by_kind_beside(reading: Reading, piece: Piece, token: int | None, after: str, votes: Votes) -> None:
    """Vote by a noun beside the name that says of what kind its bearer is."""
    before = reading.lower[token - 1] if token else ""
    if piece.titles:
        return
    like = _LIKE.search(reading.text, max(0, piece.start - _NAMED), piece.start)
    votes.likened += bool(like) and not re.match(r"\s[\w(]", after)  # not "an Anna Weber exhibit"
    votes.likened += before == "the" and len(piece.words) > 1 and after.startswith(" of the ")
    plain_noun = token is not None and reading.tokens[token - 1].tag == "NN"
    if len(piece.words) > 1 and plain_noun and before in _THINGS:
        votes.other = 2 * CERTAIN
    person = is_first_name(piece.words[0].text) and piece.words[-1].low not in OTHER_HEADS
    if len(piece.words) == 1 or person:
        return
    if (plain_noun and before in BODY_NOUNS) or (before == "at" and _is_holder(reading, token)):
        votes.add(BODY, CERTAIN)  # "the law firm Weber Cole", "partners at Weber Cole"


def _is_holder(reading: Reading, token: int | None) -> bool:
    """Whether a noun for people stands before the word before a token: "a partner at"."""
    noun = reading.lower[token - 2] if token and token > 1 else ""
    return role_noun(noun) is not None or singular_role(noun) is not None


def _by_model(reading: Reading, found: Sequence[Piece], votes: dict[str, Votes]) -> None:
    """Let the model's labels vote where they cover a name's last word."""
    ends = {name.end: name for name in reading.analysis.names}
    for piece in found:
        name = ends.get(piece.end)
        type = _MODEL_TYPES.get(name.type) if name else None
        if name is None or type is None or _shouted(piece) or (type is GROUP and piece.key in _COLOURS):
            continue
        whole = name.start <= piece.words[0].start
        before = reading.text[max(0, piece.start - 4) : piece.start].lower()
        votes[piece.key].add_weak(type, MODEL if whole else WEAK)
        of_name = _OF_NAME.search(reading.text, max(0, piece.start - _NAMED), piece.start)
        if type is PERSON and whole and may_be_name(piece) and not of_name:
            votes[piece.key].add_weak(PERSON, FAIR)
        tied = whole and not all(word.capital for word in piece.words)
        if type is BODY and len(piece.words) > 1 and (tied or (whole and before == "the ")):
            votes[piece.key].add_weak(BODY, MODEL)


def _only_initial(found: Sequence[Piece]) -> set[str]:
    """Return the one-word names that occur only where any word is capitalised."""
    single = {p.key for p in found if len(p.words) == 1 and not p.titles and not p.stem}
    free = {
        p.key for p in found if p.titles or not (p.initial or p.run.shouting or p.words[0].text.isupper())
    } | {word.low for p in found if len(p.words) > 1 for word in p.words if word.capital}
    return single - free


def _stands_alone(key: str) -> bool:
    """Whether a word is a name wherever it stands."""
    return is_place(key) or key in KNOWN_BODIES or key in GROUPS or is_demonym(key) or is_first_name(key)
