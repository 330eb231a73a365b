"""Credentials: how each scheme travels, and which alternative is met."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Literal, TypeAlias
from urllib.parse import quote

from .errors import ConfigurationError
from .operation import Security
from .views import header_text

__all__ = ["Api", "ApiKey", "Basic", "Bearer", "Scheme", "Secrets"]


class Secrets:
    """Where the credentials of one request go."""

    __slots__ = ("cookies", "headers", "query")

    def __init__(self) -> None:
        self.headers: dict[str, str] = {}
        self.query: list[tuple[str, str]] = []
        self.cookies: list[tuple[str, str]] = []


class ApiKey:
    """A key in a header, the query or a cookie."""

    __slots__ = ("argument", "key", "name", "where")
    where: Literal["header", "query", "cookie"]

    def __init__(
        self,
        key: str,
        *,
        argument: str,
        where: Literal["header", "query", "cookie"],
        name: str,
    ) -> None:
        """Take the scheme's key, the client's argument, and where the value goes."""
        self.key: str = key
        self.argument: str = argument
        self.where = where
        self.name: str = name

    @property
    def arguments(self) -> tuple[str, ...]:
        """The arguments it needs."""
        return (self.argument,)

    def apply(self, given: Mapping[str, str], secrets: Secrets) -> None:
        """Put the key where it belongs."""
        value = given[self.argument]
        match self.where:
            case "header":
                secrets.headers[self.name] = header_text(self.name, value)
            case "query":
                secrets.query.append((quote(self.name, safe=""), quote(value, safe="")))
            case "cookie":
                secrets.cookies.append((self.name, quote(value, safe="")))


class Bearer:
    """A token in ``Authorization: Bearer`` (RFC 6750)."""

    __slots__ = ("argument", "key")

    def __init__(self, key: str, *, argument: str) -> None:
        """Take the scheme's key and the client's argument."""
        self.key: str = key
        self.argument: str = argument

    @property
    def arguments(self) -> tuple[str, ...]:
        """The arguments it needs."""
        return (self.argument,)

    def apply(self, given: Mapping[str, str], secrets: Secrets) -> None:
        """Put the token into its header."""
        value = header_text("Authorization", given[self.argument])
        secrets.headers["Authorization"] = f"Bearer {value}"


class Basic:
    """A user name and a password (RFC 7617)."""

    __slots__ = ("key", "password", "username")

    def __init__(self, key: str, *, username: str, password: str) -> None:
        """Take the scheme's key and the names of the client's two arguments."""
        self.key: str = key
        self.username: str = username
        self.password: str = password

    @property
    def arguments(self) -> tuple[str, ...]:
        """The arguments it needs."""
        return (self.username, self.password)

    def apply(self, given: Mapping[str, str], secrets: Secrets) -> None:
        """Put both into the header."""
        import base64

        pair = f"{given[self.username]}:{given[self.password]}".encode()
        token = base64.b64encode(pair).decode("ascii")
        secrets.headers["Authorization"] = f"Basic {token}"


Scheme: TypeAlias = ApiKey | Bearer | Basic


class Api:
    """What a client knows of its API."""

    __slots__ = (
        "anonymous",
        "base_url",
        "environment",
        "package",
        "schemes",
        "security",
        "title",
        "variables",
        "version",
    )

    def __init__(
        self,
        *,
        package: str,
        title: str,
        version: str,
        base_url: str | None = None,
        credentials: tuple[Scheme, ...] = (),
        environment: Mapping[str, str] | None = None,
        security: Security = (),
        anonymous: bool = True,
        variables: Mapping[str, str] | None = None,
    ) -> None:
        """Take what the description and the configuration say.

        ``environment`` names the variable of each argument; ``anonymous`` is whether
        some operation can be called without credentials; ``version`` is the package's.
        ``variables`` are what stands in braces in ``base_url``, with their defaults.
        """
        self.package: str = package
        self.title: str = title
        self.version: str = version
        self.base_url: str | None = base_url
        self.schemes: Mapping[str, Scheme] = {
            scheme.key: scheme for scheme in credentials
        }
        self.environment: Mapping[str, str] = dict(environment or {})
        self.security: Security = security
        self.anonymous: bool = anonymous
        self.variables: Mapping[str, str] = dict(variables or {})

    def given(self, arguments: Mapping[str, str | None]) -> dict[str, str]:
        """The credentials there are: the argument, or else its variable."""
        found = {
            name: value or os.environ.get(self.environment.get(name, ""), "")
            for name, value in arguments.items()
        }
        return {name: value for name, value in found.items() if value}

    def secrets(self, security: Security, given: Mapping[str, str]) -> Secrets:
        """The credentials of the first alternative that is wholly given.

        Raises:
            ConfigurationError: None is.
        """
        secrets = Secrets()
        met = [one for one in security if self._meets(one, given)]
        whole = [one for one in met if all(key in self.schemes for key in one)]
        if security and not met:
            raise ConfigurationError(self.lacking(security))
        for key in next(iter(whole or met), ()):
            if key in self.schemes:
                self.schemes[key].apply(given, secrets)
        return secrets

    def _meets(self, alternative: tuple[str, ...], given: Mapping[str, str]) -> bool:
        """Whether all is given; an unknown scheme is left to the caller's transport."""
        schemes = [self.schemes[key] for key in alternative if key in self.schemes]
        return all(name in given for scheme in schemes for name in scheme.arguments)

    def lacking(self, security: Security) -> str:
        """Say which arguments and variables would meet a requirement."""
        ways: list[str] = []
        for alternative in security:
            names = [
                self.named(name)
                for key in alternative
                if (scheme := self.schemes.get(key)) is not None
                for name in scheme.arguments
            ]
            ways.append(
                " and ".join(names) or f"the scheme {' and '.join(alternative)}"
            )
        return f"{self.title} needs credentials: give {', or '.join(ways)}"

    def named(self, argument: str) -> str:
        """An argument with its variable, for messages."""
        variable = self.environment.get(argument)
        return f"{argument}=… (or {variable})" if variable else f"{argument}=…"
