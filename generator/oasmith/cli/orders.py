"""What generate and check are told, and doing it."""

from __future__ import annotations

from pathlib import Path

from ..outcome import Edited, Trial, Wishes
from ..source.values import Frozen
from .generate import Asked, check_all, generate_all
from .progress import no_progress, show_progress
from .say import Format, Said

__all__ = ["Check", "Generate"]


class Generate(Frozen):
    """The arguments and options of ``oasmith generate``, by their names."""

    specs: tuple[Path, ...] = ()
    output: Path | None = None
    package: str | None = None
    config: Path | None = None
    jobs: int = 1
    force: bool = False
    strict: bool = False
    prove: bool = False
    report: Path | None = None
    diagnostics: Format = Format.TEXT
    no_progress: bool = False

    def done(self) -> int:
        """Generate, and return the exit code. Raises Misuse."""
        asked = Asked(self.specs, self.output, self.package, self.config)
        wishes = Wishes(
            edited=Edited.OVERWRITE if self.force else Edited.KEEP,
            strict=self.strict,
            trial=Trial.FULL if self.prove else Trial.NONE,
            ledger=self.report is not None,
        )
        progress = no_progress if self.no_progress else show_progress
        said = Said(self.diagnostics, progress)
        outcome = generate_all(asked, said, wishes, self.jobs, self.report)
        return 3 if outcome is None else outcome.exit_code or said.exit_code


class Check(Frozen):
    """The arguments and options of ``oasmith check``, by their names."""

    specs: tuple[Path, ...] = ()
    config: Path | None = None
    diagnostics: Format = Format.TEXT

    def done(self) -> int:
        """Check, and return the exit code. Raises Misuse."""
        asked = Asked(self.specs, None, None, self.config)
        return check_all(asked, Said(self.diagnostics))
