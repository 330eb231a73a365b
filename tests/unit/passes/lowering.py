"""Small descriptions, lowered: what the tests of the passes share."""

from __future__ import annotations

import textwrap
from pathlib import Path

from oasmith.diagnostics import Report
from oasmith.ir.api import Api, Operation
from oasmith.ir.decls import Decl, Struct
from oasmith.ir.names import DeclId
from oasmith.ir.tables import Names
from oasmith.openapi.description import read_text
from oasmith.passes.lower import lower
from oasmith.passes.naming import Recorded, assign
from oasmith.passes.spelling import Reserved
from oasmith.python import ident

RESERVED = Reserved(
    types=ident.TYPE_RESERVED,
    fields=ident.FIELD_RESERVED,
    members=ident.MEMBER_RESERVED,
    arguments=ident.ARGUMENT_RESERVED,
    client_arguments=ident.CLIENT_ARGUMENT_RESERVED,
    client=ident.CLIENT_RESERVED,
    resource_classes=ident.RESOURCE_CLASS_RESERVED,
    methods=ident.METHOD_RESERVED,
)

HEAD = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
"""


def lowered(text: str, *, head: str = HEAD) -> tuple[Api, Report]:
    """The description ``head`` + ``text`` in the intermediate model, and what lowering reported."""
    reading, lowering = Report(), Report()
    whole = textwrap.dedent(head).lstrip() + textwrap.dedent(text)
    description = read_text(whole, reading, shown="shop.yaml", folder=Path())
    assert description is not None, reading.diagnostics
    return lower(description, lowering), lowering


def schemas(text: str) -> dict[str, Decl]:
    """The declarations that component schemas come to, by key and variant."""
    api, _ = lowered(
        "components:\n  schemas:\n" + textwrap.indent(textwrap.dedent(text), "    ")
    )
    return {name_of(identity): decl for identity, decl in api.decls.items()}


def name_of(identity: DeclId) -> str:
    """What follows ``/components/schemas/``, for short."""
    short = identity.pointer.removeprefix("/components/schemas/")
    return f"{short}@{identity.variant}" if identity.variant else short


def component(name: str, variant: str = "") -> DeclId:
    """The identity of a component schema of the root document."""
    return DeclId("", f"/components/schemas/{name}", variant)


def struct(decls: dict[str, Decl], name: str) -> Struct:
    """The struct of that name; a failing assertion for anything else."""
    decl = decls[name]
    assert isinstance(decl, Struct), decl
    return decl


def only_operation(api: Api) -> Operation:
    """The one operation there is."""
    ((operation,),) = (resource.operations for resource in api.resources)
    return operation


def named(
    text: str, recorded: Recorded | None = None, *, head: str = HEAD
) -> tuple[Names, dict[str, tuple[str, str]]]:
    """The names of a description, and the table to record."""
    api, _ = lowered(text, head=head)
    return assign(api, "shop", ident.PythonRules(), RESERVED, {}, recorded or {})
