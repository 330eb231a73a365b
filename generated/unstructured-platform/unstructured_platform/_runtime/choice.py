"""Which of the documented media types a body is sent as."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any, Literal, TypeAlias

from .codec_model import planner
from .files import is_content, is_file, takes_files
from .media import is_lines, media_kind
from .modeling import Model
from .operation import Body
from .params import absent
from .settings import Types
from .sources import Source

__all__ = ["media_for", "type_for"]

Role: TypeAlias = Literal["json", "form", "text", "file"]
"""What a media type is good for."""


def type_for(body: Body, media: str, types: Types) -> Any:
    """The type documented for a media type; None where none is."""
    family = f"{media.partition('/')[0]}/*"
    for one in (media, media.partition(";")[0].strip(), family, "*/*"):
        expression = body.contents.get(one)
        if expression is not None:
            return types.type_of(expression)
    return None


def media_for(body: Body, value: Any, types: Types) -> str:
    """The first media type that goes with a value: JSON for models, and so on."""
    names = list(body.contents)
    if len(names) == 1 or absent(value):
        return names[0]
    table = {name: type_for(body, name, types) for name in names}
    roles: dict[str, Role] = {name: _role(name, type_) for name, type_ in table.items()}
    if isinstance(value, str):
        return _for_text(roles, table, types)
    lines = next(filter(is_lines, names), None)
    if lines is not None and _are_items(value, roles):
        return lines
    if is_content(value):
        asked = _named_type(value) if is_file(value) else None
        return asked if asked in roles else _first(roles, "file", "text")
    own: dict[str, Role] = {
        name: roles[name] for name in names if table[name] is type(value)
    }
    return _first(own if isinstance(value, Model) and own else roles, "json", "form")


def _are_items(value: Any, roles: Mapping[str, Role]) -> bool:
    """Whether a value can only be items to be sent one by one."""
    if isinstance(value, (Sequence, Set)) and not isinstance(value, bytes):
        return "json" not in roles.values()
    return is_content(value) and not is_file(value)


def _named_type(value: Any) -> str | None:
    """The content type that a file is given, or that its name tells."""
    source = Source(value)
    return source.guess() if source.name or source.content_type else None


def _role(media: str, type_: Any) -> Role:
    match media_kind(media):
        case "json":
            return "json"
        case "form" | "multipart":
            return "form"
        case "text":
            return "file" if takes_files(type_) else "text"
        case "bytes":
            return "text" if type_ is str else "file"


def _for_text(roles: Mapping[str, Role], table: Mapping[str, Any], types: Types) -> str:
    """A text is text, or JSON whose type takes a string; else a file given wrongly."""
    for name, role in roles.items():
        if role == "text" or (role == "json" and _takes_text(table[name], types)):
            return name
    return _first(roles, "file")


def _takes_text(type_: Any, types: Types) -> bool:
    return type_ is None or "string" in planner().plan(type_, types.space).kinds


def _first(roles: Mapping[str, Role], *wanted: Role) -> str:
    """The first media type of the first role there is one for; else the first."""
    for role in wanted:
        for name, one in roles.items():
            if one == role:
                return name
    return next(iter(roles))
