"""Datelines: place, day and agency at the head of a report, none of what it tells; so are headings in capitals.

Forms after the stylebooks of AP, Reuters and AFP, and as pages print them: "LONDON (Reuters) -", "PARIS, Texas,
May 3 —", "Washington (CNN) Lawmakers …", "(AP) —".
"""

from __future__ import annotations

import re
from dataclasses import replace

from crossread.record.analysis import Analysis, Sentence
from crossread.record.span import Span

# A place in capitals, or several ("LONDON/PARIS"), its state or country, the day; so begin headings that run in, too.
_WITHIN = r"(?:,? [A-Z][a-z][\w.]*(?: [A-Z][\w.]+){0,2})?"
_PLACE = rf"[A-Z][A-Z.'’-]+(?:(?: |/|, |{_WITHIN}/)[A-Z\d][A-Z\d.'’-]*){{0,12}}"
_DAY = r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
_BY = r"\([A-Z][^()\n]{1,38}\)"
_DASH = r"(?: ?(?:—|–|―|--?)[ \n]+|—)"
# Who is credited so without a dash behind.
_AGENCY = r"\((?:CNN(?: ?Business|Money| Philippines)?|Reuters|REUTERS|AP|AFP|UPI|Associated Press|CBS News|CBS/AP)\)"
_DATELINE = re.compile(
    rf"(?:{_PLACE}{_WITHIN}{_DAY}(?: ?{_BY})?{_DASH}"
    rf"|(?:{_PLACE}|[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}}){_WITHIN}{_DAY} ?{_AGENCY}(?:{_DASH}|\s+)"
    rf"|{_BY}{_DASH}|{_AGENCY}\s+|\([A-Z]{{2,8}}\)\s+)(?=[A-Z\d\"“‘'\[$£€])"
)


def behind_dateline(text: str, span: Span) -> Span:
    """Return a part of a text without the dateline at its head; the part itself where it has none."""
    found = _DATELINE.match(text, span.start, span.end)
    return Span(found.end(), span.end) if found else span


def without_dateline(text: str, analysis: Analysis, sentence: Sentence) -> Sentence:
    """Return a sentence without the dateline at its head."""
    words = behind_dateline(text, sentence.span)
    if words.start == sentence.start:
        return sentence
    return replace(sentence, start=words.start, first=analysis.tokens_in(words).start)
