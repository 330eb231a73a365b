"""How much is generated, and whether it can be imported."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.bench.figures import NONE, megabytes, some_of_each
from tests.bench.generation.bench import Bench, Known, Result, Section
from tests.bench.generation.chosen import LARGE, large, operations, small
from tests.bench.generation.installed import client_home
from tests.bench.generation.output import verdict
from tests.bench.generation.tools import OASMITH, PEERS, Tool
from tests.sweep.corpus import Spec
from tests.sweep.markdown import table

__all__ = ["SECTION"]

TOOLS = (OASMITH, *PEERS)
SMALL = "small"
LONGEST = 120
"""So much is shown of what an import said."""


def _measure(bench: Bench, known: Known) -> Iterator[Result]:
    """Peers' clients are those that the sections of cold runs have left."""
    found = [(SMALL, spec) for spec in small(bench.folder)]
    for column, spec in (*found, *large(bench.folder).items()):
        seen = [one for one in TOOLS if one is OASMITH or bench.is_tried(one, spec)]
        held = known.get(spec.name, {"seen": []})["seen"]
        if held != [tool.name for tool in seen]:
            yield {**_one(bench, spec, seen), "column": column}
    homes = {tool.name: client_home(tool, bench.folder).home for tool in TOOLS}
    needs = {name: _below(home / "lib") for name, home in homes.items()}
    yield {"name": "needs", "column": "needs", "bytes": needs}


def _one(bench: Bench, spec: Spec, seen: Sequence[Tool]) -> Result:
    made = [tool for tool in seen if bench.is_made(tool, spec)]
    with ThreadPoolExecutor(2) as pool:
        looks = list(pool.map(lambda tool: verdict(bench, tool, spec), made))
    clients = {tool.name: look for tool, look in zip(made, looks, strict=True)}
    modules = bench.out(PEERS[0], spec).glob("client/*/api/*/*.py")
    return {
        "name": spec.name,
        "operations": operations(spec.path),
        "peer_operations": sum(path.stem != "__init__" for path in modules),
        "seen": [tool.name for tool in seen],
        "clients": clients,
    }


def _below(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _show(known: Known) -> str:
    results = [one for one in known.values() if one["column"] != "needs"]
    columns = [
        name
        for name in (SMALL, *LARGE)
        if any(one["column"] == name for one in results)
    ]
    by = {name: [o for o in results if o["column"] == name] for name in columns}
    names = [tool.name for tool in TOOLS]
    imports = [(name, *(_imports(by[one], name) for one in columns)) for name in names]
    lines = [_lines(by, name, name) for name in names]
    lines.insert(1, _lines(by, OASMITH.name, "OASmith without its runtime", "runtime"))
    needs = known["needs"]["bytes"]
    installed = [_installed(by[SMALL], name, needs[name]) for name in names]
    return "\n".join(
        (
            "Clients all of whose modules import, of those made, of those tried:\n",
            table(("", *columns), imports),
            "Lines and bytes of Python per operation of the description:\n",
            table(("", *columns), lines),
            _peers_own(by, columns),
            "Bytes of a small client, source and bytecode, in the median, and of what"
            " it needs:\n",
            table(("", "client", "needs"), installed),
            "What does not import:\n",
            some_of_each(_problems(results)),
        )
    )


def _imports(results: Sequence[Result], tool: str) -> str:
    made = [one["clients"][tool] for one in results if tool in one["clients"]]
    good = sum(one["imports"] for one in made)
    tried = sum(tool in one["seen"] for one in results)
    if not tried:
        return NONE
    return f"{good} of {len(made)} of {tried}"


def _lines(
    by: dict[str, list[Result]], tool: str, shown: str, without: str = ""
) -> tuple[str, ...]:
    cells = []
    for results in by.values():
        held = [one for one in results if tool in one["clients"]]
        count = sum(one["operations"] for one in held)
        if not count or any("lines" not in one["clients"][tool] for one in held):
            cells.append(NONE)
            continue
        found = {
            unit: sum(
                one["clients"][tool][unit]
                - (one["clients"][tool][without][unit] if without else 0)
                for one in held
            )
            for unit in ("lines", "bytes")
        }
        cells.append(f"{found['lines'] / count:,.0f}, {found['bytes'] / count:,.0f} B")
    return (shown, *cells)


def _peers_own(by: dict[str, list[Result]], columns: Sequence[str]) -> str:
    """openapi-python-client leaves out operations; its lines for those it made."""
    name = PEERS[0].name
    told = []
    for column in columns:
        held = [one for one in by[column] if name in one["clients"]]
        made = sum(one["peer_operations"] for one in held)
        lines = sum(one["clients"][name].get("lines", 0) for one in held)
        if made:
            whole = sum(one["operations"] for one in held)
            told.append(f"{column}: {made:,} of {whole:,}, {lines / made:,.0f} lines")
    return (
        f"{name} leaves operations out; those that it makes, and its lines for each of"
        f" them: {'; '.join(told)}.\n"
    )


def _installed(results: Sequence[Result], tool: str, needs: int) -> tuple[str, ...]:
    held = [one["clients"][tool] for one in results if tool in one["clients"]]
    sizes = [one["bytes"] + one["bytecode"] for one in held if "bytes" in one]
    if not sizes:
        return (tool, NONE, megabytes(needs))
    return (tool, f"{statistics.median(sizes) / 1000:,.0f} kB", megabytes(needs))


def _problems(results: Sequence[Result]) -> dict[str, list[str]]:
    """What is wrong with the clients of each tool that do not import."""
    found: dict[str, list[str]] = {}
    for one in results:
        for tool, client in one["clients"].items():
            if not client["imports"]:
                told = f"{one['name']}: {client['problem'][:LONGEST]}"
                found.setdefault(tool, []).append(told)
    return found


SECTION = Section(
    "size", "size of the clients, and whether they import", 4, _measure, _show
)
