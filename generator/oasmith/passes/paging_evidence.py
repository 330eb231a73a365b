"""The evidence of one operation that it pages, and what a configuration tells of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from ..config.paging import PagingWish
from ..ir.api import Operation, Param
from ..ir.decls import Decl, Doc
from ..ir.names import DeclId
from ..ir.paging import PropertyPath
from ..ir.types import Type
from ..ir.where import Where
from . import paging_words as words
from .answers import Answer, Property, is_number, is_text, is_truth
from .words import letters

__all__ = ["Search", "Unfit"]

Decls: TypeAlias = Mapping[DeclId, Decl]
Fits: TypeAlias = Callable[[Type, Decls], bool]

_ZERO = r"(zero|0)[- ](based|indexed)|(first|start\w*|begin\w*)\b[^.]{0,24}\b(0|zero)\b"
_ONE = r"(one|1)[- ](based|indexed)|(first|start\w*|begin\w*)\b[^.]{0,24}\b(1|one)\b"
_FIRST = ((0, re.compile(_ZERO, re.IGNORECASE)), (1, re.compile(_ONE, re.IGNORECASE)))


class Unfit(ValueError):
    """What a configuration names is not there."""


@dataclass(frozen=True, slots=True)
class Search:
    """Looks for the evidence of one operation, what ``wish`` tells of it first."""

    operation: Operation
    answer: Answer
    decls: Decls
    wish: PagingWish

    def parameters(
        self, names: frozenset[str], fits: Fits, key: str = "parameter"
    ) -> Iterator[Param]:
        """The parameters of the query with one of the names, or the one told.

        Raises:
            Unfit: There is none of the name that is told.
        """
        queries = [one for one in self.operation.params if one.where is Where.QUERY]
        told = self.wish.told.get(key)
        if told is not None:
            found = [one for one in queries if one.wire == told]
            if not found:
                raise Unfit(f"the query has no parameter {told!r}")
            yield from found
            return
        for one in queries:
            if letters(one.wire) in names and fits(one.type, self.decls):
                yield one

    def stated(self, key: str, names: frozenset[str], fits: Fits) -> PropertyPath:
        """Where the answer has a property of one of the names, or the one told.

        Raises:
            Unfit: There is none of the path that is told.
        """
        told = self.wish.told.get(key)
        if told is not None:
            return self.named(told).path
        for one in self.answer.facts:
            if one.names[-1] in names and fits(one.field.type, self.decls):
                return one.path
        return ()

    def named(self, wires: str) -> Property:
        """The property of the answer at a dotted path.

        Raises:
            Unfit: There is none.
        """
        for one in self.answer.every:
            if one.wires == wires:
                return one
        raise Unfit(f"the answer has no property {wires!r}")

    @property
    def more(self) -> PropertyPath:
        """Where the answer says whether there is a further page."""
        return self.stated("more", words.MORE, is_truth)

    @property
    def size_param(self) -> str:
        """The parameter that asks for so many items."""
        names = words.SIZE_PARAMETERS
        found = next(self.parameters(names, is_number, "size-parameter"), None)
        return "" if found is None else found.wire

    @property
    def asks(self) -> bool:
        """Whether there is a parameter such as pages have, of whatever kind."""
        numbers = words.PAGE_PARAMETERS | words.OFFSET_PARAMETERS
        counted = self.parameters(numbers | words.SIZE_PARAMETERS, is_number, "")
        named = self.parameters(words.CURSOR_PARAMETERS, is_text, "")
        return bool([*counted, *named])

    def is_about_pages(self, doc: Doc) -> bool:
        """Whether something else than the name of a parameter speaks of pages."""
        answers = words.TOTAL | words.PAGES | words.SIZE
        return bool(
            self.wish.by
            or self.size_param
            or self.stated("", answers, is_number)
            or self.more
            or words.is_about_pages(doc)
        )

    def first(self, param: Param) -> int | None:
        """The number that is meant where the parameter is not given, if it is said."""
        limits = dict(param.limits.items)
        # Without the parameter the server takes the default, whatever it counts from.
        for told in (self.wish.first, param.default, limits.get("minimum")):
            if isinstance(told, (int, float)) and told in (0, 1):
                return int(told)
        text = f"{param.doc.summary} {param.doc.text}"
        said = [number for number, pattern in _FIRST if pattern.search(text)]
        if len(said) == 1:
            return said[0]
        return 0 if 0 in param.doc.examples else None
