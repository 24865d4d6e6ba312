"""Content ids: the same content has the same id on every machine.

An id is the kind, a hyphen, and 20 hexadecimal digits of the SHA-256 of a
version byte, the kind and the canonical JSON of the parts, so that ("ab", "c")
and ("a", "bc") differ.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date

from crossread.record.span import Evidence

_VERSION = b"\x01"
_DIGITS = 20  # 80 bits: a collision among a billion ids has a chance below one in a million

Part = str | int | float | None | date | list["Part"] | tuple["Part", ...]


def content_id(kind: str, *parts: Part) -> str:
    """Return the id of something of this `kind` made of `parts`."""
    plain = json.dumps([kind, list(parts)], ensure_ascii=False, separators=(",", ":"), default=str)
    digest = hashlib.sha256(_VERSION + plain.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}-{digest[:_DIGITS]}"


def founded_id(kind: str, founding: Evidence, *parts: Part) -> str:
    """Return the id of something that grows from its `founding` evidence."""
    return content_id(kind, founding.article, founding.start, founding.end, *parts)


def bytes_digest(raw: bytes) -> str:
    """Return the full SHA-256 of raw input, in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()
