"""A whole run: the stages in their order. The only module that knows all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from . import __version__
from .config.model import ApiConfig, Config
from .diagnostics import Diagnostic, Report
from .diagnostics.policy import has_errors, strict
from .emit.env import Environments
from .emit.plan import Edited, Plan, make_plan
from .emit.project import project
from .emit.record import Record
from .emit.record import read as read_record
from .emit.trial import Trial, try_out
from .emit.write import apply
from .freshness import inputs_of, is_current
from .ledger import Ledger
from .openapi.verdict import full_verdict
from .prepare import Prepared, kept, prepare, read_description
from .python.context import Context, Settings
from .source.document import Document

__all__ = [
    "ApiOutcome",
    "Mode",
    "Outcome",
    "Settled",
    "Wishes",
    "generate",
    "remembered",
    "run",
]


class Mode(Enum):
    """What a run is for."""

    WRITE = "write"
    CHECK = "check"


class Settled(Enum):
    """How it ended for one API."""

    WRITTEN = "written"
    CURRENT = "current"
    STALE = "stale"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the caller asks of a run beyond the configuration.

    ``ledger`` asks for the ledger even where nothing has to be done.
    """

    mode: Mode = Mode.WRITE
    edited: Edited = Edited.KEEP
    strict: bool = False
    trial: Trial = Trial.NONE
    ledger: bool = False

    @property
    def may_end_early(self) -> bool:
        """Whether hashes that match are all the caller wants to know."""
        return not self.strict and not self.ledger and self.trial is Trial.NONE


@dataclass(frozen=True, slots=True)
class ApiOutcome:
    """What came of one API; ``plan`` and ``ledger`` are None where there is none."""

    name: str
    settled: Settled
    diagnostics: tuple[Diagnostic, ...] = ()
    documents: Mapping[str, Document] | None = None
    ledger: Ledger | None = None
    plan: Plan | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a run, API by API in the order of the configuration."""

    apis: tuple[ApiOutcome, ...]

    @property
    def exit_code(self) -> int:
        """0 done, 1 written with errors or stale, 3 nothing written."""
        settled = {api.settled for api in self.apis}
        if settled <= {Settled.NOTHING}:
            return 3
        if not settled.isdisjoint({Settled.STALE, Settled.NOTHING}):
            return 1
        return int(any(has_errors(api.diagnostics) for api in self.apis))


def generate(config: Config) -> Outcome:
    """Generate every API of ``config``. Never prints, never exits."""
    return Outcome(tuple(run(config, Wishes())))


def run(
    config: Config, wishes: Wishes, executor: Executor | None = None
) -> Iterator[ApiOutcome]:
    """The outcomes, each as soon as it is there, in the order of the configuration.

    ``executor`` runs the APIs side by side; without one they run here, in turn.
    """
    jobs = ((api, config.templates, config.file, wishes) for api in config.apis)
    if executor is None:
        yield from (run_one(*job) for job in jobs)
        return
    futures = [executor.submit(run_one, *job) for job in jobs]
    yield from (future.result() for future in futures)


def run_one(
    config: ApiConfig, templates: tuple[Path, ...], file: str | None, wishes: Wishes
) -> ApiOutcome:
    """One API from its description to the disk."""
    report = Report()
    record = None if config.name is None else read_record(config.project, report)
    if (
        record is not None
        and wishes.may_end_early
        and is_current(config, templates, config.project, record)
    ):
        return ApiOutcome(config.name or "", Settled.CURRENT)
    description = read_description(config.spec, report)
    if description is None:
        name = config.name or config.spec.name
        return ApiOutcome(name, Settled.NOTHING, report.diagnostics)
    names, layout = remembered(record)
    made = prepare(config, description, report, names, layout)
    if config.name is None:
        record = read_record(made.config.project, report)
        names, layout = remembered(record)
        made = prepare(config, description, report, names, layout)
    if wishes.strict:
        report.extend(full_verdict(description))
    plan = _plan(made, templates, record, wishes, report)
    if plan is not None and wishes.mode is Mode.WRITE and not apply(plan, report):
        plan = None
    diagnostics = kept(made.config, file, report)
    return ApiOutcome(
        name=made.config.name or "",
        settled=_settled(plan, wishes.mode),
        diagnostics=strict(diagnostics) if wishes.strict else diagnostics,
        documents=made.documents,
        ledger=made.ledger(report.diagnostics),
        plan=plan,
    )


def _settled(plan: Plan | None, mode: Mode) -> Settled:
    if plan is None:
        return Settled.NOTHING
    if mode is Mode.CHECK:
        # A record alone that would differ, after an upgrade say, is no stale output.
        return Settled.STALE if plan.changes else Settled.CURRENT
    return Settled.CURRENT if plan.is_empty else Settled.WRITTEN


def _plan(
    made: Prepared,
    templates: tuple[Path, ...],
    record: Record | None,
    wishes: Wishes,
    report: Report,
) -> Plan | None:
    """What would change on disk; None where a stage failed and said why."""
    folder = made.config.project
    context = Context(made.api, made.names, made.layout, _settings(made.config))
    rendered = project(context, Environments(templates), folder, record, report)
    if rendered is None:
        return None
    if not try_out(rendered.files, made.config.package or "", wishes.trial, report):
        return None
    reported = len(kept(made.config, None, report))
    fresh = Record(
        generator=__version__,
        inputs=inputs_of(made.config, templates, made.description, reported=reported),
        layout={"single": str(made.layout.single).lower()},
        names={key: " ".join(pair) for key, pair in made.table.items()},
        files=rendered.hashes,
    )
    plan = make_plan(folder, rendered.files, fresh, record, wishes.edited, report)
    return None if plan.conflicts else plan


def remembered(
    record: Record | None,
) -> tuple[Mapping[str, tuple[str, str]], Mapping[str, str]]:
    """The names and the layout of the last run."""
    if record is None:
        return {}, {}
    pairs = {key: told.partition(" ") for key, told in record.names.items()}
    return {
        key: (name, words) for key, (name, _, words) in pairs.items()
    }, record.layout


def _settings(config: ApiConfig) -> Settings:
    told = config.metadata
    settings = Settings(
        distribution=config.name or "",
        package=config.package or "",
        license=told.license,
        authors=told.authors,
        urls=told.urls,
        description=told.description,
        base_url=config.base_url or "",
        environment=config.environment,
    )
    return replace(settings, version=told.version) if told.version else settings
