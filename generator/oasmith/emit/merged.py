"""A record in which git has left both sides of a merge, made one again."""

from __future__ import annotations

from .record import Record, parse

__all__ = ["merged"]

_MARK = "<<<<<<< "


def merged(text: str) -> Record | None:
    """The record of both sides; None where no merge has left its marks.

    A name of either side is kept, ours where both have given one. What either took
    in, and said, tells nothing of what is there now. Raises ValueError where a side is
    no record.
    """
    if f"\n{_MARK}" not in text:
        return None
    ours, theirs = (parse(side) for side in _sides(text))
    return Record(
        generator=ours.generator,
        inputs={},
        layout=ours.layout,
        names={**theirs.names, **ours.names},
        files={**theirs.files, **ours.files},
    )


def _sides(text: str) -> tuple[str, str]:
    """The text as each side has it, as git marks them ("merge", "diff3" or "zdiff3")."""
    ours: list[str] = []
    theirs: list[str] = []
    taken: tuple[list[str], ...] = (ours, theirs)
    for line in text.splitlines():
        match line[:7]:
            case "<<<<<<<":
                taken = (ours,)
            case "|||||||":
                taken = ()
            case "=======":
                taken = (theirs,)
            case ">>>>>>>":
                taken = (ours, theirs)
            case _:
                for side in taken:
                    side.append(line)
    return "\n".join(ours), "\n".join(theirs)
