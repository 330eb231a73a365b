"""Planning and writing: all or nothing, and only what is ours."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from oasmith.diagnostics import Report
from oasmith.emit.alone import alone_in
from oasmith.emit.changes import Change
from oasmith.emit.format import Formatted
from oasmith.emit.plan import Plan, make_plan
from oasmith.emit.record import RECORD, FileHashes, Record, digest
from oasmith.emit.record import read as read_record
from oasmith.emit.wishes import Edited
from oasmith.emit.write import Outrun, apply, settle
from oasmith.source.files import move
from oasmith.source.pointer import Place


def formatted(texts: Mapping[str, str]) -> list[Formatted]:
    return [
        Formatted(path, text, text, FileHashes(digest(text), digest(text)), None, True)
        for path, text in texts.items()
    ]


def plan(
    project: Path,
    texts: Mapping[str, str],
    report: Report | None = None,
    edited: Edited = Edited.KEEP,
) -> Plan:
    """The plan of a run that makes these files, after what the last one recorded."""
    report = report or Report()
    files = formatted(texts)
    record = Record("1", files={file.path: file.hashes for file in files})
    previous = read_record(project, report)
    return make_plan(project, files, record, previous, edited, report)


def applied(made: Plan, report: Report | None = None) -> bool:
    with alone_in(made.project):
        return apply(made, report or Report())


def run(project: Path, texts: Mapping[str, str]) -> Plan:
    made = plan(project, texts)
    assert applied(made)
    return made


def settled(
    project: Path, texts: Mapping[str, str], previous: Record | None, report: Report
) -> Plan | None:
    files = formatted(texts)
    record = Record("1", files={file.path: file.hashes for file in files})

    def keep() -> None:
        (project / "kept").write_text("")

    return settle(project, files, record, previous, Edited.KEEP, keep, report)


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file() and path.name != RECORD
    }


def test_a_new_project_is_written_whole(tmp_path: Path) -> None:
    project = tmp_path / "deep" / "project"
    made = run(project, {"a.py": "1\n", "p/b.py": "2\n"})
    assert tree(project) == {"a.py": "1\n", "p/b.py": "2\n"}
    assert made.changes == (("a.py", Change.NEW), ("p/b.py", Change.NEW))


def test_line_ends_are_written_as_they_are(tmp_path: Path) -> None:
    run(tmp_path / "p", {"a.py": "1\n"})
    assert (tmp_path / "p" / "a.py").read_bytes() == b"1\n"


def test_a_second_run_has_nothing_to_do(tmp_path: Path) -> None:
    run(tmp_path, {"a.py": "1\n"})
    made = plan(tmp_path, {"a.py": "1\n"})
    assert made.is_empty
    assert made.unchanged == ("a.py", RECORD)


def test_a_changed_file_is_replaced(tmp_path: Path) -> None:
    run(tmp_path, {"a.py": "1\n"})
    made = run(tmp_path, {"a.py": "2\n"})
    assert tree(tmp_path) == {"a.py": "2\n"}
    assert made.changes == (("a.py", Change.CHANGED),)


def test_only_files_of_the_record_are_deleted_and_their_empty_folders(
    tmp_path: Path,
) -> None:
    run(tmp_path, {"a.py": "1\n", "old/b.py": "2\n", "kept/c.py": "3\n"})
    (tmp_path / "kept" / "mine.txt").write_text("mine")
    made = run(tmp_path, {"a.py": "1\n"})
    assert tree(tmp_path) == {"a.py": "1\n", "kept/mine.txt": "mine"}
    assert not (tmp_path / "old").exists()
    assert made.delete == ("kept/c.py", "old/b.py")


def test_a_file_edited_by_hand_is_not_overwritten(tmp_path: Path) -> None:
    run(tmp_path, {"a.py": "1\n"})
    (tmp_path / "a.py").write_text("edited\n")
    report = Report()
    made = plan(tmp_path, {"a.py": "2\n"}, report)
    assert made.conflicts == ("a.py",)
    assert [one.code for one in report.diagnostics] == ["OUT002"]
    with pytest.raises(ValueError, match="conflicts"):
        apply(made, report)


def test_a_file_edited_to_what_the_run_makes_is_fine(tmp_path: Path) -> None:
    run(tmp_path, {"a.py": "1\n"})
    (tmp_path / "a.py").write_text("2\n")
    assert plan(tmp_path, {"a.py": "2\n"}).conflicts == ()


def test_a_file_no_run_wrote_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("mine\n")
    assert plan(tmp_path, {"a.py": "1\n"}).conflicts == ("a.py",)


def test_a_file_edited_by_hand_is_not_deleted(tmp_path: Path) -> None:
    run(tmp_path, {"a.py": "1\n", "b.py": "2\n"})
    (tmp_path / "b.py").write_text("edited\n")
    assert plan(tmp_path, {"a.py": "1\n"}).conflicts == ("b.py",)


def test_force_overwrites(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("mine\n")
    made = plan(tmp_path, {"a.py": "1\n"}, edited=Edited.OVERWRITE)
    assert applied(made)
    assert tree(tmp_path) == {"a.py": "1\n"}


def test_a_file_that_is_gone_is_written_again(tmp_path: Path) -> None:
    run(tmp_path, {"a.py": "1\n"})
    (tmp_path / "a.py").unlink()
    run(tmp_path, {"a.py": "1\n"})
    assert tree(tmp_path) == {"a.py": "1\n"}


@pytest.mark.parametrize("path", ["../out.py", "/out.py", "p/../../out.py"])
def test_a_recorded_path_outside_is_refused(path: str, tmp_path: Path) -> None:
    project = tmp_path / "project"
    outside = tmp_path / "out.py"
    outside.write_text("mine\n")
    previous = Record("1", files={path: FileHashes("", digest("mine\n"))})
    report = Report()
    made = make_plan(project, [], Record("1"), previous, Edited.OVERWRITE, report)
    assert made.conflicts == (path,)
    assert made.delete == ()
    assert [one.code for one in report.diagnostics] == ["OUT004"]


def test_a_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    project = tmp_path / "project"
    project.mkdir()
    (project / "p").symlink_to(elsewhere, target_is_directory=True)
    report = Report()
    made = plan(project, {"p/a.py": "1\n"}, report, Edited.OVERWRITE)
    assert made.conflicts == ("p/a.py",)
    assert [one.code for one in report.diagnostics] == ["OUT004"]


class Interrupted(BaseException):
    """As a signal would raise it."""


@pytest.mark.parametrize("at", range(1, 6))
def test_an_interrupt_leaves_the_old_project(
    at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "project"
    run(project, {"a.py": "1\n", "b.py": "1\n", "old.py": "1\n"})
    before = tree(project)
    made = plan(project, {"a.py": "2\n", "b.py": "2\n", "new/c.py": "2\n"})
    count = iter(range(1, 100))

    def interrupted(path: str, target: str) -> None:
        if next(count) == at:
            raise Interrupted
        move(path, target)

    with monkeypatch.context() as patch:
        patch.setattr("oasmith.emit.write.move", interrupted)
        with pytest.raises(Interrupted):
            applied(made)
    assert tree(project) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["project"]
    assert sorted(path.name for path in project.iterdir()) == [
        RECORD,
        "a.py",
        "b.py",
        "old.py",
    ]


def test_an_interrupt_of_the_first_run_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = plan(tmp_path / "new", {"a.py": "2\n", "b/c.py": "2\n"})

    def interrupted(path: str, target: str) -> None:
        raise Interrupted

    with monkeypatch.context() as patch:
        patch.setattr("oasmith.emit.write.move", interrupted)
        with pytest.raises(Interrupted):
            applied(made)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    report = Report()
    project = tmp_path / "file" / "project"
    assert settled(project, {"a.py": "1\n"}, None, report) is None
    (found,) = report.diagnostics
    assert (found.code, found.hint) == (
        "OUT003",
        "check the path, its permissions and the free space",
    )


def test_a_file_that_cannot_be_replaced_leaves_the_old_project(tmp_path: Path) -> None:
    project = tmp_path / "project"
    run(project, {"a.py": "1\n"})
    made = plan(project, {"a.py": "2\n", "b.py": "2\n"})
    (project / "b.py").mkdir()
    (project / "b.py" / "x").write_text("")
    report = Report()
    assert not applied(made, report)
    assert (project / "a.py").read_text() == "1\n"
    (found,) = report.diagnostics
    assert found.code == "OUT003"
    assert found.place == Place(str(project / "b.py"))


def test_a_second_interrupt_does_not_stop_the_first_from_being_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "project"
    run(project, {"a.py": "1\n", "b.py": "1\n", "old.py": "1\n"})
    before = tree(project)
    made = plan(project, {"a.py": "2\n", "b.py": "2\n"})
    count = iter(range(1, 100))

    def interrupted(path: str, target: str) -> None:
        if next(count) in (3, 5):
            raise Interrupted
        move(path, target)

    with monkeypatch.context() as patch:
        patch.setattr("oasmith.emit.write.move", interrupted)
        with pytest.raises(Interrupted):
            applied(made)
    assert next(count) > 6
    assert tree(project) == before


SHARED = Path("/dev/shm")


@pytest.mark.skipif(
    not SHARED.is_dir() or SHARED.stat().st_dev == Path.cwd().stat().st_dev,
    reason="there is no second file system",
)
def test_a_project_may_lie_on_another_file_system(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(dir=SHARED) as elsewhere:
        project = tmp_path / "project"
        project.symlink_to(elsewhere, target_is_directory=True)
        run(project, {"a.py": "1\n"})
        run(project, {"a.py": "2\n", "p/b.py": "2\n"})
        assert tree(Path(elsewhere)) == {"a.py": "2\n", "p/b.py": "2\n"}


def test_what_was_written_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    project = tmp_path / "project"
    first = settled(project, {"a.py": "1\n"}, None, Report())
    assert first is not None
    with pytest.raises(Outrun):
        settled(project, {"b.py": "2\n"}, None, Report())
    assert tree(project) == {"a.py": "1\n", "kept": ""}
    known = read_record(project, Report())
    assert settled(project, {"b.py": "2\n"}, known, Report()) is not None
    assert tree(project) == {"b.py": "2\n", "kept": ""}
