"""The words for a schema by where it stands, whoever meets it first.

What stands inside an operation is lowered where the operation uses it. What several
may use, a shared parameter say, or what a reference reaches from elsewhere, has to
be called the same whichever operation comes first.
"""

from __future__ import annotations

from ..ir.names import Hint, Right
from ..openapi.node import Node
from ..openapi.structure import METHODS
from .context import SchemaContext, Words
from .enums import told_name
from .identity import file_stem
from .members import member_words
from .vocabulary import TYPE_KEYWORDS
from .words import item_words, response_word

__all__ = ["inline_hint", "shared_words", "standing_hint"]

_SHARED = frozenset({"headers", "parameters", "requestBodies", "responses"})
"""The components other than schemas that hold schemas."""


def shared_words(context: SchemaContext, schema: Node, words: Words) -> Words:
    """``words`` of an operation, or better ones for what is not its own.

    The schema of a shared parameter, header, body or response is called by the
    component's key, that of a parameter of a path by the path.
    """
    pointer = schema.pointer
    if not pointer or pointer[-1] not in ("schema", "itemSchema"):
        return words
    if pointer[0] == "components":
        shared = len(pointer) in (4, 6) and pointer[1] in _SHARED
        return _words(context, schema) if shared else words
    of_path = pointer[0] == "paths" and pointer[2:3] == ("parameters",)
    own = of_path and pointer[-1] == "schema"
    return _words(context, schema) if own else words


def standing_hint(context: SchemaContext, schema: Node) -> Hint:
    """The hint of a schema that is no component but is referred to."""
    return inline_hint(schema, _words(context, schema))


def inline_hint(schema: Node, words: Words) -> Hint:
    """The hint of what stands inline, by its title or by where it stands.

    A value's title that only repeats the last word, as frameworks make it, is no name.
    """
    title = schema.text("title") or told_name(schema)
    if not title:
        return Hint(words, Right.DERIVED)
    values = not schema.has("properties") and not schema.has("allOf")
    echo = values and bool(words) and _letters(title) == _letters(words[-1])
    return Hint((*words[:-1], title), Right.DERIVED if echo else Right.SUGGESTED)


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum()).casefold()


def _words(context: SchemaContext, schema: Node) -> Words:
    """The words of every step from the root to ``schema``."""
    words = _root_words(schema)
    node = context.description.document_root(schema.file)
    before = ""
    for token in schema.pointer:
        parent, node = node, node.child(token)
        words = _step(context, words, before, token, parent, node)
        # The key of a map of things says nothing about what kind the next key is.
        before = "" if before in _MAPS else token
    return words or ("Schema",)


def _root_words(schema: Node) -> Words:
    """What the words begin with: a file of one schema is called by its name.

    One of many schemas, which are no components, by the key of each.
    """
    first = schema.pointer[:1]
    if not first or first[0] in _DOCUMENT:
        return ()
    if first[0] in TYPE_KEYWORDS or first[0] in _MAPS:
        return (file_stem(schema.file),)
    return first


_DOCUMENT = frozenset({"components", "paths", "webhooks"})
_MAPS = frozenset(
    {
        "$defs",
        "callbacks",
        "content",
        "definitions",
        "examples",
        "headers",
        "parameters",
        "pathItems",
        "paths",
        "patternProperties",
        "properties",
        "requestBodies",
        "responses",
        "schemas",
        "webhooks",
    }
)


def _step(
    context: SchemaContext,
    words: Words,
    before: str,
    token: str,
    parent: Node,
    node: Node,
) -> Words:
    match before:
        case "schemas" | "$defs" | "definitions":
            return (token,)
        case "paths" | "webhooks" | "pathItems":
            return (token,)
        case "properties" | "headers" | "callbacks":
            return _titled((*words, token), node)
        case "parameters":
            return (*words, node.text("name") or token) if words else (token,)
        case "requestBodies":
            return _ending(token, "Request", "body")
        case "responses":
            if words:
                return (*words, response_word(token))
            return _ending(token, "Response")
        case "oneOf" | "anyOf":
            word = member_words(context, node, int(token))
            return _titled((*words, word), node)
        case "patternProperties":
            return _titled((*words, "Value"), node)
        case "content" | "allOf" | "prefixItems":
            return words
        case _:
            return _keyword(words, token, parent, node)


def _keyword(words: Words, token: str, parent: Node, node: Node) -> Words:
    match token:
        case "items":
            return _titled(item_words(words), node)
        case "additionalProperties" | "unevaluatedProperties":
            word = "Extra" if parent.has("properties") else "Value"
            return _titled((*words, word), node)
        case "requestBody":
            return (*words, "Request")
        case _ if token in METHODS and len(words) == 1:
            key = node.text("operationId")
            return (key,) if key else (token, words[0])
        case _:
            return words


def _ending(key: str, word: str, other: str = "") -> Words:
    """``key`` and what it is, unless it says so itself: NotFound, ErrorResponse."""
    lower = key.casefold()
    said = lower.endswith(word.lower()) or (other and lower.endswith(other))
    return (key,) if said else (key, word)


def _titled(words: Words, node: Node) -> Words:
    """``words`` with a declared object's title in place of the last."""
    title = node.text("title")
    declared = node.has("properties") or node.has("allOf")
    return (*words[:-1], title) if title and declared else words
