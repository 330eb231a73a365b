"""Credentials: what a client was given, and which alternative it meets."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Container, Mapping
from typing import TYPE_CHECKING, TypeAlias

from .errors import ConfigurationError
from .operation import Security
from .schemes import Basic, Bearer, Certificate, Scheme, Secrets

if TYPE_CHECKING:
    from .records import Frozen

__all__ = ["Api", "Credential", "Provider"]

Provider: TypeAlias = Callable[[], str | Awaitable[str]]
"""A function that gives a credential, as it is at the time."""

Credential: TypeAlias = "str | Provider | Frozen | tuple[str, str]"
"""What stands for a credential: itself, a function, a way to get a token, or the two
files of a certificate."""


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

    def given(
        self, arguments: Mapping[str, Credential | None]
    ) -> dict[str, Credential]:
        """The credentials there are: the argument, or else its variable."""
        found: dict[str, Credential] = {}
        for name, value in arguments.items():
            one = value or os.environ.get(self.environment.get(name, ""), "")
            if one:
                found[name] = one
        for scheme in self.schemes.values():
            # Some servers take a key for the user name, and no password (RFC 7617).
            if isinstance(scheme, Basic) and arguments.get(scheme.password) == "":
                found.setdefault(scheme.password, "")
            if isinstance(scheme, Bearer) and scheme.argument not in found:
                way = scheme.from_environment()
                if way is not None:
                    found[scheme.argument] = way
        return found

    def secrets(self, security: Security, given: Mapping[str, object]) -> Secrets:
        """The credentials of the first alternative that is wholly given.

        One that sends something goes before one that asks for nothing.

        Raises:
            ConfigurationError: None is, or one cannot be sent.
        """
        secrets = Secrets()
        for scheme in self._chosen(security, given):
            told = {name: given[name] for name in scheme.arguments if name in given}
            texts = {name: one for name, one in told.items() if isinstance(one, str)}
            if len(texts) == len(told) or isinstance(scheme, Certificate):
                scheme.apply(texts, secrets)
            else:
                secrets.live.append(scheme)
        return secrets

    def _chosen(self, security: Security, given: Container[str]) -> tuple[Scheme, ...]:
        met = [one for one in security if self._meets(one, given)]
        whole = [one for one in met if one and self._is_whole(one, given)]
        if security and not met:
            raise ConfigurationError(self.lacking(security))
        keys = next(iter(whole or met), ())
        return tuple(self.schemes[key] for key in keys if key in self.schemes)

    def _is_whole(self, alternative: tuple[str, ...], given: Container[str]) -> bool:
        """Whether every scheme of an alternative is known, and its values given."""
        schemes = [self.schemes.get(key) for key in alternative]
        return all(
            one is not None and all(name in given for name in one.arguments)
            for one in schemes
        )

    def _meets(self, alternative: tuple[str, ...], given: Container[str]) -> bool:
        """Whether all is given; an unknown scheme is left to the caller's transport."""
        schemes = [self.schemes[key] for key in alternative if key in self.schemes]
        return all(
            scheme.optional or all(name in given for name in scheme.arguments)
            for scheme in schemes
        )

    def lacking(self, security: Security) -> str:
        """Say which arguments and variables would meet a requirement."""
        ways: list[str] = []
        for alternative in security:
            names = [
                self.named(name)
                for key in alternative
                if (scheme := self.schemes.get(key)) is not None and not scheme.optional
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
