"""Diagnostics as text, JSON and SARIF."""

from __future__ import annotations

import json

from oasmith.diagnostics import Diagnostic, Effect, Report
from oasmith.diagnostics.located import locate_all
from oasmith.diagnostics.model import Severity, from_error, from_problem
from oasmith.diagnostics.sarif import render_sarif
from oasmith.diagnostics.show import render_json, render_text
from oasmith.source.document import Document
from oasmith.source.errors import SourceError
from oasmith.source.load import load_text
from oasmith.source.pointer import Place

SHOP = """\
openapi: 3.1.0
paths:
  /a:
    get:
      schema:
        $ref: '#/components/schemas/Custmer'
"""
AT = ("paths", "/a", "get", "schema", "$ref")


def documents(text: str, name: str = "specs/shop.yaml") -> dict[str, Document]:
    return {name: load_text(text, name)}


def one(hint: str = "did you mean 'Customer'?", **more: object) -> Diagnostic:
    assert not more
    report = Report()
    report.add(
        "REF001",
        Place("specs/shop.yaml", AT),
        "no schema at '#/components/schemas/Custmer'",
        hint=hint,
        effect=Effect.DEGRADED,
    )
    return report.diagnostics[0]


def test_the_text_has_place_excerpt_caret_and_hint() -> None:
    assert render_text([one()], documents(SHOP)) == (
        "specs/shop.yaml:6:15: error REF001: no schema at"
        " '#/components/schemas/Custmer'\n"
        "    5 |       schema:\n"
        "    6 |         $ref: '#/components/schemas/Custmer'\n"
        "      |               ^ did you mean 'Customer'?\n"
    )


def test_no_diagnostics_are_no_text() -> None:
    assert render_text([], {}) == ""


def test_the_first_line_has_no_line_before_it() -> None:
    report = Report()
    report.add("DOC001", Place("a.yaml"), "nothing", hint="do")
    assert render_text(report.diagnostics, documents("a: 1\n", "a.yaml")) == (
        "a.yaml:1:1: error DOC001: nothing\n    1 | a: 1\n      | ^ do\n"
    )


def test_a_file_that_was_not_read_has_no_excerpt() -> None:
    error = SourceError("SRC001", "there is no such file", hint="look", file="x.yaml")
    assert render_text([from_error(error)], {}) == (
        "x.yaml: error SRC001: there is no such file\n      = look\n"
    )


def test_an_explicit_position_needs_no_pointer() -> None:
    error = SourceError("SRC006", "bad", hint="mend", file="x.yaml", line=2, column=3)
    texts = {"x.yaml": Document("x.yaml", "a\nb: @\n", None, "text")}
    assert render_text([from_error(error)], texts) == (
        "x.yaml:2:3: error SRC006: bad\n"
        "    1 | a\n"
        "    2 | b: @\n"
        "      |   ^ mend\n"
    )


def test_the_gutter_grows_with_the_line_number() -> None:
    text = "#\n" * 123_455 + "a: 1\n"
    report = Report()
    report.add("DOC003", Place("a.yaml", ("a",)), "bad", hint="mend")
    assert render_text(report.diagnostics, documents(text, "a.yaml")) == (
        "a.yaml:123456:4: warning DOC003: bad\n"
        "123455 | #\n"
        "123456 | a: 1\n"
        "       |    ^ mend\n"
    )


def test_the_caret_stands_under_wide_characters_and_tabs() -> None:
    text = '{"日本":\t"語", "x": 1}'
    report = Report()
    report.add("DOC003", Place("a.json", ("x",), True), "bad")
    shown = render_text(report.diagnostics, documents(text, "a.json"))
    line, caret = shown.splitlines()[1:3]
    assert line == '    1 | {"日本": "語", "x": 1}'
    assert caret == "      | " + " " * 15 + "^"


def test_a_long_line_is_cut_around_the_column() -> None:
    text = json.dumps({"a": "x" * 500, "here": 1, "z": "y" * 500})
    report = Report()
    report.add("DOC003", Place("a.json", ("here",), True), "bad", hint="mend")
    _, line, caret = render_text(
        report.diagnostics, documents(text, "a.json")
    ).splitlines()
    assert len(line) <= 130
    assert line[8] == line[-1] == "…"
    assert line[caret.index("^") :].startswith('"here"')


def test_nothing_a_description_says_moves_the_terminal() -> None:
    text = 'a: "\u202e\u200b\x85"\nb\u202e: 1\n'
    report = Report()
    message = "no \x1b[31mred\x1b[0m\r\n\u202e here"
    report.add("DOC003", Place("a.yaml", ("a",)), message, hint="\x07bell")
    shown = render_text(
        report.diagnostics, {"a.yaml": Document("a.yaml", text, None, "yaml")}
    )
    assert shown.replace("\n", "").isprintable()
    assert len(shown.splitlines()) == 3


def test_related_places_follow_the_excerpt() -> None:
    report = Report()
    first = Place("specs/shop.yaml", ("paths",), True)
    place = Place("specs/shop.yaml", AT)
    report.add("DOC004", place, "again", related=((first, "the first one"),))
    shown = render_text(report.diagnostics, documents(SHOP))
    assert shown.endswith("      = specs/shop.yaml:2:1: the first one\n")


def test_diagnostics_come_in_the_order_of_lines() -> None:
    report = Report()
    text = "b:\n- 1\n- 2\n" + "".join(f"- {n}\n" for n in range(3, 13)) + "a: 1\n"
    for pointer in (("a",), ("b", "10"), ("b", "2")):
        report.add("DOC003", Place("x.yaml", pointer), "bad")
    shown = render_text(report.diagnostics, documents(text, "x.yaml"))
    heads = [line for line in shown.splitlines() if line.startswith("x.yaml")]
    assert [head.split(":")[1] for head in heads] == ["4", "12", "14"]


def test_json_is_one_document() -> None:
    found = json.loads(render_json(locate_all([one()], documents(SHOP))))
    assert found == {
        "version": 1,
        "diagnostics": [
            {
                "code": "REF001",
                "severity": "error",
                "message": "no schema at '#/components/schemas/Custmer'",
                "hint": "did you mean 'Customer'?",
                "effect": "degraded",
                "file": "specs/shop.yaml",
                "pointer": "/paths/~1a/get/schema/$ref",
                "line": 6,
                "column": 15,
                "end_column": 45,
                "related": [],
            }
        ],
    }


def test_sarif_has_rule_region_and_level() -> None:
    log = json.loads(render_sarif(locate_all([one()], documents(SHOP)), "1.2.3"))
    (run,) = log["runs"]
    (result,) = run["results"]
    assert log["version"] == "2.1.0"
    assert run["tool"]["driver"]["version"] == "1.2.3"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["REF001"]
    assert (result["ruleId"], result["level"]) == ("REF001", "error")
    physical = result["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "specs/shop.yaml"
    assert physical["region"] == {"startLine": 6, "startColumn": 15, "endColumn": 45}


def test_sarif_without_diagnostics_is_an_empty_run() -> None:
    log = json.loads(render_sarif([], "1"))
    assert log["runs"][0]["results"] == []


def test_a_problem_of_reading_has_its_pointer_and_line() -> None:
    document = load_text("a: 1\na: 2\n", "x.yaml")
    diagnostic = from_problem("x.yaml", document.problems[0])
    assert diagnostic.severity is Severity.ERROR
    assert (diagnostic.line, diagnostic.place) == (2, Place("x.yaml", ("a",), True))
