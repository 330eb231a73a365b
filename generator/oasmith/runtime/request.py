"""From an operation and its arguments to a request."""

from __future__ import annotations

import sys
import typing
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from .arguments import Arguments
from .bodies import Payload, payload
from .choice import media_for, type_for
from .media import media_kind
from .modeling import Model
from .operation import Body, Operation
from .params import HEADER, absent, cookie_header, header_value, query_pairs, query_text
from .paths import path_text
from .redact import Redactor
from .schemes import Secrets
from .servers import filled
from .settings import Settings
from .shape import Row, shape_of
from .unset import UNSET, Unset
from .views import RequestInfo
from .wire import Outgoing

__all__ = ["prepare"]

_JSON = "application/json"


def prepare(
    settings: Settings,
    operation: Operation[Any],
    secrets: Secrets,
    arguments: Arguments,
) -> tuple[Outgoing, Redactor]:
    """Make the request, and what hides its secrets.

    Raises:
        TypeError: The body is missing, or cannot be written as its media type.
        ValueError: A parameter has a value that cannot be sent.
    """
    redactor = Redactor(secrets, settings.known)
    url = _url(settings, operation, arguments, secrets)
    body = _payload(settings, operation, arguments)
    headers = _headers(settings, operation, arguments, secrets, body)
    info = RequestInfo(
        method=operation.method,
        url=redactor.url(url),
        headers=redactor.headers(headers),
        operation=operation.name,
    )
    return Outgoing(operation.method, url, headers, info, body), redactor


def _url(
    settings: Settings,
    operation: Operation[Any],
    arguments: Arguments,
    secrets: Secrets,
) -> str:
    base = settings.base_url
    if operation.base_url and not settings.own_address:
        own = filled(operation.base_url, settings.variables)
        base = urljoin(base + "/", own).rstrip("/")
    styles = operation.styles
    path = path_text(operation.path, arguments.path, styles.get("path", {}))
    pairs = query_pairs(arguments.query, styles.get("query", {}))
    pairs += query_pairs(arguments.options.query or {}, {})
    query = query_text([*pairs, *secrets.query])
    if not query:
        return base + path
    return f"{base}{path}{'&' if '?' in path else '?'}{query}"


def _headers(
    settings: Settings,
    operation: Operation[Any],
    arguments: Arguments,
    secrets: Secrets,
    body: Payload | None,
) -> dict[str, str]:
    """The headers, later ones over earlier ones whatever their case."""
    merged: dict[str, tuple[str, str]] = {}
    version = ".".join(map(str, sys.version_info[:2]))
    agent = f"{settings.api.package}/{settings.api.version} Python/{version}"
    styles = operation.styles.get("header", {})
    documented = {
        name: header_value(name, value, styles.get(name, HEADER))
        for name, value in arguments.header.items()
        if not absent(value)
    }
    cookies = cookie_header(arguments.cookie, operation.styles.get("cookie", {}))
    cookies = "; ".join(
        [*([cookies] if cookies else []), *(f"{k}={v}" for k, v in secrets.cookies)]
    )
    for source in (
        {"Accept": _accept(operation), "User-Agent": agent},
        {} if body is None else {"Content-Type": body.content_type},
        settings.headers,
        documented,
        {"Cookie": cookies} if cookies else {},
        secrets.headers,
        arguments.options.headers or {},
    ):
        for name, value in source.items():
            merged[name.lower()] = (name, header_value(name, value))
    return dict(merged.values())


def _accept(operation: Operation[Any]) -> str:
    """The media types of the documented answers; JSON where an answer comes so."""
    found: dict[str, None] = {}
    for answer in operation.responses.values():
        if isinstance(answer, str):
            found[_JSON] = None
        elif answer is not None:
            listed = [one for one in answer if media_kind(one) == "json"]
            found.update(dict.fromkeys(listed or answer))
    if "json" in found:
        found[_JSON] = found.pop("json")
    named = [one for one in found if "/" in one]
    return ", ".join(named) if named and len(named) == len(found) else "*/*"


def _payload(
    settings: Settings, operation: Operation[Any], arguments: Arguments
) -> Payload | None:
    """The body, as the media type that is preferred or asked for."""
    body, options = operation.body, arguments.options
    if body is None:
        return None
    types = settings.types
    media = options.content_type or media_for(body, arguments.body, types)
    value = _value(settings, operation, body, media, arguments)
    if isinstance(value, Unset):
        return None
    type_ = type_for(body, media, types)
    return payload(media, value, body.parts, options.extra_body, type_)


def _value(
    settings: Settings,
    operation: Operation[Any],
    body: Body,
    media: str,
    arguments: Arguments,
) -> Any:
    """The value of the body: given whole, or built from its fields; UNSET for none."""
    whole, listed = arguments.body, arguments.fields
    type_ = _type(settings, body, media)
    cls = type_ if isinstance(type_, type) and issubclass(type_, Model) else None
    # The fields are those of the preferred media type, which is the first.
    first = _type(settings, body, next(iter(body.contents)))
    listed_in = first if isinstance(first, type) and issubclass(first, Model) else cls
    rows = _rows(listed_in)
    fields = {
        name: value
        for name, value in (listed or {}).items()
        if not isinstance(value, Unset)
    }
    given = [name for name, value in fields.items() if _is_given(rows.get(name), value)]
    if not absent(whole):
        if given:
            raise TypeError(f"give a body or {', '.join(given)}, not both")
        return whole
    if cls is not None and (given or body.required):
        return _build(operation, cls, fields)
    if not body.required:
        return UNSET
    if whole is None and (type_ is Any or type(None) in typing.get_args(type_)):
        return None
    raise TypeError(f"{operation.name} needs a body")


def _rows(cls: type[Model] | None) -> Mapping[str, Row]:
    return {} if cls is None else {row.name: row for row in shape_of(cls).rows}


def _type(settings: Settings, body: Body, media: str) -> Any:
    expression = body.contents.get(media, next(iter(body.contents.values())))
    return None if expression is None else settings.types.type_of(expression)


def _is_given(row: Row | None, value: object) -> bool:
    """Whether a field was given, not left at what it is by default."""
    if row is None or row.mandatory:
        return True
    return not (value is row.default or value == row.default)


def _build(
    operation: Operation[Any], cls: type[Model], fields: Mapping[str, Any]
) -> Model:
    """Make the model of a body, naming what is missing as a call would."""
    missing = [
        repr(row.name)
        for row in shape_of(cls).rows
        if row.mandatory and row.name not in fields
    ]
    if missing:
        plural = "s" if len(missing) > 1 else ""
        raise TypeError(
            f"{operation.name} is missing {len(missing)} required keyword-only "
            f"argument{plural}: {' and '.join(missing)}"
        )
    return cls(**fields)
