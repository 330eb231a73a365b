"""A server that issues tokens and one that takes them, on one loopback address."""

from __future__ import annotations

import json
import time
import typing
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from .conftest import PARCEL
from .server import Answer, Request, Server


@dataclass
class Issuer(Server):
    """Issues ``t1``, ``t2``, … and takes only the last one, or none, or any."""

    expires_in: object = 3600
    delay: float = 0.0
    refresh: bool = False
    problem: Answer | None = None
    metadata: dict[str, typing.Any] = field(default_factory=dict)
    metadata_at: str = "/metadata"
    issued: int = 0
    revoked: bool = False
    lenient: bool = False

    def __post_init__(self) -> None:
        Server.__init__(self)

    def take(self, request: Request) -> Answer:
        with self._lock:
            self.requests.append(request)
        if request.path == self.metadata_at:
            return Answer(json=self.metadata)
        if request.path.endswith("/token"):
            return self.issue()
        token = request.headers.get("authorization", "")
        if self.lenient:
            return Answer(json=PARCEL)
        if self.revoked or token != f"Bearer t{self.issued}":
            return Answer(401, json={"error": "invalid_token"})
        return Answer(json=PARCEL)

    def issue(self) -> Answer:
        """The next token, after a while."""
        time.sleep(self.delay)
        if self.problem is not None:
            return self.problem
        with self._lock:
            self.issued += 1
            told: dict[str, object] = {"access_token": f"t{self.issued}"}
        told["token_type"] = "Bearer"
        if self.expires_in is not None:
            told["expires_in"] = self.expires_in
        if self.refresh:
            told["refresh_token"] = f"refresh-{self.issued}"
        return Answer(json=told)

    @property
    def forms(self) -> list[dict[str, str]]:
        """What was asked of the token endpoint."""
        return [dict(parse_qsl(one.body.decode())) for one in self.asked]

    @property
    def asked(self) -> list[Request]:
        """The requests for tokens."""
        return [one for one in self.requests if one.path.endswith("/token")]

    @property
    def calls(self) -> list[str]:
        """The credentials that calls came with."""
        return [
            one.headers.get("authorization", "")
            for one in self.requests
            if "/parcels" in one.path
        ]


def oauth_error(error: str, description: str = "", status: int = 400) -> Answer:
    """An error of a token endpoint (RFC 6749, 5.2)."""
    told = {"error": error, "error_description": description}
    return Answer(status, body=json.dumps(told).encode())


@contextmanager
def issuer(**settings: typing.Any) -> Iterator[Issuer]:
    """A server for the length of a test."""
    made = Issuer(**settings)
    try:
        yield made
    finally:
        made.close()
