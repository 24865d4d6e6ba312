"""What stands around a quotation without an attribution and may yet say who spoke.

A sentence that ends in a colon, a name that signs, a sentence before about somebody's
words, and the pronoun that goes on with the speaker before.
"""

from __future__ import annotations

from dataclasses import replace

from crossread.annotate.statements.complements import Shape, right_of
from crossread.annotate.statements.cues import CHANNELS, CueKind
from crossread.annotate.statements.phrases import (
    Phrase,
    chain_of,
    mention_of,
    speaks,
)
from crossread.annotate.statements.reading import STOPS, Reading, Segment
from crossread.annotate.statements.report import Report, make_report
from crossread.annotate.statements.speakers import subject_after, subject_before
from crossread.annotate.statements.topics import is_several
from crossread.annotate.statements.verbs import negated, passive
from crossread.record.analysis import FINITE, PLURAL
from crossread.record.annotation import EntityType, Gender, MentionForm
from crossread.text.closed_classes import PERSONAL

# How sure the subject of a verb that is no cue is before a colon and a quotation: 7 of 7 on
# 84 PolNeAR development and 120 training documents.
BEFORE_COLON = 0.7
# How sure a signed speaker is: 32 of 32 on 75 PolNeAR development documents, all of one article.
SIGNED = 0.85
_WRITTEN = frozenset(("statement", "letter", "tweet", "post", "message", "email", "memo", "note", "release"))
_DASHES = frozenset("-–—―") | {"--"}
# How long a name, and a whole signature with a role, may be.
_NAME_WORDS, _SIGNATURE_WORDS = 5, 14


def open_pronoun(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase is "he", "she", "it" or "they" and no chain of mentions gives it a name."""
    if phrase.first != phrase.last or reading.word(phrase.head) not in PERSONAL:
        return False
    return chain_of(reading, phrase) not in reading.named_chains


def goes_on_written(reading: Reading, phrase: Phrase, sentence: Segment, before: Phrase) -> bool:
    """Whether "the statement" is that of who spoke right before: it was called so there, or is no other document."""
    word = reading.word(phrase.head)
    definite = reading.word(phrase.first) == "the" and phrase.first + 1 == phrase.head
    if not definite or phrase.head != phrase.last or word not in _WRITTEN or before.mention is None:
        return False
    return word == "statement" or any(reading.tokens[i].lemma == word for i in sentence.tokens)


def goes_on_described(reading: Reading, phrase: Phrase, before: Phrase) -> bool:
    """Whether "the aide" goes on with "a senior aide", who spoke right before."""
    head, other = reading.tokens[phrase.head], reading.tokens[before.head]
    definite = reading.word(phrase.first) == "the" and phrase.first + 1 == phrase.head == phrase.last
    opened = reading.word(before.first) in ("a", "an", "one")
    return definite and opened and head.lemma.lower() == other.lemma.lower()


def joined_subjects(reading: Reading, told: list[Report]) -> list[Report]:
    """Take who spoke before for the "they" of "The owners say it is late, and they urged …", within a sentence."""
    found: list[Report] = []
    for report in told:
        pronoun = report.speaker
        if (
            pronoun is not None
            and open_pronoun(reading, pronoun)
            and reading.tokens[pronoun.first - 1].upos == "CCONJ"
        ):
            verb = reading.tokens[reading.tokens[pronoun.head].head]
            whose = (other.speaker for other in found if verb.dep == "conj" and verb.head in other.cue)
            before = next(
                (speaker for speaker in whose if speaker and can_be(reading, speaker, pronoun)), None
            )
            if before is not None:
                word = reading.tokens[pronoun.head].text
                basis = f"“{word}”: the speaker of the clause before"
                report = replace(report, speaker=before, basis=basis, confidence=BEFORE_COLON)
        found.append(report)
    return found


def can_be(reading: Reading, before: Phrase, pronoun: Phrase) -> bool:
    """Whether one person, of no other gender than the pronoun says, spoke before; for "it" a body, for "they" many."""
    word = reading.word(pronoun.head)
    if word in ("it", "they"):
        return _body(reading, before) if word == "it" else is_several(reading, before)
    if reading.tokens[before.head].upos == "PRON" or before.mention is None:
        return False
    mention = reading.mentions[before.mention]
    if mention.type is not EntityType.PERSON or _in_passing(reading, before):
        return False
    said = Gender.FEMALE if reading.word(pronoun.head) == "she" else Gender.MALE
    if mention.chain is not None and _other_gender(reading, mention.chain, pronoun):
        return False
    return mention.gender is None or mention.gender is said


def _in_passing(reading: Reading, before: Phrase) -> bool:
    """Whether only a clause within its sentence has somebody without a name speak: "… when one opponent vowed to …"."""
    mention = mention_of(reading, before)
    if mention is None or mention.form is not MentionForm.DESCRIPTION:
        return False
    verb = reading.tokens[before.head].head
    return any(
        reading.tokens[i].dep.split(":")[0] in ("advcl", "acl")
        for i in (verb, *reading.analysis.ancestors(verb))
    )


def _body(reading: Reading, before: Phrase) -> bool:
    """Whether a body with a name of its own spoke before."""
    mention = mention_of(reading, before)
    return (
        mention is not None and mention.type is EntityType.ORGANISATION and mention.form is MentionForm.NAME
    )


def many(reading: Reading, phrase: Phrase) -> bool:
    """Whether the phrase stands for several people, who do not speak in one quotation: "Democrats", "officials"."""
    mention = mention_of(reading, phrase)
    plural = reading.tokens[phrase.head].tag in PLURAL
    return plural or (mention is not None and mention.plural)


def rivalled(reading: Reading, before: Phrase, pronoun: Phrase, start: int) -> bool:
    """Whether somebody else who could be meant is named between the two.

    Where only a description speaks ("after the man asked him …"), whoever the sentence from `start` on names before
    it could be meant as well.
    """
    if reading.word(pronoun.head) in ("it", "they"):
        return _body_between(reading, before, pronoun)
    said = Gender.FEMALE if reading.word(pronoun.head) == "she" else Gender.MALE
    chain = reading.mentions[before.mention].chain if before.mention is not None else None
    described = (
        before.mention is not None and reading.mentions[before.mention].form is MentionForm.DESCRIPTION
    )
    for index in range(start if described else before.last + 1, _first_such(reading, pronoun)):
        number = reading.person_at(index) if reading.told(index) else None
        if number is None or number == before.mention:
            continue
        other = reading.mentions[number]
        if other.gender in (None, said) and (chain is None or other.chain != chain):
            return True
    return False


def _first_such(reading: Reading, pronoun: Phrase) -> int:
    """Return where the same pronoun is a subject first in its sentence: "He doubted Lee, and he urged them to …"."""
    word = reading.word(pronoun.head)
    sentence = next((s.tokens for s in reading.segments if pronoun.head in s.tokens), range(0))
    return next((i for i in sentence if reading.word(i) == word), pronoun.first)


def _body_between(reading: Reading, before: Phrase, pronoun: Phrase) -> bool:
    """Whether another body, place or group by name stands between a speaker and "it", or a body or group and "they"."""
    several = reading.word(pronoun.head) == "they"
    for index in range(before.last + 1, pronoun.first):
        number = reading.name_at.get(index) if reading.told(index) else None
        if number is None or number == before.mention:
            continue
        place = reading.mentions[number].type is EntityType.PLACE and several
        if reading.mentions[number].type is not EntityType.PERSON and not place:
            return True
    return False


def goes_on_quoted(reading: Reading, before: Phrase, pronoun: Phrase, content: range) -> bool:
    """Whether the "she" of '…, said Roe. “…,” she explained' is the person by name who spoke right before.

    Somebody else of the sentence may be she only as the subject of a clause after that speaker's name; who is
    only told of ("said the letter hurt Ms Lee"), or stands in what was said (`content`), is not, whoever the
    pronoun would be by its gender alone.
    """
    if pronoun.first != pronoun.last or reading.word(pronoun.head) not in ("he", "she"):
        return False
    if reading.person_at(before.head) is None:
        return False
    own = reading.mentions[reading.name_at[before.head]].chain
    told = chain_of(reading, pronoun)
    if own is None or own == told or _other_gender(reading, own, pronoun):
        return False
    for index in range(before.last + 1, pronoun.first):
        number = reading.person_at(index) if reading.told(index) and index not in content else None
        if number is None or reading.mentions[number].chain == own:
            continue
        if reading.tokens[index].dep.startswith("nsubj"):
            return False
    return True


def _other_gender(reading: Reading, chain: int, pronoun: Phrase) -> bool:
    """Whether any mention of a chain is of another gender than "he" or "she" says."""
    said = Gender.FEMALE if reading.word(pronoun.head) == "she" else Gender.MALE
    return any(m.chain == chain and m.gender not in (None, said) for m in reading.mentions)


def signature(reading: Reading, tokens: list[int]) -> Phrase | None:
    """Return the name of "— Name" or "— Name, role", where that is all that the tokens are."""
    if not tokens or reading.tokens[tokens[0]].text not in _DASHES or len(tokens) > _SIGNATURE_WORDS:
        return None
    tokens = tokens[1:-1] if reading.tokens[tokens[-1]].text == "." else tokens[1:]
    end = next((at for at, i in enumerate(tokens) if reading.tokens[i].text in (",", "(")), len(tokens))
    name = tokens[:end]
    if not 1 <= len(name) <= _NAME_WORDS or not all(reading.tokens[i].text[0].isupper() for i in name):
        return None
    mention = reading.name_at.get(name[-1])
    return Phrase(name[0], name[-1], name[-1], mention, SIGNED, "name that signs the quotation")


def announced(reading: Reading, number: int) -> Report | None:
    """Return the report of a sentence such as "He added:", whose content is the quotation after it."""
    segment = reading.segments[number]
    last = segment.tokens.stop - 1
    if segment.pieces or reading.tokens[last].text != ":":
        return None
    return before_colon(reading, number, last)


def before_colon(reading: Reading, number: int, last: int) -> Report | None:
    """Return the report that the words before the colon at `last` make: "He added:", "She issued this statement:"."""
    segment = reading.segments[number]
    for cue in range(last - 1, segment.tokens.start - 1, -1):
        form = reading.cue(cue)
        if form is None and reading.tokens[cue].tag in FINITE and reading.tokens[cue].upos == "VERB":
            put = _put(reading, number, last)
            if put is not None:
                return put
        if form is None or form.kind is not CueKind.SAY or passive(reading, segment, cue, form):
            continue
        subject = subject_before(reading, segment, cue)
        if subject is None and cue == segment.tokens.start:
            subject = subject_after(reading, segment, cue)
        right = right_of(reading, segment, cue, form)
        return make_report(
            reading, number, Shape.QUOTE, range(cue, cue + 1), (), subject, right.addressee, form.lemma
        )
    return _put(reading, number, last)


def _put(reading: Reading, number: int, colon: int) -> Report | None:
    """A report by a verb that is no cue: "As Professor Lee put it:", "He issued the following statement:"."""
    segment = reading.segments[number]
    for verb in range(colon - 1, segment.tokens.start, -1):
        if not reading.told(verb) or reading.tokens[verb].text in STOPS:
            return None
        if reading.tokens[verb].tag not in FINITE | {
            "VB",
            "VBN",
        }:  # the tagger takes "put it" for an infinitive
            continue
        subject = subject_before(reading, segment, verb)
        if subject is None:
            return None
        carried = any(reading.word(i) in CHANNELS for i in range(verb + 1, colon))
        if reading.person_at(subject.head) is None and not carried:
            return None
        basis = "subject before the colon"
        found = replace(subject, basis=basis, confidence=BEFORE_COLON)
        return make_report(reading, number, Shape.QUOTE, range(verb, verb + 1), (), found, None, "")
    return None


def speaking(reading: Reading, number: int) -> Phrase | None:
    """Return who speaks in a sentence though none of its words are content: "He defended the plan."."""
    segment = reading.segments[number]
    for cue in segment.tokens:
        form = reading.cue(cue)
        if form is None or form.kind not in (CueKind.SAY, CueKind.JUDGE) or form.plain:
            continue
        if passive(reading, segment, cue, form) or negated(reading, segment, cue):
            continue
        if any(reading.word(i) in ("if", "unless") for i in reading.analysis.children(cue, "mark")):
            continue  # "Ms Roe has threatened a suit if Lee declares it done"
        subject = subject_before(reading, segment, cue)
        if subject is not None and speaks(reading, subject):
            return subject
    return None
