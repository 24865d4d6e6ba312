"""Run-ons: stretches of a long line in which captions run into the story without a full stop.

A page flattened into one line keeps the full stops of its sentences and
loses the line breaks around its captions, so a caption and the sentence
after it look like one sentence. Such a stretch is told from an ordinary
sentence by two things together: a cue of captions ("(left)", "pictured",
"(Jo Bloggs/Reuters)") and a boundary at which, after a word that ends no
sentence, a new sentence plainly begins. One without the other proves nothing:
the stretch stays body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossread.ingest import cues
from crossread.ingest.cues import AGENCY, PLATFORM
from crossread.record.article import Role
from crossread.record.span import Span

# Lines shorter than this come from pages that kept their line breaks, where whole lines are captions.
# 300 to 600 tried: the paragraphs of such pages seldom reach 450, and hold no run-ons.
LONG_LINE = 450
# How far a run-on's captions may reach, in characters. A chain of eleven captions had 1,300; 600 to 2000 tried.
_LONGEST_RUN_ON = 2000

_NO_STOP = "".join(
    rf"(?<!\b{short})"
    for short in (
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "St",
        "Sgt",
        "Rep",
        "Sen",
        "Gov",
        "Lt",
        "Gen",
        "Jr",
        "[A-Z]",
        "vs",
        "No",
    )
)
# A closing mark may stand apart ("at this time. ” The next").
_STOP = re.compile(
    _NO_STOP + r"[.!?…][\"”’')\]#*]*(?:\[\d+\])*(?: [\"”](?=\s))?(?=\s+[\"“‘'(#-]*[A-Z0-9]|\s*\Z)"
)

# A capital in the middle of a line, after a word that ends no sentence, shows where a caption ends and the story
# goes on: on a word that names nothing; …
_OPENER = (
    r"(?:The (?=[a-z])|(?:A|An|In|But|He|She|They|It|Its|His|Her|Their|We|This|That|These|Those|There|When|While|After"
    r"|Before|As|At|On|Despite|Following|During|Under|Providing|With|For|By|If|Last|Once|Because|Until|Even|Since|Although|However|Meanwhile|According|Some|Many|Speaking|Asked|Both|All|Earlier|Dozens"
    r"|Hundreds|Thousands|Most|Several|Two|Three|Four|Five|Six|More|Then|Now|Local|Officials|Witnesses),? )"
)
# … on a name that is the subject of what follows, after a word that does not lead up to a name; …
# Ends no sentence: "F." and "St" may stand in a name, "Jones." not.
_NAME_WORD = r"[A-Z](?:\.|[\w'’-]+(?:\.\w+)*)"
_SUBJECT = (
    r"(?:" + _NAME_WORD + r" (?:[a-z]+ )?){1,6}?(?:" + _NAME_WORD + r", [^,.!?]{3,60}, )?(?:\([A-Z]+\) )?"
    r"(?:said|says|told|added|tweeted|wrote|has|have|had|was|were|is|are|will|leads|led)\b"
)
_LEADS_TO_NAME = (
    r"(?:of|in|on|at|by|for|from|to|with|within|into|onto|over|under|near|outside|inside|against|about|around|between"
    r"|across|through|during|before|after|since|until|via|per|than|like|and|or|but|nor|so|yet|if|as|because|while"
    r"|when|where|who|whom|whose|which|that|whether|the|a|an|this|these|his|her|their|its|our|my|your|said|says|say"
    r"|told|tells|claims?|claimed|believes?|thinks?|hopes?|hoped|warns?|warned|knows?|is|are|was|were|be|been|has"
    r"|have|had|not|former|late|president|king|queen|prince|city|town|village|sir|[a-z]+(?:er|or|man|woman|ist|ian|ant"
    r"|ent|men|ers|ors))"
)
JUNCTION = re.compile(
    r"(?<=[a-z0-9)’'\"”]) (?=" + _OPENER + ")|(?<=[a-z]day) (?=The [A-Z])"
    r"|\b(?!" + _LEADS_TO_NAME + r" )[a-z][\w'’-]* (?=" + _SUBJECT + ")"
)
# … after a cue also on words spoken, …
_SPOKEN = re.compile(
    r"\b(?!(?i:"
    + _LEADS_TO_NAME
    + r"|add(?:s|ed)|read(?:s|ing)?|wrote|called|titled|named|nicknamed|dubbed) )"
    r"[\w’'-]*\w\)? (?=[\"“‘'][A-Z])"
)
# … on a capital after such words (a nickname is one word), …
_QUOTED = re.compile(r"[\"“][^\"“”.!?]{1,80} [^\"“”.!?]{1,80}[\"”] (?=[A-Z][\w’-]* )")
# … on a subject with an article after a name, …
_ARTICLE = re.compile(
    r"\b[A-Z][\w’-]+ (?=The (?:" + _NAME_WORD + r" ){1,5}(?:\([A-Z]+\) )?(?:said|says|has|had|was|is|will)\b)"
)
# … or on somebody with a title, after a name; a title and a name inside a clause follow a lower-case word.
_TITLED = re.compile(
    r"\b(?!(?:And|But|When|While|As|If|For|With) )[A-Z][\w’-]+ (?=(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][\w’-]+)"
)
_NAMED = re.compile(
    r"(?P<before>\b[\w’-]+)[)’'\"”]? (?=(?P<title>(?:Mr|Mrs|Ms|Miss|Dr)\.? )?(?P<name>[A-Z][\w-]{2,})[ ’'])"
)
# Capitalised words that recur without being anybody's name.
_NO_SURNAME = re.compile(
    r"(?:The|This|That|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|North|South|East|West|New)\Z"
)
_OCCUPATION = r"[a-z]+(?:er|or|man|woman|ist|ian)"
_VERB = re.compile(
    r"(?:[a-z]+ed|led|has|had|have|was|were|is|are|will|said|says|told|won|took|made|gave|went|left)\b"
)

# Words that say where in a picture somebody is.
_PLACE = re.compile(
    cues.CAPTION_PLACE.pattern
    + r"|\((?:right|left|top|bottom|inset), (?:pictured|seen)\b[^()]{0,60}\)"
    + r"|\(pictured\b[^()]{0,60}\)|\(L-R\)|, (?:far )?(?:left|right),|, left and right\b"
    + r"|\b(?:from )?left to right\b|, pictured\b|(?<!was )(?<!were )(?<!been )(?<!are )(?<!is )(?<!be )"
    r"\bpictured (?:left|right|with|at|in|on|here|above|below|together|centre|center)\b",
    re.IGNORECASE,
)
_MAKER = r"(?:" + AGENCY + "|" + PLATFORM + r"|BBC|ITN|ITV|Sky News|The [A-Z][\w ]{2,24}(?:Post|Times|News))"
# "(BBC/ITN)", "(Melina Jones/The Daily Post)", "(Jo Bloggs/Pool via AP)"
_CREDIT = re.compile(
    r"\((?:[\w.'’ -]{2,40}(?:/| via | for ))*" + _MAKER + r"(?:[/ ]" + _MAKER + r")*(?:/[\w.'’ -]{2,30})?\)"
    r"(?=\s+[\"“‘']?[A-Z]|\s*\Z)"
)
# "Photograph: Jo Bloggs/EPA"
_PHOTOGRAPH = re.compile(
    r"(?:Photograph|Photo credit|Picture): (?:[\w.'’-]+ ){0,4}?(?:[\w.'’-]+/)?"
    + AGENCY
    + r"(?:/"
    + AGENCY
    + r")?"
    r"(?=\s+[\"“‘']?[A-Z]|\s*\Z)"
)
# On a page with so many such credits, other names in brackets before a capital are credits too. 1 to 3 tried.
_CREDIT_HABIT = 2
_HOUSE_CREDIT = re.compile(r"(?<=[\w’'\"”]) \((?:[A-Z][\w’'-]+ ){1,4}[A-Z][\w’'-]+\)(?= [\"“‘']?[A-Z])")
# A dateline has the same form: "SAO PAULO (AP) -- ", "LONDON (Reuters) The".
_DATELINE = re.compile(r"(?:\A|[.!?\"”’)–—-]\s*|\s)(?:[A-Z][A-Z.]+,? ?){1,4}(?:[A-Z][a-z]+\.? )?\Z")
# Agencies that stand beside pictures alone, so that the bare name after a caption is a credit.
_PICTURE_AGENCY = (
    r"(?:Getty Images|Getty|EPA|AFP/Getty(?: Images)?|PA Wire|PA:Press Association|AP:Associated Press|REX|REUTERS"
    r"|Rex Features|Shutterstock|Alamy|Barcroft(?: Media)?|SWNS|WENN|Splash News)"
)
_BARE_CREDIT = re.compile(
    r"(?<=[a-z0-9’)]) (?:[A-Z][\w.-]+ [A-Z][\w.-]+/)?" + _PICTURE_AGENCY + r"(?= " + _OPENER + r")"
)
_CREDIT_FIRST = re.compile(
    r"[\"”’' ]*" + _PICTURE_AGENCY + r" (?=(?:The|A|An|This|These|Two|Three|[A-Z]\w+ [a-z]))"
)
_REPORTED = re.compile(r"\b(?:told|tells|by|from|to|via|the|and|or|with|in|on|of|at|for|says|said)\Z")


def stretches(text: str, line: Span) -> Iterator[Span]:
    """Yield what stands between the full stops of `line`, in text order, without white space before it."""
    start = line.start
    for stop in _STOP.finditer(text, line.start, line.end):
        yield from _stretch(text, start, stop.end())
        start = stop.end()
    yield from _stretch(text, start, line.end)


def _stretch(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    if start < end:
        yield Span(start, end)


def captions(text: str, line: Span) -> Iterator[tuple[Span, Role, str]]:
    """Yield the captions of a long line that run into its sentences, and their credits, each with the reason."""
    if len(line) < LONG_LINE:
        return
    credits = [match.span() for match in _CREDIT.finditer(text, line.start, line.end)]
    if len(credits) >= _CREDIT_HABIT:
        credits.extend(match.span() for match in _HOUSE_CREDIT.finditer(text, line.start, line.end))
    credits.extend(match.span() for match in _PHOTOGRAPH.finditer(text, line.start, line.end))
    credits.extend(
        match.span()
        for match in _BARE_CREDIT.finditer(text, line.start, line.end)
        if not _REPORTED.search(text, line.start, match.start())
    )
    for stretch in stretches(text, line):
        for start, end in credits:
            if stretch.start <= start < stretch.end:
                yield from _credited(text, line, stretch, Span(start, min(end, stretch.end)))
        yield from _opened(text, stretch)
        yield from _placed(text, stretch)


def _credited(text: str, line: Span, stretch: Span, credit: Span) -> Iterator[tuple[Span, Role, str]]:
    """Yield what a picture credit in `stretch` closes; a dateline and a signature at the end are none."""
    words = text[stretch.start : credit.start]
    if (
        _stands_for(text[credit.start : credit.end], words)
        or _DATELINE.search(words)
        or (words.strip() and not re.search(r"\b[a-z]{2}", words))
    ):
        return
    if not words.strip(" \"”’'"):
        yield credit, Role.CREDIT, "picture credit"
    elif credit.end < line.end:
        yield Span(stretch.start, credit.end), Role.CAPTION, "ends in a picture credit"


def _stands_for(brackets: str, words: str) -> bool:
    """Whether the brackets shorten the name before them: "the Port Authority (PA)"."""
    letters = brackets.strip(" ()")
    name = words.split()[-len(letters) :] if letters.isupper() and letters.isalpha() else []
    return bool(name) and "".join(word[0] for word in name).upper() == letters


def _opened(text: str, stretch: Span) -> Iterator[tuple[Span, Role, str]]:
    """Yield the caption that follows a picture credit at the beginning of `stretch`."""
    first = _CREDIT_FIRST.match(text, stretch.start, stretch.end)
    if first:
        end = boundary(text, Span(min(first.end() + 4, stretch.end), stretch.end))
        if end is not None:
            yield Span(stretch.start, end), Role.CAPTION, "begins with a picture credit"


def _placed(text: str, stretch: Span) -> Iterator[tuple[Span, Role, str]]:
    """Yield the part of a run-on that says who is where in a picture; all of it if nothing ends that part."""
    # "(R)" is a party, "(c)" a point of a list, as often as a place.
    places = [place for place in _PLACE.finditer(text, stretch.start, stretch.end) if len(place[0]) > 3]
    if not places:
        return
    first, last = places[0], places[-1]
    end = boundary(text, Span(last.end(), stretch.end))
    if end is not None:
        if end - stretch.start <= _LONGEST_RUN_ON:
            yield Span(stretch.start, end), Role.CAPTION, "says who is where in the picture"
        return
    leads_in = boundary(text, Span(min(stretch.start + 12, first.start()), first.start()))
    between = boundary(text, Span(first.end(), max(first.end(), last.start())))
    if leads_in is not None or between is not None:
        yield stretch, Role.CAPTION, "runs on, and says who is where in the picture"


def boundary(text: str, within: Span) -> int | None:
    """Return where in `within` a sentence of the story begins after a word that ended none."""
    ends = [
        match.end()
        for pattern in (JUNCTION, _SPOKEN, _QUOTED, _ARTICLE, _TITLED)
        if (match := pattern.search(text, within.start, within.end)) is not None
    ]
    ends.extend(_repeated_names(text, within))
    return min(ends, default=None)


def _repeated_names(text: str, within: Span) -> Iterator[int]:
    """Yield where a name told before is a subject: "(left) after he won in Brazil Hamilton led the race"."""
    for match in _NAMED.finditer(text, within.start, within.end):
        name, before = match["name"], match["before"]
        if name not in text[: match.start("name")] or _NO_SURNAME.match(name):
            continue
        verb = _VERB.match(text, match.end("name") + 1)
        lower = before[:1].islower() and not re.fullmatch(_LEADS_TO_NAME, before)
        if match["title"]:
            if lower or re.fullmatch(_OCCUPATION, before):
                yield match.start("title")
                return
        elif verb and (lower or (before[:1].isupper() and text.count(f"{before} {name}") == 1)):
            yield match.start("name")
            return
