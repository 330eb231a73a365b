"""Views of resource modules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..ir.api import Operation, Resource
from ..source.values import Frozen
from .code import Code, build, fixed, join
from .context import Context
from .docs import docstring, full_text, line, summary
from .encode import identifier
from .fit import assigned, call, lay_out
from .imports import block, modules, own
from .methods import Flavour, method_uses, method_view
from .operations import constant_uses, operation_lines
from .streams import Form, form_of, twin_form
from .views import ClassView, MethodView, RawView, ResourceView
from .waiting import methods_of, names_of, wait_uses, waiter_lines

__all__ = [
    "class_names",
    "client_base",
    "raw_lines",
    "raw_words",
    "resource_base",
    "resource_summary",
    "resource_view",
    "streaming_methods",
    "streaming_uses",
    "streaming_words",
    "streams_in_twin",
]


class ClassNames(Frozen):
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
    key = (class_names, resource.key)
    return context.once(key, lambda: _class_names(resource, context))


def _class_names(resource: Resource, context: Context) -> dict[Flavour, ClassNames]:
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
    return twin_form(operation) is not None


def resource_view(resource: Resource, context: Context) -> ResourceView:
    """The module of one resource."""
    members = context.members_of(resource)
    classes = class_names(resource, context)
    sync, asynchronous = classes[Flavour.SYNC], classes[Flavour.ASYNC]
    short = resource_summary(resource, context)
    words = {Flavour.SYNC: resource_doc(resource, context), Flavour.ASYNC: short}

    def view(name: Code, flavour: Flavour) -> ClassView:
        methods = methods_of(resource.operations, flavour, members, context)
        base = resource_base(flavour, map(form_of, resource.operations))
        doc = docstring(words[flavour], 4) or fixed('""""""')
        return ClassView(name, base, doc, methods)

    return ResourceView(
        doc=docstring(short, 0) or fixed('""""""'),
        imports=_imports(resource, members, context),
        constants=(
            *operation_lines(resource.operations, context),
            *waiter_lines(resource.operations, context),
        ),
        classes=(
            view(sync.plain, Flavour.SYNC),
            view(asynchronous.plain, Flavour.ASYNC),
        ),
        raws=(
            _raw(resource, sync, Flavour.SYNC, context),
            _raw(resource, asynchronous, Flavour.ASYNC, context),
        ),
        streaming=(
            *_streaming(resource, sync, Flavour.SYNC, context),
            *_streaming(resource, asynchronous, Flavour.ASYNC, context),
        ),
    )


def _raw(
    resource: Resource, classes: ClassNames, flavour: Flavour, context: Context
) -> RawView:
    words = raw_words(classes.plain)
    lines = raw_lines(resource.operations, fixed("resource"), flavour, context)
    return RawView(classes.raw, words, classes.plain, lines)


def _streaming(
    resource: Resource, classes: ClassNames, flavour: Flavour, context: Context
) -> Iterator[ClassView]:
    if classes.streaming is not None:
        members = context.members_of(resource)
        yield ClassView(
            name=classes.streaming,
            base=resource_base(flavour, map(twin_form, resource.operations)),
            doc=streaming_words(classes.plain),
            methods=streaming_methods(resource.operations, flavour, members, context),
        )


def client_base(flavour: Flavour, operations: Iterable[Operation]) -> Code:
    """What a client with methods for these operations derives from."""
    sync = flavour is Flavour.SYNC
    if Form.ITEMS in {form_of(one) for one in operations}:
        return fixed("rt.StreamClient") if sync else fixed("rt.AsyncStreamClient")
    return fixed("rt.Client") if sync else fixed("rt.AsyncClient")


def resource_base(flavour: Flavour, forms: Iterable[Form | None]) -> Code:
    """What a class whose methods give such answers derives from."""
    prefix = fixed("rt.") if flavour is Flavour.SYNC else fixed("rt.Async")
    found = set(forms)
    bases: list[Code] = []
    if Form.ITEMS in found:
        bases.append(build(prefix, "StreamResource"))
    if Form.CHUNKS in found:
        bases.append(build(prefix, "DownloadResource"))
    return join(", ", bases) if bases else build(prefix, "Resource")


def streaming_methods(
    operations: Iterable[Operation],
    flavour: Flavour,
    members: frozenset[str],
    context: Context,
) -> tuple[MethodView, ...]:
    """The methods that give answers as they come, in a class with ``members``."""
    found = [(one, twin_form(one)) for one in operations]
    return tuple(
        method_view(one, form, flavour, members, context)
        for one, form in found
        if form is not None
    )


def streaming_uses(
    operations: Iterable[Operation], members: frozenset[str], context: Context
) -> frozenset[str]:
    """The modules the code of those methods needs."""
    found = [(one, twin_form(one)) for one in operations]
    uses = [
        method_uses(one, form, members, context)
        for one, form in found
        if form is not None
    ]
    return frozenset[str]().union(*uses)


def raw_words(wraps: Code) -> Code:
    """The docstring of a class that gives whole answers."""
    return build('"""The calls of ``', wraps, '``, each returning a ``Response``."""')


def streaming_words(wraps: Code) -> Code:
    """The docstring of a class that gives answers as they come."""
    return build('"""The calls of ``', wraps, '``, read as the answer comes."""')


def resource_doc(resource: Resource, context: Context) -> str:
    """All that is said of what a resource is about."""
    return full_text(resource.doc) or _operations(resource, context)


def resource_summary(resource: Resource, context: Context) -> str:
    """What a resource is about, in a sentence."""
    return line(summary(resource.doc)) or _operations(resource, context)


def _operations(resource: Resource, context: Context) -> str:
    return f"Operations on {resource.key or context.subject}."


def raw_lines(
    operations: Iterable[Operation], owner: Code, flavour: Flavour, context: Context
) -> tuple[Code, ...]:
    """The statements that bind the raw twins of methods."""
    sync = flavour is Flavour.SYNC
    wrapper = fixed("rt.raw") if sync else fixed("rt.async_raw")

    def line(name: Code) -> Code:
        target = build("self.", name, ": typing.Final")
        return lay_out(assigned(target, call(wrapper, build(owner, ".", name))), 8)

    names = (one for operation in operations for one in names_of(operation, context))
    return tuple(line(identifier(one)) for one in names)


def _imports(resource: Resource, members: frozenset[str], context: Context) -> Code:
    uses = frozenset({"rt", "typing"})
    for operation in resource.operations:
        uses |= method_uses(operation, form_of(operation), members, context)
        uses |= wait_uses(operation, members, context)
        uses |= constant_uses(operation, context)
    uses |= streaming_uses(resource.operations, members, context)
    return block(modules(uses), own(uses, "..")) or fixed("")
