"""Operations whose answer can be read as it comes: what their methods return then."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from ..ir.api import Codec, Items, Operation, Response
from ..ir.types import Scalar, ScalarKind
from .annotations import Annotation, References, Scope, unite
from .context import Context, struct_fields, struct_of
from .encode import constant
from .fit import Group, dict_display, entry
from .results import (
    content_type,
    follows,
    item_of,
    items_table,
    result_types,
    status_text,
    successes,
)

__all__ = [
    "Form",
    "Streaming",
    "asking_field",
    "form_of",
    "forms_of",
    "item",
    "streamed_table",
    "streaming_of",
    "twin_form",
]

_STREAM = "stream"
"""The property of a body that asks for a stream, where an operation has both."""

_FILE = Scalar(ScalarKind.FILE)


class Streaming(Enum):
    """How the answer of an operation can be read as it comes."""

    NOT = "not"
    ALWAYS = "always"
    """It is a stream and nothing else: the method returns it."""
    BESIDE = "beside"
    """It is a stream, or something whole: ``client.streaming`` has the stream."""
    BYTES = "bytes"
    """It is bytes: ``client.streaming`` has them in chunks."""


def streaming_of(operation: Operation) -> Streaming:
    """How the answer of an operation can be read as it comes."""
    if operation.method == "HEAD":
        return Streaming.NOT
    if follows(operation):
        return Streaming.BYTES
    contents = [one for told in successes(operation) for one in told.contents]
    streams = [one for one in contents if one.items is not None]
    if streams:
        alone = len(streams) == len(contents)
        return Streaming.ALWAYS if alone else Streaming.BESIDE
    if any(one.codec is Codec.JSON for one in contents):
        return Streaming.NOT
    return Streaming.BYTES if _FILE in result_types(operation) else Streaming.NOT


class Form(Enum):
    """What a method gives: the whole result, the items of a stream, or bytes."""

    WHOLE = "whole"
    ITEMS = "items"
    CHUNKS = "chunks"


def form_of(operation: Operation) -> Form:
    """What the plain method of an operation gives."""
    always = streaming_of(operation) is Streaming.ALWAYS
    return Form.ITEMS if always else Form.WHOLE


def twin_form(operation: Operation) -> Form | None:
    """What its method in ``client.streaming`` gives; None where it has none."""
    match streaming_of(operation):
        case Streaming.BESIDE:
            return Form.ITEMS
        case Streaming.BYTES:
            return Form.CHUNKS
        case Streaming.NOT | Streaming.ALWAYS:
            return None


def forms_of(context: Context) -> frozenset[Form]:
    """What the methods of all operations give."""
    operations = list(context.operations())
    twins = {form for one in operations if (form := twin_form(one)) is not None}
    return frozenset({*map(form_of, operations), *twins})


def item(operation: Operation, scope: Scope) -> Annotation:
    """The annotation of an item of the stream."""
    return unite([item_of(one, scope) for one in _streams(successes(operation))])


def streamed_table(operation: Operation, references: References) -> Group:
    """The ``responses`` argument of the operation asked for a stream."""
    rows = [
        entry(constant(status_text(told.status)), items_table(told, references))
        for told in successes(operation)
        if any(one.items is not None for one in told.contents)
    ]
    return dict_display(rows)


def asking_field(operation: Operation, context: Context) -> str | None:
    """The field of the body that asks for the stream; None where there is none."""
    if operation.body is None:
        return None
    preferred = operation.body.contents[0]
    struct = struct_of(content_type(preferred), context)
    if struct is None or preferred.codec is not Codec.JSON:
        return None
    for owner, one in struct_fields(struct, context):
        if one.wire == _STREAM:
            return context.names.fields[owner, one.wire]
    return None


def _streams(told: Iterable[Response]) -> list[Items]:
    contents = [one for response in told for one in response.contents]
    return [one.items for one in contents if one.items is not None]
