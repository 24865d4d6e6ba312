"""Every error crossread raises on purpose.

CrossreadError
├── InputError        an input cannot be read; says which, why, and what helps
├── EvidenceError     words that are not where they are said to be
├── CodecError        plain data that does not fit the type it should become
├── LanguageError     a language model is missing or does not fit
├── StoreError        a record file cannot be opened, read or written
│   └── NotFoundError a lookup failed; lists what there is
└── SettingsError     a setting has no sense
"""

from __future__ import annotations

from collections.abc import Iterable


class CrossreadError(Exception):
    """Base of all errors that a caller may want to handle."""


class InputError(CrossreadError):
    """An input cannot be read.

    `where` names the input as the user knows it, `reason` says what is wrong
    with it and `remedy` what the user can do.
    """

    def __init__(self, where: str, reason: str, remedy: str = "") -> None:
        super().__init__(f"{where}: {reason}" + (f" ({remedy})" if remedy else ""))
        self.where = where
        self.reason = reason
        self.remedy = remedy


class EvidenceError(CrossreadError):
    """A span or its words do not fit the article they point into."""


class CodecError(CrossreadError):
    """Plain data does not fit the type it should become."""


class LanguageError(CrossreadError):
    """A language model is missing, broken, or of an unknown scheme."""


class StoreError(CrossreadError):
    """A record file cannot be opened, read or written."""


class NotFoundError(StoreError):
    """A lookup failed; the message lists the valid names."""

    def __init__(self, what: str, name: str, valid: Iterable[str] = ()) -> None:
        known = ", ".join(valid)
        super().__init__(f"no {what} {name!r}" + (f"; there are: {known}" if known else ""))
        self.name = name


class SettingsError(CrossreadError):
    """A setting has a value that makes no sense."""
