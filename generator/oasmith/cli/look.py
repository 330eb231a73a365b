"""``oasmith validate`` and ``oasmith inspect``: they write no client."""

from __future__ import annotations

from pathlib import Path

import click

from ..config.model import ApiConfig
from ..diagnostics import Diagnostic, Report, Severity
from ..diagnostics.policy import has_errors
from ..emit.record import read as read_record
from ..ledger import Ledger, Outcome
from ..openapi.verdict import full_verdict
from ..passes.paging import told_pages
from ..passes.waiter_proposals import Proposal, proposals
from ..pipeline import remembered
from ..prepare import Prepared, check_description, kept, prepare, read_description
from ..python.encode import toml_key, toml_string
from ..source.text import is_url
from ..source.values import replace
from .echo import echo
from .generate import Asked, configured, write_ledgers
from .say import Said, counted

__all__ = ["inspect_all", "validate_all"]

_AGAINST_THE_SPECIFICATION = frozenset({"DOC003", "DOC011"})


def validate_all(specs: tuple[Path, ...], said: Said) -> int:
    """Say what is wrong with each description, and return the exit code."""
    code = 0
    for spec in specs:
        if is_url(str(spec)):
            raise click.UsageError(f"{spec} is a URL: download it and give the path")
        report = Report()
        description = read_description(spec, report)
        if description is None:
            said.diagnostics(report.diagnostics, {})
            code = 3
            continue
        check_description(description, report)
        verdict = full_verdict(description)
        report.extend(one for one in verdict if not _is_known(one, report))
        told = tuple(map(_as_verdict, report.diagnostics))
        said.diagnostics(told, description.documents)
        code = max(code, int(has_errors(told)))
    said.finish(f"validated {counted(len(specs), 'description')}")
    return code


def _is_known(found: Diagnostic, report: Report) -> bool:
    """Whether our own structural check has said it already, and more precisely."""
    if found.code != "DOC011" or found.place is None:
        return False
    at = found.place.pointer
    return any(
        known.code == "DOC003"
        and known.place is not None
        and known.place.file == found.place.file
        and known.place.pointer[: len(at)] == at
        for known in report.diagnostics
    )


def _as_verdict(diagnostic: Diagnostic) -> Diagnostic:
    """What is against the specification is no warning to whoever asks for validity."""
    if diagnostic.code in _AGAINST_THE_SPECIFICATION:
        return replace(diagnostic, severity=Severity.ERROR)
    return diagnostic


def inspect_all(asked: Asked, report: Path | None, said: Said) -> int:
    """Print the ledger of each API, and return the exit code."""
    config = configured(asked, said)
    if config is None:
        said.finish("inspected nothing")
        return 3
    ledgers: dict[str, Ledger] = {}
    tables: list[str] = []
    code = 0
    for api in config.apis:
        found = _inspect(api, config.file, said)
        if found is None:
            code = 3
            continue
        made, ledger, has_failed = found
        code = max(code, int(has_failed))
        name = made.config.name or ""
        ledgers[name] = ledger
        proposed = proposals(made.api, made.names)
        tables.append(_table(name, ledger) + _pages(made) + _proposed(name, proposed))
    echo("\n".join(tables), nl=False)
    if report is not None and not write_ledgers(ledgers, report, said):
        return 3
    said.finish(f"inspected {counted(len(ledgers), 'description')}")
    return code


def _inspect(
    config: ApiConfig, file: str | None, said: Said
) -> tuple[Prepared, Ledger, bool] | None:
    """What is made of a description, its ledger, and whether there are errors."""
    report = Report()
    description = read_description(config.spec, report)
    if description is None:
        said.diagnostics(report.diagnostics, {})
        return None
    record = None if config.name is None else read_record(config.project, report)
    made = prepare(config, description, report, *remembered(record))
    told = kept(made.config, file, report)
    said.diagnostics(told, made.documents)
    return made, made.ledger(report.diagnostics), has_errors(told)


def _pages(made: Prepared) -> str:
    """The operations that page, and how, a line for each."""
    return "".join(
        f"{name} {words}\n" for name, words in told_pages(made.api, made.names)
    )


def _table(name: str, ledger: Ledger) -> str:
    counts = ledger.counts()
    width = max((len(kind) for kind in counts), default=0) + 2
    head = f"{name:{width}}" + "".join(f"{one.value:>11}" for one in Outcome)
    lines = [head if len(name) < width else f"{name}\n{'':{width}}" + head[len(name) :]]
    for kind, row in counts.items():
        lines.append(
            f"{kind:{width}}" + "".join(f"{row[one.value]:>11}" for one in Outcome)
        )
    for entry in ledger.entries:
        if entry.outcome is not Outcome.GENERATED:
            lines.append(
                f"{entry.outcome.value}: {entry.kind} {entry.place} {entry.code}"
            )
    return "\n".join(lines) + "\n"


def _proposed(name: str, proposed: tuple[Proposal, ...]) -> str:
    """The waiters to paste into the configuration; "" where there are none."""
    if not proposed:
        return ""
    key = toml_key(name).text
    lines = [f"to wait for what has a state, add to [tool.oasmith.apis.{key}]:"]
    for one in proposed:
        told = {"done": one.done, "failed": one.failed, "start": one.start}
        parts = [f"field = {toml_string(one.field).text}"]
        for word, texts in told.items():
            items = ", ".join(toml_string(text).text for text in texts)
            if texts:
                parts.append(f"{word} = [{items}]")
        call = toml_string(one.call).text
        lines.append(f"waiters.{call} = {{ {', '.join(parts)} }}")
    return "\n".join(lines) + "\n"
