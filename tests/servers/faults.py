"""What can go wrong on the way, asked for by a test for the next requests."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias, get_args

Kind: TypeAlias = Literal["status", "text", "malformed", "slow", "drip", "drop", "cut"]
"""What happens to a request.

``status``: an answer of that status. ``text``: one whose body is not JSON, but the text
``value``, gzipped if the header says so. ``malformed``: 200 with half a JSON text.
``slow``: no answer until released. ``drip``: an answer that comes byte by byte and does
not end until released. ``drop``: the connection is closed instead of an answer.
``cut``: it is closed in the middle of one.
"""

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault, for one request."""

    kind: Kind
    status: int = 500
    value: Any = None
    headers: dict[str, str] = field(default_factory=dict)


class Faults:
    """The faults still to come, and the gate slow answers wait at."""

    def __init__(self) -> None:
        self.released = threading.Event()
        self._waiting: deque[Fault] = deque()

    def push(self, name: str, times: int = 1, **details: Any) -> None:
        """Ask for a fault: a kind, or a status such as ``"429"``.

        ``retry_after`` becomes that header; ``value`` is the JSON body.
        """
        headers = dict(details.pop("headers", {}))
        if "retry_after" in details:
            headers["retry-after"] = str(details.pop("retry_after"))
        if name.isdecimal():
            fault = Fault("status", int(name), headers=headers, **details)
        else:
            kind = next((one for one in KINDS if one == name), None)
            if kind is None:
                raise ValueError(f"no fault {name!r}; there are statuses and {KINDS}")
            fault = Fault(kind, headers=headers, **details)
        self._waiting.extend([fault] * times)

    def take(self) -> Fault | None:
        """The fault for the request at hand."""
        return self._waiting.popleft() if self._waiting else None

    def reset(self) -> None:
        """No more faults; whoever waits is let go, and the gate is shut again."""
        self._waiting.clear()
        self.released.set()
        self.released = threading.Event()
