"""Ways to get a token: what a client takes in place of one (RFC 6749)."""

from __future__ import annotations

import dataclasses
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Literal, TypeAlias, final

from .records import Frozen, frozen

__all__ = ["ClientCredentials", "Grant", "Password", "RefreshToken"]


@final
@frozen
class ClientCredentials(Frozen):
    """Tokens for the application itself (RFC 6749, 4.4)."""

    client_id: str
    """The application's id."""

    client_secret: str = dataclasses.field(repr=False)
    """The application's secret."""

    scopes: Sequence[str] = ()
    """What the token is to allow; the server decides where none is named."""

    token_url: str | None = None
    """Where tokens are issued, if not where the description says."""

    client_in: Literal["header", "body"] | None = None
    """Where the id and the secret go; None for as the server's metadata say, else in
    the header."""

    parameters: Mapping[str, str] | None = dataclasses.field(default=None, repr=False)
    """What else the server asks for, such as ``audience``."""


@final
@frozen
class Password(Frozen):
    """Tokens for a user whose password is known (RFC 6749, 4.3)."""

    username: str
    """The user's name."""

    password: str = dataclasses.field(repr=False)
    """The user's password."""

    client_id: str | None = None
    """The application's id, if it has one."""

    client_secret: str | None = dataclasses.field(default=None, repr=False)
    """The application's secret, if it has one."""

    scopes: Sequence[str] = ()
    """What the token is to allow; the server decides where none is named."""

    token_url: str | None = None
    """Where tokens are issued, if not where the description says."""

    client_in: Literal["header", "body"] | None = None
    """Where the id and the secret go; None for as the server's metadata say, else in
    the header."""

    parameters: Mapping[str, str] | None = dataclasses.field(default=None, repr=False)
    """What else the server asks for, such as ``audience``."""


@final
@frozen
class RefreshToken(Frozen):
    """Tokens for a user who logged in: by code, on a device or elsewhere (RFC 6749, 6).

    A server may answer with another refresh token, which takes the place of this one.
    """

    refresh_token: str = dataclasses.field(repr=False)
    """What the log-in gave to get tokens with."""

    access_token: str | None = dataclasses.field(default=None, repr=False)
    """The token the log-in gave; it is used until it is refused."""

    client_id: str | None = None
    """The application's id, if it has one."""

    client_secret: str | None = dataclasses.field(default=None, repr=False)
    """The application's secret, if it has one."""

    scopes: Sequence[str] = ()
    """What the token is to allow; as the log-in asked where none is named."""

    token_url: str | None = None
    """Where tokens are issued, if not where the description says."""

    client_in: Literal["header", "body"] | None = None
    """Where the id and the secret go; None for as the server's metadata say, else in
    the header."""

    parameters: Mapping[str, str] | None = dataclasses.field(default=None, repr=False)
    """What else the server asks for, such as ``audience``."""

    on_rotation: Callable[[str], Awaitable[None] | None] | None = dataclasses.field(
        default=None, repr=False
    )
    """Told each new refresh token, to keep it for the next run."""


Grant: TypeAlias = ClientCredentials | Password | RefreshToken
