"""Which backend serves a model name. Importing this loads no model and no model library."""

from __future__ import annotations

from crossread.errors import LanguageError
from crossread.language.protocol import LanguageBackend
from crossread.language.shipped import FOLDER, shipped


def open_backend(name: str) -> LanguageBackend:
    """Return the backend for a language model by its name: a shipped model, or an installed spaCy pipeline.

    Raises LanguageError, which lists the models there are, for an unknown one.
    """
    if name in shipped():
        from crossread.language.onnx_backend import OnnxBackend

        return OnnxBackend(FOLDER / name)
    try:
        from crossread.language.spacy_backend import SpacyBackend
    except ModuleNotFoundError as missing:
        raise LanguageError(
            f"no language model {name!r}; there are: {', '.join(shipped())}. For a spaCy pipeline, install spaCy with"
            " pip install 'crossread[spacy]', and the pipeline beside it"
        ) from missing
    return SpacyBackend(name)
