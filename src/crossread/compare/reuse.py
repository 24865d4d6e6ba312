"""Reuse: passages of different accounts that share wording.

Exact over all pairs: an inverted index on runs of three words proposes every
pair that shares one, so nothing is estimated. A group is founded on one passage and the
stretch of it that was first found elsewhere; every further member is held
against that stretch, so that groups do not drift along chains of likenesses.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from crossread.compare.passages import KEY, POSTS, Passage, Voice, passages
from crossread.record.annotation import Account, StatementKind
from crossread.record.dossier import Reuse, ReuseKind, Statement
from crossread.record.ids import founded_id
from crossread.record.span import Evidence, Span, trimmed
from crossread.text.closed_classes import NEGATIONS
from crossread.text.listing import listed
from crossread.text.similar import Gram, Run, common_runs, containment
from crossread.text.words import STOPWORDS, forms, words

# Share of the smaller passage's 4-grams that makes narrative wording a copy. From the comparison
# on 2,505 same-story pairs in FIELD.md (0.3 of 0.2-0.5: recall .98 at 10 % edits, 0.9 % background).
COPY = 0.3
# The founding stretch must be found again in a further member at least to this share of its
# 4-grams; lower than COPY because the member has been edited a second time. Not tuned.
VERIFY = 0.2
# A run of this many shared words is reuse even inside long, otherwise different sentences. Range
# 6-10 read on the example and the gold story: at 6 the runs are names and stock phrases.
LONG_RUN = 8
# A shared stretch has at least so many words that are no function words, else it is a stock phrase.
CONTENT = 4
CONTENT_QUOTED = 3
# Edited wording: this part of the smaller passage's words is in the other in the same order, and this part of the
# stretches that they span. Ranges .55-.65 and .5-.65 on the 200 pairs of `benchmarks.reuse`: recall .97 / .95 / .89 at
# 10 / 20 / 30 % of the words edited all over; background .8 % here, 1.7 % at the lower ends.
REWORDED = 0.65
DENSE = 0.55
# So many shared content words tell by themselves that wording is shared; fewer need a verb among them.
RICH = 6
# A whole sentence of so many words that is the same but for one word in five needs fewer content words.
SAME = 0.8
SENTENCE = 6
CONTENT_SAME = 2
# A quotation's words are the same from so many on, all of them in a row in the other one's.
FRAGMENT = 3
# More unshared words than this between two runs part them into different stretches.
GAP = 8
# Shared runs shorter than this inside a stretch are chance and do not stretch its ends.
RUN = 3
# When the shared stretch is at least this part of the sentence, the sentence is the evidence.
WHOLE = 0.6
# Two stretches of one utterance are the same where this part of the smaller one's words is in the other;
# 0.4 to 0.7 tried on the example and six stories, flat.
SAID_ALIKE = 0.5
# Wordings that differ by more words than this are not held to deny each other by a "not".
DENYING = 3
# Words in a statement's channel that name a text anybody can hold: its readers copied a document.
_DOCUMENTS = listed(
    "statement release letter report document memo communique communiqué email bulletin notice"
)


Range = tuple[int, int]  # the first and the last word of a stretch, both included


@dataclass(frozen=True, slots=True)
class _Match:
    """What two passages share: where in each, and how sure it is no chance."""

    one: Range
    other: Range
    share: float


@dataclass(slots=True)
class _Group:
    """A group while it grows: the stretch `core` of its founder, and its members' stretches."""

    founder: Passage
    core: Range
    share: float
    members: list[tuple[Passage, Range]]

    @property
    def kind(self) -> ReuseKind:
        said = sum(passage.voice is not Voice.NARRATIVE for passage, _ in self.members)
        if 2 * said >= len(self.members):
            return ReuseKind.SAME_UTTERANCE
        return ReuseKind.COPY if self.share >= COPY else ReuseKind.REWRITE


def find(accounts: Sequence[Account], statements: Sequence[Statement]) -> tuple[Reuse, ...]:
    """Return the passages that accounts share, in reading order of their first member.

    Narrative sentences become copies or rewrites, quoted and first-person ones
    the same utterance, also where another account has lost the marks. What two
    accounts retell of one statement is the same utterance, unless they retell it
    in the same words. `origin` stays None here; `origins.trace` fills it.
    """
    found = [_reuse(group) for group in _groups(passages(accounts))]
    told = [reuse for reuse in found if reuse.kind is ReuseKind.COPY]
    by_id = {account.id: account for account in accounts}
    said = [reuse for statement in statements for reuse in _of_statement(statement, told, by_id)]
    near = _by_article(said)
    said += [rest for r in found if r.kind is not ReuseKind.COPY and (rest := _besides(r, near(r)))]
    place = {account.id: order for order, account in enumerate(accounts)}
    return tuple(
        sorted(
            told + _once(said), key=lambda reuse: (place[reuse.members[0].article], reuse.members[0].start)
        )
    )


def _groups(found: Sequence[Passage]) -> list[_Group]:
    """Group passages that share wording, in the order of their founding."""
    index: dict[Gram, list[int]] = defaultdict(list)
    home: dict[int, list[_Group]] = defaultdict(list)
    groups: list[_Group] = []
    for number, passage in enumerate(found):
        for other in _likest(passage, found, index):
            if any(group in home[number] for group in home[other]):
                continue
            if group := next((group for group in home[other] if _joins(passage, group)), None):
                home[number].append(group)
            elif group := _founded(found[other], passage):
                groups.append(group)
                home[other].append(group)
                home[number].append(group)
        # A word-for-word repetition would add nothing to the index that its founder has not put there.
        if not any(passage.keys == group.founder.keys for group in home[number]):
            for key in passage.keys:
                index[key].append(number)
    return groups


def _likest(passage: Passage, found: Sequence[Passage], index: dict[Gram, list[int]]) -> list[int]:
    """Return the earlier passages of other accounts that may share wording, the likest first."""
    shared = Counter(chain.from_iterable(index.get(key, ()) for key in passage.keys))
    kept: list[tuple[float, int]] = []
    order, words, grams = passage.order, passage.vocabulary, len(passage.grams)
    for other, keys in shared.items():
        beside = found[other]
        if beside.order == order:
            continue
        # LONG_RUN words make LONG_RUN - KEY + 1 keys, and a copy as many keys as grams.
        enough = keys > LONG_RUN - KEY or keys >= VERIFY * min(grams, len(beside.grams))
        if enough or len(words & beside.vocabulary) >= REWORDED * min(len(words), len(beside.vocabulary)):
            kept.append((keys / max(1, min(len(passage.keys), len(beside.keys))), other))
    return [other for _, other in sorted(kept, key=lambda pair: (-pair[0], pair[1]))]


def _founded(founder: Passage, passage: Passage) -> _Group | None:
    match = _match(founder, passage)
    if match is None:
        return None
    return _Group(founder, match.one, match.share, [(founder, match.one), (passage, match.other)])


def _joins(passage: Passage, group: _Group) -> bool:
    """Add `passage` to the group if it shares the founding stretch."""
    match = _match(group.founder, passage, at_least=VERIFY)
    if match is None or _common(match.one, group.core) * 2 < min(_length(match.one), _length(group.core)):
        return False
    group.members.append((passage, match.other))
    return True


def _match(one: Passage, other: Passage, *, at_least: float = COPY) -> _Match | None:
    """Return what two passages share if it is too much for chance, else None."""
    runs = common_runs(one.forms, other.forms)
    if not runs:
        return None
    share = containment(one.grams, other.grams)
    near = _densest(runs)
    shared = sum(run.length for run in near)
    dense = shared >= DENSE * max(_length(part) for part in _spans(near))
    long = [run for run in runs if run.length >= RUN]
    if long and (share >= at_least or max(run.length for run in long) >= LONG_RUN):
        wording = near if dense else _densest(long)
        if _says_enough(one, other, wording) and not _denied(one, other, wording):
            return _matched(wording, share)
    smaller = min(len(one.forms), len(other.forms))
    if not dense or shared < REWORDED * smaller or one.quoted is not other.quoted:
        return None
    if shared < SAME * smaller and _said_apart(one, other):
        return None
    same_said = _says_enough(one, other, near) and not _denied(one, other, near)
    return _matched(near, share) if same_said else None


def _denied(one: Passage, other: Passage, runs: Sequence[Run]) -> bool:
    """Whether what two passages quote is denied in one of them; an edited sentence is copied all the same."""
    if not one.voice is other.voice is Voice.QUOTED:
        return False
    mine, theirs = _spans(runs)
    return _opposed(one.forms[mine[0] : mine[1] + 1], other.forms[theirs[0] : theirs[1] + 1])


def _said_apart(one: Passage, other: Passage) -> bool:
    """Whether words were quoted from two occasions: from a post, and from a statement or an interview."""
    known = bool(one.channel and other.channel)
    return known and one.channel.isdisjoint(POSTS) is not other.channel.isdisjoint(POSTS)


def _matched(runs: Sequence[Run], share: float) -> _Match:
    return _Match(*_spans(runs), share)


def _spans(runs: Sequence[Run]) -> tuple[Range, Range]:
    """Return from which word to which the runs go in either passage."""
    first, last = runs[0], runs[-1]
    return (first.first, last.first + last.length - 1), (first.second, last.second + last.length - 1)


def _says_enough(one: Passage, other: Passage, runs: Sequence[Run]) -> bool:
    """Whether shared words are more than a stock phrase, a name or a bare "he said"."""
    shared = [form for run in runs for form in one.forms[run.first : run.first + run.length]]
    content = sum(form not in STOPWORDS and not _letter(form) for form in shared)
    shorter = min(len(one.forms), len(other.forms))
    same = len(shared) >= SAME * shorter
    quoted = Voice.QUOTED in (one.voice, other.voice)
    both = one.voice is other.voice is Voice.QUOTED
    if quoted and _titled(one, runs):
        return False
    whole = same and (len(shared) >= SENTENCE or (both and len(shared) >= FRAGMENT and len(runs) == 1))
    if content < (CONTENT_SAME if whole else CONTENT_QUOTED if quoted else CONTENT):
        return False
    if quoted:
        return True
    return (same and content >= RICH and one.asserts and other.asserts) or any(
        _tells(one, run.first, run) and _tells(other, run.second, run) for run in runs
    )


def _letter(form: str) -> bool:
    """Whether a word is one letter, an initial or the rest of a contraction, which says nothing by itself."""
    return len(form) == 1 and form.isalpha()


def _titled(passage: Passage, runs: Sequence[Run]) -> bool:
    """Whether shared words are written like a title, in capitals but for small words: of a film, a book, a scheme."""
    found = [word for run in runs for word in passage.words[run.first : run.first + run.length]]
    telling = [passage.account.text[word.start] for word in found if word.content]
    return len(telling) > 1 and not any(letter.islower() for letter in telling)


def _tells(passage: Passage, first: int, run: Run) -> bool:
    """Whether the shared run asserts something: a name or a bare "he said" is no copied wording."""
    return not passage.telling_words.isdisjoint(range(first, first + run.length))


def _densest(runs: Sequence[Run]) -> list[Run]:
    """Return those neighbouring runs that lie close together and share the most words."""
    clusters = [[runs[0]]]
    for before, run in pairwise(runs):
        gap = max(run.first - before.first, run.second - before.second) - before.length
        if gap > GAP:
            clusters.append([])
        clusters[-1].append(run)
    return max(clusters, key=lambda cluster: sum(run.length for run in cluster))


def _length(part: Range) -> int:
    return part[1] - part[0] + 1


def _common(one: Range, other: Range) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]) + 1)


def _reuse(group: _Group) -> Reuse:
    members = tuple(_member(passage, part) for passage, part in group.members)
    founding = group.founder.stretch(*group.core)
    return Reuse(founded_id("reuse", founding, group.kind.value), group.kind, members)


def _member(passage: Passage, part: Range) -> Evidence:
    """Return the shared stretch, or the whole sentence where little else is in it and nothing is quoted."""
    alone = passage.voice is not Voice.QUOTED and passage.stretches == (passage.sentence,)
    if alone and _length(part) >= WHOLE * len(passage.forms):
        return passage.account.evidence(trimmed(passage.account.text, passage.sentence))
    return passage.stretch(*part)


def _of_statement(
    statement: Statement, told: Sequence[Reuse], accounts: Mapping[str, Account]
) -> Iterator[Reuse]:
    """Yield the stretches of an utterance that several accounts report, unless there already as copied wording."""
    kind = _utterance_kind(statement)
    indirect = statement.kind is StatementKind.INDIRECT
    left = list(statement.evidence)
    while left:
        members = _alike(left[0], left[1:])
        left = [evidence for evidence in left if evidence not in members]
        if len(members) > 1:
            members = tuple(_trimmed(accounts[one.article], one) for one in members)
            found = Reuse(founded_id("reuse", members[0], kind.value), kind, members)
            if not (indirect and any(_inside(found, other) for other in told)):
                yield found


def _trimmed(account: Account, evidence: Evidence) -> Evidence:
    """Return a stretch from word to word, without the marks of what is around it, but with one that closes its own."""
    inside = words(account.text, evidence.span)
    if not inside:
        return evidence
    start, end = inside[0].start, inside[-1].end
    told, after = account.text[start:end], account.text[end : end + 2]
    opened = told.count("“") > told.count("”") or told.count('"') % 2 == 1
    closing = re.match(r"[.,!?]?[”\"]", after)
    return account.evidence(Span(start, end + closing.end() if opened and closing else end))


def _alike(first: Evidence, others: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return `first` and, of each other article, the stretch that shares most of its words with it, if enough."""
    best: dict[str, tuple[float, Evidence]] = {first.article: (1.0, first)}
    for other in others:
        share = _share(first.text, other.text)
        if (
            share >= SAID_ALIKE
            and not _opposed(forms(first.text), forms(other.text))
            and share > best.get(other.article, (0.0, other))[0]
        ):
            best[other.article] = (share, other)
    return tuple(evidence for _, evidence in best.values())


def _opposed(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one of two wordings of about one length denies what the other says: "he is not a hero"."""
    if abs(len(one) - len(other)) > DENYING:
        return False
    apart = frozenset(one) ^ frozenset(other)
    return any(form in NEGATIONS or form.endswith(("n't", "n’t")) for form in apart)


def _share(one: str, other: str) -> float:
    """Return the part of the smaller text's words that the other has."""
    mine, theirs = set(forms(one)), set(forms(other))
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _utterance_kind(statement: Statement) -> ReuseKind:
    """Same document where identical words come from a text that everybody can hold."""
    channel = set(forms(statement.channel.name)) if statement.channel else set()
    worded = {forms(wording.text) for wording in statement.wordings}
    if channel & _DOCUMENTS and statement.kind is not StatementKind.INDIRECT and len(worded) == 1:
        return ReuseKind.SAME_DOCUMENT
    return ReuseKind.SAME_UTTERANCE


def _once(said: Iterable[Reuse]) -> list[Reuse]:
    """Return the utterances, as one those that begin with the same words: accounts quote some of them twice."""
    begun: dict[tuple[ReuseKind, tuple[str, ...]], Reuse] = {}
    for reuse in said:
        key = reuse.kind, forms(reuse.members[0].text)[:LONG_RUN]
        first = begun.get(key, reuse)
        begun[key] = replace(first, members=tuple(dict.fromkeys((*first.members, *reuse.members))))
    return list(begun.values())


def _by_article(said: Sequence[Reuse]) -> Callable[[Reuse], list[Reuse]]:
    """Return what looks up the groups that have an account in common with one."""
    having: dict[str, list[Reuse]] = defaultdict(list)
    for reuse in said:
        for article in {member.article for member in reuse.members}:
            having[article].append(reuse)
    return lambda reuse: [other for member in reuse.members for other in having.get(member.article, ())]


def _besides(reuse: Reuse, others: Sequence[Reuse]) -> Reuse | None:
    """Return a group without the members that another one has too, None where less than two accounts are left."""
    taken = [member for other in others if _inside(reuse, other) for member in other.members]
    rest = tuple(one for one in reuse.members if not any(one.overlaps(other) for other in taken))
    return replace(reuse, members=rest) if len({member.article for member in rest}) > 1 else None


def _inside(reuse: Reuse, other: Reuse) -> bool:
    """Whether at least two accounts' members of `reuse` overlap members of `other`."""
    shared = {mine.article for mine in reuse.members for theirs in other.members if mine.overlaps(theirs)}
    return len(shared) > 1
