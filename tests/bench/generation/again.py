"""A second run over GitHub's description: nothing changed, and one line changed."""

from __future__ import annotations

import hashlib
import shutil
import statistics
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.figures import times
from tests.bench.generation.bench import ALONE, Bench, Known, Result, Section
from tests.bench.generation.chosen import large
from tests.bench.generation.tools import OASMITH
from tests.bench.timed import Run, timed
from tests.support.processes import run
from tests.sweep.markdown import table

__all__ = ["CHANGES", "CHECK", "LINE", "differing"]

ROUNDS = 5
CONFIG = 'output = "out"\n\n[apis.github]\nspec = "github.json"\n'
HOOKS = """\
repos:
  - repo: local
    hooks:
      - id: hook
        name: hook
        language: system
        entry: "ENTRY"
        pass_filenames: false
"""
GENERATE = ("oasmith", "generate", "--no-progress")


def _one_word(text: str) -> str:
    """A word more in what is said of the first operation."""
    return text.replace('"summary": "', '"summary": "Now: ', 1)


def _one_type(text: str) -> str:
    """A number where the first integer of the first schema was."""
    start = text.index('\n    "schemas": {')
    changed = text[start:].replace('"type": "integer"', '"type": "number"', 1)
    return text[:start] + changed


def _one_field(text: str) -> str:
    """A property more in the first schema that has any; on a line of its own."""
    start = text.index('\n    "schemas": {')
    head = '"properties": {\n'
    more = head + '          "added_by_the_benchmark": {"type": "string"},\n'
    return text[:start] + text[start:].replace(head, more, 1)


SECOND_RUNS = {
    "check": "`oasmith check`",
    "generate": "`oasmith generate`",
    "hook": "pre-commit with `oasmith check` as its hook",
    "no hook": "pre-commit with a hook that does nothing",
}

CHANGES: dict[str, Callable[[str], str]] = {
    "a word of a summary": _one_word,
    "the type of a property": _one_type,
    "a property more": _one_field,
}
"""Each changes one line, or adds one."""


def differing(
    before: dict[str, tuple[int, str]], after: dict[str, tuple[int, str]]
) -> tuple[int, int]:
    """How many files were written, and how many of all differ."""
    names = {*before, *after}
    told = [(before.get(name), after.get(name)) for name in names]
    written = sum(one is None or two is None or one[0] != two[0] for one, two in told)
    changed = sum(one is None or two is None or one[1] != two[1] for one, two in told)
    return written, changed


def _project(bench: Bench) -> Path:
    """A folder with a configuration and GitHub's description."""
    folder = bench.folder / "again"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "oasmith.toml").write_text(CONFIG, encoding="utf-8")
    shutil.copy(large(bench.folder)["GitHub"].path, folder / "github.json")
    return folder


def _hooked(bench: Bench, folder: Path, entry: str) -> list[Run]:
    """Runs of pre-commit over all files, with one hook."""
    config = HOOKS.replace("ENTRY", entry)
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    run(["git", "init", "--quiet"], folder=folder)
    run(["git", "add", "--all"], folder=folder)
    environment = bench.installed(OASMITH).environment()
    return [
        timed(
            [sys.executable, "-m", "pre_commit", "run", "--all-files"],
            environment={**environment, "PRE_COMMIT_HOME": str(folder / ".git/hooked")},
            folder=folder,
            patience=ALONE,
        )
        for _ in range(ROUNDS)
    ]


def _run(bench: Bench, folder: Path, *command: str) -> Run:
    home = bench.installed(OASMITH)
    program, *arguments = command
    return timed(
        [home.programs / program, *arguments],
        environment=home.environment(),
        folder=folder,
        patience=ALONE,
    )


def _state(folder: Path) -> dict[str, tuple[int, str]]:
    """When each file was written, and what is in it; the record is no output."""
    return {
        path.relative_to(folder).as_posix(): (
            path.stat().st_mtime_ns,
            hashlib.sha256(path.read_bytes()).hexdigest(),
        )
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".oasmith.json"
    }


def _measure_check(bench: Bench, known: Known) -> Iterator[Result]:
    if "check" in known:
        return
    folder = _project(bench)
    cold = _run(bench, folder, *GENERATE)
    found = [_run(bench, folder, "oasmith", "check") for _ in range(ROUNDS)]
    again = [_run(bench, folder, *GENERATE) for _ in range(ROUNDS)]
    yield {
        "name": "check",
        "cold": cold.cpu,
        "codes": [one.code for one in (cold, *found, *again)],
        "check": [one.cpu for one in found],
        "generate": [one.cpu for one in again],
        "hook": [one.cpu for one in _hooked(bench, folder, "oasmith check")],
        "no hook": [one.cpu for one in _hooked(bench, folder, "true")],
        "memory": max(one.memory for one in found),
        "files": len(_state(folder / "out")),
    }
    shutil.rmtree(folder)


def _show_check(known: Known) -> str:
    one = known["check"]
    rows = [
        (shown, f"{cpu:.2f} s", times(cpu / one["cold"]))
        for name, shown in SECOND_RUNS.items()
        for cpu in (statistics.median(one[name]),)
    ]
    files = f"{one['files']:,} files of GitHub's client, medians of {ROUNDS}.\n\n"
    return files + table(("nothing changed", "CPU", "of a cold run"), rows)


def _measure_line(bench: Bench, known: Known) -> Iterator[Result]:
    for turn in (one for one in map(str, range(ROUNDS)) if one not in known):
        folder = _project(bench)
        spec = folder / "github.json"
        cold = _run(bench, folder, *GENERATE)
        before = _state(folder / "out")
        changes: dict[str, Result] = {}
        for name, change in CHANGES.items():
            spec.write_text(change(spec.read_text("utf-8")), encoding="utf-8")
            done = _run(bench, folder, *GENERATE)
            after = _state(folder / "out")
            written, changed = differing(before, after)
            before = after
            changes[name] = {
                "ratio": done.cpu / cold.cpu,
                "code": done.code,
                "written": written,
                "changed": changed,
            }
        yield {"name": turn, "cold": cold.cpu, "changes": changes}
        shutil.rmtree(folder)


def _show_line(known: Known) -> str:
    rounds = list(known.values())
    rows = []
    for name in CHANGES:
        held = [one["changes"][name] for one in rounds]
        ratio = statistics.median(one["ratio"] for one in held)
        rows.append((name, times(ratio), held[0]["written"], held[0]["changed"]))
    head = ("what changed", "CPU, of a cold run", "files written", "files that differ")
    return table(head, rows) + f"\nMedians of {len(rounds)}.\n"


CHECK = Section(
    "check", "a run that finds nothing to do", 2, _measure_check, _show_check
)
LINE = Section("line", "one line of GitHub's changed", 8, _measure_line, _show_line)
