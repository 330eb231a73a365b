"""The data the Shadows API speaks of."""

from __future__ import annotations

import builtins
import datetime as _datetime
import typing as _typing

from ._runtime import rt


@rt.model
class Thing(rt.Model):
    list: builtins.list[builtins.str] | None = None
    str: builtins.str | None = None
    datetime: _datetime.datetime | None = None
    date: _datetime.date | None = None
    dict: builtins.dict[builtins.str, builtins.int] | None = None
    int: builtins.int | None = None
    typing: _typing.Any = rt.UNSET
    type: builtins.str | None = None
    class_: builtins.str | None = rt.field("class", default=None)
    rt_: builtins.str | None = rt.field("rt", default=None)
    extra: builtins.dict[builtins.str, _typing.Any] = rt.extra()
