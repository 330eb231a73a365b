"""The record of a run, ``.oasmith.json``: what was written, from what, how named."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from msgspec import json

from ..diagnostics import Report
from ..source.files import with_plain_ends
from ..source.pointer import Place
from ..source.values import Frozen, field
from .merged import sides

__all__ = [
    "RECORD",
    "FileHashes",
    "Record",
    "Spot",
    "Summary",
    "Told",
    "digest",
    "digest_as_written",
    "digest_of_bytes",
    "dump",
    "parse",
    "read",
    "read_summary",
]

RECORD = ".oasmith.json"
_FORMAT = 2


class FileHashes(Frozen):
    """A file before formatting, and as it was written."""

    raw: str
    written: str


class Spot(Frozen):
    """A place in the description's own file, with line, column and its end."""

    pointer: tuple[str, ...]
    on_key: bool
    at: tuple[int, int, int]


class Told(Frozen):
    """A diagnostic about the description's own file."""

    code: str
    spot: Spot
    message: str
    hint: str
    effect: str
    related: tuple[tuple[Spot, str], ...] = ()


class Record(Frozen):
    """What a run leaves behind.

    ``inputs`` are hashes of all that the output depends on ("spec", "config",
    …); ``layout`` maps identities to modules, ``names`` to Python names;
    ``files`` are those of the project by path, without the record itself; ``told`` is
    what the run said, as far as it can be said again.
    """

    generator: str
    inputs: Mapping[str, str] = field(default_factory=dict[str, str])
    layout: Mapping[str, str] = field(default_factory=dict[str, str])
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    files: Mapping[str, FileHashes] = field(default_factory=dict[str, FileHashes])
    told: tuple[Told, ...] = ()


class _Stored(Frozen):
    """A record as it is written.

    Of a name's key, what stands behind the last space is written below what stands
    before it: most names are of a type's fields, and the type takes the space.
    """

    format: int
    generator: str
    inputs: Mapping[str, str] = field(default_factory=dict[str, str])
    layout: Mapping[str, str] = field(default_factory=dict[str, str])
    names: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict[str, Mapping[str, str]]
    )
    files: Mapping[str, FileHashes] = field(default_factory=dict[str, FileHashes])
    told: tuple[Told, ...] = ()


class Written(Frozen):
    """A file as it was written."""

    written: str


class Summary(Frozen):
    """As much of a record as says whether anything has changed.

    The names are most of a record, and are passed over.
    """

    format: int
    inputs: Mapping[str, str]
    files: Mapping[str, Written]
    told: tuple[Told, ...] = ()


class _Format(Frozen):
    format: int


def digest(text: str) -> str:
    """The hash under which a text is recorded."""
    return digest_of_bytes(text.encode("utf-8", "surrogatepass"))


def digest_of_bytes(data: bytes) -> str:
    """The same of a text in UTF-8."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def digest_as_written(data: bytes) -> str:
    """The same of a file's bytes: what is generated ends lines with LF alone."""
    return digest_of_bytes(with_plain_ends(data))


def dump(record: Record) -> str:
    """The record as JSON text, keys sorted."""
    names: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for key, name in record.names.items():
        above, _, own = key.rpartition(" ")
        names[above][own] = name
    stored = _Stored(
        _FORMAT,
        record.generator,
        record.inputs,
        record.layout,
        names,
        record.files,
        record.told,
    )
    text = json.format(json.encode(stored, order="sorted"), indent=1)
    return text.decode("utf-8") + "\n"


def parse(text: str) -> Record:
    """The record a text holds. Raises ValueError when it holds none of this version."""
    try:
        form = json.decode(text, type=_Format).format
        if form != _FORMAT:
            raise ValueError(f"format {form}, not {_FORMAT}")
        stored = json.decode(text, type=_Stored)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    names = {
        f"{above} {own}" if above else own: name
        for above, inner in stored.names.items()
        for own, name in inner.items()
    }
    return Record(
        stored.generator,
        stored.inputs,
        stored.layout,
        names,
        stored.files,
        stored.told,
    )


def _of_both(ours: Record, theirs: Record) -> Record:
    """The record of two runs: a name of either is kept, ours where both gave one.

    Of what they took in, it has what both did: the next run has to look at the rest.
    """
    return Record(
        generator=ours.generator,
        inputs=dict(ours.inputs.items() & theirs.inputs.items()),
        layout=ours.layout,
        names={**theirs.names, **ours.names},
        files={**theirs.files, **ours.files},
    )


def read(project: Path, report: Report) -> Record | None:
    """The record in a project's folder; None for none, or a damaged one (OUT005).

    Where git has left both sides of a merge in it, it is that of both (OUT009).
    """
    path = project / RECORD
    try:
        text = path.read_text(encoding="utf-8")
        both = sides(text)
        if both is None:
            return parse(text)
        ours, theirs = map(parse, both)
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        return None
    except (OSError, ValueError) as error:
        report.add("OUT005", Place(str(path)), f"cannot use the record: {error}")
        return None
    report.add("OUT009", Place(str(path)), "the record has both sides of a merge")
    return _of_both(ours, theirs)


def read_summary(project: Path) -> Summary | None:
    """As much of the record in a project's folder as says what has changed.

    None where that is not to be had, for whatever reason: ``read`` says it.
    """
    try:
        found = json.decode((project / RECORD).read_bytes(), type=Summary)
    except (OSError, ValueError, RecursionError):
        return None
    return found if found.format == _FORMAT else None
