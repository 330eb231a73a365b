"""What is asked of a run, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING

from .diagnostics import Diagnostic
from .diagnostics.located import Shown
from .diagnostics.policy import has_errors
from .emit.changes import Changes
from .emit.wishes import Edited, Trial
from .source.values import Frozen, field

if TYPE_CHECKING:
    from .ledger import Ledger

__all__ = ["ApiOutcome", "Edited", "Mode", "Outcome", "Settled", "Trial", "Wishes"]


class Mode(Enum):
    """What a run is for."""

    WRITE = "write"
    CHECK = "check"


class Settled(Enum):
    """How it ended for one API."""

    WRITTEN = "written"
    CURRENT = "current"
    STALE = "stale"
    NOTHING = "nothing"


class Wishes(Frozen):
    """What the caller asks of a run beyond the configuration.

    ``ledger`` asks for the ledger even where nothing has to be done. ``processes``
    is how many may work on one API: a program that has not said so, as the command
    does, may not be one that others can be started beside.
    """

    mode: Mode = Mode.WRITE
    edited: Edited = Edited.KEEP
    strict: bool = False
    trial: Trial = Trial.NONE
    ledger: bool = False
    processes: int = 1

    @property
    def may_end_early(self) -> bool:
        """Whether hashes that match are all the caller wants to know."""
        return not self.strict and not self.ledger and self.trial is Trial.NONE


class ApiOutcome(Frozen):
    """What came of one API, as it comes back from wherever it was generated.

    ``documents`` are excerpts: what showing the diagnostics takes. ``changes`` and
    ``ledger`` are None where there is none.
    """

    name: str
    settled: Settled
    diagnostics: tuple[Diagnostic, ...] = ()
    documents: Mapping[str, Shown] = field(default_factory=dict[str, Shown])
    ledger: Ledger | None = None
    changes: Changes | None = None


class Outcome(Frozen):
    """What came of a run, API by API in the order of the configuration."""

    apis: tuple[ApiOutcome, ...]

    @property
    def exit_code(self) -> int:
        """0 done, 1 written with errors or stale, 3 nothing written."""
        settled = {api.settled for api in self.apis}
        if settled <= {Settled.NOTHING}:
            return 3
        if not settled.isdisjoint({Settled.STALE, Settled.NOTHING}):
            return 1
        return int(any(has_errors(api.diagnostics) for api in self.apis))
