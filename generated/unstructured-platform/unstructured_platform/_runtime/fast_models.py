"""Models from JSON text by msgspec, for what is wholly as described.

Each model has a mirror: a struct of msgspec's that takes the same properties, no
others, and of each only the JSON type described. What is in a mirror has been checked,
so that straight lines make the model of it: texts with a format by the same functions
as ever, unions and maps by their own decoders. What the mirror or a function refuses is
read in the usual way, which tells drift and errors: so both ways give the same.
"""

from __future__ import annotations

import datetime
import threading
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

_MOST = 100
"""How many models one mirror holds: what is farther away is read in the usual way.

All that can be reached may be thousands of models, and nested beyond Python's stack.
"""

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
        self._plans: dict[type[Model], list[Plan]] = {}
        self._lock = threading.Lock()  # what is half made would seem not to be had

    def reader(self, type_: Any, space: Namespace) -> Make | None:
        """What reads a text as a model or a list of models; None for other types."""
        plan = planner().plan(type_, space)
        held = plan.item or plan
        if held.model is None or "null" in plan.kinds | held.kinds:
            return None
        try:
            with self._lock:
                found = self._mirror(held.model, self._nearest(held.model))
            return None if found is None else self._reading(plan, *found)
        except RecursionError:  # mirrors in mirrors without end, or too little left
            return None

    def _reading(self, plan: Plan, mirror: Any, make: Make) -> Make:
        """What reads a text as a plan of this mirror says."""
        if plan.item is None:
            read: Make = self._msgspec.json.Decoder(mirror).decode
            return lambda text: make(read(text))
        read = self._msgspec.json.Decoder(_list_of(mirror)).decode
        return lambda text: [*map(make, read(text))]

    def _plans_of(self, cls: type[Model]) -> list[Plan]:
        """The plans of the properties of a model."""
        if cls not in self._plans:
            plans = planner()
            rows = shape_of(cls).rows
            self._plans[cls] = [plans.plan(row.type, row.space) for row in rows]
        return self._plans[cls]

    def _nearest(self, cls: type[Model]) -> frozenset[type[Model]]:
        """A model that has no mirror yet, and the nearest of those that it holds."""
        if cls in self._made:
            return frozenset()
        found, begun = [cls], {cls}
        for one in found:  # which grows
            for model in map(_held, self._plans_of(one)):
                if model is None or model in begun:
                    continue
                if len(found) == _MOST:
                    return frozenset(found)
                found.append(model)
                begun.add(model)
        return frozenset(found)

    def _mirror(
        self, cls: type[Model], near: frozenset[type[Model]]
    ) -> tuple[Any, Make] | None:
        """The mirror of a model, and what makes the model of it.

        None where a property tells which subclass it is, where one may be missing that
        is needed, where one has a name that msgspec does not take, and within itself.
        """
        if cls not in self._made:
            if cls not in near:
                return None
            self._made[cls] = None
            rows = shape_of(cls).rows
            told = all(row.need != "required" or row.access != "write" for row in rows)
            if told and tag_of(cls) is None:
                self._made[cls] = self._compile(cls, near)
        return self._made[cls]

    def _compile(
        self, cls: type[Model], near: frozenset[type[Model]]
    ) -> tuple[Any, Make] | None:
        """Write and compile what makes a model of its mirror."""
        shape = shape_of(cls)
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
            plan = self._plans_of(cls)[index]
            type_, made = self._value(f"{index}", plan, near, space, "v")
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
        self,
        key: str,
        plan: Plan,
        near: frozenset[type[Model]],
        space: dict[str, Any],
        name: str,
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
        found = None if plan.model is None else self._mirror(plan.model, near)
        if found is not None:
            mirror, space[f"make{key}"] = found
            return mirror, f"make{key}({name})"
        if plan.item is not None:
            item, made = self._value(f"{key}_", plan.item, near, space, "one")
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


def _held(plan: Plan) -> type[Model] | None:
    """The model that a plan is of, be it in lists."""
    return plan.model if plan.item is None else _held(plan.item)


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
