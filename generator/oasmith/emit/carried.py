"""Which files of the runtime a package carries: those that its modules lead to.

A file is carried where a generated module imports it or uses a name of it through
``rt``, or where one that is carried imports it: at once, later, or for type checkers
alone. So all that a package can reach is there and nothing else, and no list has to
say which feature needs which files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..source.files import content, inside
from ..source.values import Frozen

__all__ = ["Carried", "carried", "imported"]

_ALWAYS = ("__init__", "lazy")
_FACADE = "rt"
"""The module of the runtime's names; of each package's own it has those in use."""

_IMPORT = re.compile(r"from \.(\w*) import (\([^)]*\)|[^\n(]*)")
_OF_RUNTIME = re.compile(r"from \.+_runtime(?:\.(\w+))? import (\([^)]*\)|[^\n(]*)")
_USED = re.compile(r"rt(?<!\wrt)\.(\w+)")
_NAME = re.compile(r"\w+")


class Carried(Frozen):
    """The runtime of one package.

    ``files`` are copied as they are, by their names; ``names`` are those its modules
    use through ``rt``, by the module that each is from.
    """

    files: Mapping[str, str]
    names: Mapping[str, tuple[str, ...]]


def carried(modules: Iterable[str]) -> Carried:
    """The runtime of a package whose generated modules are these texts."""
    folder = Path(__file__).resolve().parent.parent / "runtime"
    home = {
        name: module
        for module, names in imported(_read(folder, _FACADE))
        if module not in _ALWAYS
        for name in names
    }
    known = {path.stem for path in folder.glob("*.py")} - {_FACADE}
    names: set[str] = set()
    pending = list(_ALWAYS)
    for text in modules:
        names.update(name for name in _USED.findall(text) if name in home)
        for module, told in _OF_RUNTIME.findall(text):
            if module in ("", _FACADE):
                listed = _NAME.findall(told)
                names.update(name for name in listed if name in home)
                pending += [name for name in listed if name not in home]
            else:
                pending.append(module)
    pending += [home[name] for name in names]
    files: dict[str, str] = {}
    while pending:
        module = pending.pop()
        if module in known and f"{module}.py" not in files:
            files[f"{module}.py"] = text = _read(folder, module)
            pending += [one for one, _ in imported(text)]
    return Carried(files, _by_module(names, home))


def imported(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a module of the runtime imports from others of it, each with the names."""
    for module, told in _IMPORT.findall(text):
        names = tuple(_NAME.findall(told))
        if module:
            yield module, names
        else:
            yield from ((name, ()) for name in names)


def _by_module(
    names: Iterable[str], home: Mapping[str, str]
) -> Mapping[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for name in sorted(names):
        table.setdefault(home[name], []).append(name)
    return {module: tuple(table[module]) for module in sorted(table)}


def _read(folder: Path, module: str) -> str:
    return content(inside(str(folder), f"{module}.py")).decode("utf-8")
