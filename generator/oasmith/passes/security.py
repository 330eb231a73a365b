"""Security schemes and requirements (3.1, "Security Scheme Object")."""

from __future__ import annotations

from ..diagnostics import Effect
from ..ir.api import (
    ApiKeyScheme,
    BasicScheme,
    BearerScheme,
    Scheme,
    Security,
    UnsupportedScheme,
    Where,
)
from ..openapi.node import Node
from .docs import doc_of
from .schemas import Lowering

__all__ = ["schemes_of", "security_of"]


def schemes_of(lowering: Lowering) -> tuple[Scheme, ...]:
    """The schemes of the description, in order."""
    components = lowering.description.root.get("components")
    found = None if components is None else components.get("securitySchemes")
    told: list[Scheme] = []
    for key, entry in () if found is None else found.items():
        node = lowering.description.follow(entry) if entry.ref else entry
        if node is not None:
            told.append(_scheme(lowering, key, node))
    return tuple(told)


def _scheme(lowering: Lowering, key: str, node: Node) -> Scheme:
    doc = doc_of(node)
    match node.text("type"), node.text("scheme").lower(), node.text("in"):
        case "apiKey", _, ("header" | "query" | "cookie") as where:
            return ApiKeyScheme(key, Where(where), node.text("name"), doc, node.place)
        case "http", "basic", _:
            return BasicScheme(key, doc, node.place)
        case ("http", "bearer", _) | ("oauth2" | "openIdConnect", _, _):
            return BearerScheme(key, doc, node.place)
        case kind, scheme, _:
            lowering.report.add(
                "SEC001",
                node.place,
                f"no argument of the client serves {scheme or kind!r} security",
                hint="sign requests in an http_client of your own",
                effect=Effect.DEGRADED,
            )
            return UnsupportedScheme(key, scheme or kind, doc, node.place)


def security_of(
    lowering: Lowering, node: Node, schemes: tuple[Scheme, ...], inherited: Security
) -> Security:
    """The requirements written at ``node``, else the inherited ones.

    A requirement that names no declared scheme is reported and left out.
    """
    found = node.get("security")
    if found is None:
        return inherited
    known = {scheme.key for scheme in schemes}
    told: list[tuple[str, ...]] = []
    for requirement in found.elements():
        names = tuple(name for name, _ in requirement.items())
        missing = [name for name in names if name not in known]
        if missing:
            lowering.report.add(
                "SEC002",
                requirement.place,
                f"no security scheme is named {missing[0]!r}",
                hint=f"declared are {', '.join(sorted(known)) or 'none'}",
                effect=Effect.DEGRADED,
            )
        else:
            told.append(names)
    return tuple(told)
