"""Security schemes: how each credential travels (OpenAPI 3.1, section 4.8.27)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias
from urllib.parse import quote

from .views import header_text

__all__ = ["ApiKey", "Authorization", "Basic", "Bearer", "Scheme", "Secrets"]


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


class Authorization:
    """An ``Authorization`` header that callers make, such as a signature.

    It is not needed: a transport of their own may sign, or the options of a call.
    """

    __slots__ = ("argument", "key")

    def __init__(self, key: str, *, argument: str) -> None:
        """Take the scheme's key and the client's argument."""
        self.key: str = key
        self.argument: str = argument

    @property
    def arguments(self) -> tuple[str, ...]:
        """The arguments it needs."""
        return ()

    def apply(self, given: Mapping[str, str], secrets: Secrets) -> None:
        """Put the header where it belongs, if it is given."""
        if self.argument in given:
            value = header_text("Authorization", given[self.argument])
            secrets.headers["Authorization"] = value


Scheme: TypeAlias = ApiKey | Bearer | Basic | Authorization
