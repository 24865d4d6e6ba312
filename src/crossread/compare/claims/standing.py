"""Whether a sentence stands alone: read without its neighbours, it leaves nothing open."""

from __future__ import annotations

import re
from collections.abc import Container

from crossread.compare.claims.meaning import REPORTING
from crossread.compare.claims.pointing import OF_PEOPLE, bare_definite, unplaced
from crossread.compare.once import once, quoted_spans
from crossread.record.analysis import FINITE, Analysis, Sentence
from crossread.record.annotation import Account, EntityType, Mention, MentionForm
from crossread.record.article import Role
from crossread.record.span import Span
from crossread.text.listing import listed

# Words that lean on the sentence before: conjunctions and adverbs that go on from it.
_CONTINUING = re.compile(
    r"^[\"'“‘]?(?:but|and|or|yet|so|however|meanwhile|instead|also|then|still|nevertheless|nonetheless|moreover|"
    r"furthermore|besides|therefore|thus|hence|similarly|likewise|otherwise|afterwards?|later|earlier|there|here|"
    r"such|both|neither|either|another|one|some|others?|those|these|this|that|it|as a result|in addition|"
    r"for example|for instance|after that|the former|the latter|asked|in fact|indeed|of course|in short|"
    r"to the contrary|on the contrary|by contrast|in contrast|in turn|in response|subsequently|that said|"
    r"apparently|perhaps|maybe|clearly|obviously|consequently|accordingly|subsequently)\b",
    re.IGNORECASE,
)
_HONORIFICS = listed("Mr Mrs Ms Miss Mister")
_FIRST_PERSON = re.compile(r"(?<![\w-])(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us|[Yy]ou|[Yy]our)(?![\w-])")
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]|‘[^’]*’(?!\w)")
# A single mark that opens a quotation, and none that closes it.
_UNCLOSED = re.compile(r"(?<![\w’'])['‘](?=[A-Z])[^'’]*(?:\w['’]\w[^'’]*)*$")
_RELATIVE_DAYS = re.compile(
    r"\b(?:yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening|week|month))\b",
    re.IGNORECASE,
)
# What sets a picture's words apart from the story's, where a page ran them together.
_PICTURED = re.compile(
    r"\bpictured\b|\bimage (?:copyright|caption)\b|\bphoto(?:graph)?:|, (?:left|right|cent(?:er|re)),"
    r"|\bposes? for (?:an? )?(?:picture|photo|portrait)",
    re.IGNORECASE,
)
# What the sentence does not tell itself: "did so", "if you do, …", "the following statement"; what the page says of
# its own text.
_ELSEWHERE = re.compile(
    r"\b(?:do|does|did|done|doing) so\b|\b[Ii]f \w+ (?:do|does|did)\b(?=[,.;])"
    r"|\bthe following\b|\bas follows\b|^[A-Z]{4,}:"
    r"|, (?:however|meanwhile|though|therefore|nevertheless|nonetheless|moreover|furthermore|consequently|in turn),"
)
_END = re.compile(r"[.!][\"'”’)\]]*$")
# Short words after which a sentence mostly goes on: titles, and American states as the press shortens them.
ABBREVIATED = re.compile(
    r"\b(?:No|Mr|Mrs|Ms|Dr|St|Govs?|Sens?|Reps?|Lt|Col|Gen|Sgt|Rev|Prof|vs|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill"
    r"|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.$"
)
_MARKS = "\"'“”‘’ "
# Fewest and most words of a sentence that is shown alone.
SHORT, LONG = 9, 55
SHORT_QUOTED = 6


def stands_alone(
    account: Account,
    sentence: Sentence,
    placed: Container[str] = (),
    *,
    known: Container[int] = (),
    quoting: bool = False,
) -> bool:
    """Whether the sentence is whole, tells something, and points at nothing outside itself.

    `placed` are the nouns that the story itself places ("the tram"), `known` the
    pronouns of which it is known whom they mean; with `quoting` the sentence may
    be mostly a quotation.
    """
    nouns = _unplaced_if_whole(account, sentence, quoting=quoting)
    if nouns is None and known and _is_whole(account, sentence, quoting=quoting):
        nouns = unplaced(account, sentence.first, sentence.last, known)
    return nouns is not None and all(noun in placed for noun in nouns)


@once
def _unplaced_if_whole(account: Account, sentence: Sentence, *, quoting: bool) -> frozenset[str] | None:
    """Return the nouns that the story must place for a sentence to stand alone, None where it cannot.

    In a quotation a speaker may say "it" and "the plan", but neither "him" nor "about that".
    """
    if not _is_whole(account, sentence, quoting=quoting):
        return None
    quotes = [span for span in quoted_spans(account) if quoting and span.overlaps(sentence.span)]
    said = {
        i
        for span in quotes
        for i in account.analysis.tokens_in(span)
        if i > sentence.first + 1 and account.analysis.lower[i] not in OF_PEOPLE
    }
    return unplaced(account, sentence.first, sentence.last, said, quoting=quoting)


@once
def _is_whole(account: Account, sentence: Sentence, *, quoting: bool) -> bool:
    """Whether the sentence is whole and tells something, whatever its words refer to."""
    text = account.text[sentence.start : sentence.end].strip()
    paragraph = account.article.paragraph_at(sentence.start)
    least = SHORT_QUOTED if quoting else SHORT
    if paragraph is None or paragraph.role is not Role.BODY or not least <= len(text.split()) <= LONG:
        return False
    if (
        not _END.search(text)
        or ABBREVIATED.search(text)
        or not _begins(text.lstrip("\"“‘'") if quoting else text)
        or (_CONTINUING.match(text) and not (quoting and text[0] in _MARKS))
        or "\n" in text
    ):
        return False
    if not (marks_closed(text) or (quoting and marks_closed(text.strip(_MARKS)))):
        return False
    if _PICTURED.search(text) or _ELSEWHERE.search(text):
        return False
    told = _own_words(account, sentence) if quoting else _QUOTED.sub(" ", text)
    if _FIRST_PERSON.search(told) or (not quoting and len(told.split()) * 2 < len(text.split())):
        return False
    return _whole(account.analysis, sentence) and not _frames_nothing(account.analysis, sentence)


def in_first_person(text: str) -> bool:
    """Whether words say "I" or "you" other than in quotation marks."""
    return bool(_FIRST_PERSON.search(_QUOTED.sub(" ", text)))


def _own_words(account: Account, sentence: Sentence) -> str:
    """Return the words of a sentence that no quotation holds; one may begin or end in another sentence."""
    text = account.text
    at, kept = sentence.start, list[str]()
    for span in sorted(span for span in quoted_spans(account) if span.overlaps(sentence.span)):
        kept.append(text[at : max(at, span.start)])
        at = max(at, span.end)
    return " ".join([*kept, text[at : sentence.end]])


def marks_closed(text: str) -> bool:
    """Whether each quotation mark has its other one."""
    return not (text.count('"') % 2 or text.count("“") != text.count("”") or _UNCLOSED.search(text))


def people_named(account: Account, span: Span) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of the full names of people in `span`, and the single names that stand there without them.

    "Senator Hill" says who it is; "Ms Hill" does not.
    """
    named = [
        mention
        for mention in account.annotation.mentions
        if mention.type is EntityType.PERSON
        and mention.form is MentionForm.NAME
        and span.contains(mention.span)
    ]
    full = frozenset(w for m in named if len(m.name.split()) > 1 for w in m.name.split())
    single = [m for m in named if len(m.name.split()) == 1]
    return full, frozenset(m.name for m in single if not _has_office(account, m)) - full


def _has_office(account: Account, mention: Mention) -> bool:
    """Whether a title of office stands with a single name: "Senator Hill", not "Ms Hill"."""
    tokens = account.analysis.tokens
    inside = account.analysis.tokens_in(mention.span)
    around = [tokens[i] for i in range(max(0, inside.start - 1), inside.stop) if i != inside.stop - 1]
    titles = [t for t in around if t.upos in {"PROPN", "NOUN"} and t.text[0].isupper()]
    return any(title.text.rstrip(".") not in _HONORIFICS for title in titles)


def leaning(account: Account, sentence: Sentence) -> int:
    """Count what a reader would miss a little: days without a date, surnames alone, "the meeting" without which."""
    text = account.text[sentence.start : sentence.end]
    surnames = re.findall(r"\b(?:Mr|Mrs|Ms|Miss)\.? [A-Z]", text)
    also = re.findall(r"\b(?:also|too|again)\b", text)
    bare = [i for i in range(sentence.first, sentence.last) if bare_definite(account, i)]
    return len(_RELATIVE_DAYS.findall(text)) + len(surnames) + len(also) + len(bare)


def open_nouns(account: Account, span: Span) -> int:
    """Count the nouns in some words that only what came before explains: "the meeting", "the event"."""
    return sum(bare_definite(account, i) for i in account.analysis.tokens_in(span))


def _whole(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a verb is finite that does not hang on another one as an adverb or relative clause.

    Parsers lose the root behind a dateline and in "A gunman opened fire", so that the root alone proves nothing.
    """
    inside = [i for i in range(sentence.first, sentence.last) if analysis.tokens[i].tag in FINITE]
    verbs = {analysis.tokens[i].head if analysis.tokens[i].dep in {"aux", "cop"} else i for i in inside}
    return any(analysis.tokens[i].dep not in {"advcl", "acl:relcl"} for i in verbs)


def _begins(text: str) -> bool:
    """Whether a text begins as a sentence does, with a capital or a figure."""
    return text[:1].isupper() or text[:1].isdigit()


def _frames_nothing(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the sentence only says that somebody said: "the minister asked at a news conference"."""
    for index in range(sentence.first, sentence.last):
        token = analysis.tokens[index]
        if token.head == index and token.lemma.lower() in REPORTING | {"ask"}:
            told = ("ccomp", "obj", "xcomp", "parataxis", "nsubj:pass", "advcl", "csubj")
            return not analysis.children(index, *told)
    return False
