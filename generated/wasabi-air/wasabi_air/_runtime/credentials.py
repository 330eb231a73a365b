"""Credentials: what a client was given, and which alternative it meets."""

from __future__ import annotations

import os
from collections.abc import Mapping

from .errors import ConfigurationError
from .operation import Security
from .schemes import Authorization, Basic, Scheme, Secrets

__all__ = ["Api"]


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
        # Some servers take a key for the user name, and no password (RFC 7617).
        blank = {
            scheme.password
            for scheme in self.schemes.values()
            if isinstance(scheme, Basic) and arguments.get(scheme.password) == ""
        }
        return {name: value for name, value in found.items() if value or name in blank}

    def secrets(self, security: Security, given: Mapping[str, str]) -> Secrets:
        """The credentials of the first alternative that is wholly given.

        One that sends something goes before one that asks for nothing.

        Raises:
            ConfigurationError: None is.
        """
        secrets = Secrets()
        met = [one for one in security if self._meets(one, given)]
        whole = [one for one in met if one and self._is_whole(one, given)]
        if security and not met:
            raise ConfigurationError(self.lacking(security))
        for key in next(iter(whole or met), ()):
            if key in self.schemes:
                self.schemes[key].apply(given, secrets)
        return secrets

    def _is_whole(self, alternative: tuple[str, ...], given: Mapping[str, str]) -> bool:
        """Whether every scheme of an alternative is known, and its values given."""
        schemes = [self.schemes.get(key) for key in alternative]
        return all(
            one is not None
            and not (isinstance(one, Authorization) and one.argument not in given)
            for one in schemes
        )

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
