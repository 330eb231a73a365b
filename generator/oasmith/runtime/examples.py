"""Values made up from types, for answers that nobody told: the same every time."""

from __future__ import annotations

import collections.abc
import copy
import enum
import types
import typing
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from .modeling import Model
from .resolve import Namespace, class_namespace
from .rules import Limits, Rules, flat
from .samples import another, fitting_text, plain
from .shape import Row, lineage, shape_of
from .tagging import Tag, tag_of
from .unset import Unset

__all__ = ["Examples", "Sampler"]

Examples: TypeAlias = Mapping[str, Mapping[str, object]]
"""What the description gives as examples: by class, then by name on the wire."""

_UNIONS = (typing.Union, types.UnionType)
_LISTS = (list, set, frozenset, collections.abc.Sequence, collections.abc.Iterable)
_MAPS = (dict, collections.abc.Mapping)
_NULLS = (None, type(None))
_DEEP = 2
_MANY = 400


class _Endless(Exception):
    """A model that cannot be without another of its kind."""


class Sampler:
    """Makes JSON values that fit types, from examples where there are some."""

    def __init__(self, examples: Examples, limits: Limits) -> None:
        """Take what the description gives as examples, and what it asks of values."""
        self._examples = examples
        self._limits = limits

    def sample(self, type_: Any, space: Namespace, name: str = "value") -> Any:
        """A JSON value of a type; texts in it are named after where they stand.

        Raises:
            TypeError: There is no finite value.
        """
        try:
            return _Sample(self._examples, self._limits).of(type_, space, name, ())
        except _Endless:
            raise TypeError(f"no finite value is a {type_}") from None


class _Sample:
    """One value in the making: the models around, and how much there is already."""

    def __init__(self, examples: Examples, limits: Limits) -> None:
        self._examples = examples
        self._limits = limits
        self._above: tuple[type[Any], ...] = ()
        self._count = 0

    def of(self, type_: Any, space: Namespace, name: str, told: Sequence[Rules]) -> Any:
        """A value of a type, which ``told`` rules apply to."""
        self._count += 1
        if isinstance(type_, typing.ForwardRef):
            type_ = type_.__forward_arg__
        if isinstance(type_, str):
            return self.of(space.evaluate(type_), space, name, told)
        origin: Any = typing.get_origin(type_)
        arguments: tuple[Any, ...] = typing.get_args(type_)
        if origin is typing.Annotated:
            return self._annotated(arguments, space, name, told)
        if origin in _UNIONS:
            return self._union(arguments, space, name, told)
        if origin is typing.Literal:
            return arguments[0]
        if origin is tuple:
            return self._tuple(arguments, space, name)
        if origin in _LISTS or type_ in _LISTS:
            return self._list((*arguments, Any)[0], space, name, told)
        if origin in _MAPS or type_ in _MAPS:
            return self._map((*arguments, str, Any)[1], space, told)
        if isinstance(type_, type) and issubclass(type_, Model):
            return self._object(type_)
        if isinstance(type_, type) and issubclass(type_, enum.Enum):
            listed = type_.__members__.values()
            return next((one.value for one in listed), name)
        return plain(type_, name, told)

    def _annotated(
        self,
        arguments: tuple[Any, ...],
        space: Namespace,
        name: str,
        told: Sequence[Rules],
    ) -> Any:
        for note in arguments[1:]:
            if isinstance(note, Tag) and note.mapping:
                return self._tagged(note, space)
        return self.of(arguments[0], space, name, told)

    def _tagged(self, tag: Tag, space: Namespace) -> Any:
        """An object of the first of several classes that can be made."""
        for value, named in tag.mapping.items():
            try:
                made = self.of(named, space, named, ())
            except _Endless:
                continue
            return {**made, tag.property: value}
        raise _Endless

    def _union(
        self,
        arguments: Sequence[Any],
        space: Namespace,
        name: str,
        told: Sequence[Rules],
    ) -> Any:
        """A value of the first member that can be made, null the last of them."""
        listed = [one for one in arguments if one is not Unset]
        for one in sorted(listed, key=lambda one: one in _NULLS):
            try:
                return self.of(one, space, name, told)
            except _Endless:
                continue
        raise _Endless

    def _tuple(self, arguments: tuple[Any, ...], space: Namespace, name: str) -> Any:
        if len(arguments) > 1 and arguments[-1] is Ellipsis:
            return [self.of(arguments[0], space, name, ())]
        return [
            self.of(one, space, name, ())
            for one in arguments
            if typing.get_origin(one) is not typing.Unpack
            and not getattr(one, "__unpacked__", False)
        ]

    def _list(
        self, item: Any, space: Namespace, name: str, told: Sequence[Rules]
    ) -> Any:
        """One item, or as many as there must be, each another where none may recur."""
        least = max([one.get("minItems", 0) for one in told], default=0)
        most = min([one["maxItems"] for one in told if "maxItems" in one], default=1)
        rules = [one["items"] for one in told if "items" in one]
        unique = any("uniqueItems" in one for one in told)
        made: list[Any] = []
        for at in range(max(least, min(most, 1))):
            try:
                one = self.of(item, space, name, rules)
            except _Endless:
                if least:
                    raise
                return []
            made.append(another(one, at, item) if unique else one)
        return made

    def _map(self, value: Any, space: Namespace, told: Sequence[Rules]) -> Any:
        least = max([one.get("minProperties", 0) for one in told], default=0)
        rules = [
            one["additionalProperties"] for one in told if "additionalProperties" in one
        ]
        names = [one["propertyNames"] for one in told if "propertyNames" in one]
        made: dict[str, Any] = {}
        for at in range(least):
            key = fitting_text(f"key{at or ''}", names)
            made[key] = self.of(value, space, key, rules)
        return made

    def _object(self, cls: type[Model]) -> Any:
        tag = tag_of(cls)
        if tag is not None and cls not in self._above:
            for value, named in tag.mapping.items():
                other: Any = class_namespace(cls).evaluate(named)
                if other is cls:
                    return {**self._properties(cls), tag.property: value}
            around, self._above = self._above, (*self._above, cls)
            try:
                return self._tagged(tag, class_namespace(cls))
            finally:
                self._above = around
        return self._properties(cls)

    def _properties(self, cls: type[Model]) -> dict[str, Any]:
        if self._above.count(cls) > (tag_of(cls) is not None):
            raise _Endless
        around, self._above = self._above, (*self._above, cls)
        names = lineage(cls)
        limits = [self._limits[one] for one in names if one in self._limits]
        given = [self._examples[one] for one in names if one in self._examples]
        made: dict[str, Any] = {}
        try:
            for row in shape_of(cls).rows:
                if row.access == "write":
                    continue
                example = [one[row.wire] for one in given if row.wire in one]
                if example:
                    made[row.wire] = copy.deepcopy(example[0])
                    continue
                told = [one.get("properties", {}).get(row.wire) for one in limits]
                self._property(made, row, [one for one in told if one is not None])
        finally:
            self._above = around
        return made

    def _property(self, made: dict[str, Any], row: Row, told: Sequence[Rules]) -> None:
        """Add a property, but leave it out where it can be and is too much."""
        if row.need == "required":
            made[row.wire] = self.of(row.type, row.space, row.wire, flat(told))
            return
        before = self._count
        if before > _MANY or len(self._above) > _DEEP + 1:
            return
        type_, rules = row.type, flat(told)
        try:
            if typing.get_origin(type_) in _UNIONS:  # its None is no null
                members = [one for one in typing.get_args(type_) if one not in _NULLS]
                made[row.wire] = self._union(members, row.space, row.wire, rules)
            else:
                made[row.wire] = self.of(type_, row.space, row.wire, rules)
        except _Endless:
            self._count = before
