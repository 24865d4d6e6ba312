"""Cue words: the verbs and nouns that report what somebody said or wrote.

Written for this module after the verbs of communication and of judgement in
Levin, *English Verb Classes and Alternations* (1993, classes 33 and 37), and the
factual and suasive verbs of Quirk et al. (1985, §16.31-32).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from crossread.text.listing import listed


class CueKind(Enum):
    """What a cue verb takes as its content."""

    SAY = "say"  # a quotation or a clause: "said that", "tweeted: “…”"
    JUDGE = "judge"  # a party and what is said of it: "accused X of", "called it “…”"
    ASK = "ask"  # a party and what it shall do: "urged X to", "asked for"
    SHOW = "show"  # reports only with a document or a survey as its subject: "the poll found"


@dataclass(frozen=True, slots=True)
class CueForm:
    """A form of a cue verb: its lemma and kind, and which forms it can be.

    `plain` forms ("say") may be infinitives, `past` forms participles too.
    """

    lemma: str
    kind: CueKind
    plain: bool = False
    finite: bool = False
    past: bool = False
    gerund: bool = False


_SAY = """
say tell add insist warn claim state declare announce reply respond answer ask write tweet retweet post
email text blog argue note explain suggest report allege assert maintain confirm deny admit concede
acknowledge reveal recall recount remark comment continue conclude stress emphasise emphasize reiterate
repeat complain lament joke quip observe predict promise pledge vow swear agree contend counter caution
advise remind assure inform brief testify estimate boast brag shout yell scream chant cry exclaim whisper
mutter murmur sing plead demand urge propose recommend wonder query inquire protest object opine interject
disclose mention muse proclaim profess attest elaborate clarify retort snap fume gush rant tease echo
apologise apologize signal hint imply read speculate reckon bemoan caption sum thunder bellow roar hiss
bark urge affirm reaffirm reassert restate reason confide confess preach quote guess begin theorise theorize
hypothesise hypothesize indicate grouse gripe grumble kvetch carp moan whine groan growl grunt intone mumble
shriek snarl sob sputter stammer wail blurt deadpan marvel gloat
"""
_JUDGE = """
criticise criticize slam blast condemn denounce praise describe call brand label dub accuse blame compare
liken attack dismiss hail thank commend welcome disapprove mock ridicule decry deplore lambast lambaste
castigate rebuke chide berate characterise characterize portray refer deride reject laud applaud
congratulate tout fault scold vilify pan rail slate rap chastise upbraid salute
"""
_ASK = "order request encourage appeal invite challenge instruct implore beg beseech exhort"
_SHOW = "show find hold rule conclude"

_IRREGULAR = {
    "begin": ("begins", "began", "beginning"),
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "writing"),
    "swear": ("swears", "swore", "swearing"),
    "read": ("reads", "read", "reading"),
    "find": ("finds", "found", "finding"),
    "hold": ("holds", "held", "holding"),
    "show": ("shows", "showed", "showing"),
    "sing": ("sings", "sang", "singing"),
    "beseech": ("beseeches", "besought", "beseeching"),
}
_DOUBLED = listed("admit slam dub blog quip brag beg rap pan snap refer sum sob deadpan")
_PARTICIPLES = {"written": "write", "sworn": "swear", "shown": "show", "sung": "sing"}
# Forms that are nouns or adjectives more often than verbs count only where the tagger says verb.
AMBIGUOUS = listed(
    """
    claim claims report reports tweet tweets post posts text texts answer answers comment comments
    remark remarks state states note notes promise promises pledge pledges vow vows warning call calls
    demand demands order orders request requests appeal appeals challenge challenges brief briefs joke
    jokes estimate estimates chant chants cry cries scream screams shout shouts reply replies queries
    query object objects blast blasts attack attacks blame praise welcome label labels brand brands
    fault faults rule rules guess guesses reason reasons signal signals hint hints echo email emails
    finding findings reading writing holding announcing saying thanks quote quotes protest protests sum
    sums slate pan pans rap raps meeting read text tease bark roar wonder wonders begin begins
    beginning estimated alleged
    suggested reported described
    """
)


def _forms(lemma: str) -> tuple[str, str, str]:
    """Return the s-form, the past and the ing-form of a regular or listed verb."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma in _DOUBLED:
        return f"{lemma}s", f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing"
    if lemma.endswith("e"):
        return f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"
    return f"{lemma}{'es' if lemma.endswith(('s', 'sh', 'ch', 'x')) else 's'}", f"{lemma}ed", f"{lemma}ing"


def _table() -> dict[str, CueForm]:
    table: dict[str, CueForm] = {}
    for words, kind in (
        (_SHOW, CueKind.SHOW),
        (_ASK, CueKind.ASK),
        (_JUDGE, CueKind.JUDGE),
        (_SAY, CueKind.SAY),
    ):
        for lemma in words.split():
            third, past, gerund = _forms(lemma)
            table[lemma] = CueForm(lemma, kind, plain=True, finite=True, past=past == lemma)
            table[third] = CueForm(lemma, kind, finite=True)
            table[gerund] = CueForm(lemma, kind, gerund=True)
            if past != lemma:
                table[past] = CueForm(lemma, kind, finite=True, past=True)
    for form, lemma in _PARTICIPLES.items():
        table[form] = CueForm(lemma, table[lemma].kind, past=True)
    return table


CUES = _table()

# Cue verbs that name whom they are said to right after them.
TELLING = listed(
    """
    tell remind assure inform advise warn ask email text brief promise
    """
)
# What is called together, up or off rather than named. Source: English usage.
CONVENED = listed(
    """
    meeting session election vote referendum strike halt conference rally summit inquest inquiry poll recess truce
    ceasefire boycott hearing ambulance police taxi witness caucus protest march primary
    """
)
# Verbs that give somebody a name: "called him “Mr Big”".
NAMING = listed("call dub brand label")
# Verbs that say with "as" what somebody or something is.
AS_VERBS = listed(
    "describe characterise characterize portray refer dismiss condemn denounce hail brand label praise"
)
# ASK-like verbs: with an infinitive after their object they report what somebody shall do.
SUASIVE = listed(
    """
    ask urge tell order request encourage instruct implore beg beseech exhort advise
    """
)

# Lemmas of verbs, nouns and adjectives of thought, feeling and will: what somebody holds or wants, not says. They
# report only where the model marks them as a cue.
# Source: the verbs of cognition and volition of Quirk et al. (1985, §16.31-38), their nouns and adjectives.
VIEWS = listed(
    """
    support want hope think back believe oppose seek push plan view decide consider feel fear expect favor favour
    prefer doubt envision deem resist suspect worry intend aim hate admire dislike aspire regard wish assume
    presume anticipate foresee dread regret resent distance imagine trust weigh agree disagree embrace
    accept advocate champion
    opinion belief position opposition stance idea decision goal supporter opponent skeptic sceptic skeptical
    sceptical confident convinced worried concerned hopeful
    """
)
# Lemmas of further verbs and nouns of speech and discussion that report only where the model marks them as a cue.
# Source: those that open ten attributions or more in the PolNeAR training part, and their nearest synonyms.
DISCUSSING = listed(
    """
    endorse talk point cite offer question decline defend refuse express discuss highlight raise promote speak
    threaten outline reference unveil voice assail detail invoke disavow lay underscore rebut articulate
    eviscerate forecast project critique vouch scoff address dispute paint specify list document press rip lash
    lambast belittle downplay minimise minimize put cast insist clear
    endorsement criticism critic proposal commitment refusal advice rate pound
    """
)
STANCES = VIEWS | DISCUSSING

# What shows but says nothing, and where an account heard it without whom it asked: "according to interviews".
UNASKED = listed(
    """
    footage video videos clip clips cctv picture pictures photo photos photograph photographs images
    interview interviews conversation conversations discussion discussions
    """
)
# Verbs that things do as well as people: "the crash claimed", "the delay adds", "signs point".
THINGS_DO = listed(
    """
    add suggest claim signal hint reveal affirm reaffirm confirm observe sing read demand continue conclude begin remind
    promise imply echo show indicate hold mention report challenge invite encourage threaten call answer explain
    estimate clarify recall caution reiterate
    """
)

# Nouns for something said: "in a statement", "assurances from X that", "X's claim that".
SAYINGS = listed(
    """
    assurance assurances claim claims statement warning warnings promise promises pledge pledges
    allegation allegations suggestion suggestions assertion assertions announcement admission insistence
    denial complaint complaints accusation accusations comment comments remark remarks argument vow
    contention prediction report reports
    """
)
# Nouns for what carries words, and so stand for the channel of a statement, never for its speaker.
CHANNELS = listed(
    """
    statement tweet tweets post posts letter email e-mail message messages memo interview interviews
    speech briefing conference video clip blog article column op-ed editorial release testimony address
    remarks report telephone phone call text texts broadcast podcast thread note memoir book filing
    affidavit website webpage
    """
)
# Subjects that are documents or inquiries: they find, show and read.
DOCUMENTS = listed(
    """
    poll polls survey surveys report reports study studies review inquiry investigation research figures
    data analysis court judge tribunal jury watchdog letter email memo sign signs placard placards
    banner banners statement document documents filing lawsuit complaint indictment notice message
    headline tweet post law panel commission committee findings audit census statistics researchers
    scientists
    """
)


def cue_form(word: str, upos: str) -> CueForm | None:
    """Return the cue form that `word` (of this part of speech) is, or None."""
    low = word.lower()
    form = CUES.get(low)
    if form is None or upos == "PROPN":
        return None
    if upos in ("VERB", "AUX"):
        return form
    return None if low in AMBIGUOUS or form.plain else form
