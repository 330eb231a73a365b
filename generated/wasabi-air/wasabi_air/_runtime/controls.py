"""By what a call says which page of a list it is for.

A query parameter, by its name, or a field of the body.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from .arguments import Arguments
from .encoding import to_request
from .unset import Unset

__all__ = ["Control", "InBody", "asked", "asking"]


class InBody:
    """A field of a JSON body, dotted where it is within others.

    ``names`` are those of the attributes of models, ``wires`` those on the wire.
    """

    __slots__ = ("names", "wires")

    def __init__(self, names: str, *wires: str) -> None:
        """Take the names; those on the wire only where they are others."""
        self.names: tuple[str, ...] = tuple(names.split("."))
        self.wires: tuple[str, ...] = wires or self.names

    def read(self, arguments: Arguments) -> Any:
        """What a call gave for it, None for nothing."""
        value = self._outermost(arguments)
        for name, wire in zip(self.names[1:], self.wires[1:], strict=True):
            value = _given(value, name, wire)
        return value

    def put(self, arguments: Arguments, value: Any) -> Arguments:
        """The same call with another value, and all else of the body as it was."""
        extra = dict(arguments.options.extra_body or {})
        extra[self.wires[0]] = _put(
            self._outermost(arguments), self.wires[1:], to_request(value)
        )
        return arguments.with_options(extra_body=extra)

    def _outermost(self, arguments: Arguments) -> Any:
        """What was given for the first of its names; further fields win over others."""
        name, wire = self.names[0], self.wires[0]
        extra = arguments.options.extra_body or {}
        if wire in extra:
            return extra[wire]
        found = _given(arguments.fields or {}, name, name)
        return _given(arguments.body, name, wire) if found is None else found


def _given(value: Any, name: str, wire: str) -> Any:
    """An attribute of a model or member of a mapping; None where there is none."""
    is_mapping = issubclass(type(value), Mapping)
    found: Any = value.get(wire) if is_mapping else getattr(value, name, None)
    return None if isinstance(found, Unset) else found


def _put(value: Any, wires: tuple[str, ...], new: Any) -> Any:
    """An object with another value some steps down; ``new`` itself without steps."""
    if not wires:
        return new
    encoded = to_request(value)
    kept: dict[str, Any] = {**encoded} if issubclass(type(encoded), dict) else {}
    kept[wires[0]] = _put(kept.get(wires[0]), wires[1:], new)
    return kept


Control: TypeAlias = str | InBody


def asked(arguments: Arguments, control: Control) -> Any:
    """What a call gave for it, None for nothing."""
    if isinstance(control, InBody):
        return control.read(arguments)
    given = arguments.options.query or {}
    found = given.get(control, arguments.query.get(control))
    return None if isinstance(found, Unset) else found


def asking(arguments: Arguments, control: Control, value: Any) -> Arguments:
    """The same call with another value for it."""
    if isinstance(control, InBody):
        return control.put(arguments, value)
    made, further = arguments, arguments.options.query or {}
    if control in further:
        query = {name: one for name, one in further.items() if name != control}
        made = arguments.with_options(query=query)
    return made.with_query({**made.query, control: value})
