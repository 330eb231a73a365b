"""What the configuration says of waiting, found in the API."""

from __future__ import annotations

from collections.abc import Mapping

from ..config.model import WaiterConfig
from ..diagnostics import Report
from ..ir.api import Api, Operation, Start, Waiter
from ..ir.calls import calls_of
from ..ir.names import OperationId
from ..ir.tables import Names
from ..source.nearest import nearest
from ..source.values import replace
from .starts import start_of
from .states import State, state_at, states_of
from .waiter_names import name_waiters

__all__ = ["with_waiters"]


def with_waiters(
    api: Api, names: Names, told: Mapping[str, WaiterConfig], report: Report
) -> tuple[Api, Names]:
    """The API with its waiters, and the names with those of the methods that wait.

    What leads nowhere is reported and left out.
    """
    calls = dict(calls_of(api, names))
    waiters: dict[OperationId, Waiter] = {}
    for call, config in told.items():
        operation = _found(call, calls, config, (), report)
        state = None if operation is None else _state(operation, config, api, names)
        if operation is None:
            continue
        if state is None:
            _say_no_state(call, operation, config, api, report)
            continue
        _check_states(state, config, report)
        waiters[operation.id] = Waiter(
            field=state.ways[0],
            done=config.done,
            failed=config.failed,
            result=state.result,
            starts=_starts(call, operation, state, config, calls, api, report),
        )
    return _with(api, waiters), name_waiters(api, names, waiters)


def _with(api: Api, waiters: Mapping[OperationId, Waiter]) -> Api:
    """The API, its operations with their waiters."""
    resources = tuple(
        replace(
            resource,
            operations=tuple(
                replace(one, waiter=waiters.get(one.id)) for one in resource.operations
            ),
        )
        for resource in api.resources
    )
    return replace(api, resources=resources)


def _found(
    call: str,
    calls: Mapping[str, Operation],
    config: WaiterConfig,
    steps: tuple[str, ...],
    report: Report,
) -> Operation | None:
    """The operation of that name, else a diagnostic at the ``steps`` of the waiter."""
    if call not in calls:
        guess = nearest(call, calls)
        words = f"the client has no method {call!r}"
        hint = f"did you mean {guess!r}?" if guess else "write resource.method"
        config.spot(*steps).say(report, "WAI001", words, hint)
    return calls.get(call)


def _state(
    operation: Operation, config: WaiterConfig, api: Api, names: Names
) -> State | None:
    """The field that is waited on, if it has one name whatever the answer is."""
    state = state_at(operation, config.field, api.decls)
    if state is None:
        return None
    written = {tuple(names.fields[field] for field in way) for way in state.ways}
    return state if len(written) == 1 else None


def _say_no_state(
    call: str, operation: Operation, config: WaiterConfig, api: Api, report: Report
) -> None:
    known = [state.text for state in states_of(operation, api.decls)]
    guess = nearest(config.field, known)
    if guess:
        hint = f"did you mean {guess!r}?"
    elif known:
        hint = f"its text fields are {', '.join(known[:_SHOWN])}"
    else:
        hint = "its answer is described by no object with a text in it"
    words = f"what {call} brings has no text {config.field!r}"
    config.spot("field").say(report, "WAI002", words, hint)


_SHOWN = 10
"""So many values stand in a hint."""


def _check_states(state: State, config: WaiterConfig, report: Report) -> None:
    """Report what is waited for and is not among the values described, if any are."""
    for key, listed in (("done", config.done), ("failed", config.failed)):
        for position, value in enumerate(listed):
            if not state.values or value in state.values:
                continue
            guess = nearest(value, state.values)
            known = ", ".join(state.values[:_SHOWN])
            hint = f"did you mean {guess!r}?" if guess else f"it is one of {known}"
            words = f"{state.text} is never {value!r} in the description"
            config.spot(key, str(position)).say(report, "WAI003", words, hint)


def _starts(
    call: str,
    waiting: Operation,
    state: State,
    config: WaiterConfig,
    calls: Mapping[str, Operation],
    api: Api,
    report: Report,
) -> tuple[Start, ...]:
    """The operations that begin what is waited for, as far as they do."""
    found: dict[OperationId, Start] = {}
    for position, name in enumerate(config.start):
        steps = ("start", str(position))
        operation = _found(name, calls, config, steps, report)
        if operation is None:
            continue
        start = start_of(operation, waiting, state.result, api.decls)
        if start is None:
            words = f"the answer of {name} does not say what {call} is to be given"
            hint = f"take it out, or describe a link from {name} to {call}"
            config.spot(*steps).say(report, "WAI004", words, hint)
            continue
        found[operation.id] = start
    return tuple(found.values())
