"""Running: one API or many, here or in an executor.

    with Client(cluster) as client:  # of dask.distributed
        outcome = generate(config, executor=client.get_executor())

The unit of work is ``run_one``: a function of a module, of values that pickle, which
shares nothing with other runs but the disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from .config.model import STANDARD_INPUT, ApiConfig, Config
from .diagnostics import Report
from .emit.record import read as read_record
from .freshness import standing
from .outcome import ApiOutcome, Outcome, Wishes

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

__all__ = ["generate", "run", "run_one"]


def generate(config: Config, *, executor: Executor | None = None) -> Outcome:
    """Generate every API of ``config``. Never prints, never exits.

    With an ``executor`` the APIs are generated side by side, with the same result.
    Its workers have to see the paths of ``config``: relative ones are relative to
    their working folder, and what they write has to land where it is wanted.
    """
    return Outcome(tuple(run(config, Wishes(), executor)))


def run(
    config: Config, wishes: Wishes, executor: Executor | None = None
) -> Iterator[ApiOutcome]:
    """The outcomes, each as soon as it is there, in the order of the configuration.

    ``executor`` runs the APIs side by side; without one they run here, in turn.
    """
    futures = {} if executor is None else _submitted(config, wishes, executor)
    for number, api in enumerate(config.apis):
        if number in futures:
            yield futures[number].result()
        else:
            yield run_one(api, config.templates, config.file, wishes)


def _submitted(
    config: Config, wishes: Wishes, executor: Executor
) -> dict[int, Future[ApiOutcome]]:
    """The APIs an executor runs, by their number in the configuration.

    The largest come first: one that came last would be waited for alone. What is
    read from standard input only this process can read.
    """
    apis = [
        (number, api)
        for number, api in enumerate(config.apis)
        if str(api.spec) != STANDARD_INPUT
    ]
    return {
        number: executor.submit(run_one, api, config.templates, config.file, wishes)
        for number, api in sorted(apis, key=lambda one: _size(one[1]), reverse=True)
    }


def _size(api: ApiConfig) -> int:
    """The size of a description; 0 where that has to be said by reading it."""
    try:
        return api.spec.stat().st_size
    except OSError:
        return 0


def run_one(
    config: ApiConfig, templates: tuple[Path, ...], file: str | None, wishes: Wishes
) -> ApiOutcome:
    """One API; nothing but hashing where nothing has changed since the last run."""
    if config.name is not None and wishes.may_end_early:
        known = standing(config, templates)
        if known is not None:
            return known
    report = Report()
    record = None if config.name is None else read_record(config.project, report)
    # Imported here: a run that finds nothing to do takes a fifth of the time so.
    from .pipeline import run_stages  # noqa: PLC0415

    return run_stages(config, templates, file, wishes, record, report)
