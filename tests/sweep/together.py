"""Several descriptions whose packages are imported by one process, which is quick."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from pathlib import Path

from tests.sweep.corpus import Spec
from tests.sweep.generating import Written, package_name
from tests.sweep.one import Result, compare, generate, probe, read_through

__all__ = ["sweep_together"]


def sweep_together(specs: Sequence[Spec], folder: Path) -> list[Result]:
    """What came of each description; the projects are left in ``folder``.

    Raises:
        ProgramError: A package could not be imported; the text says which.
    """
    results = [Result(spec.name) for spec in specs]
    made: list[tuple[Result, Spec, Written]] = []
    for result, spec in zip(results, specs, strict=True):
        package = package_name(spec.name)
        try:
            written = generate(result, spec.path, folder / package, package)
        except Exception:
            result.why = traceback.format_exc()[-1200:]
            continue
        if written.state == "written":
            made.append((result, spec, written))
    packages = [package_name(spec.name) for _, spec, _ in made]
    held = probe(packages, [folder / one for one in packages])
    for (result, spec, written), one in zip(made, held, strict=True):
        result.state = "imported"
        compare(result, spec.path, one, written)
        package = package_name(spec.name)
        read_through(result, spec.path, folder / package / package, written)
    return results
