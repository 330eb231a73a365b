"""The view of the files around the package: metadata, README, changelog."""

from __future__ import annotations

from .code import build, fixed
from .context import Context
from .credentials import credentials_of
from .encode import (
    file_name,
    markdown,
    markdown_cell,
    markdown_code,
    toml_key,
    toml_string,
)
from .example import example_of, qualified
from .prose import first_paragraph, one_line
from .views import CredentialRow, ExampleView, OperationRow, ProjectView, UrlView

__all__ = ["project_view"]

_SUMMARY = 200


def project_view(context: Context) -> ProjectView:
    """Everything ``pyproject.toml``, ``README.md`` and ``CHANGELOG.md`` print."""
    settings = context.settings
    doc = context.api.doc
    description = settings.description or f"Client of {one_line(context.subject)}"
    words = first_paragraph(doc.summary or doc.text)
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
        credentials=_credentials(context),
        operations=_operations(context),
    )


def _example(context: Context) -> ExampleView | None:
    found = example_of(context)
    if found is None:
        return None
    return ExampleView(
        client=found.client,
        result=found.result,
        call=found.call,
        error=found.error,
    )


def _credentials(context: Context) -> tuple[CredentialRow, ...]:
    rows = [
        CredentialRow(
            argument=markdown_code(one.argument),
            variable=markdown_code(one.variable),
            words=markdown_cell(one.words.replace("``", "")),
        )
        for one in credentials_of(context)
    ]
    url = CredentialRow(
        argument=fixed("`base_url`"),
        variable=markdown_code(context.variable("base_url")),
        words=fixed("Where the API is."),
    )
    return (*rows, url)


def _operations(context: Context) -> tuple[OperationRow, ...]:
    rows: list[OperationRow] = []
    package = file_name(context.settings.package)
    for resource in context.api.resources:
        for operation in resource.operations:
            module = (
                build("resources/", file_name(context.names.resources[resource.key]))
                if resource.key
                else fixed("client")
            )
            summary = operation.doc.summary or first_paragraph(operation.doc.text)
            rows.append(
                OperationRow(
                    call=build("`", qualified(resource, operation, context), "`"),
                    link=build(package, "/", module, ".py"),
                    route=markdown_code(f"{operation.method} {operation.path}"),
                    summary=markdown_cell(summary),
                )
            )
    return tuple(rows)
