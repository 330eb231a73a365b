"""The names of the methods that wait."""

from __future__ import annotations

from collections.abc import Mapping

from ..ir.api import Api, Waiter
from ..ir.names import OperationId
from ..ir.tables import Names
from ..source.values import replace

__all__ = ["name_waiters"]

_PLAIN = "wait"
_READING = frozenset({"fetch", "get", "read", "retrieve", "show"})
_ITSELF: tuple[list[str], ...] = ([], ["state"], ["status"])
"""What is left of a method that tells of nothing but the resource itself."""


def name_waiters(
    api: Api, names: Names, waiters: Mapping[OperationId, Waiter]
) -> Names:
    """The names with those of the methods that wait.

    What is waited for by ``get``, or by ``get_status``, is the resource itself: that
    is ``wait``. Others are ``wait_for_details`` after ``get_details``, and
    ``create_and_wait`` after what begins it. A later waiter renames none before it.
    """
    home = {
        operation.id: resource.key
        for resource in api.resources
        for operation in resource.operations
    }
    taken = _taken(api, names)
    waits: dict[OperationId, str] = {}
    for identity in waiters:
        waits[identity] = _given(
            _wishes(names.operations[identity]), taken[home[identity]]
        )
    starts: dict[tuple[OperationId, OperationId], str] = {}
    for identity, waiter in waiters.items():
        for start in waiter.starts:
            begun = names.operations[start.operation]
            long = _wishes(names.operations[identity])[-1]
            wishes = (f"{begun}_and_{_PLAIN}", f"{begun}_and_{long}")
            name = _given(wishes, taken[home[start.operation]])
            starts[start.operation, identity] = name
    return replace(names, waits=waits, starts=starts)


def _wishes(method: str) -> tuple[str, ...]:
    """The names that a method of waiting may have, the best first."""
    words = method.split("_")
    about = words[1:] if words[0] in _READING else words
    long = "_".join([_PLAIN, "for", *(about or words)])
    return (_PLAIN, long) if about in _ITSELF else (long,)


def _taken(api: Api, names: Names) -> dict[str, set[str]]:
    """The names that stand in each resource, those of the client under ""."""
    found = {
        resource.key: {names.operations[one.id] for one in resource.operations}
        for resource in api.resources
    }
    found.setdefault("", set()).update(names.resources.values())
    return found


def _given(wishes: tuple[str, ...], taken: set[str]) -> str:
    """The first wish that is free, the last with underscores behind if none is."""
    name = next((one for one in wishes if one not in taken), wishes[-1])
    while name in taken:
        name += "_"
    taken.add(name)
    return name
