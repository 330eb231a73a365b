"""Async lists that are used like sync ones: each mistake says what to write."""

from __future__ import annotations

import gc
import typing
import warnings

import pytest

from .conftest import PARCEL, Driver
from .server import Answer, Server

pytestmark = pytest.mark.usefixtures("server")

Pages = typing.Callable[[typing.Any], typing.Any]


@pytest.fixture
def driver(package: typing.Any, server: Server) -> Driver:
    """The async client."""
    server.say(Answer(json=[PARCEL, {**PARCEL, "Name": "pens"}]), Answer(json=[]))
    return Driver(package, server.url, True)


@pytest.fixture
def pages(rt: typing.Any) -> Pages:
    """The list of parcels, not asked for yet."""
    operation = rt.PagedOperation(
        "GET",
        "/parcels",
        paging=rt.ByPageNumber("page", first=1),
        responses={"200": "list[m.Parcel]"},
    )
    return lambda client: rt.async_pages(client, operation)


def test_a_plain_loop_over_a_page_is_an_error_not_its_first_page(
    driver: Driver, pages: Pages
) -> None:
    async def use(client: typing.Any) -> None:
        page = await pages(client)
        for wrong in (iter, list):
            with pytest.raises(TypeError, match=r"'async for'.* \.items"):
                wrong(page)
        with pytest.raises(TypeError, match="not iterable"):
            assert "books" in page
        assert [len(page), page[0].name, page[-1].name] == [2, "books", "pens"]
        assert [one.name async for one in page] == ["books", "pens"]

    driver.run(use)


def test_a_plain_loop_over_what_was_not_awaited_says_the_same(
    driver: Driver, pages: Pages
) -> None:
    async def use(client: typing.Any) -> None:
        unasked = pages(client)
        with pytest.raises(TypeError, match="AsyncPages is read with 'async for'"):
            iter(unasked)
        await unasked

    driver.run(use)


def test_a_list_shows_what_it_is_and_whether_it_was_asked_for(
    driver: Driver, pages: Pages
) -> None:
    async def use(client: typing.Any) -> None:
        unasked = pages(client)
        assert repr(unasked) == "<the pages of GET /parcels, not awaited yet>"
        assert repr(await unasked) == "<AsyncPage 1 with 2 items>"
        assert repr(unasked) == "<the pages of GET /parcels>"

    driver.run(use)


def test_a_list_that_nothing_awaits_is_named_in_the_warning(
    driver: Driver, pages: Pages
) -> None:
    async def use(client: typing.Any) -> None:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            pages(client)
            gc.collect()
        assert [str(one.message) for one in caught] == [
            "coroutine 'GET /parcels' was never awaited"
        ]

    driver.run(use)
