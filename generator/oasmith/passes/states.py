"""Where the answer of an operation says in which state something is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..ir.api import Codec, Operation
from ..ir.decls import Decl, Enum, Struct, Union
from ..ir.lookup import bare, beyond_aliases, struct_fields, struct_of
from ..ir.names import DeclId, FieldId
from ..ir.types import Literal, Nullable, OneOf, Ref, Scalar, ScalarKind, Type
from ..source.values import Frozen
from .paging_words import WRAPPERS
from .words import letters

__all__ = ["State", "answers", "state_at", "states_of", "structs_of"]

_DEEPEST = 2
"""How many fields inside one another are looked through for a state."""

_LONGEST = 4
"""The same with those that only wrap what is told of."""

_AROUND = WRAPPERS | {"attributes", "properties"}

Decls = Mapping[DeclId, Decl]


class State(Frozen):
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
    found = [
        steps
        for type_ in answers(operation)
        for steps in _texts(structs_of(type_, decls), decls, ())
    ]
    found.sort(key=len)
    for text in dict.fromkeys(".".join(steps) for steps in found):
        state = state_at(operation, text, decls)
        if state is not None:
            yield state


def _texts(
    structs: tuple[Struct, ...], decls: Decls, before: tuple[str, ...]
) -> Iterator[tuple[str, ...]]:
    """The ways to the text fields within structs that lie not too deep."""
    for struct in structs:
        for _, one in struct_fields(struct, decls):
            steps = (*before, one.wire)
            if _values(one.type, decls) is not None:
                yield steps
            elif _goes_on(steps):
                yield from _texts(structs_of(one.type, decls), decls, steps)


def _goes_on(steps: tuple[str, ...]) -> bool:
    """Whether what is within these fields may still tell the state of it all."""
    deep = [step for step in steps if letters(step) not in _AROUND]
    return len(deep) < _DEEPEST and len(steps) < _LONGEST


def state_at(operation: Operation, text: str, decls: Decls) -> State | None:
    """The text field that ``text`` leads to; None where it leads to none.

    Of a union, every member must have it.
    """
    for type_ in answers(operation):
        found = _ways(structs_of(type_, decls), text.split("."), decls)
        if found:
            values = [value for _, listed in found for value in listed]
            result = beyond_aliases(type_, decls)
            result = result.inner if isinstance(result, Nullable) else type_
            fields = tuple(field for field, _ in found)
            return State(text, fields, tuple(dict.fromkeys(values)), result)
    return None


_Way = tuple[tuple[FieldId, ...], tuple[str, ...]]


def _ways(
    structs: tuple[Struct, ...], words: list[str], decls: Decls
) -> tuple[_Way, ...]:
    """The ways through each of the structs; none where one of them has none."""
    each = [_ways_in(struct, words, decls) for struct in structs]
    return tuple(way for ways in each for way in ways) if all(each) else ()


def _ways_in(struct: Struct, words: list[str], decls: Decls) -> tuple[_Way, ...]:
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
            return () if values is None else (((step,), values),)
        rest = _ways(structs_of(field.type, decls), words[length:], decls)
        if rest:
            return tuple(((step, *fields), values) for fields, values in rest)
    return ()


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
