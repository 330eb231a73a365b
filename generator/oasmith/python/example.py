"""The one call a README shows: a real operation with arguments a reader understands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import LiteralString

from ..ir.api import Operation, Resource
from ..ir.decls import Doc, Enum
from ..ir.types import NONE, Literal, Ref, Scalar, ScalarKind, Type
from ..ir.where import Where
from ..source.values import Frozen
from .annotations import Scope, Side
from .arguments import arguments_of, body_table
from .code import Code, build, fixed, join
from .context import Context, beyond_aliases, struct_fields, struct_of
from .encode import file_name, identifier, literal
from .fit import assigned, call, lay_out
from .imports import names_from
from .results import raised, result_types
from .servers import client_address, server_arguments
from .streams import Streaming, streaming_of, twin_form
from .views import WaitView

__all__ = [
    "Example",
    "example_of",
    "pages_example_of",
    "qualified",
    "streaming_call",
    "wait_example",
]

_SHORT = 40


class Example(Frozen):
    """``client`` makes the client, ``callee`` and ``arguments`` are the call.

    ``answers``: there is a result to speak of; ``error`` is a documented error of
    the operation, or the general one.
    """

    client: Code
    callee: Code
    arguments: tuple[Code, ...]
    answers: bool
    error: str

    def call(self, indent: int) -> Code:
        """The call alone, laid out for ``indent`` columns."""
        return lay_out(call(self.callee, *self.arguments), indent)

    def statement(
        self,
        indent: int,
        keyword: LiteralString = "",
        target: LiteralString = "result",
    ) -> Code:
        """The call and what becomes of it; ``keyword`` ("await ") comes before it."""
        made = call(build(keyword, self.callee), *self.arguments)
        return lay_out(assigned(fixed(target), made) if self.answers else made, indent)


def example_of(context: Context) -> Example | None:
    """The best operation to show; None where every one needs more than plain values."""
    return context.once((example_of,), lambda: _best(context, context.operations()))


def pages_example_of(context: Context) -> Example | None:
    """The best operation of those that page; None where there is none."""
    paged = [one for one in context.operations() if one.paging is not None]
    return _best(context, paged)


def _best(context: Context, among: Iterable[Operation]) -> Example | None:
    shown = {one.id for one in among}
    found = [
        (_rank(operation, needed, context), resource, operation, needed)
        for resource in context.resources
        for operation in resource.operations
        if operation.id in shown
        and streaming_of(operation) is not Streaming.ALWAYS
        and (needed := _needed(operation, context)) is not None
    ]
    if not found:
        return None
    _, resource, operation, needed = min(found, key=lambda one: one[0])
    errors = [name for name, _ in raised(operation)]
    error = next((name for name in _WORTH_SHOWING if name in errors), "StatusError")
    return Example(
        client=_client(context),
        callee=qualified(resource, operation, context),
        arguments=tuple(one.code() for one in needed),
        answers=result_types(operation) != (NONE,),
        error=error,
    )


def streaming_call(kind: Streaming, context: Context) -> Code | None:
    """A call whose answer is read as it comes; None where there is none of the kind.

    One whose arguments are plain goes before one whose are left out.
    """
    found = [
        (_needed(operation, context), resource, operation)
        for resource in context.resources
        for operation in resource.operations
        if streaming_of(operation) is kind
    ]
    if not found:
        return None
    needed, resource, operation = min(found, key=lambda one: one[0] is None)
    arguments = fixed("...")
    if needed is not None:
        arguments = join(", ", [one.code() for one in needed])
    return build(_reached(resource, operation, context), "(", arguments, ")")


def _reached(resource: Resource, operation: Operation, context: Context) -> Code:
    """How the method that gives its answer as it comes is reached."""
    if twin_form(operation) is None:
        return qualified(resource, operation, context)
    name = identifier(context.names.operations[operation.id])
    if not resource.key:
        return build("client.streaming.", name)
    group = identifier(context.names.resources[resource.key])
    return build("client.streaming.", group, ".", name)


def wait_example(context: Context) -> WaitView | None:
    """The first waiter, as it is called; None where nothing is waited for."""
    names = context.names
    for operation in context.operations():
        waiter = operation.waiter
        needed = None if waiter is None else _needed(operation, context)
        if waiter is None or needed is None:
            continue
        arguments = [*(one.code() for one in needed), fixed("progress=True")]
        home = context.resource_of(operation.id)
        method = _on_client(home, names.waits[operation.id], context)
        begun = [
            _on_client(
                context.resource_of(one.operation),
                names.starts[one.operation, operation.id],
                context,
            )
            for one in waiter.starts
        ]
        made = assigned(fixed("result"), call(method, *arguments))
        errors = {"WaitFailedError"} if waiter.failed else set[str]()
        module = file_name(context.settings.package)
        return WaitView(
            imports=names_from(module, {"Client", "WaitTimeoutError", *errors}),
            client=_client(context),
            statement=lay_out(made, 8),
            fails=bool(waiter.failed),
            start=build("`", begun[0], "`") if begun else None,
        )
    return None


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
    return _on_client(resource.key, context.names.operations[operation.id], context)


def _on_client(resource: str, name: str, context: Context) -> Code:
    if not resource:
        return build("client.", identifier(name))
    group = identifier(context.names.resources[resource])
    return build("client.", group, ".", identifier(name))


_WORTH_SHOWING = (
    "NotFoundError",
    "UnauthorizedError",
    "UnprocessableEntityError",
    "BadRequestError",
    "RateLimitError",
)


class _Needed(Frozen):
    """An argument that must be given, with what a reader may type in."""

    name: str
    positional: bool
    value: Code

    def code(self) -> Code:
        """The argument as it stands in the call."""
        if self.positional:
            return self.value
        return build(identifier(self.name), "=", self.value)


_READING = frozenset(
    {
        "count",
        "describe",
        "fetch",
        "find",
        "get",
        "list",
        "lookup",
        "query",
        "read",
        "retrieve",
        "search",
        "show",
    }
)
"""First words of methods that only look, whatever HTTP says."""


def _rank(
    operation: Operation, needed: tuple[_Needed, ...], context: Context
) -> tuple[int, int, int, int]:
    """Lower is better: what reads comes first, then what needs and says least."""
    words = context.names.operations[operation.id].split("_")
    if operation.method == "GET" or words[0] in _READING:
        reads = int(operation.doc.deprecated)
    else:
        reads = 2 + (operation.method == "DELETE")
    in_path = sum(one.positional for one in needed)
    needs = {1: 0, 0: 1}.get(in_path, in_path) + 2 * (len(needed) - in_path)
    return reads, needs, len(words), int(operation.method != "GET")


def _needed(operation: Operation, context: Context) -> tuple[_Needed, ...] | None:
    """What a call cannot do without; None: values no reader could type in."""
    scope = Scope(context.references, Side.ARGUMENT)
    arguments = arguments_of(operation, scope, context)
    uses = {(one.where, one.wire): (one.type, one.doc) for one in operation.params}
    needed = [(one, uses[Where.PATH, one.wire], True) for one in arguments.path]
    needed += [
        (one, uses[where, one.wire], False)
        for where, one in arguments.others
        if one.default is None
    ]
    if operation.body is not None and operation.body.required:
        struct = struct_of(body_table(operation.body)[0][1], context)
        if arguments.fields is None or struct is None:
            return None
        fields = {
            context.names.fields[owner, one.wire]: (one.type, one.doc)
            for owner, one in struct_fields(struct, context)
        }
        needed += [
            (one, fields[one.wire], False)
            for one in arguments.fields
            if one.default is None
        ]
    made: list[_Needed] = []
    for argument, (type_, doc), positional in needed:
        value = _value(type_, doc, argument.name, context)
        if value is None:
            return None
        made.append(_Needed(argument.name, positional, value))
    return tuple(made)


def _value(type_: Type, doc: Doc, name: str, context: Context) -> Code | None:
    """An example of the description's own, else a value that says what it is."""
    match _bare(type_, context):
        case Literal(values):
            return literal(values[0])
        case Enum(members=(first, *_)) if isinstance(first.value, str):
            return literal(first.value)
        case Scalar(ScalarKind.INT):
            return fixed("1")
        case Scalar(ScalarKind.FLOAT):
            return fixed("1.0")
        case Scalar(ScalarKind.BOOL):
            return fixed("True")
        case Scalar(ScalarKind.STR | ScalarKind.UUID):
            told = [one for one in doc.examples if isinstance(one, str)]
            short = [
                one for one in told if 0 < len(one) <= _SHORT and one.isprintable()
            ]
            return literal(short[0] if short else name)
        case _:
            return None


def _bare(type_: Type, context: Context) -> Type | Enum:
    """The type behind aliases; an enum for a reference to one."""
    end = beyond_aliases(type_, context)
    decl = context.decls[end.target] if isinstance(end, Ref) else None
    return decl if isinstance(decl, Enum) else end
