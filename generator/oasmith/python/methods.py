"""Views of methods: signatures, overloads, docstrings, and their one call."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import LiteralString

from ..ir.api import Operation
from .annotations import Annotation, Scope, Side, of_root, optional
from .arguments import Argument, Arguments, arguments_of, ordered
from .code import Code, build, fixed
from .context import Context
from .credentials import scopes_text
from .docs import Section, docstring, full_text
from .encode import identifier
from .fit import Brackets, Group, Node, Parameter, call, lay_out
from .links import link_lines
from .operations import operation_constant
from .results import follows, raised, result
from .streams import Streaming, item, streaming_of
from .views import MethodView
from .webhooks import callback_lines

__all__ = ["Flavour", "method_uses", "method_view"]

_OPTIONS = fixed("options: rt.Options | None = None")
_INDENT = 4


class Flavour(Enum):
    """The two classes every operation has a method in."""

    SYNC = "sync"
    ASYNC = "async"


def method_view(
    operation: Operation, flavour: Flavour, members: frozenset[str], context: Context
) -> MethodView:
    """The method of an operation in a class with ``members``."""
    arguments = arguments_of(
        operation, _scope(Side.ARGUMENT, members, context), context
    )
    returns = _returns(operation, flavour, members, context)
    name = identifier(context.names.operations[operation.id])
    word = _definition(operation, flavour)
    overloads: tuple[Code, ...] = ()
    if arguments.fields is None:
        items = _whole(arguments)
    else:
        overloads = tuple(
            _signature(word, name, variant, build(") -> ", returns, ": ..."))
            for variant in (_whole(arguments), _apart(arguments))
        )
        items = _implementation(arguments)
    typing = of_root("typing", members).code
    return MethodView(
        decorator=build("@", typing, ".overload"),
        overloads=overloads,
        signature=_signature(word, name, items, build(") -> ", returns, ":")),
        doc=_doc(operation, flavour, arguments, context),
        call=_call(operation, flavour, arguments, context),
    )


def method_uses(
    operation: Operation, members: frozenset[str], context: Context
) -> frozenset[str]:
    """The modules the method's code needs."""
    arguments = arguments_of(
        operation, _scope(Side.ARGUMENT, members, context), context
    )
    received = _scope(Side.RECEIVED, members, context)
    uses = {"rt"} | _brought(operation, received).uses
    uses = uses.union(*[one.annotation.uses for one in arguments.all()])
    if arguments.fields is not None:
        uses |= of_root("typing", members).uses
    return frozenset(uses)


def _scope(side: Side, members: frozenset[str], context: Context) -> Scope:
    return Scope(context.references, side, members)


def _whole(arguments: Arguments) -> list[Node]:
    """The parameters when the body is given as one value."""
    body = () if arguments.body is None else (arguments.body,)
    others = ordered(one for _, one in arguments.others)
    return _items((*arguments.path, *body), others)


def _apart(arguments: Arguments) -> list[Node]:
    """The parameters when the body's fields are given one by one."""
    return _items(arguments.path, ordered(arguments.keywords()))


def _implementation(arguments: Arguments) -> list[Node]:
    """The parameters of what stands behind the overloads."""
    others = [one.parameter() for one in ordered(one for _, one in arguments.others)]
    fields = [one.lenient() for one in ordered(arguments.fields or ())]
    body: list[Node] = []
    if arguments.body is not None:
        body = [Parameter(fixed("body"), _or_none(arguments.body), fixed("None"))]
    path = [one.parameter() for one in arguments.path]
    return [fixed("self"), *path, *body, fixed("*"), *others, *fields, _OPTIONS]


def _or_none(body: Argument) -> tuple[Code, ...]:
    return optional(body.annotation).alternatives


def _items(positional: Iterable[Argument], keywords: Iterable[Argument]) -> list[Node]:
    before = [one.parameter() for one in positional]
    after = [one.parameter() for one in keywords]
    return [fixed("self"), *before, fixed("*"), *after, _OPTIONS]


def _brought(operation: Operation, scope: Scope) -> Annotation:
    """What the method returns; of a stream, an item."""
    if streaming_of(operation) is Streaming.ALWAYS:
        return item(operation, scope)
    return result(operation, scope)


def _returns(
    operation: Operation, flavour: Flavour, members: frozenset[str], context: Context
) -> Code:
    """The annotation of what the method returns."""
    code = _brought(operation, _scope(Side.RECEIVED, members, context)).code
    if streaming_of(operation) is not Streaming.ALWAYS:
        return code
    name: LiteralString = "Stream" if flavour is Flavour.SYNC else "AsyncStream"
    return build("rt.", name, "[", code, "]")


def _definition(operation: Operation, flavour: Flavour) -> LiteralString:
    """How the method begins; what returns an async stream does not wait itself."""
    waits = streaming_of(operation) is not Streaming.ALWAYS
    return "async def " if flavour is Flavour.ASYNC and waits else "def "


def _signature(word: LiteralString, name: Code, items: list[Node], tail: Code) -> Code:
    head = build(word, name, "(")
    return lay_out(Group(Brackets.DEFINITION, head, tuple(items), tail), _INDENT)


def _doc(
    operation: Operation, flavour: Flavour, arguments: Arguments, context: Context
) -> Code | None:
    entries = [(one.name, one.words) for one in arguments.all() if one.words]
    if entries:
        entries.append(("options", "Settings of this one call."))
    sections = (
        Section("Args", tuple(entries)),
        Section("Raises", tuple(raised(operation))),
    )
    route = f"``{operation.method} {operation.path}``"
    paragraphs = [full_text(operation.doc), route, scopes_text(operation)]
    if follows(operation):
        paragraphs.append("Follows the redirect, and returns what it leads to.")
    paragraphs.append(_streaming_words(operation, flavour, context))
    if operation.headers is not None:
        headers = context.names.decls[operation.headers]
        paragraphs.append(f"``raw`` has its headers: ``.headers.read(m.{headers})``.")
    paragraphs += [" ".join(link_lines(operation, context))]
    paragraphs += callback_lines(operation, context)
    text = "\n\n".join([one for one in paragraphs if one])
    return docstring(text, _INDENT * 2, sections)


def _streaming_words(operation: Operation, flavour: Flavour, context: Context) -> str:
    """How the answer is read as it comes."""
    keyword = "with" if flavour is Flavour.SYNC else "async with"
    key = context.resource_of(operation.id)
    path = ["client", "streaming", *([context.names.resources[key]] if key else [])]
    twin = ".".join([*path, context.names.operations[operation.id]])
    match streaming_of(operation):
        case Streaming.NOT:
            return ""
        case Streaming.ALWAYS:
            return f"Gives the items as they come; ``{keyword}`` closes the stream."
        case Streaming.BESIDE:
            return f"``{twin}`` asks for a stream, and gives its items as they come."
        case Streaming.BYTES:
            return f"``{twin}`` gives the bytes as they come, or writes them to a file."


def _call(
    operation: Operation, flavour: Flavour, arguments: Arguments, context: Context
) -> Code:
    word: LiteralString = "return self._call"
    if streaming_of(operation) is Streaming.ALWAYS:
        word = "return self._stream"
    elif flavour is Flavour.ASYNC:
        word = "return await self._call"
    constant = operation_constant(operation, context)
    made = call(
        fixed(word),
        constant,
        *arguments.handed_on(),
        fixed("options=options"),
    )
    return lay_out(made, _INDENT * 2)
