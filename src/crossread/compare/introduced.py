"""What an account called first what a line of it calls "the lien": "a federal tax lien on the mill".

Somebody or some body with a name goes by that name; anything else by the fuller words with the same noun that the
account has before: the nearest within a few sentences, further up only those that nothing else fits. What the
account tells of two stays open.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from crossread.compare.cast import Cast
from crossread.compare.claims.pointing import bare_definite
from crossread.compare.once import once, quoted_spans, timed
from crossread.record.analysis import PLURAL
from crossread.record.annotation import Account, Mention, MentionForm
from crossread.record.dossier import Entity, Meant
from crossread.record.span import Evidence, Span
from crossread.text.closed_classes import DEFINITE, OF_ONE_PERSON
from crossread.text.listing import listed

# So many sentences back the nearest fuller words are what "the lien" takes up, whatever else the account tells of.
# Tried 2 to 6: of those within 3 nearly all are right, further up one in four is not; "these people" are soon others.
_NEAR, _NEAR_MANY = 3, 1
# Further up only what the first sentences tell is still meant: of 26 drawn brackets so told 25 were right, of 22 told
# later 10.
_HEAD = 5
# The longest words shown for a noun, in code points: as much as reads within a line.
_LONGEST = 100
_BEFORE = ("det", "amod", "compound", "nmod:poss", "nummod", "flat")
_BEHIND = ("nmod", "acl", "acl:relcl")
_TELLING = frozenset({"NOUN", "PROPN", "VERB"})
# With one of these a noun is another than the one before it.
_OTHER = listed("another other similar separate second third such no any")
# Nouns that take their sense from what follows them, and parts and measures of anything: "the number", "the end".
_RELATIONAL = listed(
    """number level rate amount thing way part side end point fact issue situation result reason kind type sort lot rest
    majority percent case time move idea question problem place area top bottom middle beginning start outcome future
    day night morning evening week weekend month year season hour minute moment presidency job news stage process"""
)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun with the words around it; `telling` are the lemmas of those that tell which one it is."""

    head: int
    span: Span
    definite: bool
    other: bool
    telling: frozenset[str]


def meant_in(
    account: Account,
    parts: Sequence[Span],
    cast: Cast,
    known: Iterable[str] | None,
    *,
    speaker: Span | None = None,
    pronouns: bool,
) -> tuple[Meant, ...]:
    """Return whom and what words of a line stand for, each once, in their order.

    Nobody who is `known`; nobody at all where that is None. Of pronouns only those for one person, if at all. Nothing
    is called by the words for the `speaker`, who does not say "the group" of his own.
    """
    people = [] if known is None else _people(account, parts, cast, set(known), pronouns=pronouns)
    things = (_thing(account, noun, parts) for noun in _open_nouns(account, parts, cast))
    found = (one for one in things if one and not (speaker and one.told and one.told.span.overlaps(speaker)))
    return tuple(sorted((*people, *found), key=lambda one: one.mention.start))


def _people(
    account: Account, parts: Sequence[Span], cast: Cast, known: set[str], *, pronouns: bool
) -> list[Meant]:
    """Return those with a name whom pronouns and descriptions mean whom no words before them name."""
    found, mentions = list[Meant](), account.annotation.mentions
    inside = [number for part in parts for number in account.mentions_in(part)]
    denoted = {number: entity for number in inside if (entity := cast.entity_of(account.id, number))}
    named = {entity.id for number, entity in denoted.items() if mentions[number].form is MentionForm.NAME}
    for number, entity in denoted.items():
        mention, is_new = mentions[number], entity.id not in known
        known.add(entity.id)
        pronoun = pronouns and mention.span.of(account.text).lower() in OF_ONE_PERSON
        told = _named_before(account, mention, entity, cast) if entity.id not in named else None
        described = told is not None and _describes_one(account, mention, cast)
        if is_new and (pronoun or described) and entity.name[0].isupper():
            words = account.evidence(mention.span)
            owner = pronoun and account.analysis.hangs(account.analysis.tokens_in(words.span)[0], "nmod:poss")
            name = f"{entity.name}’s" if owner else entity.name
            found.append(Meant(name, words, entity.id, told if described else None))
    return found


def _describes_one(account: Account, mention: Mention, cast: Cast) -> bool:
    """Whether "the agency" is what the account calls one body alone."""
    first = mention.span.of(account.text).lower().partition(" ")[0]
    last = account.analysis.tokens_in(mention.span)[-1]
    if mention.form is not MentionForm.DESCRIPTION or first not in DEFINITE or _is_named(account, last):
        return False
    called = (
        cast.of.get((account.id, number))
        for number, other in enumerate(account.annotation.mentions)
        if other.form is MentionForm.DESCRIPTION and other.name.lower() == mention.name.lower()
    )
    return len(set(called) - {None}) == 1


def _named_before(account: Account, mention: Mention, entity: Entity, cast: Cast) -> Evidence | None:
    """Return the last words before some that name somebody."""
    names = (
        other.span
        for number, other in enumerate(account.annotation.mentions)
        if other.form is MentionForm.NAME
        and other.span.end <= mention.span.start
        and cast.of.get((account.id, number)) == entity.id
    )
    last = max(names, key=lambda span: span.start, default=None)
    return None if last is None else account.evidence(last)


def _open_nouns(account: Account, parts: Sequence[Span], cast: Cast) -> list[int]:
    """Return the nouns with "the" alone that no words in the parts tell of, each once."""
    tokens, found, seen = account.analysis.tokens, list[int](), set[str]()
    for index in (i for part in parts for i in account.analysis.tokens_in(part)):
        lemma = tokens[index].lemma.lower()
        if tokens[index].upos in ("NOUN", "PROPN") and lemma not in seen:
            seen.add(lemma)
            found += [index] if _is_open(account, index, cast) else []
    return found


def _is_open(account: Account, index: int, cast: Cast) -> bool:
    tokens, low = account.analysis.tokens, account.analysis.lower
    if low[index - 1] not in DEFINITE or tokens[index].lemma.lower() in _RELATIONAL | _OTHER:
        return False
    if tokens[index].upos != "NOUN" or index in timed(account) or not bare_definite(account, index):
        return False
    mentions = account.annotation.mentions
    here = account.mentions_in(Span(tokens[index - 1].start, tokens[index].end))
    settled = any((account.id, n) in cast.of for n in here if mentions[n].form is MentionForm.DESCRIPTION)
    return not settled and not _is_named(account, index)


def _is_named(account: Account, index: int) -> bool:
    """Whether a name stands right behind a noun: "the group Harbour Watch", "the firm, Quay Ltd"."""
    tokens, first = account.analysis.tokens, index + 1
    first += tokens[first : first + 1] != () and tokens[first].text == ","
    return first < len(tokens) and tokens[first].upos == "PROPN" and first not in timed(account)


def _thing(account: Account, noun: int, parts: Sequence[Span]) -> Meant | None:
    phrase = _introduced(account, noun, parts)
    if phrase is None:
        return None
    tokens = account.analysis.tokens
    words = account.evidence(Span(tokens[noun - 1].start, tokens[noun].end))
    told = account.evidence(phrase.span)
    return Meant(" ".join(told.text.split()), words, None, told)


def _introduced(account: Account, noun: int, parts: Sequence[Span]) -> _Phrase | None:
    """Return the fuller words for a noun before it, None where none are, two may be, or a line has them."""
    analysis = account.analysis
    every = _phrases(account).get(_key(account, noun), ())
    before = [one for one in every if one.head < noun]
    fuller = [n for n, one in enumerate(before) if one.telling]
    if not fuller or any(p.contains(before[fuller[-1]].span) for p in parts):
        return None
    plural = _key(account, noun)[1]
    back = sum(before[fuller[-1]].head < s.first <= noun for s in account.sentences)
    near = back <= (_NEAR_MANY if plural else _NEAR)
    begins = fuller[-1 if near else 0]
    first, behind = before[begins], before[begins + 1 :]
    late = plural or first.head >= account.sentences[:_HEAD][-1].last
    parted = any(one.other or (one.telling and not one.telling & first.telling) for one in behind)
    if parted or (late and not near):
        return None
    shown = {analysis.tokens[i].lemma.lower() for part in parts for i in analysis.tokens_in(part)}
    agreeing = [one for one in (first, *behind) if one.telling >= first.telling]
    fit = (one for one in agreeing if not one.telling <= shown and not one.other)
    return max(fit, key=lambda one: (len(one.telling), -one.head), default=None)


def tells(account: Account, words: Span, noun: int) -> bool:
    """Whether words tell what a noun stands for, more than "the lien" once more."""
    every = _phrases(account).get(_key(account, noun), ())
    return any((one.telling or not one.definite) and words.contains(one.span) for one in every)


def _key(account: Account, noun: int) -> tuple[str, bool]:
    token = account.analysis.tokens[noun]
    return token.lemma.lower(), token.tag in PLURAL


@once
def _phrases(account: Account) -> dict[tuple[str, bool], list[_Phrase]]:
    """Return the nouns that an account tells in its own words with what says which, by lemma and number."""
    found: dict[tuple[str, bool], list[_Phrase]] = {}
    quoted = quoted_spans(account)
    for index in (i for sentence in account.sentences for i in range(sentence.first, sentence.last)):
        token = account.analysis.tokens[index]
        if token.upos not in ("NOUN", "PROPN") or token.dep in ("compound", "flat"):
            continue
        if not any(span.contains(token.span) for span in quoted):
            found.setdefault(_key(account, index), []).append(_phrase(account, index))
    return found


def _phrase(account: Account, head: int) -> _Phrase:
    """Return a noun with the words that belong to it, as far as they stand beside it and name nobody by a pronoun."""
    analysis = account.analysis
    before = [i for i in analysis.children(head, *_BEFORE) if i < head]
    first = min((analysis.subtree(i)[0] for i in before), default=head)
    first += analysis.tokens[first].upos == "PUNCT"
    last = head
    for child in analysis.children(head, *_BEHIND):
        below = analysis.subtree(child)
        width = analysis.tokens[below[-1]].end - analysis.tokens[first].start
        cut = analysis.tokens[below[-1]].upos in ("VERB", "ADP")
        if below[0] != last + 1 or width > _LONGEST or cut or not _is_plain(account, below):
            break
        last = below[-1] - (analysis.tokens[below[-1]].tag == "POS")
    span = Span(analysis.tokens[first].start, analysis.tokens[last].end)
    like = {j for i in before if analysis.hangs(i, "amod") for j in analysis.subtree(i)}
    around = [i for i in range(first, last + 1) if i != head and i not in timed(account)]
    telling = frozenset(analysis.tokens[i].lemma.lower() for i in around if _tells(account, i, like))
    low = {analysis.lower[i] for i in before}
    alone = not any(analysis.hangs(i, "det", "nmod:poss", "nummod") for i in before)
    general = alone and analysis.tokens[head].tag == "NN" and span.of(account.text).islower()
    whole = _is_plain(account, range(first, head), marks='"') and len(span) <= _LONGEST and not general
    definite, other = not low.isdisjoint(DEFINITE), not low.isdisjoint(_OTHER)
    return _Phrase(head, span, definite, other, telling if whole else frozenset())


def _tells(account: Account, index: int, like: Container[int]) -> bool:
    """Whether a word says which one is meant: words `like` "long" or "smoke-filled" in small letters do not."""
    token = account.analysis.tokens[index]
    named = token.upos in ("ADJ", "NUM", "PROPN") and token.text[0].isupper()
    return named or (token.upos in _TELLING and index not in like)


def _is_plain(account: Account, words: Iterable[int], marks: str = ',;:–—“”"()') -> bool:
    """Whether no pronoun that leans on other words and no mark is among words."""
    tokens = account.analysis.tokens
    return not any(tokens[i].tag in ("PRP", "PRP$", "WP$") or tokens[i].text in marks for i in words)
