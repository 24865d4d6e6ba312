"""Claims: same assertion in other words, different assertions apart, stance, attribution, independence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.compare.storied import Told, example, story
from tests.conftest import Analyse

from crossread.compare.claims.assertions import assertions
from crossread.compare.claims.clauses import is_complete
from crossread.compare.claims.repeating import repeats
from crossread.compare.claims.trimming import TELLING, without_tail
from crossread.language.protocol import LanguageBackend
from crossread.record.dossier import Independence, Stance
from crossread.record.span import Span


@pytest.fixture(scope="module")
def clapham(backend: LanguageBackend) -> Told:
    return example(backend)


def test_one_assertion_in_other_words_is_one_claim(analyse: Analyse) -> None:
    told = story(
        analyse,
        "A lorry has crashed into the school in Lorren on Monday. Classes were cancelled for the week.",
        "On Monday a truck has smashed into a school in Lorren. The mayor promised new barriers on the road.",
    )
    claim = told.claim("truck has smashed")
    assert claim.accounts == 2
    assert {support.stance for support in claim.support} == {Stance.ASSERTS}


def test_different_assertions_with_the_same_words_stay_apart(analyse: Analyse) -> None:
    told = story(
        analyse,
        "The company Brant bought the harbour in Lorren for 40 million dollars.",
        "The company Brant sold the harbour in Lorren to a fund from Oslo.",
    )
    assert all(claim.accounts == 1 for claim in told.claims)


def test_numbers_far_apart_are_different_claims_and_near_ones_a_dispute(analyse: Analyse) -> None:
    told = story(
        analyse,
        "The flood in Lorren killed 12 people on Monday.",
        "The flood in Lorren killed 14 people on Monday.",
        "A flood in Lorren killed 900 people in 1927.",
    )
    claim = told.claim("14 people")
    assert claim.accounts == 2
    assert claim.disputed


def test_other_days_and_other_ages_are_other_claims(analyse: Analyse) -> None:
    told = story(
        analyse,
        "The council of Lorren closed the harbour on 3 May 2021. Tom Beck turned 38 last week.",
        "The council of Lorren closed the harbour on 9 July 2021. Ana Ruiz turned 40 last week.",
    )
    assert all(claim.accounts == 1 for claim in told.claims)


def test_a_denial_is_a_stance_not_another_claim(analyse: Analyse) -> None:
    told = story(
        analyse,
        "The guards opened the northern gate of the Lorren stadium before the match.",
        "The guards did not open the northern gate of the Lorren stadium before the match.",
    )
    claim = told.claim("guards opened")
    assert claim.disputed
    assert {support.stance for support in claim.support} == {Stance.ASSERTS, Stance.DENIES}


def test_hedged_wording_is_marked(analyse: Analyse) -> None:
    told = story(
        analyse,
        "The fire destroyed the old theatre in Lorren on Sunday night.",
        "The fire reportedly destroyed the old theatre in Lorren on Sunday night.",
    )
    assert [support.stance for support in told.claim("reportedly destroyed").support] == [
        Stance.ASSERTS,
        Stance.HEDGES,
    ]


@pytest.mark.parametrize(
    ("deed", "stance"),
    [
        ("asked Tom Beck to appear before the harbour board", Stance.ASSERTS),
        ("appears to have asked Tom Beck for the harbour accounts", Stance.HEDGES),
    ],
)
def test_who_appears_before_a_board_is_not_in_doubt(analyse: Analyse, deed: str, stance: Stance) -> None:
    text = f"On Monday the mayor of Lorren {deed} of the old ferry."
    found = story(analyse, text, f"{text} Rain fell.").claim("harbour")
    assert {support.stance for support in found.support} == {stance}


def test_what_people_think_is_not_asserted_by_the_account(analyse: Analyse) -> None:
    told = story(analyse, "A poll by Gallup found 47% of voters thought Mayor Ana Ruiz should resign.")
    assert all("poll" in claim.text for claim in told.claims)


def test_questions_and_bare_quotations_are_no_claims(analyse: Analyse) -> None:
    told = story(
        analyse, "Why did Ana Ruiz leave Lorren in 2019?\n“Ana Ruiz left Lorren in 2019,” said Tom Beck."
    )
    assert told.claims == ()


def test_a_place_with_an_i_in_its_name_is_no_first_person(analyse: Analyse) -> None:
    text = "A lorry has crashed into the school in Mazar-i-Sharif on Monday."
    assert story(analyse, text, text + " It rained.").claim("lorry has crashed").accounts == 2


def test_outlets_count_from_the_known_to_the_possible(analyse: Analyse) -> None:
    text = "The council of Lorren closed 12 schools on Monday."
    told = story(analyse, text, text + " Parents protested.", text + " Rain fell.", outlets=["Post", "Post"])
    claim = told.claim("closed 12 schools")
    assert (claim.outlets.min, claim.outlets.max) == (1, 2)
    assert claim.independence is Independence.MANY_ONE


def test_all_evidence_is_exact_and_ids_are_unique(clapham: Told) -> None:
    text = {account.id: account.text for account in clapham.accounts}
    for claim in clapham.claims:
        assert claim.support
        for support in claim.support:
            evidence = support.evidence
            assert text[evidence.article][evidence.start : evidence.end] == evidence.text
    assert len({claim.id for claim in clapham.claims}) == len(clapham.claims)


def test_the_four_arrests_are_one_claim_with_one_origin(clapham: Told) -> None:
    claim = clapham.claim("our people were arrested")
    assert claim.accounts == 3
    assert claim.independence is Independence.MANY_ONE
    assert (claim.origins.min, claim.origins.max) == (1, 1)
    origin = clapham.origin(claim.support[0].origin)
    assert origin is not None
    assert origin.name == "Metropolitan Police"


def test_the_claims_of_the_example_rest_on_telling_paragraphs(clapham: Told) -> None:
    article = {account.id: account.article for account in clapham.accounts}
    for claim in clapham.claims:
        assert all(article[s.evidence.article].telling(s.evidence.span) for s in claim.support)


def test_the_same_story_gives_the_same_claims(analyse: Analyse) -> None:
    texts = (
        "A lorry has crashed into the school in Lorren.",
        "A truck has smashed into the school in Lorren.",
    )
    assert story(analyse, *texts).claims == story(analyse, *texts).claims


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "...",
        "“",
        '"""',
        "?!",
        "1,000",
        "’s’s “a” 'b' (",
        "\u00a0\u2009\n“One\n“Two\n",
        "No. 5. 5. 5.",
    ],
)
def test_strange_texts_raise_nothing(analyse: Analyse, text: str) -> None:
    told = story(analyse, text, "The council of Lorren closed 12 schools on Monday.", text)
    assert all(claim.accounts == 1 for claim in told.claims)
    assert told.origins.origins == ()


def test_an_accusation_is_not_asserted_by_those_who_reject_it(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Tom Beck is being investigated over whether he lied to the council of Lorren about the harbour.",
        "Lawyers argued that Tom Beck should not face charges on accusations that he lied to the council of Lorren.",
    )
    assert not any(support.evidence.text.startswith("he lied") for c in told.claims for support in c.support)


def test_only_in_one_is_silent_about_what_another_account_comes_near_to(analyse: Analyse) -> None:
    opening = "It rained. Nobody spoke. Trains stopped. "
    told = story(
        analyse,
        opening + "Mayor Ana Ruiz paid for the new roof of the stadium in Lorren from her own pocket. "
        "Mayor Ana Ruiz keeps forty bees, two goats and an old donkey in a garden behind the town hall.",
        opening + "The stadium in Lorren has a new roof, and mayor Ana Ruiz gave the money from her pocket.",
    )
    single = [claim.text for claim in told.claims if claim.accounts == 1]
    assert any("donkey" in text for text in single)
    assert not any("roof" in text for text in single)


def test_a_claim_says_where_its_own_words_hold_the_attribution(clapham: Told) -> None:
    framed = [s for claim in clapham.claims for s in claim.support if s.framed]
    assert framed
    assert all(support.attributed_to for support in framed)


def test_a_pronoun_is_shown_with_the_name_that_another_account_gives(clapham: Told) -> None:
    claim = clapham.claim("Her body was found")
    assert claim.text.startswith("Her [Sarah Everard's] body was found")


def test_a_claim_does_not_begin_with_one_of_those_told_before(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Two aides were charged. The other, Ofer Reed, pleaded guilty to visa fraud charges on Monday.",
        "The businessman Ofer Reed pleaded guilty to visa fraud charges on Monday.",
    )
    shown = [claim.text for claim in told.claims]
    assert any("pleaded guilty" in text for text in shown)
    assert not any(text.startswith("The other") for text in shown)


def test_what_was_formerly_so_does_not_support_what_is_so_now(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Married couples in Lorren will now file joint tax returns at the state office.",
        "Previously, married couples in Lorren filed joint tax returns at the state office.",
    )
    assert all(claim.accounts == 1 for claim in told.claims)


def test_a_relative_clause_is_shown_with_the_noun_it_describes(analyse: Analyse) -> None:
    told = story(
        analyse,
        "The council met on Monday over the case of Ana Ruiz, who was convicted of arson in Lorren.",
        "Friends wrote on Tuesday to Ana Ruiz, who was convicted of arson in Lorren.",
    )
    claim = told.claim("convicted of arson")
    assert claim.text == "Ana Ruiz … was convicted of arson in Lorren"
    assert claim.accounts == 2


def test_what_happened_on_a_day_is_a_claim_of_its_own(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Big traders were dealt a blow on Tuesday when voters in Lorren rejected a new harbour tax for small boats.",
        "LORREN –\nVoters in Lorren have widely rejected the harbour tax that the mayor wanted for small boats.",
    )
    claim = told.claim("rejected a new harbour tax")
    assert claim.accounts == 2
    assert "blow" not in claim.text


def test_that_both_leads_report_something_makes_them_tell_no_one_thing(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Lorren on Sunday reported more than 15,000 new cases of the fever in its clinics.",
        "More than a third of the towns reported record highs in new cases of the fever, the ministry found.",
    )
    assert all(claim.accounts == 1 for claim in told.claims)


def test_a_quotation_is_a_claim_where_two_accounts_give_it_to_the_same_person(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Mayor Ana Ruiz spoke on Monday. “It is late,” Ana Ruiz said. “The Lorren harbour endangers big ships.”",
        "“It is late,” Mayor Ana Ruiz said on Tuesday. “The Lorren harbour endangers big ships.”",
    )
    claim = told.claim("harbour endangers")
    assert claim.accounts == 2
    assert {support.attributed_to for support in claim.support} == {"Ana Ruiz"}


def test_of_what_one_account_tells_the_numbers_and_deeds_come_before_the_colour(analyse: Analyse) -> None:
    opening = "It rained. Nobody spoke. Trains stopped. "
    told = story(
        analyse,
        opening + "Ana Ruiz is as fond of goats and of an old donkey behind the hall as Johannes Brahms was. "
        "On Friday the Oslo prosecutor Ofer Reed charged Ana Ruiz with a theft of $40 million from the port. "
        "Lena Holt of Oslo did not return a message about Ana Ruiz that was left for her on Saturday.",
        opening + "Ana Ruiz went home.",
    )
    single = [claim.text for claim in told.claims if claim.accounts == 1]
    assert len(single) == 2
    assert "charged" in single[0]


def test_a_claim_is_shown_without_a_dateline(analyse: Analyse) -> None:
    told = story(
        analyse,
        "LORREN — Mayor Ana Ruiz on Friday stopped the sale of the old harbour to the Brant fund, after a protest.",
        "On Friday mayor Ana Ruiz stopped the sale of the old harbour of Lorren to the Brant fund.",
    )
    shared = [claim.text for claim in told.claims if claim.accounts == 2]
    assert shared
    assert not any(text.startswith("LORREN") for text in shared)


def test_a_claim_of_the_words_of_another_repeats_it(analyse: Analyse) -> None:
    text = "The council of Lorren closed the harbour on Monday, and Tom Beck sold the old ferry in Oslo on Friday."
    told = story(analyse, f"{text} Rain fell.", f"{text} Snow fell.")
    claim = told.claim("closed the harbour")
    half = replace(claim, id="claim-2", text="Tom Beck sold it", support=claim.support[:1])
    other = told.claims[0].support[0].evidence
    far = replace(half, support=(replace(half.support[0], evidence=replace(other, article="elsewhere")),))
    assert repeats(half, claim)
    assert not repeats(claim, half)
    assert not repeats(far, claim)


def test_a_relative_clause_that_may_describe_either_noun_is_not_shown(analyse: Analyse) -> None:
    text = "But that fight over protections for Otters, which are set to expire in March, was part of the standoff."
    told = story(analyse, f"{text} Rain fell.", f"{text} Snow fell.")
    assert not [claim for claim in told.claims if claim.text.startswith("Otters")]


def test_what_is_to_come_and_what_came_are_two_claims(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Mayor Ana Ruiz will sign the contract for the new harbour of Lorren.",
        "Mayor Ana Ruiz signed the contract for the new harbour of Lorren.",
    )
    assert all(claim.accounts == 1 for claim in told.claims)


def test_who_was_formerly_something_does_not_make_the_rest_past(analyse: Analyse) -> None:
    told = story(
        analyse,
        "The harbour fund in Lorren is led by Tom Beck, formerly a banker in Oslo.",
        "Tom Beck, a banker from Oslo, leads the harbour fund in Lorren.",
    )
    assert max(claim.accounts for claim in told.claims) == 2


def test_that_words_were_given_out_is_no_claim(analyse: Analyse) -> None:
    told = story(
        analyse,
        "The harbour board of Lorren met on Friday. On Monday the board released a statement.",
        "Ships waited off Lorren all week. The spokesman of the ferry crews released a statement on Monday.",
    )
    assert not any("released a statement" in claim.text for claim in told.claims if claim.accounts > 1)


def test_who_decides_to_form_a_body_and_who_launches_it_are_one_claim(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Mayor Ana Ruiz has decided to form an exploratory committee about the bridge at Lorren.",
        "Mayor Ana Ruiz launched an exploratory committee for her plan of a bridge on Monday.",
    )
    assert told.claim("decided to form").accounts == 2


def test_two_figures_alike_tell_one_vote(analyse: Analyse) -> None:
    told = story(
        analyse,
        "The council met late. Ana Ruiz spoke. Beck left. The final vote on the harbour plan of Lorren was 67-28.",
        "The hall was full. Tom Beck spoke. Ruiz left. Lorren passed its harbour plan by a vote of 67-28 in the end.",
    )
    assert told.claim("67-28").accounts == 2


def test_a_vote_is_known_by_its_two_numbers_however_small(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Rain fell in Lorren. Past midnight and after a long quarrel, the council voted 8-6 to pass Bill 77.",
        "Snow fell in Lorren. Ruiz has yet to read the measure, which passed by an 8-6 margin.",
        "Hail fell in Lorren. The council passed the bill on an 8-6 vote, and the mayor was away.",
    )
    assert max(claim.accounts for claim in told.claims) == 3


def test_two_figures_alike_tell_one_vote_whatever_the_verb(analyse: Analyse) -> None:
    told = story(
        analyse,
        "The harbour plan passed the council of Lorren by a vote of 67-28.",
        "The harbour plan cleared its first hurdle in the council of Lorren in a vote of 67-28 after a long night.",
        "Lorren's council voted 67-28 for the harbour plan on Monday.",
    )
    assert max(claim.accounts for claim in told.claims) == 3


def test_a_measure_in_brackets_is_as_exact_as_the_one_before(analyse: Analyse) -> None:
    told = story(
        analyse,
        "The divers of Lorren were less than 10 metres (33 feet) from the bottom of the old well on Monday.",
        "The divers of Lorren were four metres (13 feet) from the bottom of the old well on Monday.",
    )
    assert not any(claim.disputed for claim in told.claims)


def test_not_only_is_shown_with_what_it_goes_on_with(analyse: Analyse) -> None:
    text = "Ana Ruiz said that Tom Beck of Lorren not only lost his old job at the harbour, he lost his boat."
    told = story(analyse, f"{text} Rain fell.", f"{text} Snow fell.")
    assert not any(claim.text.endswith("harbour") for claim in told.claims if "not only" in claim.text)


def test_lives_that_are_claimed_are_deaths(analyse: Analyse) -> None:
    told = story(
        analyse,
        "More than 12,000 people in Lorren have died from the fever. Rain fell on the harbour.",
        "The fever, which has already claimed the lives of over 12,000 people in Lorren, goes on.",
    )
    assert told.claim("claimed the lives").accounts == 2


def test_what_is_turned_over_is_handed_over_not_overturned(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Mayor Ana Ruiz turned over the papers of the harbour company to the court in Lorren.",
        "On Monday the papers of the harbour company were handed over to the Lorren court by Mayor Ana Ruiz.",
    )
    (one, *_) = assertions(told.accounts, told.cast)
    assert one.main == {"GIVE"}
    assert told.claim("turned over").accounts == 2


def test_which_one_is_meant_is_shown_where_the_others_come_near_to_it(analyse: Analyse) -> None:
    text = "The council of Lorren passed a plan that would close the northern harbour to lorries."
    (account,) = story(analyse, text).accounts
    whole = Span(0, len(text))
    assert without_tail(account, whole, whole, {"council", "harbour"}).of(text).endswith("passed a plan")
    assert without_tail(account, whole, whole, {"council", "harbour"}, least=TELLING) == whole


def test_a_wording_ends_before_what_the_claim_does_not_tell(analyse: Analyse) -> None:
    text = "Doctors called on Brant to abandon its talking toy that costs as much as a bicycle."
    (account,) = story(analyse, text).accounts
    whole = Span(0, len(text))
    assert without_tail(account, whole, whole, {"toy"}).of(text).endswith("talking toy")
    assert without_tail(account, whole, whole, {"toy", "bicycle"}) == whole


def test_what_was_is_told_in_side_clauses_too(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Loud booms were heard as officers in Lorren fired tear gas at the peaceful harbour protesters.",
        "While officers in Lorren fired tear gas at peaceful harbour protesters, Mayor Ana Ruiz spoke on air.",
    )
    assert any(claim.accounts == 2 for claim in told.claims)


def test_a_clause_is_complete_behind_that(analyse: Analyse) -> None:
    (account,) = story(analyse, "Ana Ruiz confirmed that Tom Beck twice passed the test.").accounts
    assert is_complete(account.analysis, account.analysis.lower.index("passed"))


def test_what_rests_on_an_idea_does_not_assert_it(analyse: Analyse) -> None:
    told = story(analyse, "The plan for the harbour of Lorren is the idea that old bridges can hear sailors.")
    (one,) = (one for one in assertions(told.accounts, told.cast) if not one.inner)
    assert one.conjectured
    assert "hear" not in one.happenings


def test_what_holds_under_a_condition_asserts_nothing(analyse: Analyse) -> None:
    one = (
        "Officials would not say why he left, and a boat can be bought or hired from any shop near the old bridge, "
        "so long as Tom Beck passes the diving test."
    )
    other = "Tom Beck passes the diving test of the harbour board of Lorren."
    assert all(claim.accounts == 1 for claim in story(analyse, one, other).claims)


@pytest.mark.parametrize(
    ("kept", "rest"),
    [
        ("The mayor of Lorren rejected the harbour plan", ", calling it weak."),
        ("The mayor of Lorren signed the harbour plan", " and sent it to the council in Brant."),
        ("The mayor of Lorren spoke to the sailors", " for more than eight minutes."),
        # Without it something else would be said.
        ("The mayor of Lorren will sign the harbour plan, unless the council objects.", ""),
        ("The storm killed thirty people, mostly farmers and miners.", ""),
        ("The mayor of Lorren was accused of forging and selling the old tickets.", ""),
        ("The mayor of Lorren met sailors who had refused to join.", ""),
        ("The mayor of Lorren takes over the harbour in less than two weeks.", ""),
        ("The mayor of Lorren banned boats after 20 weeks.", ""),
    ],
)
def test_what_hangs_at_the_end_goes_where_the_rest_says_the_same(
    analyse: Analyse, kept: str, rest: str
) -> None:
    (account,) = story(analyse, kept + rest).accounts
    told = {"mayor", "lorren", "plan", "harbour", "sailors", "storm", "killed", "30", "people", "farmers"}
    words = Span(0, len(kept + rest))
    assert without_tail(account, words, Span(0, len(kept)), told).of(kept + rest) == kept


def test_the_clause_that_bears_a_claim_out_is_never_cut_off(analyse: Analyse) -> None:
    text = "A page of the town had many likes by noon, a day after the big old gorilla of the zoo was shot."
    (account,) = story(analyse, text).accounts
    words, clause = Span(0, len(text)), Span(text.index("a day after"), len(text))
    assert without_tail(account, words, clause, {"gorilla"}) == words


def test_a_whole_sentence_keeps_its_relative_pronouns(analyse: Analyse) -> None:
    opening = "It rained. Nobody spoke. Trains stopped. "
    own = "Ofer Reed, who had paid 400,000 dollars for the old mill, sold it to Mayor Ana Ruiz of Lorren in May."
    other = opening + "Mayor Ana Ruiz of Lorren opened the bridge and praised the workers who built it."
    told = story(analyse, opening + own, other)
    assert [claim.text for claim in told.claims if "mill" in claim.text] == [own]


def test_a_clause_in_front_ends_before_the_main_one(analyse: Analyse) -> None:
    text = (
        "The car stopped in Lorren, but when the big race restarted it was Ana Ruiz's turn to hit the wall."
    )
    told = story(analyse, text, text + " Rain fell.")
    assert not any(claim.text.startswith("the big race restarted it") for claim in told.claims)


def test_a_clause_is_shown_with_both_its_brackets(analyse: Analyse) -> None:
    one = "He fell on Monday, the old well of Lorren was about 40 metres deep (131 feet), and it rained on them."
    other = "They came, and the old well of Lorren was about 40 metres deep (131 feet), and it snowed there."
    shared = [claim.text for claim in story(analyse, one, other).claims if claim.accounts > 1]
    assert shared
    assert all(text.count("(") == text.count(")") for text in shared)


def test_what_somebody_expects_to_do_is_told_with_the_expecting(analyse: Analyse) -> None:
    text = "Brant Bank expects to write off 400,000 dollars on the old mill of Lorren in May."
    shared = [claim.text for claim in story(analyse, text, text + " Rain fell.").claims if claim.accounts > 1]
    assert shared == [text.rstrip(".")]


def test_a_side_clause_is_not_shown_with_what_stands_before_its_conjunction(analyse: Analyse) -> None:
    side = "even though Hurricane Vera reached the harbour of Lorren"
    told = story(
        analyse,
        f"It rained. Nobody spoke. Ana Ruiz mended the town's own power lines {side}.",
        f"The hall was full. Tom Beck left. Whole streets of the town had no light {side}.",
    )
    assert not any(claim.text == side for claim in told.claims)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz asked him to leave the town of Lorren.",
        "Ana Ruiz of Lorren praised them on Monday in the hall.",
    ],
)
def test_a_pronoun_does_not_stand_for_who_does_it(analyse: Analyse, text: str) -> None:
    told = story(analyse, f"It rained. Nobody spoke. {text}", f"Snow fell. Tom Beck left. {text}")
    assert not any(claim.accounts > 1 for claim in told.claims)
