"""The sections of the page that others than the sweep have the numbers of.

``python -m tests.soak`` and ``python -m tests.conformance`` leave them in the sweep's
folder; what was not run has no section.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.support.wheels import ROOT
from tests.sweep.markdown import cell, table

__all__ = ["CONFORMANCE", "FOLDER", "SOAK", "proofs"]

FOLDER = ROOT / ".sweep"
SOAK = "soak.json"
CONFORMANCE = "conformance.json"


def proofs(folder: Path) -> list[str]:
    """A section for each file of results that there is."""
    made = []
    for name, section in ((CONFORMANCE, requests), (SOAK, soaks)):
        path = folder / name
        if path.is_file():
            made.append(section(json.loads(path.read_text("utf-8"))))
    return made


def requests(results: Sequence[Mapping[str, Any]]) -> str:
    """What Prism thought of the requests."""
    rows = [
        (
            one["name"],
            one["operations"],
            one["calls"],
            len(one["violations"]),
            len(one["explained"]),
            len(one["unmade"]) + len(one["unsuited"]),
        )
        for one in results
    ]
    sums = [sum(row[at] for row in rows) for at in range(1, 6)]
    head = ("description", "operations", "calls", "violations", "explained", "not made")
    return (
        "## Requests\n\nEvery operation was called with what is required, and with"
        " everything set, in sync and\nasync; Prism held each request against the"
        " description. A call is not made where no\nvalue is known that fits its"
        " schema.\n\n"
        + table(head, [*rows, ("all", *sums)])
        + "\n"
        + "\n".join(_reasons(results))
    )


def _reasons(results: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Why some violations are no fault of a request."""
    counts = Counter(reason for one in results for reason in one["explained"])
    if counts:
        rows = [(cell(reason), count) for reason, count in sorted(counts.items())]
        yield table(("explained", "calls"), rows)
    for one in results:
        for text in (*one["violations"], *one["unmade"], *one["unsuited"]):
            yield f"- {one['name']}: `{cell(text)}`\n"


def soaks(results: Mapping[str, Mapping[str, Any]]) -> str:
    """What came of thousands of calls."""
    modes = list(results)
    names = [name for name, _ in results[modes[0]]["rows"]]
    values = {mode: dict(results[mode]["rows"]) for mode in modes}
    rows = [(name, *(values[mode].get(name, "") for mode in modes)) for name in names]
    faults = sorted({kind for one in results.values() for kind in one["faults"]})
    met = [
        (kind, *(results[mode]["faults"].get(kind, 0) for mode in modes))
        for kind in faults
    ]
    wrong = [f"- {cell(one)}\n" for mode in modes for one in results[mode]["wrong"]]
    return (
        "## Soak\n\n`python -m tests.soak`: calls of every kind against a server that"
        " counts what it carries out,\nso that a call that was lost, or sent twice that"
        " must not be, is seen.\n\n"
        + table(("", *modes), rows)
        + "\nThe faults, and how many calls met them:\n\n"
        + table(("fault", *modes), met)
        + "".join(["\n", *wrong] if wrong else [])
    )
