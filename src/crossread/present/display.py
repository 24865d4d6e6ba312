"""Making any text safe to look at: what would act on a screen instead of being read is made visible."""

from __future__ import annotations

import re

# Control characters (a terminal obeys them, a page drops or refuses them), halves of surrogate pairs
# (no file can hold them), non-characters, and marks that turn the direction of what follows.
_ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_REPLACEMENT = "\ufffd"


def visible(text: str) -> str:
    """Return `text` with each acting character replaced by U+FFFD, so that positions keep.

    Line breaks and tabs stay.
    """
    return _ACTING.sub(_REPLACEMENT, text.replace("\r\n", " \n").replace("\r", "\n"))
