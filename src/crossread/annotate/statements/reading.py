"""One article as its statements are read: which words are quoted, and how sentences run around quotations.

The sentences here are cut from the marks and stops of the text, since a parser
cuts within quotations and leaves attributions behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from crossread.annotate.statements.cues import CueForm, cue_form
from crossread.record.analysis import FINITE, NOMINAL, Analysis, Token
from crossread.record.annotation import EntityType, Mention, MentionForm, TimeExpression
from crossread.record.article import Article
from crossread.record.span import Span
from crossread.text.marks import Quotation, quotations
from crossread.text.runons import breaks_at

PAUSES = frozenset((",", ".", ":", ";", "–", "—", "-"))
STOPS = frozenset((".", "!", "?", "…", "..."))
_ENDS = (".", "!", "?", "…")
_DASHES = frozenset(("–", "—", "―", "-", "--"))
_HEADING = 10  # most tokens of a dateline or a heading that runs into its text; not tuned
_SIGNS = frozenset("\"“”„‟«»＂'‘’‚‹›`")
# Words within which the cue of an attribution must come that follows a quotation with a stop of its own.
# 4, 6, 8 and 12 tried on 50 PolNeAR development documents: all the same.
_SHORT_ATTRIBUTION = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a quotation within a paragraph; `tokens` are those inside the marks."""

    quotation: int
    span: Span
    tokens: range


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence as printed, with the pieces of quotation in it; `tokens` include the marks."""

    paragraph: int
    tokens: range
    pieces: tuple[int, ...]


@dataclass(frozen=True)
class Reading:
    """An article with all that the search for statements looks up."""

    article: Article
    analysis: Analysis
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.analysis.tokens

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        return quotations(self.article.text, self.article.paragraphs)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        return tuple(
            Piece(number, span, self.analysis.tokens_in(span))
            for number, quotation in enumerate(self.quotations)
            for span in quotation.spans
        )

    @cached_property
    def piece_of(self) -> list[int]:
        """For each token the piece it stands in, -1 for none, -2 for a quotation's mark."""
        where = [-1] * len(self.tokens)
        for number, piece in enumerate(self.pieces):
            for index in piece.tokens:
                where[index] = number
            for index in (piece.tokens.start - 1, piece.tokens.stop):
                if 0 <= index < len(where) and where[index] == -1 and self.tokens[index].text[0] in _SIGNS:
                    where[index] = -2
        return where

    @cached_property
    def name_at(self) -> dict[int, int]:
        """Token index -> the mention that covers it, the longest where several do."""
        at: dict[int, int] = {}
        for number, mention in sorted(enumerate(self.mentions), key=lambda item: len(item[1].span)):
            for index in self.analysis.tokens_in(mention.span):
                at[index] = number
        return at

    @cached_property
    def time_at(self) -> dict[int, int]:
        """Token index -> the time expression that covers it."""
        return {
            index: number
            for number, time in enumerate(self.times)
            for index in self.analysis.tokens_in(time.span)
        }

    @cached_property
    def sentence_starts(self) -> frozenset[int]:
        """Where the sentences of the language layer begin, in code points."""
        return frozenset(sentence.start for sentence in self.analysis.sentences)

    @cached_property
    def named_chains(self) -> frozenset[int]:
        """The chains of mentions that hold a name."""
        return frozenset(m.chain for m in self.mentions if m.form is MentionForm.NAME and m.chain is not None)

    def word(self, index: int) -> str:
        """Return the token's text in small letters."""
        return self.analysis.lower[index]

    def told(self, index: int) -> bool:
        """Whether the token is the article's own word, outside quotations and their marks."""
        return self.piece_of[index] == -1

    def quotes(self, tokens: Iterable[int]) -> bool:
        """Whether any of the tokens is quoted."""
        return any(self.piece_of[i] >= 0 for i in tokens)

    def has_verb(self, tokens: Iterable[int]) -> bool:
        """Whether any of the tokens is a finite verb."""
        return any(self.tokens[i].tag in FINITE for i in tokens)

    def cue(self, index: int) -> CueForm | None:
        """Return what cue the token is, if it is one in the article's own words."""
        if self.piece_of[index] != -1:
            return None
        token = self.tokens[index]
        form = cue_form(token.text, token.upos)
        if form is not None and index > 0 and self.tokens[index - 1].text == "-":
            return None  # "self-proclaimed"
        return None if form is not None and self._before_noun(form, index) else form

    def _before_noun(self, form: CueForm, index: int) -> bool:
        """Whether a participle is part of a noun phrase by the parse: "a reporting error", "her stated aim"."""
        token = self.tokens[index]
        if token.dep not in ("amod", "compound") or not (form.gerund or form.past):
            return False
        return all(self.tokens[i].upos in NOMINAL for i in range(index + 1, token.head))

    def person_at(self, index: int) -> int | None:
        """Return the mention of a person by name that covers the token, if one does."""
        number = self.name_at.get(index)
        if number is None:
            return None
        mention = self.mentions[number]
        return number if mention.form is MentionForm.NAME and mention.type is EntityType.PERSON else None

    def span(self, tokens: Sequence[int] | range) -> Span:
        """Return the span from the first to the last of `tokens`."""
        return Span(self.tokens[tokens[0]].start, self.tokens[tokens[-1]].end)

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        return tuple(_segments(self))


def _segments(reading: Reading) -> Iterator[Segment]:
    for number, paragraph in enumerate(reading.article.paragraphs):
        if not paragraph.telling:
            continue
        inside = reading.analysis.tokens_in(paragraph.span)
        first = inside.start
        for index in inside:
            if index + 1 == inside.stop or _ends(reading, first, index, inside.stop):
                tokens = range(first, index + 1)
                pieces = sorted({reading.piece_of[i] for i in tokens} - {-1, -2})
                yield Segment(number, tokens, tuple(pieces))
                first = index + 1


def _runs_in(reading: Reading, first: int, index: int) -> bool:
    """Whether a dateline or a heading ends with the dash at `index`: "LEEDS (AP) — The …", "Early fears – Two …"."""
    dash, follower = reading.tokens[index], reading.tokens[index + 1]
    if dash.text not in _DASHES or index == first or index - first > _HEADING:
        return False
    if not follower.text[0].isupper() or reading.tokens[index - 1].end == dash.start:
        return False
    opens = reading.tokens[first].text
    return (opens.isupper() and len(opens) > 2) or follower.upos not in ("PROPN", "PRON", "INTJ")


def _ends(reading: Reading, first: int, index: int, stop: int) -> bool:
    """Whether a sentence that begins at `first` ends with the token at `index`; another one follows."""
    follower = reading.tokens[index + 1]
    place = reading.piece_of[index]
    if place == -1:
        if _runs_in(reading, first, index):
            return True
        stopped = reading.tokens[index].text in STOPS and not follower.text[0].islower()
        stopped = stopped and not _abbreviates(reading, index)
        stopped = stopped or _ends_short(reading, index)
        stopped = stopped or breaks_at(reading.text, follower.start)
        return stopped or _opens_attributed(reading, index + 1, stop)
    if place >= 0 and reading.piece_of[index + 1] in (place, -2):
        return False
    if place == -2 and reading.piece_of[index + 1] >= 0:
        return False
    ended = _piece_before(reading, index)
    if ended is None or not reading.text[ended.span.start : ended.span.end].endswith(_ENDS):
        return False
    if follower.text[0].islower() or follower.text in (",", ";", ":", ")", "-", "–", "—"):
        return False
    asked = reading.text[ended.span.end - 1] in "!?" and _closing_attribution(reading, index + 1, stop)
    return not (asked or _short_attribution(reading, index + 1, stop))


def _ends_short(reading: Reading, index: int) -> bool:
    """Whether an hour ends the sentence with its own stop: "… at 9 a.m. There was …"."""
    hour = reading.word(index) in ("a.m.", "p.m.")
    follower = reading.tokens[index + 1]
    return hour and follower.start in reading.sentence_starts


def _opens_attributed(reading: Reading, mark: int, stop: int) -> bool:
    """Whether a quoted sentence with its own attribution begins at a mark without a stop before it.

    A caption or a headline runs into it: 'The mayor opened the bridge “We are proud of it,” Ms Roe said.'
    """
    if reading.piece_of[mark] != -2 or mark + 1 >= stop or reading.piece_of[mark + 1] < 0:
        return False
    piece = reading.pieces[reading.piece_of[mark + 1]]
    before = reading.tokens[mark - 1]
    quoted = reading.text[piece.span.start : piece.span.end]
    if piece.tokens.start != mark + 1 or before.upos not in ("NOUN", "PROPN", "ADV", "ADJ", "VERB", "NUM"):
        return False
    if not quoted[:1].isupper() or not quoted.endswith(",") or reading.cue(mark - 1) is not None:
        return False
    sentence = reading.has_verb(piece.tokens)
    return sentence and _closing_attribution(reading, piece.tokens.stop + 1, stop)


def _closing_attribution(reading: Reading, start: int, stop: int) -> bool:
    """Whether "Ms Roe, head of research, wrote in a letter." stands at `start`: its only finite verb is a cue."""
    if start >= stop or reading.tokens[start].upos not in ("NOUN", "PROPN", "PRON", "DET"):
        return False
    verbs: list[int] = []
    for index in range(start, stop):
        if not reading.told(index) or (reading.tokens[index].text in STOPS and verbs):
            break
        if reading.tokens[index].tag in FINITE:
            verbs.append(index)
    if len(verbs) != 1 or reading.cue(verbs[0]) is None:
        return False
    follower = reading.tokens[min(verbs[0] + 1, stop - 1)]
    return follower.text in (*STOPS, ",") or follower.upos in ("ADP", "ADV", "SCONJ", "PROPN", "PRON")


def _abbreviates(reading: Reading, index: int) -> bool:
    """Whether the stop at `index` belongs to a short word: "R-Ky., said", "(D-Wis.) said"."""
    follower = reading.tokens[index + 1].text
    if follower in (",", ";", ":", "'s", "’s"):
        return True  # "Martin Roe Jr.’s house"
    return follower == ")" and reading.tokens[index - 2].text in ("-", "–", ",", "(")


def _piece_before(reading: Reading, index: int) -> Piece | None:
    for at in (index, index - 1):
        if at >= 0 and reading.piece_of[at] >= 0:
            return reading.pieces[reading.piece_of[at]]
    return None


def _short_attribution(reading: Reading, start: int, stop: int) -> bool:
    """Whether "Mr Reed said." begins at `start`, after a quotation."""
    for index in range(start, min(stop, start + _SHORT_ATTRIBUTION)):
        if not reading.told(index) or reading.tokens[index].text in STOPS:
            return False
        if reading.cue(index) is not None:
            return reading.tokens[min(index + 1, stop - 1)].text in (*STOPS, ",")
    return False
