"""What an act is about, and whether two acts are about the same matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from crossread.compare.ledger.callings import called, left_open, nameless
from crossread.compare.ledger.days import made
from crossread.compare.ledger.due import DUTIES, due_days, too_vague
from crossread.compare.ledger.pointing import told_by_itself
from crossread.compare.ledger.standing import OWN_ACCOUNT, line
from crossread.compare.once import timed
from crossread.record.analysis import CONTENT, Analysis
from crossread.record.annotation import ASKING, Account, Act, ActKind, EntityType, Party
from crossread.record.article import DateRange
from crossread.record.dossier import Who
from crossread.record.span import Evidence, Span
from crossread.text.listing import listed
from crossread.text.words import STOPWORDS, normal


class Naming(Protocol):
    """Who the parties of an account are over the whole story."""

    def who(self, account: Account, party: Party | None) -> Who | None: ...


# Words of one sense, so that "quit", "step down" and "resignation" meet. The
# senses are those in which official action is told again in other words.
LEAVING, DISMISSAL, INQUIRY, MEETING = "=leave-office", "=dismiss", "=inquiry", "=meet"
_SENSES = {
    **dict.fromkeys(listed("investigation inquiry enquiry review probe inquest audit"), INQUIRY),
    **dict.fromkeys(listed("resign quit resignation ouster"), LEAVING),
    **dict.fromkeys(listed("sack oust fire dismiss"), DISMISSAL),
    **dict.fromkeys(listed("release bail custody"), "=release"),
    **dict.fromkeys(listed("kidnapping kidnap abduct abduction"), "=kidnap"),
    **dict.fromkeys(listed("kill killing murder"), "=kill"),
    **dict.fromkeys(listed("meeting meet talk"), MEETING),
    **dict.fromkeys(listed("allegation accusation claim report wrongdoing"), "=claim"),
}
# Words that say nothing about which matter it is.
_EMPTY = listed(
    "conduct hold make take give do have be get go look happen event further action what how "
    "independent full also new call demand request"
)
# Words that name no deed anybody could be held to: "called on ministers to act".
_VAGUE = listed(
    "act action respond answer move help work step go proceed ahead forward change support justice calm unity peace "
    "tolerance kindness civility restraint patience compassion respect healing more great swift quick immediate urgent "
    "further strong legislative national"
)
PRONOUNS = listed("he she it they we i you him her them us me who those this that his their its our my")

_POINTING = listed("this that these those he she it they him her them his its their")

FAMILY = {
    ActKind.DEMAND: "directive",
    ActKind.REQUEST: "directive",
    ActKind.RECOMMENDATION: "directive",
    ActKind.INQUIRY: "directive",
    ActKind.COMMITMENT: "agenda",
    ActKind.SCHEDULED: "agenda",
}

_TURNING_DOWN = listed(
    "reject defeat veto block fail kill withdraw cancel scrap drop revoke repeal overturn lift"
)

LONGEST_EVIDENCE = 300  # code points; a longer clause is cut to begin at its cue


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
    told: str | None = None  # its words as a line of the ledger, None where they cannot be read alone

    @property
    def kind(self) -> ActKind:
        return self.act.kind

    @cached_property
    def family(self) -> str:
        return FAMILY.get(self.kind, self.kind.value)

    @cached_property
    def deed(self) -> str | None:
        """The verb of what is done: the action's first, else the cue's last."""
        analysis = self.account.analysis
        opens = analysis.tokens[analysis.tokens_in(self.act.action)[0]]
        cue = [analysis.tokens[i] for i in analysis.tokens_in(self.act.cue)]
        verbs = [token.lemma for token in cue if token.upos == "VERB"]
        return opens.lemma if opens.upos == "VERB" else verbs[-1] if verbs else None

    @cached_property
    def turns_down(self) -> bool:
        """Whether a decision is one against what it is about."""
        tokens = self.account.analysis.tokens
        return any(tokens[i].lemma in _TURNING_DOWN for i in self.account.analysis.tokens_in(self.act.cue))

    @property
    def pointing(self) -> int:
        """How many words of the action point at something told elsewhere ("this independent investigation")."""
        said = self.act.action.of(self.account.text).lower().split()
        return sum(word in _POINTING for word in said)

    @property
    def by_noun(self) -> bool:
        """Whether a noun tells it, not a verb: "Hill's resignation"."""
        tokens = self.account.analysis.tokens
        return all(tokens[i].upos != "VERB" for i in self.account.analysis.tokens_in(self.act.cue))

    @property
    def roundabout(self) -> int:
        """How many things its wording needs beside itself: who says so, what an apology is for."""
        told = self.told or ""
        unsaid = self.kind is ActKind.APOLOGY and " for " not in told
        return told.count("(according to") + told.count(OWN_ACCOUNT) + told.count("(before it") + unsaid

    @property
    def due_stated(self) -> bool:
        return self.act.due is not None and self.kind in DUTIES


def matter(account: Account, act: Act, naming: Naming, day: DateRange | None, order: int) -> Matter:
    """Place `act` in its account; `day` is the article's own day."""
    when = made(account, act, day)
    due = due_days(account, act, when, day)
    actor = called(account, act.actor, _named(naming.who(account, act.actor)))
    addressee = called(account, act.addressee, _named(naming.who(account, act.addressee)), actor)
    unknown = actor is None and act.actor is not None
    taken = act.kind in (ActKind.ARREST, ActKind.CHARGE) and left_open(addressee)
    told = line(account, act, day, beside=taken or left_open(actor), unknown=unknown)
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
        None if too_vague(act, due) or nameless(actor) or _over(account, act, day) else told,
    )


def _named(who: Who | None) -> Who | None:
    """Leave out somebody of whom only a pronoun is known: unknown stays unknown."""
    return None if who is None or who.name.lower() in PRONOUNS else who


_POINTS_BACK = re.compile(
    r"(?:the|that|this|all these|all those|these|those|such an?|any such|it|all|both)[ \u00a0]?"
    r"(?:ideas?|claims?|allegations?|accusations?|reports?|charges?|measures?|plans?|proposals?|suggestions?|"
    r"requests?|calls?|demands?|moves?|concerns?|criticisms?|warnings?|fears?|arguments?|offers?|deals?|inquiry|investigation|review)?"
    r"|(?:(?:legal|further|more|swift|immediate|full|new)[ \u00a0])?"
    r"(?:actions?|support|help|justice|change|reforms?)"
    # a noun that names the act and not what of: "made his request"
    r"|(?:his|her|their|its|an?|several|more)[ \u00a0](?:formal[ \u00a0])?"
    r"(?:requests?|demands?|promises?|pledges?|vows?|commitments?|denials?|invitations?|recommendations?|ultimatum"
    r"|rulings?|decisions?|verdicts?|orders?|sentences?|opinions?)",
    re.IGNORECASE,
)


def _vague(found: Matter) -> bool:
    """Whether the action names no deed that anybody could be held to."""
    tokens = found.account.analysis.tokens
    inside = found.account.analysis.tokens_in(found.act.action)
    content = {tokens[i].lemma.lower() for i in inside if tokens[i].upos in CONTENT}
    anything = {tokens[i].text.lower() for i in inside} & {"something", "anything"}
    return content <= _VAGUE or (bool(anything) and len(content) < 2)


def _undated(found: Matter) -> str:
    """Return the words of the action up to a time in them: "her request | on Friday"."""
    action = found.act.action
    times = [t.span.start for t in found.account.annotation.times if action.contains(t.span)]
    words = found.account.text[action.start : min(times, default=action.end)].strip()
    return words.removesuffix(" on").removesuffix(" in") if times else words


# Words for everybody, whom an appeal reaches and who answers to nobody for it.
_EVERYBODY = listed(
    "people public everyone everybody anyone residents citizens locals motorists drivers commuters travellers "
    "travelers tourists bystanders viewers readers followers fans supporters voters men women"
)
# Verbs by which authorities bind them all the same.
_BINDING = listed("order instruct require direct command tell force")


def _appeal(found: Matter) -> bool:
    """Whether everybody is asked: "urged people to stay at home" is no matter that somebody answers for."""
    addressee = found.addressee
    if (
        found.kind not in ASKING | {ActKind.RECOMMENDATION}
        or addressee is None
        or addressee.entity is not None
    ):
        return False
    words = addressee.name.lower().removeprefix("members of ").split()
    head = next((words[i - 1] for i in range(1, len(words)) if words[i] in ("in", "of", "who")), words[-1])
    analysis = found.account.analysis
    lemmas = {analysis.tokens[i].lemma.lower() for i in analysis.tokens_in(found.act.cue)}
    return bool({head, words[0]} & _EVERYBODY) and not lemmas & _BINDING


def _bracketed(found: Matter) -> bool:
    """Whether who acts stands in brackets, which tell of somebody before them: "(D-Mass.) asked for a vote"."""
    actor = found.act.actor
    if actor is None:
        return False
    before, after = found.account.text[: actor.span.start], found.account.text[actor.span.end :]
    return before.endswith("(") and after.find(")") in range(3)


# Verbs that tell of what is still to come, beside "will".
_COMING = listed("plan intend hope expect schedule slate set due prepare aim")


def _over(account: Account, act: Act, day: DateRange | None) -> bool:
    """Whether what is planned was planned for a day that had passed when the account was written."""
    if day is None or act.kind not in (ActKind.COMMITMENT, ActKind.SCHEDULED):
        return False
    lemmas = {account.analysis.tokens[i].lemma.lower() for i in account.analysis.tokens_in(act.cue)}
    days = [t.days for t in account.annotation.times if t.days is not None and act.action.contains(t.span)]
    return bool(lemmas & _COMING) and any(one.latest < day.earliest for one in days)


def _to_itself(found: Matter) -> bool:
    """Whether an act has one party on both sides: nobody answers to itself, so one of the two is read wrongly."""
    one, other = found.actor, found.addressee
    return one is not None and other is not None and one.entity is not None and one.entity == other.entity


def _by_pronoun(found: Matter) -> bool:
    """Whether the one who acts is a pronoun that could not be settled."""
    actor = found.act.actor
    return actor is not None and actor.span.of(found.account.text).lower() in PRONOUNS


def _it_a_person(found: Matter) -> bool:
    """Whether "it" was taken for somebody: what does it then is not known."""
    actor = found.act.actor
    if actor is None or actor.mention is None or actor.span.of(found.account.text).lower() != "it":
        return False
    mentions = found.account.annotation.mentions
    chain = mentions[actor.mention].chain
    return any(m.type is EntityType.PERSON for m in mentions if m.chain == chain and chain is not None)


def answerable(found: Matter) -> bool:
    """Whether the ledger can say who is to answer: nobody it names is known only by a pronoun, one party is known.

    Inquiries and decisions tell enough without a party.
    """
    if found.act.addressee is not None and found.addressee is None:
        return False
    if _to_itself(found) or _it_a_person(found) or _vague(found) or _appeal(found) or _bracketed(found):
        return False
    if _POINTS_BACK.fullmatch(_undated(found)):
        # "rejected the plan": what it was stands elsewhere; of a denial the sentence before says it
        opening = found.account.analysis.sentences[0].span.contains(found.act.cue)
        if found.kind is not ActKind.DENIAL or opening:
            return False
    if found.actor is None and _by_pronoun(found):
        return False
    if found.actor is not None or found.addressee is not None:
        return True
    if not found.words or (found.act.actor is not None and found.kind is not ActKind.INQUIRY):
        return False
    if found.kind is ActKind.DECISION and (_bare_subject(found) or not _tells_alone(found)):
        return False
    if found.kind is ActKind.SCHEDULED and _unspecific(found):
        return False
    return found.kind in (ActKind.INQUIRY, ActKind.DECISION) or (
        found.kind is ActKind.SCHEDULED and found.due_stated
    )


def _bare_subject(found: Matter) -> bool:
    """Whether nothing at all stands beside the noun of what was decided on: "plans have been cancelled"."""
    analysis = found.account.analysis
    inside = analysis.tokens_in(found.act.span)
    subjects = [i for i in inside if "subj" in analysis.tokens[i].dep and analysis.tokens[i].upos == "NOUN"]
    somewhere = any(analysis.tokens[i].upos == "PROPN" for i in inside)
    return not somewhere and any(not analysis.children(i) for i in subjects[:1])


def _unspecific(found: Matter) -> bool:
    """Whether nothing beside its noun says which occasion is scheduled: "the summit starts on Sunday"."""
    analysis = found.account.analysis
    first = analysis.tokens_in(found.act.action)[0]
    inside = range(first, analysis.tokens_in(found.act.span).stop)
    subject = next((i for i in inside if "subj" in analysis.tokens[i].dep), None)
    if subject is None or analysis.tokens[subject].upos != "NOUN" or "(“" in (found.told or ""):
        return False
    return not told_by_itself(analysis, subject)


# What is news whoever decided it.
_NEWS_ALONE = listed(
    "cancel postpone suspend scrap close reopen pass approve reject call adjourn delay overturn evacuate sack fire "
    "dismiss sign introduce announce launch lift extend halt block veto repeal"
)


def _tells_alone(found: Matter) -> bool:
    """Whether a decision that nobody is told to have made has a day or is news all the same: "the vigil was cancelled".

    Others in the passive tell a state or a rule: "her goods are seized", "it was ratified to protect them".
    """
    analysis = found.account.analysis
    lemmas = {analysis.tokens[i].lemma.lower() for i in analysis.tokens_in(found.act.cue)}
    return found.made is not None or bool(lemmas & _NEWS_ALONE)


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
    analysis = account.analysis
    return frozenset(
        sense
        for i in analysis.tokens_in(span)
        if analysis.tokens[i].upos in CONTENT and i not in timed(account)
        for sense in _sense(analysis, i)
    )


def _sense(analysis: Analysis, index: int) -> tuple[str, ...]:
    token = analysis.tokens[index]
    lemma = normal(token.lemma)
    if lemma in ("go", "stand", "step"):
        following = analysis.tokens[index + 1].text.lower() if index + 1 < len(analysis.tokens) else ""
        return (LEAVING,) if following == "down" else ()
    if lemma in _SENSES:
        return (_SENSES[lemma],)
    return () if lemma in _EMPTY or lemma in STOPWORDS or len(lemma) < 2 else (lemma,)


def party_at(account: Account, token: int) -> Party:
    """Return who a token names: the mention it is in, or its own word."""
    span = account.analysis.tokens[token].span
    mention = next((i for i, m in enumerate(account.annotation.mentions) if m.span.overlaps(span)), None)
    return Party(account.annotation.mentions[mention].span if mention is not None else span, mention)
