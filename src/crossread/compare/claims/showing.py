"""Which words of an account stand for an assertion when it is shown: a clause that is whole, else its sentence.

A clause torn from its sentence says what nobody wrote ("as police surrounded",
"it sounds too good" without its "if"); the sentence is longer, and what was printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence

from crossread.compare.claims.clauses import SUBJECTS, Clause, phrase
from crossread.compare.claims.pointing import points_back
from crossread.compare.claims.standing import stands_alone
from crossread.compare.once import once
from crossread.record.analysis import Analysis, Sentence
from crossread.record.annotation import Account
from crossread.record.article import close_gaps
from crossread.record.span import Span, trimmed
from crossread.text.datelines import behind_dateline
from crossread.text.listing import listed
from crossread.text.sentences import whole_sentence

# Sentences with which an account begins.
BEGINNING = 3
# Fewest and most words of a clause that is shown alone.
SHORT, LONG = 5, 40
# Most of a clause that may be in marks: words of somebody's in a sentence of the account's own.
QUOTED = 0.4

_QUOTES = "\"'“”‘’"
_PAIRS = (('"', '"'), ("“”", "”"), ("()", ")"))
_BOUNDS = frozenset(".,;:!?–—()…")
# Relations of a clause that is somebody's assertion as it stands; what hangs below another verb is a part of its sense.
_STANDING = frozenset({"root", "conj", "parataxis", "ccomp"})
_DOUBLED = re.compile(r"\b(\w+(?: \w+)?) \1\b(?<!\bhad had)(?<!\bthat that)", re.IGNORECASE)
# Words that are written small inside a sentence: after a small letter a capital one begins another.
_RUN_ON = re.compile(
    r"[a-z] (?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Dozens|Hundreds|Thousands|Several|Many|Some|He|She|"
    r"They|It|But|This|That|These|There|After|When|While|In|On|At|Following|According) [a-z]"
)
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
# What ties a clause to the sentence before it, or to what it goes on with: "he lost not only his job".
_CONNECTED = re.compile(
    r"(?:.*\bnot (?:only|just|merely)"
    r"|in addition|for example|for instance|as a result|in fact|of course|in short|in turn|in response|in contrast"
    r"|by contrast|on the (?:other hand|contrary)|after that|however|meanwhile|instead|also|nevertheless|nonetheless"
    r"|moreover|furthermore|besides|therefore|thus|hence|similarly|likewise|otherwise|subsequently|consequently"
    r"|additionally|indeed|(?:just |only |some )?(?:\w+ )?(?:minutes|hours|days|weeks|months|years|laps|moments) later"
    r")\b",
    re.IGNORECASE,
)
# Words after a clause without which it says something else.
_TURNS = listed("if unless but except until whether than although though despite without")
# Words after a clause of what happened that begin another one, of what was at that time: it happened without them.
_TIMED = listed("after when as following")
# Conjunctions of side clauses that are so, if they are past: "as police surrounded it", not "as he said".
_FACTIVE = listed("after as while because since although though")
# What pages say of themselves.
_PAGE = re.compile(
    r"\b(?:this (?:article|story|page|report|video|live blog)\b|subscribe\b|newsletter\b|sign up\b|click here\b"
    r"|(?:file|handout) (?:photo|picture|image)\b|read more\b|follow us\b|in print on\b|scroll down\b"
    r"|all rights reserved)",
    re.IGNORECASE,
)


def closed(text: str, span: Span) -> Span:
    """Return the span with the mark or bracket that closes what opens in it."""
    after, inside = text[span.end : span.end + 2], span.of(text)
    for marks, closing in _PAIRS:
        if closing not in after:
            continue
        single = len(marks) == 1
        if inside.count(marks) % 2 if single else inside.count(marks[0]) > inside.count(marks[1]):
            return Span(span.start, span.end + after.index(closing) + 1)
    return span


def placed_nouns(accounts: Sequence[Account]) -> frozenset[str]:
    """Return the nouns with which a third of the accounts, at least two, begin: "the tram" is known by the story."""
    counts: Counter[str] = Counter()
    for account in accounts:
        first = account.sentences[:BEGINNING]
        tokens = [account.analysis.tokens[i] for s in first for i in range(s.first, s.last)]
        counts.update({token.lemma.lower() for token in tokens if token.upos == "NOUN"})
    return frozenset(noun for noun, count in counts.items() if count >= max(2, len(accounts) / 3))


def shown(
    account: Account,
    sentence: Sentence,
    clause: Clause,
    *,
    attributed: bool,
    known: Container[int] = (),
    placed: Container[str] = (),
) -> Span | None:
    """Return the words that can stand for the clause alone, None where there are none.

    `attributed` tells whether it is known who says the clause; what stands
    below a verb of saying is shown without it only then. `known` are the
    pronouns (by token) of which it is known whom they mean, `placed` the nouns
    that the story itself places.
    """
    alone = _stands(account, sentence, clause, attributed=attributed)
    if alone and (span := _clause(account, sentence, clause, (), placed)):
        return span
    if _is_main(account.analysis, clause.head) and (span := whole(account, sentence, placed)):
        return span
    if span := _described(account, sentence, clause, known, placed):
        return span
    if alone and (span := _clause(account, sentence, clause, known, placed)):
        return span
    if _is_main(account.analysis, clause.head):
        return whole(account, sentence, placed, known=known)
    return None


def _stands(account: Account, sentence: Sentence, clause: Clause, *, attributed: bool) -> bool:
    """Whether the clause is an assertion of its own with subject and verb, in a sentence that is one."""
    first = account.analysis.top(clause.head, "conj")  # "until he came and went" asserts neither
    relation = account.analysis.relations[first]
    return (
        (relation in _STANDING or _happened_before(account.analysis, clause.head))
        and (attributed or relation != "ccomp")
        and clause.complete
        and is_clean(account, sentence)
        and joined(account, sentence) == sentence
    )


def _happened_before(analysis: Analysis, head: int) -> bool:
    """Whether a side clause asserts what it tells: of "was killed after a boy fell in" that he fell.

    After "when" that is so only where the main clause is past too: "when he is released" tells of no release.
    """
    if analysis.tokens[head].dep != "advcl" or not _past(analysis, head):
        return False
    opening = (analysis.lower[i] for i in analysis.children(head, "mark", "case", "advmod") if i < head)
    mark = next((word for word in opening if word in _FACTIVE | {"when"}), "")
    return mark in _FACTIVE or (mark == "when" and _past(analysis, analysis.tokens[head].head))


def _past(analysis: Analysis, head: int) -> bool:
    verbs = (head, *analysis.children(head, "aux", "aux:pass", "cop"))
    return any(analysis.tokens[i].tag == "VBD" for i in verbs)


def whole(
    account: Account,
    sentence: Sentence,
    placed: Container[str] = (),
    *,
    known: Container[int] = (),
    quoting: bool = False,
) -> Span | None:
    """Return the sentence without its dateline if it stands alone, else None."""
    sentence = joined(account, sentence)
    if not is_clean(account, sentence):
        return None
    if not stands_alone(account, sentence, placed, known=known, quoting=quoting):
        return None
    return behind_dateline(account.text, trimmed(account.text, sentence.span))


@once
def joined(account: Account, sentence: Sentence) -> Sentence:
    """Return the sentence whole where the language model cut it in two."""
    span = whole_sentence(account.article, account.analysis, sentence.start)
    if span is None or span == trimmed(account.text, sentence.span):
        return sentence
    inside = account.analysis.tokens_in(span)
    return Sentence(span.start, span.end, inside.start, inside.stop)


@once
def is_clean(account: Account, sentence: Sentence) -> bool:
    """Whether a sentence is one: nothing runs on, no word is doubled, and it is not about the page itself."""
    text = close_gaps(sentence.span.of(account.text).strip())
    return "  " not in text and not any(fault.search(text) for fault in (_DOUBLED, _PAGE, _RUN_ON))


def _is_main(analysis: Analysis, head: int) -> bool:
    """Whether the clause is (a part of) what its sentence says, or what the sentence says that somebody said."""
    head = analysis.top(head, "conj")
    token = analysis.tokens[head]
    above = analysis.top(token.head, "conj")
    return token.head == head or (
        token.dep in {"ccomp", "parataxis"} and analysis.tokens[above].head == above
    )


def _described(
    account: Account, sentence: Sentence, clause: Clause, known: Container[int], placed: Container[str]
) -> Span | None:
    """Return a relative clause with the noun it describes: "Ann Hill, who was cleared of theft"."""
    analysis = account.analysis
    token = analysis.tokens[clause.head]
    if token.dep != "acl:relcl" or not is_clean(account, sentence):
        return None
    noun = [i for i in sorted(phrase(analysis, token.head)) if analysis.tokens[i].dep != "case"]
    between = range(noun[-1] + 1, clause.own[0])
    if noun[0] > clause.own[0] or any(analysis.tokens[i].upos != "PUNCT" for i in between):
        return None
    if analysis.tokens[noun[0]].upos not in {"DET", "PROPN", "NUM"}:
        return None  # "of state pick": the phrase may begin before
    if noun[-1] != token.head and analysis.tokens[noun[-1]].dep != "flat":
        return None  # "the death of Beck, who …": it may be told of either
    if analysis.tokens[token.head].dep == "nmod" and analysis.lower[clause.own[0]] == "which":
        return None  # … as may "the fight over permits for pupils, which expire"
    if any(analysis.tokens[i].tag not in {"WP", "WDT"} for i in analysis.children(clause.head, *SUBJECTS)):
        return None
    if points_back(account, noun[0], clause.own[-1] + 1, known, placed):
        return None
    if _end(account, sentence, clause) != clause.own[-1]:
        return None  # cut within a phrase: what comes after is not told of the noun
    return closed(account.text, Span(analysis.tokens[noun[0]].start, analysis.tokens[clause.own[-1]].end))


def _clause(
    account: Account, sentence: Sentence, clause: Clause, known: Container[int], placed: Container[str]
) -> Span | None:
    """Return the span of a clause with clear borders that needs nothing from outside them."""
    tokens = account.analysis.tokens
    last = _end(account, sentence, clause)
    relative = tokens[clause.own[0]].tag.startswith("W")  # "whose son was killed", "where he worked"
    side = any(
        i in clause.own for i in account.analysis.children(clause.head, "mark")
    )  # "a month after it landed"
    if last is None or relative or side or not _begins(account.analysis, sentence, clause):
        return None
    if last != clause.own[-1] and _happened_before(account.analysis, clause.head):
        return None  # "when the race began it rained": the other clause comes behind
    subjects = [i for i in account.analysis.children(clause.head, *SUBJECTS) if i not in known]
    if any(tokens[i].upos == "PRON" and tokens[i].dep != "expl" for i in subjects):
        return None
    if points_back(account, clause.own[0], last + 1, known, placed):
        return None
    span = closed(account.text, Span(tokens[clause.own[0]].start, tokens[last].end))
    text = span.of(account.text)
    if not SHORT <= len(text.split()) <= LONG or _mostly_quoted(text) or _CONNECTED.match(text):
        return None
    return span


def _mostly_quoted(text: str) -> bool:
    """Whether a clause is cut within a quotation or brackets, or more than a few words of it are somebody's."""
    torn = any(text.count(one) != text.count(other) for one, other in ("“”", "()"))
    if torn or text.count('"') % 2:
        return True
    return len(_QUOTED.sub("", text).split()) < (1 - QUOTED) * len(text.split())


def _begins(analysis: Analysis, sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause begins where its sentence or a new part of it does, under no conjunction but "that"."""
    if _happened_before(analysis, clause.head):
        return True
    tokens = analysis.tokens
    before = clause.own[0] - 1
    while before >= sentence.first and tokens[before].text in _QUOTES:
        before -= 1
    if before < sentence.first:
        return True
    previous = tokens[before]
    if previous.text.lower() == "that" or previous.text in _BOUNDS or previous.upos == "CCONJ":
        return True
    return tokens[clause.head].dep == "ccomp" and previous.upos in {"VERB", "AUX", "PART"}


def _end(account: Account, sentence: Sentence, clause: Clause) -> int | None:
    """Return the last token of the clause, or of its sentence where the clause is cut within a phrase."""
    tokens = account.analysis.tokens
    last = clause.own[-1]
    after = last + 1
    while after < sentence.last and tokens[after].text in _QUOTES:
        after += 1
    if after >= sentence.last:
        return last
    timed = account.analysis.lower[after] in _TIMED and tokens[last].upos != "ADV"  # not "long after"
    if timed and _past(account.analysis, clause.head):
        return last
    turned = after + 1 < sentence.last and tokens[after + 1].text.lower() in _TURNS
    if (tokens[after].text in _BOUNDS or tokens[after].upos == "CCONJ") and not turned:
        return last
    closing = sentence.last - 1
    while tokens[closing].upos in {"PUNCT", "SPACE"}:
        closing -= 1
    return closing
