"""Carrying out a planned call with a client, and judging what came of it."""

from __future__ import annotations

import hashlib
import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from tests.servers.entries import content_of
from tests.servers.lists import IDS
from tests.soak.plan import EVENTS, Work, wanted
from tests.support.wheels import ROOT
from tests.sweep.generating import write_package

__all__ = ["Outcome", "calls_of", "entries_package", "judged", "made", "made_async"]

SPEC = ROOT / "tests" / "servers" / "entries.yaml"
NAME = "soaked_entries"
SEVERAL = ("list", "follow")
EVENT_IDS = [str(number) for number in range(1, EVENTS + 1)]


@contextmanager
def entries_package() -> Iterator[ModuleType]:
    """The client of the entries, generated now and imported."""
    with TemporaryDirectory(prefix="soak-") as folder:
        written = write_package(SPEC, Path(folder), NAME)
        assert written.state == "written", written.diagnostics
        sys.path.insert(0, folder)
        try:
            yield importlib.import_module(NAME)
        finally:
            sys.path.remove(folder)
            for name in [one for one in sys.modules if one.partition(".")[0] == NAME]:
                del sys.modules[name]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a call: the name of an error, or whether the answer was its own.

    ``attempts`` is None for what takes several calls, a list or a stream.
    """

    error: str
    attempts: int | None
    is_right: bool = True


def calls_of(package: Any, client: Any, work: Work) -> Callable[[], Any]:
    """The call a piece of work is, to be made."""
    headers = {"x-call": work.key, "x-items": str(EVENTS)}
    fault = work.fault
    if fault is not None:
        # A list meets it where it has begun.
        met = replace(fault, after=1) if work.operation == "list" else fault
        headers["x-fault"] = str(met)
    options = package.Options(headers=headers)
    entries, files, name = client.raw.entries, client.raw.files, work.key
    match work.operation:
        case "get":
            return lambda: entries.get(name, options=options)
        case "replace":
            body = package.models.Entry(name=name, note="new")
            return lambda: entries.replace(name, body, options=options)
        case "create":
            return lambda: entries.create(name=name, note="new", options=options)
        case "delete":
            return lambda: entries.delete(name, options=options)
        case "upload":
            content = content_of(work.size)
            return lambda: files.create(content, options=options)
        case "download":
            return lambda: files.get(work.size, options=options)
        case "get with a token":
            return lambda: client.raw.vault.get(name, options=options)
        case "create with a token":
            vault = client.raw.vault
            return lambda: vault.create(name=name, note="new", options=options)
        case "list":
            return lambda: getattr(client.rows, work.way)(options=options)
        case "follow":
            return lambda: client.events.follow(options=options)


def made(package: Any, client: Any, work: Work) -> Outcome:
    """Make a call."""
    try:
        response = calls_of(package, client, work)()
        if work.operation in SEVERAL:
            return _gathered(work, [item.id for item in response])
    except package.ApiError as error:
        return _failed(work, error)
    return _answered(work, response)


async def made_async(package: Any, client: Any, work: Work) -> Outcome:
    """Make a call with an async client."""
    try:
        asked = calls_of(package, client, work)()
        if work.operation in SEVERAL:
            return _gathered(work, [item.id async for item in asked])
        response = await asked
    except package.ApiError as error:
        return _failed(work, error)
    return _answered(work, response)


def _failed(work: Work, error: Any) -> Outcome:
    attempts = None if work.operation in SEVERAL else getattr(error, "attempts", 1)
    return Outcome(type(error).__name__, attempts)


def _gathered(work: Work, ids: list[str]) -> Outcome:
    """Whether each item came once, and in order."""
    whole = IDS if work.operation == "list" else EVENT_IDS
    return Outcome("", None, ids == whole)


def _answered(work: Work, response: Any) -> Outcome:
    data = response.data
    match work.operation:
        case "list" | "follow":
            raise AssertionError("what takes several calls has no one answer")
        case "get" | "replace" | "create" | "get with a token" | "create with a token":
            is_right = data.name == work.key
        case "delete":
            is_right = data is None
        case "upload":
            content = content_of(work.size)
            is_right = data.sha256 == hashlib.sha256(content).hexdigest()
        case "download":
            is_right = data == content_of(work.size)
    return Outcome("", response.attempts, is_right)


def judged(work: Work, outcome: Outcome) -> str:
    """What is wrong with the outcome of a call; "" where nothing is."""
    end = wanted(work)
    if not outcome.is_right:
        return f"{work}: the answer is not its own"
    attempts = end.attempts if outcome.attempts is None else outcome.attempts
    if (outcome.error, attempts) != (end.error, end.attempts):
        return f"{work}: {outcome}, expected {end}"
    return ""
