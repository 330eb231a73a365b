"""Views to text: the raw files of a project, before formatting and proof."""

from __future__ import annotations

from ..diagnostics import Report
from ..ir.names import Place
from ..python.context import Context
from ..python.digests import Sources
from ..python.files import FileView, Maker, Sheet, sheets
from ..python.package import runtime_facade
from ..python.reads import Node
from ..source.values import Frozen, replace
from .carried import carried
from .env import Environments
from .faults import TemplateFault
from .prove import prove
from .record import FileHashes
from .standing import Standing

__all__ = ["Raw", "render"]


class Raw(Frozen):
    """A rendered file. ``maker`` None: copied, not rendered, and needs no proof.

    ``hashes``: it is not rendered but stands as the last run has written it.
    """

    path: str
    text: str
    maker: Maker | None
    sources: Sources = Sources()
    hashes: FileHashes | None = None


def render(
    context: Context,
    templates: Environments,
    standing: Standing,
    report: Report,
) -> tuple[Raw, ...] | None:
    """Every file of the project by path, and the runtime it needs; each is sound.

    What of the last run's files would come out the same is taken from there. None when
    a template cannot be used (TPL diagnostics) or what it made is not sound (OUT001).
    A view is dropped as soon as its file is rendered and proven.
    """
    found: list[Raw | None] = []
    for sheet in sheets(context):
        kept = _standing(sheet, standing)
        if kept is not None:
            found.append(kept)
            continue
        view, nodes = _viewed(sheet, context)
        if view is not None:
            printed = FileView(sheet.path, sheet.maker, view)
            raw = _rendered(printed, templates, standing, report)
            found.append(raw and _sourced(raw, nodes, standing))
    made = [one for one in found if one is not None]
    runtime = carried(one.text for one in made if one.path.endswith(".py"))
    folder = f"{context.settings.package}/_runtime"
    maker = Maker("runtime.py.jinja", None)
    facade = FileView(f"{folder}/rt.py", maker, runtime_facade(runtime.names))
    found.append(_rendered(facade, templates, standing, report))
    for name, text in runtime.files.items():
        found.append(Raw(f"{folder}/{name}", text, None))
    whole = [one for one in found if one is not None]
    if len(whole) < len(found):
        return None
    return tuple(sorted(whole, key=lambda one: one.path))


def _standing(sheet: Sheet, standing: Standing) -> Raw | None:
    """The file as the last run left it, where it would come out the same."""
    sources = standing.unchanged(sheet.path)
    text = None if sources is None else standing.text(sheet.path)
    if sources is None or text is None:
        return None
    hashes = standing.hashes(sheet.path)
    return Raw(sheet.path, text, sheet.maker, sources, hashes)


def _viewed(sheet: Sheet, context: Context) -> tuple[object, frozenset[Node]]:
    """The view of the file, None where there is none; and what was read for it."""
    return context.reads.of(sheet.make)


def _sourced(raw: Raw, nodes: frozenset[Node], standing: Standing) -> Raw:
    """The file with what is kept of what was read for it."""
    return replace(raw, sources=standing.sources(nodes))


def _rendered(
    view: FileView,
    templates: Environments,
    standing: Standing,
    report: Report,
) -> Raw | None:
    try:
        printed = templates.render(view.maker.template, view.view)
    except TemplateFault as fault:
        _report_fault(fault, view.maker.place, report)
        return None
    # What the last run rendered was proven by it.
    is_known = standing.is_raw(view.path, printed.text)
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
