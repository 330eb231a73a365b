"""What a program pays for a generated client before, and with, its first call."""

from __future__ import annotations

import compileall
import json
import statistics
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figures import times
from tests.bench.generation.bench import Bench, Known, Result, Section
from tests.bench.generation.chosen import large
from tests.bench.generation.installed import Installed, client_home
from tests.bench.generation.tools import OASMITH
from tests.bench.overhead import server
from tests.bench.timed import timed
from tests.support.processes import run
from tests.support.wheels import ROOT
from tests.sweep.markdown import table

__all__ = ["SECTION"]

ROUNDS = 21
ADDRESS = "http://127.0.0.1:1"
"""Where nobody is called."""

TOLD = """
import json, sys
bare = set(sys.modules)
{construct}
new = [name for name in sys.modules if name not in bare]
print(json.dumps(new))
"""

FEWER = """
import importlib, json
for name in json.loads({names!r}):
    importlib.import_module(name)
"""

RAW = """
import json, httpx2
with httpx2.Client() as client:
    json.loads(client.get({url!r}).content)
"""


@dataclass(frozen=True, slots=True)
class Client:
    """A generated package, how its client is made and a call of it."""

    name: str
    package: str
    arguments: str
    call: str

    def construct(self, url: str) -> str:
        """A program that makes a client and calls nobody."""
        made = f"{self.package}.Client({self.arguments}base_url={url!r})"
        return f"import {self.package}\nclient = {made}\n"


CLIENTS = (
    Client("GitHub's", "github", "", "emojis.get()"),
    Client(
        "Wasabi AiR's",
        "wasabi_air",
        "access_key='a', secret_key='b', ",
        "jobs.get('67345137bcb6dce44b35a6a6281711e7')",
    ),
    Client(
        "Unstructured's",
        "unstructured_platform",
        "api_key='a', ",
        "jobs.get('6f9619ff-8b86-4d01-b42d-00cf4fc964ff')",
    ),
)


def _generate(bench: Bench) -> Path:
    """The packages of all clients, compiled, in one folder."""
    folder = bench.folder / "import"
    (folder / "config").mkdir(parents=True, exist_ok=True)
    config = folder / "config" / "oasmith.toml"
    spec = json.dumps(str(large(bench.folder)["GitHub"].path))
    config.write_text(f"[apis.github]\nspec = {spec}\n", encoding="utf-8")
    for file in (config, ROOT / "pyproject.toml"):
        asked = ("--config", str(file), "--output", str(folder / "made"))
        done = bench.run(OASMITH, ("oasmith", "generate", "--force", *asked))
        assert done.code in OASMITH.good, done.said
    compileall.compile_dir(folder / "made", quiet=2)
    return folder / "made"


def _measure(bench: Bench, known: Known) -> Iterator[Result]:
    todo = [one for one in CLIENTS if one.name not in known]
    if not todo:
        return
    made = _generate(bench)
    home = client_home(OASMITH, bench.folder)
    with server() as url:
        for client in todo:
            project = next(made.glob(f"*/{client.package}")).parent
            environment = {**home.environment(), "PYTHONPATH": str(project)}
            told = TOLD.format(construct=client.construct(ADDRESS))
            names: list[str] = json.loads(
                run([home.python, "-c", told], environment=environment)
            )
            yield {
                "name": client.name,
                "modules": names,
                "package": client.package,
                "cpu": _costs(
                    home, _programs(client, names, url), environment, bench.folder
                ),
            }


def _programs(client: Client, names: list[str], url: str) -> dict[str, str]:
    """What is run by turns; ``names`` are the modules that making a client loads."""
    others = [one for one in names if one.partition(".")[0] != client.package]
    return {
        "nothing": "pass",
        "others": FEWER.format(names=json.dumps(others)),
        "client": client.construct(ADDRESS),
        "raw": RAW.format(url=url),
        "call": f"{client.construct(url)}client.{client.call}\n",
    }


def _costs(
    home: Installed,
    programs: Mapping[str, str],
    environment: Mapping[str, str],
    folder: Path,
) -> dict[str, list[float]]:
    """The CPU of each program, round by round."""
    found: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(ROUNDS):
        for name, program in programs.items():
            done = timed(
                [home.python, "-c", program],
                environment=environment,
                folder=folder,
                patience=60,
            )
            assert done.code == 0, done.said
            found[name].append(done.cpu)
    return found


def _show(known: Known) -> str:
    rows = [_row(known[one.name]) for one in CLIENTS if one.name in known]
    head = (
        "",
        "modules of its own",
        "others",
        "of importing the others",
        "both less the interpreter",
        "first call, of a raw one's",
        "client, CPU",
        "call, CPU",
    )
    return table(head, rows) + f"\nMedians of {ROUNDS} fresh processes of each kind.\n"


def _row(one: Result) -> tuple[object, ...]:
    cpu = one["cpu"]
    own = sum(name.partition(".")[0] == one["package"] for name in one["modules"])
    return (
        one["name"],
        own,
        len(one["modules"]) - own,
        times(_ratio(cpu["client"], cpu["others"])),
        times(
            _above(cpu["client"], cpu["nothing"])
            / _above(cpu["others"], cpu["nothing"])
        ),
        times(_ratio(cpu["call"], cpu["raw"])),
        f"{1000 * statistics.median(cpu['client']):.0f} ms",
        f"{1000 * statistics.median(cpu['call']):.0f} ms",
    )


def _ratio(over: list[float], under: list[float]) -> float:
    pairs = zip(over, under, strict=True)
    return statistics.median(one / other for one, other in pairs)


def _above(whole: list[float], start: list[float]) -> float:
    """What a program takes beyond the start of the interpreter."""
    return statistics.median(whole) - statistics.median(start)


SECTION = Section("client", "importing and first using a client", 2, _measure, _show)
