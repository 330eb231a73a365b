"""Path templates: what of them is sent, and which parameters they name."""

from __future__ import annotations

import re
from collections.abc import Container

from ..diagnostics import Effect
from ..openapi.node import Node
from .schemas import Lowering

__all__ = ["path_names", "sent_path", "without_repeated"]

_BRACES = re.compile(r"\{([^{}]+)\}")


def sent_path(
    lowering: Lowering, item: Node, path: str, others: Container[str]
) -> str | None:
    """The path with the slash it must begin with; one that lacks it is reported.

    An empty one stands for the address of the server itself. None: with its slash
    it is one of the ``others``.
    """
    if not path or path.startswith("/"):
        return path
    twin = f"/{path}" in others
    lowering.report.add(
        "OPS001",
        item.place.key(),
        f'the path {path!r} "MUST begin with a forward slash";'
        + (f" there is a '/{path}' too" if twin else f" it is taken as '/{path}'"),
        hint=f"write '/{path}'",
        effect=Effect.REFUSED if twin else Effect.NONE,
    )
    return None if twin else f"/{path}"


def path_names(path: str) -> tuple[str, ...]:
    """The names between braces in a path template, in order, each once.

    Not those of its fragment, which tells operations apart and is not sent.
    """
    return tuple(dict.fromkeys(_BRACES.findall(path.partition("#")[0])))


def without_repeated(path: str, queries: Container[str]) -> str:
    """The template without the ``?name={name}`` that query parameters send anyway."""
    path, mark, fragment = path.partition("#")
    path, question, query = path.partition("?")
    kept = [
        pair
        for pair in query.split("&")
        if not any(name in queries for name in _BRACES.findall(pair))
    ]
    rest = question + "&".join(kept) if any(kept) else ""
    return path + rest + mark + fragment
