"""Views to text: the raw files of a project, before formatting and proof."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..diagnostics import Report
from ..ir.names import Place
from ..python.context import Context
from ..python.files import FileView, file_views
from ..source.values import Frozen
from .env import Environments
from .faults import TemplateFault

__all__ = ["Raw", "render", "report_fault", "runtime_files"]


class Raw(Frozen):
    """A rendered file. ``view`` None: copied, not rendered, and needs no proof."""

    path: str
    text: str
    view: FileView | None


def render(
    context: Context, templates: Environments, report: Report
) -> tuple[Raw, ...] | None:
    """Every file of the project by path, the runtime's among them.

    None when a template cannot be used (TPL diagnostics).
    """
    found: list[Raw] = []
    failed = False
    for view in file_views(context):
        try:
            text = templates.render(view.template, view.view)
        except TemplateFault as fault:
            report_fault(fault, view.places, report)
            failed = True
            continue
        found.append(Raw(view.path, text, view))
    package = context.settings.package
    for name, text in runtime_files().items():
        found.append(Raw(f"{package}/_runtime/{name}", text, None))
    return None if failed else tuple(sorted(found, key=lambda one: one.path))


def report_fault(
    fault: TemplateFault, places: tuple[Place, ...], report: Report
) -> None:
    """Says what is wrong with a template."""
    report.add(
        "TPL001",
        places[0] if places else None,
        f"template {fault}",
        hint="mend the template, or take it out of the templates folder",
    )


def runtime_files() -> Mapping[str, str]:
    """The modules of the runtime as they are, by path in its folder."""
    folder = Path(__file__).resolve().parent.parent / "runtime"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8")
        for path in sorted(folder.rglob("*.py"))
        if "__pycache__" not in path.parts
    }
