"""Who said what: statements by speaker, each with every account's wording of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crossread.present import words
from crossread.present.meanings import explained
from crossread.present.sources import Citation, Sources, by_account, labels_of
from crossread.record.annotation import StatementKind
from crossread.record.dossier import Entity, Meant, Speaker, Statement, Who
from crossread.record.span import Evidence

UNRESOLVED = "Speaker not resolved"
# So many characters between the cue and the content still belong to the cue: "called | for an …", "said | that he …".
_BETWEEN = 10


@dataclass(frozen=True, slots=True)
class Wording:
    """How one account words a statement; `note` says what differs from the fullest wording."""

    label: str
    text: str
    note: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One statement.

    `stretches` are its words: the unbroken stretches of the fullest wording
    where it is quoted, else the content as one. `cue` are the words that report
    it where it is not quoted whole. `setting` lists how, where, to whom and when
    it was said, as far as told; `basis` says how its speaker is known, or why
    not. `wordings` is empty where one account alone reports it. `before` is the
    sentence before words that begin with "that" or "it".
    """

    id: str
    kind: str
    cue: str
    quoted: bool
    stretches: tuple[str, ...]
    setting: tuple[str, ...]
    basis: str
    wordings: tuple[Wording, ...]
    citations: tuple[Citation, ...]
    before: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        return labels_of(self.citations)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with what they are reported to have said. `entity` is None where the register has no entry."""

    name: str
    role: str
    entity: str | None
    resolved: bool
    utterances: tuple[Utterance, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        return labels_of(citation for utterance in self.utterances for citation in utterance.citations)


def build(statements: Iterable[Statement], entities: Iterable[Entity], sources: Sources) -> tuple[Voice, ...]:
    """Return the speakers: those in most accounts first, then those who say most; unresolved ones last."""
    known = {entity.id: entity for entity in entities}
    grouped: dict[str, list[Statement]] = {}
    for statement in statements:
        if statement.evidence:
            grouped.setdefault(_key(statement.speaker), []).append(statement)
    voices = [_voice(group, known, sources) for group in grouped.values()]
    return tuple(sorted(voices, key=_rank))


def _key(speaker: Speaker | None) -> str:
    if speaker is None or not speaker.name:
        return ""
    return speaker.entity or f"“{speaker.name}”"


def _rank(voice: Voice) -> tuple[bool, int, int]:
    return (not voice.resolved, -len(voice.labels), -len(voice.utterances))


def _voice(group: list[Statement], known: Mapping[str, Entity], sources: Sources) -> Voice:
    speaker = group[0].speaker
    entity = known.get(speaker.entity or "") if speaker else None
    name = entity.name if entity else _called(group)
    return Voice(
        name=name or UNRESOLVED,
        role=entity.roles[0].text if entity and entity.roles else "",
        entity=entity.id if entity and entity.mentions else None,
        resolved=bool(name),
        utterances=tuple(_utterance(statement, sources) for statement in group),
    )


def _called(group: Sequence[Statement]) -> str | None:
    """Return what a speaker without an entry is called, with what the account called it first where that is one."""
    name = group[0].speaker.name if group[0].speaker else None
    told = {explained(name, _of_the_speaker(statement)) for statement in group} if name else set[str]()
    told -= {name or ""}
    return told.pop() if len(told) == 1 else name


def _of_the_speaker(statement: Statement) -> list[Meant]:
    mention = statement.speaker.mention if statement.speaker else None
    return [one for one in statement.meant if mention and one.mention.overlaps(mention)]


def _utterance(statement: Statement, sources: Sources) -> Utterance:
    citations = sources.cite_all(statement.evidence)
    return Utterance(
        id=statement.id,
        kind=words.STATEMENT_KINDS[statement.kind],
        cue=_cue(statement, sources),
        quoted=statement.kind is StatementKind.DIRECT,
        stretches=_stretches(statement, sources),
        setting=_setting(statement, sources),
        basis=statement.speaker.basis if statement.speaker else "no speaker found",
        wordings=_wordings(statement, sources) if len(by_account(citations)) > 1 else (),
        citations=citations,
        before=sources.cite(statement.before).text if statement.before else "",
    )


def _stretches(statement: Statement, sources: Sources) -> tuple[str, ...]:
    """Return the words; a quotation is never run together over what stands between its stretches."""
    if statement.kind is not StatementKind.DIRECT:
        return (_named(statement.text, statement),)
    first = next(iter(by_account(sources.cite_all(_fullest(statement))).values()), ())
    return tuple(_named(citation.text, statement) for citation in first) or (statement.text,)


def _named(words: str, statement: Statement) -> str:
    return explained(words, statement.meant, _fullest(statement))


def _fullest(statement: Statement) -> tuple[Evidence, ...]:
    """Return the evidence of the wording that is shown."""
    return next((w.evidence for w in statement.wordings if statement.text in w.text), statement.evidence)


def _cue(statement: Statement, sources: Sources) -> str:
    """Return the words that report it where the content is not the speaker's own: "called for"."""
    cue = statement.cue
    if cue is None or statement.kind is StatementKind.DIRECT:
        return ""
    lead = sources.stretch(cue, statement.evidence[0], _BETWEEN)
    return (sources.cite(cue).text if "\n" in lead or not lead else lead).rstrip(" ,;:")


# How news says where somebody spoke; an outlet told without such a word was told: "told the BBC".
_SPOKEN = frozenset({"on", "in", "with"})


def _setting(statement: Statement, sources: Sources) -> tuple[str, ...]:
    mention = statement.venue.mention if statement.venue else None
    before = sources.word_before(mention) if mention else ""
    told: tuple[tuple[str, Who | None], ...] = (
        ("", statement.channel),
        (f"{before} " if before in _SPOKEN else "to ", statement.venue),
        ("to ", statement.addressee),
        ("according to ", statement.relayed_by),
    )
    parts = [f"{word}{who.name}" for word, who in told if who is not None and who.name]
    return (*parts, words.days(statement.time, weekday=True)) if statement.time else tuple(parts)


def _wordings(statement: Statement, sources: Sources) -> tuple[Wording, ...]:
    """Return each account's wording; where the record holds none apart, the evidence is the wording."""
    if statement.wordings:
        return tuple(
            Wording(sources.labels[w.article], w.text, w.note, sources.cite_all(w.evidence))
            for w in statement.wordings
            if w.evidence
        )
    cited = by_account(sources.cite_all(statement.evidence))
    return tuple(
        Wording(label, " … ".join(c.text for c in citations), "", citations)
        for label, citations in cited.items()
    )
