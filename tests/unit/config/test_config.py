"""Reading the configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from oasmith.config.find import find
from oasmith.config.model import ApiConfig, Config, for_spec, named
from oasmith.config.read import read_config
from oasmith.config.toml_positions import TomlPositions
from oasmith.diagnostics import Report
from oasmith.diagnostics.show import render_text

FULL = """\
[project]
name = "shop"

[tool.oasmith]
output = "generated"
templates = ["mine"]

[tool.oasmith.apis.wasabi-air]
spec = "specs/wasabi-air.yaml"
arguments = { WasabiAuth = "access_key", "Wasabi Secret" = "secret_key" }
environment = { access_key = "WASABI_ACCESS_KEY" }
base-url = "required"
ignore = ["REF001"]

[tool.oasmith.apis.wasabi-air.metadata]
version = "0.1.0"
license = "MIT"
authors = ["A <a@example.com>"]
urls = { Source = "https://example.com/x" }
description = "Jobs."

[tool.oasmith.apis.shop]
spec = "shop.json"
package = "shop_client"
output = "elsewhere"
base-url = "https://api.example.com/v1"
"""


def read(tmp_path: Path, text: str, name: str = "pyproject.toml") -> tuple[Config, str]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    report = Report()
    reading = read_config(path, report, shown=name)
    assert reading.config is not None
    return reading.config, render_text(report.diagnostics, reading.documents)


def api_table(lines: str) -> str:
    return f'[tool.oasmith.apis.x]\nspec = "x.yaml"\n{lines}\n'


def test_every_key_is_read(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    config, said = read(tmp_path, FULL)
    wasabi, shop = config.apis
    assert said == ""
    assert config.templates == (tmp_path / "mine",)
    assert wasabi.name == "wasabi-air"
    assert wasabi.package == "wasabi_air"
    assert wasabi.spec == tmp_path / "specs/wasabi-air.yaml"
    assert wasabi.project == tmp_path / "generated" / "wasabi-air"
    assert wasabi.arguments == {
        "WasabiAuth": "access_key",
        "Wasabi Secret": "secret_key",
    }
    assert wasabi.environment == {"access_key": "WASABI_ACCESS_KEY"}
    assert wasabi.base_url == "required"
    assert wasabi.ignore_at == {"REF001": (13, 11)}
    assert wasabi.metadata.authors == ("A <a@example.com>",)
    assert wasabi.metadata.urls == {"Source": "https://example.com/x"}
    assert (shop.package, shop.output) == ("shop_client", tmp_path / "elsewhere")
    assert shop.base_url == "https://api.example.com/v1"


def test_our_own_file_has_the_keys_at_its_top(tmp_path: Path) -> None:
    text = 'output = "out"\n[apis.a]\nspec = "a.yaml"\n'
    config, said = read(tmp_path, text, "oasmith.toml")
    assert said == ""
    assert config.apis[0].project == tmp_path / "out" / "a"


def test_an_unknown_key_is_said_with_its_place_and_the_nearest_key(
    tmp_path: Path,
) -> None:
    _, said = read(tmp_path, api_table('pakage = "x"'))
    assert said == (
        "pyproject.toml:3:1: error CFG002: unknown key 'pakage'\n"
        '    2 | spec = "x.yaml"\n'
        '    3 | pakage = "x"\n'
        "      | ^ did you mean 'package'?\n"
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("package = 5", "3:11: error CFG003: package must be text, not the number 5"),
        ("package = 'A'", "3:11: error CFG004: 'A' is no package name"),
        ("package = 'class'", "3:11: error CFG004: 'class' is no package name"),
        ("package = 'a-b'", "3:11: error CFG004: 'a-b' is no package name"),
        ("arguments = []", "3:13: error CFG003: arguments must be a table, not a list"),
        ("arguments.A = 'a b'", "3:15: error CFG004: 'a b' cannot be the name"),
        ("environment = {a = 'A B'}", "3:20: error CFG004: 'A B' cannot be the name"),
        ("base-url = 'ftp://x'", "3:12: error CFG004: 'ftp://x' is no http"),
        ("base-url = 'https://'", "3:12: error CFG004: 'https://' is no http"),
        ("base-url = 'https://a:b'", "3:12: error CFG004: 'https://a:b' is no http"),
        ("ignore = 'REF001'", "3:10: error CFG003: ignore must be a list of texts"),
        ("ignore = [\n 'REF001',\n 7]", "5:2: error CFG003: ignore.1 must be text"),
        ("ignore = ['REF01']", "3:11: warning CFG006: there is no code 'REF01'"),
        ("metadata.version = 'new'", "3:20: error CFG004: 'new' is no version"),
        ("metadata.urls.A = 'x'", "3:19: error CFG004: 'x' is no http"),
        ("metadata.autor = 'x'", "3:10: error CFG002: unknown key 'autor'"),
        ("metadata.license = 1979-01-01", "3:20: error CFG003: license must be text"),
        ("waiters = []", "3:11: error CFG003: waiters must be a table, not a list"),
        (
            "waiters.jobs.get = {field = 's', done = ['x']}",
            "3:9: error CFG005: the waiter 'jobs' has no field and no done",
        ),
        ("waiters.a = {field = 's'}", "3:9: error CFG005: the waiter 'a' has no done"),
        (
            "waiters.a = {field = 's..t', done = ['x']}",
            "3:22: error CFG004: 's..t' names no field",
        ),
        (
            "waiters.a = {field = 's', done = []}",
            "3:34: error CFG004: no state is done",
        ),
        (
            "waiters.a = {field = 's', done = ['x', 'y'], failed = ['z', 'y']}",
            "3:61: error CFG004: 'y' is both done and failed",
        ),
        (
            "waiters.a = {field = 's', done = ['x'], began = []}",
            "3:41: error CFG002: unknown key 'began'",
        ),
    ],
)
def test_a_bad_value_is_said_with_its_place(
    tmp_path: Path, lines: str, expected: str
) -> None:
    _, said = read(tmp_path, api_table(lines))
    assert said.startswith(f"pyproject.toml:{expected}")


def test_a_waiter_knows_where_each_of_its_words_stands(tmp_path: Path) -> None:
    text = (
        "waiters.'jobs.get' = {field = 'a.b', done = ['x'], failed = ['y', 'z']}\n"
        "waiters.broken = {done = ['x']}\n"
    )
    config, said = read(tmp_path, api_table(text))
    assert "'broken' has no field" in said
    (api,) = config.apis
    ((name, waiter),) = api.waiters.items()
    assert (name, waiter.field) == ("jobs.get", "a.b")
    assert (waiter.done, waiter.failed, waiter.start) == (("x",), ("y", "z"), ())
    assert (waiter.spot().line, waiter.spot().column) == (3, 9)
    assert waiter.spot("failed", "1").column == 67


def test_all_faults_of_an_api_are_said_at_once(tmp_path: Path) -> None:
    config, said = read(tmp_path, api_table("package = 'A'\nbase-url = 1\nx = 1"))
    assert config.apis == ()
    assert [line.split()[2] for line in said.splitlines() if "error" in line] == [
        "CFG004:",
        "CFG003:",
        "CFG002:",
    ]


def test_an_api_without_spec_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    text = "[tool.oasmith.apis.a]\n[tool.oasmith.apis.b]\nspec = 'b.yaml'\n"
    config, said = read(tmp_path, text)
    assert [api.name for api in config.apis] == ["b"]
    assert said.startswith("pyproject.toml:1:20: error CFG005: the API 'a' has no spec")


def test_a_url_as_spec_is_refused_with_the_remedy(tmp_path: Path) -> None:
    _, said = read(tmp_path, "[tool.oasmith.apis.a]\nspec = 'https://x/y.yaml'\n")
    assert "download it first" in said


def test_a_name_no_distribution_can_have(tmp_path: Path) -> None:
    config, said = read(tmp_path, "[tool.oasmith.apis.'a b']\nspec = 'a.yaml'\n")
    assert config.apis == ()
    assert said.startswith("pyproject.toml:1:20: error CFG004: 'a b' cannot be")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_syntax_error_has_its_position(tmp_path: Path, end: str) -> None:
    path = tmp_path / "oasmith.toml"
    path.write_bytes(f"output = 'x'{end}apis = {{ a = }}{end}".encode())
    report = Report()
    reading = read_config(path, report, shown="oasmith.toml")
    said = render_text(report.diagnostics, reading.documents)
    assert reading.config is None
    assert said.startswith("oasmith.toml:2:14: error CFG001: not TOML: ")
    assert "    2 | apis = { a = }\n" in said


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    report = Report()
    reading = read_config(tmp_path / "none.toml", report, shown="none.toml")
    assert reading.config is None
    assert [found.code for found in report.diagnostics] == ["CFG001"]


def test_the_nearest_configuration_above_is_found(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[tool.oasmith]\n", encoding="utf-8")
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.x]\n", encoding="utf-8")
    found = find(inner)
    assert found is not None
    assert found.resolve() == (tmp_path / "pyproject.toml").resolve()


def test_our_own_file_outweighs_the_shared_one(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.oasmith]\n", encoding="utf-8")
    (tmp_path / "oasmith.toml").write_text("", encoding="utf-8")
    assert find(tmp_path) == tmp_path / "oasmith.toml"


def test_the_search_ends_at_the_root_of_a_repository(tmp_path: Path) -> None:
    inner = tmp_path / "repo"
    (inner / ".git").mkdir(parents=True)
    (tmp_path / "oasmith.toml").write_text("", encoding="utf-8")
    assert find(inner) is None


@pytest.mark.parametrize(
    ("title", "name", "package"),
    [
        ("Swagger Petstore - OpenAPI 3.0", "swagger-petstore-openapi-3-0", None),
        ("Überraschung & Söhne", "uberraschung-sohne", "uberraschung_sohne"),
        ("3D API", "api-3d-api", "api_3d_api"),
        ("Import", "import", "import_client"),
        ("日本語", "shop", "shop"),
        ("../../etc", "etc", "etc"),
        ("SqlManagementClient", "sql-management-client", None),
        ("AWSMainframeModernization", "aws-mainframe-modernization", None),
        ("IoTSpacesClient", "iot-spaces-client", None),
        ("KeyVaultAPI", "key-vault-api", None),
        ("PeerTube", "peertube", None),
        ("Word " * 11 + "resources", "word-" * 10 + "word", None),
        ("YouTube Data API v3", "youtube-data-api-v3", None),
    ],
)
def test_a_name_is_made_of_the_title(
    title: str, name: str, package: str | None
) -> None:
    api = named(for_spec(Path("specs/shop.yaml"), None, None), title)
    assert api.name == name
    assert api.package == (package or name.replace("-", "_"))


def test_a_package_asked_for_is_kept() -> None:
    api = named(for_spec(Path("x.yaml"), Path("out"), "mine"), "Title")
    assert (api.package, api.project) == ("mine", Path("out/title"))


def test_an_unnamed_api_has_no_folder_yet() -> None:
    with pytest.raises(ValueError, match="no name"):
        _ = ApiConfig(None, Path("x"), Path("y"), None).project


def test_keys_are_found_in_every_form_of_toml() -> None:
    text = (
        "# c [x]\n"
        'a . "b.c" = """x\n= [1]""" # d = 1\n'
        "[ t . u ]\n"
        "k = { i = [1, # one\n  { j = 'v' }], 'q' = true }\n"
        "[[l]]\nx = 1\n[[l]]\nx = 2\n[l.m]\ny = 3\n"
    )
    positions = TomlPositions(text)
    assert positions.key(("a", "b.c")) == (2, 5)
    assert positions.value(("a", "b.c")) == (2, 13)
    assert positions.value(("t", "u", "k", "i", "1", "j")) == (6, 9)
    assert positions.key(("t", "u", "k", "q")) == (6, 17)
    assert positions.value(("l", "1", "x")) == (10, 5)
    assert positions.key(("t", "u", "nothing")) == (4, 7)


@pytest.mark.parametrize("title", ["Datetime", "uuid", "httpx2", "AUX"])
def test_a_package_does_not_hide_a_module_that_clients_import(title: str) -> None:
    api = named(for_spec(Path("spec.yaml"), None, None), title)
    assert api.package == f"{title.lower()}_client"


def test_a_title_of_any_length_names_a_folder() -> None:
    api = named(for_spec(Path("spec.yaml"), None, None), "long " * 200)
    assert len(api.name or "") <= 60


def test_a_title_of_one_endless_word_is_cut_anywhere() -> None:
    api = named(for_spec(Path("spec.yaml"), None, None), "a" * 200)
    assert api.name == "a" * 60


def test_how_operations_page_is_read(tmp_path: Path) -> None:
    config, said = read(
        tmp_path,
        api_table(
            'paging."rows.list" = { by = "page-number", first = 0, total = "sum" }\n'
            'paging."jobs.list" = false'
        ),
    )
    assert said == ""
    rows, jobs = config.apis[0].paging.values()
    assert (rows.by, rows.first, rows.told) == ("page-number", 0, {"total": "sum"})
    assert (rows.spot.line, rows.spot.column) == (3, 8)
    assert (rows.off, jobs.off) == (False, True)


def test_what_is_wrong_with_paging_is_said(tmp_path: Path) -> None:
    _, said = read(
        tmp_path,
        api_table(
            'paging."rows.list" = { by = "number", parametre = "page", first = "1" }\n'
            'paging."jobs.list" = true'
        ),
    )
    assert "unknown key 'parametre'" in said
    assert "did you mean 'parameter'?" in said
    assert "'number' is none of cursor, last-item" in said
    assert "first must be a whole number, not the text '1'" in said
    assert "jobs.list must be a table, or false" in said


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ('output = "a\\u0000b"', "is no path"),
        ('metadata.license = "</x>"', "is no SPDX expression"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused(
    tmp_path: Path, lines: str, words: str
) -> None:
    _, said = read(tmp_path, api_table(lines))
    assert "error CFG004" in said and words in said


def test_a_folder_of_templates_that_is_not_there_is_reported(tmp_path: Path) -> None:
    text = '[tool.oasmith]\ntemplates = ["nope", "a\\u0000b"]\n'
    config, said = read(tmp_path, text)
    assert config.templates == ()
    assert "pyproject.toml:2:14: error CFG004: there is no folder 'nope'" in said
    assert said.count("CFG004") == 2
