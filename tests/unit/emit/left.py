"""What a last run may have left."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from oasmith.emit.record import FileHashes
from oasmith.emit.standing import Standing
from oasmith.python.digests import Digests

from ..python.wasabi import WASABI

NOWHERE = Path("nowhere")


def left(
    recorded: Mapping[str, FileHashes] | None = None, project: Path = NOWHERE
) -> Standing:
    """The files of the record, as far as they are in the project, of the sample."""
    return Standing(recorded or {}, {}, project, Digests(WASABI))
