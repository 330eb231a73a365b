"""The small objects of Swagger 2.0, each as OpenAPI 3.0 writes it."""

from __future__ import annotations

from ..source.document import JsonValue
from .rewrite import JsonObject

__all__ = [
    "FORM",
    "MULTIPART",
    "content_of",
    "header_30",
    "media_types",
    "parameter_30",
    "schema_20",
    "security_scheme_30",
    "server_list",
    "style_of",
    "value_schema",
]

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"

_VALUE_KEYWORDS = frozenset(
    [
        "type",
        "format",
        "items",
        "default",
        "maximum",
        "exclusiveMaximum",
        "minimum",
        "exclusiveMinimum",
        "maxLength",
        "minLength",
        "pattern",
        "maxItems",
        "minItems",
        "uniqueItems",
        "enum",
        "multipleOf",
        "x-nullable",
        "x-enum-varnames",
        "x-enumNames",
        "x-enum-descriptions",
        "x-example",
    ]
)
_DELIMITED = ("ssv", "tsv", "pipes")
_STYLES = {"ssv": "spaceDelimited", "pipes": "pipeDelimited"}
"""What newer versions can say, in queries and forms only; elsewhere, and for tabs, the
word of 2.0 stays."""

_FLOWS = {"application": "clientCredentials", "accessCode": "authorizationCode"}
_SCHEMES = ("https", "http", "wss", "ws")


def media_types(value: JsonValue, default: list[str]) -> list[str]:
    """What ``consumes`` or ``produces`` says; ``default`` where it says nothing.

    An empty list says that there are none (2.0, "Operation Object").
    """
    if not isinstance(value, list):
        return default
    return [item for item in value if isinstance(item, str)]


def schema_20(schema: JsonObject) -> JsonObject:
    """A schema in the shape of 3.0; itself where it already has it."""
    result = schema
    if isinstance(schema.get("discriminator"), str):
        result = dict(result)
        result["discriminator"] = {"propertyName": schema["discriminator"]}
    if "x-nullable" in schema:
        result = {key: item for key, item in result.items() if key != "x-nullable"}
        result["nullable"] = schema["x-nullable"] is True
    if schema.get("type") == "file":
        result = {**result, "type": "string", "format": "binary"}
    if "collectionFormat" in schema:
        result = {k: item for k, item in result.items() if k != "collectionFormat"}
    return result


def value_schema(value: JsonObject) -> JsonObject:
    """The schema of a parameter, header or items object, which 2.0 writes into it."""
    inline = value.get("schema")
    if "type" not in value and isinstance(inline, dict):
        return inline
    schema = {key: item for key, item in value.items() if key in _VALUE_KEYWORDS}
    items = schema.get("items")
    if isinstance(items, dict) and "$ref" not in items:
        schema["items"] = value_schema(items)
    example = schema.pop("x-example", None)
    if example is not None:
        schema["example"] = example
    return schema_20(schema)


def _beside(value: JsonObject) -> JsonObject:
    """What a parameter or header says beside its schema."""
    return {
        key: item
        for key, item in value.items()
        if key not in _VALUE_KEYWORDS and key not in ("collectionFormat", "schema")
    }


def header_30(header: JsonObject) -> JsonObject:
    """A Header Object (2.0: its type stands in it)."""
    style = style_of(header, "header") if header.get("type") == "array" else {}
    return {**_beside(header), **style, "schema": value_schema(header)}


def parameter_30(parameter: JsonObject) -> JsonObject:
    """A parameter of path, query or header."""
    result = _beside(parameter)
    where = parameter.get("in")
    if parameter.get("type") == "array":
        result.update(style_of(parameter, str(where)))
    result["schema"] = value_schema(parameter)
    return result


def style_of(parameter: JsonObject, where: str) -> JsonObject:
    """``collectionFormat`` as style and explode; empty where the default says it."""
    written = parameter.get("collectionFormat")
    delimited = written if written in _DELIMITED else None
    if where not in ("query", "formData"):
        return {} if delimited is None else {"style": delimited, "explode": False}
    if written == "multi":
        return {"style": "form", "explode": True}
    if not isinstance(delimited, str):
        return {"style": "form", "explode": False}
    return {"style": _STYLES.get(delimited, delimited), "explode": False}


def content_of(types: list[str], media: JsonObject) -> JsonObject:
    """One Media Type Object under each media type."""
    return {name: dict(media) for name in types}


def server_list(root: JsonObject, schemes: JsonValue) -> list[JsonValue]:
    """``host``, ``basePath`` and ``schemes`` as servers, https first.

    Without a host the server is relative to where the description came from.
    """
    path = root.get("basePath")
    base = path if isinstance(path, str) else ""
    host = root.get("host")
    if not isinstance(host, str) or not host:
        return [{"url": base or "/"}]
    base = "" if base == "/" else base
    given = schemes if isinstance(schemes, list) else []
    named = [scheme for scheme in _SCHEMES if scheme in given] or ["https"]
    return [{"url": f"{scheme}://{host}{base}"} for scheme in named]


def security_scheme_30(scheme: JsonObject) -> JsonObject:
    """A Security Scheme Object."""
    match scheme.get("type"):
        case "basic":
            return {**scheme, "type": "http", "scheme": "basic"}
        case "oauth2":
            moved = ("flow", "authorizationUrl", "tokenUrl", "scopes")
            flow = str(scheme.get("flow", ""))
            inside: JsonObject = {"scopes": scheme.get("scopes", {})}
            for key in ("authorizationUrl", "tokenUrl"):
                if key in scheme:
                    inside[key] = scheme[key]
            rest = {key: item for key, item in scheme.items() if key not in moved}
            return {**rest, "flows": {_FLOWS.get(flow, flow): inside}}
        case _:
            return scheme
