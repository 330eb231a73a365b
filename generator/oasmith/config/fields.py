"""Taking typed values out of a TOML table, with a diagnostic for each that is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from ..diagnostics import Report
from ..source.nearest import nearest
from ..source.pointer import Place, Pointer
from ..source.values import Frozen
from .spot import Spot
from .toml_positions import TomlPositions

__all__ = ["Table"]


class Table(Frozen):
    """A table of the configuration and where it stands; nothing it says is trusted."""

    values: Mapping[str, object]
    at: Pointer
    positions: TomlPositions
    file: str
    report: Report

    def say(
        self,
        code: str,
        steps: Pointer,
        message: str,
        hint: str,
        *,
        on_key: bool = False,
    ) -> None:
        """A diagnostic about what stands ``steps`` down from here."""
        self.spot(*steps, on_key=on_key).say(self.report, code, message, hint)

    def spot(self, *steps: str, on_key: bool = False) -> Spot:
        """Where the value ``steps`` down from here stands, or its key."""
        pointer = (*self.at, *steps)
        look = self.positions.key if on_key else self.positions.value
        return Spot(Place(self.file, pointer, on_key), *look(pointer))

    def only(self, *known: str) -> None:
        """Reports every key that is not among the ``known``."""
        for key in self.values:
            if key not in known:
                guess = nearest(key, known)
                hint = f"did you mean {guess!r}?" if guess else _list("one of", known)
                self.say("CFG002", (key,), f"unknown key {key!r}", hint, on_key=True)

    def text(
        self, key: str, *, check: Callable[[str], str] | None = None
    ) -> str | None:
        """A text; None where it is absent or bad.

        ``check`` gives what is wrong with one, "" for nothing.
        """
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, str):
            self._wrong(key, "text", value)
            return None
        return value if self._is_good(value, (key,), check) else None

    def number(self, key: str) -> int | None:
        """A whole number; None where it is absent or none."""
        value = self.values.get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        self._wrong(key, "a whole number", value)
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; items that are none are reported and left out."""
        value = self.values.get(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            self._wrong(key, "a list of texts", value)
            return ()
        found: list[str] = []
        for number, item in enumerate(cast("list[object]", value)):
            if isinstance(item, str):
                found.append(item)
            else:
                self._wrong(key, "text", item, str(number))
        return tuple(found)

    def mapping(
        self, key: str, *, check: Callable[[str], str] | None = None
    ) -> dict[str, str]:
        """A table of texts; members that are none are reported and left out."""
        inner = self.table(key)
        found: dict[str, str] = {}
        for name in inner.values:
            value = inner.text(name, check=check)
            if value is not None:
                found[name] = value
        return found

    def table(self, key: str) -> Table:
        """A table; empty where it is absent or none."""
        value = self.values.get(key)
        inside: Mapping[str, object] = {}
        if isinstance(value, dict):
            inside = cast("dict[str, object]", value)
        elif value is not None:
            self._wrong(key, "a table", value)
        return Table(inside, (*self.at, key), self.positions, self.file, self.report)

    def _is_good(
        self, value: str, steps: Pointer, check: Callable[[str], str] | None
    ) -> bool:
        wrong = check(value) if check is not None else ""
        if wrong:
            self.say("CFG004", steps, f"{value!r} {wrong}", "choose another value")
        return not wrong

    def _wrong(self, key: str, wanted: str, value: object, *steps: str) -> None:
        name = ".".join((key, *steps))
        self.say(
            "CFG003",
            (key, *steps),
            f"{name} must be {wanted}, not {_kind(value)}",
            f"write {wanted}",
        )


def _list(words: str, names: tuple[str, ...]) -> str:
    return f"{words} {', '.join(names)}"


def _kind(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f"the text {value!r}"
        case int() | float():
            return f"the number {value}"
        case list():
            return "a list"
        case dict():
            return "a table"
        case _:
            return "a date or time"
