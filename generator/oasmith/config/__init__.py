"""What to generate: the configuration file and the command line."""

from .model import ApiConfig, Config, Metadata, for_spec, named
from .paging import PagingWish
from .read import ConfigReading, find, read_config

__all__ = [
    "ApiConfig",
    "Config",
    "ConfigReading",
    "Metadata",
    "PagingWish",
    "find",
    "for_spec",
    "named",
    "read_config",
]
