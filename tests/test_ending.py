"""Runs and their processes that are ended from outside: nothing is half done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest

from oasmith.config.model import ApiConfig, Config
from oasmith.ending import Terminated, held_back, terminable
from oasmith.outcome import Outcome, Settled, Wishes
from oasmith.processes import processes
from oasmith.run import generate, run

from .support.processes import clean_environment

pytestmark = pytest.mark.skipif(os.name == "nt", reason="these are POSIX signals")

ROOT = Path(__file__).parents[1]
P = ParamSpec("P")
T = TypeVar("T")


def test_the_first_signal_is_an_exception_and_the_next_waits() -> None:
    before = signal.getsignal(signal.SIGTERM)
    undone = False
    with pytest.raises(Terminated) as told, terminable():
        try:
            signal.raise_signal(signal.SIGTERM)
        finally:
            signal.raise_signal(signal.SIGTERM)
            undone = True
    assert undone
    assert told.value.number == signal.SIGTERM
    assert signal.getsignal(signal.SIGTERM) == before


def test_the_signals_of_others_are_theirs() -> None:
    came: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, frame: came.append(number))
    try:
        with terminable():
            signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert came == [signal.SIGTERM]


def test_a_signal_that_is_held_back_comes_afterwards() -> None:
    reached = False
    with pytest.raises(Terminated), terminable():
        with held_back():
            signal.raise_signal(signal.SIGTERM)
            reached = True
        raise AssertionError("nothing came")
    assert reached


def work(folder: Path, name: str) -> str:
    """Begins, and undoes what it has begun once it is told to end."""
    begun = folder / f"{name}.part"
    begun.write_text(str(os.getpid()))
    begun.rename(folder / f"{name}.begun")
    try:
        time.sleep(60)
    finally:
        (folder / f"{name}.undone").write_text("")
    return name


def test_a_process_that_is_told_to_end_undoes_what_it_has_begun(tmp_path: Path) -> None:
    with processes(2) as executor:
        assert executor is not None
        futures: list[Future[str]] = []
        for name in ("one", "other"):
            futures.append(executor.submit(work, tmp_path, name))
            await_file(tmp_path / f"{name}.begun")
        os.kill(int((tmp_path / "one.begun").read_text()), signal.SIGTERM)
        for future in futures:
            with pytest.raises(BrokenExecutor):
                future.result(timeout=30)
    # The pool tells the other to end, too.
    assert (tmp_path / "one.undone").is_file()
    assert (tmp_path / "other.undone").is_file()


def test_processes_left_by_an_exception_undo_what_they_have_begun(
    tmp_path: Path,
) -> None:
    with pytest.raises(KeyboardInterrupt), processes(2) as executor:
        assert executor is not None
        executor.submit(work, tmp_path, "one")
        await_file(tmp_path / "one.begun")
        raise KeyboardInterrupt
    assert (tmp_path / "one.undone").is_file()


def await_file(path: Path) -> None:
    until = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < until
        time.sleep(0.01)


SCRIPT = """
import os, signal, sys
signal.signal(signal.SIGTERM, signal.SIG_DFL)
from oasmith.cli import main
from oasmith.emit import write
from oasmith.source.files import move
left = [int(sys.argv.pop(1))]
def moved(path, target):
    move(path, target)
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), signal.SIGTERM)
write.move = moved
main()
"""


@pytest.mark.parametrize("moves", [1, 2, 40])
def test_a_client_is_not_left_half_written(moves: int, tmp_path: Path) -> None:
    spec = ROOT / "tests/cases/operations/servers/spec.yaml"
    command = [sys.executable, "-c", SCRIPT, str(moves), "generate", str(spec)]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=clean_environment({"PYTHONPATH": str(ROOT / "generator")}),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 143, done.stderr
    assert done.stderr == "terminated; no client is half-written\n"
    assert list(tmp_path.iterdir()) == []


class Ending(Executor):
    """Runs one thing; then its process is ended by the system."""

    def __init__(self) -> None:
        self._has_run = False

    def submit(
        self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        future: Future[T] = Future()
        if self._has_run:
            future.set_exception(BrokenExecutor("ended"))
        else:
            future.set_result(fn(*args, **kwargs))
        self._has_run = True
        return future


class Ended(Executor):
    """Takes nothing any more."""

    def submit(
        self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        raise BrokenExecutor("ended")


def configured(folder: Path) -> Config:
    """Two APIs; the second is the larger, with which an executor begins."""
    text = (ROOT / "tests/cases/operations/servers/spec.yaml").read_text("utf-8")
    apis: list[ApiConfig] = []
    for number, name in enumerate(("one", "two")):
        spec = folder / f"{name}.yaml"
        spec.write_text(text + "# larger\n" * number, "utf-8")
        apis.append(ApiConfig(name, spec, folder / "out", name))
    return Config(tuple(apis), folder)


def told(outcome: Outcome) -> list[tuple[str, Settled, list[str]]]:
    return [
        (one.name, one.settled, [each.code for each in one.diagnostics])
        for one in outcome.apis
    ]


def test_an_api_whose_process_was_ended_says_so_and_the_others_are_told(
    tmp_path: Path,
) -> None:
    outcome = generate(configured(tmp_path), executor=Ending())
    one, two = told(outcome)
    assert one == ("one", Settled.NOTHING, ["OUT010"])
    assert two[:2] == ("two", Settled.WRITTEN)
    assert outcome.exit_code == 1


def test_where_all_processes_were_ended_nothing_is_written(tmp_path: Path) -> None:
    outcome = generate(configured(tmp_path), executor=Ended())
    assert [codes for _, _, codes in told(outcome)] == [["OUT010"], ["OUT010"]]
    assert outcome.exit_code == 3


def test_outcomes_are_noted_though_nobody_asks_for_them(tmp_path: Path) -> None:
    noted: list[str] = []
    config = configured(tmp_path)
    with ThreadPoolExecutor(1) as executor:
        outcomes = run(config, Wishes(), executor, lambda one: noted.append(one.name))
        next(outcomes)
    assert sorted(noted) == ["one", "two"]
