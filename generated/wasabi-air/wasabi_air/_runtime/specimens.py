"""Models made of the examples that fake clients answer with."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Mapping
from typing import Any

from .codec import decoder_for, run
from .constraints import package_limits
from .drift import Decoding
from .examples import Examples, Sampler
from .from_json import package_space
from .modeling import Model

__all__ = ["specimen"]


def specimen(examples: Examples, type_: Any, fields: Mapping[str, Any]) -> Any:
    """A value of a type made of examples, with some of its fields replaced.

    Raises:
        TypeError: There is no such field, or no finite value of the type.
    """
    space = package_space()
    value = Sampler(examples, package_limits()).sample(type_, space)
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
