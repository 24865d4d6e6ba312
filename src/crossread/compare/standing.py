"""Whether a sentence stands alone: read without its neighbours, it leaves nothing open."""

from __future__ import annotations

import re

from crossread.compare.clauses import SUBJECTS, has_subject, is_complete
from crossread.record.analysis import Analysis, Sentence
from crossread.record.annotation import Account
from crossread.record.article import Role
from crossread.text.words import word_set

# Words that lean on the sentence before: conjunctions and adverbs that go on from it.
_CONTINUING = re.compile(
    r"^[\"'“‘]?(?:but|and|or|yet|so|however|meanwhile|instead|also|then|still|nevertheless|nonetheless|moreover|"
    r"furthermore|besides|therefore|thus|hence|similarly|likewise|otherwise|afterwards?|later|earlier|there|here|"
    r"such|both|neither|either|another|one|some|others?|those|these|this|that|it|as a result|in addition|"
    r"for example|for instance|after that|the former|the latter|asked|in fact|indeed|of course|in short|"
    r"apparently|perhaps|maybe|clearly|obviously)\b",
    re.IGNORECASE,
)
_PRONOUNS = word_set("he she they him her them his hers their theirs it its")
_FIRST_PERSON = re.compile(r"(?<![\w-])(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us|[Yy]ou|[Yy]our)(?![\w-])")
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]|‘[^’]*’(?!\w)")
_RELATIVE_DAYS = re.compile(
    r"\b(?:yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening|week|month))\b",
    re.IGNORECASE,
)
# What sets a picture's words apart from the story's, where a page ran them together.
_PICTURED = re.compile(r"\bpictured\b|\bimage (?:copyright|caption)\b|\bphoto(?:graph)?:", re.IGNORECASE)
_END = re.compile(r"[.!][\"'”’)\]]*$")
# Fewest and most words of a sentence that is shown alone.
SHORT, LONG = 9, 45


def stands_alone(account: Account, sentence: Sentence) -> bool:
    """Whether the sentence is whole, tells something, and points at nothing outside itself."""
    text = account.text[sentence.start : sentence.end].strip()
    paragraph = account.article.paragraph_at(sentence.start)
    if paragraph is None or paragraph.role is not Role.BODY or not SHORT <= len(text.split()) <= LONG:
        return False
    if (
        not _END.search(text)
        or not (text[0].isupper() or text[0].isdigit())
        or _CONTINUING.match(text)
        or "\n" in text
    ):
        return False
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        return False
    if _PICTURED.search(text):
        return False
    told = _QUOTED.sub(" ", text)
    if _FIRST_PERSON.search(told) or len(told.split()) * 2 < len(text.split()):
        return False
    return _whole(account.analysis, sentence) and not _points_back(account, sentence)


def leaning(account: Account, sentence: Sentence) -> int:
    """Count what a reader would miss a little: days without a date, surnames without a first name."""
    text = account.text[sentence.start : sentence.end]
    surnames = re.findall(r"\b(?:Mr|Mrs|Ms|Miss)\.? [A-Z]", text)
    also = re.findall(r"\b(?:also|too|again)\b", text)
    return len(_RELATIVE_DAYS.findall(text)) + len(surnames) + len(also)


def _whole(analysis: Analysis, sentence: Sentence) -> bool:
    roots = [i for i in range(sentence.first, sentence.last) if analysis.tokens[i].head == i]
    return any(has_subject(analysis, root) and is_complete(analysis, root) for root in roots)


def _points_back(account: Account, sentence: Sentence) -> bool:
    """Whether a pronoun or a bare "the meeting" refers to something before the sentence."""
    analysis = account.analysis
    seen_name = False
    for index in range(sentence.first, sentence.last):
        token = analysis.tokens[index]
        if token.upos == "PRON" and token.text.lower() in _PRONOUNS and not seen_name and token.dep != "expl":
            return True
        if token.upos in {"PROPN", "NOUN"}:
            seen_name = True
        if token.dep.split(":")[0] in SUBJECTS and _bare_definite(analysis, index):
            return True
    return False


# Definite nouns that everybody can place without being told: institutions and offices there is one of.
_UNIQUE = word_set("""police government army military court parliament congress senate president king queen pope
public world country nation economy internet weather sun moon media press""")


def _bare_definite(analysis: Analysis, index: int) -> bool:
    """Whether the noun is "the" or a demonstrative and itself alone, so that only what came before says which."""
    token = analysis.tokens[index]
    if token.upos != "NOUN" or token.lemma.lower() in _UNIQUE:
        return False
    children = analysis.children(index)
    definite = any(
        analysis.tokens[i].text.lower() in {"the", "this", "that", "these", "those"} for i in children
    )
    telling = [
        i
        for i in children
        if analysis.tokens[i].dep.split(":")[0] not in {"det", "punct", "case", "cc", "conj"}
    ]
    return definite and not telling
