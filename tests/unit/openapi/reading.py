"""Reading small descriptions, and what is said about them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from oasmith.diagnostics import Report
from oasmith.diagnostics.show import render_text
from oasmith.openapi import refs
from oasmith.openapi.description import Description, read
from oasmith.openapi.node import Node
from oasmith.openapi.rules import check_rules
from oasmith.source.document import JsonValue
from oasmith.source.pointer import parse_pointer
from oasmith.source.positions import locate

__all__ = ["Reading", "read_files", "read_one"]


class Reading:
    """A description read from files of a folder, and its report."""

    def __init__(self, folder: Path, files: Mapping[str, str], root: str) -> None:
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        self.report = Report()
        self.found = read(folder / root, self.report, shown=root)
        if self.found is not None:
            refs.check(self.found, self.report)
            check_rules(self.found, self.report)

    @property
    def description(self) -> Description:
        """The description; an assertion fails where there is none."""
        assert self.found is not None, self.said
        return self.found

    @property
    def codes(self) -> list[str]:
        """The codes of all diagnostics."""
        return [found.code for found in self.report.diagnostics]

    @property
    def said(self) -> str:
        """All diagnostics as text."""
        documents = {} if self.found is None else self.found.documents
        return render_text(self.report.diagnostics, documents)

    @property
    def heads(self) -> list[str]:
        """The first line of every diagnostic."""
        return [
            line
            for line in self.said.splitlines()
            if " error " in line or " warning " in line or " note " in line
        ]

    def at(self, pointer: str) -> Node:
        """The node at a pointer of the upgraded root."""
        node = self.description.root
        for token in parse_pointer(pointer):
            node = node.child(token)
        return node

    def value(self, pointer: str) -> JsonValue:
        """The value at a pointer of the upgraded root."""
        return self.at(pointer).value

    def line(self, pointer: str) -> str:
        """The user's line, without white space around it, that a node stands in."""
        place = self.at(pointer).place
        document = self.description.documents[place.file]
        number = locate(document, place.pointer).line
        return document.index.lines.line(number).strip()


def read_files(
    folder: Path, files: Mapping[str, str], root: str = "spec.yaml"
) -> Reading:
    """Reads ``root`` of several files."""
    return Reading(folder, files, root)


def read_one(folder: Path, text: str | Mapping[str, JsonValue]) -> Reading:
    """Reads one document, YAML text or a value."""
    written = text if isinstance(text, str) else json.dumps(text)
    return Reading(folder, {"spec.yaml": written}, "spec.yaml")
