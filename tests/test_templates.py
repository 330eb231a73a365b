"""Templates: what they may hold, and that raw text cannot be printed by any of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from oasmith.emit.env import Environments
from oasmith.emit.faults import TemplateFault
from oasmith.emit.lint import offences
from oasmith.emit.places import templates_folder
from oasmith.python.code import Code

# Compiled ones may lie beside them, in a folder.
SHIPPED = sorted(path for path in templates_folder().iterdir() if path.is_file())
HOSTILE = '"""</x>\'&{{ 1 }}'


def parse(source: str) -> nodes.Template:
    return Environment(autoescape=True).parse(source)


def rendered(folder: Path, source: str, view: object) -> str:
    (folder / "t.jinja").write_text(source, encoding="utf-8")
    return Environments([folder]).render("t.jinja", view).text


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_a_shipped_template_holds_only_what_is_allowed(path: Path) -> None:
    assert path.suffix == ".jinja"
    assert list(offences(parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    "source",
    [
        "{{ view.a ~ view.b }}",
        "{{ view.a + view.b }}",
        "{{ view.a % view.b }}",
        "{{ view.a[0] }}",
        "{{ view['a'] }}",
        "{{ view.a() }}",
        "{{ view.a.upper() }}",
        "{{ view.__class__ }}",
        "{{ view|safe }}",
        "{{ view|length }}",
        "{{ 'text' if view else 'other' }}",
        "{{ [view] }}",
        "{{ {'a': view} }}",
        "{{ (view, view) }}",
        "{{ 1 }}",
        "{{ view == view }}",
        "{% if view is sameas(view) %}{% endif %}",
        "{% if view is string %}{% endif %}",
        "{% set x = view %}",
        "{% set x %}a{% endset %}",
        "{% set x = namespace() %}",
        "{% filter upper %}a{% endfilter %}",
        "{% include view.name %}",
        "{% include ['a.jinja', 'b.jinja'] %}",
        "{% extends view %}",
        "{% with x = view %}{% endwith %}",
        "{% for a in view recursive %}{% endfor %}",
        "{% call m() %}{% endcall %}",
        "{% macro m() %}{% endmacro %}{{ m(*view) }}",
    ],
)
def test_anything_else_is_an_offence(source: str) -> None:
    assert list(offences(parse(source))) != []


def test_a_users_template_is_checked_when_it_is_loaded(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault, match="Filter is not allowed") as caught:
        rendered(tmp_path, "a\n{{ view|upper }}\n", Code("a", "a"))
    assert caught.value.line == 2
    assert caught.value.template.endswith("t.jinja")


def test_a_template_that_is_not_well_formed_names_its_line(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault) as caught:
        rendered(tmp_path, "a\n\n{% if %}\n", None)
    assert caught.value.line == 3


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault, match="no such template"):
        rendered(tmp_path, '{% include "missing.jinja" %}', None)


@pytest.mark.parametrize("name", ["../t.jinja", "/etc/passwd", "a/b.jinja", ".t.jinja"])
def test_a_template_is_found_in_its_folder_only(name: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateFault):
        rendered(tmp_path, f'{{% include "{name}" %}}', None)


def test_a_missing_attribute_is_a_fault_at_its_line(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault, match="missing") as caught:
        rendered(tmp_path, "a\n{{ view.missing }}\n", Code("a", "a"))
    assert caught.value.line == 2


@pytest.mark.parametrize("value", [HOSTILE, 1, True, None, b"x", ["a"], object()])
def test_only_code_is_printed(value: object, tmp_path: Path) -> None:
    with pytest.raises(TemplateFault, match="only code is printed"):
        rendered(tmp_path, "{{ view }}", value)


def test_the_text_inside_code_is_not_printed_either(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault, match="only code is printed, not str"):
        rendered(tmp_path, "{{ view.text }}", Code("a", "a"))


@pytest.mark.parametrize("name", sorted(FILTERS))
def test_no_filter_of_jinja_is_there(name: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateFault):
        rendered(tmp_path, f"{{{{ view|{name} }}}}", HOSTILE)


@pytest.mark.parametrize("name", sorted(set(TESTS) - {"none", "true", "false"}))
def test_no_test_of_jinja_is_there(name: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateFault):
        rendered(tmp_path, f"{{% if view is {name} %}}a{{% endif %}}", HOSTILE)


@pytest.mark.parametrize(
    "source",
    [
        "{{ range(3) }}",
        "{{ lipsum() }}",
        "{{ dict(a=view) }}",
        "{{ cycler(view) }}",
        "{{ joiner(view) }}",
        "{{ namespace(a=view).a }}",
        "{{ self }}",
        "{{ loop }}",
        "{{ _(view) }}",
    ],
)
def test_no_global_of_jinja_is_there(source: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateFault):
        rendered(tmp_path, source, HOSTILE)


@pytest.mark.parametrize(
    "source",
    [
        "{% for a in view %}{{ a }}{% endfor %}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(view) }}",
        "{% block b %}{{ view }}{% endblock %}",
        "{% if view %}{{ view }}{% endif %}",
    ],
)
def test_raw_text_is_not_printed_by_a_detour(source: str, tmp_path: Path) -> None:
    with pytest.raises(TemplateFault, match="only code is printed"):
        rendered(tmp_path, source, HOSTILE)


def test_a_macro_prints_code(tmp_path: Path) -> None:
    source = "{% macro m(a) %}<{{ a }}>{% endmacro %}{{ m(view) }}"
    assert rendered(tmp_path, source, Code("'&'", "")) == "<'&'>"


def test_a_users_template_comes_before_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "empty.jinja").write_text("mine")
    templates = Environments([tmp_path])
    assert templates.render("empty.jinja", None).text == "mine"
    assert not templates.is_shipped("empty.jinja")
    assert Environments().is_shipped("empty.jinja")


@pytest.mark.parametrize(
    ("source", "twin"),
    [
        ("{{ view }}", "x"),
        ("<{{ view }}>{{ view }}\n", "<x>x\n"),
        ("{% macro m(a) %}<{{ a }}>{% endmacro %}{{ m(view) }}", "<x>"),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(view) }}", "x"),
        ("{% macro m(a) %}{{ a }}{% endmacro %}{% if m(view) %}{% endif %}-", "-"),
    ],
)
def test_the_twin_prints_the_twin(source: str, twin: str, tmp_path: Path) -> None:
    (tmp_path / "t.jinja").write_text(source)
    templates = Environments([tmp_path])
    assert templates.render("t.jinja", Code("a", "x")).twin == twin
