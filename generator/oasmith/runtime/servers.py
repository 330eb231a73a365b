"""The addresses of an API: templates, their variables, and what is no address."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from .credentials import Api
from .errors import ConfigurationError

__all__ = ["base_url_of", "filled", "is_host", "variables_of"]

_BRACES = re.compile(r"\{([^{}]*)\}")
_ENDING = re.compile(r"[\s?#@\\]")
"""What would make another address of the one a variable stands in."""
_LONGEST_NAME, _LONGEST_LABEL = 253, 63


def variables_of(api: Api, arguments: Mapping[str, str | None]) -> dict[str, str]:
    """The server variables there are: the argument, its environment variable, or else
    the description's default.

    Raises:
        ConfigurationError: A value would change what the address means.
    """
    values: dict[str, str] = {}
    for name, default in api.variables.items():
        variable = os.environ.get(api.environment.get(name, ""), "")
        given = arguments.get(name)
        if given == "":
            raise _empty(api, name)
        value = given or variable or default
        if _ENDING.search(value):
            raise ConfigurationError(f"{name} cannot be {value!r} in an address")
        if value:
            values[name] = value
    return values


def filled(template: str, values: Mapping[str, str]) -> str:
    """The template with the variables that have a value in their places."""
    return _BRACES.sub(lambda found: values.get(found[1], found[0]), template)


def base_url_of(
    api: Api, argument: str | None, variables: Mapping[str, str]
) -> tuple[str, bool]:
    """The address of the API, without trailing slash, and whether the user gave it.

    Raises:
        ConfigurationError: There is none, a variable of it has no value, or it is no
            http(s) address.
    """
    if argument is not None and not argument.strip():
        raise _empty(api, "base_url")
    variable = api.environment.get("base_url", "")
    chosen = argument or os.environ.get(variable, "")
    url = (chosen or filled(api.base_url or "", variables)).rstrip("/")
    if not url:
        raise ConfigurationError(
            f"{api.title} has no address of its own: give {api.named('base_url')}"
        )
    missing = [] if chosen else _BRACES.findall(url)
    if missing:
        names = " and ".join(api.named(name) for name in missing)
        raise ConfigurationError(
            f"the address of {api.title} is {url}: give {names}, or"
            f" {api.named('base_url')}"
        )
    if not _is_address(url):
        raise ConfigurationError(
            "base_url must be an http:// or https:// address without query or fragment"
        )
    return url, bool(chosen)


def _empty(api: Api, name: str) -> ConfigurationError:
    """The error for an argument that is there and says nothing.

    It is not taken for one left out, which may be the address of another server.
    """
    return ConfigurationError(
        f"{name} is empty: give {api.named(name)}, or leave it out for what"
        f" {api.title} has by default"
    )


def is_host(name: str) -> bool:
    """Whether a host can be looked up: no part of its name is too long, or missing.

    Names that are not ASCII are longer when they are looked up (RFC 5890).
    """
    labels = name.removesuffix(".").split(".")
    return len(name) <= _LONGEST_NAME and all(
        0 < len(label) <= _LONGEST_LABEL for label in labels
    )


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return (
            parts.scheme in ("http", "https")
            and is_host(parts.hostname or "")
            and not parts.query
            and not parts.fragment
            and parts.port != 0
            and not any(c <= " " for c in url)
        )
    except ValueError:
        return False
