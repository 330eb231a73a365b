"""The structural check: each file as written against the specification's own schema."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Report
from ..source.document import JsonValue
from ..source.pointer import Place, Pointer
from ..source.values import Growing, replace
from .files import Files
from .findings import Finding, most_specific
from .links import Links
from .structure import Kind

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError

__all__ = ["check_structure"]

_DEFINITIONS: Mapping[str, Mapping[Kind, str]] = {
    "2.0": {
        Kind.PATH_ITEM: "definitions/pathItem",
        Kind.PARAMETER: "definitions/parameter",
        Kind.RESPONSE: "definitions/response",
        Kind.SCHEMA: "definitions/schema",
    },
    "3.0": {
        Kind.PATH_ITEM: "definitions/PathItem",
        Kind.PARAMETER: "definitions/Parameter",
        Kind.RESPONSE: "definitions/Response",
        Kind.REQUEST_BODY: "definitions/RequestBody",
        Kind.HEADER: "definitions/Header",
        Kind.SCHEMA: "definitions/Schema",
    },
    "3.1": {
        Kind.PATH_ITEM: "$defs/path-item",
        Kind.PARAMETER: "$defs/parameter",
        Kind.RESPONSE: "$defs/response",
        Kind.REQUEST_BODY: "$defs/request-body",
        Kind.HEADER: "$defs/header",
        Kind.SCHEMA: "$defs/schema",
    },
}
"""Where a version's schema describes what another file may hold."""


class _Checker(Growing):
    """The compiled schemas of one version, made when first needed."""

    family: str
    schema: dict[str, JsonValue]
    compiled: dict[Kind, Callable[[JsonValue], Iterator[ValidationError]] | None]

    def errors(self, value: JsonValue, kind: Kind) -> Iterator[Finding]:
        """What is wrong with an object of a kind; nothing for kinds without schema."""
        if kind not in self.compiled:
            self.compiled[kind] = self._compile(kind)
        check = self.compiled[kind]
        if check is None:
            return
        try:
            for error in check(value):
                yield from most_specific(error, self.schema)
        except ValueError:
            # Numbers JSON does not have (.inf): the passes say so where it matters.
            return

    def _compile(
        self, kind: Kind
    ) -> Callable[[JsonValue], Iterator[ValidationError]] | None:
        # Imported here: 20 ms, which a run that finds nothing changed need not spend.
        import jsonschema_rs  # noqa: PLC0415

        schema = self.schema
        if kind is not Kind.OPENAPI:
            family = "3.1" if self.family == "3.2" else self.family
            path = _DEFINITIONS[family].get(kind)
            if path is None:
                return None
            kept = ("$schema", "definitions", "$defs")
            schema = {key: part for key, part in schema.items() if key in kept}
            schema["allOf"] = [{"$ref": f"#/{path}"}]
        return jsonschema_rs.validator_for(schema).iter_errors


def check_structure(files: Files, links: Links, family: str, report: Report) -> None:
    """Reports where a file breaks the schema of its version; never stops anything.

    Parts of other files are checked as what references make of them. The
    schemas are those openapi-spec-validator brings along.
    """
    schema = _schema(family)
    if schema is None:
        report.add(
            "DOC012",
            Place(files.shown("")),
            f"the installed openapi-spec-validator does not know OpenAPI {family}",
            hint="update openapi-spec-validator",
        )
        return
    if _dialect(files) in _DIALECTS:
        schema = _with_json_schema(schema)
    checker = _Checker(family, schema, {})
    told = {
        (fault.reference.at.file, fault.reference.at.pointer) for fault in links.faults
    }
    checked: list[tuple[str, Mapping[Pointer, Kind]]] = [("", {(): Kind.OPENAPI})]
    for file, entries in (*checked, *links.entries.items()):
        shown = files.shown(file)
        for finding in _findings(checker, files, file, entries):
            if (file, finding.pointer) not in told:
                place = Place(shown, finding.pointer, finding.on_key)
                report.add("DOC003", place, finding.message, hint=finding.hint)


def _schema(family: str) -> dict[str, JsonValue] | None:
    """The schema of a version; None where the installed package does not have it."""
    # Found without importing the package, which costs a third of a second.
    package = find_spec("openapi_spec_validator")
    if package is None or package.origin is None:
        return None
    folder = Path(package.origin).parent / "resources" / "schemas"
    file = folder / f"v{family}" / "schema.json"
    if not file.is_file():
        return None
    schema: dict[str, JsonValue] = json.loads(file.read_text(encoding="utf-8"))
    return _with_path_items(schema)


_JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema"

_DIALECTS = (
    "",
    _JSON_SCHEMA,
    "https://spec.openapis.org/oas/3.1/dialect/base",
    "https://spec.openapis.org/oas/3.2/dialect/base",
)
"""The ``jsonSchemaDialect``s that are JSON Schema 2020-12 and what OpenAPI adds."""


def _dialect(files: Files) -> str:
    root = files.root.value
    written = root.get("jsonSchemaDialect", "") if isinstance(root, dict) else ""
    return written if isinstance(written, str) else ""


def _with_json_schema(schema: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """The schema, with that of JSON Schema for every schema, which it leaves out."""
    parts = schema.get("$defs")
    if not isinstance(parts, dict) or "schema" not in parts:
        return schema
    inside: JsonValue = {"$dynamicAnchor": "meta", "$ref": _JSON_SCHEMA}
    return {**schema, "$defs": {**parts, "schema": inside}}


def _with_path_items(schema: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """The schema, with fields beside the ``$ref`` of a path item.

    It takes a path item's reference for a Reference Object, which the text of the
    specification does not (3.1.2, "Path Item Object").
    """
    parts = schema.get("$defs")
    item = parts.get("path-item") if isinstance(parts, dict) else None
    known = item.get("properties") if isinstance(item, dict) else None
    if not (
        isinstance(parts, dict)
        and "path-item-or-reference" in parts
        and isinstance(item, dict)
        and isinstance(known, dict)
    ):
        return schema
    wider: JsonValue = {**item, "properties": {**known, "$ref": {"type": "string"}}}
    either: JsonValue = {"$ref": "#/$defs/path-item"}
    changed = {"path-item": wider, "path-item-or-reference": either}
    return {**schema, "$defs": {**parts, **changed}}


def _findings(
    checker: _Checker, files: Files, file: str, entries: Mapping[Pointer, Kind]
) -> Iterator[Finding]:
    """What is wrong in one file, save in what was a reference to a whole section."""
    tree = files.value(file)
    spread = files.sections.get(file, ())
    for pointer, kind in entries.items():
        value = _at(tree, pointer)
        if kind is not Kind.PATH_ITEM and isinstance(value, dict) and "$ref" in value:
            # What it leads to has its own turn.
            continue
        for finding in checker.errors(value, kind):
            at = (*pointer, *finding.pointer)
            if at[-1:] == ("$recursiveAnchor",):
                # Draft 2019-09 has it true or false, and it is understood.
                continue
            if not any(at[: len(section)] == section for section in spread):
                yield replace(finding, pointer=at)


def _at(tree: JsonValue, pointer: Pointer) -> JsonValue:
    for token in pointer:
        if isinstance(tree, dict):
            tree = tree.get(token)
        elif isinstance(tree, list):
            tree = tree[int(token)]
    return tree
