"""The package as a program uses it: what is shown of that runs as it stands."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import oasmith
from oasmith import ApiConfig, ConfigError, read_config

from .support.processes import clean_environment

ROOT = Path(__file__).parents[1]
SPEC = ROOT / "tests/cases/operations/servers/spec.yaml"
PAGE = (ROOT / "docs/configuration.md").read_text("utf-8")
SHOWN = [
    (oasmith.__doc__ or "").partition("\n\n")[2],
    *re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL),
]
PROJECT = f"""\
[tool.oasmith]
output = "out"
[tool.oasmith.apis.one]
spec = "{SPEC.as_posix()}"
[tool.oasmith.apis.two]
spec = "{SPEC.as_posix()}"
"""


@pytest.mark.parametrize("text", SHOWN, ids=range(len(SHOWN)))
def test_what_is_shown_generates_the_clients(text: str, tmp_path: Path) -> None:
    if "dask" in text and find_spec("distributed") is None:
        pytest.skip("dask is an extra: pip install oasmith[dask]")
    (tmp_path / "pyproject.toml").write_text(PROJECT, "utf-8")
    program = tmp_path / "program.py"
    program.write_text(text, "utf-8")
    done = subprocess.run(
        [sys.executable, str(program)],
        cwd=tmp_path,
        env=clean_environment({"PYTHONPATH": str(ROOT / "generator")}),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out/one/one/client.py").is_file()
    assert (tmp_path / "out/two/two/client.py").is_file()


def test_all_programs_of_the_page_were_tried() -> None:
    assert len(SHOWN) == 4


def test_a_configuration_is_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text(PROJECT, "utf-8")
    one, two = read_config(str(file)).apis
    assert isinstance(one, ApiConfig)
    assert (one.name, two.name) == ("one", "two")
    assert one.output == tmp_path / "out"


def test_what_is_wrong_with_a_configuration_is_raised(tmp_path: Path) -> None:
    file = tmp_path / "oasmith.toml"
    file.write_text(f'outptu = "out"\n[apis.one]\nspec = "{SPEC.as_posix()}"\n')
    with pytest.raises(ConfigError, match=r"oasmith.toml:1:1: error CFG002") as told:
        read_config(file)
    assert "did you mean 'output'?" in str(told.value)
    assert [one.code for one in told.value.diagnostics] == ["CFG002"]
    assert told.value.config is not None
    assert len(told.value.config.apis) == 1


def test_a_configuration_that_is_not_there_is_raised(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="CFG001") as told:
        read_config(tmp_path / "oasmith.toml")
    assert told.value.config is None


def test_the_package_exports_what_it_says() -> None:
    for name in oasmith.__all__:
        assert getattr(oasmith, name).__name__ == name
