"""What a description says of the status of an answer."""

from __future__ import annotations

from .operation import Responses

__all__ = ["body_key", "is_success", "successes"]


def body_key(responses: Responses, status: int) -> str | None:
    """The key under which a status is documented."""
    for key in (str(status), f"{status // 100}XX", f"{status // 100}xx", "default"):
        if key in responses:
            return key
    return None


def successes(responses: Responses) -> list[str]:
    """The keys of the documented successes; ``default`` where there are no others."""
    keys = [key for key in responses if key.startswith("2")]
    keys = keys or [key for key in responses if is_success(responses, key)]
    return keys or [key for key in responses if key == "default"]


def is_success(responses: Responses, status: int | str) -> bool:
    """Whether a status is a success: 2xx, or the redirect that is all there is."""
    text = str(status)
    if text.startswith("2"):
        return True
    redirects = text.startswith("3") and text != "304"
    known = text in responses or "3XX" in responses
    return redirects and known and not any(key.startswith("2") for key in responses)
