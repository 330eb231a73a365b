"""Taking secrets out of what people may see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from .schemes import ApiKey, Secrets
from .views import Headers

__all__ = ["Redactor"]

_MASK = "…"
_HEADERS = frozenset({"authorization", "cookie", "proxy-authorization", "set-cookie"})
_USERINFO = re.compile(r"^([a-z][a-z0-9+.-]*://)[^/?#@]*@", re.IGNORECASE)
_SHORTEST = 4


class Redactor:
    """Knows the secrets of one request, by name and by value."""

    __slots__ = ("_names", "_parameters", "_values")

    def __init__(
        self, secrets: Secrets | None = None, values: Iterable[str] = ()
    ) -> None:
        secrets = secrets or Secrets()
        self._names = _HEADERS | {name.lower() for name in secrets.headers}
        self._parameters = frozenset(name for name, _ in secrets.query)
        for scheme in secrets.live:  # of these only the names are known yet
            if isinstance(scheme, ApiKey) and scheme.where == "header":
                self._names |= {scheme.name.lower()}
            elif isinstance(scheme, ApiKey) and scheme.where == "query":
                self._parameters |= {quote(scheme.name, safe="")}
        known = {one for value in values for one in (value, quote(value, safe=""))}
        self._values = sorted(
            (one for one in known if len(one) >= _SHORTEST), key=len, reverse=True
        )

    def knowing(self, secrets: Secrets, values: Iterable[str]) -> Redactor:
        """One that hides these too."""
        other = Redactor(secrets, [*self._values, *values])
        other._names |= self._names
        other._parameters |= self._parameters
        return other

    def text(self, text: str) -> str:
        """Mask the values of secrets in any text."""
        for value in self._values:
            text = text.replace(value, _MASK)
        return text

    def url(self, url: str) -> str:
        """Mask user information, secret parameters and values in an address."""
        if "@" in url:
            url = _USERINFO.sub(rf"\g<1>{_MASK}@", url)
        if self._parameters:
            head, mark, query = url.partition("?")
            pairs = [pair.partition("=") for pair in query.split("&")]
            url = f"{head}{mark}" + "&".join(
                f"{name}={_MASK}" if name in self._parameters else name + equals + value
                for name, equals, value in pairs
            )
        return self.text(url)

    def reason(self, error: Exception) -> str:
        """What an error says, or else what it is called."""
        return self.url(str(error)) or type(error).__name__

    def headers(self, headers: Mapping[str, str]) -> Headers:
        """Mask secret headers, and secret values in the others."""
        return Headers(
            (name, _MASK if name.lower() in self._names else self.text(value))
            for name, value in headers.items()
        )
