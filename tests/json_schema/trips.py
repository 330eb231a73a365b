"""Instances through a generated package: decoded by its types, encoded again.

    python -m tests.json_schema.trips PACKAGE < PLACES > ENDS

with the package on PYTHONPATH. What goes in are lists of path, key of the group and
instances; what comes out is one end for each instance, in the same order.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from collections.abc import Iterator
from typing import Any

from tests.sweep.equality import FINER, differences

__all__ = ["Package"]

OF_FORMATS = {"format", "offset"}
"""The kinds of drift that a value may show which only does not fit its format."""


class Package:
    """A generated package: its operations by path, and how their answers are read."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._codec = self._module("_runtime.codec")
        self._drift = self._module("_runtime.drift")
        self._encoding = self._module("_runtime.encoding_text")
        self._types = self._module("_runtime.settings").Types(name)
        self._answers = dict(self._operations())

    def _module(self, name: str) -> Any:
        return importlib.import_module(f"{self._name}.{name}")

    def _operations(self) -> Iterator[tuple[str, str | None]]:
        kind = self._module("_runtime.operation").Operation
        resources = self._module("resources")
        self._module("models")
        for found in pkgutil.iter_modules(resources.__path__):
            for value in vars(self._module(f"resources.{found.name}")).values():
                if isinstance(value, kind):
                    yield value.path, value.responses["200"]

    def end(self, path: str, value: Any) -> str:
        """What becomes of a value: "equal", or what else.

        "refused" is the one error a value may raise; "crashed" are all others.
        """
        drifts: list[Any] = []
        try:
            expression = self._answers[path]
            decode = self._types.decoder(expression)
            decoding = self._drift.Decoding(on_drift=drifts.append)
            decoded = self._codec.run(decode, value, decoding)
            text = self._encoding.whole_text(decoded)
        except self._codec.DecodeError as error:
            return f"refused: {error}"
        except Exception as error:  # a crash is one of the ends
            return f"crashed: {type(error).__name__}: {error}"
        found = [
            one for one in differences(value, json.loads(text)) if FINER not in one
        ]
        if found:
            return f"unequal: {found[0]}"
        others = [one for one in drifts if one.kind not in OF_FORMATS]
        return f"drifted: {others[0]}" if others else "equal"


def main(package: str) -> None:
    """Read what to try on standard input and print the ends."""
    made = Package(package)
    ends = [
        [made.end(path, value) for value in values]
        for path, values in json.load(sys.stdin)
    ]
    print(json.dumps(ends))


if __name__ == "__main__":
    main(sys.argv[1])
