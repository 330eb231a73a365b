"""Reading ``[tool.oasmith]`` or ``oasmith.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from ..diagnostics import CODES, Diagnostic, Effect, Report
from ..diagnostics.explain import unknown_code_hint
from ..source.document import Document
from ..source.errors import SourceError
from ..source.pointer import Place
from ..source.text import decode, is_url, read_bytes
from ..source.values import Frozen
from .fields import Table
from .find import OWN_FILE
from .model import (
    ApiConfig,
    Config,
    Metadata,
    default_package,
    is_package_name,
    shadows,
)
from .paging import paging_wishes
from .toml_positions import TomlPositions
from .waiters import read_waiters

__all__ = ["API_KEYS", "ConfigReading", "read_config"]

API_KEYS = (
    "spec",
    "package",
    "output",
    "arguments",
    "environment",
    "base-url",
    "idempotency-header",
    "metadata",
    "ignore",
    "waiters",
    "paging",
)


class ConfigReading(Frozen):
    """What was read: None where nothing could be, and the text for excerpts."""

    config: Config | None
    documents: Mapping[str, Document]


def read_config(
    path: Path, report: Report, *, shown: str | None = None
) -> ConfigReading:
    """The configuration at ``path``; what is wrong with it is reported, the rest holds.

    An API without a usable ``spec`` or package is left out. ``oasmith.toml`` has
    the keys of ``[tool.oasmith]`` at its top.
    """
    file = path.as_posix() if shown is None else shown
    try:
        text = decode(read_bytes(path)).replace("\r\n", "\n")
    except SourceError as error:
        _cannot(report, file, str(error), error.hint, error.line, error.column)
        return ConfigReading(None, {})
    documents = {file: Document(file, text, None, "text")}
    try:
        values: dict[str, object] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, column = _error_position(str(error), text)
        said = re.sub(r" \(at .*\)$", "", str(error))
        hint = "mend it here or just before"
        _cannot(report, file, f"not TOML: {said}", hint, line, column)
        return ConfigReading(None, documents)
    table = Table(values, (), TomlPositions(text), file, report)
    if path.name != OWN_FILE:
        table = table.table("tool").table("oasmith")
    return ConfigReading(_config(table, path.parent), documents)


def _cannot(
    report: Report,
    file: str,
    words: str,
    hint: str,
    line: int | None,
    column: int | None,
) -> None:
    report.put(
        Diagnostic(
            "CFG001",
            CODES["CFG001"].severity,
            Place(file),
            words,
            hint,
            Effect.REFUSED,
            line,
            column,
        )
    )


def _error_position(message: str, text: str) -> tuple[int, int]:
    """Where tomllib says an error is; it says so only in words before Python 3.14."""
    found = re.search(r"\(at line (\d+), column (\d+)\)", message)
    if found:
        return int(found[1]), int(found[2])
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _config(table: Table, root: Path) -> Config:
    table.only("output", "templates", "apis")
    output = root / (table.text("output", check=_wrong_path) or "")
    apis = table.table("apis")
    found = [_api(apis.table(name), name, root, output) for name in apis.values]
    return Config(
        tuple(api for api in found if api is not None),
        root,
        table.file,
        _templates(table, root),
    )


def _templates(table: Table, root: Path) -> tuple[Path, ...]:
    """The folders of the user's templates; one that is not there is reported."""
    found: list[Path] = []
    for number, text in enumerate(table.texts("templates")):
        if _is_folder(root / text):
            found.append(root / text)
        else:
            steps = ("templates", str(number))
            hint = "make it, or correct the path"
            table.say("CFG004", steps, f"there is no folder {text!r}", hint)
    return tuple(found)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except ValueError:  # a null character
        return False


def _api(table: Table, name: str, root: Path, output: Path) -> ApiConfig | None:
    table.only(*API_KEYS)
    spec = table.text("spec", check=_wrong_spec)
    if "spec" not in table.values:
        hint = f'add spec = "specs/{name}.yaml" or the like'
        table.say("CFG005", (), f"the API {name!r} has no spec", hint, on_key=True)
    if not re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?", name):
        words = f"{name!r} cannot be the name of a distribution"
        table.say("CFG004", (), words, "use letters, digits and '-'", on_key=True)
        return None
    package = table.text("package", check=_wrong_package)
    if "package" not in table.values:
        package = default_package(name)
        if not is_package_name(package):
            words = f"no package can be called {package!r} after its API"
            table.say("CFG005", (), words, 'add package = "…"', on_key=True)
            return None
    own = table.text("output", check=_wrong_path)
    ignore = table.texts("ignore")
    arguments = table.mapping("arguments", check=_wrong_argument)
    environment = table.mapping("environment", check=_wrong_variable)
    api = ApiConfig(
        name,
        root / (spec or ""),
        output if own is None else root / own,
        package,
        arguments,
        environment,
        table.text("base-url", check=_wrong_base_url),
        _metadata(table.table("metadata")),
        ignore,
        _ignore_places(table, ignore),
        read_waiters(table.table("waiters")),
        paging_wishes(table.table("paging")),
        table.text("idempotency-header", check=_wrong_header) or "",
        {
            (key, one): table.spot(key, one, on_key=True)
            for key, named in (("arguments", arguments), ("environment", environment))
            for one in named
        },
    )
    # Only now, so that everything wrong with it has been said.
    return None if spec is None or package is None else api


def _metadata(table: Table) -> Metadata:
    table.only("version", "license", "authors", "urls", "description")
    return Metadata(
        table.text("version", check=_wrong_version) or "",
        table.text("license", check=_wrong_license) or "",
        table.texts("authors"),
        table.mapping("urls", check=_wrong_url),
        table.text("description") or "",
    )


def _ignore_places(table: Table, ignore: tuple[str, ...]) -> dict[str, tuple[int, int]]:
    """Where each code stands; reports those that do not exist."""
    written = cast("list[object]", table.values.get("ignore") or [])
    places: dict[str, tuple[int, int]] = {}
    for code in ignore:
        steps = ("ignore", str(written.index(code)))
        places.setdefault(code, table.positions.value((*table.at, *steps)))
        if code not in CODES:
            hint = unknown_code_hint(code) or "remove it"
            table.say("CFG006", steps, f"there is no code {code!r}", hint)
    return places


def _wrong_path(text: str) -> str:
    return "is no path" if "\0" in text else ""


def _wrong_spec(text: str) -> str:
    if is_url(text):
        return "is a URL, and nothing is fetched from the network: download it first"
    return _wrong_path(text) if text.strip() else "is no path"


def _wrong_package(text: str) -> str:
    if not is_package_name(text):
        return "is no package name: lower case, a-z 0-9 _"
    return "is taken by Python or by what clients import" if shadows(text) else ""


def _wrong_header(text: str) -> str:
    good = re.fullmatch(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", text)
    return "" if good else "cannot be the name of a header"


def _wrong_argument(text: str) -> str:
    good = text.isidentifier() and is_package_name(text.lower())
    return "" if good else "cannot be the name of a Python argument"


def _wrong_variable(text: str) -> str:
    good = re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", text)
    return "" if good else "cannot be the name of an environment variable"


def _wrong_version(text: str) -> str:
    good = re.fullmatch(r"v?\d+(\.\d+)*((a|b|rc|\.post|\.dev)\d+)*", text)
    return "" if good else "is no version a package can have, such as 0.1.0"


def _wrong_license(text: str) -> str:
    good = re.fullmatch(r"[A-Za-z0-9.+() -]+", text)
    return "" if good else "is no SPDX expression, such as MIT or Apache-2.0 OR MIT"


def _wrong_base_url(text: str) -> str:
    return "" if text == "required" else _wrong_url(text)


def _wrong_url(text: str) -> str:
    try:
        parts = urlsplit(text)
        good = parts.scheme in ("http", "https") and bool(parts.hostname)
        good = good and (parts.port is None or parts.port > 0)
    except ValueError:
        good = False
    has_blank = any(character.isspace() for character in text)
    return "" if good and not has_blank else "is no http or https URL"
