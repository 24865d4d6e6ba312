"""Frozen dataclasses to plain data (what JSON can hold) and back.

`to_plain` and `from_plain` are inverse for every record type: dataclasses,
enumerations, dates, tuples, and optional fields. Fields at their default are
left out when `compact`.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from crossread.errors import CodecError

T = TypeVar("T")
Decoder = Callable[[Any], Any]


def to_plain(value: Any, *, compact: bool = False) -> Any:
    """Return `value` as dicts, lists, strings, numbers, booleans and None."""
    if value is None or (isinstance(value, str | int | float) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [to_plain(item, compact=compact) for item in value]
    if isinstance(value, date):  # datetime too
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            name: to_plain(item, compact=compact)
            for name, default in _fields(type(value))
            for item in (getattr(value, name),)
            if not (compact and _same(item, default))
        }
    raise CodecError(f"cannot encode {type(value).__name__}")


def from_plain(kind: type[T], plain: Any) -> T:
    """Return the `kind` that `plain` encodes.

    Raises CodecError naming the field that does not fit.
    """
    return typing.cast("T", _decoder(typing.cast("Any", kind))(plain))


def _same(value: Any, default: Any) -> bool:
    return default is not dataclasses.MISSING and type(value) is type(default) and value == default


@cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in dataclasses.fields(kind))


@cache
def _decoder(kind: Any) -> Decoder:
    origin = typing.get_origin(kind)
    if origin is tuple:
        return _tuple_decoder(typing.get_args(kind))
    if origin in (types.UnionType, typing.Union):
        return _optional_decoder(typing.get_args(kind))
    if dataclasses.is_dataclass(kind):
        return _dataclass_decoder(typing.cast("type", kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda plain: _checked(kind, plain)
    if kind is datetime or kind is date:
        return lambda plain: _checked(kind.fromisoformat, plain)
    if kind is float:
        return lambda plain: float(_expect((int, float), plain))
    if kind in (str, int, bool):
        return lambda plain: _expect((kind,), plain)
    raise CodecError(f"cannot decode {kind}")


def _checked(make: Callable[[Any], Any], plain: Any) -> Any:
    try:
        return make(plain)
    except (ValueError, TypeError) as wrong:
        raise CodecError(str(wrong)) from wrong


def _expect(kinds: tuple[type, ...], plain: Any) -> Any:
    if not isinstance(plain, kinds) or (isinstance(plain, bool) and bool not in kinds):
        raise CodecError(f"expected {kinds[0].__name__}, found {type(plain).__name__}")
    return plain


def _tuple_decoder(args: tuple[Any, ...]) -> Decoder:
    if len(args) == 2 and args[1] is Ellipsis:
        each = _decoder(args[0])
        return lambda plain: tuple(map(each, _expect((list,), plain)))
    every = [_decoder(arg) for arg in args]

    def decode(plain: Any) -> Any:
        if len(_expect((list,), plain)) != len(every):
            raise CodecError(f"expected {len(every)} items, found {len(plain)}")
        return tuple(decode_one(item) for decode_one, item in zip(every, plain, strict=True))

    return decode


def _optional_decoder(args: tuple[Any, ...]) -> Decoder:
    inner = [arg for arg in args if arg is not type(None)]
    if len(inner) != 1 or len(inner) == len(args):
        raise CodecError(f"cannot decode a union of {args}")
    decode = _decoder(inner[0])
    return lambda plain: None if plain is None else decode(plain)


def _dataclass_decoder(kind: type) -> Decoder:
    hints = typing.get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind)]
    decoders: dict[str, Decoder] = {}  # filled at first use: a type may contain itself

    def decode(plain: Any) -> Any:
        if not decoders:
            decoders.update((name, _decoder(hints[name])) for name in names)
        given = _expect((dict,), plain)
        values: dict[str, Any] = {}
        for name, item in given.items():
            if name not in decoders:
                raise CodecError(f"{kind.__name__} has no field {name!r}")
            try:
                values[name] = decoders[name](item)
            except CodecError as wrong:
                raise CodecError(f"{kind.__name__}.{name}: {wrong}") from wrong
        try:
            return kind(**values)
        except TypeError as wrong:
            raise CodecError(f"{kind.__name__}: {wrong}") from wrong

    return decode
