"""Taking secrets out of what people may see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from .schemes import ApiKey, Secrets
from .views import Headers

__all__ = ["MASK", "Redactor"]

MASK = "…"
"""What stands in the place of a secret."""

_HEADERS = frozenset({"authorization", "cookie", "proxy-authorization", "set-cookie"})
_USERINFO = re.compile(r"^([a-z][a-z0-9+.-]*://)[^/?#@]*@", re.IGNORECASE)
_WORDS = re.compile(r"[A-Za-z0-9]+")
_SHORTEST = 4


class Hidden:
    """A secret, which is found however a text spells it.

    Addresses, forms, JSON, HTML and programs spell letters and digits as they are and
    other characters in many ways: what has not the longest word of it has not it.
    """

    __slots__ = ("_core", "_pattern", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._core = max(_WORDS.findall(text), key=len, default="")
        self._pattern: re.Pattern[str] | None = None

    def masked(self, text: str) -> str:
        """The text without it."""
        if self._core not in text:
            return text
        if self._core == self.text:
            return text.replace(self.text, MASK)
        if self._pattern is None:  # made when it is first needed
            from .spellings import spelled

            self._pattern = re.compile("".join(map(spelled, self.text)))
        return self._pattern.sub(MASK, text)

    def cut(self, text: str) -> str:
        """The text without a beginning of it where the text was cut short."""
        for length in range(len(self.text), _SHORTEST - 1, -1):
            text = text.replace(self.text[:length] + MASK, MASK)
        return text


class Redactor:
    """Knows the secrets of one request, by name and by value."""

    __slots__ = ("_hidden", "_names", "_parameters")

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
        self._hidden: tuple[Hidden, ...] = _sorted(
            Hidden(one)
            for one in {*values, *_sent(secrets.headers)}
            if len(one) >= _SHORTEST
        )

    def knowing(self, secrets: Secrets, values: Iterable[str]) -> Redactor:
        """One that hides these too."""
        other = Redactor(secrets, values)
        other._names |= self._names
        other._parameters |= self._parameters
        known = {one.text: one for one in (*other._hidden, *self._hidden)}
        other._hidden = _sorted(known.values())
        return other

    def text(self, text: str) -> str:
        """Mask the values of secrets in any text."""
        for one in self._hidden:
            text = one.masked(text)
        return text

    def shown(self, text: str) -> str:
        """Mask them in an excerpt too, which may have cut one short."""
        text = self.text(text)
        if MASK in text:
            for one in self._hidden:
                text = one.cut(text)
        return text

    def url(self, url: str) -> str:
        """Mask user information, secret parameters and values in an address."""
        if "@" in url:
            url = _USERINFO.sub(rf"\g<1>{MASK}@", url)
        if self._parameters:
            head, mark, query = url.partition("?")
            pairs = [pair.partition("=") for pair in query.split("&")]
            url = f"{head}{mark}" + "&".join(
                f"{name}={MASK}" if name in self._parameters else name + equals + value
                for name, equals, value in pairs
            )
        return self.text(url)

    def reason(self, error: Exception) -> str:
        """What an error says, or else what it is called."""
        return self.url(str(error)) or type(error).__name__

    def headers(self, headers: Mapping[str, str]) -> Headers:
        """Mask secret headers, and secret values in the others."""
        return Headers(
            (name, MASK if name.lower() in self._names else self.text(value))
            for name, value in headers.items()
        )

    def told(self, headers: Headers) -> Headers:
        """Mask in the headers of an answer the values that it gives back."""
        pairs = [(name, self.text(value)) for name, value in headers.pairs]
        return Headers(pairs)


def _sorted(hidden: Iterable[Hidden]) -> tuple[Hidden, ...]:
    """Those that may hold others first."""
    return tuple(sorted(hidden, key=lambda one: len(one.text), reverse=True))


def _sent(headers: Mapping[str, str]) -> list[str]:
    """Credentials as they are sent, which are others than were given for ``Basic``."""
    return [
        value.partition(" ")[2]
        for name, value in headers.items()
        if name.lower() == "authorization"
    ]
