"""Look up the ready-made workflows."""

from __future__ import annotations

import builtins
import typing

from .. import models as m
from .._runtime import rt

_LIST: rt.Operation[list[m.TemplateListItem]] = rt.Operation(
    "GET",
    "/api/v1/templates/",
    responses={
        "200": "list[m.TemplateListItem]",
        "401": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="list_templates",
)
_GET: rt.Operation[m.TemplateDetail] = rt.Operation(
    "GET",
    "/api/v1/templates/{template_id}",
    responses={
        "200": "m.TemplateDetail",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="get_template",
)


class Templates(rt.Resource):
    """Look up the ready-made workflows."""

    def list(
        self, *, options: rt.Options | None = None
    ) -> builtins.list[m.TemplateListItem]:
        """List templates.

        Gives the ready-made workflows, without their steps.

        ``GET /api/v1/templates/``

        Raises:
            UnauthorizedError: The key is missing or not valid.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(_LIST, options=options)

    def get(
        self, template_id: str, *, options: rt.Options | None = None
    ) -> m.TemplateDetail:
        """Get a template.

        Gives one template with its steps.

        ``GET /api/v1/templates/{template_id}``

        Args:
            template_id: The id of the template.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(_GET, path={"template_id": template_id}, options=options)


class AsyncTemplates(rt.AsyncResource):
    """Look up the ready-made workflows."""

    async def list(
        self, *, options: rt.Options | None = None
    ) -> builtins.list[m.TemplateListItem]:
        """List templates. See ``Templates.list``."""
        return await self._call(_LIST, options=options)

    async def get(
        self, template_id: str, *, options: rt.Options | None = None
    ) -> m.TemplateDetail:
        """Get a template. See ``Templates.get``."""
        return await self._call(
            _GET, path={"template_id": template_id}, options=options
        )


class RawTemplates(rt.RawResource):
    """The calls of ``Templates``, each returning a ``Response``."""

    def __init__(self, resource: Templates) -> None:
        super().__init__(resource)
        self.list: typing.Final = rt.raw(resource.list)
        self.get: typing.Final = rt.raw(resource.get)


class AsyncRawTemplates(rt.RawResource):
    """The calls of ``AsyncTemplates``, each returning a ``Response``."""

    def __init__(self, resource: AsyncTemplates) -> None:
        super().__init__(resource)
        self.list: typing.Final = rt.async_raw(resource.list)
        self.get: typing.Final = rt.async_raw(resource.get)
