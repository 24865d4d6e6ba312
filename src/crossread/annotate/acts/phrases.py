"""Noun phrases, what they name, and whether it can act."""

from __future__ import annotations

from crossread.annotate.acts.clauses import PRONOUNS, Reader
from crossread.record.analysis import Sentence
from crossread.record.annotation import EntityType, MentionForm
from crossread.text.institutions import GROUPS
from crossread.text.listing import listed
from crossread.text.rolewords import BODY_NOUNS, role_noun

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
# Nouns that only count those who follow.
_COUNTS = listed(
    "hundreds thousands dozens scores tens millions majority number couple handful most some many several both all one"
)
# Nouns that only say how much of a thing is meant, or what becomes of it.
PARTS = listed(
    "all some most many each both none half much part parts portion portions rest bulk majority number series round "
    "rounds raft set package batch wave array range slew host couple pair piece pieces state states kind kinds type "
    "types form forms version versions use process adoption passage creation release construction expansion "
    "implementation enforcement delivery issuance dozens hundreds thousands"
)
# Crowds that act for a state or a body, beside roles and bodies.
OFFICIALS = listed(
    "police troops officials lawmakers authorities prosecutors regulators investigators democrats "
    "republicans mps legislature board campaign house senate congress cabinet ministers leaders judges "
    "member chamber coalition alliance delegation delegates negotiators diplomats jury jurors army navy "
    "retailer stores body city state town county country nation province zoo executives shareholders "
    "proponents opponents plaintiffs office diocese archdiocese consortium museum academy college "
    "league embassy consulate palace subsidiary federation confederation congregation parish district "
    "division directorate secretariat regime militia opposition unit squad majority military"
)
_PHRASE_BREAKS = frozenset({"ADP", "SCONJ", "VERB", "AUX"})
LONGEST = 12  # the longest noun phrase around a noun, in tokens
_LONGEST_PARTY = (
    16  # the longest that names a party, two with their offices: "the head of …, Ann Hill, and …"
)
# Nouns that denote people or bodies who can be asked to do something, beside mentions and proper names:
# the shared lists of roles and bodies, and plurals that news uses for crowds of people.
AGENTS = OFFICIALS | listed(
    "soldiers crew people residents staff fans voters protesters organisers organizers workers world "
    "banks employers firms citizens public supporters family relatives friends neighbours neighbors "
    "colleagues women men everyone anyone inspectorate side faction caucus envoys membership parents "
    "students pupils teachers doctors nurses scientists researchers experts analysts economists activists "
    "campaigners critics backers advocates allies aides investors owners drivers passengers players "
    "victims survivors defendants rebels militants forces manufacturers operators carriers shops "
    "advertisers sponsors broadcasters publishers witnesses creditors contractors suppliers donors "
    "builders lenders pair couple trio duo farmers fishermen miners veterans patients customers users "
    "scholars clergy bishops priests alumni"
)


def noun_phrase(reader: Reader, head: int, sentence: Sentence) -> tuple[int, int]:
    """Return the tokens of the noun phrase around `head`: a mention that covers it, else its simple words."""
    found = reader.mention_in(reader.tokens[head].span)
    group = found is not None and reader.mentions[found].type is EntityType.GROUP
    if found is not None and not group and not _beside(reader, found, head, sentence):
        inside = reader.analysis.tokens_in(reader.mentions[found].span)
        if inside:
            return inside[0], inside[-1] + 1
    first, last = head, head + 1
    while first > sentence.first and head - first < LONGEST:
        named = _name_begins(reader, first)  # "| Department of Justice officials"
        if not (belongs(reader, first - 1) or named < first) or _of_another(reader, first - 1, head):
            break
        first = min(first - 1, named)
    first = _with_coordinated(reader, head, first, sentence)
    if first > sentence.first and reader.word(first - 1) in _QUANTIFYING:
        first -= first <= reader.tokens[first - 1].head <= head  # "nearly | all schools", "not | every"
    while last < sentence.last and timed(reader, last) is None and _goes_on_in_name(reader, last):
        last += 1
    if reader.word(head) in PRONOUNS:
        return head, head + 1
    if (reader.tokens[head].upos == "NOUN" or found is not None) and last < sentence.last:
        last = _complement(reader, head, last, sentence)
    while last < sentence.last and reader.word(last) == "of" and last - first < LONGEST:
        more = _right_nominal(reader, last + 1, sentence)
        if more == last + 1:
            break
        last = more
    return first, last


def _name_begins(reader: Reader, index: int) -> int:
    """Return where the name begins that holds a token, else the token itself."""
    span = reader.tokens[index].span
    names = (m.span for m in reader.mentions if m.form is MentionForm.NAME and m.span.overlaps(span))
    return min((index, *(reader.analysis.tokens_in(name)[0] for name in names)))


def _goes_on_in_name(reader: Reader, index: int) -> bool:
    """Whether a name goes on with a token, maybe over a mark: "the Boat | & Barge Association", "El | -Amin"."""
    before, after = reader.tokens[index - 1], reader.tokens[min(index + 1, len(reader.tokens) - 1)]
    tied = reader.word(index) == "&" or (reader.word(index) == "-" and before.end == after.start - 1)
    named = reader.tokens[index].upos == "PROPN" or reader.word(index) in _POSTPOSED
    return named or (tied and before.upos == after.upos == "PROPN")


# Adverbs that say how much of what a noun phrase tells is meant.
_QUANTIFYING = listed("nearly almost virtually practically approximately roughly about around mostly largely")
_MODIFYING = ("det", "det:predet", "amod", "compound", "nummod", "nmod:poss")


def _with_coordinated(reader: Reader, head: int, first: int, sentence: Sentence) -> int:
    """Return where a noun phrase begins whose adjectives are joined: "| most sporting and social events"."""
    if reader.word(first - 1) not in ("and", "or", ","):
        return first
    own = [i for i in reader.analysis.children(head, *_MODIFYING) if sentence.first <= i < first]
    if not own or head - own[0] >= LONGEST or timed(reader, own[0]) is not None:
        return first
    first = own[0]
    while first > sentence.first and belongs(reader, first - 1) and not _of_another(reader, first - 1, head):
        first -= 1
    return first


def _beside(reader: Reader, found: int, head: int, sentence: Sentence) -> bool:
    """Whether a mention is not of this noun, or not all of its phrase."""
    return _below(reader, found, head) or _goes_on(reader, found, sentence)


def _below(reader: Reader, found: int, head: int) -> bool:
    """Whether a noun only says whose a description is: "the head of | the committee"."""
    mention = reader.mentions[found]
    below = reader.tokens[head].dep == "nmod" and reader.analysis.head_of(mention.span) != head
    return below and mention.form is MentionForm.DESCRIPTION


def _goes_on(reader: Reader, found: int, sentence: Sentence) -> bool:
    """Whether a mere description is not all of its noun phrase: "attorneys | general", "lawyers | for the victims"."""
    mention = reader.mentions[found]
    after = reader.analysis.tokens_in(mention.span).stop
    if mention.form is not MentionForm.DESCRIPTION or after >= sentence.last:
        return False
    if any(m.chain == mention.chain and m.form is MentionForm.NAME for m in reader.mentions):
        return False
    return reader.word(after) in _POSTPOSED or _complement(reader, after - 1, after, sentence) > after


def _complement(reader: Reader, head: int, after: int, sentence: Sentence) -> int:
    """Return the end of the phrase after a noun that says which one it is: "lawyers | for the victims"."""
    if reader.tokens[after].upos != "ADP" or reader.word(after) not in _OF_SOMEBODY:
        return after
    nouns = [i for i in reader.analysis.children(head, "nmod") if i > after]
    if not nouns or timed(reader, nouns[0]) is not None:
        return after
    last = min(_right_nominal(reader, nouns[0], sentence), sentence.last)
    return last if last - head < LONGEST else after


# Prepositions behind a noun for people that say whose or which they are.
_OF_SOMEBODY = listed("for from of with in at on to")
# Adjectives that stand behind the noun of an office.
_POSTPOSED = listed("general elect designate emeritus")


# Labels of a noun phrase of its own right before another: "Under the new rules staff are told …".
_OWN_PHRASE = frozenset({"obl", "obj", "obl:tmod", "obl:unmarked", "obl:npmod"})


def _of_another(reader: Reader, index: int, head: int) -> bool:
    """Whether the noun at `index` ends a phrase of its own before the noun phrase of `head`."""
    token = reader.tokens[index]
    return token.dep in _OWN_PHRASE and not index <= token.head <= head


def _right_nominal(reader: Reader, index: int, sentence: Sentence) -> int:
    while index < sentence.last and belongs(reader, index):
        index += 1
    return index


def belongs(reader: Reader, index: int) -> bool:
    token = reader.tokens[index]
    return (
        token.upos in NOMINAL
        or token.dep == "amod"
        or reader.word(index) in ("'s", "'", "-", "her", "his", "its", "their", "our", "my")
    )


def timed(reader: Reader, index: int) -> int | None:
    """Return the first token of the time expression that covers token `index`, if one does."""
    span = reader.tokens[index].span
    for time in reader.times:
        if time.span.overlaps(span):
            return reader.analysis.tokens_in(time.span)[0]
    return None


def agent_noun(word: str) -> bool:
    single = _one_of(word)
    return bool({word, single} & (AGENTS | BODY_NOUNS | GROUPS)) or role_noun(single) is not None


def _one_of(word: str) -> str:
    if word.endswith("men") and word != "women":
        return word[:-2] + "an"  # "chairmen"
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def head_of(reader: Reader, first: int, last: int) -> int:
    """Return the head of a noun phrase by its words: the last noun before a preposition or a mark."""
    head = first
    counted = next(
        (i for i in range(first, last - 1) if reader.word(i) in _COUNTS or reader.tokens[i].upos == "NUM"),
        None,
    )
    if counted is not None and reader.word(counted + 1) == "of":  # "hundreds of employees": the employees
        return head_of(reader, counted + 2, last) if counted + 2 < last else counted
    for index in range(first, last):
        upos = reader.tokens[index].upos
        if index > first and "-" in (reader.word(index - 1), reader.word(index + 1)):
            continue  # "the under-pressure minister"
        broken = upos in _PHRASE_BREAKS and not reader.tokens[index].tag.startswith("NN")
        broken = broken and reader.tokens[index].dep != "amod"  # "elected officials"
        broken = broken and _name_begins(reader, index) == index  # "Department of Justice officials"
        aside = reader.tokens[index].dep == "obl:unmarked"  # "sued the board many | times"
        if index > first and (broken or aside or reader.word(index) in (",", "who", "that")):
            break
        if upos in NOUNS or agent_noun(reader.word(index)):
            head = index
    return head


def mention_at(reader: Reader, first: int, last: int) -> int | None:
    """Return the mention that names the head of a noun phrase, not one that only modifies it."""
    head = head_of(reader, first, last)
    span = reader.span(first, last)
    named = [
        (m.span.shared(span), -i)
        for i, m in enumerate(reader.mentions)
        if m.span.contains(reader.tokens[head].span) and not _below(reader, i, head)
    ]
    return -max(named)[1] if named else None


def is_agent(reader: Reader, first: int, last: int) -> bool:
    """Whether the words can name somebody who acts or could be asked to: people, bodies, proper names."""
    if last <= first or last - first > _LONGEST_PARTY:
        return False
    if (first > 0 and reader.word(first - 1) == "how") or reader.word(first) == "your":
        return False  # "how many members voted for it": asked, not told; nor whoever is spoken to
    if last - first == 1 and reader.word(first) in PRONOUNS:
        return reader.word(first) != "it" or reader.mention_in(reader.tokens[first].span) is not None
    head = head_of(reader, first, last)
    found = mention_at(reader, first, last)
    if found is not None and reader.mentions[found].type is not EntityType.PLACE:
        return True
    return agent_noun(reader.word(head)) or reader.tokens[head].upos == "PROPN"


def is_official(reader: Reader, first: int, last: int) -> bool:
    """Whether the words name somebody, a body, or an office: not a crowd, nor "you"."""
    if reader.word(first) in ("you", "i", "we") and last - first == 1:
        return reader.word(first) != "you"
    found = mention_at(reader, first, last)
    if found is not None and reader.mentions[found].type is not EntityType.GROUP:
        return True
    if reader.tokens[head_of(reader, first, last)].upos == "PROPN":
        return True
    head = reader.word(head_of(reader, first, last))
    single = _one_of(head)
    bodies = OFFICIALS | BODY_NOUNS | GROUPS
    return bool({head, single} & bodies) or role_noun(single) is not None
