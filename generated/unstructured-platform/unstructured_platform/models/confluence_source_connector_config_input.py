from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class ConfluenceSourceConnectorConfigInput(rt.Model):
    """Settings for reading from a Confluence site, type `confluence`."""

    url: str
    """The address of the site."""

    username: str | None = None
    """The user to sign in as."""

    password: str | None | rt.Unset = rt.UNSET
    """The password of the user."""

    api_token: str | None | rt.Unset = rt.UNSET
    """An API token of the user, in place of a password."""

    token: str | None | rt.Unset = rt.UNSET
    """A personal access token, in place of user and password."""

    oauth_token: str | None | rt.Unset = rt.UNSET
    """An OAuth access token, in place of other credentials."""

    refresh_token: str | None | rt.Unset = rt.UNSET
    """A token to renew `oauth_token` with."""

    cloud_id: str | None | rt.Unset = rt.UNSET
    """The id of the site in the Atlassian cloud."""

    cloud: bool | None = None
    """Whether the site is in the Atlassian cloud. Default: ``False``."""

    spaces: list[str] | None | rt.Unset = rt.UNSET
    """The spaces to read, by key; all if left out."""

    max_num_of_spaces: int | None = None
    """How many spaces to read at most. At least 1. Default: 500."""

    max_num_of_docs_from_each_space: int | None = None
    """How many documents of a space to read at most. At least 1. Default: 150."""

    extract_images: bool | None = None
    """Whether to read the images of a page. Default: ``False``."""

    extract_files: bool | None = None
    """Whether to read the attachments of a page. Default: ``False``."""

    extra: dict[str, typing.Any] = rt.extra()
