"""Whether a project is still what its inputs give, by hashes alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from .config.model import ApiConfig
from .emit.places import templates_folder
from .emit.record import Record, digest, digest_of_bytes
from .outcome import ApiOutcome, Settled
from .retold import retold
from .source.document import Document
from .source.errors import SourceError
from .source.text import decode, read_bytes

__all__ = [
    "CLEAN",
    "fingerprint",
    "inputs_of",
    "is_alike",
    "owner_of",
    "owner_of_record",
    "standing",
]

CLEAN = "clean"
"""Says in the record's inputs that the last run had nothing to report."""

_OWNER = "owner"
_SPEC = "spec "


@cache
def fingerprint() -> str:
    """A hash of the generator's own code and templates, whatever their line ends."""
    here = Path(__file__).parent
    return _of_files([*here.rglob("*.py"), *templates_folder().rglob("*.jinja")])


def _of_files(paths: Iterable[Path]) -> str:
    known = hashlib.blake2b(digest_size=16)
    for path in sorted(paths, key=lambda one: (one.name, one.parts)):
        known.update(path.name.encode())
        known.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return known.hexdigest()


def _config_digest(config: ApiConfig, templates: tuple[Path, ...]) -> str:
    told = (
        config.name,
        config.package,
        sorted(config.arguments.items()),
        sorted(config.environment.items()),
        config.base_url,
        config.metadata.version,
        config.metadata.license,
        config.metadata.authors,
        sorted(config.metadata.urls.items()),
        config.metadata.description,
        sorted(config.ignore),
        [
            (name, one.field, one.done, one.failed, one.start)
            for name, one in config.waiters.items()
        ],
        [(name, one.asked) for name, one in sorted(config.paging.items())],
    )
    own = _of_files(path for folder in templates for path in folder.rglob("*.jinja"))
    return digest(repr((told, own if templates else "")))


def owner_of(config: ApiConfig) -> str:
    """What tells a project from one of the same name: its description and package."""
    return f"{config.spec.name} as {config.package}"


def owner_of_record(record: Record) -> str:
    """The same of the project that a record lies in."""
    return record.inputs.get(_OWNER, "")


def inputs_of(
    config: ApiConfig,
    templates: tuple[Path, ...],
    documents: Mapping[str, Document],
    *,
    reported: int,
) -> dict[str, str]:
    """What the record says of the inputs.

    ``documents`` are the files of the description by their keys; ``reported``
    counts the diagnostics.
    """
    files = {_SPEC + key: digest(found.text) for key, found in documents.items()}
    clean = {CLEAN: "yes"} if reported == 0 else {}
    own = {
        "config": _config_digest(config, templates),
        "generator": fingerprint(),
        _OWNER: owner_of(config),
    }
    return {**files, **own, **clean}


def standing(
    config: ApiConfig, templates: tuple[Path, ...], record: Record | None
) -> ApiOutcome | None:
    """What a whole run would come to, where that is known without one.

    None where it might change something, or say something else than the last one.
    """
    if record is None or not _is_current(config, templates, record):
        return None
    name = config.name or ""
    if CLEAN in record.inputs:
        return ApiOutcome(name, Settled.CURRENT)
    text = decode(read_bytes(config.spec))
    try:
        diagnostics, documents = retold(record.told, config.spec.as_posix(), text)
    except (KeyError, ValueError):
        return None
    return ApiOutcome(name, Settled.CURRENT, diagnostics, documents)


def _is_current(config: ApiConfig, templates: tuple[Path, ...], record: Record) -> bool:
    """Whether a whole run would change nothing, and what it would say is known."""
    known = record.inputs
    if CLEAN not in known and not record.told:
        return False
    if not is_alike(config, templates, record):
        return False
    specs = {
        (
            config.spec.parent / key.removeprefix(_SPEC)
            if key != _SPEC
            else config.spec
        ): value
        for key, value in known.items()
        if key.startswith(_SPEC)
    }
    project = config.project
    return _all_match(specs) and _all_match(
        {project / path: hashes.written for path, hashes in record.files.items()}
    )


def is_alike(config: ApiConfig, templates: tuple[Path, ...], record: Record) -> bool:
    """Whether the same generator, templates and configuration have made the record."""
    known = record.inputs
    if known.get("generator") != fingerprint():
        return False
    return known.get("config") == _config_digest(config, templates)


def _all_match(expected: Mapping[Path, str]) -> bool:
    try:
        return all(
            _is_text(read_bytes(path), value) for path, value in expected.items()
        )
    except (OSError, SourceError):
        return False


def _is_text(data: bytes, expected: str) -> bool:
    # Nearly every file is UTF-8 without a mark: its bytes need not be decoded.
    return digest_of_bytes(data) == expected or digest(decode(data)) == expected
