"""Security schemes and requirements (3.1, "Security Scheme Object")."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics import Effect
from ..ir.security import (
    ApiKeyScheme,
    AuthorizationScheme,
    BasicScheme,
    BearerScheme,
    CertificateScheme,
    GrantType,
    Scheme,
    Security,
    UnsupportedScheme,
)
from ..ir.where import Where
from ..openapi.node import Node
from ..source.nearest import nearest
from ..source.values import Frozen, replace
from .docs import doc_of
from .headers import is_token
from .schemas import Lowering

__all__ = ["Demand", "asks", "demand_of", "offered", "schemes_of", "with_lent"]

_CHALLENGES = frozenset({"digest", "hoba", "mutual", "negotiate", "scram-sha-256"})
"""HTTP schemes whose header answers a challenge, so that no argument can hold it."""


class Demand(Frozen):
    """What a Security Requirement list asks: schemes, and the scopes beside them.

    ``lent`` are pairs of tokens asked together, the one that is sent first.
    """

    security: Security
    scopes: tuple[tuple[str, ...], ...] = ()
    lent: tuple[tuple[str, str], ...] = ()


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
    doc, name = doc_of(node), node.text("name")
    match node.text("type"), node.text("scheme").lower(), node.text("in"):
        case "apiKey", _, "query" if name:
            return ApiKeyScheme(key, Where.QUERY, name, doc, node.place)
        case "apiKey", _, ("header" | "cookie") as where if is_token(name):
            return ApiKeyScheme(key, Where(where), name, doc, node.place)
        case "http", "basic", _:
            return BasicScheme(key, doc, node.place)
        case "http", "bearer", _:
            return BearerScheme(key, doc, node.place)
        case "oauth2", _, _:
            urls, metadata = _token_urls(node), node.text("oauth2MetadataUrl")
            discovery = "" if urls else metadata  # what is written goes before
            return BearerScheme(key, doc, node.place, urls, discovery)
        case "openIdConnect", _, _:
            url = node.text("openIdConnectUrl")
            return BearerScheme(key, doc, node.place, discovery=url)
        case "http", scheme, _ if is_token(scheme) and scheme not in (_CHALLENGES):
            return AuthorizationScheme(key, node.text("scheme"), doc, node.place)
        case "mutualTLS", _, _:
            return CertificateScheme(key, doc, node.place)
        case kind, scheme, _:
            return _unsupported(lowering, key, kind, scheme, node)


_BY_HAND = ("authorizationCode", "deviceAuthorization", "password")
"""The flows that a person goes through, after which there is a refresh token."""


def _token_urls(node: Node) -> tuple[tuple[GrantType, str], ...]:
    """Where tokens are issued (3.2, "OAuth Flows Object"), for what needs no person."""
    found: dict[GrantType, str] = {}
    flows = node.get("flows") or node
    for name, grant in (
        ("clientCredentials", GrantType.CLIENT_CREDENTIALS),
        ("password", GrantType.PASSWORD),
    ):
        flow = flows.get(name)
        if flow is not None and flow.text("tokenUrl"):
            found[grant] = flow.text("tokenUrl")
    for flow in filter(None, map(flows.get, _BY_HAND)):
        url = flow.text("refreshUrl") or flow.text("tokenUrl")
        if url:
            found.setdefault(GrantType.REFRESH_TOKEN, url)
    return tuple(found.items())


def with_lent(
    schemes: tuple[Scheme, ...], lent: Iterable[tuple[str, str]]
) -> tuple[Scheme, ...]:
    """The schemes, each able to get its token as those do that were asked beside it."""
    known = {one.key: one for one in schemes}
    for key, beside in lent:
        one, other = known[key], known[beside]
        if isinstance(one, BearerScheme) and isinstance(other, BearerScheme):
            urls = {**dict(other.token_urls), **dict(one.token_urls)}
            discovery = one.discovery or other.discovery
            known[key] = replace(
                one, token_urls=tuple(urls.items()), discovery=discovery
            )
    return tuple(known.values())


def _unsupported(
    lowering: Lowering, key: str, kind: str, scheme: str, node: Node
) -> Scheme:
    match kind:
        case "apiKey":
            message = f"no key can be sent as {node.text('name')!r} in "
            message += repr(node.text("in"))
            hint = "name a header, query parameter or cookie"
        case "http" if scheme:
            message = f"no argument of the client serves {scheme} security"
            hint = "sign requests in an http_client of your own"
        case _:
            message = f"{kind!r} is no type of security scheme" if kind else ""
            message = message or "the security scheme has no type"
            hint = "one of apiKey, http, oauth2, openIdConnect and mutualTLS"
    lowering.report.add(
        "SEC001", node.place, message, hint=hint, effect=Effect.DEGRADED
    )
    return UnsupportedScheme(key, scheme or kind, doc_of(node), node.place)


def demand_of(
    lowering: Lowering, node: Node, schemes: tuple[Scheme, ...], inherited: Demand
) -> Demand:
    """What is asked at ``node``, else what is inherited.

    A scheme that is not declared is reported and left out.
    """
    found = node.get("security")
    if found is None:
        return inherited
    known = {scheme.key: scheme for scheme in schemes}
    security: list[tuple[str, ...]] = []
    lent: dict[tuple[str, str], None] = {}
    scopes: dict[tuple[str, ...], None] = {}
    for requirement in found.elements():
        asked = tuple(requirement.items())
        declared = [name for name, _ in asked if name in known]
        for name, entry in asked:
            if name not in known:
                _undeclared(lowering, entry, name, known)
        if declared or not asked:
            together = _together(
                lowering, requirement, [known[one] for one in declared]
            )
            security.append(together)
            tokens = _tokens([known[one] for one in declared])
            lent.update(dict.fromkeys((tokens[0], one) for one in tokens[1:]))
        told = dict.fromkeys(
            scope.value
            for _, entry in asked
            for scope in entry.elements()
            if isinstance(scope.value, str)
        )
        if told and declared:
            scopes[tuple(told)] = None
    return Demand(tuple(dict.fromkeys(security)), tuple(scopes), tuple(lent))


def _undeclared(
    lowering: Lowering, entry: Node, name: str, known: Iterable[str]
) -> None:
    guess = nearest(name, known)
    listed = ", ".join(sorted(known)) or "none"
    lowering.report.add(
        "SEC002",
        entry.place.key(),
        f"no security scheme is named {name!r}",
        hint=f"did you mean {guess!r}?" if guess else f"declared are {listed}",
        effect=Effect.DEGRADED,
    )


def _together(
    lowering: Lowering, requirement: Node, asked: list[Scheme]
) -> tuple[str, ...]:
    """The schemes of one requirement; of several tokens the first, as one is sent.

    A request has one ``Authorization`` header (RFC 9110, section 11.6.2): several
    OAuth flows that are asked together are ways to the same token.
    """
    tokens = _tokens(asked)
    kept = [one for one in asked if one.key not in tokens[1:]]
    carriers: dict[str, str] = {}
    for one in kept:
        carrier = _header_of(one)
        other = carriers.setdefault(carrier, one.key) if carrier else one.key
        if other != one.key:
            lowering.report.add(
                "SEC003",
                requirement.place,
                f"{other!r} and {one.key!r} are both sent in the header {carrier!r}",
                hint="the later one is sent; list them as alternatives",
                effect=Effect.DEGRADED,
            )
    return tuple(one.key for one in kept)


def _tokens(asked: Iterable[Scheme]) -> list[str]:
    return [one.key for one in asked if isinstance(one, BearerScheme)]


def _header_of(scheme: Scheme) -> str:
    match scheme:
        case ApiKeyScheme(where=Where.HEADER, wire=wire):
            return wire.lower()
        case BearerScheme() | BasicScheme() | AuthorizationScheme():
            return "authorization"
        case ApiKeyScheme() | CertificateScheme() | UnsupportedScheme():
            return ""


def asks(node: Node) -> bool:
    """Whether some scheme is named by the requirements that are written here."""
    found = node.get("security")
    return found is not None and any(
        True for requirement in found.elements() for _ in requirement.items()
    )


def offered(schemes: tuple[Scheme, ...]) -> Security:
    """What is asked where schemes are declared and no ``security`` names any of them.

    Then nothing is needed, and what a caller gives all the same is sent.
    """
    alone = tuple(
        (one.key,)
        for one in schemes
        if not isinstance(one, UnsupportedScheme | CertificateScheme)
    )
    return ((), *alone) if alone else ()
