"""From answers to values, by status and media type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .bodies import media_kind
from .codec import decoder_for, loads, run
from .codec_plan import Decode
from .drift import Decoding
from .errors import DecodeError
from .operation import Responses
from .settings import Types
from .wire import Reply

__all__ = ["error_body", "media_of", "success", "text_of"]

_EMPTY = frozenset({204, 205, 304})
_NOTHING = "nothing"


def media_of(reply: Reply) -> str:
    """The media type of an answer, without parameters."""
    return reply.headers.get("content-type", "").partition(";")[0].strip().lower()


def _documented(responses: Responses, status: int) -> str | None:
    """The key under which a status is documented."""
    for key in (str(status), f"{status // 100}XX", f"{status // 100}xx", "default"):
        if key in responses:
            return key
    return None


def _only_success(responses: Responses) -> str | None:
    """The key of the one documented success; None where there are none or several."""
    keys = [key for key in responses if key.startswith("2")]
    return keys[0] if len(keys) == 1 else None


def text_of(reply: Reply) -> str:
    """The body as text, by the charset of its content type."""
    charset = "utf-8"
    for parameter in reply.headers.get("content-type", "").split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            charset = value.strip().strip("\"'")
    try:
        return reply.content.decode(charset, "replace")
    except LookupError:
        return reply.content.decode("utf-8", "replace")


def _suggested(reply: Reply, operation: str) -> Any:
    """The body as its own content type suggests."""
    if not reply.content:
        return None
    match media_kind(media_of(reply)):
        case "json":
            return loads(reply.content, operation)
        case "text" | "form":
            return text_of(reply)
        case _ if not media_of(reply):
            try:
                return loads(reply.content, operation)
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
    if not responses:
        return None if reply.status in _EMPTY else _suggested(reply, decoding.operation)
    key = _documented(responses, reply.status)
    if key is None:
        known = ", ".join(responses)
        decoding.drift(None, None, f"a status of {known}", "status", str(reply.status))
        key = _only_success(responses)
        if key is None or not reply.content:
            return _suggested(reply, decoding.operation)
    answer = responses[key]
    if reply.status in _EMPTY and not reply.content:
        return None
    if answer is None:
        if reply.content:
            found = f"{len(reply.content)} bytes of {media_of(reply) or 'unknown type'}"
            decoding.drift(None, None, "no content", "media", found)
        return None
    contents = {"application/json": answer} if isinstance(answer, str) else answer
    return _body(reply, contents, types, decoding)


def _body(
    reply: Reply, contents: Mapping[str, str], types: Types, decoding: Decoding
) -> Any:
    """Decode a body as one of the documented media types."""
    media = media_of(reply)
    chosen = _match(media, contents)
    if chosen is None and media:
        decoding.drift(None, None, " or ".join(contents), "media", media)
    if chosen is None:
        # Callers were promised a documented type: the body is that or an error.
        listed = [one for one in contents if media_kind(one) == "json"]
        chosen = next(iter(listed or contents))
    expression = contents[chosen]
    as_text = media_kind(media if media and "*" in chosen else chosen) != "json"
    return _typed(
        reply, lambda: types.decoder(expression), decoding, as_text, expression
    )


def _is_json(reply: Reply, media: str) -> bool:
    """Whether a body of another type than documented may be read as JSON after all."""
    if not media or media_kind(media) == "json":
        return True
    try:
        loads(reply.content)
    except DecodeError:
        return False
    return True


def _match(media: str, contents: Mapping[str, str]) -> str | None:
    """The documented media type an answer has."""
    wanted = (media, f"{media.partition('/')[0]}/*", "*/*")
    named = {one.partition(";")[0].strip().lower(): one for one in contents}
    for one in wanted:
        if one in named:
            return named[one]
    if media_kind(media) == "json":
        return next((one for one in contents if media_kind(one) == "json"), None)
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
        return run(decoder(), loads(reply.content, decoding.operation), decoding)
    if expression == "bytes" or (
        not expression and media_kind(media_of(reply)) == "bytes"
    ):
        return reply.content
    text = text_of(reply)
    if expression in ("", "str", "typing.Any"):
        return text
    try:
        value = loads(text)
    except DecodeError:
        value = text
    return run(decoder(), value, decoding)


def error_body(
    reply: Reply, responses: Responses, types: Types, decoding: Decoding, typed: bool
) -> Any:
    """Decode the body of an error; None where it is not what is documented.

    Where nothing is documented and ``typed`` is false, its content type decides.
    """
    key = _documented(responses, reply.status)
    try:
        if key is None:
            return None if typed else _suggested(reply, decoding.operation)
        answer = responses[key]
        if answer is None or not reply.content:
            return None
        contents = {"application/json": answer} if isinstance(answer, str) else answer
        if _match(media_of(reply), contents) is None and not _json_among(
            reply, contents
        ):
            return None if typed else _suggested(reply, decoding.operation)
        return _body(reply, contents, types, decoding)
    except DecodeError:
        return None


def _json_among(reply: Reply, contents: Mapping[str, str]) -> bool:
    listed = any(media_kind(one) == "json" for one in contents)
    return listed and _is_json(reply, media_of(reply))
