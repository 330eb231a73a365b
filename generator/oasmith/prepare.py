"""The first half of a run: from a file to an API with names and a layout."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from .config.model import STANDARD_INPUT, ApiConfig, named
from .diagnostics import CODES, Diagnostic, Report
from .diagnostics.policy import ignoring
from .ir.api import Api
from .ir.tables import Layout, Names
from .openapi.description import Description, read, read_text
from .openapi.refs import check
from .openapi.rules import check_rules
from .passes.configured import check_names
from .passes.layout import arrange
from .passes.lower import lower
from .passes.naming import Recorded, assign
from .passes.paging import paged
from .passes.spelling import Reserved
from .passes.waiters import with_waiters
from .python import ident
from .python.constraints import report_patterns
from .source.document import Document
from .source.pointer import Place
from .source.values import Frozen

if TYPE_CHECKING:
    from .ledger import Ledger

__all__ = [
    "RESERVED",
    "Prepared",
    "check_description",
    "kept",
    "prepare",
    "read_description",
    "title_of",
]

RESERVED = Reserved(
    types=ident.TYPE_RESERVED,
    fields=ident.FIELD_RESERVED,
    members=ident.MEMBER_RESERVED,
    arguments=ident.ARGUMENT_RESERVED,
    client_arguments=ident.CLIENT_ARGUMENT_RESERVED,
    client=ident.CLIENT_RESERVED,
    resource_classes=ident.RESOURCE_CLASS_RESERVED,
    methods=ident.METHOD_RESERVED,
)


class Prepared(Frozen):
    """An API ready to be printed. ``table`` is what the record keeps of its names."""

    config: ApiConfig
    description: Description
    api: Api
    names: Names
    layout: Layout
    table: Mapping[str, tuple[str, str]]

    @property
    def documents(self) -> Mapping[str, Document]:
        """Every file of the description by its displayed path."""
        return self.description.documents

    def ledger(self, diagnostics: tuple[Diagnostic, ...]) -> Ledger:
        """What became of every element, going by ``diagnostics``."""
        # Imported here: few ask for it.
        from .ledger import take_stock  # noqa: PLC0415

        return take_stock(self.api, self.names, diagnostics, self.description.kind)


def read_description(spec: Path, report: Report) -> Description | None:
    """The description at ``spec`` ("-" is standard input), None where there is none."""
    if str(spec) == STANDARD_INPUT:
        text = sys.stdin.read()
        return read_text(text, report, shown="<stdin>", folder=Path())
    return read(spec, report)


def title_of(description: Description) -> str:
    """The title of the API, which names a project nobody else has named."""
    info = description.root.get("info")
    return "" if info is None else info.text("title")


def check_description(description: Description, report: Report) -> None:
    """What is said about a description whatever becomes of it."""
    check(description, report)
    check_rules(description, report)


def prepare(
    config: ApiConfig,
    description: Description,
    report: Report,
    recorded: Recorded,
    arrangement: Mapping[str, str],
) -> Prepared:
    """The API of ``description``, named as before where ``recorded`` says so.

    ``arrangement`` is the layout of the last run, empty for none.
    """
    check_description(description, report)
    api = lower(description, report)
    report_patterns(api, report)
    config = named(config, title_of(description))
    rules = ident.PythonRules()
    names, table = assign(
        api, config.package or "", rules, RESERVED, config.arguments, recorded
    )
    api, names = with_waiters(api, names, config.waiters, report)
    api = paged(api, names, config.paging, report)
    check_names(api, names, config.spots, report)
    layout = arrange(api, names.decls, rules, ident.MODULE_RESERVED, arrangement)
    return Prepared(config, description, api, names, layout, table)


def kept(config: ApiConfig, file: str | None, report: Report) -> tuple[Diagnostic, ...]:
    """The diagnostics the configuration in ``file`` does not ignore.

    A code to ignore that nothing was reported under is itself reported.
    """
    result = ignoring(report.diagnostics, config.ignore)
    unused: list[Diagnostic] = []
    for code in result.unused:
        line, column = config.ignore_at.get(code, (1, 1))
        unused.append(
            Diagnostic(
                "CFG006",
                CODES["CFG006"].severity,
                Place(file or ""),
                f"{code} is ignored, but nothing is reported under it",
                "take it out of ignore",
                line=line,
                column=column,
            )
        )
    known = (one for one in unused if one.code in CODES)
    return (*result.diagnostics, *known)
