"""Servers and their variables (3.1, "Server Object")."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable

from ..ir.api import Operation, Server, Variable
from ..openapi.node import Node
from .schemas import Lowering

__all__ = ["common_servers", "own_servers", "told_servers"]

_BRACES = re.compile(r"\{([^{}]*)\}")


def _servers(node: Node) -> tuple[Server, ...]:
    """The servers written at ``node``, each with the variables that its URL names.

    One that the URL names and nobody declares has no default: callers must give it.
    """
    found = node.get("servers")
    return () if found is None else tuple(_server(one) for one in found.elements())


def told_servers(lowering: Lowering, root: Node) -> tuple[Server, ...]:
    """The servers of the whole API; told where none of them is an address."""
    servers = _servers(root)
    relative = [one for one in servers if one.url.strip("/ ") and _is_relative(one)]
    for server in relative if len(relative) == len(servers) else ():
        lowering.report.add(
            "SRV002",
            server.at,
            f"{server.url!r} is relative to where the description lies, which a client"
            " does not know",
            hint="write the whole address; until then callers give base_url",
        )
    return servers


def _is_relative(server: Server) -> bool:
    return not re.match(r"//|[^/?#]*://|\{", server.url.strip())


def own_servers(
    lowering: Lowering, item: Node, operation: Node, shared: tuple[Server, ...]
) -> tuple[Server, ...]:
    """The servers of an operation, else of its path; () where it has the API's.

    The client has arguments for the variables of ``shared``; others are told.
    """
    known = {variable.name for server in shared for variable in server.variables}
    for node in (operation, item):
        servers = _servers(node)
        for server in servers:
            names = [one.name for one in server.variables if one.name not in known]
            if names:
                lowering.report.add(
                    "SRV001",
                    server.at,
                    f"no argument of the client sets {', '.join(names)}: only the"
                    " servers of the whole API have arguments",
                    hint="callers who need another value give base_url",
                )
        if servers:
            return servers
    return ()


def common_servers(operations: Iterable[Operation]) -> tuple[Server, ...]:
    """The servers most operations share, for an API that names none of its own."""
    found = [one.servers for one in operations if one.servers]
    counted = Counter(_addresses(servers) for servers in found)
    return max(found, key=lambda servers: counted[_addresses(servers)], default=())


def _addresses(servers: tuple[Server, ...]) -> tuple[tuple[str, object], ...]:
    """What the servers are, wherever they stand."""
    return tuple((server.url, server.variables) for server in servers)


def _server(node: Node) -> Server:
    url = node.text("url")
    declared = node.get("variables")
    nodes = {} if declared is None else dict(declared.items())
    variables = tuple(
        _variable(name, nodes.get(name)) for name in dict.fromkeys(_BRACES.findall(url))
    )
    return Server(url, variables, node.text("description"), node.place)


def _variable(name: str, node: Node | None) -> Variable:
    if node is None:
        return Variable(name, "")
    found, default = node.get("enum"), node.get("default")
    values = () if found is None else tuple(_text(one) for one in found.elements())
    told = "" if default is None else _text(default)
    return Variable(name, told, values, node.text("description"))


def _text(node: Node) -> str:
    """A value that is text, though a port may be written as a number."""
    value = node.value
    return value if isinstance(value, str) else json.dumps(value)
