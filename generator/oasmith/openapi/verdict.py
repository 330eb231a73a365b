"""The whole verdict of openapi-spec-validator, which is thorough and slow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Protocol, cast

from ..diagnostics import CODES, Diagnostic
from ..source.document import JsonValue
from ..source.pointer import Place
from .description import Description
from .version import family_of

__all__ = ["full_verdict"]

_LONGEST = 200
_CLOSING = str.maketrans("{[", "}]")


class _Error(Protocol):
    """What is read of a finding."""

    message: str
    absolute_path: Iterable[str | int]
    context: Iterable[_Error] | None


def full_verdict(description: Description) -> tuple[Diagnostic, ...]:
    """What openapi-spec-validator finds wrong, as diagnostics with places.

    It may take half a minute for a large description. Where it gives up (it
    raises on dangling references) a note says so after what it found before.
    """
    found: dict[tuple[Place, str], Diagnostic] = {}
    try:
        for error in _errors(description):
            diagnostic = _diagnostic(description, error)
            if diagnostic.place is not None:
                found.setdefault((diagnostic.place, diagnostic.message), diagnostic)
    except Exception as error:
        # Whatever its libraries raise: none of it is about us.
        given_up = Diagnostic(
            "DOC012",
            CODES["DOC012"].severity,
            Place(description.shown("")),
            f"openapi-spec-validator gave up: {_brief(str(error) or repr(error))}",
            "correct the other findings first",
        )
        return (*found.values(), given_up)
    return tuple(found.values())


def _errors(description: Description) -> Iterator[_Error]:
    # Imported here: it costs a third of a second and only `validate` asks for it.
    import openapi_spec_validator as validators  # noqa: PLC0415

    kinds = {
        "2.0": validators.OpenAPIV2SpecValidator,
        "3.0": validators.OpenAPIV30SpecValidator,
        "3.1": validators.OpenAPIV31SpecValidator,
        "3.2": validators.OpenAPIV32SpecValidator,
    }
    document = description.files.root
    # It follows references relative to this; a text from standard input has a
    # name that is no file, in the folder its references are relative to.
    base = (description.files.folder / Path(document.path).name).absolute().as_uri()
    # A copy, because some of its checks write into what they look at.
    value = cast("dict[str, JsonValue]", deepcopy(document.value))
    validator = kinds[family_of(description.version)](value, base_uri=base)
    yield from cast("Iterator[_Error]", validator.iter_errors())


def _diagnostic(description: Description, error: _Error) -> Diagnostic:
    deepest = error
    while deepest.context:
        inner = max(deepest.context, key=lambda one: len(list(one.absolute_path)))
        if len(list(inner.absolute_path)) <= len(list(deepest.absolute_path)):
            break
        deepest = inner
    pointer = tuple(str(token) for token in deepest.absolute_path)
    return Diagnostic(
        "DOC011",
        CODES["DOC011"].severity,
        Place(description.shown(""), pointer),
        _brief(deepest.message),
        "correct the description here",
    )


def _brief(text: str) -> str:
    """One line without the schema and the value, which some messages print whole."""
    line = " ".join(text.split("\n\nFailed validating", 1)[0].split())
    if line.startswith(("{", "[")) and len(line) > _LONGEST:
        _, _, rest = line.rpartition(line[0].translate(_CLOSING) + " ")
        line = f"this {rest}"
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
