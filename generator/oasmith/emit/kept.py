"""Compiled templates, kept beside them where Python keeps compiled modules."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import marshal
import sys
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import NamedTemporaryFile
from types import CodeType

import jinja2

__all__ = ["Kept"]

_DIGEST = hashlib.sha256().digest_size


class Kept:
    """The code that was made of templates in earlier runs.

    It is taken for what was made of the same text by the same Jinja, with the same
    ``rules``: the files that decide what a template may be and how it is compiled.
    What cannot be read or written is as if it were not there.
    """

    def __init__(self, rules: tuple[Path, ...]) -> None:
        self._rules = rules

    @functools.cached_property
    def _ruled(self) -> bytes:
        """What decides over all templates alike; raises OSError."""
        parts = [sys.version.encode(), jinja2.__version__.encode()]
        parts += [rule.read_bytes() for rule in self._rules]
        return hashlib.sha256(b"\0".join(parts)).digest()

    def find(self, template: Path, text: str) -> CodeType | None:
        """What was made of the template; None where that is not known."""
        try:
            content = _place(template).read_bytes()
            key = self._key(template, text)
        except (OSError, NotImplementedError):
            return None
        start, code = content[: 2 * _DIGEST], content[2 * _DIGEST :]
        if start != key + hashlib.sha256(code).digest():
            return None
        found = marshal.loads(code)
        return found if isinstance(found, CodeType) else None

    def keep(self, template: Path, text: str, code: CodeType) -> None:
        """Keep what was made of the template, unless Python keeps nothing."""
        if sys.dont_write_bytecode:
            return
        written = marshal.dumps(code)
        with contextlib.suppress(OSError, NotImplementedError):
            key = self._key(template, text)
            _replace(_place(template), key + hashlib.sha256(written).digest() + written)

    def _key(self, template: Path, text: str) -> bytes:
        parts = (self._ruled, str(template).encode(), text.encode())
        return hashlib.sha256(b"\0".join(parts)).digest()


def _place(template: Path) -> Path:
    """Raises NotImplementedError where Python keeps nothing."""
    return Path(cache_from_source(str(template)))


def _replace(path: Path, content: bytes) -> None:
    """Write a file that is never seen in part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    Path(file.name).replace(path)
