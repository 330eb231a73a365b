"""Classes for the libraries that bring no generator, written from a description.

Every library gets the same fields and types. The straight-line code is what a careful
person would write by hand: it checks each type and keeps what it does not know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

__all__ = ["KINDS", "source"]

Schema = Mapping[str, Any]

_FORMATS = {"uuid": "UUID", "date-time": "datetime", "date": "date"}
_ATOMS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}
_COMMON = """\
import json
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

"""


def source(schemas: Mapping[str, Schema], kind: str) -> str:
    """The module with a class for each schema, in one library's manner."""
    head, write = KINDS[kind]
    parts = [_COMMON + head]
    for name, schema in _ordered(schemas).items():
        parts.append(_enum(name, schema) if "enum" in schema else write(name, schema))
    return "\n\n".join(parts)


def _ordered(schemas: Mapping[str, Schema]) -> dict[str, Schema]:
    """The schemas, each after those it refers to."""
    done: dict[str, Schema] = {}

    def visit(name: str) -> None:
        for other in _references(schemas[name]):
            visit(other)
        done.setdefault(name, schemas[name])

    for name in schemas:
        visit(name)
    return done


def _references(schema: Any) -> Iterator[str]:
    for key, value in schema.items() if isinstance(schema, dict) else ():
        if key == "$ref":
            yield value.rpartition("/")[2]
        yield from _references(value)


def _enum(name: str, schema: Schema) -> str:
    lines = [f"    {one} = {one!r}" for one in schema["enum"]]
    return "\n".join([f"class {name}(str, Enum):", *lines])


def _type(schema: Schema) -> str:
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    match schema["type"]:
        case "array":
            return f"list[{_type(schema['items'])}]"
        case "object":
            return f"dict[str, {_type(schema['additionalProperties'])}]"
        case "string" if schema.get("format") in _FORMATS:
            return _FORMATS[schema["format"]]
        case "string" if "enum" in schema:
            return "str"
        case atom:
            return _ATOMS[atom]


def _fields(schema: Schema) -> list[str]:
    """The fields; those that may be left out last."""
    required, optional = [], []
    for name, one in schema["properties"].items():
        text = f"    {name}: {_type(one)}"
        if one.get("nullable"):
            text += " | None"
        if name in schema["required"]:
            required.append(text)
        else:
            empty = "" if text.endswith("None") else " | None"
            optional.append(f"{text}{empty} = None")
    return [*required, *optional]


def _plain(head: str) -> Callable[[str, Schema], str]:
    def write(name: str, schema: Schema) -> str:
        return "\n".join([head.format(name=name), *_fields(schema)])

    return write


_HAND = """\
def fail(value, name):
    raise TypeError(f"{name}: {value!r}")


def dumps(value):
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode()
"""


def _hand(name: str, schema: Schema) -> str:
    """A dataclass, and straight-line code from and to JSON values."""
    slots = [f"    {one}: Any" for one in schema["properties"]]
    known = ", ".join(map(repr, schema["properties"]))
    reading, writing = [], []
    for key, one in schema["properties"].items():
        reading += _hand_read(key, one, key in schema["required"])
        value = _hand_written(f"self.{key}", one)
        if one.get("nullable") and value != f"self.{key}":
            value = f"None if self.{key} is None else {value}"
        guard = "" if key in schema["required"] else f"if self.{key} is not None: "
        writing.append(f"    {guard}out[{key!r}] = {value}")
    return "\n".join(
        [
            "@dataclass(slots=True)",
            f"class {name}:",
            *slots,
            "    extra: dict[str, Any]",
            "",
            f"KNOWN_{name} = frozenset(({known},))",
            "",
            f"def read_{name}(d):",
            "    if d.__class__ is not dict: fail(d, 'object')",
            *reading,
            f"    extra = {{k: v for k, v in d.items() if k not in KNOWN_{name}}}",
            f"    return {name}(",
            *(f"        {one}_," for one in schema["properties"]),
            "        extra,",
            "    )",
            "",
            f"def write_{name}(self):",
            "    out = {}",
            *writing,
            "    if self.extra: out.update(self.extra)",
            "    return out",
        ]
    )


def _hand_read(key: str, schema: Schema, required: bool) -> list[str]:
    got = f"d[{key!r}]" if required else f"d.get({key!r})"
    lines = [f"    {key}_ = {got}"]
    inner = _hand_made(f"{key}_", schema)
    if not required or schema.get("nullable"):
        lines.append(f"    if {key}_ is not None:")
        lines += [f"    {one}" for one in inner]
    else:
        lines += inner
    return lines


def _hand_made(name: str, schema: Schema) -> list[str]:
    type_ = _type(schema)
    made = {
        "UUID": f"UUID({name})",
        "datetime": f"datetime.fromisoformat({name})",
        "date": f"date.fromisoformat({name})",
        "JobStatus": f"JobStatus({name})",
        "list[str]": f"[x if x.__class__ is str else fail(x, 'str') for x in {name}]",
        "list[float]": f"[x if x.__class__ is float or x.__class__ is int"
        f" else fail(x, 'float') for x in {name}]",
        "dict[str, str]": f"{{k: x if x.__class__ is str else fail(x, 'str')"
        f" for k, x in {name}.items()}}",
    }
    if type_ in made:
        return [f"    {name} = {made[type_]}"]
    if type_ in ("str", "int", "bool"):
        return [f"    if {name}.__class__ is not {type_}: fail({name}, {type_!r})"]
    if type_ == "float":
        wrong = f"{name}.__class__ is not float and {name}.__class__ is not int"
        return [f"    if {wrong}: fail({name}, {type_!r})"]
    if type_.startswith("list["):
        return [f"    {name} = [read_{type_[5:-1]}(x) for x in {name}]"]
    return [f"    {name} = read_{type_}({name})"]


def _hand_written(value: str, schema: Schema) -> str:
    type_ = _type(schema)
    if type_ == "UUID":
        return f"str({value})"
    if type_ in ("datetime", "date"):
        return f"{value}.isoformat()"
    if type_ == "JobStatus":
        return f"{value}.value"
    if "$ref" in schema:
        return f"write_{type_}({value})"
    if "$ref" in schema.get("items", {}):
        return f"[write_{type_[5:-1]}(x) for x in {value}]"
    return value


_MASHUMARO = """\
from mashumaro.mixins.json import DataClassJSONMixin
"""

KINDS: Mapping[str, tuple[str, Callable[[str, Schema], str]]] = {
    "hand": (_HAND, _hand),
    "pydantic": (
        "from pydantic import BaseModel",
        _plain("class {name}(BaseModel):"),
    ),
    "msgspec-dataclasses": ("", _plain("@dataclass(slots=True)\nclass {name}:")),
    "msgspec-structs": (
        "import msgspec",
        _plain("class {name}(msgspec.Struct, omit_defaults=True):"),
    ),
    "cattrs": ("import attrs", _plain("@attrs.define\nclass {name}:")),
    "mashumaro": (
        _MASHUMARO,
        _plain("@dataclass(slots=True)\nclass {name}(DataClassJSONMixin):"),
    ),
}
