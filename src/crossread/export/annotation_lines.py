"""What was found in one article, as the line that `crossread annotate` writes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from crossread.record.analysis import Analysis
from crossread.record.annotation import (
    Account,
    Act,
    EntityType,
    Figure,
    Mention,
    MentionForm,
    Party,
    ReportedStatement,
    TimeExpression,
)
from crossread.record.article import close_gaps
from crossread.record.codec import to_plain
from crossread.record.span import Span

Plain = dict[str, Any]

_NAME_TYPES = {
    EntityType.PERSON: "PERSON",
    EntityType.ORGANISATION: "ORG",
    EntityType.PLACE: "PLACE",
    EntityType.GROUP: "NORP",
}


def annotation_line(account: Account, id: str, *, with_tokens: bool = False) -> Plain:
    """Return one article's annotation; `id`, also in evidence, is the input line's own."""
    account = replace(account, article=replace(account.article, id=id))
    found = account.annotation
    line: Plain = {
        "id": id,
        "sentences": [[s.start, s.end] for s in account.analysis.sentences],
        "names": _names(account),
        "times": [_time(account, time) for time in found.times],
        "statements": [_statement(account, said) for said in found.statements],
        "figures": [_figure(account, figure) for figure in found.figures],
        "acts": [_act(account, act) for act in found.acts],
    }
    if with_tokens:
        line["tokens"] = _tokens(account.analysis)
    return line


def _names(account: Account) -> list[Plain]:
    ours = [_name(account, m) for m in account.annotation.mentions if m.form is MentionForm.NAME]
    taken = [Span(name["start"], name["end"]) for name in ours]
    events = [
        {"start": n.start, "end": n.end, "text": n.text, "type": n.type}
        for n in account.analysis.names
        if n.type == "EVENT" and not any(n.span.overlaps(span) for span in taken)
    ]
    return sorted(ours + events, key=lambda name: (name["start"], name["end"]))


def _name(account: Account, mention: Mention) -> Plain:
    """Return a name without its title, which is no part of a name."""
    words = mention.span.of(account.text)
    at = words.rfind(mention.name)
    start = mention.span.start + max(at, 0)
    end = start + len(mention.name) if at >= 0 else mention.span.end
    return {
        "start": start,
        "end": end,
        "text": account.article.text[start:end],
        "type": _NAME_TYPES[mention.type],
    }


def _time(account: Account, time: TimeExpression) -> Plain:
    return {
        **_words(account, time.span),
        "type": time.type.value,
        "value": time.value,
        "earliest": to_plain(time.days.earliest) if time.days else None,
        "latest": to_plain(time.days.latest) if time.days else None,
        "basis": time.days.basis if time.days else time.rule,
    }


def _statement(account: Account, said: ReportedStatement) -> Plain:
    speaker = None
    if said.speaker is not None:
        speaker = {**_who(account, said.speaker), "basis": said.basis}
    times = account.annotation.times
    return {
        "kind": said.kind.value,
        "text": " ".join(close_gaps(span.of(account.text)) for span in said.spans),
        "speaker": speaker,
        "cue": _evidence(account, said.cue),
        "channel": _maybe_who(account, said.channel),
        "venue": _maybe_who(account, said.venue),
        "addressee": _maybe_who(account, said.addressee),
        "time": to_plain(times[said.time].days) if said.time is not None else None,
        "manner": said.manner.value,
        "relayed_by": _maybe_who(account, said.relayer),
        "kept_back": said.kept_back or None,
        "evidence": [_evidence(account, span) for span in said.spans],
    }


def _figure(account: Account, figure: Figure) -> Plain:
    return {
        "measure": figure.measure,
        "subject": figure.subject,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "modifier": figure.modifier,
        "evidence": [_evidence(account, figure.span)],
    }


def _act(account: Account, act: Act) -> Plain:
    times = account.annotation.times
    return {
        "kind": act.kind.value,
        "actor": _maybe_who(account, act.actor),
        "addressee": _maybe_who(account, act.addressee),
        "action": close_gaps(act.action.of(account.text)),
        "cue": _evidence(account, act.cue),
        "due": to_plain(times[act.due].days) if act.due is not None else None,
        "evidence": [_evidence(account, act.span)],
    }


def _maybe_who(account: Account, party: Party | None) -> Plain | None:
    return None if party is None else _who(account, party)


def _who(account: Account, party: Party) -> Plain:
    """Return who it is in the article's own words: the name its chain is first given in full, else the words."""
    return {"entity": None, "name": _full_name(account, party), "mention": _evidence(account, party.span)}


def _full_name(account: Account, party: Party) -> str:
    words = party.span.of(account.text)
    if party.mention is None:
        return words
    mentions = account.annotation.mentions
    chain = mentions[party.mention].chain
    names = [m.name for m in mentions if m.chain == chain is not None and m.form is MentionForm.NAME]
    return max(names, key=len, default=words)


def _tokens(analysis: Analysis) -> list[Plain]:
    fields = ("start", "end", "upos", "tag", "lemma", "head", "dep")
    return [{field: getattr(token, field) for field in fields} for token in analysis.tokens]


def _words(account: Account, span: Span) -> Plain:
    return {"start": span.start, "end": span.end, "text": span.of(account.article.text)}


def _evidence(account: Account, span: Span | None) -> Plain | None:
    return None if span is None else to_plain(account.evidence(span))
