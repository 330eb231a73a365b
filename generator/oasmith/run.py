"""Running: one API or many, here or in an executor."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path

from .config.model import ApiConfig, Config
from .diagnostics import Report
from .emit.record import read as read_record
from .freshness import is_current
from .outcome import ApiOutcome, Outcome, Settled, Wishes

__all__ = ["generate", "run", "run_one"]


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
    """One API; nothing but hashing where nothing has changed since the last run."""
    report = Report()
    record = None if config.name is None else read_record(config.project, report)
    if (
        record is not None
        and wishes.may_end_early
        and is_current(config, templates, config.project, record)
    ):
        return ApiOutcome(config.name or "", Settled.CURRENT)
    # Imported here: a run that finds nothing to do takes a fifth of the time so.
    from .pipeline import run_stages  # noqa: PLC0415

    return run_stages(config, templates, file, wishes, record, report)
