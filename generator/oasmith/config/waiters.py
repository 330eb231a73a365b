"""What the configuration says of waiting: which states of what are final."""

from __future__ import annotations

from collections.abc import Mapping

from ..source.pointer import Pointer
from .fields import Table
from .model import WaiterConfig
from .spot import Spot

__all__ = ["read_waiters"]


def read_waiters(table: Table) -> dict[str, WaiterConfig]:
    """The waiters by operation; one that makes no sense is reported and left out."""
    found: dict[str, WaiterConfig] = {}
    for name in table.values:
        waiter = _waiter(table.table(name), name)
        if waiter is not None:
            found[name] = waiter
    return found


def _waiter(table: Table, name: str) -> WaiterConfig | None:
    table.only("field", "done", "failed", "start")
    written = table.text("field", check=_wrong_field)
    done, failed = table.texts("done"), table.texts("failed")
    start = table.texts("start")
    missing = [key for key in ("field", "done") if key not in table.values]
    if missing:
        words = f"the waiter {name!r} has no {' and no '.join(missing)}"
        hint = f'write waiters."{name}" = {{ field = "status", done = ["…"] }}'
        table.say("CFG005", (), words, hint, on_key=True)
        return None
    twice = [state for state in failed if state in done]
    for state in twice:
        steps = ("failed", str(failed.index(state)))
        words = f"{state!r} is both done and failed"
        table.say("CFG004", steps, words, "take it out of one of them")
    if not done and not table.values["done"]:
        table.say("CFG004", ("done",), "no state is done", "name at least one")
    if written is None or not done or twice:
        return None
    lists = {"done": done, "failed": failed, "start": start}
    return WaiterConfig(written, done, failed, start, _spots(table, lists))


def _spots(table: Table, lists: Mapping[str, tuple[str, ...]]) -> dict[Pointer, Spot]:
    found: dict[Pointer, Spot] = {
        (): table.spot(on_key=True),
        ("field",): table.spot("field"),
    }
    for key, texts in lists.items():
        for position in range(len(texts)):
            steps = (key, str(position))
            found[steps] = table.spot(*steps)
    return found


def _wrong_field(text: str) -> str:
    return "" if all(text.split(".")) else "names no field"
