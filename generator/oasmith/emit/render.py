"""Views to text: the raw files of a project, before formatting and proof."""

from __future__ import annotations

from ..diagnostics import Report
from ..ir.names import Place
from ..python.context import Context
from ..python.files import FileView, file_views
from ..python.package import runtime_facade
from ..source.values import Frozen
from .carried import carried
from .env import Environments
from .faults import TemplateFault

__all__ = ["Raw", "render", "report_fault"]


class Raw(Frozen):
    """A rendered file. ``view`` None: copied, not rendered, and needs no proof."""

    path: str
    text: str
    view: FileView | None


def render(
    context: Context, templates: Environments, report: Report
) -> tuple[Raw, ...] | None:
    """Every file of the project by path, those of the runtime it needs among them.

    None when a template cannot be used (TPL diagnostics).
    """
    found = [_rendered(view, templates, report) for view in file_views(context)]
    made = [one for one in found if one is not None]
    runtime = carried(one.text for one in made if one.path.endswith(".py"))
    folder = f"{context.settings.package}/_runtime"
    facade = FileView(
        f"{folder}/rt.py", "runtime.py.jinja", runtime_facade(runtime.names), ()
    )
    found.append(_rendered(facade, templates, report))
    for name, text in runtime.files.items():
        found.append(Raw(f"{folder}/{name}", text, None))
    whole = [one for one in found if one is not None]
    if len(whole) < len(found):
        return None
    return tuple(sorted(whole, key=lambda one: one.path))


def _rendered(view: FileView, templates: Environments, report: Report) -> Raw | None:
    """A view as text; None when its template cannot be used."""
    try:
        text = templates.render(view.template, view.view)
    except TemplateFault as fault:
        report_fault(fault, view.places, report)
        return None
    return Raw(view.path, text, view)


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
