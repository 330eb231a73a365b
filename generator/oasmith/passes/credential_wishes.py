"""What the credentials of an API are called, before names are settled."""

from __future__ import annotations

from typing import assert_never

from ..ir.api import Api
from ..ir.security import (
    ApiKeyScheme,
    AuthorizationScheme,
    BasicScheme,
    BearerScheme,
    CertificateScheme,
    UnsupportedScheme,
)

__all__ = ["credential_wishes"]


def credential_wishes(api: Api) -> dict[str, str]:
    """The plain argument of each credential, by its key, before names are settled."""
    kinds: dict[type, int] = {}
    for scheme in api.asked:
        kinds[type(scheme)] = kinds.get(type(scheme), 0) + 1
    told: dict[str, str] = {}
    for scheme in api.asked:
        alone = kinds[type(scheme)] == 1
        match scheme:
            case UnsupportedScheme():
                continue
            case CertificateScheme():
                told[scheme.key] = "cert" if alone else scheme.key
            case BasicScheme():
                for part in ("username", "password"):
                    told[f"{scheme.key}/{part}"] = (
                        part if alone else f"{scheme.key} {part}"
                    )
            case BearerScheme():
                told[scheme.key] = "token" if alone else scheme.key
            case ApiKeyScheme():
                told[scheme.key] = "api_key" if alone else scheme.key
            case AuthorizationScheme():
                told[scheme.key] = "authorization" if alone else scheme.key
            case _:
                assert_never(scheme)
    return told
