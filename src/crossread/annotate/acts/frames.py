"""The frames that show acts, as data: which words, in which construction, make which kind of act.

A frame is a verb (or noun) of reporting with the construction that must
follow it: news shows an act by "X called on Y to …", not by a bare "must" or
"will". The verbs are the performatives of English grammar (Quirk et al. 1985,
16.30-16.33: commissive, directive and announcing verbs) and the fixed terms of
police and court reporting.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from crossread.record.annotation import ActKind
from crossread.text.closed_classes import POSSESSIVES
from crossread.text.listing import listed


class Shape(Enum):
    """The construction that follows a cue."""

    TO = auto()  # "refused to resign"
    PARTY_TO = auto()  # "urged ministers to act"
    FOR = auto()  # "called for a review", "called for ministers to act"
    ON = auto()  # "called on ministers to act", "called on ministers for answers"
    OBJECT = auto()  # "ordered a review"
    QUESTION = auto()  # "are investigating whether the brakes failed", "are investigating the crash"
    THAT = auto()  # "promised that the road would open"
    DOING = auto()  # "committed to reviewing", "ruled out resigning"
    ALONE = auto()  # "resigned"; "were arrested for theft"
    PARTY = auto()  # "arrested four people", "sacked the minister"


class Voice(Enum):
    """Whose deed the subject's is: its own, or one done to it."""

    ACTIVE = auto()
    PASSIVE = auto()
    BOTH = auto()


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue verb, the words right after it, and the construction that follows.

    `heads` limits the noun of an object, or of a passive's subject, or the verb of "to …"; `but`
    excludes complements that hold one of its words.
    """

    kind: ActKind
    verbs: tuple[str, ...]
    shape: Shape
    after: tuple[str, ...] = ()
    voice: Voice = Voice.ACTIVE
    heads: frozenset[str] = frozenset()
    but: frozenset[str] = frozenset()
    present: bool = False  # whether it counts only as told of now: "plans to", "is planning to"
    by: frozenset[str] = frozenset()  # words of which the one who does it must bear one: "judge", "court"
    official: bool = False  # whether the one who does it must be somebody named, a body or an office


INQUIRIES = listed(
    "investigation investigations inquiry inquiries enquiry enquiries review reviews probe probes inquest "
    "inquests audit audits taskforce inspection commission"
)
INQUIRING = listed("investigate inquire review probe look examine audit inspect")
# "commission" is an inquiry only as an object of founding ("set up a commission"), never of taking part.
CALLS = listed("call calls demand demands request requests appeal appeals plea pleas pressure")
OFFERS = listed(
    "proposal proposals offer offers bid bids recommendation recommendations plan plans ultimatum motion"
)
ALLEGATIONS = listed(
    "assertion assertions "
    "allegation allegations accusation accusations claim claims charge charges suggestion suggestions report "
    "reports criticism rumour rumours rumor rumors"
)
LAWS = listed(
    "bill bills law laws act legislation resolution resolutions order orders measure measures amendment "
    "amendments budget deal agreement treaty ordinance decree proclamation memorandum motion plan"
)
BILLS = listed("bill bills legislation law amendment motion resolution ordinance")
PENALTIES = listed(
    "sanction sanctions fine fines ban bans curfew tariff tariffs restriction restrictions penalty"
)
GATHERINGS = listed("meeting meetings session summit talks conference hearing")
OCCASIONS = GATHERINGS | listed(
    "vigil event events march rally match game concert trip visit tour flight flights election elections vote "
    "protest show festival ceremony parade service services race start tournament"
)
TASKS = listed(  # what somebody is charged with as a duty
    "investigating overseeing enforcing protecting managing ensuring leading developing prosecuting "
    "finding maintaining advising upholding implementing reviewing drafting"
)
APPEALS = listed("appeal appeals plea")
LITIGATION = listed("lawsuit lawsuits suit suits complaint")
WRITTEN = listed("complain ask demand urge request call protest seek object")  # why one writes to a body
AUTHORITIES = listed(
    "investigators investigation investigations inquiry probe police detectives prosecutors authorities counsel "
    "officials officers regulators fbi"
)
SEARCHING = listed("police authorities detectives investigators officers deputies")
QUESTIONS = listed("question questions")
COMMENT = listed(
    "comment comments response say explain respond elaborate describe details thoughts views reaction"
)

# What one does not do by standing firm, whatever is asked.
GIVING_WAY = listed("cave budge relent waver flinch rest")

# Deeds somebody can be held to: what "I will …" and "she said she would …" must
# announce to count as a commitment. From the verbs of the sentences labelled
# as promises in political releases, without those of belief, being and hope.
DEEDS = listed(
    "publish release review investigate meet appoint introduce bring hold launch establish pay refund "
    "compensate order commission resign sign veto repeal ban fund invest provide build chair write "
    "testify appear cooperate comply file appeal sue respond announce send deploy withdraw close open "
    "end cut raise increase reduce deliver implement replace remove conduct consult attend vote reopen "
    "develop create unveil lobby recruit hire rebuild repair install prosecute regulate reform table "
    "restore donate return recuse submit disclose challenge nominate evacuate suspend cancel lift "
    "impose reinstate apologise apologize step stand set hand give refer divulge produce"
)
# What is put in a diary.
OCCURRENCES = listed(
    "address announce answer appear arraign arrive attend begin brief chair close conclude consider convene "
    "debate decide deliver depart deploy deport disclose discuss divulge evacuate extradite face fly give hear hold "
    "host inaugurate introduce join launch lead leave make meet open present publish question quiz release report "
    "resign resume retire return rule sentence sign speak stand start step submit swear take testify travel "
    "unveil visit vote withdraw"
)
# What is planned as a deed of its own ("is planning new controls").
PLANNED = (
    INQUIRIES
    | LAWS
    | listed(
        "campaign campaigns effort efforts control controls rules reform reforms cuts closures strike strikes protest "
        "protests march rally changes expansion sanctions crackdown referendum"
    )
)

_D, _R, _C = ActKind.DEMAND, ActKind.REQUEST, ActKind.COMMITMENT
_I, _N = ActKind.INQUIRY, ActKind.REFUSAL

VERB_FRAMES: tuple[Frame, ...] = (
    Frame(
        _D,
        ("call", "push", "press", "lobby", "plead", "clamour"),
        Shape.FOR,
        ("for",),
        but=listed("help mercy"),
    ),
    Frame(_D, ("call",), Shape.ON, ("on",)),
    Frame(_D, ("call",), Shape.ON, ("upon",)),
    Frame(_D, ("urge", "implore", "beg", "exhort", "beseech"), Shape.PARTY_TO, voice=Voice.BOTH),
    Frame(_D, ("pressure", "press"), Shape.PARTY_TO),
    Frame(_D, ("urge",), Shape.OBJECT, but=listed("caution calm restraint patience unity peace")),
    Frame(_D, ("subpoena",), Shape.PARTY),
    Frame(_D, ("subpoena",), Shape.OBJECT),
    Frame(_D, ("subpoena",), Shape.ALONE, voice=Voice.PASSIVE),
    Frame(_D, ("issue", "serve"), Shape.OBJECT, heads=listed("subpoena subpoenas summons summonses")),
    Frame(_D, ("issue",), Shape.OBJECT, heads=listed("demand demands ultimatum")),
    Frame(_D, ("demand",), Shape.THAT),
    Frame(_D, ("demand",), Shape.TO, but=listed("know why how what whether if")),
    Frame(_D, ("demand",), Shape.OBJECT),
    Frame(_R, ("ask",), Shape.PARTY_TO, voice=Voice.BOTH, but=COMMENT),
    Frame(_R, ("ask", "appeal"), Shape.FOR, ("for",), but=COMMENT | listed("help forgiveness")),
    Frame(_R, ("appeal",), Shape.ON, ("to",)),
    Frame(_R, ("invite",), Shape.PARTY_TO),
    Frame(_R, ("write",), Shape.ON, ("to",), heads=WRITTEN),
    Frame(
        _R,
        ("launch", "issue", "make", "renew", "repeat"),
        Shape.OBJECT,
        heads=APPEALS,
        but=listed("against court conviction sentence ruling verdict decision"),
    ),
    Frame(_R, ("file", "submit", "lodge", "send"), Shape.OBJECT, heads=listed("request requests")),
    Frame(_R, ("request", "ask"), Shape.THAT),
    Frame(_R, ("request",), Shape.OBJECT, but=COMMENT),
    Frame(_C, ("promise", "pledge", "vow", "undertake", "commit", "swear", "agree"), Shape.TO),
    Frame(_C, ("promise", "pledge", "vow", "guarantee"), Shape.THAT),
    Frame(_C, ("commit",), Shape.DOING, ("to",), Voice.BOTH),
    Frame(_C, ("offer",), Shape.TO),
    Frame(
        _C,
        ("offer",),
        Shape.OBJECT,
        heads=listed(
            "reward help assistance talks deal settlement amnesty asylum refund refunds compensation"
        ),
    ),
    Frame(_C, ("cooperate",), Shape.ALONE, ("with",), heads=AUTHORITIES, present=True),
    Frame(
        _C,
        ("plan", "intend"),
        Shape.TO,
        heads=(DEEDS | listed("begin start")) - listed("vote attend"),
        present=True,
    ),
    Frame(_C, ("plan",), Shape.OBJECT, heads=PLANNED, present=True),
    Frame(_C, ("plan",), Shape.DOING, ("on",), present=True),
    Frame(_C, ("pledge",), Shape.OBJECT, but=listed("allegiance")),
    Frame(ActKind.RECOMMENDATION, ("recommend",), Shape.THAT),
    Frame(ActKind.RECOMMENDATION, ("recommend",), Shape.DOING),
    Frame(ActKind.RECOMMENDATION, ("recommend",), Shape.OBJECT),
    Frame(_I, ("commission", "appoint"), Shape.PARTY_TO, voice=Voice.BOTH, heads=INQUIRIES | INQUIRING),
    Frame(
        _I,
        tuple(sorted(listed("order commission launch open announce begin start establish initiate convene"))),
        Shape.OBJECT,
        voice=Voice.BOTH,
        heads=INQUIRIES,
        but=listed("concluded completed findings"),
    ),
    Frame(_I, ("set",), Shape.OBJECT, ("up",), Voice.BOTH, INQUIRIES | listed("force committee panel")),
    Frame(_I, ("investigate", "probe"), Shape.QUESTION),
    Frame(_I, ("look",), Shape.QUESTION, ("into",)),
    Frame(_I, ("search", "look", "hunt"), Shape.QUESTION, ("for",), by=SEARCHING),
    Frame(_I, ("take",), Shape.OBJECT, ("over",), heads=INQUIRIES),
    Frame(_I, ("conduct", "lead"), Shape.OBJECT, (), Voice.BOTH, INQUIRIES - listed("commission taskforce")),
    Frame(_I, ("continue",), Shape.OBJECT, heads=INQUIRIES),
    Frame(_N, ("refuse", "decline"), Shape.TO, but=GIVING_WAY),
    Frame(_N, ("rule",), Shape.DOING, ("out",)),
    Frame(_N, ("rule",), Shape.OBJECT, ("out",), but=listed("possibility")),
    Frame(
        _N,
        ("resist", "reject", "rebuff", "dismiss", "ignore", "spurn", "decline", "refuse"),
        Shape.OBJECT,
        heads=CALLS | OFFERS,
    ),
    # "rejected the idea that …" is an opinion
    Frame(_N, ("turn",), Shape.OBJECT, ("down",), heads=CALLS | OFFERS),
    Frame(_N, ("deny",), Shape.OBJECT, heads=CALLS | OFFERS),
    Frame(_N, ("wave", "brush"), Shape.OBJECT, ("off",), heads=CALLS | OFFERS | QUESTIONS),
    Frame(_N, ("brush", "wave"), Shape.OBJECT, ("aside",), heads=CALLS | OFFERS | QUESTIONS),
    Frame(ActKind.DENIAL, ("deny",), Shape.THAT),
    Frame(ActKind.DENIAL, ("deny",), Shape.DOING),
    Frame(
        ActKind.DENIAL,
        ("deny",),
        Shape.OBJECT,
        but=listed(
            "access entry bail them him her justice benefits permission visa visas asylum parole clemency aircraft"
        ),
    ),
    Frame(ActKind.DENIAL, ("reject", "dismiss", "refute", "dispute"), Shape.OBJECT, heads=ALLEGATIONS),
    Frame(ActKind.OPPOSITION, ("oppose",), Shape.OBJECT),
    Frame(ActKind.ARREST, ("arrest",), Shape.ALONE, voice=Voice.PASSIVE),
    Frame(ActKind.ARREST, ("arrest",), Shape.PARTY),
    Frame(ActKind.ARREST, ("detain",), Shape.ALONE, voice=Voice.PASSIVE),
    Frame(ActKind.ARREST, ("take",), Shape.ALONE, ("into", "custody"), Voice.PASSIVE),
    Frame(ActKind.CHARGE, ("charge",), Shape.ALONE, ("with",), Voice.PASSIVE, but=TASKS),
    Frame(ActKind.CHARGE, ("indict",), Shape.ALONE, voice=Voice.PASSIVE),
    Frame(ActKind.CHARGE, ("indict",), Shape.PARTY),
    Frame(ActKind.COURT, ("appear",), Shape.ALONE, heads=listed("court courts magistrates judge")),
    Frame(ActKind.COURT, ("plead",), Shape.ALONE, ("guilty",)),
    Frame(ActKind.COURT, ("plead",), Shape.ALONE, ("not", "guilty")),
    Frame(ActKind.COURT, ("sentence",), Shape.ALONE, ("to",), Voice.PASSIVE),
    Frame(ActKind.COURT, ("convict", "acquit"), Shape.ALONE, ("of",), Voice.PASSIVE),
    Frame(ActKind.COURT, ("jail",), Shape.ALONE, ("for",), Voice.PASSIVE),
    Frame(
        ActKind.COURT,
        ("release", "free"),
        Shape.ALONE,
        ("on",),
        Voice.PASSIVE,
        listed("bail bond recognizance"),
    ),
    Frame(ActKind.COURT, ("release",), Shape.ALONE, ("under", "investigation"), Voice.PASSIVE),
    Frame(ActKind.COURT, ("release",), Shape.ALONE, ("without", "charge"), Voice.PASSIVE),
    Frame(ActKind.COURT, ("grant", "refuse", "deny"), Shape.ALONE, ("bail",), Voice.PASSIVE),
    Frame(ActKind.COURT, ("file",), Shape.OBJECT, heads=LITIGATION),
    Frame(ActKind.COURT, ("sue",), Shape.PARTY),
    Frame(ActKind.COURT, ("turn",), Shape.ALONE, ("himself", "in")),
    Frame(ActKind.COURT, ("turn",), Shape.ALONE, ("herself", "in")),
    Frame(ActKind.COURT, ("turn",), Shape.ALONE, ("themselves", "in")),
    Frame(ActKind.COURT, ("surrender",), Shape.ALONE, ("to",), heads=AUTHORITIES | {"department"}),
    Frame(ActKind.COURT, ("find",), Shape.ALONE, ("guilty",), Voice.PASSIVE),
    Frame(ActKind.COURT, ("remand",), Shape.ALONE, voice=Voice.PASSIVE),
    Frame(ActKind.RESIGNATION, ("resign",), Shape.ALONE),
    Frame(ActKind.RESIGNATION, ("step", "stand"), Shape.ALONE, ("down",)),
    Frame(ActKind.RESIGNATION, ("step", "stand"), Shape.ALONE, ("aside",)),
    Frame(ActKind.RESIGNATION, ("retire",), Shape.ALONE, present=True),
    # Being dismissed is somebody's decision, not a resignation.
    Frame(
        ActKind.DECISION,
        ("sack", "fire", "oust"),
        Shape.ALONE,
        voice=Voice.PASSIVE,
        but=listed("shot shots at up off into"),
    ),
    Frame(
        ActKind.DECISION,
        ("remove",),
        Shape.ALONE,
        ("from",),
        Voice.PASSIVE,
        listed("post office job duties team role position probe investigation case staff"),
    ),
    Frame(
        ActKind.DECISION,
        ("suspend", "demote", "expel", "reassign", "reinstate"),
        Shape.ALONE,
        voice=Voice.PASSIVE,
    ),
    Frame(ActKind.DECISION, ("dismiss",), Shape.ALONE, ("from",), Voice.PASSIVE),
    Frame(ActKind.DECISION, ("dismiss", "remove"), Shape.ALONE, ("as",), Voice.PASSIVE),
    Frame(ActKind.DECISION, ("sack", "oust"), Shape.PARTY, but=listed("quarterback")),
    Frame(ActKind.DECISION, ("fire",), Shape.PARTY),
    # "The board announced Hill's resignation" is told by the noun.
    Frame(
        ActKind.RESIGNATION,
        ("announce", "tender", "submit"),
        Shape.OBJECT,
        heads=listed("resignation retirement departure exit"),
        but=listed("'s ’s"),
    ),
    Frame(ActKind.DECISION, ("order", "instruct", "direct"), Shape.PARTY_TO, voice=Voice.BOTH),
    Frame(ActKind.DECISION, ("decide", "vote", "opt"), Shape.TO),
    Frame(ActKind.DECISION, ("rule",), Shape.THAT, but=listed("out")),
    Frame(
        ActKind.DECISION,
        ("approve", "pass", "sign", "veto", "repeal", "overturn"),
        Shape.OBJECT,
        (),
        Voice.BOTH,
        LAWS,
    ),
    Frame(ActKind.DECISION, ("impose", "lift"), Shape.OBJECT, (), Voice.BOTH, PENALTIES),
    Frame(
        ActKind.DECISION,
        ("cancel", "postpone", "suspend", "delay", "halt", "abandon"),
        Shape.OBJECT,
        (),
        Voice.BOTH,
        OCCASIONS,
    ),
    Frame(
        ActKind.DECISION,
        ("declare",),
        Shape.OBJECT,
        heads=listed("emergency martial ceasefire truce disaster"),
    ),
    Frame(ActKind.DECISION, ("convene", "summon"), Shape.OBJECT, (), Voice.BOTH, GATHERINGS),
    Frame(ActKind.APOLOGY, ("apologise", "apologize"), Shape.ALONE),
    Frame(ActKind.APOLOGY, ("issue", "offer"), Shape.OBJECT, heads=listed("apology")),
)


# Nouns that carry an act by themselves. A noun with `owner` counts only with
# somebody named as its author ("Ms Brown's request for …", "assurances from …").
@dataclass(frozen=True, slots=True)
class NounFrame:
    """A cue noun; `to` and `for_` say which complements it takes, `owner` whether it needs an author.

    With `announced` it counts only as the object of a verb of announcing, whose subject is the author.
    """

    kind: ActKind
    nouns: frozenset[str]
    to: bool = False
    for_: bool = False
    that: bool = False
    owner: bool = False
    announced: bool = False


NOUN_FRAMES: tuple[NounFrame, ...] = (
    NounFrame(_D, listed("calls"), to=True, for_=True),
    NounFrame(_D, listed("call demand"), to=True, for_=True, owner=True),
    NounFrame(_D, listed("demands"), to=True, for_=True, that=True),
    NounFrame(_R, listed("request requests plea pleas appeal"), to=True, for_=True, that=True, owner=True),
    NounFrame(_D, listed("deadline"), for_=True, announced=True),
    NounFrame(_C, listed("assurance assurances"), that=True, to=True),
    NounFrame(_C, listed("plan plans"), to=True, announced=True),
    NounFrame(
        ActKind.RECOMMENDATION, listed("recommendation recommendations"), to=True, that=True, owner=True
    ),
    NounFrame(_C, listed("promise pledge vow undertaking guarantee"), to=True, that=True, owner=True),
)

SCHEDULERS = listed("expected due scheduled set slated")
TELLING_VERBS = listed(
    "said says say added adds announced announces confirmed confirms tweeted wrote told stated insisted declared "
    "revealed explained"
)
OWN_PRONOUNS = listed("he she it they")
FIRST_PERSON = listed("i we")
OWNERS = POSSESSIVES - {"your"}  # whoever is spoken to is no party
