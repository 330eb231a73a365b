"""The security scheme of tokens that a server issues (RFC 6749)."""

from __future__ import annotations

import os
from collections.abc import Mapping

from .grants import ClientCredentials, Grant, Password, RefreshToken
from .schemes import Bearer, Issuer

__all__ = ["OAuth2"]


class OAuth2(Bearer):
    """A token in ``Authorization: Bearer`` that the client can get for itself."""

    __slots__ = ("client", "discovery", "token_urls")

    def __init__(
        self,
        key: str,
        *,
        argument: str,
        token_urls: Mapping[str, str] | None = None,
        discovery: str | None = None,
        client: tuple[str, str] | None = None,
    ) -> None:
        """Take the scheme's key, the client's argument, and where tokens come from.

        ``token_urls`` has the token endpoint of each ``grant_type`` (RFC 6749),
        ``discovery`` the address of OpenID Connect metadata, and ``client`` the
        variables that hold the id and the secret of a client.
        """
        super().__init__(key, argument=argument)
        self.token_urls: Mapping[str, str] = dict(token_urls or {})
        self.discovery: str | None = discovery
        self.client: tuple[str, str] | None = client

    def from_environment(self) -> Grant | None:
        """The application whose id and secret are in the environment."""
        if self.client is None:
            return None
        id_, secret = (os.environ.get(name, "") for name in self.client)
        if not id_ or not secret:
            return None
        return ClientCredentials(client_id=id_, client_secret=secret)

    def issuer(
        self, value: object, base_url: str, variables: Mapping[str, str]
    ) -> Issuer | None:
        """What gets tokens in the way that was given, if it is one.

        Raises:
            ConfigurationError: There is no address of a server that can be trusted.
        """
        if not isinstance(value, (ClientCredentials, Password, RefreshToken)):
            return None
        from .tokens import Tokens  # not needed for a token that is known

        return Tokens(value, self, base_url, variables)
