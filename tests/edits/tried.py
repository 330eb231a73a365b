"""Edits of one description, one after the other, each made twice."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from oasmith.outcome import Settled

from .change import edit
from .compare import differing, made, warm

__all__ = ["tried"]


def tried(spec: Path, folder: Path, edits: int, seed: int) -> Iterator[str]:
    """For each edit: "", or what it was and what differed from a run from nothing.

    ``folder`` is the current one. It ends early where an edit leaves nothing to make.
    """
    rng = random.Random(f"{seed} {spec.name}")
    # As JSON has it: no dates, and texts for keys.
    read = yaml.load(spec.read_text("utf-8"), yaml.CSafeLoader)
    document: dict[str, Any] = json.loads(json.dumps(read, default=str))
    made(folder, document)
    for _ in range(edits):
        done = edit(document, rng)
        over, nothing = warm(folder, document)
        if over.outcome.apis[0].settled is Settled.NOTHING:
            return
        said = [] if over.told == nothing.told else ["what was said"]
        found = [*differing(over, nothing), *said]
        yield f"{done}: {', '.join(found)}" if found else ""
