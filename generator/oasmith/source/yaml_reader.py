"""YAML text into values, on the events of PyYAML's C parser.

PyYAML's own loaders follow YAML 1.1 (``no`` is false, ``12:30`` is 750) and
take three times as long.
"""

from __future__ import annotations

from .document import JsonValue
from .errors import Problem, SourceError
from .limits import LESS_DEEP, MAX_ALIASED, MAX_DEPTH
from .scalars import plain_value, tagged_value
from .yaml_events import YamlEvent, YamlEvents, start_of, yaml_error

__all__ = ["read_yaml"]

_COLLECTION_TAGS = frozenset(["!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"])


def read_yaml(text: str) -> tuple[JsonValue, list[Problem], bool]:
    """The value of a one-document text, its problems, and whether a key is there twice.

    Keys keep their written text (``200`` becomes "200"), the last of two equal
    keys wins, and merge keys (``<<``) are resolved. Raises SourceError.
    """
    events = YamlEvents(text)
    reader = _Reader(events)
    try:
        first = events.open_document()
        if first is None:
            raise SourceError("SRC004", "the document is empty", line=1, column=1)
        value = reader.value(first, 1)
        events.close_document()
    except events.error as error:
        raise yaml_error(error) from error
    return value, reader.problems, reader.has_duplicates


class _Reader:
    """Builds one value; one per document."""

    def __init__(self, events: YamlEvents) -> None:
        self.events = events
        self.problems: list[Problem] = []
        self.has_duplicates = False
        self.anchors: dict[str, JsonValue] = {}
        self.open: set[str] = set()
        self.weights: dict[int, int] = {}
        self.aliased = 0

    def value(self, event: YamlEvent, depth: int) -> JsonValue:
        """The value that begins with ``event``."""
        kinds = self.events
        kind = event.__class__
        if kind is kinds.scalars:
            value: JsonValue = self.scalar(event)
            if event.anchor is not None:
                self.anchors[event.anchor] = value
            return value
        if kind is kinds.aliases:
            return self.alias(event)
        if depth > MAX_DEPTH:
            line, column = start_of(event)
            raise SourceError(
                "SRC009",
                f"nested more than {MAX_DEPTH} levels deep",
                hint=LESS_DEEP,
                line=line,
                column=column,
            )
        anchor = event.anchor
        if event.tag is not None and event.tag not in _COLLECTION_TAGS:
            self.unknown_tag(event)
        if anchor is None:
            if kind is kinds.mappings:
                return self.mapping(depth)
            return self.sequence(depth)
        self.open.add(anchor)
        value = self.mapping(depth) if kind is kinds.mappings else self.sequence(depth)
        self.open.discard(anchor)
        self.anchors[anchor] = value
        return value

    def scalar(self, event: YamlEvent) -> str | int | float | bool | None:
        """A scalar's value by its tag, or by its look where it is plain."""
        text = event.value
        if event.tag is not None:
            try:
                return tagged_value(event.tag, text)
            except ValueError:
                self.unknown_tag(event)
        # implicit is (plain, quoted): the first is set for what has no quotes.
        return plain_value(text) if event.implicit[0] else text

    def sequence(self, depth: int) -> list[JsonValue]:
        """The rest of a sequence."""
        items: list[JsonValue] = []
        get = self.events.get
        ends = self.events.sequence_ends
        while (event := get()).__class__ is not ends:
            items.append(self.value(event, depth + 1))
        return items

    def mapping(self, depth: int) -> dict[str, JsonValue]:
        """The rest of a mapping."""
        members: dict[str, JsonValue] = {}
        merged: list[JsonValue] = []
        get = self.events.get
        ends = self.events.mapping_ends
        while (event := get()).__class__ is not ends:
            key = self.key(event, depth)
            value = self.value(get(), depth + 1)
            if key is None:
                continue
            if key == "<<" and event.implicit[0]:
                self.merge(event, value, merged)
                continue
            if key in members:
                self.has_duplicates = True
                # The last one wins in place and value, as it does in JSON.
            members[key] = value
        for source in merged:
            if isinstance(source, dict):
                for key, value in source.items():
                    members.setdefault(key, value)
        return members

    def key(self, event: YamlEvent, depth: int) -> str | None:
        """A key as written; None, and a problem, for one that is a collection."""
        kinds = self.events
        if event.__class__ is kinds.scalars:
            text = event.value
            if event.anchor is not None:
                self.anchors[event.anchor] = text
            return text
        value = self.value(event, depth + 1)
        if event.__class__ is kinds.aliases and isinstance(value, str):
            return value
        self.problem(
            event,
            "SRC015",
            "a key must be plain text",
            "quote the key; text in braces ({{…}}) needs quotes too",
        )
        return None

    def merge(
        self, event: YamlEvent, value: JsonValue, merged: list[JsonValue]
    ) -> None:
        """Notes what ``<<`` brings in (YAML 1.1's merge key, which people use)."""
        sources = value if isinstance(value, list) else [value]
        if all(isinstance(source, dict) for source in sources):
            merged.extend(sources)
        else:
            self.problem(
                event,
                "SRC015",
                "'<<' merges mappings only",
                "quote the key '<<' if it is meant as a name",
            )

    def alias(self, event: YamlEvent) -> JsonValue:
        """What an alias stands for, within bounds."""
        name = event.anchor or ""
        if name not in self.anchors or name in self.open:
            line, column = start_of(event)
            message = (
                f"the alias '*{name}' stands inside its own anchor"
                if name in self.open
                else f"there is no anchor '&{name}' before this alias"
            )
            raise SourceError("SRC010", message, line=line, column=column)
        value = self.anchors[name]
        self.aliased += self.weight(value)
        if self.aliased > MAX_ALIASED:
            line, column = start_of(event)
            raise SourceError(
                "SRC010",
                f"aliases stand for more than {MAX_ALIASED:,} values",
                hint="write the repeated parts as components and $ref them",
                line=line,
                column=column,
            )
        return value

    def weight(self, value: JsonValue) -> int:
        """How many values ``value`` is when written out.

        Collections are remembered by identity, which is safe because the
        anchors keep them alive.
        """
        if not isinstance(value, dict | list):
            return 1
        known = self.weights.get(id(value))
        if known is None:
            inside = value.values() if isinstance(value, dict) else value
            known = 1 + sum(map(self.weight, inside))
            self.weights[id(value)] = known
        return known

    def unknown_tag(self, event: YamlEvent) -> None:
        """A tag the core schema does not have, or whose text does not fit it."""
        self.problem(
            event,
            "SRC014",
            f"the tag '{event.tag}' has no meaning here and is passed over",
            "remove the tag",
        )

    def problem(self, event: YamlEvent, code: str, message: str, hint: str) -> None:
        line, column = start_of(event)
        self.problems.append(Problem(code, message, hint, line, column))
