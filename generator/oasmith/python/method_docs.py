"""The docstrings of methods: all there is to say once, and where that stands."""

from __future__ import annotations

from ..ir.api import Operation
from .arguments import Arguments
from .code import Code
from .context import Context
from .credentials import scopes_text
from .docs import Section, docstring, full_text, line, summary
from .links import link_lines
from .paging import PAGES_WORDS
from .results import follows, raised
from .streams import Form, form_of, twin_form
from .webhooks import callback_lines

__all__ = ["async_method_doc", "see_sync", "sync_method_doc"]

_INDENT = 8


def sync_method_doc(
    operation: Operation, form: Form, arguments: Arguments, context: Context
) -> Code | None:
    """All that is said of an operation, its arguments and errors."""
    entries = [(one.name, one.words) for one in arguments.all() if one.words]
    if entries:
        entries.append(("options", "Settings of this one call."))
    sections = (
        Section("Args", tuple(entries)),
        Section("Raises", tuple(raised(operation))),
    )
    scopes = scopes_text(operation)
    route = f"{_route(operation)}. {scopes}" if scopes else _route(operation)
    paragraphs = [full_text(operation.doc), route]
    if operation.paging is not None and form is Form.WHOLE:
        paragraphs.append(PAGES_WORDS)
    if follows(operation):
        paragraphs.append("Follows the redirect, and returns what it leads to.")
    paragraphs.append(_as_it_comes(form, "with") or _twin_words(operation, context))
    if operation.headers is not None:
        headers = context.names.decls[operation.headers]
        paragraphs.append(f"``raw`` has its headers: ``.headers.read(m.{headers})``.")
    paragraphs += [" ".join(link_lines(operation, context))]
    paragraphs += callback_lines(operation, context)
    text = "\n\n".join([one for one in paragraphs if one])
    return docstring(text, _INDENT, sections)


def async_method_doc(operation: Operation, form: Form, context: Context) -> Code | None:
    """What an operation does; of all else the docstring of the sync method tells."""
    told = [line(summary(operation.doc)) or f"{_route(operation)}."]
    if operation.doc.deprecated:
        told.append("Deprecated.")
    told.append(_as_it_comes(form, "async with"))
    name = context.names.operations[operation.id]
    text = " ".join([one for one in told if one])
    twin = "" if form is form_of(operation) else "Streaming"
    return see_sync(text, operation, name, context, twin)


def see_sync(
    text: str, operation: Operation, name: str, context: Context, twin: str = ""
) -> Code | None:
    """A docstring that refers to that of the sync method ``name``.

    ``twin`` is how the name of the class begins that has it.
    """
    key = context.resource_of(operation.id)
    owner = context.names.resource_classes[key] if key else "Client"
    return docstring(f"{text} See ``{twin}{owner}.{name}``.", _INDENT)


def _route(operation: Operation) -> str:
    return f"``{operation.method} {operation.path}``"


def _as_it_comes(form: Form, word: str) -> str:
    """How what the method gives is read and closed, where it is not there at once."""
    match form:
        case Form.ITEMS:
            return f"Gives the items as they come; ``{word}`` closes the stream."
        case Form.CHUNKS:
            return f"Gives the bytes as they come; ``{word}`` closes the connection."
        case Form.WHOLE:
            return ""


def _twin_words(operation: Operation, context: Context) -> str:
    """Where the answer can be read as it comes; "" where it cannot."""
    key = context.resource_of(operation.id)
    path = ["client", "streaming", *([context.names.resources[key]] if key else [])]
    twin = ".".join([*path, context.names.operations[operation.id]])
    match twin_form(operation):
        case Form.ITEMS:
            return f"``{twin}`` asks for a stream, and gives its items as they come."
        case Form.CHUNKS:
            return f"``{twin}`` gives the bytes as they come, or writes them to a file."
        case _:
            return ""
