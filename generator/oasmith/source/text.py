"""From a file to text: bytes of sane size, decoded."""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path

from .errors import SourceError
from .files import content, status
from .limits import MAX_BYTES

__all__ = ["decode", "in_utf8", "is_url", "read_bytes"]

# One slash is enough: a Path has folded the second.
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")


def is_url(text: str) -> bool:
    """Whether a user's argument is a URL rather than a path, "C:/x" among them."""
    return _URL.match(text) is not None


def read_bytes(path: Path | str) -> bytes:
    """The bytes of a regular file of sane size. Raises SourceError."""
    try:
        found = status(path)
        if stat.S_ISDIR(found.st_mode):
            raise SourceError(
                "SRC002", "this is a directory", hint="name a file inside it"
            )
        if not stat.S_ISREG(found.st_mode):
            raise SourceError(
                "SRC002", "this is not a regular file", hint="copy it to a file first"
            )
        if found.st_size > MAX_BYTES:
            raise _too_large(found.st_size)
        # Room is made for as much as is asked for: only what has no size, as some
        # files of the system, is asked for all that it may have.
        data = content(path, -1 if found.st_size else MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise SourceError(
            "SRC001",
            "there is no such file",
            hint="check the path, and the folder you are in",
        ) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise SourceError(
            "SRC003",
            f"the file cannot be read: {reason or error}",
            hint="check its permissions",
        ) from error
    if len(data) > MAX_BYTES:
        raise _too_large(len(data))
    return data


def _too_large(size: int) -> SourceError:
    return SourceError(
        "SRC008",
        f"too large: {size:,} bytes, and at most {MAX_BYTES:,} are read",
        hint="split the description over several files with $ref",
    )


def _encoding(data: bytes) -> str:
    """By the byte order mark, else by the zeros around the first character.

    The first character of JSON and YAML is one of ASCII (RFC 4627 section 3).
    """
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    match [byte == 0 for byte in data[:4]]:
        case [True, True, True, False]:
            return "utf-32-be"
        case [False, True, True, True]:
            return "utf-32-le"
        case [True, False, *_]:
            return "utf-16-be"
        case [False, True, *_]:
            return "utf-16-le"
        case _:
            return "utf-8"


def decode(data: bytes) -> str:
    """UTF-8, UTF-16 or UTF-32 as text. Raises SourceError."""
    encoding = _encoding(data)
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line_start = max(before.rfind(b"\n"), before.rfind(b"\r")) + 1
        raise SourceError(
            "SRC005",
            f"not {encoding.upper()}: {error.reason} at byte {error.start}",
            hint="save the file as UTF-8",
            line=before.count(b"\n") + 1,
            column=len(before[line_start:].decode("utf-8", "replace")) + 1,
        ) from error


def in_utf8(data: bytes) -> bytes:
    """What ``decode`` makes of it as UTF-8, mostly the bytes themselves.

    Raises SourceError for what is not in the encoding it seems to be in, unless that
    is UTF-8 without a mark, which is not looked through.
    """
    if _encoding(data) == "utf-8" and not data.startswith(codecs.BOM_UTF8):
        return data
    return decode(data).encode("utf-8")
