"""Claims: assertions aligned over the accounts, with who says them and how independent they are."""

from crossread.compare.claims.aligning import align

__all__ = ["align"]
