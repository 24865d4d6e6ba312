"""Noun phrases on the surface: where the words that name a speaker begin and end.

Read off part-of-speech tags and the mentions of the article, since a light parser
cuts names and misattaches what stands around quotations.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from crossread.annotate.statements.cues import CHANNELS, CONVENED, DOCUMENTS
from crossread.annotate.statements.reading import Reading, Segment
from crossread.record.annotation import Mention, Party
from crossread.text.listing import listed
from crossread.text.rolewords import BODY_NOUNS, PERSON_ENDINGS, role_noun

# How sure a phrase right beside a cue is its speaker: 117 of 121 on 75 PolNeAR development documents.
ADJACENT = 0.85

_INSIDE_PHRASE = frozenset(("NOUN", "PROPN", "NUM", "ADJ", "DET", "SYM"))
_INSIDE_TAGS = frozenset(("POS", "PRP$", "NN", "NNS", "NNP", "NNPS"))
HEADS = frozenset(("NOUN", "PROPN", "NUM", "PRON"))
_FIRST_PERSON = listed("i we me us my our you your")
# Nobody in particular: what they say is no statement of anybody.
NOBODY = listed(
    """
    those anyone anybody everyone everybody nobody no-one somebody someone one others both some many
    all few most several another
    """
)
_JOINERS = frozenset("-–&/’'")
_OF = listed("of for from at in with on behind to against by")
_OF_RIGHT = listed("of for from at in with on")
_CLAUSAL = listed("after before when while during until since because although whether if that")
_VERBAL = frozenset(("VBD", "MD"))  # present forms are plurals and nouns too often: "joint forces command"
_QUANTIFIERS = listed("several some many most few all both each none half")
# Groups that are asked and urged, which no list of bodies holds. Source: English usage.
_ASKED = listed(
    "public crowd audience nation country media press community family world couple crew staff jury army"
)
# People and what carries words that no other list holds. Source: English usage.
_VOICES = listed(
    """
    source people person man woman men women child parent neighbour neighbor resident relative friend family witness
    insider aide local account excerpt transcript website page plan rule rules book film data record records
    archive log readout schedule
    """
)
# Nouns for happenings that no body or document bears the name of, unlike "campaign" or "conference".
# Source: WordNet 3.0, noun.act and noun.event.
_CONTESTS = listed(
    """
    run bid candidacy race contest election attempt effort tour trip visit journey attack strike crash accident
    shooting killing murder death fire flood storm earthquake explosion blast war battle fight arrest raid search
    wedding funeral march parade resignation departure arrival victory defeat win loss collapse escape rescue
    """
)
_BRACKETED = 16  # most tokens of an insertion in brackets; not tuned
_NEVER = listed("it this that there what who which")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its tokens, its head token, the mention it is, and how surely it speaks.

    `pronoun` is the token of the "he" or "she" that stands for it, where the article says so.
    """

    first: int
    last: int
    head: int
    mention: int | None
    confidence: float
    basis: str
    pronoun: int | None = None

    def party(self, reading: Reading) -> Party:
        if self.pronoun is not None:
            return Party(reading.tokens[self.pronoun].span, self.mention)
        return Party(reading.span(range(self.first, self.last + 1)), self.mention)


_TITLES = frozenset(("mr", "mrs", "ms"))


def phrase_left(reading: Reading, segment: Segment, last: int) -> Phrase | None:
    """Return the noun phrase that ends with the token at `last`, if one does."""
    last = before_brackets(reading, segment, last)
    if last < segment.tokens.start or not reading.told(last) or not _may_head(reading, last):
        return None
    if reading.word(last).endswith(("self", "selves")):
        return None  # "they themselves": no speaker apart from "they"
    first = _from_least(reading, segment, base_left(reading, segment, last))
    head = last
    outer = first
    while (wider := _over_preposition(reading, segment, outer)) is not None:
        outer, head_at = wider
        if outer - 1 >= segment.tokens.start and reading.tokens[outer - 1].upos == "ADP":
            continue
        first, head = outer, head_at
    found = _with_quantifier(reading, segment, make_phrase(reading, first, last, head))
    return _with_partner(reading, segment, found)


def _from_least(reading: Reading, segment: Segment, first: int) -> int:
    """Take in the "at" of "at least nine senators"."""
    at = first - 1
    least = reading.word(first) in ("least", "most") and at >= segment.tokens.start
    return at if least and reading.word(at) == "at" else first


def _with_quantifier(reading: Reading, segment: Segment, found: Phrase) -> Phrase:
    """Widen "the people" to "several of the people": they do not all speak."""
    at = found.first - 2
    if at < segment.tokens.start or not reading.told(at):
        return found
    if reading.word(at + 1) != "of" or reading.word(at) not in _QUANTIFIERS:
        return found
    return replace(found, first=at, mention=None)


def before_brackets(reading: Reading, segment: Segment, last: int) -> int:
    """Step over "(R-Ohio)" or "(48)" after a name."""
    if last < segment.tokens.start or reading.tokens[last].text != ")":
        return last
    for index in range(last - 1, max(segment.tokens.start, last - _BRACKETED), -1):
        if reading.tokens[index].text == "(":
            return index - 1
    return last


def _with_partner(reading: Reading, segment: Segment, found: Phrase) -> Phrase:
    """Widen "B" to "A and B" of two people by name, or groups, that opens the sentence: they speak together."""
    joiner = found.first - 1
    if joiner <= segment.tokens.start or reading.word(joiner) != "and":
        return found
    groups = reading.tokens[found.head].tag == reading.tokens[joiner - 1].tag == "NNS"
    named = reading.person_at(found.head) is not None and reading.person_at(joiner - 1) is not None
    if not (named or groups):
        return found
    first = base_left(reading, segment, joiner - 1)
    return replace(found, first=first, mention=None) if first == segment.tokens.start else found


def _over_preposition(reading: Reading, segment: Segment, first: int) -> tuple[int, int] | None:
    """Step from "the police" in "a spokesman for the police" to "a spokesman"; return its first and head."""
    preposition, noun = first - 1, first - 2
    if noun < segment.tokens.start or reading.word(preposition) not in _OF:
        return None
    if reading.tokens[noun].upos not in ("NOUN", "PROPN", "PRON", "NUM"):
        return None
    if not _may_head(reading, noun):
        return None
    if reading.word(noun) in CHANNELS and reading.word(preposition) not in ("of", "from", "by"):
        return None
    return base_left(reading, segment, noun), noun


def _may_head(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    if token.text.lower() == "another":
        return True
    if token.upos == "PRON":
        return token.text.lower() not in _NEVER or token.tag == "PRP"
    person = reading.name_at.get(index)
    if person is not None:
        return True
    if index in reading.time_at or token.tag == "POS" or token.text[0].isdigit():
        return False
    return token.upos in ("NOUN", "PROPN", "NUM") or (token.upos == "ADJ" and token.text[0].isupper())


def base_left(reading: Reading, segment: Segment, last: int) -> int:
    """Return where the noun phrase without prepositions that ends at `last` begins."""
    if reading.tokens[last].upos == "PRON" and reading.tokens[last].tag == "PRP":
        return last
    first = last
    while first - 1 >= segment.tokens.start and _extends_left(reading, segment, first):
        first -= 1
        token = reading.tokens[first]
        possessed = first + 1 < len(reading.tokens) and reading.tokens[first + 1].tag == "POS"
        if token.upos == "DET" or (token.upos == "PRON" and not possessed):
            break
    while first < last and (reading.tokens[first].text in _JOINERS or reading.tokens[first].tag == "POS"):
        first += 1
    return _without_channel(reading, first, last)


def _extends_left(reading: Reading, segment: Segment, first: int) -> bool:
    at = first - 1
    token = reading.tokens[at]
    if not reading.told(at) or (at in reading.time_at and at not in reading.name_at):
        return False
    if token.upos == "NOUN" and reading.tokens[first].upos == "NUM":
        return False
    if token.upos == "NOUN" and reading.word(first).rstrip(".") in _TITLES:
        return False  # "an idea | Mr. Lee repeated"
    if token.upos in _INSIDE_PHRASE or token.tag in _INSIDE_TAGS or token.text in _JOINERS:
        return True
    if reading.tokens[first].text == "-" and token.text.isalpha():
        return True  # "brother-in-law"
    if at in reading.name_at:
        return True
    if token.tag in ("VBN", "VBG", "VBD") and at - 1 >= segment.tokens.start:
        before = reading.tokens[at - 1]
        return before.upos in ("DET", "ADJ") or before.tag in ("PRP$", "POS") or before.text == "-"
    return False


def _without_channel(reading: Reading, first: int, last: int) -> int:
    """Cut "In a statement Mr Reed said" before the name: the statement does not speak with him."""
    if reading.person_at(last) is None:
        return first
    for index in range(last - 1, first - 1, -1):
        if reading.word(index) in CHANNELS | CONVENED:
            return index + 1
    return first


def phrase_right(reading: Reading, segment: Segment, first: int) -> Phrase | None:
    """Return the noun phrase that begins with the token at `first`, if one does."""
    last, head = first - 1, -1
    index = first
    while index < segment.tokens.stop and reading.told(index):
        token = reading.tokens[index]
        if index in reading.time_at and index not in reading.name_at:
            break
        if index > first and (_written_by(reading, index) or _begins_anew(reading, index)):
            break
        if (
            token.upos in _INSIDE_PHRASE
            or token.tag in ("POS", "PRP$")
            or token.text in _JOINERS
            or index in reading.name_at
        ):
            last = index
            head = index if head < 0 or reading.tokens[index].upos in HEADS else head
        elif token.upos == "PRON" and index == first and token.tag == "PRP":
            return make_phrase(reading, index, index, index)
        elif token.tag in ("VBN", "VBG") and (
            reading.tokens[last].upos in ("DET", "ADJ") or reading.tokens[last].text == "-"
        ):  # "the exiled king", "Norford-based pilot Ann Lee"
            last = index
        else:
            break
        index += 1
    while last > first and not _may_head(reading, last):
        last -= 1
    if last < first or not _may_head(reading, last):
        return None
    return _with_prepositions(reading, segment, first, last)


def _begins_anew(reading: Reading, index: int) -> bool:
    """Whether an article begins another noun phrase right behind a noun: "warned drivers | the road was shut"."""
    within = index in reading.name_at and reading.name_at[index] == reading.name_at.get(index - 1)
    article = reading.word(index) in ("the", "a", "an")
    return article and not within and reading.tokens[index - 1].upos in ("NOUN", "PROPN")


def _written_by(reading: Reading, index: int) -> bool:
    """Whether a name begins that has the document before it as its object: "a memo | Lee wrote"."""
    before, number = reading.tokens[index - 1], reading.name_at.get(index)
    if number is None or before.upos != "NOUN" or before.text.lower() not in CHANNELS | DOCUMENTS:
        return False
    after = next((i for i in range(index, len(reading.tokens)) if reading.name_at.get(i) != number), index)
    return after < len(reading.tokens) and reading.tokens[after].tag in _VERBAL


def _with_prepositions(reading: Reading, segment: Segment, first: int, last: int) -> Phrase:
    """Widen "a spokesman" to "a spokesman for the police"; a person's name is never widened."""
    head = last
    at = last + 1
    if (
        reading.person_at(last) is None
        and at + 1 < segment.tokens.stop
        and reading.word(at) in _OF_RIGHT
        and at + 1 not in reading.time_at
    ):
        rest = phrase_right(reading, segment, at + 1)
        if rest is not None:
            last = rest.last
    return make_phrase(reading, first, last, head)


def make_phrase(reading: Reading, first: int, last: int, head: int) -> Phrase:
    return Phrase(first, last, head, reading.name_at.get(head), ADJACENT, "")


def mention_of(reading: Reading, phrase: Phrase) -> Mention | None:
    """Return the mention that the phrase is, if it is one."""
    return None if phrase.mention is None else reading.mentions[phrase.mention]


def chain_of(reading: Reading, phrase: Phrase) -> int | None:
    """Return the chain of the mention that the phrase is, if it has one."""
    mention = mention_of(reading, phrase)
    return None if mention is None else mention.chain


def first_person(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase is the writer's or a quoted speaker's own "I" or "we", not a paper called "the i"."""
    before = reading.tokens[phrase.first - 1].upos if phrase.first else ""
    return before != "DET" and reading.word(phrase.head) in _FIRST_PERSON


def nobody(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase stands for no particular speaker: "those", "anyone", the "it" of "it is worth noting"."""
    token = reading.tokens[phrase.head]
    parted = phrase.head + 1 < phrase.last and reading.word(phrase.head + 1) == "of"
    if parted and token.text.lower() in _QUANTIFIERS | {"one"}:
        return False  # "one of the officials"
    return token.text.lower() in NOBODY or token.dep.startswith("expl")


def thing(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase is a common noun for neither people nor bodies nor what carries words."""
    head = reading.tokens[phrase.head]
    if head.upos != "NOUN" or phrase.mention is not None or head.tag == "NNS":
        return False
    word = head.text.lower()
    return not (role_noun(word) or word in BODY_NOUNS | DOCUMENTS | CHANNELS or word.endswith(PERSON_ENDINGS))


def known_voice(reading: Reading, phrase: Phrase) -> bool:
    """Whether a name, a pronoun, or a noun for people, bodies or documents heads the phrase, in either number."""
    head = reading.tokens[phrase.head]
    if head.upos != "NOUN" or phrase.mention is not None:
        return True
    words = {head.text.lower(), head.lemma.lower()}
    known = BODY_NOUNS | DOCUMENTS | CHANNELS | _VOICES
    return bool(words & known) or any(role_noun(w) for w in words)


def askable(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody can be asked to do something; "the conversation" and "calm" cannot."""
    return reading.word(phrase.head) in _ASKED or not thing(reading, phrase)


def _contest(reading: Reading, phrase: Phrase) -> bool:
    """Whether what somebody runs for or goes through heads the phrase: it says nothing itself."""
    head = reading.tokens[phrase.head]
    return phrase.mention is None and head.lemma in _CONTESTS


def speaks(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase can be a speaker: no verb, no time clause, and no thing by its surroundings in it.

    Phrases that the parse takes for subjects run over clause bounds: "migrants after many of the victims".
    """
    if reading.word(phrase.last) == "whom":
        return False  # a party and a seat, without the name that a page broke off; "some of whom"
    first = reading.tokens[phrase.first]
    if phrase.first < phrase.last and first.tag in ("WDT", "WP") and first.text != "WHO":
        return False  # "what message does it send to call …"
    if reading.tokens[phrase.head].tag in ("VBN", "VBD") or _contest(reading, phrase):
        return False  # "those interviewed"
    inside = [i for i in range(phrase.first, phrase.last + 1) if i not in reading.name_at]
    if any(reading.tokens[i].tag in _VERBAL for i in inside):
        return False
    return not any(reading.word(i) in _CLAUSAL for i in inside)
