"""The credentials of one call: which are asked for, and what they are now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from .additions import with_secrets
from .credentials import Api, Credential, Provider
from .errors import ConfigurationError
from .schemes import Bearer, Certificate, Issuer, Pem, Scheme, Secrets, secret_values
from .timing import Deadline
from .wire import Ask, Flow, Outgoing, Reply

if TYPE_CHECKING:
    from .settings import Settings

__all__ = ["Access", "Source", "sources_of"]

Source: TypeAlias = str | Provider | Issuer | Pem
"""Where a credential comes from: it is known, asked for, issued by a server, or in
files."""

_UNAUTHORIZED = 401


def sources_of(
    api: Api,
    given: Mapping[str, Credential],
    base_url: str,
    variables: Mapping[str, str],
) -> dict[str, Source]:
    """The sources of all credentials.

    Raises:
        ConfigurationError: One is of a kind that its scheme does not take.
    """
    takes = {name: one for one in api.schemes.values() for name in one.arguments}
    found: dict[str, Source] = {}
    for name, value in given.items():
        scheme = takes.get(name)
        if isinstance(scheme, Certificate):
            found[name] = _pem(name, value)
        elif isinstance(value, str) or callable(value):
            found[name] = value
        elif isinstance(scheme, Bearer) and (
            issuer := scheme.issuer(value, base_url, variables)
        ):
            found[name] = issuer
        else:
            raise ConfigurationError(
                f"{name} is a string or a function that gives one, not of the type"
                f" {type(value).__name__}"
            )
    return found


def _pem(name: str, value: Credential) -> Pem:
    """The files of a certificate."""
    match value:
        case str():
            return Pem(value)
        case (str(certificate), str(key)):
            return Pem(certificate, key)
        case _:
            pass
    raise ConfigurationError(
        f"{name} is the path of a PEM file, or those of the certificate and its key"
    )


class Access:
    """A request whose credentials may change from one attempt to the next."""

    __slots__ = (
        "_bare",
        "_kept",
        "_live",
        "_schemes",
        "_settings",
        "_values",
        "outgoing",
    )

    def __init__(
        self,
        settings: Settings,
        schemes: Iterable[Scheme],
        outgoing: Outgoing,
        kept: Iterable[str] = (),
    ) -> None:
        """Take a request without the credentials of ``schemes``, which it is to carry.

        Headers named in ``kept`` stay as they are.
        """
        self._settings: Settings = settings
        self._schemes = tuple(schemes)
        self._bare: Outgoing = outgoing
        self._kept = frozenset(name.lower() for name in kept)
        self._values: dict[str, str] = {}
        self._live: dict[str, Provider | Issuer] = {}
        for scheme in self._schemes:
            for name in scheme.arguments:
                source = settings.given.get(name)
                if isinstance(source, str):
                    self._values[name] = source
                elif source is not None and not isinstance(source, Pem):
                    self._live[name] = source
        self.outgoing: Outgoing = outgoing

    def current(self, deadline: Deadline) -> Flow[Outgoing]:
        """The request with the credentials of this moment; the same one if they are.

        Raises:
            ConfigurationError: A function gave no credential.
            TokenError: No token was issued.
            TransportError: Whoever issues tokens cannot be reached, or not in time.
        """
        values = dict(self._values)
        for name, source in self._live.items():
            if isinstance(source, Issuer):
                values[name] = yield from source.current(self._settings, deadline)
            else:
                values[name] = yield from _told(name, source)
        if values != self._values:
            self._values = values
            secrets = Secrets()
            for scheme in self._schemes:
                scheme.apply(values, secrets)
            for name in [one for one in secrets.headers if one.lower() in self._kept]:
                del secrets.headers[name]
            # What was refused is still not to be seen.
            self._bare.redactor = self.outgoing.redactor
            hidden = secret_values(self._schemes, values)
            self.outgoing = with_secrets(self._bare, secrets, hidden)
        return self.outgoing

    def is_refused(self, reply: Reply) -> bool:
        """Whether new credentials may help where these were refused."""
        if reply.status != _UNAUTHORIZED or not self._live:
            return False
        for name, source in self._live.items():
            if isinstance(source, Issuer):
                source.refuse(self._values[name])
        return self.outgoing.replayable

    def signed(self, outgoing: Outgoing) -> Flow[Outgoing]:
        """The request as it is sent; another origin gets no signature."""
        sign = self._settings.sign
        if sign is None or outgoing.foreign:
            return outgoing
        from .signing import signature  # few clients sign

        secrets, values = yield from signature(sign, outgoing)
        return with_secrets(outgoing, secrets, values)


def _told(name: str, provider: Provider) -> Flow[str]:
    """What the user's function gives."""
    ask = Ask(provider)
    yield ask
    value = ask.answer
    if not isinstance(value, str) or not value:
        kind = "an empty string" if value == "" else f"a {type(value).__name__}"
        raise ConfigurationError(f"the function given for {name} gave {kind}")
    return value
