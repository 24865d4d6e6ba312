"""Who is who over the accounts of a story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.compare.storied import story
from tests.conftest import Analyse

from crossread.annotate.mentions import find
from crossread.compare.cast import Cast
from crossread.compare.entities import resolve
from crossread.ingest.paragraphs import divide
from crossread.record.annotation import Account, Annotation, EntityType, Party
from crossread.record.article import Role
from crossread.record.dossier import Entity
from crossread.record.span import Span

EXAMPLE = Path(__file__).parents[2] / "examples" / "clapham-common"

Told = Callable[..., tuple[Account, ...]]


@pytest.fixture
def told(analyse: Analyse) -> Told:
    """Return a function from texts to their accounts with mentions."""

    def run(*texts: str, **options: object) -> tuple[Account, ...]:
        accounts = []
        for number, text in enumerate(texts):
            article, analysis = analyse(text, ref=f"test-{number}", **options)
            accounts.append(Account(article, analysis, Annotation(article.id, find(article, analysis))))
        return tuple(accounts)

    return run


def _people(cast: Cast) -> dict[str, Entity]:
    return {entity.name: entity for entity in cast.entities if entity.type is EntityType.PERSON}


def _party(account: Account, words: str, after: str = "") -> Party:
    start = account.text.index(after + words) + len(after)
    return Party(Span(start, start + len(words)))


def test_a_person_is_one_over_the_accounts(told: Told) -> None:
    accounts = told(
        "Mr Marsh said he would go.",
        "London mayor Robert Marsh resigned.\nRobert Marsh was in Leeds.",
        "Robert J. Marsh was seen in Leeds.",
    )
    people = _people(resolve(accounts))
    assert list(people) == ["Robert Marsh"]
    assert {"Mr Marsh", "Marsh", "Robert J. Marsh"} <= set(people["Robert Marsh"].aliases)
    assert [role.text for role in people["Robert Marsh"].roles] == ["London mayor"]


def test_a_president_is_whose_presidency_another_account_tells_of(told: Told) -> None:
    first = "President Marsh spoke on Monday."
    assert "Jon Marsh" in _people(resolve(told(first, "Jon Marsh's short presidency has been calm.")))
    apart = _people(resolve(told(first, "Jon Marsh's short holiday has been calm.")))
    assert set(apart) == {"President Marsh", "Jon Marsh"}


def test_the_president_is_who_was_in_office_on_the_day(told: Told) -> None:
    text = "{} spoke in Leeds.\nThe president said no.\nIt was a long day for {}."
    names = ["Ronald Reagan", "Bill Clinton"]
    for day, name in zip((date(1985, 5, 1), date(1995, 5, 1)), names, strict=True):
        accounts = told(text.format(name, *(other for other in names if other != name)), published=day)
        who = resolve(accounts).who(accounts[0], _party(accounts[0], "The president"))
        assert who is not None
        assert who.name == name
    accounts = told("President Ronald Reagan spoke.\nThe president said no.", published=date(1995, 5, 1))
    who = resolve(accounts).who(accounts[0], _party(accounts[0], "The president"))
    assert who is None or who.entity is None


def test_the_president_of_the_country_is_the_president(told: Told) -> None:
    text = "Ronald Reagan left Leeds.\nAnna Weber spoke.\nThe president of this country is wise."
    accounts = told(text, published=date(1985, 5, 1))
    who = resolve(accounts).who(accounts[0], _party(accounts[0], "The president"))
    assert who is not None
    assert who.name == "Ronald Reagan"


def test_the_president_is_not_the_one_told_with_his_country(told: Told) -> None:
    for before in ("French President Jacques Marsh", "the French president"):
        text = f"Clinton met {before}.\nThe president said no."
        accounts = told(text, "President Bill Clinton left.", published=date(1995, 5, 1))
        who = resolve(accounts).who(accounts[0], _party(accounts[0], "The president"))
        assert who is not None
        assert who.name == "Bill Clinton"


def test_whom_only_captions_name_blurs_nobody(told: Told) -> None:
    text = "Helen Weber in Leeds\nAnna Weber spoke on Monday.\nWeber said no. Weber left."
    accounts = told(text, roles={0: Role.CAPTION})
    people = _people(resolve(accounts))
    assert set(people) == {"Anna Weber"}
    assert len(people["Anna Weber"].mentions) == 3


def test_a_president_who_has_left_may_be_meant_where_he_was_just_named(told: Told) -> None:
    text = "Bill Clinton spoke.\nRonald Reagan won in 1980, and Anna Weber was the president's aide."
    accounts = told(text, published=date(1995, 5, 1))
    who = resolve(accounts).who(accounts[0], _party(accounts[0], "the president"))
    assert who is None or who.entity is None


def test_a_surname_with_a_presidents_rank_is_the_one_who_held_it(told: Told) -> None:
    people = _people(resolve(told("President Reagan spoke.", "Ronald Reagan and Nancy Reagan were there.")))
    assert set(people) == {"Ronald Reagan", "Nancy Reagan"}


def test_a_bare_noun_for_a_body_that_stays_open_names_nobody(told: Told) -> None:
    accounts = told("NBC and CBS were there. The network said it was sorry.", "The council was sorry.")
    cast = resolve(accounts)
    assert cast.who(accounts[0], _party(accounts[0], "The network")) is None
    assert cast.who(accounts[1], _party(accounts[1], "The council")) is not None


def test_the_last_word_of_a_role_keeps_its_number(told: Told) -> None:
    people = _people(
        resolve(told("Anna Weber, who is advising the council on harm to women and girls, spoke."))
    )
    assert [r.text for r in people["Anna Weber"].roles] == ["advising the council on harm to women and girls"]


def test_a_description_joins_the_holder_another_account_names(told: Told) -> None:
    accounts = told(
        "The Prime Minister said he was sorry.", "Prime Minister Robert Marsh left.", "Robert Cole left."
    )
    cast = resolve(accounts)
    who = cast.who(accounts[0], _party(accounts[0], "The Prime Minister"))
    assert who is not None
    assert who.name == "Robert Marsh"
    he = cast.who(accounts[0], _party(accounts[0], "he", "said "))
    assert he is not None
    assert he.name == "Robert Marsh"


def test_a_spokesman_is_nobody_from_another_account(told: Told) -> None:
    accounts = told("The spokesman said no.", "Army spokesman Robert Marsh said yes.")
    cast = resolve(accounts)
    who = cast.who(accounts[0], _party(accounts[0], "The spokesman"))
    assert who is not None
    assert (who.name, who.entity) == ("The spokesman", None)


def test_couples_and_namesakes_stay_apart(told: Told) -> None:
    people = _people(
        resolve(told("Robert Marsh spoke.\nMr Marsh left.", "Mrs Marsh wept.", "David Marsh fled."))
    )
    assert set(people) == {"Robert Marsh", "Mrs Marsh", "David Marsh"}


def test_spellings_of_one_name_with_one_role_are_one_person(told: Told) -> None:
    people = _people(
        resolve(
            told(
                "Local doctor Ahmad Karim Faiz said four had died.",
                "Ahmad Karim Fayez, a doctor, said the number might rise.",
            )
        )
    )
    assert len(people) == 1


def test_a_caption_makes_nobody_but_may_show_somebody(told: Told) -> None:
    accounts = told("Anna Weber in Leeds\nHelen Marsh spoke on Monday.", roles={0: Role.CAPTION})
    cast = resolve(accounts)
    assert set(_people(cast)) == {"Helen Marsh"}
    more = (*accounts, *told("Yesterday Anna Weber resigned."))
    cast = resolve(more)
    anna = _people(cast)["Anna Weber"]
    assert all(evidence.article == more[1].id for evidence in anna.mentions)
    assert cast.entity_of(more[0].id, 0) == anna


def test_bodies_join_by_short_forms_only(told: Told) -> None:
    cast = resolve(told("The Metropolitan Police came. Scotland Yard replied.", "Met Police officers left."))
    bodies = {entity.name for entity in cast.entities if entity.type is EntityType.ORGANISATION}
    assert bodies == {"Metropolitan Police", "Scotland Yard"}


def test_ids_keep_when_accounts_are_added(told: Told) -> None:
    first = told("Robert Marsh met Anna Weber in Leeds.")
    more = (*first, *told("Mr Marsh was with Ms Weber and Helen Cole."))
    before = {entity.name: entity.id for entity in resolve(first).entities}
    after = {entity.name: entity.id for entity in resolve(more).entities}
    assert before.items() <= after.items()


def test_all_evidence_is_exact(told: Told) -> None:
    accounts = told(
        "“Robert Marsh”, mayor of Leeds,\u00a0said the\u00a0home secretary, Anna Weber, had\u2009left."
    )
    texts = {account.id: account.text for account in accounts}
    for entity in resolve(accounts).entities:
        evidence = [*entity.mentions, *(place for role in entity.roles for place in role.evidence)]
        assert all(texts[e.article][e.start : e.end] == e.text for e in evidence)


def test_a_party_without_an_entity_keeps_its_words(told: Told) -> None:
    accounts = told("A distressed woman spoke to officers. She said: “You should protect us.” They left.")
    cast = resolve(accounts)
    who = cast.who(accounts[0], _party(accounts[0], "She"))
    assert who is not None
    assert who.name == "distressed woman"
    assert cast.who(accounts[0], _party(accounts[0], "They")) is None
    assert cast.who(accounts[0], None) is None


def test_no_accounts_have_no_cast() -> None:
    assert resolve(()).entities == ()


def test_the_people_of_the_example_are_nineteen_with_their_roles(analyse: Analyse) -> None:
    accounts = []
    for path in sorted(EXAMPLE.glob("*.txt")):
        text = path.read_text("utf-8")
        article, analysis = analyse(text, ref=path.name)
        article = replace(article, paragraphs=divide(text))
        accounts.append(Account(article, analysis, Annotation(article.id, find(article, analysis))))
    people = _people(resolve(tuple(accounts)))
    roles = {name: {role.text.lower() for role in entity.roles} for name, entity in people.items()}
    assert len(people) == 19
    assert roles["Sadiq Khan"] == {"london mayor"}
    assert "metropolitan police commissioner" in roles["Cressida Dick"]
    assert "home secretary" in roles["Priti Patel"]
    assert "prime minister" in roles["Boris Johnson"]
    assert roles["Nick Thomas-Symonds"] == {"shadow home secretary"}
    assert "policing minister" in roles["Kit Malthouse"]


def test_words_for_two_people_are_two(told: Told) -> None:
    accounts = told(
        "Home Secretary Anna Weber and London mayor Jon Cole call for a report.\nMr Cole left Anna Weber's talks."
    )
    cast = resolve(accounts)
    both = _party(accounts[0], "Home Secretary Anna Weber and London mayor Jon Cole")
    who = cast.who(accounts[0], both)
    assert who is not None
    assert (who.name, who.entity) == ("Anna Weber and Jon Cole", None)
    assert [one.name for one in cast.parties(accounts[0], both)] == ["Anna Weber", "Jon Cole"]
    assert cast.parties(accounts[0], _party(accounts[0], "Mr Cole left Anna Weber")) == ()


def test_an_age_given_in_one_account_denotes_in_another(told: Told) -> None:
    accounts = told("Jon Cole, 48, was held in Leeds.", "A car hit a wall.\nThe 48-year-old denied it.")
    who = resolve(accounts).who(accounts[1], _party(accounts[1], "The 48-year-old"))
    assert who is not None
    assert who.name == "Jon Cole"


def _called(accounts: tuple[Account, ...], number: int, words: str) -> str | None:
    who = resolve(accounts).who(accounts[number], _party(accounts[number], words))
    return None if who is None else who.name


def test_an_employer_takes_up_whom_the_account_named_last(told: Told) -> None:
    accounts = told(
        "Evening Post reporter Jon Cole was held in Leeds.",
        "Jon Cole was freed on Monday. The Evening Post reporter said he was tired.",
    )
    assert _called(accounts, 1, "The Evening Post reporter") == "Jon Cole"


def test_roles_tell_whose_or_are_left_out(told: Told) -> None:
    accounts = told(
        "Anna Weber sued after the death of her wife, Mary Ash.\n"
        "Jon Cole, a close friend, and aide Max Hill came with defence ministry spokesman Adam Kettler."
    )
    people = _people(resolve(accounts))
    assert [role.text for role in people["Mary Ash"].roles] == ["wife of Anna Weber"]
    assert people["Jon Cole"].roles == people["Max Hill"].roles == ()
    assert [role.text for role in people["Adam Kettler"].roles] == ["defence ministry spokesman"]


def test_father_and_son_of_one_name_are_two_over_accounts(told: Told) -> None:
    accounts = told(
        "President Adam Kettler spoke.", "Adam Kettler Jr. came to Leeds. Mr. Kettler was absent."
    )
    assert {"Adam Kettler", "Adam Kettler Jr."} >= set(_people(resolve(accounts)))
    assert len([name for name in _people(resolve(accounts)) if "Kettler" in name]) >= 2


def test_variants_of_a_bodys_name_are_one(told: Told) -> None:
    accounts = told(
        "The Department of the Treasury said so. The House of Representatives voted.",
        "Treasury Department staff left. The House met. The House Budget Committee wrote to the Budget Committee.",
    )
    bodies = [e.name for e in resolve(accounts).entities if e.type is EntityType.ORGANISATION]
    assert sorted(bodies) == [
        "Department of the Treasury",
        "House Budget Committee",
        "House of Representatives",
    ]


def test_words_that_hold_a_role_and_a_name_are_that_person(told: Told) -> None:
    (account,) = told("Her brother Leo Ashworth, 23, told Sky News so.\nA friend of Leo Ashworth agreed.")
    cast = resolve((account,))
    who = cast.who(account, _party(account, "Her brother Leo Ashworth, 23"))
    assert who is not None
    assert (who.name, who.entity is None) == ("Leo Ashworth", False)
    friend = cast.who(account, _party(account, "A friend of Leo Ashworth"))
    assert friend is not None
    assert friend.entity is None


def test_a_pronoun_tells_only_a_description_that_introduces_somebody(told: Told) -> None:
    (account,) = told("A foreign ministry spokesman came to the hall in Leeds. He said it was over.")
    who = resolve((account,)).who(account, _party(account, "He"))
    assert who is not None
    assert who.name == "foreign ministry spokesman"
    (account,) = told("The reigning champion came to the hall in Leeds. He said it was over.")
    assert resolve((account,)).who(account, _party(account, "He")) is None


def test_wordings_of_one_office_are_one_role(told: Told) -> None:
    accounts = told(
        "Sen. Anna Weber spoke. Former Republican governors Jon Cole and Tom Hale agreed.",
        "Senator Anna Weber left. Anna Weber, a senator from Ohio, and a former senator, Jon Cole, spoke.",
    )
    people = _people(resolve(accounts))
    assert [role.text for role in people["Anna Weber"].roles] == ["senator from Ohio"]
    assert all("Ohio" in e.text for role in people["Anna Weber"].roles for e in role.evidence)
    assert {role.text for role in people["Jon Cole"].roles} == {
        "Former Republican governor",
        "former senator",
    }


def test_a_name_in_either_order_is_one_person(told: Told) -> None:
    accounts = told(
        "Japanese Prime Minister Shiro Tanaka met Anna Weber.",
        "Japanese Prime Minister Tanaka Shiro insisted that he would go.",
    )
    people = _people(resolve(accounts))
    assert len(people) == 2


def test_a_wife_is_her_husbands_and_a_list_shares_its_title(told: Told) -> None:
    accounts = told(
        "Rep. Tom Hale of Ohio, Jon Cole (R-South Carolina) and his wife, Anna Cole, left. Mr. Hale stayed.",
        "The bill of Sens. Tom Oakes of Arkansas and Mark Reed of Alaska failed.",
    )
    cast = resolve(accounts)
    people = _people(cast)
    assert {role.text for role in people["Anna Cole"].roles} == {"wife of Jon Cole"}
    assert [role.text for role in people["Mark Reed"].roles] == ["Sen. of Alaska"]
    assert [role.text for role in people["Jon Cole"].roles] == ["Republican of South Carolina"]
    assert [e.name for e in cast.entities if e.type is EntityType.PLACE] == ["Ohio", "Arkansas", "Alaska"]


def test_who_signs_the_presidents_words_is_the_president(analyse: Analyse) -> None:
    words = "If the council cannot pass the new plan, it should drop it at once!"
    signed = story(
        analyse,
        f"President Cole wrote: “{words}” on Monday.\n{words} — Jon Cole (@joncole) May 3, 2021",
        "President Cole met Anna Weber. Mr. Cole left.",
    )
    assert set(_people(signed.cast)) == {"Jon Cole", "Anna Weber"}
    unsigned = story(analyse, f"President Cole wrote: “{words}” on Monday.\nJon Cole came in May.")
    assert len(_people(unsigned.cast)) == 2


def test_ranks_are_roles_and_first_names_are_people(told: Told) -> None:
    accounts = told(
        "It is wrong, said retired Lt. Gen. Mark Hill (R., Fla.).\n"
        "Anna Cole has two sons, Tim, 4, and Max, 7."
    )
    people = _people(resolve(accounts))
    assert {role.text for role in people["Mark Hill"].roles} == {"Lt. Gen.", "Republican of Florida"}
    assert {"Tim", "Max"} <= set(people)
