"""Whether an account vouches for an act that it tells.

Not where it is only claimed, and not where the report that tells of it is said to be false or was taken back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossread.record.analysis import Analysis
from crossread.record.annotation import Account, Act
from crossread.text.listing import listed
from crossread.text.verdicts import MISTAKEN, TAKING_BACK

# What somebody may be wrong about: nouns and verbs whose clause no account vouches for.
_CLAIMS = listed(
    "evidence claim allegation report suggestion idea possibility theory accusation rumour rumor belief fear "
    "assumption speculation allege suggest believe think suspect imply assume argue accuse warn predict doubt dispute "
    "insinuate speculate concern worry charge complaint conclude determine assess contend conclusion finding "
    "assessment ground"
)
# By which a report is said not to be so: adverbs and adjectives of what is told, and predicates of it.
_FALSE = MISTAKEN | listed("wrong wrongly fake lie untruth")
_NEWS = listed("story article post tweet column segment account statement news scoop headline")
_REPORTS = r"(?:stor(?:y|ies)|reports?|articles?|claims?|pieces?|segments?|reporting)"
# The report just told is taken back: "the paper retracted the story", "issued a correction".
_TAKEN_BACK = re.compile(
    rf"\b(?:retract(?:ed|s|ing)|corrected|withdrew|walked back|apologi[sz]ed for)(?: \w+){{1,3}} {_REPORTS}\b"
    rf"|\b{_REPORTS}(?: \w+){{1,4}} (?:retracted|withdrawn|corrected|debunked)\b"
    r"|\bissued a (?:correction|retraction)\b|\b(?:turned out|proved|proven) to be (?:false|untrue|wrong)\b",
    re.IGNORECASE,
)
_FOLLOWING = 2  # sentences within which a report is told to have been taken back: the next two; not tuned


def claimed(analysis: Analysis, verb: int, *, by_noun: bool) -> bool:
    """Whether a clause only says what is claimed, believed or feared: "evidence that he told her to lie".

    With `by_noun` only what a noun or a thing that is said to claim it holds: "disputed the report that …".
    """
    for above in (verb, *analysis.ancestors(verb)):
        token = analysis.tokens[above]
        claim = analysis.tokens[token.head]
        told = token.dep.split(":")[0] in ("ccomp", "acl") and claim.lemma in _CLAIMS
        if told and (not by_noun or claim.upos == "NOUN" or claim.dep == "acl:relcl"):
            return True
    return False


def disowned(account: Account, act: Act, verb: int) -> bool:
    """Whether the account says that the report which tells of the act is false, or was taken back."""
    above = tuple(_tellers(account.analysis, verb))
    if any(_said_false(account.analysis, one) for one in above):
        return True
    if not above and act.statement is None:
        return False
    own = account.analysis.sentence_at(act.cue.start)
    number = 0 if own is None else account.analysis.sentences.index(own)
    following = account.analysis.sentences[number : number + 1 + _FOLLOWING]
    return any(_TAKEN_BACK.search(one.span.of(account.text)) for one in following)


def _tellers(analysis: Analysis, verb: int) -> Iterator[int]:
    """Yield what a clause is told by, and what that hangs on: of "a story alleging that she left" both."""
    at, reported = verb, False
    for above in analysis.ancestors(verb):
        dep = analysis.tokens[at].dep.split(":")[0]
        reported = (
            reported or dep == "ccomp" or (dep == "acl" and analysis.tokens[above].lemma in _CLAIMS | _NEWS)
        )
        if dep in ("advcl", "parataxis") and not reported:
            return
        if reported:
            yield above
        if reported and dep in ("advcl", "parataxis"):
            return
        at = above


def _said_false(analysis: Analysis, index: int) -> bool:
    token = analysis.tokens[index]
    beside = analysis.children(index, "advmod", "amod", "nmod")
    return (
        token.lemma in TAKING_BACK
        or token.text.lower() in _FALSE
        or any(analysis.tokens[i].text.lower() in _FALSE for i in beside)
    )
