"""What the source of a generated package must not hold."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

_CASTS = ("typing.cast", "rt.cast")


def forbidden(package: Path) -> Iterator[str]:
    """``type: ignore``, ``cast`` and ``**kwargs`` in generated code, with places."""
    for path in _modules(package):
        text = path.read_text("utf-8")
        name = path.relative_to(package).as_posix()
        for node in ast.walk(ast.parse(text, type_comments=True)):
            match node:
                case ast.Module(type_ignores=[_, *_]):
                    yield f"{name}: type: ignore"
                case ast.arguments(kwarg=ast.arg(arg=kwarg)):
                    yield f"{name}: **{kwarg}"
                case ast.Call(func=called) if ast.unparse(called).endswith(_CASTS):
                    yield f"{name}: cast at line {node.lineno}"
                case _:
                    pass


def untyped_fields(package: Path) -> set[str]:
    """The names on the wire of fields that say ``Any`` and nothing more."""
    found: set[str] = set()
    for path in _modules(package):
        if path.name == "models.py" or path.parent.name == "models":
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.AnnAssign) and _is_any(node.annotation):
                    found.add(_wire(node))
    return found


def _modules(package: Path) -> Iterator[Path]:
    for path in sorted(package.rglob("*.py")):
        if "_runtime" not in path.relative_to(package).parts:
            yield path


def _is_any(annotation: ast.expr) -> bool:
    match annotation:
        case ast.Attribute(value=ast.Name(id="typing" | "_typing"), attr="Any"):
            return True
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return _is_any(left) or _is_any(right)
        case _:
            return False


def _wire(node: ast.AnnAssign) -> str:
    """The name on the wire: what ``rt.field`` says first, else the field's own."""
    match node.value:
        case ast.Call(args=[ast.Constant(value=str(wire)), *_]):
            return wire
        case _:
            return node.target.id if isinstance(node.target, ast.Name) else ""
