"""Standard-library dataclasses whose code is compiled on first use, not on import.

``dataclasses.dataclass`` compiles several functions for every class, about a
millisecond each, and a client imports hundreds of classes to use three. Here the class
is a dataclass at once, and its ``__init__`` is compiled when it is first looked up.
"""

from __future__ import annotations

import dataclasses
import itertools
import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn, TypeVar, dataclass_transform

__all__ = ["Frozen", "equal", "frozen", "install", "show"]

T = TypeVar("T")

_LONG, _BEGINNING = 500, 100
_MANY, _FEW = 20, 5


class LazyInit:
    """Stands for ``__init__`` in a class until it is looked up the first time."""

    def __init__(self, owner: type[Any], frozen: bool) -> None:
        self._owner = owner
        self._frozen = frozen

    def __get__(self, instance: object, owner: type[Any] | None = None) -> Any:
        """Compile the method, put it in the place of this object, and bind it."""
        function = _compile(self._owner, self._frozen)
        type.__setattr__(self._owner, "__init__", function)
        return function.__get__(instance, owner)


def _compile(owner: type[Any], is_frozen: bool) -> Any:
    """The ``__init__`` the standard library makes for the fields of ``owner``."""
    entries: list[tuple[str, Any, Any]] = []
    for one in dataclasses.fields(owner):
        copied: Any = dataclasses.field(
            default=one.default,
            default_factory=one.default_factory,
            kw_only=one.kw_only,
        )
        entries.append((one.name, one.type, copied))
    twin = dataclasses.make_dataclass(
        owner.__name__, entries, repr=False, eq=False, frozen=is_frozen
    )
    function: Any = twin.__dict__["__init__"]
    function.__qualname__ = f"{owner.__qualname__}.__init__"
    function.__module__ = owner.__module__
    return function


def install(cls: type[T], *, kw_only: bool, is_frozen: bool = False) -> type[T]:
    """Make ``cls`` a dataclass with slots, its ``__init__`` compiled on first use."""
    undocumented = cls.__doc__ is None
    if undocumented:
        cls.__doc__ = cls.__name__  # keeps the standard library from computing one
    made = dataclasses.dataclass(
        init=False, repr=False, eq=False, slots=True, kw_only=kw_only
    )(cls)
    if "__init__" not in cls.__dict__:
        type.__setattr__(made, "__init__", LazyInit(made, is_frozen))
    if undocumented:
        import inspect

        signature = str(inspect.signature(made)).replace(" -> None", "")
        made.__doc__ = made.__name__ + signature
    return made


def names(cls: type[Any]) -> tuple[str, ...]:
    """The names of the fields of a dataclass, in order."""
    return tuple(cls.__dataclass_fields__)


def values(cls: type[Any]) -> Callable[[Any], Any]:
    """What reads all fields of an instance at once; made once for a class."""
    made = cls.__dict__.get("__rt_values__")
    if made is None:
        listed = names(cls)
        made = operator.attrgetter(*listed) if listed else _nothing
        type.__setattr__(cls, "__rt_values__", made)
    return made


def _nothing(_: object) -> tuple[()]:
    return ()


def equal(one: Any, other: Any) -> bool:
    """Whether two instances of one dataclass have equal fields."""
    read = values(one.__class__)
    return bool(read(one) == read(other))


def show(instance: Any, rest: str = "") -> str:
    """What ``@dataclass`` would show, long values shortened to fit a screen.

    The field ``rest`` comes last, and only if it holds something.
    """
    fields = [one for one in dataclasses.fields(instance) if one.repr]
    listed = [one.name for one in fields if one.name != rest]
    if len(listed) < len(fields) and getattr(instance, rest):
        listed.append(rest)
    parts = [f"{name}={_short(getattr(instance, name))}" for name in listed]
    return f"{instance.__class__.__qualname__}({', '.join(parts)})"


def _short(value: Any) -> str:
    """What ``repr`` shows, of what is long only the beginning."""
    kind: type[Any] = value.__class__
    if issubclass(kind, (list, tuple)) and len(value) > _MANY:
        return _short_list(value)
    if issubclass(kind, dict) and len(value) > _MANY:
        return _short_table(value)
    if issubclass(kind, (str, bytes, bytearray)) and len(value) > _LONG:
        return f"{value[:_BEGINNING]!r}… ({len(value)} long)"
    return repr(value)


def _short_list(items: Sequence[Any]) -> str:
    some = ", ".join(map(_short, items[:_FEW]))
    return f"[{some}, … ({len(items)} items)]"


def _short_table(table: Mapping[Any, Any]) -> str:
    pairs = itertools.islice(table.items(), _FEW)
    some = ", ".join(f"{key!r}: {_short(one)}" for key, one in pairs)
    return f"{{{some}, … ({len(table)} items)}}"


class Frozen:
    """Base of the immutable records of the runtime."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Show the fields."""
        return show(self)

    def __eq__(self, other: object) -> bool:
        """Compare field by field, within one class."""
        if other.__class__ is not self.__class__:
            return NotImplemented
        return equal(self, other)

    def __hash__(self) -> int:
        """Hash the fields."""
        return hash(values(self.__class__)(self))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse.

        Raises:
            dataclasses.FrozenInstanceError: Always.
        """
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse.

        Raises:
            dataclasses.FrozenInstanceError: Always.
        """
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def __getstate__(self) -> list[Any]:
        """The fields, for pickle and copy."""
        return [getattr(self, name) for name in names(self.__class__)]

    def __setstate__(self, state: list[Any]) -> None:
        """Restore the fields."""
        for name, value in zip(names(self.__class__), state, strict=True):
            object.__setattr__(self, name, value)


@dataclass_transform(frozen_default=True, kw_only_default=True)
def frozen(cls: type[T]) -> type[T]:
    """Make an immutable record of a subclass of ``Frozen``; fields are keyword-only."""
    return install(cls, kw_only=True, is_frozen=True)
