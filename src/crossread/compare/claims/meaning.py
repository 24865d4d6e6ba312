"""Words that mean nearly the same in news, and words that turn an assertion's force.

Two accounts seldom tell one happening with one verb. The kinds below join only
words that tell the same happening whoever does it; verbs whose sides matter
("buy" and "sell", "beat" and "lose to") stay apart. Compiled from the usage of
news English for this module.
"""

from __future__ import annotations

from crossread.text.listing import listed

_KINDS = """
die dead death kill killing fatality fatal deadly perish murder murderer slay slaughter; wound injure injury
hurt; arrest detain apprehend detention custody; explode explosion blast detonate detonation blow_up go_off;
attack assault storm barge; bomb bombing bomber; ram crash smash slam plough plow; shoot shooting gunfire
gunshot gunman; resign quit resignation step_down stand_down step_aside; retaliation revenge reprisal retaliate
avenge; damage destroy destruction; investigate investigation probe inquiry enquiry; vehicle car truck lorry van
automobile; unharmed uninjured unhurt; win victory triumph; rise increase climb grow surge soar growth jump
spike; fall decrease drop slump plunge tumble slide plummet decline shrink slip; acquire acquisition purchase
buy takeover; sack dismiss oust dismissal; cancel scrap cancellation call_off abandon; meet meeting; elect
election; sue lawsuit; rescue save; evacuate evacuation; quake earthquake; fire blaze inferno; disappear
disappearance vanish missing; flee escape run_away; gather gathering; clash scuffle; protest demonstration
demonstrate protester demonstrator; fine penalty; sentence jail imprison; people person civilian victim; child
kid; hospital hospitalise hospitalize; airstrike bombardment; troop soldier; refuse reject refusal rejection
turn_down rebuff turn_away throw_out; permit allow permission; ban outlaw prohibit prohibition forbid; order
commission instruct; ask request demand; attend attendance; accuse accusation; body corpse; create establish
establishment designate set introduce introduction set_up form launch propose proposal; recommend
recommendation; zone area space; safety safe; criticise criticize criticism condemn denounce condemnation
rebuke; begin start commence; end finish conclude stop discontinue cease; delay postpone postponement put_off;
discover find discovery; kidnap abduct kidnapping abduction; withdraw withdrawal pull_out bow_out back_out
drop_out; defend justify defence defense; block halt suspend freeze enjoin injunction suspension; fund finance
funding; hire recruit; disrupt interrupt upend derail disruption interruption; testify testimony depose
deposition; release publish disclose publication disclosure; leave depart departure; pass approve approval
passage adopt adoption; apologise apologize apology; urge exhort encourage push; invite invitation; arrive
arrival; marry marriage wed wedding wife husband spouse; mourn mourning grieve; recognise recognize recognition;
overturn strike_down annul invalidate; close shut closure shut_down; collide collision; stab stabbing; charge
indict indictment; convict conviction; decide decision; hack infiltrate hacker; post tweet upload; support back
endorse endorsement; oppose opposition; pledge promise vow; threaten threat; name identify identification;
remove removal; give provide hand_over turn_over; e-mail email; rule ruling judgment judgement; announce unveil;
bill legislation; praise hail laud applaud commend; rescind revoke lift repeal; erase wipe scrub delete expunge;
reduce cut slash lower reduction; send dispatch deploy deployment; appoint appointment nominate nomination pick
tap; agree agreement deal accord; beat defeat outlast; impeach impeachment; negotiate negotiation talk; expel
expulsion; deport deportation; warn warning caution; replace replacement; sign signing ink; vote voting; impose
levy; hit strike; retain maintain; seize confiscate seizure; donate donation contribute contribution; sell sale;
build construct construction; infect infection; extend extension prolong; expand expansion widen broaden; resume
restart; deny denial; need require; help assist aid assistance; force compel; declare proclaim; ease relax
loosen; overhaul revamp reform; mention reference; describe characterize characterise; plan intend; remain stay;
surpass exceed
"""
_MEMBERS = {kind.split()[0].upper(): tuple(kind.split()) for kind in _KINDS.split(";")}
_KIND = {word: kind for kind, words in _MEMBERS.items() for word in words}

# What authorities, courts and bodies do, or is done by their leave: the record of a story cannot do without it.
OFFICIAL = listed("""ARREST CHARGE ORDER RESIGN SENTENCE CONVICT INVESTIGATE BAN PASS SUE RULE SACK HIRE ELECT
FINE BLOCK OVERTURN CANCEL CLOSE REFUSE TESTIFY EVACUATE WITHDRAW RECALL DEPORT VOTE veto SIGN APPOINT
subpoena sanction raid ratify RESCIND IMPEACH censure allocate authorise authorize acquit plead appeal DECLARE
EXPEL""")

# Kinds whose nouns count people: "two fatalities" are two people.
VICTIMS = frozenset({"DIE", "WOUND"})

# Verbs that frame what somebody says or holds: their content is the assertion, not they.
REPORTING = listed("""say tell add report state write tweet note explain claim insist argue believe think announce
confirm reveal warn suggest acknowledge admit declare stress maintain allege reply respond observe remark
comment estimate show find understand know conclude indicate hear read predict expect recall assert
emphasise emphasize speak describe fear hope deny dispute""")
# Words given out: who they are of is nobody.
UTTERANCES = listed("statement comment remark speech interview tweet letter press")
# Verbs of wanting somebody to do something.
DIRECTIVES = listed(
    "urge ask order tell demand request encourage call want wish beg press persuade invite implore"
)
# Nouns that measure what is done, and do not say to what it is done.
MEASURES = listed("percent percentage cent % number part lot total majority half third quarter amount share")
REFUTING = frozenset({"deny", "dispute", "reject", "refute", "rebut", "dismiss"})
# With what somebody did not do after them: "failed to find any", "unable to find any".
FAILING = frozenset({"fail", "unable"})
# What was so before, and is told because it is so no more.
FORMERLY = frozenset({"previously", "formerly", "hitherto"})
# Words by which an account keeps its distance from what it tells.
CONJECTURE = listed("""allegedly reportedly apparently possibly perhaps probably likely suspected alleged presumed
unconfirmed believed purportedly supposedly potentially may might could seemingly seem appear whether
idea notion premise assumption myth""")
OUGHT = frozenset({"should", "must", "ought"})
FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
# "is expected to", "plans to", "is set to": the future without a modal verb.
FUTURE_VERBS = frozenset(
    {"expect", "plan", "schedule", "due", "intend", "set", "prepare", "promise", "vow", "pledge"}
)


def kind_of(lemma: str, word: str = "") -> str:
    """Return the kind that a lemma or the word itself belongs to, in capitals, or the lemma."""
    return _KIND.get(lemma) or _KIND.get(word) or lemma


def members(term: str) -> tuple[str, ...]:
    """Return the words of a kind; of another term the term itself."""
    return _MEMBERS.get(term, (term,))


def compound_kind(first: str, second: str) -> str | None:
    """Return the kind of a compound that others write as one word ("air strike"), if it has one."""
    return _KIND.get(first + second)


def phrasal_kind(verb: str, particle: str) -> str | None:
    """Return the kind of a verb with its particle ("step down"), if it has one."""
    return _KIND.get(f"{verb}_{particle}")
