"""Corpora in one scheme: names without titles and articles, statements flat, labels on words."""

from __future__ import annotations

from dataclasses import replace

from training.corpora import Reading, Tagged, UdSentence, UdWord, bio_spans, gum_mentions
from training.harmonise import (
    COMMON,
    Gazette,
    Marked,
    content_type,
    gum_names,
    harmonised,
    marked,
    paragraphs,
    statements,
)


def gazette() -> Gazette:
    words = ("French", "voters", "in", "Lyon", "and", "Lyon", "Georgia")
    spans = ((0, 1, "gpe"), (3, 4, "geo"), (5, 6, "geo"), (6, 7, "gpe"))
    return Gazette([Tagged(words, spans)])


def names(text: Marked) -> list[tuple[str, str]]:
    return [(text.text[a:b], t) for a, b, t in text.spans]


def test_titles_and_articles_are_no_part_of_a_name() -> None:
    words = ("President", "Ann", "Lee", "left", "the", "Acme", "Union", ".")
    tagged = Tagged(words, ((0, 3, "PER"), (4, 7, "ORG")))
    (text,) = harmonised([tagged], COMMON, gazette())
    assert text.text == "President Ann Lee left the Acme Union."
    assert names(text) == [("Ann Lee", "PERSON"), ("Acme Union", "ORG")]


def test_a_title_alone_is_no_name() -> None:
    (text,) = harmonised([Tagged(("Prime", "Minister"), ((0, 2, "PER"),))], COMMON, gazette())
    assert text.spans == ()


def test_nationalities_are_found_where_a_corpus_has_none_but_not_in_institutions() -> None:
    words = ("French", "voters", "joined", "the", "French", "Army")
    (text,) = harmonised([Tagged(words, ())], COMMON, gazette())
    assert [(a, t) for a, _, t in text.spans] == [(0, "NORP")]


def test_unions_of_states_are_organisations_and_parts_of_the_world_stay_with_their_people() -> None:
    words = ("EU", "ban", "hits", "South", "French", "firms")
    (text,) = harmonised([Tagged(words, ((0, 1, "LOC"), (3, 5, "LOC")))], COMMON, gazette())
    assert names(text) == [("EU", "ORG"), ("South French", "NORP")]


def test_gmb_types_are_read_by_what_a_word_mostly_is() -> None:
    tagged = Tagged(("Lyon", "and", "Georgia"), ((0, 1, "org"), (2, 3, "gpe")))
    (text,) = harmonised([tagged], None, gazette())
    assert names(text) == [("Lyon", "PLACE"), ("Georgia", "PLACE")]
    assert names(next(iter(harmonised([Tagged(("Lyon",), ((0, 1, "gpe"),))], None, gazette())))) == [
        ("Lyon", "PLACE")
    ]


def test_running_text_has_its_spaces() -> None:
    text = marked(("He", "said", ":", '"', "Do", "n't", "go", "(", "now", ")", "!", '"'), [(4, 7, "X")])
    assert text.text == 'He said: "Don\'t go (now)!"'
    assert names(text) == [("Don't go", "X")]


def test_bio_tags_make_ranges() -> None:
    assert bio_spans(["B-A", "I-A", "I-B", "O", "I-A"]) == ((0, 2, "A"), (2, 3, "B"), (4, 5, "A"))


def ud(form: str, upos: str, head: int, dep: str, misc: str = "_") -> UdWord:
    return UdWord(form, form, upos, "", head, dep, space_after=True, misc=misc)


def test_gum_names_are_the_proper_part_of_its_mentions() -> None:
    words = (
        ud("Senator", "PROPN", 3, "compound", "Entity=(1-person-giv:act-cf1"),
        ud("Ann", "PROPN", 3, "compound"),
        ud("Lee", "PROPN", 0, "root", "Entity=1)"),
        ud("of", "ADP", 5, "case"),
        ud("Lyon", "PROPN", 3, "nmod", "Entity=(2-place-new-cf2-1-sgl)"),
    )
    sentence = UdSentence(words, opens=True, id="")
    found = gum_names(sentence, gum_mentions(sentence), gazette())
    assert found == [(1, 3, "PERSON"), (4, 5, "PLACE")]


def test_gum_names_beside_a_role_are_found_and_titles_and_peoples_are_no_persons() -> None:
    words = (
        ud("researcher", "NOUN", 0, "root", "Entity=(1-person-giv:act-cf1"),
        ud("Mu", "PROPN", 1, "flat"),
        ud("Li", "PROPN", 1, "flat", "Entity=1)"),
        ud("Senator", "PROPN", 1, "conj", "Entity=(2-person-new-cf2)"),
        replace(ud("Texans", "PROPN", 1, "conj", "Entity=(3-person-new-cf3)"), xpos="NNPS"),
    )
    sentence = UdSentence(words, opens=True, id="")
    found = gum_names(sentence, gum_mentions(sentence), gazette())
    assert found == [(1, 3, "PERSON"), (4, 5, "NORP")]


def test_a_gum_place_ends_before_the_place_it_lies_in() -> None:
    words = (
        ud("Museum", "PROPN", 0, "root", "Entity=(1-place-giv:act-cf1"),
        ud("of", "ADP", 3, "case"),
        ud("Flight", "PROPN", 1, "nmod"),
        ud("in", "ADP", 5, "case"),
        ud("Lyon", "PROPN", 1, "nmod", "Entity=(2-place-new-cf2)1)"),
    )
    sentence = UdSentence(words, opens=True, id="")
    found = gum_names(sentence, gum_mentions(sentence), gazette())
    assert found == [(0, 3, "PLACE"), (4, 5, "PLACE")]


def test_statements_are_flat_and_contents_say_whether_they_are_quoted() -> None:
    text = "“It is over,” said Ann Lee.\n\nShe thinks that it was fair."
    attribution = ((18, 25, "source"), (14, 18, "cue"), (0, 13, "content"))
    second = ((29, 32, "source"), (33, 39, "cue"), (40, 56, "content"), (40, 44, "content"))
    flat = statements(Reading("a", text, (attribution, second)))
    assert [t for _, _, t in flat.spans] == ["direct", "cue", "source", "source", "cue", "indirect"]
    first, last = paragraphs(flat)
    assert first.text == "“It is over,” said Ann Lee."
    assert last.text[slice(*last.spans[0][:2])] == "She"


def test_a_content_partly_quoted_is_indirect() -> None:
    assert content_type("“It is over,”") == "direct"
    assert content_type("that it was “over”") == "indirect"
    assert content_type("“over” for “good” reasons") == "indirect"
