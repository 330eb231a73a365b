"""The files of one description, opened as references ask for them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from ..source.document import Document, JsonValue
from ..source.errors import SourceError
from ..source.load import load
from ..source.pointer import Pointer, parse_fragment
from .trace import Address

__all__ = ["BadReference", "Files", "Found", "Missing", "RemoteReference", "lookup"]


class BadReference(ValueError):
    """A ``$ref`` that is no path and JSON Pointer; its words say why."""


class RemoteReference(ValueError):
    """A ``$ref`` to a URL."""


@dataclass(slots=True)
class Files:
    """The root document and every file reached from it.

    Keys are "" for the root, else paths relative to the root's folder with
    forward slashes, so that they are the same on every machine.
    """

    root: Document
    folder: Path
    documents: dict[str, Document] = field(default_factory=dict[str, Document])
    errors: dict[str, SourceError] = field(default_factory=dict[str, SourceError])

    def __post_init__(self) -> None:
        self.documents[""] = self.root

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
                self.documents[key] = load(self.folder / key, self.shown(key))
                return self.documents[key]
            except SourceError as error:
                self.errors[key] = error
        raise self.errors[key]

    def address(self, file: str, reference: str) -> Address:
        """What ``reference``, standing in ``file``, names.

        Raises BadReference and RemoteReference.
        """
        path, _, fragment = reference.partition("#")
        key = file
        if path:
            if "://" in path or path.startswith(("//", "urn:", "file:")):
                raise RemoteReference(reference)
            key = self._key(file, path)
        if fragment and not fragment.startswith(("/", "%2F", "%2f")):
            raise BadReference("what follows the '#' must begin with '/'")
        return Address(key, parse_fragment(fragment))

    def value(self, key: str) -> JsonValue:
        """The whole value of a file. Raises SourceError."""
        return self.open(key).value

    def _key(self, file: str, path: str) -> str:
        """The key of a path that stands in ``file``, however it goes up and down."""
        folder = self.folder.absolute().as_posix()
        whole = posixpath.join(folder, posixpath.dirname(file), unquote(path))
        key = posixpath.relpath(posixpath.normpath(whole), posixpath.normpath(folder))
        return "" if key == posixpath.basename(self._shown_root()) else key

    def _shown_root(self) -> str:
        return self.root.path.replace("\\", "/")

    def _shown_folder(self) -> str:
        return posixpath.dirname(self._shown_root())


@dataclass(frozen=True, slots=True)
class Found:
    """A value at its true address, which no reference leads to any further."""

    address: Address
    value: JsonValue


@dataclass(frozen=True, slots=True)
class Missing:
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
