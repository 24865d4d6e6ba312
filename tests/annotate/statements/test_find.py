"""Statements of one article: quotations, their speakers, reported speech and its frame."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.annotate.statements.stated import words
from tests.conftest import Analyse, make_article

from crossread.annotate import mentions as mentions_room
from crossread.annotate import times as times_room
from crossread.annotate.statements import find
from crossread.record.analysis import Analysis, Sentence, Token
from crossread.record.annotation import Mention, ReportedStatement, StatementKind
from crossread.record.article import Role

Found = tuple[str, tuple[Mention, ...], tuple[ReportedStatement, ...]]


def read(analyse: Analyse, text: str, roles: dict[int, Role] | None = None) -> Found:
    article, analysis = analyse(text, roles=roles)
    mentions = mentions_room.find(article, analysis)
    times = times_room.find(article, analysis)
    return text, mentions, find(article, analysis, mentions, times)


def only(found: Found, kind: StatementKind) -> ReportedStatement:
    of_kind = [s for s in found[2] if s.kind is kind]
    assert len(of_kind) == 1
    return of_kind[0]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We will appeal,” said Mr Halloran.", "Mr Halloran"),
        ("“We will appeal,” Mr Halloran said on Tuesday.", "Mr Halloran"),
        ("Mr Halloran said: “We will appeal.”", "Mr Halloran"),
        ("Mr Halloran posted photographs of the fire, saying: “We will appeal.”", "Mr Halloran"),
        ("Among them was Anna Halloran, who tweeted: “We will appeal.”", "Anna Halloran"),
        ("Anna Halloran, from the tenants’ union, also said: “We will appeal.”", "Anna Halloran"),
        ("A tweet from the Harbour police account said: “The pier is unsafe.”", "the Harbour police account"),
        ("Speaking to Harbour Radio after the fire, Ms Halloran said: “We will appeal.”", "Ms Halloran"),
        ("“The pier was closed,” a council source told Harbour News.", "a council source"),
        ("The assembled crowd chanted “shame on them”.", "The assembled crowd"),
        ("A worried woman could be heard telling officers “you have to help us”.", "A worried woman"),
        ("“It is closed.” Mr Halloran said.", "Mr Halloran"),
    ],
)
def test_the_speaker_of_a_quotation(analyse: Analyse, text: str, speaker: str) -> None:
    found = read(analyse, text)
    assert words(text, only(found, StatementKind.DIRECT).speaker) == speaker


def test_a_chain_carries_one_speaker_across_a_caption(analyse: Analyse) -> None:
    text = "Ms Halloran said: “One pier is shut.\nA crowd at the pier Pic: Agency\n“The other is open.”"
    statement = only(read(analyse, text, {1: Role.CAPTION}), StatementKind.DIRECT)
    assert [s.of(text) for s in statement.spans] == ["One pier is shut.", "The other is open."]
    assert words(text, statement.speaker) == "Ms Halloran"


def test_a_quotation_goes_on_with_the_speaker_before(analyse: Analyse) -> None:
    text = "“One pier is shut,” said Ms Halloran. “The other is open.”\n“Nobody was hurt.”"
    statement = only(read(analyse, text), StatementKind.DIRECT)
    assert len(statement.spans) == 3
    assert words(text, statement.speaker) == "Ms Halloran"


def test_narrative_about_somebody_else_breaks_the_run(analyse: Analyse) -> None:
    text = "“One pier is shut,” said Ms Halloran.\nThe council met in the evening.\n“Nobody was hurt.”"
    first, second = read(analyse, text)[2]
    assert words(text, first.speaker) == "Ms Halloran"
    assert second.speaker is None
    assert second.basis


def test_the_attribution_may_come_only_at_the_end(analyse: Analyse) -> None:
    text = "“One pier is shut.\n“The other is open,” said Ms Halloran."
    statement = only(read(analyse, text), StatementKind.DIRECT)
    assert words(text, statement.speaker) == "Ms Halloran"


def test_a_quoted_i_never_speaks(analyse: Analyse) -> None:
    text = "It was late. “I said no and we said it again.”"
    assert [s.speaker for s in read(analyse, text)[2]] == [None]


def test_a_term_in_marks_is_no_statement(analyse: Analyse) -> None:
    text = "The minister has ordered a “lessons learned” review into the fire."
    assert all(not s.quoted for s in read(analyse, text)[2])


def test_a_fragment_takes_its_clause_and_the_nearest_speaker(analyse: Analyse) -> None:
    text = "Mr Halloran said the fire was “no accident”, despite assurances from Harbour House that all was “fine”."
    mixed = [s for s in read(analyse, text)[2] if s.kind is StatementKind.MIXED]
    assert [words(text, s.speaker) for s in mixed] == ["Mr Halloran", "Harbour House"]
    assert [s.spans[0].of(text) for s in mixed] == ["the fire was “no accident”", "all was “fine”"]


def test_a_headline_names_its_speaker_last(analyse: Analyse) -> None:
    text = "Pier fire 'shocking' and 'avoidable', says harbour minister"
    statement = only(read(analyse, text), StatementKind.MIXED)
    assert words(text, statement.speaker) == "harbour minister"
    assert [s.of(text) for s in statement.quoted] == ["shocking", "avoidable"]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Mr Halloran said that nobody was hurt.", "Mr Halloran", "nobody was hurt"),
        ("Nobody was hurt, police said.", "police", "Nobody was hurt"),
        ("Nobody was hurt, said Jane Ruiz, chief of the brigade.", "Jane Ruiz", "Nobody was hurt"),
        (
            "All the boats were safe, according to the harbour office.",
            "the harbour office",
            "All the boats were safe",
        ),
        ("Ms Ruiz accused the council of hiding the report.", "Ms Ruiz", "the council of hiding the report"),
    ],
)
def test_reported_speech(analyse: Analyse, text: str, speaker: str, content: str) -> None:
    statement = only(read(analyse, text), StatementKind.INDIRECT)
    assert (words(text, statement.speaker), statement.spans[0].of(text)) == (speaker, content)


@pytest.mark.parametrize(
    "text",
    [
        "Ms Ruiz did not say that the pier was unsafe.",
        "Ms Ruiz was told that the pier was unsafe.",
        "He said no.",
    ],
)
def test_what_nobody_said_is_no_statement(analyse: Analyse, text: str) -> None:
    assert read(analyse, text)[2] == ()


def test_channel_venue_addressee_and_time(analyse: Analyse) -> None:
    text = "In a statement on Monday, Ms Ruiz said: “No.”\nMr Halloran told Harbour News: “Yes.”"
    first, second = read(analyse, text)[2]
    assert words(text, first.channel) == "statement"
    assert first.time is not None
    assert words(text, second.venue) == "Harbour News"
    assert second.addressee is None


def test_the_day_of_a_subject_is_not_that_of_the_words(analyse: Analyse) -> None:
    found = read(
        analyse, "Monday's ruling is likely to anger Ms Ruiz, who has said that the pier is unsafe."
    )[2]
    assert [one.time for one in found] == [None]


def test_captions_hold_no_statements(analyse: Analyse) -> None:
    text = "Mr Halloran said: “No.”\nMs Ruiz said: “Yes.”"
    found = read(analyse, text, {1: Role.CAPTION})
    assert [words(text, s.speaker) for s in found[2]] == ["Mr Halloran"]


_ALPHABET = st.sampled_from([*"aB .,:'\"“”‘’«»\n", "said", "Mr Khan", "who", "that", " told "])


def crude(text: str) -> Analysis:
    """Return an analysis in which each run of letters and each mark is a token and all is tagged noun."""
    tokens: list[Token] = []
    position = 0
    while position < len(text):
        end = position + 1
        while text[position].isalpha() and end < len(text) and text[end].isalpha():
            end += 1
        word = text[position:end]
        if word.strip():
            upos = "VERB" if word in ("said", "told") else "PUNCT" if not word.isalnum() else "NOUN"
            tokens.append(Token(position, end, word, upos, "VBD", word, len(tokens), "root"))
        position = end
    sentences = (Sentence(0, len(text), 0, len(tokens)),) if tokens else ()
    return Analysis("x", tuple(tokens), sentences, ())


@given(st.lists(_ALPHABET, max_size=30).map("".join))
def test_odd_text_never_raises_and_spans_are_exact(text: str) -> None:
    article = make_article(text)
    for statement in find(article, crude(text), (), ()):
        assert statement.spans
        for span in (*statement.spans, *statement.quoted):
            assert span.of(text).strip()
            assert article.telling(span)


def direct(found: Found) -> list[tuple[str | None, list[str]]]:
    text, _, statements = found
    kinds = (StatementKind.DIRECT, StatementKind.MIXED)
    return [
        (words(text, s.speaker), [span.of(text) for span in s.spans]) for s in statements if s.kind in kinds
    ]


def test_a_quotation_interrupted_by_its_attribution_is_one(analyse: Analyse) -> None:
    text = "“My hope,” Mr Halloran told Harbour News on Monday, “but not my plan, is to stay.”"
    assert direct(read(analyse, text)) == [("Mr Halloran", ["My hope", "but not my plan, is to stay."])]


def test_a_title_after_the_attribution_is_not_said(analyse: Analyse) -> None:
    text = "“We will stay,” Mr Halloran said on the radio show “Harbour and Friends.”"
    assert direct(read(analyse, text)) == [("Mr Halloran", ["We will stay"])]


def test_a_sentence_that_ends_in_a_colon_announces_the_quotation(analyse: Analyse) -> None:
    text = "Mr Halloran added:\n“We will stay.\n“We will not move.”"
    assert direct(read(analyse, text)) == [("Mr Halloran", ["We will stay.", "We will not move."])]


def test_a_name_after_a_dash_signs_the_quotation(analyse: Analyse) -> None:
    text = "“We will stay.” — Anna Halloran, teacher\n“We will not.” — Jane Ruiz"
    assert direct(read(analyse, text)) == [
        ("Anna Halloran", ["We will stay."]),
        ("Jane Ruiz", ["We will not."]),
    ]


def test_he_may_stand_for_the_described_speaker_before(analyse: Analyse) -> None:
    text = "A harbour spokesman said that the pier was closed. “All boats are safe,” he said."
    assert direct(read(analyse, text)) == [("A harbour spokesman", ["All boats are safe"])]


def test_a_pronoun_that_stands_for_a_name_is_shown_with_the_name_as_its_mention(analyse: Analyse) -> None:
    text = "Ms Anna Ruiz opened the pier. Jon Poole said that it was closed. “All boats are safe,” he said."
    _, mentions, found = read(analyse, text)
    (speaker,) = (s.speaker for s in found if s.kind is StatementKind.DIRECT)
    assert speaker is not None
    assert speaker.mention is not None
    chain = mentions[speaker.mention].chain
    named = {m.name for m in mentions if m.chain == chain or m is mentions[speaker.mention]}
    assert words(text, speaker) == "he"
    assert "Jon Poole" in named


def test_the_nearest_of_two_cues_holds_the_quotation(analyse: Analyse) -> None:
    text = "Ms Ruiz said the captain had told her: “Leave at once.”"
    assert direct(read(analyse, text)) == [("the captain", ["Leave at once."])]


def test_a_source_at_the_end_holds_the_whole_sentence(analyse: Analyse) -> None:
    text = "But “in the interest of peace,” Ms Ruiz asked Mr Poole to lead it, a council source told Harbour News."
    ((speaker, spans),) = direct(read(analyse, text))
    assert speaker == "a council source"
    assert spans == ["“in the interest of peace,” Ms Ruiz asked Mr Poole to lead it"]


def test_what_a_clause_relates_is_not_said_by_its_antecedent(analyse: Analyse) -> None:
    text = "Ms Ruiz blamed the delay on the captain, who announced that the pier was shut."
    found = [(words(text, s.speaker), s.spans[0].of(text)) for s in read(analyse, text)[2]]
    assert ("the captain", "the pier was shut") in found
    assert all(content != "Ms Ruiz blamed the delay on" for _, content in found)


def test_a_passive_judgement_has_no_speaker_in_its_subject(analyse: Analyse) -> None:
    text = "The captain, described as a “quiet man”, left the harbour."
    assert all(words(text, s.speaker) != "The captain" for s in read(analyse, text)[2])
