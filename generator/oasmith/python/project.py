"""The view of the files around the package: metadata, README, changelog."""

from __future__ import annotations

from collections.abc import Mapping
from typing import LiteralString

from ..ir.api import Codec, Operation
from ..ir.decls import Struct
from ..ir.security import GrantType
from .code import Code, build, fixed, join
from .context import Context, struct_of
from .credentials import GRANTS, Credential, Kind, credentials_of
from .docs import summary
from .encode import (
    file_name,
    identifier,
    markdown,
    markdown_cell,
    markdown_code,
    toml_key,
    toml_string,
)
from .example import (
    example_of,
    pages_example_of,
    qualified,
    streaming_call,
    wait_example,
)
from .imports import names_from
from .prose import lead, one_line, plain
from .results import result_types
from .servers import ServerArgument, server_arguments
from .streams import Streaming
from .views import (
    CredentialRow,
    ExampleView,
    GrantView,
    OperationRow,
    PagesView,
    ProjectView,
    UrlView,
)

__all__ = ["project_view"]

_SUMMARY = 200


def project_view(context: Context) -> ProjectView:
    """Everything ``pyproject.toml``, ``README.md`` and ``CHANGELOG.md`` print."""
    settings = context.settings
    doc = context.about.doc
    description = settings.description or f"Client of {one_line(context.subject)}"
    words = plain(lead(doc.summary) or lead(doc.text))
    return ProjectView(
        distribution=toml_string(settings.distribution),
        package=toml_string(settings.package),
        version=toml_string(settings.version),
        description=toml_string(one_line(description)[:_SUMMARY]),
        license=toml_string(settings.license) if settings.license else None,
        authors=tuple(toml_string(one) for one in settings.authors),
        urls=tuple(
            UrlView(toml_key(name), toml_string(url))
            for name, url in settings.urls.items()
        ),
        heading=markdown_cell(settings.distribution),
        subject=markdown_cell(context.subject),
        words=markdown(words) if words else None,
        install=file_name(settings.distribution),
        module=file_name(settings.package),
        released=markdown_cell(settings.version),
        example=_example(context),
        stream=_stream(context),
        download=streaming_call(Streaming.BYTES, context),
        wait=wait_example(context),
        pages=_pages(context),
        webhooks=bool(context.webhooks),
        model=_model(context),
        uploads=any(_takes_files(one) for one in context.operations()),
        credentials=_credentials(context),
        secret=next(
            (
                identifier(one.argument)
                for one in credentials_of(context)
                if one.kind is Kind.SECRET
            ),
            None,
        ),
        grant=_grant(context),
        operations=_operations(context),
    )


def _example(context: Context) -> ExampleView | None:
    found = example_of(context)
    if found is None:
        return None
    module = file_name(context.settings.package)
    return ExampleView(
        client=found.client,
        blocking=found.statement(4),
        awaited=found.statement(8, "await "),
        failing=found.call(8),
        error=identifier(found.error),
        imports=names_from(module, {"ApiError", "Client", found.error}),
        method=found.callee,
        tried=found.statement(0),
        recorded=build("call(", join(", ", [found.callee, *found.arguments]), ")"),
    )


def _pages(context: Context) -> PagesView | None:
    found = pages_example_of(context)
    if found is None:
        return None
    return PagesView(
        client=found.client,
        callee=found.callee,
        statement=found.statement(4, target="page"),
    )


def _model(context: Context) -> Code | None:
    """A model a reader meets first: what a call returns, else the first one."""
    returned = [
        found
        for operation in context.operations()
        for type_ in result_types(operation)
        if (found := struct_of(type_, context)) is not None
    ]
    every = [one for one in context.decls.values() if isinstance(one, Struct)]
    if not every:
        return None
    # One the description itself names comes before those inside of others.
    first = min((*returned, *every), key=lambda one: one.id.pointer.count("/"))
    return identifier(context.names.decls[first.id])


def _stream(context: Context) -> Code | None:
    """A call that gives a stream; one that gives nothing else is the plainest."""
    plain = streaming_call(Streaming.ALWAYS, context)
    return plain or streaming_call(Streaming.BESIDE, context)


def _takes_files(operation: Operation) -> bool:
    contents = () if operation.body is None else operation.body.contents
    return any(one.codec in (Codec.MULTIPART, Codec.BYTES) for one in contents)


def _credentials(context: Context) -> tuple[CredentialRow, ...]:
    given = (*map(_row, credentials_of(context)), *map(_row, server_arguments(context)))
    url = CredentialRow(
        argument=fixed("`base_url`"),
        variable=markdown_code(context.variable("base_url")),
        words=fixed("Where the API is."),
    )
    return (*given, url)


_GRANTS: Mapping[GrantType, LiteralString] = {
    GrantType.CLIENT_CREDENTIALS: 'client_id="…", client_secret="…"',
    GrantType.PASSWORD: 'username="…", password="…"',
    GrantType.REFRESH_TOKEN: 'refresh_token="…", client_id="…"',
}
"""How each way to get a token is written in an example."""


def _grant(context: Context) -> GrantView | None:
    """The first way to get a token that some argument takes."""
    for one in credentials_of(context):
        for grant in one.grants:
            return GrantView(
                argument=identifier(one.argument),
                name=fixed(GRANTS[grant]),
                arguments=fixed(_GRANTS[grant]),
            )
    return None


def _row(one: Credential | ServerArgument) -> CredentialRow:
    variable = markdown_code(one.variable)
    if isinstance(one, Credential) and one.client is not None:
        id_, secret = map(markdown_code, one.client)
        variable = build(variable, ", or ", id_, " and ", secret)
    return CredentialRow(
        argument=markdown_code(one.argument),
        variable=variable,
        words=markdown_cell(one.words.replace("``", "")),
    )


def _operations(context: Context) -> tuple[OperationRow, ...]:
    rows: list[OperationRow] = []
    package = file_name(context.settings.package)
    for resource in context.resources:
        for operation in resource.operations:
            module = (
                build("resources/", file_name(context.names.resources[resource.key]))
                if resource.key
                else fixed("client")
            )
            told = plain(summary(operation.doc))
            if operation.doc.deprecated:
                told = f"{told} (deprecated)".strip()
            rows.append(
                OperationRow(
                    call=build("`", qualified(resource, operation, context), "`"),
                    link=build(package, "/", module, ".py"),
                    route=markdown_code(f"{operation.method} {operation.path}"),
                    summary=markdown_cell(told),
                )
            )
    return tuple(rows)
