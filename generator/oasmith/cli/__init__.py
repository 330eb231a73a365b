"""The command line."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

__all__ = ["main"]


def main() -> NoReturn:
    """Run the command, and exit with its code."""
    # A run makes millions of values and hardly a cycle: looking for cycles as often as
    # Python does takes a sixth of a large run and frees nothing.
    gc.set_threshold(100_000, 50, 50)
    # Imported here: so it is with all that is loaded, too.
    from .start import code_of_command  # noqa: PLC0415

    code = code_of_command()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = 1
    # Nothing is left to do: what a large run has made takes seconds to be taken down.
    os._exit(code)
