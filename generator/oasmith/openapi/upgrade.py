"""Older versions rewritten as OpenAPI 3.1, as data: 2.0 to 3.0, 3.0 to 3.1."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from ..source.document import Document, JsonValue
from ..source.pointer import Pointer
from ..source.values import Frozen, replace
from .files import Files
from .links import Links
from .remark import Remark
from .rewrite import Handler, JsonObject, Rewriting, rewrite_tree
from .structure import GRAMMAR_3, Kind
from .trace import Address, Trace
from .upgrade_schema import mended_31, schema_31

__all__ = ["Upgraded", "moved", "upgrade"]


class Upgraded(Frozen):
    """Every file's value in the shapes of 3.1 or 3.2, and how that came about.

    ``entries`` are what references make part of the description, in each file's
    new shape, the root among them. ``traces`` in the order of rewriting.
    ``renamed`` maps the file and text of a rewritten ``$ref`` to what the user
    wrote.
    """

    trees: Mapping[str, JsonValue]
    entries: Mapping[str, Mapping[Pointer, Kind]]
    traces: tuple[Trace, ...]
    renamed: Mapping[tuple[str, str], str]
    remarks: tuple[Remark, ...]


def upgrade(files: Files, links: Links, family: str) -> Upgraded:
    """All files in the shapes of 3.1; those of 3.1 and 3.2 as they are.

    Things other than objects of the specification (examples, defaults, enums,
    extensions) are never touched, nor are files changed in place.
    """
    trees = {key: document.value for key, document in files.documents.items()}
    match family:
        case "2.0":
            # Imported here: it is of five modules, and most descriptions are younger.
            from .swagger import Swagger  # noqa: PLC0415

            swagger = Swagger(files, links)
            older, entries = swagger.rewrite(trees)
            newer, trace, remarks = _to_31(older, entries)
            found = (
                replace(remark, at=swagger.trace.original(remark.at))
                for remark in remarks
            )
            return Upgraded(
                newer,
                moved(entries, trace),
                (swagger.trace, trace),
                swagger.renamed,
                (*swagger.remarks, *found),
            )
        case "3.0":
            entries = _with_root(links.entries)
            newer, trace, remarks = _to_31(trees, entries)
            now = moved(entries, trace)
            return Upgraded(newer, now, (trace,), {}, tuple(remarks))
        case _ if any(map(_has_older_words, files.documents.values())):
            entries = _with_root(links.entries)
            newer, trace, remarks = _rewritten(trees, entries, mended_31, {})
            now = moved(entries, trace)
            return Upgraded(newer, now, (trace,), {}, tuple(remarks))
        case _:
            return Upgraded(trees, _with_root(links.entries), (), {}, ())


def _has_older_words(document: Document) -> bool:
    """Whether it pays to look for what 3.1 has done away with."""
    return "nullable" in document.text or "exclusive" in document.text


def _with_root(
    entries: Mapping[str, Mapping[Pointer, Kind]],
) -> dict[str, dict[Pointer, Kind]]:
    result = {file: dict(found) for file, found in entries.items()}
    result.setdefault("", {})[()] = Kind.OPENAPI
    return result


def moved(
    entries: Mapping[str, Mapping[Pointer, Kind]], trace: Trace
) -> dict[str, dict[Pointer, Kind]]:
    """The entries of every file, where they stand after a rewriting."""
    return {
        file: {
            trace.current(Address(file, pointer)).pointer: kind
            for pointer, kind in found.items()
        }
        for file, found in entries.items()
    }


def _to_31(
    trees: Mapping[str, JsonValue], entries: Mapping[str, Mapping[Pointer, Kind]]
) -> tuple[dict[str, JsonValue], Trace, list[Remark]]:
    return _rewritten(trees, entries, schema_31, {Kind.OPENAPI: _root_31})


_SchemaHandler: TypeAlias = Callable[
    [JsonObject, Address, Trace, list[Remark]], JsonObject
]


def _rewritten(
    trees: Mapping[str, JsonValue],
    entries: Mapping[str, Mapping[Pointer, Kind]],
    of_schemas: _SchemaHandler,
    others: Mapping[Kind, Handler],
) -> tuple[dict[str, JsonValue], Trace, list[Remark]]:
    trace = Trace()
    remarks: list[Remark] = []

    def schema(value: JsonObject, at: Address) -> JsonObject:
        return of_schemas(value, at, trace, remarks)

    rewriting = Rewriting(GRAMMAR_3, {**others, Kind.SCHEMA: schema}, trace)
    newer = {
        file: rewrite_tree(rewriting, file, tree, entries.get(file, {}))
        for file, tree in trees.items()
    }
    return newer, trace, remarks


def _root_31(root: JsonObject, at: Address) -> JsonObject:
    return {**root, "openapi": "3.1.0"}
