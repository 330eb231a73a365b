"""Running: one API or many, here or in an executor.

    with Client(cluster) as client:  # of dask.distributed
        outcome = generate(config, executor=client.get_executor())

The unit of work is ``run_one``: a function of a module, of values that pickle, which
shares nothing with other runs but the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from .config.model import STANDARD_INPUT, ApiConfig, Config
from .diagnostics import Report
from .emit.record import read as read_record
from .freshness import standing
from .outcome import ApiOutcome, Outcome, Settled, Wishes
from .source.pointer import Place

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
    config: Config,
    wishes: Wishes,
    executor: Executor | None = None,
    noted: Callable[[ApiOutcome], object] = bool,
) -> Iterator[ApiOutcome]:
    """The outcomes, each as soon as it is there, in the order of the configuration.

    ``executor`` runs the APIs side by side; without one they run here, in turn.
    ``noted`` is told of each at once, whatever the order and the thread, and of those
    too that are there only once nobody goes on with this.
    """
    futures = {} if executor is None else _submitted(config, wishes, executor)
    for future in futures.values():
        future.add_done_callback(lambda done: _note(done, noted))
    for number, api in enumerate(config.apis):
        if number in futures:
            yield _result(futures[number], api)
        else:
            outcome = run_one(api, config.templates, config.file, wishes)
            noted(outcome)
            yield outcome


def _note(done: Future[ApiOutcome], noted: Callable[[ApiOutcome], object]) -> None:
    if not done.cancelled() and done.exception() is None:
        noted(done.result())


def _result(future: Future[ApiOutcome], api: ApiConfig) -> ApiOutcome:
    """The outcome; of an API whose process has ended, that it has."""
    # Imported here: a run without an executor has no use for it.
    from concurrent.futures import BrokenExecutor  # noqa: PLC0415

    try:
        return future.result()
    except BrokenExecutor:
        report = Report()
        report.add(
            "OUT010",
            Place(api.spec.as_posix()),
            "a process of the run was ended before this client was done",
            hint="if memory was short, run again with fewer --jobs",
        )
        name = api.name or api.spec.name
        return ApiOutcome(name, Settled.NOTHING, report.diagnostics)


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
    largest = sorted(apis, key=lambda one: _size(one[1]), reverse=True)
    return {number: _submit(executor, api, config, wishes) for number, api in largest}


def _submit(
    executor: Executor, api: ApiConfig, config: Config, wishes: Wishes
) -> Future[ApiOutcome]:
    # Imported here: a run without an executor has no use for them.
    from concurrent.futures import BrokenExecutor, Future  # noqa: PLC0415

    try:
        return executor.submit(run_one, api, config.templates, config.file, wishes)
    except BrokenExecutor as error:
        # Broken by those before it; it comes to the same as if it were so now.
        broken: Future[ApiOutcome] = Future()
        broken.set_exception(error)
        return broken


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

    try:
        return run_stages(config, templates, file, wishes, record, report)
    except RecursionError:
        return _too_deep(config, report)


def _too_deep(config: ApiConfig, report: Report) -> ApiOutcome:
    """The outcome for schemas that lead on further than Python's stack goes."""
    report.add(
        "SRC017",
        Place(config.spec.as_posix()),
        "schemas are composed of others, and those of others, too many times over",
        hint="take out levels of allOf, oneOf and anyOf that only lead on",
    )
    name = config.name or config.spec.name
    return ApiOutcome(name, Settled.NOTHING, report.diagnostics)
