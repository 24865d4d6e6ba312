"""Which backend serves a model name. Importing this loads no model and no model library."""

from __future__ import annotations

from pathlib import Path

from crossread.errors import LanguageError
from crossread.language.protocol import LanguageBackend

SHIPPED = Path(__file__).parent / "models"


def shipped() -> tuple[str, ...]:
    """Return the names of the models that come with crossread."""
    return tuple(sorted(p.name for p in SHIPPED.iterdir() if p.is_dir()))


def open_backend(name: str) -> LanguageBackend:
    """Return the backend for a language model by its name: a shipped model, or an installed spaCy pipeline.

    Raises LanguageError, which lists the models there are, for an unknown one.
    """
    if name in shipped():
        from crossread.language.onnx_backend import OnnxBackend

        return OnnxBackend(SHIPPED / name)
    try:
        from crossread.language.spacy_backend import SpacyBackend
    except ModuleNotFoundError as missing:
        raise LanguageError(
            f"no language model {name!r}; there are: {', '.join(shipped())}. For a spaCy pipeline, install spaCy with"
            " pip install 'crossread[spacy]', and the pipeline beside it"
        ) from missing
    return SpacyBackend(name)
