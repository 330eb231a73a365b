"""``oasmith generate`` and ``oasmith check``."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..config.find import find
from ..config.model import (
    STANDARD_INPUT,
    ApiConfig,
    Config,
    for_spec,
    is_package_name,
    shadows,
)
from ..diagnostics import Report
from ..emit.changes import Changes
from ..ending import Terminated
from ..outcome import ApiOutcome, Mode, Outcome, Settled, Wishes
from ..processes import processes
from ..run import run
from ..source.text import is_url
from ..source.values import Frozen, replace
from .echo import echo
from .misuse import Misuse
from .say import Said, counted
from .stopped import Stopped

if TYPE_CHECKING:
    from ..ledger import Ledger

__all__ = ["Asked", "check_all", "configured", "generate_all", "write_ledgers"]


class Asked(Frozen):
    """Which APIs the command line names. No ``specs`` means all configured ones."""

    specs: tuple[Path, ...]
    output: Path | None
    package: str | None
    config: Path | None


def configured(asked: Asked, said: Said) -> Config | None:
    """The APIs to work on; None when the configuration cannot be used, which is said.

    Raises Misuse for a command line that makes no sense.
    """
    _refuse_nonsense(asked)
    path = asked.config or find(Path())
    if path is None and not asked.specs:
        raise Misuse(
            "no SPEC given, and no oasmith.toml or [tool.oasmith] here or above"
        )
    report = Report()
    config = Config((), Path())
    if path is not None:
        # Imported here: a description alone has none.
        from ..config.read import read_config  # noqa: PLC0415

        reading = read_config(path, report)
        said.diagnostics(report.diagnostics, reading.documents)
        if reading.config is None:
            return None
        config = reading.config
        if not asked.specs and not config.apis:
            said.line(f"{path}: no API is configured; add [tool.oasmith.apis.NAME]")
            return None
    if not asked.specs:
        return _with_output(config, asked.output)
    return replace(
        config, apis=tuple(_api(spec, config, asked) for spec in asked.specs)
    )


def _refuse_nonsense(asked: Asked) -> None:
    for spec in asked.specs:
        if is_url(str(spec)):
            # A Path has folded the second slash.
            url = str(spec).replace(":/", "://", 1)
            raise Misuse(
                f"{url} is a URL, and nothing is fetched from the network: download it"
                " and give the path"
            )
    if asked.package is not None:
        if len(asked.specs) != 1:
            raise Misuse("--package goes with exactly one SPEC")
        if not is_package_name(asked.package) or shadows(asked.package):
            raise Misuse(
                f"--package {asked.package!r} is no package name: lower case, a-z 0-9"
                " _, and not the name of a module of Python's"
            )


def _with_output(config: Config, output: Path | None) -> Config:
    if output is None:
        return config
    return replace(
        config, apis=tuple(replace(api, output=output) for api in config.apis)
    )


def _api(spec: Path, config: Config, asked: Asked) -> ApiConfig:
    """The configured API of ``spec``, or one made for it alone."""
    for api in config.apis:
        if str(spec) != STANDARD_INPUT and api.spec.resolve() == spec.resolve():
            package = asked.package or api.package
            return replace(api, output=asked.output or api.output, package=package)
    return for_spec(spec, asked.output, asked.package)


def _run(config: Config, wishes: Wishes, jobs: int, said: Said) -> Outcome:
    told: list[ApiOutcome] = []
    done: list[ApiOutcome] = []
    bar = said.progress(len(config.apis))
    jobs = max(1, min(jobs, len(config.apis)))
    shared = replace(wishes, processes=max(1, (os.cpu_count() or 1) // jobs))
    try:
        with processes(jobs) as executor, bar as advance:
            for outcome in run(config, shared, executor, done.append):
                told.append(outcome)
                advance(outcome.name)
    except KeyboardInterrupt as end:
        raise Stopped(signal.SIGINT, _written(done)) from end
    except Terminated as end:
        raise Stopped(end.number, _written(done)) from end
    for outcome in told:
        said.diagnostics(outcome.diagnostics, outcome.documents)
    return Outcome(tuple(told))


def _written(done: list[ApiOutcome]) -> tuple[str, ...]:
    return tuple(one.name for one in done if one.settled is Settled.WRITTEN)


def generate_all(
    asked: Asked, said: Said, wishes: Wishes, jobs: int, report: Path | None
) -> Outcome | None:
    """Generate and say what was done; None where that could not even begin."""
    config = configured(asked, said)
    if config is None:
        said.finish("wrote nothing")
        return None
    outcome = _run(config, wishes, jobs, said)
    for api in outcome.apis:
        said.line(f"{api.name}: {_described(api)}")
    if report is not None:
        told = ((api.name, api.ledger) for api in outcome.apis)
        ledgers = {name: ledger for name, ledger in told if ledger is not None}
        if not write_ledgers(ledgers, report, said):
            return None
    said.finish(_summary(outcome))
    return outcome


def _described(api: ApiOutcome) -> str:
    match api.settled:
        case Settled.CURRENT:
            return "nothing to change"
        case Settled.NOTHING:
            return "nothing written"
        case Settled.WRITTEN | Settled.STALE:
            return _changed(api.changes)


def _changed(changes: Changes | None) -> str:
    if changes is None:
        return "nothing"
    written = f"{counted(changes.written, 'file')} in {changes.project}"
    deleted = f", {changes.deleted} deleted" if changes.deleted else ""
    return f"{written}{deleted}, {changes.unchanged} unchanged"


def _summary(outcome: Outcome) -> str:
    number = sum(
        api.changes.written + api.changes.deleted
        for api in outcome.apis
        if api.changes is not None and api.settled is Settled.WRITTEN
    )
    if number:
        return f"wrote {counted(number, 'file')}"
    if any(api.settled is Settled.NOTHING for api in outcome.apis):
        return "wrote nothing"
    return "nothing to change"


def check_all(asked: Asked, said: Said) -> int:
    """Print the files that would change, and return the exit code."""
    config = configured(asked, said)
    if config is None:
        said.finish("checked nothing")
        return 3
    outcome = _run(config, Wishes(mode=Mode.CHECK), 1, said)
    stale = 0
    for api in outcome.apis:
        changes = api.changes
        if changes is None or api.settled is not Settled.STALE:
            continue
        for path, change in changes.files:
            echo(f"{change.value:8} {(changes.project / path).as_posix()}")
        stale += len(changes.files)
    failed = [api.name for api in outcome.apis if api.settled is Settled.NOTHING]
    if failed:
        said.finish(f"{', '.join(failed)} could not be checked")
    elif stale:
        said.finish(f"{counted(stale, 'file')} would change")
    else:
        said.finish("all is current")
    return outcome.exit_code or said.exit_code


def write_ledgers(ledgers: Mapping[str, Ledger], path: Path, said: Said) -> bool:
    """Write ledgers by API as JSON, a single one by itself.

    False where that fails, which is said.
    """
    values = {name: ledger.as_json() for name, ledger in ledgers.items()}
    value = next(iter(values.values())) if len(values) == 1 else {"apis": values}
    try:
        path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", "utf-8")
    except OSError as error:
        said.line(f"{path}: the report cannot be written: {error.strerror}")
        return False
    return True
