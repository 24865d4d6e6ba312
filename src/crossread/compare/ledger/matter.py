"""What an act is about, and whether two acts are about the same matter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import takewhile

from crossread.compare.cast import Cast
from crossread.compare.ledger.callings import called, introduced
from crossread.compare.ledger.days import made
from crossread.compare.ledger.due import DUTIES, due_days
from crossread.compare.ledger.parties import Name, sides
from crossread.compare.ledger.standing import at_head, line, stands, told_as_past, verb_of
from crossread.compare.ledger.status import CALLING, STANCES
from crossread.compare.ledger.wording import Telling
from crossread.compare.once import timed
from crossread.record.analysis import CONTENT, Analysis
from crossread.record.annotation import Account, Act, ActKind, EntityType, Party
from crossread.record.article import DateRange
from crossread.record.dossier import Who
from crossread.record.span import Evidence, Span
from crossread.text.closed_classes import NEGATIONS, POSSESSIVES
from crossread.text.listing import listed
from crossread.text.words import STOPWORDS, normal

# Words of one sense, so that "quit", "step down" and "resignation" meet. The
# senses are those in which official action is told again in other words.
LEAVING, DISMISSAL, INQUIRY, MEETING = "=leave-office", "=dismiss", "=inquiry", "=meet"
_SENSES = {
    **dict.fromkeys(listed("investigation inquiry enquiry review probe inquest audit"), INQUIRY),
    **dict.fromkeys(listed("resign quit resignation ouster"), LEAVING),
    **dict.fromkeys(listed("sack oust fire dismiss firing dismissal sacking"), DISMISSAL),
    **dict.fromkeys(listed("release bail custody"), "=release"),
    **dict.fromkeys(listed("kidnapping kidnap abduct abduction"), "=kidnap"),
    **dict.fromkeys(listed("kill killing murder"), "=kill"),
    **dict.fromkeys(listed("meeting meet talk"), MEETING),
    **dict.fromkeys(listed("fund funding"), "fund"),
    **dict.fromkeys(listed("spend spending"), "spend"),
    **dict.fromkeys(listed("allegation accusation claim report wrongdoing"), "=claim"),
}
# What makes a noun of a verb, behind as much as still tells the verb: "separate", "separation".
_MADE_OF_VERB = re.compile(r"(?<=\w{5})(?:e?ment|[ai]?tion|ion|al|ance|ate|ing|e)$")
# Words that say nothing about which matter it is.
_EMPTY = listed(
    "conduct hold make take give do have be get go look happen event further action what how "
    "independent full also new call demand request"
)
PRONOUNS = listed("he she it they we i you him her them us me who those this that his their its our my")

_POINTING = listed("my our this that these those such")

FAMILY = {
    ActKind.DEMAND: "directive",
    ActKind.REQUEST: "directive",
    ActKind.RECOMMENDATION: "directive",
    ActKind.INQUIRY: "directive",
    ActKind.COMMITMENT: "agenda",
    ActKind.SCHEDULED: "agenda",
    **dict.fromkeys(STANCES, "stance"),
}

# How a clause that tells what its sentence tells hangs on the one above it.
_TELLING = ("root", "conj", "ccomp", "xcomp", "parataxis")

_VERBAL = ("VERB", "ADJ", "AUX")  # "is set to meet", "is under investigation"

_TURNING_DOWN = listed(
    "reject defeat veto block fail kill withdraw cancel scrap drop revoke rescind repeal overturn lift postpone"
)

_ENDING = listed("convict acquit sentence jail clear")

LONGEST_EVIDENCE = 300  # code points; a longer clause is cut to begin at its cue
# Words by which accounts tell a vote on one bill: the deed, and the bill.
PASSING = listed("pass approve adopt enact ratify okay clear advance approval")
BILLS = listed(
    "bill legislation measure act law resolution proposal package deal agreement budget treaty plan"
)


@dataclass(frozen=True)
class Matter:
    """An act in its account, with its parties named, its words, and its days."""

    account: Account
    act: Act
    actor: Who | None
    addressee: Who | None
    evidence: Evidence
    words: frozenset[str]
    due: DateRange | None
    made: DateRange | None
    day: DateRange | None  # the account's own
    order: int
    told: Telling | None = None  # its words as a line of the ledger, None where they cannot be read alone
    sides: frozenset[Name] = frozenset()  # the names of those whose act it is
    stands: bool = True  # told as of now or as news, not as past or by the way

    @cached_property
    def kind(self) -> ActKind:
        return self.act.kind

    @cached_property
    def around(self) -> frozenset[str]:
        """The content words of the sentence that tells it, but for its verb and who does it."""
        sentence = self.account.analysis.sentence_at(self.act.cue.start)
        told = frozenset[str]() if sentence is None else content(self.account, sentence.span)
        names = (self.actor.name.split() if self.actor else []) + [self.deed or ""]
        return told - {stem(normal(word)) for word in names}

    @cached_property
    def is_news(self) -> bool:
        return at_head(self.account, self.act)

    @cached_property
    def family(self) -> str:
        return FAMILY.get(self.kind, self.kind.value)

    @cached_property
    def _deed_at(self) -> int | None:
        """Where the verb of what is done stands: the action's first, else its main one, else the cue's last."""
        analysis = self.account.analysis
        cue = analysis.tokens_in(self.act.cue)
        told = (analysis.tokens_in(self.act.action)[0], analysis.head_of(self.act.action), *reversed(cue))
        return next((i for i in told if i is not None and analysis.tokens[i].upos == "VERB"), None)

    @property
    def deed(self) -> str | None:
        """The verb of what is done."""
        return None if self._deed_at is None else self.account.analysis.tokens[self._deed_at].lemma

    @cached_property
    def thing(self) -> str | None:
        """The noun that it is done to."""
        analysis = self.account.analysis
        done_to = () if self._deed_at is None else analysis.children(self._deed_at, "obj", "nsubj:pass")
        things = (analysis.tokens[i] for i in done_to)
        return next((token.lemma.lower() for token in things if token.upos == "NOUN"), None)

    @cached_property
    def core(self) -> frozenset[str]:
        """The senses of the verb of what is done and of what hangs on it: what the act comes down to."""
        analysis = self.account.analysis
        top = analysis.head_of(self.act.action)
        if top is None or analysis.tokens[top].upos != "VERB":
            return frozenset()
        below = analysis.children(
            top, "obj", "iobj", "obl", "nmod", "nsubj:pass", "xcomp", "conj", "compound", "amod"
        )
        return frozenset(word for i in (top, *below) for word in _sense(analysis, i)) & self.words

    @cached_property
    def done_to(self) -> tuple[str, str] | None:
        """What is done and to what; all ways to pass and all names for a bill are one."""
        analysis = self.account.analysis
        lemmas = {analysis.tokens[i].lemma.lower() for i in analysis.tokens_in(self.act.span)}
        if not lemmas.isdisjoint(PASSING):
            return "pass", "bill"
        if self.deed is None or self.thing is None:
            return None
        return self.deed, "bill" if self.thing in BILLS else self.thing

    @cached_property
    def against(self) -> bool:
        """Whether it is that something is not to be done: "should not come", "rejected the budget"."""
        analysis, cue = self.account.analysis, self.account.analysis.tokens_in(self.act.cue)
        last = analysis.tokens_in(self.act.action)[0] + 2
        turned_down = any(analysis.tokens[i].lemma in _TURNING_DOWN for i in cue)
        return turned_down or not NEGATIONS.isdisjoint(analysis.lower[cue[0] : last + 1])

    @cached_property
    def ends_case(self) -> bool:
        """Whether it ends a case at law: a verdict, a sentence, a guilty plea."""
        words = self.act.cue.of(self.account.text).lower().split()
        guilty = "guilty" in words and "not" not in words
        return self.kind is ActKind.COURT and (guilty or self.deed in _ENDING)

    @cached_property
    def by_noun(self) -> bool:
        """Whether a noun tells it, not a verb: "Hill's resignation"."""
        tokens = self.account.analysis.tokens
        return all(tokens[i].upos not in _VERBAL for i in self.account.analysis.tokens_in(self.act.cue))

    @property
    def taken_up(self) -> bool:
        """Whether its sentence only takes it up: "a row over Hill's demand for …", "Reed, who was dismissed in May",
        "after Hill had dismissed Reed", or "after Reed was dismissed", where nobody is told to have done it."""
        analysis, old = self.account.analysis, not (self.stands or self._lately)
        past = [i for i in self._clauses if told_as_past(analysis, i) and self.kind is not ActKind.DENIAL]
        which = any(analysis.tokens[i].dep == "acl:relcl" or (old and _when(analysis, i)) for i in past)
        asked = self.by_noun and self.kind in CALLING | {ActKind.COMMITMENT}
        if which or asked or self.actor is not None or self.kind is not ActKind.DECISION:
            return which or asked
        noun = analysis.head_of(self.act.cue)  # "announced Reed's sacking" tells it
        told = noun is not None and analysis.hangs(noun, "obj", "nsubj:pass")
        return not told if self.by_noun else self.in_passing

    @property
    def _lately(self) -> bool:
        """Whether its day is told, and lies within a year before the account."""
        made, told = self.made, self.day
        return made is not None and told is not None and told.latest - made.latest < _A_YEAR

    @cached_property
    def _clauses(self) -> tuple[int, ...]:
        """The verb that tells it, and all that this one hangs on."""
        verb = verb_of(self.account.analysis, self.act)
        return () if verb is None else (verb, *self.account.analysis.ancestors(verb))

    @cached_property
    def in_passing(self) -> bool:
        """Whether its sentence tells something else: "after Hill had asked her", "despite calls for …"."""
        tokens = self.account.analysis.tokens
        return any(tokens[i].dep.split(":")[0] not in _TELLING for i in self._clauses)

    @cached_property
    def in_a_reply(self) -> bool:
        """Whether it is told as what somebody refuses or opposes: "she resisted calls to go"."""
        stances = (one for one in self.account.annotation.acts if one.kind in STANCES)
        return any(one.cue != self.act.cue and one.action.overlaps(self.act.cue) for one in stances)

    @property
    def by_name(self) -> bool:
        """Whether a name says who answers: who acts, else who is asked or it is done to; in a case who is accused.

        A court needs none, since what it rules binds whoever it is; an occasion is told by a name and its day.
        """
        accused = self.kind in (ActKind.ARREST, ActKind.CHARGE)
        to = accused or self.act.actor is None
        party, who = (self.act.addressee, self.addressee) if to else (self.act.actor, self.actor)
        analysis = self.account.analysis
        if party is None or who is None:
            verb = verb_of(analysis, self.act)
            what = [] if verb is None else analysis.children(verb, "nsubj", "nsubj:pass")
            which = any(
                _proper(analysis, analysis.subtree(i)) or (self.stands and analysis.lower[i] in _OCCASIONS)
                for i in what
            )
            return self.due is not None and which
        if self.kind is ActKind.INQUIRY and self.by_noun:
            # a body has had many; a person holds one, and it "its"
            own = analysis.lower[analysis.tokens_in(self.act.cue)[0] - 1] in POSSESSIVES
            mention = None if party.mention is None else self.account.annotation.mentions[party.mention]
            return own or (mention is not None and mention.type is EntityType.PERSON)
        head = analysis.head_of(party.span)
        inside = analysis.subtree(head) if accused and head is not None else analysis.tokens_in(party.span)
        # not whom "a letter to Hill" goes to
        words = list(takewhile(lambda i: analysis.lower[i] != "to", inside))
        court = head is not None and analysis.lower[head] in _COURTS
        owned = any(word[0].isupper() and word.endswith("’s") for word in who.name.split())
        named = who.entity is not None or court or owned or _proper(analysis, words)
        return named or self._by_a_body(party.span) or self._as_news

    @property
    def _as_news(self) -> bool:
        """Whether an account tells as of now or as news what a crowd asks of somebody known, or whom police took."""
        known = self.addressee is not None and self.addressee.entity is not None
        told = self.act.actor is not None and self.act.actor.span.start < self.act.cue.start
        asked = self.kind in CALLING | {ActKind.COURT} and known and told
        taken = self.kind in (ActKind.ARREST, ActKind.CHARGE) and not self.by_noun
        return (asked or taken) and self.stands and not self.in_passing

    def _by_a_body(self, words: Span) -> bool:
        """Whether a main clause tells what the one body of office that "the ministry" is in its account does, or the
        reader is told beside it whose it is: "the campaign [the Hill campaign]"."""
        party = words.of(self.account.text).lower()
        beside = [one.name for one in self.told.meant if one.mention.span == words] if self.told else []
        whose = any(word[0].isupper() for name in beside for word in name.split()[1:])
        office = party.split()[-1] in _BODIES or party == "the federal government"
        return party.startswith("the ") and (whose or (office and not self.by_noun and not self.in_passing))

    @property
    def due_stated(self) -> bool:
        return self.act.due is not None and self.kind in DUTIES


_A_YEAR = timedelta(days=366)
# What opens a clause that tells when another thing was done, and verbs for which that is the news: "comes after".
_TIMES, _FOLLOWING = listed("after when since as"), listed("come follow")


def _when(analysis: Analysis, verb: int) -> bool:
    """Whether a clause of a finite verb tells when something else was done."""
    token = analysis.tokens[verb]
    opens = {analysis.lower[i] for i in analysis.children(verb, "mark", "advmod")}
    finite = token.tag in ("VBD", "VBN") or analysis.children(verb, "aux", "aux:pass")
    beside = token.dep.startswith("advcl") and analysis.tokens[token.head].lemma not in _FOLLOWING
    return bool(finite) and beside and not opens.isdisjoint(_TIMES)


_BODIES = listed("administration ministry department agency commission committee council force company")
_OCCASIONS = listed(
    "hearing trial vote debate talks negotiations summit meeting conference arraignment sentencing testimony "
    "inauguration funeral vigil march ruling verdict resolution report"
)
_COURTS = listed("court judge justices jury")


def _proper(analysis: Analysis, words: Iterable[int]) -> bool:
    """Whether a name is among words, or an adjective made of one: "the German authorities"."""
    tokens = (analysis.tokens[i] for i in words)
    return any(t.upos == "PROPN" or (t.upos == "ADJ" and t.text[0].isupper()) for t in tokens)


def matter(
    account: Account, act: Act, cast: Cast, day: DateRange | None, order: int, newest: date | None = None
) -> Matter:
    """Place `act` in its account; `day` is the article's own day, `newest` that of the story's newest account."""
    when = made(account, act, day)
    due = due_days(account, act, when, day)
    said = None if act.statement is None else account.annotation.statements[act.statement].speaker
    speaker = cast.who(account, said)
    actor = _party(account, act.actor, cast, speaker)
    addressee = _party(account, act.addressee, cast, speaker or actor)
    if addressee is not None and _rules(addressee.name):  # "ended the Farm Act": what it is done to, nobody
        act, addressee = replace(act, addressee=None), None
    known = [one.entity for one in (actor, addressee) if one is not None and one.entity is not None]
    return Matter(
        account,
        act,
        actor,
        addressee,
        _evidence(account, act),
        content(account, act.action),
        due,
        when,
        day,
        order,
        line(account, act, cast, known),
        sides(actor, cast),
        stands(account, act, day, newest),
    )


def _party(account: Account, party: Party | None, cast: Cast, speaker: Who | None) -> Who | None:
    known = introduced(account, party)
    return _named(called(account, known, cast.who(account, known), speaker))


def _named(who: Who | None) -> Who | None:
    """Leave out somebody of whom only a pronoun is known, or whose or which he is: unknown stays unknown."""
    words = who.name.lower().split() if who is not None else []
    alone = who is not None and who.name != "US" and len(words) == 1 and words[0] in PRONOUNS
    return None if not words or alone or words[0] in _POINTING else who


def answerable(found: Matter) -> bool:
    """Whether the ledger can say who is to answer: no pronoun alone, no law or case, nobody to himself."""
    actor, addressee = found.actor, found.addressee
    if actor is not None and _rules(actor.name):
        return False
    if found.kind in CALLING and addressee is not None and not _AUDIENCE.isdisjoint(addressee.name.split()):
        return False  # "urged voters to turn out"
    if (found.act.actor is not None and actor is None) or (found.act.addressee and addressee is None):
        return False
    if actor is None and addressee is None:
        return found.kind is ActKind.SCHEDULED  # an occasion
    if actor is None or addressee is None:
        return True
    return actor.entity is None or actor.entity != addressee.entity


# What rules or finds, but does not act: laws and programmes, polls, and cases by their names.
_RULES = listed(
    "act law bill ab hb sb hr action program programme policy treaty amendment clause constitution poll survey "
    "proposition"
)


# Whom a speech or a campaign appeals to, of whom nobody answers for it; a league of Voters does.
_AUDIENCE = listed(
    "voters supporters graduates fans viewers readers consumers customers people everyone everybody"
) | {"Americans"}


def _rules(name: str) -> bool:
    """Whether a name is a law's, a poll's or a case's: "the Farm Act", "AB 12", "Hill v. Reed", "a poll by"."""
    words = name.lower().split()
    head = list(takewhile(lambda word: word not in ("of", "for", "on", "to", "by"), words))[-1:]
    return not _RULES.isdisjoint(head) or not {"v", "v."}.isdisjoint(words)


def _evidence(account: Account, act: Act) -> Evidence:
    if len(act.span) <= LONGEST_EVIDENCE:
        return account.evidence(act.span)
    start = min(act.cue.start, act.action.start)
    inside = account.analysis.tokens_in(Span(start, min(start + LONGEST_EVIDENCE, act.span.end)))
    ends = [account.analysis.tokens[i].end for i in inside]
    return account.evidence(
        Span(start, max((e for e in ends if e - start <= LONGEST_EVIDENCE), default=act.cue.end))
    )


def content(account: Account, span: Span) -> frozenset[str]:
    """Return the senses of the content words in `span`, times and empty words left out."""
    analysis, times = account.analysis, timed(account)
    return frozenset(
        told
        for i in analysis.tokens_in(span)
        if analysis.tokens[i].upos in CONTENT and i not in times
        for told in _sense(analysis, i)
    )


def _sense(analysis: Analysis, index: int) -> tuple[str, ...]:
    token = analysis.tokens[index]
    lemma = normal(token.lemma)
    if lemma in ("go", "stand", "step"):
        following = analysis.tokens[index + 1].text.lower() if index + 1 < len(analysis.tokens) else ""
        return (LEAVING,) if following == "down" else ()
    empty = lemma not in _SENSES and (
        lemma in _EMPTY or lemma in STOPWORDS or (len(lemma) < 2 and not lemma.isdigit())
    )
    return () if empty else (_SENSES.get(lemma) or stem(lemma),)


def stem(lemma: str) -> str:
    """Return what a verb and the noun made of it have in common: "separ" of "separate" and "separation"."""
    return _MADE_OF_VERB.sub("", lemma)


def party_at(account: Account, token: int) -> Party:
    """Return who a token names: the mention it is in, or its own word."""
    span = account.analysis.tokens[token].span
    mention = next((i for i, m in enumerate(account.annotation.mentions) if m.span.overlaps(span)), None)
    return Party(account.annotation.mentions[mention].span if mention is not None else span, mention)
