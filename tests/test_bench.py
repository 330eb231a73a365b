"""The benchmarks' own arithmetic, and the page that they write; nothing is timed."""

from __future__ import annotations

import importlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from oasmith.diagnostics import Report
from oasmith.openapi.description import read
from tests.bench.figures import geometric_mean, percent, some_of_each, spread, times
from tests.bench.generation import again, growth, small, stages_child
from tests.bench.generation.__main__ import SECTIONS, chosen, measured
from tests.bench.generation.bench import Bench, Known, Result, Section
from tests.bench.generation.chosen import operations
from tests.bench.generation.output_child import look
from tests.bench.page import PAGE, NoSuchPart, with_part
from tests.bench.timed import timed
from tests.support.processes import clean_environment
from tests.sweep.results import Results

NAMES = [one.name for one in SECTIONS]


def test_a_part_takes_its_place_and_leaves_the_words() -> None:
    page = "before\n<!-- a -->\nold\n<!-- /a -->\nafter <!-- b --><!-- /b -->\n"
    once = with_part(page, "a", "new | \\1\n")
    assert once == page.replace("\nold\n", "\n\nnew | \\1\n\n")
    assert with_part(once, "a", "new | \\1") == once


@pytest.mark.parametrize("page", ["", "<!-- a -->", "<!-- /a --> <!-- a -->"])
def test_a_page_without_a_place_for_a_part_is_not_written(page: str) -> None:
    with pytest.raises(NoSuchPart, match="<!-- a -->"):
        with_part(page, "a", "new")


@pytest.mark.parametrize("name", NAMES)
def test_every_section_has_its_place_in_the_page(name: str) -> None:
    assert "the text\n\n<!-- /" in with_part(PAGE.read_text("utf-8"), name, "the text")


def test_ratios_are_written_with_the_figures_that_count() -> None:
    assert [times(one) for one in (0.1234, 1.0, 12.34, 123.4, None)] == [
        *("0.123x", "1.00x", "12.3x", "123x", "-")
    ]
    assert spread([2.0, 0.5, 4.0]) == "0.500x to 4.00x"
    assert (percent(1, 8), percent(1, 0)) == ("12.5 %", "-")


def test_twice_and_half_cancel_out() -> None:
    assert geometric_mean([2.0, 0.5]) == pytest.approx(1)
    assert geometric_mean([]) is None


def test_sections_are_chosen_by_name_and_slow_ones_by_name_only() -> None:
    assert [one.name for one in chosen("size,small")] == ["size", "small"]
    assert "msgraph" in NAMES
    assert "msgraph" not in [one.name for one in chosen(None)]
    with pytest.raises(KeyError, match="weight"):
        chosen("small,weight")


def test_a_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    asked: list[list[str]] = []

    def measure(_: Bench, known: Known) -> Iterator[Result]:
        asked.append(sorted(known))
        yield {"name": "ab"[len(known) % 2], "cpu": 1.0}

    def show(known: Known) -> str:
        return ", ".join(known)

    section = Section("some", "something", 1, measure, show)
    bench = Bench(tmp_path, 1)
    results = Results(tmp_path / "some.jsonl")
    assert measured(section, bench, results).startswith("a\n")
    assert measured(section, bench, Results(results.path)).startswith("a, b\n")
    assert asked == [[], ["a"]]


def test_each_tool_comes_first_as_often_as_the_others() -> None:
    tools = small.TOOLS
    orders = [small.rotated(tools, position) for position in range(3 * len(tools))]
    firsts = Counter(order[0].name for order in orders)
    assert set(firsts.values()) == {3}
    assert all(set(order) == set(tools) for order in orders)


def run_of(cpu: float, made: bool = True) -> Result:
    return {"made": made, "cpu": cpu, "memory": 1e6, "why": "" if made else "a | b"}


def test_the_table_of_small_ones_compares_what_both_have_made() -> None:
    own, peer = small.TOOLS[0].name, small.TOOLS[1].name
    known = {
        "one": {"size": 1000, "runs": {own: run_of(1.0), peer: run_of(8.0)}},
        "two": {"size": 3000, "runs": {own: run_of(2.0), peer: run_of(4.0)}},
        "three": {"size": 2000, "runs": {own: run_of(9.0), peer: run_of(1.0, False)}},
    }
    for name, result in known.items():
        result["name"] = name
    text = small.SECTION.show(known)
    assert "3 descriptions, 2 kB in the median" in text
    row = "2 of 3 | 6.00 s | 4.00x | 2.00x to 8.00x | 1.0 MB"
    assert f"| {peer} | {row} |" in text
    assert f"- {peer}: `three: a \\| b`\n" in text


def test_of_many_problems_the_first_are_shown_and_the_others_counted() -> None:
    found = {"one": ["a`b"], "two": ["c", "d", "e", "f"]}
    assert some_of_each(found) == "- one: `ab`\n- two: `c`; `d`, and 2 more\n"


def test_a_stage_is_timed_without_the_stages_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ticks = iter([0.0, 1.0, 4.0, 10.0])
    monkeypatch.setattr(stages_child, "clock", lambda: next(ticks))
    watch = stages_child.Stopwatch()
    inner = watch.timed("inner", lambda value: value + 1)
    outer = watch.timed("outer", lambda value: inner(value) * 2)
    assert outer(1) == 4
    assert watch.seconds == {"inner": 3.0, "outer": 7.0}


@pytest.mark.parametrize(
    "place", [place for places in stages_child.STAGES.values() for place in places]
)
def test_every_stage_is_where_the_benchmark_looks_for_it(place: str) -> None:
    module, _, name = f"oasmith.{place}".rpartition(".")
    assert callable(getattr(importlib.import_module(module), name))


@pytest.mark.parametrize("name", again.CHANGES)
def test_a_change_is_of_one_line(name: str) -> None:
    document = growth.synthetic(5)
    text = json.dumps(document, indent=2)
    changed = again.CHANGES[name](text)
    before, after = Counter(text.splitlines()), Counter(changed.splitlines())
    assert (after - before).total() == 1
    assert (before - after).total() <= 1
    assert json.loads(changed) != document


def test_files_written_and_files_that_differ_are_counted_apart() -> None:
    before = {"same": (1, "a"), "touched": (1, "b"), "changed": (1, "c")}
    after = {"same": (1, "a"), "touched": (2, "b"), "changed": (2, "d"), "new": (2, "")}
    assert again.differing(before, after) == (3, 2)


def test_the_made_description_has_as_many_operations_and_no_fault(
    tmp_path: Path,
) -> None:
    path = tmp_path / "things.json"
    path.write_text(json.dumps(growth.synthetic(20)), encoding="utf-8")
    report = Report()
    assert operations(path) == 20
    assert read(path, report) is not None
    assert not report.diagnostics


def test_a_client_is_looked_at_without_its_tests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.path", ["", *importlib.import_module("sys").path])
    package = tmp_path / "project" / "looked_at_package"
    for name, text in {
        "__init__.py": "value = 1\n",
        "_runtime/__init__.py": "\n\n",
        "broken.py": "import nothing_of_that_name\n",
        "../tests/__init__.py": "1 +\n",
        "../setup.py": "1 +\n",
    }.items():
        path = package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = look(tmp_path)
    assert (found["files"], found["lines"], found["runtime"]["lines"]) == (3, 4, 2)
    assert found["compiles"]
    assert not found["imports"]
    assert "nothing_of_that_name" in found["problem"]


def test_what_children_use_is_counted_and_what_takes_too_long_is_ended(
    tmp_path: Path,
) -> None:
    environment = clean_environment()

    def run(script: str, patience: float) -> tuple[int | None, str, bool]:
        done = timed(
            ["sh", "-c", script],
            environment=environment,
            folder=tmp_path,
            patience=patience,
        )
        return done.code, done.said, done.memory > 0

    assert run("echo said; echo more >&2; exit 3", 60) == (3, "said\nmore\n", True)
    assert run("sleep 60", 0.2)[0] is None
