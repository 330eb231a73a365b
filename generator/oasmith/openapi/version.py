"""Which version of OpenAPI a document says it is."""

from __future__ import annotations

import re

from ..diagnostics import CODES, Diagnostic, Effect, Report
from ..source.document import Document, JsonValue
from ..source.nearest import nearest
from ..source.pointer import Place
from ..source.positions import locate

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
        version = _as_text(value[key])
        if family_of(version) and (key == "swagger") == version.startswith("2"):
            return version
        _refuse(report, document, key, version)
        return None
    for key in ("swaggerVersion", "asyncapi", "arazzo", "overlay"):
        if key in value:
            _refuse(report, document, key, str(value[key]))
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


def _as_text(version: JsonValue) -> str:
    """A version as text. Unquoted it is a number, which is wrong and very common."""
    whole = isinstance(version, int) and not isinstance(version, bool)
    return f"{version}.0" if whole else str(version)


def _refuse(report: Report, document: Document, key: str, version: str) -> None:
    family = family_of(version)
    hint = "OpenAPI 2.0, 3.0, 3.1 and 3.2 are"
    if family == "2.0":
        hint = f"write 'swagger: \"{family}\"'"
    elif family:
        hint = f"write 'openapi: {version}'"
    # Nothing else of the document will be known when this is shown.
    position = locate(document, (key,))
    report.put(
        Diagnostic(
            "DOC002",
            CODES["DOC002"].severity,
            Place(document.path, (key,)),
            f"{key} {version!r} is not understood",
            hint,
            Effect.REFUSED,
            position.line,
            position.column,
        )
    )
