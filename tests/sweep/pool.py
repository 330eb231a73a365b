"""Worker processes side by side, each killed when one description takes too long."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import asdict
from queue import SimpleQueue
from threading import Timer
from typing import Any

from tests.support.wheels import ROOT
from tests.sweep.corpus import Spec
from tests.sweep.one import Part, Result

COMMAND = [sys.executable, "-m", "tests.sweep.worker"]


class Worker:
    """A process that is started when it is first needed, and again after it died."""

    def __init__(self, patience: float, part: Part) -> None:
        self._patience = patience
        self._part = part.value
        self._process: subprocess.Popen[str] | None = None

    def ask(self, spec: Spec) -> dict[str, Any]:
        """The result for ``spec``; that of a process that died says so."""
        process = self._process or self._start()
        timer = Timer(self._patience, process.kill)
        timer.start()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            told = {
                "name": spec.name,
                "path": str(spec.path),
                "part": self._part,
            }
            process.stdin.write(json.dumps(told) + "\n")
            process.stdin.flush()
            answer = process.stdout.readline()
        except OSError:
            answer = ""
        finally:
            in_time = timer.is_alive()
            timer.cancel()
        if answer:
            found: dict[str, Any] = json.loads(answer)
            return found
        self.close()
        why = "the process died" if in_time else f"took over {self._patience:.0f} s"
        return asdict(Result(spec.name, "crashed" if in_time else "timed out", why))

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            with suppress(OSError):
                self._process.kill()
            self._process.wait()
            self._process = None

    def _start(self) -> subprocess.Popen[str]:
        self._process = subprocess.Popen(
            COMMAND,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        return self._process


def swept(
    specs: Iterable[Spec], jobs: int, patience: float, part: Part
) -> Iterator[dict[str, Any]]:
    """The results in the order in which they come, ``jobs`` at a time.

    A description that takes over ``patience`` seconds is given up.
    """
    workers = [Worker(patience, part) for _ in range(jobs)]
    idle: SimpleQueue[Worker] = SimpleQueue()
    for worker in workers:
        idle.put(worker)

    def ask(spec: Spec) -> dict[str, Any]:
        worker = idle.get()
        try:
            return worker.ask(spec)
        finally:
            idle.put(worker)

    threads = ThreadPoolExecutor(jobs)
    try:
        futures = [threads.submit(ask, spec) for spec in specs]
        for future in as_completed(futures):
            yield future.result()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            worker.close()
