"""One run of the command in which each stage is timed; prints JSON.

Run by the interpreter that the generator is installed for, which has not these tests:
``python -I stages_child.py SPEC FOLDER``. A stage's time is without that of the stages
in it, and with that of processes it started and waited for.
"""

from __future__ import annotations

import functools
import importlib
import json
import resource
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

STAGES = {
    "parse": ("openapi.description.load",),
    "references": ("openapi.description.link", "prepare.check_description"),
    "structure": ("openapi.description.check_structure",),
    "upgrade": ("openapi.description.upgrade", "openapi.description.with_more_paths"),
    "lower": ("prepare.lower",),
    "paging, waiting": (
        *("prepare.report_patterns", "prepare.with_waiters", "prepare.paged"),
        "prepare.check_names",
    ),
    "names": ("prepare.assign",),
    "layout": ("prepare.arrange",),
    "sources": ("emit.render._standing", "emit.render._sourced"),
    "views": ("emit.render._viewed",),
    "render": ("emit.project.render",),
    "what is too wide": ("emit.project.format_files",),
    "black": ("emit.format._black",),
    "proof": ("emit.render.prove", "emit.project.prove_layout"),
    "plan": ("pipeline.inputs_of", "emit.write.make_plan"),
    "write": ("emit.write.apply", "pipeline.remember"),
    "telling": ("cli.say.render_text",),
}
"""The functions of each stage, where the one that calls them looks them up."""

ROUNDS = 5


def clock() -> float:
    """CPU seconds of this process and of those it has waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + used.ru_utime + used.ru_stime


class Stopwatch:
    """Tells how long each stage took by itself."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._inner: list[float] = []

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time put down to a stage."""

        @functools.wraps(function)
        def run(*arguments: Any, **named: Any) -> Any:
            made = self._timed(stage, lambda: function(*arguments, **named))
            return self._each(stage, made) if isinstance(made, Generator) else made

        return run

    def _each(self, stage: str, made: Iterator[Any]) -> Iterator[Any]:
        """What a function makes one by one: its time is taken when it is asked."""
        end = object()
        while (one := self._timed(stage, lambda: next(made, end))) is not end:
            yield one

    def _timed(self, stage: str, function: Callable[[], Any]) -> Any:
        self._inner.append(0.0)
        began = clock()
        try:
            return function()
        finally:
            whole = clock() - began
            self.seconds[stage] += whole - self._inner.pop()
            if self._inner:
                self._inner[-1] += whole

    def watch(self) -> None:
        """Time every stage of the generator from now on.

        Raises:
            AttributeError: A stage is no longer where it was.
        """
        for stage, places in STAGES.items():
            for place in places:
                module, _, name = f"oasmith.{place}".rpartition(".")
                home = importlib.import_module(module)
                setattr(home, name, self.timed(stage, getattr(home, name)))


def floor(spec: Path, made: Path, copy: Path) -> float:
    """What reading the description and writing the files alone takes."""
    texts = [path.read_bytes() for path in made.rglob("*") if path.is_file()]
    found: list[float] = []
    for turn in range(ROUNDS):
        folder = copy / str(turn)
        folder.mkdir(parents=True)
        began = clock()
        json.loads(spec.read_bytes())
        for number, text in enumerate(texts):
            (folder / str(number)).write_bytes(text)
        found.append(clock() - began)
    return statistics.median(found)


def main() -> None:
    spec, folder = (Path(one) for one in sys.argv[1:])
    start = importlib.import_module("oasmith.cli.start")
    watch = Stopwatch()
    watch.watch()
    started = clock()
    sys.argv = ["oasmith", "generate", str(spec), "--output", str(folder / "made")]
    code = start.code_of_command()
    seconds = {**watch.seconds, "start-up": started, "total": clock()}
    seconds["floor"] = floor(spec, folder / "made", folder / "copy")
    print(json.dumps({"code": code, "seconds": seconds}))


if __name__ == "__main__":
    main()
