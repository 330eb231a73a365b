"""Views to text: the raw files of a project, before formatting and proof."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..diagnostics import Report
from ..ir.names import Place
from ..python.context import Context
from ..python.files import FileView, Maker, file_views
from ..source.values import Frozen
from .env import Environments
from .faults import TemplateFault
from .prove import prove
from .record import digest

__all__ = ["Raw", "render", "runtime_files"]


class Raw(Frozen):
    """A rendered file. ``maker`` None: copied, not rendered, and needs no proof."""

    path: str
    text: str
    maker: Maker | None


def render(
    context: Context,
    templates: Environments,
    proven: Mapping[str, str],
    report: Report,
) -> tuple[Raw, ...] | None:
    """Every file of the project by path, the runtime's among them, and each is sound.

    ``proven`` has the hash of what the last run rendered, by path. None when a template
    cannot be used (TPL diagnostics) or what it made is not sound (OUT001). A view is
    dropped as soon as its file is rendered and proven.
    """
    found: list[Raw] = []
    failed = False
    for view in file_views(context):
        raw = _rendered(view, templates, proven, report)
        if raw is None:
            failed = True
        else:
            found.append(raw)
    package = context.settings.package
    for name, text in runtime_files().items():
        found.append(Raw(f"{package}/_runtime/{name}", text, None))
    return None if failed else tuple(sorted(found, key=lambda one: one.path))


def _rendered(
    view: FileView,
    templates: Environments,
    proven: Mapping[str, str],
    report: Report,
) -> Raw | None:
    try:
        text = templates.render(view.template, view.view)
    except TemplateFault as fault:
        _report_fault(fault, view.maker.place, report)
        return None
    is_known = proven.get(view.path) == digest(text)
    if not is_known and not prove(text, view, templates, report):
        return None
    return Raw(view.path, text, view.maker)


def _report_fault(fault: TemplateFault, place: Place | None, report: Report) -> None:
    """Says what is wrong with a template."""
    report.add(
        "TPL001",
        place,
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
