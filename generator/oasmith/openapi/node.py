"""A cursor: a value together with where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from ..source.document import JsonValue
from ..source.pointer import Place, Pointer
from ..source.values import Frozen

__all__ = ["Node", "Origin"]


class Origin(Protocol):
    """What knows where the user wrote the parts of one file."""

    def place(self, pointer: Pointer) -> Place:
        """The user's place of what stands at ``pointer`` after upgrading."""
        ...


class Node(Frozen):
    """A value of the upgraded description, and where it stands.

    ``file`` is "" for the root document, else the file's path relative to the
    root's folder; ``pointer`` leads there in the upgraded tree. Nodes are equal
    when they stand at the same place. The value must not be changed.
    """

    value: JsonValue
    file: str
    pointer: Pointer
    _origin: Origin

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Node)
            and self.pointer == other.pointer
            and self.file == other.file
            and self._origin is other._origin
        )

    def __hash__(self) -> int:
        return hash((self.file, self.pointer))

    def __repr__(self) -> str:
        return f"<Node {self.place}>"

    @property
    def place(self) -> Place:
        """Where the user wrote it: the file as displayed, the pointer as it was."""
        return self._origin.place(self.pointer)

    @property
    def is_mapping(self) -> bool:
        """Whether the value has keys."""
        return isinstance(self.value, dict)

    @property
    def ref(self) -> str | None:
        """The text of ``$ref``, None where there is none; siblings are in the value."""
        value = self.value
        if isinstance(value, dict):
            reference = value.get("$ref")
            if isinstance(reference, str):
                return reference
        return None

    def get(self, key: str) -> Node | None:
        """The member ``key``; None where it is absent or this is no mapping."""
        value = self.value
        if isinstance(value, dict) and key in value:
            return Node(value[key], self.file, (*self.pointer, key), self._origin)
        return None

    def child(self, token: str | int) -> Node:
        """The member or item one step down. Raises KeyError where there is none."""
        value = self.value
        step = str(token)
        if isinstance(value, dict) and step in value:
            return Node(value[step], self.file, (*self.pointer, step), self._origin)
        if isinstance(value, list) and step.isdecimal() and int(step) < len(value):
            return Node(
                value[int(step)], self.file, (*self.pointer, step), self._origin
            )
        raise KeyError(step)

    def without(self, *keys: str) -> Node:
        """The same place seen without these members."""
        value = self.value
        if not isinstance(value, dict) or value.keys().isdisjoint(keys):
            return self
        value = {key: one for key, one in value.items() if key not in keys}
        return Node(value, self.file, self.pointer, self._origin)

    def only(self, *keys: str) -> Node:
        """The same place seen with none but these members."""
        value = self.value
        if isinstance(value, dict):
            value = {key: one for key, one in value.items() if key in keys}
        return Node(value, self.file, self.pointer, self._origin)

    def below(self, steps: Pointer, value: JsonValue) -> Node:
        """The node of ``value``, known to stand ``steps`` down from here."""
        return Node(value, self.file, (*self.pointer, *steps), self._origin)

    def items(self) -> Iterator[tuple[str, Node]]:
        """Keys and members in written order; nothing where this is no mapping."""
        value = self.value
        if isinstance(value, dict):
            for key, member in value.items():
                yield key, Node(member, self.file, (*self.pointer, key), self._origin)

    def elements(self) -> Iterator[Node]:
        """The items of a list; nothing where this is none."""
        value = self.value
        if isinstance(value, list):
            for number, item in enumerate(value):
                yield Node(item, self.file, (*self.pointer, str(number)), self._origin)

    def text(self, key: str) -> str:
        """The member ``key`` if it is text, else ""."""
        value = self.value
        if isinstance(value, dict):
            member = value.get(key)
            if isinstance(member, str):
                return member
        return ""

    def flag(self, key: str) -> bool:
        """Whether the member ``key`` is true."""
        return isinstance(self.value, dict) and self.value.get(key) is True

    def has(self, key: str) -> bool:
        """Whether there is a member ``key``, be it null."""
        return isinstance(self.value, dict) and key in self.value
