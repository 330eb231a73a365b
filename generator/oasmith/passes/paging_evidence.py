"""The evidence of one operation that it pages, and what a configuration tells of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from ..config.model import PagingWish
from ..ir.api import Operation
from ..ir.decls import Decl, Doc
from ..ir.names import DeclId
from ..ir.paging import NO_HEADERS, Control, Headers, PropertyPath
from ..ir.types import Type
from ..source.values import Frozen
from . import paging_words as words
from .answers import (
    Answer,
    Property,
    is_number,
    is_text,
    is_truth,
    properties_of,
)
from .paging_controls import Candidate, candidates, near_candidates, shown_control
from .words import letters

__all__ = ["Search", "Unfit"]

Decls: TypeAlias = Mapping[DeclId, Decl]
Fits: TypeAlias = Callable[[Type, Decls], bool]

_HEADER = "header."
_ZERO = r"(zero|0)[- ](based|indexed)|(first|start\w*|begin\w*)\b[^.]{0,24}\b(0|zero)\b"
_ONE = r"(one|1)[- ](based|indexed)|(first|start\w*|begin\w*)\b[^.]{0,24}\b(1|one)\b"
_FIRST = ((0, _ZERO), (1, _ONE))
"""Compiled by ``re`` when they are first used: few runs get there."""


class Unfit(ValueError):
    """What a configuration names is not there."""


class Search(Frozen):
    """Looks for the evidence of one operation, what ``wish`` tells of it first."""

    operation: Operation
    answer: Answer
    decls: Decls
    wish: PagingWish

    def controls(
        self, names: frozenset[str], fits: Fits, key: str = "parameter"
    ) -> Iterator[Candidate]:
        """What of the request has one of the names, or is the one told.

        Raises:
            Unfit: There is none of the name that is told.
        """
        told = self.wish.told.get(key)
        if told is not None:
            every = candidates(self.operation, self.decls)
            found = [one for one in every if shown_control(one.control) == told]
            if not found:
                where = "body" if told.startswith("body.") else "query"
                raise Unfit(f"the {where} has no parameter {told!r}")
            yield from found
            return
        for one in near_candidates(self.operation, self.decls):
            if one.name in names and fits(one.type, self.decls):
                yield one

    def stated(self, key: str, names: frozenset[str], fits: Fits) -> PropertyPath:
        """Where the answer has a property of one of the names, or the one told.

        Raises:
            Unfit: There is none of the path that is told.
        """
        told = self.wish.told.get(key)
        if told is not None:
            return () if self._named_header(told) else self.named(told).path
        for one in self.answer.facts:
            if one.names[-1] in names and fits(one.field.type, self.decls):
                return one.path
        return ()

    def header(self, key: str, names: frozenset[str]) -> str:
        """The header of the answers with one of the names, or the one told."""
        told = self.wish.told.get(key)
        if told is not None:
            return self._named_header(told)
        for response in self.operation.responses:
            for one in response.headers if response.status.low // 100 == 2 else ():
                if letters(one.wire) in names:
                    return one.wire
        return ""

    def _named_header(self, told: str) -> str:
        """The header that is told, "" where it is a property of the answer."""
        is_property = any(one.wires == told for one in self._every)
        is_header = told.startswith(_HEADER) and not is_property
        return told.removeprefix(_HEADER) if is_header else ""

    @property
    def headers(self) -> Headers:
        """The headers that state how much there is."""
        return Headers(
            self.header("total", words.TOTAL_HEADERS),
            self.header("pages", words.PAGES_HEADERS),
            self.header("next", words.NEXT_HEADERS),
        )

    def named(self, wires: str) -> Property:
        """The property of the answer at a dotted path.

        Raises:
            Unfit: There is none.
        """
        for one in self._every:
            if one.wires == wires:
                return one
        raise Unfit(f"the answer has no property {wires!r}")

    @property
    def _every(self) -> tuple[Property, ...]:
        """All properties of the answer, for what is told by its path."""
        return properties_of(self.answer.body, self.decls)

    @property
    def more(self) -> PropertyPath:
        """Where the answer says whether there is a further page."""
        return self.stated("more", words.MORE, is_truth)

    @property
    def size_param(self) -> Control | None:
        """What of the request asks for so many items."""
        names = words.SIZE_PARAMETERS
        found = next(self.controls(names, is_number, "size-parameter"), None)
        return None if found is None else found.control

    @property
    def asks(self) -> bool:
        """Whether the request has what it has of pages, of whatever kind."""
        numbers = words.PAGE_PARAMETERS | words.OFFSET_PARAMETERS
        counted = self.controls(numbers | words.SIZE_PARAMETERS, is_number, "")
        named = self.controls(words.CURSOR_PARAMETERS, is_text, "")
        return bool([*counted, *named])

    def is_about_pages(self, doc: Doc) -> bool:
        """Whether something else than the name of a parameter speaks of pages.

        Of what is no GET the answers must do so.
        """
        stated = words.TOTAL | words.PAGES | words.SIZE
        if self.wish.by or self.stated("", stated, is_number) or self.more:
            return True
        if self.headers != NO_HEADERS:
            return True
        asked = self.size_param is not None or words.is_about_pages(doc)
        return asked and self.operation.method == "GET"

    def first(self, param: Candidate) -> int | None:
        """The number that is meant where the parameter is not given, if it is said."""
        limits = dict(param.limits.items)
        # Without the parameter the server takes the default, whatever it counts from.
        for told in (self.wish.first, param.default, limits.get("minimum")):
            if isinstance(told, (int, float)) and told in (0, 1):
                return int(told)
        text = f"{param.doc.summary} {param.doc.text}"
        said = [number for number, told in _FIRST if re.search(told, text, re.I)]
        if len(said) == 1:
            return said[0]
        return 0 if 0 in param.doc.examples else None
