"""Brings the names of every corpus into one scheme, and every corpus into texts with labelled ranges.

Types: PERSON, ORG, PLACE, NORP (nationalities, faiths, parties' members),
EVENT. Titles are no part of a person's name, a leading article no part of any
name. Dates and quantities are left to rules. Statement ranges are flattened:
a word has one role, contents split into direct (within quotation marks) and
indirect.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from crossread.text.listing import listed
from training.corpora import Label, Mention, Reading, Tagged, UdSentence

NAME_TYPES = ("PERSON", "ORG", "PLACE", "NORP", "EVENT")
STATEMENT_TYPES = ("source", "cue", "direct", "indirect")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with labelled ranges of its code points, in order, none overlapping."""

    text: str
    spans: tuple[Label, ...]


# --- names -----------------------------------------------------------------------------------------

# Titles and roles before a person's name; a span of nothing else is no name.
TITLES = listed(
    """president prime minister mr mrs ms miss dr sir lord lady dame king queen prince princess pope
    general gen colonel col lt lieutenant major maj captain capt sgt sergeant senator sen rep
    representative congressman congresswoman secretary foreign defense defence interior finance
    chancellor chairman chief justice judge professor prof ambassador commissioner governor gov mayor
    ayatollah sheikh sheik imam cardinal archbishop bishop reverend rev admiral envoy spokesman
    spokeswoman vice deputy former ex-president then-president director premier leader state attorney
    opposition speaker crown emperor ceo officer detective inspector superintendent constable pc sultan
    emir candidate lawmaker commander administrator spokesperson treasurer solicitor sheriff mp qc kc the"""
)

# What each corpus calls our types. Types not listed are not ours.
COMMON = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"}
RE3D = {"Person": "PERSON", "Organisation": "ORG", "Location": "PLACE", "Nationality": "NORP"}
CROSSNER = (
    dict.fromkeys(("politician", "person", "writer", "musicalartist", "scientist", "researcher"), "PERSON")
    | dict.fromkeys(("organisation", "politicalparty", "band", "university"), "ORG")
    | dict.fromkeys(("location", "country"), "PLACE")
    | dict.fromkeys(("event", "election"), "EVENT")
)
GUM = {"person": "PERSON", "organization": "ORG", "place": "PLACE", "event": "EVENT"}

# Countries GMB marks as nationalities about as often as as places.
_COUNTRIES = listed(
    """U.S. US UK U.K. Sudan Jordan Nepal Niger Iran Afghanistan Pakistan Japan Bhutan Uzbekistan
    Kazakhstan Azerbaijan Kyrgyzstan Turkmenistan Tajikistan Oman Lebanon Taiwan Yemen Libya Congo Chad
    Mali Georgia Chechnya Serbia Kosovo Darfur Ecuador Brazil"""
)
_REGIONS = frozenset(("West Bank", "Gaza Strip", "Middle East"))
_GMB_TYPES = {"per": "PERSON", "org": "ORG", "geo": "PLACE"}
_UNIONS = frozenset(("U.N.", "UN", "United Nations", "EU", "European Union"))
# Faiths, parties and peoples that GMB's own types miss.
_GROUPS = listed(
    """Muslim Muslims Islamic Islamist Islamists Christian Christians Jewish Jews Catholic Catholics
    Protestant Protestants Hindu Hindus Buddhist Buddhists Sunni Sunnis Shi'ite Shi'ites Shiite Shiites
    Shia Kurd Kurds Kurdish Republican Republicans Democrat Democrats Democratic Tory Tories
    Conservatives European Europeans African Africans Asian Asians Arab Arabs Western British Britons
    Briton Scottish Welsh Irish English Scots American Americans"""
)
_DIRECTIONS = listed("North South East West Northern Southern Eastern Western Central Latin")
_DEMONYM = re.compile(r"(?:an|ans|ish|ese|i|is|ch|ic|men|elsh|ks?|inos?|ots?|ers?|qis?)$")
# A nationality before one of these is part of an institution's name, not a name of its own.
_INSTITUTIONS = listed(
    """Party Channel Ocean Sea Gulf Parliament Congress Senate Ministry Army Embassy Open Airlines Council
    Union Commission Court Brotherhood State Republic Jihad Church University Bank League Championship
    Cup"""
)


class Gazette:
    """What GMB's own counts say of its words: which are places, which nationalities."""

    def __init__(self, sentences: Iterable[Tagged]) -> None:
        self._counts: dict[str, Counter[str]] = {}
        for sentence in sentences:
            for start, end, type_ in sentence.spans:
                self._counts.setdefault(" ".join(sentence.words[start:end]), Counter())[type_] += 1
        self.groups = _GROUPS | {t for t, c in self._counts.items() if self._is_group(t, c)}

    @staticmethod
    def _is_group(text: str, counts: Counter[str]) -> bool:
        return (
            counts["gpe"] > counts["geo"]
            and text not in _COUNTRIES
            and " " not in text
            and text[:1].isupper()
            and _DEMONYM.search(text) is not None
        )

    def is_group(self, text: str) -> bool:
        """Say whether a name is a people's, faith's or party's; parts of the world may stand before it."""
        first, _, rest = text.partition(" ")
        return text in self.groups or (first in _DIRECTIONS and rest in self.groups)

    def is_place(self, text: str) -> bool:
        counts = self._counts.get(text, Counter())
        return text in _COUNTRIES or (counts["geo"] >= 2 and counts["geo"] >= counts["gpe"])

    def type(self, text: str, label: str) -> str | None:
        """Return our type of a span of GMB: the majority of its words' uses where a single tag errs."""
        counts = self._counts.get(text, Counter())
        if label == "eve":
            return "EVENT" if " " in text else None
        if label not in ("per", "org", "geo", "gpe"):
            return None
        if text in _UNIONS:
            return "ORG"
        if self.is_group(text):
            return "NORP"
        if text in _REGIONS:
            return "PLACE"
        if label == "gpe":
            return "PLACE" if self.is_place(text) else "NORP"
        most = max(_GMB_TYPES, key=lambda k: (counts[k], k == label))
        return _GMB_TYPES[most if counts[most] > 2 * counts[label] else label]


def harmonised(
    sentences: Iterable[Tagged], types: Mapping[str, str] | None, gazette: Gazette, *, named: bool = False
) -> Iterator[Marked]:
    """Yield the sentences as texts with our name types. Without `types`, they are GMB's.

    With `named`, spans that are no names are dropped: of re3d and MEANTIME, which mark descriptions too.
    """
    for sentence in sentences:
        spans: list[Label] = []
        for start, end, label in sentence.spans:
            start = _after_titles(sentence.words, start, end, person=label.lower() in ("per", "person"))
            text = " ".join(sentence.words[start:end])
            if start < end and (not named or _is_name(sentence.words[start:end])):
                type_ = gazette.type(text, label) if types is None else types.get(label)
                if type_ in ("ORG", "PLACE"):
                    type_ = "ORG" if text in _UNIONS else "NORP" if gazette.is_group(text) else type_
                if type_ is not None:
                    spans.append((start, end, type_))
        yield marked(sentence.words, _tidy(sentence.words, spans, gazette))


def _after_titles(words: tuple[str, ...], start: int, end: int, *, person: bool) -> int:
    if all(w.lower().rstrip(".") in TITLES for w in words[start:end]):
        return end
    while person and start < end and words[start].lower().rstrip(".") in TITLES:
        start += 1
    return start


_LINKS = listed("of the for & - 's de la del von van bin al on in")


def _is_name(words: tuple[str, ...]) -> bool:
    rest = words[1:] if words[0].lower() in ("the", "a", "an") else words
    return (
        bool(rest)
        and rest[0][:1].isupper()
        and all(w[:1].isupper() or w[:1].isdigit() or w in _LINKS for w in rest)
        and any(w[:1].isupper() for w in rest)
    )


_EDGES = frozenset((",", "'s", "’s", ":", "(", '"', "'"))


def _tidy(words: tuple[str, ...], spans: list[Label], gazette: Gazette) -> list[Label]:
    """Drop articles and marks at the edges, the shorter of two that overlap; add groups not marked."""
    taken = [False] * len(words)
    kept: list[Label] = []
    for start, end, type_ in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        while start < end and words[start].lower() in ("the", "a", "an"):
            start += 1
        while end > start and words[end - 1] in _EDGES:
            end -= 1
        if start < end and not any(taken[start:end]):
            taken[start:end] = [True] * (end - start)
            kept.append((start, end, type_))
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        if not taken[i] and word in gazette.groups and following not in _INSTITUTIONS:
            kept.append((i, i + 1, "NORP"))
    return sorted(kept)


# No space before these, none after those, in running text.
_CLOSING = listed(", . ; : ! ? ) ] } % ' 's 'S n't 're 've 'll 'd 'm ’s n’t … '' ’ ”")
_OPENING = listed("( [ { $ £ € # “ ‘")


def marked(words: tuple[str, ...], spans: Iterable[Label]) -> Marked:
    """Write words as running text, with the ranges of words as ranges of code points."""
    text, quoted = "", False
    starts: list[int] = []
    glue = True
    for word in words:
        closes = word in _CLOSING or (word == '"' and quoted)
        if not (glue or closes):
            text += " "
        starts.append(len(text))
        text += word
        glue = word in _OPENING or (word == '"' and not quoted)
        quoted ^= word == '"'
    return Marked(text, tuple((starts[a], starts[b - 1] + len(words[b - 1]), t) for a, b, t in spans))


# A place in which an institution lies is another name, so that "in" and "on" end one here.
_LINKING_WORDS = (_LINKS | {"–", "and"}) - {"in", "on"}
_NAME_TAGS = frozenset(("PROPN", "NOUN", "ADJ", "ADV", "VERB", "NUM", "X", "ADP", "DET"))


def gum_names(sentence: UdSentence, mentions: list[Mention], gazette: Gazette) -> list[Label]:
    """Return the names in a GUM sentence, as ranges of words.

    They are the mentions whose head is a proper noun, cut to it; of a person
    with a role as head ("researcher Mu Li") the name beside it. Titles alone
    are none, and a person in the plural ("Texans") is a group.
    """
    forms = tuple(w.form for w in sentence.words)
    spans: list[Label] = []
    for mention in mentions:
        type_ = GUM.get(mention.type)
        head = _name_head(sentence, mention, person=type_ == "PERSON")
        if type_ is None or head is None:
            continue
        if type_ == "PERSON" and sentence.words[head].xpos == "NNPS":
            type_ = "NORP"
        start, end = (
            _person(sentence, mention, head) if type_ == "PERSON" else _entity(sentence, mention, head)
        )
        text = " ".join(forms[start:end])
        if type_ == "EVENT" and end - start < 2:
            continue
        spans.append((start, end, "NORP" if gazette.is_group(text) else type_))
    return _tidy(forms, spans, gazette)


def _name_head(sentence: UdSentence, mention: Mention, *, person: bool) -> int | None:
    """Return the word that heads the name in a mention, None where it holds none of its own."""
    words = sentence.words
    inside = range(mention.start, mention.end)
    head = next((k for k in inside if words[k].head - 1 not in inside), None)
    if head is not None and words[head].upos != "PROPN":
        beside = (k for k in inside if words[k].head - 1 == head and words[k].dep in ("flat", "appos"))
        head = next((k for k in beside if person and words[k].upos == "PROPN"), None)
    if head is None or (person and words[head].form.lower().rstrip(".") in TITLES):
        return None
    return head


def _person(sentence: UdSentence, mention: Mention, head: int) -> tuple[int, int]:
    words = sentence.words
    start, end = head, head + 1
    while start > mention.start and _in_person(sentence, start - 1):
        start -= 1
    while end < mention.end and (
        (words[end].upos == "PROPN" and words[end].dep in ("flat", "compound", "goeswith", "nmod"))
        or (words[end].form in ("-", "–", "bin", "de", "van", "von") and _proper(sentence, end + 1, mention))
    ):
        end += 1
    while start < head and words[start].form in ('"', "“", "-", "."):
        start += 1
    return start, end


def _in_person(sentence: UdSentence, k: int) -> bool:
    word = sentence.words[k]
    if word.form.lower().rstrip(".") in TITLES:
        return False
    return word.upos == "PROPN" or word.form in ('"', "“", "-", ".")


def _proper(sentence: UdSentence, k: int, mention: Mention) -> bool:
    return k < mention.end and sentence.words[k].upos == "PROPN"


def _entity(sentence: UdSentence, mention: Mention, head: int) -> tuple[int, int]:
    def capital(k: int) -> bool:
        word = sentence.words[k]
        return word.form[:1].isupper() and word.upos in _NAME_TAGS

    def links(k: int, beyond: int) -> bool:
        form = sentence.words[k].form
        return form in _LINKING_WORDS and mention.start <= beyond < mention.end and capital(beyond)

    start, end = head, head + 1
    while start > mention.start and (
        capital(start - 1) or (sentence.words[start - 1].form != "the" and links(start - 1, start - 2))
    ):
        start -= 1
    while end < mention.end and (
        capital(end) or links(end, end + 1) or (links(end + 1, end + 2) if end + 2 < mention.end else False)
    ):
        end += 1
    return start, end


# --- statements ------------------------------------------------------------------------------------

_OPEN_MARKS, _CLOSE_MARKS = "\"“'‘", "\"”'’"


def statements(reading: Reading) -> Marked:
    """Return a reading flattened: where roles overlap, the attribution written first keeps its words."""
    text = reading.text
    taken = bytearray(len(text))
    spans: list[Label] = []
    for attribution in reading.attributions:
        for start, end, role in attribution:
            if start < end and not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                spans.append((start, end, content_type(text[start:end]) if role == "content" else role))
    return Marked(text, tuple(sorted(spans)))


def content_type(words: str) -> str:
    """Return direct for a content that lies within quotation marks as a whole, else indirect."""
    stripped = words.strip().rstrip(".,;:!?")
    opened = stripped[:1] in ("“", '"', "‘", "'")
    inner = stripped[1:-1]
    closed = stripped[-1:] in tuple(_CLOSE_MARKS) or not any(m in inner for m in '”"')
    return "direct" if opened and closed else "indirect"


def paragraphs(marked_text: Marked) -> Iterator[Marked]:
    """Yield the lines of a text that are not blank, each with the parts of the ranges that lie in it."""
    for match in re.finditer(r"[^\n\r]*\S[^\n\r]*", marked_text.text):
        start, end = match.span()
        spans = tuple(
            (max(a, start) - start, min(b, end) - start, t)
            for a, b, t in marked_text.spans
            if a < end and b > start
        )
        yield Marked(match.group(), spans)
