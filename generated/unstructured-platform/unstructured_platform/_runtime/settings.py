"""The settings of a client, checked when it is made."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from .access import Source, sources_of
from .credentials import Api, Credential
from .library import JsonLibrary, library_of
from .retries import Retries, retries_of
from .schemes import secret_values
from .sensible import callable_or_none, headers_of, hooks_of, size_of, timeout_of
from .servers import base_url_of, variables_of
from .timing import Timing
from .unset import UNSET, Unset
from .views import Hooks

if TYPE_CHECKING:
    from .codec import Json, Reader
    from .codec_plan import Decode
    from .drift import Drift
    from .operation import Operation
    from .prepared import Prepared
    from .resolve import Namespace
    from .signing import Sign

__all__ = ["Settings", "Types"]


class Types:
    """The type expressions of a package, each made out once."""

    __slots__ = ("_decoders", "_found", "_lock", "_package", "_readers", "_space")

    def __init__(self, package: str) -> None:
        self._package: str = package
        self._space: Namespace | None = None
        self._decoders: dict[str, Decode] = {}
        self._found: dict[str, Any] = {}
        self._readers: dict[tuple[str, Json], Reader] = {}
        self._lock = threading.RLock()

    @property
    def space(self) -> Namespace:
        """The names expressions may use; imports the package's models."""
        with self._lock:
            if self._space is None:
                from .resolve import package_namespace

                self._space = package_namespace(self._package)
            return self._space

    def type_of(self, expression: str) -> Any:
        """The type an expression stands for."""
        if expression not in self._found:
            self._found[expression] = self.space.evaluate(expression)
        return self._found[expression]

    def decoder(self, expression: str) -> Decode:
        """The decoder of an expression."""
        made = self._decoders.get(expression)
        if made is None:
            from .codec import decoder_for

            made = decoder_for(self.type_of(expression), self.space)
            self._decoders[expression] = made
        return made

    def reader(self, expression: str, json: Json) -> Reader:
        """What reads JSON texts as an expression says."""
        made = self._readers.get((expression, json))
        if made is None:
            made = json.reader(self.type_of(expression), self.space)
            self._readers[expression, json] = made
        return made


class Settings:
    """Everything a call needs to know of its client. Not to be changed."""

    __slots__ = (
        "api",
        "base_url",
        "given",
        "headers",
        "hooks",
        "json",
        "log",
        "max_response_size",
        "on_drift",
        "own_address",
        "prepared",
        "retries",
        "sign",
        "strict",
        "timeout",
        "timing",
        "types",
        "variables",
    )

    def __init__(
        self,
        api: Api,
        *,
        credentials: Mapping[str, Credential | None] | None = None,
        variables: Mapping[str, str | None] | None = None,
        base_url: str | None = None,
        timeout: float | None = 60,
        retries: int | Retries = 2,
        max_response_size: int | None = 1_000_000_000,
        headers: Mapping[str, str] | None = None,
        sign: Sign | None = None,
        strict: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
        json: JsonLibrary = "standard",
        hooks: Hooks | None = None,
        timing: Timing | None = None,
    ) -> None:
        """Check the settings.

        Raises:
            ConfigurationError: The address or credentials are missing, or a setting
                makes no sense.
        """
        self.api: Api = api
        self.variables: dict[str, str] = variables_of(api, variables or {})
        address = base_url_of(api, base_url, self.variables)
        self.base_url: str = address[0]
        self.own_address: bool = address[1]
        given = api.given(credentials or {})
        self.given: dict[str, Source] = sources_of(
            api, given, self.base_url, self.variables
        )
        self.sign: Sign | None = callable_or_none("sign", sign)
        self.timeout: float | None = timeout_of(timeout)
        self.retries: Retries = retries_of(retries)
        self.max_response_size: int | None = size_of(max_response_size)
        self.headers: dict[str, str] = headers_of(headers)
        self.strict: bool = strict
        self.on_drift: Callable[[Drift], None] | None = callable_or_none(
            "on_drift", on_drift
        )
        self.json: Json | None = library_of(json)
        self.hooks: Hooks = hooks_of(hooks)
        self.timing: Timing = timing or Timing()
        self.types: Types = Types(api.package)
        self.log: logging.Logger = logging.getLogger(api.package)
        self.prepared: dict[Operation[Any], Prepared] = {}
        if not api.anonymous:
            api.secrets(api.security, self.given)

    def __reduce__(self) -> NoReturn:
        """Refuse, as what is pickled would hold credentials and no connections.

        Raises:
            TypeError: Always.
        """
        raise TypeError(
            "a client cannot be pickled or copied deeply: make one in each process"
        )

    @property
    def known(self) -> list[str]:
        """The secrets that are known before any call."""
        return secret_values(self.api.schemes.values(), self.given)

    def derive(
        self,
        *,
        timeout: float | Unset | None = UNSET,
        retries: int | Retries | None = None,
        max_response_size: int | Unset | None = UNSET,
        headers: Mapping[str, str] | None = None,
        base_url: str | Unset | None = UNSET,
        strict: bool | None = None,
        on_drift: Callable[[Drift], None] | Unset | None = UNSET,
        json: JsonLibrary | None = None,
        hooks: Hooks | Unset | None = UNSET,
    ) -> Settings:
        """The same settings but for those given; headers are added."""
        other = object.__new__(Settings)
        for name in Settings.__slots__:
            object.__setattr__(other, name, getattr(self, name))
        if not isinstance(timeout, Unset):
            other.timeout = timeout_of(timeout)
        if retries is not None:
            other.retries = retries_of(retries)
        if not isinstance(max_response_size, Unset):
            other.max_response_size = size_of(max_response_size)
        if headers:
            other.headers = {**self.headers, **headers_of(headers)}
        if not isinstance(base_url, Unset):
            address = base_url_of(self.api, base_url, self.variables)
            other.base_url, other.own_address = address
        if headers or not isinstance(base_url, Unset):
            other.prepared = {}
        if strict is not None:
            other.strict = strict
        if not isinstance(on_drift, Unset):
            other.on_drift = callable_or_none("on_drift", on_drift)
        if json is not None:
            other.json = library_of(json)
        if not isinstance(hooks, Unset):
            other.hooks = hooks_of(hooks)
        return other
