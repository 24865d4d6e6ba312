"""How a measure is worded: the noun phrase that is counted and the event that makes the count a measure.

"Four people were arrested" measures people arrested, "killing six civilians"
civilians killed. The verb comes from the parse, or from the words right
beside the number.
"""

from __future__ import annotations

import re

from crossread.annotate.figures.counted import STATES, Counted, Scene, next_token, time_word
from crossread.annotate.figures.harm import by_what
from crossread.record.analysis import Token
from crossread.record.span import Span
from crossread.text.listing import listed

# Words a measure may have; longer ones are cut at a word. 8 keeps it a label (the contract asks 2 to 8).
LONGEST = 8
# Participles that only begin a description: "files connected to", "documents made public".
_UNFINISHED = frozenset({"connect", "confine", "make", "base", "know", "consider", "call", "describe"})
# Verbs that say little without where to: "taken to hospital", "brought in".
_LIGHT_VERBS = "take bring rush send move carry put leave fly ship transfer evacuate turn come go"
_LIGHT = frozenset(_LIGHT_VERBS.split())
# Those of them that without it say nothing at all.
_BARE_LIGHT = frozenset({"take", "bring", "put", "turn", "come", "go"})
_IRREGULAR = {
    "take": "taken", "bring": "brought", "send": "sent", "put": "put", "leave": "left", "shoot": "shot",
    "hurt": "hurt", "hit": "hit", "hold": "held", "see": "seen", "make": "made", "lose": "lost", "win": "won",
    "sell": "sold", "tell": "told", "cut": "cut", "buy": "bought", "build": "built", "catch": "caught",
    "give": "given", "pay": "paid", "lead": "led", "meet": "met", "set": "set", "spend": "spent",
    "steal": "stolen", "strike": "struck", "throw": "thrown", "write": "written", "drive": "driven",
    "beat": "beaten", "find": "found", "keep": "kept", "fly": "flown", "choose": "chosen", "bear": "born",
    "teach": "taught", "think": "thought", "fight": "fought", "seek": "sought", "feed": "fed", "hide": "hidden",
    "ride": "ridden", "speak": "spoken", "break": "broken", "wear": "worn", "lay": "laid", "read": "read",
    "run": "run", "shut": "shut", "eat": "eaten", "say": "said", "hear": "heard", "withdraw": "withdrawn",
    "forget": "forgotten", "freeze": "frozen", "shake": "shaken", "let": "let", "hurl": "hurled", "slay": "slain",
    "cast": "cast", "draw": "drawn", "show": "shown", "know": "known", "do": "done", "get": "got",
}  # fmt: skip
# Verbs without object that make a measure: what people in numbers do. A parse that takes another verb
# for theirs ("five people … opened") would invent a measure, so only these count.
_INTRANSITIVE_VERBS = """die gather attend march turn protest demonstrate survive work live remain vote flee
escape arrive drown suffer stay assemble rally perish fall collapse participate watch queue sign register apply
join respond return serve sleep play"""
_INTRANSITIVE = frozenset(_INTRANSITIVE_VERBS.split())


def measure(scene: Scene, number: Span, thing: Counted | None) -> str:
    """Return what is counted in the words of the text: noun phrase, then the event that makes the measure.

    Empty where the text does not say it clearly.
    """
    noun = thing.span.of(scene.text) if thing else ""
    event = event_words(scene, number, thing)
    return shorten(f"{noun} {event}".strip())


def shorten(words: str) -> str:
    """Cut a measure to its first LONGEST words, in one line, without marks at its ends."""
    kept = " ".join(words.split()[:LONGEST]).strip(" ,;:.-–—\"'“”‘’")
    return re.sub(
        r"(?: (?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|that|who|which|as|their|his|her|its))+$",
        "",
        kept,
    )


def event_words(scene: Scene, number: Span, thing: Counted | None) -> str:
    """Return the participle or state that goes with the counted noun, "" where the parse shows none."""
    end = thing.span.end if thing else number.end
    beside = _beside(scene, end) or _verb_before(scene, number, thing)
    if thing is None and not beside:
        passive = _passive_after(scene, number.end)
        if passive is None:
            return ""
        beside = passive
    if beside or _THERE.search(scene.text, max(0, number.start - 32), number.start):
        return beside
    index = _governed(scene, number, thing)
    if index is None:
        return ""
    bundle = bundled(scene, number, index)
    if bundle is None and _PREPOSED.search(scene.text, max(0, number.start - 12), number.start):
        return _after_noun(scene, index)
    index = index if bundle is None else bundle
    return _governing(scene, _top_of_coordination(scene, index), bare=thing is None)


# "There were two explosions": the verb says only that they were.
_THERE = re.compile(
    r"\bthere(?:[’']s| (?:is|are|was|were|be|has been|have been|had been|will be|could be|may be|might be))"
    r"(?: [a-z]+ly)?[ \u00a0]$",
    re.IGNORECASE,
)


# A number behind a preposition is neither subject nor object, whatever the parse says.
_PREPOSED = re.compile(
    r"\b(?:of|for|to|in|by|with|from|at|on|among|between|after|before)[ \u00a0](?:the[ \u00a0])?$",
    re.IGNORECASE,
)


# Nouns that only bundle a count, so that the clause is theirs: "a group of up to 100 people marched".
_BUNDLES = re.compile(
    r"\b(?:group|total|crowd|gang|throng|mob|procession)s? of(?: the| about| some)?[ \u00a0]$", re.IGNORECASE
)


def bundled(scene: Scene, number: Span, index: int) -> int | None:
    """Return the noun that bundles the counted `index` ("a total of six men"), None where none does."""
    top = _top_of_coordination(scene, index)
    counts = scene.analysis.children(top, "nummod") if top != index else ()
    start = scene.tokens[counts[0]].start if counts else number.start
    if not _BUNDLES.search(scene.text, max(0, start - 24), start):
        return None
    return scene.tokens[top].head if scene.tokens[top].dep == "nmod" else None


_PASSIVE = frozenset({"was", "were", "are", "been", "being"})


def _passive_after(scene: Scene, end: int) -> str | None:
    """Read the passive that a number without a noun is the subject of: "more than 50 were taken to hospital".

    "" where no form of "be" follows, None where one does but no participle comes after it.
    """
    at = next_token(scene, end)
    if at is None:
        return ""
    last = at
    while last < len(scene.tokens) and scene.tokens[last].text.lower() in ("have", "had", "has", *_PASSIVE):
        last += 1
    if last == at:
        return ""
    if last < len(scene.tokens) and scene.tokens[last].tag == "VBN":
        return participle_words(scene, last) or None
    return None


def _governed(scene: Scene, number: Span, thing: Counted | None) -> int | None:
    """Return the token by which the phrase hangs in its clause: in "hundreds of people", "hundreds"."""
    top = scene.analysis.head_of(number)
    if thing is None or (top is not None and scene.tokens[thing.head].head == top):
        return top
    return thing.head


def _verb_before(scene: Scene, number: Span, thing: Counted | None) -> str:
    """Read the verb right before a number: "killing two people and wounding 120", "lost a million voters"."""
    at = scene.analysis.token_at(number.start - 2) if number.start >= 2 else None
    if at is None or scene.tokens[at].upos != "VERB" or scene.tokens[at].tag not in ("VBG", "VBD"):
        return ""
    if thing is not None and (scene.tokens[thing.head].dep.startswith("nsubj") or _tells(scene, at)):
        return ""
    return "" if unreal(scene, at) else _done_to(scene, at)


# Verbs of which an object makes no measure: having, saying and showing, and those that lack what follows.
_NO_EVENT_VERBS = """have be include see say find want need get make join do reveal show report estimate claim call
base connect confine consider describe know represent total highlight mean tell lead cite quote ask urge force allow
help cause enable"""
_NO_EVENT = frozenset(_NO_EVENT_VERBS.split())
# Verbs whose number opens what is told, not what is done ("said two men …").
_TELLING_VERBS = """claim believe think report confirm announce know hope fear estimate suggest show add tell mean
reveal note learn hear feel expect allow become follow give ask"""
_TELLING = frozenset(_TELLING_VERBS.split())


def _tells(scene: Scene, verb: int) -> bool:
    return scene.tokens[verb].lemma in _TELLING


def _beside(scene: Scene, end: int) -> str:
    """Read a participle or state right after the phrase: "civilians dead", "people arrested", "90 wounded"."""
    at = next_token(scene, end)
    if at is None:
        return ""
    token = scene.tokens[at]
    word = token.text.lower()
    if word == "being" or word == "were" or word == "was":
        return ""
    if word in STATES or (
        token.tag == "VBN" and token.dep in ("acl", "amod", "root", "nsubj", "obj", "conj", "xcomp")
    ):
        return participle_words(scene, at)
    return ""


def _top_of_coordination(scene: Scene, index: int) -> int:
    joined = ("NOUN", "NUM", "PROPN")
    while (token := scene.tokens[index]).dep == "conj" and token.head != index:
        if scene.tokens[token.head].upos not in joined:
            break
        index = token.head
    return index


def _governing(scene: Scene, index: int, *, bare: bool) -> str:
    tokens = scene.tokens
    token, verb = tokens[index], tokens[index].head
    after = _after_noun(scene, index)
    if after:
        return after
    if token.dep.startswith("nsubj") and tokens[verb].text.lower() in STATES and tokens[verb].upos == "ADJ":
        return "" if unreal(scene, verb) else tokens[verb].text  # "12 people were hurt", read as an adjective
    if verb == index or tokens[verb].upos != "VERB":
        return "" if bare else _place_words(scene, index)
    if unreal(scene, verb):
        return ""
    if token.dep == "nsubj:pass":
        return participle_words(scene, verb)
    if token.dep == "nsubj":
        return _active_words(scene, verb)
    if token.dep == "obj" or (bare and token.dep.startswith("obl:unmarked")):
        return _done_to(scene, verb)
    return ""


# Tokens between a noun and a relative clause of its own ("people who were killed").
_NEAR_CLAUSE = 4
_UNREAL = listed("will would can could may might should must shall 'll ’ll to not n't n’t never")


def _after_noun(scene: Scene, index: int) -> str:
    """Read a participle clause of the noun: "80 people being rushed to hospital"."""
    for child in scene.analysis.children(index, "acl"):
        if scene.tokens[child].dep == "acl:relcl" and child - index > _NEAR_CLAUSE:
            continue  # the clause is a later noun's: "88 men in this cell which is meant for 32"
        if scene.tokens[child].tag == "VBN" or scene.analysis.children(child, "aux:pass"):
            return "" if unreal(scene, child) else participle_words(scene, child)
    return ""


def unreal(scene: Scene, verb: int) -> bool:
    """Whether a verb tells of what did not happen, or not yet: "would kill", "to confirm", "was not hurt"."""
    for child in scene.analysis.children(verb, "aux", "mark", "advmod"):
        if scene.tokens[child].text.lower() in _UNREAL:
            return True
    return scene.tokens[verb].tag == "VB"


def _active_words(scene: Scene, verb: int) -> str:
    """Word an active verb of which the counted are the subject: "died", "gathered"; none if it has an object."""
    if scene.tokens[verb].lemma not in _INTRANSITIVE or scene.analysis.children(verb, "obj", "cop"):
        return ""
    return f"{scene.tokens[verb].text} {_where_to(scene, verb)}".strip()


def _done_to(scene: Scene, verb: int) -> str:
    """Word a verb of which the counted are the object: "killing four civilians" counts civilians killed."""
    for child in scene.analysis.children(verb, "xcomp"):
        if scene.tokens[child].text.lower() in STATES:
            return scene.tokens[child].text
    if scene.tokens[verb].lemma == "leave":  # "left two soldiers and three guards dead"
        after = [t.text.lower() for t in scene.tokens[verb + 1 : verb + 16]]
        return next((word for word in after if word in STATES), "")
    if scene.tokens[verb].lemma in _NO_EVENT:
        return ""
    return f"{participle_words(scene, verb)} {by_what(scene, verb)}".strip()


def participle_words(scene: Scene, verb: int) -> str:
    """Return a verb as a participle with its particle, and where to if it says little alone."""
    token = scene.tokens[verb]
    if token.upos != "VERB":
        return token.text
    if token.lemma in _UNFINISHED or _entrusted(scene, verb):
        return ""
    where = _where_to(scene, verb)
    if token.lemma in _BARE_LIGHT and not where:
        return ""
    return f"{participle(token)} {where}".strip()


def _entrusted(scene: Scene, verb: int) -> bool:
    """Whether somebody is "charged with" doing something, not with a crime."""
    after = [token.tag for token in scene.tokens[verb + 1 : verb + 3]]
    return scene.tokens[verb].lemma == "charge" and after[1:] == ["VBG"]


def participle(token: Token) -> str:
    """Return the past participle of a verb token ("killing" -> "killed")."""
    word, lemma = token.text.lower(), token.lemma.lower()
    if token.tag == "VBN" or word.endswith("ed"):
        return word
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ied"
    if word.endswith("ing") and len(word) > 5:
        return word[:-3] + "ed"
    if lemma.endswith("e"):
        return lemma + "d"
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]", lemma):
        return lemma + lemma[-1] + "ed"
    return lemma + "ed"


def _where_to(scene: Scene, verb: int) -> str:
    particle = scene.analysis.children(verb, "compound:prt")
    if particle:
        return scene.tokens[particle[0]].text
    if scene.tokens[verb].lemma not in _LIGHT:
        return ""
    for child in scene.analysis.children(verb, "obl"):
        case = scene.analysis.children(child, "case")
        words = scene.analysis.subtree_span(child).of(scene.text)
        if child > verb and case and scene.tokens[case[0]].text in ("to", "into") and len(words.split()) <= 5:
            return words
    follower = next_token(scene, scene.tokens[verb].end)
    if follower is not None and scene.tokens[follower].text in ("in", "out", "away", "down"):
        return scene.tokens[follower].text
    return ""


# "in plain clothes and uniforms": a phrase that the parse has cut inside.
_GOES_ON = re.compile(r"[ \u00a0](?:and|or)\b")


def _place_words(scene: Scene, index: int) -> str:
    """Return a short phrase that says which are counted: "troops in the country"."""
    for child in scene.analysis.children(index, "nmod", "acl"):
        span = scene.analysis.subtree_span(child)
        words = span.of(scene.text)
        timed = any(time.span.overlaps(span) for time in scene.times) or any(map(time_word, words.split()))
        if (
            child > index
            and len(words.split()) <= 4
            and "," not in words
            and words[0].islower()
            and not timed
            and not words.startswith("of ")
            and not _GOES_ON.match(scene.text, span.end)
        ):
            return words
    return ""
