"""What a file was made from, short enough to be kept: marks, and one hash.

A node of the API has a digest: the hash of all that reading it can show. A file keeps
which nodes were read for it and the hash of their digests; where a later API gives the
same hash, the file would come out the same.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property

from msgspec.msgpack import Encoder

from ..ir.api import Operation, Resource
from ..ir.decls import Decl, Enum, Struct
from ..source.values import Frozen
from .context import Context
from .reads import Kind, Node

__all__ = ["Digests", "Sources"]

_MARK = 4
"""Characters of a mark: nodes that share one, of a million pairs, change as one."""

_SIZE = 8
_HEADER = rb"(?:[\xa0-\xbf]|\xd9.|\xda..)"
"""What MessagePack has before a text: its length."""
_PLACE = b"\xc1"
"""Stands for nothing in MessagePack."""

_ENCODER = Encoder(enc_hook=repr)
_ABSENT = b"absent"


class Sources(Frozen):
    """The marks of the nodes a file was made from, joined, and the hash of them all."""

    marks: str = ""
    state: str = ""


class Digests:
    """The digests of all nodes of an API."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._whole = context.whole
        self._mark = cache(_mark)  # Most nodes are read for several files.

    def of(self, nodes: Iterable[Node]) -> Sources:
        """What is kept of a file that these were read for."""
        found = set(nodes)
        kinds = {kind for kind, subject in found if subject is None}
        marks = {
            self._mark(kind, subject)
            for kind, subject in found
            if subject is None or kind not in kinds
        }
        joined = "".join(sorted(marks))
        return Sources(joined, self.state(joined))

    def state(self, marks: str) -> str:
        """The hash of how the marked nodes are now."""
        known = hashlib.blake2b(digest_size=16)
        known.update(self._about)
        for start in range(0, len(marks), _MARK):
            known.update(self._by_mark.get(marks[start : start + _MARK], _ABSENT))
        return known.hexdigest()

    @cached_property
    def _about(self) -> bytes:
        """The digest of what every file may read without its being noted."""
        context, names = self._context, self._whole.names
        told = (
            *(context.settings, context.about, names.package, context.layout.single),
            *(dict(names.arguments), dict(names.webhooks)),
        )
        return self._digest(told)

    @cached_property
    def _by_mark(self) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        kinds: dict[Kind, bytes] = {}
        for (kind, subject), digest in self._nodes():
            mark = self._mark(kind, subject)
            found[mark] = found.get(mark, b"") + digest
            kinds[kind] = _hashed(kinds.get(kind, b"") + digest)
        for kind, digest in kinds.items():
            mark = _mark(kind, None)
            found[mark] = found.get(mark, b"") + digest
        return found

    def _nodes(self) -> Iterator[tuple[Node, bytes]]:
        whole = self._whole
        for decl in whole.api.decls.values():
            yield ("decl", decl.id), self._digest(self._of_decl(decl))
            named = whole.names.decls.get(decl.id), whole.modules.get(decl.id)
            yield ("name", decl.id), self._digest(named)
        for module, decls in whole.layout.modules.items():
            yield ("module", module), self._digest(decls)
        for resource in whole.api.resources:
            digests: list[bytes] = []
            for operation in resource.operations:
                digest = self._digest(self._of_operation(operation))
                digests.append(digest)
                yield ("operation", operation.id), digest
            yield ("resource", resource.key), self._of_resource(resource, digests)
        yield ("webhook", ""), self._digest(whole.api.webhooks)

    def _of_decl(self, decl: Decl) -> object:
        names = self._whole.names
        ring = sorted(self._whole.layout.rings.get(decl.id, ()))
        match decl:
            case Struct(id=identity, fields=fields):
                named = [names.fields.get((identity, one.wire)) for one in fields]
            case Enum(id=identity, members=members):
                named = [names.members.get((identity, n)) for n in range(len(members))]
            case _:
                named = []
        return decl, named, ring

    def _of_operation(self, operation: Operation) -> object:
        whole, names, identity = self._whole, self._whole.names, operation.id
        begun = whole.begun.get(identity, ())
        return (
            operation,
            *(names.operations.get(identity), names.waits.get(identity)),
            *(whole.resource_of[identity], whole.parameters.get(identity)),
            *(begun, [names.starts.get((identity, one.id)) for one, _ in begun]),
        )

    def _of_resource(self, resource: Resource, operations: Iterable[bytes]) -> bytes:
        names, key = self._whole.names, resource.key
        named = names.resources.get(key), names.resource_classes.get(key)
        own = self._digest((key, resource.hint, resource.doc, named))
        return _hashed(own + b"".join(operations))

    def _digest(self, value: object) -> bytes:
        """The hash of a value, less where the description lies.

        No two types of the API have the same fields, so what is written tells them
        apart; texts and numbers that cannot be written so are told by ``repr``.
        """
        try:
            return _hashed(self._in_folder.sub(_PLACE, _ENCODER.encode(value)))
        except (OverflowError, UnicodeEncodeError):
            return _hashed(repr(value).encode())

    @cached_property
    def _in_folder(self) -> re.Pattern[bytes]:
        """What of a place tells in which folder the description lies."""
        folder = "".join(self._context.about.at.file.rpartition("/")[:2])
        key = re.escape(_ENCODER.encode("file"))
        return re.compile(key + _HEADER + re.escape(folder.encode()), re.DOTALL)


def _mark(kind: Kind, subject: object) -> str:
    told = f"{kind} {'*' if subject is None else repr(subject)}"
    key = hashlib.blake2b(told.encode(), digest_size=3).digest()
    return base64.b64encode(key, b"-_").decode()


def _hashed(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_SIZE).digest()
