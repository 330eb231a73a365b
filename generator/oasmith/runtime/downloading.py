"""The sync groups of methods that give answers as bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from .arguments import Arguments, Given
from .operation import Operation
from .sync import Drive, Resource

if TYPE_CHECKING:
    from .download import Download
    from .opening import Begun
    from .settings import Settings

__all__ = ["DownloadResource"]


class DownloadResource(Resource):
    """Base of the generated groups of sync methods that give downloads."""

    def _download(self, operation: Operation[Any], **given: Unpack[Given]) -> Download:
        return self._client.__rt_open__(_download_of, operation, Arguments(**given))


def _download_of(
    settings: Settings, drive: Drive, operation: Operation[Any], arguments: Arguments
) -> Download:
    """Call an operation, and give its answer in chunks, up to the first of them."""
    from .download import Download  # this and the others are not needed before
    from .opening import begin_download
    from .reading import read_bytes

    begun: Begun = drive(begin_download(settings, operation, arguments))
    return Download(begun, drive, read_bytes)
