"""What the label of a figure leaves open: whom "he" means, what "the lien" was called before, or the sentence before.

A label is its account's sentence. Where that takes up what was told before, one who reads it alone cannot tell what
was measured, so it is shown with what tells it, or not at all.
"""

from __future__ import annotations

from dataclasses import dataclass

from crossread.compare.cast import Cast
from crossread.compare.claims.pointing import OF_SEVERAL, unplaced
from crossread.compare.introduced import meant_in
from crossread.compare.preceding import INQUIRIES, sentence_before
from crossread.record.annotation import Account, EntityType, Figure, ReportedStatement, StatementKind
from crossread.record.dossier import Meant
from crossread.record.span import Evidence, Span
from crossread.text.closed_classes import OF_ONE_PERSON, THIRD_PERSON
from crossread.text.numbers import GAP

# Labels without the amount with fewer words are no sentences: "people killed", "age".
_NO_SENTENCE = 7
# Sentences of fewer words go on with the one before: "Congress approved …".
_SHORT = 5
_PAIR = frozenset({"both", "neither", "either"})  # of two told before: "Both women were killed"


@dataclass(frozen=True, slots=True)
class Leaning:
    """What stands beside a label: what words of it mean, and the sentence before, where it takes that up."""

    meant: tuple[Meant, ...] = ()
    before: Evidence | None = None


def leans_on(account: Account, figure: Figure, cast: Cast) -> Leaning | None:
    """Return what a label leans on; None where nothing before tells what it takes up."""
    sentence = account.analysis.sentence_at(figure.span.start)
    words = figure.measure.split()
    if sentence is None or (GAP not in figure.measure and len(words) < _NO_SENTENCE):
        return Leaning()
    said = None if figure.statement is None else account.annotation.statements[figure.statement]
    part = _stretch(said, figure.span, sentence.span)
    meant = _meant(account, part, said, cast)
    left = _left_open(account, part, said, meant, cast)
    told = tuple(one for one in meant if _is_of_use(one, figure.measure))
    wanted = [INQUIRIES] if _is_share_of_unknown(figure) or INQUIRIES & (left or set()) else []
    if left != frozenset() or len(words) < _SHORT or _supposes(account, figure):
        wanted += [left or frozenset(), frozenset()]
    before = next(filter(None, (sentence_before(account, sentence, nouns) for nouns in wanted)), None)
    if before is None:
        return None if left is None else Leaning(told)
    return Leaning(_not_in(told, before), before)


def _supposes(account: Account, figure: Figure) -> bool:
    """Whether a label tells what would be, and nothing in it on what condition: "premiums would rise by …"."""
    analysis = account.analysis
    at = analysis.head_of(figure.span)
    verbs = () if at is None else (at, *analysis.ancestors(at))
    would = [i for i in verbs if any(analysis.lower[a] == "would" for a in analysis.children(i, "aux"))]
    return bool(would) and not any(analysis.children(i, "advcl", "ccomp") for i in verbs)


def _is_share_of_unknown(figure: Figure) -> bool:
    """Whether a label does not tell by whom a share was found."""
    return figure.unit == "%" and figure.subject is None and INQUIRIES.isdisjoint(figure.measure.split())


def _left_open(
    account: Account, part: Span, said: ReportedStatement | None, meant: tuple[Meant, ...], cast: Cast
) -> frozenset[str] | None:
    """Return the nouns that only what comes before explains, None where anything else points there."""
    tokens = account.analysis.tokens_in(part)
    if tokens and account.analysis.lower[tokens.start] in _PAIR:
        return None
    named = {i for one in meant for i in account.analysis.tokens_in(one.mention.span)}
    own = _own(account, tokens, said, cast)
    quoting = said is not None and said.kind is StatementKind.DIRECT
    return unplaced(account, tokens.start, tokens.stop, own, quoting=quoting, aside=named)


def _stretch(said: ReportedStatement | None, at: Span, sentence: Span) -> Span:
    """Return the words of a sentence that a label is made of: those said, where somebody is told to say them."""
    stretches = (one for one in said.spans if one.contains(at)) if said else iter(())
    stretch = next(stretches, sentence)
    return Span(max(stretch.start, sentence.start), min(stretch.end, sentence.end))


def _meant(account: Account, part: Span, said: ReportedStatement | None, cast: Cast) -> tuple[Meant, ...]:
    who = cast.who(account, said.speaker) if said else None
    speaker = said.speaker.span if said and said.speaker else None
    return meant_in(account, (part,), cast, [who.entity or ""] if who else (), speaker=speaker, pronouns=True)


def _own(account: Account, tokens: range, said: ReportedStatement | None, cast: Cast) -> frozenset[int]:
    """Return the pronouns that mean the speaker, who is shown beside the label: also those for nobody else known."""
    if said is None or said.speaker is None:
        return frozenset()
    speaker = cast.denoted(account, said.speaker)
    kind = OF_ONE_PERSON
    if speaker is None or speaker.type is not EntityType.PERSON:
        head = account.analysis.head_of(said.speaker.span)
        several = head is not None and account.analysis.tokens[head].tag == "NNS"
        kind = OF_SEVERAL if several else frozenset({"it", "its"})
    found = set[int]()
    for index in (i for i in tokens if account.analysis.lower[i] in THIRD_PERSON):
        here = account.mentions_in(account.analysis.tokens[index].span)
        denoted = next((entity for n in here if (entity := cast.entity_of(account.id, n))), None)
        if denoted == speaker or (denoted is None and account.analysis.lower[index] in kind):
            found.add(index)
    return frozenset(found)


def _is_of_use(one: Meant, label: str) -> bool:
    """Whether a word that means somebody or something stands in a label that does not tell so itself."""
    told_so = one.entity is not None and one.name.split()[-1] in label.split()
    return one.mention.text in label and not told_so


def _not_in(meant: tuple[Meant, ...], before: Evidence) -> tuple[Meant, ...]:
    """Return what the sentence before does not tell already."""
    return tuple(one for one in meant if one.told is None or not before.span.contains(one.told.span))
