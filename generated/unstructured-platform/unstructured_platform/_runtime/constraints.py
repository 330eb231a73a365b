"""Holding models against what the description asks of values, on request."""

from __future__ import annotations

import collections.abc
import decimal
import importlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from .drift import Path, describe, path_text
from .encoding import to_wire, too_deep
from .errors import ConstraintError
from .modeling import Model
from .records import Frozen, frozen
from .rules import (
    Broken,
    Limits,
    Rules,
    broken_by_array,
    broken_by_number,
    broken_by_object,
    broken_by_text,
    flat,
)
from .shape import lineage, shape_of
from .unset import Unset

__all__ = ["Violation", "check", "package_limits", "violations"]


@frozen
class Violation(Frozen):
    """A value that breaks a rule of the description."""

    path: str
    """Where, by the names of the wire, as ``$.items[2].name``."""

    problem: str
    """What is wrong, as ``longer than 10 characters``."""

    rule: str
    """The keyword of the rule, as ``maxLength``."""

    found: str
    """The value, shortened; empty for arrays, objects and secrets (``writeOnly``)."""

    def __str__(self) -> str:
        """Say all of it in one line."""
        found = f", found {self.found}" if self.found else ""
        return f"{self.path}: {self.problem} ({self.rule}){found}"


def check(value: Model | Sequence[Model] | Mapping[str, Model], /) -> None:
    """Hold values against the rules of the description: lengths, ranges, patterns.

    Nothing does so unasked, neither making a model nor sending it.

    Args:
        value: A model, or a list or dict of models.

    Raises:
        ConstraintError: Values break rules; it lists every violation.
        TypeError: The value is neither a model nor a list or dict.
        ValueError: It is nested too deeply, or within itself.
    """
    if not isinstance(value, (Model, list, tuple, collections.abc.Mapping)):
        found = type(value).__qualname__
        raise TypeError(f"expected a model, or a list or dict of models, not {found}")
    try:
        broken = violations(value, package_limits())
    except RecursionError:
        raise too_deep() from None
    if broken:
        raise ConstraintError(broken)


def package_limits() -> Limits:
    """The table of the package; there is none where nothing is asked."""
    package = __name__.rpartition(".")[0].rpartition(".")[0]
    name = f"{package}.limits"
    try:
        found: Limits = importlib.import_module(name).LIMITS
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return {}
    return found


def violations(value: object, limits: Limits) -> tuple[Violation, ...]:
    """Every violation in a value and what it holds, in order."""
    return tuple(dict.fromkeys(_Walk(limits).through(value, [], None, "")))


class _Walk:
    """A way through values.

    ``told`` are rules that all hold, ``secret`` the path of the ``writeOnly`` value
    around: no more than that is said of what is in it.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    def through(
        self, value: Any, told: Iterable[Rules], path: Path, secret: str
    ) -> Iterator[Violation]:
        """What is wrong with a value, then with what it holds."""
        rules = flat(told)
        if isinstance(value, Model):
            names = reversed(lineage(type(value)))
            own = [self._limits[one] for one in names if one in self._limits]
            rules += flat(own)
        for rule, problem in [one for own in rules for one in _broken(value, own)]:
            yield _violation(rule, problem, value, path, secret)
        if isinstance(value, Model):
            yield from self._model(value, rules, path, secret)
        elif _is_object(value):
            yield from self._entries(value, rules, path, secret)
        elif _is_array(value):
            items = [one["items"] for one in rules if "items" in one]
            for index, item in enumerate(value):
                yield from self.through(item, items, (path, index), secret)

    def _model(
        self, value: Model, rules: Sequence[Rules], path: Path, secret: str
    ) -> Iterator[Violation]:
        shape = shape_of(type(value))
        properties = [one["properties"] for one in rules if "properties" in one]
        for row in shape.rows:
            told = [one[row.wire] for one in properties if row.wire in one]
            where: Path = (path, row.wire)
            hidden = secret or (path_text(where) if row.access == "write" else "")
            yield from self.through(getattr(value, row.name), told, where, hidden)
        if shape.extra is not None:
            more: Mapping[str, object] = getattr(value, shape.extra.name)
            yield from self._entries(more, rules, path, secret)

    def _entries(
        self,
        value: Mapping[Any, object],
        rules: Sequence[Rules],
        path: Path,
        secret: str,
    ) -> Iterator[Violation]:
        """What is wrong with names of properties, and with their values."""
        names = [one["propertyNames"] for one in rules if "propertyNames" in one]
        each = [
            one["additionalProperties"]
            for one in rules
            if "additionalProperties" in one
        ]
        for key, one in value.items():
            where: Path = (path, str(key))
            for own in names:
                for rule, problem in broken_by_text(str(key), own):
                    yield _violation(rule, f"name {problem}", key, where, secret)
            yield from self.through(one, each, where, secret)


def _is_array(value: object) -> bool:
    if isinstance(value, (str, bytes, bytearray)):
        return False
    return isinstance(value, (collections.abc.Sequence, collections.abc.Set))


def _is_object(value: object) -> bool:
    return isinstance(value, (Model, collections.abc.Mapping))


def _broken(value: Any, rules: Rules) -> Iterable[Broken]:
    """The rules that a value breaks by itself; null and what is absent break none."""
    if value is None or isinstance(value, Unset):
        return ()
    if isinstance(value, Model):
        asked = "minProperties" in rules or "maxProperties" in rules
        return broken_by_object(len(value.to_dict()), rules) if asked else ()
    if _is_object(value):
        return broken_by_object(len(value), rules)
    if _is_array(value):
        items = to_wire(value) if rules.get("uniqueItems") else value
        return broken_by_array(items, rules)
    plain = value if isinstance(value, decimal.Decimal) else to_wire(value)
    if isinstance(plain, str):
        return broken_by_text(plain, rules)
    return () if isinstance(plain, bool) else broken_by_number(plain, rules)


def _violation(
    rule: str, problem: str, value: object, path: Path, secret: str
) -> Violation:
    where = secret or path_text(path)
    is_shown = not secret and not _is_array(value) and not _is_object(value)
    found = describe(to_wire(value)) if is_shown else ""
    return Violation(path=where, problem=problem, rule=rule, found=found)
