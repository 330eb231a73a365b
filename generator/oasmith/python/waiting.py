"""Views of the methods that wait, and the constants that say until when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import LiteralString

from ..ir.api import Operation, Start, Waiter
from ..ir.names import FieldId
from ..ir.types import Scalar, ScalarKind
from ..source.values import replace
from .annotations import Annotation, Scope, Side, annotate, listener, optional
from .arguments import Argument, Arguments, arguments_of
from .code import Code, build, fixed
from .context import Context
from .docs import Section, docstring, line
from .encode import constant, identifier
from .fit import (
    Group,
    Node,
    Parameter,
    annotated,
    call,
    dict_display,
    entry,
    lay_out,
    named,
    tuple_display,
)
from .links import called
from .method_docs import see_sync
from .methods import Flavour, method_view, overload, scope, signatures
from .operations import operation_constant
from .results import raised
from .streams import form_of
from .views import MethodView

__all__ = ["methods_of", "names_of", "wait_uses", "waiter_lines"]

_INDENT = 4

_WORDS: tuple[tuple[str, str], ...] = (
    ("timeout", "Seconds to wait in all; None for no limit."),
    (
        "interval",
        "Seconds between the first two calls. Each pause is half as long again as the"
        " one before, up to 30 seconds; where the server sends ``Retry-After``, that"
        " decides.",
    ),
    ("on_update", "Called with every answer."),
    ("progress", "Whether to show on stderr how it goes."),
)
_OWN = frozenset(name for name, _ in _WORDS)
"""Names an argument of the operation gives way to."""


def methods_of(
    operations: Iterable[Operation],
    flavour: Flavour,
    members: frozenset[str],
    context: Context,
) -> tuple[MethodView, ...]:
    """The methods of operations, those that wait behind what they call."""
    found: list[MethodView] = []
    for operation in operations:
        found.append(
            method_view(operation, form_of(operation), flavour, members, context)
        )
        for waiting, start in context.begun_by(operation.id):
            found.append(
                _start_view(operation, waiting, start, flavour, members, context)
            )
        if operation.waiter is not None:
            found.append(
                _wait_view(operation, operation.waiter, flavour, members, context)
            )
    return tuple(found)


def names_of(operation: Operation, context: Context) -> tuple[str, ...]:
    """The names of the methods an operation has, in their order."""
    names = context.names
    begun = context.begun_by(operation.id)
    return (
        names.operations[operation.id],
        *(names.starts[operation.id, waiting.id] for waiting, _ in begun),
        *([names.waits[operation.id]] if operation.waiter is not None else []),
    )


def waiter_lines(operations: Iterable[Operation], context: Context) -> tuple[Code, ...]:
    """The statements that make the constants of waiters."""
    lines: list[Code] = []
    for operation in operations:
        waiter = operation.waiter
        if waiter is None:
            continue
        result = annotate(waiter.result, Scope(context.references)).code
        name = _constant(operation, context)
        type_ = build("rt.Waiter[", result, "]")
        parts: list[Node] = [
            operation_constant(operation, context),
            build("field=", constant(_attributes(waiter.field, context))),
            named(fixed("done"), tuple_display(map(constant, waiter.done))),
        ]
        if waiter.failed:
            failed = tuple_display(map(constant, waiter.failed))
            parts.append(named(fixed("failed"), failed))
        made = call(fixed("rt.Waiter"), *parts)
        lines.append(lay_out(annotated(name, (type_,), made), 0))
    return tuple(lines)


def wait_uses(
    operation: Operation, members: frozenset[str], context: Context
) -> frozenset[str]:
    """The modules that the methods and the constant of waiting need."""
    uses: set[str] = set()
    received = scope(Side.RECEIVED, members, context)
    waiting = [one for one, _ in context.begun_by(operation.id)]
    for one in [operation, *waiting]:
        if one.waiter is not None:
            result = annotate(one.waiter.result, received)
            uses |= result.uses | listener(result, received).uses
            uses |= annotate(one.waiter.result, Scope(context.references)).uses
            for parameter in _own_annotations(result, received):
                uses |= parameter.uses
    return frozenset(uses)


def _constant(operation: Operation, context: Context) -> Code:
    """The name of a waiter's constant, which other modules import."""
    return identifier(context.names.waits[operation.id].upper())


def _attributes(field: tuple[FieldId, ...], context: Context) -> str:
    return ".".join(context.names.fields[one] for one in field)


def _wait_view(
    operation: Operation,
    waiter: Waiter,
    flavour: Flavour,
    members: frozenset[str],
    context: Context,
) -> MethodView:
    """The method that waits for what an operation tells of."""
    arguments = _arguments(operation, members, context)
    result = annotate(waiter.result, scope(Side.RECEIVED, members, context))
    name = identifier(context.names.waits[operation.id])
    more = _parameters(result, members, context)
    overloads, signature = signatures(flavour, name, arguments, result.code, more)
    plan = call(
        build(_constant(operation, context), ".until_done"),
        _WATCH,
        *arguments.handed_on(),
        fixed("options=options"),
    )
    words = f"Wait {_until(waiter, context)}."
    if flavour is Flavour.SYNC:
        route = f"Calls ``{operation.method} {operation.path}`` with growing pauses."
        errors = (*_raised(waiter, context), *raised(operation))
        doc = _doc(f"{words}\n\n{route}", arguments, errors)
    else:
        told = context.names.waits[operation.id]
        doc = see_sync(words, operation, told, context)
    return MethodView(
        decorator=overload(members),
        overloads=overloads,
        signature=signature,
        doc=doc,
        call=_run(plan, flavour),
    )


def _start_view(
    operation: Operation,
    waiting: Operation,
    start: Start,
    flavour: Flavour,
    members: frozenset[str],
    context: Context,
) -> MethodView:
    """The method that begins something and waits for it."""
    waiter = waiting.waiter
    if waiter is None:
        raise ValueError("the operation has no waiter")
    arguments = _arguments(operation, members, context)
    result = annotate(waiter.result, scope(Side.RECEIVED, members, context))
    more = _parameters(result, members, context)
    name = identifier(context.names.starts[operation.id, waiting.id])
    overloads, signature = signatures(flavour, name, arguments, result.code, more)
    known = dict_display(
        entry(constant(wire), constant(_attributes(way, context)))
        for wire, way in start.known
    )
    plan = call(
        build(_constant(waiting, context), ".after"),
        operation_constant(operation, context),
        known,
        _WATCH,
        *arguments.handed_on(),
        fixed("options=options"),
    )
    begin = context.names.operations[operation.id]
    summary = line(operation.doc.summary).rstrip(".") or f"Call ``{begin}``"
    words = f"{summary}, and wait {_until(waiter, context)}."
    if flavour is Flavour.SYNC:
        wait = _called(waiting, operation, context)
        how = f"Calls ``{begin}``, then asks as ``{wait}`` does."
        errors = dict(raised(waiting)) | dict(raised(operation))
        told = (*_raised(waiter, context), *errors.items())
        doc = _doc(f"{words}\n\n{how}", arguments, told)
    else:
        method = context.names.starts[operation.id, waiting.id]
        doc = see_sync(words, operation, method, context)
    return MethodView(
        decorator=overload(members),
        overloads=overloads,
        signature=signature,
        doc=doc,
        call=build(_imported(operation, waiting, context), _run(plan, flavour)),
    )


_WATCH = fixed("rt.Watch(timeout, interval, on_update, progress)")


def _arguments(
    operation: Operation, members: frozenset[str], context: Context
) -> Arguments:
    """The arguments of the operation, none of them called as one of waiting."""
    found = arguments_of(operation, scope(Side.ARGUMENT, members, context), context)
    taken = {one.name for one in found.all()}

    def free(one: Argument) -> Argument:
        name = one.name
        while name in _OWN or (name != one.name and name in taken):
            name += "_"
        return replace(one, name=name)

    return Arguments(
        path=tuple(map(free, found.path)),
        others=tuple((where, free(one)) for where, one in found.others),
        body=found.body,
        fields=None if found.fields is None else tuple(map(free, found.fields)),
    )


def _own_annotations(result: Annotation, where: Scope) -> tuple[Annotation, ...]:
    """The types of ``timeout``, ``interval``, ``on_update`` and ``progress``."""
    number = annotate(Scalar(ScalarKind.FLOAT), where)
    told = optional(listener(result, where))
    return optional(number), number, told, annotate(Scalar(ScalarKind.BOOL), where)


def _parameters(
    result: Annotation, members: frozenset[str], context: Context
) -> tuple[Parameter, ...]:
    where = scope(Side.RECEIVED, members, context)
    defaults = (fixed("600"), fixed("1"), fixed("None"), fixed("False"))
    types = _own_annotations(result, where)
    return tuple(
        Parameter(identifier(name), type_.alternatives, default)
        for (name, _), type_, default in zip(_WORDS, types, defaults, strict=True)
    )


def _run(plan: Group, flavour: Flavour) -> Code:
    word: LiteralString = "return " if flavour is Flavour.SYNC else "return await "
    return lay_out(call(build(word, "self._run"), plan), _INDENT * 2)


def _imported(operation: Operation, waiting: Operation, context: Context) -> Code:
    """The import of a waiter that another module has, in time for the call."""
    here, there = context.resource_of(operation.id), context.resource_of(waiting.id)
    if here == there:
        return fixed("")
    name = _constant(waiting, context)
    module = identifier(context.names.resources[there]) if there else fixed(".client")
    package = fixed(".") if here else fixed(".resources.")
    return build("from ", package, module, " import ", name, "\n\n        ")


def _called(waiting: Operation, seen_from: Operation, context: Context) -> str:
    """The waiting method as it is spoken of in the class of another operation."""
    name = context.names.waits[waiting.id]
    there = context.resource_of(waiting.id)
    if there == context.resource_of(seen_from.id) or not there:
        return name
    return f"{called(waiting.id, context).rpartition('.')[0]}.{name}"


def _until(waiter: Waiter, context: Context) -> str:
    field = _attributes(waiter.field, context)
    return f"until ``{field}`` is {_either(waiter.done)}"


def _either(states: tuple[str, ...]) -> str:
    quoted = [f"``{one}``" for one in states]
    last = quoted.pop()
    return f"{', '.join(quoted)} or {last}" if quoted else last


def _raised(waiter: Waiter, context: Context) -> tuple[tuple[str, str], ...]:
    late = "The time is up; ``.last`` is the last answer."
    if not waiter.failed:
        return (("WaitTimeoutError", late),)
    field = _attributes(waiter.field, context)
    failed = f"``{field}`` is {_either(waiter.failed)}; ``.result`` is the answer."
    return (("WaitFailedError", failed), ("WaitTimeoutError", late))


def _doc(
    text: str, arguments: Arguments, errors: tuple[tuple[str, str], ...]
) -> Code | None:
    entries = [(one.name, one.words) for one in arguments.all() if one.words]
    entries += [*_WORDS, ("options", "Settings of each call.")]
    sections = (Section("Args", tuple(entries)), Section("Raises", errors))
    return docstring(text, _INDENT * 2, sections)
