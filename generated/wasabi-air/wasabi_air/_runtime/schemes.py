"""Security schemes: how each credential travels (OpenAPI 3.1, section 4.8.27)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias, final
from urllib.parse import quote

from .errors import ConfigurationError
from .views import header_text

if TYPE_CHECKING:
    from .records import Frozen
    from .settings import Settings
    from .timing import Deadline
    from .wire import Flow

__all__ = [
    "ApiKey",
    "Authorization",
    "Basic",
    "Bearer",
    "Certificate",
    "Issuer",
    "Pem",
    "Scheme",
    "Secrets",
    "secret_values",
]


class Secrets:
    """Where the credentials of one request go.

    ``live`` are the schemes whose credentials are asked for before each attempt.
    """

    __slots__ = ("cookies", "headers", "live", "query")

    def __init__(self) -> None:
        self.live: list[Scheme] = []
        self.headers: dict[str, str] = {}
        self.query: list[tuple[str, str]] = []
        self.cookies: list[tuple[str, str]] = []


class ApiKey:
    """A key in a header, the query or a cookie."""

    __slots__ = ("argument", "key", "name", "where")
    where: Literal["header", "query", "cookie"]
    optional: ClassVar[bool] = False

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
        self.where: Literal["header", "query", "cookie"] = where
        self.name: str = name

    @property
    def arguments(self) -> tuple[str, ...]:
        """The arguments it takes."""
        return (self.argument,)

    def apply(self, given: Mapping[str, str], secrets: Secrets) -> None:
        """Put the key where it belongs."""
        value = given[self.argument]
        match self.where:
            case "header":
                secrets.headers[self.name] = _sendable(self.argument, value)
            case "query":
                secrets.query.append((quote(self.name, safe=""), quote(value, safe="")))
            case "cookie":
                secrets.cookies.append((self.name, quote(value, safe="")))


class Issuer:
    """What gets tokens for a client."""

    __slots__ = ()

    def current(self, settings: Settings, deadline: Deadline) -> Flow[str]:
        """A token that lasts.

        Raises:
            TokenError: No token was issued.
            TransportError: Whoever issues them cannot be reached, or not in time.
        """
        raise NotImplementedError

    def refuse(self, text: str) -> None:
        """Let a token that a server refused not be used again."""
        raise NotImplementedError


class Bearer:
    """A token in ``Authorization: Bearer`` (RFC 6750)."""

    __slots__ = ("argument", "key")
    optional: ClassVar[bool] = False

    def __init__(self, key: str, *, argument: str) -> None:
        """Take the scheme's key and the client's argument."""
        self.key: str = key
        self.argument: str = argument

    @property
    def arguments(self) -> tuple[str, ...]:
        """The arguments it takes."""
        return (self.argument,)

    def apply(self, given: Mapping[str, str], secrets: Secrets) -> None:
        """Put the token into its header."""
        value = _sendable(self.argument, given[self.argument])
        secrets.headers["Authorization"] = f"Bearer {value}"

    def from_environment(self) -> Frozen | None:
        """The way to get tokens that the environment tells."""
        return None

    def issuer(
        self, value: object, base_url: str, variables: Mapping[str, str]
    ) -> Issuer | None:
        """What gets tokens in the way that was given, if it is one."""
        return None


class Basic:
    """A user name and a password (RFC 7617)."""

    __slots__ = ("key", "password", "username")
    optional: ClassVar[bool] = False

    def __init__(self, key: str, *, username: str, password: str) -> None:
        """Take the scheme's key and the names of the client's two arguments."""
        self.key: str = key
        self.username: str = username
        self.password: str = password

    @property
    def arguments(self) -> tuple[str, ...]:
        """The arguments it takes."""
        return (self.username, self.password)

    def apply(self, given: Mapping[str, str], secrets: Secrets) -> None:
        """Put both into the header."""
        import base64

        pair = f"{given[self.username]}:{given[self.password]}".encode()
        token = base64.b64encode(pair).decode("ascii")
        secrets.headers["Authorization"] = f"Basic {token}"


class Authorization:
    """An ``Authorization`` header that callers make, such as a signature.

    It is not needed: a function that signs may add it, or the options of a call.
    """

    __slots__ = ("argument", "key")
    optional: ClassVar[bool] = True

    def __init__(self, key: str, *, argument: str) -> None:
        """Take the scheme's key and the client's argument."""
        self.key: str = key
        self.argument: str = argument

    @property
    def arguments(self) -> tuple[str, ...]:
        """The arguments it takes."""
        return (self.argument,)

    def apply(self, given: Mapping[str, str], secrets: Secrets) -> None:
        """Put the header where it belongs, if it is given."""
        if self.argument in given:
            value = _sendable(self.argument, given[self.argument])
            secrets.headers["Authorization"] = value


@final
class Pem:
    """The file of a certificate with its key, or the files of the two."""

    __slots__ = ("files",)

    def __init__(self, *files: str) -> None:
        """Take their paths."""
        self.files: tuple[str, ...] = files


class Certificate:
    """A client certificate (mutual TLS), which the connections have and no request.

    It is not needed: connections of the caller's own may have one.
    """

    __slots__ = ("argument", "key")
    optional: ClassVar[bool] = True

    def __init__(self, key: str, *, argument: str) -> None:
        """Take the scheme's key and the client's argument."""
        self.key: str = key
        self.argument: str = argument

    @property
    def arguments(self) -> tuple[str, ...]:
        """The arguments it takes."""
        return (self.argument,)

    def apply(self, given: Mapping[str, str], secrets: Secrets) -> None:
        """Add nothing to a request."""


def _sendable(argument: str, value: str) -> str:
    """A credential that can be the value of a header.

    Raises:
        ConfigurationError: It cannot; it is not shown.
    """
    try:
        return header_text(argument, value)
    except ValueError:
        raise ConfigurationError(
            f"{argument} holds the end of a line or another control character, which no"
            " header can hold: take it off, as .strip() does with what a file holds"
        ) from None


Scheme: TypeAlias = ApiKey | Bearer | Basic | Authorization | Certificate


def secret_values(schemes: Iterable[Scheme], given: Mapping[str, object]) -> list[str]:
    """The texts that are secret of credentials: no user name, if it has a password."""
    users = {
        one.username
        for one in schemes
        if isinstance(one, Basic) and given.get(one.password)
    }
    texts = {name: one for name, one in given.items() if isinstance(one, str)}
    return [value for name, value in texts.items() if name not in users]
