"""The list of known word forms with their lemmas, from the treebanks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from crossread.text.listing import listed
from training.corpora import UdWord

# Words, not numbers, marks or names, which are as good as endless.
LISTED = listed("ADJ ADP ADV AUX CCONJ DET INTJ NOUN PART PRON SCONJ VERB")
# GUM writes the lemma of a word it cannot read so.
NO_LEMMA = "_"
# Share of a form's uses that its commonest lemma must have; below, the sentence decides. Not swept.
_CLEAR = 0.8


def known_forms(words: Sequence[UdWord]) -> dict[tuple[str, str], str]:
    """Return the lemma of each lower-cased form and universal tag that nearly always has the same."""
    lemmas: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    attested = {w.form.lower() for w in words}
    for word in words:
        # A lemma nobody writes is a slip; one in capitals belongs to a name.
        known = word.lemma in attested or word.lemma == "I"
        if word.upos in LISTED and known and " " not in word.form:
            lemmas[word.form.lower(), word.upos][word.lemma] += 1
    commonest = {key: max(sorted(found), key=lambda lemma: found[lemma]) for key, found in lemmas.items()}
    return {key: made for key, made in commonest.items() if lemmas[key][made] >= _CLEAR * lemmas[key].total()}
