"""Swagger 2.0 rewritten as OpenAPI 3.0, as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from ..diagnostics import Effect
from ..source.document import JsonValue
from ..source.pointer import Pointer
from ..source.values import Growing, field
from .files import Files, Found
from .links import Links
from .remark import Remark
from .rewrite import JsonObject, Rewriting, rewrite_tree
from .structure import GRAMMAR_2, Kind
from .swagger_operation import (
    METHODS,
    Given,
    Media,
    effective,
    in_list,
    in_operation,
    media_of,
    request_body,
    response_30,
    shared_body,
    split,
)
from .swagger_parts import (
    header_30,
    media_types,
    parameter_30,
    schema_20,
    security_scheme_30,
    server_list,
)
from .swagger_shared import body_with, response_with
from .trace import Address, Trace

__all__ = ["Swagger"]

_SECTIONS: Mapping[str, Pointer] = {
    "definitions": ("components", "schemas"),
    "parameters": ("components", "parameters"),
    "responses": ("components", "responses"),
    "securityDefinitions": ("components", "securitySchemes"),
}
_BODIES: Pointer = ("components", "requestBodies")
_DROPPED = frozenset(
    ["swagger", "host", "basePath", "schemes", "consumes", "produces", *_SECTIONS]
)


class Swagger(Growing, dict=True):
    """The rewriting of one description; ``rewrite`` is called once."""

    files: Files
    links: Links
    trace: Trace = field(default_factory=Trace)
    renamed: dict[tuple[str, str], str] = field(
        default_factory=dict[tuple[str, str], str]
    )
    remarks: list[Remark] = field(default_factory=list[Remark])

    def __post_init__(self) -> None:
        value = self.files.root.value
        root = value if isinstance(value, dict) else {}
        self.root = root
        self.media = Media(
            media_types(root.get("consumes"), []),
            media_types(root.get("produces"), []),
        )
        self._shared_bodies = {
            (found.address.file, found.address.pointer)
            for found in self.links.targets.values()
            if isinstance(found.value, dict) and found.value.get("in") == "body"
        }

    def rewrite(
        self, trees: Mapping[str, JsonValue]
    ) -> tuple[dict[str, JsonValue], dict[str, dict[Pointer, Kind]]]:
        """Every file's tree, and the entries of each in 3.0's terms."""
        rewriting = Rewriting(
            GRAMMAR_2,
            {
                Kind.SCHEMA: self._schema,
                Kind.ITEMS: self._items,
                Kind.PARAMETER: self._parameter,
                Kind.HEADER: self._header,
                Kind.RESPONSE: self._response,
                Kind.SECURITY_SCHEME: self._security_scheme,
                Kind.PATH_ITEM: self._path_item,
                Kind.OPENAPI: self._root,
            },
            self.trace,
        )
        entries = {file: dict(found) for file, found in self.links.entries.items()}
        entries.setdefault("", {})[()] = Kind.OPENAPI
        result = {
            file: rewrite_tree(rewriting, file, tree, entries.get(file, {}))
            for file, tree in trees.items()
        }
        newer: dict[str, dict[Pointer, Kind]] = {}
        for file, found in entries.items():
            for pointer, kind in found.items():
                moved = self.trace.current(Address(file, pointer)).pointer
                newer.setdefault(file, {})[moved] = self._newer_kind(
                    file, pointer, kind
                )
        return result, newer

    def _newer_kind(self, file: str, pointer: Pointer, kind: Kind) -> Kind:
        """A body parameter is a request body from here on, and items are a schema."""
        if kind is Kind.ITEMS:
            return Kind.SCHEMA
        is_body = kind is Kind.PARAMETER and (file, pointer) in self._shared_bodies
        return Kind.REQUEST_BODY if is_body else kind

    def _schema(self, schema: JsonObject, at: Address) -> JsonObject:
        return schema_20(self._renamed(schema, at))

    def _items(self, items: JsonObject, at: Address) -> JsonObject:
        if items.get("type") == "array":
            self.remarks.append(
                Remark(
                    "DOC013",
                    Address(at.file, at.pointer),
                    "a list in a list is written as JSON, whatever its"
                    " collectionFormat",
                    "let the parameter be a plain list, or send it in a body",
                    Effect.DEGRADED,
                )
            )
        return self._schema(items, at)

    def _header(self, header: JsonObject, at: Address) -> JsonObject:
        self.trace.note(at, ("schema",), ())
        return header_30(header)

    def _security_scheme(self, scheme: JsonObject, at: Address) -> JsonObject:
        newer = security_scheme_30(scheme)
        flows = newer.get("flows")
        if isinstance(flows, dict):
            for name in flows:
                self.trace.note(at, ("flows", name), ())
        return newer

    def _parameter(self, parameter: JsonObject, at: Address) -> JsonObject:
        """What stands in an operation's list and is a body or form waits for it."""
        if "$ref" in parameter:
            return self._renamed(parameter, at)
        where = parameter.get("in")
        if where == "body" and not in_list(at.pointer):
            return shared_body(parameter, self.media, at, (), at, self.trace)
        if where in ("body", "formData"):
            return parameter
        self.trace.note(at, ("schema",), ())
        return parameter_30(parameter)

    def _response(self, response: JsonObject, at: Address) -> JsonObject:
        response = self._renamed(response, at)
        if in_operation(at.pointer):
            return response
        return response_30(response, self.media.produces, at, self.trace)

    def _path_item(self, item: JsonObject, at: Address) -> JsonObject:
        shared = list(self._given(item.get("parameters"), at))
        proper, *_ = split(shared)
        result = self._renamed(item, at)
        if "parameters" in item:
            result = dict(result)
            result["parameters"] = self._kept(proper, at)
        for method in METHODS:
            operation = item.get(method)
            if isinstance(operation, dict):
                inside = Address(at.file, (*at.pointer, method))
                if result is item:
                    result = dict(item)
                result[method] = self._operation(operation, inside, shared)
        return result

    def _operation(
        self, operation: JsonObject, at: Address, shared: list[Given]
    ) -> JsonObject:
        media = media_of(operation, self.media)
        own = list(self._given(operation.get("parameters"), at))
        _, forms, body = split(effective(own, shared))
        dropped = ("consumes", "produces", "schemes", "parameters")
        result = {k: item for k, item in operation.items() if k not in dropped}
        if "schemes" in operation and "host" in self.root:
            servers = server_list(self.root, operation["schemes"])
            result["servers"] = servers
            self._note_servers(at, servers, ("schemes",))
        if "parameters" in operation:
            result["parameters"] = self._kept(split(own)[0], at)
        content = self._shared_body(body, media, at) or request_body(
            body, forms, media, at, self.trace
        )
        if content is not None:
            result["requestBody"] = content
        responses = operation.get("responses")
        if isinstance(responses, dict):
            result["responses"] = {
                status: (
                    self._answer(
                        response,
                        media,
                        Address(at.file, (*at.pointer, "responses", status)),
                    )
                    if isinstance(response, dict) and not status.startswith("x-")
                    else response
                )
                for status, response in responses.items()
            }
        return result

    def _shared_body(
        self, body: Given | None, media: Media, at: Address
    ) -> JsonObject | None:
        """A shared body in an operation's own media types; None for any other."""
        text = None if body is None else body.written.get("$ref")
        if body is None or not isinstance(text, str) or at.file:
            return None
        found = Found(body.source, body.meant)
        renamed = partial(self._renamed, at=body.source)
        result = body_with(found, media.consumes, self.media.consumes, renamed)
        if result is not None:
            self.trace.note(at, ("requestBody",), body.address)
        return result

    def _answer(self, response: JsonObject, media: Media, at: Address) -> JsonObject:
        """A response of an operation, in that operation's media types."""
        text = response.get("$ref")
        if isinstance(text, str) and not at.file:
            text = self.renamed.get((at.file, text), text)
            found = self.links.targets.get((at.file, text))
            if found is not None:
                renamed = partial(self._renamed, at=found.address)
                made = response_with(
                    found, media.produces, self.media.produces, renamed
                )
                if made is not None:
                    return made
        return response_30(response, media.produces, at, self.trace)

    def _note_servers(
        self, at: Address, servers: list[JsonValue], address: Pointer
    ) -> None:
        self.trace.note(at, ("servers",), address)
        for position in range(len(servers)):
            self.trace.note(at, ("servers", str(position)), address)

    def _kept(self, proper: list[Given], at: Address) -> list[JsonValue]:
        """The parameters that stay in a list, and where they stood in it."""
        for position, parameter in enumerate(proper):
            old = parameter.address.pointer[-1]
            if old != str(position):
                new = ("parameters", str(position))
                self.trace.note(at, new, ("parameters", old))
        return [parameter.written for parameter in proper]

    def _given(self, parameters: JsonValue, at: Address) -> Iterator[Given]:
        """A list's parameters, references followed."""
        if not isinstance(parameters, list):
            return
        for position, written in enumerate(parameters):
            if not isinstance(written, dict):
                continue
            address = Address(at.file, (*at.pointer, "parameters", str(position)))
            source, meant = address, written
            hops = 0
            while isinstance(text := meant.get("$ref"), str) and hops < 16:
                text = self.renamed.get((source.file, text), text)
                found = self.links.targets.get((source.file, text))
                if found is None or not isinstance(found.value, dict):
                    break
                source, meant, hops = found.address, found.value, hops + 1
            yield Given(written, meant, address, source)

    def _renamed(self, value: JsonObject, at: Address) -> JsonObject:
        """A reference to a section of the root, by that section's new name."""
        text = value.get("$ref")
        if not isinstance(text, str):
            return value
        found = self.links.targets.get((at.file, text))
        if found is None or found.address.file or len(found.address.pointer) != 2:
            return value
        section = _SECTIONS.get(found.address.pointer[0])
        if section is None:
            return value
        if isinstance(found.value, dict) and found.value.get("in") == "body":
            section = _BODIES
        path = text.partition("#")[0]
        newer = f"{path}#/{'/'.join(section)}/{text.rsplit('/', 1)[-1]}"
        self.renamed[at.file, newer] = text
        return {**value, "$ref": newer}

    def _root(self, root: JsonObject, at: Address) -> JsonObject:
        result: JsonObject = {"openapi": "3.0.4"}
        result.update((k, item) for k, item in root.items() if k not in _DROPPED)
        servers = server_list(root, root.get("schemes"))
        result["servers"] = servers
        address = ("host",) if "host" in root else ("basePath",)
        self._note_servers(at, servers, address)
        components: JsonObject = {}
        for old, new in _SECTIONS.items():
            members = root.get(old)
            if isinstance(members, dict):
                components[new[-1]] = members
                self.trace.note(at, new[:1], (old,))
                self.trace.note(at, new, (old,))
        parameters = components.get("parameters")
        if isinstance(parameters, dict):
            self._sort_parameters(components, parameters, at)
        if components:
            result["components"] = components
        return result

    def _sort_parameters(
        self, components: JsonObject, parameters: JsonObject, at: Address
    ) -> None:
        """Shared bodies get their own section; forms stand where they are used."""
        written = self.root.get("parameters")
        raw = written if isinstance(written, dict) else {}
        used = {found.address.pointer for found in self.links.targets.values()}
        bodies: JsonObject = {}
        proper: JsonObject = {}
        for name, parameter in parameters.items():
            before = raw.get(name)
            where = before.get("in") if isinstance(before, dict) else None
            if where == "body":
                bodies[name] = parameter
                self.trace.note(at, (*_BODIES, name), ("parameters", name))
            elif where != "formData":
                proper[name] = parameter
            elif ("parameters", name) not in used:
                self.remarks.append(
                    Remark(
                        "DOC013",
                        Address(at.file, ("parameters", name)),
                        f"no operation uses the shared form field {name!r}",
                        "refer to it, or remove it",
                        Effect.REFUSED,
                    )
                )
        components["parameters"] = proper
        if bodies:
            components["requestBodies"] = bodies
