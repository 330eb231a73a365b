"""What a server may do to a client, asked for by the request itself.

A request with the header ``x-fault: storm;times=2;seconds=1`` (or so in the query, as
``fault``) meets that fault. Its header ``x-call`` (or ``call`` in the query) names the
call it belongs to, so that so many requests of that call meet it, and no other does.
"""

from __future__ import annotations

import asyncio
import gzip
import time
from collections import Counter
from dataclasses import dataclass
from email.utils import formatdate
from typing import Literal, TypeAlias, get_args
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tests.servers.asgi import Wires

__all__ = ["FORMS", "KINDS", "Fault", "Form", "Kind", "Misbehaving"]

Kind: TypeAlias = Literal[
    "reset before",
    "reset after",
    "cut",
    "drip",
    "late",
    "length above",
    "length below",
    "bad gzip",
    "cut gzip",
    "torn",
    "storm",
    "busy",
    "bare",
    "error",
]
"""What happens to a request.

It is not carried out: ``reset before``, the connection is reset; ``storm`` is 429 and
``busy`` 503, with what ``form`` says of how long it takes; ``bare`` is 503 without.
It is, and then: ``reset after``, no answer; ``cut``, half of one; ``drip``, one drop by
drop; ``late``, after so many seconds; ``length above`` and ``length below``, of another
length than it says; ``bad gzip`` and ``cut gzip``; ``torn``, half of one as if it were
the whole; ``error`` is 500.
"""

Form: TypeAlias = Literal["seconds", "date", "reset", "moment"]
"""How a refusal says when to come again: ``Retry-After`` in seconds or as a date, or
the reset of a rate limit in seconds or as a moment since 1970."""

KINDS: tuple[Kind, ...] = get_args(Kind)
FORMS: tuple[Form, ...] = get_args(Form)
REFUSALS = {"storm": 429, "busy": 503, "bare": 503}
PATIENCE = 30.0
DROPS = 100
"""In about so many pieces an answer drips."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault, how often it is met, and how long it takes.

    So many requests as ``after`` says come before the first that meets it.
    """

    kind: Kind
    times: int = 1
    seconds: float = 0.0
    form: Form = "seconds"
    after: int = 0

    @classmethod
    def read(cls, text: str) -> Fault:
        """The fault that a header asks for.

        Raises:
            ValueError: There is none of that kind.
        """
        name, *told = (part.strip() for part in text.split(";"))
        given = dict(one.partition("=")[::2] for one in told)
        kind = next((one for one in KINDS if one == name), None)
        form = next((one for one in FORMS if one == given.get("form", one)), None)
        if kind is None or form is None:
            raise ValueError(f"no fault {text!r}; there are {', '.join(KINDS)}")
        return cls(
            kind,
            int(given.get("times", 1)),
            float(given.get("seconds", 0)),
            form,
            int(given.get("after", 0)),
        )

    def __str__(self) -> str:
        """The header that asks for it."""
        details = f"times={self.times};seconds={self.seconds};form={self.form}"
        return f"{self.kind};{details};after={self.after}"

    def strikes(self, number: int) -> bool:
        """Whether the request of this number, from 1 on, meets it."""
        return self.after < number <= self.after + self.times


@dataclass
class Answer:
    """What an application said, held back."""

    status: int = 0
    headers: tuple[tuple[bytes, bytes], ...] = ()
    body: bytes = b""

    async def take(self, message: Message) -> None:
        """Take a message of the application."""
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], tuple(message["headers"])
        else:
            self.body += message.get("body", b"")

    def start(self, **changed: str) -> Message:
        """The message that begins the answer, with some headers changed."""
        raw = [*self.headers]
        headers = MutableHeaders(raw=raw)
        for name, value in changed.items():
            headers[name.replace("_", "-")] = value
        return {"type": "http.response.start", "status": self.status, "headers": raw}


class Misbehaving:
    """An application whose answers go wrong where requests ask for it."""

    def __init__(self, app: ASGIApp, wires: Wires) -> None:
        self.attempts: Counter[str] = Counter()
        self._app = app
        self._wires = wires

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or do to it what it asks for."""
        headers = Headers(scope=scope)
        query = parse_qs(scope["query_string"].decode())
        asked = headers.get("x-fault") or query.get("fault", [""])[0]
        if not asked:
            await self._app(scope, receive, send)
            return
        fault = Fault.read(asked)
        call = headers.get("x-call") or query.get("call", [""])[0]
        self.attempts[call] += 1
        if fault.strikes(self.attempts[call]):
            await self._misbehave(fault, scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _misbehave(
        self, fault: Fault, scope: Scope, receive: Receive, send: Send
    ) -> None:
        if fault.kind in REFUSALS:
            await _drain(receive)
            await _refusal(fault)(scope, receive, send)
            return
        if fault.kind == "reset before":
            self._wires.reset(scope)
            return
        answer = Answer()
        await self._app(scope, receive, answer.take)
        match fault.kind:
            case "reset after":
                self._wires.reset(scope)
            case "cut":
                half = answer.body[: len(answer.body) // 2]
                await send(answer.start())
                await send(_part(half, more=True))
                self._wires.close(scope)
            case "drip":
                await _drip(answer, fault.seconds, send)
            case "length below":
                self._wires.write(scope, _shortened(answer))
                self._wires.close(scope)
            case "length above":
                length = str(len(answer.body) + 10)
                await send(answer.start(content_length=length))
                await send(_part(answer.body, more=True))
                await asyncio.wait_for(_gone(receive), PATIENCE)
            case _:
                await _complete(fault, answer, send)


async def _complete(fault: Fault, answer: Answer, send: Send) -> None:
    """Answers that are whole as HTTP goes."""
    changed: dict[str, str] = {}
    body = answer.body
    match fault.kind:
        case "late":
            await asyncio.sleep(fault.seconds)
        case "error":
            answer.status = 500
        case "torn":
            body = body[: len(body) // 2]
            changed = {"content_length": str(len(body))}
        case "bad gzip":
            changed = {"content_encoding": "gzip"}
        case _:
            changed = {"content_encoding": "gzip"}
            body = gzip.compress(body)[:-12]
    if changed:
        changed["content_length"] = str(len(body))
    await send(answer.start(**changed))
    await send(_part(body))


def _refusal(fault: Fault) -> JSONResponse:
    headers = {} if fault.kind == "bare" else dict([_patience(fault)])
    status = REFUSALS[fault.kind]
    return JSONResponse({"message": fault.kind}, status, headers)


def _patience(fault: Fault) -> tuple[str, str]:
    """The header that says when to come again."""
    moment = time.time() + fault.seconds
    match fault.form:
        case "seconds":
            return "retry-after", f"{fault.seconds:g}"
        case "date":
            return "retry-after", formatdate(moment, usegmt=True)
        case "reset":
            return "ratelimit-reset", f"{fault.seconds:g}"
        case "moment":
            return "x-ratelimit-reset", f"{moment:.0f}"


def _part(body: bytes, *, more: bool = False) -> Message:
    return {"type": "http.response.body", "body": body, "more_body": more}


def _shortened(answer: Answer) -> bytes:
    """An answer that says it is three bytes shorter than it is."""
    length = len(answer.body) - 3
    head = (
        f"HTTP/1.1 {answer.status} Fine\r\ncontent-type: application/json\r\n"
        f"content-length: {length}\r\n\r\n"
    )
    return head.encode() + answer.body


async def _drip(answer: Answer, seconds: float, send: Send) -> None:
    await send(answer.start())
    size = max(len(answer.body) // DROPS, 1)
    for place in range(0, len(answer.body), size):
        await send(_part(answer.body[place : place + size], more=True))
        await asyncio.sleep(seconds * size / len(answer.body))
    await send(_part(b""))


async def _drain(receive: Receive) -> None:
    """Read a request to its end, as servers do that answer it all the same."""
    while (await receive()).get("more_body"):
        pass


async def _gone(receive: Receive) -> None:
    """Wait until the client has gone away."""
    while (await receive())["type"] != "http.disconnect":
        pass
