"""What words point at outside themselves: pronouns, "the meeting", "those assaults", "the other"."""

from __future__ import annotations

from collections.abc import Container

from crossread.compare.claims.clauses import SUBJECTS, phrase
from crossread.compare.once import named_at, timed
from crossread.compare.placed import PLACED
from crossread.record.analysis import FINITE, PLURAL, Analysis
from crossread.record.annotation import Account, EntityType, MentionForm
from crossread.record.span import Span
from crossread.text.closed_classes import DEFINITE, OF_ONE_PERSON, THIRD_PERSON
from crossread.text.listing import listed


def points_back(
    account: Account, first: int, last: int, known: Container[int] = (), placed: Container[str] = ()
) -> bool:
    """Whether a pronoun, a bare "the meeting", "those assaults" or "the same office" among the tokens from
    `first` to before `last` refers to something before them.

    What is `known` and `placed` nouns do not count.
    """
    nouns = unplaced(account, first, last, known)
    return nouns is None or any(noun not in placed for noun in nouns)


def unplaced(
    account: Account,
    first: int,
    last: int,
    known: Container[int] = (),
    *,
    quoting: bool = False,
    objects: bool = False,
    aside: Container[int] = (),
) -> frozenset[str] | None:
    """Return the bare definite subjects among some tokens, None where anything else refers to what is before them.

    With `quoting` a speaker may say "this process"; with `objects` those of verbs are asked too. Tokens that stand
    `aside` are not asked at all, `known` ones only where they demonstrate.
    """
    analysis = account.analysis
    if _names_one_of_many(analysis, first, last) or _goes_on(analysis, first, last, aside):
        return None
    found = set[str]()
    begins = analysis.tokens[first].start < analysis.sentences[0].end
    for index in (i for i in range(first, last) if i not in aside):
        token, low = analysis.tokens[index], analysis.lower[index]
        if (token.upos == "PRON" or low in _LEANING) and (
            demonstrates(analysis, index) or (index not in known and leans(account, index, first))
        ):
            return None
        relation = analysis.relations[index]
        if token.upos == "NOUN" and taken_up(analysis, index, first, quoting=quoting):
            return None
        # at the head of an account "the fire" is placed by what follows, nothing came before
        leading = relation in SUBJECTS or (objects and relation == "obj")
        if leading and not begins and index not in known and bare_definite(account, index):
            found.add(token.lemma.lower())
    return frozenset(found)


_LEANING = listed("it they this that these those")
OF_SEVERAL = listed("they them their theirs")
OF_PEOPLE = OF_ONE_PERSON | OF_SEVERAL


def leans(account: Account, index: int, first: int) -> bool:
    """Whether a pronoun stands for what was told before the tokens from `first` on."""
    token, low = account.analysis.tokens[index], account.analysis.lower[index]
    if token.dep == "expl":
        return False
    if low in THIRD_PERSON:
        beside = _beside(account.analysis, index)
        meant = sum(_meant(account, low, i) for i in range(first, index) if i not in beside)
        if meant < 1 + (low in OF_SEVERAL):
            return True
    return token.upos == "PRON" and _taken_from_before(
        account, token.span, account.analysis.tokens[first].start
    )


def _beside(analysis: Analysis, index: int) -> frozenset[int]:
    """Return the words for which a pronoun cannot stand, since they hang on its own verb.

    "Tom Beck asked him to go", "along with the fund, it plans": somebody and something else.
    """
    own = analysis.hangs(index, *SUBJECTS)
    if analysis.hangs(index, "nmod:poss") or (own and analysis.lower[index] not in {"it", "they"}):
        return frozenset()
    verb = analysis.top(analysis.tokens[index].head, "xcomp")
    parts = analysis.children(verb, *(("obl",) if own else SUBJECTS))
    return frozenset(i for part in parts for i in phrase(analysis, part))


def _meant(account: Account, pronoun: str, index: int) -> int:
    """Count those whom a noun or name names for whom a pronoun may stand; two are several."""
    token = account.analysis.tokens[index]
    named = named_at(account).get(index, ())
    person = any(m.type is EntityType.PERSON for m in named)  # whatever the tag: "Beck" may have a verb's
    if not (person or token.upos in {"PROPN", "NOUN"}) or token.lemma.lower() in TIMES:
        return 0
    if pronoun in OF_ONE_PERSON:
        return person or (token.upos == "PROPN" and not named)
    if pronoun in OF_SEVERAL:
        several = token.tag in PLURAL or any(
            m.type in {EntityType.ORGANISATION, EntityType.GROUP} for m in named
        )
        return 2 if several else token.dep != "flat"
    return token.tag in {"NN", "NNP"} and token.dep not in {"compound", "nmod:poss"} and not person


def _taken_from_before(account: Account, pronoun: Span, start: int) -> bool:
    """Whether a pronoun is known to mean what nothing between `start` and it names."""
    mentions = account.annotation.mentions
    here = (mentions[number] for number in account.mentions_in(pronoun))
    chain = next((m.chain for m in here if m.form is MentionForm.PRONOUN and m.span == pronoun), None)
    if chain is None:
        return False
    before = (mentions[number] for number in account.mentions_in(Span(start, pronoun.start)))
    return not any(m.chain == chain and m.form is not MentionForm.PRONOUN for m in before)


def _goes_on(analysis: Analysis, first: int, last: int, aside: Container[int]) -> bool:
    """Whether what is told comes after something told before: "the minister then described"."""
    then = (i for i in range(first, last) if analysis.lower[i] == "then" and i not in aside)
    return any(analysis.tokens[analysis.tokens[i].head].dep == "root" for i in then)


def demonstrates(analysis: Analysis, index: int) -> bool:
    """Whether "this" or "that" stands for what was told before: "he says that will help", not "those who stay"."""
    token, low = analysis.tokens[index], analysis.lower[index]
    if low == "that" and token.dep == "mark":  # as parsers have it in "he says that will help"
        after = analysis.tokens[index + 1 : index + 2]
        return analysis.tokens[token.head].head == index - 1 and any(one.tag in FINITE for one in after)
    points = token.tag == "DT" and low in {"this", "that", "these", "those"}
    if not points or analysis.relations[index] not in {*SUBJECTS, "obj", "obl", "nmod"}:
        return False
    return not analysis.children(index, "acl", "acl:relcl", "nmod", "amod")


# Words that pick one of those told before: "The other, Ann Hill, …", "Another was …", "The second pleaded …".
_PICKED_ALWAYS = listed("other others same latter")
_PICKED = _PICKED_ALWAYS | listed("second third former")
_ONE_OF = listed("another one others some many most few several two both neither")


def _names_one_of_many(analysis: Analysis, first: int, last: int) -> bool:
    """Whether the words begin with one or some of many told before, who have no noun of their own."""
    the, *rest = analysis.lower[first : min(first + 3, last)] or ("",)
    if the == "the" and rest and rest[0] in _PICKED:
        return rest[0] in _PICKED_ALWAYS or _no_noun(analysis, first + 2)
    return the == "another" or (the in _ONE_OF and _no_noun(analysis, first + 1))


def _no_noun(analysis: Analysis, index: int) -> bool:
    """Whether at `index` no noun or its adjective stands, but a mark or a verb."""
    here = analysis.tokens[index : index + 1]  # none where the text ends
    return all(token.upos in {"PUNCT", "VERB", "AUX", "ADV"} for token in here)


# Nouns of time, which "this" and "that" point at from the day of print, not from the sentence before.
TIMES = listed(
    "day week weekend month year season summer spring autumn winter morning afternoon evening night time monday "
    "tuesday wednesday thursday friday saturday sunday"
)
_TAKING_UP = listed("this that these those such same")


def taken_up(analysis: Analysis, index: int, first: int, *, quoting: bool) -> bool:
    """Whether the noun is one told before the tokens from `first` on: "those assaults", "the same office"."""
    words = _TAKING_UP - {"this", "same"} if quoting else _TAKING_UP
    up = [i for i in analysis.children(index) if i < index and analysis.lower[i] in words]
    lemma = analysis.lemmas[index]
    if not up or lemma in TIMES or any(analysis.lemmas[i] == lemma for i in range(first, index)):
        return False
    return any(analysis.hangs(i, "det", "amod") and analysis.tokens[i + 1].text != "-" for i in up)


_UNIQUE = PLACED | listed("organiser organizer crowd weather sun moon")


def bare_definite(account: Account, index: int) -> bool:
    """Whether the noun is "the" or a demonstrative and itself alone, so that only what came before says which.

    A time does not tell which either: "Friday's decision", nor does a quality: "the top beneficiary".
    """
    analysis = account.analysis
    token, children = analysis.tokens[index], analysis.children(index)
    if token.upos != "NOUN" or token.lemma.lower() in _UNIQUE:
        return False
    if not any(analysis.lower[i] in DEFINITE for i in children):
        return False
    return not any(
        analysis.relations[i] not in {"det", "punct", "case", "cc", "conj"}
        and not (analysis.relations[i] == "amod" and analysis.tokens[i].text.islower())
        and analysis.lower[i] not in TIMES
        and i not in timed(account)
        and not _set_off(analysis, i)
        for i in children
    )


def _set_off(analysis: Analysis, index: int) -> bool:
    """Whether a relative clause stands behind a comma: it tells more of the noun, not which one it is."""
    first = analysis.subtree(index)[0]
    before = analysis.tokens[first - 1].text
    return analysis.tokens[index].dep == "acl:relcl" and "," in (before, analysis.tokens[first].text)
