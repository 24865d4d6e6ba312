"""Text into words with exact offsets, the way the UD English treebanks cut them.

Clitics stand alone (do n't, Kent 's), hyphens and marks are words of their own
(save after a bound prefix: anti-war), abbreviations keep their stop. Any
Unicode text is cut; every character that is not white space is in one word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from crossread.text.listing import listed

# One code point for one, so offsets hold. Curly double marks stay: they tell an opening mark from a closing one.
_MODEL_FORM = str.maketrans(
    {
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
    }
)

# Abbreviations that keep their stop: titles, ranks and states (the AP Stylebook's, with plurals; no state that is a
# word too), company forms, months, streets, common Latin ones.
_ABBREVIATIONS = listed(
    "Mr Mrs Ms Mx Messrs Dr Drs Prof Profs St Sr Jr Gen Gens Lt Lts Col Cols Maj Capt Capts Cmdr Cdr Sgt Sgts Cpl Pvt"
    " Pfc Spc Adm Brig Sen Sens Rep Reps Gov Govs Pres Hon Rev Revs Fr Msgr Supt Insp Det Ofc Asst Atty Dist Ald Cllr"
    " Inc Ltd Co Corp Bros Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec vs etc al Ave Blvd Mt Ft"
    " Ala Ariz Calif Colo Conn Fla Ga Kan Ky Md Mich Minn Neb Nev Okla Tenn Tex Va Wis Wyo"
)
_CUT_SHORT = sorted(_ABBREVIATIONS | {short.upper() for short in _ABBREVIATIONS if short[0].isupper()})
# Abbreviations that keep their stop before a number: No. 10, pp. 3-4, c. 1900.
_BEFORE_NUMBERS = sorted(listed("No Nos nos p pp c ca vol Vol Sec Art Fig Ch"))
# Prefixes the treebanks leave on their word: anti-war, pro-Beijing, non-profit, ex-husband, re-elected.
_PREFIXES = sorted(listed("anti pro non ex re co pre post pan e un mid sub inter multi semi"))

_LETTER = r"[^\W\d_]"
# Atomic groups, not possessive ones: before Python 3.11.5 such a group keeps what its last, failed turn took ("48,").
_WORD = re.compile(
    rf"""
      https?://\S*[\w/] | www\.\S*[\w/]                          # addresses on the web
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                               # and for mail
    | [@\#]\w+
    | (?<!\w)(?:{_LETTER}\.){{2,}}                               # U.S., a.m.
    | (?<!\w)(?:{"|".join(_CUT_SHORT)})\.(?=\s|,|$)
    | (?<!\w)(?:{"|".join(_BEFORE_NUMBERS)})\.(?=\s*\d)
    | (?<!\w)[A-Z]\.(?=\s+[A-Z])                                 # initials
    | (?<!\w)v\.(?=\s+[A-Z])                                     # Roe v. Wade
    | \d++(?>(?:[.,:/]\d+)*)(?>(?:st|nd|rd|th|s)?)(?!\w) | \d+(?:[.,]\d+)*
    | (?<!\w)(?i:{"|".join(_PREFIXES)})-{_LETTER}+(?!['\u2019])
    | (?<!\w)(?i:can)(?=not\b)
    | (?i:n['\u2019]t)\b | {_LETTER}+?(?=(?i:n['\u2019]t)\b)
    | ['\u2019](?i:s|re|ve|ll|d|m)\b
    | (?<!\w)(?i:o|d|l)['\u2019]{_LETTER}[\w\u0300-\u036f]*        # O'Brien, d'Or
    | (?<!\w)[A-Z][^\W\d_]+['\u2019](?!(?i:s|re|ve|ll|d|m|t)\b){_LETTER}++    # Shi'ite
    | [^\W_][^\W_\u0300-\u036f]*[\u0300-\u036f\w]*?(?=(?i:n['\u2019]t)\b)
    | [^\W_](?:[^\W_]|[\u0300-\u036f])*
    | \.{{2,}} | -{{2,}} | [!?]{{2,}} | ['\u2018\u2019]{{2}} | \S    # two single marks are a double one
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its half-open range of code points, its text, and whether white space comes before it."""

    start: int
    end: int
    text: str
    spaced: bool


def model_form(text: str) -> str:
    """Return `text` as the model reads it: straight single marks and dashes, plain spaces, same length."""
    return text.translate(_MODEL_FORM)


def words(text: str) -> tuple[Word, ...]:
    """Cut `text` into words. Offsets are exact: `text[w.start:w.end] == w.text`."""
    return tuple(
        Word(m.start(), m.end(), m.group(), m.start() == 0 or text[m.start() - 1].isspace())
        for m in _WORD.finditer(text)
    )
