"""Positions in YAML text, from the marks of the C parser's events."""

from __future__ import annotations

from operator import attrgetter

from .pointer import Pointer
from .positions import Duplicate, Index, Lines, Span
from .yaml_events import YamlEvent, YamlEvents

__all__ = ["index_yaml"]


class _Tree:
    """The spans of one document; built whole, because YAML cannot be skipped in."""

    def __init__(self, text: str) -> None:
        self.events = YamlEvents(text)
        self.members: dict[int, dict[str, Span]] = {}
        self.lists: set[int] = set()
        self.anchors: dict[str, Span] = {}
        self.duplicates: list[Duplicate] = []

    def span(self, event: YamlEvent, pointer: Pointer) -> Span:
        """The span of the value that begins with ``event``, its parts noted."""
        events = self.events
        kind = event.__class__
        span = Span(event.start_mark.index, event.end_mark.index)
        if kind is events.aliases:
            self._share(span, self.anchors[event.anchor or ""])
            return span
        if kind is events.mappings:
            self._mapping(span, pointer)
        elif kind is events.sequences:
            self._sequence(span, pointer)
        if event.anchor is not None:
            self.anchors[event.anchor] = span
        return span

    def part(self, span: Span, token: str) -> Span | None:
        """What stands inside a span under a key, or at a position."""
        return self.members.get(id(span), {}).get(token)

    def _share(self, span: Span, target: Span) -> None:
        """An alias has its own place, its parts have the anchor's."""
        parts = self.members.get(id(target))
        if parts is not None:
            self.members[id(span)] = parts

    def _sequence(self, span: Span, pointer: Pointer) -> None:
        get = self.events.get
        ends = self.events.sequence_ends
        parts = self.members[id(span)] = {}
        self.lists.add(id(parts))
        while (event := get()).__class__ is not ends:
            token = str(len(parts))
            parts[token] = self.span(event, (*pointer, token))

    def _mapping(self, span: Span, pointer: Pointer) -> None:
        get = self.events.get
        ends = self.events.mapping_ends
        parts = self.members[id(span)] = {}
        merged: list[Span] = []
        while (key := get()).__class__ is not ends:
            if key.__class__ is not self.events.scalars:
                self.span(key, pointer)
                self.span(get(), pointer)
                continue
            child = self.span(get(), (*pointer, key.value))
            child.key_start = key.start_mark.index
            child.key_end = key.end_mark.index
            if key.value == "<<" and key.implicit[0]:
                merged.append(child)
                continue
            if key.value in parts:
                self.duplicates.append(
                    Duplicate(
                        (*pointer, key.value),
                        parts[key.value].key_start,
                        child.key_start,
                    )
                )
            parts[key.value] = child
        for source in merged:
            self._merge(parts, source)

    def _merge(self, parts: dict[str, Span], source: Span) -> None:
        inside = self.members.get(id(source), {})
        for token, child in inside.items():
            if id(inside) in self.lists:
                self._merge(parts, child)
            else:
                parts.setdefault(token, child)


def index_yaml(text: str) -> Index:
    """The index of a text that has been read before."""
    tree = _Tree(text)
    first = tree.events.open_document()
    root = tree.span(first, ()) if first is not None else Span(0, 0)
    ends = attrgetter("end")
    return Index(Lines(text), root, tree.part, ends, tree.duplicates)
