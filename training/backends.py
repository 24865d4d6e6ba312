"""Which backend serves a model to be measured, given by its folder or its name."""

from __future__ import annotations

from pathlib import Path

from crossread.language.backends import open_backend
from crossread.language.protocol import LanguageBackend

# A file that a folder of each kind has.
_ENCODER, _PIPELINE = "encoder.onnx", "config.cfg"


def open_model(given: str) -> LanguageBackend:
    """Return the backend of a model folder, of a spaCy pipeline's folder, or of a model's name."""
    folder = Path(given)
    if (folder / _ENCODER).is_file():
        from crossread.language.onnx_backend import OnnxBackend

        return OnnxBackend(folder)
    if (folder / _PIPELINE).is_file():
        from crossread.language.spacy_backend import SpacyBackend

        return SpacyBackend(given)
    return open_backend(given)
