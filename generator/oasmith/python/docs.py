"""Docstrings: what the description says of a thing, useful and short."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import LiteralString

from ..ir.decls import Doc, Limits
from ..passes.words import letters
from ..source.values import Frozen, replace
from .code import Code, harmless
from .fit import LIMIT
from .limits import limit_words
from .prose import clean, first_sentence, is_paragraph, lay_out, lead, one_line
from .values import shown

__all__ = [
    "Section",
    "docstring",
    "field_text",
    "full_text",
    "line",
    "summary",
    "telling",
    "words",
]

_QUOTES = 3
_UNLIMITED = Limits()


class Section(Frozen):
    """A titled list of names with their words, such as ``Args``."""

    title: LiteralString
    entries: tuple[tuple[str, str], ...]


@lru_cache(maxsize=4096)
def docstring(
    text: str, indent: int, sections: tuple[Section, ...] = ()
) -> Code | None:
    """A docstring at ``indent`` columns; None when there is nothing to say."""
    room = LIMIT - indent
    lines = lay_out(_escaped(text).strip(), room, room - _QUOTES)
    if len(lines) == 1 and not any(section.entries for section in sections):
        # Black keeps the quotes of a single line on it, however wide that makes it.
        lines = lay_out(lines[0], room, room - 2 * _QUOTES)
    for section in sections:
        if section.entries:
            lines += ["", f"{section.title}:"] if any(lines) else [f"{section.title}:"]
            for name, words_ in section.entries:
                lines += _entry(name, words_, room)
    while lines and not lines[-1].strip():
        lines.pop()
    return _quoted(_dedented(lines), indent) if lines else None


def summary(doc: Doc) -> str:
    """What a declaration or operation is for, in a sentence; "" where nobody says."""
    return doc.summary or first_sentence(lead(doc.text))


def telling(doc: Doc, *names: str) -> Doc:
    """The words without a title that says no more than one of the ``names``.

    Frameworks give such titles to everything: "Job Id" to ``job_id``,
    "Response Get Job Jobs Get" to the response of an operation.
    """
    title = doc.summary
    echoes = letters(title) in {letters(name) for name in names}
    counts = title.startswith("Response ") and title == title.title()
    if echoes or counts or title.startswith("Body_"):
        return replace(doc, summary="")
    return doc


def full_text(doc: Doc) -> str:
    """All the words of a declaration, operation or resource, examples and links."""
    parts = [line(doc.summary), _closed(doc.text), *_notes(doc)]
    return "\n\n".join([part.strip("\n") for part in parts if part.strip()])


def field_text(doc: Doc, default: object = None, limits: Limits = _UNLIMITED) -> str:
    """The words of a field: what it is, what is allowed, the default, an example.

    What is a paragraph and ends with a full stop goes on with the facts.
    """
    facts = limit_words(limits)
    if default is not None and (value := shown(default)):
        facts.append(f"Default: {value}.")
    facts += _notes(doc)
    told = [line(doc.summary), _closed(doc.text).strip("\n")]
    parts = [part for part in told if part.strip()]
    if parts and facts and parts[-1].endswith(".") and is_paragraph(parts[-1]):
        facts.insert(0, parts.pop())
    return "\n\n".join([*parts, " ".join(facts)]).strip()


def words(doc: Doc, default: object = None, limits: Limits = _UNLIMITED) -> str:
    """``field_text`` for an argument, run on; of the text only the first paragraph."""
    parts = [doc.summary, lead(doc.text)]
    if doc.deprecated:
        parts.append("Deprecated.")
    parts += limit_words(limits)
    if default is not None and (value := shown(default)):
        parts.append(f"Default: {value}.")
    return _sentences(parts)


def line(text: str) -> str:
    """``text`` as one line that ends in a full stop."""
    words_ = one_line(text)
    return words_ if not words_ or words_[-1] in ".!?:…" else words_ + "."


def _closed(text: str) -> str:
    """``text`` with a full stop where it is one sentence that lacks it."""
    told = text.strip()
    bare = "\n" not in told and told[-1:].isalnum() and "://" not in told.split(" ")[-1]
    return f"{told}." if bare else text


def _sentences(parts: Sequence[str]) -> str:
    return " ".join([line(part) for part in parts if part.strip()])


def _notes(doc: Doc) -> list[str]:
    notes: list[str] = []
    if doc.deprecated:
        notes.append("Deprecated.")
    example = next(iter(doc.examples), None)
    if not _is_blank(example) and (value := shown(example)):
        notes.append(f"Example: {value}.")
    if doc.link:
        notes.append(f"See {doc.link}")
    return notes


def _is_blank(example: object) -> bool:
    """Whether an example shows nothing."""
    return example is None or (isinstance(example, str) and not example.strip())


def _escaped(text: str) -> str:
    return clean(text).replace("\\", "\\\\").replace('"""', '\\"\\"\\"')


def _entry(name: str, text: str, room: int) -> list[str]:
    lead = f"    {name}: "
    inner = room - 8
    laid = lay_out(_escaped(text).strip(), inner, room - len(lead)) or [""]
    rest = [f"        {row}" if row else "" for row in laid[1:]]
    return [(lead + laid[0]).rstrip(), *rest]


def _dedented(lines: list[str]) -> list[str]:
    """The lines as black leaves them: what all but the first are indented by goes."""
    margins = [len(row) - len(row.lstrip()) for row in lines[1:] if row.strip()]
    margin = min(margins, default=0)
    return [lines[0].strip(), *(row[margin:].rstrip() for row in lines[1:])]


def _quoted(lines: list[str], indent: int) -> Code:
    before = " " if lines[0].startswith('"') else ""
    if len(lines) == 1:
        after = " " if lines[0].endswith('"') else ""
        line_ = f"{before}{lines[0]}{after}"
        return Code(f'"""{line_}"""', f'"""{harmless(line_)}"""')
    lines = [before + lines[0], *lines[1:]]
    margin = " " * indent
    body = "\n".join([lines[0], *(margin + row if row else "" for row in lines[1:])])
    end = f'\n{margin}"""'
    return Code(f'"""{body}{end}', f'"""{harmless(body)}{end}')
