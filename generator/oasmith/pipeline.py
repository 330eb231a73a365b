"""The stages of a run in their order. The only module that knows all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from . import __version__
from .config.model import ApiConfig, named
from .diagnostics import Diagnostic, Report
from .diagnostics.excerpt import excerpts
from .diagnostics.policy import strict
from .emit.env import environments
from .emit.memory import recall, remember
from .emit.plan import Plan, make_plan
from .emit.project import Project, project
from .emit.record import FileHashes, Record
from .emit.record import read as read_record
from .emit.standing import Standing
from .emit.write import Outrun, settle
from .freshness import inputs_of, maker_of, owner_of, owner_of_record, standing
from .openapi.description import Description
from .outcome import ApiOutcome, Edited, Mode, Settled, Trial, Wishes
from .prepare import Prepared, kept, prepare, read_description, title_of
from .python.context import Context, Settings
from .python.digests import Digests
from .retold import to_retell
from .source.pointer import Place
from .source.quiet import collector_paused
from .source.values import replace

__all__ = ["remembered", "run_stages"]

_OF_RECORD = frozenset({"OUT005", "OUT009"})
"""Said of the last run's record, which is written anew: the next has no such thing."""


def run_stages(
    config: ApiConfig,
    templates: tuple[Path, ...],
    file: str | None,
    wishes: Wishes,
    record: Record | None,
    report: Report,
) -> ApiOutcome:
    """One API from its description to the disk.

    ``file`` is the configuration's, as displayed; ``record`` what the last run
    left, as far as the project has a name already.
    """
    # Next to nothing of what a run makes is circular, and it makes a great deal.
    with collector_paused():
        return _run_stages(config, templates, file, wishes, record, report)


def _run_stages(
    config: ApiConfig,
    templates: tuple[Path, ...],
    file: str | None,
    wishes: Wishes,
    record: Record | None,
    report: Report,
) -> ApiOutcome:
    description = read_description(config.spec, report)
    if description is None:
        name = config.name or config.spec.name
        return ApiOutcome(name, Settled.NOTHING, report.diagnostics)
    is_titled = config.name is None
    if is_titled:
        config = named(config, title_of(description))
        record = read_record(config.project, report)
    while True:
        if is_titled:
            if wishes.edited is Edited.KEEP and _is_anothers(config, record, report):
                return ApiOutcome(
                    config.name or "", Settled.NOTHING, report.diagnostics
                )
            known = standing(config, templates) if wishes.may_end_early else None
            if known is not None:
                return known
        told = Report()
        told.extend(report.diagnostics)
        try:
            return _generated(
                config, description, templates, file, wishes, record, told
            )
        except Outrun:
            # That run has said what this one has to go by.
            record = read_record(config.project, report)


def _generated(
    config: ApiConfig,
    description: Description,
    templates: tuple[Path, ...],
    file: str | None,
    wishes: Wishes,
    record: Record | None,
    report: Report,
) -> ApiOutcome:
    """The stages behind reading. Raises Outrun when ``record`` is out of date."""
    made = prepare(config, description, report, *remembered(record))
    if wishes.strict:
        # Imported here: few ask for it.
        from .openapi.verdict import full_verdict  # noqa: PLC0415

        report.extend(full_verdict(description))
    plan = _carried_out(made, templates, record, wishes, report)
    diagnostics = kept(made.config, file, report)
    return ApiOutcome(
        name=made.config.name or "",
        settled=_settled(plan, wishes.mode, diagnostics),
        diagnostics=strict(diagnostics) if wishes.strict else diagnostics,
        documents=excerpts(diagnostics, made.documents),
        ledger=made.ledger(report.diagnostics) if wishes.ledger else None,
        changes=None if plan is None else plan.told,
    )


def _is_anothers(config: ApiConfig, record: Record | None, report: Report) -> bool:
    """Whether the project that the title leads to was made of another description.

    Two descriptions may have one title; neither client is to replace the other.
    """
    if record is None or owner_of(config) == owner_of_record(record):
        return False
    report.add(
        "OUT008",
        Place(str(config.project)),
        f"the folder holds another client: that of {owner_of_record(record)}",
        hint="choose another --output, name the API in a configuration, or --force",
    )
    return True


def _settled(
    plan: Plan | None, mode: Mode, diagnostics: Iterable[Diagnostic]
) -> Settled:
    if plan is None:
        return Settled.NOTHING
    if mode is Mode.CHECK:
        # A record alone that would differ, after an upgrade say, is no stale output.
        # One that cannot be read, or that git could not merge, is to be written again.
        is_torn = any(one.code in _OF_RECORD for one in diagnostics)
        return Settled.STALE if plan.changes or is_torn else Settled.CURRENT
    return Settled.CURRENT if plan.is_empty else Settled.WRITTEN


def _carried_out(
    made: Prepared,
    templates: tuple[Path, ...],
    record: Record | None,
    wishes: Wishes,
    report: Report,
) -> Plan | None:
    """The plan, written where that is asked for; None where a stage failed."""
    # It takes reading the user's templates.
    maker = maker_of(made.config, templates)
    rendered = _rendered(made, maker, templates, record, wishes, report)
    if rendered is None:
        return None
    fresh = _record(made, templates, rendered, report)
    folder, edited = made.config.project, wishes.edited
    if wishes.mode is Mode.CHECK:
        plan = make_plan(folder, rendered.files, fresh, record, edited, report)
        return None if plan.conflicts else plan

    def keep() -> None:
        remember(folder, maker, rendered.remembered)

    return settle(folder, rendered.files, fresh, record, edited, keep, report)


def _rendered(
    made: Prepared,
    maker: str,
    templates: tuple[Path, ...],
    record: Record | None,
    wishes: Wishes,
    report: Report,
) -> Project | None:
    """The files of the project; None where a stage failed and said why."""
    folder = made.config.project
    context = Context(made.api, made.names, made.layout, _settings(made.config))
    recorded: Mapping[str, FileHashes] = {} if record is None else record.files
    known = recall(folder, maker)
    left = Standing(recorded, known, folder, Digests(context))
    found = project(context, environments(templates), left, wishes.processes, report)
    if found is None or wishes.trial is not Trial.FULL:
        return found
    return found if _stands_trial(found, made.config, report) else None


def _record(
    made: Prepared, templates: tuple[Path, ...], rendered: Project, report: Report
) -> Record:
    """What this run will have left."""
    reported = [
        one for one in kept(made.config, None, report) if one.code not in _OF_RECORD
    ]
    return Record(
        generator=__version__,
        inputs=inputs_of(
            made.config,
            templates,
            made.description.files,
            reported=len(reported),
        ),
        layout={"single": str(made.layout.single).lower()},
        names={key: " ".join(pair) for key, pair in made.table.items()},
        files=rendered.hashes,
        told=to_retell(reported, made.description.files.root),
    )


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


def _stands_trial(rendered: Project, config: ApiConfig, report: Report) -> bool:
    # Imported here: it starts processes, and few ask for it.
    from .emit.trial import try_out  # noqa: PLC0415

    return try_out(rendered.files, config.package or "", report)


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
        idempotency_header=config.idempotency_header,
    )
    return replace(settings, version=told.version) if told.version else settings
