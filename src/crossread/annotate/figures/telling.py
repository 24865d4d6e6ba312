"""Who tells an amount: the statement whose speaker is shown beside it."""

from __future__ import annotations

from crossread.annotate.figures.counted import Scene
from crossread.record.annotation import MentionForm, Party, ReportedStatement
from crossread.record.span import Span
from crossread.text.listing import listed

# Words that only stand for who tells.
_PRONOUNS = listed("he she it they we i you who which that this one others some many")
# Verbs by which somebody holds something true and does not say it: they belong to what is told.
_HOLDING = listed(
    "believe think hope expect fear doubt suspect assume feel guess imagine suppose wonder anticipate reckon"
)


def teller(scene: Scene, span: Span) -> int | None:
    """Return the index of the shortest statement over `span` that names who says it, None without one."""
    over = [
        (sum(map(len, statement.spans)), index)
        for index, statement in enumerate(scene.statements)
        if any(stretch.contains(span) for stretch in statement.spans)
    ]
    if not over:
        return None
    index = min(over)[1]
    if _only_claimed(scene, index, [outer for _, outer in over if outer != index]):
        return None
    return index if _names(scene, scene.statements[index]) else None


def _only_claimed(scene: Scene, inner: int, others: list[int]) -> bool:
    """Whether somebody else tells that somebody says it: "some posts claim that Hall said she …" is told whole."""
    said = scene.statements[inner]
    if said.cue is None:
        return False
    return any(stretch.contains(said.cue) for outer in others for stretch in scene.statements[outer].spans)


def unnamed(scene: Scene, span: Span) -> bool:
    """Whether somebody in quotation marks says what one cannot tell who: it would read as the account's own."""
    over = [s for s in scene.statements if any(quoted.contains(span) for quoted in s.quoted)]
    return bool(over) and all(s.speaker is None or _open(scene, s.speaker) for s in over)


def _names(scene: Scene, statement: ReportedStatement) -> bool:
    party = statement.speaker
    if party is None or _held(scene, statement):
        return False
    return not _open(scene, party)


def _held(scene: Scene, statement: ReportedStatement) -> bool:
    if statement.cue is None:
        return False
    first = min(stretch.start for stretch in statement.spans)
    leading = Span(statement.cue.start, max(statement.cue.end, first))  # "said he hoped that"
    return any(scene.tokens[i].lemma in _HOLDING for i in scene.analysis.tokens_in(leading))


def _open(scene: Scene, party: Party) -> bool:
    """Whether a speaker is only a pronoun that no name resolves."""
    if party.mention is None:
        return party.span.of(scene.text).lower() in _PRONOUNS
    mention = scene.mentions[party.mention]
    if mention.form is not MentionForm.PRONOUN:
        return False
    return not any(
        other.form is not MentionForm.PRONOUN
        for other in scene.mentions
        if mention.chain is not None and other.chain == mention.chain
    )
