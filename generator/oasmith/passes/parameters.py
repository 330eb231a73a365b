"""Parameters of operations (3.1, "Parameter Object")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..diagnostics import Effect
from ..ir.api import Param, Style
from ..ir.decls import Doc
from ..ir.types import ANY, Nullable, Scalar, ScalarKind, Type
from ..ir.where import Where
from ..openapi.node import Node
from .docs import default_of, doc_of, limits_of
from .schemas import Lowering

__all__ = ["parameters", "path_names", "style_of"]

_DEFAULT_FORM = {
    Where.PATH: "simple",
    Where.QUERY: "form",
    Where.HEADER: "simple",
    Where.COOKIE: "form",
}
_FORMS = {
    Where.PATH: frozenset({"simple", "label", "matrix"}),
    Where.QUERY: frozenset({"form", "spaceDelimited", "pipeDelimited", "deepObject"}),
    Where.HEADER: frozenset({"simple"}),
    Where.COOKIE: frozenset({"form", "cookie"}),
}
_COLLECTIONS = frozenset({"ssv", "tsv", "pipes"})
"""Of Swagger 2.0 (``collectionFormat``), where newer versions have no style for it."""

_OF_THE_REQUEST = frozenset({"accept", "content-type", "authorization"})
"""Headers that are no parameters (3.1, "Fixed Fields": ``name``)."""

_BRACES = re.compile(r"\{([^{}]+)\}")


def path_names(path: str) -> tuple[str, ...]:
    """The names between braces in a path template, in order."""
    return tuple(_BRACES.findall(path))


def style_of(node: Node, where: Where) -> Style:
    """How a parameter or header is written.

    The location's default where none is given.
    """
    form = node.text("style") or _DEFAULT_FORM[where]
    explode = node.get("explode")
    exploded = form in ("form", "cookie") if explode is None else explode.value is True
    return Style(form, exploded, node.flag("allowReserved"))


def parameters(
    lowering: Lowering, item: Node, operation: Node, path: str, words: tuple[str, ...]
) -> tuple[Param, ...]:
    """The parameters of an operation: the path's, overridden by its own.

    A name in the path template that no parameter declares becomes a string
    parameter, and a path parameter without a place in it is left out; the rules
    of ``openapi`` report both.
    """
    found: dict[tuple[Where, str], Param] = {}
    for node in (*_listed(item), *_listed(operation)):
        target = node if node.ref is None else lowering.description.follow(node)
        if target is None:
            continue
        param = _parameter(lowering, target, words)
        if param is not None:
            is_header = param.where is Where.HEADER
            found[param.where, param.wire.lower() if is_header else param.wire] = param
    named = path_names(path)
    for name in named:
        if (Where.PATH, name) not in found:
            found[Where.PATH, name] = _undeclared(operation, name)
    used = [
        param
        for param in found.values()
        if param.where is not Where.PATH or param.wire in named
    ]
    used.sort(
        key=lambda param: (
            named.index(param.wire) if param.where is Where.PATH else len(named)
        )
    )
    return tuple(used)


def _listed(node: Node) -> Iterable[Node]:
    found = node.get("parameters")
    return () if found is None else found.elements()


def _undeclared(operation: Node, name: str) -> Param:
    style = Style("simple", False)
    text = Scalar(ScalarKind.STR)
    return Param(name, Where.PATH, text, True, style, Doc(), operation.place)


def _parameter(lowering: Lowering, node: Node, words: tuple[str, ...]) -> Param | None:
    name, located = node.text("name"), node.text("in")
    try:
        where = Where(located)
    except ValueError:
        lowering.report.add(
            "PAR003",
            node.place,
            f"a parameter is in path, query, header or cookie, not in {located!r}",
            effect=Effect.REFUSED,
        )
        return None
    if where is Where.HEADER and name.lower() in _OF_THE_REQUEST:
        lowering.report.add(
            "PAR004",
            node.place,
            f"{name!r} is set by the client itself; parameters of this name are"
            " ignored",
            hint="use a security scheme, or the options of a call",
        )
        return None
    kind, style, schema = _type_and_style(lowering, node, where, (*words, name))
    described = node if schema is None else schema
    return Param(
        wire=name,
        where=where,
        type=(
            kind.inner
            if isinstance(kind, Nullable) and where is not Where.QUERY
            else kind
        ),
        required=node.flag("required") or where is Where.PATH,
        style=style,
        doc=_doc(node, described),
        at=node.place,
        default=default_of(described),
        limits=limits_of(described),
    )


def _doc(node: Node, schema: Node) -> Doc:
    """The parameter's own words, else its schema's."""
    own, inner = doc_of(node), doc_of(schema)
    return Doc(
        summary=own.summary,
        text=own.text or inner.text,
        deprecated=own.deprecated or inner.deprecated,
        link=own.link or inner.link,
        examples=own.examples or inner.examples,
    )


def _type_and_style(
    lowering: Lowering, node: Node, where: Where, words: tuple[str, ...]
) -> tuple[Type, Style, Node | None]:
    content = node.get("content")
    if content is not None:
        for media, entry in content.items():
            schema = entry.get("schema")
            kind = ANY if schema is None else lowering.type_of(schema, words)
            return kind, Style("content", False, False, media), schema
    schema = node.get("schema")
    style = style_of(node, where)
    if style.form not in _FORMS[where] | _COLLECTIONS:
        lowering.report.add(
            "PAR005",
            node.place / "style",
            f"style {style.form!r} is not for {where.value} parameters",
            hint=f"one of {', '.join(sorted(_FORMS[where]))}; the default is used",
            effect=Effect.DEGRADED,
        )
        style = Style(_DEFAULT_FORM[where], _DEFAULT_FORM[where] == "form")
    if schema is None:
        return Scalar(ScalarKind.STR), style, None
    return lowering.type_of(schema, words), style, schema
