"""Operations of Swagger 2.0: body and form parameters, and responses."""

from __future__ import annotations

from ..source.document import JsonValue
from ..source.pointer import Pointer
from ..source.values import Frozen
from .rewrite import JsonObject
from .swagger_parts import (
    FORM,
    MULTIPART,
    content_of,
    media_types,
    style_of,
    value_schema,
)
from .trace import Address, Trace

__all__ = [
    "JSON",
    "METHODS",
    "Given",
    "Media",
    "effective",
    "in_list",
    "in_operation",
    "media_of",
    "request_body",
    "response_30",
    "shared_body",
    "split",
]

JSON = "application/json"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch")


class Media(Frozen):
    """The media types in force for an operation."""

    consumes: list[str]
    produces: list[str]


class Given(Frozen):
    """A parameter in force for an operation.

    ``written`` stands in the list, ``meant`` is what it refers to; ``address`` is
    the list's item, ``source`` where the parameter itself was written.
    """

    written: JsonObject
    meant: JsonObject
    address: Address
    source: Address

    @property
    def where(self) -> str:
        """Its ``in``, "" where it has none."""
        where = self.meant.get("in")
        return where if isinstance(where, str) else ""

    @property
    def name(self) -> str:
        """Its name, "" where it has none."""
        name = self.meant.get("name")
        return name if isinstance(name, str) else ""


def split(given: list[Given]) -> tuple[list[Given], list[Given], Given | None]:
    """The parameters proper, the form's, and the body."""
    forms = [parameter for parameter in given if parameter.where == "formData"]
    bodies = [parameter for parameter in given if parameter.where == "body"]
    proper = [p for p in given if p.where not in ("formData", "body")]
    return proper, forms, bodies[0] if bodies else None


def request_body(
    body: Given | None, forms: list[Given], media: Media, at: Address, trace: Trace
) -> JsonObject | None:
    """The Request Body Object of an operation at ``at``; a body outweighs a form."""
    if body is not None:
        return _body(body, media, at, trace)
    return _form(forms, media, at, trace) if forms else None


def _body(body: Given, media: Media, at: Address, trace: Trace) -> JsonObject:
    trace.note(at, ("requestBody",), body.address)
    if "$ref" in body.written:
        return body.written
    return shared_body(body.written, media, at, ("requestBody",), body.source, trace)


def shared_body(
    body: JsonObject,
    media: Media,
    at: Address,
    steps: Pointer,
    source: Address,
    trace: Trace,
) -> JsonObject:
    """A body parameter as Request Body Object, which stands ``steps`` below ``at``."""
    types = media.consumes or [JSON]
    content = content_of(types, {"schema": body.get("schema", {})})
    schema = Address(source.file, (*source.pointer, "schema"))
    trace.note(at, (*steps, "content"), schema)
    for name in content:
        trace.note(at, (*steps, "content", name), schema)
        trace.note(at, (*steps, "content", name, "schema"), schema)
    moved = ("name", "in", "schema")
    rest = {key: item for key, item in body.items() if key not in moved}
    return {**rest, "content": content}


def _form(forms: list[Given], media: Media, at: Address, trace: Trace) -> JsonObject:
    has_file = any(form.meant.get("type") == "file" for form in forms)
    types = [name for name in media.consumes if name in (FORM, MULTIPART)]
    if has_file:
        types = [MULTIPART]
    types = types or [FORM]
    trace.note(at, ("requestBody",), forms[0].address)
    trace.note(at, ("requestBody", "content"), forms[0].address)
    for name in types:
        for steps in ((), ("schema",), ("schema", "properties"), ("encoding",)):
            whole = ("requestBody", "content", name, *steps)
            trace.note(at, whole, forms[0].address)
    properties: JsonObject = {}
    encoding: JsonObject = {}
    for form in forms:
        field = value_schema(form.meant)
        if "description" in form.meant:
            field["description"] = form.meant["description"]
        properties[form.name] = field
        if form.meant.get("type") == "array":
            encoding[form.name] = style_of(form.meant, "formData")
        for name in types:
            inside: Pointer = ("requestBody", "content", name)
            trace.note(at, (*inside, "schema", "properties", form.name), form.source)
            trace.note(at, (*inside, "encoding", form.name), form.source)
    schema: JsonObject = {"type": "object", "properties": properties}
    required: list[JsonValue] = [
        form.name for form in forms if form.meant.get("required") is True
    ]
    if required:
        schema["required"] = required
    content: JsonObject = {"schema": schema}
    if encoding:
        content["encoding"] = encoding
    return {"content": content_of(types, content), "required": bool(required)}


def response_30(
    response: JsonObject, produces: list[str], at: Address, trace: Trace
) -> JsonObject:
    """A Response Object; a reference stays one."""
    if "$ref" in response:
        return response
    moved = ("schema", "examples")
    result = {key: item for key, item in response.items() if key not in moved}
    content: JsonObject = {}
    written = response.get("schema")
    if isinstance(written, dict):
        binary = written.get("format") == "binary" and written.get("type") == "string"
        types = produces or ["application/octet-stream" if binary else JSON]
        content = content_of(types, {"schema": written})
        for name in types:
            trace.note(at, ("content", name, "schema"), ("schema",))
            trace.note(at, ("content", name), ("schema",))
        trace.note(at, ("content",), ("schema",))
    examples = response.get("examples")
    if isinstance(examples, dict):
        for name, example in examples.items():
            if name not in content:
                trace.note(at, ("content", name), ("examples", name))
            shown = {"schema": written} if isinstance(written, dict) else {}
            media = content.get(name, shown)
            content[name] = {
                **(media if isinstance(media, dict) else {}),
                "example": example,
            }
            trace.note(at, ("content", name, "example"), ("examples", name))
    if content:
        result["content"] = content
    return result


def effective(own: list[Given], shared: list[Given]) -> list[Given]:
    """An operation's parameters and those of its path that it does not replace."""
    names = {(parameter.name, parameter.where) for parameter in own}
    return [*own, *(p for p in shared if (p.name, p.where) not in names)]


def media_of(operation: JsonObject, common: Media) -> Media:
    """The media types of an operation, which replace those of the whole API."""
    return Media(
        media_types(operation.get("consumes"), common.consumes),
        media_types(operation.get("produces"), common.produces),
    )


def in_list(pointer: Pointer) -> bool:
    """Whether a parameter stands in a list of an operation or a path."""
    return len(pointer) > 1 and pointer[-2] == "parameters" and pointer[-1].isdecimal()


def in_operation(pointer: Pointer) -> bool:
    """Whether a response stands in an operation."""
    return len(pointer) > 2 and pointer[-3] in METHODS and pointer[-2] == "responses"
