"""A progress bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from typing import TypeAlias

from .echo import echo

__all__ = ["Progress", "no_progress", "show_progress"]

Advance: TypeAlias = Callable[[str], None]
Progress: TypeAlias = Callable[[int], AbstractContextManager[Advance]]
"""Opened with a count, it gives what is called with the name of each one done."""

_WORTH_IT = 3
"""Fewer APIs than this are done before a bar could be read."""


@contextmanager
def no_progress(count: int) -> Generator[Advance, None, None]:
    """Shows nothing."""
    yield lambda name: None


@contextmanager
def show_progress(count: int) -> Generator[Advance, None, None]:
    """Shows how many of ``count`` are done."""
    if count < _WORTH_IT:
        yield lambda name: None
        return
    if not sys.stderr.isatty():
        yield _lines(count)
        return
    # Imported here: rich takes a tenth of a second to load and most runs need none.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
    )

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=count)
        yield lambda name: bar.update(task, advance=1, description=name)


def _lines(count: int) -> Advance:
    done = 0

    def advance(name: str) -> None:
        nonlocal done
        done += 1
        echo(f"[{done}/{count}] {name}", err=True)

    return advance
