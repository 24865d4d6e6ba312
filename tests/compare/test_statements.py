"""One utterance in several accounts: when wordings are one statement and when they are not."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from tests.conftest import make_article

from crossread.compare.statements import gather
from crossread.record.analysis import Analysis
from crossread.record.annotation import (
    Account,
    Annotation,
    EntityType,
    Mention,
    MentionForm,
    Party,
    ReportedStatement,
    StatementKind,
    TimeExpression,
    TimeForm,
    TimeKind,
    TimeType,
)
from crossread.record.article import DateRange
from crossread.record.dossier import Entity, Who
from crossread.record.span import Span


@dataclass
class Roster:
    """Resolves the mentions of an article to the entities named in `known` (surface form -> full name)."""

    known: dict[str, str] = field(default_factory=dict)
    accounts: list[Account] = field(default_factory=list)
    bodies: frozenset[str] = frozenset()

    def entity_of(self, article_id: str, mention_index: int) -> Entity | None:
        account = next(a for a in self.accounts if a.id == article_id)
        name = self.known.get(account.annotation.mentions[mention_index].span.of(account.text))
        type = EntityType.ORGANISATION if name in self.bodies else EntityType.PERSON
        return Entity(f"entity-{name}", type, name) if name else None

    def who(self, account: Account, party: Party | None) -> Who | None:
        if party is None:
            return None
        entity = self.entity_of(account.id, party.mention) if party.mention is not None else None
        words = party.span.of(account.text)
        return Who(
            entity.name if entity else words, entity.id if entity else None, account.evidence(party.span)
        )


def told(
    roster: Roster,
    text: str,
    speaker: str,
    content: str,
    quoted: str = "",
    *,
    kind: StatementKind = StatementKind.DIRECT,
    day: date | None = None,
    form: MentionForm = MentionForm.NAME,
) -> Account:
    """Make an account of one statement; `speaker`, `content` and `quoted` are words of `text`."""
    article = make_article(text, ref=f"account {len(roster.accounts)}")

    def span(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    mention = Mention(span(speaker), EntityType.PERSON, form, speaker)
    times: tuple[TimeExpression, ...] = ()
    if day is not None:
        form_ = TimeForm(TimeKind.CALENDAR)
        times = (TimeExpression(Span(0, 1), TimeType.DATE, form_, "test", days=DateRange(day, day)),)
    statement = ReportedStatement(
        kind,
        (span(content),),
        quoted=(span(quoted),) if quoted else (),
        speaker=Party(mention.span, 0),
        basis="test",
        confidence=0.9,
        time=0 if times else None,
    )
    account = Account(
        article, Analysis(article.id, (), (), ()), Annotation(article.id, (mention,), times, (statement,))
    )
    roster.accounts.append(account)
    return account


LONG = "we will rebuild every plank of the pier before the summer begins"


def test_the_same_words_are_one_statement_with_the_fullest_wording_first() -> None:
    roster = Roster({"Ms Ruiz": "Jane Ruiz", "The harbour chief": "Jane Ruiz"})
    short = LONG.removesuffix(" before the summer begins")
    one = told(roster, f"Ms Ruiz said: “{short}.”", "Ms Ruiz", short, short)
    two = told(roster, f"The harbour chief said: “{LONG}.”", "The harbour chief", LONG, LONG)
    (statement,) = gather((one, two), roster, {})
    assert statement.text == LONG
    assert statement.speaker is not None
    assert statement.speaker.name == "Jane Ruiz"
    assert [w.note for w in statement.wordings] == ["shorter by 4 quoted words", ""]
    assert {e.article for e in statement.evidence} == {one.id, two.id}


def test_a_signature_outweighs_whom_another_account_names() -> None:
    roster = Roster({"Ms Ruiz": "Jane Ruiz", "Mr Holt": "Jim Holt"})
    one = told(roster, f"{LONG} — Ms Ruiz (@ruiz) May 3, 2021", "Ms Ruiz", LONG, LONG)
    (signed,) = one.annotation.statements
    post = replace(one, annotation=replace(one.annotation, statements=(replace(signed, confidence=1.0),)))
    two = told(roster, f"Mr Holt added: “{LONG}.”", "Mr Holt", LONG, LONG)
    (statement,) = gather((post, two), Roster(roster.known, [post, two]), {})
    assert statement.speaker is not None
    assert statement.speaker.name == "Jane Ruiz"


def test_a_mark_that_parts_two_stretches_of_the_content_is_shown() -> None:
    roster = Roster({"the office": "the office"})
    text = "Owners may file a claim, the office says; tenants must wait until May."
    one = told(roster, text, "the office", "Owners may file a claim", kind=StatementKind.INDIRECT)
    rest = Span(text.index("tenants"), len(text) - 1)
    (stated,) = one.annotation.statements
    whole = replace(stated, spans=(*stated.spans, rest))
    account = replace(one, annotation=replace(one.annotation, statements=(whole,)))
    (statement,) = gather((account,), Roster(roster.known, [account]), {})
    assert statement.text == "Owners may file a claim; tenants must wait until May"


def test_words_to_which_accounts_give_different_days_have_none() -> None:
    roster = Roster({"Ms Ruiz": "Jane Ruiz"})
    made = [
        told(roster, f"Ms Ruiz said: “{LONG}.”", "Ms Ruiz", LONG, LONG, day=date(2021, 5, day))
        for day in (3, 4)
    ]
    (statement,) = gather(made, roster, {})
    assert statement.time is None


def test_a_person_who_speaks_for_a_body_in_another_account_is_shown_with_it() -> None:
    roster = Roster({"Ms Ruiz": "Jane Ruiz", "Pier Ltd": "Pier Ltd"}, bodies=frozenset(("Pier Ltd",)))
    one = told(roster, f"Ms Ruiz said: “{LONG}.”", "Ms Ruiz", LONG, LONG)
    two = told(roster, f"“{LONG},” Pier Ltd said.", "Pier Ltd", LONG, LONG)
    (statement,) = gather((one, two), roster, {})
    assert statement.speaker is not None
    assert statement.speaker.name == "Jane Ruiz for Pier Ltd"
    assert statement.speaker.entity == "entity-Jane Ruiz"


def test_a_chant_by_two_crowds_on_two_days_stays_two() -> None:
    roster = Roster()
    one = told(roster, "The crowd chanted “shame on you”.", "The crowd", "shame on you", "shame on you")
    two = told(roster, "Hundreds chanted “shame on you”.", "Hundreds", "shame on you", "shame on you")
    assert len(gather((one, two), roster, {})) == 2


def test_a_short_quotation_on_another_day_is_another_statement() -> None:
    roster = Roster({"Ms Ruiz": "Jane Ruiz"})
    words = "enough is enough"
    made = [
        told(roster, f"Ms Ruiz said “{words}”.", "Ms Ruiz", words, words, day=date(2024, 5, day))
        for day in (3, 4)
    ]
    assert len(gather(made, roster, {})) == 2


def test_a_fragment_belongs_to_the_quotation_it_is_cut_from() -> None:
    roster = Roster({"Ms Ruiz": "Jane Ruiz"})
    full = "I am not satisfied with the explanation they have provided"
    one = told(roster, f"Ms Ruiz said: “{full}.”", "Ms Ruiz", full, full)
    clause = "she is not “satisfied” with the explanation they have provided"
    two = told(roster, f"Ms Ruiz said {clause}.", "Ms Ruiz", clause, "satisfied", kind=StatementKind.MIXED)
    (statement,) = gather((one, two), roster, {})
    assert statement.kind is StatementKind.DIRECT


def test_fragments_name_a_described_speaker() -> None:
    roster = Roster({"Ms Ruiz": "Jane Ruiz"})
    full = "it was a sorry and wholly needless end to the season"
    text = f"The fire was “sorry” and “needless”, the harbour minister said. Ms Ruiz said: “{full}.”"
    account = told(roster, text, "Ms Ruiz", full, full)

    def span(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    mixed = ReportedStatement(
        StatementKind.MIXED,
        (span("The fire was “sorry” and “needless”"),),
        quoted=(span("sorry"), span("needless")),
        speaker=Party(span("the harbour minister")),
    )
    (direct,) = account.annotation.statements
    both = Account(account.article, account.analysis, replace(account.annotation, statements=(mixed, direct)))
    (statement,) = gather((both,), roster, {})
    assert statement.speaker is not None
    assert statement.speaker.name == "Jane Ruiz"


def test_reported_speech_joins_with_the_same_speaker_and_nearly_the_same_words() -> None:
    roster = Roster({"Ms Ruiz": "Jane Ruiz", "Mr Poole": "Adam Poole"})
    content = "the brigade reached the burning pier within eleven minutes"
    accounts = [
        told(roster, f"{who} said {content}.", who, content, kind=StatementKind.INDIRECT)
        for who in ("Ms Ruiz", "Mr Poole", "Ms Ruiz")
    ]
    assert sorted(len(s.wordings) for s in gather(accounts, roster, {})) == [1, 2]


def test_accounts_that_name_two_people_leave_the_speaker_open() -> None:
    roster = Roster({"Ms Ruiz": "Jane Ruiz", "Mr Poole": "Adam Poole"})
    accounts = [told(roster, f"{who} said: “{LONG}.”", who, LONG, LONG) for who in ("Ms Ruiz", "Mr Poole")]
    (statement,) = gather(accounts, roster, {})
    assert statement.speaker is not None
    assert statement.speaker.name is None
    assert "Adam Poole" in statement.speaker.basis


def test_an_unresolved_pronoun_is_no_name() -> None:
    roster = Roster()
    account = told(roster, f"She said: “{LONG}.”", "She", LONG, LONG, form=MentionForm.PRONOUN)
    (statement,) = gather((account,), roster, {})
    assert statement.speaker is not None
    assert statement.speaker.name is None


def passed_on(account: Account, **changes: object) -> Account:
    """Return the account with changes to its only statement."""
    (statement,) = account.annotation.statements
    changed = replace(account.annotation, statements=(replace(statement, **changes),))  # type: ignore[arg-type]
    return replace(account, annotation=changed)


def test_a_statement_that_cannot_stand_alone_is_not_shown() -> None:
    roster = Roster({"Ms Ruiz": "Jane Ruiz"})
    account = told(roster, f"Ms Ruiz said {LONG}.", "Ms Ruiz", LONG, kind=StatementKind.INDIRECT)
    assert gather((passed_on(account, kept_back="only a topic"),), roster, {}) == ()


def test_who_passes_words_on_is_named_unless_an_account_gives_them_itself() -> None:
    roster = Roster({"Ms Ruiz": "Jane Ruiz", "Mr Oduya": "Paul Oduya"})
    relayed = told(roster, f"Mr Oduya said Ms Ruiz had told him: “{LONG}.”", "Ms Ruiz", LONG, LONG)
    relayed = passed_on(relayed, relayer=Party(Span(0, 8)))
    itself = told(roster, f"Ms Ruiz said: “{LONG}.”", "Ms Ruiz", LONG, LONG)
    (alone,) = gather((relayed,), roster, {})
    assert alone.relayed_by is not None
    assert alone.relayed_by.name == "Mr Oduya"
    (both,) = gather((relayed, itself), roster, {})
    assert both.relayed_by is None


SECOND = "nobody on this coast will wait another winter for a safe walkway over the water"


def _continued(roster: Roster) -> Account:
    """Make an account that gives the words in two statements, the second after a break."""
    text = f"Ms Ruiz said: “{LONG}.”\nShe added: “{SECOND}.”"
    first = told(roster, text, "Ms Ruiz", LONG, LONG)
    at = text.index(SECOND)
    (statement,) = first.annotation.statements
    second = replace(
        statement, spans=(Span(at, at + len(SECOND)),), quoted=(Span(at, at + len(SECOND)),), speaker=None
    )
    account = replace(first, annotation=replace(first.annotation, statements=(statement, second)))
    roster.accounts[-1] = account
    return account


def test_words_that_one_account_breaks_up_are_one_statement_and_no_cut() -> None:
    roster = Roster({"Ms Ruiz": "Jane Ruiz"})
    broken = _continued(roster)
    both = f"{LONG}. {SECOND}"
    whole = told(roster, f"Ms Ruiz said: “{both}.”", "Ms Ruiz", both, both)
    (statement,) = gather((broken, whole), roster, {})
    assert statement.text == both
    assert [wording.note for wording in statement.wordings] == ["", ""]
    assert len(statement.wordings[0].evidence) == 2


def test_a_hyphen_or_a_comma_before_the_words_is_no_difference() -> None:
    roster = Roster({"Ms Ruiz": "Jane Ruiz"})
    hyphened = LONG.replace("rebuild every", "re-build every")
    parted = LONG.replace("rebuild every", "re build every")
    one = told(roster, f"Ms Ruiz said “{hyphened}”.", "Ms Ruiz", hyphened, hyphened)
    two = told(roster, f"Ms Ruiz said, in June, “{parted}”.", "Ms Ruiz", f", in June, “{parted}”", parted)
    (statement,) = gather((one, two), roster, {})
    assert [wording.note for wording in statement.wordings] == ["", ""]
    assert all(not e.text.startswith(",") for e in statement.evidence)


def test_a_pronoun_for_somebody_described_tells_the_description() -> None:
    @dataclass
    class Described(Roster):
        def who(self, account: Account, party: Party | None) -> Who | None:
            return Who("harbour spokesman", None, account.evidence(party.span)) if party else None

    roster = Described()
    account = told(roster, f"“{LONG},” he said.", "he", LONG, LONG, form=MentionForm.PRONOUN)
    (statement,) = gather((account,), roster, {})
    assert statement.speaker is not None
    assert statement.speaker.name == "harbour spokesman"


def test_a_term_of_two_words_does_not_join_what_somebody_said() -> None:
    roster = Roster({"Ms Ruiz": "Jane Ruiz"})
    long = "the red tape laws will let every town act in time before it is too late for all of us"
    first = f"“{long},” Ms Ruiz said."
    second = "Ms Ruiz said she would offer a bill in the autumn to spread “red tape” rules."
    a = told(roster, first, "Ms Ruiz", long, long)
    b = told(
        roster,
        second,
        "Ms Ruiz",
        "she would offer a bill in the autumn to spread “red tape” rules",
        "red tape",
        kind=StatementKind.MIXED,
    )
    assert len(gather([a, b], roster, {})) == 2


def test_who_quotes_somebody_and_says_more_is_another_speaker() -> None:
    roster = Roster({"Ms Ruiz": "Jane Ruiz", "Pier News": "Pier News"}, bodies=frozenset({"Pier News"}))
    a = told(roster, f"“{LONG},” Ms Ruiz said.", "Ms Ruiz", LONG, LONG)
    post = f"NEW: “{LONG},” the owner says at the town hall, calling the old council's plan a mess"
    b = told(roster, f"{post} — Pier News", "Pier News", post, post)
    found = gather([a, b], roster, {})
    assert [s.speaker.name for s in found if s.speaker] == ["Jane Ruiz", "Pier News"]


def test_who_is_only_called_the_network_may_be_another_in_each_account() -> None:
    roster = Roster()
    texts = (
        "The network said the bridge was safe and open for all who live on the far bank.",
        "The network said the notes of the old mayor held a word for gifts in June.",
    )
    accounts = [told(roster, text, "The network", text[17:-1], kind=StatementKind.INDIRECT) for text in texts]
    named = [replace(a, article=replace(a.article, outlet=f"Paper {n}")) for n, a in enumerate(accounts)]
    found = gather(named, roster, {})
    assert [s.speaker.name for s in found if s.speaker] == ["The network (Paper 0)", "The network (Paper 1)"]
    open_ = gather(accounts, roster, {})
    assert [s.speaker.name for s in open_ if s.speaker] == [None, None]


def test_a_few_words_in_two_utterances_do_not_make_them_one() -> None:
    roster = Roster({"Ms Ruiz": "Jane Ruiz"})
    first = "the plan has red tape rules that every town on this coast will have to obey by June"
    second = "nobody asked me whether red tape rules are wise and nobody will before the vote is held"
    told_ = [told(roster, "“red tape” rules: Ms Ruiz", "Ms Ruiz", "red tape", "red tape")]
    told_ += [told(roster, f"“{words},” Ms Ruiz said.", "Ms Ruiz", words, words) for words in (first, second)]
    for made in (told_, told_[::-1]):
        assert {s.text for s in gather(made, roster, {})} == {first, second}


def test_the_same_words_of_nobody_known_are_one_statement() -> None:
    roster = Roster()
    words = "nobody should doubt our resolve"
    made = [
        told(roster, f"“{words},” she said{ending}", "she", words, words, form=MentionForm.PRONOUN)
        for ending in (".", " again.")
    ]
    assert len(gather(made, roster, {})) == 1
