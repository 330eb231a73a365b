"""Tokens that an application issues, and a vault that takes no other.

The address of the token endpoint says what its tokens are like: ``call`` is the name of
their issuer, ``lasts`` how many seconds they are taken, ``told`` how many it says (or
several numbers, for one token after the other). A refresh token is good for one use.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

__all__ = ["ISSUED", "Guarded", "Issuers"]

HOUR = 3600.0


@dataclass
class Issuer:
    """What one issuer gave out: until when each token is taken, and what renews it."""

    ends: dict[str, float] = field(default_factory=dict)
    refresh: str = ""


@dataclass
class Issuers:
    """All issuers by their names; ``refused`` counts the calls with a bad token."""

    by_name: defaultdict[str, Issuer] = field(
        default_factory=lambda: defaultdict(Issuer)
    )
    refused: Counter[str] = field(default_factory=Counter)

    def is_taken(self, token: str) -> bool:
        """Whether a token is one that lasts."""
        name = token.rpartition(".")[0]
        taken = time.monotonic() < self.by_name[name].ends.get(token, 0.0)
        self.refused[name] += not taken
        return taken

    def issued(self) -> dict[str, int]:
        """How many tokens each issuer has issued."""
        return {name: len(one.ends) for name, one in self.by_name.items()}


def _issuers(request: Request) -> Issuers:
    issuers: Issuers = request.app.state.issuers
    return issuers


async def issue(request: Request) -> Response:
    """Issue a token (RFC 6749, 4.4 and 6)."""
    form = parse_qs((await request.body()).decode())
    query = request.query_params
    name = query.get("call", "")
    issuer = _issuers(request).by_name[name]
    refresh = form.get("refresh_token", [""])[0]
    if issuer.refresh and refresh and refresh != issuer.refresh:
        return JSONResponse({"error": "invalid_grant"}, 400)
    number = len(issuer.ends) + 1
    lasts = float(query.get("lasts", HOUR))
    issuer.ends[f"{name}.{number}"] = time.monotonic() + lasts
    ends = query.get("told", f"{lasts}").split(",")
    told: dict[str, object] = {
        "access_token": f"{name}.{number}",
        "token_type": "bearer",
        "expires_in": float(ends[number % len(ends)]),
    }
    if refresh:
        issuer.refresh = told["refresh_token"] = f"{name}-refresh-{number}"
    return JSONResponse(told)


async def revoke(request: Request) -> Response:
    """Take the tokens that an issuer has issued no longer."""
    issuer = _issuers(request).by_name[request.query_params["call"]]
    issuer.ends = dict.fromkeys(issuer.ends, 0.0)
    return Response(status_code=204)


class Guarded:
    """An application whose vault is shown to nobody without a token."""

    def __init__(self, app: ASGIApp, issuers: Issuers) -> None:
        self._app = app
        self._issuers = issuers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 401 before anything else is done, or hand the request on."""
        token = Headers(scope=scope).get("authorization", "").removeprefix("Bearer ")
        if scope["path"].startswith("/vault") and not self._issuers.is_taken(token):
            refusal = JSONResponse({"error": "invalid_token"}, 401)
            await refusal(scope, receive, send)
        else:
            await self._app(scope, receive, send)


ISSUED = (
    Route("/token", issue, methods=["POST"]),
    Route("/revoke", revoke, methods=["POST"]),
)
