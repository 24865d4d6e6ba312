"""One label scheme out of two: UD as it is, ClearNLP (en_core_web_*) mapped to UD.

The mapping follows the UD 2 guidelines: content words head function words,
copulas hang below their predicate, prepositions below their noun.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from crossread.errors import LanguageError


class Scheme(StrEnum):
    UD = "ud"
    CLEARNLP = "clearnlp"


_NAME_TYPES = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "ORG": "ORG",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
    "PLACE": "PLACE",
    "NORP": "NORP",
    "EVENT": "EVENT",
    "WORK_OF_ART": "OTHER",
    "LAW": "OTHER",
    "PRODUCT": "OTHER",
    "LANGUAGE": "OTHER",
    "MISC": "OTHER",
}

# Labels that only change their name. The rest of ClearNLP is restructured below.
_RENAMED = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "relcl": "acl:relcl",
    "poss": "nmod:poss",
    "nounmod": "nmod",
    "npadvmod": "obl:npmod",
    "neg": "advmod",
    "prt": "compound:prt",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "quantmod": "advmod",
    "intj": "discourse",
    "oprd": "xcomp",
    "nmod": "nmod",
    "acomp": "xcomp",
    "attr": "xcomp",
    "meta": "dep",
    "agent": "obl:agent",
    "ROOT": "root",
}


def name_type(label: str) -> str | None:
    """Return our type for a model's name label; None for quantities and dates, which rules find."""
    return _NAME_TYPES.get(label)


def scheme_of(parser_labels: Collection[str], name: str) -> Scheme:
    """Return the scheme of a parser by its labels; LanguageError where it is neither."""
    if "obl" in parser_labels and "nsubj" in parser_labels:
        return Scheme.UD
    if "dobj" in parser_labels and "prep" in parser_labels:
        return Scheme.CLEARNLP
    raise LanguageError(
        f"language model {name!r} has no parser with UD or ClearNLP labels;"
        " choose an English pipeline with a parser"
    )


def sentence_labels(
    scheme: Scheme, heads: list[int], labels: list[tuple[str, str, str]], lemmas: list[str]
) -> tuple[list[int], list[str]]:
    """Return heads (relative to the sentence) and UD labels of one sentence.

    `labels` are (universal tag, Penn tag, label as the model gives it).
    """
    if scheme is Scheme.UD:
        return heads, ["root" if dep == "ROOT" else dep for _, _, dep in labels]
    return _from_clearnlp(heads, labels, lemmas)


def _from_clearnlp(
    heads: list[int], labels: list[tuple[str, str, str]], lemmas: list[str]
) -> tuple[list[int], list[str]]:
    heads = list(heads)
    deps = [dep for _, _, dep in labels]
    for i in range(len(deps)):
        if deps[i] in ("pobj", "pcomp") and deps[heads[i]] in ("prep", "agent", "dative"):
            _hang_preposition(i, heads, deps, labels)
    for i in range(len(deps)):
        if deps[i] in ("attr", "acomp") and lemmas[heads[i]] == "be":
            _hang_copula(i, heads, deps)
    return heads, [_RENAMED.get(dep, dep) for dep in deps]


def _hang_preposition(
    noun: int, heads: list[int], deps: list[str], labels: list[tuple[str, str, str]]
) -> None:
    """Turn verb → prep → noun into verb → noun → case."""
    prep = heads[noun]
    above = heads[prep]
    if deps[prep] == "agent":
        label = "obl:agent"
    elif deps[noun] == "pcomp":
        label = "advcl"
    else:
        label = "nmod" if labels[above][0] in ("NOUN", "PROPN", "PRON", "NUM") else "obl"
    for other, head in enumerate(heads):
        if head == prep and other != noun:
            heads[other] = noun
    heads[noun], deps[noun] = above, label
    heads[prep], deps[prep] = noun, "mark" if label == "advcl" else "case"


def _hang_copula(predicate: int, heads: list[int], deps: list[str]) -> None:
    """Turn be → predicate into predicate → cop, the copula's dependents moved along."""
    verb = heads[predicate]
    was_root = heads[verb] == verb
    heads[predicate], deps[predicate] = (predicate if was_root else heads[verb]), deps[verb]
    for other, head in enumerate(heads):
        if head == verb and other not in (verb, predicate):
            heads[other] = predicate
    heads[verb], deps[verb] = predicate, "cop"
