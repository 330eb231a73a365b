"""Where the generator's own files are."""

from __future__ import annotations

from pathlib import Path

from .faults import TemplateFault

__all__ = ["templates_folder"]


def templates_folder() -> Path:
    """Where the templates are: beside the package in a wheel, else in the checkout.

    Raises TemplateFault when they are in neither place.
    """
    package = Path(__file__).resolve().parent.parent
    checkout = package.parent.parent / "templates"
    for folder in (package / "_templates", checkout):
        if folder.is_dir():
            return folder
    raise TemplateFault("templates", None, f"there is no folder {checkout}")
