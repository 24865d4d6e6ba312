"""The words of an entry, so that a line says by itself what it is about.

They begin with the cue, which says whether somebody promised, plans or offers,
and are read on to the end of a condition. A pronoun gets the name that the
account itself gives for it, "the bill" the words by which the account told of
it. Where something still points elsewhere, the words begin with their sentence;
where that does not help, there is no wording, and the act alone founds no entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from crossread.compare.ledger.conditions import condition_before
from crossread.compare.ledger.pointing import (
    BODIES,
    SUBSTITUTES,
    THIRD_PERSON,
    bare,
    demonstratives_left,
    name_in_account,
    named,
    pronoun_left,
    told_before,
)
from crossread.compare.ledger.reading_on import CONDITIONS, cut, noun_tells, read_on
from crossread.compare.once import timed
from crossread.record.analysis import Sentence
from crossread.record.annotation import ASKING, Account, Act, ActKind, EntityType, Mention, MentionForm
from crossread.record.span import Span
from crossread.text.closed_classes import FIRST_PERSON
from crossread.text.listing import listed
from crossread.text.rolewords import role_noun

# Longest wording and longest context in code points: what a reader takes in as one line of the ledger.
LONGEST_CONTEXT = 320
_LEADING_ON = frozenset({"POS", "PRP$", "TO"})  # tags of words that no clause ends in


def in_full(account: Account, act: Act, *, beside: bool = False, unknown: bool = False) -> str | None:
    """Return the act's words so that they can be read alone; None where they cannot.

    With `beside` who acts is known only from what stands before, with `unknown` not at all.
    """
    short = Span(_start(account, act), act.action.end)
    if _cut_off(account, act, short):
        return None
    read = read_on(account, act, short)
    conditional = _conditional(account, short, read)
    if conditional:
        short = read
    condition = condition_before(account, act)
    if condition is not None:
        words = _explained(account, act, Span(condition, read.end))
        return words if len(words) <= LONGEST_CONTEXT else None
    told = _party_told(account, act) if beside else None
    if told is not None:
        words = _explained(account, act, read)
        return f"{words} (“{told}”)" if told else words
    if beside or unknown or _empty(account, act, read):
        return _with_sentence(account, act, read, pointing_back=beside)
    alone = _alone(account, act)
    whole = alone or read
    if not conditional and alone is None and cut(account.analysis, act, read.end):
        return None
    span = next((s for s in (whole, short) if not pronoun_left(account, act, s)), None)
    if span is None or (alone is not None and span == short):
        pointing = demonstratives_left(account, short)
        told = _told_of(account, act, read, pointing)
        return told or _with_sentence(account, act, read, pointing_back=bool(pointing))
    return _with_its_noun(account, act, span, told_alone=alone is not None)


def _cut_off(account: Account, act: Act, short: Span) -> bool:
    """Whether the words end before what they are about: told elsewhere, or cut by the page or by their source."""
    analysis = account.analysis
    if noun_tells(analysis, act) and act.action.end <= act.cue.end:
        return True  # "Hill's resignation": of what, or when, stands elsewhere
    if analysis.tokens[analysis.tokens_in(act.action)[-1]].tag in _LEADING_ON:
        return True  # "the decision to permit Hill's"
    return (
        account.text[short.end : short.end + 4].lstrip().startswith(("...", "…"))
    )  # "will not accept or allow..."


def _with_its_noun(account: Account, act: Act, span: Span, *, told_alone: bool) -> str | None:
    """Return words with what the account told before of the one noun that they leave open ("the bill")."""
    words = _explained(account, act, span)
    inside = account.analysis.tokens_in(span)
    noun = next((i for i in inside if _unsaid(account, i)), None)
    if noun is None or (not told_alone and len(inside) > _TELLS_ENOUGH):
        return words
    if account.analysis.tokens[noun].lemma in BODIES:
        return words if _tells_beside(account, inside, noun) else _with_sentence(account, act, span)
    before = told_before(account, noun)
    if before is None:
        return _with_sentence(account, act, span)
    return f"{words} (“{before}”)" if before else words


def _told_of(account: Account, act: Act, span: Span, pointing: tuple[int, ...]) -> str | None:
    """Return words with what was told before of the one noun left open: "those claims (“claims of fraud”)"."""
    nouns = [account.analysis.tokens[i].head for i in pointing if account.analysis.tokens[i].dep == "det"]
    if len(nouns) != 1 or len(pointing) != 1 or pronoun_left(account, act, span, but=pointing[0]):
        return None
    before = told_before(account, nouns[0])
    return f"{_explained(account, act, span)} (“{before}”)" if before else None


def _party_told(account: Account, act: Act) -> str | None:
    """Return the words by which the account told of who acts before "the campaign": "a campaign against phones"."""
    if act.actor is None or account.text[act.actor.span.start :][:4].lower() != "the ":
        return None
    return told_before(account, account.analysis.tokens_in(act.actor.span)[-1])


def _conditional(account: Account, short: Span, whole: Span) -> bool:
    """Whether what the whole adds is a condition, which no words may be cut before."""
    added = account.text[short.end : whole.end].lstrip(" ,\u00a0").split()
    return bool(added) and added[0].lower() in CONDITIONS


# Kinds whose cue says all: "resigned", "pleaded not guilty", "were arrested".
_TELLING = frozenset({ActKind.ARREST, ActKind.CHARGE, ActKind.COURT, ActKind.RESIGNATION, ActKind.APOLOGY})
# Nouns for what somebody says, which do not tell what it was: "rejected his claims".
_CLAIMS = listed(
    "rumour rumor claim allegation accusation suggestion criticism report charge argument assertion"
)
# Kinds by which one says what another should do or leave.
_OF_SOMEBODY = ASKING | {ActKind.RECOMMENDATION, ActKind.OPPOSITION, ActKind.REFUSAL}
_LEAVING = listed(
    "resign quit step concede leave testify retire complain sentence arraign extradite deport execute inaugurate"
)


def _empty(account: Account, act: Act, span: Span) -> bool:
    """Whether the words name no thing at all behind their cue: "declined to say", "agreed to attend"."""
    tokens = account.analysis.tokens
    whole = Span(act.action.start, max(span.end, act.action.end))
    inside = account.analysis.tokens_in(whole)
    going = _LEAVING | {"go"} if act.kind in _OF_SOMEBODY else _LEAVING  # "should go", not "agreed to go"
    if act.kind in _TELLING or any(tokens[i].lemma in going for i in inside):
        return False
    if act.kind is ActKind.REFUSAL and any(tokens[i].lemma == "comment" for i in inside):
        return False
    if act.kind is ActKind.INQUIRY and not any(_topic(account, i) for i in inside):
        return True
    head = account.analysis.head_of(whole)
    if head is not None and tokens[head].lemma in _CLAIMS and head == inside[-1]:
        return True
    return not any(
        (tokens[i].upos in ("NOUN", "PROPN", "NUM", "ADJ") or named(account, i)) and i not in timed(account)
        for i in inside
    )


_INQUIRIES = listed("investigation inquiry enquiry review probe inquest audit study committee panel")


def _topic(account: Account, index: int) -> bool:
    """Whether a token can say what is inquired into."""
    token = account.analysis.tokens[index]
    return token.upos in ("NOUN", "PROPN") and token.lemma.lower() not in _INQUIRIES


_FORCING = listed("had forced obliged compelled")
_TELLS_ENOUGH = 14  # tokens beyond which words say enough, though one noun stays bare
_SHORT = 3  # tokens of a deed that says nothing of what it was about: "resigned earlier this"


def _alone(account: Account, act: Act) -> Span | None:
    """Return the whole sentence of a mere "resigned" or "apologised", where it is short enough."""
    sentence = account.analysis.sentence_at(act.cue.start)
    bare = len(account.analysis.tokens_in(act.action)) <= _SHORT and not noun_tells(account.analysis, act)
    if act.kind not in (ActKind.RESIGNATION, ActKind.APOLOGY) or not bare or sentence is None:
        return None
    return sentence.span if len(sentence.span) <= LONGEST_CONTEXT else None


def _tells_beside(account: Account, words: Iterable[int], noun: int) -> bool:
    """Whether words that leave a body open say what is done all the same: "to meet the chief with the group"."""
    inside = [i for i in words if i != noun]
    things = [i for i in inside if account.analysis.tokens[i].upos in ("NOUN", "PROPN")]
    return bool(things) and any(account.analysis.tokens[i].upos == "VERB" for i in inside)


def _unsaid(account: Account, index: int) -> bool:
    return bare(account.analysis, index) and not named(account, index)


def _start(account: Account, act: Act) -> int:
    """Return where the words begin: at the cue or action, behind a pronoun for the one who acts ("| will fund it").

    "I" and "we" stay, so that it is seen who speaks.
    """
    start = min(act.cue.start, act.action.start)
    first = account.analysis.token_at(start)
    whom = act.addressee.span if act.addressee is not None else None
    if whom is not None and 0 <= start - whom.end <= 1 and whom.start >= act.span.start:
        return whom.start  # "the council should publish it": without its subject it would be nobody's
    if first is None or not act.cue.contains(account.analysis.tokens[first].span):
        return start
    before, token = account.analysis.tokens[first - 1], account.analysis.tokens[first]
    if first and before.text.lower() in FIRST_PERSON:
        return before.start
    if token.text == "to" and account.analysis.tokens[first - 1].text.lower() in _FORCING:
        return account.analysis.tokens[first - 1].start  # "had to apologise"
    named = token.tag == "PRP" and "subj" in token.dep and token.text.lower() not in FIRST_PERSON
    return account.analysis.tokens[first + 1].start if named else start


# -- names for pronouns -------------------------------------------------------------------------------


def _explained(account: Account, act: Act, span: Span) -> str:
    """Return the words of `span` with a name in brackets after each pronoun for somebody else than the parties."""
    parts, at = [], span.start
    known = {_chain(account, party.mention) for party in (act.actor, act.addressee) if party is not None}
    for mention in account.annotation.mentions:
        if (
            mention.span.start < at
            or not span.contains(mention.span)
            or mention.form is not MentionForm.PRONOUN
        ):
            continue
        name = name_in_account(account, mention)
        first_person = mention.span.of(account.text).lower() not in THIRD_PERSON
        if name is None or first_person or mention.chain in known or _named_before(account, mention, span):
            continue
        parts.append(
            f"{account.text[at : mention.span.end]} [{name}{'’s' if _owning(account, mention) else ''}]"
        )
        at = mention.span.end
        known.add(mention.chain)
    goes_on = account.text[span.end :].lstrip(".,!?")[:1] not in _CLOSING
    return _closed(_one_line("".join((*parts, account.text[at : span.end]))), "…" if goes_on else "")


_CLOSING = tuple("”\"'’")


def _closed(words: str, more: str) -> str:
    """Close a quotation that goes on behind the words, with `more` to show it, and open one begun before them."""
    if words.count("(") > words.count(")"):
        words = words[: words.rindex("(")].rstrip()
    if words.find("”") >= 0 and not 0 <= words.find("“") < words.find("”"):
        words = f"“{words}"  # begun before them
    if words.count("“") > words.count("”"):
        return f"{words}{more}”"
    if words.count('"') % 2 == 0:
        return words
    # a mark set apart closes words begun before
    return words[:-2] if words.endswith(' "') else f'{words}{more}"'


def _named_before(account: Account, mention: Mention, span: Span) -> bool:
    """Whether the words themselves name before a pronoun whom it stands for."""
    return any(
        m.chain == mention.chain
        and m.form is MentionForm.NAME
        and span.contains(m.span)
        and m.span.end <= mention.span.start
        for m in account.annotation.mentions
    )


def _owning(account: Account, mention: Mention) -> bool:
    return any(account.analysis.tokens[i].tag == "PRP$" for i in account.analysis.tokens_in(mention.span))


def _chain(account: Account, mention: int | None) -> int | None:
    return None if mention is None else account.annotation.mentions[mention].chain


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


# -- from the beginning of the sentence ---------------------------------------------------------------


def _with_sentence(account: Account, act: Act, span: Span, *, pointing_back: bool = False) -> str | None:
    """Return the words from the beginning of their sentence, where a thing told there may be what they point at.

    Else with the sentence before, where that tells which. In the first sentence of an account they stand as they
    are, since what follows says what is meant.
    """
    sentence = account.analysis.sentence_at(act.cue.start)
    if sentence is None or span.start < sentence.start:
        return None
    opening = account.analysis.tokens_in(Span(sentence.start, max(span.start, sentence.start + 1)))
    same = SUBSTITUTES.search(span.of(account.text)) is not None  # "do the same" stands for a verb
    marks = [account.analysis.tokens[i].text in ("“", "”", '"') for i in opening]
    other = bool(marks) and marks[0] and any(marks[1:])  # another's words stand before
    told = [] if other else [i for i in opening if _thing(account, act, i)]
    told = [] if same and all(account.analysis.tokens[i].upos != "VERB" for i in opening) else told
    if not pointing_back and span.start > sentence.start and told:
        words = _explained(account, act, Span(sentence.start, span.end))
        return words if len(words) <= LONGEST_CONTEXT else None
    words = _explained(account, act, span)
    number = account.analysis.sentences.index(sentence)
    before = None if number == 0 else _telling_which(account, act, account.analysis.sentences[number - 1])
    return words if number == 0 else None if before is None else f"{words} (before it: “{before}”)"


def _telling_which(account: Account, act: Act, before: Sentence) -> str | None:
    """Return the sentence before in one line, where a word of the act takes it up: "denied the claim" behind "claimed".

    None where none does: what the act leaves open is as likely to stand elsewhere.
    """
    left = _common_words(account, act, account.analysis.tokens_in(act.action))
    told = _common_words(account, act, range(before.first, before.last))
    text = _one_line(before.span.of(account.text)).strip('"“” ')
    whole = text.count('"') % 2 == 0 and text.count("“") == text.count("”") and len(text) <= LONGEST_CONTEXT
    return text if told & left and whole and account.article.telling(before.span) else None


def _common_words(account: Account, act: Act, words: Iterable[int]) -> frozenset[str]:
    """Return the nouns and verbs in their base form, names and the act's own parties left out."""
    names = [party.span for party in (act.actor, act.addressee) if party is not None]
    names += [m.span for m in account.annotation.mentions if m.form is MentionForm.NAME]
    tokens = [account.analysis.tokens[i] for i in words]
    return frozenset(
        t.lemma.lower()
        for t in tokens
        if t.upos in ("NOUN", "VERB") and not any(name.overlaps(t.span) for name in names)
    )


def _thing(account: Account, act: Act, index: int) -> bool:
    """Whether a token is a noun for a thing other than who acts, which "it" or "this" may stand for."""
    token = account.analysis.tokens[index]
    if token.upos != "NOUN" or role_noun(token.text) is not None:
        return False
    if act.actor is not None and act.actor.span.overlaps(token.span):
        return False
    persons = [m.span for m in account.annotation.mentions if m.type is EntityType.PERSON]
    return index not in timed(account) and not any(span.overlaps(token.span) for span in persons)
