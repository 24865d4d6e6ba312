"""Reuse: copied sentences, joined and edited ones, quotations apart, and no drift along chains."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.compare import reuse
from crossread.record.analysis import Analysis, Sentence, Token
from crossread.record.annotation import Account, Annotation, StatementKind
from crossread.record.article import Article, Paragraph, Role
from crossread.record.dossier import Reuse, ReuseKind, Statement
from crossread.record.ids import content_id
from crossread.record.span import Span
from crossread.text.words import words

BURNT = "Firefighters were called shortly before dawn and pulled two workers out of the burning mill."
JOINED = (
    "Neighbours who had watched sparks rise over the harbour all night said nobody listened until "
    "firefighters were called shortly before dawn and pulled two workers out of the burning mill."
)


def plain(text: str, name: str) -> Account:
    """Make an account whose sentences are its lines; every word counts as a full verb."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    paragraphs: list[Paragraph] = []
    at = 0
    for line in text.split("\n"):
        first = len(tokens)
        for word in words(text[: at + len(line)]):
            if word.start >= at:
                index = len(tokens)
                form = text[word.start : word.end]
                tokens.append(Token(word.start, word.end, form, "VERB", "VBD", word.form, index, "root"))
        if line.strip():
            sentences.append(Sentence(at, at + len(line), first, len(tokens)))
            paragraphs.append(Paragraph(at, at + len(line), Role.BODY))
        at += len(line) + 1
    id = content_id("article", name, text)
    article = Article(id, name, text, tuple(paragraphs), date(2026, 1, 1))
    return Account(article, Analysis(id, tuple(tokens), tuple(sentences), ()), Annotation(id))


def texts(group: Reuse) -> list[str]:
    return [member.text for member in group.members]


def test_a_copied_sentence_is_one_group_also_where_it_is_joined_into_another() -> None:
    found = reuse.find([plain(BURNT, "a"), plain(JOINED, "b"), plain(BURNT.upper(), "c")], ())
    assert len(found) == 1
    assert found[0].kind is ReuseKind.COPY
    assert texts(found[0])[0] == BURNT
    assert texts(found[0])[1].startswith("firefighters were called")
    assert len(found[0].members) == 3


def test_two_sentences_joined_in_one_account_make_two_groups() -> None:
    one = "Firefighters pulled two workers out of the burning flour mill."
    other = "The mayor promised a public hearing into the safety of old mills."
    found = reuse.find(
        [plain(f"{one[:-1]}, while {other[0].lower()}{other[1:]}", "a"), plain(one, "b"), plain(other, "c")],
        (),
    )
    assert sorted(len(group.members) for group in found) == [2, 2]


def test_shared_quotations_are_one_utterance_not_a_copy() -> None:
    said = "“I have never seen a fire spread through a building so quickly,”"
    one = plain(f"{said} the brigade’s chief told a morning show.", "a")
    other = plain(
        f"Ana Ruiz, who has fought fires for years, looked tired. {said} she added later at the site.", "b"
    )
    found = reuse.find([one, other], ())
    assert [group.kind for group in found] == [ReuseKind.SAME_UTTERANCE]
    assert all("never seen a fire" in text and "“" not in text for text in texts(found[0]))


def test_first_person_sentences_without_marks_are_an_utterance() -> None:
    text = "We pulled two workers out of the burning mill before our roof ladder gave way."
    found = reuse.find([plain(text, "a"), plain(text, "b")], ())
    assert [group.kind for group in found] == [ReuseKind.SAME_UTTERANCE]


def test_the_us_and_places_with_an_i_are_no_first_person() -> None:
    text = "US aircraft struck two depots on the road near Mazar-i-Sharif before midnight."
    found = reuse.find([plain(text, "a"), plain(text, "b")], ())
    assert [group.kind for group in found] == [ReuseKind.COPY]


def test_stock_phrases_and_sentences_of_one_account_are_no_reuse() -> None:
    one = plain("It is one of the most that there are in the world.\n" + BURNT + "\n" + BURNT, "a")
    other = plain("That is one of the most that there are in the end.", "b")
    assert reuse.find([one, other], ()) == ()


def test_a_group_keeps_its_founder_and_id_when_accounts_are_added() -> None:
    before = reuse.find([plain(BURNT, "a"), plain(JOINED, "b")], ())
    after = reuse.find([plain(BURNT, "a"), plain(JOINED, "b"), plain(BURNT, "c")], ())
    assert [group.id for group in before] == [group.id for group in after]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(alphabet="ab \n\"'“”.I", max_size=60), min_size=1, max_size=4))
def test_members_are_exact_and_strange_text_raises_nothing(written: list[str]) -> None:
    accounts = [plain(text, str(number)) for number, text in enumerate(written)]
    by_id = {account.id: account for account in accounts}
    for group in reuse.find(accounts, ()):
        assert len(group.members) > 1
        for member in group.members:
            assert by_id[member.article].text[member.start : member.end] == member.text


def test_two_hundred_accounts_are_compared_exactly() -> None:
    stock = [
        f"word{n % 97} told{n % 89} town{n % 83} fire{n % 79} mill{n % 73} road{n % 71} hall{n % 67}."
        for n in range(6000)
    ]
    accounts = [plain("\n".join([*stock[30 * n : 30 * n + 29], BURNT]), str(n)) for n in range(200)]
    found = reuse.find(accounts, ())
    assert any(len(group.members) == 200 for group in found)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.15])
def test_edited_copies_are_found(share: float) -> None:
    told = BURNT.split()
    step = round(1 / share) if share else len(told) + 1
    edited = " ".join("otherwise" if n % step == step - 1 else word for n, word in enumerate(told))
    assert len(reuse.find([plain(BURNT, "a"), plain(edited, "b")], ())) == 1


def test_a_stretch_of_an_utterance_begins_and_ends_with_a_word() -> None:
    one, other = (
        plain('He left, because, he said, "the rain".', "a"),
        plain('Because, he said, "the rain" came.', "b"),
    )
    spans = (one.text.index(", because"), one.text.index('".') + 1), (0, other.text.index('"', 20) + 1)
    evidence = (one.evidence(Span(*spans[0])), other.evidence(Span(*spans[1])))
    said = Statement("statement-1", StatementKind.MIXED, evidence[0].text, None, evidence)
    (group,) = reuse.find([one, other], [said])
    assert [member.text for member in group.members] == [
        'because, he said, "the rain"',
        'Because, he said, "the rain"',
    ]


def test_edited_wording_is_a_rewrite_though_few_words_stand_in_a_row() -> None:
    text = "Crews were called out before dawn on Monday and got two young workers from the old burning mill alive."
    other = "Crews came out at dawn on Monday and got two of the workers from the burning mill, all alive."
    (group,) = reuse.find([plain(text, "a"), plain(other, "b")], ())
    assert group.kind is ReuseKind.REWRITE
    assert texts(group) == [text, other]


def test_words_of_a_long_sentence_far_apart_are_no_edited_copy() -> None:
    short = "The mayor of Lorren met the fire chief at the mill."
    long = (
        "The mayor, who had been on the coast and heard it from friends, drove to Lorren at night, met families of "
        "those who were hurt, thanked the fire crews and their old chief, and stayed for hours at the burnt mill."
    )
    assert reuse.find([plain(short, "a"), plain(long, "b")], ()) == ()


def test_who_said_a_shared_quotation_is_no_copied_wording() -> None:
    said = (
        '"The old mill burnt for nine hours before we got in," Lorren fire brigade chief Ana Maria Ruiz said.'
    )
    one, other = (naming(said, name, verbs=("said",)) for name in "ab")
    assert [group.kind for group in reuse.find([one, other], ())] == [ReuseKind.SAME_UTTERANCE]


def test_a_copied_sentence_is_shown_without_what_it_quotes() -> None:
    said = "“Nobody came,” shouted an old man, who had watched the burning mill from his roof all through the night."
    found = reuse.find([plain(said, "a"), plain(said, "b")], ())
    copied = [group for group in found if group.kind is ReuseKind.COPY]
    assert [texts(group)[0][:7] for group in copied] == ["shouted"]


def test_words_quoted_in_one_account_and_bare_in_another_are_an_utterance() -> None:
    one = plain("“The brigade was a family to him and to all of us,” said his aunt.", "a")
    other = plain("The brigade was a family to him and to all of us.", "b")
    assert [group.kind for group in reuse.find([one, other], ())] == [ReuseKind.SAME_UTTERANCE]


def test_a_short_quotation_that_stands_whole_in_a_longer_one_is_the_same() -> None:
    one = plain("Her brother was “tired and unharmed”, the hospital told us.", "a")
    other = plain("“All twelve of them are tired and unharmed and at home,” the hospital added.", "b")
    found = reuse.find([one, other], ())
    assert [(group.kind, texts(group)[0]) for group in found] == [
        (ReuseKind.SAME_UTTERANCE, "tired and unharmed")
    ]


def test_what_one_quotes_and_another_tells_in_other_words_is_not_shared() -> None:
    one = plain("“It is meant to replace the old rule on boats in the harbour,” she told us.", "a")
    other = plain("It is to replace that old rule for boats in this harbour.", "b")
    assert reuse.find([one, other], ()) == ()


def test_what_an_account_quotes_twice_is_one_utterance() -> None:
    said = "“The old mill burnt for nine hours before we got in,” he said."
    found = reuse.find([plain(f"{said}\nIt rained.\n{said}", "a"), plain(said, "b")], ())
    assert len(found) == 1


def test_titles_in_one_quotation_do_not_tie_what_stands_beside_them() -> None:
    one = plain(
        "He wore a “Make The Harbour Grand” hat against rules “on partisan signs and caps” in it.", "a"
    )
    other = plain("“Make The Harbour Grand” is no rule “on hats and flags” of the port.", "b")
    assert reuse.find([one, other], ()) == ()


def naming(text: str, name: str, verbs: tuple[str, ...]) -> Account:
    """Make an account of which only some words are verbs."""
    account = plain(text, name)
    tokens = tuple(
        token
        if token.text in verbs
        else Token(token.start, token.end, token.text, "NOUN", "NN", token.lemma, token.head, "dep")
        for token in account.analysis.tokens
    )
    tokens = tuple(
        Token(t.start, t.end, t.text, t.upos, t.tag, "say" if t.text == "said" else t.lemma, t.head, t.dep)
        for t in tokens
    )
    analysis = Analysis(account.id, tokens, account.analysis.sentences, ())
    return Account(account.article, analysis, account.annotation)


def test_a_quoted_title_is_no_utterance() -> None:
    one = plain("The band played “The Long Night of Lorren” twice.", "a")
    other = plain("She wrote “The Long Night of Lorren” at school.", "b")
    assert reuse.find([one, other], ()) == ()


def test_a_copy_is_shown_as_far_as_edited_words_go() -> None:
    one = (
        "Officials in Lorren closed the old bridge at noon because engineers found deep cracks in two piers."
    )
    other = (
        "Officials in northern Lorren closed that old bridge at about noon because engineers found deep cracks in two"
        " piers."
    )
    (group,) = reuse.find([plain(one, "a"), plain(other, "b")], ())
    assert texts(group) == [one, other]


def test_words_and_their_denial_are_not_shared() -> None:
    one = plain("“He is not a hero of the old war in the harbour,” she told us.", "a")
    other = plain("“He is a hero of the old war in the harbour,” her sister said.", "b")
    assert reuse.find([one, other], ()) == ()
