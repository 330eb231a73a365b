"""Whether decoded values are what their annotations say, asked of typeguard.

Every attribute of every model, however deep, is held against the annotation as it is
written in the package; what the names in it mean is found out here, not by the
package's own runtime.
"""

from __future__ import annotations

import builtins
import collections.abc
import dataclasses
import datetime
import decimal
import sys
import typing
import uuid
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any, TypeAlias

import typeguard

__all__ = ["misfits", "misplaced"]

COMMON: Mapping[str, Any] = {
    **vars(builtins),
    **{
        f"{prefix}{module.__name__.partition('.')[0]}": module
        for prefix in ("", "_")
        for module in (builtins, datetime, decimal, typing, uuid)
    },
    "_abc": collections.abc,
    "collections": sys.modules["collections"],
    "_collections": sys.modules["collections"],
}
Misfit: TypeAlias = tuple[str, str, str]
"""Where it is, the annotation, what is wrong."""

WHOLE = typeguard.TypeCheckConfiguration(
    collection_check_strategy=typeguard.CollectionCheckStrategy.ALL_ITEMS,
    forward_ref_policy=typeguard.ForwardRefPolicy.ERROR,
)


class Facade:
    """The models of a package, aliases written as text given as references."""

    def __init__(self, models: ModuleType) -> None:
        self._models = models

    def __getattr__(self, name: str) -> Any:
        return _meant(getattr(self._models, name))


def _meant(value: Any) -> Any:
    return typing.ForwardRef(value) if isinstance(value, str) else value


class Names(dict[str, Any]):
    """What the names in the annotations of a module stand for."""

    def __init__(self, module: ModuleType, models: ModuleType, runtime: Any) -> None:
        super().__init__()
        self._module, self._models = module, models
        self._fixed = {**COMMON, "m": Facade(models), "rt": runtime}

    def __missing__(self, name: str) -> Any:
        if name not in ("m", "rt") and name in vars(self._module):
            return _meant(getattr(self._module, name))
        if name in self._fixed:
            return self._fixed[name]
        return _meant(getattr(self._models, name))


@dataclasses.dataclass
class Checker:
    """Holds values of one package against annotations."""

    package: str
    spaces: dict[str, Names] = dataclasses.field(default_factory=dict)

    def fault(self, value: Any, annotation: str, module: str) -> str:
        """What is wrong with a value of that annotation; "" for nothing."""
        space = self._space(module)
        memo = typeguard.TypeCheckMemo({}, space, config=WHOLE)
        try:
            typeguard.check_type_internal(value, typing.ForwardRef(annotation), memo)
        except typeguard.TypeCheckError as error:
            return str(error).replace("\n", " ")[:200]
        except (NameError, AttributeError, TypeError) as error:
            return f"the annotation {annotation!r} means nothing: {error}"[:200]
        return ""

    def _space(self, module: str) -> Names:
        if module not in self.spaces:
            models = sys.modules[f"{self.package}.models"]
            runtime = sys.modules[f"{self.package}._runtime.rt"]
            own = sys.modules[module]
            self.spaces[module] = Names(own, models, runtime)
        return self.spaces[module]


def misfits(
    value: Any, annotation: str, package: str
) -> Iterator[tuple[str, str, str]]:
    """The attributes that are no instances of their annotations: where, which, why not.

    ``annotation`` is that of the whole value, as the package's operations write it.
    """
    checker = Checker(package)
    fault = checker.fault(value, annotation, package)
    if fault:
        yield "$", annotation, fault
    yield from _below(value, "$", checker)


def _below(value: Any, path: str, checker: Checker) -> Iterator[Misfit]:
    for step, annotation, inner, owner in parts(value):
        below = f"{path}{step}"
        if owner is not None:
            fault = checker.fault(inner, annotation, owner)
            if fault:
                yield below, annotation, fault
        yield from _below(inner, below, checker)


def parts(value: Any) -> Iterator[tuple[str, str, Any, str | None]]:
    """What a value holds: how it is reached, its annotation, itself, and the module.

    Only attributes have annotations of their own.
    """
    if dataclasses.is_dataclass(value):
        cls = type(value)
        for one in dataclasses.fields(value):
            held = getattr(value, one.name)
            yield f".{one.name}", str(one.type), held, _home(cls, one)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield f".{key}", "", inner, None
    elif isinstance(value, (list, tuple)):
        for at, inner in enumerate(value):
            yield f"[{at}]", "", inner, None


def _home(cls: type[Any], one: dataclasses.Field[Any]) -> str:
    """The module of the class that declares a field."""
    for base in reversed(cls.__mro__):
        if base.__dict__.get("__dataclass_fields__", {}).get(one.name) is one:
            return base.__module__
    return cls.__module__


def misplaced(value: Any) -> Iterator[str]:
    """Declared properties that were kept among the undeclared, anywhere in a value."""
    if dataclasses.is_dataclass(value):
        extra: dict[str, Any] = getattr(value, "extra", {})
        for one in dataclasses.fields(value):
            wire = one.metadata.get("wire", one.name)
            if "extra" not in one.metadata and wire in extra:
                yield f"{type(value).__name__}.{one.name}"
    for _, _, inner, _ in parts(value):
        yield from misplaced(inner)
