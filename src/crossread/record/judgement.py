"""Human judgements: rows that later runs obey and never override."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from crossread.record.span import Evidence


class JudgementKind(StrEnum):
    SAME = "same"  # the anchors denote one entity, statement, claim or story
    DIFFERENT = "different"  # they do not
    SPEAKER = "speaker"  # the first anchor was said by the second
    NOT_A_CLAIM = "not_a_claim"
    NOT_SPEECH = "not_speech"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's correction, anchored on words, since ids may change with models."""

    id: str
    kind: JudgementKind
    anchors: tuple[Evidence, ...]
    author: str
    made: datetime
    note: str = ""
    withdrawn: datetime | None = None
