"""Downloads to files that go on where they broke off, byte for byte right."""

from __future__ import annotations

import gzip
import random
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import Driver
from .server import Answer, Request, Server
from .test_downloads import downloading

CONTENT = random.Random(7).randbytes(300_000)
OTHER = random.Random(8).randbytes(250_000)
TAG = {"etag": '"one"'}
DATED = {
    "last-modified": "Tue, 14 Nov 2023 22:13:27 GMT",
    "date": "Tue, 14 Nov 2023 22:14:27 GMT",
}


class Shelf(Server):
    """Has one file, and drops the connection after so many bytes of each answer.

    ``versions`` are what the file is at each request, the last one from then on.
    """

    def __init__(self) -> None:
        super().__init__()
        self.put(CONTENT)

    def put(self, *versions: bytes, **headers: str) -> None:
        self.versions = list(versions)
        self.told = dict(headers) or TAG
        self.drops: list[int] = []
        self.ranges = True
        self.overrides: list[Answer] = []
        self.requests = []

    def take(self, request: Request) -> Answer:
        self.requests.append(request)
        if self.overrides and len(self.requests) > 1:
            return self.overrides.pop(0)
        content = self.versions[0]
        if len(self.versions) > 1:
            self.versions.pop(0)
        told = dict(self.told)
        if content is OTHER:
            told["etag"] = '"two"'
        status, first = 200, 0
        asked = request.headers.get("range", "")
        known = request.headers.get("if-range") in (
            told.get("etag"),
            told.get("last-modified"),
        )
        if asked and known and self.ranges:
            status, first = 206, int(asked.removeprefix("bytes=").removesuffix("-"))
            told["content-range"] = f"bytes {first}-{len(content) - 1}/{len(content)}"
        rest = content[first:]
        sent = rest[: self.drops.pop(0)] if self.drops else rest
        headers = {"content-length": str(len(rest)), **told}
        return Answer(status, headers=headers, chunks=lambda: iter([sent]))


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    made = Shelf()
    yield made
    made.close()


def save(
    api: Driver, shelf: Shelf, folder: Path, **settings: typing.Any
) -> list[tuple[int, int | None]]:
    """Download to a file; gives the progress."""
    told: list[tuple[int, int | None]] = []
    shelf.requests = []
    downloading(
        api,
        lambda one: one.to_file(
            folder / "label.pdf", on_progress=lambda *so: told.append(so)
        ),
        **{"base_url": shelf.url, **settings},
    )
    return told


def saved(folder: Path) -> bytes:
    """The file, which is alone."""
    (found,) = folder.iterdir()
    return found.read_bytes()


def asked(shelf: Shelf) -> list[tuple[str | None, str | None]]:
    return [
        (one.headers.get("range"), one.headers.get("if-range"))
        for one in shelf.requests
    ]


def test_what_breaks_off_goes_on_there(
    api: Driver, shelf: Shelf, tmp_path: Path, rt: typing.Any
) -> None:
    shelf.drops = [100_000, 50_000, 1, 70_000]
    told: list[float] = []
    hooks = rt.Hooks(on_retry=lambda info, seconds, error: told.append(seconds))
    progress = save(api, shelf, tmp_path, hooks=hooks)
    assert saved(tmp_path) == CONTENT
    starts = [100_000, 150_000, 150_001, 220_001]
    assert asked(shelf) == [
        (None, None),
        *((f"bytes={start}-", '"one"') for start in starts),
    ]
    assert told == api.time.waits == [0.5] * 4, "each brought something new"
    assert progress[-1] == (300_000, 300_000)
    assert [so for so, _ in progress] == sorted(so for so, _ in progress)
    assert {one.headers["accept-encoding"] for one in shelf.requests} == {"identity"}
    assert {one.headers["authorization"] for one in shelf.requests} == {
        "Bearer top-secret-token"
    }


def test_a_time_names_a_version_that_is_old_enough(
    api: Driver, shelf: Shelf, tmp_path: Path, rt: typing.Any
) -> None:
    shelf.put(CONTENT, **DATED)
    shelf.drops = [100_000]
    save(api, shelf, tmp_path)
    assert saved(tmp_path) == CONTENT
    assert asked(shelf)[1] == ("bytes=100000-", DATED["last-modified"])
    for headers in (
        {**DATED, "date": DATED["last-modified"]},
        {**DATED, "date": "soon"},
        {"etag": 'W/"one"'},
        {"etag": 'W/"one"', **DATED},
        {"etag": '"one"', "accept-ranges": "none"},
        {"x-nothing": "1"},
    ):
        shelf.put(CONTENT, **headers)
        shelf.drops = [100_000]
        with pytest.raises(rt.TransportError, match="broke off after 100,000 bytes"):
            save(api, shelf, tmp_path)
        assert len(shelf.requests) == 1, headers


def test_a_server_without_ranges_sends_all_anew(
    api: Driver, shelf: Shelf, tmp_path: Path
) -> None:
    shelf.drops, shelf.ranges = [100_000], False
    progress = save(api, shelf, tmp_path)
    assert saved(tmp_path) == CONTENT and len(shelf.requests) == 2
    assert progress[-1] == (300_000, 300_000)


def test_a_file_that_changes_comes_anew(
    api: Driver, shelf: Shelf, tmp_path: Path
) -> None:
    shelf.put(CONTENT, CONTENT, OTHER)
    shelf.drops = [200_000, 60_000, 30_000]
    progress = save(api, shelf, tmp_path)
    assert saved(tmp_path) == OTHER
    assert progress[-1] == (250_000, 250_000)
    assert asked(shelf)[2:] == [("bytes=260000-", '"one"'), ("bytes=30000-", '"two"')]


@pytest.mark.parametrize("status", [206, 416])
def test_a_part_of_another_version_is_not_taken(
    api: Driver, shelf: Shelf, tmp_path: Path, status: int
) -> None:
    shelf.put(CONTENT, OTHER)
    shelf.drops = [100_000]
    headers = {"etag": '"two"', "content-range": "bytes 100000-249999/250000"}
    if status == 416:
        headers["content-range"] = "bytes */50000"
    wrong = Answer(status, body=OTHER[100_000:], headers=headers)
    shelf.overrides = [wrong]
    save(api, shelf, tmp_path)
    assert saved(tmp_path) == OTHER
    assert asked(shelf)[2:] == [(None, None)]


REST = CONTENT[100_000:]


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"content-range": "bytes 0-299999/300000"},
        {"content-range": "bytes 99999-299999/300000"},
        {"content-range": "bytes 100000-299999/300001"},
        {"content-range": "bytes 100000-300000/300000"},
        {"content-range": "bytes 100000-99999/*"},
        {"content-range": "items 100000-299999/300000"},
        {
            "content-range": "bytes 100000-299999/300000",
            "content-encoding": "gzip",
        },
    ],
)
def test_a_wrong_part_is_an_error(
    api: Driver,
    shelf: Shelf,
    tmp_path: Path,
    rt: typing.Any,
    wrong: dict[str, str],
) -> None:
    shelf.drops = [100_000]
    shelf.overrides = [Answer(206, body=REST, headers=wrong)]
    errors: list[Exception] = []
    hooks = rt.Hooks(on_error=errors.append)
    with pytest.raises(rt.TransportError, match="and 206 came with") as caught:
        save(api, shelf, tmp_path, hooks=hooks)
    assert errors == [caught.value] and caught.value.attempts == 2
    assert not list(tmp_path.iterdir())


def test_a_part_in_parts_is_put_together(
    api: Driver, shelf: Shelf, tmp_path: Path
) -> None:
    shelf.drops = [100_000]
    shelf.overrides = [
        Answer(
            206,
            body=CONTENT[first : last + 1],
            headers={"content-range": f"bytes {first}-{last}/{size}"},
        )
        for first, last, size in (
            (100_000, 149_999, 300_000),
            (150_000, 298_999, "*"),
            (299_000, 299_999, "*"),
        )
    ]
    save(api, shelf, tmp_path)
    assert saved(tmp_path) == CONTENT and len(shelf.requests) == 4


def test_more_than_a_part_is_an_error(
    api: Driver, shelf: Shelf, tmp_path: Path, rt: typing.Any
) -> None:
    shelf.drops = [100_000]
    told = {"content-range": "bytes 100000-149999/300000"}
    shelf.overrides = [Answer(206, body=REST, headers=told)]
    with pytest.raises(rt.TransportError, match="more came than was announced"):
        save(api, shelf, tmp_path)
    assert not list(tmp_path.iterdir())


def test_all_but_the_end_is_all(api: Driver, shelf: Shelf, tmp_path: Path) -> None:
    """A chunked body that is whole, but for the chunk that says so."""

    def chunks() -> Iterator[bytes]:
        yield b"%x\r\n%s\r\n" % (len(CONTENT), CONTENT)

    headers = {**TAG, "transfer-encoding": "chunked"}
    cut = Answer(headers=headers, chunks=chunks)
    over = Answer(416, headers={"content-range": "bytes */300000"})
    shelf.take = lambda request: (  # type: ignore[method-assign]
        over if "range" in request.headers else cut
    )
    save(api, shelf, tmp_path)
    assert saved(tmp_path) == CONTENT


def test_retries_bound_what_brings_nothing_new(
    api: Driver, shelf: Shelf, tmp_path: Path, rt: typing.Any
) -> None:
    shelf.drops = [100_000, *[0] * 9]
    with pytest.raises(rt.TransportError, match="broke off after 100,000 bytes"):
        save(api, shelf, tmp_path)
    assert len(shelf.requests) == 3 and api.time.waits == [0.5, 1.0]
    shelf.put(CONTENT)
    shelf.drops, shelf.ranges = [100_000, 90_000, 80_000, 70_000], False
    with pytest.raises(rt.TransportError, match="broke off after 80,000 bytes"):
        save(api, shelf, tmp_path)
    assert len(shelf.requests) == 3
    shelf.put(CONTENT)
    shelf.drops = [100_000]
    with pytest.raises(rt.TransportError, match="broke off after 100,000 bytes"):
        save(api, shelf, tmp_path, retries=0)
    assert len(shelf.requests) == 1 and not list(tmp_path.iterdir())


def test_what_brought_nothing_is_asked_for_once_more(
    api: Driver, shelf: Shelf, tmp_path: Path
) -> None:
    shelf.put(CONTENT, **{"x-nothing": "1"})
    shelf.drops = [0]
    save(api, shelf, tmp_path)
    assert saved(tmp_path) == CONTENT and asked(shelf) == [(None, None)] * 2


def test_what_is_packed_is_not_gone_on_with(
    api: Driver, shelf: Shelf, tmp_path: Path, rt: typing.Any
) -> None:
    packed = gzip.compress(CONTENT)
    shelf.put(packed, **TAG, **{"content-encoding": "gzip"})
    shelf.drops = [100_000]
    with pytest.raises(rt.TransportError, match="broke off after"):
        save(api, shelf, tmp_path)
    assert len(shelf.requests) == 1


def test_a_refusal_to_go_on_is_told(
    api: Driver, shelf: Shelf, tmp_path: Path, rt: typing.Any
) -> None:
    shelf.drops = [100_000]
    shelf.overrides = [Answer(503), Answer(404)]
    with pytest.raises(rt.NotFoundError):
        save(api, shelf, tmp_path)
    assert not list(tmp_path.iterdir())


def test_another_origin_is_asked_for_the_rest(
    api: Driver, shelf: Shelf, server: Server, tmp_path: Path
) -> None:
    server.say(Answer(302, headers={"location": f"{shelf.url}/file"}))
    shelf.drops = [100_000]
    save(api, shelf, tmp_path, base_url=server.url)
    assert saved(tmp_path) == CONTENT
    assert asked(shelf)[1] == ("bytes=100000-", '"one"')
    assert "authorization" not in shelf.requests[1].headers


def test_what_the_caller_reads_is_not_gone_on_with(
    api: Driver, shelf: Shelf, rt: typing.Any
) -> None:
    shelf.drops = [100_000]
    with pytest.raises(rt.TransportError, match="broke off after 100,000 bytes"):
        downloading(api, lambda one: one.read(), base_url=shelf.url)
    assert len(shelf.requests) == 1


@pytest.mark.parametrize("told", ["bytes 50-99/100", "bytes 0-49/100", "bytes 0-49/*"])
def test_a_part_that_was_not_asked_for_is_no_file(
    api: Driver, server: Server, tmp_path: Path, rt: typing.Any, told: str
) -> None:
    (tmp_path / "label.pdf").write_bytes(b"old")
    errors: list[Exception] = []
    hooks = rt.Hooks(on_error=errors.append)
    server.say(Answer(206, body=b"x" * 50, headers={"content-range": told}))
    for use in (
        lambda one: one.to_file(tmp_path / "label.pdf"),
        lambda one: one.read(),
    ):
        errors.clear()
        with pytest.raises(rt.TransportError, match=f"206 with {told}") as caught:
            downloading(api, use, hooks=hooks)
        assert errors == [caught.value]
    assert saved(tmp_path) == b"old"
    server.say(Answer(206, body=b"x" * 50))
    with pytest.raises(rt.TransportError, match="206 with no Content-Range"):
        downloading(api, lambda one: one.to_file(tmp_path / "label.pdf"))
    assert saved(tmp_path) == b"old"


def test_a_part_that_was_asked_for_and_one_of_all_are_taken(
    api: Driver, server: Server, tmp_path: Path
) -> None:
    def fetch(**settings: typing.Any) -> bytes:
        downloading(api, lambda one: one.to_file(tmp_path / "label.pdf"), **settings)
        return saved(tmp_path)

    headers = {"content-range": "bytes 50-99/100"}
    server.say(Answer(206, body=b"x" * 50, headers=headers))
    assert fetch(headers={"range": "bytes=50-"}) == b"x" * 50
    headers = {"content-range": "bytes 0-49/50"}
    server.say(Answer(206, body=b"y" * 50, headers=headers))
    assert fetch() == b"y" * 50
