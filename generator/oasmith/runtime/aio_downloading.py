"""The async groups of methods that give answers as bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from .aio import AsyncResource, Drive
from .arguments import Arguments, Given
from .operation import Operation

if TYPE_CHECKING:
    from .aio_download import AsyncDownload
    from .opening import Begun
    from .settings import Settings

__all__ = ["AsyncDownloadResource"]


class AsyncDownloadResource(AsyncResource):
    """Base of the generated groups of async methods that give downloads."""

    def _download(
        self, operation: Operation[Any], **given: Unpack[Given]
    ) -> AsyncDownload:
        return self._client.__rt_open__(_download_of, operation, Arguments(**given))


def _download_of(
    settings: Settings, drive: Drive, operation: Operation[Any], arguments: Arguments
) -> AsyncDownload:
    """Make ready to call an operation, and to give its answer in chunks."""
    from .aio_download import AsyncDownload  # this and the others are not needed before
    from .opening import begin_download
    from .reading import read_bytes

    async def start() -> tuple[Begun, Drive]:
        return await drive(begin_download(settings, operation, arguments)), drive

    return AsyncDownload(start, read_bytes)
