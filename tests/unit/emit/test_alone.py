"""One run at a time in a project, and nothing left by those that were killed."""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from oasmith.emit.alone import alone_in, staging

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="folders cannot be locked there"
)


def test_one_is_in_at_a_time(tmp_path: Path) -> None:
    inside: list[int] = []
    most: list[int] = []

    def enter(number: int) -> None:
        with alone_in(tmp_path / "deep" / "project"):
            inside.append(number)
            most.append(len(inside))
            time.sleep(0.005)
            inside.remove(number)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(enter, range(40)))
    assert most == [1] * 40
    assert not (tmp_path / "deep" / "project").exists()


def test_the_lock_is_of_the_folder_by_whatever_path(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "link").symlink_to("project")
    entered = Event()

    def enter() -> None:
        with alone_in(tmp_path / "link"):
            entered.set()

    with ThreadPoolExecutor(1) as pool:
        with alone_in(tmp_path / "project"):
            waiting = pool.submit(enter)
            assert not entered.wait(0.2)
        waiting.result(timeout=10)
    assert entered.is_set()


def test_a_folder_removed_while_it_was_waited_for_is_made_again(tmp_path: Path) -> None:
    project = tmp_path / "project"

    def enter() -> None:
        with alone_in(project):
            (project / "file").write_text("")

    with ThreadPoolExecutor(1) as pool:
        with alone_in(project):
            waiting = pool.submit(enter)
            time.sleep(0.2)
        waiting.result(timeout=10)
    assert (project / "file").is_file()


def test_what_a_killed_run_has_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    left = staging(tmp_path)
    (left / "new0").write_text("")
    (tmp_path / ".oasmith-mine").mkdir()
    (tmp_path / ".oasmith-filefile").write_text("")
    (tmp_path / ".oasmith-linklink").symlink_to(tmp_path / ".oasmith-mine")
    with alone_in(tmp_path):
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".oasmith-filefile",
        ".oasmith-linklink",
        ".oasmith-mine",
    ]
