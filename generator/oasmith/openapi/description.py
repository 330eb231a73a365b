"""A whole description: all its files, in the shapes of OpenAPI 3.1."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..diagnostics import Report
from ..diagnostics.model import from_error, from_problem
from ..source.document import Document
from ..source.errors import SourceError
from ..source.load import load, load_text
from ..source.pointer import Place, Pointer
from ..source.quiet import collector_paused
from ..source.values import Frozen
from .files import BadReference, Files, RemoteReference
from .links import Fault, Links, link
from .more_paths import with_more_paths
from .node import Node
from .schemes_by_uri import schemes_by_uri, with_schemes
from .structure import GRAMMAR_2, GRAMMAR_3, Kind, children, kind_at
from .trace import Address
from .upgrade import Upgraded, upgrade
from .validate import check_structure
from .version import family_of, read_version

__all__ = ["Description", "read", "read_text"]


class Description:
    """What was read. ``root`` and all that it leads to has the shapes of 3.1 or 3.2.

    ``version`` is as written; ``documents`` holds every file by the path it is
    displayed with, as the user wrote it; ``faults`` are its bad references.
    ``answers`` are what was found out about schemas that others refer to, by the
    question and where they stand, so that it is not asked again for each of these.
    """

    def __init__(
        self,
        files: Files,
        version: str,
        links: Links,
        upgraded: Upgraded,
    ) -> None:
        self.files = files
        self.version = version
        self.links = links
        self.faults: tuple[Fault, ...] = tuple(links.faults)
        self.answers: dict[tuple[str, str, Pointer], bool] = {}
        self._trees = upgraded.trees
        self._traces = upgraded.traces
        self._entries = upgraded.entries
        self._renamed = upgraded.renamed
        self._broken = links.broken
        self._targets: dict[tuple[str, str], Node | None] = {}
        self._ends: dict[tuple[str, str], Node | None] = {}
        self._origins = {key: _FileOrigin(self, key) for key in upgraded.trees}
        self.root = self.document_root("")

    @property
    def documents(self) -> dict[str, Document]:
        """Every file by the path it is displayed with."""
        return {document.path: document for document in self.files.documents.values()}

    def shown(self, file: str) -> str:
        """A file as displayed, by its key."""
        return self.files.shown(file)

    def document_root(self, file: str) -> Node:
        """The whole of one file. Raises KeyError for a file that is no part of this."""
        return Node(self._trees[file], file, (), self._origins[file])

    def target(self, node: Node) -> Node | None:
        """What the node's own ``$ref`` names, be it another reference.

        The node itself where it has no ``$ref``; None where the reference is one
        of ``faults``.
        """
        reference = node.ref
        if reference is None:
            return node
        return self.resolve(node.file, reference)

    def follow(self, node: Node) -> Node | None:
        """What a chain of ``$ref``s, over all files, ends in.

        The node itself where it has no ``$ref``; None where the chain dangles or
        never ends.
        """
        passed: list[tuple[str, str]] = []
        current: Node | None = node
        while current is not None:
            reference = current.ref
            if reference is None:
                break
            step = (current.file, reference)
            if step in self._ends:
                # None while it is on its way: what never ends leads nowhere.
                current = self._ends[step]
                break
            self._ends[step] = None
            passed.append(step)
            current = self.resolve(*step)
        self._ends.update(dict.fromkeys(passed, current))
        return current

    def resolve(self, file: str, reference: str) -> Node | None:
        """What a reference, standing in ``file``, names; None where it has a fault.

        For references outside of ``$ref``, such as a discriminator's mapping.
        """
        key = (file, reference)
        if key not in self._targets:
            # Until it is found: a way that leads through itself leads nowhere.
            self._targets[key] = None
            if key not in self._broken:
                self._targets[key] = self._find(*key)
        return self._targets[key]

    def objects(self) -> Iterator[tuple[Node, Kind]]:
        """Every object of the specification's grammar with its kind, once each.

        The root's in written order, then those other files bring in. A reference
        is an object of the kind it stands for; what it leads to comes by itself.
        """
        seen: set[tuple[str, Pointer, Kind]] = set()
        for file in ("", *(key for key in self._entries if key)):
            for pointer, kind in self._entries[file].items():
                start = self._walk(Address(file, pointer), 0)
                stack = [] if start is None else [(start, kind)]
                while stack:
                    node, its = stack.pop()
                    if (file, node.pointer, its) in seen:
                        continue
                    seen.add((file, node.pointer, its))
                    yield node, its
                    inside = children(GRAMMAR_3, its, node.value)
                    stack += [
                        (node.below(steps, value), inner)
                        for steps, value, inner in reversed(inside)
                    ]

    def kind(self, place: Place) -> Kind | None:
        """What the specification calls the object at a place; None for no object.

        In another file than the root it is what references into the file make of it.
        """
        grammar = GRAMMAR_2 if family_of(self.version) == "2.0" else GRAMMAR_3
        files = (
            key for key, one in self.files.documents.items() if one.path == place.file
        )
        for file in files:
            entries = self.links.entries.get(file, {})
            starts = entries if file else {(): Kind.OPENAPI, **entries}
            for length in range(len(place.pointer), -1, -1):
                start = starts.get(place.pointer[:length])
                if start is not None:
                    return kind_at(grammar, place.pointer[length:], start)
        return None

    def place(self, address: Address) -> Place:
        """Where the user wrote what stands at ``address`` after upgrading."""
        for trace in reversed(self._traces):
            address = trace.original(address)
        return Place(self.shown(address.file), address.pointer)

    def _find(self, file: str, reference: str) -> Node | None:
        written = self._renamed.get((file, reference), reference)
        known = self.links.targets.get((file, written))
        if known is not None:
            return self._walk(self._current(known.address), 0)
        try:
            return self._walk(self.files.address(file, reference), 0)
        except (BadReference, RemoteReference, SourceError):
            return None

    def _current(self, address: Address) -> Address:
        for trace in self._traces:
            address = trace.current(address)
        return address

    def _walk(self, address: Address, hops: int) -> Node | None:
        if address.file not in self._trees or hops > 64:
            return None
        node = self.document_root(address.file)
        for position, token in enumerate(address.pointer):
            try:
                node = node.child(token)
            except KeyError:
                # The way leads through a reference.
                target = None if node.ref is None else self.target(node)
                if target is None:
                    return None
                rest = address.pointer[position:]
                further = Address(target.file, (*target.pointer, *rest))
                return self._walk(further, hops + 1)
        return node


class _FileOrigin(Frozen):
    """Where the parts of one file were written."""

    description: Description
    file: str

    def place(self, pointer: Pointer) -> Place:
        """The user's place of an upgraded pointer."""
        return self.description.place(Address(self.file, pointer))


def read(path: Path, report: Report, *, shown: str | None = None) -> Description | None:
    """The description at ``path``, displayed as ``shown``, with all files it refers to.

    Reports what is wrong with it; None where it cannot be read as a whole.
    Bad references are kept for ``refs.check``.
    """
    try:
        document = load(path, path.as_posix() if shown is None else shown)
    except SourceError as error:
        report.put(from_error(error))
        return None
    return _assemble(Files(document, path.parent), report)


def read_text(
    text: str, report: Report, *, shown: str, folder: Path
) -> Description | None:
    """The same for a text, such as one from standard input.

    References to other files are relative to ``folder``.
    """
    try:
        document = load_text(text, shown)
    except SourceError as error:
        report.put(from_error(error))
        return None
    return _assemble(Files(document, folder), report)


def _assemble(files: Files, report: Report) -> Description | None:
    with collector_paused():
        return _assembled(files, report)


def _assembled(files: Files, report: Report) -> Description | None:
    version = read_version(files.root, report)
    if version is None:
        return None
    family = family_of(version)
    files.prepare(names=family in ("3.1", "3.2"))
    schemes = schemes_by_uri(files) if family == "3.2" else ()
    links = link(files, GRAMMAR_2 if family == "2.0" else GRAMMAR_3)
    for error in files.errors.values():
        if error.code != "SRC001":
            report.put(from_error(error))
    for document in files.documents.values():
        report.extend(
            from_problem(document.path, problem) for problem in document.problems
        )
    check_structure(files, links, family, report)
    upgraded = with_schemes(with_more_paths(upgrade(files, links, family)), schemes)
    for remark in upgraded.remarks:
        place = Place(files.shown(remark.at.file), remark.at.pointer)
        report.add(
            remark.code, place, remark.message, hint=remark.hint, effect=remark.effect
        )
    return Description(files, version, links, upgraded)
