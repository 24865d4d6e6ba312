"""Origins: named sources, agencies, channels, copies without a source, and words that come from nowhere known."""

from __future__ import annotations

import pytest
from tests.compare.storied import Told, story
from tests.conftest import Analyse

from crossread.compare.origins import trace
from crossread.compare.origins.sources import agency
from crossread.record.dossier import OriginKind, Reuse, ReuseKind
from crossread.record.span import Evidence


def words(told: Told, text: str, account: int = 0) -> Evidence:
    start = told.accounts[account].text.index(text)
    return Evidence(told.accounts[account].id, start, start + len(text), text)


def kind(told: Told, text: str, account: int = 0) -> OriginKind | None:
    origin = told.origin(told.origins.origin_of(words(told, text, account)))
    return origin.kind if origin else None


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("the PA news agency", "PA"),
        ("Reuters", "Reuters"),
        ("Agence France-Presse", "AFP"),
        ("Sky News", None),
        ("", None),
    ],
)
def test_agencies_are_known_by_their_names(name: str, usual: str | None) -> None:
    assert agency(name) == usual


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        (
            "Mayor Ana Ruiz told Sky News that the bridge was closed.",
            "the bridge was closed",
            OriginKind.INTERVIEW,
        ),
        (
            "Ana Ruiz told the PA news agency that the bridge was closed.",
            "the bridge was closed",
            OriginKind.AGENCY,
        ),
        ("Mayor Ana Ruiz said that the bridge was closed.", "the bridge was closed", OriginKind.UNKNOWN),
        (
            "Lorren City Council said that the bridge was closed.",
            "the bridge was closed",
            OriginKind.OFFICIAL,
        ),
        ("Mayor Ana Ruiz tweeted that the bridge was closed.", "the bridge was closed", OriginKind.SOCIAL),
        ("Officials said that the bridge was closed.", "the bridge was closed", OriginKind.UNKNOWN),
        (
            "In footage obtained by the PA news agency the bridge falls.",
            "the bridge falls",
            OriginKind.AGENCY,
        ),
        ("The old bridge fell into the river at noon.", "The old bridge fell", None),
    ],
)
def test_the_kind_follows_from_the_words(
    analyse: Analyse, text: str, content: str, expected: OriginKind | None
) -> None:
    assert kind(story(analyse, text), content) == expected


def test_a_copy_has_the_origin_that_another_account_names(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Two boats were seized and six sailors were questioned over the missing cargo of copper.",
        "Lorren Police said two boats were seized and six sailors were questioned over the missing cargo of tin.",
    )
    first = told.origins.origin_of(words(told, "six sailors were questioned", 0))
    second = told.origins.origin_of(words(told, "six sailors were questioned", 1))
    assert first == second
    assert first is not None
    assert first not in told.origins.sources  # anybody of the police may have said it


@pytest.mark.parametrize(
    ("text", "of_own"),
    [
        ("Mayor Ana Ruiz said that the bridge was closed.", True),
        ("Mayor Ana Ruiz tweeted that the bridge was closed.", False),  # she may have read it
        ("Ana Ruiz, a spokeswoman for the council, said that the bridge was closed.", False),
        ("An engineer from Lorren said that the bridge was closed.", False),  # may be anybody
    ],
)
def test_whoever_may_tell_for_another_is_not_counted_as_a_source_of_his_own(
    analyse: Analyse, text: str, *, of_own: bool
) -> None:
    told = story(analyse, text)
    assert (told.origins.origin_of(words(told, "the bridge was closed")) in told.origins.sources) is of_own


def test_copies_without_a_source_share_one_unknown_origin(analyse: Analyse) -> None:
    text = "Two boats were seized and six sailors were questioned over the missing cargo of copper."
    told = story(analyse, text, text + " It rained.")
    origin = told.origin(told.origins.origin_of(words(told, "six sailors", 1)))
    assert origin is not None
    assert origin.kind is OriginKind.UNKNOWN
    assert origin.id not in told.origins.sources
    assert len({evidence.article for evidence in origin.evidence}) == 2


def test_an_agency_credit_names_the_origin_of_copies(analyse: Analyse) -> None:
    text = "Two boats were seized and six sailors were questioned over the missing cargo of copper."
    told = story(analyse, "LORREN (Reuters) - " + text, text)
    origin = told.origin(told.origins.origin_of(words(told, "six sailors", 1)))
    assert origin is not None
    assert (origin.kind, origin.name) == (OriginKind.AGENCY, "Reuters")


def test_all_origins_rest_on_exact_words_and_reuse_points_at_them(analyse: Analyse) -> None:
    told = story(
        analyse,
        "Mayor Ana Ruiz said the bridge was safe. “I cross it every morning with my children,” she told Sky News.",
        "“I cross it every morning with my children,” Ms Ruiz said.",
    )
    text = {account.id: account.text for account in told.accounts}
    for origin in told.origins.origins:
        for evidence in origin.evidence:
            assert text[evidence.article][evidence.start : evidence.end] == evidence.text
    known = {origin.id for origin in told.origins.origins}
    assert told.origins.reuse
    assert all(group.origin in known for group in told.origins.reuse)


def test_copied_words_have_one_origin_whomever_the_accounts_name_for_them(analyse: Analyse) -> None:
    told = "The bridge over the Lorren was closed at noon because engineers had found deep cracks in two of its piers."
    one, other = f"{told} Nobody was hurt.", f"{told[:-1]}, the mayor said. Nobody was hurt."
    found = story(analyse, one, other)
    names = {
        found.origins.origin_of(words(found, "closed at noon because engineers had found", n)) for n in (0, 1)
    }
    assert len(names) == 1
    assert None not in names


def test_copies_of_the_same_words_of_one_account_have_one_origin(analyse: Analyse) -> None:
    text = "The bridge over the Lorren was closed at noon because engineers had found cracks."
    found = story(analyse, text, text, text)
    part = text[: len(text) // 2]

    def origins(first: str, second: str) -> set[str | None]:
        groups = [
            Reuse("reuse-1", ReuseKind.COPY, (words(found, text, 0), words(found, first, 1))),
            Reuse("reuse-2", ReuseKind.COPY, (words(found, second, 1), words(found, text, 2))),
        ]
        return {group.origin for group in trace(found.accounts, groups, found.cast).reuse}

    assert len(origins(text, text)) == 1
    assert len(origins(text, part)) == 2  # the part may be from elsewhere


def test_words_have_the_origin_of_the_copied_passage_that_fits_them(analyse: Analyse) -> None:
    one, two = "The bridge over the Lorren was closed at noon. ", "Engineers had found cracks in its piers."
    found = story(analyse, one + two, one + two)
    groups = [
        Reuse("reuse-1", ReuseKind.COPY, (words(found, one + two, 0), words(found, one, 1))),
        Reuse("reuse-2", ReuseKind.COPY, (words(found, two[:-1], 0), words(found, two, 1))),
    ]
    traced = trace(found.accounts, groups, found.cast)
    assert traced.origin_of(words(found, two, 0)) == traced.origin_of(words(found, two, 1)) is not None


def test_an_edited_sentence_beside_a_copied_passage_is_from_there_too(analyse: Analyse) -> None:
    copied = "Two boats were seized and six sailors were questioned over the missing cargo of copper."
    short = ("They have been in the port since then.", "They might been in the port since.")
    found = story(analyse, f"{copied} {short[0]}", f"{copied} {short[1]}")
    origins = {found.origins.origin_of(words(found, text, n)) for n, text in enumerate(short)}
    assert len(origins) == 1
    assert None not in origins
    apart = story(analyse, f"It rained for three days. {short[0]}", f"Nobody was hurt at sea. {short[1]}")
    assert apart.origins.origin_of(words(apart, short[0])) is None


def test_who_posts_words_that_others_have_without_them_is_not_their_origin(analyse: Analyse) -> None:
    text = "The plan takes the old harbour and its three piers from everybody who lives in Lorren."
    posted = f"“{text}” Tom Beck tweeted on Monday."
    passed_on = story(analyse, posted, f"Rain fell. {text}")
    assert kind(passed_on, text, 1) is OriginKind.UNKNOWN
    known = story(analyse, posted, f"Tom Beck tweeted: “{text}”")
    assert kind(known, text, 1) is OriginKind.SOCIAL


def test_where_two_speak_for_a_body_the_origin_bears_its_name(analyse: Analyse) -> None:
    first = "Ana Ruiz, a spokeswoman for Lorren City Council, said that the bridge was closed."
    second = "Tom Beck, the chief executive of Lorren City Council, said that the old mill had burnt."
    told = story(analyse, first, second)
    origins = [told.origin(told.origins.origin_of(words(told, "was closed", 0)))]
    origins.append(told.origin(told.origins.origin_of(words(told, "had burnt", 1))))
    assert [origin.name for origin in origins if origin] == ["Lorren City Council"] * 2


def test_a_phrase_that_one_account_gives_to_somebody_may_be_a_term(analyse: Analyse) -> None:
    named = "Mayor Ana Ruiz said the rule of “one harbour, two ports” was dead."
    told = story(analyse, named, "Lorren lives under “one harbour, two ports” since the war.")
    assert [group.origin in told.origins.sources for group in told.origins.reuse] == [False]
    both = story(analyse, named, "Ana Ruiz said that “one harbour, two ports” was over.")
    assert [group.origin in both.origins.sources for group in both.origins.reuse] == [True]


def test_who_is_quoted_in_a_part_of_copied_words_is_not_their_origin(analyse: Analyse) -> None:
    text = (
        "Ana Ruiz said she was ill, and the six boats from the north went out without her on Monday morning."
    )
    told = story(analyse, text, text)
    assert [group.origin in told.origins.sources for group in told.origins.reuse] == [False]
