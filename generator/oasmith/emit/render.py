"""Views to text: the raw files of a project, before formatting and proof."""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Report
from ..ir.names import Place
from ..python.context import Context
from ..python.files import FileView, Maker, file_views
from ..python.package import runtime_facade
from ..source.values import Frozen
from .carried import carried
from .env import Environments
from .faults import TemplateFault
from .prove import prove
from .record import digest

__all__ = ["Raw", "render"]


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
    """Every file of the project by path, and the runtime it needs; each is sound.

    ``proven`` has the hash of what the last run rendered, by path. None when a template
    cannot be used (TPL diagnostics) or what it made is not sound (OUT001). A view is
    dropped as soon as its file is rendered and proven.
    """
    found = [_rendered(view, templates, proven, report) for view in file_views(context)]
    made = [one for one in found if one is not None]
    runtime = carried(one.text for one in made if one.path.endswith(".py"))
    folder = f"{context.settings.package}/_runtime"
    facade = FileView(
        f"{folder}/rt.py", "runtime.py.jinja", runtime_facade(runtime.names), ()
    )
    found.append(_rendered(facade, templates, proven, report))
    for name, text in runtime.files.items():
        found.append(Raw(f"{folder}/{name}", text, None))
    whole = [one for one in found if one is not None]
    if len(whole) < len(found):
        return None
    return tuple(sorted(whole, key=lambda one: one.path))


def _rendered(
    view: FileView,
    templates: Environments,
    proven: Mapping[str, str],
    report: Report,
) -> Raw | None:
    try:
        printed = templates.render(view.template, view.view)
    except TemplateFault as fault:
        _report_fault(fault, view.maker.place, report)
        return None
    is_known = proven.get(view.path) == digest(printed.text)
    if not is_known and not prove(printed, view, report):
        return None
    return Raw(view.path, printed.text, view.maker)


def _report_fault(fault: TemplateFault, place: Place | None, report: Report) -> None:
    """Says what is wrong with a template."""
    report.add(
        "TPL001",
        place,
        f"template {fault}",
        hint="mend the template, or take it out of the templates folder",
    )
