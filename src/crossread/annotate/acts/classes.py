"""Whole classes of verbs by which offices and bodies act, whatever they act on.

The frames of `frames` and `rulings` hold each verb to the objects of its official sense. Here a class of
verbs (Levin 1993; Quirk et al. 1985, 16.30-16.33) is held to an official subject instead: somebody named, a
body, or an office. Verbs that bodies alone can do ("repeal") take any object; those that anybody does
("cut", "launch") take what authorities, courts and companies deal in.
"""

from __future__ import annotations

from crossread.annotate.acts.forms import both_numbers
from crossread.annotate.acts.frames import (
    COMMENT,
    DEEDS,
    GATHERINGS,
    INQUIRIES,
    LAWS,
    OCCASIONS,
    OCCURRENCES,
    PENALTIES,
    Frame,
    Shape,
    Voice,
)
from crossread.annotate.acts.rulings import COURTS
from crossread.record.annotation import ActKind
from crossread.text.listing import listed

# What authorities, parliaments, courts and companies deal in.
MATTERS = both_numbers(
    LAWS
    | PENALTIES
    | INQUIRIES
    | listed(
        "rule regulation policy guideline guidance standard code mandate statute constitution clause "
        "provision requirement directive decree permit licence license visa authorization authorisation "
        "approval clearance waiver exemption quota limit cap protection funding fund money budget spending "
        "grant subsidy aid loan bailout package stimulus tax taxes duty levy rate benefit pension wage pay "
        "salary bonus bonuses price fee payment compensation reward million billion export import trade "
        "sale supply shipment production output contract partnership merger takeover acquisition bid offer "
        "investment shares nomination candidacy appointment post position job rank plan programme "
        "program project scheme initiative strategy proposal campaign crackdown operation offensive "
        "exercise service flight train school border crossing road street bridge station embassy consulate "
        "office base camp site plant factory store branch branches troops forces soldiers personnel staff "
        "ambassador diplomats envoy delegation warships missile weapon sanctions ceasefire truce emergency "
        "curfew lockdown quarantine vaccine drug medicine product model feature version election vote "
        "referendum ballot parliament assembly session hearing hearings trial case charge count appeal "
        "conviction sentence ruling decision order motion request petition complaint application settlement "
        "transfer construction drilling development proceedings recommendation deal negotiations talks "
        "relations ties membership access asylum citizenship extension increase reduction expansion closure "
        "repeal change allocation withdrawal pullout deployment evacuation airstrike strike raid "
        "intersection highway airport airspace square status right award medal title contribution donation "
        "restriction ban moratorium article attempt effort push move travel guard beach park museum church mosque "
        "restaurant bar pub shop business mall hospital clinic prison tunnel port harbour harbor runway terminal"
    )
)
# Bodies that vote on what they reject.
LEGISLATURES = listed(
    "congress parliament senate house assembly council commons lords bundestag legislature voters"
)
_ACCORDS = listed("deal agreement settlement accord compromise truce pact ceasefire consensus")
_VOICES = Voice.BOTH
_X, _D, _N, _C = ActKind.DECISION, ActKind.DEMAND, ActKind.REFUSAL, ActKind.COMMITMENT
_OBJECT, _PARTY, _TO, _PARTY_TO, _THAT = Shape.OBJECT, Shape.PARTY, Shape.TO, Shape.PARTY_TO, Shape.THAT


def _official(kind: ActKind, verbs: str, shape: Shape = Shape.OBJECT, **more: object) -> Frame:
    return Frame(kind, tuple(verbs.split()), shape, official=True, **more)  # type: ignore[arg-type]


_DECIDING = (
    # Of what the verb alone says that it is an authority's or a body's.
    _official(
        _X,
        "approve ratify enact veto authorize authorise legalize legalise outlaw prohibit abolish repeal rescind revoke "
        "impose reimpose waive annex nationalize nationalise privatize privatise overturn overrule reinstate allocate "
        "earmark mandate disband dissolve declassify blacklist decriminalize decriminalise criminalize criminalise "
        "designate reclassify decertify defund cancel postpone scrap shelve ban suspend reverse finalize finalise "
        "codify subsidize subsidise commute sanction ditch endorse",
        voice=_VOICES,
    ),
    _official(
        _X,
        "halt pass sign adopt introduce unveil issue launch establish create lift extend renew cut slash reduce raise "
        "increase hike lower end terminate withdraw pull deny grant block defeat delay defer limit restrict tighten "
        "ease relax loosen close shut reopen expand remove eliminate replace reform amend fund finance accept "
        "deploy send dispatch freeze double triple drop abandon adjourn broker seal conclude ground "
        "recall disable activate mobilize mobilise bar authorise transfer rename convert relocate redraw award restore",
        voice=_VOICES,
        heads=MATTERS,
    ),
    _official(
        _X,
        "announce",
        voice=_VOICES,
        heads=MATTERS
        - listed(
            "plan plans proposal proposals appeal initiative deal agreement vote decision ruling order candidacy "
            "candidacies"
        )
        | listed(
            "cancellation resumption creation formation termination imposition easing reopening end suspension launch "
            "removal firing dismissal ouster arrest arrests crackdown nominee successor replacement pick"
        ),
    ),
    _official(_X, "close shut", after=("down",), voice=_VOICES, heads=MATTERS),
    _official(_X, "summon", _PARTY),
    _official(_X, "sign", but=listed("letter petition autographs book books pledge")),
    _official(
        _X, "order", but=listed("food drinks dinner lunch breakfast pizza copies aircraft planes jets")
    ),
    _official(_X, "refer", heads=listed("matter case complaint allegations findings charges issue material")),
    _official(_X, "refer", _PARTY, heads=listed("investigation prosecution prosecutors police inquiry")),
    _official(
        _X,
        "raid seize confiscate impound",
        voice=_VOICES,
        but=listed("opportunity chance moment initiative control power spotlight attention headlines"),
    ),
    _official(_X, "sign", after=("off", "on")),
    _official(_X, "declare", heads=listed("mourning pandemic day days holiday")),
    _official(_X, "set", heads=listed("deadline date meeting hearing trial limit target goal price")),
    _official(_X, "roll scale cut", after=("back",), voice=_VOICES),
    _official(_X, "vote", after=("down",), voice=_VOICES),
    _official(_X, "implement", heads=MATTERS),
    _official(_X, "call", after=("off",), voice=_VOICES),
    _official(
        _X, "rewrite revise overhaul update", heads=MATTERS
    ),  # no passive: "this post has been updated"
    _official(_X, "stop cease discontinue", Shape.DOING),
    _official(_X, "opt vote decide", after=("for",), heads=MATTERS),
    _official(_X, "vote", after=("in", "favor", "of")),
    _official(_X, "vote", after=("in", "favour", "of")),
    _official(_X, "order instruct direct decree decide", _THAT),
    _official(_X, "confirm", _PARTY, by=LEGISLATURES),
    _official(
        _X, "authorize authorise empower allow permit require forbid instruct command assign clear", _PARTY_TO
    ),
    _official(
        _X,
        "tap pick select choose promote demote reinstate fine ban sanction reassign evict nominate "
        "appoint endorse pardon suspend expel terminate bar block prohibit restrict",
        _PARTY,
    ),
    _official(
        _X, "accept", heads=listed("resignation departure retirement invitation nomination offer deal")
    ),
)
# Public occasions from which somebody can stay away.
_ATTENDED = frozenset(
    {
        *OCCASIONS,
        *listed("speech address summit debate dinner inauguration ceremony meetings talks hearings games"),
    }
)
_ASKING = (
    _official(ActKind.RECOMMENDATION, "propose suggest", _THAT),
    _official(ActKind.RECOMMENDATION, "suggest propose", Shape.DOING),
    _official(
        ActKind.SCHEDULED,
        "schedule",
        heads=_ATTENDED
        | listed("trial deadline elections vote votes consideration hearing arguments debate"),
    ),
    _official(
        ActKind.RECOMMENDATION,
        "propose",
        heads=MATTERS | listed("change changes amendment cuts reforms solution alternative compromise"),
    ),
    _official(
        ActKind.REQUEST,
        "seek solicit",
        heads=listed(
            "injunction damages extradition resignation warrant asylum clemency approval permission support "
            "documents records testimony help assistance funding funds donations protection "
            "volunteers witnesses compensation penalty sentence bail delay extension refund authority"
        ),
    ),
    _official(_D, "push petition challenge prod", _PARTY_TO),
    _official(_D, "press push lobby", Shape.ON),
    _official(ActKind.REQUEST, "ask", Shape.ON, but=COMMENT | listed("help forgiveness why how what")),
    _official(ActKind.REQUEST, "invite", _PARTY_TO, voice=Voice.PASSIVE),
    _official(ActKind.REQUEST, "invite", _PARTY, heads=_ATTENDED | listed("briefing session white house")),
)
# Deeds one can be held to: those of the lists, and what bodies decide.
ACCOUNTABLE = DEEDS | OCCURRENCES | frozenset(verb for frame in _DECIDING for verb in frame.verbs)
# Verbs of what befalls somebody or is so, which a diary does not hold: "will lose 40 jobs by May".
NOBODYS = listed(
    "be have see need know like love face lose win become suffer feel seem get want mean cost rise fall drop grow earn "
    "receive remain stay live die enjoy benefit struggle fail find realise realize learn hear hope expect look take "
    "remember forget regret celebrate mourn miss recall let "
    "watch go prove strive endure experience undergo age own owe depend exceed reach top total number average"
)
# Deeds that somebody can do or leave, beside those of the frames: the verbs of doing with which offices and
# bodies are told of (Levin 1993: give, send, change of possession, create, remove, social interaction).
AGENTIVE = (
    ACCOUNTABLE
    | listed(
        "continue remain move work seek serve run pursue ask urge fight defend protect push help use take "
        "get put keep bring build buy sell spend give send share show stop start begin allow let permit "
        "support back join create change update upgrade expand extend add offer operate rely turn act play "
        "focus target treat train monitor patrol search arrest detain charge try prosecute interview "
        "contact inform notify advise visit campaign contest compete retire return sign host air broadcast "
        "print ship distribute collect hand transfer limit restrict tighten strengthen double triple match "
        "donate contribute sponsor waive refund apologise concede negotiate talk cooperate collaborate "
        "consult coordinate participate testify vote defer delay review reconsider evaluate assess examine "
        "study investigate audit oppose reject refuse decline accept honor honour recognise recognize "
        "respect follow obey abide enforce implement retaliate strike attack shoot drop file submit deliver "
        "present produce introduce unveil debut table propose recommend call demand comment discuss "
        "disclose divulge release publish name identify confirm deny answer respond reply skip boycott "
        "travel fly exempt lay outline detail spell assist aid escort accompany brief withhold"
    )
) - listed("insist end step suggest warn tell")
# Things that one speaks of doing, in which news tells a stance: "reached a deal", "offered a compromise".
_SCHEMES = listed(
    "proposal proposals compromise solution alternative alternatives amendment amendments reforms idea ideas plan"
)
_EMPLOYERS = listed(
    "post job role position cabinet government administration company agency department bureau firm board committee "
    "council service ministry force organisation organization"
)
# A verb that is light beside its noun, which names the act: "issued an ultimatum" (Quirk et al. 1985, 10.30).
_BY_ITS_NOUN = (
    _official(ActKind.DENIAL, "issue repeat", heads=listed("denial denials")),
    _official(ActKind.RECOMMENDATION, "make issue", heads=listed("recommendation recommendations")),
    _official(ActKind.RECOMMENDATION, "float propose", heads=_SCHEMES),
    _official(_X, "agree", after=("to",), heads=MATTERS | _ACCORDS),
    _official(_X, "agree reach strike clinch ink forge broker", heads=_ACCORDS),
)
_LEAVING = (
    _official(ActKind.RESIGNATION, "leave depart exit quit", heads=_EMPLOYERS),
    Frame(_X, ("place", "put"), Shape.ALONE, ("on", "leave"), Voice.PASSIVE),
    _official(_X, "place put", _PARTY, heads=listed("leave")),
    _official(_X, "concede", heads=listed("race election defeat contest")),
    _official(_X, "go", Shape.ALONE, after=("on", "strike")),
    Frame(_X, ("place", "put"), Shape.ALONE, ("on", "administrative", "leave"), Voice.PASSIVE),
)
_STANDING_AGAINST = (
    _official(_X, "withdraw", but=listed("comment")),
    _official(ActKind.RECOMMENDATION, "advise", _PARTY_TO),
    _official(ActKind.RECOMMENDATION, "advise recommend", after=("against",)),
    _official(_N, "reject resist", Shape.DOING),
    _official(
        _N,
        "refuse",
        heads=GATHERINGS | listed("deal compromise interview visa entry access aid asylum bail"),
    ),
    _official(ActKind.OPPOSITION, "oppose", Shape.DOING),
    _official(ActKind.OPPOSITION, "speak come", after=("out", "against")),
    _official(ActKind.OPPOSITION, "object", after=("to",), but=listed("characterization characterisation")),
)
_TAKING = (
    _official(
        _C,
        "plan intend",
        _TO,
        present=True,
        but=listed("comment forward"),
    ),
    # not what one shouts in anger, nor what a danger threatens to do
    _official(
        _C,
        "threaten vow promise pledge",
        _TO,
        but=listed("kill throw beat punch hit strangle rape hurt derail overrun engulf ruin"),
    ),
    _official(
        _C,
        "threaten",
        heads=LAWS | PENALTIES | listed("action lawsuit suit strike veto boycott retaliation shutdown"),
    ),
    _official(
        _C,
        "promise vow",
        heads=MATTERS
        | listed("support help relief justice reform answers action retaliation revenge transparency change"),
    ),
)
_REFUSING = (
    _official(_X, "reject", voice=_VOICES, by=LEGISLATURES),
    _official(ActKind.COURT, "reject dismiss", voice=_VOICES, by=COURTS),
    _official(
        ActKind.COURT, "bring lodge", voice=_VOICES, heads=listed("case lawsuit suit claim action complaint")
    ),
    _official(_N, "reject", voice=_VOICES, heads=MATTERS | listed("design overture subpoena demand")),
    _official(
        ActKind.OPPOSITION,
        "voice express announce declare state reiterate",
        heads=listed("opposition"),
    ),
)
CLASS_FRAMES: tuple[Frame, ...] = (
    *_DECIDING,
    *_BY_ITS_NOUN,
    *_LEAVING,
    *_STANDING_AGAINST,
    *_ASKING,
    *_TAKING,
    *_REFUSING,
)
