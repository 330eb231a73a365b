"""The codes of reading files and following references."""

from __future__ import annotations

from .code import Code, Severity

__all__ = ["REFERENCE", "SOURCE"]

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING
_NOTE = Severity.NOTE

SOURCE = (
    Code(
        "SRC001",
        _ERROR,
        "no such file",
        "The file named on the command line, in the configuration or by a $ref does"
        " not exist.",
        "Correct the path. Paths in a configuration are relative to its folder, those"
        " in a $ref to the file that holds it.",
    ),
    Code(
        "SRC002",
        _ERROR,
        "not a file",
        "The path names a directory or a device.",
        "Name the description file itself.",
    ),
    Code(
        "SRC003",
        _ERROR,
        "file cannot be read",
        "The system refuses to open the file.",
        "Give yourself permission to read it.",
    ),
    Code(
        "SRC004",
        _ERROR,
        "empty document",
        "The file holds nothing but white space or comments.",
        "Check that the path is right and that the file was written completely.",
    ),
    Code(
        "SRC005",
        _ERROR,
        "unknown encoding",
        "Text must be UTF-8, UTF-16 or UTF-32.",
        "Save the file as UTF-8.",
    ),
    Code(
        "SRC006",
        _ERROR,
        "neither YAML nor JSON",
        "The text breaks the rules of its language at the position given.",
        "Mend the text at that position, or just before it.",
    ),
    Code(
        "SRC007",
        _ERROR,
        "document is not a mapping",
        "An OpenAPI description is a mapping with the key openapi or swagger; this"
        " document is a list or a single value.",
        "Check that the path names the description.",
    ),
    Code(
        "SRC008",
        _ERROR,
        "file too large",
        "Files above 256 MiB are not read.",
        "Split the description over several files with $ref.",
    ),
    Code(
        "SRC009",
        _ERROR,
        "nested too deeply",
        "Values stand inside each other more than 200 levels deep.",
        "Move inner schemas to components and $ref them.",
    ),
    Code(
        "SRC010",
        _ERROR,
        "alias without bound or anchor",
        "A YAML alias names no anchor, stands inside its own anchor, or aliases"
        " together stand for more than two million values.",
        "Write what is repeated as components and $ref them.",
    ),
    Code(
        "SRC011",
        _ERROR,
        "several documents in one file",
        "A YAML file may hold several documents parted by ---; a description is one.",
        "Keep one document per file.",
    ),
    Code(
        "SRC012",
        _ERROR,
        "URL instead of a path",
        "Nothing is fetched from the network, so that the same input gives the same"
        " output.",
        "Download the description first and name the file.",
    ),
    Code(
        "SRC013",
        _ERROR,
        "duplicate key",
        "One mapping has the same key twice. Only the last one counts; the other's"
        " content is lost to every reader of the file.",
        "Remove one of the two, or give it its own name.",
    ),
    Code(
        "SRC014",
        _WARNING,
        "unknown YAML tag",
        "A tag such as !include is not part of JSON's data model and has no meaning"
        " in a description.",
        "Remove the tag; use $ref to include other files.",
    ),
    Code(
        "SRC015",
        _ERROR,
        "key is not plain text",
        "A mapping's key is a list or a mapping, or << merges something that is no"
        " mapping. The entry is left out.",
        "Quote the key.",
    ),
    Code(
        "SRC016",
        _WARNING,
        "half a character",
        "A \\u escape stands for one half of a surrogate pair, which no encoding can"
        " write. It is read as U+FFFD.",
        "Write both halves, or the character itself.",
    ),
    Code(
        "SRC017",
        _ERROR,
        "composed too deeply",
        "Schemas are composed of schemas that are composed of others, by references or"
        " inside each other, hundreds of levels deep. Nothing was written.",
        "Take out levels of allOf, oneOf and anyOf that only lead on to the next.",
    ),
)

REFERENCE = (
    Code(
        "REF001",
        _ERROR,
        "dangling reference",
        "Nothing stands where the $ref points. What refers to it is typed Any or left"
        " out.",
        "Correct the $ref, or add what it names.",
    ),
    Code(
        "REF002",
        _ERROR,
        "reference leads back to itself",
        "A chain of $refs ends where it began and never reaches a definition.",
        "Let one of them be a definition.",
    ),
    Code(
        "REF003",
        _ERROR,
        "reference to another kind of thing",
        "The $ref points at something that exists but cannot stand here, such as a"
        " response where a schema is wanted.",
        "Point the $ref at a definition of the right kind.",
    ),
    Code(
        "REF004",
        _ERROR,
        "referenced file cannot be read",
        "The file of the $ref is missing, no regular file, or no YAML or JSON.",
        "Correct the path; it is relative to the file that holds the $ref.",
    ),
    Code(
        "REF005",
        _ERROR,
        "reference to a URL",
        "Nothing is fetched from the network, so that the same input gives the same"
        " output.",
        "Download the file beside the description and refer to it by a relative path.",
    ),
    Code(
        "REF006",
        _ERROR,
        "malformed reference",
        "A $ref must be text: a path, a '#' and a JSON Pointer, each optional.",
        "Write it as '#/components/schemas/Name' or 'file.yaml#/Name'.",
    ),
    Code(
        "REF008",
        _WARNING,
        "reference means the root document",
        "A $ref in another file than the root has no file name, so that it points"
        " into its own file, but only the root has what it names. It is read as one"
        " into the root.",
        "Write the root document's name before the '#'.",
    ),
    Code(
        "REF009",
        _NOTE,
        "ignored beside a reference",
        "Before OpenAPI 3.1 nothing beside a $ref counts. Words and nullable are"
        " taken as they are meant; what would change the type is left out.",
        "Put the $ref into an allOf, and the rest beside that.",
    ),
)
