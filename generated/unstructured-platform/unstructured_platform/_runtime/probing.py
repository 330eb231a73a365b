"""Trying out whether a value fits a type, before anyone is told."""

from __future__ import annotations

from typing import Any, TypeAlias

from .codec_plan import Plan
from .drift import Decoding, DriftKind, Path

__all__ = ["Choice", "Probe", "Trial", "Unfit", "cost_of", "trial_for"]

Cost: TypeAlias = tuple[int, int]
"""How often a value deviates from a type, and how often by what formats ask for."""

_FORMATS = frozenset({"format", "offset"})


class Unfit(Exception):
    """A value that does not fit the type it was tried with."""


class Probe(Decoding):
    """Counts deviations, to try out whether a value fits a type.

    What is decoded with one is of no use, as unions within add up what they know.
    ``formats`` are those of ``count`` that only formats ask for.
    """

    __slots__ = ("count", "formats")

    def __init__(self, decoding: Decoding) -> None:
        super().__init__()
        self.count: int = 0
        self.formats: int = 0
        self.chosen = decoding.chosen

    @property
    def allowed(self) -> bool:
        """Whether nothing but formats was deviated from."""
        return self.count == self.formats

    def add(self, cost: Cost) -> None:
        """Count what is known of a part."""
        self.count += cost[0]
        self.formats += cost[1]

    def drift(
        self,
        value: object,
        path: Path,
        expected: str,
        kind: DriftKind,
        found: str = "",
    ) -> Any:
        """Count it."""
        self.count += 1
        self.formats += int(kind in _FORMATS)
        return value

    def mismatch(self, value: object, path: Path, expected: str) -> Any:
        """Count null; anything else does not fit.

        Raises:
            Unfit: The value is not null.
        """
        if value is None:
            return self.drift(None, path, expected, "null")
        raise Unfit

    def fail(self, value: object, path: Path, expected: str, found: str = "") -> Any:
        """Give up.

        Raises:
            Unfit: Always.
        """
        raise Unfit

    def tell(self, decoding: Decoding) -> None:
        """Add what was counted to what a probe counts."""
        if isinstance(decoding, Probe):
            decoding.add((self.count, self.formats))


class Trial(Probe):
    """Decodes without telling anyone yet."""

    __slots__ = ("_kept",)

    def __init__(self, decoding: Decoding) -> None:
        super().__init__(decoding)
        self._kept: list[tuple[object, Path, str, DriftKind, str]] = []

    def drift(
        self,
        value: object,
        path: Path,
        expected: str,
        kind: DriftKind,
        found: str = "",
    ) -> Any:
        """Keep it for later."""
        self._kept.append((value, path, expected, kind, found))
        return super().drift(value, path, expected, kind, found)

    def tell(self, decoding: Decoding) -> None:
        """Report all that was kept.

        Raises:
            DecodeError: Decoding is strict, and there is something to report.
        """
        for one in self._kept:
            decoding.drift(*one)


def trial_for(decoding: Decoding) -> Probe:
    """What tries out a type: whoever only counts needs no more than a count."""
    return Probe(decoding) if decoding.__class__ is Probe else Trial(decoding)


def cost_of(plan: Plan, value: Any, decoding: Decoding) -> Cost | None:
    """How often a value deviates from a type; None where it does not fit at all."""
    probe = Probe(decoding)
    try:
        plan.decode(value, None, probe)
    except Unfit:
        return None
    return probe.count, probe.formats


class Choice:
    """Which member of a union a value is.

    ``listed`` is whether it is one of the members. The value is held because choices
    are known by its identity, and the cost is found when it is first asked for.
    """

    __slots__ = ("_cost", "_is_counted", "_value", "listed", "plan")

    def __init__(self, value: object, plan: Plan, listed: bool = True) -> None:
        self._value = value
        self._cost: Cost | None = None
        self._is_counted = False
        self.plan = plan
        self.listed = listed

    def decode(self, path: Path, decoding: Decoding) -> Any:
        """Decode the value as it; whoever only counts is given the count."""
        if type(decoding) is not Probe:
            return self.plan.decode(self._value, path, decoding)
        if not self._is_counted:
            self._cost = cost_of(self.plan, self._value, decoding)
            self._is_counted = True
        if self._cost is None:
            raise Unfit
        decoding.add(self._cost)
        return None
