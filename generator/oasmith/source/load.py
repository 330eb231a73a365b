"""Opening a file and reading it, JSON or YAML."""

from __future__ import annotations

from pathlib import Path

from .document import Document, JsonValue, Syntax
from .errors import DOUBLED_KEY, Problem, SourceError
from .json_positions import json_duplicates
from .json_reader import read_json
from .positions import Duplicate, Lines
from .quiet import collector_paused
from .text import decode, is_url, read_bytes
from .values import replace

__all__ = ["load", "load_text"]


def load(path: Path, shown: str) -> Document:
    """The document at ``path``, displayed to the user as ``shown``.

    Its value is a mapping. Raises SourceError for what cannot be read as a whole.
    """
    if is_url(shown):
        raise SourceError(
            "SRC012",
            "a URL cannot be read: nothing is fetched from the network",
            hint="download it first, and give the path of the file",
            file=shown,
        )
    try:
        return load_text(decode(read_bytes(path)), shown)
    except SourceError as error:
        raise error.within(shown) from error


def load_text(text: str, shown: str) -> Document:
    """The document a text says, such as one from standard input. Raises SourceError."""
    try:
        with collector_paused():
            value, problems, doubled, syntax = _parse(
                text.removeprefix("\ufeff"), shown
            )
    except SourceError as error:
        raise error.within(shown) from error
    text = text.removeprefix("\ufeff")
    if not isinstance(value, dict):
        raise SourceError(
            "SRC007",
            f"the document is {_kind(value)}, not a mapping",
            hint="an OpenAPI description begins with 'openapi: 3.1.0' and the like",
            file=shown,
            line=1,
            column=1,
        )
    document = Document(shown, text, value, syntax, tuple(problems))
    if not doubled:
        return document
    found = json_duplicates(text) if syntax == "json" else document.index.duplicates
    doubles = (_duplicate(document.index.lines, duplicate) for duplicate in found)
    return replace(document, problems=(*problems, *doubles))


def _parse(text: str, shown: str) -> tuple[JsonValue, list[Problem], bool, Syntax]:
    begins = text.lstrip()[:1]
    if not begins:
        raise SourceError("SRC004", "the document is empty", line=1, column=1)
    named_json = shown.lower().endswith(".json")
    if not named_json and begins not in ("{", "["):
        return *_read_yaml(text), "yaml"
    try:
        return *read_json(text), "json"
    except SourceError as json_error:
        # Comments and trailing commas make it YAML, which is as good.
        if json_error.code != "SRC006":
            raise
        try:
            return *_read_yaml(text), "yaml"
        except SourceError as yaml_error:
            if named_json or not _is_further(yaml_error, json_error):
                raise json_error from None
            raise yaml_error from None


def _read_yaml(text: str) -> tuple[JsonValue, list[Problem], bool]:
    # Imported here: a run over JSON does without all that reads YAML.
    from .yaml_reader import read_yaml  # noqa: PLC0415

    return read_yaml(text)


def _is_further(one: SourceError, other: SourceError) -> bool:
    """Whether ``one`` came further in the text: it knew more of what it says."""
    return (one.line or 0, one.column or 0) > (other.line or 0, other.column or 0)


def _duplicate(lines: Lines, duplicate: Duplicate) -> Problem:
    first = lines.position(duplicate.first, duplicate.first)
    second = lines.position(duplicate.second, duplicate.second)
    return Problem(
        DOUBLED_KEY,
        f"the key {duplicate.pointer[-1]!r} stands here twice,"
        f" first on line {first.line}; only the last one counts",
        "remove one, or give it another name",
        second.line,
        second.column,
        duplicate.pointer,
        True,
    )


def _kind(value: JsonValue) -> str:
    match value:
        case list():
            return "a list"
        case str():
            return "a text"
        case bool():
            return "a truth value"
        case None:
            return "null"
        case _:
            return "a number" if not isinstance(value, dict) else "a mapping"
