"""From arguments to an exit code."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

from ..ending import Terminated, terminable
from .echo import echo
from .misuse import Misuse
from .plain import understood
from .stopped import Stopped

__all__ = ["code_of_command", "ended_in_order"]


def code_of_command() -> int:
    """Do what the arguments of this process say, and return the exit code."""
    return ended_in_order(_done)


def ended_in_order(done: Callable[[], int]) -> int:
    """What ``done`` returns; where it is ended from outside, that is said."""
    try:
        with terminable():
            return done()
    except Stopped as end:
        return _stopped(end)
    except Terminated as end:
        return _stopped(Stopped(end.number))
    except (KeyboardInterrupt, EOFError):
        return _stopped(Stopped(signal.SIGINT))
    except BrokenPipeError:
        return _cut_off()


def _done() -> int:
    """Do what the arguments say.

    What nearly every run is told is understood without click, which takes as long to
    load as a small description to read. What is not, or is wrong, click has to see.
    """
    order = understood(sys.argv[1:])
    if order is None:
        return _by_click()
    try:
        return order.done()
    except Misuse:
        # Nothing is done yet, and click says what is wrong and how it is done.
        return _by_click()


def _by_click() -> int:
    # Imported here: see above.
    import click  # noqa: PLC0415

    from .main import commands  # noqa: PLC0415

    try:
        commands.main(prog_name="oasmith", standalone_mode=False)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except click.ClickException as error:
        error.show()
        return 2
    except click.Abort:
        return _stopped(Stopped(signal.SIGINT))
    return 0


def _stopped(end: Stopped) -> int:
    if end.number == signal.SIGINT:
        echo("", err=True)
    word = "interrupted" if end.number == signal.SIGINT else "terminated"
    before = f"; written before: {', '.join(end.written)}" if end.written else ""
    echo(f"{word}; no client is half-written{before}", err=True)
    return 128 + end.number


def _cut_off() -> int:
    """The reader of our output has gone; nobody is left to be told."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1
