"""What a call of a generated client costs over raw httpx2 doing the same.

    python -m tests.bench.overhead [--rounds 41] [--calls 100]

Both ask one server, in a process of its own on loopback, for the same small JSON with
the same headers, by turns: a round is so many calls of one, so many of the other, and
the result is the median of the rounds' ratios. The raw client parses the JSON; the
generated one also checks it and makes a model of it.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

from oasmith import ApiConfig, Config, generate

SPEC = Path(__file__).parents[2] / "specs" / "unstructured-platform.yaml"
PACKAGE = "unstructured_platform"
JOB = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"
KEY = "a-key-of-some-length"
WARMING = 50


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of wall-clock and of CPU time."""

    wall: float
    cpu: float


def cost_of(call: Callable[[], object], calls: int) -> Cost:
    """What so many calls cost."""
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(calls):
        call()
    return Cost(time.perf_counter() - wall, time.process_time() - cpu)


@contextmanager
def server() -> Iterator[str]:
    """The address of a server in another process."""
    script = Path(__file__).with_name("fixed_answer.py")
    with subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        finally:
            process.terminate()


def generated(folder: Path) -> Any:
    """The package of the description, generated now and imported."""
    api = ApiConfig("unstructured-platform", SPEC, folder, PACKAGE)
    outcome = generate(Config((api,), folder))
    assert outcome.exit_code in (0, 1), outcome
    sys.path.insert(0, str(folder / "unstructured-platform"))
    return importlib.import_module(PACKAGE)


def calls_of(package: Any, url: str) -> tuple[Callable[[], Any], Callable[[], Any]]:
    """A call of the raw client, and the same of the generated one."""
    client = package.Client(api_key=KEY, base_url=url)
    sent = client.raw.jobs.get(JOB).request.headers
    headers = {"Accept": sent["accept"], "User-Agent": sent["user-agent"]}
    raw = httpx2.Client(
        headers={**headers, "unstructured-api-key": KEY}, timeout=httpx2.Timeout(60)
    )

    def by_hand() -> Any:
        return json.loads(raw.get(f"{url}/api/v1/jobs/{JOB}").content)

    def by_client() -> Any:
        return client.jobs.get(JOB)

    return by_hand, by_client


def measure(rounds: int, calls: int) -> list[tuple[Cost, Cost]]:
    """The costs of both clients, round by round."""
    with tempfile.TemporaryDirectory() as folder, server() as url:
        by_hand, by_client = calls_of(generated(Path(folder)), url)
        assert str(by_client().id) == by_hand()["id"] == JOB
        for call in (by_hand, by_client):
            cost_of(call, WARMING)
        gc.collect()
        return [
            (cost_of(by_hand, calls), cost_of(by_client, calls)) for _ in range(rounds)
        ]


def report(costs: list[tuple[Cost, Cost]]) -> None:
    """Print the medians, and between which ratios the middle half of the rounds is."""
    for name, ratios in (
        ("wall-clock", sorted(client.wall / hand.wall for hand, client in costs)),
        ("CPU", sorted(client.cpu / hand.cpu for hand, client in costs)),
    ):
        low, middle, high = (one - 1 for one in statistics.quantiles(ratios, n=4))
        print(
            f"{name:10} {middle:+.1%}  (half of the rounds: {low:+.1%} to {high:+.1%})"
        )


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=41)
    parser.add_argument("--calls", type=int, default=100)
    asked = parser.parse_args()
    report(measure(asked.rounds, asked.calls))


if __name__ == "__main__":
    main()
