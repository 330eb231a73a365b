"""Views of the lazy packages: the client package itself and its models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .code import Code, build, fixed
from .context import Context
from .credentials import GRANTS, grants_of
from .docs import docstring
from .encode import constant, dotted, identifier
from .errors import error_names
from .example import example_of
from .fit import LIMIT
from .imports import export_order, reexports
from .prose import one_line
from .streams import Streaming, streaming_of
from .views import FacadeView

__all__ = ["models_facade", "package_view", "runtime_facade"]

_ROOM = LIMIT - 8
"""Columns of a line of names."""

_RUNTIME = (
    "UNSET",
    "CallInfo",
    "Drift",
    "File",
    "Hooks",
    "Options",
    "RequestInfo",
    "Response",
    "ResponseInfo",
    "Retries",
    "Signature",
    "Unset",
    "Unsigned",
    "Violation",
    "check",
    "from_json",
    "tracing",
)
_PAGES = ("AsyncPage", "AsyncPages", "Page")
_STREAMS = ("AsyncStream", "Event", "Stream")
_DOWNLOADS = ("AsyncDownload", "Download")
_CLIENTS = ("AsyncClient", "Client")


def package_view(context: Context) -> FacadeView:
    """The package's ``__init__``: what a user imports."""
    lines = [f"Client of {one_line(context.subject)}."]
    example = example_of(context)
    if example is not None:
        package = context.settings.package
        lines += [
            "",
            "A first call:",
            "",
            f"    from {package} import Client",
            "",
            f"    with {example.client.text} as client:",
            f"        {example.statement(8).text}",
        ]
    table: dict[str, tuple[str, ...]] = {
        "._runtime.rt": (*_RUNTIME, *_returned(context)),
        ".client": _CLIENTS,
        ".errors": error_names(context),
    }
    version = build("__version__ = ", constant(context.settings.version))
    doc = docstring("\n".join(lines), 0)
    lazy = fixed("from ._runtime.lazy import attach")
    return _facade(doc or fixed('""""""'), lazy, version, table)


def _returned(context: Context) -> Iterator[str]:
    """What the methods take and return beside models, for those who annotate."""
    yield from (GRANTS[one] for one in grants_of(context))
    if any(one.paging is not None for one in context.operations()):
        yield from _PAGES
    kinds = {streaming_of(one) for one in context.operations()}
    if kinds & {Streaming.ALWAYS, Streaming.BESIDE}:
        yield from _STREAMS
    if Streaming.BYTES in kinds:
        yield from _DOWNLOADS


def models_facade(context: Context) -> FacadeView:
    """The ``__init__`` of the models package: each name from its module."""
    table = {
        f".{module}": tuple(context.names.decls[one] for one in decls)
        for module, decls in sorted(context.layout.modules.items())
    }
    doc = docstring(f"The data {one_line(context.subject)} speaks of.", 0)
    lazy = fixed("from .._runtime.lazy import attach")
    return _facade(doc or fixed('""""""'), lazy, None, table)


def runtime_facade(names: Mapping[str, Sequence[str]]) -> FacadeView:
    """The module of the runtime's names in use, given by the modules they are from."""
    words = (
        "The names this package uses of its runtime, each imported when it is first"
        " used."
    )
    table = {f".{module}": tuple(listed) for module, listed in names.items()}
    lazy = fixed("from .lazy import attach")
    return _facade(docstring(words, 0) or fixed('""""""'), lazy, None, table)


def _facade(
    doc: Code, lazy: Code, version: Code | None, table: Mapping[str, Sequence[str]]
) -> FacadeView:
    homes = [(build(".", dotted(module[1:])), names) for module, names in table.items()]
    return FacadeView(
        doc=doc,
        lazy=lazy,
        imports=tuple(reexports(module, names, 4) for module, names in homes),
        version=version,
        names=tuple(row for home in homes for row in _rows(*home)),
    )


def _rows(module: Code, names: Sequence[str]) -> Iterator[Code]:
    """A module and its names as the lazy loader reads them, in lines."""
    row = build(module, ":")
    for name in sorted(names, key=export_order):
        word = identifier(name)
        if len(row.text) + 1 + len(word.text) > _ROOM:
            yield row
            row = fixed("   ")
        row = build(row, " ", word)
    yield row
