"""References by name as references by path and JSON Pointer, as data.

After this there is one kind of reference, which the rest understands.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Protocol
from urllib.parse import quote, urldefrag

from ..source.document import JsonValue
from ..source.pointer import Pointer, format_pointer, parse_fragment
from ..source.values import Frozen, Growing, replace
from .identifiers import Registry, base_below, inner, joined, needs_names
from .rewrite import JsonObject
from .trace import Address

__all__ = ["Library", "Plain"]

_IDENTITY = frozenset(
    ["$id", "$schema", "$anchor", "$dynamicAnchor", "$defs", "definitions", "title"]
)
"""What names a schema or keeps others, and says nothing of its values."""

_DEEPEST = 8
"""How far templates are filled in inside each other."""


class Library(Protocol):
    """The files, as far as references need them."""

    def uri(self, key: str) -> str:
        """The absolute URI a file was retrieved from."""
        ...

    def key(self, file: str, path: str) -> str:
        """The key of a path that stands in a file."""
        ...

    def path(self, key: str) -> str:
        """The path of a file relative to the root's folder; the root has one too."""
        ...

    def exists(self, key: str) -> bool:
        """Whether there is such a file."""
        ...

    def written(self, key: str) -> JsonValue:
        """The value of a file as written, read on first use. Raises SourceError."""
        ...


class _Scope(Frozen):
    """Where a value stands: its file, base URI, and what dynamic names mean there.

    ``file`` is where the result stands, ``source`` where it was written.
    """

    file: str
    source: str
    base: str
    bound: Mapping[str, Address]
    recursive: Pointer | None = None
    inside: tuple[str, ...] = ()


class Plain(Growing):
    """Rewrites one file after the other."""

    library: Library
    registry: Registry

    def rewrite(self, key: str, value: JsonValue) -> JsonValue:
        """The file's value with plain references; itself where it has none else."""
        scope = _Scope(key, key, self.library.uri(key), {})
        return self._value(value, (), scope, named=False)

    def _value(
        self, value: JsonValue, pointer: Pointer, scope: _Scope, *, named: bool
    ) -> JsonValue:
        if isinstance(value, dict) and not named:
            scope = self._entered(value, pointer, scope)
        changed: dict[str, JsonValue] = {}
        for token, member, free in inner(value, named=named):
            new = self._value(member, (*pointer, token), scope, named=free)
            if new is not member:
                changed[token] = new
        if isinstance(value, list):
            if not changed:
                return value
            return [changed.get(str(n), item) for n, item in enumerate(value)]
        if not isinstance(value, dict):
            return value
        result = {**value, **changed} if changed else value
        return result if named else self._references(result, pointer, scope)

    def _entered(self, value: JsonObject, pointer: Pointer, scope: _Scope) -> _Scope:
        base = base_below(scope.base, value, pointer)
        recursive = scope.recursive if base == scope.base else None
        if recursive is None and (value.get("$recursiveAnchor") is True):
            recursive = pointer
        if base == scope.base and recursive == scope.recursive:
            return scope
        return replace(scope, base=base, recursive=recursive)

    def _references(
        self, value: JsonObject, pointer: Pointer, scope: _Scope
    ) -> JsonObject:
        """One object's own references, made plain."""
        dynamic, recursive = value.get("$dynamicRef"), value.get("$recursiveRef")
        if isinstance(dynamic, str):
            value = _referring(value, "$dynamicRef", self._dynamic(dynamic, scope))
        if isinstance(recursive, str):
            anchor = self._recursive(pointer, scope)
            text = self._text(scope.file, Address(scope.source, anchor))
            value = _referring(value, "$recursiveRef", text)
        text_now = value.get("$ref")
        if not isinstance(text_now, str) or text_now == dynamic:
            return value
        if isinstance(dynamic, str) or isinstance(recursive, str):
            return value
        filled = self._filled(text_now, scope)
        if filled is not None:
            return _merged(value, filled)
        text = self._plain(text_now, scope)
        return value if text == text_now else {**value, "$ref": text}

    def _plain(self, text: str, scope: _Scope) -> str:
        """A reference as path and pointer; as written where nothing has that name."""
        address = self._address(text, scope)
        if address is None:
            return self._unnamed(text, scope)
        if scope.file == scope.source and not self._is_renamed(text, scope):
            return text
        is_there = _at(self.library.written(address.file), address.pointer) is not None
        if text.startswith("#") and not is_there and scope.file == scope.source:
            # Written as if the $id around it were not there, as people do.
            return text
        return self._text(scope.file, address)

    def _is_renamed(self, text: str, scope: _Scope) -> bool:
        """Whether the text means something else than path and pointer would."""
        uri, fragment = urldefrag(text)
        by_base = scope.base != self.library.uri(scope.source)
        return by_base or needs_names(fragment) or ":" in uri

    def _address(self, text: str, scope: _Scope) -> Address | None:
        uri, fragment = urldefrag(joined(scope.base, text))
        found = self.registry.find(uri, fragment)
        if found is None or needs_names(fragment):
            return found
        return Address(found.file, (*found.pointer, *parse_fragment(fragment)))

    def _unnamed(self, text: str, scope: _Scope) -> str:
        """What no ``$id`` names: a file beside the one it was written in, or a URL."""
        path, fragment = urldefrag(text)
        absolute = joined(scope.base, text)
        if ":" in path or (not path and scope.file == scope.source):
            return text
        key = self.library.key(scope.source, path) if path else scope.source
        if self.library.exists(key):
            if scope.file == scope.source:
                return text
            return f"{self._text(scope.file, Address(key))}{fragment}"
        return text if absolute.startswith("file:") else absolute

    def _dynamic(self, text: str, scope: _Scope) -> str:
        """A ``$dynamicRef``: what the outermost schema on the way here binds it to."""
        uri, fragment = urldefrag(joined(scope.base, text))
        if fragment in self.registry.dynamic.get(uri, {}) and fragment in scope.bound:
            return self._text(scope.file, scope.bound[fragment])
        return self._plain(text, scope)

    def _recursive(self, pointer: Pointer, scope: _Scope) -> Pointer:
        """Draft 2019-09's ``$recursiveRef``: the outermost that has the anchor."""
        if scope.recursive is not None:
            return scope.recursive
        root = self.registry.resources.get(scope.base, Address(scope.source))
        if root.pointer:
            return root.pointer
        is_component = pointer[:2] == ("components", "schemas")
        return pointer[:3] if is_component else ()

    def _filled(self, text: str, scope: _Scope) -> JsonObject | None:
        """A template's own schema, its dynamic references bound by what refers to it.

        None where the reference is to no template, or the template binds all itself.
        """
        bound = {**self.registry.dynamic.get(scope.base, {}), **scope.bound}
        uri, fragment = urldefrag(joined(scope.base, text))
        if not bound or uri == scope.base or fragment:
            return None
        address = self._opened(text, uri, scope)
        if address is None or uri in scope.inside or len(scope.inside) >= _DEEPEST:
            return None
        own = self.registry.dynamic.get(uri, {})
        used = self.registry.uses.get(uri, set()) & own.keys() & bound.keys()
        if not used:
            return None
        template = _at(self.library.written(address.file), address.pointer)
        if not isinstance(template, dict):
            return None
        bare = {key: part for key, part in template.items() if key not in _IDENTITY}
        within = _Scope(
            scope.file, address.file, uri, bound, None, (*scope.inside, uri)
        )
        filled = self._value(bare, (), within, named=False)
        return filled if isinstance(filled, dict) else None

    def _opened(self, text: str, uri: str, scope: _Scope) -> Address | None:
        """The resource at ``uri``, its file opened if need be."""
        if uri not in self.registry.resources and uri.startswith("file:"):
            path = urldefrag(text).url
            key = self.library.key(scope.source, path)
            if self.library.exists(key):
                self.library.written(key)
        return self.registry.resources.get(uri)

    def _text(self, file: str, address: Address) -> str:
        """The reference that, standing in ``file``, leads to an address."""
        path = ""
        if address.file != file:
            folder = posixpath.dirname(file) or "."
            path = quote(posixpath.relpath(self.library.path(address.file), folder))
        return f"{path}#{quote(format_pointer(address.pointer), safe='/~$')}"


def _referring(value: JsonObject, keyword: str, text: str) -> JsonObject:
    """The object with a plain reference where ``keyword`` was."""
    if "$ref" in value:
        rest = {key: part for key, part in value.items() if key != keyword}
        parts = rest.get("allOf")
        more = parts if isinstance(parts, list) else []
        return {**rest, "allOf": [*more, {"$ref": text}]}
    return {
        ("$ref" if key == keyword else key): part for key, part in value.items()
    } | {"$ref": text}


def _merged(value: JsonObject, filled: JsonObject) -> JsonObject:
    """What referred to a template, with the template's own schema in its place."""
    rest = {key: part for key, part in value.items() if key != "$ref"}
    if not (rest.keys() & filled.keys()) - {"description"}:
        return {**filled, **rest}
    parts = rest.get("allOf")
    return {**rest, "allOf": [filled, *(parts if isinstance(parts, list) else [])]}


def _at(tree: JsonValue, pointer: Pointer) -> JsonValue:
    for token in pointer:
        if isinstance(tree, dict):
            tree = tree.get(token)
        elif isinstance(tree, list) and token.isdecimal() and int(token) < len(tree):
            tree = tree[int(token)]
        else:
            return None
    return tree
