"""Figures of one article: what is counted, its value, unit and owner, and what is no figure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Analyse, make_article

from crossread.annotate import figures
from crossread.record.analysis import Analysis, Sentence, Token
from crossread.record.annotation import (
    EntityType,
    Figure,
    Mention,
    MentionForm,
    Party,
    ReportedStatement,
    StatementKind,
)
from crossread.record.article import Article, Paragraph, Role
from crossread.record.span import Span

Found = Callable[..., tuple[Figure, ...]]


@pytest.fixture
def found(analyse: Analyse) -> Found:
    def run(text: str, **options: object) -> tuple[Figure, ...]:
        article, analysis = analyse(text, **options)
        return figures.find(article, analysis, (), (), ())

    return run


def person(text: str, name: str) -> Mention:
    start = text.index(name)
    return Mention(Span(start, start + len(name)), EntityType.PERSON, MentionForm.NAME, name)


@pytest.mark.parametrize(
    ("text", "measure", "value", "unit"),
    [
        ("Police said nine people were arrested on the pier.", "people arrested", 9, "people"),
        ("The blast killed 14 civilians in the market.", "civilians killed", 14, "people"),
        ("The storm left 12 sailors dead.", "sailors dead", 12, "people"),
        ("Sixty wounded people were taken to hospital.", "wounded people taken to hospital", 60, "people"),
        (
            "There were three loud explosions near the port.",
            "There were … loud explosions near the port",
            3,
            "explosions",
        ),
        # times, places, four digits
        (
            "The ferry was stopped five times during the night.",
            "The ferry was stopped … during the night",
            5,
            "times",
        ),
        ("Hall's car crashed on lap 48 of the race.", "Hall's car crashed on lap … of the race", 48, "lap"),
        ("The stop dropped Hall down to 15th place.", "The stop dropped Hall down to … place", 15, "place"),
        ("About 1800 people live on the island.", "… people live on the island", 1800, "people"),
    ],
)
def test_counts_say_what_was_done(found: Found, text: str, measure: str, value: float, unit: str) -> None:
    (figure,) = found(text)
    assert (figure.measure, figure.value, figure.unit) == (measure, value, unit)


def test_a_noun_left_out_is_filled_by_the_verb(found: Found) -> None:
    killed, wounded = found(
        "A bomber struck the station, killing at least two people and wounding at least 90."
    )
    assert (killed.measure, killed.low) == ("people killed", 2)
    assert (wounded.measure, wounded.low, wounded.value, wounded.unit) == (
        "people wounded",
        90,
        None,
        "people",
    )


def test_vague_crowds_have_a_lower_bound_only(found: Found) -> None:
    (figure,) = found("Hundreds of protesters gathered outside the town hall.")
    assert (figure.measure, figure.value, figure.low, figure.high) == (
        "… protesters gathered outside the town hall",
        None,
        100,
        None,
    )


def test_a_crowd_without_a_noun_is_measured_by_what_it_did(found: Found) -> None:
    (figure,) = found("Hundreds gathered on the pier, but it stayed quiet.")
    assert (figure.measure, figure.unit) == ("… gathered on the pier, but it stayed quiet", "people")


def test_a_lead_names_both_sides(found: Found) -> None:
    (figure,) = found("Hall leads Moreno by just 11 points in a new poll.")
    assert (figure.measure, figure.value, figure.unit) == (
        "Hall leads Moreno by just … in a new poll",
        11,
        "points",
    )


def test_change_and_payment_make_a_measure(found: Found) -> None:
    fell, paid = found("Shares of the bank fell 4%. The firm paid its workers $3 million.")
    assert (fell.measure, fell.unit, fell.value) == ("Shares of the bank fell …", "%", 4)
    assert (paid.measure, paid.unit, paid.value) == ("The firm paid its workers …", "USD", 3e6)


def test_a_toll_is_measured_by_its_subject(found: Found) -> None:
    (figure,) = found("The death toll from the flood rose to at least 31.")
    assert (figure.measure, figure.low, figure.unit, figure.subject) == ("death toll", 31, "people", "flood")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The firm paid a fine of £1.2m.", 1_200_000, "GBP"),
        ("The bank set aside $3 billion for a charge.", 3e9, "USD"),
        ("Anna Hall was given a €500 fine.", 500, "EUR"),
        ("The company lost 40 million euros in sales.", 40e6, "EUR"),
    ],
)
def test_money_has_currency_and_scale(found: Found, text: str, value: float, unit: str) -> None:
    (figure,) = found(text)
    assert (figure.value, figure.unit) == (value, unit)
    assert figure.span.of(text).strip("£$€")[0].isdigit()


@pytest.mark.parametrize("sum_", ["between $5 million and $7 million", "$5 to $7 million"])
def test_a_range_of_money_keeps_both_ends(found: Found, sum_: str) -> None:
    (figure,) = found(f"The council spent {sum_} on the bridge.")
    assert (figure.value, figure.low, figure.high, figure.unit) == (None, 5e6, 7e6, "USD")


def test_a_poll_gives_each_answer_its_measure(found: Found) -> None:
    text = (
        "A poll by Ipsos found 51% of respondents thought the mayor should not stand again, "
        "compared to 30% who said he should. The survey also found 44% opposed the new bridge."
    )
    first, second, third = found(text)
    assert (first.value, first.unit) == (51, "%")
    assert first.measure.startswith(
        "A poll by Ipsos found … of respondents thought the mayor should not stand again"
    )
    assert (second.value, second.measure.endswith("stand again, compared to … who said he should")) == (
        30,
        True,
    )
    assert (third.value, third.measure) == (44, "The survey also found … opposed the new bridge")
    assert {figure.subject for figure in (first, second, third)} == {"poll by Ipsos"}


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Carla Moreno, 48, was charged.", 48),
        ("Carla Moreno (48) was charged.", 48),
        ("Carla Moreno, aged 48, was charged.", 48),
        ("Carla Moreno, a 48-year-old electrician, was charged.", 48),
        ("The 48-year-old Carla Moreno was charged.", 48),
    ],
)
def test_an_age_belongs_to_its_person(analyse: Analyse, text: str, age: float) -> None:
    article, analysis = analyse(text)
    (figure,) = figures.find(article, analysis, (person(text, "Carla Moreno"),), (), ())
    assert (figure.measure, figure.unit, figure.value, figure.subject) == (
        "age",
        "years",
        age,
        "Carla Moreno",
    )


@pytest.mark.parametrize(
    "text",
    [
        "One video showed the scene.",
        "It was one of the worst days.",
        "No one was there.",
        "The talks began on 3 March and ended on March 9.",
        "He was elected in 2016.",
        "They met at 9.30pm and left at 11 am.",
        "She lives at Channel 4.",
        "He spoke on page 12 of the report.",
        "The first and the second man left.",
        "The two men were old friends.",
        "Covid-19 spread quickly.",
        "They bought it at a 7-11 store.",
        # no understandable measure
        "Each of the plans was backed by 12 of them.",
        "It works 99 percent of the time.",
        "Hall spoke of it on 60 Minutes.",
        "One person was treated.",
        # sources, and those named before
        "Two officers said the road was closed.",
        "The two men opened the gate.",
        # supposed, or only a part
        "If I were giving a speech to 45,000 people, I would stop.",
        "The strike closed in on the two-week mark.",
        # a part, a name
        "He spoke of two of the strongest critics of the plan.",
        "Norway may join the Group of Seven nations.",
        # a name that begins with a digit
        "The words were first read on 4chans all over the country.",
        "Kent paid between $100 (million) and a lot more for the bridge.",
        "Kent paid $45 …million for the bridge.",
        "The town bought a missile called 9M729 in May.",
    ],
)
def test_these_are_no_figures(found: Found, text: str) -> None:
    assert found(text) == ()


def test_captions_hold_no_figures(found: Found) -> None:
    text = "Nine people were arrested.\nTwelve people were arrested on the pier (Photo: PA)"
    assert [figure.value for figure in found(text, roles={1: Role.CAPTION})] == [9]


def test_scores_keep_both_numbers(found: Found) -> None:
    (figure,) = found("Rovers won 5-3 at home.")
    assert (figure.unit, figure.low, figure.high, figure.value) == ("score", 3, 5, None)


def _spaced(text: str) -> tuple[Article, Analysis]:
    """Make an analysis without a model: words as tokens, all below the first."""
    tokens = []
    at = 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        tokens.append(Token(start, at, word, "NOUN", "NN", word.lower(), 0, "dep"))
    whole = Span(tokens[0].start, tokens[-1].end) if tokens else Span(0, 0)
    sentences = (Sentence(whole.start, whole.end, 0, len(tokens)),) if tokens else ()
    article = make_article(text, published=date(2020, 1, 1))
    paragraph = Paragraph(whole.start, whole.end, Role.BODY)
    made = Article(article.id, "x", text, (paragraph,), article.as_of)
    return made, Analysis(article.id, tuple(tokens), sentences, ())


words = st.sampled_from(
    [
        "two",
        "47%",
        "£3m",
        "people",
        "of",
        "killed",
        "at",
        "least",
        "poll",
        "who",
        "said",
        "should",
        "aged",
        "28,",
        "-",
        "5-3",
        "feet",
        "six",
        "foot",
        "years",
        "old",
        "thought",
        "“",
        "”",
        "(",
        ")",
        "\xa0",
        "hundreds",
        "rose",
        "toll",
        "33-year-old",
        ",",
        ".",
        "between",
        "and",
        "10",
        "%",
    ]
)


@given(st.lists(words, max_size=30).map(" ".join))
def test_no_text_raises_and_spans_hold(text: str) -> None:
    article, analysis = _spaced(text)
    for figure in figures.find(article, analysis, (), (), ()):
        assert 0 <= figure.span.start < figure.span.end <= len(text)
        assert figure.measure
        assert (figure.value, figure.low, figure.high) != (None, None, None)


@pytest.mark.parametrize(
    ("text", "measure", "unit"),
    [
        (
            "The city took in 2,000 ticket-holders from the ferry.",
            "The city took in … ticket-holders from the ferry",
            "ticket-holders",
        ),
        (
            "Anna Hall was charged with 29 counts of fraud.",
            "Anna Hall was charged with … counts of fraud",
            "counts",
        ),
        ("The party lost more than a million voters.", "The party lost … voters", "people"),
        ("The number of burglaries rose 12.8 percent.", "The number of burglaries rose …", "%"),
        # lengths, speeds and likelihoods
        (
            "Teenagers watch an average of nine hours of television per day.",
            "Teenagers watch an average of … of television per day",
            "hours",
        ),
        ("The 100ft-long ferry was removed.", "The …-long ferry was removed", "feet"),
        ("The tram went faster than the 12mph limit.", "The tram went faster than the … limit", "mph"),
        ("The two-year study ends in May.", "The … study ends in May", "years"),
        (
            "Heavy smokers are 56% more likely to fall ill.",
            "Heavy smokers are … more likely to fall ill",
            "%",
        ),
        # people and things of one name, and things that share a number
        (
            "More than a dozen vaccine candidates are tested around the world.",
            "… vaccine candidates are tested around the world",
            "candidates",
        ),
        ("The union of states now has 28 members.", "The union of states now has … members", "members"),
        (
            "The town showed 25 broken lamps and pumps on Monday.",
            "The town showed … broken lamps and pumps on Monday",
            "lamps and pumps",
        ),
        # a large number without a noun
        (
            "Sales of boats were revised up by a modest 14,000.",
            "Sales of boats were revised up by a modest …",
            "",
        ),
    ],
)
def test_a_measure_says_which_are_counted(found: Found, text: str, measure: str, unit: str) -> None:
    (figure,) = found(text)
    assert (figure.measure, figure.unit) == (measure, unit)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("After the storm 4,000 homes lost power.", "After the storm … homes lost power"),
        ("Two large investors asked the bank to explain.", "… large investors asked the bank to explain"),
        ("Hall offered protection for roughly 300,000 people.", "Hall offered protection for … people"),
        (
            "The group wants to reach 60,000 US public schools.",
            "The group wants to reach … US public schools",
        ),
        # what did not happen keeps the words that say so
        ("The flood could have killed 90 people.", "The flood could have killed … people"),
        ("The plan would kill 90 people.", "The plan would kill … people"),
        ("Three ministers may visit the port.", "… ministers may visit the port"),
        ("Twelve guests did not answer the question.", "… guests did not answer the question"),
        # a sum is for something
        (
            "Neighbours set up a page to raise £5,000 for the new roof.",
            "Neighbours set up a page to raise … for the new roof",
        ),
        ("The mayor proposed $80 million for flood defences.", "The mayor proposed … for flood defences"),
        (
            "The group has received £7m in funding from the city.",
            "The group has received … in funding from the city",
        ),
        (
            "Adverts worth up to $50 million will be shown on television.",
            "Adverts worth … will be shown on television",
        ),
        ("The tax falls on people who earn more than $250,000.", "The tax falls on people who earn …"),
    ],
)
def test_the_clause_says_what_the_counted_did(found: Found, text: str, measure: str) -> None:
    (figure,) = found(text)
    assert figure.measure == measure


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        # a hyphen that joins words sets nothing off
        (
            "Work-from-home will cut costs by £9m a year, and save 4,000 trips of people in Kent.",
            [
                "Work-from-home will cut costs by … a year, and save 4,000 trips of people in Kent",
                "Work-from-home will cut costs by £9m a year, and save … trips of people in Kent",
            ],
        ),
        # what an amount is set against stays with it
        (
            "The region would spend $3 trillion on health, or about $460 billion less than the coast spent in 2017.",
            [
                "The region would spend … on health, or about $460 billion less than the coast spent in 2017",
                "The region would spend $3 trillion on health, or … less than the coast spent in 2017",
            ],
        ),
        # "which" behind somebody takes up what was done
        (
            "Hall was jailed for hitting his stepson, which carried a maximum sentence of five years.",
            ["Hall was jailed for hitting his stepson, which carried a maximum sentence of …"],
        ),
    ],
)
def test_a_label_is_not_cut_where_no_mark_cuts(found: Found, text: str, measures: list[str]) -> None:
    assert [figure.measure for figure in found(text)] == measures


def test_only_who_has_them_has_them(found: Found) -> None:
    (figure,) = found("The leader of Kent is closer to having 60 votes by noon.")
    assert figure.subject is None
    assert "closer to having" in figure.measure


def test_a_large_number_that_a_verb_has_for_its_object_says_not_of_what(found: Found) -> None:
    assert not found("Shops and offices added 37,000 in May.")


def test_a_large_number_is_told_with_what_is_done_with_it(found: Found) -> None:
    cut = found("The rule cuts the number of boats that the harbour takes from 11,000 to 5,000.")
    assert [figure.measure for figure in cut] == [
        "The rule cuts the number of boats that the harbour takes from … to 5,000",
        "The rule cuts the number of boats that the harbour takes from 11,000 to …",
    ]


def test_the_base_of_a_rate_counts_nothing(found: Found) -> None:
    told = found("The death rate of old sailors fell to 11 deaths per 100,000.")
    assert [figure.value for figure in told] == [11]


def test_two_shares_at_a_comma_are_no_list(found: Found) -> None:
    told = found("In Dover, with 98 percent of the boxes opened, 60 percent of the voters chose the bridge.")
    assert [figure.value for figure in told if "boxes opened, …" in figure.measure] == [60]


def test_what_is_done_every_day_may_be_counted(found: Found) -> None:
    (figure,) = found("The town is short of 900 daily tests doctors say it needs.")
    assert (figure.measure, figure.unit) == (
        "The town is short of … daily tests doctors say it needs",
        "tests",
    )


def test_a_time_until_which_something_lasts_is_a_length(found: Found) -> None:
    first, second = found(
        "The wood of old boats begins to dry between 23 and 30 weeks. Young gulls cannot fly until 29 or 30 weeks."
    )
    assert [(f.low, f.high, f.unit) for f in (first, second)] == [(23, 30, "weeks"), (29, 30, "weeks")]


def test_a_part_is_told_by_its_whole(found: Found) -> None:
    whole, part = found("More than 100 people were wounded, including at least 10 children.")
    assert (part.measure, part.low) == (f"children among {whole.measure}", 10)


def test_a_sum_in_brackets_is_the_one_before_it(found: Found) -> None:
    dollars, pounds = found("The firm paid $50 million (£36 million) to the city.")
    assert (dollars.measure, dollars.unit) == (pounds.measure, "USD")
    assert (pounds.value, pounds.unit) == (36e6, "GBP")


def test_votes_are_told_by_what_they_are_for(found: Found) -> None:
    (figure,) = found("The bill needs at least 60 votes to pass in the Senate.")
    assert (figure.measure, figure.low) == ("The bill needs … votes to pass in the Senate", 60)


def test_a_length_in_brackets_is_the_one_before_it(found: Found) -> None:
    metres, feet = found("The shaft was 40 metres deep (131 feet) and dry.")
    assert metres.measure == feet.measure == "The shaft was … deep and dry"
    assert (feet.value, feet.unit) == (131, "feet")


def test_votes_in_words_and_candidates_of_a_poll(analyse: Analyse) -> None:
    (vote,) = figures.find(*analyse("The house passed the plan by a vote of 228 to 191."), (), (), ())
    assert (vote.low, vote.high, vote.unit) == (191, 228, "score")
    text = "A poll by Ipsos put Anna Hall first, ahead of Tom Moreno with 18 percent."
    article, analysis = analyse(text)
    people = (person(text, "Anna Hall"), person(text, "Tom Moreno"))
    (share,) = figures.find(article, analysis, people, (), ())
    assert share.measure == "A poll by Ipsos put Anna Hall first, ahead of Tom Moreno with …"
    assert (share.value, share.subject) == (18, "poll by Ipsos")


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        # who led whom, and what stands between the dashes
        (
            "Nearly two dozen farmers – led by Anna Hall of Kent – walked into a hearing and sang.",
            ["… farmers – led by Anna Hall of Kent – walked into a hearing and sang"],
        ),
        # object, and that it was only reported
        ("It was reported that the bank owed Hall £63,053.", ["It was reported that the bank owed Hall …"]),
        # who tells it, behind the clause
        (
            "Night buses accounted for 67% of the trips in Dover, an audit found.",
            ["Night buses accounted for … of the trips in Dover, an audit found"],
        ),
        # one verb's object is not the other's
        (
            "The rule made the firm hire more cooks and open twelve new kitchens.",
            ["The rule made the firm hire more cooks and open … new kitchens"],
        ),
        # a clause of a noun, with the noun
        (
            "The council backs a plan that would cost £974 million.",
            ["The council backs a plan that would cost …"],
        ),
        (
            "Moreno, whose lead was cut to 12 points, came second.",
            ["Moreno, whose lead was cut to …, came second"],
        ),
        (
            "Moreno, who drew praise and raised £900,000 for the school, won.",
            ["Moreno, who drew praise and raised … for the school, won"],
        ),
        # a list of shares
        (
            "Vans made up 85% of the cars stopped, 90% of the cars fined and 93% of the cars towed.",
            [
                "Vans made up … of the cars stopped, 90% of the cars fined and 93% of the cars towed",
                "Vans made up … of the cars fined",
                "Vans made up … of the cars towed",
            ],
        ),
        (
            "Sales in Kent rose from 5% to 7%.",
            ["Sales in Kent rose from … to 7%", "Sales in Kent rose from 5% to …"],
        ),
        (
            "Drivers must pay a fee of £20, rather than the £30 asked before.",
            [
                "Drivers must pay a fee of …, rather than the £30 asked before",
                "Drivers must pay a fee of £20, rather than the … asked before",
            ],
        ),
        # without what is set off the share would be another's
        (
            "Hall came first in the ballot, ahead of Moreno with 18 percent.",
            ["Hall came first in the ballot, ahead of Moreno with …"],
        ),
        # tolls and crowds in every shape
        ("A total of five men and one woman died in the fire.", ["men died", "woman died"]),
        ("Two men died and more than 40 were taken to hospital.", ["men died", "taken to hospital"]),
        (
            "A group of up to 300 people on Sunday marched down the street.",
            ["A group of … people on Sunday marched down the street"],
        ),
        ("Last week 15 people were hurt.", ["people hurt"]),
        (
            "A ferry, carrying 90 passengers, sank off the coast.",
            ["A ferry, carrying … passengers, sank off the coast"],
        ),
        # what stays open gives no label
        # of whom, the sentence before says
        ("The survey was long. Some 65% are satisfied with the pool.", ["… are satisfied with the pool"]),
        # a noun alone, whatever place it is in, says nothing of what was counted
        ("Hundreds of workers at the pool.", []),
        # what is any bill is told with what happens to it
        (
            "Hall will veto any bill that adds £300 million to the debt.",
            ["Hall will veto any bill that adds … to the debt"],
        ),
        # an apposition behind does not belong to it
        (
            "The club needs 12 players for the new season, a hard task.",
            ["The club needs … players for the new season, a hard task"],
        ),
    ],
)
def test_a_label_is_the_whole_clause(found: Found, text: str, measures: list[str]) -> None:
    assert [figure.measure for figure in found(text)] == measures


def test_titles_won_belong_to_their_winner(analyse: Analyse) -> None:
    text = "The four-time world champion Carla Moreno was second."
    article, analysis = analyse(text)
    (figure,) = figures.find(article, analysis, (person(text, "Carla Moreno"),), (), ())
    assert (figure.measure, figure.value, figure.subject) == ("times world champion", 4, "Carla Moreno")


def test_a_known_amount_that_another_is_set_against_keeps_its_value(found: Found) -> None:
    (figure,) = found("The city spent more than the £5 million that Hall had asked for.")
    assert (figure.value, figure.modifier) == (5e6, None)


@pytest.mark.parametrize(
    ("text", "measure", "low"),
    [
        (
            "The house rejected the budget in a 154-261 vote.",
            "The house rejected the budget in a … vote",
            154,
        ),
        (
            "On the bill to delay the tax, the vote was 251 to 174.",
            "On the bill to delay the tax, the vote was …",
            174,
        ),
    ],
)
def test_a_vote_says_on_what(found: Found, text: str, measure: str, low: float) -> None:
    (figure,) = found(text)
    assert (figure.measure, figure.low, figure.unit) == (measure, low, "score")


def test_a_tally_alone_is_no_figure(found: Found) -> None:
    assert not found("The final tally was 97-1.")


def test_a_part_of_a_number_counts(found: Found) -> None:
    part, whole = found("Fifteen of the 19 sailors were Danish citizens.")
    assert (part.measure, part.value) == ("… of the 19 sailors were Danish citizens", 15)
    assert whole.value == 19


def test_a_part_behind_a_group_is_no_age(analyse: Analyse) -> None:
    text = "The panel has 10 Senators, 5 from each side."
    article, analysis = analyse(text)
    found_ = figures.find(article, analysis, (person(text, "10 Senators"),), (), ())
    assert not any(figure.measure == "age" for figure in found_)


def test_the_second_number_of_a_pair_counts_nothing(found: Found) -> None:
    assert found("The senator attacked 5-4 decisions of the court.") == ()


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        # what limits a clause stays in front of it
        ("In Kent, 40 percent of new drivers were under 30.", ["In Kent, … of new drivers were under 30"]),
        ("In a statement, the firm paid 40 drivers.", ["In a statement, the firm paid … drivers"]),
        ("Before that, Hall won 12 races in Kent.", ["Before that, Hall won … races in Kent"]),
        # an alternative is no addition
        (
            "Some 70 percent of drivers named tolls or said nothing.",
            ["… of drivers named tolls or said nothing"],
        ),
        # lengths, ago, before and every
        (
            "The bank must tell the council 15 days before the sale.",
            ["The bank must tell the council … before the sale"],
        ),
        ("The fund stays solvent for 75 years.", ["The fund stays solvent for …"]),
        ("The company left Kent ten years ago.", ["The company left Kent … ago"]),
        # from one value to another
        (
            "The school grant went up from $4,300 to $5,550.",
            ["The school grant went up from … to $5,550", "The school grant went up from $4,300 to …"],
        ),
        # what bodies are made of
        ("The 300-member choir sang in Kent.", ["The …-member choir sang in Kent"]),
        # a noun taken up
        (
            "Some 22 members backed the bridge, and 35 opposed the toll.",
            [
                "… members backed the bridge, and 35 opposed the toll",
            ],
        ),
        # "over" is during
        ("The council will repair the bridge over ten years.", ["The council will repair the bridge over …"]),
        # two joined to what is no amount
        (
            "The plan calls for repairs to the bridge and 100 rangers in Kent.",
            ["The plan calls for repairs to the bridge and … rangers in Kent"],
        ),
        # which of them is kept
        (
            "Police arrested 40 drivers who crossed the bridge.",
            ["Police arrested … drivers who crossed the bridge"],
        ),
        # what an opening word joins stays joined
        (
            "While Hall lost in Kent, she kept the club in the league for six years.",
            ["While Hall lost in Kent, she kept the club in the league for …"],
        ),
        ("LEEDS — The bank paid 40 drivers in Kent.", ["The bank paid … drivers in Kent"]),
        # whom "they" means is left to the reader
        (
            "Lawmakers fined drivers because they had 40 flags in Kent.",
            ["Lawmakers fined drivers because they had … flags in Kent"],
        ),
        # seasons
        ("Rovers went 7-8-1 in Kent last season.", ["Rovers went … in Kent last season"]),
        ("Hall missed the last nine rounds of the season.", ["Hall missed the last … rounds of the season"]),
    ],
)
def test_a_label_keeps_what_decides_its_truth(found: Found, text: str, measures: list[str]) -> None:
    assert [figure.measure for figure in found(text)] == measures


def test_what_somebody_only_believes_is_told_as_believed(analyse: Analyse) -> None:
    text = "Anna Hall believes that the plan has 41 votes in the house."
    article, analysis = analyse(text)
    content = Span(text.index("the plan"), len(text) - 1)
    cue = Span(text.index("believes"), text.index(" that"))
    held = ReportedStatement(StatementKind.INDIRECT, (content,), (), Party(Span(0, 9)), cue=cue)
    (figure,) = figures.find(article, analysis, (), (), (held,))
    assert figure.measure == "Anna Hall believes that the plan has … votes in the house"
    assert figure.statement is None


def test_a_pronoun_behind_two_people_stays_as_worded(analyse: Analyse) -> None:
    text = "Tom Hart fired Anna Hall after he found that she had hidden 40 letters in Kent."
    article, analysis = analyse(text)
    she = text.index("she")
    wrong = replace(person(text, "Tom Hart"), chain=1)
    said = Mention(Span(she, she + 3), EntityType.PERSON, MentionForm.PRONOUN, "she", chain=1)
    figure = figures.find(article, analysis, (wrong, said), (), ())
    assert all("Tom Hart had hidden" not in f.measure for f in figure)


def test_a_clause_that_begins_with_where_is_told_with_its_place(found: Found) -> None:
    (figure,) = found("The coast of Kent will see the worst of it, where falls of 20 inches are predicted.")
    assert figure.measure.startswith("The coast of Kent will see the worst of it, where falls of …")


def test_what_nobody_named_says_in_quotation_marks_is_no_figure(analyse: Analyse) -> None:
    text = '"The bank paid 40 drivers in Kent."'
    article, analysis = analyse(text)
    quoted = Span(1, len(text) - 1)
    said = ReportedStatement(StatementKind.DIRECT, (quoted,), (quoted,))
    assert not figures.find(article, analysis, (), (), (said,))
    assert figures.find(article, analysis, (), (), ())


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        # a noun that only what stands before names
        (
            "Hall was born in Ohio. She sings. The state of Kansas took Hall by 20 points.",
            ["The state of Kansas took Hall by …"],
        ),
        # what shows something is not who did it
        (
            "Drivers say they went for Hall by 21 points in Ohio.",
            ["Drivers say they went for Hall by … in Ohio"],
        ),
        # "which" is no person
        (
            "Hall hurt his stepson, which carried a top sentence of five years.",
            ["Hall hurt his stepson, which carried a top sentence of …"],
        ),
        # a clause of its own behind a comma
        (
            "The town lost 500 homes, the flood reached 60 villages, and the army came.",
            [
                "The town lost … homes, the flood reached 60 villages, and the army came",
                "The town lost 500 homes, the flood reached … villages, and the army came",
            ],
        ),
        (
            "Cooks join 47 bakers in staying at home, while 40 waiters are being sued for going out.",
            [
                "Cooks join … bakers in staying at home, while 40 waiters are being sued for going out",
                "Cooks join 47 bakers in staying at home, while … waiters are being sued for going out",
            ],
        ),
        # ways of speaking
        ("Hall was 100 percent on their side.", []),
        ("Cooks knocked on half a million doors in Kent.", ["Cooks knocked on … doors in Kent"]),
        # what a participle only relates to another
        (
            "The court asked for letters linked to nine members of the crew.",
            ["The court asked for letters linked to … members of the crew"],
        ),
        # markets, names and years
        (
            "The Falk FLK, +8.14% fell 1,338 points on Monday.",
            ["The Falk fell … on Monday"],
        ),
        ("Hall lives in nearby Seven Meadows.", []),
        (
            "The water rose to marks three feet above 2016 records.",
            ["The water rose to marks … above 2016 records"],
        ),
        ("The town took 75,000 911 calls on Monday.", ["The town took … 911 calls on Monday"]),
        # what a dash closes goes on
        (
            "Hall cannot put the feud of 12 letters -- an old one -- behind her.",
            ["Hall cannot put the feud of … letters -- an old one -- behind her"],
        ),
        ("The storm hit Kent and killed 19 men.", ["men killed"]),
        ("Kent was calm until Falk packed strong winds and killed 19 men.", ["men killed"]),
        ("The world felt outrage at attacks on markets in Kent, which killed 50 people.", ["people killed"]),
        (
            "Kentish officials have reported 40 cases and 10 deaths.",
            [
                "Kentish officials have reported … cases and 10 deaths",
                "Kentish officials have reported 40 cases and … deaths",
            ],
        ),
        # several sentences with one subject, and what is theirs
        ("One out of every 13 cooks has left Kent.", []),
        ("Hall won by a 30-point margin in Kent.", ["Hall won by a … margin in Kent"]),
        # a name that ends in the noun, one that the subject is told to be, one beside "another"
        (
            "Another agency, Kent Rail Watch, has asked for $207 million to hire agents.",
            ["Another agency, Kent Rail Watch, has asked for … to hire agents"],
        ),
        # harm that is only a noun, of a day, or no harm
        ("There were 14 deaths in Kent.", ["There were … deaths in Kent"]),
        ("Kent is averaging 700 new deaths a day.", ["Kent is averaging … new deaths a day"]),
        (
            "The court has 23 jurors charged with reading the papers.",
            ["The court has … jurors charged with reading the papers"],
        ),
        # a participle with its own subject is told with the clause that it hangs on
        (
            "Hall won, with Moreno leading in Kent and Berg gaining 10 percent.",
            ["Hall won, with Moreno leading in Kent and Berg gaining …"],
        ),
        # brackets that are not shown, types of machines, parts of a number
        ("The Falk 737-800 was shot down on Monday.", []),
        ("Hall asked for a quarter of a trillion dollars.", []),
        (
            "There are fears, too, about how the 349 seats have been filled.",
            ["There are fears, too, about how the … seats have been filled"],
        ),
        # parts of many
        (
            "The town would offer free boats to some 700 of the so-called Walkers.",
            ["The town would offer free boats to … of the so-called Walkers"],
        ),
        ("Hall spoke with two of the strongest critics.", []),
        # a clause of its own keeps its subject
        (
            "Kent is the biggest partner, buying 40 million euros of steel.",
            ["Kent is the biggest partner, buying … of steel"],
        ),
        # no clause
        ("Just two weeks after the storm broke over Kent.", []),
    ],
)
def test_a_label_stands_alone(found: Found, text: str, measures: list[str]) -> None:
    assert [figure.measure for figure in found(text)] == measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The four-year-old war has cost much.", []),
        ("One man ages 20-29 won.", []),
        ("Under Hall, the club ranked 30th in win percentage.", []),
        ("As a result, the number of owls fell to 400,000.", ["As a result, the number of owls fell to …"]),
    ],
)
def test_ages_of_things_and_ranks_of_shares_are_none(found: Found, text: str, measures: list[str]) -> None:
    assert [figure.measure for figure in found(text)] == measures


def test_what_somebody_is_said_to_have_said_is_told_whole(analyse: Analyse) -> None:
    text = "Some posts claim that Anna Hall said the council lost 52 seats in Kent."
    article, analysis = analyse(text)
    inner = Span(text.index("the council"), len(text) - 1)
    outer = Span(text.index("Anna"), len(text) - 1)
    said = ReportedStatement(
        StatementKind.INDIRECT,
        (inner,),
        (),
        Party(Span(outer.start, outer.start + 9)),
        cue=Span(text.index("said"), text.index("said") + 4),
    )
    claimed = ReportedStatement(
        StatementKind.INDIRECT,
        (outer,),
        (),
        Party(Span(0, 10)),
        cue=Span(text.index("claim"), text.index("claim") + 5),
    )
    (figure,) = figures.find(article, analysis, (), (), (said, claimed))
    assert figure.statement is None
    assert figure.measure == "Some posts claim that Anna Hall said the council lost … seats in Kent"
