"""An API that keeps entries and files, and counts what calls had as their effect.

It has lists, streams and a vault too; ``entries.yaml`` describes the whole.
"""

from __future__ import annotations

import hashlib

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from tests.servers.asgi import Wires, serve_until_told
from tests.servers.book import Book, book_of
from tests.servers.issuing import ISSUED, Guarded, Issuers
from tests.servers.misdeeds import Misbehaving
from tests.servers.rows import PAGED
from tests.servers.streams import STREAMED

__all__ = ["ROUTES", "content_of", "make_app"]

CHUNK = 65_536


def content_of(size: int) -> bytes:
    """The file of so many bytes."""
    pattern = bytes(range(251))
    return (pattern * (size // len(pattern) + 1))[:size]


async def get_entry(request: Request) -> Response:
    """Read an entry: any name is one."""
    book_of(request).carry_out(request)
    return JSONResponse(_entry(request.path_params["name"], "read"))


async def put_entry(request: Request) -> Response:
    """Write an entry."""
    told = await request.json()
    book_of(request).carry_out(request)
    return JSONResponse(_entry(request.path_params["name"], told["note"]))


async def post_entry(request: Request) -> Response:
    """Add an entry."""
    told = await request.json()
    book_of(request).carry_out(request)
    return JSONResponse(_entry(told["name"], told["note"]), 201)


async def delete_entry(request: Request) -> Response:
    """Remove an entry."""
    book_of(request).carry_out(request)
    return Response(status_code=204)


def _entry(name: str, note: str) -> dict[str, object]:
    return {"name": name, "note": note, "at": "2026-01-01T00:00:00Z"}


async def post_file(request: Request) -> Response:
    """Take a file, without keeping it."""
    digest, size = hashlib.sha256(), 0
    async for chunk in request.stream():
        digest.update(chunk)
        size += len(chunk)
    book_of(request).carry_out(request)
    return JSONResponse({"size": size, "sha256": digest.hexdigest()}, 201)


async def get_file(request: Request) -> Response:
    """Give the file of so many bytes."""
    book_of(request).carry_out(request)
    content = content_of(request.path_params["size"])
    chunks = (content[at : at + CHUNK] for at in range(0, len(content), CHUNK))
    headers = {"content-length": str(len(content))}
    return StreamingResponse(chunks, 200, headers, "application/octet-stream")


async def tell(request: Request) -> Response:
    """What calls did, and how many connections are open."""
    state = request.app.state
    told = {
        "effects": state.book.effects,
        "connections": len(state.wires),
        "issued": state.issuers.issued(),
        "refused": state.issuers.refused,
        "attempts": state.misdeeds.attempts,
    }
    return JSONResponse(told)


ROUTES: tuple[BaseRoute, ...] = (
    Route("/entries", post_entry, methods=["POST"]),
    Route("/entries/{name}", get_entry, methods=["GET"]),
    Route("/entries/{name}", put_entry, methods=["PUT"]),
    Route("/entries/{name}", delete_entry, methods=["DELETE"]),
    Route("/files", post_file, methods=["POST"]),
    Route("/files/{size:int}", get_file, methods=["GET"]),
    Route("/vault", post_entry, methods=["POST"]),
    Route("/vault/{name}", get_entry, methods=["GET"]),
    Route("/told", tell, methods=["GET"]),
    *PAGED,
    *STREAMED,
    *ISSUED,
)


def make_app(wires: Wires) -> ASGIApp:
    """The API, misbehaving where it is asked to."""
    app = Starlette(routes=ROUTES)
    app.state.book, app.state.wires, app.state.issuers = Book(), wires, Issuers()
    app.state.misdeeds = Misbehaving(app, wires)
    return Guarded(app.state.misdeeds, app.state.issuers)


if __name__ == "__main__":
    serve_until_told(make_app)
