"""What annotations mean.

Models name types in strings, because classes may refer to what is defined later and
in other modules. A name is looked up in the module that uses it, then among the names
every generated module may use, then among the models of the package.
"""

from __future__ import annotations

import builtins
import collections.abc as _abc
import dataclasses
import datetime
import decimal
import importlib
import sys
import typing
import uuid
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

__all__ = ["Namespace", "class_namespace", "field_types", "package_namespace"]

_RUNTIME = __name__.rpartition(".")[0]

_COLLECTIONS = sys.modules[_abc.__name__.partition(".")[0]]

_COMMON: Mapping[str, object] = {
    "builtins": builtins,
    "collections": _COLLECTIONS,
    "datetime": datetime,
    "decimal": decimal,
    "typing": typing,
    "uuid": uuid,
    "_builtins": builtins,
    "_collections": _COLLECTIONS,
    "_datetime": datetime,
    "_decimal": decimal,
    "_typing": typing,
    "_uuid": uuid,
    **vars(builtins),
}


class Lookup:
    """A module whose string aliases are given as forward references."""

    __slots__ = ("_module",)

    def __init__(self, module: ModuleType) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        return _reference(getattr(self._module, name))


def _reference(value: Any) -> Any:
    return typing.ForwardRef(value) if isinstance(value, str) else value


class Namespace(Mapping[str, Any]):
    """The names an annotation may use, and the types found through it so far."""

    def __init__(self, module: ModuleType | None, models: ModuleType | None) -> None:
        self._module = vars(module) if module is not None else {}
        self._models = models

    def __getitem__(self, name: str) -> Any:
        """Find what a name means.

        Raises:
            KeyError: Nothing.
        """
        models = self._models
        value: object = self._module.get(name)
        if name in self._module and not _is_part(value, models):
            if models is not None and value is models:
                return Lookup(models)
            return _reference(value)
        if name == "m" and models is not None:
            return Lookup(models)
        if name == "rt":
            return sys.modules[_RUNTIME]
        if name in _COMMON:
            return _COMMON[name]
        if models is not None and hasattr(models, name):
            return _reference(getattr(models, name))
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        """The names of the module."""
        return iter(self._module)

    def __len__(self) -> int:
        """How many names the module has."""
        return len(self._module)

    def evaluate(self, expression: str) -> Any:
        """Find the type an expression stands for.

        Raises:
            TypeError: It stands for none.
        """
        try:
            found: Any = eval(expression, {"__builtins__": {}}, self)
        except (NameError, AttributeError, SyntaxError) as error:
            raise TypeError(f"no type {expression!r}: {error}") from error
        return _reference(found)


def _is_part(value: object, models: ModuleType | None) -> bool:
    """Whether a value is a module of the models: ``models/int.py`` hides no ``int``."""
    if models is None or not isinstance(value, ModuleType):
        return False
    return value.__name__.startswith(f"{models.__name__}.")


def _facade(module: str) -> ModuleType | None:
    """The package of models a module belongs to."""
    root = _RUNTIME.rpartition(".")[0]
    name = f"{root}.models"
    if module != name and not module.startswith(f"{name}."):
        head, found, _ = f"{module}.".partition(".models.")
        name = f"{head}.models" if found else module
    return sys.modules.get(name)


def class_namespace(cls: type[Any]) -> Namespace:
    """The names the annotations of a class may use."""
    return Namespace(sys.modules.get(cls.__module__), _facade(cls.__module__))


def package_namespace(package: str) -> Namespace:
    """The names the type expressions of a package's operations may use."""
    try:
        models = importlib.import_module(f"{package}.models")
    except ModuleNotFoundError as error:
        if error.name not in (package, f"{package}.models"):
            raise
        models = None
    return Namespace(models, models)


def field_types(
    cls: type[Any],
) -> list[tuple[dataclasses.Field[Any], Any, Namespace]]:
    """The fields of a model, each with its type and the namespace it was found in."""
    known: dict[type[Any], Namespace] = {}
    listed: list[tuple[dataclasses.Field[Any], Any, Namespace]] = []
    for one in dataclasses.fields(cls):
        owner = _owner(cls, one)
        space = known.setdefault(owner, class_namespace(owner))
        annotation: Any = one.type
        found = (
            space.evaluate(annotation) if isinstance(annotation, str) else annotation
        )
        listed.append((one, found, space))
    return listed


def _owner(cls: type[Any], one: dataclasses.Field[Any]) -> type[Any]:
    """The class that declares a field; its module's names are meant."""
    for base in reversed(cls.__mro__):
        fields: Mapping[str, object] = base.__dict__.get("__dataclass_fields__", {})
        if fields.get(one.name) is one:
            return base
    return cls
