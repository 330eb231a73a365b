"""Modules whose names are imported when they are first asked for (PEP 562)."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from types import ModuleType

__all__ = ["attach"]


def attach(
    module: str, names: str
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Make the ``__getattr__`` and ``__dir__`` of a lazy module.

    Args:
        module: The ``__name__`` of the module that calls.
        names: Relative modules, each with a colon and the names it defines:
            ``".client: AsyncClient Client .errors: ApiError"``.

    Returns:
        The two functions, to be bound to those names in the package. ``__all__`` is
        one of the attributes they know.
    """
    home: dict[str, str] = {}
    source = ""
    for word in names.split():
        if word.endswith(":"):
            source = word[:-1]
        else:
            home[word] = source

    def load(name: str) -> object:
        if name == "__all__":
            return sorted(home)
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
