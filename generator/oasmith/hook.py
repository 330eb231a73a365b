"""What the pre-commit hook runs: generate, and stop the commit if anything changed.

pre-commit itself notices changed files, but not new ones that git does not
track yet: the first client of an API would not be in its own commit.
"""

from __future__ import annotations

import sys

from .cli.generate import Asked, generate_all
from .cli.say import Format, Said
from .cli.start import ended_in_order
from .outcome import Settled, Wishes

__all__ = ["main"]


def main() -> int:
    """Generate all configured APIs; 1 when files were written, else generate's code."""
    return ended_in_order(_generated)


def _generated() -> int:
    asked = Asked((), None, None, None)
    outcome = generate_all(asked, Said(Format.TEXT), Wishes(), 1, None)
    if outcome is None:
        return 3
    written = any(api.settled is Settled.WRITTEN for api in outcome.apis)
    return outcome.exit_code or int(written)


if __name__ == "__main__":
    sys.exit(main())
