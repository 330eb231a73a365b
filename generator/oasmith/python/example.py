"""The one call a README shows: a real operation with arguments a reader understands."""

from __future__ import annotations

from dataclasses import dataclass

from ..ir.api import Operation, Param, Resource
from ..ir.types import NONE, Literal, Scalar, ScalarKind
from ..ir.where import Where
from .code import NOTHING, Code, build, fixed, join
from .context import Context
from .encode import identifier, literal
from .results import raised, result_types
from .servers import client_address, server_arguments

__all__ = ["Example", "example_of", "qualified"]

_SHORT = 40


@dataclass(frozen=True, slots=True)
class Example:
    """``client`` makes the client; ``result`` is the target with its " = ", or nothing.

    ``error`` is a documented error of the operation, or the general one.
    """

    client: Code
    result: Code
    call: Code
    error: Code


def example_of(context: Context) -> Example | None:
    """The best operation to show; None where every one needs more than plain values."""
    found = [
        (rank, resource, operation)
        for resource in context.api.resources
        for operation in resource.operations
        if (rank := _rank(operation)) is not None
    ]
    if not found:
        return None
    _, resource, operation = min(found, key=lambda one: one[0])
    needed = [one for one in operation.params if one.required]
    arguments = join(", ", [_argument(one, operation, context) for one in needed])
    errors = [name for name, _ in raised(operation)]
    error = next((name for name in _WORTH_SHOWING if name in errors), "StatusError")
    return Example(
        client=_client(context),
        result=NOTHING if result_types(operation) == (NONE,) else fixed("result = "),
        call=build(qualified(resource, operation, context), "(", arguments, ")"),
        error=identifier(error),
    )


def _client(context: Context) -> Code:
    """A client with what it cannot do without."""
    address = client_address(context)
    if address is None:
        return fixed('Client(base_url="https://…")')
    needed = [
        build(identifier(one.argument), '="…"')
        for one in server_arguments(context)
        if not one.default
    ]
    return build("Client(", join(", ", needed), ")")


def qualified(resource: Resource, operation: Operation, context: Context) -> Code:
    """How a method is reached: ``client.jobs.get``."""
    name = identifier(context.names.operations[operation.id])
    if not resource.key:
        return build("client.", name)
    return build(
        "client.", identifier(context.names.resources[resource.key]), ".", name
    )


_WORTH_SHOWING = (
    "NotFoundError",
    "UnauthorizedError",
    "UnprocessableEntityError",
    "BadRequestError",
    "RateLimitError",
)


def _rank(operation: Operation) -> tuple[int, int] | None:
    """Lower is better; None: needs values no reader could type in."""
    needed = [one for one in operation.params if one.required]
    body = operation.body is not None and operation.body.required
    if body or not all(_is_plain(one) for one in needed):
        return None
    in_path = sum(one.where is Where.PATH for one in needed)
    reads = 0 if operation.method == "GET" and not operation.doc.deprecated else 1
    return reads, {1: 0, 0: 1}.get(in_path, in_path) + 2 * (len(needed) - in_path)


def _is_plain(param: Param) -> bool:
    plain = (ScalarKind.STR, ScalarKind.INT)
    kind = param.type.kind if isinstance(param.type, Scalar) else None
    return isinstance(param.type, Literal) or kind in plain


def _argument(param: Param, operation: Operation, context: Context) -> Code:
    name = context.names.params[operation.id, f"{param.where.value}:{param.wire}"]
    value = _value(param, name)
    if param.where is Where.PATH:
        return value
    return build(identifier(name), "=", value)


def _value(param: Param, name: str) -> Code:
    """An example of the description's own, else a value that says what it is."""
    match param.type:
        case Literal(values):
            return literal(values[0])
        case Scalar(ScalarKind.INT):
            return fixed("1")
        case _:
            told = [one for one in param.doc.examples if isinstance(one, str)]
            short = [
                one for one in told if 0 < len(one) <= _SHORT and one.isprintable()
            ]
            return literal(short[0] if short else name)
