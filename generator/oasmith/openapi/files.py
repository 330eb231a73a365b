"""The files of one description, opened as references ask for them."""

from __future__ import annotations

import posixpath
from functools import partial
from pathlib import Path
from typing import NoReturn
from urllib.parse import unquote

from ..source.document import Document, JsonValue
from ..source.errors import SourceError
from ..source.load import load
from ..source.pointer import Pointer, parse_fragment
from ..source.values import Frozen, Growing, field, replace
from .identifiers import Registry, base_below, needs_names, says_names
from .plain_refs import Plain
from .spread import spread
from .trace import Address

__all__ = ["BadReference", "Files", "Found", "Missing", "RemoteReference", "lookup"]


class BadReference(ValueError):
    """A ``$ref`` that is no path and JSON Pointer; its words say why."""


class RemoteReference(ValueError):
    """A ``$ref`` to a URL."""


class Files(Growing):
    """The root document and every file reached from it.

    Keys are "" for the root, else paths relative to the root's folder with
    forward slashes, so that they are the same on every machine. ``sections`` are
    the places where one reference stood for a whole section.
    """

    root: Document
    folder: Path
    documents: dict[str, Document] = field(default_factory=dict[str, Document])
    errors: dict[str, SourceError] = field(default_factory=dict[str, SourceError])
    sections: dict[str, tuple[Pointer, ...]] = field(
        default_factory=dict[str, tuple[Pointer, ...]]
    )
    registry: Registry | None = None
    _written: dict[str, JsonValue] = field(default_factory=dict[str, JsonValue])

    def __post_init__(self) -> None:
        self.documents[""] = self.root

    def prepare(self, *, names: bool) -> None:
        """Takes the root in, and every file from here on, with plain references.

        With ``names``, ``$id``, ``$anchor`` and their kin count.
        """
        self.registry = Registry() if names else None
        self._admit("", self.root)

    def shown(self, key: str) -> str:
        """The file as the user would name it."""
        if key == "":
            return self.root.path
        return posixpath.normpath(posixpath.join(self._shown_folder(), key))

    def open(self, key: str) -> Document:
        """The document of a key, read on first use. Raises SourceError."""
        known = self.documents.get(key)
        if known is not None:
            return known
        if key not in self.errors:
            try:
                self._admit(key, load(self.folder / key, self.shown(key)))
                return self.documents[key]
            except SourceError as error:
                self.errors[key] = error
        raise self.errors[key]

    def address(self, file: str, reference: str) -> Address:
        """What ``reference``, standing in ``file``, names.

        Raises BadReference and RemoteReference, and SourceError where another
        file has to be looked into.
        """
        path, _, fragment = reference.partition("#")
        if "://" in path or path.startswith(("//", "urn:", "file:")):
            return self._named(path, fragment) or _remote(reference)
        key = self.key(file, path) if path else file
        if not needs_names(fragment):
            return Address(key, parse_fragment(fragment))
        if self.registry is None:
            raise BadReference("what follows the '#' must begin with '/'")
        base = base_below(self.uri(key), self.value(key), ())
        found = self.registry.find(base, fragment)
        if found is None:
            raise BadReference(f"no $anchor is named {fragment!r}")
        return found

    def value(self, key: str) -> JsonValue:
        """The whole value of a file. Raises SourceError."""
        return self.open(key).value

    def written(self, key: str) -> JsonValue:
        """The value of a file before any rewriting. Raises SourceError."""
        self.open(key)
        return self._written.get(key, self.documents[key].value)

    def exists(self, key: str) -> bool:
        """Whether there is a file of that key."""
        return key in self.documents or (self.folder / key).is_file()

    def path(self, key: str) -> str:
        """The path of a file relative to the root's folder; the root has one too."""
        return key or posixpath.basename(self._shown_root())

    def uri(self, key: str) -> str:
        """The absolute URI a file is retrieved from; never a part of the output."""
        return Path(posixpath.normpath(self._whole(self.path(key)))).as_uri()

    def _admit(self, key: str, document: Document) -> None:
        """Takes a document in, its names noted and the references by name made plain.

        It is there, as written, while that is done: files may need each other.
        """
        self.documents[key] = document
        done = spread(document.text, document.value, partial(self._target, key))
        if done.sections:
            self.sections[key] = done.sections
        value = self._with_plain_references(key, document.text, done.value)
        if value is not document.value:
            self.documents[key] = replace(document, value=value)
        self.root = self.documents[""]

    def _with_plain_references(
        self, key: str, text: str, value: JsonValue
    ) -> JsonValue:
        registry = self.registry
        if registry is None:
            return value
        if not says_names(text):
            registry.register(key, self.uri(key))
            return value
        registry.admit(key, self.uri(key), value)
        self._written[key] = value
        return Plain(self, registry).rewrite(key, value)

    def _target(self, key: str, reference: str) -> JsonValue:
        """What a reference in a file leads to; None where it leads nowhere."""
        try:
            found = lookup(self, self.address(key, reference))
        except (BadReference, RemoteReference, SourceError):
            return None
        return found.value if isinstance(found, Found) else None

    def _named(self, uri: str, fragment: str) -> Address | None:
        """What has been met under a URI of its own."""
        found = None if self.registry is None else self.registry.find(uri, fragment)
        if found is None or needs_names(fragment):
            return found
        return Address(found.file, (*found.pointer, *parse_fragment(fragment)))

    def _whole(self, path: str) -> str:
        return posixpath.join(self.folder.absolute().as_posix(), path)

    def key(self, file: str, path: str) -> str:
        """The key of a path that stands in ``file``, however it goes up and down."""
        whole = self._whole(posixpath.join(posixpath.dirname(file), unquote(path)))
        folder = posixpath.normpath(self._whole(""))
        key = posixpath.relpath(posixpath.normpath(whole), folder)
        return "" if key == posixpath.basename(self._shown_root()) else key

    def _shown_root(self) -> str:
        return self.root.path.replace("\\", "/")

    def _shown_folder(self) -> str:
        return posixpath.dirname(self._shown_root())


def _remote(reference: str) -> NoReturn:
    raise RemoteReference(reference)


class Found(Frozen):
    """A value at its true address, which no reference leads to any further."""

    address: Address
    value: JsonValue


class Missing(Frozen):
    """How far a pointer led: to ``address``, which has no ``token``."""

    address: Address
    token: str
    value: JsonValue


_MAX_HOPS = 64


def lookup(files: Files, address: Address, hops: int = 0) -> Found | Missing:
    """What stands at an address; references on the way there are followed.

    A reference at the very end is not. Raises SourceError, BadReference and
    RemoteReference, as the references on the way do.
    """
    file = address.file
    value = files.value(file)
    walked: Pointer = ()
    for position, token in enumerate(address.pointer):
        if isinstance(value, dict) and token in value:
            value = value[token]
        elif isinstance(value, list) and token.isdecimal() and int(token) < len(value):
            value = value[int(token)]
        else:
            reference = value.get("$ref") if isinstance(value, dict) else None
            if not isinstance(reference, str) or hops > _MAX_HOPS:
                return Missing(Address(file, walked), token, value)
            target = files.address(file, reference)
            rest = address.pointer[position:]
            further = Address(target.file, (*target.pointer, *rest))
            return lookup(files, further, hops + 1)
        walked = (*walked, token)
    return Found(Address(file, walked), value)
