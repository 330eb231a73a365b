"""From arguments to an exit code."""

from __future__ import annotations

import os
import sys

from .echo import echo
from .misuse import Misuse
from .plain import understood

__all__ = ["code_of_command"]


def code_of_command() -> int:
    """Do what the arguments of this process say, and return the exit code.

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
    except (KeyboardInterrupt, EOFError):
        echo("", err=True)
        return _interrupted()
    except BrokenPipeError:
        return _cut_off()


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
    except (KeyboardInterrupt, click.Abort):
        return _interrupted()
    except BrokenPipeError:
        return _cut_off()
    return 0


def _interrupted() -> int:
    echo("interrupted; what was there before is untouched", err=True)
    return 130


def _cut_off() -> int:
    """The reader of our output has gone; nobody is left to be told."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1
