"""What a model looks like on the wire: one row for each field."""

from __future__ import annotations

import dataclasses
import enum
import itertools
import types
import typing
from typing import Any

from .modeling import EXTRA, Model, Need
from .resolve import Namespace, field_types
from .unset import UNSET, Unset

__all__ = ["Row", "Shape", "lineage", "shape_of"]


class Row:
    """One field: its names, whether it is needed, where it travels, what it holds."""

    __slots__ = (
        "access",
        "default",
        "mandatory",
        "name",
        "need",
        "space",
        "type",
        "wire",
    )

    def __init__(
        self, field: dataclasses.Field[Any], type_: Any, space: Namespace
    ) -> None:
        self.name = field.name
        self.wire: str = field.metadata.get("wire", field.name)
        self.access: str = field.metadata.get("access", "both")
        self.type = type_
        self.space = space
        default: Any = field.default
        self.default = default
        self.mandatory = default is dataclasses.MISSING
        self.need: Need = field.metadata.get("need", "required")
        if default is None:
            self.need = "optional"
        elif isinstance(default, Unset):
            self.need = "unset"

    @property
    def absent(self) -> Unset | None:
        """What the attribute reads where the property is not there."""
        return UNSET if self.need == "unset" else None


def _listed(type_: Any) -> tuple[Any, ...] | None:
    """The values a type lists, null among them; None where it lists none."""
    origin = typing.get_origin(type_)
    if origin is typing.Literal:
        return typing.get_args(type_)
    if origin in (typing.Union, types.UnionType):
        parts = [one for one in typing.get_args(type_) if one is not Unset]
        found = [(None,) if one is type(None) else _listed(one) for one in parts]
        told = [one for one in found if one is not None]
        return tuple(itertools.chain(*told)) if len(told) == len(found) else None
    if isinstance(type_, type) and issubclass(type_, enum.Enum):
        return tuple(member.value for member in type_.__members__.values())
    return None


class Shape:
    """The rows of a model, and what a union wants to know of it."""

    __slots__ = ("constants", "extra", "required", "rows", "wires")

    def __init__(self, cls: type[Any]) -> None:
        self.rows: list[Row] = []
        self.extra: Row | None = None
        self.constants: dict[str, tuple[Any, ...]] = {}
        for field, type_, space in field_types(cls):
            row = Row(field, type_, space)
            if EXTRA in field.metadata:
                self.extra = row
                continue
            self.rows.append(row)
            listed = _listed(type_)
            if listed is not None:
                self.constants[row.wire] = listed
        self.wires = frozenset(row.wire for row in self.rows)
        self.required = frozenset(
            row.wire
            for row in self.rows
            if row.need == "required" and row.access != "write"
        )


def lineage(cls: type[Any]) -> list[str]:
    """The names of a model and of the models it is made of, its own first."""
    return [one.__name__ for one in cls.__mro__ if dataclasses.is_dataclass(one)]


def shape_of(cls: type[Any]) -> Shape:
    """The shape of a model; made once for a class.

    Raises:
        TypeError: An annotation names no type.
    """
    made: Shape | None = cls.__dict__.get("__rt_shape__")
    if made is None:
        if not issubclass(cls, Model) or not dataclasses.is_dataclass(cls):
            raise TypeError(f"{cls.__qualname__} is no model")
        made = Shape(cls)
        type.__setattr__(cls, "__rt_shape__", made)
    return made
