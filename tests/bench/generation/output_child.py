"""Looks at what a tool made: its size, and whether it compiles and imports.

Run by an interpreter that has what the client needs: ``python -I -B output_child.py
FOLDER``. Prints JSON.
"""

from __future__ import annotations

import importlib
import json
import marshal
import pkgutil
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

RUNTIME = "_runtime"
NOT_CLIENT = ("test", "tests", "docs")
BESIDE = ("setup.py", "conftest.py")


def sources(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Where to import from, and each module of the client below it."""
    packages = [path.parent for path in folder.rglob("__init__.py")]
    least = min((len(path.parts) for path in packages), default=0)
    tops = [path for path in packages if len(path.parts) == least]
    roots = {path.parent for path in tops} or {folder}
    for root in sorted(roots):
        for path in sorted(root.rglob("*.py")):
            first = path.relative_to(root).parts[0]
            if first not in NOT_CLIENT and first not in BESIDE:
                yield root, path


def look(folder: Path) -> dict[str, Any]:
    """The size of a client, and what is wrong with it."""
    found = list(sources(folder))
    sizes = dict.fromkeys(("lines", "bytes", "bytecode"), 0)
    runtime = dict.fromkeys(("lines", "bytes"), 0)
    problem = ""
    for root, path in found:
        data = path.read_bytes()
        whole = {"lines": data.count(b"\n"), "bytes": len(data)}
        try:
            code = compile(data, str(path), "exec", dont_inherit=True)
            sizes["bytecode"] += len(marshal.dumps(code)) + 16
        except (SyntaxError, ValueError, RecursionError) as error:
            problem = problem or f"{path.relative_to(root)}: {error}"
        for key, value in whole.items():
            sizes[key] += value
            if RUNTIME in path.parts:
                runtime[key] += value
    compiles = not problem
    problem = problem or imported({root for root, _ in found}, found)
    return {
        **sizes,
        "runtime": runtime,
        "files": len(found),
        "compiles": compiles,
        "imports": not problem,
        "problem": problem,
    }


def imported(roots: set[Path], found: list[tuple[Path, Path]]) -> str:
    """What is wrong with importing every module; "" for nothing."""
    sys.path[:0] = [str(root) for root in roots]
    tops = sorted({path.relative_to(root).parts[0] for root, path in found})
    try:
        for top in tops:
            module = importlib.import_module(top.removesuffix(".py"))
            inside = getattr(module, "__path__", None)
            if inside is not None:
                for one in pkgutil.walk_packages(inside, f"{module.__name__}."):
                    importlib.import_module(one.name)
    except BaseException as error:  # whatever a peer's module raises is a result
        return f"{type(error).__name__}: {error}"[:300]
    return ""


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(10_000)
    told = look(Path(sys.argv[1]))
    print(json.dumps(told))
    sys.stdout.flush()
