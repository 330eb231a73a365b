"""What the schema passes ask of the lowering that drives them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ..diagnostics import Report
from ..ir.decls import Decl
from ..ir.names import DeclId
from ..ir.types import Type
from ..openapi.description import Description
from ..openapi.node import Node
from .plain import PlainSchemas

__all__ = ["SchemaContext", "Words"]

Words = tuple[str, ...]
"""Words that name what is declared inline, outermost first."""


class SchemaContext(Protocol):
    """The services of ``schemas.Lowering``, without importing it back."""

    description: Description
    report: Report
    plain: PlainSchemas

    def type_of(self, schema: Node, words: Words) -> Type:
        """The type of any schema, null included."""
        ...

    def reference(self, schema: Node) -> Type:
        """The type of a ``$ref``, null set aside."""
        ...

    def declare(self, schema: Node) -> DeclId:
        """Declare what a reference reaches, and return its identity."""
        ...

    def known(self, schema: Node) -> DeclId | None:
        """The identity of what stands there, if it has been declared."""
        ...

    def declare_inline(self, schema: Node, words: Words) -> Type:
        """Declare what stands inline and refer to it."""
        ...

    def declare_merged(self, schemas: Sequence[Node], words: Words) -> Type:
        """Declare the one struct that satisfies several schemas, and refer to it."""
        ...

    def declare_variant(self, decl: Decl) -> None:
        """Add a declaration that no single schema stands for."""
        ...

    def restate(self, general: Node, special: Node) -> None:
        """Note that ``special`` says all that ``general`` does and stands for it."""
        ...

    def degrade(self, code: str, node: Node, message: str, hint: str = "") -> Type:
        """Report that ``node`` is typed Any, and return Any."""
        ...
