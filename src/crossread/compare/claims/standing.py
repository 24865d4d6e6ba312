"""Whether a sentence stands alone: read without its neighbours, it leaves nothing open."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from crossread.compare.claims.clauses import SUBJECTS
from crossread.compare.claims.meaning import REPORTING
from crossread.compare.once import holders_of, once
from crossread.record.analysis import FINITE, Analysis, Sentence, is_dep
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
_PRONOUNS = listed("he she they him her them his hers their theirs it its")
_PERSONAL = listed("he she him her his hers")
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
# What the sentence does not tell itself: "did so", "the following statement"; what the page says of its own text.
_ELSEWHERE = re.compile(r"\b(?:do|does|did|done|doing) so\b|\bthe following\b|\bas follows\b|^[A-Z]{4,}:")
_DATELINE = re.compile(
    r"[A-Z][A-Z .,'’-]+(?:,? [A-Z][\w. ]+)?(?:/[A-Z][A-Z .,'’-]+)*(?: ?\([^()]{2,40}\))? ?[—–―-]+ (?=[A-Z])"
)
_END = re.compile(r"[.!][\"'”’)\]]*$")
# Short words after which a sentence mostly goes on: titles, and American states as the press shortens them.
ABBREVIATED = re.compile(
    r"\b(?:No|Mr|Mrs|Ms|Dr|St|Govs?|Sens?|Reps?|Lt|Col|Gen|Sgt|Rev|Prof|vs|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill"
    r"|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.$"
)
# Fewest and most words of a sentence that is shown alone.
SHORT, LONG = 9, 55


def stands_alone(
    account: Account, sentence: Sentence, placed: Container[str] = (), *, quoting: bool = False
) -> bool:
    """Whether the sentence is whole, tells something, and points at nothing outside itself.

    `placed` are the nouns that the story itself places ("the tram"); with
    `quoting` the sentence may be mostly a quotation.
    """
    unplaced = _unplaced_if_whole(account, sentence, quoting=quoting)
    return unplaced is not None and all(noun in placed for noun in unplaced)


@once
def _unplaced_if_whole(account: Account, sentence: Sentence, *, quoting: bool) -> frozenset[str] | None:
    """Return the nouns that the story must place for a sentence to stand alone, None where it cannot."""
    text = account.text[sentence.start : sentence.end].strip()
    paragraph = account.article.paragraph_at(sentence.start)
    if paragraph is None or paragraph.role is not Role.BODY or not SHORT <= len(text.split()) <= LONG:
        return None
    if (
        not _END.search(text)
        or ABBREVIATED.search(text)
        or not _begins(text.lstrip("\"“‘'") if quoting else text)
        or _CONTINUING.match(text)
        or "\n" in text
    ):
        return None
    if text.count('"') % 2 or text.count("“") != text.count("”") or _UNCLOSED.search(text):
        return None
    if _PICTURED.search(text) or _ELSEWHERE.search(text):
        return None
    told = _QUOTED.sub(" ", text)
    if _FIRST_PERSON.search(told) or (not quoting and len(told.split()) * 2 < len(text.split())):
        return None
    if not _whole(account.analysis, sentence) or _frames_nothing(account.analysis, sentence):
        return None
    return _unplaced(account, sentence.first, sentence.last)


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
    bare = [i for i in range(sentence.first, sentence.last) if _bare_definite(account, i)]
    return len(_RELATIVE_DAYS.findall(text)) + len(surnames) + len(also) + len(bare)


def open_nouns(account: Account, span: Span) -> int:
    """Count the nouns in some words that only what came before explains: "the meeting", "the event"."""
    return sum(_bare_definite(account, i) for i in account.analysis.tokens_in(span))


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
            told = analysis.children(
                index, "ccomp", "obj", "xcomp", "parataxis", "nsubj:pass", "advcl", "csubj"
            )
            return not told and not analysis.children(index, "nsubj:pass", "aux:pass")
    return False


def points_back(
    account: Account, first: int, last: int, known: Container[int] = (), placed: Container[str] = ()
) -> bool:
    """Whether a pronoun, a bare "the meeting", "those assaults" or "the same office" among the tokens from
    `first` to before `last` refers to something before them.

    `known` pronouns and `placed` nouns do not count.
    """
    unplaced = _unplaced(account, first, last, known)
    return unplaced is None or any(noun not in placed for noun in unplaced)


def _unplaced(account: Account, first: int, last: int, known: Container[int] = ()) -> frozenset[str] | None:
    """Return the bare definite nouns among some tokens, None where anything else refers to what is before them."""
    analysis = account.analysis
    if _names_one_of_many(analysis, first, last) or _goes_on(analysis, first, last):
        return None
    found = set[str]()
    seen = _Seen()
    holders = holders_of(account)
    begins = analysis.tokens[first].start < analysis.sentences[0].end
    for index in range(first, last):
        token, low = analysis.tokens[index], analysis.lower[index]
        if (token.upos == "PRON" or low in _LEANING) and (
            _demonstrates(analysis, index)
            or (index not in known and _leans(account, index, first, seen, holders))
        ):
            return None
        subject = token.dep.split(":", 1)[0] in SUBJECTS
        if token.upos in {"PROPN", "NOUN"} and low not in _TIMES:
            seen.name = True
            seen.subject |= subject
            named = holders.get(index, ())
            bare = token.upos == "PROPN" and all(m.type is EntityType.PERSON for m in named)
            seen.person |= bare or any(m.type is EntityType.PERSON for m in named)
        if token.upos == "NOUN" and _taken_up(analysis, index):
            return None
        # at the head of an account "the fire" is placed by what follows, nothing came before
        if subject and not begins and _bare_definite(account, index):
            found.add(token.lemma.lower())
    return frozenset(found)


_LEANING = listed("it they this that these those")


@dataclass(slots=True)
class _Seen:
    """What the tokens so far name: anything, a person, a subject."""

    name: bool = False
    person: bool = False
    subject: bool = False


def _leans(
    account: Account, index: int, first: int, seen: _Seen, holders: Mapping[int, Sequence[Mention]]
) -> bool:
    """Whether a pronoun stands for what was told before the tokens from `first` on."""
    analysis = account.analysis
    token, low = analysis.tokens[index], analysis.lower[index]
    if not seen.subject and _says_it(analysis, index):
        return True
    if token.upos == "PRON":
        told = seen.person if low in _PERSONAL else seen.name
        if low in _PRONOUNS and not told and token.dep != "expl":
            return True
        if _taken_from_before(account, token.span, analysis.tokens[first].start):
            return True
    return _it_of_none(analysis, index, first, holders)


def _taken_from_before(account: Account, pronoun: Span, start: int) -> bool:
    """Whether a pronoun is known to mean what nothing between `start` and it names."""
    mentions = account.annotation.mentions
    here = (mentions[number] for number in account.mentions_in(pronoun))
    chain = next((m.chain for m in here if m.form is MentionForm.PRONOUN and m.span == pronoun), None)
    if chain is None:
        return False
    before = (mentions[number] for number in account.mentions_in(Span(start, pronoun.start)))
    return not any(m.chain == chain and m.form is not MentionForm.PRONOUN for m in before)


def _goes_on(analysis: Analysis, first: int, last: int) -> bool:
    """Whether what is told comes after something told before: "the minister then described"."""
    return any(
        analysis.lower[i] == "then"
        and i < analysis.tokens[i].head
        and analysis.tokens[analysis.tokens[i].head].head == analysis.tokens[i].head
        for i in range(first, last)
    )


def _says_it(analysis: Analysis, index: int) -> bool:
    """Whether the token is "it" or "they" as the subject of the sentence: "Along with the firm, it plans …"."""
    token = analysis.tokens[index]
    above = analysis.tokens[token.head]
    return (
        analysis.lower[index] in {"it", "they"} and token.dep.startswith("nsubj") and above.head == token.head
    )


def _demonstrates(analysis: Analysis, index: int) -> bool:
    """Whether "this" or "that" stands for what was told before: "he says that will help", not "those who stay"."""
    token, low = analysis.tokens[index], analysis.lower[index]
    if low == "that" and token.dep == "mark":  # as parsers have it in "he says that will help"
        return analysis.tokens[token.head].head == index - 1 and analysis.tokens[index + 1].tag in FINITE
    points = token.tag == "DT" and low in {"this", "that", "these", "those"}
    if not points or token.dep.split(":")[0] not in {*SUBJECTS, "obj"}:
        return False
    return not analysis.children(index, "acl", "acl:relcl", "nmod")


def _it_of_none(analysis: Analysis, index: int, first: int, holders: Mapping[int, Sequence[Mention]]) -> bool:
    """Whether no one thing is named before "it", only several or a person.

    In "officials warn that it would cost lives" and "Tom Beck signed it" it is told of before.
    """
    token = analysis.tokens[index]
    if analysis.lower[index] != "it" or token.dep == "expl":
        return False
    nouns = [i for i in range(first, index) if analysis.tokens[i].upos in {"NOUN", "PROPN"}]
    return not any(
        analysis.tokens[i].tag in {"NN", "NNP"}
        and analysis.tokens[i].dep not in {"compound", "nmod:poss"}
        and analysis.tokens[i].lemma.lower() not in _TIMES
        and not any(mention.type is EntityType.PERSON for mention in holders.get(i, ()))
        for i in nouns
    )


# Words that pick one of those told before: "The other, Ann Hill, …", "Another was …", "The second pleaded …".
_PICKED = listed("other others second third former latter same")
_ONE_OF = listed("another one others two both neither")


def _names_one_of_many(analysis: Analysis, first: int, last: int) -> bool:
    """Whether the words begin with one or some of many told before, who have no noun of their own."""
    texts = analysis.lower[first : min(first + 3, last)]
    if texts[:1] == ("the",) and len(texts) > 2 and texts[1] in _PICKED:
        return texts[1] in ("other", "others", "same", "latter") or _no_noun(analysis, first + 2)
    return len(texts) > 1 and texts[0] in _ONE_OF and (texts[0] == "another" or _no_noun(analysis, first + 1))


def _no_noun(analysis: Analysis, index: int) -> bool:
    """Whether at `index` no noun or its adjective stands, but a mark or a verb."""
    return analysis.tokens[index].upos in {"PUNCT", "VERB", "AUX", "ADV"}


# Nouns of time, which "this" and "that" point at from the day of print, not from the sentence before.
_TIMES = listed(
    "day week weekend month year season summer spring autumn winter morning afternoon evening night time monday "
    "tuesday wednesday thursday friday saturday sunday"
)
_TAKING_UP = listed("this that these those such same")


def _taken_up(analysis: Analysis, index: int) -> bool:
    """Whether the noun is one told before: "those assaults", "the same office"."""
    up = [i for i in analysis.children(index) if i < index and analysis.lower[i] in _TAKING_UP]
    if not up or analysis.tokens[index].lemma.lower() in _TIMES:
        return False
    return any(
        is_dep(analysis.tokens[i].dep, ("det", "amod")) and analysis.tokens[i + 1].text != "-" for i in up
    )


def without_dateline(account: Account, span: Span) -> Span:
    """Return the sentence without "LONDON (Reuters) -" at its head."""
    found = _DATELINE.match(account.text, span.start, span.end)
    return Span(found.end(), span.end) if found else span


# Definite nouns that everybody can place without being told: institutions and offices there is one of.
_UNIQUE = listed("""suspect gunman attacker organiser organizer victim crowd
police government army military court parliament congress senate president king queen pope
public world country nation economy internet weather sun moon media press""")


# Sorts of people: an adjective or a place before them does not say who it is.
_SORTS = listed("""republican democrat conservative liberal libertarian independent lawmaker freshman newcomer native
billionaire millionaire mogul tycoon man woman boy girl teenager youngster veteran star singer actor actress rapper
player striker driver""")
# Adjectives that tell one from those before it, but not which it is.
_PASSING = listed(
    "new latest recent previous earlier later initial current final first second last next january february march "
    "april may june july august september october november december"
)
_PASSING_TIMES = _PASSING | _TIMES
_DEFINITE = listed("the this that these those")


def _bare_definite(account: Account, index: int) -> bool:
    """Whether the noun is "the" or a demonstrative and itself alone, so that only what came before says which.

    A time does not tell which either: "the June decision", "the latest attack".
    """
    analysis = account.analysis
    token = analysis.tokens[index]
    sort = token.lemma.lower() in _SORTS
    if not sort and (token.upos != "NOUN" or token.lemma.lower() in _UNIQUE):
        return False
    children = analysis.children(index)
    if sort:  # "the Florida Republican": there are many
        children = tuple(i for i in children if analysis.tokens[i].dep not in {"compound", "amod", "nummod"})
    if not any(analysis.lower[i] in _DEFINITE for i in children):
        return False
    timed = _timed(account)
    return not any(
        analysis.tokens[i].dep.split(":")[0] not in {"det", "punct", "case", "cc", "conj"}
        and analysis.lower[i] not in _PASSING_TIMES
        and i not in timed
        and not _set_off(analysis, i)
        for i in children
    )


@once
def _timed(account: Account) -> frozenset[int]:
    """Return the tokens within the words of times."""
    tokens, tokens_in = account.analysis.tokens, account.analysis.tokens_in
    spans = [time.span for time in account.annotation.times]
    return frozenset(i for span in spans for i in tokens_in(span) if span.contains(tokens[i].span))


def _set_off(analysis: Analysis, index: int) -> bool:
    """Whether a relative clause stands behind a comma: it tells more of the noun, not which one it is."""
    first = analysis.subtree(index)[0]
    before = analysis.tokens[first - 1].text if first else ""
    return analysis.tokens[index].dep == "acl:relcl" and "," in (before, analysis.tokens[first].text)
