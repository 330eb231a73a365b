"""Views of methods: signatures, overloads, docstrings, and their one call."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import LiteralString

from ..ir.api import Operation
from ..source.values import replace
from .annotations import Annotation, Scope, Side, of_root, optional
from .arguments import Argument, Arguments, arguments_of, ordered
from .code import Code, build, fixed
from .context import Context
from .encode import identifier
from .fit import Brackets, Group, Node, Parameter, Returns, call, lay_out
from .method_docs import async_method_doc, sync_method_doc
from .operations import operation_constant, streamed_constant
from .paging import page_of
from .results import result
from .streams import Form, asking_field, item, twin_form
from .views import MethodView

__all__ = [
    "Flavour",
    "method_uses",
    "method_view",
    "overload",
    "scope",
    "signatures",
]

_OPTIONS = fixed("options: rt.Options | None = None")
_INDENT = 4


class Flavour(Enum):
    """The two classes every operation has a method in."""

    SYNC = "sync"
    ASYNC = "async"


def method_view(
    operation: Operation,
    form: Form,
    flavour: Flavour,
    members: frozenset[str],
    context: Context,
) -> MethodView:
    """The method of an operation in a class with ``members``, giving that form."""
    arguments = _arguments(operation, form, members, context)
    returns = _returns(operation, form, flavour, members, context)
    name = identifier(context.names.operations[operation.id])
    # What gives pages or a stream is awaitable without being a coroutine function.
    whole = form is Form.WHOLE and operation.paging is None
    kind = flavour if whole else Flavour.SYNC
    overloads, signature = signatures(kind, name, arguments, returns)
    if flavour is Flavour.SYNC:
        doc = sync_method_doc(operation, form, arguments, context)
    else:
        doc = async_method_doc(operation, form, context)
    return MethodView(
        decorator=overload(members),
        overloads=overloads,
        signature=signature,
        doc=doc,
        call=_call(operation, form, flavour, arguments, context),
    )


def overload(members: frozenset[str]) -> Code:
    """The decorator of overloads."""
    return build("@", of_root("typing", members).code, ".overload")


def signatures(
    flavour: Flavour,
    name: Code,
    arguments: Arguments,
    returns: Code,
    more: tuple[Parameter, ...] = (),
) -> tuple[tuple[Code, ...], Code]:
    """The overloads of a method, if it has any, and its signature.

    ``more`` are keyword-only parameters behind those of the operation.
    """
    overloads: tuple[Code, ...] = ()
    if arguments.fields is None:
        items = _whole(arguments, more)
    else:
        overloads = tuple(
            _signature(flavour, name, variant, Returns(returns, fixed(": ...")))
            for variant in (_whole(arguments, more), _apart(arguments, more))
        )
        items = _implementation(arguments, more)
    return overloads, _signature(flavour, name, items, Returns(returns, fixed(":")))


def method_uses(
    operation: Operation, form: Form, members: frozenset[str], context: Context
) -> frozenset[str]:
    """The modules the method's code needs."""
    arguments = _arguments(operation, form, members, context)
    brought = _brought(operation, form, Flavour.SYNC, members, context)
    uses = {"rt"} | brought.uses
    uses = uses.union(*[one.annotation.uses for one in arguments.all()])
    if arguments.fields is not None:
        uses |= of_root("typing", members).uses
    return frozenset(uses)


def _arguments(
    operation: Operation, form: Form, members: frozenset[str], context: Context
) -> Arguments:
    """The arguments; a stream is not asked for by one where the method says so."""
    arguments = arguments_of(operation, scope(Side.ARGUMENT, members, context), context)
    if form is not Form.ITEMS or arguments.fields is None:
        return arguments
    asking = asking_field(operation, context)
    others = tuple(
        one
        for one in arguments.fields
        if one.wire != asking or one.default is None  # the body cannot do without
    )
    return replace(arguments, fields=others or arguments.fields)


def scope(side: Side, members: frozenset[str], context: Context) -> Scope:
    """Where annotations of a class with ``members`` stand."""
    return Scope(context.references, side, members)


def _whole(arguments: Arguments, more: Iterable[Parameter]) -> list[Node]:
    """The parameters when the body is given as one value."""
    body = () if arguments.body is None else (arguments.body,)
    others = ordered(one for _, one in arguments.others)
    return _items((*arguments.path, *body), others, more)


def _apart(arguments: Arguments, more: Iterable[Parameter]) -> list[Node]:
    """The parameters when the body's fields are given one by one."""
    return _items(arguments.path, ordered(arguments.keywords()), more)


def _implementation(arguments: Arguments, more: Iterable[Parameter]) -> list[Node]:
    """The parameters of what stands behind the overloads."""
    others = [one.parameter() for one in ordered(one for _, one in arguments.others)]
    fields = [one.lenient() for one in ordered(arguments.fields or ())]
    body: list[Node] = []
    if arguments.body is not None:
        body = [Parameter(fixed("body"), _or_none(arguments.body), fixed("None"))]
    path = [one.parameter() for one in arguments.path]
    keywords = (*others, *fields, *more)
    return [fixed("self"), *path, *body, fixed("*"), *keywords, _OPTIONS]


def _or_none(body: Argument) -> tuple[Code, ...]:
    return optional(body.annotation).alternatives


def _items(
    positional: Iterable[Argument],
    keywords: Iterable[Argument],
    more: Iterable[Parameter],
) -> list[Node]:
    before = [one.parameter() for one in positional]
    after = [*(one.parameter() for one in keywords), *more]
    return [fixed("self"), *before, fixed("*"), *after, _OPTIONS]


def _brought(
    operation: Operation,
    form: Form,
    flavour: Flavour,
    members: frozenset[str],
    context: Context,
) -> Annotation:
    """What the method brings: a result, an item, a download.

    Where it pages, a page, or what is awaited for one.
    """
    here = scope(Side.RECEIVED, members, context)
    match form:
        case Form.WHOLE if operation.paging is not None:
            name: LiteralString = "Page" if flavour is Flavour.SYNC else "AsyncPages"
            return page_of(operation.paging, name, here)
        case Form.WHOLE:
            return result(operation, here)
        case Form.ITEMS:
            return item(operation, here)
        case Form.CHUNKS:
            return Annotation((fixed("Download"),), frozenset())


def _returns(
    operation: Operation,
    form: Form,
    flavour: Flavour,
    members: frozenset[str],
    context: Context,
) -> Code:
    """The annotation of what the method returns."""
    code = _brought(operation, form, flavour, members, context).code
    prefix: LiteralString = "rt." if flavour is Flavour.SYNC else "rt.Async"
    match form:
        case Form.WHOLE:
            return code
        case Form.ITEMS:
            return build(prefix, "Stream[", code, "]")
        case Form.CHUNKS:
            return build(prefix, code)


def _signature(flavour: Flavour, name: Code, items: list[Node], tail: Returns) -> Code:
    word: LiteralString = "def " if flavour is Flavour.SYNC else "async def "
    head = build(word, name, "(")
    return lay_out(Group(Brackets.DEFINITION, head, tuple(items), tail), _INDENT)


def _call(
    operation: Operation,
    form: Form,
    flavour: Flavour,
    arguments: Arguments,
    context: Context,
) -> Code:
    handed = (*arguments.handed_on(), fixed("options=options"))
    name = operation_constant(operation, context)
    word: LiteralString = "return self._call"
    match form:
        case Form.WHOLE if operation.paging is not None:
            word = "return rt.page"
            if flavour is Flavour.ASYNC:
                word = "return rt.async_pages"
            owner = context.resource_of(operation.id)
            client = fixed("self._client") if owner else fixed("self")
            return lay_out(call(fixed(word), client, name, *handed), _INDENT * 2)
        case Form.WHOLE if flavour is Flavour.ASYNC:
            word = "return await self._call"
        case Form.WHOLE:
            pass
        case Form.ITEMS:
            word = "return self._stream"
            if twin_form(operation) is Form.ITEMS:
                name = streamed_constant(operation, context)
        case Form.CHUNKS:
            word = "return self._download"
    made = call(fixed(word), name, *handed)
    return lay_out(made, _INDENT * 2)
