"""Reading a clause by its words: verb groups, subjects, parties, and where a complement ends.

The parse is asked first and the order of words second, so that a frame holds
where the parser loses it. All functions take and give token indices.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from crossread.annotate.act_frames import words
from crossread.record.analysis import Analysis, Sentence, Token
from crossread.record.annotation import EntityType, Mention, Party, TimeExpression
from crossread.record.article import Article
from crossread.record.span import Span
from crossread.text.institutions import GROUPS
from crossread.text.rolewords import BODY_NOUNS, role_noun

MODALS = words("will would could should may might must can shall 'll ’ll 'd ’d wo ca")
_BE = words("be am is are was were been being 's ’s 're ’re")
_HAVE = words("have has had having 've ’ve")
_DO = words("do does did")
NEGATIONS = words("not n't n’t never")
# Adverbs that stand inside a verb group, beside those in -ly.
_BETWEEN = words(
    "also now since then again already still later even just yet both all instead formally ever first once "
    "today yesterday soon twice either only further thus reportedly"
)
_CONDITIONS = words("if unless whether should suppose lest")
_RELATIVE = words("who which that")
_QUOTES = frozenset("\"“”'‘’`«»")
_CLOSING = frozenset("\"'”’»")
_SUBORDINATORS = words(
    "but because while although though whereas amid despite after before following saying "
    "adding citing unless if when since until"
)
_WALLS = words("after because while although though whereas if unless when")
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
_PRONOUNS = words("he she it they we i you who him her them us me those")
# Nouns that denote people or bodies who can be asked to do something, beside mentions and proper names:
# the shared lists of roles and bodies, and plurals that news uses for crowds of people.
AGENTS = words(
    "police people countries states officials lawmakers residents staff fans voters protesters organisers "
    "organizers workers world nations banks employers firms citizens public supporters mps democrats "
    "republicans women men everyone anyone prosecutors regulators inspectorate"
)
_PARTY_WORDS = 16  # the longest party looked for before its "to", in tokens
_SUBJECT_WORDS = 12  # the longest noun phrase taken as a party


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries: tokens `first` to `verb`."""

    first: int
    verb: int
    form: str  # "base", "s", "ed" or "ing"
    modal: str = ""
    negated: bool = False
    be: bool = False
    auxiliary: bool = False
    infinitive: bool = False

    @property
    def passive(self) -> bool:
        return self.form == "ed" and self.be

    @property
    def bare(self) -> bool:
        """Whether it is a participle without auxiliary ("calling for", "charged with")."""
        return not self.auxiliary and not self.modal and not self.infinitive


@dataclass(frozen=True)
class Reader:
    """One article with its analysis, mentions and times, as acts are read from it."""

    article: Article
    analysis: Analysis
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(token.text.lower().replace("’", "'") for token in self.analysis.tokens)

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.analysis.tokens

    def word(self, index: int) -> str:
        return self.words[index] if 0 <= index < len(self.words) else ""

    def span(self, first: int, last: int) -> Span:
        """Return the span of tokens `first` to `last`, `last` excluded."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def mention_in(self, span: Span, *, at: int | None = None) -> int | None:
        """Return the index of the mention that overlaps `span` (or token `at`) most, longest first."""
        target = self.tokens[at].span if at is not None else span
        best = [(m.span.shared(span), i) for i, m in enumerate(self.mentions) if m.span.overlaps(target)]
        return max(best, key=lambda pair: (pair[0], -pair[1]))[1] if best else None


def group_at(reader: Reader, verb: int, form: str, sentence: Sentence) -> Group:
    """Return the verb group that ends in `verb`."""
    first, modal, negated, be, auxiliary, infinitive = verb, "", False, False, False, False
    for index in range(verb - 1, sentence.first - 1, -1):
        word = reader.word(index)
        if word in MODALS and reader.tokens[index].upos != "NOUN":
            modal = word
        elif word == "to" and reader.tokens[index].upos == "PART":
            infinitive = True
        elif word in NEGATIONS:
            negated = True
        elif word in _BE and not (word == "'s" and reader.tokens[index].tag == "POS"):
            be, auxiliary = be or index > first - 4, True
        elif word in _HAVE or word in _DO:
            auxiliary = True
        elif not _adverb(reader, index):
            break
        if not _adverb(reader, index):
            first = index
        if modal or infinitive:
            break
    return Group(first, verb, form, modal, negated, be, auxiliary, infinitive)


def _adverb(reader: Reader, index: int) -> bool:
    word = reader.word(index)
    return word in _BETWEEN or (word.endswith("ly") and reader.tokens[index].upos in ("ADV", "ADJ"))


def conditional(reader: Reader, group: Group, sentence: Sentence) -> bool:
    """Whether the clause of `group` stands under "if", "unless", "whether" …"""
    for index in range(group.first - 1, sentence.first - 1, -1):
        if reader.word(index) in (",", ";", ":") or reader.word(index) in _QUOTES:
            return False
        if reader.word(index) in _CONDITIONS:
            return True
    return False


def subject_of(reader: Reader, group: Group, sentence: Sentence) -> tuple[int, int] | None:
    """Return the tokens of the subject: by the parse, through coordination and relatives, else by order."""
    head = _parsed_subject(reader, group, sentence)
    if head is None or _walled_off(reader, head, group):
        head = _subject_before(reader, group.first, sentence)
    if head is None:
        return None
    return noun_phrase(reader, head, sentence)


def _walled_off(reader: Reader, head: int, group: Group) -> bool:
    """Whether another clause begins between a subject and its verb, so that the parse must be wrong."""
    return reader.analysis.tokens[group.verb].dep not in ("conj", "advcl") and any(
        reader.word(i) in _WALLS for i in range(head + 1, group.first)
    )


def _parsed_subject(reader: Reader, group: Group, sentence: Sentence) -> int | None:
    analysis, verb = reader.analysis, group.verb
    for _ in range(4):  # up through coordinated and participial clauses
        own = [i for i in analysis.children(verb, "nsubj") if sentence.first <= i < group.first]
        if own:
            return _antecedent(reader, own[-1], verb, sentence)
        token = reader.tokens[verb]
        if token.dep.startswith("acl"):
            return token.head if reader.tokens[token.head].upos in _NOUNS and token.head < verb else None
        if token.dep not in ("conj", "advcl", "xcomp", "parataxis") or token.head >= verb:
            return None
        if token.dep == "conj" and reader.word(group.first - 1) not in ("and", "but", "or", "then"):
            return None
        verb = token.head
    return None


def _antecedent(reader: Reader, subject: int, verb: int, sentence: Sentence) -> int | None:
    """Return what a relative pronoun stands for; any other subject is itself."""
    token = reader.tokens[subject]
    if reader.word(subject) not in _RELATIVE or token.tag == "DT":
        return subject
    head = reader.tokens[verb].head
    if reader.tokens[verb].dep.startswith("acl") and sentence.first <= head < subject:
        return head
    before = subject - 2 if reader.word(subject - 1) == "," else subject - 1
    return before if before >= sentence.first and reader.tokens[before].upos in _NOUNS else None


def _subject_before(reader: Reader, first: int, sentence: Sentence) -> int | None:
    """Return the noun right before a verb group, over a relative pronoun or a stretch between commas."""
    index = first - 1
    if reader.word(index) in _RELATIVE:
        index -= 1
    if reader.word(index) == ",":
        opening = next((i for i in range(index - 1, sentence.first, -1) if reader.word(i) == ","), None)
        if opening is None or index - opening > _SUBJECT_WORDS:
            return None
        index = opening - 1
    if index < sentence.first or reader.tokens[index].upos not in _NOUNS:
        return None
    return index


def noun_phrase(reader: Reader, head: int, sentence: Sentence) -> tuple[int, int]:
    """Return the tokens of the noun phrase around `head`: a mention that covers it, else its simple words."""
    found = reader.mention_in(reader.tokens[head].span)
    if found is not None:
        inside = reader.analysis.tokens_in(reader.mentions[found].span)
        if inside:
            return inside[0], inside[-1] + 1
    first, last = head, head + 1
    while first > sentence.first and head - first < _SUBJECT_WORDS and _belongs(reader, first - 1):
        first -= 1
    while last < sentence.last and reader.tokens[last].upos == "PROPN":
        last += 1
    if reader.word(head) in _PRONOUNS:
        return head, head + 1
    while last < sentence.last and reader.word(last) == "of" and last - first < _SUBJECT_WORDS:
        more = _right_nominal(reader, last + 1, sentence)
        if more == last + 1:
            break
        last = more
    return first, last


def _belongs(reader: Reader, index: int) -> bool:
    token = reader.tokens[index]
    return (
        token.upos in _NOMINAL
        or token.dep == "amod"
        or reader.word(index) in ("'s", "'", "-", "her", "his", "its", "their", "our", "my")
    )


def _right_nominal(reader: Reader, index: int, sentence: Sentence) -> int:
    while index < sentence.last and _belongs(reader, index):
        index += 1
    return index


def joint_subjects(
    reader: Reader, subject: tuple[int, int], sentence: Sentence
) -> tuple[tuple[int, int], ...]:
    """Return the members of "A and B" whose last member is `subject`, in text order.

    Only named people and bodies are split: a mention, "and", and then nothing
    but words of the second one's name and role.
    """
    first, _ = subject
    start = first
    while start > sentence.first and _belongs(reader, start - 1):
        start -= 1
    if reader.word(start - 1) != "and" or start - 2 < sentence.first:
        return (subject,)
    at = reader.mention_in(reader.tokens[start - 2].span)
    if at is None or reader.mentions[at].type not in (EntityType.PERSON, EntityType.ORGANISATION):
        return (subject,)
    inside = reader.analysis.tokens_in(reader.mentions[at].span)
    lead = inside[0]
    while lead > sentence.first and _belongs(reader, lead - 1):
        lead -= 1
    if reader.tokens[lead - 1].upos == "ADP" and lead > sentence.first:
        return (subject,)
    return ((inside[0], inside[-1] + 1), subject)


def clause_end(reader: Reader, first: int, sentence: Sentence, *, limit: int = 300) -> int:
    """Return the token at which a complement that begins at `first` ends, excluded.

    It ends at a comma (unless of a list of adjectives), a closing quotation
    mark it did not open, a subordinating word, or "and" with another finite
    verb; never more than `limit` code points on.
    """
    last = _open_end(reader, first, sentence, limit)
    while last > first and reader.word(last - 1) in (".", "!", "?", ",", *_QUOTES - _CLOSING):
        last -= 1
    return last


def _open_end(reader: Reader, first: int, sentence: Sentence, limit: int) -> int:
    quotes = 0
    for index in range(first, sentence.last):
        word = reader.word(index)
        if word in _QUOTES and reader.tokens[index].tag != "POS":
            if word in "”»" or (word in "\"'’" and quotes % 2 == 0 and _closes(reader, index)):
                if quotes == 0:
                    return index
                quotes -= 1
            else:
                quotes += 1
            continue
        if reader.tokens[index].end - reader.tokens[first].start > limit:
            return index
        if index > first and _breaks(reader, index, sentence):
            return index
    return sentence.last


def _closes(reader: Reader, index: int) -> bool:
    """Whether a straight quotation mark stands at the end of a word."""
    return index > 0 and reader.tokens[index - 1].end == reader.tokens[index].start


def _breaks(reader: Reader, index: int, sentence: Sentence) -> bool:
    word = reader.word(index)
    if word in (";", ":", "–", "—", "(", ")") or word == "--":
        return True
    if word == ",":
        both = {reader.tokens[index - 1].upos, reader.tokens[min(index + 1, sentence.last - 1)].upos}
        return both != {"ADJ"}
    if word == "due" and reader.word(index + 1) == "to":
        return True
    if word in _SUBORDINATORS:
        return word != "before" or reader.tokens[index].upos == "SCONJ"
    if word in ("and", "or") and index + 1 < sentence.last:
        return _finite(reader, index + 1)
    return False


def _finite(reader: Reader, index: int) -> bool:
    """Whether a finite verb stands at `index`, an adverb or a subject pronoun apart."""
    for at in (index, index + 1):
        if at >= len(reader.tokens):
            return False
        if reader.tokens[at].tag in ("VBD", "VBZ", "MD") or reader.word(at) in _HAVE | _BE:
            return True
        if not _adverb(reader, at) and reader.word(at) not in _PRONOUNS:
            return False
    return False


def party_before_to(reader: Reader, first: int, sentence: Sentence) -> tuple[int, int] | None:
    """Return the party that begins at `first` and the index of the "to" with a verb that follows it."""
    if first < sentence.last and reader.tokens[first].upos in ("ADP", "SCONJ", "PUNCT"):
        return None
    for index in range(first, min(first + _PARTY_WORDS, sentence.last - 1)):
        word = reader.word(index)
        if word == "to" and index > first and _verb_follows(reader, index + 1, sentence):
            return first, index
        if reader.tokens[index].tag in ("VBD", "VBZ", "MD") or word in (
            ";",
            ":",
            "that",
            "whether",
            "if",
            "about",
        ):
            return None
    return None


def _verb_follows(reader: Reader, index: int, sentence: Sentence) -> bool:
    while index < sentence.last - 1 and (_adverb(reader, index) or reader.word(index) in NEGATIONS):
        index += 1
    token = reader.tokens[index]
    return token.upos in ("VERB", "AUX") and token.tag not in ("VBD", "VBZ", "VBN")


def _agent_noun(word: str) -> bool:
    single = word[:-1] if word.endswith("s") else word
    return word in AGENTS or bool({word, single} & (BODY_NOUNS | GROUPS)) or role_noun(single) is not None


def is_agent(reader: Reader, first: int, last: int) -> bool:
    """Whether the words can name somebody who could be asked to do something."""
    if last <= first or last - first > _SUBJECT_WORDS:
        return False
    if reader.word(first) in _PRONOUNS or any(_agent_noun(reader.word(i)) for i in range(first, last)):
        return True
    span = reader.span(first, last)
    for mention in reader.mentions:
        if mention.span.overlaps(span) and mention.type is not EntityType.PLACE:
            return True
    return reader.tokens[last - 1].upos == "PROPN" or reader.tokens[first].upos == "PROPN"


def party(reader: Reader, first: int, last: int) -> Party | None:
    """Return the party worded by tokens `first` to `last`, tied to the mention that names it."""
    while first < last and reader.tokens[last - 1].upos in ("ADV", "PUNCT", "ADP"):
        last -= 1
    while first < last and reader.word(first) in ("both", "also", *_QUOTES):
        first += 1
    if first >= last or reader.word(first) in ("those", "some", "many", "others", "there", "this", "that"):
        return None
    span = reader.span(first, last)
    head = reader.analysis.head_of(span)
    found = reader.mention_in(span, at=head) if head is not None else None
    if found is None:
        found = reader.mention_in(span)
    if found is None:
        return Party(span)
    return Party(reader.mentions[found].span, found)


def parties(reader: Reader, first: int, last: int) -> tuple[Party, ...]:
    """Return the parties of "A and B": each where all of the words are names joined by "and", else one."""
    span = reader.span(first, last)
    named = sorted(
        (m.span, i)
        for i, m in enumerate(reader.mentions)
        if span.contains(m.span) and m.type in (EntityType.PERSON, EntityType.ORGANISATION)
    )
    outer = [(s, i) for s, i in named if not any(o != s and o.contains(s) for o, _ in named)]
    gaps = [reader.article.text[a.end : b.start] for (a, _), (b, _) in pairwise(outer)]
    if gaps and all(gap.strip(" ,\u00a0") in ("and", "", "and the", "the") for gap in gaps):
        return tuple(Party(s, i) for s, i in outer)
    one = party(reader, first, last)
    return (one,) if one else ()
