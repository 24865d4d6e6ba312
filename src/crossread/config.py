"""Settings: what a user may choose, stored with each run.

Numbers that were tuned on data are no settings; they stand, named, beside the
code that uses them.
"""

from __future__ import annotations

from dataclasses import dataclass

from crossread.errors import SettingsError

DEFAULT_LANGUAGE_MODEL = "crossread_en"


@dataclass(frozen=True, slots=True)
class Settings:
    """What changes the content of a record, and so is stored with it.

    `max_input_bytes` is the largest input that is read; `language_model` names
    the shipped model, or any installed spaCy pipeline;
    `window_days` is how far apart in time two articles of a story may be.
    """

    max_input_bytes: int = 20_000_000
    language_model: str = DEFAULT_LANGUAGE_MODEL
    window_days: int = 14

    def __post_init__(self) -> None:
        if self.max_input_bytes < 1:
            raise SettingsError(f"max_input_bytes must be positive, not {self.max_input_bytes}")
        if self.window_days < 1:
            raise SettingsError(f"window_days must be positive, not {self.window_days}")
