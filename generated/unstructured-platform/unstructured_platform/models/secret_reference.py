from __future__ import annotations

import typing

from .. import models as m
from .._runtime import rt


@rt.model
class SecretReference(rt.Model):
    """A secret that the platform keeps, named in place of its text."""

    id: str
    """The id of the secret."""

    type: m.EncryptionType | None = None
    """How the secret was encrypted. Default: ``rsa``."""

    extra: dict[str, typing.Any] = rt.extra()
