"""Whether an account vouches for an act that it tells, or only tells that it is claimed."""

from __future__ import annotations

from crossread.record.analysis import Analysis
from crossread.record.span import Span
from crossread.text.listing import listed
from crossread.text.verdicts import MISTAKEN

# What somebody may be wrong about: nouns and verbs whose clause no account vouches for.
_CLAIMS = listed(
    "evidence claim allegation report suggestion idea possibility theory accusation rumour rumor belief fear "
    "assumption speculation allege suggest believe think suspect imply assume argue accuse warn predict doubt dispute "
    "insinuate speculate concern worry charge complaint conclude determine assess contend conclusion finding "
    "assessment ground deny notion hope chance likelihood prospect probability danger"
)


def claimed(analysis: Analysis, verb: int, cue: Span | None = None) -> bool:
    """Whether a clause only says what is claimed, believed or feared ("evidence that he told her to lie"), or told
    falsely ("for incorrectly reporting that").

    The `cue` of the statement that it is a part of claims nothing beside the statement.
    """
    for above in (verb, *analysis.ancestors(verb)):
        token = analysis.tokens[above]
        claim = analysis.tokens[token.head]
        told = token.dep in ("ccomp", "acl") and claim.lemma in _CLAIMS
        told = told and (claim.lemma, claim.upos) != ("report", "VERB")  # "the paper reports that"
        false = (analysis.lower[i] in MISTAKEN for i in analysis.children(token.head, "advmod", "amod"))
        if any(false):
            return True
        told = told or (claim.lemma == "accuse" and token.upos == "VERB" and token.head < above)
        if told and (claim.lemma in ("deny", "accuse") or cue is None or not cue.overlaps(claim.span)):
            return True
    return False
