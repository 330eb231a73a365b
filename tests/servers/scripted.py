"""An API that answers what a test tells it to, in order."""

from __future__ import annotations

from collections import deque
from typing import Any

from tests.servers.messages import Answer, Request


class Scripted:
    """Answers each request with the next scripted answer, or 200 and ``{}``."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.url = ""
        self._answers: deque[Answer] = deque()

    def will(self, value: Any = None, status: int = 200, **headers: str) -> None:
        """Answer the next request so; with a ``content_type`` the value is text."""
        named = {name.replace("_", "-"): told for name, told in headers.items()}
        if "content-type" in named:
            content = value if isinstance(value, bytes) else str(value).encode()
            self._answers.append(Answer(status, content=content, headers=named))
        else:
            self._answers.append(Answer(status, value, headers=named))

    def answer(self, request: Request) -> Answer:
        """The next answer."""
        self.requests.append(request)
        return self._answers.popleft() if self._answers else Answer(200, {})

    @property
    def last(self) -> Request:
        """The request that came last."""
        return self.requests[-1]
