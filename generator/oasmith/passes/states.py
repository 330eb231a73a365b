"""Where the answer of an operation says in which state something is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..ir.api import Codec, Operation
from ..ir.decls import Decl, Enum, Struct, Union
from ..ir.lookup import beyond_aliases, struct_fields, struct_of
from ..ir.names import DeclId, FieldId
from ..ir.types import Literal, Nullable, OneOf, Ref, Scalar, ScalarKind, Type

__all__ = ["State", "answers", "bare", "state_at", "states_of", "structs_of"]

_DEEPEST = 2
"""How many fields inside one another are looked through for a state."""

Decls = Mapping[DeclId, Decl]


@dataclass(frozen=True, slots=True)
class State:
    """A text field of an answer: the ways there, and its values if they are listed.

    ``result`` is the part of the answer that has it, ``text`` the way by wire names;
    there is one way for each member of a union.
    """

    text: str
    ways: tuple[tuple[FieldId, ...], ...]
    values: tuple[str, ...]
    result: Type


def answers(operation: Operation) -> tuple[Type, ...]:
    """The types of the JSON that a success brings."""
    found = {
        content.type: None
        for response in operation.responses
        if response.status.low // 100 == 2
        for content in response.contents
        if content.codec is Codec.JSON and content.type is not None
    }
    return tuple(found)


def bare(type_: Type, decls: Decls) -> Type:
    """The type without null and behind aliases."""
    end = beyond_aliases(type_, decls)
    return bare(end.inner, decls) if isinstance(end, Nullable) else end


def structs_of(type_: Type, decls: Decls) -> tuple[Struct, ...]:
    """The struct the type is, or the structs of the union it is; else none."""
    end = bare(type_, decls)
    match decls[end.target] if isinstance(end, Ref) else end:
        case Struct() as struct:
            return (struct,)
        case Union(members=members) | OneOf(members=members):
            found = [struct_of(bare(one, decls), decls) for one in members]
            return tuple(one for one in found if one is not None)
        case _:
            return ()


def states_of(operation: Operation, decls: Decls) -> Iterator[State]:
    """Every text field that an answer of the operation has, the outermost first."""
    seen: set[str] = set()
    for type_ in answers(operation):
        for struct in structs_of(type_, decls):
            for text in _texts(struct, decls, _DEEPEST):
                state = None if text in seen else state_at(operation, text, decls)
                seen.add(text)
                if state is not None:
                    yield state


def _texts(struct: Struct, decls: Decls, depth: int) -> Iterator[str]:
    """The ways to the text fields within a struct."""
    fields = struct_fields(struct, decls)
    for _, one in fields:
        if _values(one.type, decls) is not None:
            yield one.wire
    for _, one in fields if depth > 1 else ():
        inner = struct_of(bare(one.type, decls), decls)
        if inner is not None:
            for text in _texts(inner, decls, depth - 1):
                yield f"{one.wire}.{text}"


def state_at(operation: Operation, text: str, decls: Decls) -> State | None:
    """The text field that ``text`` leads to; None where it leads to none.

    Of a union, every member must have it.
    """
    for type_ in answers(operation):
        structs = structs_of(type_, decls)
        ways = [_way(struct, text.split("."), decls) for struct in structs]
        found = [way for way in ways if way is not None]
        if found and len(found) == len(structs):
            values = [value for _, listed in found for value in listed]
            result = beyond_aliases(type_, decls)
            result = result.inner if isinstance(result, Nullable) else type_
            fields = tuple(field for field, _ in found)
            return State(text, fields, tuple(dict.fromkeys(values)), result)
    return None


_Way = tuple[tuple[FieldId, ...], tuple[str, ...]]


def _way(struct: Struct, words: list[str], decls: Decls) -> _Way | None:
    """The fields that the words lead through, and the values of the last of them."""
    fields = {one.wire: (owner, one) for owner, one in struct_fields(struct, decls)}
    for length in range(len(words), 0, -1):
        found = fields.get(".".join(words[:length]))
        if found is None:
            continue
        owner, field = found
        step: FieldId = (owner, field.wire)
        if length == len(words):
            values = _values(field.type, decls)
            return None if values is None else ((step,), values)
        inner = struct_of(bare(field.type, decls), decls)
        rest = None if inner is None else _way(inner, words[length:], decls)
        if rest is not None:
            return (step, *rest[0]), rest[1]
    return None


def _values(type_: Type, decls: Decls) -> tuple[str, ...] | None:
    """The texts a value is one of, none where they are not listed; None: no text."""
    end = bare(type_, decls)
    match decls[end.target] if isinstance(end, Ref) else end:
        case Enum(base=base, members=members) if base is str:
            return tuple(str(one.value) for one in members)
        case Literal(values) if all(isinstance(one, str) for one in values):
            return tuple(str(one) for one in values)
        case Scalar(ScalarKind.STR):
            return ()
        case Union(members=members) | OneOf(members=members):
            listed = [_values(one, decls) for one in members]
            if any(one is None for one in listed):
                return None
            return tuple(value for one in listed if one for value in one)
        case _:
            return None
