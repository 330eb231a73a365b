"""Views of resource modules."""

from __future__ import annotations

from collections.abc import Iterable

from ..ir.api import Operation, Resource
from .code import Code, build, fixed
from .context import Context
from .docs import docstring, full_text
from .encode import identifier
from .fit import assigned, call, lay_out
from .imports import block, modules, own
from .methods import Flavour, method_uses
from .operations import constant_result, operation_line
from .views import ClassView, RawView, ResourceView
from .waiting import methods_of, wait_uses, waiter_lines

__all__ = ["class_names", "raw_lines", "resource_doc", "resource_view"]


def class_names(
    resource: Resource, context: Context
) -> dict[Flavour, tuple[Code, Code]]:
    """The classes of a resource and their raw twins, for both flavours."""
    name = identifier(context.names.resource_classes[resource.key])
    return {
        Flavour.SYNC: (name, build("Raw", name)),
        Flavour.ASYNC: (build("Async", name), build("AsyncRaw", name)),
    }


def resource_view(resource: Resource, context: Context) -> ResourceView:
    """The module of one resource."""
    members = context.members_of(resource)
    classes = class_names(resource, context)
    sync, raw_sync = classes[Flavour.SYNC]
    asynchronous, raw_async = classes[Flavour.ASYNC]
    text = resource_doc(resource, context)
    doc = docstring(text, 4) or fixed('""""""')

    def view(name: Code, base: Code, flavour: Flavour) -> ClassView:
        methods = methods_of(resource.operations, flavour, members, context)
        return ClassView(name, base, doc, methods)

    def raw(name: Code, wraps: Code, wrapper: Code) -> RawView:
        words = build(
            '"""The calls of ``', wraps, '``, each returning a ``Response``."""'
        )
        lines = raw_lines(resource.operations, fixed("resource"), wrapper, context)
        return RawView(name, words, wraps, lines)

    return ResourceView(
        doc=docstring(text, 0) or fixed('""""""'),
        imports=_imports(resource, members, context),
        constants=(
            *(operation_line(one, context) for one in resource.operations),
            *waiter_lines(resource.operations, context),
        ),
        classes=(
            view(sync, fixed("rt.Resource"), Flavour.SYNC),
            view(asynchronous, fixed("rt.AsyncResource"), Flavour.ASYNC),
        ),
        raws=(
            raw(raw_sync, sync, fixed("rt.raw")),
            raw(raw_async, asynchronous, fixed("rt.async_raw")),
        ),
    )


def resource_doc(resource: Resource, context: Context) -> str:
    """What a resource is about."""
    calls = resource.key or context.subject
    return full_text(resource.doc) or f"Operations on {calls}."


def raw_lines(
    operations: Iterable[Operation], owner: Code, wrapper: Code, context: Context
) -> tuple[Code, ...]:
    """The statements that bind the raw twins of methods."""
    lines: list[Code] = []
    for operation in operations:
        name = identifier(context.names.operations[operation.id])
        target = build("self.", name, ": typing.Final")
        made = call(wrapper, build(owner, ".", name))
        lines.append(lay_out(assigned(target, made), 8))
    return tuple(lines)


def _imports(resource: Resource, members: frozenset[str], context: Context) -> Code:
    uses = frozenset({"rt", "typing"})
    for operation in resource.operations:
        uses |= method_uses(operation, members, context)
        uses |= wait_uses(operation, members, context)
        uses |= constant_result(operation, context).uses
    return block(modules(uses), own(uses, "..")) or fixed("")
