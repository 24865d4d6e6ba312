"""The day of each account, from its metadata or from what the accounts say of their days."""

from crossread.compare.days.solving import dated, solve

__all__ = ["dated", "solve"]
