"""From answers to values, as the description types their media types."""

from __future__ import annotations

import base64
import contextlib
from collections.abc import Callable, Mapping
from typing import Any

from .codec import Json, Reader, decoder_for, loads, run
from .codec_plan import Decode
from .drift import Decoding
from .errors import DecodeError
from .media import media_kind
from .operation import Responses
from .settings import Types
from .statuses import body_key, successes
from .texts import is_utf8, json_of, media_of, text_of
from .wire import Reply

__all__ = [
    "body_value",
    "error_body",
    "plain_reader",
    "success",
]

_EMPTY = frozenset({204, 205, 304})
_JSON = "application/json"


def _suggested(reply: Reply, operation: str) -> Any:
    """The body as its own content type suggests."""
    if not reply.content:
        return None
    match media_kind(media_of(reply)):
        case "json":
            return json_of(reply, operation)
        case "text" | "form":
            return text_of(reply)
        case _ if not media_of(reply):
            try:
                return json_of(reply, operation)
            except DecodeError:
                return reply.content
        case _:
            return reply.content


def success(
    reply: Reply,
    responses: Responses,
    types: Types,
    decoding: Decoding,
    returns: Any = None,
) -> Any:
    """Decode the body of an answer that is a success.

    Raises:
        DecodeError: It does not fit what is documented.
    """
    if returns is not None:
        decode = decoder_for(returns, types.space)
        return _typed(reply, lambda: decode, decoding, returns in (str, bytes))
    listed = successes(responses)
    if not listed:
        # Nothing is said of a success, so nothing departs from it.
        return None if reply.status in _EMPTY else _suggested(reply, decoding.operation)
    key = body_key(responses, reply.status)
    if key is None or key not in listed:
        known = ", ".join(responses)
        decoding.drift(None, None, f"a status of {known}", "status", str(reply.status))
        if not reply.content:
            return None
        bringing = [one for one in listed if responses[one] is not None]
        key = next(iter(bringing or listed))
    answer = responses[key]
    if reply.status in _EMPTY and not reply.content:
        return None
    if answer is None:
        if reply.content and reply.status < 300:
            found = f"{len(reply.content)} bytes of {media_of(reply) or 'unknown type'}"
            decoding.drift(None, None, "no content", "media", found)
        return None
    contents = {_JSON: answer} if isinstance(answer, str) else answer
    return body_value(reply, contents, types, decoding)


def plain_reader(
    reply: Reply, responses: Responses, types: Types, json: Json
) -> Reader | None:
    """What reads a success that is JSON in UTF-8 as described; None for all else."""
    answer = responses.get(str(reply.status))
    if answer is None or not 200 <= reply.status < 300 or reply.status in _EMPTY:
        return None
    contents = {_JSON: answer} if isinstance(answer, str) else answer
    media = media_of(reply)
    if media_kind(media) != "json" or contents.keys() != {media} or not is_utf8(reply):
        return None
    return None if contents[media] == "bytes" else types.reader(contents[media], json)


def body_value(
    reply: Reply, contents: Mapping[str, str], types: Types, decoding: Decoding
) -> Any:
    """Decode a body as one of the documented media types.

    Callers were promised what is documented as JSON, where anything is: another
    type stands for it only where it is typed alike, or is JSON after all.
    """
    if not contents:
        return None
    media = media_of(reply)
    listed = [one for one in contents if media_kind(one) == "json"]
    promised = {contents[one] for one in listed} or {*contents.values()}
    chosen = _match(media, contents)
    if chosen is not None and contents[chosen] not in promised | {"typing.Any"}:
        chosen = None
    if chosen is None and media:
        decoding.drift(None, None, " or ".join(contents), "media", media)
    if chosen is None:
        chosen = next(iter(listed or contents))
    expression = contents[chosen]
    actual = media if media and _is_range(chosen) else chosen
    as_text = media_kind(actual) != "json" or expression == "bytes"
    return _typed(
        reply, lambda: types.decoder(expression), decoding, as_text, expression
    )


def _is_range(media: str) -> bool:
    """Whether a key stands for several media types, or is none."""
    return "*" in media or "/" not in media


def _is_json(reply: Reply, media: str) -> bool:
    """Whether a body of another type than documented may be read as JSON after all."""
    if not media or media_kind(media) == "json":
        return True
    try:
        json_of(reply)
    except DecodeError:
        return False
    return True


def _match(media: str, contents: Mapping[str, str]) -> str | None:
    """The documented media type an answer has."""
    wanted = (media, f"{media.partition('/')[0]}/*", "*/*", "*")
    named = {one.partition(";")[0].strip().lower(): one for one in contents}
    for one in wanted:
        if one in named:
            return named[one]
    as_json = media_kind(media) == "json"
    for one in contents:
        if (as_json and media_kind(one) == "json") or "/" not in one:
            return one
    return None


def _typed(
    reply: Reply,
    decoder: Callable[[], Decode],
    decoding: Decoding,
    as_text: bool,
    expression: str = "",
) -> Any:
    """Decode a body whose type is known."""
    if not as_text:
        return run(decoder(), json_of(reply, decoding.operation), decoding)
    if expression == "bytes" or (
        not expression and media_kind(media_of(reply)) == "bytes"
    ):
        return _octets(reply)
    text = text_of(reply)
    if expression in ("", "str"):
        return text
    if expression == "typing.Any":
        return _suggested(reply, decoding.operation)
    return _read(decoder(), text, decoding)


def _octets(reply: Reply) -> bytes:
    """The body as it came; out of JSON, where it is a string of base64."""
    content = reply.content
    if media_kind(media_of(reply)) == "json" and content[:1] == content[-1:] == b'"':
        with contextlib.suppress(ValueError):
            return base64.b64decode(content[1:-1], validate=True)
    return content


def _read(decode: Decode, text: str, decoding: Decoding) -> Any:
    """Decode a text as the string it is, else as the JSON that it spells."""
    try:
        run(decode, text, Decoding())
    except DecodeError:
        return run(decode, loads(text, decoding.operation), decoding)
    return run(decode, text, decoding)


def error_body(
    reply: Reply, responses: Responses, types: Types, decoding: Decoding, typed: bool
) -> Any:
    """Decode the body of an error; None where it is not what is documented.

    Where nothing is documented and ``typed`` is false, its content type decides.
    """
    key = body_key(responses, reply.status)
    try:
        if key is None:
            return None if typed else _suggested(reply, decoding.operation)
        answer = responses[key]
        if answer is None or not reply.content:
            return None
        contents = {_JSON: answer} if isinstance(answer, str) else answer
        if _match(media_of(reply), contents) is None and not _has_json(reply, contents):
            return None if typed else _suggested(reply, decoding.operation)
        return body_value(reply, contents, types, decoding)
    except DecodeError:
        return None


def _has_json(reply: Reply, contents: Mapping[str, str]) -> bool:
    listed = any(media_kind(one) == "json" for one in contents)
    return listed and _is_json(reply, media_of(reply))
