from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class JiraSourceConnectorConfigInput(rt.Model):
    """Settings for reading from a Jira site, type `jira`."""

    url: str
    """The address of the site."""

    username: str | None = None
    """The user to sign in as."""

    password: str | None | rt.Unset = rt.UNSET
    """The password or API token of the user."""

    token: str | None | rt.Unset = rt.UNSET
    """A personal access token, in place of user and password."""

    oauth_token: str | None | rt.Unset = rt.UNSET
    """An OAuth access token, in place of other credentials."""

    refresh_token: str | None | rt.Unset = rt.UNSET
    """A token to renew `oauth_token` with."""

    cloud_id: str | None | rt.Unset = rt.UNSET
    """The id of the site in the Atlassian cloud."""

    cloud: bool | None | rt.Unset = rt.UNSET
    """Whether the site is in the Atlassian cloud. Default: ``False``."""

    projects: list[str] | None | rt.Unset = rt.UNSET
    """The projects to read, by key."""

    boards: list[str] | None | rt.Unset = rt.UNSET
    """The boards to read, by id."""

    issues: list[str] | None | rt.Unset = rt.UNSET
    """The issues to read, by key."""

    status_filters: list[str] | None | rt.Unset = rt.UNSET
    """Read only issues in these states."""

    download_attachments: bool | None | rt.Unset = rt.UNSET
    """Whether to read the attachments of an issue. Default: ``False``."""

    extra: dict[str, typing.Any] = rt.extra()
