"""What schemas call themselves: ``$id``, ``$anchor`` and their dynamic kin.

JSON Schema 2020-12, sections 8.2.1 to 8.2.3; OpenAPI 3.2's ``$self`` is the ``$id``
of a whole document.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin

from ..source.document import JsonValue
from ..source.pointer import Pointer
from ..source.values import Growing, field
from .trace import Address

__all__ = ["Registry", "base_below", "inner", "joined", "needs_names", "says_names"]

_WORDS = ("$id", "$anchor", "$self", "$dynamic", "$recursive")
_NAMED = frozenset(
    [
        "$defs",
        "additionalOperations",
        "callbacks",
        "content",
        "definitions",
        "dependentSchemas",
        "encoding",
        "headers",
        "links",
        "mediaTypes",
        "parameters",
        "pathItems",
        "paths",
        "patternProperties",
        "properties",
        "requestBodies",
        "responses",
        "schemas",
        "securityDefinitions",
        "securitySchemes",
        "webhooks",
    ]
)
"""Below these, keys are free names and no keywords."""

_VALUES = frozenset(["example", "examples", "default", "enum", "const", "value"])
"""What stands here is data, whatever it looks like."""


def says_names(text: str) -> bool:
    """Whether a file can have a use for names; nearly none does."""
    return any(word in text for word in _WORDS)


def needs_names(fragment: str) -> bool:
    """Whether a fragment is the name of an anchor and no JSON Pointer."""
    return bool(fragment) and not fragment.startswith(("/", "%2F", "%2f"))


def inner(
    value: JsonValue, *, named: bool = False
) -> Iterator[tuple[str, JsonValue, bool]]:
    """What may hold schemas: key, member, whether the member's keys are names.

    Mappings and lists only, which are few among all there is.
    """
    if isinstance(value, dict):
        for key, member in value.items():
            if not isinstance(member, dict | list):
                continue
            if named or not (key in _VALUES or key.startswith("x-")):
                yield key, member, not named and key in _NAMED
    elif isinstance(value, list):
        for position, item in enumerate(value):
            if isinstance(item, dict | list):
                yield str(position), item, False


def base_below(base: str, value: JsonValue, pointer: Pointer) -> str:
    """The base URI inside an object: its own ``$id``, ``$self`` at the very top."""
    if not isinstance(value, dict):
        return base
    own = value.get("$id", None if pointer else value.get("$self"))
    if not isinstance(own, str) or own.startswith("#"):
        return base
    return urldefrag(joined(base, own)).url


def joined(base: str, reference: str) -> str:
    """A reference made absolute (RFC 3986, section 5), under a URN too.

    ``urljoin`` knows no fragments of what has no hierarchy.
    """
    if reference.startswith("#"):
        return urldefrag(base).url + reference
    return urljoin(base, reference)


class Registry(Growing):
    """Every name met so far, over all files.

    ``resources`` by absolute URI; ``anchors`` and ``dynamic`` by the URI of their
    resource and their own name; ``uses`` are the dynamic references of a resource.
    """

    resources: dict[str, Address] = field(default_factory=dict[str, Address])
    anchors: dict[tuple[str, str], Address] = field(
        default_factory=dict[tuple[str, str], Address]
    )
    dynamic: dict[str, dict[str, Address]] = field(
        default_factory=dict[str, dict[str, Address]]
    )
    uses: dict[str, set[str]] = field(default_factory=dict[str, set[str]])

    def admit(self, key: str, uri: str, value: JsonValue) -> None:
        """Notes what one file, retrieved from ``uri``, calls its parts."""
        self.register(key, uri)
        self._note(Address(key), uri, value, named=False)

    def register(self, key: str, uri: str) -> None:
        """Notes where a file was retrieved from."""
        self.resources.setdefault(uri, Address(key))

    def _note(self, at: Address, base: str, value: JsonValue, *, named: bool) -> None:
        if isinstance(value, dict) and not named:
            inside = base_below(base, value, at.pointer)
            if inside != base:
                base = inside
                self.resources.setdefault(base, at)
            self._names(at, base, value)
        for token, member, free in inner(value, named=named):
            below = Address(at.file, (*at.pointer, token))
            self._note(below, base, member, named=free)

    def _names(self, at: Address, base: str, value: dict[str, JsonValue]) -> None:
        for keyword in ("$anchor", "$dynamicAnchor"):
            name = value.get(keyword)
            if isinstance(name, str):
                self.anchors.setdefault((base, name), at)
                if keyword == "$dynamicAnchor":
                    self.dynamic.setdefault(base, {}).setdefault(name, at)
        old = value.get("$id")
        if isinstance(old, str) and old.startswith("#"):
            # Up to draft 7 this is how an anchor is written.
            self.anchors.setdefault((base, old[1:]), at)
        used = value.get("$dynamicRef")
        if isinstance(used, str):
            self.uses.setdefault(base, set()).add(urldefrag(used).fragment)

    def find(self, uri: str, fragment: str) -> Address | None:
        """The resource at a URI, or its anchor; pointers are the caller's."""
        if needs_names(fragment):
            return self.anchors.get((uri, fragment))
        return self.resources.get(uri)
