"""What kind of statement a report makes: by words or only a view, passed on by whom, and whether it can stand alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from crossread.annotate.statements.complements import Shape
from crossread.annotate.statements.cues import CHANNELS, DOCUMENTS, SAYINGS, SUASIVE, VIEWS, CueForm, CueKind
from crossread.annotate.statements.leading import clause_before
from crossread.annotate.statements.phrases import Phrase, chain_of, known_voice, mention_of
from crossread.annotate.statements.reading import Reading
from crossread.annotate.statements.report import Report, is_clause
from crossread.record.analysis import FINITE, PLURAL
from crossread.record.annotation import EntityType, Manner
from crossread.text.listing import listed
from crossread.text.rolewords import BODY_NOUNS

_WRITING = listed("write tweet retweet post email text blog read")
# Asked of somebody by deed as often as by words: "invited rivals to the table", "forced them to", "challenged him to".
_BY_DEED = listed("invite challenge encourage")
# Verbs of speech that say with a noun phrase alone what somebody holds: "denied any part in it", "condemned the raid".
_TELLING_ALONE = listed("deny reject condemn denounce decry deplore criticise criticize praise welcome")
_OPEN = listed("it this that these those they its their another others")
_PLACE_REACH = 9  # words from "it" to what it holds the place of; not tuned
_LINKING = listed("be make take seem appear remain become feel cost")
_PLACED = listed("that to whether if when how what why who")
_DECIDING = listed("decide choose push seek consider weigh")  # deeds, where other words of will are views
_TOPICS = listed("talk speak discuss mention reference highlight")
_OBJECTS = listed("him her them")
_POINTING = listed("this that these those another others")
_RELATIVES = listed("which that whom whose")
# Verbs of speech among those that only marks make cues: with "to" they say what somebody will do.
_OFFERING = listed("threaten offer")
# Verbs of saying whose "to" is what is said; behind others it is a purpose: "testified to explain the decision".
# Source: Quirk et al. (1985, §16.38).
_UNDERTAKING = listed("promise pledge vow swear claim profess propose demand plead consent threaten offer")


def manner(reading: Reading, report: Report | None) -> Manner:
    """Tell whether the words of a report were said or written, or are only what its source thinks or wants."""
    if report is None:
        return Manner.SPEECH
    verb = _verb(reading, report)
    form = reading.cue(verb)
    if _viewed(reading, report):
        return Manner.VIEW
    text = report.channel is not None or (report.speaker is not None and _text(reading, report.speaker))
    written = form is not None and form.lemma in _WRITING
    return Manner.WRITING if written or text else Manner.SPEECH


def _text(reading: Reading, speaker: Phrase) -> bool:
    return reading.word(speaker.head) in DOCUMENTS & CHANNELS


def _viewed(reading: Reading, report: Report) -> bool:
    """Whether no words of the source are told: "critics fear that …" is as its writer has it."""
    words = [reading.tokens[i] for i in report.cue]
    spoken = any(reading.cue(i) is not None for i in report.cue) or any(
        t.text.lower() in SAYINGS or t.text in (":", "according") for t in words
    )
    return not spoken and any(t.lemma.lower() in VIEWS for t in words if t.upos != "ADV")


def _verb(reading: Reading, report: Report) -> int:
    """Return the last verb of a cue: "adopted a resolution condemning"."""
    verbs = [i for i in report.cue if reading.tokens[i].upos in ("VERB", "AUX")]
    return verbs[-1] if verbs else report.cue.stop - 1


def of_what(reading: Reading, report: Report) -> bool:
    """Whether "was “a farce”" is all of "what Ms Roe alleged was “a farce”"."""
    after = next((part.start for part in report.content if part.start > report.cue.start), None)
    verb = after is not None and reading.tokens[after].tag in FINITE
    speaker = report.speaker
    return verb and speaker is not None and reading.word(speaker.first - 1) == "what"


def kept_back(reading: Reading, report: Report) -> str:
    """Return why reported speech without quotations cannot be shown by itself; nothing where it can."""
    return next((reason for reason, holds in _REASONS if holds(reading, report)), "")


def _by_deed(reading: Reading, report: Report) -> bool:
    form = reading.cue(_verb(reading, report))
    return form is not None and form.lemma in _BY_DEED


def _untold(reading: Reading, report: Report) -> bool:
    return report.marked and not _told(reading, report, reading.cue(_verb(reading, report)))


def _parted(_: Reading, report: Report) -> bool:
    """Whether the words that the model marks as content stand in several places."""
    return report.marked and len(report.content) > 1


def _unsure(reading: Reading, report: Report) -> bool:
    return report.marked and not _sure(reading, report.speaker)


def _sure(reading: Reading, speaker: Phrase | None) -> bool:
    """Whether a source that only marks make is a person or body by name, a noun for such, or a pronoun for a name."""
    if speaker is None or not known_voice(reading, speaker):
        return False
    if reading.tokens[speaker.head].upos != "PRON":
        return True
    return chain_of(reading, speaker) in reading.named_chains


def _told(reading: Reading, report: Report, form: CueForm | None) -> bool:
    """Whether the content of a report by marks is a clause, or what somebody is said to be, promised or denied."""
    first = reading.tokens[_begin(report)]
    verbal = any(reading.tokens[i].upos in ("VERB", "AUX") for i in report.cue)
    if not verbal and not _owned(reading, report):
        return False  # "Nominees refused, in a fear of …"
    lemmas = {reading.tokens[i].lemma for i in report.cue}
    if lemmas & _DECIDING or (form is None and first.tag in ("WP", "WRB") and lemmas & _TOPICS):
        return False  # "decided that …", "talked about who should go"
    if form is not None and form.lemma == "show" and form.gerund:
        return False  # "a film showing people who work"
    infinitive = first.tag == "TO" or first.text.lower() == "not"
    if not infinitive and is_clause(reading, report):
        return True
    asked = any(reading.tokens[i].tag == "TO" for part in report.content for i in part)
    if form is not None and asked and form.lemma in SUASIVE:
        return True
    if form is None:
        return infinitive and any(reading.tokens[i].lemma in _OFFERING for i in report.cue)
    if infinitive:
        return form.lemma in _UNDERTAKING | SUASIVE
    return form.kind is CueKind.JUDGE or form.lemma in _TELLING_ALONE or first.tag == "VBG"


def _alternative(reading: Reading, report: Report) -> bool:
    """Whether "or" joins the cue to another verb: "raised doubts or praised him"; who of them did which is open."""
    cue = [i for i in report.cue if reading.tokens[i].upos == "VERB"]
    joined = [i for verb in cue for i in (*reading.analysis.children(verb, "conj"), verb)]
    return any(
        reading.word(cc) == "or"
        for i in joined
        if reading.tokens[i].dep == "conj" and reading.tokens[i].tag == reading.tokens[cue[0]].tag
        for cc in reading.analysis.children(i, "cc")
    )


def _owned(reading: Reading, report: Report) -> bool:
    """Whether the source has the noun of the cue: "Lee's belief", "their fear", "the view of experts"."""
    source = report.speaker
    if source is None or source.first >= report.cue.start:
        return source is not None
    possessive = reading.tokens[source.last].tag in ("PRP$", "POS")
    return possessive or reading.tokens[report.cue.start].text in (":", ",")


def _begin(report: Report) -> int:
    """Return where the content begins, past a condition that opens the sentence."""
    after = (part.start for part in report.content if part.start > report.cue.start)
    return (
        next(after, report.content[0].start) if report.shape is not Shape.AROUND else report.content[0].start
    )


def _gapped(reading: Reading, report: Report) -> bool:
    """Whether what the content is about stands before the cue: "the roots, which he says include …"."""
    first = _begin(report)
    if report.content[0].start < report.cue.start < first:
        return False  # with what it is about, or a condition, before it
    if reading.tokens[first].tag in FINITE and report.shape is Shape.CLAUSE:
        return True
    speaker = report.speaker
    if speaker is None or speaker.last >= report.cue.start or speaker.first == 0:
        return False
    if any(part.start < speaker.first for part in report.content):
        return False
    at = speaker.first - 1
    before = reading.tokens[at]
    if at > 0 and reading.tokens[at - 1].upos == "ADP" and before.text.lower() in _RELATIVES:
        return False  # "a meeting in which Mr Lee said …"
    if before.text.lower() in _RELATIVES:
        return before.tag != "IN"
    return before.upos in ("NOUN", "PROPN") and reading.tokens[_verb(reading, report)].dep == "acl:relcl"


def _open(reading: Reading, report: Report) -> bool:
    """Whether the content begins with a pronoun for something that neither it nor its speaker names."""
    first = _begin(report)
    token = reading.tokens[first]
    word = token.text.lower()
    if clause_before(reading, report) is not None:
        return False  # shown with the clause that the participle goes on from
    if report.shape is Shape.JUDGED and token.tag == "PRP" and word in _OBJECTS:
        return True  # "accusing him of being weak"
    if word not in _OPEN:
        return False
    if word in _POINTING and report.shape is Shape.AROUND:
        return False  # "That may help, he said": a sentence of the account, which goes on from the one before
    if token.upos not in ("PRON", "DET") or (word in _POINTING and not _alone(reading, first)):
        return False
    if token.dep.startswith("expl") or _expletive(reading, first):
        return False
    if word == "it" and report.shape is Shape.AROUND:
        return True  # "It would be the first, the ministry said"
    return not _means(reading, word, report.speaker)


def _alone(reading: Reading, index: int) -> bool:
    """Whether a "this" or "that" stands for itself, without a noun after it."""
    return index + 1 < len(reading.tokens) and reading.tokens[index + 1].upos in ("VERB", "AUX", "ADV")


def _expletive(reading: Reading, index: int) -> bool:
    """Whether "it" only holds the place of what follows: "it is clear that …", "it might make sense to …"."""
    if reading.word(index) != "it":
        return False
    linked = False
    for at in range(index + 1, min(index + _PLACE_REACH, len(reading.tokens))):
        token = reading.tokens[at]
        if token.text in (",", ".", ";") or not reading.told(at):
            return False
        if linked and token.text.lower() in _PLACED:
            return True
        linked = linked or token.lemma in _LINKING
    return False


def _means(reading: Reading, word: str, speaker: Phrase | None) -> bool:
    """Whether the pronoun may be the speaker's own: "they" of several people, "it" of a body."""
    if speaker is None or word in _POINTING:
        return False
    mention = mention_of(reading, speaker)
    plural = reading.tokens[speaker.head].tag in PLURAL or (mention is not None and mention.plural)
    body = mention is not None and mention.type is not EntityType.PERSON
    if word in ("they", "their") and _several_before(reading, speaker):
        return False
    if word in ("they", "their"):
        return plural or body or speaker.mention is None
    if plural:
        return False  # "Critics complained it had no licence"
    head = reading.tokens[speaker.head]
    unknown = mention is None and (head.upos == "PROPN" or head.text.lower() in BODY_NOUNS | DOCUMENTS)
    return body or unknown


def _several_before(reading: Reading, speaker: Phrase) -> bool:
    """Whether the sentence tells of others before: "The cuts will begin, and experts warn that they …"."""
    sentence = next((s for s in reading.segments if speaker.first in s.tokens), None)
    if sentence is None:
        return False
    before = (reading.tokens[i] for i in range(sentence.tokens.start, speaker.first))
    return any(t.dep.startswith("nsubj") and t.tag in PLURAL for t in before)


def relaying(report: Report, others: Iterable[Report]) -> Report | None:
    """Return the report in whose reported words this one stands: "Roe said that Lee had told her …"."""
    holding = [
        other
        for other in others
        if other is not report
        and other.speaker is not None
        and any(report.cue.start in part for part in other.content)
    ]
    return max(holding, key=lambda other: other.cue.start, default=None)


# Why reported speech without quotations cannot be shown by itself, each with what tells it.
_REASONS: tuple[tuple[str, Callable[[Reading, Report], bool]], ...] = (
    ("only what somebody thinks or wants, as the account has it", _viewed),
    ("its clause lacks what stands before it", _gapped),
    ("what it is about is said before", _open),
    ("a deed rather than words", _by_deed),
    ("only one of two alternatives", _alternative),
    ("only what it was about, or what was wanted", _untold),
    ("its words are not marked as a whole", _parted),
    ("its source is of no sure kind", _unsure),
)
