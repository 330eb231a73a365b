"""What the naming pass has to know of the target language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ..source.values import Frozen

__all__ = ["NameRules", "Reserved", "distance"]


class NameRules(Protocol):
    """How the target language spells names; ``python.ident`` has Python's."""

    def class_name(self, words: Sequence[str]) -> str:
        """The name of a type."""
        ...

    def snake(self, words: Sequence[str]) -> str:
        """The name of a field, method, argument or module."""
        ...

    def constant(self, text: str) -> str:
        """The name of an enum member."""
        ...

    def safe(self, name: str, reserved: frozenset[str]) -> str:
        """The name, changed where it is a keyword or reserved."""
        ...


class Reserved(Frozen):
    """Names that those of the description give way to, by what they name."""

    types: frozenset[str]
    fields: frozenset[str]
    members: frozenset[str]
    arguments: frozenset[str]
    client_arguments: frozenset[str]
    client: frozenset[str]
    resource_classes: frozenset[str]
    methods: frozenset[str]


def distance(name: str, written: str) -> int:
    """How far a name is from what the description has: 0 for the same.

    One that differs in case alone comes next, then by how much is left out or added.
    """
    if name == written:
        return 0
    if name.casefold() == written.casefold():
        return 1
    return 2 + abs(len(written) - len(name))
