"""Hand-made APIs for the tests of the views and of what they are printed as."""

from __future__ import annotations

from collections.abc import Iterable

from oasmith.ir.api import (
    Api,
    Body,
    Codec,
    Content,
    Operation,
    Param,
    Part,
    Resource,
    Response,
    Server,
    Status,
    Style,
)
from oasmith.ir.decls import (
    Access,
    Alias,
    Decl,
    Doc,
    Enum,
    EnumMember,
    Field,
    Limits,
    Struct,
    Tag,
    Union,
    Usage,
)
from oasmith.ir.names import DeclId, Hint, OperationId, Right
from oasmith.ir.security import Scheme, Security
from oasmith.ir.tables import Layout, Names
from oasmith.ir.types import Ref, Scalar, ScalarKind, Type
from oasmith.ir.where import Where
from oasmith.python.context import Context, Settings
from oasmith.python.ident import ARGUMENT_RESERVED, FIELD_RESERVED, PythonRules
from oasmith.source.pointer import Place

AT = Place("specs/test.yaml", ("info",))
RULES = PythonRules()
STR = Scalar(ScalarKind.STR)
INT = Scalar(ScalarKind.INT)
FLOAT = Scalar(ScalarKind.FLOAT)
BOOL = Scalar(ScalarKind.BOOL)
DATETIME = Scalar(ScalarKind.DATETIME)
DATE = Scalar(ScalarKind.DATE)
UUID = Scalar(ScalarKind.UUID)
FILE = Scalar(ScalarKind.FILE)


def decl_id(name: str) -> DeclId:
    """The identity of a component schema."""
    return DeclId("", f"/components/schemas/{name}")


def ref(name: str) -> Ref:
    """A use of a component schema."""
    return Ref(decl_id(name))


def field(
    wire: str,
    type_: Type,
    *,
    required: bool = False,
    doc: Doc | str = "",
    default: object = None,
    access: Access = Access.BOTH,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> Field:
    """A property."""
    words = Doc(doc) if isinstance(doc, str) else doc
    return Field(wire, type_, required, words, AT, default, access, limits)


def struct(
    name: str,
    *fields: Field,
    doc: str = "",
    bases: Iterable[str] = (),
    extra: Type | None = None,
    usage: Usage = Usage.RESPONSE,
) -> Struct:
    """An object schema."""
    return Struct(
        decl_id(name),
        Hint((name,), Right.REQUIRED),
        Doc(doc),
        AT,
        tuple(decl_id(base) for base in bases),
        fields,
        extra,
        usage,
    )


def enum(name: str, *values: str | int, doc: str = "") -> Enum:
    """An enumeration."""
    base = int if values and isinstance(values[0], int) else str
    members = tuple(EnumMember(value) for value in values)
    hint = Hint((name,), Right.REQUIRED)
    return Enum(decl_id(name), hint, Doc(doc), AT, base, members)


def union(name: str, *members: Type, tag: Tag | None = None, doc: str = "") -> Union:
    """A union schema."""
    hint = Hint((name,), Right.REQUIRED)
    return Union(decl_id(name), hint, Doc(doc), AT, members, tag)


def alias(name: str, target: Type, doc: str = "") -> Alias:
    """A named type."""
    hint = Hint((name,), Right.REQUIRED)
    return Alias(decl_id(name), hint, Doc(doc), AT, target)


def param(
    wire: str,
    where: Where,
    type_: Type = STR,
    *,
    required: bool = False,
    doc: str = "",
    style: Style | None = None,
) -> Param:
    """A parameter, in the style of its place unless told otherwise."""
    in_query = where in (Where.QUERY, Where.COOKIE)
    usual = Style("form", True) if in_query else Style("simple", False)
    required = required or where is Where.PATH
    return Param(wire, where, type_, required, style or usual, Doc(doc), AT)


def content(
    type_: Type | None,
    media: str = "application/json",
    codec: Codec = Codec.JSON,
    parts: tuple[Part, ...] = (),
) -> Content:
    """One media type."""
    return Content(media, codec, type_, AT, parts)


def body(*contents: Content, required: bool = True, doc: str = "") -> Body:
    """A request body."""
    return Body(required, contents, Doc(doc), AT)


def response(
    status: int | tuple[int, int], *contents: Content, doc: str = ""
) -> Response:
    """A response to one status, or to a range."""
    low, high = (status, status) if isinstance(status, int) else status
    return Response(Status(low, high), contents, (), Doc(doc), AT)


def operation(
    key: str,
    method: str,
    path: str,
    *params: Param,
    body: Body | None = None,
    responses: Iterable[Response] = (),
    doc: Doc | str = "",
    security: Security = (),
    servers: tuple[Server, ...] = (),
) -> Operation:
    """One call."""
    words = Doc(doc) if isinstance(doc, str) else doc
    return Operation(
        OperationId(method, path),
        key,
        None,
        words,
        AT,
        method,
        path,
        params,
        body,
        tuple(responses),
        security,
        servers,
        (),
    )


def resource(key: str, *operations: Operation, doc: str = "") -> Resource:
    """Operations that belong together."""
    return Resource(key, Hint((key,), Right.REQUIRED), Doc(doc), operations)


def api(
    *resources: Resource,
    decls: Iterable[Decl] = (),
    title: str = "Test API",
    doc: str = "",
    schemes: tuple[Scheme, ...] = (),
    servers: tuple[Server, ...] = (),
) -> Api:
    """The whole of it."""
    return Api(
        title,
        "1.0",
        Doc(doc),
        AT,
        servers,
        schemes,
        resources,
        {one.id: one for one in decls},
    )


def context(
    made: Api, settings: Settings | None = None, *, modules: int = 1
) -> Context:
    """The API with plain names, its declarations spread over so many modules."""
    settings = settings or Settings("test-api", "test_api")
    return Context(
        made, _names(made, settings.package), _layout(made, modules), settings
    )


def _layout(made: Api, modules: int) -> Layout:
    ids = tuple(made.decls)
    if modules == 1:
        return Layout(True, {"models": ids})
    return Layout(False, {f"part{i}": ids[i::modules] for i in range(modules)})


def _names(made: Api, package: str) -> Names:
    operations = [one for each in made.resources for one in each.operations]
    structs = [one for one in made.decls.values() if isinstance(one, Struct)]
    enums = [one for one in made.decls.values() if isinstance(one, Enum)]
    return Names(
        package=package,
        decls={
            one: _unique(RULES.class_name(decl.hint.words), number)
            for number, (one, decl) in enumerate(made.decls.items())
        },
        fields={
            (one.id, each.wire): RULES.safe(RULES.snake([each.wire]), FIELD_RESERVED)
            for one in structs
            for each in one.fields
        },
        members={
            (one.id, position): RULES.constant(str(member.value))
            for one in enums
            for position, member in enumerate(one.members)
        },
        resources={one.key: RULES.snake([one.key]) for one in made.resources},
        resource_classes={
            one.key: RULES.class_name([one.key]) for one in made.resources
        },
        operations={
            one.id: RULES.safe(RULES.snake([one.key]), frozenset())
            for one in operations
        },
        params={
            (one.id, f"{each.where.value}:{each.wire}"): RULES.safe(
                RULES.snake([each.wire]), ARGUMENT_RESERVED
            )
            for one in operations
            for each in one.params
        },
        arguments={
            name: RULES.snake([name.replace("/", "_")])
            for scheme in made.schemes
            for name in (scheme.key, f"{scheme.key}/username", f"{scheme.key}/password")
        }
        | {
            f"variable {each.name}": RULES.snake([each.name])
            for one in made.servers
            for each in one.variables
        },
    )


def _unique(name: str, number: int) -> str:
    return name if name.isascii() and len(name) < 60 else f"Type{number}"
