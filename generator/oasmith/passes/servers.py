"""Servers and their variables (3.1, "Server Object")."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable

from ..ir.api import Operation, Server, Variable
from ..openapi.node import Node
from .schemas import Lowering

__all__ = ["common_servers", "own_servers", "servers_of"]

_BRACES = re.compile(r"\{([^{}]*)\}")


def servers_of(node: Node) -> tuple[Server, ...]:
    """The servers written at ``node``, each with the variables that its URL names.

    One that the URL names and nobody declares has no default: callers must give it.
    """
    found = node.get("servers")
    return () if found is None else tuple(_server(one) for one in found.elements())


def own_servers(
    lowering: Lowering, item: Node, operation: Node, shared: tuple[Server, ...]
) -> tuple[Server, ...]:
    """The servers of an operation, else of its path; () where it has the API's.

    The client has arguments for the variables of ``shared``; others are told.
    """
    known = {variable.name for server in shared for variable in server.variables}
    for node in (operation, item):
        servers = servers_of(node)
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
