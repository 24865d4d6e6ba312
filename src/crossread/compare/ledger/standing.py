"""How an account tells an act: as news of its own, as the past of something else, or only as somebody's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from crossread.compare.ledger.pointing import name_in_account
from crossread.compare.ledger.vouching import claimed, disowned
from crossread.compare.ledger.wording import in_full
from crossread.record.analysis import Analysis
from crossread.record.annotation import (
    AT_LAW,
    OWN_DEEDS,
    Account,
    Act,
    ActKind,
    EntityType,
    MentionForm,
    Party,
    StatementKind,
)
from crossread.record.article import DateRange
from crossread.text.listing import listed

# Words that open a clause which tells a deed as known, or as what may yet come.
_CIRCUMSTANCE = listed("before until once if unless")
# Days before an account within which a deed that it dates is still its news. A few weeks: the reach of "last
# month"; not tuned.
_NEWS_OF = 45
# Kinds that are a deed done; the past of another deed is often told by them.
_DEEDS = frozenset(
    {
        ActKind.DECISION,
        ActKind.RESIGNATION,
        ActKind.APOLOGY,
        ActKind.OPPOSITION,
        ActKind.REFUSAL,
        ActKind.DENIAL,
        ActKind.COMMITMENT,
        ActKind.DEMAND,
        ActKind.INQUIRY,
        ActKind.SCHEDULED,
    }
)
_LEFT_OPEN = frozenset({ActKind.COMMITMENT, ActKind.SCHEDULED, ActKind.INQUIRY})
_ASKED = frozenset({ActKind.REQUEST, ActKind.RECOMMENDATION})
# Words that set a deed back into another time.
_BACK_THEN = re.compile(
    r"(?:at th(?:e|at) time|that time|back then|in the past|previously|formerly|"
    r".*(?:years?|decades?) (?:ago|earlier|before))",
    re.IGNORECASE,
)
_REPORTED_HAD = ("ccomp", "parataxis")
# Behind a deed that only the one who did it tells: "said that she had ordered them to leave".
OWN_ACCOUNT = "(by own account)"


def in_passing(account: Account, act: Act, day: DateRange | None) -> bool:
    """Whether an act is told only in passing: in a clause of time or condition, in the pluperfect, in a relative
    clause in the past. One with a recent day of its own is news all the same."""
    analysis = account.analysis
    verb = _verb(analysis, act)
    if verb is None or _recent(account, act, verb, day):
        return False
    above = (verb, *_joined(analysis, verb))
    if any(_circumstance(analysis, one) for one in above):
        return True
    if act.kind is ActKind.RESIGNATION and any(_placing(analysis, one) for one in above):
        return True
    if _long_ago(account, act, verb, day):
        return True
    if act.kind in _DEEDS and _back_then(account, verb):
        return True
    if act.kind in _DEEDS | _ASKED and _before_the_past(account, act, verb):
        return True
    return act.kind in _DEEDS | AT_LAW and _past_aside(account, act, verb, day)


def _back_then(account: Account, verb: int) -> bool:
    """Whether an adverb or phrase on the verb says that it was another time."""
    analysis = account.analysis
    around = analysis.children(verb, "advmod", "obl", "nmod")
    return any(_BACK_THEN.fullmatch(analysis.subtree_span(i).of(account.text)) for i in around)


def _before_the_past(account: Account, act: Act, verb: int) -> bool:
    """Whether the account tells the act in the pluperfect, of somebody it does not name."""
    if not _had(account.analysis, verb) or _named(account, act):
        return False
    return act.actor is None or (act.statement is None and not _reported(account.analysis, verb))


def _had(analysis: Analysis, verb: int) -> bool:
    """Whether a verb stands in the pluperfect."""
    return any(analysis.tokens[i].text.lower() in ("had", "'d", "’d") for i in analysis.children(verb, "aux"))


def _past_aside(account: Account, act: Act, verb: int, day: DateRange | None) -> bool:
    """Whether a deed in the simple past is of another time, or only says in a relative clause who somebody is."""
    analysis = account.analysis
    done_to = {analysis.tokens[i].text.lower() for i in analysis.children(verb, "aux:pass")}
    past = analysis.tokens[verb].tag == "VBD" or bool(done_to & {"was", "were"})
    if not past or analysis.children(verb, "aux"):
        return False
    if _of_another_time(account, act, day) or act.kind in AT_LAW:
        return _of_another_time(account, act, day)
    if act.kind is ActKind.RESIGNATION and _hardly_named(account, act):
        return True
    open_still = act.kind in _LEFT_OPEN  # printed as open, though its time is past
    return analysis.tokens[verb].dep == "acl:relcl" and (open_still or not _named(account, act))


def _named(account: Account, act: Act) -> bool:
    """Whether the account names the one who acts, so that a deed told beside the news is somebody's all the same."""
    if act.actor is None or act.actor.mention is None:
        return False
    mention = account.annotation.mentions[act.actor.mention]
    return name_in_account(account, mention) is not None


# Days before an account from which on a sentence tells of another time: more than a year.
_ANOTHER_TIME = 400
_TOLD_ON = 2  # sentences of its paragraph that go on telling of that time


def _of_another_time(account: Account, act: Act, day: DateRange | None) -> bool:
    """Whether the sentences before, in the same paragraph, tell of a time years ago, and this goes on with it."""
    sentence = account.analysis.sentence_at(act.cue.start)
    paragraph = account.article.paragraph_at(act.cue.start)
    if day is None or sentence is None or paragraph is None:
        return False
    number = account.analysis.sentences.index(sentence)
    before = account.analysis.sentences[max(0, number - _TOLD_ON) : number]
    long_ago = day.earliest - timedelta(days=_ANOTHER_TIME)
    return any(
        time.days is not None and time.days.latest < long_ago and one.span.contains(time.span)
        for one in before
        if one.start >= paragraph.start
        for time in account.annotation.times
    )


def _hardly_named(account: Account, act: Act) -> bool:
    """Whether the account names once, in passing, the one who acts: somebody of another time."""
    if act.actor is None or act.actor.mention is None:
        return False
    chain = account.annotation.mentions[act.actor.mention].chain
    return chain is not None and sum(m.chain == chain for m in account.annotation.mentions) == 1


def _verb(analysis: Analysis, act: Act) -> int | None:
    """Return the verb of the cue, or that which a noun hangs on."""
    inside = analysis.tokens_in(act.cue)
    verbs = [i for i in inside if analysis.tokens[i].upos == "VERB"]
    if verbs:
        return verbs[0]
    head = analysis.head_of(act.cue)
    if head is None:
        return None
    return next((i for i in analysis.ancestors(head) if analysis.tokens[i].upos == "VERB"), None)


def _joined(analysis: Analysis, verb: int) -> Iterator[int]:
    """Yield the verbs that `verb` is joined to by "and", or hangs on as a participle."""
    while analysis.tokens[verb].dep in ("conj", "xcomp") and analysis.tokens[verb].head != verb:
        verb = analysis.tokens[verb].head
        yield verb


def _circumstance(analysis: Analysis, verb: int) -> bool:
    """Whether a clause holds `verb` that tells of what need not have come; what stands behind "after" has."""
    token = analysis.tokens[verb]
    if token.dep.split(":")[0] not in ("advcl", "acl"):
        return False
    marks = {analysis.tokens[i].text.lower() for i in analysis.children(verb, "mark", "advmod", "case")}
    return bool(marks & _CIRCUMSTANCE)


# Words that open a clause which only places another deed in time.
_PLACING = listed("after since when as while")


def _placing(analysis: Analysis, verb: int) -> bool:
    """Whether a leaving only says when something else was: "is accused of it after he left the firm"."""
    if analysis.tokens[verb].dep.split(":")[0] not in ("advcl", "acl"):
        return False
    marks = analysis.children(verb, "mark", "advmod", "case")
    return any(analysis.tokens[i].text.lower() in _PLACING for i in marks)


# Labels of what places a deed in time, or tells a noun's own day: "rescinded it in 1993", "the annexation of 2014".
_WHEN = ("obl", "obl:tmod", "advmod", "nmod", "nmod:tmod")
_AROUND = listed("before after during at")  # "before the 1993 fire": beside an occasion


def _long_ago(account: Account, act: Act, verb: int, day: DateRange | None) -> bool:
    """Whether a time beside the act's own verb or noun places it more than a year before the account."""
    if day is None:
        return False
    analysis, before = account.analysis, day.earliest - timedelta(days=_ANOTHER_TIME)
    past = [t.span for t in account.annotation.times if t.days is not None and t.days.latest < before]
    own = analysis.head_of(act.cue)
    heads = {verb} if analysis.tokens[verb].tag in ("VBD", "VBN") else set()
    heads |= {own} if own is not None and analysis.tokens[own].upos == "NOUN" else set()
    beside = [child for head in heads for child in analysis.children(head, *_WHEN)]
    dated = [i for child in beside for i in (child, *_occasion(analysis, child))]
    return any(time.overlaps(analysis.tokens[i].span) for i in dated for time in past)


def _occasion(analysis: Analysis, index: int) -> tuple[int, ...]:
    """Return the words that say which occasion "before the 1993 fire" means."""
    cases = {analysis.tokens[i].text.lower() for i in analysis.children(index, "case")}
    return analysis.children(index, "nummod", "compound", "nmod", "amod") if cases & _AROUND else ()


def _reported(analysis: Analysis, verb: int) -> bool:
    """Whether a clause is what somebody is told to have said, which sets its verb back: "said she had asked"."""
    return analysis.tokens[verb].dep.split(":")[0] in _REPORTED_HAD


def _recent(account: Account, act: Act, verb: int, day: DateRange | None) -> bool:
    """Whether a time of the act's own clause lies in the days or weeks before the account."""
    if day is None:
        return False
    inside = set(account.analysis.subtree(verb))
    for number, time in enumerate(account.annotation.times):
        head = account.analysis.head_of(time.span)
        if number == act.due or head is None or head not in inside or time.days is None:
            continue
        if time.days.latest >= day.earliest - timedelta(days=_NEWS_OF) and time.days.earliest <= day.latest:
            return time.days.latest - time.days.earliest < timedelta(days=_NEWS_OF)
    return False


def told_by(account: Account, act: Act) -> tuple[int, str | None] | None:
    """Return the statement that carries the act and its speaker's name, where the speaker is not the one who acts.

    None where the account itself tells it, or the one who acts. The name is None where it is not known.
    """
    if act.statement is None:
        return None
    statement = account.annotation.statements[act.statement]
    speaker = statement.speaker
    if speaker is None:
        return act.statement, None
    if act.actor is None:
        return act.statement, _speaker_name(account, speaker)
    if _of_itself(account, act) or _taken_for_granted(account, act):
        return None
    if _told_beside(account, act) or _owned(account, act):
        return None
    return act.statement, _speaker_name(account, speaker)


def _of_itself(account: Account, act: Act) -> bool:
    """Whether the one who acts is the one who tells it: "Hill said she had ordered them to leave"."""
    statement = None if act.statement is None else account.annotation.statements[act.statement]
    if statement is None or statement.speaker is None or act.actor is None:
        return False
    if statement.speaker.span.overlaps(act.actor.span) or statement.speaker == act.actor:
        return True
    mentions = account.annotation.mentions
    chains = [mentions[p.mention].chain for p in (statement.speaker, act.actor) if p.mention is not None]
    return len(chains) == 2 and chains[0] is not None and chains[0] == chains[1]


# Deeds that a noun with its owner takes for granted, whoever speaks of them; a refusal may only be charged.
_GRANTED = AT_LAW | {ActKind.DECISION, ActKind.INQUIRY, ActKind.RESIGNATION}


def _owned(account: Account, act: Act) -> bool:
    """Whether a noun with its owner tells the act: "the mayor's decision to close it, he said, was wrong"."""
    inside = account.analysis.tokens_in(act.cue)
    by_noun = bool(inside) and account.analysis.tokens[inside[0]].upos == "NOUN"
    named = act.actor is not None and act.actor.mention is not None and act.actor.span.end <= act.cue.start
    return by_noun and named and act.kind in _GRANTED


def _told_beside(account: Account, act: Act) -> bool:
    """Whether the account itself adds the act to what somebody says: "war with Iran, which denies any part in it"."""
    verb = _verb(account.analysis, act)
    if verb is None or act.kind not in (ActKind.DENIAL, ActKind.INQUIRY) or in_quotation(account, act):
        return False
    first = account.analysis.subtree(verb)[0]
    set_off = first > 0 and "," in (
        account.analysis.tokens[first].text,
        account.analysis.tokens[first - 1].text,
    )
    return account.analysis.tokens[verb].dep == "acl:relcl" and set_off


def _taken_for_granted(account: Account, act: Act) -> bool:
    """Whether a noun for the act is what the verb of the statement is done to: "the mayor dismissed requests to …"."""
    head = account.analysis.head_of(act.cue)
    cue = None if act.statement is None else account.annotation.statements[act.statement].cue
    if head is None or cue is None:
        return False
    noun = account.analysis.tokens[head]
    return noun.upos == "NOUN" and noun.dep == "obj" and cue.overlaps(account.analysis.tokens[noun.head].span)


def _speaker_name(account: Account, speaker: Party) -> str | None:
    """Return the speaker's full name in the account, else the words that tell who it is; None for a mere pronoun."""
    mention = None if speaker.mention is None else account.annotation.mentions[speaker.mention]
    if mention is None or mention.type is EntityType.PLACE:
        return speaker.span.of(account.text)  # "US officials", not "US"
    name = name_in_account(account, mention)
    if name is None and mention.form is not MentionForm.PRONOUN:
        return mention.span.of(account.text)
    return name


def in_quotation(account: Account, act: Act) -> bool:
    """Whether the act's cue stands inside words that are quoted."""
    if act.statement is None:
        return False
    statement = account.annotation.statements[act.statement]
    return statement.kind is StatementKind.DIRECT or any(q.overlaps(act.cue) for q in statement.quoted)


def _told_around(account: Account, act: Act) -> bool:
    """Whether the account itself names who acts, around a few quoted words: "Hill 'has directed that …', he said"."""
    if act.statement is None or act.actor is None:
        return False
    statement = account.annotation.statements[act.statement]
    around = not any(quoted.overlaps(act.actor.span) for quoted in statement.quoted)
    return around and statement.kind is not StatementKind.DIRECT


def _claimed_again(analysis: Analysis, saying: int) -> bool:
    """Whether it is only claimed that somebody said it; what a paper reports is no mere claim."""
    return analysis.tokens[analysis.tokens[saying].head].lemma != "report" and claimed(
        analysis, saying, by_noun=False
    )


# A verb cut off from the pronoun that it was tied to: "(we)'ll go".
_WHOLE = {"ll": "will", "re": "are", "ve": "have", "s": "is"}
_CONTRACTED = re.compile(r"^['’](ll|re|ve|s(?! (?:been|had|got)))\b")
# Who speaks, in words that no marks show to be theirs.
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me|mine|ours|myself|ourselves)\b")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|\(.*\)")


def _forecast(account: Account, act: Act) -> bool:
    """Whether a "will" within another's quoted words binds nobody: “they will try to delay it,” she said."""
    first = account.analysis.token_at(act.cue.start)
    if first is None or account.analysis.tokens[first].tag != "MD" or act.actor is None:
        return False
    ours = account.text[: act.actor.span.start].lower().endswith(("our ", "my "))
    quoted = in_quotation(account, act) and not _told_around(account, act)
    return quoted and not ours and act.kind is not ActKind.SCHEDULED


def line(
    account: Account, act: Act, day: DateRange | None, *, beside: bool = False, unknown: bool = False
) -> str | None:
    """Return the act's words as a line of the ledger, with who says so where the account does not.

    With `beside` a party is known only from what stands before; with `unknown` the one who acts is a pronoun that
    could not be settled, and the sentence speaks for itself.
    None where it is told only in passing, by nobody known, or in words that cannot be read alone.
    """
    if in_passing(account, act, day):
        return None
    words, by = in_full(account, act, beside=beside, unknown=unknown), told_by(account, act)
    words = None if words is None else _CONTRACTED.sub(lambda found: _WHOLE[found[1]], words)
    if words is not None and in_quotation(account, act) and _FIRST_PERSON.search(_QUOTED.sub("", words)):
        said, before, told = words.partition(" (before it: ")
        words = f"“{said}”{before}{told}"
    verb = _verb(account.analysis, act)
    if verb is not None and (
        claimed(account.analysis, verb, by_noun=act.statement is not None) or disowned(account, act, verb)
    ):
        return None
    saying = None if act.statement is None else account.annotation.statements[act.statement].cue
    above = None if saying is None else account.analysis.head_of(saying)
    if above is not None and _claimed_again(account.analysis, above):
        return None  # "posts claim that she said she proposed it"
    if words is None or act.kind in AT_LAW:
        return words
    if by is None:
        had = verb is not None and _had(account.analysis, verb) and _reported(account.analysis, verb)
        return f"{words} {OWN_ACCOUNT}" if had and _of_itself(account, act) else words
    judged = act.kind in OWN_DEEDS and in_quotation(account, act) and not _told_around(account, act)
    if by[1] is None or _forecast(account, act) or judged:
        return None
    return f"{words} (according to {by[1]})"
