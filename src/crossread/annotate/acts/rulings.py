"""The frames of courts, parliaments and authorities: rulings, votes, sanctions, appointments, steps of a case.

The verbs are those that the glossaries of courts and parliaments use for their own acts (US Courts glossary,
UK Parliament glossary, US Senate glossary). Most have another sense ("blocked the road", "struck down by flu"),
so each is held to what a body rules on (`heads`) and, where it is a court's, to a court as its subject (`by`).
"""

from __future__ import annotations

from crossread.annotate.acts.frames import BILLS, LAWS, PENALTIES, TASKS, Frame, Shape, Voice
from crossread.record.annotation import ActKind
from crossread.text.listing import listed

COURTS = listed("court courts judge judges justices tribunal jury jurors magistrate magistrates circuit")
PROSECUTORS = listed(
    "prosecutors prosecutor police authorities jury attorney commission regulators detectives"
)
# What a court rules on.
_RULED_ON = LAWS | listed(
    "ban bans ruling rulings conviction convictions sentence sentences decision policy rule rules case lawsuit "
    "lawsuits suit charge charges count appeal appeals verdict injunction statute mandate map maps petition request "
    "requests challenge restrictions bid provision provisions extradition deportation injunctions bail stay warrant"
)
_ORDERED_BY_COURT = listed(
    "injunction injunctions warrant warrants order stay bail ruling verdict judgment judgement"
)
_APPEALED = listed("ruling decision verdict conviction sentence judgment case order")
_FILED = listed("charges appeal motion petition brief lawsuit complaint complaints notice paperwork case")
# What parliaments and authorities decide on, beside laws.
_DECIDED_ON = LAWS | listed(
    "nomination nominee sanctions ban deadline permit licence license visa visas mandate rule rules policy tariffs "
    "ceasefire merger sale vaccine application funding aid package treaty accord articles sanction"
)
_LEFT = listed(
    "agreement treaty accord deal race talks pact contest election organization organisation coalition"
)
_PRICES = listed("$ £ € % fee fees rent price prices extra double more interest tuition up")
_DECREES = listed("order orders decree proclamation directive waiver pardon moratorium")

_C, _X, _N = ActKind.COURT, ActKind.DECISION, ActKind.REFUSAL
_OBJECT, _ALONE, _PARTY, _BOTH, _PASSIVE = Shape.OBJECT, Shape.ALONE, Shape.PARTY, Voice.BOTH, Voice.PASSIVE

_COURTS_ALONE = tuple(
    sorted(listed("block halt overturn uphold invalidate quash vacate enjoin reinstate void"))
)
_COURT_FRAMES = (
    Frame(
        _C,
        (
            *("reverse", "dismiss", "affirm", "suspend", "reject", "grant", "deny", "refuse"),
            *("uphold", "overturn", "block", "vacate", "quash", "invalidate", "reinstate", "halt"),
        ),
        _OBJECT,
        (),
        _BOTH,
        _RULED_ON,
        by=COURTS,
    ),
    # What courts alone do is theirs whatever they do it to: "halted parts of the programme".
    Frame(_C, _COURTS_ALONE, _OBJECT, by=COURTS),
    Frame(_C, ("strike", "knock"), _OBJECT, ("down",), _BOTH, by=COURTS),
    Frame(_C, ("throw",), _OBJECT, ("out",), _BOTH, _RULED_ON, by=COURTS),
    Frame(_C, ("issue", "lift", "enter", "deliver"), _OBJECT, (), _BOTH, _ORDERED_BY_COURT, by=COURTS),
    Frame(_C, ("hand",), _OBJECT, ("down",), by=COURTS),
    Frame(_C, ("find", "hold", "rule"), Shape.THAT, by=COURTS),
    Frame(_C, ("find",), _PARTY, by=COURTS),
    Frame(_C, ("declare",), _OBJECT, heads=listed("unconstitutional unlawful illegal invalid"), by=COURTS),
    Frame(_C, ("side",), _ALONE, ("with",), by=COURTS),
    Frame(_C, ("rule",), _ALONE, ("against",), by=COURTS),
    Frame(_C, ("rule",), _ALONE, ("in", "favor"), by=COURTS),
    Frame(_C, ("rule",), _ALONE, ("in", "favour"), by=COURTS),
    Frame(_C, ("convict", "acquit", "sentence"), _PARTY, by=COURTS),
    Frame(_C, ("arraign", "extradite", "acquit", "exonerate"), _ALONE, voice=_PASSIVE),
    Frame(_C, ("enter", "change", "withdraw"), _OBJECT, heads=listed("plea")),
    Frame(_C, ("appeal",), _OBJECT, heads=_APPEALED),
    Frame(_C, ("file",), _OBJECT, (), _BOTH, heads=_FILED | {"suit", "suits", "lawsuits"}),
    Frame(_C, ("go",), _ALONE, ("on", "trial")),
    Frame(_C, ("stand",), _ALONE, ("trial",)),
    Frame(_C, ("convict", "acquit"), _ALONE, ("for",), _PASSIVE),
    Frame(_X, ("recuse",), _ALONE),
    Frame(ActKind.CHARGE, ("charge",), _PARTY, by=PROSECUTORS, but=TASKS),
    Frame(ActKind.CHARGE, ("charge",), _ALONE, voice=_PASSIVE, but=TASKS | _PRICES),
)
_STATE_FRAMES = (
    Frame(
        _X,
        (
            *("enact", "adopt", "ratify", "reject", "defeat", "authorize", "authorise", "rescind", "revoke"),
            *("scrap", "extend", "shelve", "block", "approve", "renew"),
        ),
        _OBJECT,
        (),
        _BOTH,
        _DECIDED_ON,
    ),
    Frame(_X, ("introduce",), _OBJECT, heads=BILLS),
    Frame(
        _X, ("vote",), _OBJECT, ("against",), heads=_DECIDED_ON | listed("budget impeachment confirmation")
    ),
    Frame(_X, ("sign",), _OBJECT, ("into", "law")),
    Frame(_X, ("issue", "sign"), _OBJECT, (), _BOTH, _DECREES),
    Frame(_X, ("announce", "reimpose", "tighten", "ease", "waive", "extend"), _OBJECT, (), _BOTH, PENALTIES),
    Frame(_X, ("withdraw",), _OBJECT, ("from",), heads=_LEFT),
    Frame(_X, ("pull", "drop", "bow"), _OBJECT, ("out", "of"), heads=_LEFT),
    Frame(
        _X, ("expel", "censure", "impeach", "pardon", "deport", "nominate", "appoint", "reappoint"), _PARTY
    ),
    Frame(
        _X,
        (*("sanction", "censure", "impeach", "pardon", "fine", "deport"),),
        _ALONE,
        voice=_PASSIVE,
    ),
)
_STANCES = (
    Frame(_N, ("defy", "flout", "ignore"), _OBJECT, heads=listed("order orders subpoena subpoenas ruling")),
    Frame(ActKind.DENIAL, ("maintain", "protest", "proclaim"), _OBJECT, heads=listed("innocence")),
)

RULING_FRAMES: tuple[Frame, ...] = (*_COURT_FRAMES, *_STATE_FRAMES, *_STANCES)
