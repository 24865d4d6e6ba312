"""Words by which a report, a claim or a charge is said not to be so. One list for every stage that must not take what
is only said, and said wrongly, for what happened."""

from __future__ import annotations

from crossread.text.listing import listed

# What one calls a claim that one rejects: near-synonyms of "false" and "unfounded" in WordNet, and their adverbs.
BASELESS = listed(
    "false falsely untrue baseless baselessly unfounded groundless bogus debunked discredited disproven disproved "
    "unsubstantiated fabricated fictitious misleading misleadingly dubious defamatory nonsense hoax myth"
)
# What one calls a report that has a fault, whoever is to blame for it.
MISTAKEN = BASELESS | listed(
    "incorrect incorrectly erroneous erroneously inaccurate inaccurately mistaken mistakenly retracted"
)
