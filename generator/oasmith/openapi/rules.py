"""Our own rules: what the specification says in words and its schema does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..diagnostics import Effect, Report
from ..source.nearest import nearest
from ..source.pointer import Place
from ..source.quiet import collector_paused
from ..source.values import Frozen
from .description import Description
from .node import Node
from .structure import METHODS, Kind

__all__ = ["check_rules"]

_PARTS_OF_OTHERS = frozenset(("allOf", "anyOf", "oneOf", "not", "if", "then", "else"))
_NAME = re.compile(r"\{([^{}]+)\}")


class _Operation(Frozen):
    """An operation, its path item and its path."""

    path: str
    method: str
    node: Node
    item: Node


def check_rules(description: Description, report: Report) -> None:
    """Reports what breaks a rule; each rule looks at the upgraded description."""
    with collector_paused():
        _check_all(description, report)


def _check_all(description: Description, report: Report) -> None:
    operations = list(_operations(description))
    _unique_ids(operations, report)
    _unique_paths(description, report)
    for operation in operations:
        _template(description, operation, report)
    for event in _events(description, operations):
        declared, _ = _declared(description, event)
        _without_place(declared, event, report)
    for node, kind in description.objects():
        if kind is Kind.SCHEMA:
            _other_types(node, report)
            _required(node, report)
        elif kind is Kind.PATH_ITEM or kind is Kind.OPERATION:
            _unique_parameters(description, node, report)


def _operations(description: Description) -> Iterator[_Operation]:
    paths = description.root.get("paths")
    for path, written in () if paths is None else paths.items():
        if not path.startswith("x-"):
            yield from _of_item(description, path, written)


def _events(
    description: Description, operations: Sequence[_Operation]
) -> Iterator[_Operation]:
    """Those of webhooks and callbacks: without a path, as the URL is given whole."""
    for key in ("webhooks", "x-webhooks"):
        webhooks = description.root.get(key)
        for _, written in () if webhooks is None else webhooks.items():
            yield from _of_item(description, "", written)
    for operation in operations:
        callbacks = operation.node.get("callbacks")
        for _, entry in () if callbacks is None else callbacks.items():
            callback = description.follow(entry)
            for expression, written in () if callback is None else callback.items():
                if not expression.startswith("x-"):
                    yield from _of_item(description, "", written)


def _of_item(
    description: Description, path: str, written: Node
) -> Iterator[_Operation]:
    item = description.follow(written)
    if item is None:
        return
    for method in METHODS:
        found = item.get(method)
        node = None if found is None else description.follow(found)
        if node is not None and node.is_mapping:
            yield _Operation(path, method.upper(), node, item)
    more = item.get("additionalOperations")
    for method, node in () if more is None else more.items():
        yield _Operation(path, method, node, item)


def _unique_ids(operations: list[_Operation], report: Report) -> None:
    """3.1 section 4.8.10.1: unique among all operations, and case matters."""
    first: dict[str, Place] = {}
    for operation in operations:
        node = operation.node.get("operationId")
        if node is None or not isinstance(node.value, str):
            continue
        known = first.setdefault(node.value, node.place)
        if known != node.place:
            report.add(
                "DOC004",
                node.place,
                f"a second operation has the operationId {node.value!r}",
                hint="give each operation its own",
                related=((known, "the first one"),),
            )


def _unique_paths(description: Description, report: Report) -> None:
    """3.1 section 4.8.8: templates that differ in names only are identical."""
    first: dict[str, Node] = {}
    paths = description.root.get("paths")
    for path, item in () if paths is None else paths.items():
        known = first.setdefault(_NAME.sub("{}", path), item)
        if known.pointer != item.pointer:
            report.add(
                "DOC008",
                item.place.key(),
                f"{path!r} matches the same URLs as {known.pointer[-1]!r}",
                hint="merge the two path items",
                related=((known.place.key(), "the first one"),),
            )


def _template(description: Description, operation: _Operation, report: Report) -> None:
    """3.1 section 4.8.12.1: path parameters and template agree."""
    declared, is_whole = _declared(description, operation)
    _without_place(declared, operation, report)
    for name in _names(operation.path):
        if is_whole and name not in declared:
            report.add(
                "DOC006",
                operation.node.place.key(),
                f"{operation.method} declares no parameter for '{{{name}}}'"
                f" of {operation.path!r}",
                hint=f"add a parameter {name!r} with in: path",
                effect=Effect.DEGRADED,
            )


def _names(path: str) -> list[str]:
    found: list[str] = _NAME.findall(path.partition("#")[0])
    return found


def _declared(
    description: Description, operation: _Operation
) -> tuple[dict[str, Node], bool]:
    """What fills places of the path, by name, and whether that is all there is.

    What a reference that leads nowhere would declare is not known.
    """
    asked = _NAME.findall(operation.path.partition("#")[0].partition("?")[2])
    declared: dict[str, Node] = {}
    is_whole = True
    for owner in (operation.item, operation.node):
        for parameter in _listed(owner):
            target = description.follow(parameter)
            if target is None:
                is_whole = False
            elif target.text("in") == "path":
                declared[target.text("name")] = parameter
            elif target.text("in") == "query" and target.text("name") in asked:
                # The query parameter fills the place: ``/x?name={name}``.
                declared.setdefault(target.text("name"), parameter)
    return declared, is_whole


def _without_place(
    declared: Mapping[str, Node], operation: _Operation, report: Report
) -> None:
    named = _names(operation.path)
    for name, parameter in declared.items():
        if name not in named:
            guess = nearest(name, named)
            hint = f"did you mean {guess!r}?" if guess else f"add '{{{name}}}' to it"
            where = repr(operation.path)
            if not operation.path:
                hint = "leave it out"
                where = "the URL of a webhook or callback, which is given whole"
            report.add(
                "DOC005",
                parameter.place,
                f"the path parameter {name!r} has no place in {where}:"
                ' its name "MUST correspond to a template expression"',
                hint=hint,
                effect=Effect.DEGRADED,
            )


def _listed(owner: Node) -> Iterator[Node]:
    parameters = owner.get("parameters")
    if parameters is not None:
        yield from parameters.elements()


def _unique_parameters(description: Description, owner: Node, report: Report) -> None:
    """3.1 section 4.8.12: a name and a location only once in a list."""
    first: dict[tuple[str, str], Node] = {}
    for parameter in _listed(owner):
        target = description.follow(parameter)
        if target is None or not target.text("name"):
            continue
        name, where = target.text("name"), target.text("in")
        # 3.1 section 4.8.12.2.1: header names ignore case.
        key = (where, name.lower() if where == "header" else name)
        known = first.setdefault(key, parameter)
        if known is not parameter:
            report.add(
                "DOC007",
                parameter.place,
                f"a second {where} parameter {name!r} in one list",
                hint="remove one of them",
                effect=Effect.DEGRADED,
                related=((known.place, "the first one"),),
            )


_COMPOSED = frozenset(
    [*_PARTS_OF_OTHERS, "$ref", "patternProperties", "dependentSchemas"]
)


def _required(schema: Node, report: Report) -> None:
    """A required property nobody describes is, more often than not, misspelt.

    What is a part of another schema may mean the properties of that.
    """
    value, required = schema.value, schema.get("required")
    if required is None or not isinstance(value, dict):
        return
    known = value.get("properties")
    if not isinstance(known, dict) or not _COMPOSED.isdisjoint(value):
        return
    if not _PARTS_OF_OTHERS.isdisjoint(schema.pointer[-2:]):
        return
    for item in required.elements():
        name = item.value
        if isinstance(name, str) and name not in known:
            guess = nearest(name, known)
            report.add(
                "DOC010",
                item.place,
                f"the required property {name!r} is not described",
                hint=f"did you mean {guess!r}?" if guess else "describe it",
            )


_TYPES = ("array", "boolean", "integer", "null", "number", "object", "string")
_ALTERNATIVES = ("anyOf", "oneOf")
_BELONGS = (("properties", "object"), ("items", "array"), ("prefixItems", "array"))
_TYPED = frozenset([*_ALTERNATIVES, *(key for key, _ in _BELONGS)])
"""Keywords that a type may exclude."""


def _other_types(schema: Node, report: Report) -> None:
    """JSON Schema 2020-12, 10.3: keywords of one type say nothing of the others."""
    value = schema.value
    if not isinstance(value, dict) or _TYPED.isdisjoint(value):
        return
    types = value.get("type")
    allowed = types if isinstance(types, list) else [types]
    if schema.ref is not None or not all(one in _TYPES for one in allowed):
        return  # what is no type at all is read as the one that it means
    for key, needed in _BELONGS:
        if schema.has(key) and needed not in allowed:
            report.add(
                "DOC014",
                (schema.place / key).key(),
                f"{key} says nothing of the type {types!r}",
                hint=f"write type: {needed}, or leave {key} out",
            )
    for key in _ALTERNATIVES:
        listed = schema.get(key)
        for alternative in () if listed is None else listed.elements():
            if _excludes(allowed, alternative):
                report.add(
                    "DOC014",
                    alternative.place,
                    f"an alternative that type {types!r} excludes",
                    hint="allow its type beside it, or leave it out",
                )


def _excludes(allowed: Sequence[object], alternative: Node) -> bool:
    """Whether no value of the types is one of an alternative with a single type."""
    own = alternative.text("type")
    if own not in _TYPES or alternative.ref is not None:
        return False
    numbers = {"integer", "number"}
    return own not in allowed and not (own in numbers and numbers & set(allowed))
