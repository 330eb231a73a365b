"""The hooks, with the pre-commit tool itself, in a repository as a user has it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.environments import UNREACHABLE

ROOT = Path(__file__).parents[1]
SPEC = """\
openapi: 3.0.3
info: {title: Shop, version: "1"}
servers: [{url: "https://api.shop.dev"}]
paths:
  /orders:
    get:
      operationId: list_orders
      tags: [orders]
      responses: {"204": {description: Done.}}
"""
HOOKS = """\
repos:
  - repo: REPOSITORY
    rev: REVISION
    hooks:
      - id: HOOK
"""


class Repository:
    """A git repository in a folder of its own, whoever's settings this machine has."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch", "main")

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@shop.dev")
        return self.run("git", *who, *arguments)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        hidden = ("GIT_", "PYTHONPATH", "PRE_COMMIT")
        kept = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(hidden)
        }
        return subprocess.run(
            command,
            cwd=self.folder,
            env={
                **kept,
                "PATH": f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}",
            },
            capture_output=True,
            text=True,
            timeout=280,
            check=False,
        )

    def commit(self, message: str) -> subprocess.CompletedProcess[str]:
        self.git("add", "--all")
        done = self.git("commit", "--message", message)
        said = done.stdout + done.stderr
        if any(sign in said for sign in UNREACHABLE):
            pytest.skip(f"no registry to install the hook from: {said[-300:]}")
        return done


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """This project as a repository that others take their hooks from."""
    repository = Repository(tmp_path_factory.mktemp("published") / "oasmith")
    for name in ("generator", "templates", "pyproject.toml", "README.md", "LICENSE"):
        source, target = ROOT / name, repository.folder / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
            shutil.copytree(source, target, ignore=ignored)
        else:
            shutil.copy(source, target)
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", repository.folder)
    assert repository.commit("All of it").returncode == 0
    return repository.folder, repository.git("rev-parse", "HEAD").stdout.strip()


def shop(folder: Path, published: tuple[Path, str], hook: str) -> Repository:
    """A repository with one description, its client, and one of our hooks."""
    repository = Repository(folder)
    source, revision = published
    config = HOOKS.replace("REPOSITORY", str(source)).replace("REVISION", revision)
    files = {
        ".pre-commit-config.yaml": config.replace("HOOK", hook),
        "oasmith.toml": '[apis.shop]\nspec = "shop.yaml"\n',
        "shop.yaml": SPEC,
    }
    for name, text in files.items():
        (repository.folder / name).write_text(text, "utf-8")
    assert repository.run("pre-commit", "install").returncode == 0
    return repository


@pytest.mark.xdist_group("pre-commit")
def test_a_changed_description_regenerates_and_stops_the_commit(
    published: tuple[Path, str], tmp_path: Path
) -> None:
    repository = shop(tmp_path / "shop", published, "oasmith-generate")
    stopped = repository.commit("A description")
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert " files in shop, 0 unchanged" in stopped.stderr + stopped.stdout
    resource = repository.folder / "shop/shop/resources/orders.py"
    assert "def list(" in resource.read_text("utf-8")

    done = repository.commit("A description and its client")
    assert done.returncode == 0, done.stdout + done.stderr

    (repository.folder / "shop.yaml").write_text(
        SPEC.replace("list_orders", "search_orders"), "utf-8"
    )
    assert repository.commit("Another name").returncode == 1
    assert "def search(" in resource.read_text("utf-8")
    assert repository.commit("Another name, and its client").returncode == 0


@pytest.mark.xdist_group("pre-commit")
def test_the_check_complains_and_writes_nothing(
    published: tuple[Path, str], tmp_path: Path
) -> None:
    repository = shop(tmp_path / "shop", published, "oasmith-check")
    stopped = repository.commit("A description without its client")
    assert stopped.returncode == 1
    assert "new      shop/shop/client.py" in stopped.stdout + stopped.stderr
    assert not (repository.folder / "shop").exists()
