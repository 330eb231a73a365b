"""Models from JSON text by msgspec, for what is wholly as described.

Each model has a mirror: a struct of msgspec's that takes the same properties, no
others, and of each only the JSON type described. What is in a mirror has been checked,
so that straight lines make the model of it: texts with a format by the same functions
as ever, unions and maps by their own decoders. What the mirror or a function refuses is
read in the usual way, which tells drift and errors: so both ways give the same.
"""

from __future__ import annotations

import datetime
import types
import uuid
from collections.abc import Callable
from typing import Any, TypeAlias

from . import scalars
from .codec_model import planner
from .codec_plan import ANY, Plan
from .drift import Decoding
from .modeling import Model
from .resolve import Namespace
from .shape import Row, shape_of
from .tagging import tag_of
from .unset import UNSET

__all__ = ["Make", "Mirrors"]

Make: TypeAlias = Callable[[Any], Any]
"""From a mirror to the value it mirrors; raises ``UNFIT`` or a ``DecodeError``."""

_UUID = (
    "uuid('\"' + {0} + '\"')"
    " if len({0}) == 36 and {0}[8:24:5] == '----' else refuse()"
)
"""Reads a UUID in its hyphenated form; msgspec would take others."""

_ABSENT = object()
"""Stands for a property that is not there, where null could be."""

_ATOMS: dict[frozenset[type], Any] = {
    frozenset({str}): str,
    frozenset({int}): int,
    frozenset({bool}): bool,
    frozenset({float, int}): int | float,
}


def _strict() -> Decoding:
    return Decoding(strict=True)


def _refuse() -> Any:
    raise ValueError("not as described")


class Mirrors:
    """The mirrors of models, each made once."""

    def __init__(self, msgspec: Any) -> None:
        """Take the library."""
        self._msgspec = msgspec
        self._uuid: Make = msgspec.json.Decoder(uuid.UUID).decode
        self._made: dict[type[Model], tuple[Any, Make] | None] = {}

    def reader(self, type_: Any, space: Namespace) -> Make | None:
        """What reads a text as a model or a list of models; None for other types."""
        plan = planner().plan(type_, space)
        held = plan.item or plan
        found = None if held.model is None else self._mirror(held.model)
        if found is None or "null" in plan.kinds | held.kinds:
            return None
        mirror, make = found
        if plan.item is None:
            read: Make = self._msgspec.json.Decoder(mirror).decode
            return lambda text: make(read(text))
        read = self._msgspec.json.Decoder(_list_of(mirror)).decode
        return lambda text: [*map(make, read(text))]

    def _mirror(self, cls: type[Model]) -> tuple[Any, Make] | None:
        """The mirror of a model, and what makes the model of it.

        None where a property tells which subclass it is, where one may be missing that
        is needed, where one has a name that msgspec does not take, and within itself.
        """
        if cls not in self._made:
            self._made[cls] = None
            rows = shape_of(cls).rows
            told = all(row.need != "required" or row.access != "write" for row in rows)
            if told and tag_of(cls) is None:
                self._made[cls] = self._compile(cls)
        return self._made[cls]

    def _compile(self, cls: type[Model]) -> tuple[Any, Make] | None:
        """Write and compile what makes a model of its mirror."""
        shape, plans = shape_of(cls), planner()
        space: dict[str, Any] = {
            "CLASS": cls,
            "NEW": cls.__new__,
            "ABSENT": _ABSENT,
            "UNSET": UNSET,
            "strict": _strict,
            "refuse": _refuse,
        }
        lines = [
            "def make(mirror):",
            "    self = NEW(CLASS)",
            "    self.__rt_odd__ = None",
        ]
        fields: list[tuple[str, Any, Any]] = []
        for index, row in enumerate(shape.rows):
            plan = plans.plan(row.type, row.space)
            type_, made = self._value(f"{index}", plan, space, "v")
            fields.append(self._field(index, row, plan, type_))
            lines += _lines(index, row, plan, type_, made)
        if shape.extra is not None:
            lines.append(f"    self.{shape.extra.name} = {{}}")
        lines.append("    return self")
        text = "\n".join(lines)
        exec(compile(text, f"<mirror of {cls.__qualname__}>", "exec"), space)
        try:
            mirror = self._msgspec.defstruct(
                cls.__name__, fields, kw_only=True, forbid_unknown_fields=True, gc=False
            )
        except ValueError:  # it takes no names that have to be escaped
            return None
        return mirror, space["make"]

    def _value(
        self, key: str, plan: Plan, space: dict[str, Any], name: str
    ) -> tuple[Any, str]:
        """The type that mirrors a plan but for null, and what makes its value."""
        if plan.parse is scalars.parse_date:
            return datetime.date, name  # it takes the same texts
        if plan.parse is scalars.parse_uuid:
            space["uuid"] = self._uuid
            return str, _UUID.format(name)
        if plan.fits in _ATOMS:
            space[f"parse{key}"] = plan.parse
            made = name if plan.parse is None else f"parse{key}({name})"
            return _ATOMS[plan.fits], made
        found = None if plan.model is None else self._mirror(plan.model)
        if found is not None:
            mirror, space[f"make{key}"] = found
            return mirror, f"make{key}({name})"
        if plan.item is not None:
            item, made = self._value(f"{key}_", plan.item, space, "one")
            if "null" in plan.item.kinds and item is not Any:
                item, made = _or_null(item), f"None if one is None else {made}"
            if made == "one":
                return _list_of(item), name
            return _list_of(item), f"[{made} for one in {name}]"
        space[f"decode{key}"] = plan.decode
        return Any, name if plan is ANY else f"decode{key}({name}, None, strict())"

    def _field(
        self, index: int, row: Row, plan: Plan, type_: Any
    ) -> tuple[str, Any, Any]:
        """The field of a mirror for a property."""
        if row.need == "required":
            default = self._msgspec.NODEFAULT
        else:
            default = _ABSENT if type_ is Any else row.absent
        if "null" in plan.kinds and row.need != "optional" and type_ is not Any:
            type_ = _or_null(type_)
        about = self._msgspec.field(name=row.wire, default=default)
        return f"f{index}", type_, about


def _list_of(item: Any) -> Any:
    return types.GenericAlias(list, (item,))


def _or_null(type_: Any) -> Any:
    return type_ | None


def _lines(index: int, row: Row, plan: Plan, type_: Any, made: str) -> list[str]:
    """The lines that make one attribute."""
    put, absent = f"self.{row.name} =", repr(row.absent)
    if type_ is not Any:
        if made == "v":
            return [f"    {put} mirror.f{index}"]
        whole = row.need == "required" and "null" not in plan.kinds
        guard = "" if whole else "v if v is None or v is UNSET else "
        return [f"    v = mirror.f{index}", f"    {put} {guard}{made}"]
    if row.need == "required":
        return [f"    v = mirror.f{index}", f"    {put} {made}"]
    null = "refuse() if v is None else " if row.need == "optional" else ""
    return [
        f"    v = mirror.f{index}",
        f"    {put} {absent} if v is ABSENT else {null}{made}",
    ]
