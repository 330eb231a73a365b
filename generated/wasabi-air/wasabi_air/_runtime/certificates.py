"""Client certificates: what connections show of themselves (mutual TLS)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .errors import ConfigurationError
from .schemes import Pem
from .transport import trusted

if TYPE_CHECKING:
    import ssl

__all__ = ["showing"]


def showing(certificates: Iterable[Pem]) -> ssl.SSLContext:
    """What connections trust that show these certificates.

    Raises:
        ConfigurationError: A certificate or its key cannot be read.
    """
    context = trusted()
    for one in certificates:
        try:
            context.load_cert_chain(*one.files)
        except OSError as error:
            shown = " and ".join(one.files)
            message = f"no client certificate can be read from {shown}: {error}"
            raise ConfigurationError(message) from error
    return context
