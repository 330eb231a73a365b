"""A use of a type: required or not, and what stands for absent."""

from __future__ import annotations

from .annotations import Annotation, optional
from .code import Code, fixed

__all__ = ["use_annotation"]

_UNSET = fixed("rt.UNSET")
_NONE = fixed("None")


def use_annotation(
    annotation: Annotation, required: bool, null: bool, anything: bool
) -> tuple[Annotation, Code | None]:
    """The annotation and the default of a use; no default means required.

    Absent is None, or UNSET where null is a value of the type. ``anything``:
    the type is ``typing.Any``, which needs no alternatives.
    """
    if required:
        return annotation, None
    if anything:
        return annotation, _UNSET
    absent = optional(annotation)
    if not null:
        return absent, _NONE
    alternatives = (*absent.alternatives, fixed("rt.Unset"))
    return Annotation(alternatives, absent.uses | {"rt"}), _UNSET
