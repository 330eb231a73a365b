"""The house: layers import downwards only, modules are small, nothing is circular."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "generator" / "oasmith"

LAYERS = {
    "ending": 0,
    "pool": 0,
    "processes": 0,
    "source": 0,
    "diagnostics": 1,
    "config": 1,
    "openapi": 2,
    "ir": 3,
    "passes": 4,
    "python": 5,
    "emit": 6,
    "ledger": 6,
    "freshness": 7,
    "prepare": 7,
    "retold": 7,
    "outcome": 7,
    "pipeline": 7,
    "run": 7,
    "cli": 8,
    "hook": 9,
    "__main__": 9,
}
WITHIN_ONE = {
    ("config", "diagnostics"),
    ("freshness", "outcome"),
    ("freshness", "retold"),
    ("pipeline", "freshness"),
    ("pool", "ending"),
    ("processes", "pool"),
    ("pipeline", "outcome"),
    ("pipeline", "prepare"),
    ("pipeline", "retold"),
    ("run", "freshness"),
    ("run", "outcome"),
    ("run", "pipeline"),
}
"""Neighbours on one floor that may look at each other, in this direction only."""

MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST_MODULE = 350
LONGEST_FUNCTION = 60


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def dotted(path: Path) -> tuple[str, ...]:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def imports(path: Path) -> Iterator[tuple[tuple[str, ...], ast.stmt]]:
    """The modules of the house that ``path`` imports, as dotted parts."""
    package = dotted(path) if path.name == "__init__.py" else dotted(path)[:-1]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1]
            target = (*base, *(node.module.split(".") if node.module else ()))
            if node.module is None or (SOURCE.joinpath(*target)).is_dir():
                for name in node.names:
                    inner = (*target, name.name)
                    found = SOURCE.joinpath(*inner).with_suffix(".py").exists()
                    yield (inner if found else target), node
            else:
                yield target, node


def label(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_a_module_imports_nothing_above_it(path: Path) -> None:
    own = dotted(path)
    if not own:
        return
    for target, node in imports(path):
        if not target or own[0] == target[0]:
            continue
        if own[0] == "runtime":
            pytest.fail(f"{label(path)}:{node.lineno} the runtime imports {target}")
        mine, theirs = LAYERS[own[0]], LAYERS[target[0]]
        allowed = theirs < mine or (own[0], target[0]) in WITHIN_ONE
        assert allowed, f"{label(path)}:{node.lineno} imports {'.'.join(target)}"


def test_every_package_of_the_house_has_a_layer() -> None:
    names = {dotted(path)[0] for path in MODULES if dotted(path)}
    assert names - {"runtime"} <= set(LAYERS)


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {
        dotted(path): {
            target for target, node in imports(path) if not _is_typing_only(path, node)
        }
        for path in MODULES
    }
    state: dict[tuple[str, ...], int] = {}

    def visit(module: tuple[str, ...], way: tuple[tuple[str, ...], ...]) -> None:
        if state.get(module) == 1:
            circle = " -> ".join(".".join(one) for one in (*way, module))
            pytest.fail(f"modules import each other: {circle}")
        if state.get(module) == 2 or module not in graph:
            return
        state[module] = 1
        for target in sorted(graph[module]):
            if target != module[: len(target)]:
                visit(target, (*way, module))
        state[module] = 2

    for module in sorted(graph):
        visit(module, ())


def _is_typing_only(path: Path, node: ast.stmt) -> bool:
    """Whether the import stands under ``if TYPE_CHECKING`` or inside a function."""
    for outer in ast.walk(tree(path)):
        if isinstance(outer, ast.If | ast.FunctionDef | ast.AsyncFunctionDef):
            if isinstance(outer, ast.If) and "TYPE_CHECKING" not in ast.dump(
                outer.test
            ):
                continue
            if any(inner is node for inner in ast.walk(outer)):
                return True
    return False


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_a_module_is_short_enough_to_be_read_at_once(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= LONGEST_MODULE, f"{label(path)} has {lines} lines"


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_a_function_fits_a_screen(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert (
                length <= LONGEST_FUNCTION
            ), f"{label(path)}:{node.lineno} {node.name} has {length} lines"


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_an_import_inside_a_function_says_why(path: Path) -> None:
    if dotted(path)[:1] == ("runtime",):
        pytest.skip("a client imports what it needs when it needs it, as rt says")
    lines = path.read_text("utf-8").splitlines()
    for function in ast.walk(tree(path)):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom):
                around = "\n".join(lines[max(node.lineno - 4, 0) : node.lineno])
                assert (
                    "#" in around
                ), f"{label(path)}:{node.lineno} imports without a reason"


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_no_error_is_swallowed(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ExceptHandler):
            assert not (
                len(node.body) == 1 and isinstance(node.body[0], ast.Pass)
            ), f"{label(path)}:{node.lineno} passes over an error"


def test_the_runtime_awaits_in_its_async_shells_alone() -> None:
    waiting = (ast.Await, ast.AsyncFor, ast.AsyncWith)
    found = {
        path.name
        for path in MODULES
        if dotted(path)[:1] == ("runtime",)
        and any(isinstance(node, waiting) for node in ast.walk(tree(path)))
    }
    assert all(name.startswith("aio") for name in found)


VIEWS = [one for one in MODULES if dotted(one)[:1] == ("python",)]
UNNOTED = ("context", "digests")


@pytest.mark.parametrize("path", VIEWS, ids=label)
def test_views_read_the_api_where_it_is_noted(path: Path) -> None:
    assert path.stem in UNNOTED or ".whole" not in path.read_text("utf-8")


@pytest.mark.parametrize("word", ["TODO", "FIXME", "XXX"])
def test_nothing_is_left_to_do_for_a_reader(word: str) -> None:
    found = [
        f"{label(path)}:{number}"
        for path in MODULES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if f"# {word}" in line
    ]
    assert not found
