"""The words by which dated clauses are compared: what happened, to whom, how many, and who says it."""

from __future__ import annotations

from crossread.compare.cast import Cast
from crossread.compare.days.anchors import lemmas
from crossread.compare.timeline.words import with_classes
from crossread.record.analysis import Analysis
from crossread.record.annotation import Account, EntityType
from crossread.record.dossier import Entity
from crossread.record.span import Span
from crossread.text.listing import listed

EMPTY = listed("be have do go get take make see say tell")
# Words that stand for any happening: "Saturday's events" does not say what happened.
ANY_HAPPENING = listed("event events incident incidents thing things scene scenes")


def heads_of(analysis: Analysis, head: int) -> frozenset[str]:
    """Return the lemmas of the happening's word and of what completes it ("went missing")."""
    completing = (
        i for i in analysis.children(head, "xcomp") if analysis.tokens[i].tag.startswith(("JJ", "VB"))
    )
    compound = analysis.children(head, "compound")  # "air strikes"
    words = (head, *completing, *compound)
    found = with_classes(analysis.tokens[i].lemma.lower() for i in words) - EMPTY
    if found or analysis.tokens[head].lemma.lower() in ("say", "tell"):
        return found
    after = analysis.tokens[head + 1] if head + 1 < len(analysis.tokens) else analysis.tokens[head]
    if after.tag == "JJ":
        return frozenset({after.text.lower()})  # "went missing", where the parse misses the tie
    told = (i for i in analysis.children(head, "obj", "advmod") if i > head)
    return with_classes(analysis.tokens[i].lemma.lower() for i in told) - EMPTY  # "gave a speech"


def words_of(account: Account, span: Span, time: Span, cast: Cast) -> tuple[frozenset[str], frozenset[str]]:
    """Return the content lemmas of a clause, and those of them that name somebody.

    A mention whose entity is known stands as that entity, so that "Ms Hill"
    and "the marketing executive" are one word.
    """
    tokens = set(account.analysis.tokens_in(span))
    known: set[str] = set()
    for index, mention in enumerate(account.annotation.mentions):
        if mention.type is not EntityType.PERSON or not span.contains(mention.span):
            continue  # what bodies and places are called is worded alike with and without capitals
        if entity := cast.entity_of(account.id, index):
            known.add(_surname(entity))
            tokens -= set(account.analysis.tokens_in(mention.span))
    names = lemmas(account, tokens, time, names=True) | known
    return with_classes((lemmas(account, tokens, time) | known) - ANY_HAPPENING), names


def numbers_of(account: Account, span: Span, time: Span) -> frozenset[str]:
    tokens = (account.analysis.tokens[i] for i in account.analysis.tokens_in(span))
    return frozenset(t.text.lower() for t in tokens if t.upos == "NUM" and not time.overlaps(t.span))


def _surname(entity: Entity) -> str:
    """Return the word by which a person is named where the cast knows nobody: "Smith" is "Ms Smith" then."""
    return entity.name.split()[-1].lower()


def speakers_of(account: Account, head: int) -> frozenset[str]:
    """Return the content lemmas of a verb's subject, or of whose a noun is: who says or does it, "the House vote"."""
    analysis = account.analysis
    if analysis.tokens[head].upos == "NOUN":
        return lemmas(account, analysis.children(head, "compound", "nmod:poss"))
    below = (i for subject in analysis.children(head, "nsubj") for i in analysis.subtree(subject))
    return lemmas(account, below)
