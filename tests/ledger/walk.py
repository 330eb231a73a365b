"""A walk over an OpenAPI document as its author wrote it, independent of the generator.

It counts what a document holds: operations, parameters, bodies, responses, media
types, headers, schemas, properties. Nothing is rewritten first: Swagger 2.0 is read as
2.0, and every item is named by its place in the author's own files. The tests hold the
ledger and the generated packages against it, so it shares no code with either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.ledger.documents import Documents, Spot, steps_of
from tests.ledger.meaning import excludes, ignored_keywords, is_another_object

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
IGNORED_HEADERS = {"accept", "content-type", "authorization"}
"""Header parameters that OpenAPI says to ignore."""

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"

MEMBERS_BY_NAME = ("properties", "patternProperties")
ALTERNATIVES = ("anyOf", "oneOf")
MEMBERS_IN_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
SINGLE_MEMBERS = ("items", "additionalProperties")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing a document holds.

    ``place`` is where it is written, as ``specs/shop.yaml#/paths/~1pets/get``; ``uses``
    are the references that lead there and other places that mean the same thing.
    ``owner`` is what it belongs to: an operation as ``GET /pets``, a schema's place.
    """

    kind: str
    place: str
    name: str
    owner: str = ""
    uses: frozenset[str] = frozenset()

    @property
    def places(self) -> frozenset[str]:
        return self.uses | {self.place}


def walk(path: Path, shown: str | None = None) -> list[Item]:
    """Every item of the description whose root is ``path``, each place once.

    ``shown`` is how the user named the file; places are written with it.
    """
    return list(merged(uses(path, shown)))


def uses(path: Path, shown: str | None = None) -> Iterator[Item]:
    """Every item as often as it is used: a shared response once for each operation."""
    name = shown or path.as_posix()
    documents = Documents(path, name)
    root = documents.spot(name, ())
    version = str(root.value.get("swagger") or root.value["openapi"])
    is_2 = version.startswith("2")
    alone = is_2 or version.startswith("3.0")
    return Walker(documents, root, is_2, references_stand_alone=alone).items()


def whole_objects(path: Path, shown: str | None = None) -> dict[str, set[str]]:
    """The properties of every named schema that has any, by the schema's place.

    What it takes over by ``allOf`` counts as its own.
    """
    name = shown or path.as_posix()
    documents = Documents(path, name)
    found: dict[str, set[str]] = {}
    for item in walk(path, shown):
        if item.kind == "schema":
            file, _, pointer = item.place.partition("#")
            whole = _whole(documents, documents.spot(file, steps_of(pointer)), ())
            if whole:
                found[item.place] = whole
    return found


def _whole(documents: Documents, schema: Spot, above: tuple[str, ...]) -> set[str]:
    if str(schema) in above or not isinstance(schema.value, dict):
        return set()
    within = (*above, str(schema))
    names = {name for name, _ in schema.members("properties")}
    for _, part in schema.members("allOf"):
        names |= _whole(documents, part, within)
    if schema.has("$ref"):
        names |= _whole(documents, documents.target(schema), within)
    return names


def counts(items: list[Item]) -> Mapping[str, int]:
    """How many items of each kind there are."""
    return Counter(item.kind for item in items)


def merged(items: Iterable[Item]) -> Iterator[Item]:
    """Items by where they are written; what leads there adds up.

    Several media types of Swagger 2.0 have one schema, and so one place.
    """
    found: dict[tuple[str, str, str], Item] = {}
    for item in items:
        name = item.name if item.kind == "media type" else ""
        key = (item.kind, item.place, name)
        before = found.get(key, item)
        found[key] = replace(before, uses=before.uses | item.uses)
    yield from found.values()


@dataclass
class Walker:
    """One walk. ``seen`` holds the schemas that were entered.

    What stands beside a ``$ref`` "SHALL be ignored" (3.0.4, Reference Object) where
    references stand alone.
    """

    documents: Documents
    root: Spot
    is_2: bool
    references_stand_alone: bool
    seen: set[str] = field(default_factory=set)

    def items(self) -> Iterator[Item]:
        """Everything, operations first."""
        for template, written in self.root.members("paths"):
            path_item = self.documents.follow(written)
            for method, operation in self._methods(path_item):
                yield from self._operation(template, path_item, method, operation)
        for key in ("webhooks", "x-webhooks"):
            for name, written in self.root.members(key):
                yield from self._events("webhook", name, written)
        yield from self._components()

    def _methods(self, path_item: Spot) -> Iterator[tuple[str, Spot]]:
        for key in METHODS:
            if path_item.has(key):
                yield key.upper(), path_item / key
        yield from path_item.members("additionalOperations")

    def _components(self) -> Iterator[Item]:
        home = self.root
        if not self.is_2:
            if not home.has("components"):
                return
            home = home / "components"
        schemes = "securityDefinitions" if self.is_2 else "securitySchemes"
        for name, scheme in home.members(schemes):
            yield Item("security scheme", str(scheme), name)
        for _, schema in home.members("definitions" if self.is_2 else "schemas"):
            yield from self._named_schema(schema)

    # Operations

    def _operation(
        self, template: str, path_item: Spot, method: str, operation: Spot
    ) -> Iterator[Item]:
        owner = f"{method} {template}"
        yield Item("operation", str(operation), owner, owner)
        yield from self._exchange(owner, method, path_item, operation)
        yield from self._callbacks(operation)

    def _exchange(
        self, owner: str, method: str, path_item: Spot, operation: Spot
    ) -> Iterator[Item]:
        """What an operation sends and brings back."""
        for use, parameter in self._parameters(path_item, operation):
            yield from self._parameter(owner, operation, use, parameter)
        if self.is_2:
            yield from self._form(owner, path_item, operation)
        if operation.has("requestBody"):
            use = operation / "requestBody"
            body = self.documents.follow(use)
            yield Item("body", str(body), "", owner, frozenset({str(use)}))
            yield from self._contents(owner, body)
        for status, use in operation.members("responses"):
            response = self.documents.follow(use)
            yield Item("response", str(response), status, owner, frozenset({str(use)}))
            yield from self._response(owner, method, operation, response)

    def _events(self, kind: str, name: str, written: Spot) -> Iterator[Item]:
        """The requests under a webhook, or under one expression of a callback."""
        path_item = self.documents.follow(written)
        for method, event in self._methods(path_item):
            owner = f"{kind} {name} {method}"
            yield Item(kind, str(event), name, owner)
            yield from self._exchange(owner, method, path_item, event)

    def _callbacks(self, operation: Spot) -> Iterator[Item]:
        for name, use in operation.members("callbacks"):
            callback = self.documents.follow(use)
            for expression in callback.value:
                if not expression.startswith("x-"):
                    yield from self._events("callback", name, callback / expression)

    def _parameters(
        self, path_item: Spot, operation: Spot
    ) -> Iterator[tuple[Spot, Spot]]:
        """Where each parameter in force is used and written; an operation's own win."""
        found: dict[tuple[str, str], tuple[Spot, Spot]] = {}
        for holder in (path_item, operation):
            for _, use in holder.members("parameters"):
                parameter = self.documents.follow(use)
                where, name = parameter.value["in"], parameter.value["name"]
                # The names of headers ignore case (RFC 9110 section 5.1).
                key = (where, name.lower() if where == "header" else name)
                found[key] = (use, parameter)
        yield from found.values()

    def _parameter(
        self, owner: str, operation: Spot, use: Spot, parameter: Spot
    ) -> Iterator[Item]:
        where, name = parameter.value["in"], parameter.value["name"]
        uses = frozenset({str(use)})
        if where == "header" and name.lower() in IGNORED_HEADERS:
            return
        if where == "body":
            yield Item("body", str(parameter), "", owner, uses)
            for media in self._media_types(operation, "consumes"):
                yield Item(
                    "media type",
                    str(parameter),
                    media,
                    owner,
                    uses | {f"{parameter}/schema"},
                )
            yield from self._schema(parameter / "schema")
            return
        kind = "form field" if where == "formData" else "parameter"
        yield Item(kind, str(parameter), f"{where}:{name}", owner, uses)
        if parameter.has("schema"):
            yield from self._schema(parameter / "schema")
        yield from self._contents(owner, parameter, counted=False)

    def _form(self, owner: str, path_item: Spot, operation: Spot) -> Iterator[Item]:
        """The body that the form parameters of Swagger 2.0 make together."""
        fields = [
            (use, parameter)
            for use, parameter in self._parameters(path_item, operation)
            if parameter.value["in"] == "formData"
        ]
        if not fields:
            return
        (use, first), *_ = fields
        uses = frozenset({str(use)})
        yield Item("body", str(first), "", owner, uses)
        has_file = any(one.value.get("type") == "file" for _, one in fields)
        types = [MULTIPART] if has_file else self._media_types(operation, "consumes")
        for media in [one for one in types if one in (FORM, MULTIPART)] or [FORM]:
            yield Item("media type", str(first), media, owner, uses)

    def _response(
        self, owner: str, method: str, operation: Spot, response: Spot
    ) -> Iterator[Item]:
        for name, use in response.members("headers"):
            header = self.documents.follow(use)
            if name.lower() != "content-type":
                yield Item("header", str(header), name, owner, frozenset({str(use)}))
            if header.has("schema"):
                yield from self._schema(header / "schema")
        for name, use in response.members("links"):
            link = self.documents.follow(use)
            yield Item("link", str(link), name, owner, frozenset({str(use)}))
        if method == "HEAD":
            return  # "the server MUST NOT send content" (RFC 9110 section 9.3.2)
        yield from self._contents(owner, response)
        if not self.is_2:
            return
        listed = (
            self._media_types(operation, "produces") if response.has("schema") else []
        )
        for media, example in response.members("examples"):
            # Whose type "MUST be one of the Operation produces values" (Example Object)
            # and is not: what is shown is sent all the same.
            if media not in listed:
                yield Item("media type", str(example), media, owner)
        if response.has("schema"):
            schema = response / "schema"
            for media in listed:
                yield Item(
                    "media type", str(schema), media, owner, frozenset({str(response)})
                )
            yield from self._schema(schema)

    def _media_types(self, operation: Spot, key: str) -> list[str]:
        """The media types of Swagger 2.0 in force for an operation."""
        holder = operation if operation.has(key) else self.root
        listed: list[str] = holder.value.get(key, [])
        return listed or ["application/json"]

    def _contents(
        self, owner: str, holder: Spot, counted: bool = True
    ) -> Iterator[Item]:
        for name, media in holder.members("content"):
            written = self.documents.follow(media)
            if counted:
                yield Item(
                    "media type", str(written), name, owner, frozenset({str(media)})
                )
            for key in ("schema", "itemSchema"):
                if written.has(key):
                    yield from self._schema(written / key)

    # Schemas

    def _named_schema(self, schema: Spot) -> Iterator[Item]:
        if str(schema) not in self.seen:
            yield Item(
                "schema", str(schema), schema.pointer[-1] if schema.pointer else ""
            )
            yield from self._schema(schema)

    def _schema(self, schema: Spot) -> Iterator[Item]:
        """The properties written in a schema and in all that it is made of."""
        if str(schema) in self.seen or not isinstance(schema.value, dict):
            return
        self.seen.add(str(schema))
        if schema.has("$ref"):
            target = self.documents.target(schema)
            # What says nothing gets no name by being referred to.
            if not is_another_object(target) and target.value not in ({}, True):
                yield from self._named_schema(target)
            if self.references_stand_alone:
                return
        ignored = ignored_keywords(schema)
        for name, member in schema.members("properties"):
            # What must not be there (``name: false``) is no field of anything.
            if "properties" not in ignored and member.value is not False:
                yield Item("property", str(member), name, str(schema))
        for key in MEMBERS_BY_NAME + MEMBERS_IN_LISTS:
            for _, member in schema.members(key) if key not in ignored else ():
                if key not in ALTERNATIVES or not excludes(schema, member):
                    yield from self._schema(member)
        for key in SINGLE_MEMBERS:
            if schema.has(key) and key not in ignored:
                yield from self._schema(schema / key)
