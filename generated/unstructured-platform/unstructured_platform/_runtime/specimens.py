"""Models made of the examples that fake clients answer with."""

from __future__ import annotations

import dataclasses
import difflib
from typing import Any, TypeVar, overload

from .codec import decoder_for, run
from .constraints import package_limits
from .drift import Decoding
from .examples import Examples, Sampler
from .from_json import package_space
from .modeling import Model

__all__ = ["Specimens"]

T = TypeVar("T")


class Specimens:
    """Makes models with the examples that fake clients answer with."""

    __slots__ = ("_examples",)

    def __init__(self, examples: Examples) -> None:
        """Take the examples of a package, by model and property."""
        self._examples = examples

    def __repr__(self) -> str:
        """Show what it is for."""
        return "<example(type, **fields): a model with examples, or the fields given>"

    @overload
    def __call__(self, type_: type[T], /, **fields: Any) -> T: ...
    @overload
    def __call__(self, type_: object, /, **fields: Any) -> Any: ...
    def __call__(self, type_: object, /, **fields: Any) -> Any:
        """A model, or one of a union or a list of them, made of examples.

        Fields that are given stand in the place of their examples.

        Raises:
            TypeError: There is no such field, or no finite value of the type.
        """
        space = package_space()
        value = Sampler(self._examples, package_limits()).sample(type_, space)
        made: Any = run(decoder_for(type_, space), value, Decoding())
        if not fields:
            return made
        kind = type(made).__qualname__
        if not issubclass(type(made), Model):
            raise TypeError(f"a {kind} has no fields to replace: {', '.join(fields)}")
        known = [one.name for one in dataclasses.fields(made)]
        for name in fields:
            if name not in known:
                near = difflib.get_close_matches(name, known, 1)
                hint = f"; did you mean {near[0]!r}?" if near else ""
                raise TypeError(f"{kind} has no field {name!r}{hint}")
        return dataclasses.replace(made, **fields)
