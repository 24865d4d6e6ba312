"""Assertions: the clauses of an account that say that something is so, with what identifies them.

"He said" around a clause is no assertion of its own but tells whose it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from crossread.compare.cast import Cast
from crossread.compare.claims.attribution import attributed, speakers, statement_of
from crossread.compare.claims.clauses import (
    SUBJECTS,
    Clause,
    clauses,
    has_subject,
    phrase,
    predicates,
)
from crossread.compare.claims.force import Mood, conjectured, in_doubt, mood, negated
from crossread.compare.claims.inner import inner
from crossread.compare.claims.meaning import DIRECTIVES, MEASURES, REPORTING
from crossread.compare.claims.showing import closed, placed_nouns, shown, whole
from crossread.compare.claims.terms import LIGHT, PEOPLE, Number, Terms
from crossread.compare.once import quoted_spans
from crossread.record.analysis import Analysis, Sentence, Token
from crossread.record.annotation import Account, ReportedStatement
from crossread.record.article import DateRange
from crossread.record.dossier import Statement
from crossread.record.span import Evidence, Span
from crossread.text.datelines import without_dateline
from crossread.text.listing import listed

# Those of them that say of their subject that it happened.
_TAKES_PLACE = frozenset({"happen", "occur", "come", "follow"})
# Verbs that tell little without the participle that comes with them ("appeared in court charged with").
_APPEARS = frozenset({"appear", "stand", "remain"})
PRONOUNS = listed("he she it they this that these those him her them his its their i we you")
# First and second person, in their own case: "Masjid-i-Suleiman" and "US" hold none.
_FIRST_PERSON = listed("I we We my My our Our me us myself ourselves you You your Your")
# A sentence that quotes more than so many times what a clause of it does tells more than the clause.
ALL_QUOTED = 1.5
# Fewest terms of an assertion: a clause without subject or finite verb needs more to be known again.
_FEWEST, _FEWEST_TORN = 2, 3


@dataclass(frozen=True)
class Gloss:
    """The name of the `entity` that a pronoun ending at `end` means, to be read with it.

    `first` tells whether nobody is named before it.
    """

    end: int
    entity: str
    name: str
    first: bool


@dataclass(frozen=True, slots=True)
class Assertion:
    """One clause that asserts something.

    `terms` are its content words in normal form, with entities in place of their names, kinds of happening in place
    of near-synonyms (see `meaning`) and "#unit" in place of a number; `context` those of its whole sentence.
    `happenings` are the terms of its head and of what the head frames, `main` those of the head alone, `verbs`
    those of all its verbs, `names` the entities in it, `around` those in its sentence, `persons` the people,
    `subjects` the terms of its subject, `actors` those of who does it (the "by" phrase of a passive), `objects` those
    of what it is done to, `days` the days it names. `complete` says that it can stand alone as a sentence; `inner`
    says that another clause tells it by the way.

    `shown` are the words that stand for it, with `glosses` on pronouns that mean nobody named in them, and without
    `cut`, the pronoun of a relative clause that is shown with its noun. They are looked for where they are to be
    shown (`in_words`); before that only a quotation has some, its whole sentence.
    """

    reader: _Reader = field(repr=False, compare=False)
    clause: Clause = field(repr=False, compare=False)
    account: Account
    order: int
    place: int
    sentence: Span
    span: Span
    terms: frozenset[str]
    context: frozenset[str]
    happenings: frozenset[str]
    main: frozenset[str]
    verbs: frozenset[str]
    subjects: frozenset[str]
    actors: frozenset[str]
    objects: frozenset[str]
    passive: bool
    nominal: bool
    names: frozenset[str]
    around: frozenset[str]
    persons: frozenset[str]
    numbers: tuple[Number, ...]
    days: tuple[DateRange, ...]
    mood: Mood
    negated: bool
    conjectured: bool
    complete: bool
    quoted: bool
    statement: ReportedStatement | None
    attributed_to: str | None
    shown: Span | None
    glosses: tuple[Gloss, ...] = ()
    cut: Span | None = None
    inner: bool = False
    personal: bool = False  # it says "I" or "you"

    @property
    def evidence(self) -> Evidence:
        return self.account.evidence(self.span)

    @property
    def deeds(self) -> frozenset[str]:
        """What it says is done, not "declined to answer" for "answered"; of what is told by the way, the deed."""
        return self.main if self.inner else self.main & self.verbs

    def in_words(self) -> Assertion:
        """Return it with the words that stand for it, if there are any; none do for what is told by the way."""
        return self if self.inner or self.shown else self.reader.in_words(self)


def assertions(
    accounts: Sequence[Account], cast: Cast, statements: Sequence[Statement] = ()
) -> tuple[Assertion, ...]:
    """Return the assertions of all accounts in reading order.

    `statements` are the story's: a speaker whom another account names is named here too.
    """
    found: list[Assertion] = []
    said = speakers(statements)
    placed = placed_nouns(accounts)
    for order, account in enumerate(accounts):
        reader = _Reader(account, order, cast, said.get(account.id, ()), placed)
        place = 0
        for sentence in account.sentences:
            found.extend(reader.read(without_dateline(account.text, account.analysis, sentence), place))
            place += reader.says(sentence)
    return tuple(found)


class _Reader:
    """Reads the assertions of one account; holds what is looked up for each of its sentences."""

    def __init__(
        self,
        account: Account,
        order: int,
        cast: Cast,
        said: Sequence[tuple[Span, str]],
        placed: frozenset[str],
    ) -> None:
        self.account, self.order, self.cast, self.said, self.placed = account, order, cast, said, placed
        self.words = Terms(account, cast)
        self.analysis: Analysis = account.analysis
        self.tokens: tuple[Token, ...] = account.analysis.tokens
        self.quoted: list[Span] = []  # in the sentence that is read
        self.cues = frozenset(
            index
            for statement in account.annotation.statements
            if statement.cue is not None
            for index in self.analysis.tokens_in(statement.cue)
        )

    def says(self, sentence: Sentence) -> bool:
        """Whether a sentence has a verb: "WASHINGTON -" is no sentence of the lead."""
        return any(self.tokens[i].upos in {"VERB", "AUX"} for i in range(sentence.first, sentence.last))

    def read(self, sentence: Sentence, place: int) -> Iterator[Assertion]:
        """Yield the assertions of one sentence, in order; a question asserts nothing."""
        text = self.account.text[sentence.start : sentence.end]
        if text.rstrip("\"'”’ ").endswith("?"):
            return
        self.quoted = list(filter(sentence.span.overlaps, quoted_spans(self.account)))
        context = self.words.terms(range(sentence.first, sentence.last))
        found = clauses(self.analysis, sentence, self.cues)
        for clause in found:
            own = self.words.terms(clause.own)
            terms = own | self._inherited(clause.head)
            if not self._frames(clause, own) and self._tells(clause, terms):
                yield self._assertion(sentence, place, context, clause, terms)
        for clause in inner(self.analysis, sentence, {clause.head for clause in found}):
            terms = self.words.terms(clause.own) | self._inherited(clause.head)
            if len(terms) >= _FEWEST_TORN:
                yield self._inner(self._assertion(sentence, place, context, clause, terms), clause.head)

    def _assertion(
        self, sentence: Sentence, place: int, context: frozenset[str], clause: Clause, terms: frozenset[str]
    ) -> Assertion:
        head, own = clause.head, clause.own
        # No name ("May") and no modal of another verb turns the force of the clause.
        common = [i for i in own if self.tokens[i].upos != "PROPN"]
        turning = [i for i in common if self.tokens[i].tag != "MD" or self.tokens[i].head == head]
        lemmas = {self.analysis.lemmas[i] for i in turning}
        statement = statement_of(self.account, clause.span)
        quotes = filter(clause.span.overlaps, self.quoted)
        quoted = any(quote.shared(clause.span) * 2 > len(clause.span) for quote in quotes)
        framed = self._framed(sentence, clause, statement) if quoted else None
        main = self._main(head)
        subjects, passive = self._subjects(head), bool(self.analysis.children(head, "nsubj:pass", "aux:pass"))
        return Assertion(  # long, since each field stands on a line of its own
            reader=self,
            clause=clause,
            account=self.account,
            order=self.order,
            place=place,
            sentence=sentence.span,
            span=closed(self.account.text, clause.span),
            terms=terms,
            context=context,
            happenings=main | self._framed_deeds(head),
            main=main,
            verbs=frozenset(self.words.kind(i) for i in own if self.tokens[i].upos == "VERB") - LIGHT,
            subjects=subjects,
            actors=self._agents(head) if passive else subjects,
            objects=self._objects(head),
            passive=passive,
            nominal=bool(self.analysis.children(head, "cop")),
            names=terms & self.words.named.keys(),
            around=context & self.words.named.keys(),
            persons=terms & self.cast.persons,
            numbers=tuple(self.words.numbers(own)),
            days=tuple(self._days(clause.span)),
            mood=mood(self.analysis, head, lemmas),
            negated=negated(self.analysis, head),
            conjectured=conjectured(self.analysis, turning) or in_doubt(self.analysis, head),
            complete=clause.complete,
            quoted=quoted and framed is None,
            statement=statement,
            attributed_to=attributed(self.cast, self.account, self.said, clause.span, statement),
            shown=framed,
            personal=not _FIRST_PERSON.isdisjoint(self.tokens[i].text for i in own),
        )

    def in_words(self, assertion: Assertion) -> Assertion:
        sentence = self.analysis.sentence_at(assertion.sentence.start)
        assert sentence is not None
        words = shown(
            self.account,
            without_dateline(self.account.text, self.analysis, sentence),
            assertion.clause,
            attributed=assertion.attributed_to is not None,
            known=self.words.pronouns,
            placed=self.placed,
        )
        if words is None:
            return assertion
        return replace(
            assertion, shown=words, glosses=self._glosses(words), cut=self._cut(assertion.clause, words)
        )

    def _inner(self, assertion: Assertion, head: int) -> Assertion:
        """Return the assertion of a deed told within a clause: nothing is shown for it, and a noun is its verb."""
        told = replace(assertion, inner=True, shown=None)
        if self.tokens[head].upos == "VERB":
            return told
        deed = frozenset({self.words.kind(head)})
        return replace(told, happenings=deed, main=deed, verbs=deed, mood=Mood.DONE)

    def _cut(self, clause: Clause, words: Span) -> Span | None:
        """Return what of some words makes them no sentence: of "Ann Hill, who was cleared" the ", who"."""
        first = self.tokens[clause.own[0]]
        if first.tag not in {"WP", "WDT"} or not words.start < first.start < words.end:
            return None
        before = self.tokens[max(i for i in range(clause.own[0]) if self.tokens[i].upos != "PUNCT")]
        return Span(before.end, first.end)

    def _framed(self, sentence: Sentence, clause: Clause, statement: ReportedStatement | None) -> Span | None:
        """Return the sentence of a quotation that itself tells whose words they are, other than by a pronoun.

        It must not quote much else: that may be in this account alone.
        """
        if statement is None or statement.cue is None or statement.speaker is None:
            return None
        span, speaker = sentence.span, statement.speaker.span
        if not (span.contains(statement.cue) and span.contains(speaker)):
            return None
        if sum(map(span.shared, self.quoted)) > ALL_QUOTED * len(clause.span):
            return None
        if self.tokens[self.analysis.tokens_in(speaker)[0]].upos == "PRON":
            return None
        return whole(self.account, sentence, self.placed, quoting=True)

    def _glosses(self, words: Span) -> tuple[Gloss, ...]:
        """Return whom the pronouns mean that come before any name of theirs in the words."""
        named = set[str]()
        found: list[Gloss] = []
        for index in self.analysis.tokens_in(words):
            entity = self.words.entity.get(index)
            if entity is None or entity in named:
                continue
            named.add(entity)
            if index in self.words.pronouns | self.words.bound:
                owner = self.tokens[index].dep == "nmod:poss"
                name = self.words.named[entity] + ("'s" if owner else "")
                found.append(Gloss(self.tokens[index].end, entity, name, len(found) + 1 == len(named)))
        return tuple(found)

    def _frames(self, clause: Clause, own: frozenset[str]) -> bool:
        """Whether the clause, of its `own` terms, only frames a statement: "he said", "they added late on Friday"."""
        head, lemma = clause.head, self.analysis.lemmas[clause.head]
        if lemma not in REPORTING:
            return False
        if lemma != "tell" and self.analysis.children(head, "obj"):
            return False  # "claimed responsibility" tells something itself
        if self.analysis.children(head, "xcomp") and not self.analysis.children(head, "ccomp", "parataxis"):
            return False  # "the bank expects to take a hit": what it expects is no clause of its own
        if head in self.cues:
            return True
        # A frame without a known statement keeps what it frames: nothing is cut loose from who says it.
        said = bool(self.analysis.children(head, "ccomp", "parataxis")) or len(own) < _FEWEST_TORN
        return said or self.tokens[head].dep == "parataxis"

    def _tells(self, clause: Clause, terms: frozenset[str]) -> bool:
        """Whether the clause holds enough to be known again: not "asked about it"."""
        if not any(predicates(self.analysis, i, clause.head) for i in clause.own):
            return False
        if not clause.complete and self.tokens[clause.own[0]].tag == "PRP$":
            return False  # "his firing for what they called …": a phrase
        return len(terms) >= (_FEWEST if clause.complete else _FEWEST_TORN) or any(
            t.startswith("#") for t in terms
        )

    def _days(self, span: Span) -> Iterator[DateRange]:
        """Yield the days that the clause names, as far as they are known; what is so "since" a day is not of it."""
        for time in self.account.annotation.times:
            if time.days is not None and span.contains(time.span):
                before = self.account.text[: time.span.start].rstrip()[-5:].lower()
                if before != "since":
                    yield time.days

    def _framed_deeds(self, head: int) -> frozenset[str]:
        """Return the terms of the verbs that the head frames: "appeared in court charged with murder"."""
        urged = self.words.lemma(head) in DIRECTIVES  # what somebody is urged to do has not happened
        inner = () if urged else self.analysis.children(head, "xcomp")
        framed = (*inner, *self._participles(head))
        return frozenset(self.words.kind(i) for i in framed) - LIGHT

    def _main(self, head: int) -> frozenset[str]:
        """Return the terms of the head; a light verb gives way to its object."""
        parts: tuple[int, ...] = ()
        if self.words.lemma(head) in LIGHT:
            there = ("nsubj",) if self.analysis.children(head, "expl") else ("obl",)
            above = ("obl", "nsubj") if self.words.lemma(head) in _TAKES_PLACE else there
            beside = self.analysis.children(head, *above)
            if above == ("obl",):
                beside = beside[:1]  # "went on trial over her work" tells of the trial
            parts = self.analysis.children(head, "obj", "nsubj:pass") or beside
        elif self.tokens[head].upos != "VERB":
            parts = self.analysis.children(head, "compound", "amod", "nmod", "acl")
            # "it rests on the idea that the moon is hollow" tells nothing of the moon
            parts = tuple(i for i in parts if "that" not in self._opens(i))
        told = frozenset(self.words.kind(i) for i in (head, *parts) if i not in self.words.aside)
        return told - LIGHT - {PEOPLE}  # "84 people were taken there", "it left 32 people dead"

    def _opens(self, head: int) -> set[str]:
        return {self.analysis.lower[i] for i in self.analysis.children(head, "mark")}

    def _participles(self, head: int) -> tuple[int, ...]:
        return tuple(i for i in self._below(head) if self.tokens[i].tag in {"VBN", "VBD"})

    def _below(self, head: int) -> tuple[int, ...]:
        """Return the participles that hang on a verb, also where the parser hangs them on a phrase beside it."""
        beside = self.analysis.children(head, "obl") if self.words.lemma(head) in LIGHT | _APPEARS else ()
        return self.analysis.children(head, "advcl", "acl") + tuple(
            i for at in beside for i in self.analysis.children(at, "acl") if self.tokens[i].dep == "acl"
        )

    def _subjects(self, head: int) -> frozenset[str]:
        """Return the terms of the subject; of "who", those of its antecedent."""
        subjects = self.analysis.children(head, *SUBJECTS)
        subjects += tuple(i for s in subjects for i in self.analysis.children(s, "appos"))
        own = self.words.terms(sorted({i for s in subjects for i in phrase(self.analysis, s)}))
        other = any(self.tokens[i].tag not in {"WP", "WDT"} for i in subjects)  # "whom he fired"
        return own if own or other else self._inherited(head)

    def _agents(self, head: int) -> frozenset[str]:
        """Return the terms of who does what a passive tells: of its "by" phrase."""
        agents = [i for i in self.analysis.children(head) if self.tokens[i].dep == "obl:agent"]
        return self.words.terms(sorted({i for agent in agents for i in phrase(self.analysis, agent)}))

    def _objects(self, head: int) -> frozenset[str]:
        """Return the terms of the nouns to which it is done; of "decided to form a committee" the committee."""
        found = self.analysis.children(head, "obj", "nsubj:pass")
        if self.tokens[head].upos == "NOUN" and not has_subject(self.analysis, head):
            found += self.analysis.children(head, "nmod")  # "the killing of the ape"
        if not found:
            inner = self.analysis.children(head, "xcomp")
            found = tuple(i for verb in inner for i in self.analysis.children(verb, "obj"))
        # "the chairman Tom Beck"
        found += tuple(i for f in found for i in self.analysis.children(f, "appos"))
        nouns = [i for i in found if self.tokens[i].upos in {"NOUN", "PROPN"}]
        return self.words.terms([i for i in nouns if self.words.lemma(i) not in MEASURES])

    def _inherited(self, head: int) -> frozenset[str]:
        """Return what the clause takes over: the antecedent of "who", the subject of a first conjunct."""
        token = self.tokens[head]
        if token.dep in {"acl", "acl:relcl"}:
            return self.words.terms(sorted(phrase(self.analysis, token.head)))
        if token.dep in {"conj", "advcl"} and not has_subject(self.analysis, head):
            first = self.analysis.children(token.head, *SUBJECTS)
            if not first and self.tokens[token.head].tag == "VBG":
                # "Serving constable Tom Beck has been charged": the parser took the constable for served
                first = self.analysis.children(token.head, "obj")
            return self.words.terms(sorted({i for s in first for i in phrase(self.analysis, s)}))
        return frozenset()
