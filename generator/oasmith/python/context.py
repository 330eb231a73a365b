"""What every view is made from: the API and its side tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from ..ir import lookup
from ..ir.api import Api, Operation, Resource, Start
from ..ir.decls import Field, Struct
from ..ir.names import DeclId, OperationId
from ..ir.security import Security
from ..ir.tables import Layout, Names
from ..ir.types import Type
from ..source.values import Frozen, field
from .annotations import References

__all__ = [
    "REQUIRED",
    "Context",
    "Settings",
    "normal_security",
    "struct_fields",
    "struct_of",
]

_TITLES_OF_ANYTHING = frozenset(
    {"", "the", "api", "rest api", "fastapi", "openapi", "server", "service", "swagger"}
)

REQUIRED = "required"
"""The base-URL setting that makes callers name one."""


class Settings(Frozen):
    """What the configuration says about one package.

    ``base_url`` is "" for the description's server, ``REQUIRED``, or a URL.
    ``environment`` maps client arguments to variables where they are not
    ``<PACKAGE>_<ARGUMENT>``. ``idempotency_header`` is sent with a key by what does
    not declare one; "" for none.
    """

    distribution: str
    package: str
    version: str = "0.1.0"
    license: str = ""
    authors: tuple[str, ...] = ()
    urls: Mapping[str, str] = field(default_factory=dict[str, str])
    description: str = ""
    base_url: str = ""
    environment: Mapping[str, str] = field(default_factory=dict[str, str])
    idempotency_header: str = ""


class Context(Frozen, dict=True):
    """The API after all passes, its names and layout, and the settings."""

    api: Api
    names: Names
    layout: Layout
    settings: Settings

    @cached_property
    def references(self) -> References:
        """Declarations as everything outside the models refers to them."""
        return References(self.api.decls, self.names.decls)

    @cached_property
    def security(self) -> Security:
        """The security most operations ask, taken as that of the API."""
        counted = Counter(normal_security(one.security) for one in self.operations())
        return counted.most_common(1)[0][0] if counted else ((),)

    @cached_property
    def memo(self) -> dict[tuple[object, ...], Any]:
        """What is asked for again and again, by who made it and of what."""
        return {}

    @property
    def subject(self) -> str:
        """What the package is for, as words: "the Wasabi AiR API"."""
        words = self.api.title.split()
        if " ".join(words).lower() in _TITLES_OF_ANYTHING:
            words = [self.settings.distribution]
        if words[0].lower() == "the":
            del words[0]
        named = "api" in re.findall(r"\w+", " ".join(words).lower())
        return " ".join(["the", *words, *([] if named else ["API"])])

    def operations(self) -> Iterator[Operation]:
        """Every operation, resource by resource."""
        for resource in self.api.resources:
            yield from resource.operations

    def resource_of(self, operation: OperationId) -> str:
        """The key of the resource an operation belongs to."""
        return self._resources[operation]

    @cached_property
    def _resources(self) -> Mapping[OperationId, str]:
        return {
            operation.id: resource.key
            for resource in self.api.resources
            for operation in resource.operations
        }

    @cached_property
    def begun(self) -> Mapping[OperationId, tuple[tuple[Operation, Start], ...]]:
        """What each operation begins: the operations that wait for it."""
        found: dict[OperationId, tuple[tuple[Operation, Start], ...]] = {}
        for operation in self.operations():
            starts = () if operation.waiter is None else operation.waiter.starts
            for one in starts:
                known = found.get(one.operation, ())
                found[one.operation] = (*known, (operation, one))
        return found

    def members_of(self, resource: Resource) -> frozenset[str]:
        """The names of the methods of a resource."""
        names = self.names
        identities = [one.id for one in resource.operations]
        return frozenset(
            [
                *(names.operations[one] for one in identities),
                *(names.waits[one] for one in identities if one in names.waits),
                *(name for (one, _), name in names.starts.items() if one in identities),
            ]
        )

    def variable(self, argument: str) -> str:
        """The environment variable of a client argument."""
        default = f"{self.settings.package}_{argument}".upper()
        return self.settings.environment.get(argument, default)


def normal_security(security: Security) -> Security:
    """The same alternatives, "nothing is asked" written as one that needs no scheme."""
    return security or ((),)


def beyond_aliases(type_: Type, context: Context) -> Type:
    """What a type stands for: a reference to an alias is what that is for."""
    return lookup.beyond_aliases(type_, context.api.decls)


def struct_of(type_: Type | None, context: Context) -> Struct | None:
    """The struct a type refers to, seen through aliases."""
    return lookup.struct_of(type_, context.api.decls)


def struct_fields(struct: Struct, context: Context) -> tuple[tuple[DeclId, Field], ...]:
    """The fields of a struct, each with the struct that declares it, bases first."""
    return lookup.struct_fields(struct, context.api.decls)
