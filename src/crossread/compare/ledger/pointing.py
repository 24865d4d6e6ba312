"""What words leave open: pronouns, "do the same", "this step", and "the bill" where nothing says which."""

from __future__ import annotations

import re

from crossread.compare.once import mentions_of
from crossread.record.analysis import Analysis
from crossread.record.annotation import Account, Act, EntityType, Mention, MentionForm, Party
from crossread.record.span import Span
from crossread.text import closed_classes
from crossread.text.listing import listed

THIRD_PERSON = closed_classes.THIRD_PERSON | closed_classes.REFLEXIVE
_POINTING = listed("this that these those such")
SUBSTITUTES = re.compile(
    r"\b(?:do(?:ing|es)? (?:so|it|that|this|the same)|likewise"
    r"|the same (?:thing|step|approach|action|measure|way|demand|request|offer|move|decision|message)s?\b"
    r"(?! (?:as|that))"
    r"|the (?:latter|former)\b(?! \w))",
    re.IGNORECASE,
)
# Words after a noun by which it is told which one is meant, whatever the parse makes of them; those of place and
# time count only where they hang on the noun ("announced the changes | in Leeds").
_TELLING = listed("of for on about into between against by to that who which over with")
# Nouns by which a text takes up a thing told before: alone with "the" they say nothing.
_TAKEN_UP = listed(
    "measure bill plan proposal move idea step matter issue deal request offer decision case report video law "
    "legislation allegation claim accusation practice charge complaint suit lawsuit motion order policy project "
    "programme program agreement rule rules change document letter story statement process situation incident "
    "option position post role job task effort campaign question problem thing site article vote scandal affair "
    "controversy revelation result ordinance statute view opinion interpretation stance approach argument"
)
# Nouns for bodies, which alone with "the" may be any of those told before.
BODIES = listed(
    "group company firm committee panel agency organization organisation department board association body commission "
    "network outlet newspaper paper magazine coalition alliance union charity"
)
_SAYING_LITTLE = listed(
    "full final new latest first last entire whole current separate other previous next "
    # judgements and sizes: "announced the sweeping changes"
    "sweeping major minor big small drastic dramatic significant important historic controversial bold tough strict "
    "stringent unprecedented extraordinary landmark key crucial proposed planned disputed contested"
)
_PHRASE = ("det", "amod", "compound", "nummod", "nmod:poss")
_BEHIND = ("nmod", "acl", "appos")
_CONTENT = frozenset({"NOUN", "PROPN", "VERB"})  # "a controversial bill" does not say which
_LONGEST_PHRASE = 90  # code points of the words that say which bill is meant


def pronoun_left(account: Account, act: Act, span: Span, *, but: int | None = None) -> bool:
    """Whether a pronoun, "do the same" or "this step" in `span` points at something told elsewhere.

    The words of the act's own parties do not count: the line names them; nor does the token `but`.
    """
    if SUBSTITUTES.search(span.of(account.text)):
        return True
    inside = account.analysis.tokens_in(span)
    own = [party.span for party in (act.actor, act.addressee) if party is not None]
    return any(
        _pronoun_open(account, act, i, inside)
        for i in inside
        if i != but and not any(party.contains(account.analysis.tokens[i].span) for party in own)
    )


def demonstratives_left(account: Account, span: Span) -> tuple[int, ...]:
    """Return each "that" or "these" in `span` that takes up what was told before it: "that claim", "these steps"."""
    tokens = account.analysis.tokens
    return tuple(
        i
        for i in account.analysis.tokens_in(span)
        if tokens[i].text.lower() in _POINTING
        and (tokens[i].upos in ("PRON", "DET") or tokens[i].text == "such")
        and tokens[i].dep not in ("expl", "mark", "fixed", "case")
        and tokens[i].tag not in ("WDT", "WP")
        and _demonstrative_open(account.analysis, i)
    )


def _pronoun_open(account: Account, act: Act, index: int, inside: range) -> bool:
    analysis = account.analysis
    token = analysis.tokens[index]
    word = token.text.lower()
    if (
        (token.upos not in ("PRON", "DET") and word != "such")
        or token.tag in ("WDT", "WP", "WP$")
        or token.dep in ("expl", "mark", "fixed", "case")
    ):
        return False
    if word in _POINTING:
        return _demonstrative_open(analysis, index)
    if word not in THIRD_PERSON or token.tag == "PRP$":
        return False
    things = {"it", "itself", "they", "them", "themselves"}
    many = word in ("they", "them", "themselves")
    before = range(inside[0], index)
    if word in things and act.addressee is not None and not _body(account, act.actor):
        # whom one asks is not what one asks for: "Hill urged the board to keep it"
        before = range(max(inside[0], analysis.tokens_in(act.addressee.span).stop), index)
    if any(_plural(analysis, i) if many else _may_be(account, i, thing=word in things) for i in before):
        return False  # something inside the words themselves can be meant
    mention = next((m for m in account.annotation.mentions if m.span.contains(token.span)), None)
    if mention is not None and mention.chain is not None and mention.chain == _actor_chain(account, act):
        return False  # "a judge halted the sale in the case before him"
    return mention is None or name_in_account(account, mention) is None


def _actor_chain(account: Account, act: Act) -> int | None:
    mention = None if act.actor is None else act.actor.mention
    return None if mention is None else account.annotation.mentions[mention].chain


def _body(account: Account, party: Party | None) -> bool:
    """Whether a party is a body, which "it" may stand for: "the ministry asked him to help it"."""
    mention = None if party is None or party.mention is None else account.annotation.mentions[party.mention]
    return mention is not None and mention.type is EntityType.ORGANISATION


def _plural(analysis: Analysis, index: int) -> bool:
    return analysis.tokens[index].tag in ("NNS", "NNPS")


def _may_be(account: Account, index: int, *, thing: bool) -> bool:
    """Whether a pronoun can stand for the noun at `index`: "it" for no person, "she" for a name."""
    token = account.analysis.tokens[index]
    timed = any(time.span.overlaps(token.span) for time in account.annotation.times)
    if token.upos not in ("NOUN", "PROPN") or timed:  # "refused on Friday to discuss it": not the Friday
        return False
    person = any(
        m.type is EntityType.PERSON and m.span.overlaps(token.span) for m in account.annotation.mentions
    )
    return person is not thing


def _demonstrative_open(analysis: Analysis, index: int) -> bool:
    """Whether "this" stands alone, or with a noun that is told nowhere in the words: not "this week", "those who"."""
    token = analysis.tokens[index]
    if any(analysis.tokens[i].dep.startswith("acl") for i in analysis.children(index)):
        return False
    after = analysis.tokens[index + 1].upos if index + 1 < len(analysis.tokens) else ""
    if token.text.lower() == "those" and after in ("ADJ", "VERB"):
        return False  # "those responsible", "those calling for it"
    if token.dep not in ("det", "amod"):
        return True
    noun = token.head
    if token.text.lower() == "this":
        return bare(analysis, noun)
    return not analysis.children(noun, *_BEHIND)  # "sent that question to the board"


def bare(analysis: Analysis, index: int) -> bool:
    """Whether a noun has "the" or "that" and nothing else that says which one is meant."""
    token = analysis.tokens[index]
    if token.upos != "NOUN" or token.lemma.lower() not in _TAKEN_UP | BODIES:
        return False
    children = analysis.children(index)
    pointing = any(
        analysis.tokens[i].text.lower() in {"the", *_POINTING} and analysis.tokens[i].dep == "det"
        for i in children
    )
    return pointing and not told_by_itself(analysis, index)


def told_by_itself(analysis: Analysis, index: int) -> bool:
    """Whether words beside a noun say which one is meant."""
    telling = [
        i
        for i in analysis.children(index, *_PHRASE[1:], *_BEHIND)
        if (analysis.tokens[i].dep != "nummod" or i < index)
        and not _as(analysis, i)
        and analysis.tokens[i].text.lower() not in _SAYING_LITTLE
    ]
    after = analysis.tokens[index + 1].text.lower() if index + 1 < len(analysis.tokens) else ""
    return bool(telling) or after in _TELLING


def _as(analysis: Analysis, index: int) -> bool:
    """Whether a phrase says in what capacity: "recommended the change as lead author"."""
    return any(analysis.tokens[i].text.lower() == "as" for i in analysis.children(index, "case"))


# What one text calls one thing by turns.
_LAWS = listed("bill measure legislation")


def told_before(account: Account, noun: int) -> str | None:
    """Return the words by which the account says before which one "the bill" is: "a bill to ban fireworks".

    "" at the head of an account, where nothing came before: what follows says what is meant. None too where it
    told of several: which of them is taken up is not known.
    """
    analysis = account.analysis
    if noun < analysis.sentences[0].last:
        return ""
    lemma = analysis.tokens[noun].lemma
    lemmas = _LAWS if lemma in _LAWS else {lemma}  # "the measure" is the bill
    told = [
        words
        for index in range(noun - 1, -1, -1)
        if analysis.tokens[index].lemma in lemmas
        and analysis.tokens[index].upos in ("NOUN", "PROPN")
        and analysis.tokens[index].tag == analysis.tokens[noun].tag
        and account.article.telling(analysis.tokens[index].span)
        and (words := _phrase(account, index)) is not None
    ]
    alike = [set(re.findall(r"\w{4,}", words.lower())) - lemmas for words in told]
    return told[0] if told and all(alike[0] & other for other in alike) else None


def _phrase(account: Account, index: int) -> str | None:
    """Return the noun phrase of `index` where it holds more than its noun and an article, and no pronoun."""
    analysis = account.analysis
    before = [i for i in analysis.children(index, *_PHRASE) if i < index]
    after = [i for i in analysis.children(index, *_BEHIND) if i > index]
    first = min((analysis.subtree(i)[0] for i in before), default=index)
    last = max((analysis.subtree(i)[-1] for i in after[:1]), default=index)
    if analysis.tokens[last].end - analysis.tokens[first].start > _LONGEST_PHRASE:
        last = index
    told = [i for i in range(first, last + 1) if i != index and analysis.tokens[i].upos in _CONTENT]
    words = re.sub(r"\s+", " ", account.text[analysis.tokens[first].start : analysis.tokens[last].end])
    left = any(analysis.tokens[i].upos == "PRON" for i in range(first, last + 1))
    whole = analysis.tokens[last].upos != "VERB" and len(words) <= _LONGEST_PHRASE
    # "state post", out of "the secretary of state post", is a part of a phrase
    opened = analysis.tokens[index].tag == "NNS" or bool(
        analysis.children(index, "det", "nmod:poss", "nummod")
    )
    torn = any(mark in words for mark in '“”"')
    return words if told and not left and whole and opened and not torn else None


def named(account: Account, index: int) -> bool:
    """Whether a noun stands for somebody whom the account names."""
    mention = next(iter(mentions_of(account).get(index, ())), None)
    return mention is not None and (
        mention.form is MentionForm.NAME or name_in_account(account, mention) is not None
    )


def name_in_account(account: Account, mention: Mention) -> str | None:
    """Return the longest name that the account itself gives for whom a mention denotes."""
    if mention.chain is None:
        return None
    names = [
        m.name for m in account.annotation.mentions if m.chain == mention.chain and m.form is MentionForm.NAME
    ]
    return max(names, key=lambda name: (len(name), name), default=None)
