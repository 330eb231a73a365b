"""Codes of writing the output, and of templates."""

from __future__ import annotations

from .code import Code, Severity

__all__ = ["OUTPUT", "TEMPLATES"]

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING

OUTPUT = (
    Code(
        "OUT001",
        _ERROR,
        "the output failed its proof",
        "A generated file does not parse, or text of the description stands in it"
        " outside constants, docstrings and comments. Nothing was written.",
        "If the template named is your own, mend it; otherwise report the description"
        " that leads to this.",
    ),
    Code(
        "OUT002",
        _ERROR,
        "a generated file was changed by hand",
        "The file differs from what the last run wrote, or was never written by one,"
        " and would be overwritten. Nothing was written.",
        "Undo the change or move the file away, or pass --force to overwrite it.",
    ),
    Code(
        "OUT003",
        _ERROR,
        "the output cannot be written",
        "The folder or a file in it cannot be made, replaced or deleted. What was"
        " there before is still there.",
        "Check the path, its permissions and the free space.",
    ),
    Code(
        "OUT004",
        _ERROR,
        "a file would be outside the project",
        "A folder on the way to the file is a symbolic link that leads out of the"
        " project's folder. Nothing was written.",
        "Remove the link.",
    ),
    Code(
        "OUT005",
        _WARNING,
        "the record of the last run cannot be read",
        "The file .oasmith.json is damaged or of another version; it is not known"
        " which files the last run wrote and which names it gave.",
        "Restore .oasmith.json from version control. Without it, --force writes all"
        " anew, and what two things would be called alike may change its name.",
    ),
    Code(
        "OUT006",
        _ERROR,
        "a generated file cannot be formatted",
        "The formatter refuses the text of a file, which means that it is no valid"
        " Python. Nothing was written.",
        "If the template named is your own, mend it; otherwise report the description"
        " that leads to this.",
    ),
    Code(
        "OUT010",
        _ERROR,
        "a process of the run was ended",
        "One of the processes that generate clients side by side was ended from"
        " outside, as a system does that is short of memory. The clients that were"
        " not done then are not written.",
        "Run it again, with fewer --jobs if memory was short.",
    ),
)

TEMPLATES = (
    Code(
        "TPL001",
        _ERROR,
        "a template cannot be used",
        "The template is missing, is not well-formed, holds what templates must not"
        " hold, or prints a value that is no finished code. Nothing was written.",
        "Mend the template at the line named; templates loop, branch on what is there"
        " or not, include other templates, and print values.",
    ),
    Code(
        "OUT008",
        _ERROR,
        "the folder holds another client",
        "The title of the description leads to a project folder that was made of"
        " another description, or for another package. Nothing was written.",
        "Choose another --output, name the API in a configuration, or overwrite the"
        " other client with --force.",
    ),
    Code(
        "OUT009",
        _WARNING,
        "the record has both sides of a merge",
        "git has left its marks in .oasmith.json, as it does where two branches have"
        " generated. The names of both sides are kept.",
        "Generate, and commit the record with what is written.",
    ),
    Code(
        "OUT007",
        _ERROR,
        "the package failed its trial",
        "Asked to prove the package, the generator could not import it, or mypy found"
        " faults in it. Nothing was written.",
        "Install what the message names; else report the description as a fault of"
        " the generator.",
    ),
)
