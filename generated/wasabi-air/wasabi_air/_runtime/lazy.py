"""Modules whose names are imported when they are first asked for (PEP 562)."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterable, Mapping
from types import ModuleType

__all__ = ["attach"]


def attach(
    module: str, names: Mapping[str, Iterable[str]]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Make the ``__getattr__`` and ``__dir__`` of a lazy module.

    Args:
        module: The ``__name__`` of the module that calls.
        names: Which relative module (``".client"``) defines which names.

    Returns:
        The two functions, to be bound to those names in the package.
    """
    home = {name: source for source, listed in names.items() for name in listed}

    def load(name: str) -> object:
        source = home.get(name)
        if source is None:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        here = sys.modules[module]
        value: object = getattr(importlib.import_module(source, here.__package__), name)
        setattr(here, name, value)
        return value

    def listing() -> list[str]:
        # Not what the module imports for itself.
        told = [
            name
            for name, value in vars(sys.modules[module]).items()
            if name.startswith("__") or isinstance(value, ModuleType)
        ]
        return sorted({*told, *home})

    return load, listing
