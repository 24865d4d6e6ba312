"""The country whose figure it is, where its own clause says so."""

from __future__ import annotations

from crossread.record.annotation import Account, Figure
from crossread.text.institutions import is_demonym, is_place
from crossread.text.listing import listed
from crossread.text.numbers import GAP

# Verbs of which an office is the subject that counts its own: "Italian officials reported 40 deaths".
_COUNTING = listed("report record register count log tally confirm document see suffer have announce")
# Adjectives and short names of countries that do not begin like the name. Source: the entries of a world almanac.
_SAME_COUNTRY = {
    "brita": "uk", "briti": "uk", "usa": "us", "ameri": "us",
    "dutch": "nethe", "frenc": "franc", "greek": "greec", "danis": "denma", "finni": "finla", "swedi": "swede",
    "spani": "spain", "welsh": "wales", "polis": "polan", "turki": "turke", "filip": "phili", "thai": "thail",
    "irish": "irela", "scott": "scotl", "engli": "engla", "swiss": "switz", "czech": "czech",
}  # fmt: skip


def country_of(account: Account, figure: Figure) -> str:
    """Return the country whose figure it is, "" where its clause names none.

    It stands before the noun counted ("the U.K. death toll"), or with the subject that counts: "Italian officials".
    """
    analysis = account.analysis
    at = analysis.head_of(figure.span)
    if at is None:
        return ""
    tokens = analysis.tokens
    top = analysis.top(at, "nummod", "conj", "compound")
    verb = tokens[top].head
    subjects = analysis.children(verb, "nsubj")
    counts = tokens[top].dep == "obj" and tokens[verb].lemma in _COUNTING
    tolls = [i for i in subjects if tokens[i].lemma in ("toll", "number", "count", "total", "tally")]
    near = [*analysis.subtree(top), *(analysis.subtree(subjects[0]) if counts and subjects else ())]
    words = [tokens[i].text for i in (*near, *(i for toll in tolls for i in analysis.subtree(toll)))]
    words.extend(figure.measure.partition(GAP)[0].split())  # what tells the harm, whatever its parse
    return next((_stem(word) for word in words if is_demonym(word) or is_place(word.strip(","))), "")


def _stem(word: str) -> str:
    stem = "".join(filter(str.isalpha, word.lower()))[:5]
    return _SAME_COUNTRY.get(stem, stem)
