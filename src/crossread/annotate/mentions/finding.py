"""Who and what an article names: persons, bodies, places, groups, with their titles, roles and pronouns."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from crossread.annotate.mentions import coreference, pronoun_words, roles
from crossread.annotate.mentions.evidence import types
from crossread.annotate.mentions.glue import parted
from crossread.annotate.mentions.labelled import joined
from crossread.annotate.mentions.names import Piece, pieces
from crossread.annotate.mentions.phrases import Phrase, phrases
from crossread.annotate.mentions.reading import Reading
from crossread.annotate.mentions.roles import Role
from crossread.record.analysis import NOMINAL, Analysis
from crossread.record.annotation import EntityType, Mention, MentionForm
from crossread.record.article import Article
from crossread.record.span import Span
from crossread.text.ages import aged
from crossread.text.closed_classes import POSSESSIVES
from crossread.text.datelines import behind_dateline
from crossread.text.names import first_name_gender, is_first_name
from crossread.text.rolewords import OFFICES, RANK_WORDS, role_gender, role_noun
from crossread.text.titles import title_gender


def find(article: Article, analysis: Analysis) -> tuple[Mention, ...]:
    """Return the mentions of an article in text order, an outer one before those inside it.

    Names are found everywhere, descriptions and pronouns only in paragraphs that tell the story. Mentions
    with one `chain` denote the same; a pronoun or a description that could not be settled safely has none
    or one of its own.
    """
    reading = Reading(article, analysis)
    participles = {token.start for token in analysis.tokens if token.tag == "VBG"}
    capitals = list(joined(article.text, list(pieces(article.text, article.paragraphs)), analysis.names))
    names = list(parted(article.text, capitals, participles))
    found_phrases = phrases(reading, names)
    attached = roles.attach(reading, names, found_phrases)
    in_role = [
        (names[role.piece], role.phrase.type, _is_office_before(reading, role, names[role.piece]))
        for role in attached
        if role.phrase is not None
    ]
    verdicts = types(reading, names, in_role)
    kept = [(number, name, verdicts.get(name.key)) for number, name in enumerate(names)]
    persons = {number for number, _, type in kept if type is EntityType.PERSON}
    bodies = [name for _, name, type in kept if type is EntityType.ORGANISATION]
    attached = [role for role in attached if role.piece in persons and _is_role(role, bodies)]
    found = [
        *_names(reading, kept, attached),
        *_descriptions(reading, found_phrases, attached, {body.end for body in bodies}),
    ]
    found += _by_age(reading)
    covered = [mention.span for mention in found if mention.form is MentionForm.NAME]
    found += [p for p in pronoun_words.find(reading) if not any(span.contains(p.span) for span in covered)]
    found.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    return coreference.link(reading, found)


def _is_dateline(reading: Reading, piece: Piece) -> bool:
    """Whether a name stands in a dateline: where a report was written and by whom, nothing that it tells of."""
    paragraph = reading.paragraph_at(piece.start)
    return paragraph is not None and piece.end <= behind_dateline(reading.text, paragraph.span).start


_CREDIT = re.compile(r"/[A-Z]|,\sFile\b|/\w+ via |\s(?:via|for|/)\s[A-Z][\w ]*\)")


def _is_credit(reading: Reading, piece: Piece) -> bool:
    """Whether a name in brackets is a photographer's: "(Anna Weber/Pool via AP)"."""
    before = reading.text[max(0, piece.start - 1) : piece.start]
    return before == "(" and _CREDIT.match(reading.text, piece.end) is not None


def _is_office_before(reading: Reading, role: Role, piece: Piece) -> bool:
    """Whether an office in capitals stands right before a name: "Vice President Cole"."""
    if role.phrase is None or role.span.end != piece.start - 1:
        return False
    head = reading.tokens[role.phrase.head].text
    return head[0].isupper() and role_noun(head) in OFFICES


def _is_role(role: Role, bodies: Sequence[Piece]) -> bool:
    """Whether words beside a name are its role: of "from X" only where X is a body, not a town."""
    if role.phrase is None and not role.doing:
        return any(role.span.start <= body.start and body.end <= role.span.end for body in bodies)
    return role.of_person


def _names(
    reading: Reading, kept: Sequence[tuple[int, Piece, EntityType | None]], attached: Sequence[Role]
) -> Iterator[Mention]:
    spans: dict[int, list[Span]] = {}
    for role in attached:
        if role.span not in spans.setdefault(role.piece, []):
            spans[role.piece].append(role.span)
    bodies = {piece.words[0].start for _, piece, type in kept if type is EntityType.ORGANISATION}
    for number, piece, type in kept:
        if type is None or _is_credit(reading, piece) or _is_dateline(reading, piece):
            continue
        if type is EntityType.PLACE and piece.end + 1 in bodies:
            continue  # "U.S." of "U.S. Supreme Court"
        person = type is EntityType.PERSON
        start = piece.start if person else piece.words[0].start
        gender = title_gender(piece.title) if person else None
        first = piece.words[0].text
        if (
            person
            and gender is None
            and (len(piece.words) > 1 or (is_first_name(first) and not piece.titles))
        ):
            gender = first_name_gender(first)
        end = piece.end if type is not EntityType.PLACE else _end_of_state(reading, piece)
        yield Mention(
            Span(start, end),
            type,
            MentionForm.NAME,
            piece.name(reading.text) + reading.text[piece.end : end],
            piece.title if person else "",
            gender,
            plural=type is EntityType.GROUP,
            roles=tuple(sorted(spans.get(number, ()))),
        )


def _end_of_state(reading: Reading, piece: Piece) -> int:
    """Return where the name of a place ends that is told from a city of its name: "Washington state"."""
    state = reading.at.get(piece.end + 1)
    if state is None or reading.lower[state] != "state" or reading.text[piece.end] != " ":
        return piece.end
    after = reading.tokens[state + 1 : state + 2]
    modifies = bool(after) and (after[0].upos in NOMINAL or after[0].text in ("-", "'s", "’s"))
    return piece.end if modifies else reading.tokens[state].end


def _descriptions(
    reading: Reading, found: Sequence[Phrase], attached: Sequence[Role], bodies: Container[int]
) -> Iterator[Mention]:
    """Yield the role phrases that stand for somebody by themselves. `bodies` are the ends of bodies' names."""
    used = {role.phrase.head for role in attached if role.phrase is not None}
    for phrase in found:
        if phrase.head in used or not reading.telling(reading.tokens[phrase.head].start):
            continue
        if not _denotes(reading, phrase) or _only_repeats(reading, phrase, bodies):
            continue
        article_first = phrase.first - 1 if phrase.determiner else phrase.first
        end = reading.tokens[phrase.last].end
        own = article_first if phrase.determiner in POSSESSIVES else phrase.first
        name = " ".join(reading.text[reading.tokens[own].start : end].split())
        noun = role_noun(reading.tokens[phrase.head].text) or ""
        yield Mention(
            Span(reading.tokens[article_first].start, end),
            phrase.type,
            MentionForm.DESCRIPTION,
            name,
            gender=role_gender(noun),
            plural=reading.lower[phrase.head] == "police",
        )


def _by_age(reading: Reading) -> Iterator[Mention]:
    """Yield "the 48-year-old" where no noun follows that the age only modifies."""
    for span in aged(reading.text):
        last = reading.ending.get(span.end)
        if last is None or not reading.telling(span.start):
            continue
        follows = reading.tokens[last + 1 : last + 3]
        noun = [token.upos in ("NOUN", "PROPN") for token in follows]
        modifies = noun[:1] == [True] or (noun[1:] == [True] and follows[0].upos in ("ADJ", "NUM"))
        if not modifies and [token.text for token in follows[:1]] != ["-"]:
            name = " ".join(span.of(reading.text).split()[1:])
            yield Mention(span, EntityType.PERSON, MentionForm.DESCRIPTION, name)


def _only_repeats(reading: Reading, phrase: Phrase, bodies: Container[int]) -> bool:
    """Whether a noun for a body follows its name: "the Metropolitan Police force" is named already."""
    return phrase.type is EntityType.ORGANISATION and reading.tokens[phrase.head - 1].end in bodies


def _denotes(reading: Reading, phrase: Phrase) -> bool:
    """Whether a role phrase denotes one person or body: it has a determiner, or is an office in capitals."""
    if phrase.type is EntityType.ORGANISATION:
        bare = reading.lower[phrase.head] == "police" and phrase.first == phrase.head
        subject = reading.tokens[phrase.head].dep.startswith("nsubj")
        return (phrase.definite and phrase.determiner != "that") or (bare and subject)
    if phrase.determiner or _possessed(reading, phrase):
        return True
    head = reading.tokens[phrase.head]
    noun = role_noun(head.text)
    first = reading.tokens[phrase.first]
    capital = head.text[0].isupper() and first.text[0].isupper()
    ranked = phrase.first < phrase.head or reading.lower[phrase.head] not in RANK_WORDS
    initials = len(head.text) > 1 and head.text.isupper()
    return capital and ranked and noun in OFFICES and (initials or _sentence_inside(reading, phrase))


def _possessed(reading: Reading, phrase: Phrase) -> bool:
    """Whether a name tells whose the subject of a clause is: "Norway's foreign minister said"."""
    owner, subject = reading.tokens[phrase.first], reading.tokens[phrase.head].dep.startswith("nsubj")
    return (
        subject
        and owner.upos == "PROPN"
        and any(
            reading.lower[i] in ("'s", "’s") or reading.tokens[i].tag == "POS"
            for i in range(phrase.first + 1, phrase.head)
        )
    )


def _sentence_inside(reading: Reading, phrase: Phrase) -> bool:
    """Whether capitals tell: the phrase does not begin a sentence, or more than its first word has one."""
    sentence = reading.sentence(phrase.first)
    if phrase.first < phrase.head:
        return True
    return (
        sentence is not None
        and phrase.first > sentence.first
        and reading.quotation_at(reading.tokens[phrase.first].start)
        == reading.quotation_at(reading.tokens[phrase.first - 1].start)
    )
