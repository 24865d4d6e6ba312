"""Pure functions of an account that several parts of the comparison ask the same.

Whether a sentence stands alone is asked by claims, timeline and brief, for each clause of it; the answer is kept
with the account.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from crossread.record.annotation import Account

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


def once(
    function: Callable[Concatenate[Account, _Given], _Result],
) -> Callable[Concatenate[Account, _Given], _Result]:
    """Let a pure function of an account, and of hashable arguments, work out each of its answers once."""
    name = f"{function.__module__}.{function.__qualname__}"  # a word, so that accounts can still be pickled

    @wraps(function)
    def known(account: Account, /, *given: _Given.args, **named: _Given.kwargs) -> _Result:
        told: dict[Any, _Result] = account.worked_out
        key = (name, given, *named.items())
        if key not in told:
            told[key] = function(account, *given, **named)
        return told[key]

    return known
