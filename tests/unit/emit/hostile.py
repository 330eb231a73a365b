"""The API of the sample with hostile text in every leaf that holds words."""

from __future__ import annotations

import re

from msgspec.structs import replace

from oasmith.ir.api import Api, Content, Operation, Param, Resource, Response
from oasmith.ir.decls import Alias, Decl, Doc, Enum, Field, Limits, Struct, Union
from oasmith.ir.security import (
    ApiKeyScheme,
    BearerScheme,
    GrantType,
    Scheme,
    UnsupportedScheme,
)
from oasmith.ir.types import ListOf, Literal, Nullable, Type
from oasmith.python.context import Context

from ..python.wasabi import WASABI

__all__ = ["HOSTILE", "hostile_context"]

HOSTILE = (
    '"""',
    "'''",
    '"',
    "'",
    "\\",
    '\\"""',
    '"""\nimport os\nos.system("x")\n"""',
    '")\nimport os  #',
    "')]}\nimport os  #",
    "{{ view }}{% raw %}",
    "#}{{ 7 * 7 }}{#",
    "\\N{BULLET}\\x41\\u0041",
    "a\x00b\x07\x1b[31m",
    "a\rimport os\r\nimport sys\x0cimport re\x0bimport ast",
    "\u2028import os\u2029\x85import os",
    "\u202eimport os\u202c\u2066x\u2069\u200b\ufeff",
    "\ud800 lone",
    "<script>alert(1)</script>&lt;b&gt;",
    "f'{__import__(\"os\")}'",
    "# comment\n    body = 1",
    "``` \n`a` ``` | [x](y) **b**",
    "%s %(a)s {0} {a!r}",
    "\n\n   \n",
    "x" * 300,
    "日本語 " * 40,
)


def hostile_context(text: str) -> Context:
    """The sample, ``text`` in every documentation, wire name, value, path and title.

    The name table stays, as the naming pass would have made it.
    """
    made = _api(WASABI.whole.api, text)
    names = WASABI.whole.names
    hostile = replace(
        names,
        fields={
            (key, _wire(wire, text)): name for (key, wire), name in names.fields.items()
        },
        params={
            (key, _param_key(where, text)): name
            for (key, where), name in names.params.items()
        },
        arguments={
            key.replace(scheme, text + scheme): argument
            for key, argument in names.arguments.items()
            for scheme in (key.partition("/")[0],)
        },
    )
    settings = replace(
        WASABI.settings,
        license=text,
        authors=(text,),
        urls={text: text},
        description=text,
        base_url=text,
        environment={"wasabi_auth": text},
    )
    return Context(made, hostile, WASABI.whole.layout, settings)


def _wire(wire: str, text: str) -> str:
    return text + wire


def _param_key(key: str, text: str) -> str:
    where, _, wire = key.partition(":")
    return f"{where}:{text}{wire}"


def _doc(text: str) -> Doc:
    return Doc(text, text, True, text, (text, {"a": [text]}))


def _api(api: Api, text: str) -> Api:
    return replace(
        api,
        title=text,
        version=text,
        doc=_doc(text),
        schemes=tuple(_scheme(one, text) for one in api.schemes),
        resources=tuple(_resource(one, text) for one in api.resources),
        decls={key: _decl(one, text) for key, one in api.decls.items()},
    )


def _scheme(scheme: Scheme, text: str) -> Scheme:
    made = replace(scheme, key=text + scheme.key, doc=_doc(text))
    if isinstance(made, ApiKeyScheme):
        return replace(made, wire=text)
    if isinstance(made, UnsupportedScheme):
        return replace(made, kind=text)
    if isinstance(made, BearerScheme):
        urls = tuple((grant, text) for grant in GrantType)
        return replace(made, token_urls=urls, discovery=text)
    return made


def _resource(resource: Resource, text: str) -> Resource:
    operations = tuple(_operation(one, text) for one in resource.operations)
    return replace(resource, doc=_doc(text), operations=operations)


def _operation(operation: Operation, text: str) -> Operation:
    body = operation.body
    if body is not None:
        contents = tuple(_content(one, text) for one in body.contents)
        body = replace(body, doc=_doc(text), contents=contents)
    return replace(
        operation,
        doc=_doc(text),
        path=operation.path + text,
        params=tuple(_param(one, text) for one in operation.params),
        body=body,
        responses=tuple(_response(one, text) for one in operation.responses),
        security=tuple(
            tuple(text + key for key in together) for together in operation.security
        ),
    )


def _param(param: Param, text: str) -> Param:
    style = replace(param.style, form=text, media=text)
    return replace(
        param, wire=text + param.wire, doc=_doc(text), default=text, style=style
    )


def _content(content: Content, text: str) -> Content:
    parts = tuple(
        replace(one, property=text + one.property, content_type=text)
        for one in content.parts
    )
    return replace(content, media=content.media + text, parts=parts)


def _response(response: Response, text: str) -> Response:
    contents = tuple(_content(one, text) for one in response.contents)
    return replace(response, doc=_doc(text), contents=contents)


def _decl(decl: Decl, text: str) -> Decl:
    match decl:
        case Struct():
            fields = tuple(_field(one, text) for one in decl.fields)
            return replace(decl, doc=_doc(text), fields=fields)
        case Enum():
            members = tuple(
                (
                    replace(one, value=text + one.value, doc=text)
                    if isinstance(one.value, str)
                    else replace(one, doc=text)
                )
                for one in decl.members
            )
            return replace(decl, doc=_doc(text), members=members)
        case Union():
            tag = decl.tag
            if tag is not None:
                mapping = tuple((text + word, key) for word, key in tag.mapping)
                tag = replace(tag, property=text, mapping=mapping)
            types = (*decl.members, Literal((text,)))
            return replace(decl, doc=_doc(text), tag=tag, members=types)
        case Alias():
            return replace(decl, doc=_doc(text))


def _field(field: Field, text: str) -> Field:
    return replace(
        field,
        wire=_wire(field.wire, text),
        type=_type(field.type, text),
        doc=_doc(text),
        default=text,
        limits=Limits((("pattern", re.escape(text)),)),
    )


def _type(type_: Type, text: str) -> Type:
    match type_:
        case Literal():
            return Literal((text,))
        case ListOf():
            return ListOf(Nullable(Literal((text, "other"))))
        case _:
            return type_
