"""The constants that describe operations to the runtime."""

from __future__ import annotations

from collections.abc import Iterable

from ..ir.api import Body, Operation, Part, Style
from ..ir.security import Security
from ..ir.types import Scalar, ScalarKind, Type
from ..ir.where import Where
from .annotations import Annotation, Scope, expression
from .arguments import body_table
from .code import Code, build, fixed
from .context import Context, normal_security
from .encode import constant, identifier
from .fit import (
    Group,
    Node,
    annotated,
    call,
    dict_display,
    entry,
    lay_out,
    named,
    tuple_display,
)
from .paging import paged_operation, paging_argument
from .results import responses_table, result, successes
from .servers import client_address, client_variables, operation_url, template
from .streams import (
    Streaming,
    asking_field,
    item,
    streamed_table,
    streaming_of,
)

__all__ = [
    "constant_uses",
    "operation_constant",
    "operation_lines",
    "security_tuple",
    "streamed_constant",
]

_RESERVED = frozenset({"_API"})

_DEFAULT_STYLES = {
    Where.PATH: Style("simple", False),
    Where.QUERY: Style("form", True),
    Where.HEADER: Style("simple", False),
    Where.COOKIE: Style("form", True),
}


_UNREPEATABLE = frozenset({"PATCH", "POST"})
"""Methods that may do more when they are done twice (RFC 9110, section 9.2.2)."""


def operation_constant(operation: Operation, context: Context) -> Code:
    """The name of the operation's constant."""
    name = "_" + context.names.operations[operation.id].upper()
    return identifier(name + "_" if name in _RESERVED else name)


def streamed_constant(operation: Operation, context: Context) -> Code:
    """The name of the constant of the operation asked for a stream."""
    taken = {one.upper() for one in context.names.operations.values()}
    name = context.names.operations[operation.id].upper() + "_STREAMED"
    while name in taken:
        name += "_"
    return identifier("_" + name)


def constant_result(operation: Operation, context: Context) -> Annotation:
    """What the operation brings back, as the module sees it; of a stream, an item."""
    scope = Scope(context.references)
    if streaming_of(operation) is Streaming.ALWAYS:
        return item(operation, scope)
    paged = paged_operation(operation, context)
    return paged or result(operation, scope)


def constant_uses(operation: Operation, context: Context) -> frozenset[str]:
    """The modules the constants of the operation need."""
    uses = constant_result(operation, context).uses
    if streaming_of(operation) is Streaming.BESIDE:
        uses |= item(operation, Scope(context.references)).uses
    return uses


def operation_lines(
    operations: Iterable[Operation], context: Context
) -> tuple[Code, ...]:
    """The statements that make the constants of operations."""
    lines: list[Code] = []
    for operation in operations:
        lines.append(_operation_line(operation, context))
        if streaming_of(operation) is Streaming.BESIDE:
            lines.append(_streamed_line(operation, context))
    return tuple(lines)


def _streamed_line(operation: Operation, context: Context) -> Code:
    """The statement that makes the constant of the operation asked for a stream."""
    returns = item(operation, Scope(context.references)).code
    name = streamed_constant(operation, context)
    type_ = build("rt.Streamed[", returns, "]")
    table = streamed_table(operation, context.references)
    items: list[Node] = [
        operation_constant(operation, context),
        named(fixed("responses"), table),
    ]
    if asking_field(operation, context) is not None:
        items.append(fixed('extra_body={"stream": True}'))
    made = call(fixed("rt.Streamed"), *items)
    return lay_out(annotated(name, (type_,), made), 0)


def _operation_line(operation: Operation, context: Context) -> Code:
    """The statement that makes the operation's constant."""
    name = operation_constant(operation, context)
    paged = paged_operation(operation, context)
    if paged is None:
        returns = constant_result(operation, context).code
        type_ = build("rt.Operation[", returns, "]")
        made = call(fixed("rt.Operation"), *_parts(operation, context))
    else:
        type_ = paged.code
        made = call(fixed("rt.PagedOperation"), *_parts(operation, context))
    return lay_out(annotated(name, (type_,), made), 0)


def security_tuple(security: Security) -> Code | Group:
    """Alternatives of scheme keys, or of scopes, as a tuple of tuples."""
    return tuple_display(
        tuple_display(constant(key) for key in together) for together in security
    )


def _parts(operation: Operation, context: Context) -> list[Node]:
    parts: list[Node] = [constant(operation.method), constant(operation.path)]
    address = client_address(context)
    names = client_variables(context)
    common = None if address is None else template(address, names)
    if operation.body is not None:
        parts.append(named(fixed("body"), _body(operation.body, context)))
    always = streaming_of(operation) is Streaming.ALWAYS
    told = successes(operation) if always else ()
    table = responses_table(operation, context.references, streams=told)
    parts.append(named(fixed("responses"), table))
    styles = _styles(operation)
    if styles:
        parts.append(named(fixed("styles"), dict_display(styles)))
    security = normal_security(operation.security)
    if security != context.about.security:
        parts.append(named(fixed("security"), security_tuple(security)))
    if operation.scopes:
        parts.append(named(fixed("scopes"), security_tuple(operation.scopes)))
    own = operation_url(operation.servers, names)
    if own and own != common:
        parts.append(build("base_url=", constant(own)))
    if operation.paging is not None:
        way = paging_argument(operation.paging, context)
        parts.append(named(fixed("paging"), way))
    header = operation.idempotency
    if operation.method in _UNREPEATABLE:
        header = header or context.settings.idempotency_header
    if header:
        parts.append(build("idempotency=", constant(header)))
    if operation.key:
        parts.append(build("id=", constant(operation.key)))
    return parts


def _styles(operation: Operation) -> list[Node]:
    """The styles that are not their location's own, by location."""
    found: list[Node] = []
    for where, usual in _DEFAULT_STYLES.items():
        styles = [
            entry(constant(one.wire), _style(one.style))
            for one in operation.params
            if one.where is where and one.style != usual
        ]
        if styles:
            found.append(entry(constant(where.value), dict_display(styles)))
    return found


def _body(body: Body, context: Context) -> Code | Group:
    medias = dict_display(
        entry(constant(media), _sent(type_, context))
        for media, type_ in body_table(body)
    )
    items: list[Node] = [medias]
    if body.required:
        items.append(fixed("required=True"))
    described = {part.property: part for one in body.contents for part in one.parts}
    if described:
        entries = [entry(constant(key), _part(one)) for key, one in described.items()]
        items.append(named(fixed("parts"), dict_display(entries)))
    return call(fixed("rt.Body"), *items)


def _sent(type_: Type, context: Context) -> Code:
    """The type of a body as the runtime evaluates it; what is uploaded is a file."""
    if type_ == Scalar(ScalarKind.FILE):
        return fixed('"rt.FileInput"')
    return constant(expression(type_, context.references).text)


def _part(part: Part) -> Code | Group:
    items: list[Node] = []
    if part.content_type:
        items.append(build("content_type=", constant(part.content_type)))
    if part.style is not None:
        items.append(named(fixed("style"), _style(part.style)))
    return call(fixed("rt.Part"), *items)


def _style(style: Style) -> Code | Group:
    items: list[Node] = [constant(style.form)]
    match style.form, style.explode:
        case "form" | "cookie", False:
            items.append(fixed("explode=False"))
        case "form" | "cookie" | "deepObject", _:
            pass  # as it is without; a deep object is the same either way
        case _, True:
            items.append(fixed("explode=True"))
        case _:
            pass
    if style.reserved:
        items.append(fixed("reserved=True"))
    if style.media:
        items.append(build("media=", constant(style.media)))
    return call(fixed("rt.Style"), *items)
