"""Text of a description made fit to be read in a docstring: cleaned and wrapped."""

from __future__ import annotations

import functools
import re
import textwrap
import unicodedata
from itertools import pairwise

from ..source.values import Growing, field
from .code import width

__all__ = [
    "clean",
    "first_sentence",
    "is_paragraph",
    "lay_out",
    "lead",
    "one_line",
    "plain",
]

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CODE = re.compile(r"(```.*?(?:```|\Z)|`[^`\n]+`)", re.DOTALL)
_LINE_TAGS = re.compile(r"</?(?:br|hr)\s*/?>", re.IGNORECASE)
_PARAGRAPH = r"(?:\s{0,80}</?p(?:\s[^<>]*)?>)*"
_HEADINGS = re.compile(
    r"<(h[1-6]|fullname)(?:\s[^<>]*)?>[^\S\n]*([^\n<>]+?)[^\S\n]*</\1>", re.IGNORECASE
)
_BLOCK_TAGS = re.compile(
    r"</?(?:p|div|ul|ol|dl|dd|dt|table|thead|tbody|tr|h[1-6]|blockquote|section|pre"
    r"|details|fullname)(?:\s[^<>]*)?/?>(?: *\n)?(?: {1,3}(?=\S))?",
    re.IGNORECASE,
)
_NOTE_ENDS = re.compile(r"</(note|important|caution|warning|para)>")
_ITEM_TAGS = re.compile(rf"\s{{0,80}}<li(?:\s[^<>]*)?>{_PARAGRAPH}\s*", re.IGNORECASE)
_ITEM_ENDS = re.compile(rf"{_PARAGRAPH}\s{{0,80}}</li>\s*", re.IGNORECASE)
_INLINE_TAGS = re.compile(
    r"</?(?:a|b|i|u|em|strong|code|span|sub|sup|small|li|td|th|font|img|kbd|summary)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITIES = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[0-9a-fA-F]{1,5});")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_ITEM = re.compile(r"( *)(?:[-*+]|\d{1,9}[.)]) +")
_NARROWEST = 30
_UNDERLINE = re.compile(r" {0,3}(?:={2,}|-{2,})\s*")
_PICTURES = re.compile(r"!\[[^\[\]]*\]\([^()]*\) *")
_LINKED_PICTURES = re.compile(rf"\[\s*{_PICTURES.pattern}\s*\]\((https?://[^()\s]+)\)")
_LOCAL_LINKS = re.compile(
    r"(?<![\w!\]])\[([^\[\]]*)\]"
    r"\((?![a-zA-Z][\w+.-]*:|//)(?:|[^()\s]*[#/?.][^()\s]*)(?:\s+\"[^\"]*\")?\)"
)
"""Links to somewhere in the documentation the text was taken from."""
_SENTENCE = re.compile(
    r"(?:[^.!?]|[.!?](?!\s+[A-Z*_`\[])|(?<=\b[A-Za-z])[.]|(?<=e\.g|i\.e)[.]"
    r"|(?<=\bvs)[.]|(?<=\betc)[.]|(?<=\bNo)[.]|(?<=\bSt)[.])+[.!?](?!\S)"
)
_SAYS_SOMETHING = 2
"""Words of the shortest sentence that does."""
_SPANS = (
    ("#", re.compile(r"^#{1,6}\s+"), ""),
    ("![", re.compile(r"!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])?"), ""),
    (
        "[",
        re.compile(r"\[([^\[\]]+)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])"),
        r"\1",
    ),
    ("[](", re.compile(r"\[\]\([^()]*\)"), ""),
    ("<http", re.compile(r"<(https?://[^<>\s]+)>"), r"\1"),
    ("**", re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*"), r"\1"),
    ("__", re.compile(r"__(?=\S)(.+?)(?<=\S)__"), r"\1"),
    ("*", re.compile(r"\*(?=\S)([^*]+?)(?<=\S)\*"), r"\1"),
    ("_", re.compile(r"(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)"), r"\1"),
    ("`", re.compile(r"`+([^`]+)`+"), r"\1"),
    ("\\", re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
"""Inline markup and what is left of it, in the order it is taken away.

Each with what stands in every text that has some: looking for that costs little.
"""
_MANY = 8192
"""Texts that are kept cleaned: a method says them as often as it is written."""
_KEPT = re.compile(r" {4}|\s*(?:\||>|#{1,6} |[-=]{3,}\s*$|<)")


@functools.lru_cache(_MANY)
def clean(text: str) -> str:
    """``text`` without control, invisible and direction characters; lines end in LF.

    Spaces of every kind become plain ones, lone surrogates and unassigned
    characters U+FFFD, and HTML tags known for markup are dropped (a paragraph
    for a block, a line for a break); other angle brackets stay. Pictures go, and
    of one that is a link its address stays; of a link without a host, its text.
    What indents all lines goes as well.
    """
    lines = _BREAKS.sub("\n", text).replace("\t", "    ").strip("\n")
    if lines.startswith(" "):
        lines = textwrap.dedent(lines)
    if not (lines.isascii() and lines.replace("\n", "").isprintable()):
        lines = "".join([_shown(letter) for letter in lines])
    if "<" in lines:
        # Without an end "<note>" is a place to write one.
        for name in sorted(set(_NOTE_ENDS.findall(lines))):
            lines = re.sub(rf"</?{name}> ?", "\n\n", lines)
    if "<" in lines or "&" in lines or "](" in lines:
        parts = _CODE.split(lines)
        parts[::2] = [_without_tags(part) for part in parts[::2]]
        lines = "".join(parts)
        if not lines.replace("\n", "").isprintable():
            lines = "".join([_shown(letter) for letter in lines])
    return "\n".join([line.rstrip() for line in lines.split("\n")]).strip("\n")


def one_line(text: str) -> str:
    """``text`` cleaned, on one line."""
    return " ".join(clean(text).split())


def lead(text: str) -> str:
    """The first paragraph of ``text`` on one line, in whole sentences.

    Headings, lists, tables, quotations, code and pictures are passed over, and
    so is a last sentence that only leads to a list.
    """
    blocks = [*_blocks(clean(text)), _Block(False, [""])]
    for block, following in pairwise(blocks):
        is_heading = _UNDERLINE.fullmatch(following.lines[0]) is not None
        is_item = _ITEM.match(block.lines[0]) is not None
        if not block.flows or is_heading or is_item:
            continue
        words = " ".join(" ".join(block.lines).split())
        if words[:1].isalnum() or plain(words):
            return _whole_sentences(words)
    return ""


def first_sentence(text: str) -> str:
    """The first sentence of a paragraph on one line; all of it where none ends.

    A call for attention ("Important!") is none by itself.
    """
    found = _SENTENCE.match(text)
    if found is None:
        return text
    rest = text[found.end() :].strip()
    if rest and len(found[0].split()) < _SAYS_SOMETHING:
        following = _SENTENCE.match(rest)
        return f"{found[0]} {rest if following is None else following[0]}"
    return found[0]


def is_paragraph(text: str) -> bool:
    """Whether ``text`` is one paragraph, and no list, heading or the like."""
    blocks = _blocks(clean(text))
    return len(blocks) == 1 and blocks[0].flows and not _ITEM.match(blocks[0].lines[0])


def plain(text: str) -> str:
    """CommonMark on one line as words: no pictures, links as their text, no signs."""
    for sign, pattern, instead in _SPANS:
        if sign in text:
            text = pattern.sub(instead, text)
    return " ".join(text.split())


def _whole_sentences(words: str) -> str:
    if not words.endswith(":"):
        return words
    before, stop, _ = words.rpartition(". ")
    return f"{before}{stop}".strip() if stop else f"{words[:-1]}."


def lay_out(text: str, room: int, first: int) -> list[str]:
    """The lines of cleaned ``text`` in ``room`` columns, the first one in ``first``.

    Paragraphs and list items that are too wide are filled anew; headings,
    tables, quotations and code stay as they are. Words are never broken.
    """
    lines: list[str] = []
    for block in _blocks(text):
        space = room if lines else first
        if not block.flows or _fits(block.lines, room, space):
            lines.extend(block.lines)
        else:
            lines.extend(_filled(block.lines, room, room - space))
    return lines


class _Block(Growing):
    """Lines that belong together; ``flows``: they may be filled anew."""

    flows: bool
    lines: list[str] = field(default_factory=list[str])


def _blocks(text: str) -> list[_Block]:
    """Paragraphs, list items, and single lines or fences that stay as they are."""
    blocks: list[_Block] = []
    fenced = False
    for line in text.split("\n"):
        fence = _FENCE.match(line) is not None
        if fenced:
            blocks[-1].lines.append(line)
            fenced = not fence
        elif fence:
            blocks.append(_Block(False, [line]))
            fenced = True
        elif _ITEM.match(line):
            blocks.append(_Block(True, [line]))
        elif not line or _KEPT.match(line):
            blocks.append(_Block(False, [line]))
        elif blocks and blocks[-1].flows:
            blocks[-1].lines.append(line)
        else:
            blocks.append(_Block(True, [line]))
    return blocks


def _fits(lines: list[str], room: int, first: int) -> bool:
    return width(lines[0]) <= first and all(width(line) <= room for line in lines[1:])


def _filled(lines: list[str], room: int, used: int) -> list[str]:
    item = _ITEM.match(lines[0])
    lead = item[0] if item else ""
    words = " ".join([lines[0][len(lead) :], *(line.strip() for line in lines[1:])])
    filled = textwrap.wrap(
        words,
        width=max(room, _NARROWEST),
        initial_indent=" " * used + lead,
        subsequent_indent=" " * len(lead),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [filled[0][used:], *filled[1:]] if filled else [""]


def _without_tags(text: str) -> str:
    text = _LINKED_PICTURES.sub(r"<\1>", text)
    text = _PICTURES.sub("", text)
    text = _LOCAL_LINKS.sub(r"\1", text)
    text = _LINE_TAGS.sub("\n", text)
    text = _HEADINGS.sub(r"\n\n# \2\n\n", text)
    text = _ITEM_TAGS.sub("\n- ", text)
    text = _ITEM_ENDS.sub("\n", text)
    text = _BLOCK_TAGS.sub("\n\n", text)
    text = _INLINE_TAGS.sub("", text)
    text = _ENTITIES.sub(_unescaped, text)
    return re.sub(r"\n\s*\n\s*\n+", "\n\n", text)


def _shown(letter: str) -> str:
    if letter == "\n" or letter.isprintable():
        return letter
    match unicodedata.category(letter):
        case "Zs":
            return " "
        case "Cs" | "Cn" | "Co":
            return "\ufffd"
        case _:
            return ""


def _unescaped(entity: re.Match[str]) -> str:
    # Imported here: few descriptions have any, and the table of them is long.
    import html  # noqa: PLC0415

    return html.unescape(entity[0])
