"""Mentions: names, titles, roles, descriptions and chains in one article."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.annotate.mentioned import chain_of, named, roles_of
from tests.conftest import Analyse

from crossread.annotate.mentions import find
from crossread.record.analysis import Analysis, Sentence, Token
from crossread.record.annotation import EntityType, Gender, MentionForm
from crossread.record.article import Article, Paragraph, Role
from crossread.record.span import Span


def test_titles_and_roles_are_cut_from_names(analyse: Analyse) -> None:
    article, analysis = analyse(
        "London mayor Petra Weber met Metropolitan Police Commissioner Dame Helen Ashworth on Monday.\n"
        "Martin Cole, chairman of the National Rail Council, praised organiser Jamie Kettler.\n"
        "Post Editor in Chief Ines Marsh was there."
    )
    found = find(article, analysis)
    roles = {m.name: [r.of(article.text) for r in m.roles] for m in found if m.type is EntityType.PERSON}
    assert roles["Petra Weber"] == ["London mayor"]
    assert roles["Helen Ashworth"] == ["Metropolitan Police Commissioner"]
    assert roles["Martin Cole"] == ["chairman of the National Rail Council"]
    assert roles["Jamie Kettler"] == ["organiser"]
    assert roles["Ines Marsh"] == ["Post Editor in Chief"]
    titled = next(m for m in found if m.name == "Helen Ashworth")
    assert (titled.title, titled.span.of(article.text)) == ("Dame", "Dame Helen Ashworth")
    assert "Metropolitan Police" in named(found, EntityType.ORGANISATION)


def test_roles_hold_nothing_of_the_clause_around_them(analyse: Analyse) -> None:
    article, analysis = analyse(
        "It is clear Congressman Cole will stay.\nWe met Anna Weber, who is running the inquiry: nobody knew."
    )
    found = find(article, analysis)
    roles = {m.name: [r.of(article.text) for r in m.roles] for m in found if m.type is EntityType.PERSON}
    assert roles == {"Cole": ["Congressman"], "Anna Weber": ["running the inquiry"]}


def test_a_name_before_another_persons_title_has_no_role(analyse: Analyse) -> None:
    article, analysis = analyse("The guests were Anna Weber, Justice Secretary Robert Marsh and David Cole.")
    found = find(article, analysis)
    roles = {m.name: [r.of(article.text) for r in m.roles] for m in found if m.type is EntityType.PERSON}
    assert roles == {"Anna Weber": [], "Robert Marsh": ["Justice Secretary"], "David Cole": []}


def test_sentence_openers_and_places_are_no_people(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Regrettably, Sarah Weber was not in Ashford, Kent, on Friday. Vigils were held in Leeds. "
        "Hundreds came to Sky News in south London. Tickets went to Clapham Common."
    )
    found = find(article, analysis)
    assert named(found, EntityType.PERSON) == ["Sarah Weber"]
    assert {"Kent", "Leeds", "London", "Clapham Common"} <= set(named(found, EntityType.PLACE))
    assert "Sky News" in named(found, EntityType.ORGANISATION)


def test_hashtags_are_no_names(analyse: Analyse) -> None:
    article, analysis = analyse("He wrote that #JusticeForAnna was trending, and @DavidCole agreed.")
    assert not [m for m in find(article, analysis) if m.form is MentionForm.NAME]


def test_surnames_titles_and_first_names_join_their_full_name(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Helen Weber met Robert Marsh in Leeds.\nMr Marsh left early. Dame Helen stayed.\nMs Weber spoke."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "Mr Marsh") == chain_of(article, found, "Robert Marsh")
    assert chain_of(article, found, "Dame Helen") == chain_of(article, found, "Helen Weber")
    assert chain_of(article, found, "Ms Weber") == chain_of(article, found, "Helen Weber")


def test_a_couple_of_one_surname_is_kept_apart(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Robert Marsh came with his family.\nMr Marsh spoke first. Mrs Marsh spoke later."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "Mr Marsh") == chain_of(article, found, "Robert Marsh")
    assert chain_of(article, found, "Mrs Marsh") != chain_of(article, found, "Robert Marsh")


def test_a_surname_of_two_people_joins_neither(analyse: Analyse) -> None:
    article, analysis = analyse("Robert Marsh and David Marsh own the firm.\nMr Marsh said it was sold.")
    found = find(article, analysis)
    chains = {chain_of(article, found, name) for name in ("Robert Marsh", "David Marsh", "Mr Marsh")}
    assert len(chains) == 3


def test_descriptions_denote_the_holder_of_the_role(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Home Secretary Anna Weber met shadow home secretary Robert Marsh.\nThe home secretary said it was useful."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "The home secretary") == chain_of(article, found, "Anna Weber")


def test_the_force_is_the_one_police_body(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Officers from the Metropolitan Police came.\nThe force later said four were held."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "The force") == chain_of(article, found, "Metropolitan Police")


@pytest.mark.parametrize("word", ["He", "he"])
def test_he_is_the_subject_of_the_sentence_before(analyse: Analyse, word: str) -> None:
    sentence = "He said that the talks failed." if word == "He" else '"They failed," he said.'
    article, analysis = analyse(f"Robert Marsh met Commissioner Helen Weber on Monday.\n{sentence}")
    found = find(article, analysis)
    assert chain_of(article, found, word) == chain_of(article, found, "Robert Marsh")


def test_pronouns_do_not_reach_into_captions(analyse: Analyse) -> None:
    text = "Anna Weber resigned on Monday.\nHelen Marsh in Leeds\nShe said it was time."
    article, analysis = analyse(text, roles={1: Role.CAPTION})
    found = find(article, analysis)
    assert chain_of(article, found, "She") == chain_of(article, found, "Anna Weber")


def test_she_in_a_quotation_is_not_its_speaker(analyse: Analyse) -> None:
    article, analysis = analyse('Anna Weber said: "I hope she resigns."')
    found = find(article, analysis)
    assert chain_of(article, found, "she") is None


def test_two_fitting_people_leave_a_pronoun_open(analyse: Analyse) -> None:
    article, analysis = analyse("Anna Weber and Helen Marsh met in Leeds.\nShe said it went well.")
    found = find(article, analysis)
    assert chain_of(article, found, "She") is None


def test_gender_of_titles_goes_before_that_of_first_names(analyse: Analyse) -> None:
    article, analysis = analyse("Kit Weber spoke.\nMr Weber left.\nHe was tired.")
    found = find(article, analysis)
    assert chain_of(article, found, "He") == chain_of(article, found, "Kit Weber")
    assert next(m for m in found if m.title == "Mr").gender is Gender.MALE


def _plain_analysis(text: str) -> tuple[Article, Analysis]:
    """Return an article of one body paragraph for each line and a flat analysis of it."""
    paragraphs: list[Paragraph] = []
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    position = 0
    for line in text.split("\n"):
        if line.strip():
            first = len(tokens)
            start = position
            for word in line.split(" "):
                if word.strip():
                    tokens.append(Token(start, start + len(word), word, "PROPN", "NNP", word, first, "nsubj"))
                start += len(word) + 1
            if len(tokens) > first:
                sentences.append(Sentence(tokens[first].start, tokens[-1].end, first, len(tokens)))
            paragraphs.append(Paragraph(position, position + len(line), Role.BODY))
        position += len(line) + 1
    article = Article("article-x", "x", text, tuple(paragraphs), date(2026, 1, 1))
    return article, Analysis("article-x", tuple(tokens), tuple(sentences), ())


_WORDS = st.sampled_from(
    [
        "Anna",
        "Weber",
        "Mr",
        "the",
        "of",
        "and",
        "He",
        "she",
        "Police",
        "'",
        "’s",
        "“",
        '"',
        ",",
        "mayor",
        "Dame",
        "48",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(_WORDS, max_size=20).map(" ".join)))
def test_any_text_gives_exact_spans_in_order(text: str) -> None:
    article, analysis = _plain_analysis(text.replace("\r", " "))
    found = find(article, analysis)
    assert [m.span.start for m in found] == sorted(m.span.start for m in found)
    for mention in found:
        assert 0 <= mention.span.start < mention.span.end <= len(article.text)
        assert mention.name
        assert all(isinstance(role, Span) and role.of(article.text).strip() for role in mention.roles)


def test_an_empty_analysis_gives_names_alone() -> None:
    article = Article("article-x", "x", "Mr Weber spoke.", (Paragraph(0, 15, Role.BODY),), date(2026, 1, 1))
    found = find(article, Analysis("article-x", (), (), ()))
    assert [m.name for m in found] == ["Weber"]


def test_a_role_told_to_an_outlet_is_the_name_that_told_it(analyse: Analyse) -> None:
    article, analysis = analyse(
        "The plan was wrong, the policing minister has told Sky News.\n"
        "But Robert Marsh insisted nobody would resign.\nMr Marsh told Sky News: “We have to reflect.”"
    )
    found = find(article, analysis)
    assert chain_of(article, found, "the policing minister") == chain_of(article, found, "Robert Marsh")


def test_a_role_alone_is_not_whoever_comes_next(analyse: Analyse) -> None:
    article, analysis = analyse(
        "The plan was wrong, the prime minister has told Sky News.\nBut Robert Marsh said it was right."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "the prime minister") != chain_of(article, found, "Robert Marsh")


def test_headings_firms_and_teams_are_no_people(analyse: Analyse) -> None:
    article, analysis = analyse(
        "FINAL REPORT Anna Weber signed it.\nGoldman Sachs chief executive Robert Marsh left.\n"
        "The Cubs won again. The Cubs have waited. Fans of the Cubs cheered.\nErie, Pa., was quiet."
    )
    found = find(article, analysis)
    assert named(found, EntityType.PERSON) == ["Anna Weber", "Robert Marsh"]


def test_adjectives_made_of_names_are_cut(analyse: Analyse) -> None:
    article, analysis = analyse("The Nato-led mission in Germany ended, Nato said.")
    found = find(article, analysis)
    assert named(found, EntityType.ORGANISATION) == ["Nato", "Nato"]


def test_a_short_form_in_use_stays_with_its_person(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Anna Marsh spoke in Leeds.\nMarsh said taxes would fall.\nMarsh said schools would gain.\n"
        "Her husband, David Marsh, was there.\nMarsh said she was glad."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "Marsh", 2) == chain_of(article, found, "Anna Marsh")


def test_a_nickname_in_quotation_marks_is_no_part_of_the_name(analyse: Analyse) -> None:
    article, analysis = analyse("Defence Secretary James “Big Bear” Weber resigned.\nMr Weber left.")
    found = find(article, analysis)
    assert named(found, EntityType.PERSON) == ["James Weber", "Weber"]
    assert chain_of(article, found, "Mr Weber") == chain_of(article, found, "James “Big Bear” Weber")


@pytest.mark.parametrize(
    "text",
    [
        "Robert Marsh fired David Cole in March.\nHe was ousted days before his pension began.",
        'The inspector general, Robert Marsh, found David Cole "lacked candor" when he said nothing.',
        "Robert Marsh watched David Cole leave.\nHe pointed a gun at the window.",
        "Pressed on why he kept the money, David Cole left.\nRobert Marsh came.",
    ],
)
def test_he_stays_open_where_another_may_be_meant(analyse: Analyse, text: str) -> None:
    article, analysis = analyse(text)
    found = find(article, analysis)
    pronouns = [m for m in found if m.form is MentionForm.PRONOUN]
    assert pronouns
    assert not [m for m in pronouns if m.name == "he" and m.chain is not None]


def test_the_speaker_stays_the_speaker_beside_another_man(analyse: Analyse) -> None:
    article, analysis = analyse("Asked about David Cole, Robert Marsh said he would resign.")
    found = find(article, analysis)
    assert chain_of(article, found, "he") == chain_of(article, found, "Robert Marsh")


def test_who_takes_up_the_name_before_a_bracket(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Robert Marsh met Sen. David Cole (R-Ky.), who offered his support for the bid."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "his") in (None, chain_of(article, found, "Sen. David Cole"))


def test_a_quotation_broken_into_paragraphs_tells_nothing_of_its_speaker(analyse: Analyse) -> None:
    article, analysis = analyse("“Pat is real.\nHe is not slick.\nHe does not pretend,” Robert Marsh said.")
    found = find(article, analysis)
    speaker = chain_of(article, found, "Robert Marsh")
    assert all(m.chain != speaker for m in found if m.form is MentionForm.PRONOUN)


def test_a_lead_without_the_name_is_joined_with_the_name(analyse: Analyse) -> None:
    article, analysis = analyse(
        "A woman has slammed the police after a vigil in Leeds.\nAnna Weber, 28, was held during the vigil."
    )
    found = find(article, analysis)
    described = next(m for m in found if m.form is MentionForm.DESCRIPTION)
    name = next(m for m in found if m.form is MentionForm.NAME and m.type is EntityType.PERSON)
    assert described.chain == name.chain


@pytest.mark.parametrize(
    "text",
    [
        "A man was charged with the murder on Friday.\nJon Cole, 19, was stabbed before the murder trial.",
        "A woman has slammed the police after a vigil in Leeds.\nJon Cole, 28, was held during the vigil.",
        "A man and a driver were arrested.\nJon Cole, 28, was arrested too.",
    ],
)
def test_a_lead_about_another_is_not_joined(analyse: Analyse, text: str) -> None:
    article, analysis = analyse(text)
    found = find(article, analysis)
    name = next(m for m in found if m.form is MentionForm.NAME and m.type is EntityType.PERSON)
    assert all(m.chain != name.chain for m in found if m.form is MentionForm.DESCRIPTION)


def test_an_age_denotes_the_one_person_who_has_it(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Jon Cole, 48, met Anna Weber, 33, and Eva Marsh, 33.\nThe 48-year-old denied it. The 33-year-old said nothing."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "The 48-year-old") == chain_of(article, found, "Jon Cole")
    assert chain_of(article, found, "The 33-year-old") is None


def test_a_complement_in_small_letters_leaves_the_name_to_the_role(analyse: Analyse) -> None:
    article, analysis = analyse(
        "The tent is new, spokeswoman for the festival Anna Cole said.\nA nurse is on hand, the spokeswoman said."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "the spokeswoman") == chain_of(article, found, "Anna Cole")


def test_kinds_of_places_and_happenings_alone_name_nothing(analyse: Analyse) -> None:
    article, analysis = analyse(
        "The party on New Year's Eve was loud.\nPolice closed Third Avenue. The court of the District sat.\n"
        "Copies were released after USA TODAY sued the U.S. government."
    )
    found = find(article, analysis)
    names = {m.name for m in found if m.form is MentionForm.NAME}
    assert not names & {"Eve", "Avenue", "District", "USA"}
    assert "USA TODAY" in names


def test_points_in_initials_are_no_difference(analyse: Analyse) -> None:
    article, analysis = analyse(
        "The F.B.I. raided a house in the United States.\nThe FBI said it was the first raid in the U.S. this year."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "F.B.I.") == chain_of(article, found, "FBI") is not None
    assert chain_of(article, found, "United States") == chain_of(article, found, "U.S.") is not None


def test_a_name_ends_where_the_article_ends_it_elsewhere(analyse: Analyse) -> None:
    article, analysis = analyse(
        "The win of Jon Cole was a surprise.\nPeople met near the victory party of Jon Cole Medics respond to a call."
    )
    assert set(named(find(article, analysis), EntityType.PERSON)) == {"Jon Cole"}


def test_a_house_is_a_place_where_people_stand_outside_it(analyse: Analyse) -> None:
    article, analysis = analyse("Hundreds stood outside New Scotland Yard and sang.")
    assert "New Scotland Yard" in named(find(article, analysis), EntityType.PLACE)


def test_verbs_before_a_title_are_no_role_and_then_is(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Many who had originally supported Chancellor Anna Weber left.\n"
        "Then-Attorney General Jon Cole fired Robert Marsh."
    )
    found = find(article, analysis)
    roles = {m.name: [r.of(article.text) for r in m.roles] for m in found if m.type is EntityType.PERSON}
    assert roles["Jon Cole"] == ["Then-Attorney General"]
    assert not any("supported" in role for role in roles["Anna Weber"])


def test_nobody_is_his_own_father(analyse: Analyse) -> None:
    article, analysis = analyse(
        "The boy fell into a well.\nHe had been helping, his father told local media."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "his") != chain_of(article, found, "his father")


def test_an_object_in_a_quotation_is_not_who_is_named_there(analyse: Analyse) -> None:
    article, analysis = analyse(
        "The break-in came “before Robert Marsh’s attack upon him”, Anna Weber wrote."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "him") is None


def test_a_partisan_of_a_place_is_no_name(analyse: Analyse) -> None:
    article, analysis = analyse("House Minority Whip Jon Cole, Maryland Democrat, said he would vote.")
    found = find(article, analysis)
    assert named(found, EntityType.PERSON) == ["Jon Cole"]


def test_whoever_says_something_is_not_named_in_it(analyse: Analyse) -> None:
    article, analysis = analyse("Robert Marsh spoke first.\nIn David Cole's case the answer was no, he said.")
    found = find(article, analysis)
    assert chain_of(article, found, "he") in (None, chain_of(article, found, "Robert Marsh"))
    assert chain_of(article, found, "he") != chain_of(article, found, "David Cole")


def test_who_may_take_up_the_complement_of_a_role(analyse: Analyse) -> None:
    article, analysis = analyse(
        "The attorney for the family who took in the boy after his mother's death spoke."
    )
    found = find(article, analysis)
    assert next(m for m in found if m.name == "his").chain is None


def test_a_surname_that_is_a_firm_s_too_is_the_person_s(analyse: Analyse) -> None:
    article, analysis = analyse("Anna Siemens spoke in Leeds.\nSiemens praised the mayor.")
    found = find(article, analysis)
    assert chain_of(article, found, "Siemens") == chain_of(article, found, "Anna Siemens")


@pytest.mark.parametrize(
    ("text", "type", "names"),
    [
        # whole names
        (
            "She sat on the United States Court of Appeals for the 4th Circuit, in Leeds.",
            EntityType.ORGANISATION,
            ["United States Court of Appeals for the 4th Circuit"],
        ),
        (
            "They work for the Center for Maritime and Coastal Studies and the Northern Center for Lakes and Rivers.",
            EntityType.ORGANISATION,
            ["Center for Maritime and Coastal Studies", "Northern Center for Lakes and Rivers"],
        ),
        (
            "Republican Senate leaders met Democratic House candidate Anna Weber.",
            EntityType.ORGANISATION,
            ["Senate", "House"],
        ),
        ("State Senate President Pro Tem David Cole came.", EntityType.PERSON, ["David Cole"]),
        # bodies told by their kind
        (
            "Anna Weber, a partner at the law firm Boltz Hollins Marsh who led the talks, agreed.",
            EntityType.ORGANISATION,
            ["Boltz Hollins Marsh"],
        ),
        ("Both men are partners at Boltz Hollins in Leeds.", EntityType.ORGANISATION, ["Boltz Hollins"]),
        ("Anna Weber, the founder of Ms. Magazine, spoke.", EntityType.PERSON, ["Anna Weber"]),
        # cases, pacts, numbered things, whoever is like somebody
        (
            "The court ruled in Weber United v. Trade Commission and in Hale County v. Cole.",
            EntityType.PLACE,
            [],
        ),
        ("They would overturn Marsh v. Omar Reed and Rail Watch vs. Cole.", EntityType.PERSON, []),
        # courts and schools, a state with a city's name, a place in a body's name
        ("The Sixth Circuit sided with the Leeds Unified School District.", EntityType.PLACE, []),
        ("The mayor of Oslo lives in Washington state now.", EntityType.PLACE, ["Oslo", "Washington state"]),
        ("It is for the U.S. Supreme Court to say.", EntityType.PLACE, []),
        ("They played with a legislative Anna Weber.", EntityType.PERSON, []),
        ("It is a party's reform. She read of Oversight and Reform in the Quick List.", EntityType.PLACE, []),
        (
            "It was The United States' Weber Administration that paid.",
            EntityType.ORGANISATION,
            ["Weber Administration"],
        ),
        ("The Norway Papers were leaked. The Norway Papers are false.", EntityType.ORGANISATION, []),
        ("Experts say that Genes in Orbit-3 worked in Orbit-3 as well.", EntityType.PLACE, []),
    ],
)
def test_what_a_name_names(analyse: Analyse, text: str, type: EntityType, names: list[str]) -> None:
    article, analysis = analyse(text)
    assert named(find(article, analysis), type) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Norway's security adviser H.R. Oakes told reporters of it.", ["H.R. Oakes"]),
        ("That is why both [Anna] Weber and [Jon] Cole have done well.", ["Anna Weber", "Jon Cole"]),
        ("She named Anna We\u00adber, a lawyer, as the owner.", ["Anna Weber"]),
        ("They met Emperor Toshihiro on Monday.", ["Toshihiro"]),
        ("The rule is “Don’t stay”. They read it.", []),
        ("She called him the Jon Marsh of the Senate.", []),
        ("The book is on Anna J.K. Weber and her house.", ["Anna J.K. Weber"]),
        ("Captain Jon Marsh spoke. It is gone. — Captain Jon Marsh (@marsh) May 3, 2021", ["Jon Marsh"] * 2),
        ("In court August Weber, a lawyer, said no. In August Leeds was quiet.", ["August Weber"]),
        ("She told Mr. Hunter and Mr. Speaker that Mr. Baker had left.", ["Hunter", "Baker"]),
    ],
)
def test_names_with_initials_brackets_and_soft_hyphens(analyse: Analyse, text: str, names: list[str]) -> None:
    assert named(find(*analyse(text)), EntityType.PERSON) == names


@pytest.mark.parametrize(
    ("text", "type", "names"),
    [
        # titles set in capitals hold only the names that the text has
        (
            "NBC Twists Innocent Letter Into A Scandal\n"
            "On Monday it was told that NBC had erred. (SEE: 7 Times NBC Botched The News In Leeds)",
            EntityType.ORGANISATION,
            ["NBC", "NBC", "NBC"],
        ),
        ("Intel Agencies\nThe agencies met on Monday.", EntityType.ORGANISATION, []),
        ("Actually Fake News\nThe story was false.", EntityType.ORGANISATION, []),
        ("The National Harbour Assessment was late.", EntityType.ORGANISATION, []),
        # a seat, a party, a newspaper, a shop
        (
            "The Ohio Senate hopeful spoke. They met in the Texas Senate.",
            EntityType.ORGANISATION,
            ["Texas Senate"],
        ),
        ("Norway First, a small party, won. They put Sweden First.", EntityType.PLACE, []),
        ("The St. Louis Post-Courier and the Leeds Examiner wrote of it.", EntityType.PLACE, []),
        (
            "The shops of Cole's Garden Goods are shut. Cole's Garden Goods sold them.",
            EntityType.ORGANISATION,
            ["Cole's Garden Goods", "Cole's Garden Goods"],
        ),
        ("They met in the Weber White House. Harbour A&M University is new.", EntityType.PERSON, []),
        ("The Harbour News Channel and the Bristol Channel are wide.", EntityType.PLACE, ["Bristol Channel"]),
        ("It is a matter of National Security and of Law Enforcement.", EntityType.ORGANISATION, []),
        ("She is in the United States for The Times.", EntityType.PLACE, ["United States"]),
        ("The Bureau of Consumer Harbour Protection met.", EntityType.PERSON, []),
        ("The firm North Energy and a Roman Catholic were there.", EntityType.PERSON, []),
        # a participle that opens the sentence, members of a congress
        ("Attacking Anna Weber, he said she had lied.", EntityType.PERSON, ["Anna Weber"]),
        (
            "Fellow Democratic Reps. Anna Weber and Jon Cole agreed.",
            EntityType.PERSON,
            ["Anna Weber", "Jon Cole"],
        ),
    ],
)
def test_titles_seats_and_shops(analyse: Analyse, text: str, type: EntityType, names: list[str]) -> None:
    assert named(find(*analyse(text)), type) == names


def test_a_role_ends_at_a_bracket_and_begins_behind_a_conjunction(analyse: Analyse) -> None:
    article, analysis = analyse(
        "There are reports about him [Jon Cole, secretary of state] calling you names.\n"
        "It started when deputy press secretary Anna Weber was asked."
    )
    assert roles_of(article, find(article, analysis)) == {
        "Jon Cole": ["secretary of state"],
        "Anna Weber": ["deputy press secretary"],
    }


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        (
            "It was read by the minority leader, Mitch Cole of Ohio, on Friday.",
            "Mitch Cole",
            ["minority leader"],
        ),
        ("Norway's ambassador to Ghana Kari Weber said so.", "Kari Weber", ["Norway's ambassador to Ghana"]),
        ("In a letter to the club's lawyer, Kari Weber (D-Ohio) said no.", "Kari Weber", []),
    ],
)
def test_a_role_before_a_seat_or_behind_a_place(
    analyse: Analyse, text: str, name: str, roles: list[str]
) -> None:
    article, analysis = analyse(text)
    assert roles_of(article, find(article, analysis))[name] == roles


def test_the_network_is_the_only_broadcaster_just_named(analyse: Analyse) -> None:
    article, analysis = analyse("The council was told by CBS News on Monday. The network said it was sorry.")
    found = find(article, analysis)
    assert chain_of(article, found, "The network") == chain_of(article, found, "CBS News")


def test_a_surname_that_is_a_role_noun_stands_alone(analyse: Analyse) -> None:
    article, analysis = analyse(
        "Rep. Anna Hunter was charged on Monday. They said that Hunter had paid, and the hunter left."
    )
    found = find(article, analysis)
    assert chain_of(article, found, "Hunter") == chain_of(article, found, "Rep. Anna Hunter")
    assert named(find(*analyse("They said that Hunter had paid.")), EntityType.PERSON) == []
