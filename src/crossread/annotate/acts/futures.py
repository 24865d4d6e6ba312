"""What somebody says it will or will not do, by the parse: "the ministry will allocate …", "she would not allow …".

A "will" is a commitment where the one who does it speaks, or is an office or body of whom it is told; a forecast
("will likely", "will face") is neither. "Will not" is a refusal of what somebody could do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crossread.annotate.acts import frames
from crossread.annotate.acts.classes import ACCOUNTABLE, AGENTIVE, NOBODYS
from crossread.annotate.acts.clauses import (
    MODALS,
    NEGATIONS,
    QUOTES,
    Reader,
    clause_end,
    conditional,
    group_at,
    group_of,
)
from crossread.annotate.acts.diary import forecast, next_verb, several, time_in, time_on
from crossread.annotate.acts.doers import nobody, unfounded
from crossread.annotate.acts.parties import subject_of
from crossread.annotate.acts.phrases import agent_noun, head_of, is_agent, is_official, mention_at
from crossread.annotate.acts.shapes import Found, Tokens, headed
from crossread.annotate.acts.writings import from_writing, is_writing
from crossread.record.analysis import PLURAL, Sentence
from crossread.record.annotation import ActKind, EntityType
from crossread.text.listing import listed
from crossread.text.rolewords import BODY_NOUNS, role_noun

# Verbs of telling by which one announces or refuses something of oneself.
_TELLING = listed(
    "say tell announce add write tweet state declare insist confirm promise vow pledge reveal explain post argue "
    "maintain indicate signal reiterate stress note inform warn notify make"
)
# Verbs by which one upholds what one holds: "insisted it would call again" is what it would have done.
_UPHOLDING = listed("insist argue maintain stress note explain")
_EVERYTHING = listed("everything anything whatever best utmost all job part")
_NO_DOERS = listed("you that which there who")
_LIGHT = listed(
    "face take get let make allow permit help give require remain serve defend protect operate rely play lead"
)  # "will take months", "will face a review": nobody's deed
_UNABLE = listed(
    "confirm comment discuss say disclose obey agree accept support allow provide speculate elaborate"
)
_NOT_REFUSED = (NOBODYS | frames.GIVING_WAY | {"do", "care", "mind"}) - listed("take get let remain")
_UNTOLD = listed("say comment discuss disclose reveal confirm elaborate speculate")
_SHARES = listed("percent % share majority half")
_FORECAST = listed(
    "likely probably possibly maybe perhaps surely inevitably soon-to-be eventually certainly always never"
)
_MAYBE = listed("maybe perhaps hopefully")
_ON_CONDITION = listed("if unless whether otherwise assuming provided once")
# Verbs of keeping away: who "will skip" an occasion refuses to come.
_STAYING_AWAY = listed("skip boycott snub shun")
_SELF = frames.OWN_PRONOUNS | frames.FIRST_PERSON


# Words for a mind that is made up, by which one offers or threatens.
_MINDED = listed("ready willing prepared open")


def _minded(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read "is open to talks", "said she was ready to appear": told as of now, or as somebody's word."""
    be = reader.analysis.children(index, "cop", "aux:pass", "aux", "advmod")
    words = frozenset(map(reader.word, be))
    told = reader.tokens[reader.tokens[index].head].lemma in _TELLING
    if reader.word(index + 1) != "to" or not words & {"is", "are", *(("was", "were") if told else ())}:
        return
    if words & (MODALS | NEGATIONS | {"less", "more", "always"}):
        return
    group = group_at(reader, index, "ed", sentence)
    subject = subject_of(reader, group, sentence)
    if subject is None or not is_agent(reader, *subject) or nobody(reader, subject):
        return
    action = index + 2, clause_end(reader, index + 2, sentence)
    quoted = reader.word(index + 3) in QUOTES  # "is prepared to use “whatever it takes”"
    noun = any(token.upos == "NOUN" for token in reader.tokens[index + 2 : index + 3])
    deed = action[1] > action[0] + 1 or quoted or noun
    if _inferred(reader, sentence, index):
        return
    if deed and not conditional(reader, group, sentence) and not unfounded(reader, index):
        own = speaker_of(reader, sentence, index, subject)
        cue = group.first, index + 2
        yield Found(ActKind.COMMITMENT, cue, action, own or subject, foretold=own is None)


def futures(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    """Read the modal at `index`."""
    word = reader.word(index)
    if word in _MINDED:
        yield from _minded(reader, sentence, index)
    if reader.tokens[index].tag == "VBG":
        yield from _announced(reader, sentence, index)
    if word in ("will", "'ll", "wo", "would", "ca", "can", "could") and reader.tokens[index].upos == "AUX":
        yield from _modal(reader, sentence, index)


def _announced(reader: Reader, sentence: Sentence, verb: int) -> Iterator[Found]:
    """Read "announced that she is deploying guards": the present of what is arranged (Quirk et al. 1985, 4.44)."""
    group = group_at(reader, verb, "ing", sentence)
    subject = (
        subject_of(reader, group, sentence) if group.be and not group.negated and not group.modal else None
    )
    above = reader.tokens[verb].head
    if subject is None or reader.tokens[verb].dep != "ccomp" or reader.tokens[above].lemma != "announce":
        return
    if reader.tokens[verb].lemma == "run":
        return  # a candidacy
    own = speaker_of(reader, sentence, verb, subject) or _spoken_for(reader, sentence, verb, subject)
    action = verb, clause_end(reader, verb, sentence)
    if own is not None and "been" not in map(reader.word, range(group.first, verb)) and action[1] > verb + 1:
        kind = ActKind.INQUIRY if reader.tokens[verb].lemma in frames.INQUIRING else ActKind.COMMITMENT
        yield Found(kind, (group.first, verb + 1), action, own, dated=True)


_ANNOUNCING = listed("announce confirm say state declare")
_SHOWING = listed("indicate signal suggest mean imply show hint")


def _inferred(reader: Reader, sentence: Sentence, verb: int) -> bool:
    """Whether somebody's deed is only read from a thing: "the letter indicates she will be seeking a deal"."""
    above = reader.tokens[verb].head
    if reader.tokens[verb].dep != "ccomp" or reader.tokens[above].lemma not in _SHOWING:
        return False
    told = subject_of(reader, group_of(reader, above, sentence), sentence)
    return told is not None and not is_agent(reader, *told) and not is_writing(reader, told)


def _modal(reader: Reader, sentence: Sentence, index: int) -> Iterator[Found]:
    verb = _verb_after(reader, sentence, index)
    if verb is None or reader.tokens[verb].tag not in ("VB", "VBP", "VBG"):
        return
    negated = any(reader.word(i) in NEGATIONS for i in range(index + 1, verb))
    longer = reader.word(verb - 1) == "longer" and reader.word(verb - 2) == "no"
    group = group_at(reader, verb, "base", sentence)
    subject = subject_of(reader, group, sentence)
    if subject is None or reader.word(subject[0]) in _NO_DOERS or nobody(reader, subject):
        return
    if _inferred(reader, sentence, verb):
        return
    own = speaker_of(reader, sentence, verb, subject)
    hedged = _hedged(reader, sentence, index, verb, own=own is not None)
    if conditional(reader, group, sentence) or hedged:
        return
    if reader.word(subject[0] - 1) == "or":
        return  # "stop it, or I will close the pier": only if it is not stopped
    if unfounded(reader, verb):
        return
    action = (verb, clause_end(reader, verb, sentence))
    if action[1] <= verb:
        return
    if negated:
        yield from _refused(reader, index, verb, own, subject, action)
    elif reader.word(index) in ("will", "'ll", "would"):
        by = own or _spoken_for(reader, sentence, verb, subject)
        for found in _promised(reader, sentence, index, verb, by, subject, action):
            yield replace(found, kind=ActKind.DECISION, action=(index, action[1])) if longer else found


def _verb_after(reader: Reader, sentence: Sentence, index: int) -> int | None:
    """Return the verb of a modal, over "not", adverbs and an insertion between commas."""
    head = reader.tokens[index].head
    if index < head < min(index + 12, sentence.last) and reader.tokens[head].upos == "VERB":
        between = [reader.tokens[i].upos for i in range(index + 1, head)]
        if all(upos in ("PART", "ADV", "PUNCT", "ADP", "ADJ", "NOUN", "CCONJ", "AUX") for upos in between):
            going_on = reader.tokens[head].tag == "VBG"  # "will be asking"
            auxiliary = any(reader.word(i) in ("have", "be") for i in range(index + 1, head))
            return None if auxiliary and not going_on else head
    return next_verb(reader, sentence, index + 1)


def _hedged(reader: Reader, sentence: Sentence, index: int, verb: int, *, own: bool) -> bool:
    """Whether the clause is a forecast, or hangs on a condition; what one says of oneself keeps its condition."""
    near = {reader.word(i) for i in range(max(sentence.first, index - 3), min(verb + 2, sentence.last))}
    if near & _FORECAST or {reader.word(i) for i in range(sentence.first, index)} & _MAYBE:
        return True
    if forecast(reader, verb):
        return True
    below = () if own else reader.analysis.subtree(verb)
    return any(reader.word(i) in _ON_CONDITION and reader.word(i - 1) != "even" for i in below)


def speaker_of(reader: Reader, sentence: Sentence, verb: int, subject: Tokens) -> Tokens | None:
    """Return who says of itself what `verb` tells: the subject of the verb of telling above, or "I" in speech."""
    word = reader.word(subject[0])
    if subject[1] - subject[0] > 1 or word not in _SELF:
        return None
    if word in frames.FIRST_PERSON:
        return subject
    above = reader.tokens[verb].head
    if reader.tokens[verb].dep == "conj":
        above = reader.analysis.top(above, "conj")
    if reader.tokens[verb].dep not in ("ccomp", "parataxis") or not sentence.first <= above < sentence.last:
        return None
    if reader.tokens[above].lemma not in _TELLING:
        return None
    group = group_of(reader, above, sentence)
    told = from_writing(reader, sentence, group, subject_of(reader, group, sentence))
    if told is None or told == subject or is_writing(reader, told) or not _fits(reader, word, told):
        return None
    if reader.word(reader.tokens[head_of(reader, *told)].head) in _SHARES:
        return None  # "40 percent of drivers say they will"
    if not is_agent(reader, *told) and reader.word(told[0]) != "the":
        return None  # "faced blowback from firms that said it would …"
    return None if word in ("he", "she", "it") and several(reader, above) else told


def _spoken_for(reader: Reader, sentence: Sentence, verb: int, subject: Tokens) -> Tokens | None:
    """Return a subject of whose deeds a body or a spokesman tells: "the palace said the queen would open it"."""
    above = reader.tokens[verb].head
    if reader.tokens[verb].dep != "ccomp" or reader.tokens[above].lemma not in _ANNOUNCING:
        return None
    told = subject_of(reader, group_at(reader, above, "ed", sentence), sentence)
    if told is None or told == subject or reader.word(subject[0]) in _SELF:
        return None
    telling = reader.tokens[above].tag in ("VBD", "VBZ", "VBP")  # not "hoped it would announce that …"
    if not telling or not _named_or_body(reader, subject):
        return None
    head = head_of(reader, *told)
    one = reader.tokens[head].tag == "NNP" or reader.word(told[0]) == "the" or reader.word(head) in _LEADING
    crowd = (
        reader.tokens[above].lemma == "announce" and reader.tokens[head_of(reader, *subject)].tag == "NNPS"
    )
    if one and is_official(reader, *told) and (crowd or _body(reader, subject)):
        return (
            subject  # "the minister said the government would …", "the speaker announced that Whigs would …"
        )
    return subject if _body(reader, told) or reader.word(head_of(reader, *told)) in _SPEAKING_FOR else None


# Those whose trade it is to speak for somebody.
_SPEAKING_FOR = listed(
    "spokesman spokeswoman spokesperson spokespeople aide aides lawyer lawyers attorney attorneys"
)


_LEADING = listed("officials leaders ministers authorities prosecutors organizers organisers executives")


def _body(reader: Reader, told: Tokens) -> bool:
    found = mention_at(reader, *told)
    named = found is not None and reader.mentions[found].type is EntityType.ORGANISATION
    return named or reader.word(head_of(reader, *told)) in BODY_NOUNS


def _people(reader: Reader, told: Tokens) -> bool:
    found, head = mention_at(reader, *told), head_of(reader, *told)
    person = found is not None and reader.mentions[found].type is EntityType.PERSON
    crowd = reader.tokens[head].tag in PLURAL
    return person or crowd or role_noun(reader.word(head)) is not None


def _fits(reader: Reader, pronoun: str, told: Tokens) -> bool:
    """Whether a pronoun can stand for who tells it: "the party said he would come" is of somebody else."""
    found = mention_at(reader, *told)
    if pronoun in ("it", "he", "she") and reader.tokens[head_of(reader, *told)].tag in PLURAL:
        return False  # "officials say it would …"
    if found is None:
        return True
    if pronoun == "they":
        several = any(reader.analysis.children(i, "conj") for i in range(*told))
        return several or reader.mentions[found].type is not EntityType.PERSON
    body = reader.mentions[found].type in (EntityType.ORGANISATION, EntityType.PLACE)
    return body == (pronoun == "it")


_STEPS = listed("action actions steps measures")
# Crowds of whom it is foretold what they will do.
_CROWDS = listed(
    "voters people residents citizens students pupils parents patients customers consumers travellers travelers users "
    "passengers viewers fans taxpayers families children men women americans britons visitors tourists shoppers"
)


def _named_or_body(reader: Reader, subject: Tokens) -> bool:
    """Whether a subject is somebody named, an office or a body; a proper name that is neither may be a craft."""
    head = head_of(reader, *subject)
    if reader.word(head) in _CROWDS:
        return False  # "voters with disabilities will use it": how it will be, no promise
    craft = mention_at(reader, *subject) is None and reader.tokens[head].upos == "PROPN"
    return agent_noun(reader.word(head)) if craft else is_official(reader, *subject)


def _promised(
    reader: Reader,
    sentence: Sentence,
    index: int,
    verb: int,
    own: Tokens | None,
    subject: Tokens,
    action: Tokens,
) -> Iterator[Found]:
    lemma, timed = reader.tokens[verb].lemma, {time_in(reader, action), time_on(reader, action)} != {None}
    somebody = is_official(reader, *subject) and timed and lemma not in NOBODYS
    going = own is not None and lemma == "go" and reader.word(verb + 1) == "to"
    stopping = lemma in AGENTIVE and reader.word(verb - 1) == "longer"
    announced = own is not None and reader.word(subject[0]) not in frames.FIRST_PERSON
    freely = announced and lemma not in NOBODYS | _LIGHT
    acting = lemma == "take" and headed(reader, sentence, verb + 1, _STEPS)
    if (
        not (lemma in AGENTIVE - _LIGHT or freely or somebody or going or stopping or acting)
        or action[1] <= verb + 1
    ):
        return
    if reader.word(subject[0]) in frames.FIRST_PERSON and not (
        timed or going or acting or lemma in ACCOUNTABLE
    ):
        return  # "we will always protect the coast": what everybody says
    told_of = (
        reader.tokens[verb].dep == "ccomp" and reader.tokens[reader.tokens[verb].head].lemma in _ANNOUNCING
    )
    foretold = reader.word(index) == "would" and not (somebody and told_of)
    if own is None and (foretold or reader.word(subject[0]) in _SELF):
        return
    if reader.tokens[reader.tokens[verb].head].lemma in _UPHOLDING:
        return
    if own is None and not _named_or_body(reader, subject):
        return
    clause = reader.tokens[reader.analysis.top(verb, "conj")].dep.split(":")[0]
    foretold_alone = clause != "ccomp" and _people(reader, subject)
    if own is None and not (timed or stopping) and (foretold_alone or clause in ("acl", "advcl")):
        return  # what the account itself foretells of somebody: "Hill will lead the talks", or by the way
    if lemma in ("give", "put", "do") and {reader.word(i) for i in range(*action)} & _EVERYTHING:
        return  # "will do everything we can": no deed
    if reader.word(subject[0]) in frames.FIRST_PERSON and reader.word(index) == "would":
        return  # "I would ask": a wish
    kind = ActKind.REFUSAL if lemma in _STAYING_AWAY else ActKind.COMMITMENT
    if own is None and timed and kind is ActKind.COMMITMENT:
        kind = ActKind.SCHEDULED
    yield Found(kind, (index, verb + 1), action, own or subject, dated=True, foretold=own is None)


def _refused(
    reader: Reader, index: int, verb: int, own: Tokens | None, subject: Tokens, action: Tokens
) -> Iterator[Found]:
    lemma, modal = reader.tokens[verb].lemma, reader.word(index)
    able = modal in ("can", "ca", "could")
    conscience = any(reader.word(i) == "conscience" for i in range(index, verb))
    deed = lemma in _UNABLE if able else lemma not in _NOT_REFUSED
    if not conscience and not deed:
        return
    if own is None and reader.word(subject[0]) in ("he", "she") and lemma in _UNTOLD and not able:
        own = subject  # "but she would not say when"
    if own is None and (able or reader.word(subject[0]) in _SELF or not _named_or_body(reader, subject)):
        return
    if reader.word(subject[0]) in frames.FIRST_PERSON and modal == "would":
        return
    yield Found(ActKind.REFUSAL, (index, verb + 1), (index, action[1]), own or subject)
