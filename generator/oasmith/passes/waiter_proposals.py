"""What could be waited for, going by the names of fields and of their values."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir.api import Api, Operation
from ..ir.calls import calls_of
from ..ir.tables import Names
from ..ir.where import Where
from ..source.values import Frozen
from .reading import reads
from .starts import begins
from .states import Decls, State, states_of
from .words import words_of

__all__ = ["Proposal", "proposals"]

_FIELDS = frozenset({"phase", "stage", "state", "status"})
_GOING = frozenset(
    {
        "accepted",
        "active",
        "building",
        "converting",
        "copying",
        "creating",
        "deploying",
        "executing",
        "initializing",
        "launching",
        "new",
        "ongoing",
        "open",
        "pending",
        "preparing",
        "processing",
        "progress",
        "provisioning",
        "queued",
        "rendering",
        "requested",
        "running",
        "scheduled",
        "started",
        "starting",
        "submitted",
        "training",
        "updating",
        "uploading",
        "validating",
        "waiting",
        "working",
    }
)
_DONE = frozenset(
    {
        "complete",
        "completed",
        "done",
        "finished",
        "ready",
        "succeed",
        "succeeded",
        "success",
        "successful",
    }
)
_FAILED = frozenset(
    {
        "abandoned",
        "aborted",
        "canceled",
        "cancelled",
        "crashed",
        "dead",
        "denied",
        "error",
        "errored",
        "expired",
        "fail",
        "failed",
        "failure",
        "killed",
        "rejected",
        "stopped",
        "terminated",
        "timedout",
        "timeout",
        "unsuccessful",
    }
)


class Proposal(Frozen):
    """A waiter as the configuration would name it."""

    call: str
    field: str
    done: tuple[str, ...]
    failed: tuple[str, ...]
    start: tuple[str, ...]


def proposals(api: Api, names: Names) -> tuple[Proposal, ...]:
    """A waiter for each operation that reads one thing with a state, and has none yet.

    The state has values that say that it goes on, and values that say it is done.
    """
    calls = dict(calls_of(api, names))
    found: list[Proposal] = []
    for call, operation in calls.items():
        if operation.waiter is None and _reads_one(operation):
            for state in _telling(operation, api.decls):
                start = [
                    name
                    for name, other in calls.items()
                    if begins(other, operation, state.result, api.decls) is not None
                ]
                done, failed = (
                    tuple(value for value in state.values if _kind(value) == kind)
                    for kind in ("done", "failed")
                )
                found.append(Proposal(call, state.text, done, failed, tuple(start)))
    return tuple(found)


def _reads_one(operation: Operation) -> bool:
    """Whether it reads what it is told to read: an address, or a body, says which."""
    told = operation.body is not None and operation.body.required
    if operation.method == "GET":
        places = (Where.PATH, Where.QUERY)
        told = any(one.required and one.where in places for one in operation.params)
    return told and reads(operation)


def _telling(operation: Operation, decls: Decls) -> Iterator[State]:
    """The first field of the answer that is a state with an end, if there is one."""
    for state in states_of(operation, decls):
        kinds = {_kind(value) for value in state.values}
        if _FIELDS.intersection(words_of(state.text)[-1:]) and kinds >= {
            "going",
            "done",
        }:
            yield state
            return


def _kind(value: str) -> str:
    """What a value says: the first of its words that says anything decides."""
    words = words_of(value)
    for word in [*words, "".join(words)]:
        for kind, telling in (("done", _DONE), ("failed", _FAILED), ("going", _GOING)):
            if word in telling:
                return kind
    return ""
