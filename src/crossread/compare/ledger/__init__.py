"""The ledger: who must answer to whom for what, by when, and what came of it."""

from crossread.compare.ledger.building import build

__all__ = ["build"]
