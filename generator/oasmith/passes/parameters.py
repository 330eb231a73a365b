"""Parameters of operations (3.1, "Parameter Object")."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics import Effect
from ..ir.api import Param, Style
from ..ir.decls import Doc
from ..ir.security import ApiKeyScheme, Scheme
from ..ir.types import (
    ANY,
    Literal,
    Nullable,
    OneOf,
    Ref,
    Scalar,
    ScalarKind,
    Type,
)
from ..ir.walk import map_type
from ..ir.where import Where
from ..openapi.node import Node
from ..source.values import replace
from .docs import default_of, doc_of, limits_of
from .headers import is_token
from .paths import path_names
from .schemas import Lowering

__all__ = ["parameters", "style_of"]

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


def style_of(node: Node, where: Where) -> Style:
    """How a parameter or header is written.

    The location's default where none is given.
    """
    form = node.text("style") or _DEFAULT_FORM[where]
    explode = node.get("explode")
    exploded = form in ("form", "cookie") if explode is None else explode.value is True
    return Style(form, exploded, node.flag("allowReserved"))


def parameters(
    lowering: Lowering,
    item: Node,
    operation: Node,
    path: str,
    words: tuple[str, ...],
    credentials: tuple[Scheme, ...],
) -> tuple[Param, ...]:
    """The parameters of an operation: the path's, overridden by its own.

    A name in the path template that no parameter declares becomes a string
    parameter, and a path parameter without a place in it is left out; the rules
    of ``openapi`` report both. What ``credentials`` send is no parameter.
    """
    found: dict[tuple[Where, str], Param] = {}
    for owner in (item, operation):
        own: dict[tuple[Where, str], Param] = {}
        for node in _listed(owner):
            target = node if node.ref is None else lowering.description.follow(node)
            if target is None:
                continue
            param = _known_parameter(lowering, target, words)
            if param is not None and not _is_credential(lowering, param, credentials):
                own.setdefault(_key(param), param)  # of two alike the first counts
        found |= own
    named = path_names(path)
    asked = path_names(path.partition("?")[2])
    for name in named:
        queried = name in asked and (Where.QUERY, name) in found
        if (Where.PATH, name) not in found and not queried:
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


def _key(param: Param) -> tuple[Where, str]:
    """What tells parameters apart; the names of headers ignore case."""
    is_header = param.where is Where.HEADER
    return param.where, param.wire.lower() if is_header else param.wire


def _is_credential(
    lowering: Lowering, param: Param, credentials: tuple[Scheme, ...]
) -> bool:
    """Whether the client sends this anyway, from the credentials it is given."""
    for scheme in credentials:
        if not isinstance(scheme, ApiKeyScheme) or scheme.where is not param.where:
            continue
        if _key(param) == _key(replace(param, wire=scheme.wire)):
            lowering.report.add(
                "PAR006",
                param.at,
                f"{param.wire!r} is sent by the security scheme {scheme.key!r}",
                hint="leave it out of the description",
                effect=Effect.DEGRADED,
            )
            return True
    return False


def _listed(node: Node) -> Iterable[Node]:
    found = node.get("parameters")
    return () if found is None else found.elements()


def _undeclared(operation: Node, name: str) -> Param:
    style = Style("simple", False)
    text = Scalar(ScalarKind.STR)
    return Param(name, Where.PATH, text, True, style, Doc(), operation.place)


def _known_parameter(
    lowering: Lowering, node: Node, words: tuple[str, ...]
) -> Param | None:
    """The parameter; one that several operations share is looked at once.

    It is called the same in all of them (``standing.shared_words``).
    """
    if len(node.pointer) != 3 or node.pointer[:2] != ("components", "parameters"):
        return _parameter(lowering, node, words)
    known, at = lowering.parameters, (node.file, node.pointer)
    if at not in known:
        known[at] = _parameter(lowering, node, words)
    return known[at]


def _parameter(lowering: Lowering, node: Node, words: tuple[str, ...]) -> Param | None:
    name, located = node.text("name"), node.text("in")
    if located == "querystring":
        return _whole_query(lowering, node, words)
    try:
        where = Where(located)
    except ValueError:
        lowering.report.add(
            "PAR003",
            node.place,
            f"{located!r} is no location: \"Possible values are 'query', 'querystring',"
            " 'header', 'path' or 'cookie'\"",
            effect=Effect.REFUSED,
        )
        return None
    if where is Where.HEADER and name.lower() in _OF_THE_REQUEST:
        lowering.report.add(
            "PAR004",
            node.place,
            f'{name!r} is set by the client itself; "the parameter definition SHALL be'
            ' ignored"',
            hint="use a security scheme, or the options of a call",
        )
        return None
    if where is Where.HEADER and not is_token(name):
        lowering.report.add(
            "PAR007",
            node.place,
            f'{name!r} can be no header: in HTTP "field-name = token"',
            hint="use letters, digits and -",
            effect=Effect.REFUSED,
        )
        return None
    kind, style, schema = _type_and_style(lowering, node, where, (*words, name))
    if where is Where.QUERY and node.flag("allowEmptyValue"):
        kind = _or_empty(kind)
    return _made(node, name, where, kind, style, schema)


def _made(
    node: Node, name: str, where: Where, kind: Type, style: Style, schema: Node | None
) -> Param:
    described = node if schema is None else schema
    return Param(
        wire=name,
        where=where,
        type=map_type(kind, _as_text),
        required=node.flag("required") or where is Where.PATH,
        style=style,
        doc=_doc(node, described),
        at=node.place,
        default=default_of(described),
        limits=limits_of(described),
    )


def _whole_query(lowering: Lowering, node: Node, words: tuple[str, ...]) -> Param:
    """A parameter that is the whole query string (3.2, "Parameter Locations")."""
    name = node.text("name") or "querystring"
    kind, style, schema = _type_and_style(lowering, node, Where.QUERY, (*words, name))
    media = style.media or "application/x-www-form-urlencoded"
    whole = Style("querystring", False, False, media)
    return _made(node, name, Where.QUERY, kind, whole, schema)


def _as_text(kind: Type) -> Type:
    """Files only exist in bodies; elsewhere octets are what their text is."""
    file = isinstance(kind, Scalar) and kind.kind is ScalarKind.FILE
    return Scalar(ScalarKind.STR) if file else kind


def _or_empty(kind: Type) -> Type:
    """The type or the empty string, for a parameter that may come without value."""
    bare = kind.inner if isinstance(kind, Nullable) else kind
    match bare:
        case Scalar(ScalarKind.STR | ScalarKind.ANY) | Ref() | OneOf():
            return kind
        case Literal(values) if "" in values:
            return kind
        case _:
            return OneOf((bare, Literal(("",))))


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
    for media, entry in () if content is None else content.items():
        target = lowering.description.follow(entry) or entry
        schema = target.get("schema")
        kind = ANY if schema is None else lowering.type_of(schema, words)
        return kind, Style("content", False, False, media), schema
    schema = node.get("schema")
    style = style_of(node, where)
    if style.form not in _FORMS[where] | _COLLECTIONS:
        lowering.report.add(
            "PAR005",
            node.place / "style",
            f"style {style.form!r} is not for {where.value} parameters: combinations"
            ' not in the table of styles "are not permitted"',
            hint=f"one of {', '.join(sorted(_FORMS[where]))}; the default is used",
            effect=Effect.DEGRADED,
        )
        style = Style(_DEFAULT_FORM[where], _DEFAULT_FORM[where] == "form")
    if where is not Where.QUERY and not lowering.description.version.startswith("3.2"):
        # "This field only applies to parameters with an in value of query" (3.1).
        style = replace(style, reserved=False)
    if schema is None:
        return Scalar(ScalarKind.STR), style, None
    return lowering.type_of(schema, words), style, schema
