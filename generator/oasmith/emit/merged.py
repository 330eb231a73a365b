"""Texts in which git has left both sides of a merge."""

from __future__ import annotations

__all__ = ["sides"]

_WIDTH = 7
_BEGINS = "\n<<<<<<< "


def sides(text: str) -> tuple[str, str] | None:
    """The text as each side has it; None where no merge has left its marks.

    In each of the styles of git's ``merge.conflictStyle``.
    """
    if _BEGINS not in text:
        return None
    ours: list[str] = []
    theirs: list[str] = []
    taken: tuple[list[str], ...] = (ours, theirs)
    for line in text.splitlines():
        match line[:_WIDTH]:
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
