"""The language models that come with crossread, each a folder."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "models"


def shipped() -> tuple[str, ...]:
    """Return their names."""
    return tuple(sorted(p.name for p in FOLDER.iterdir() if p.is_dir()))
