"""Import blocks, made from what a module uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import LiteralString

from .code import Code, build, fixed, join, width
from .encode import dotted, identifier
from .fit import LIMIT, Brackets, Group, lay_out

__all__ = [
    "block",
    "export_order",
    "modules",
    "names_from",
    "one_import",
    "own",
    "reexports",
]


def block(*groups: Sequence[Code]) -> Code | None:
    """The groups of import lines with blank lines between; None when there are none."""
    filled = [join("\n", group) for group in groups if group]
    return join("\n\n", filled) if filled else None


def modules(uses: Iterable[str]) -> tuple[Code, ...]:
    """The ``import`` lines of modules as annotations name them, in isort's order.

    "typing" and "collections.abc" are imported as they are, "_uuid" is
    ``uuid`` under that alias. ``m`` and ``rt`` are not among them (see ``own``).
    """
    wanted = sorted({(use.removeprefix("_"), use) for use in uses} - _OWN)
    return tuple(_import(module, use) for module, use in wanted)


def own(uses: Iterable[str], package: LiteralString) -> tuple[Code, ...]:
    """The imports of the runtime and of the models, as ``package`` (".") sees them."""
    wanted = set(uses)
    models = build("from ", package, " import models as m")
    runtime = build("from ", package, "_runtime import rt")
    return tuple(
        line for name, line in (("m", models), ("rt", runtime)) if name in wanted
    )


def names_from(module: Code, names: Iterable[str]) -> Code:
    """One import of several names, in isort's order."""
    return one_import(
        module, [identifier(name) for name in sorted(names, key=export_order)], 0
    )


def one_import(module: Code, names: Sequence[Code], indent: int) -> Code:
    """An import of names, laid out as it stands ``indent`` columns in."""
    line = build("from ", module, " import ", join(", ", names))
    if indent + width(line.text) <= LIMIT:
        return line
    head = build("from ", module, " import (")
    group = Group(Brackets.DISPLAY, head, tuple(names), fixed(")"))
    return lay_out(group, indent)


def reexports(module: Code, names: Iterable[str], indent: int) -> Code:
    """One re-exporting import (``X as X``) of several names, in isort's order."""
    found = [identifier(name) for name in sorted(names, key=export_order)]
    return one_import(module, [build(one, " as ", one) for one in found], indent)


def export_order(name: str) -> tuple[int, str]:
    """isort's order: CONSTANTS, then Classes, then functions."""
    if name.isupper() and len(name) > 1:
        return 0, name
    return (1, name) if name[:1].isupper() else (2, name)


_OWN = {("m", "m"), ("rt", "rt")}


def _import(module: str, use: str) -> Code:
    name = dotted(module)
    if module == use:
        return build("import ", name)
    root, _, last = module.rpartition(".")
    alias = build(" as ", identifier(f"_{last}"))
    if root:
        return build("from ", dotted(root), " import ", identifier(last), alias)
    return build("import ", name, alias)
