"""How large a document may be before reading it is refused."""

from __future__ import annotations

from typing import Final

__all__ = ["LESS_DEEP", "MAX_ALIASED", "MAX_BYTES", "MAX_DEPTH"]

MAX_BYTES: Final = 256 * 1024 * 1024
"""The largest file that is opened; the largest published description has some 30 MB."""

MAX_DEPTH: Final = 200
"""The deepest nesting: no real document has it, and Python's stack has room for it."""

LESS_DEEP: Final = "move what is inside to components, and refer to it with $ref"
"""What to do about a document that is nested deeper."""

MAX_ALIASED: Final = 2_000_000
"""How many values the aliases of one YAML document may stand for altogether."""
