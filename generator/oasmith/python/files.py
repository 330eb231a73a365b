"""Which files there are, and the template and view each is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from ..ir.names import DeclId, Place
from ..source.values import Frozen
from .client import client_view
from .constraints import limits_view
from .context import Context
from .encode import path_component
from .errors import errors_view
from .models import models_view
from .package import models_facade, package_view
from .project import project_view
from .resources import resource_view
from .testing import testing_view
from .views import ResourceView
from .webhooks import webhooks_view

__all__ = ["FileView", "Maker", "Sheet", "sheets"]


class Maker(Frozen):
    """What a file is made by, and the first place that speaks of what it holds."""

    template: str
    place: Place | None


class FileView(Frozen):
    """One file of the project: its path in it, what prints it, what is printed."""

    path: str
    maker: Maker
    view: object


class Sheet(Frozen):
    """A file whose view is made when it is asked for; where that is None, no file is.

    All views at once would take as much memory as the API itself.
    """

    path: str
    maker: Maker
    make: Callable[[], object]


def sheets(context: Context) -> Iterator[Sheet]:
    """Every file of the project but the runtime's.

    Raises ValueError when a name of the name table is no identifier or file name.
    """
    top = context.about.at
    view = partial(context.once, (project_view,), partial(project_view, context))
    for name in ("pyproject.toml", "README.md", "CHANGELOG.md"):
        yield Sheet(name, Maker(f"{name}.jinja", top), view)
    yield from _modules(context)
    yield from _models(context)
    yield from _resources(context)


def _modules(context: Context) -> Iterator[Sheet]:
    package = path_component(context.settings.package)
    views: tuple[tuple[str, str, Callable[[Context], object]], ...] = (
        ("__init__.py", "package.py.jinja", package_view),
        ("client.py", "client.py.jinja", client_view),
        ("errors.py", "errors.py.jinja", errors_view),
        ("py.typed", "empty.jinja", _nothing),
        ("testing.py", "testing.py.jinja", testing_view),
        ("limits.py", "limits.py.jinja", limits_view),
    )
    for name, template, view in views:
        maker = Maker(template, context.about.at)
        yield Sheet(f"{package}/{name}", maker, partial(view, context))
    webhooks = context.webhooks
    if webhooks:
        maker = Maker("webhooks.py.jinja", webhooks[0].at)
        yield Sheet(f"{package}/webhooks.py", maker, partial(webhooks_view, context))


def _models(context: Context) -> Iterator[Sheet]:
    package = path_component(context.settings.package)
    top = context.about.at
    folder = package if context.layout.single else f"{package}/models"
    if not context.layout.single:
        facade = partial(models_facade, context)
        path = f"{folder}/__init__.py"
        yield Sheet(path, Maker("package.py.jinja", top), facade)
    for module, decls in context.layout.modules.items():
        place = context.decls[decls[0]].at if decls else top
        path = f"{folder}/{path_component(module)}.py"
        view = partial(_module, module, decls, context)
        yield Sheet(path, Maker("models.py.jinja", place), view)


def _module(module: str, decls: Sequence[DeclId], context: Context) -> object:
    context.reads.note("module", module)
    return models_view(module, decls, context)


def _resources(context: Context) -> Iterator[Sheet]:
    package = path_component(context.settings.package)
    top = context.about.at
    path = f"{package}/resources/__init__.py"
    yield Sheet(path, Maker("empty.jinja", top), partial(_nothing, context))
    for resource in context.resources:
        if not resource.key:
            continue
        module = path_component(context.names.resources[resource.key])
        place = resource.operations[0].at if resource.operations else top
        yield Sheet(
            f"{package}/resources/{module}.py",
            Maker("resource.py.jinja", place),
            partial(_resource, resource.key, context),
        )


def _resource(key: str, context: Context) -> ResourceView:
    return resource_view(context.resource(key), context)


def _nothing(_context: Context) -> object:
    return ()
