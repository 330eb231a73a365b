"""Making the error of an answer that is too large, or of an item of one."""

from __future__ import annotations

from .call import Call
from .size_error import ResponseTooLargeError, TooLarge

__all__ = ["too_large"]


def too_large(
    call: Call, failure: TooLarge, item: int | None = None
) -> ResponseTooLargeError:
    """The error, with what to do; ``item`` is the number of one in a stream."""
    info, limit = call.outgoing.info, failure.limit
    what = "the answer" if item is None else f"item {item} of the stream"
    message = (
        f"{info.method} {info.url}: {failure.status}: {what} is larger than {limit:,}"
        " bytes; give a larger max_response_size, or None for no limit"
    )
    if item is None and failure.status < 300 and call.operation.method == "GET":
        message += ", or read it as it comes where client.streaming has the call"
    return ResponseTooLargeError(
        message,
        limit=limit,
        status=failure.status,
        headers=call.outgoing.redactor.told(failure.headers),
        request=info,
        attempts=call.attempts,
        elapsed=call.elapsed,
    )
