"""The written forms of the cue verbs, and of nouns in both numbers."""

from __future__ import annotations

from crossread.text.listing import listed

IRREGULAR = {
    "swear": ("swore", "sworn"),
    "undertake": ("undertook", "undertaken"),
    "write": ("wrote", "written"),
    "subpoena": ("subpoenaed",),
    "sue": ("sued",),
    "begin": ("began", "begun"),
    "take": ("took", "taken"),
    "quit": ("quit", "quit"),
    "set": ("set", "set"),
    "find": ("found", "found"),
    "stand": ("stood", "stood"),
    "beseech": ("besought", "besought"),
    "bring": ("brought", "brought"),
    "beg": ("begged", "begged"),
    "step": ("stepped", "stepped"),
    "commit": ("committed", "committed"),
    "acquit": ("acquitted", "acquitted"),
    "submit": ("submitted", "submitted"),
    "plead": ("pleaded", "pled"),
    "uphold": ("upheld",),
    "hold": ("held",),
    "strike": ("struck", "stricken"),
    "throw": ("threw", "thrown"),
    "withdraw": ("withdrew", "withdrawn"),
    "seek": ("sought",),
    "freeze": ("froze", "frozen"),
    "cancel": ("cancelled", "canceled"),
    "tell": ("told",),
    "cut": ("cut", "cut"),
    "shut": ("shut", "shut"),
    "give": ("gave", "given"),
    "make": ("made",),
    "send": ("sent",),
    "draw": ("drew", "drawn"),
    "redraw": ("redrew", "redrawn"),
    "withhold": ("withheld",),
    "override": ("overrode", "overridden"),
    "sell": ("sold",),
    "buy": ("bought",),
    "forbid": ("forbade", "forbidden"),
    "put": ("put", "put"),
    "keep": ("kept",),
    "leave": ("left",),
    "choose": ("chose", "chosen"),
    "go": ("went", "gone"),
    "speak": ("spoke", "spoken"),
    "come": ("came", "come"),
    "lay": ("laid",),
    "fight": ("fought",),
    "rewrite": ("rewrote", "rewritten"),
    "shun": ("shunned",),
    "snub": ("snubbed",),
    "prod": ("prodded",),
    "skip": ("skipped",),
}
DOUBLED = listed(
    "beg plan expel scrap drop step commit acquit submit quit set begin "
    "cut shut put rebut ban bar defer tap permit transfer stop refer"
)  # the final consonant doubles before -ing and -ed


def forms(verb: str) -> dict[str, str]:
    """Return the written forms of a verb and what each is."""
    past: tuple[str, ...] = IRREGULAR.get(verb, ())
    stem = verb[:-1] if verb.endswith("e") else verb
    doubled = verb + verb[-1] + "ed" if verb in DOUBLED else ""
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        stem, third = verb[:-1] + "i", verb[:-1] + "ies"
    ing = (verb[:-1] if verb.endswith("e") else verb + verb[-1] if verb in DOUBLED else verb) + "ing"
    return {verb: "base", third: "s", ing: "ing", **dict.fromkeys(past or (doubled or stem + "ed",), "ed")}


def both_numbers(nouns: frozenset[str]) -> frozenset[str]:
    """Return nouns with the plurals that end in a mere -s or -ies."""
    plural = {n[:-1] + "ies" if n.endswith("y") and n[-2] not in "aeiou" else n + "s" for n in nouns}
    return nouns | {n for n in plural if not n.endswith(("ss", "ings"))}
