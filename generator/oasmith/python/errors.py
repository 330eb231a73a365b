"""The view of the errors module: the error tree, bodies typed as the API types them."""

from __future__ import annotations

from collections.abc import Mapping

from ..ir.api import Operation, Response, Status
from ..ir.types import Type
from .annotations import Annotation, Scope, annotate, bounded, is_any, optional
from .code import Code, build, fixed
from .context import Context
from .credentials import grants_of
from .docs import docstring
from .encode import constant, identifier
from .fit import annotated, assigned, lay_out, list_display
from .imports import block, export_order, modules, names_from, own
from .results import (
    ERROR_CLASSES,
    ERROR_WORDS,
    SERVER_ERROR,
    content_type,
    read_as,
    told_of,
)
from .views import ErrorsView, ErrorView

__all__ = ["error_names", "errors_view", "exports"]

_ERRORS = (
    "ApiError",
    "ConfigurationError",
    "ConstraintError",
    "DecodeError",
    "RequestTimeoutError",
    "StatusError",
    "TransportError",
    *ERROR_CLASSES.values(),
    SERVER_ERROR,
)
"""The errors of every client."""

_SIZE_ERRORS = ("ResponseTooLargeError",)

_CLASSES: Mapping[str, Status] = {
    **{name: Status(status, status) for status, name in ERROR_CLASSES.items()},
    SERVER_ERROR: Status(500, 599),
}


def errors_view(context: Context) -> ErrorsView:
    """The module with every error of the package."""
    bodies = {name: _body(status, context) for name, status in _CLASSES.items()}
    typed = {name: body for name, body in bodies.items() if body is not None}
    waited = _waited(context)
    uses = {use for body in typed.values() for use in body.uses}
    if typed or waited is not None:
        uses.add("rt")
    if waited is not None:
        uses |= waited.uses
    plain = [name for name in _ERRORS if name not in typed]
    errors = [names_from(fixed("._runtime.errors"), plain)]
    errors.append(names_from(fixed("._runtime.size_error"), _SIZE_ERRORS))
    if tokens := _of_tokens(context):
        errors.append(names_from(fixed("._runtime.token_error"), tokens))
    return ErrorsView(
        imports=block(modules(uses), (*own(uses, "."), *errors)) or fixed(""),
        exports=exports(error_names(context)),
        errors=(
            *(
                ErrorView(
                    name=identifier(name),
                    doc=_doc(name, context),
                    attribute=_attribute(fixed("body"), optional(body)),
                    words=_BODY,
                )
                for name, body in typed.items()
            ),
            *_wait_errors(waited),
        ),
    )


_BODY = fixed('"""The decoded body; None where the server sent none or another one."""')


def error_names(context: Context) -> tuple[str, ...]:
    """Every error the client can raise."""
    waiting = () if _waited(context) is None else _WAIT_ERRORS
    return (*_ERRORS, *_SIZE_ERRORS, *_of_tokens(context), *waiting)


def _of_tokens(context: Context) -> tuple[str, ...]:
    return ("TokenError",) if grants_of(context) else ()


def _waited(context: Context) -> Annotation | None:
    """What is waited for; None: nothing is."""
    results = [one.waiter.result for one in context.operations() if one.waiter]
    if not results:
        return None
    scope = Scope(context.references)
    return bounded([annotate(one, scope) for one in results], scope)


_WAIT_ERRORS = ("WaitFailedError", "WaitTimeoutError")
"""The errors of waiting, in a client that has something to wait for."""


def _wait_errors(waited: Annotation | None) -> tuple[ErrorView, ...]:
    if waited is None:
        return ()
    failed = ErrorView(
        name=fixed("WaitFailedError"),
        doc=fixed('"""What was waited for has ended, and not as hoped."""'),
        attribute=_attribute(fixed("result"), waited),
        words=fixed('"""What the server told last."""'),
    )
    late = ErrorView(
        name=fixed("WaitTimeoutError"),
        doc=fixed('"""The time to wait is up; what was waited for goes on."""'),
        attribute=_attribute(fixed("last"), optional(waited)),
        words=fixed('"""What the server told last; None where it told nothing."""'),
    )
    return failed, late


def _attribute(name: Code, type_: Annotation) -> Code:
    return lay_out(annotated(name, type_.alternatives), 4)


def exports(names: tuple[str, ...]) -> Code:
    """The ``__all__`` of a module."""
    items = [constant(name) for name in sorted(names, key=export_order)]
    return lay_out(assigned(fixed("__all__"), list_display(items)), 0)


def _body(status: Status, context: Context) -> Annotation | None:
    """What a server may send with the statuses, over all operations; None: untyped."""
    types: dict[Type, None] = {}
    for operation in context.operations():
        for response in _responses(operation, status):
            for content in read_as(response.contents):
                type_ = content_type(content)
                if not is_any(type_):
                    types[type_] = None
    if not types:
        return None
    scope = Scope(context.references)
    return bounded([annotate(one, scope) for one in types], scope)


def _responses(operation: Operation, status: Status) -> list[Response]:
    """What an operation says of the statuses: exactly, else by range or default."""
    within: list[Response] = []
    ranges: list[Response] = []
    defaults: list[Response] = []
    for response in operation.responses:
        one = response.status
        if status.low <= one.low and one.high <= status.high:
            within.append(response)
        elif one == Status(0, 999):
            defaults.append(response)
        elif one.low <= status.low and status.high <= one.high:
            ranges.append(response)
    return within or ranges or defaults


def _doc(name: str, context: Context) -> Code:
    """The status, and what the API says it means if it always says the same."""
    status = _CLASSES[name]
    told = {
        words
        for operation in context.operations()
        for response in _responses(operation, status)
        if response.status == status and (words := told_of(response))
    }
    bare = ERROR_WORDS[name]
    words = told.pop() if len(told) == 1 else bare[:1].lower() + bare[1:]
    number = "5xx" if name == SERVER_ERROR else str(status.low)
    return docstring(f"{number}: {words}", 4) or build('""""""')
