"""The whole API: servers, security, resources, operations."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from ..source.values import Frozen, field
from .decls import NO_LIMITS, Decl, Doc, Limits
from .names import DeclId, FieldId, Hint, OperationId, Place
from .paging import Paging
from .security import Scheme, Security
from .types import Type
from .where import Where

__all__ = [
    "Api",
    "Body",
    "Codec",
    "Content",
    "Framing",
    "Header",
    "Items",
    "Link",
    "Operation",
    "Param",
    "Part",
    "Resource",
    "Response",
    "Server",
    "Start",
    "Status",
    "Style",
    "Variable",
    "Waiter",
    "Webhook",
]


class Codec(Enum):
    """How a media type is written and read."""

    JSON = "json"
    FORM = "form"
    MULTIPART = "multipart"
    TEXT = "text"
    BYTES = "bytes"
    LINES = "lines"
    EVENTS = "events"
    XML = "xml"


class Style(Frozen):
    """How a parameter is written (3.1 section 4.8.12).

    ``media`` for ``content`` parameters.
    """

    form: str
    explode: bool
    reserved: bool = False
    media: str = ""


class Param(Frozen):
    """One parameter of an operation."""

    wire: str
    where: Where
    type: Type
    required: bool
    style: Style
    doc: Doc
    at: Place
    default: object = None
    limits: Limits = NO_LIMITS


class Part(Frozen):
    """How one property of a form or multipart body is written (the Encoding Object)."""

    property: str
    content_type: str = ""
    style: Style | None = None


class Framing(Enum):
    """What the items of a stream are: JSON values, or events with data of the type."""

    VALUES = "values"
    EVENTS = "events"


class Items(Frozen):
    """The items of a stream; ``taken`` is what of the schema the framing stands for."""

    type: Type
    framing: Framing
    taken: tuple[Place, ...] = ()


class Content(Frozen):
    """One media type of a body or response. ``type`` None: no schema was given.

    ``items`` are those of what can be read or sent one by one; its type is then that
    of the whole. ``described`` is what the schema says where only a text or bytes
    are handed over; ``same_as`` is where its schema stands and where the same one stood
    before, to be read there. ``examples`` are JSON values.
    """

    media: str
    codec: Codec
    type: Type | None
    at: Place
    parts: tuple[Part, ...] = ()
    described: Type | None = None
    same_as: tuple[Place, Place] | None = None
    items: Items | None = None
    examples: tuple[object, ...] = ()


class Body(Frozen):
    """A request body; ``contents`` in order of preference."""

    required: bool
    contents: tuple[Content, ...]
    doc: Doc
    at: Place


class Status(Frozen):
    """An inclusive range of status codes; 0 to 999 is ``default``."""

    low: int
    high: int


class Header(Frozen):
    """A documented response header."""

    wire: str
    type: Type
    required: bool
    doc: Doc
    at: Place


class Link(Frozen):
    """What of an answer another operation takes.

    ``operation`` is its id or reference as written, ``target`` the operation itself;
    ``parameters`` are constants and runtime expressions by name.
    """

    name: str
    operation: str
    target: OperationId | None
    parameters: tuple[tuple[str, object], ...]
    doc: Doc
    at: Place


class Response(Frozen):
    """What comes back for a range of status codes."""

    status: Status
    contents: tuple[Content, ...]
    headers: tuple[Header, ...]
    doc: Doc
    at: Place
    links: tuple[Link, ...] = ()


class Variable(Frozen):
    """A variable of a server's URL."""

    name: str
    default: str
    values: tuple[str, ...] = ()
    doc: str = ""


class Server(Frozen):
    """An address of the API, as written; ``variables`` fill the braces."""

    url: str
    variables: tuple[Variable, ...]
    doc: str
    at: Place


class Start(Frozen):
    """An operation that begins what is then waited for.

    ``known`` are the path parameters of the waiting operation that the answer holds,
    by wire name, each with the fields that lead there; others have the value that
    they have for the beginning operation.
    """

    operation: OperationId
    known: tuple[tuple[str, tuple[FieldId, ...]], ...]


class Waiter(Frozen):
    """When what an operation tells of has ended.

    ``field`` is the way to its state in a ``result``, ``done`` and ``failed`` are the
    states it ends in.
    """

    field: tuple[FieldId, ...]
    done: tuple[str, ...]
    failed: tuple[str, ...]
    result: Type
    starts: tuple[Start, ...] = ()


class Operation(Frozen):
    """One call. ``security`` is the effective one; empty means none is asked.

    ``scopes`` are the scopes or roles of each alternative that names any;
    ``headers`` is what the documented headers of its answers are declared as;
    ``paging`` is there where its answers are pages of a list; ``idempotency`` is the
    header that takes an idempotency key, "" where none does.
    """

    id: OperationId
    key: str
    hint: Hint | None
    doc: Doc
    at: Place
    method: str
    path: str
    params: tuple[Param, ...]
    body: Body | None
    responses: tuple[Response, ...]
    security: Security
    servers: tuple[Server, ...]
    tags: tuple[str, ...]
    scopes: tuple[tuple[str, ...], ...] = ()
    headers: DeclId | None = None
    waiter: Waiter | None = None
    paging: Paging | None = None
    idempotency: str = ""


class Webhook(Frozen):
    """A request that the API makes: a webhook, or a callback of ``source``.

    ``words`` name it, ``url`` is the runtime expression of where it goes.
    """

    key: str
    words: tuple[str, ...]
    doc: Doc
    at: Place
    method: str
    url: str
    params: tuple[Param, ...]
    body: Body | None
    responses: tuple[Response, ...]
    source: OperationId | None


class Resource(Frozen):
    """Operations that belong together; ``key`` "" is the client itself."""

    key: str
    hint: Hint
    doc: Doc
    operations: tuple[Operation, ...]


class Api(Frozen):
    """The whole API, after all passes.

    ``unread`` is declared by contents alone that are handed over as texts or bytes;
    nothing is generated for it. ``restated`` are places of properties, each with that
    of the one that says as much and stands for it.
    """

    title: str
    version: str
    doc: Doc
    at: Place
    servers: tuple[Server, ...]
    schemes: tuple[Scheme, ...]
    resources: tuple[Resource, ...]
    decls: Mapping[DeclId, Decl]
    webhooks: tuple[Webhook, ...] = ()
    unread: Mapping[DeclId, Decl] = field(default_factory=dict[DeclId, Decl])
    restated: Mapping[Place, Place] = field(default_factory=dict[Place, Place])

    @property
    def asked(self) -> tuple[Scheme, ...]:
        """The schemes some operation asks for, in the order of the description."""
        keys = {
            key
            for resource in self.resources
            for operation in resource.operations
            for together in operation.security
            for key in together
        }
        return tuple(scheme for scheme in self.schemes if scheme.key in keys)
