from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class VerifyChannelRequest(rt.Model):
    """The proof that an e-mail address is yours."""

    code: str
    """The six digits from the e-mail. Exactly 6 characters. Matches ``^\\d{6}$``."""

    extra: dict[str, typing.Any] = rt.extra()
