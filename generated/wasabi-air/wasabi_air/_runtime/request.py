"""From an operation and its arguments to a request."""

from __future__ import annotations

import typing
import uuid
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from .arguments import Arguments
from .bodies import Payload, payload
from .choice import media_for, type_for
from .codec import STANDARD
from .errors import DecodeError
from .modeling import Model
from .operation import Body, Operation
from .params import HEADER, absent, cookie_header, header_value, query_pairs, query_text
from .prepared import Named, Prepared, named
from .redirects import harmless, linked
from .settings import Settings
from .shape import Row, shape_of
from .unset import UNSET, Unset
from .wire import Outgoing

__all__ = ["prepare"]

_SHOWN = 200


def prepare(
    settings: Settings,
    operation: Operation[Any],
    prepared: Prepared,
    arguments: Arguments,
) -> Outgoing:
    """Make the request.

    Raises:
        DecodeError: The list goes on at an address that may not be asked.
        TypeError: The body is missing, or cannot be written as its media type.
        ValueError: A parameter has a value that cannot be sent.
    """
    url, foreign = _url(operation, prepared, arguments), False
    if arguments.url:
        url, foreign = _further(url, operation, prepared, arguments.url)
    described = operation.body is not None and not foreign
    body = _payload(settings, operation, arguments) if described else None
    headers = _headers(settings, operation, prepared, arguments, body)
    return Outgoing(
        operation.method,
        url,
        harmless(headers) if foreign else headers,
        operation=operation.name,
        redactor=prepared.redactor,
        payload=body,
        foreign=foreign,
        call=(operation, arguments),
    )


def _further(
    url: str, operation: Operation[Any], prepared: Prepared, link: str
) -> tuple[str, bool]:
    """Where a list goes on, and whether at another origin, which is told no secrets."""
    try:
        target, foreign = linked(url, link)
        if foreign and operation.method not in ("GET", "HEAD"):
            raise ValueError("only reading goes on at another origin")
    except ValueError:
        expected = "an address of the next page that may be asked"
        shown = repr(prepared.redactor.url(link)[:_SHOWN])
        name = operation.name
        raise DecodeError(expected=expected, found=shown, operation=name) from None
    given = dict(parse_qsl(urlsplit(target).query, keep_blank_values=True))
    secret = prepared.secrets.query
    missing = [pair for pair in secret if unquote(pair[0]) not in given]
    if foreign or not missing:
        return target, foreign
    return f"{target}{'&' if '?' in target else '?'}{query_text([*missing])}", foreign


def _url(operation: Operation[Any], prepared: Prepared, arguments: Arguments) -> str:
    path = prepared.path.fill(arguments.path)
    options, secret = arguments.options, prepared.secrets.query
    if not (arguments.query or options.query or secret):
        return prepared.base_url + path
    pairs = query_pairs(arguments.query, operation.styles.get("query", {}))
    pairs += query_pairs(options.query or {}, {})
    query = query_text([*pairs, *secret])
    if not query:
        return prepared.base_url + path
    return f"{prepared.base_url}{path}{'&' if '?' in path else '?'}{query}"


def _headers(
    settings: Settings,
    operation: Operation[Any],
    prepared: Prepared,
    arguments: Arguments,
    body: Payload | None,
) -> dict[str, str]:
    """The headers; those no argument changes are there already."""
    given, asked, key = (
        arguments.header,
        arguments.options.headers,
        operation.idempotency,
    )
    if settings.hooks.headers is not None:
        asked = {**settings.hooks.headers(), **(asked or {})}
    if body is None and not (given or arguments.cookie or asked or key):
        return prepared.headers
    styles = operation.styles.get("header", {})
    documented: Named = {
        name.lower(): (name, header_value(name, value, styles.get(name, HEADER)))
        for name, value in given.items()
        if not absent(value)
    }
    headers = prepared.merged(
        {} if body is None else named({"Content-Type": body.content_type}),
        documented,
        cookie_header(arguments.cookie, operation.styles.get("cookie", {})),
        asked,
    )
    if key and key.lower() not in map(str.lower, headers):
        headers[key] = str(uuid.uuid4())
    return headers


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
        if not options.extra_body:
            return None
        value = {}
    type_ = type_for(body, media, types)
    json = settings.json or STANDARD
    return payload(media, value, body.parts, options.extra_body, type_, json)


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
