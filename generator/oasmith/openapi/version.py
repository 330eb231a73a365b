"""Which version of OpenAPI a document says it is."""

from __future__ import annotations

import re

from ..diagnostics import Effect, Report
from ..source.document import Document
from ..source.nearest import nearest
from ..source.pointer import Place

__all__ = ["family_of", "read_version"]

_KNOWN = re.compile(r"(2\.0|3\.[012])(?:\.[0-9]+)?(?:-.*)?\Z")


def family_of(version: str) -> str:
    """What decides the grammar: "2.0", "3.0", "3.1", "3.2", or "" for none of them."""
    known = _KNOWN.match(version)
    return known[1] if known else ""


def read_version(document: Document, report: Report) -> str | None:
    """The version as written; None, and a diagnostic, where it is none we know."""
    value = document.value if isinstance(document.value, dict) else {}
    for key in ("openapi", "swagger"):
        if key not in value:
            continue
        # Unquoted in YAML it is a number, which is wrong and very common.
        version = str(value[key])
        if family_of(version) and (key == "swagger") == version.startswith("2"):
            return version
        _refuse(report, Place(document.path, (key,)), f"{key} {version!r}")
        return None
    for key in ("swaggerVersion", "asyncapi", "arazzo", "overlay"):
        if key in value:
            said = f"{key} {str(value[key])!r}"
            _refuse(report, Place(document.path, (key,)), said)
            return None
    guess = nearest("openapi", value)
    report.add(
        "DOC001",
        Place(document.path),
        "the document has no key 'openapi' or 'swagger'",
        hint=(
            f"did you mean 'openapi' by {guess!r}?" if guess else "add 'openapi: 3.1.0'"
        ),
        effect=Effect.REFUSED,
    )
    return None


def _refuse(report: Report, place: Place, said: str) -> None:
    report.add(
        "DOC002",
        place,
        f"{said} is not understood",
        hint="OpenAPI 2.0, 3.0, 3.1 and 3.2 are",
        effect=Effect.REFUSED,
    )
