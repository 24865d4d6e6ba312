"""Reading a clause by its words: verb groups, subjects, parties, and where a complement ends.

The parse is asked first and the order of words second, so that a frame holds
where the parser loses it. All functions take and give token indices.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from crossread.record.analysis import Analysis, Sentence, Token
from crossread.record.annotation import Mention, TimeExpression
from crossread.record.article import Article
from crossread.record.span import Span
from crossread.text.listing import listed

MODALS = listed("will would could should may might must can shall 'll ’ll 'd ’d wo ca")
_BE = listed("be am is are was were been being 's ’s 're ’re 'm ’m")
_HAVE = listed("have has had having 've ’ve")
_DO = listed("do does did")
NEGATIONS = listed("not n't n’t never")
# Adverbs that stand inside a verb group, beside those in -ly.
_BETWEEN = listed(
    "also now since then again already still later even just yet both all instead formally ever first once "
    "nonetheless nevertheless meanwhile therefore however "
    "along today yesterday soon twice either only further thus reportedly often always sometimes"
)
# Words that open what may never come.
_CONDITIONS = listed("if unless whether should suppose lest before until once when assuming provided")
QUOTES = frozenset("\"“”'‘’`«»")
_NO_END = listed(". ! ? , to with for of and or at by even not but")  # marks and words no complement ends in
CLOSING = frozenset("\"'”’»")
_SUBORDINATORS = listed(
    "but because while although though whereas amid despite after before following saying "
    "adding citing unless if when since until"
)
_BUT_FOR = listed("all nothing anything everything everyone everybody")  # "for all but the youngest"
SUBJECT_PRONOUNS = listed("he she it they we i you")
PRONOUNS = listed("he she it they we i you who him her them us me those")
_PARTY_WORDS = 24  # the longest party looked for before its "to", in tokens


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
        """The words in lower case; the country "US" is not the pronoun."""
        texts = (token.text for token in self.analysis.tokens)
        return tuple("u.s." if text == "US" else text.lower().replace("’", "'") for text in texts)

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
        if word in QUOTES and reader.tokens[index].upos == "PUNCT":
            continue  # "should not “be suing” them"
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
        elif not adverb(reader, index):
            break
        if not adverb(reader, index):
            first = index
        if modal or infinitive:
            break
    return Group(first, verb, form, modal, negated, be, auxiliary, infinitive)


_FORMS = {"VBD": "ed", "VBN": "ed", "VBG": "ing", "VBZ": "s"}


def group_of(reader: Reader, verb: int, sentence: Sentence) -> Group:
    """Return the verb group that ends in `verb`, whose form its tag says."""
    return group_at(reader, verb, _FORMS.get(reader.tokens[verb].tag, "base"), sentence)


def adverb(reader: Reader, index: int) -> bool:
    word = reader.word(index)
    return word in _BETWEEN or (word.endswith("ly") and reader.tokens[index].upos in ("ADV", "ADJ"))


def conditional(reader: Reader, group: Group, sentence: Sentence) -> bool:
    """Whether the clause of `group` stands under "if", "before", "after it is", or is turned round ("had she been")."""
    if reader.word(group.first - 1) in SUBJECT_PRONOUNS and reader.word(group.first - 2) in ("had", "were"):
        return True
    for index in range(group.first - 1, sentence.first - 1, -1):
        if reader.word(index) in (",", ";", ":") or reader.word(index) in QUOTES:
            return False
        if reader.word(index) == "once" and reader.tokens[index].upos == "ADV":
            continue
        if reader.word(index) == "case" and reader.word(index - 1) == "in":
            return True
        if reader.word(index) == "after" and reader.word(group.first) in ("is", "are"):
            return True
        if reader.word(index) in _CONDITIONS:
            return not _preposition(reader, index) and not (
                reader.word(index) == "when" and _past(reader, group)
            )
    return False


def _past(reader: Reader, group: Group) -> bool:
    """Whether a verb group tells of the past, so that "when" places it and sets no condition."""
    finite = reader.word(group.first)
    return finite in ("was", "were", "had", "did") or (group.form == "ed" and not group.auxiliary)


def _preposition(reader: Reader, index: int) -> bool:
    """Whether "before" or "until" only places something: "testified before the senate that …"."""
    return reader.word(index) in ("before", "until") and reader.tokens[index].dep == "case"


def clause_end(
    reader: Reader, first: int, sentence: Sentence, *, limit: int = 300, noun: bool = False
) -> int:
    """Return the token at which a complement that begins at `first` ends, excluded.

    It ends at a comma (unless of a list of adjectives), a closing quotation
    mark it did not open, a subordinating word, or "and" with another finite
    verb; never more than `limit` code points on. With `noun` the complement is
    a noun phrase, which a finite verb ends unless a word such as "what" or
    "who" went before it.
    """
    last = _open_end(reader, first, sentence, limit)
    if noun:
        last = _before_finite(reader, first, last)
    while last > first and (reader.word(last - 1) in _NO_END or reader.word(last - 1) in QUOTES - CLOSING):
        last -= 1
    return last


def _before_finite(reader: Reader, first: int, last: int) -> int:
    for index in range(first, last):
        if reader.tokens[index].tag in ("WP", "WDT", "WRB", "WP$") or reader.word(index) in (
            "that",
            "whether",
        ):
            return last
        finite = reader.tokens[index].tag in ("VBD", "VBZ", "MD") or reader.word(index) in ("have", "are")
        if index == first or not finite:
            continue
        return last if reader.word(index - 1) in SUBJECT_PRONOUNS else index  # "the sum he asked for"
    return last


def _open_end(reader: Reader, first: int, sentence: Sentence, limit: int) -> int:
    quotes, inside = 0, first
    for index in range(first, sentence.last):
        word = reader.word(index)
        if index < inside:
            continue
        if word in _INSERTING and (behind := _behind_brackets(reader, index, sentence)) is not None:
            inside = behind
            continue
        if word in QUOTES and reader.tokens[index].tag != "POS":
            if word in "”»" or (word in "\"'’" and quotes % 2 == 0 and _closes(reader, index)):
                if quotes == 0:
                    return index
                quotes -= 1
            else:
                quotes += 1
            continue
        if reader.tokens[index].end - reader.tokens[first].start > limit:
            return index
        if index > first and _breaks(reader, first, index, sentence):
            return index
    return sentence.last


_LONGEST_BRACKETS = 8  # tokens in brackets that a clause goes on behind: "(D-Ohio)", "(RAIB)"


# Marks that open an insertion, and what closes it: "scores — if not hundreds — of letters".
_INSERTING = {"(": ")", "—": "—", "–": "–", "--": "--"}


def _behind_brackets(reader: Reader, opening: int, sentence: Sentence) -> int | None:
    """Return the token behind a short word in brackets, or between dashes, where the clause goes on there."""
    closing = _INSERTING[reader.word(opening)]
    for index in range(opening + 1, min(opening + _LONGEST_BRACKETS, sentence.last - 1)):
        if reader.word(index) == closing:
            after = reader.tokens[index + 1].upos
            goes_on = after != "PUNCT" if closing == ")" else after == "ADP"
            return index + 1 if goes_on else None
    return None


def _closes(reader: Reader, index: int) -> bool:
    """Whether a straight quotation mark stands at the end of a word."""
    return index > 0 and reader.tokens[index - 1].end == reader.tokens[index].start


_MARKS = frozenset({";", ":", "–", "—", "(", ")", "--", "...", "…"})  # no complement goes on over these


def _breaks(reader: Reader, first: int, index: int, sentence: Sentence) -> bool:
    """Whether a complement that begins at `first` ends before the word at `index`."""
    word, token, before = reader.word(index), reader.tokens[index], reader.tokens[index - 1]
    if word in _MARKS:
        return True
    if _takes_back(reader, index):
        return False
    if word == ",":
        return _comma_breaks(reader, first, index, sentence)
    of_that = reader.word(first - 1) == "that"  # whose own verb this may be: "that the right to hunt ended"
    if token.tag in ("VBD", "VBZ", "MD") and before.tag == "VB" and not of_that:
        return True  # "those who refused to testify were …"
    if word == "due" and reader.word(index + 1) == "to":
        return True
    if word == "but" and reader.word(index - 1) in _BUT_FOR:
        return False
    if word == "be" and before.upos in ("NOUN", "PROPN", "NUM"):
        # "(asked that the event) due to open in May | be called off"
        return any(reader.tokens[i].upos == "VERB" for i in range(first, index))
    if word == "as" and token.upos == "SCONJ" and token.dep == "mark":
        return _has_own_verb(reader, token.head)  # "cancelled the hearing | as the row goes on"
    if word in _SUBORDINATORS:
        return word != "before" or token.upos == "SCONJ"
    joins = word in ("and", "or") and index + 1 < sentence.last
    return joins and _joins_clause(reader, index, sentence)


def _takes_back(reader: Reader, index: int) -> bool:
    """Whether "but" goes on with what became of it: "scheduled for November but was struck down by a court"."""
    at = index + (reader.word(index) == ",")
    if reader.word(at) != "but" or at + 1 >= len(reader.tokens):
        return False
    verb = reader.tokens[at + 1]
    return verb.upos == "AUX" and verb.tag in ("VBD", "VBZ", "VBP")


def _comma_breaks(reader: Reader, first: int, index: int, sentence: Sentence) -> bool:
    """Whether a complement ends before a comma: not in "5,000", a quoted term or "fair, free, and open"."""
    if reader.word(index + 1)[:1].isdigit() and reader.word(index - 1)[-1:].isdigit():
        return False
    if _in_quoted_term(reader, first, index, sentence):
        return False
    following = index + 2 if reader.word(index + 1) in ("and", "or") else index + 1
    both = {reader.tokens[index - 1].upos, reader.tokens[min(following, sentence.last - 1)].upos}
    return both != {"ADJ"}


def _has_own_verb(reader: Reader, verb: int) -> bool:
    """Whether a clause has a finite verb with a subject."""
    finite = reader.tokens[verb].tag in ("VBD", "VBZ", "VBP")
    return finite and bool(reader.analysis.children(verb, "nsubj", "nsubj:pass"))


def _joins_clause(reader: Reader, index: int, sentence: Sentence) -> bool:
    """Whether "and" at `index` joins a clause of its own."""
    if reader.word(index + 1) == "that" and reader.tokens[index + 1].upos == "SCONJ":
        return True  # "said she gave it to him and that he liked it"
    return (
        _finite(reader, index + 1)
        or reader.word(index + 1) in SUBJECT_PRONOUNS
        or _clause_opens(reader, index + 1, sentence)
    )


_TERM = 6  # tokens a quoted term has behind its comma: the "wait first, then act" policy


def _in_quoted_term(reader: Reader, first: int, index: int, sentence: Sentence) -> bool:
    """Whether a comma stands inside a few quoted words."""
    opened = [i for i in range(max(first, index - _TERM), index) if reader.word(i) in ("“", '"')]
    closed = [i for i in range(index + 1, min(index + _TERM, sentence.last)) if reader.word(i) in ("”", '"')]
    return bool(opened and closed) and closed[-1] > index + 1 and not _closes(reader, opened[-1])


def _clause_opens(reader: Reader, index: int, sentence: Sentence) -> bool:
    """Whether a noun phrase with a finite verb begins at `index`, over one insertion between commas.

    Not one that the parse joins to a noun before it: "the choice of Reed and | Hill has helped".
    """
    at = index
    nominal = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON")
    while at < sentence.last and (reader.tokens[at].upos in nominal or reader.tokens[at].tag == "POS"):
        at += 1
    if reader.word(at) == ",":
        at = next((i + 1 for i in range(at + 1, min(at + 10, sentence.last)) if reader.word(i) == ","), at)
    joined = any(
        reader.tokens[i].dep == "conj"
        and reader.tokens[reader.tokens[i].head].upos in ("NOUN", "PROPN", "PRON")
        for i in range(index, at)
        if reader.tokens[i].head < index
    )
    return at < sentence.last and at > index and reader.tokens[at].tag in ("VBD", "VBZ", "MD") and not joined


def _finite(reader: Reader, index: int) -> bool:
    """Whether a finite verb stands at `index`, an adverb or a subject pronoun apart."""
    for at in (index, index + 1):
        if at >= len(reader.tokens):
            return False
        if reader.tokens[at].tag in ("VBD", "VBZ", "MD") or reader.word(at) in _HAVE | _BE:
            return True
        if not adverb(reader, at) and reader.word(at) not in PRONOUNS:
            return False
    return False


def party_before_to(reader: Reader, first: int, sentence: Sentence) -> tuple[int, int] | None:
    """Return the tokens of the party that begins at `first` and stands before "(not) to" and a verb."""
    if first < sentence.last and reader.tokens[first].upos in ("ADP", "SCONJ", "PUNCT"):
        return None
    for index in range(first, min(first + _PARTY_WORDS, sentence.last - 1)):
        word = reader.word(index)
        if word == "to" and index > first and _of_description(reader, first, index):
            continue
        if word == "to" and index > first and _verb_follows(reader, index + 1, sentence):
            if reader.tokens[index - 1].tag == "VBG":
                return None  # "wrote to Ms Hill thanking her and vowing | to review it"
            return first, index - (reader.word(index - 1) in NEGATIONS)
        if reader.tokens[index].tag in ("VBD", "VBZ", "MD", "VBP") or word in _NO_PARTY:
            return None
        if reader.tokens[index].tag == "VBG" and reader.tokens[index - 1].upos in ("ADP", "SCONJ", "ADV"):
            return None  # "told reporters before boarding his ferry | to leave"
    return None


# Marks and words that no party goes on over: "told Parliament on Tuesday — a plea for people | to stay in".
_NO_PARTY = listed("; : — – -- that whether if about how why")


def _of_description(reader: Reader, first: int, index: int) -> bool:
    """Whether "to …" goes on with a word that only describes: "told Ms Hill in a talk set | to air on Friday"."""
    above = reader.tokens[reader.tokens[index].head].head
    if first - 1 in reader.analysis.children(above, "case"):
        return False  # "called on | officials to allow it": the party itself
    return first < above < index and reader.tokens[above].dep.split(":")[0] in ("acl", "amod", "obl")


def _verb_follows(reader: Reader, index: int, sentence: Sentence) -> bool:
    while index < sentence.last - 1 and (adverb(reader, index) or reader.word(index) in NEGATIONS | QUOTES):
        index += 1  # "urged them to “stand” by it"
    token = reader.tokens[index]
    return token.upos in ("VERB", "AUX") and token.tag not in ("VBD", "VBZ", "VBN")
