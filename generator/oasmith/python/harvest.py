"""The examples of a description, taken apart: one value for each property."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias, assert_never, cast

from ..ir.api import Content
from ..ir.decls import Access, Field, Struct, Union, Usage
from ..ir.names import DeclId, FieldId
from ..ir.paging import (
    Cursor,
    LastItem,
    LinkHeader,
    NextUrl,
    Offset,
    PageNumber,
    PropertyPath,
    Way,
)
from ..ir.types import ListOf, MapOf, Nullable, Ref, Type
from .context import Context, beyond_aliases, struct_fields
from .plausible import is_plausible, made_up

__all__ = ["Harvest", "harvest"]

Harvest: TypeAlias = Mapping[DeclId, Mapping[str, object]]
"""By struct, then by the wire name of a property it declares."""

_MOST_ITEMS = 2


def harvest(context: Context) -> Harvest:
    """An example for each property of an answer that types alone say too little of.

    Those of properties themselves go before those of what they are part of, and these
    before values made up from a format or a pattern. What does not fit the type or
    breaks a rule is left out, as is what is long. Above all, what can be waited for is
    done and lists end with their first page: examples never come to another end.
    """
    reaper = _Reaper(context)
    ends = _ends(context)
    for struct in reaper.structs:
        for one in struct.fields:
            reaper.reap(struct.id, one, ends.get((struct.id, one.wire)))
    for struct in reaper.structs:
        for one in struct.fields:
            for example in (*one.doc.examples, one.default):
                reaper.reap(struct.id, one, example)
    for struct in reaper.structs:
        for example in struct.doc.examples:
            reaper.gather(Ref(struct.id), example)
    for content in _contents(context):
        for example in () if content.type is None else content.examples:
            reaper.gather(content.type, example)
    for struct in reaper.structs:
        for one in struct.fields:
            reaper.reap(struct.id, one, made_up(one.type, one.limits))
    return reaper.found


def _ends(context: Context) -> Mapping[FieldId, object]:
    """What says that waiting and lists are at their end, by the fields that hold it."""
    found: dict[FieldId, object] = {}
    for operation in context.operations():
        waiter, paging = operation.waiter, operation.paging
        if waiter is not None and waiter.field and waiter.done:
            found[waiter.field[-1]] = waiter.done[0]
        if paging is not None:
            told = [(paging.more, False), *_last_page(paging.way)]
            found.update({path[-1]: value for path, value in told if path})
    return found


def _last_page(way: Way) -> list[tuple[PropertyPath, object]]:
    """What the only page of a list says of its place there."""
    match way:
        case Cursor(next=path) | NextUrl(next=path):
            return [(path, "")]
        case PageNumber(total=total, pages=pages):
            return [(total, 1), (pages, 1)]
        case Offset(total=total):
            return [(total, 1)]
        case LastItem() | LinkHeader():
            return []
        case _:
            assert_never(way)


def _contents(context: Context) -> Iterator[Content]:
    for operation in context.operations():
        for response in operation.responses:
            yield from response.contents


class _Reaper:
    """Takes values apart by their types."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._all: dict[DeclId, dict[str, object]] = {}
        self.structs: list[Struct] = [
            one
            for one in context.decls.values()
            if isinstance(one, Struct) and one.usage in (Usage.RESPONSE, Usage.BOTH)
        ]

    @property
    def found(self) -> Harvest:
        """What was found, in the order of the declarations and their fields."""
        told: dict[DeclId, dict[str, object]] = {}
        for struct in self.structs:
            own = self._all.get(struct.id, {})
            kept = {one.wire: own[one.wire] for one in struct.fields if one.wire in own}
            if kept:
                told[struct.id] = kept
        return told

    def gather(self, type_: Type | None, value: object) -> None:
        """Take from an example of a type what it says of properties."""
        end = None if type_ is None else beyond_aliases(type_, self._context)
        match end:
            case Nullable(inner):
                self.gather(inner, value)
            case ListOf(item) if isinstance(value, list):
                for one in cast("list[object]", value)[:1]:
                    self.gather(item, one)
            case MapOf(inner) if isinstance(value, dict):
                for one in list(cast("dict[str, object]", value).values())[:1]:
                    self.gather(inner, one)
            case Ref(target) if isinstance(value, dict):
                self._object(target, cast("dict[str, object]", value))
            case _:
                pass

    def _object(self, target: DeclId, value: Mapping[str, object]) -> None:
        decl = self._context.decls[target]
        match decl:
            case Struct():
                for owner, one in struct_fields(decl, self._context):
                    if one.wire in value:
                        self.reap(owner, one, value[one.wire])
                        self.gather(one.type, value[one.wire])
            case Union(tag=tag) if tag is not None:
                named = value.get(tag.property)
                for told, member in tag.mapping:
                    if told == named:
                        self._object(member, value)
                        return
            case _:
                pass

    def reap(self, owner: DeclId, one: Field, value: object) -> None:
        """Keep a value of a property, if there is none yet and it is fit for one."""
        own = self._all.setdefault(owner, {})
        if one.wire in own or value is None or one.access is Access.WRITE:
            return
        if isinstance(value, list):
            value = cast("list[object]", value)[:_MOST_ITEMS]
        if is_plausible(one.type, one.limits, value, self._context):
            own[one.wire] = value
