"""An operation made ready for the calls of a client: what no argument changes."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any, TypeAlias
from urllib.parse import urljoin

from .codec import Json, Reader
from .media import media_kind
from .operation import Operation, Undescribed
from .params import header_value
from .paths import PathTemplate
from .redact import Redactor
from .schemes import Secrets
from .servers import filled
from .settings import Settings

__all__ = ["Named", "Prepared", "named", "prepared_for"]

Named: TypeAlias = dict[str, tuple[str, str]]
"""Headers by their names in lower case: what they are called, and their values."""

_JSON = "application/json"


class Prepared:
    """The address, the headers and the secrets of an operation, under some settings.

    ``readers`` remembers, for each status, a content type, which library reads it, and
    what does.
    """

    __slots__ = (
        "base_url",
        "common",
        "headers",
        "own",
        "path",
        "readers",
        "redactor",
        "secrets",
    )

    def __init__(self, settings: Settings, operation: Operation[Any]) -> None:
        """Work it out.

        Raises:
            ConfigurationError: Credentials the operation needs are missing.
            ValueError: A header of the client cannot be sent.
        """
        api = settings.api
        security = api.security if operation.security is None else operation.security
        self.secrets: Secrets = api.secrets(security, settings.given)
        self.redactor: Redactor = Redactor(self.secrets, settings.known)
        self.base_url: str = _base_url(settings, operation)
        self.path: PathTemplate = PathTemplate(
            operation.path, operation.styles.get("path", {})
        )
        self.common: Named = named(
            {"Accept": _accept(operation), "User-Agent": _agent(settings)}
        )
        self.own: Named = named(settings.headers)
        self.headers: dict[str, str] = self.merged({})
        self.readers: dict[int, tuple[str, Json | None, Reader]] = {}

    def merged(
        self,
        described: Named,
        documented: Named | None = None,
        cookies: str = "",
        asked: Mapping[str, Any] | None = None,
    ) -> dict[str, str]:
        """All headers, later ones over earlier ones whatever their case.

        Those of the body, ``documented`` ones of the operation, and those ``asked`` for
        by the options, among those of the client.
        """
        secrets = self.secrets
        pairs = [f"{name}={value}" for name, value in secrets.cookies]
        cookie = "; ".join([cookies, *pairs] if cookies else pairs)
        merged = {
            **self.common,
            **described,
            **self.own,
            **(documented or {}),
            **(named({"Cookie": cookie}) if cookie else {}),
            **named(secrets.headers),
            **named(asked or {}),
        }
        return dict(merged.values())


def prepared_for(settings: Settings, operation: Operation[Any]) -> Prepared:
    """The operation made ready: once for a client, if the description knows it.

    Raises:
        ConfigurationError: Credentials the operation needs are missing.
        ValueError: A header of the client cannot be sent.
    """
    made = settings.prepared.get(operation)
    if made is None:
        made = Prepared(settings, operation)
        if not isinstance(operation, Undescribed):
            settings.prepared[operation] = made
    return made


def named(headers: Mapping[str, Any]) -> Named:
    """Headers by their names in lower case.

    Raises:
        ValueError: A value would end its header.
    """
    return {
        name.lower(): (name, header_value(name, value))
        for name, value in headers.items()
    }


def _base_url(settings: Settings, operation: Operation[Any]) -> str:
    """The address of the operation: its own, unless the user gave one."""
    base = settings.base_url
    if not operation.base_url or settings.own_address:
        return base
    own = filled(operation.base_url, settings.variables)
    return urljoin(base + "/", own).rstrip("/")


def _agent(settings: Settings) -> str:
    """The name of the package and of what runs it."""
    version = ".".join(map(str, sys.version_info[:2]))
    return f"{settings.api.package}/{settings.api.version} Python/{version}"


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
    known = [one for one in found if "/" in one]
    return ", ".join(known) if known and len(known) == len(found) else "*/*"
