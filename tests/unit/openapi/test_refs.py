"""References that lead nowhere they may lead."""

from __future__ import annotations

from pathlib import Path

import pytest

from oasmith.diagnostics import Effect
from oasmith.openapi import links

from .reading import Reading, read_files, read_one

SHOP = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /customers:
    get:
      responses:
        '200':
          description: All of them
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Custmer'
components:
  schemas:
    Customer: {type: object}
"""


def schemas(folder: Path, lines: str, more: str = "") -> Reading:
    text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n"
    return read_one(folder, f"{text}components:\n  schemas:\n{lines}{more}")


def test_a_dangling_reference_is_reported_at_its_line(tmp_path: Path) -> None:
    reading = read_files(tmp_path, {"specs/shop.yaml": SHOP}, "specs/shop.yaml")
    assert reading.said == (
        "specs/shop.yaml:12:23: error REF001: no schema at"
        " '#/components/schemas/Custmer'\n"
        "   11 |               schema:\n"
        "   12 |                 $ref: '#/components/schemas/Custmer'\n"
        "      |                       ^ did you mean 'Customer'?\n"
    )
    (found,) = reading.report.diagnostics
    assert found.effect is Effect.DEGRADED


def test_what_refers_to_nothing_has_no_target(tmp_path: Path) -> None:
    reading = read_one(tmp_path, SHOP)
    schema = reading.at(
        "/paths/~1customers/get/responses/200/content/application~1json/schema"
    )
    assert reading.description.follow(schema) is None


def test_each_use_of_a_dangling_reference_is_reported(tmp_path: Path) -> None:
    reading = schemas(
        tmp_path,
        "    A: {$ref: '#/components/schemas/X'}\n"
        "    B: {$ref: '#/components/schemas/X'}\n",
    )
    assert reading.codes == ["REF001", "REF001"]


@pytest.mark.parametrize(
    ("reference", "hint"),
    [
        ("#/definitions/Customer", "did you mean '#/components/schemas/Customer'?"),
        (
            "#/components/schema/Customer",
            "did you mean '#/components/schemas/Customer'?",
        ),
        ("#/component/responses/Customer", "did you mean '#/components/schemas/Cust"),
        ("#/components/schemas/Zzz", "correct the $ref, or add what it names"),
    ],
)
def test_the_hint_names_what_was_probably_meant(
    tmp_path: Path, reference: str, hint: str
) -> None:
    text = SHOP.replace("#/components/schemas/Custmer", reference)
    reading = read_one(tmp_path, text)
    assert reading.codes == ["REF001"]
    assert hint in reading.said


def test_a_circle_of_references_is_reported_for_each_of_them(tmp_path: Path) -> None:
    reading = schemas(
        tmp_path,
        "    A: {$ref: '#/components/schemas/B'}\n"
        "    B: {$ref: '#/components/schemas/A'}\n"
        "    C: {$ref: '#/components/schemas/C'}\n"
        "    D: {properties: {x: {$ref: '#/components/schemas/A'}}}\n",
    )
    assert reading.codes == ["REF002"] * 4
    assert (
        "'#/components/schemas/B' never reaches a definition:"
        " #/components/schemas/B → #/components/schemas/A → #/components/schemas/B"
    ) in reading.said
    for name in "ABC":
        node = reading.at(f"/components/schemas/{name}")
        assert reading.description.follow(node) is None


def test_of_a_wide_circle_the_first_few_are_named(tmp_path: Path) -> None:
    lines = (
        f"    A{one}: {{$ref: '#/components/schemas/A{(one + 1) % 40}'}}\n"
        for one in range(40)
    )
    reading = schemas(tmp_path, "".join(lines))
    assert reading.codes == ["REF002"] * 40
    assert (
        "'#/components/schemas/A30' never reaches a definition:"
        " #/components/schemas/A30 → #/components/schemas/A31 →"
    ) in reading.said
    assert " → #/components/schemas/A4 → 25 more → #/components/schemas/A30" in (
        reading.said
    )


def test_what_was_meant_is_not_looked_for_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(links, "nearest", lambda name, _known: asked.append(name))
    named = "".join(f"    Name{one}: {{type: string}}\n" for one in range(1000))
    missing = "".join(
        f"    Use{one}: {{$ref: '#/components/schemas/Nome{one}'}}\n"
        for one in range(1000)
    )
    reading = schemas(tmp_path, named + missing)
    assert reading.codes == ["REF001"] * 1000
    assert 10 < len(asked) < 100


def test_recursion_through_a_property_is_no_circle(tmp_path: Path) -> None:
    reading = schemas(
        tmp_path,
        "    A: {properties: {next: {$ref: '#/components/schemas/A'},"
        " all: {$ref: '#'}}}\n",
    )
    assert [code for code in reading.codes if code == "REF002"] == []
    node = reading.at("/components/schemas/A/properties/next")
    target = reading.description.follow(node)
    assert target is not None
    assert target.pointer == ("components", "schemas", "A")


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("'#/components/responses/R'", "is a response, not a schema"),
        ("'#/info/title'", "is a single value, not a schema"),
        ("'#/components/schemas'", None),
        ("'#/paths'", "is a paths, not a schema"),
    ],
)
def test_a_reference_to_something_else_is_reported(
    tmp_path: Path, reference: str, words: str | None
) -> None:
    reading = schemas(
        tmp_path,
        f"    A: {{$ref: {reference}}}\n",
        "  responses: {R: {description: d}}\n",
    )
    if words is None:
        assert reading.codes == []
    else:
        assert reading.codes == ["REF003"]
        assert words in reading.said


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ("https://example.com/a.yaml#/A", "REF005"),
        ("//example.com/a.yaml", "REF005"),
        ("file:///etc/passwd", "REF005"),
        ("urn:x:y", "REF005"),
        ("#Customer", "REF006"),
        ("nothing.yaml#/A", "REF004"),
        ("../nothing.yaml", "REF004"),
        (".", "REF004"),
        ("broken.yaml#/A", "REF004"),
    ],
)
def test_what_cannot_be_followed_is_degraded(
    tmp_path: Path, reference: str, code: str
) -> None:
    reading = read_files(
        tmp_path,
        {
            "spec.yaml": SHOP.replace("#/components/schemas/Custmer", reference),
            "broken.yaml": "a: [\n",
        },
    )
    mine = [found for found in reading.report.diagnostics if found.code == code]
    (found,) = mine
    assert found.effect is Effect.DEGRADED
    assert found.hint
    assert found.place is not None
    assert found.place.pointer[-1] == "$ref"


def test_a_broken_file_is_also_reported_where_it_breaks(tmp_path: Path) -> None:
    reading = read_files(
        tmp_path,
        {
            "spec.yaml": SHOP.replace("#/components/schemas/Custmer", "b.yaml#/A"),
            "b.yaml": "a: [\n",
        },
    )
    assert reading.codes == ["SRC006", "REF004"]


def test_a_reference_that_is_no_text_is_reported(tmp_path: Path) -> None:
    assert schemas(tmp_path, "    A: {$ref: 5}\n").codes.count("REF006") == 1


def test_dangling_references_in_other_files_name_that_file(tmp_path: Path) -> None:
    reading = read_files(
        tmp_path,
        {
            "specs/spec.yaml": SHOP.replace(
                "#/components/schemas/Custmer", "parts/c.yaml#/Customer"
            ),
            "specs/parts/c.yaml": (
                "Customer:\n  properties:\n    a: {$ref: 'd.yaml#/Adress'}\n"
            ),
            "specs/parts/d.yaml": "Address: {type: string}\n",
        },
        "specs/spec.yaml",
    )
    assert reading.said == (
        "specs/parts/c.yaml:3:15: error REF001: no schema at 'd.yaml#/Adress'\n"
        "    2 |   properties:\n"
        "    3 |     a: {$ref: 'd.yaml#/Adress'}\n"
        "      |               ^ did you mean 'Address'?\n"
    )


def test_a_bare_fragment_in_another_file_may_mean_the_root(tmp_path: Path) -> None:
    reading = read_files(
        tmp_path,
        {
            "spec.yaml": SHOP.replace("#/components/schemas/Custmer", "c.yaml#/C"),
            "c.yaml": "C: {items: {$ref: '#/components/schemas/Customer'}}\n",
        },
    )
    assert reading.codes == ["REF008"]
    root = reading.description.document_root("c.yaml")
    target = reading.description.follow(root.child("C").child("items"))
    assert target is not None
    assert target.pointer == ("components", "schemas", "Customer")


def test_what_is_no_part_of_the_grammar_is_not_looked_at(tmp_path: Path) -> None:
    reading = schemas(
        tmp_path,
        "    A:\n"
        "      type: object\n"
        "      default: {$ref: '#/x'}\n"
        "      example: {$ref: '#/x'}\n"
        "      examples: [{$ref: '#/x'}]\n"
        "      enum: [{$ref: '#/x'}]\n"
        "      const: {$ref: '#/x'}\n"
        "      x-mine: {$ref: '#/x'}\n"
        "      properties: {$ref: {type: string}}\n",
        "x-mine: {$ref: '#/x'}\n",
    )
    assert reading.codes == []


def test_a_discriminators_mapping_is_followed(tmp_path: Path) -> None:
    reading = schemas(
        tmp_path,
        "    A:\n"
        "      oneOf: [{$ref: '#/components/schemas/B'}]\n"
        "      discriminator:\n"
        "        propertyName: t\n"
        "        mapping: {b: B, c: '#/components/schemas/Bb'}\n"
        "    B: {type: object}\n",
    )
    assert reading.codes == ["REF007"]
    assert "spec.yaml:10:28: warning REF007" in reading.said


def test_the_order_of_files_does_not_change_what_is_said(tmp_path: Path) -> None:
    first = read_one(tmp_path / "a", SHOP).said
    assert first == read_one(tmp_path / "b", SHOP).said


def test_a_way_that_leads_through_itself_leads_nowhere(tmp_path: Path) -> None:
    reading = schemas(
        tmp_path, "    A: {$ref: '#/components/schemas/A/properties/x'}\n"
    )
    components = reading.description.root.child("components")
    schema = components.child("schemas").child("A")
    assert reading.description.follow(schema) is None
