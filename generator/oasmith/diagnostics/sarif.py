"""Diagnostics as SARIF 2.1.0, which code hosts show beside the lines of a change."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from ..source.document import JsonValue
from ..source.positions import Position
from .code import Code
from .codes import CODES
from .located import Located, in_order

__all__ = ["render_sarif"]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render_sarif(diagnostics: Iterable[Located], version: str) -> str:
    """One SARIF log with one run; ``version`` is the generator's."""
    found = in_order(diagnostics)
    codes = sorted({located.diagnostic.code for located in found})
    rules: list[JsonValue] = [_rule(CODES[code]) for code in codes]
    results: list[JsonValue] = [
        _result(located, codes.index(located.diagnostic.code)) for located in found
    ]
    driver: JsonValue = {"name": "oasmith", "version": version, "rules": rules}
    run: JsonValue = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log: JsonValue = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2) + "\n"


def _rule(code: Code) -> JsonValue:
    return {
        "id": code.code,
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.explanation},
        "help": {"text": code.remedy},
        "defaultConfiguration": {"level": code.severity.value},
    }


def _result(located: Located, rule: int) -> JsonValue:
    diagnostic = located.diagnostic
    words = diagnostic.message
    if diagnostic.hint:
        words = f"{words} ({diagnostic.hint})"
    result: dict[str, JsonValue] = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": diagnostic.severity.value,
        "message": {"text": words},
    }
    if located.file:
        result["locations"] = [_location(located.file, located.position)]
    if located.related:
        result["relatedLocations"] = [
            {
                **_location(related.file, related.position),
                "message": {"text": related.words},
            }
            for related in located.related
        ]
    return result


def _location(file: str, position: Position | None) -> dict[str, JsonValue]:
    path = Path(file)
    uri = path.as_uri() if path.is_absolute() else quote(path.as_posix())
    physical: dict[str, JsonValue] = {"artifactLocation": {"uri": uri}}
    if position is not None:
        physical["region"] = {
            "startLine": position.line,
            "startColumn": position.column,
            "endColumn": max(position.end_column, position.column + 1),
        }
    return {"physicalLocation": physical}
