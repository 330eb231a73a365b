"""A schema validator's errors, told as one person would tell another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, cast

from ..source.document import JsonValue
from ..source.nearest import nearest
from ..source.pointer import Pointer
from ..source.values import Frozen

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError

__all__ = ["Finding", "most_specific"]

_LONGEST = 160


class Finding(Frozen):
    """What is wrong and where; ``on_key`` when it is the key that is wrong."""

    pointer: Pointer
    message: str
    hint: str = ""
    on_key: bool = False


def most_specific(
    error: ValidationError, schema: dict[str, JsonValue]
) -> Iterator[Finding]:
    """The findings behind an error against ``schema``.

    Of alternatives that all fail, the one that was most likely meant speaks:
    what fails in every one of them, an object of another type, and a missing
    ``$ref`` say nothing.
    """
    if error.kind.name in ("oneOf", "anyOf"):
        branches = _alternatives(error)
        if branches:
            missing = _missing_in_each(branches)
            if len(missing) > 1:
                names = " or ".join(repr(name) for name in missing)
                yield Finding(
                    _pointer(error), f"{names} is missing", "add one of them", True
                )
                return
            for inner in _likeliest(branches):
                yield from most_specific(inner, schema)
            return
    yield from _tell(error, schema)


def _alternatives(error: ValidationError) -> list[list[ValidationError]]:
    context = cast(
        "list[list[ValidationError]]", getattr(error.kind, "context", None) or []
    )
    return [branch for branch in context if branch and not _is_reference(branch)]


def _is_reference(branch: list[ValidationError]) -> bool:
    """Whether an alternative is the Reference Object, and this has no ``$ref``."""
    return any(
        error.kind.name == "required" and _details(error).get("property") == "$ref"
        for error in branch
    )


def _missing_in_each(branches: list[list[ValidationError]]) -> list[str]:
    """The fields of which one is missing, where that is all there is to say."""
    names: list[str] = []
    for branch in branches:
        if len(branch) != 1 or branch[0].kind.name != "required":
            return []
        names.append(str(_details(branch[0]).get("property")))
    return names


def _likeliest(branches: list[list[ValidationError]]) -> list[ValidationError]:
    """The alternative that fails furthest inside, then with the fewest errors."""

    def rank(branch: list[ValidationError]) -> tuple[bool, int, int]:
        wrong_type = any(
            error.kind.name in ("type", "enum", "const") for error in branch
        )
        deepest = max(len(error.instance_path) for error in branch)
        return wrong_type, -deepest, len(branch)

    return min(branches, key=rank)


def _details(error: ValidationError) -> dict[str, JsonValue]:
    return cast("dict[str, JsonValue]", error.kind.as_dict())


def _pointer(error: ValidationError) -> Pointer:
    return tuple(str(token) for token in error.instance_path)


def _tell(error: ValidationError, schema: dict[str, JsonValue]) -> Iterator[Finding]:
    at = _pointer(error)
    details = _details(error)
    match error.kind.name:
        case "required":
            name = details.get("property")
            yield Finding(at, f"{name!r} is missing", f"add {name!r}", True)
        case "additionalProperties" | "unevaluatedProperties":
            unexpected = details.get("unexpected")
            for name in unexpected if isinstance(unexpected, list) else []:
                yield _unexpected(at, str(name), _fields(error, schema))
        case "type":
            yield _wrong_type(at, error.instance, details.get("types"))
        case "enum":
            options = details.get("options")
            values = options if isinstance(options, list) else []
            yield _not_among(at, error.instance, values)
        case "const":
            expected = details.get("expected_value")
            message = f"must be {expected!r}, not {_brief(error.instance)}"
            yield Finding(at, message, f"write {expected!r}")
        case "not":
            yield Finding(at, _exclusive(details.get("schema")), "remove one of them")
        case "oneOf" if not isinstance(error.instance, dict):
            # Alternatives that ask for fields hold for all but mappings; that it is
            # none is said elsewhere.
            return
        case "oneOf":
            message = "fits several alternatives that exclude each other"
            yield Finding(at, message, "decide for one of them")
        case "minProperties" | "minItems":
            yield Finding(
                at, "must not be empty", "add what belongs here, or remove it"
            )
        case _:
            yield Finding(at, _shortened(error.message), "correct it here")


def _wrong_type(at: Pointer, value: object, types: JsonValue) -> Finding:
    wanted = _types(types if isinstance(types, list) else [types])
    is_scalar = isinstance(value, int | float) and wanted == "text"
    hint = "put it in quotes" if is_scalar else f"write {wanted}"
    return Finding(at, f"must be {wanted}, not {_type_of(value)}", hint)


def _exclusive(schema: JsonValue) -> str:
    """What a forbidden schema forbids: in these schemas, two fields at a time."""
    required = schema.get("required") if isinstance(schema, dict) else None
    if not isinstance(required, list):
        return "is what is forbidden here"
    return f"{' and '.join(repr(name) for name in required)} exclude each other"


def _fields(error: ValidationError, schema: dict[str, JsonValue]) -> frozenset[str]:
    """The fields the object could have had and does not, by the schema beside it."""
    beside: JsonValue = schema
    for token in error.schema_path[:-1]:
        beside = beside.get(str(token)) if isinstance(beside, dict) else None
    known = beside.get("properties") if isinstance(beside, dict) else None
    given = cast("dict[str, JsonValue]", error.instance)
    return frozenset(known if isinstance(known, dict) else ()) - given.keys()


def _unexpected(at: Pointer, name: str, fields: frozenset[str]) -> Finding:
    guess = nearest(name, fields)
    hint = (
        f"did you mean {guess!r}?" if guess else "remove it, or let it begin with 'x-'"
    )
    return Finding((*at, name), f"{name!r} is no field of this object", hint, True)


def _not_among(at: Pointer, value: object, options: Iterable[JsonValue]) -> Finding:
    known = [str(option) for option in options]
    guess = nearest(value, known) if isinstance(value, str) else None
    hint = f"did you mean {guess!r}?" if guess else "choose one of them"
    allowed = ", ".join(known)
    return Finding(at, f"{_brief(value)} is not one of {_shortened(allowed)}", hint)


_NAMES = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}


def _types(names: Iterable[JsonValue]) -> str:
    return " or ".join(_NAMES.get(str(name), str(name)) for name in names)


def _type_of(value: object) -> str:
    match value:
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case None:
            return "null"
        case _:
            return _brief(value)


def _brief(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str() | int() | float():
            return _shortened(repr(value))
        case _:
            return _type_of(value)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
