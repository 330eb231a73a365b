"""Run in a fresh process: import all of a package, and say what it holds.

    python -m tests.sweep.probe PACKAGE...

with the packages on PYTHONPATH, prints a line of JSON for each. Every module is
compiled and imported, every name of every facade is fetched, every annotation resolved,
every method called once with a client that only notes what it is to send.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
import warnings
from typing import Any

from tests.ledger.presence import describe


def import_all(package: str) -> int:
    """Import every module, fetch every public name; gives the number of modules."""
    root = importlib.import_module(package)
    modules = [root]
    for found in pkgutil.walk_packages(root.__path__, f"{package}."):
        modules.append(importlib.import_module(found.name))
    for module in modules:
        for name in getattr(module, "__all__", ()):
            getattr(module, name)
    return len(modules)


def resolve_all(package: str) -> None:
    """Build the codec of every model, so that every annotation means something."""
    models = importlib.import_module(f"{package}.models")
    shape_of = importlib.import_module(f"{package}._runtime.shape").shape_of
    base = importlib.import_module(f"{package}._runtime.modeling").Model
    for name in dir(models):
        found = getattr(models, name)
        if isinstance(found, type) and issubclass(found, base) and found is not base:
            shape_of(found)


def main(package: str) -> dict[str, Any]:
    """What the package holds, as JSON values."""
    warnings.simplefilter("error", SyntaxWarning)
    modules = import_all(package)
    resolve_all(package)
    return {"modules": modules, **describe(package)}


if __name__ == "__main__":
    for each in sys.argv[1:]:
        print(json.dumps(main(each)))
