"""A package as the generator makes it, but for black, with a record of its names.

Formatting is two thirds of a run and bears on nothing that a sweep looks at; that the
output is clean is the business of other tests.
"""

from __future__ import annotations

import marshal
import re
from dataclasses import dataclass
from functools import cache
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path

from oasmith import __version__
from oasmith.config.model import ApiConfig
from oasmith.diagnostics import Diagnostic, Report
from oasmith.emit.env import Environments
from oasmith.emit.record import RECORD, Record, dump
from oasmith.emit.render import render
from oasmith.emit.standing import Standing
from oasmith.ledger import Ledger
from oasmith.prepare import prepare, read_description
from oasmith.python.context import Context, Settings
from oasmith.python.digests import Digests


@dataclass(frozen=True, slots=True)
class Written:
    """What came of a description.

    ``state`` is "written", or what stopped it: "unreadable", "not rendered".
    """

    state: str
    diagnostics: tuple[Diagnostic, ...]
    ledger: Ledger | None


def package_name(name: str) -> str:
    """A package for a description of that name: ``stripe.com.json`` is stripe_com."""
    stem = re.sub(r"\.(json|ya?ml)$", "", name.partition("/")[2] or name)
    return "p_" + re.sub(r"[^a-z0-9]+", "_", stem.lower()).strip("_")[:50]


def write_package(spec: Path, folder: Path, package: str) -> Written:
    """Generate ``spec`` as ``folder/package``, beside the files of its project."""
    report = Report()
    config = ApiConfig(package.replace("_", "-"), spec, folder.parent, package)
    description = read_description(spec, report)
    if description is None:
        return Written("unreadable", report.diagnostics, None)
    made = prepare(config, description, report, {}, {})
    settings = Settings(distribution=config.name or "", package=package)
    context = Context(made.api, made.names, made.layout, settings)
    ledger = made.ledger(report.diagnostics)
    templates = Environments(())
    nothing = Standing({}, folder, Digests(context))
    raws = render(context, templates, nothing, report)
    if raws is None:
        return Written("not rendered", report.diagnostics, ledger)
    names = {key: " ".join(pair) for key, pair in made.table.items()}
    folder.mkdir(parents=True, exist_ok=True)
    record = dump(Record(__version__, names=names))
    (folder / RECORD).write_text(record, encoding="utf-8")
    for raw in raws:
        path = folder / raw.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(raw.text, encoding="utf-8")
        if raw.maker is None:
            _compiled(raw.path.rpartition("/")[2], raw.text, path)
    return Written("written", report.diagnostics, ledger)


@cache
def _bytecode(name: str, text: str) -> bytes:
    """A module of the runtime, which is the same in every package, compiled once."""
    code = compile(text, name, "exec", dont_inherit=True)
    # Flags 1: known by its hash, which nobody checks (PEP 552).
    header = MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)
    return header + marshal.dumps(code)


def _compiled(name: str, text: str, path: Path) -> None:
    """Put the bytecode where Python looks for it."""
    target = Path(cache_from_source(str(path)))
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(_bytecode(name, text))
