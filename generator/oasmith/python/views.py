"""What templates get: finished values, all of them code, and nothing computed here.

A signature carries its colon and what follows it on its line. What is None is
not printed.
"""

from __future__ import annotations

from ..source.values import Frozen
from .code import Code

__all__ = [
    "ClassView",
    "ClientPairView",
    "ClientView",
    "CredentialRow",
    "DeclView",
    "EnumView",
    "ErrorView",
    "ErrorsView",
    "ExampleView",
    "FacadeView",
    "LimitsView",
    "LineView",
    "MethodView",
    "ModelsView",
    "OperationRow",
    "PagesView",
    "ProjectView",
    "PropertyView",
    "RawClientView",
    "RawView",
    "ResourceView",
    "StreamingClientView",
    "StructView",
    "UrlView",
    "WaitView",
]


class LineView(Frozen):
    """A statement (a field, a member, an alias) and the words below it."""

    line: Code
    doc: Code | None


class StructView(Frozen):
    """A dataclass. ``empty``: nothing stands in its body.

    ``tag`` is the decorator that tells its subclasses apart, if it has any.
    """

    tag: Code | None
    header: Code
    doc: Code | None
    fields: tuple[LineView, ...]
    empty: bool


class EnumView(Frozen):
    """An open enumeration; ``unlisted`` is what only type checkers see as a member."""

    header: Code
    doc: Code | None
    members: tuple[LineView, ...]
    unlisted: Code


class DeclView(Frozen):
    """One declaration: exactly one of the three is there."""

    struct: StructView | None = None
    enum: EnumView | None = None
    alias: LineView | None = None


class ModelsView(Frozen):
    """A module of declarations."""

    doc: Code | None
    imports: Code | None
    decls: tuple[DeclView, ...]


class FacadeView(Frozen):
    """A package whose names are imported when they are asked for."""

    doc: Code
    lazy: Code
    imports: tuple[Code, ...]
    version: Code | None
    names: tuple[Code, ...]


class MethodView(Frozen):
    """A method, with its overloads under their ``decorator``."""

    decorator: Code
    overloads: tuple[Code, ...]
    signature: Code
    doc: Code | None
    call: Code


class ClassView(Frozen):
    """A resource."""

    name: Code
    base: Code
    doc: Code
    methods: tuple[MethodView, ...]


class RawView(Frozen):
    """The twin of a resource whose methods return whole responses."""

    name: Code
    doc: Code
    wraps: Code
    lines: tuple[Code, ...]


class ResourceView(Frozen):
    """A module of operations."""

    doc: Code
    imports: Code
    constants: tuple[Code, ...]
    classes: tuple[ClassView, ...]
    raws: tuple[RawView, ...]
    streaming: tuple[ClassView, ...]


class PropertyView(Frozen):
    """A cached property of a client that loads the class of a resource and makes it."""

    name: Code
    type: Code
    doc: Code
    loading: Code
    making: Code


class RawClientView(Frozen):
    """The raw twin of a client; ``lines`` are the methods standing on it."""

    name: Code
    doc: Code
    lines: tuple[Code, ...]
    properties: tuple[PropertyView, ...]


class StreamingClientView(Frozen):
    """The twin of a client whose methods give answers as they come."""

    name: Code
    base: Code
    doc: Code
    methods: tuple[MethodView, ...]
    properties: tuple[PropertyView, ...]


class ClientPairView(Frozen):
    """A client and its twins; ``streaming`` None: it has no answer to stream."""

    name: Code
    base: Code
    doc: Code
    signature: Code
    call: Code
    properties: tuple[PropertyView, ...]
    methods: tuple[MethodView, ...]
    raw: RawClientView
    streaming: StreamingClientView | None


class ClientView(Frozen):
    """The module of the clients."""

    doc: Code
    imports: Code
    deferred: Code
    api: Code
    constants: tuple[Code, ...]
    clients: tuple[ClientPairView, ...]


class ErrorView(Frozen):
    """An error class that types an attribute of its base."""

    name: Code
    doc: Code
    attribute: Code
    words: Code


class ErrorsView(Frozen):
    """The errors module."""

    imports: Code
    exports: Code
    errors: tuple[ErrorView, ...]


class LimitsView(Frozen):
    """The module of what is asked of the values of models."""

    doc: Code
    imports: Code
    limits: Code


class OperationRow(Frozen):
    """One row of the README's table of operations."""

    call: Code
    link: Code
    route: Code
    summary: Code


class CredentialRow(Frozen):
    """An argument of the client and the variable it is read from otherwise."""

    argument: Code
    variable: Code
    words: Code


class GrantView(Frozen):
    """A way to get a token: the argument that takes it, and how it is written."""

    argument: Code
    name: Code
    arguments: Code


class UrlView(Frozen):
    """A link of the project's metadata."""

    name: Code
    url: Code


class ExampleView(Frozen):
    """One call, as the README shows it: blocking, awaited, and where it may fail.

    ``imports`` is what the last needs, and ``error`` what it may raise. ``method`` is
    what is called, ``recorded`` the call as a test expects it.
    """

    client: Code
    blocking: Code
    awaited: Code
    failing: Code
    error: Code
    imports: Code
    method: Code
    tried: Code
    recorded: Code


class WaitView(Frozen):
    """How the README shows waiting; ``fails``: what is waited for may end badly.

    ``start`` is a method that begins something and waits for it.
    """

    imports: Code
    client: Code
    statement: Code
    fails: bool
    start: Code | None


class PagesView(Frozen):
    """A call that pages, as the README shows it."""

    client: Code
    callee: Code
    statement: Code


class ProjectView(Frozen):
    """The files around the package: TOML values first, then Markdown.

    ``model`` is a model to import, ``stream`` and ``download`` are calls read as they
    come; ``uploads``: files can be sent, ``webhooks``: there are some; a function may
    stand for ``secret``.
    """

    distribution: Code
    package: Code
    version: Code
    description: Code
    license: Code | None
    authors: tuple[Code, ...]
    urls: tuple[UrlView, ...]
    heading: Code
    subject: Code
    words: Code | None
    install: Code
    module: Code
    released: Code
    example: ExampleView | None
    stream: Code | None
    download: Code | None
    wait: WaitView | None
    pages: PagesView | None
    webhooks: bool
    model: Code | None
    uploads: bool
    credentials: tuple[CredentialRow, ...]
    secret: Code | None
    grant: GrantView | None
    operations: tuple[OperationRow, ...]
