"""What decoding and encoding cost, against other libraries and generators.

    python -m tests.bench decoding --folder F [--rounds 7] [--only PEER ...] [--write]

JSON bytes become objects, and objects JSON bytes: a job (13 properties, four objects
within), 100 of GitHub's repositories, and 10 MB of both with readings of sensors. Each
library runs in a process and an environment of its own under the folder; a round asks
each of them in turn, and the figures are medians of the rounds' ratios of CPU time.
"""

from __future__ import annotations

import argparse
import datetime
import json
import random
import statistics
import subprocess
import sys
import uuid
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from .decoding_models import KINDS, source
from .decoding_worker import SUBJECTS
from .generation.bench import measured_on
from .page import PAGE, with_part

__all__ = ["PEERS", "Cost", "measure", "table"]

HERE = Path(__file__).parent
SPEC, REPOSITORY = HERE / "decoding.yaml", HERE / "repository.json"
WORKER = HERE / "decoding_worker.py"
OURS = "oasmith"
SIZE = 10_000_000
STEP = 0.1
"""Seconds of CPU time one step of a round takes about, where one call takes less."""

PEERS: Mapping[str, tuple[str, ...]] = {
    OURS: (),
    "oasmith-fast": ("msgspec",),
    "hand": (),
    "openapi-python-client": ("httpx", "attrs", "python-dateutil"),
    "openapi-generator": ("pydantic>=2", "python-dateutil", "urllib3"),
    "cattrs": ("attrs", "cattrs"),
    "mashumaro": ("mashumaro",),
    "pydantic": ("pydantic>=2",),
    "msgspec-dataclasses": ("msgspec",),
    "msgspec-structs": ("msgspec",),
}
"""What is compared, and what its environment holds."""

_NAMED = ("--package-name", "workshop_oag")

GENERATORS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "openapi-python-client": (
        "openapi-python-client",
        ("generate", "--path", "{spec}", "--output-path", "{out}", "--overwrite"),
    ),
    "openapi-generator": (
        "openapi-generator-cli",
        ("generate", "-g", "python", "-i", "{spec}", "-o", "{out}", *_NAMED),
    ),
}

Key: TypeAlias = tuple[str, str, str]
"""A peer, ``decode`` or ``encode``, and a subject."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of CPU time of one call, round by round."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.seconds)

    def over(self, other: Cost) -> float:
        """The median of the rounds' ratios."""
        pairs = zip(self.seconds, other.seconds, strict=True)
        return statistics.median(one / two for one, two in pairs)


def job(chance: random.Random) -> dict[str, Any]:
    """One job."""

    def key() -> str:
        return str(uuid.UUID(int=chance.getrandbits(128), version=4))

    def moment() -> str:
        begin = datetime.datetime(2024, 1, 1)
        made = begin + datetime.timedelta(seconds=chance.randrange(60_000_000))
        return f"{made.isoformat()}Z"

    def place(kind: str) -> dict[str, Any]:
        return {
            "kind": kind,
            "bucket": f"documents-{chance.randrange(1000)}",
            "path": f"incoming/2024/{chance.randrange(100)}/",
            "recursive": chance.random() < 0.5,
            "checked_at": moment(),
        }

    return {
        "id": key(),
        "workflow_id": key(),
        "name": f"nightly run {chance.randrange(1000)}",
        "status": chance.choice(["SCHEDULED", "COMPLETED", "FAILED"]),
        "created_at": moment(),
        "finished_at": moment(),
        "due": moment()[:10],
        "attempts": chance.randrange(5),
        "progress": round(chance.random(), 3),
        "owner": {
            "id": key(),
            "name": chance.choice(["Ada Lovelace", "Zoë Müller", "Iñigo Ångström"]),
            "email": "someone@example.com",
            "since": moment()[:10],
        },
        "source": place("s3"),
        "destination": place("astradb"),
        "statistics": {
            "pages": chance.randrange(1000),
            "files": chance.randrange(100),
            "bytes": chance.randrange(10**10),
            "seconds": round(chance.random() * 1000, 2),
            "notes": ["two pages were empty", "one table was split"],
        },
    }


def repository(chance: random.Random) -> dict[str, Any]:
    """GitHub's example of a repository under another name."""
    name, owner = f"thing-{chance.randrange(10**5)}", f"user{chance.randrange(10**4)}"
    text = REPOSITORY.read_text(encoding="utf-8")
    text = text.replace("Hello-World", name).replace("octocat", owner)
    made: dict[str, Any] = json.loads(text)
    made["id"] = chance.randrange(10**9)
    made["topics"] = ["python", "api", "client"][: chance.randrange(4)]
    for count in ("forks", "forks_count", "open_issues", "size", "watchers"):
        made[count] = chance.randrange(10**4)
    return made


def reading(chance: random.Random) -> dict[str, Any]:
    """What a sensor told."""
    fraction = chance.randrange(101, 1000, 2)
    return {
        "sensor": str(uuid.UUID(int=chance.getrandbits(128), version=4)),
        "taken_at": f"2024-05-{chance.randrange(10, 30)}T04:05:06.{fraction}Z",
        "ok": chance.random() < 0.9,
        "count": chance.randrange(10**6),
        "values": [round(chance.gauss(20, 5), 4) for _ in range(24)],
        "words": ["température", "湿度", "wind"],
        "labels": {"site": f"hall {chance.randrange(9)}", "floor": "3"},
        "remark": None if chance.random() < 0.5 else "moved by hand",
    }


def subjects() -> dict[str, Any]:
    """What is decoded and encoded, the same on each run."""
    chance = random.Random(7)
    everything: dict[str, list[Any]] = {"jobs": [], "repositories": [], "readings": []}
    size = 0
    while size < SIZE:
        block = {
            "jobs": [job(chance) for _ in range(4)],
            "repositories": [repository(chance)],
            "readings": [reading(chance) for _ in range(10)],
        }
        size += len(compact(block))
        for name, items in block.items():
            everything[name] += items
    return {
        "job": job(chance),
        "repositories": {
            "total_count": 100,
            "items": [repository(chance) for _ in range(100)],
        },
        "everything": everything,
    }


def compact(value: Any) -> bytes:
    """JSON as servers write it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def environment(folder: Path, name: str, packages: Sequence[str]) -> Path:
    """The interpreter of an environment that holds the packages; made once."""
    where = folder / "environments" / name
    python = where / "bin" / "python"
    if not (where / "done").exists():
        print(f"installing {name}", file=sys.stderr)
        run(sys.executable, "-m", "venv", str(where))
        if packages:
            run(str(python), "-m", "pip", "install", "-q", *packages)
        (where / "done").touch()
    return python


def run(*command: str) -> None:
    """Run a command to its end, quietly."""
    subprocess.run(command, check=True, capture_output=True, text=True)


def code_of(folder: Path, peer: str) -> Path:
    """The folder on the path of a peer's process, with its classes in it."""
    out = folder / "code" / peer
    if peer in KINDS:
        out.mkdir(parents=True, exist_ok=True)
        schemas = yaml.safe_load(SPEC.read_text())["components"]["schemas"]
        (out / "models.py").write_text(source(schemas, peer))
    elif peer in GENERATORS:
        package, arguments = GENERATORS[peer]
        python = environment(folder, f"{peer}-generator", [package])
        if not out.exists():
            told = [one.format(spec=SPEC, out=out) for one in arguments]
            run(str(python.with_name(package)), *told)
    else:
        told = ["generate", str(SPEC), "--output", str(out), "--package", "workshop"]
        run(sys.executable, "-m", "oasmith", *told)
        return next(out.iterdir())
    return out


class Peer:
    """A library in a process of its own."""

    def __init__(self, folder: Path, name: str) -> None:
        python = environment(folder, name, PEERS[name])
        self._process = subprocess.Popen(
            [str(python), str(WORKER), name, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={"PYTHONPATH": str(code_of(folder, name))},
            text=True,
        )

    def ask(self, *words: object) -> str:
        """Give a task, and wait for the answer."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(" ".join(map(str, words)) + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()

    def __enter__(self) -> Peer:
        """Be closed at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        with self._process:
            pass


def measure(
    folder: Path, names: Sequence[str] = tuple(PEERS), rounds: int = 7
) -> dict[Key, Cost]:
    """The costs of all peers; each subject is decoded and encoded in turn by all.

    Raises:
        ValueError: What a peer encodes is not what it decoded.
    """
    folder.mkdir(parents=True, exist_ok=True)
    folder = folder.resolve()
    for name, value in subjects().items():
        (folder / f"{name}.json").write_bytes(compact(value))
    found: dict[Key, list[float]] = {}
    with ExitStack() as stack:
        peers = {one: stack.enter_context(Peer(folder, one)) for one in names}
        for subject in SUBJECTS:
            for name, peer in peers.items():
                if peer.ask("check", subject, 1) != "True":
                    raise ValueError(f"{name} loses something of {subject}")
            for task in ("decode", "encode"):
                loops = {
                    name: max(1, int(STEP / float(peer.ask(task, subject, 1))))
                    for name, peer in peers.items()
                }
                for _ in range(rounds):
                    for name, peer in peers.items():
                        seconds = float(peer.ask(task, subject, loops[name]))
                        key = name, task, subject
                        found.setdefault(key, []).append(seconds / loops[name])
    return {key: Cost(tuple(seconds)) for key, seconds in found.items()}


def table(costs: Mapping[Key, Cost]) -> str:
    """The costs as a table in Markdown: ratios to OASmith's, which has its time too."""
    columns = [(task, one) for one in SUBJECTS for task in ("decode", "encode")]
    titles = " | ".join(f"{subject}, {task}" for task, subject in columns)
    lines = [f"| | {titles} |", "|---|" + "---:|" * len(columns)]
    for name in dict.fromkeys(peer for peer, _, _ in costs):
        cells = []
        for task, subject in columns:
            cost, ours = costs[name, task, subject], costs[OURS, task, subject]
            shown = f"{cost.over(ours):.2f}"
            cells.append(f"1 ({_time(cost.median)})" if name == OURS else shown)
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _time(seconds: float) -> str:
    if seconds < 1e-3:
        return f"{seconds * 1e6:.1f} µs"
    return f"{seconds * 1e3:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def main() -> None:
    """Read the arguments, measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", nargs="*", default=list(PEERS))
    parser.add_argument("--write", action="store_true", help="write performance.md")
    asked = parser.parse_args()
    names = [OURS, *(one for one in asked.only if one != OURS)]
    made = table(measure(asked.folder, names, asked.rounds))
    print(made)
    if asked.write:
        page = PAGE.read_text(encoding="utf-8")
        text = f"{made}\nMedians of {asked.rounds}.\n\n{measured_on()}"
        PAGE.write_text(with_part(page, "decoding", text), encoding="utf-8")


if __name__ == "__main__":
    main()
