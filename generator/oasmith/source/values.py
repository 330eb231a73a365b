"""What the generator's own types are made of: values equal by their fields.

msgspec's structs read like dataclasses. A class of them is made in a tenth of the time
(there are some 180, a third of a small run) and so is an object.
"""

from __future__ import annotations

from typing import dataclass_transform

from msgspec import Struct, field
from msgspec.structs import replace

__all__ = ["Frozen", "Growing", "field", "replace"]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Frozen(Struct, frozen=True):
    """A value that never changes; hashable if its fields are."""


@dataclass_transform(field_specifiers=(field,))
class Growing(Struct):
    """What a pass fills while it runs."""
