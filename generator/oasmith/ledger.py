"""The coverage ledger: what of a description is generated, degraded, refused.

It is read off the intermediate model and the diagnostics, so that nothing has
to be booked twice: what the model holds is generated, unless a diagnostic says
at its place that less came of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from itertools import takewhile

from .diagnostics import Diagnostic, Effect
from .ir.api import Api, Body, Content, Operation, Resource, Response, Webhook
from .ir.decls import Struct
from .ir.tables import Names
from .openapi.structure import Kind
from .source.pointer import Place, Pointer
from .source.values import Frozen, replace

__all__ = ["Entry", "Ledger", "Outcome", "take_stock"]


class Outcome(Enum):
    """What became of an element of the description."""

    GENERATED = "generated"
    DEGRADED = "degraded"
    REFUSED = "refused"


class Entry(Frozen):
    """One element: its kind, where it stands, its name in the client, its outcome."""

    kind: str
    place: Place
    name: str
    outcome: Outcome
    code: str = ""


class Ledger(Frozen):
    """All entries, each element once, in the order of kinds and of the description."""

    entries: tuple[Entry, ...]

    def counts(self) -> dict[str, dict[str, int]]:
        """How many of each kind had each outcome; kinds without any are left out."""
        table: dict[str, dict[str, int]] = {}
        for entry in self.entries:
            row = table.setdefault(entry.kind, {one.value: 0 for one in Outcome})
            row[entry.outcome.value] += 1
        return table

    def as_json(self) -> dict[str, object]:
        """The ledger as JSON values, as ``--report`` writes it."""
        return {
            "counts": self.counts(),
            "entries": [
                {
                    "kind": entry.kind,
                    "place": str(entry.place),
                    "name": entry.name,
                    "status": entry.outcome.value,
                    **({"code": entry.code} if entry.code else {}),
                }
                for entry in self.entries
            ],
        }


_EFFECTS = {Effect.DEGRADED: Outcome.DEGRADED, Effect.REFUSED: Outcome.REFUSED}

_UNREAD = "BOD005"
"""What is said where a content is handed over as it is."""

_KINDS = {
    Kind.OPERATION: "operation",
    Kind.PARAMETER: "parameter",
    Kind.REQUEST_BODY: "body",
    Kind.MEDIA_TYPE: "media type",
    Kind.RESPONSE: "response",
    Kind.HEADER: "header",
    Kind.LINK: "link",
    Kind.SCHEMA: "schema",
    Kind.SECURITY_SCHEME: "security scheme",
    Kind.SERVER: "server",
}
"""What the elements that a diagnostic left out of the model are called."""

_KIND_OF_FAMILY = {
    "BOD": "body",
    "LNK": "link",
    "OPS": "operation",
    "PAR": "parameter",
    "REF": "reference",
    "RSP": "response",
    "SCH": "schema",
    "SEC": "security scheme",
    "SRV": "server",
}


def take_stock(
    api: Api,
    names: Names,
    diagnostics: Iterable[Diagnostic],
    kind_at: Callable[[Place], Kind | None],
) -> Ledger:
    """The ledger of ``api`` as named by ``names``.

    ``kind_at`` tells what the description has at the place of a diagnostic.
    """
    effects = _effects(diagnostics)
    met: set[tuple[str, Pointer]] = set()
    entries: dict[tuple[str, Place, str], Entry] = {}
    for kind, place, name in _again(api, _elements(api, names)):
        found = _effect_at(effects, place)
        outcome, code = (Outcome.GENERATED, "")
        if found is not None:
            outcome, code = _EFFECTS[found.effect], found.code
            if found.place is not None:
                met.add((found.place.file, found.place.pointer))
        key = (kind, place, name)
        entries.setdefault(key, Entry(kind, place, name, outcome, code))
    for kind, place, name in _again(api, _unread(api)):
        left = Entry(kind, place, name, Outcome.DEGRADED, _UNREAD)
        entries.setdefault((kind, place, name), left)
    for (file, pointer), diagnostic in effects.items():
        if (file, pointer) not in met:
            kind, place = _left_out(diagnostic.code, Place(file, pointer), kind_at)
            outcome = _EFFECTS[diagnostic.effect]
            entries[kind, place, ""] = Entry(kind, place, "", outcome, diagnostic.code)
    return Ledger(tuple(entries.values()))


def _left_out(
    code: str, place: Place, kind_at: Callable[[Place], Kind | None]
) -> tuple[str, Place]:
    """What an element is that is not in the model, by its place, else by its code."""
    use = place
    if place.pointer[-1:] == ("$ref",):
        use = replace(place, pointer=place.pointer[:-1])
    found = kind_at(use)
    if found is Kind.SCHEMA and use.pointer[-2:-1] == ("properties",):
        return "property", use
    known = None if found is None else _KINDS.get(found)
    if known is None:
        return _KIND_OF_FAMILY.get(code[:3], "document"), place
    return known, use


def _effects(
    diagnostics: Iterable[Diagnostic],
) -> Mapping[tuple[str, Pointer], Diagnostic]:
    return {
        (one.place.file, one.place.pointer): one
        for one in diagnostics
        if one.effect is not Effect.NONE and one.place is not None
    }


def _effect_at(
    effects: Mapping[tuple[str, Pointer], Diagnostic], place: Place
) -> Diagnostic | None:
    """What was reported of the element at ``place``, or of a keyword right under it."""
    exact = effects.get((place.file, place.pointer))
    if exact is not None:
        return exact
    for below in (
        ("$ref",),
        ("schema",),
        ("schema", "$ref"),
        ("itemSchema",),
        ("items",),
        ("items", "$ref"),
    ):
        found = effects.get((place.file, (*place.pointer, *below)))
        if found is not None:
            return found
    return None


_Element = tuple[str, Place, str]


def _elements(api: Api, names: Names) -> Iterator[_Element]:
    for server in api.servers:
        yield "server", server.at, "base_url"
    for scheme in api.schemes:
        yield "security scheme", scheme.at, names.arguments.get(scheme.key, scheme.key)
    for resource in api.resources:
        for operation in resource.operations:
            yield from _of_operation(resource, operation, names)
    yield from _of_webhooks(api, names)
    for identity, decl in api.decls.items():
        name = names.decls[identity]
        yield "schema", decl.at, name
        if isinstance(decl, Struct):
            for field in decl.fields:
                own = names.fields[identity, field.wire]
                for place in (field.at, *field.also):
                    yield "property", place, f"{name}.{own}"


def _contents(api: Api) -> Iterator[Content]:
    operations = [one for resource in api.resources for one in resource.operations]
    exchanges: list[Operation | Webhook] = [*operations, *api.webhooks]
    for one in exchanges:
        if one.body is not None:
            yield from one.body.contents
        for response in one.responses:
            yield from response.contents


def _again(api: Api, elements: Iterable[_Element]) -> Iterator[_Element]:
    """The elements, and again what is written a second time elsewhere."""
    copies: dict[Place, list[Place]] = {}
    for content in _contents(api):
        if content.same_as is not None:
            schema, first = content.same_as
            if schema not in copies.setdefault(first, []):
                copies[first].append(schema)
    lengths = sorted({len(first.pointer) for first in copies})
    restated: dict[Place, list[Place]] = {}
    for other, first in api.restated.items():
        restated.setdefault(first, []).append(other)
    for kind, place, name in elements:
        yield kind, place, name
        if kind == "property":
            for other in restated.get(place, ()):
                yield kind, other, name
        if kind not in ("schema", "property") or not copies:
            continue
        for length in takewhile(len(place.pointer).__ge__, lengths):
            start = replace(place, pointer=place.pointer[:length])
            for copy in copies.get(start, ()):
                rest = place.pointer[length:]
                yield kind, replace(copy, pointer=(*copy.pointer, *rest)), name


def _unread(api: Api) -> Iterator[_Element]:
    """What only stands in contents that are handed over as they are."""
    for decl in api.unread.values():
        yield "schema", decl.at, ""
        if isinstance(decl, Struct):
            for field in decl.fields:
                for place in (field.at, *field.also):
                    yield "property", place, ""


def _of_webhooks(api: Api, names: Names) -> Iterator[_Element]:
    for one in api.webhooks:
        name = f"webhooks.{names.webhooks[one.key]}"
        yield "webhook" if one.source is None else "callback", one.at, name
        for param in one.params:
            yield "parameter", param.at, f"{name} {param.wire}"
        yield from _of_exchange(name, one.body, one.responses)


def _of_operation(
    resource: Resource, operation: Operation, names: Names
) -> Iterator[_Element]:
    name = names.called(resource.key, names.operations[operation.id])
    yield "operation", operation.at, name
    for param in operation.params:
        if param.at == operation.at:
            continue  # a place of the path that the description declares nothing for
        argument = names.params[operation.id, f"{param.where.value}:{param.wire}"]
        yield "parameter", param.at, f"{name}({argument})"
    yield from _of_exchange(name, operation.body, operation.responses)


def _of_exchange(
    name: str, body: Body | None, responses: Iterable[Response]
) -> Iterator[_Element]:
    if body is not None:
        yield "body", body.at, f"{name}(body)"
        for content in body.contents:
            yield "media type", content.at, f"{name}(body) {content.media}"
    for response in responses:
        low, high = response.status.low, response.status.high
        status = str(low) if low == high else f"{low} to {high}"
        yield "response", response.at, f"{name} -> {status}"
        for content in response.contents:
            yield "media type", content.at, f"{name} -> {status} {content.media}"
            for place in () if content.items is None else content.items.taken:
                inside = place.pointer[-2:-1] == ("properties",)
                kind = "property" if inside else "schema"
                yield kind, place, f"{name} -> {status} Event"
        for header in response.headers:
            yield "header", header.at, f"{name} -> {status} {header.wire}"
        for link in response.links:
            yield "link", link.at, f"{name} -> {status} {link.name}"
