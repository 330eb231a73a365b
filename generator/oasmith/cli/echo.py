"""Saying a line."""

from __future__ import annotations

import sys

__all__ = ["echo"]


def echo(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print a text at once, to standard error if ``err``, with a line end if ``nl``."""
    stream = sys.stderr if err else sys.stdout
    plain = sys.platform != "win32" and getattr(stream, "encoding", "") == "utf-8"
    if plain and "\x1b" not in text:
        stream.write(f"{text}\n" if nl else text)
        stream.flush()
        return
    # Imported here: it knows consoles of all kinds, and few runs meet with one.
    import click  # noqa: PLC0415

    click.echo(text, err=err, nl=nl)
