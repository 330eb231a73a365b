"""The properties of clients through which resources are reached."""

from __future__ import annotations

from ..ir.api import Resource
from .code import Code, build, fixed
from .context import Context
from .docs import docstring
from .encode import identifier
from .fit import call, lay_out
from .imports import one_import
from .methods import Flavour
from .resources import ClassNames, class_names, resource_summary
from .views import PropertyView

__all__ = ["deferred_imports", "grouped_classes", "property_of", "standing"]


def _grouped(context: Context) -> list[Resource]:
    return [one for one in context.resources if one.key]


def grouped_classes(
    flavour: Flavour, context: Context
) -> list[tuple[Resource, ClassNames]]:
    """The resources with names, and their classes."""
    return [(one, class_names(one, context)[flavour]) for one in _grouped(context)]


def deferred_imports(context: Context) -> tuple[Code, ...]:
    """The imports of resource classes, for type checkers only."""
    lines: list[Code] = []
    found = {
        context.names.resources[one.key]: class_names(one, context)
        for one in _grouped(context)
    }
    for module, classes in sorted(found.items(), key=lambda one: one[0]):
        names = [one for two in classes.values() for one in two.all()]
        names.sort(key=lambda code: code.text)
        lines.append(build("    ", one_import(_module(module), names, 4)))
    return tuple(lines)


def property_of(
    resource: Resource, type_: Code, owner: Code, context: Context
) -> PropertyView:
    """``owner`` is what the resource's class is made with."""
    name = context.names.resources[resource.key]
    return PropertyView(
        name=identifier(name),
        type=type_,
        doc=docstring(resource_summary(resource, context), 8) or fixed('""""""'),
        loading=one_import(_module(name), [type_], 8),
        making=lay_out(call(build("return ", type_), owner), 8),
    )


def standing(resource: Resource, context: Context) -> Code:
    """The resource that the raw one stands on."""
    return build("self._client.", identifier(context.names.resources[resource.key]))


def _module(resource: str) -> Code:
    return build(".resources.", identifier(resource))
