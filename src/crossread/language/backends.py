"""Which backend serves a model name. Importing this loads no model and no model library."""

from __future__ import annotations

from crossread.language.protocol import LanguageBackend


def open_backend(name: str) -> LanguageBackend:
    """Return the backend for a language model by its name.

    Raises LanguageError, which lists the models there are, for an unknown one.
    """
    from crossread.language.spacy_backend import SpacyBackend

    return SpacyBackend(name)
