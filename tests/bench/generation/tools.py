"""OASmith and its peers: how each is installed and asked for a client."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["OASMITH", "PEERS", "Tool"]

Command = Callable[[Path, Path], Sequence[str | Path]]
"""From a description and a folder that is not there yet to what is run."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A generator.

    Args:
        name: As the tables have it.
        distribution: What pip installs, with extras; "" for the one of this checkout.
        needs: What the clients it makes import, and OASmith's are not given.
        command: What is run; the program is looked for in the tool's environment.
        is_slow: Whether it costs so much that it sees a part of the small ones only.
        wants_newest: Whether pip has no present release for the oldest Python.
        good: The exit codes with which it has written a client.
    """

    name: str
    distribution: str
    needs: tuple[str, ...]
    command: Command
    is_slow: bool = False
    wants_newest: bool = False
    good: tuple[int, ...] = (0,)

    @property
    def slug(self) -> str:
        """Its name as a folder has it."""
        return re.sub(r"\W+", "-", self.name.lower())

    @property
    def home(self) -> str:
        """The name of the folder that it is installed into."""
        return self.distribution.partition("[")[0] or self.name.lower()


def _oasmith(spec: Path, out: Path) -> Sequence[str | Path]:
    return ("oasmith", "generate", spec, "--output", out, "--no-progress")


def _openapi_python_client(spec: Path, out: Path) -> Sequence[str | Path]:
    return (
        "openapi-python-client",
        "generate",
        "--path",
        spec,
        "--output-path",
        out / "client",
    )


def _openapi_generator(spec: Path, out: Path) -> Sequence[str | Path]:
    asked = ("-g", "python", "--skip-validate-spec", "-i", spec, "-o", out / "client")
    return ("openapi-generator-cli", "generate", *asked)


def _models(spec: Path, out: Path) -> Sequence[str | Path]:
    asked = ("--input", spec, "--input-file-type", "openapi", "--disable-warnings")
    version = "{}.{}".format(*sys.version_info)
    target = ("--target-python-version", version)
    name = "models" if _has_dotted_names(spec) else "models.py"
    return ("datamodel-codegen", *asked, *target, "--output", out / name)


def _has_dotted_names(spec: Path) -> bool:
    """Whether datamodel-code-generator will ask for a folder instead of a file."""
    root = json.loads(spec.read_text("utf-8"))
    components = root.get("components", {}).get("schemas", {})
    return any("." in name for name in (*root.get("definitions", {}), *components))


def _models_and_client(spec: Path, out: Path) -> Sequence[str | Path]:
    client = ("--client-output", out / "client", "--client-package", "client")
    asked = ("--generate-client", "httpx2", *client)
    return (*_models(spec, out), *asked, "--client-model-package", "models")


def _clientele(spec: Path, out: Path) -> Sequence[str | Path]:
    return ("clientele", "start-api", "-f", spec, "-o", out / "client")


def _pyopenapi_gen(spec: Path, out: Path) -> Sequence[str | Path]:
    asked = ("--project-root", out, "--output-package", "client")
    return ("pyopenapi-gen", spec, *asked, "--no-postprocess")


OASMITH = Tool("OASmith", "", ("httpx2",), _oasmith, good=(0, 1))

PEERS = (
    Tool(
        "openapi-python-client",
        "openapi-python-client",
        ("httpx", "attrs", "python-dateutil"),
        _openapi_python_client,
    ),
    Tool(
        "OpenAPI Generator",
        "openapi-generator-cli",
        ("urllib3", "python-dateutil", "pydantic", "typing-extensions", "lazy-imports"),
        _openapi_generator,
        is_slow=True,
    ),
    Tool(
        "datamodel-code-generator, models only",
        "datamodel-code-generator",
        ("pydantic[email]",),
        _models,
    ),
    Tool(
        "datamodel-code-generator, client",
        "datamodel-code-generator",
        ("pydantic[email]", "httpx2", "typing-extensions"),
        _models_and_client,
        is_slow=True,
    ),
    Tool("clientele", "clientele[cli]", ("clientele",), _clientele),
    Tool(
        "pyopenapi-gen",
        "pyopenapi-gen",
        ("httpx", "cattrs"),
        _pyopenapi_gen,
        wants_newest=True,
    ),
)
