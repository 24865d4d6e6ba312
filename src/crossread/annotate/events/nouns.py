"""Nouns that name a happening, or what comes out on a day: speeches and storms, letters and lawsuits."""

from __future__ import annotations

from crossread.record.analysis import Analysis
from crossread.text.deeds import DEEDS, SAYINGS
from crossread.text.listing import listed

# Nouns that name a happening and do not show it by their ending. From WordNet 3.0's noun.event and
# noun.act, those frequent in news.
_EVENT_NOUNS = listed(
    """attack vigil protest march rally clash match game race final vote poll summit talks trial crash
    blast strike airstrike raid siege fire flood storm earthquake death funeral launch visit speech debate
    concert festival ceremony wedding arrest murder kidnap riot war battle coup scene event violence search
    test defeat victory win loss ruling verdict referendum inauguration incident accident disaster
    tribute party outage spill quake eruption eclipse parade assault ambush ceasefire explosion
    demonstration resignation release outbreak gathering tragedy massacre uprising walkout opener call conference
    appearance testimony interview campaign closure seizure
    departure capture arrival removal renewal approval denial dismissal withdrawal takeover breakup primary caucus
    runoff convention shutdown lockdown
    bid run attempt effort quest push drive tour trip"""
)
_EVENT_ENDINGS = ("tion", "sion", "ment", "ing")
# Nouns with such endings that name no happening.
_NO_EVENTS = listed(
    """government parliament department apartment building statement nation population station organisation
    organization morning evening something nothing anything everything association corporation institution
    foundation commission administration coalition division opposition generation location position king
    regulation legislation document equipment environment sentiment television passion region religion
    instrument section reaction question comment condition situation federation constitution delegation
    pension mission version resolution petition application emotion fashion mansion million billion trillion
    option portion regiment element segment investment wing ring string thing being spring housing clothing painting"""
)
# Nouns for what is written, shown or counted: with a time they name its coming out ("a Monday memo").
# From WordNet 3.0's noun.communication, those frequent in news.
_DOCUMENTS = listed(
    """memo memorandum email e-mail letter report statement tweet post filing order lawsuit complaint petition
    indictment survey poll study article editorial column interview memoir book video recording broadcast episode
    announcement address briefing notice warrant subpoena draft proposal dump op-ed law act treaty pact
    accord suit amendment"""
)


def is_event_noun(analysis: Analysis, index: int) -> bool:
    """Whether the word is a noun that names a happening."""
    token = analysis.tokens[index]
    low = token.text.lower()
    if token.lemma.lower() in SAYINGS | DEEDS and _has_a_doer(analysis, index):
        return True
    if token.upos not in ("NOUN", "ADJ", "PROPN") or token.lemma.lower() in _NO_EVENTS:
        return False
    known = (
        low in _EVENT_NOUNS or token.lemma.lower() in _EVENT_NOUNS or low.removesuffix("s") in _EVENT_NOUNS
    )
    return known or (token.upos == "NOUN" and len(low) > 6 and low.removesuffix("s").endswith(_EVENT_ENDINGS))


def _has_a_doer(analysis: Analysis, noun: int) -> bool:
    """Whether words say whose something is: "Hart's claim", "the report by the Leeds Post", "the killing of Hart"."""
    cases = {"by", "of"} if analysis.tokens[noun].lemma.lower() in DEEDS else {"by"}
    owners = analysis.children(noun, "nmod")
    named = (i for i in owners if any(analysis.tokens[k].upos == "PROPN" for k in analysis.subtree(i)))
    below = (c for i in named for c in analysis.children(i, "case"))
    return bool(analysis.children(noun, "nmod:poss")) or any(analysis.tokens[c].text in cases for c in below)


def is_document(analysis: Analysis, index: int) -> bool:
    token = analysis.tokens[index]
    return token.upos == "NOUN" and token.lemma.lower() in _DOCUMENTS
