"""Walks a description as written, over all its files, and tests every reference."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from typing import NamedTuple

from ..source.document import JsonValue
from ..source.errors import SourceError
from ..source.nearest import nearest
from ..source.pointer import Pointer, format_pointer
from ..source.values import Frozen, Growing, field
from .files import BadReference, Files, Found, Missing, RemoteReference, lookup
from .loops import loops_of
from .structure import Grammar, Kind, children, kind_at, sections
from .trace import Address

__all__ = ["Fault", "Links", "Reference", "link"]


class Reference(Frozen):
    """A ``$ref``: its text, the address of the text, what is wanted there."""

    text: str
    at: Address
    kind: Kind


class Fault(Frozen):
    """A reference that leads nowhere it may lead."""

    code: str
    reference: Reference
    message: str
    hint: str


class Links(Growing):
    """What the walk found.

    ``entries`` are the places outside the root's own grammar that references
    make part of the description, by file; ``targets`` maps a file and a
    reference's text to what it names.
    """

    entries: dict[str, dict[Pointer, Kind]] = field(
        default_factory=dict[str, dict[Pointer, Kind]]
    )
    references: list[Reference] = field(default_factory=list[Reference])
    targets: dict[tuple[str, str], Found] = field(
        default_factory=dict[tuple[str, str], Found]
    )
    faults: list[Fault] = field(default_factory=list[Fault])

    @property
    def broken(self) -> frozenset[tuple[str, str]]:
        """The files and texts of references that cannot be followed."""
        return frozenset(
            (fault.reference.at.file, fault.reference.text)
            for fault in self.faults
            if fault.code != "REF008"
        )


def link(files: Files, grammar: Grammar) -> Links:
    """Walks from the root through every reference, each object once."""
    walker = _Walker(files, grammar)
    walker.walk()
    _find_loops(walker.links)
    return walker.links


class _Wrong(NamedTuple):
    """What is wrong with a reference."""

    code: str
    message: str
    hint: str


class _Walker:
    def __init__(self, files: Files, grammar: Grammar) -> None:
        self.files = files
        self.grammar = grammar
        self.links = Links()
        self.seen: set[tuple[str, Pointer, Kind]] = set()
        self.waiting: deque[tuple[Address, JsonValue, Kind]] = deque()
        self.checked: dict[tuple[str, str, Kind], _Wrong | None] = {}
        self.remote: list[Reference] = []
        self.compared = 0

    def walk(self) -> None:
        self._descend(Address(""), self.files.root.value, Kind.OPENAPI)
        self._follow()
        # A file that was opened later may be what goes by the URL.
        again, self.remote = self.remote, []
        for reference in again:
            self.checked.pop((reference.at.file, reference.text, reference.kind), None)
        for reference in again:
            self._test(reference)
            self._follow()
        for reference in self.remote:
            key = (reference.at.file, reference.text, reference.kind)
            self._blame(reference, self.checked[key])

    def _follow(self) -> None:
        """Everything that references found so far lead to."""
        while self.waiting:
            address, value, kind = self.waiting.popleft()
            if (address.file, address.pointer, kind) in self.seen:
                continue
            entries = self.links.entries.setdefault(address.file, {})
            entries.setdefault(address.pointer, kind)
            self._descend(address, value, kind)

    def _descend(self, start: Address, value: JsonValue, kind: Kind) -> None:
        """Everything the grammar leads to from one value, in written order."""
        file = start.file
        stack = [(start.pointer, value, kind)]
        while stack:
            pointer, value, kind = stack.pop()
            if (file, pointer, kind) in self.seen:
                continue
            self.seen.add((file, pointer, kind))
            if not isinstance(value, dict):
                continue
            if "$ref" in value:
                self._reference(Address(file, (*pointer, "$ref")), value["$ref"], kind)
            for key, section in sections(self.grammar, kind, value):
                if isinstance(section.get("$ref"), str):
                    at = Address(file, (*pointer, key, "$ref"))
                    self._reference(at, section["$ref"], Kind.SECTION)
            if kind is Kind.SCHEMA and "discriminator" in value:
                self._mapping(Address(file, pointer), value["discriminator"])
            inside = [
                ((*pointer, *steps), child, child_kind)
                for steps, child, child_kind in children(self.grammar, kind, value)
            ]
            stack.extend(reversed(inside))

    def _mapping(self, at: Address, discriminator: JsonValue) -> None:
        """The references of a discriminator's mapping (3.1 section 4.8.25.1)."""
        mapping = (
            discriminator.get("mapping") if isinstance(discriminator, dict) else None
        )
        if not isinstance(mapping, dict):
            return
        for key, text in mapping.items():
            if isinstance(text, str) and _looks_like_reference(text):
                steps = (*at.pointer, "discriminator", "mapping", key)
                self._reference(Address(at.file, steps), text, Kind.SCHEMA)

    def _reference(self, at: Address, text: JsonValue, kind: Kind) -> None:
        if not isinstance(text, str):
            reference = Reference(str(text), at, kind)
            words, hint = "a $ref must be text", "write '#/…' in quotes"
            self.links.faults.append(Fault("REF006", reference, words, hint))
            return
        reference = Reference(text, at, kind)
        self.links.references.append(reference)
        self._test(reference)

    def _test(self, reference: Reference) -> None:
        key = (reference.at.file, reference.text, reference.kind)
        if key not in self.checked:
            self.checked[key] = self._check(reference)
        wrong = self.checked[key]
        if wrong is not None and wrong.code == "REF005":
            self.remote.append(reference)
        else:
            self._blame(reference, wrong)

    def _blame(self, reference: Reference, wrong: _Wrong | None) -> None:
        if wrong is not None and reference.at.pointer[-3:-1] == _MAPPING:
            wrong = _Wrong(
                "REF007",
                f"no schema at {reference.text!r}, which"
                f" {reference.at.pointer[-1]!r} is mapped to",
                wrong.hint,
            )
        if wrong is not None:
            self.links.faults.append(
                Fault(wrong.code, reference, wrong.message, wrong.hint)
            )

    def _check(self, reference: Reference) -> _Wrong | None:
        """What is wrong with a reference; notes the target if it has one."""
        text, file = reference.text, reference.at.file
        address = Address(file)
        try:
            address = self.files.address(file, text)
            found = lookup(self.files, address)
            if isinstance(found, Missing):
                if file and text.startswith("#"):
                    at_root = lookup(self.files, Address("", address.pointer))
                    if isinstance(at_root, Found):
                        return self._note(reference, at_root) or _of_the_root(text)
                return _Wrong(
                    "REF001",
                    f"no {reference.kind.value} at {text!r}",
                    self._hint(reference, found, address),
                )
        except RemoteReference:
            return _Wrong(
                "REF005",
                f"{text!r} is on the network, where nothing is fetched",
                "download it beside the description and refer to the file",
            )
        except BadReference as error:
            words = f"{text!r} cannot be followed: {error}"
            return _Wrong("REF006", words, "write '#/…'")
        except SourceError as error:
            return _Wrong(
                "REF004",
                f"no {reference.kind.value} at {text!r}: {error}",
                f"looked at {self.files.shown(address.file)}",
            )
        return self._note(reference, found)

    def _note(self, reference: Reference, found: Found) -> _Wrong | None:
        """Notes what a reference names, if that may stand there."""
        actual = self._actual_kind(found)
        if not _fits(reference.kind, actual, found.value):
            return _Wrong(
                "REF003",
                f"{reference.text!r} is {_article(actual, found.value)},"
                f" not a {reference.kind.value}",
                f"refer to a {reference.kind.value}",
            )
        self.links.targets[reference.at.file, reference.text] = found
        self.waiting.append((found.address, found.value, reference.kind))
        return None

    def _actual_kind(self, found: Found) -> Kind | None:
        """What the target's own place says it is."""
        root = self.files.value(found.address.file)
        if isinstance(root, dict) and ("openapi" in root or "swagger" in root):
            return kind_at(self.grammar, found.address.pointer)
        return None

    def _hint(self, reference: Reference, missing: Missing, wanted: Address) -> str:
        names = list(missing.value) if isinstance(missing.value, dict) else []
        last = wanted.pointer[-1]
        if missing.token == last:
            guess = self._nearest(last, names)
            if guess is not None:
                return f"did you mean {guess!r}?"
        for section in _HOMES.get(reference.kind, ()):
            home = lookup(self.files, Address("", section))
            if isinstance(home, Found) and isinstance(home.value, dict):
                is_there = last in home.value
                guess = last if is_there else self._nearest(last, home.value)
                if guess is not None:
                    return f"did you mean '#{format_pointer((*section, guess))}'?"
        guess = self._nearest(missing.token, names)
        if guess is not None:
            return f"did you mean {guess!r} instead of {missing.token!r}?"
        return "correct the $ref, or add what it names"

    def _nearest(self, name: str, known: Collection[str]) -> str | None:
        """The name that was meant; none any more once a great many were looked at.

        Where thousands of references lead nowhere, it is not for want of a guess.
        """
        self.compared += len(known)
        return nearest(name, known) if self.compared <= _MOST_COMPARED else None


_MOST_COMPARED = 100_000


_MAPPING = ("discriminator", "mapping")

_HOMES: Mapping[Kind, tuple[Pointer, ...]] = {
    Kind.SCHEMA: (("components", "schemas"), ("definitions",)),
    Kind.RESPONSE: (("components", "responses"), ("responses",)),
    Kind.PARAMETER: (("components", "parameters"), ("parameters",)),
    Kind.REQUEST_BODY: (("components", "requestBodies"),),
    Kind.HEADER: (("components", "headers"),),
    Kind.PATH_ITEM: (("components", "pathItems"),),
}


def _of_the_root(text: str) -> _Wrong:
    words = f"{text!r} is not in this file, but in the root document"
    return _Wrong("REF008", words, "write the root document's name before the '#'")


def _looks_like_reference(text: str) -> bool:
    """Whether a mapping's value is a reference and not the bare name of a schema."""
    return "#" in text or "/" in text or text.endswith((".yaml", ".yml", ".json"))


def _fits(wanted: Kind, actual: Kind | None, value: JsonValue) -> bool:
    if wanted is Kind.SCHEMA and isinstance(value, bool):
        return True
    if not isinstance(value, dict):
        return False
    schemas = (Kind.SCHEMA, Kind.ITEMS)
    return actual is None or actual is wanted or {actual, wanted} <= set(schemas)


def _article(actual: Kind | None, value: JsonValue) -> str:
    if actual is not None and isinstance(value, dict):
        return f"a {actual.value}"
    match value:
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case None:
            return "null"
        case _:
            return "a single value"


def _find_loops(links: Links) -> None:
    """Adds a fault for every reference whose chain never reaches a definition."""
    starts = [(one.at.file, one.text) for one in links.references]
    loops = loops_of(starts, links.targets)
    for reference, start in zip(links.references, starts, strict=True):
        loop = loops[start]
        if loop is not None:
            links.faults.append(
                Fault(
                    "REF002",
                    reference,
                    f"{reference.text!r} never reaches a definition: {loop}",
                    "let one of them be a definition",
                )
            )
