"""Which files there are, and the template and view each is made from."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir.names import Place
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
from .webhooks import webhooks_view

__all__ = ["FileView", "Maker", "file_views"]


class FileView(Frozen):
    """One file of the project: its path in it, what prints it, what is printed.

    ``places`` are where the description speaks of what the file holds.
    """

    path: str
    template: str
    view: object
    places: tuple[Place, ...]

    @property
    def maker(self) -> Maker:
        """What there is to say of the file when its view is gone."""
        return Maker(self.template, self.places[0] if self.places else None)


class Maker(Frozen):
    """What a file was made by, and the first place that speaks of it."""

    template: str
    place: Place | None


def file_views(context: Context) -> Iterator[FileView]:
    """Every file of the project but the runtime's, made as it is asked for.

    All of them at once would take as much memory as the API itself. Raises ValueError
    when a name of the name table is no identifier or file name.
    """
    yield from _around(context)
    yield from _modules(context)
    yield from _resources(context)


def _around(context: Context) -> Iterator[FileView]:
    view = project_view(context)
    places = (context.api.at,)
    for name in ("pyproject.toml", "README.md", "CHANGELOG.md"):
        yield FileView(name, f"{name}.jinja", view, places)


def _modules(context: Context) -> Iterator[FileView]:
    package = path_component(context.settings.package)
    top = (context.api.at,)
    yield FileView(
        f"{package}/__init__.py", "package.py.jinja", package_view(context), top
    )
    yield FileView(f"{package}/client.py", "client.py.jinja", client_view(context), top)
    yield FileView(f"{package}/errors.py", "errors.py.jinja", errors_view(context), top)
    yield FileView(f"{package}/py.typed", "empty.jinja", None, top)
    testing = f"{package}/testing.py"
    yield FileView(
        testing, "testing.py.jinja", testing_view(context), _described(context)
    )
    limits = limits_view(context)
    if limits is not None:
        yield FileView(f"{package}/limits.py", "limits.py.jinja", limits, top)
    if context.api.webhooks:
        places = tuple(one.at for one in context.api.webhooks)
        path = f"{package}/webhooks.py"
        yield FileView(path, "webhooks.py.jinja", webhooks_view(context), places)
    single = context.layout.single
    folder = package if single else f"{package}/models"
    if not single:
        facade = models_facade(context)
        yield FileView(f"{folder}/__init__.py", "package.py.jinja", facade, top)
    for module, decls in context.layout.modules.items():
        view = models_view(module, decls, context)
        places = tuple(context.api.decls[one].at for one in decls)
        path = f"{folder}/{path_component(module)}.py"
        yield FileView(path, "models.py.jinja", view, places or top)


def _described(context: Context) -> tuple[Place, ...]:
    """Where examples may stand."""
    return (context.api.at, *(one.at for one in context.api.decls.values()))


def _resources(context: Context) -> Iterator[FileView]:
    package = path_component(context.settings.package)
    top = (context.api.at,)
    yield FileView(f"{package}/resources/__init__.py", "empty.jinja", None, top)
    for resource in context.api.resources:
        if not resource.key:
            continue
        module = path_component(context.names.resources[resource.key])
        yield FileView(
            f"{package}/resources/{module}.py",
            "resource.py.jinja",
            resource_view(resource, context),
            tuple(one.at for one in resource.operations) or top,
        )
