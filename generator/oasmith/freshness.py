"""Whether a project is still what its inputs give, by hashes alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .config.model import ApiConfig
from .emit.places import templates_folder
from .emit.record import (
    Record,
    Summary,
    digest,
    digest_as_written,
    digest_of_bytes,
    read_summary,
)
from .outcome import ApiOutcome, Settled
from .retold import retold
from .source.errors import SourceError
from .source.files import below, content, inside, with_plain_ends
from .source.text import decode, in_utf8, read_bytes

if TYPE_CHECKING:
    from .openapi.files import Files

__all__ = [
    "CLEAN",
    "fingerprint",
    "inputs_of",
    "maker_of",
    "owner_of",
    "owner_of_record",
    "standing",
]

CLEAN = "clean"
"""Says in the record's inputs that the last run had nothing to report."""

_OWNER = "owner"
_SPEC = "spec "
_UNREAD = "unread"


@cache
def fingerprint() -> str:
    """A hash of the generator's own code and templates, whatever their line ends."""
    package, templates = str(Path(__file__).parent), str(templates_folder())
    return _of_files([*below(package, ".py"), *below(templates, ".jinja")])


def _of_files(found: Iterable[tuple[str, str]]) -> str:
    known = hashlib.blake2b(digest_size=16)
    for name, path in found:
        text = with_plain_ends(content(path))
        known.update(b"%s %d " % (name.encode(), len(text)))
        known.update(text)
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
        config.idempotency_header,
    )
    # Whatever is in the folders: a template may include a file of any name.
    own = _of_files(found for one in templates for found in below(str(one), ""))
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
    read: Files,
    *,
    reported: int,
) -> dict[str, str]:
    """What the record says of the inputs.

    ``read`` are the files of the description; of one that cannot be read nobody knows
    whether it still cannot. ``reported`` counts the diagnostics.
    """
    files = {_SPEC + key: digest(found.text) for key, found in read.documents.items()}
    files |= {_SPEC + key: _UNREAD for key in read.errors}
    clean = {CLEAN: "yes"} if reported == 0 else {}
    own = {
        "config": _config_digest(config, templates),
        "generator": fingerprint(),
        _OWNER: owner_of(config),
    }
    return {**files, **own, **clean}


def standing(config: ApiConfig, templates: tuple[Path, ...]) -> ApiOutcome | None:
    """What a whole run would come to, where that is known without one.

    None where it might change something, or say something else than the last one.
    """
    record = read_summary(config.project)
    if record is None or not _is_current(config, templates, record):
        return None
    name = config.name or ""
    if CLEAN in record.inputs:
        return ApiOutcome(name, Settled.CURRENT)
    try:
        text = in_utf8(read_bytes(config.spec))
        diagnostics, documents = retold(record.told, config.spec.as_posix(), text)
    except (KeyError, ValueError, SourceError):
        return None
    return ApiOutcome(name, Settled.CURRENT, diagnostics, documents)


def _is_current(
    config: ApiConfig, templates: tuple[Path, ...], record: Summary
) -> bool:
    """Whether a whole run would change nothing, and what it would say is known."""
    known = record.inputs
    if CLEAN not in known and not record.told:
        return False
    if known.get("generator") != fingerprint():
        return False
    if known.get("config") != _config_digest(config, templates):
        return False
    for key, value in known.items():
        if key == _SPEC:
            if not _is_as_hashed(config.spec, value):
                return False
        elif key.startswith(_SPEC):
            beside = config.spec.parent / key.removeprefix(_SPEC)
            if not _is_as_hashed(beside, value):
                return False
    project = str(config.project)
    return all(
        _is_as_written(inside(project, path), hashes.written)
        for path, hashes in record.files.items()
    )


def maker_of(config: ApiConfig, templates: tuple[Path, ...]) -> str:
    """What tells whether the same would be made of the same API."""
    return f"{fingerprint()} {_config_digest(config, templates)}"


def _is_as_written(path: str, expected: str) -> bool:
    try:
        return digest_as_written(content(path)) == expected
    except OSError:
        return False


def _is_as_hashed(path: Path | str, expected: str) -> bool:
    try:
        data = read_bytes(path)
        # Nearly every file is UTF-8 without a mark: it need not be decoded.
        return digest_of_bytes(data) == expected or digest(decode(data)) == expected
    except (OSError, SourceError):
        return False
