"""Origins: where wording or a fact comes from, and which words show that."""

from crossread.compare.origins.tracing import Origins, trace

__all__ = ["Origins", "trace"]
