"""What every view is made from: the API and its side tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from ..ir import lookup
from ..ir.api import Api, Operation, Resource, Server, Start, Webhook
from ..ir.decls import Decl, Doc, Field, Struct
from ..ir.names import DeclId, OperationId, Place
from ..ir.security import Scheme, Security
from ..ir.tables import Layout, Names
from ..ir.types import Type
from ..source.values import Frozen, field, replace
from .annotations import References
from .reads import Node, Reads, Watched, itself, owner
from .whole import Whole

__all__ = [
    "REQUIRED",
    "About",
    "Context",
    "Settings",
    "normal_security",
    "struct_fields",
    "struct_of",
]

_TITLES_OF_ANYTHING = frozenset(
    {"", "the", "api", "rest api", "fastapi", "openapi", "server", "service", "swagger"}
)

T = TypeVar("T")

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


class About(Frozen):
    """What is said of the API as a whole; every file is made anew where it changes.

    ``security`` is what most operations ask, taken as that of the API; ``asked`` are
    the schemes some operation asks for.
    """

    title: str
    version: str
    doc: Doc
    at: Place
    servers: tuple[Server, ...]
    asked: tuple[Scheme, ...]
    security: Security


class Context:
    """The API after all passes, its names and layout, and the settings.

    Views reach the API through this alone: ``reads`` has all that they ask it for but
    ``about``, ``settings``, and the names of credentials and webhooks.
    """

    def __init__(
        self, api: Api, names: Names, layout: Layout, settings: Settings
    ) -> None:
        self.reads = reads = Reads()
        self.whole = Whole(api, names, layout)
        self.settings = settings
        self.about = _about(api)
        self.decls: Mapping[DeclId, Decl] = Watched(api.decls, reads, "decl", itself)
        self.names = _watched_names(names, reads)
        self.layout = Layout(
            layout.single,
            Watched(layout.modules, reads, "module", itself),
            Watched(layout.rings, reads, "decl", itself),
        )
        self._made: dict[tuple[object, ...], tuple[Any, frozenset[Node]]] = {}

    @cached_property
    def references(self) -> References:
        """Declarations as everything outside the models refers to them."""
        return References(self.decls, self.names.decls)

    def once(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """What ``make`` gives, made once for the key: who made it, and of what."""
        known = self._made.get(key)
        if known is None:
            known = self._made[key] = self.reads.of(make)
        self.reads.note_all(known[1])
        made: T = known[0]
        return made

    @property
    def subject(self) -> str:
        """What the package is for, as words: "the Wasabi AiR API"."""
        words = self.about.title.split()
        if " ".join(words).lower() in _TITLES_OF_ANYTHING:
            words = [self.settings.distribution]
        if words[0].lower() == "the":
            del words[0]
        named = "api" in re.findall(r"\w+", " ".join(words).lower())
        return " ".join(["the", *words, *([] if named else ["API"])])

    @property
    def resources(self) -> tuple[Resource, ...]:
        """Every resource with its operations."""
        self.reads.note("resource", None)
        return self.whole.api.resources

    def resource(self, key: str) -> Resource:
        """One resource with its operations."""
        self.reads.note("resource", key)
        return self.whole.resources[key]

    @property
    def webhooks(self) -> tuple[Webhook, ...]:
        """Every webhook and callback."""
        self.reads.note("webhook", None)
        return self.whole.api.webhooks

    def operations(self) -> Iterator[Operation]:
        """Every operation, resource by resource."""
        for resource in self.resources:
            yield from resource.operations

    def resource_of(self, operation: OperationId) -> str:
        """The key of the resource an operation belongs to."""
        self.reads.note("operation", operation)
        return self.whole.resource_of[operation]

    def parameters_of(self, operation: OperationId) -> Mapping[str, str]:
        """The argument of each parameter of an operation, by "query:status"."""
        self.reads.note("operation", operation)
        return self.whole.parameters.get(operation, {})

    def begun_by(self, operation: OperationId) -> tuple[tuple[Operation, Start], ...]:
        """What an operation begins: the operations that wait for it."""
        self.reads.note("operation", operation)
        return self.whole.begun.get(operation, ())

    def module_of(self, decl: DeclId) -> str:
        """The module a declaration stands in."""
        self.reads.note("name", decl)
        return self.whole.modules[decl]

    def members_of(self, resource: Resource) -> frozenset[str]:
        """The names of the methods of a resource."""
        names = self.names
        identities = [one.id for one in resource.operations]
        return frozenset(
            [
                *(names.operations[one] for one in identities),
                *(names.waits[one] for one in identities if one in names.waits),
                *(
                    names.starts[one, waiting.id]
                    for one in identities
                    for waiting, _ in self.begun_by(one)
                ),
            ]
        )

    def variable(self, argument: str) -> str:
        """The environment variable of a client argument."""
        default = f"{self.settings.package}_{argument}".upper()
        return self.settings.environment.get(argument, default)


def _about(api: Api) -> About:
    operations = [one for each in api.resources for one in each.operations]
    counted = Counter(normal_security(one.security) for one in operations)
    security = counted.most_common(1)[0][0] if counted else ((),)
    return About(
        api.title, api.version, api.doc, api.at, api.servers, api.asked, security
    )


def _watched_names(names: Names, reads: Reads) -> Names:
    return replace(
        names,
        decls=Watched(names.decls, reads, "name", itself),
        fields=Watched(names.fields, reads, "decl", owner),
        members=Watched(names.members, reads, "decl", owner),
        resources=Watched(names.resources, reads, "resource", itself),
        resource_classes=Watched(names.resource_classes, reads, "resource", itself),
        operations=Watched(names.operations, reads, "operation", itself),
        params=Watched(names.params, reads, "operation", owner),
        waits=Watched(names.waits, reads, "operation", itself),
        starts=Watched(names.starts, reads, "operation", owner),
    )


def normal_security(security: Security) -> Security:
    """The same alternatives, "nothing is asked" written as one that needs no scheme."""
    return security or ((),)


def beyond_aliases(type_: Type, context: Context) -> Type:
    """What a type stands for: a reference to an alias is what that is for."""
    return lookup.beyond_aliases(type_, context.decls)


def struct_of(type_: Type | None, context: Context) -> Struct | None:
    """The struct a type refers to, seen through aliases."""
    return lookup.struct_of(type_, context.decls)


def struct_fields(struct: Struct, context: Context) -> tuple[tuple[DeclId, Field], ...]:
    """The fields of a struct, each with the struct that declares it, bases first."""
    return lookup.struct_fields(struct, context.decls)
