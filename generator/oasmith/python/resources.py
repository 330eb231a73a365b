"""Views of resource modules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..ir.api import Operation, Resource
from .code import Code, build, fixed
from .context import Context
from .docs import docstring, full_text
from .encode import identifier
from .fit import assigned, call, lay_out
from .imports import block, modules, own
from .methods import Flavour, method_uses, method_view
from .operations import constant_uses, operation_lines, streamed_constant
from .streams import Streaming, streaming_of
from .views import ClassView, ResourceView, TwinView

__all__ = [
    "class_names",
    "raw_lines",
    "raw_words",
    "resource_doc",
    "resource_view",
    "streaming_lines",
    "streaming_words",
    "streams_in_twin",
]


@dataclass(frozen=True, slots=True)
class ClassNames:
    """The class of a resource, and the twins that give its answers otherwise.

    ``streaming`` None: it has no answer that can be read as it comes.
    """

    plain: Code
    raw: Code
    streaming: Code | None

    def all(self) -> tuple[Code, ...]:
        """Every one."""
        streaming = () if self.streaming is None else (self.streaming,)
        return (self.plain, self.raw, *streaming)


def class_names(resource: Resource, context: Context) -> dict[Flavour, ClassNames]:
    """The classes of a resource, for both flavours."""
    name = identifier(context.names.resource_classes[resource.key])
    streams = any(streams_in_twin(one) for one in resource.operations)
    return {
        Flavour.SYNC: ClassNames(
            name, build("Raw", name), build("Streaming", name) if streams else None
        ),
        Flavour.ASYNC: ClassNames(
            build("Async", name),
            build("AsyncRaw", name),
            build("AsyncStreaming", name) if streams else None,
        ),
    }


def streams_in_twin(operation: Operation) -> bool:
    """Whether ``client.streaming`` has the operation."""
    return streaming_of(operation) in (Streaming.BESIDE, Streaming.BYTES)


def resource_view(resource: Resource, context: Context) -> ResourceView:
    """The module of one resource."""
    members = frozenset(context.names.operations[one.id] for one in resource.operations)
    classes = class_names(resource, context)
    sync, asynchronous = classes[Flavour.SYNC], classes[Flavour.ASYNC]
    text = resource_doc(resource, context)
    doc = docstring(text, 4) or fixed('""""""')

    def view(name: Code, base: Code, flavour: Flavour) -> ClassView:
        methods = [
            method_view(one, flavour, members, context) for one in resource.operations
        ]
        return ClassView(name, base, doc, tuple(methods))

    return ResourceView(
        doc=docstring(text, 0) or fixed('""""""'),
        imports=_imports(resource, members, context),
        constants=tuple(
            line
            for one in resource.operations
            for line in operation_lines(one, context)
        ),
        classes=(
            view(sync.plain, fixed("rt.Resource"), Flavour.SYNC),
            view(asynchronous.plain, fixed("rt.AsyncResource"), Flavour.ASYNC),
        ),
        twins=(
            *_twins(resource, sync, Flavour.SYNC, context),
            *_twins(resource, asynchronous, Flavour.ASYNC, context),
        ),
    )


def _twins(
    resource: Resource, classes: ClassNames, flavour: Flavour, context: Context
) -> Iterator[TwinView]:
    owner = fixed("resource")
    words = raw_words(classes.plain)
    lines = raw_lines(resource.operations, owner, flavour, context)
    yield TwinView(classes.raw, words, classes.plain, lines)
    if classes.streaming is not None:
        words = streaming_words(classes.plain)
        lines = streaming_lines(resource.operations, owner, flavour, context)
        yield TwinView(classes.streaming, words, classes.plain, lines)


def raw_words(wraps: Code) -> Code:
    """The docstring of a class that gives whole answers."""
    return build('"""The calls of ``', wraps, '``, each returning a ``Response``."""')


def streaming_words(wraps: Code) -> Code:
    """The docstring of a class that gives answers as they come."""
    return build('"""The calls of ``', wraps, '``, read as the answer comes."""')


def resource_doc(resource: Resource, context: Context) -> str:
    """What a resource is about."""
    calls = resource.key or context.subject
    return full_text(resource.doc) or f"Operations on {calls}."


def raw_lines(
    operations: Iterable[Operation], owner: Code, flavour: Flavour, context: Context
) -> tuple[Code, ...]:
    """The statements that bind the raw twins of methods."""
    sync = flavour is Flavour.SYNC
    wrapper = fixed("rt.raw") if sync else fixed("rt.async_raw")
    return tuple(_bound(one, owner, wrapper, (), context) for one in operations)


def streaming_lines(
    operations: Iterable[Operation], owner: Code, flavour: Flavour, context: Context
) -> tuple[Code, ...]:
    """The statements that bind the streaming twins of methods."""
    sync = flavour is Flavour.SYNC
    downloads = fixed("rt.download") if sync else fixed("rt.async_download")
    streams = fixed("rt.streamed") if sync else fixed("rt.async_streamed")
    lines: list[Code] = []
    for operation in operations:
        match streaming_of(operation):
            case Streaming.BYTES:
                lines.append(_bound(operation, owner, downloads, (), context))
            case Streaming.BESIDE:
                extra = (streamed_constant(operation, context),)
                lines.append(_bound(operation, owner, streams, extra, context))
            case Streaming.NOT | Streaming.ALWAYS:
                pass
    return tuple(lines)


def _bound(
    operation: Operation,
    owner: Code,
    wrapper: Code,
    extra: tuple[Code, ...],
    context: Context,
) -> Code:
    name = identifier(context.names.operations[operation.id])
    target = build("self.", name, ": typing.Final")
    made = call(wrapper, build(owner, ".", name), *extra)
    return lay_out(assigned(target, made), 8)


def _imports(resource: Resource, members: frozenset[str], context: Context) -> Code:
    uses = frozenset({"rt", "typing"})
    for operation in resource.operations:
        uses |= method_uses(operation, members, context)
        uses |= constant_uses(operation, context)
    return block(modules(uses), own(uses, "..")) or fixed("")
