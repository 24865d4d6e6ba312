"""What became of each input, with the reason and what the user can do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from crossread.errors import InputError


class Status(StrEnum):
    READ = "read"  # a new article
    UNCHANGED = "unchanged"  # the same content under the same ref, as at the last reading
    NEW_VERSION = "new_version"  # another content under a ref that is known
    DUPLICATE = "duplicate"  # a content that is known, under another ref
    KEPT = "kept"  # a new article in another language: kept, not analysed
    SKIPPED = "skipped"  # not an input that crossread reads
    FAILED = "failed"  # an input that could not be read


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input.

    `ref` names the input as the user knows it. `reason` says why it is not
    simply READ, or what was left out of it; `remedy` what the user can do.
    `article` is the article's id where there is one.
    """

    ref: str
    status: Status
    reason: str = ""
    remedy: str = ""
    article: str | None = None

    @property
    def failed(self) -> bool:
        return self.status is Status.FAILED


def failure(error: InputError) -> Outcome:
    """Return the outcome of an input that could not be read."""
    return Outcome(error.where, Status.FAILED, error.reason, error.remedy)


def skipped(ref: str, reason: str, remedy: str = "") -> Outcome:
    """Return the outcome of something that is no input."""
    return Outcome(ref, Status.SKIPPED, reason, remedy)


def settle(outcome: Outcome, status: Status) -> Outcome:
    """Return `outcome` with what the record says about it; its reason and remedy stay."""
    return replace(outcome, status=status)
