"""Turns JSON values into what the arguments of a generated method ask for.

It goes by annotations alone, and builds models by their constructors, as a user would.
"""

from __future__ import annotations

import base64
import binascii
import builtins
import collections.abc
import dataclasses
import datetime
import decimal
import enum
import importlib
import inspect
import json
import re
import sys
import types
import typing
import uuid
from collections.abc import Callable, Mapping
from typing import Any

DURATION = re.compile(
    r"P(?:(?P<days>\d+)D)?"
    r"(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+)S)?)?"
)


def duration(text: str) -> datetime.timedelta:
    """A duration as ISO 8601 writes it, of whole days and parts of them."""
    found = DURATION.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no duration")
    parts = {name: int(number) for name, number in found.groupdict("0").items()}
    return datetime.timedelta(**parts)


def binary(text: str) -> bytes:
    """Bytes as base64 writes them, else those of the text."""
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        return text.encode()


SCALARS: Mapping[Any, Callable[[Any], Any]] = {
    uuid.UUID: uuid.UUID,
    bytes: binary,
    datetime.datetime: datetime.datetime.fromisoformat,
    datetime.date: datetime.date.fromisoformat,
    datetime.time: datetime.time.fromisoformat,
    datetime.timedelta: duration,
    decimal.Decimal: decimal.Decimal,
}
PLAIN = (str, int, float, bool)


class Models:
    """The models of a package; an alias written as text is a forward reference."""

    def __init__(self, package: str) -> None:
        self._module = importlib.import_module(f"{package}.models")

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._module, name)
        return typing.ForwardRef(found) if isinstance(found, str) else found


class Space(dict[str, Any]):
    """Names an annotation may use: its module's, common ones, the package's models."""

    def __init__(self, package: str, module: str) -> None:
        self._models = Models(package)
        super().__init__(
            rt=importlib.import_module(f"{package}._runtime"),
            builtins=builtins,
            collections=collections,
            datetime=datetime,
            decimal=decimal,
            typing=typing,
            uuid=uuid,
        )
        self.update(vars(sys.modules[module]))
        self["m"] = self._models

    def __missing__(self, name: str) -> Any:
        if hasattr(builtins, name):
            return getattr(builtins, name)
        if hasattr(self._models, name):
            return getattr(self._models, name)
        raise KeyError(name)


class Maker:
    """Makes arguments for the methods of one package."""

    def __init__(self, package: str) -> None:
        self.package = package
        self._root = importlib.import_module(package)

    def arguments(
        self, function: Callable[..., Any], values: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Values for arguments, by the names of the arguments."""
        parameters = inspect.signature(function).parameters
        module = function.__module__
        made = {}
        for name, value in values.items():
            annotation = parameters[name].annotation
            try:
                made[name] = self.make(annotation, value, module)
            except ValueError:
                members = self._members(self._resolve(annotation, module))
                if name != "body" or str not in members:
                    raise
                made[name] = json.dumps(value)  # of a media type that is text here
        return made

    def fields(self, function: Callable[..., Any]) -> dict[str, str]:
        """The arguments a body is built from, by their names on the wire."""
        body = inspect.signature(function).parameters["body"].annotation
        found = self._resolve(body, function.__module__)
        members = [one for one in self._members(found) if dataclasses.is_dataclass(one)]
        if len(members) != 1:
            return {}
        return {wire: field.name for wire, field in _wires(members[0]).items()}

    def make(self, annotation: Any, value: Any, module: str) -> Any:
        """A value of the annotated type; raises ValueError where none can be made."""
        found = self._resolve(annotation, module)
        if isinstance(value, dict) and "$file" in value:
            return self._root.File(b"%PDF-1.4", name=value["$file"])
        origin, inner = typing.get_origin(found), typing.get_args(found)
        if origin is typing.Annotated:
            return self.make(inner[0], value, module)
        if origin in (typing.Union, types.UnionType):
            return self._any_of(self._members(found), value, module)
        if origin is typing.Literal:
            return _fitting(value in inner, value)
        if origin in (list, collections.abc.Sequence):
            _fitting(isinstance(value, list), value)
            return [self.make(inner[0], one, module) for one in value]
        if origin in (dict, collections.abc.Mapping):
            _fitting(isinstance(value, dict), value)
            return {key: self.make(inner[1], one, module) for key, one in value.items()}
        return self._single(found, value)

    def _single(self, found: Any, value: Any) -> Any:
        if found is Any or found is object:
            return value
        if found in SCALARS:
            return SCALARS[found](_fitting(isinstance(value, str), value))
        if found in PLAIN:
            is_number = found is float and type(value) is int
            return _fitting(type(value) is found or is_number, value)
        if isinstance(found, type) and issubclass(found, enum.Enum):
            return found(value)
        if dataclasses.is_dataclass(found):
            return self._model(found, _fitting(isinstance(value, dict), value))
        return _fitting(value is None and found is type(None), value)

    def _model(self, model: Any, value: dict[str, Any]) -> Any:
        wires = _wires(model)
        arguments = {
            field.name: self.make(field.type, value[wire], _owner(model, field))
            for wire, field in wires.items()
            if wire in value
        }
        further = {key: one for key, one in value.items() if key not in wires}
        return model(**arguments, **({"extra": further} if further else {}))

    def _any_of(self, members: list[Any], value: Any, module: str) -> Any:
        """The member that leaves the fewest properties undescribed."""
        made = []
        for member in members:
            try:
                made.append(self.make(member, value, module))
            except (TypeError, ValueError):
                continue
        _fitting(bool(made), value)
        return min(made, key=lambda one: len(getattr(one, "extra", ())))

    def _members(self, found: Any) -> list[Any]:
        if typing.get_origin(found) is typing.Annotated:
            return self._members(typing.get_args(found)[0])
        if typing.get_origin(found) in (typing.Union, types.UnionType):
            return [
                member
                for one in typing.get_args(found)
                for member in self._members(
                    self._resolve(one, f"{self.package}.models")
                )
            ]
        return [found]

    def _resolve(self, annotation: Any, module: str) -> Any:
        while isinstance(annotation, str | typing.ForwardRef):
            text = (
                annotation
                if isinstance(annotation, str)
                else annotation.__forward_arg__
            )
            annotation = eval(text, {}, Space(self.package, module))
        return annotation


def _wires(model: Any) -> dict[str, dataclasses.Field[Any]]:
    return {
        field.metadata.get("wire", field.name): field
        for field in dataclasses.fields(model)
        if "extra" not in field.metadata
    }


def _owner(model: Any, field: dataclasses.Field[Any]) -> str:
    """The module of the class that declares a field."""
    for base in reversed(model.__mro__):
        if vars(base).get("__dataclass_fields__", {}).get(field.name) is field:
            return str(base.__module__)
    return str(model.__module__)


def _fitting(fits: bool, value: Any) -> Any:
    if not fits:
        raise ValueError(f"{value!r} does not fit")
    return value
