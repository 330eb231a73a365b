"""What operations bring back: result types, the table of responses, errors raised."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..ir.api import Codec, Content, Framing, Items, Operation, Response, Status
from ..ir.types import ANY, NONE, Scalar, ScalarKind, Type
from ..passes.words import letters
from .annotations import Annotation, References, Scope, annotate, expression, unite
from .code import Code, build, fixed
from .docs import line
from .encode import constant
from .fit import Group, dict_display, entry
from .prose import lead

__all__ = [
    "ERROR_CLASSES",
    "ERROR_WORDS",
    "SERVER_ERROR",
    "content_type",
    "contents_table",
    "error_class",
    "follows",
    "item_of",
    "items_table",
    "raised",
    "read_as",
    "responses_table",
    "result",
    "result_types",
    "status_text",
    "successes",
    "told_of",
]

ERROR_CLASSES: Mapping[int, str] = {
    400: "BadRequestError",
    401: "UnauthorizedError",
    403: "ForbiddenError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
}
"""The statuses that have an error class of their own."""

SERVER_ERROR = "InternalServerError"
_OTHER = "StatusError"
_DEFAULT = Status(0, 999)
_NOT_MODIFIED = 304
_CONTENT = Scalar(ScalarKind.FILE)


def result(operation: Operation, scope: Scope) -> Annotation:
    """The annotation of what the method returns."""
    return unite([annotate(type_, scope) for type_ in result_types(operation)])


def result_types(operation: Operation) -> tuple[Type, ...]:
    """The types of a success: of the 2xx responses, else as ``_other_success`` says."""
    if operation.method == "HEAD":
        return (NONE,)
    told = successes(operation)
    if _is_followed(operation, told):
        return (_CONTENT,)
    return _types(told) if told else (ANY,)


def successes(operation: Operation) -> tuple[Response, ...]:
    """The responses that are successes: 2xx, or what stands in for them.

    A redirect that is followed brings what it leads to, and one that is not brings
    what is said of it; else ``default`` speaks for all. Where nothing is said of a
    success, it may bring anything.
    """
    responses = operation.responses
    return (
        tuple([one for one in responses if one.status.low // 100 == 2])
        or tuple([one for one in responses if _is_redirect(one.status)])
        or tuple([one for one in responses if one.status == _DEFAULT])
    )


def _is_followed(operation: Operation, told: tuple[Response, ...]) -> bool:
    """Whether the successes are redirects to follow."""
    redirects = any(_is_redirect(one.status) for one in told)
    return redirects and operation.method == "GET"


def follows(operation: Operation) -> bool:
    """Whether the result is what a documented redirect leads to."""
    return _is_followed(operation, successes(operation))


def _is_redirect(status: Status) -> bool:
    return status.low // 100 == 3 and status.low != _NOT_MODIFIED


def _types(responses: Iterable[Response]) -> tuple[Type, ...]:
    types: dict[Type, None] = {}
    for response in responses:
        for content in read_as(response.contents):
            types[content_type(content)] = None
        if not response.contents:
            types[NONE] = None
    return tuple(types)


def content_type(content: Content) -> Type:
    """The type of a body: as described, else what its media type alone says."""
    if content.type is not None:
        return content.type
    match content.codec:
        case Codec.TEXT | Codec.XML | Codec.LINES | Codec.EVENTS:
            return Scalar(ScalarKind.STR)
        case Codec.BYTES:
            return Scalar(ScalarKind.FILE)
        case Codec.JSON | Codec.FORM | Codec.MULTIPART:
            return ANY


def read_as(contents: tuple[Content, ...]) -> tuple[Content, ...]:
    """The contents that decide the type: those in JSON, which is asked for first.

    What can be read as it comes is left to streams where there is anything else.
    """
    whole = tuple(one for one in contents if one.items is None)
    return tuple(one for one in whole if one.codec is Codec.JSON) or whole or contents


def responses_table(
    operation: Operation, references: References, streams: tuple[Response, ...] = ()
) -> Group:
    """The ``responses`` argument: what each status brings, of ``streams`` an item.

    Errors that bring the same share an entry, and so do successes.
    """
    told: dict[tuple[bool, Code | Group], list[str]] = {}
    for one in operation.responses:
        items = one in streams and one.contents
        brings = (items_table if items else _contents)(one, references)
        is_success = one.status.low // 100 == 2
        told.setdefault((is_success, brings), []).append(status_text(one.status))
    rows = [
        entry(constant(", ".join(statuses)), brings)
        for (_, brings), statuses in told.items()
    ]
    if follows(operation):
        content = dict_display([entry(fixed('"*/*"'), fixed('"bytes"'))])
        rows.insert(0, entry(fixed('"2XX"'), content))
    return dict_display(rows)


def status_text(status: Status) -> str:
    """The key of a status as a specification writes it: "404", "4XX", "default"."""
    if status == _DEFAULT:
        return "default"
    if status.low == status.high:
        return str(status.low)
    return f"{status.low // 100}XX"


def error_class(status: Status) -> str:
    """The class of the error a status raises; the general one for a range of 4XX."""
    if status.low >= 500 and status != _DEFAULT:
        return SERVER_ERROR
    if status.low == status.high:
        return ERROR_CLASSES.get(status.low, _OTHER)
    return _OTHER


def raised(operation: Operation) -> Iterable[tuple[str, str]]:
    """The errors an operation documents: class names and words, by status."""
    found: dict[str, list[str]] = {}
    has_success = any(one.status.low // 100 == 2 for one in operation.responses)
    for response in operation.responses:
        by_default = response.status == _DEFAULT and has_success
        if response.status.low < 400 and not by_default:
            continue
        name = error_class(response.status)
        words = told_of(response)
        if name == _OTHER and not by_default:
            words = _with_status(response.status, words)
        texts = found.setdefault(name, [])
        if words and words not in texts:
            texts.append(words)
    return [
        (name, " ".join(texts) or ERROR_WORDS[name]) for name, texts in found.items()
    ]


def told_of(response: Response) -> str:
    """What is said of a response in a line, "" for no more than the status says."""
    words = line(response.doc.summary or lead(response.doc.text))
    status = response.status
    phrases = _PHRASES.get(status.low, ()) if status.low == status.high else ()
    if letters(words) in {*_EMPTY_WORDS, *map(letters, phrases)}:
        return ""
    return words[:1].upper() + words[1:]


def _with_status(status: Status, words: str) -> str:
    phrase = _PHRASES.get(status.low, ("",))[0] if status.low == status.high else ""
    said = words or (phrase and f"{phrase}.")
    return f"{status_text(status)}: {said}" if said else ""


_EMPTY_WORDS = frozenset(
    {
        "default",
        "defaulterror",
        "defaulterrorresponse",
        "defaultresponse",
        "error",
        "errorresponse",
        "failed",
        "failure",
        "ok",
        "success",
        "successful",
        "successfuloperation",
        "successfulresponse",
    }
)
"""Descriptions that say nothing of an error."""

_PHRASES: Mapping[int, tuple[str, ...]] = {
    400: ("Bad Request",),
    401: ("Unauthorized", "Unauthorised"),
    402: ("Payment Required",),
    403: ("Forbidden",),
    404: ("Not Found",),
    405: ("Method Not Allowed",),
    406: ("Not Acceptable",),
    408: ("Request Timeout",),
    409: ("Conflict",),
    410: ("Gone",),
    412: ("Precondition Failed",),
    413: ("Content Too Large", "Payload Too Large", "Request Entity Too Large"),
    415: ("Unsupported Media Type",),
    422: ("Unprocessable Content", "Unprocessable Entity"),
    423: ("Locked",),
    429: ("Too Many Requests",),
    500: ("Internal Server Error", "Server Error"),
    501: ("Not Implemented",),
    502: ("Bad Gateway",),
    503: ("Service Unavailable",),
    504: ("Gateway Timeout",),
}
"""What HTTP calls a status (RFC 9110, 15.5 and 15.6), and has called it before."""

ERROR_WORDS: Mapping[str, str] = {
    "BadRequestError": "The server could not make sense of the request.",
    "UnauthorizedError": "The credentials are missing or not valid.",
    "ForbiddenError": "The credentials do not allow this.",
    "NotFoundError": "There is no such thing.",
    "ConflictError": "The request does not go with the present state.",
    "UnprocessableEntityError": "The request is well formed and not valid.",
    "RateLimitError": "Too many requests.",
    SERVER_ERROR: "The server failed.",
    _OTHER: "Another status that is no success.",
}
"""What an error means where the description does not say."""


def _contents(response: Response, references: References) -> Code | Group:
    contents = response.contents
    match tuple(one for one in contents if one.items is None) or contents:
        case ():
            return fixed("None")
        case (Content(codec=Codec.JSON, media="application/json") as only,):
            return _expression(only, references)
        case whole:
            return contents_table(whole, references)


def items_table(response: Response, references: References) -> Group:
    """The type of the items of each media type that is a stream."""
    return dict_display(
        entry(
            constant(one.media),
            constant(item_of(one.items, Scope(references)).code.text),
        )
        for one in response.contents
        if one.items is not None
    )


def item_of(items: Items, scope: Scope) -> Annotation:
    """The annotation of an item of a stream."""
    inner = annotate(items.type, scope)
    match items.framing:
        case Framing.VALUES:
            return inner
        case Framing.EVENTS:
            wrapped = build("rt.Event[", inner.code, "]")
            return Annotation((wrapped,), inner.uses | {"rt"})


def contents_table(contents: Iterable[Content], references: References) -> Group:
    """The type of each media type, as the runtime evaluates it."""
    return dict_display(
        entry(constant(one.media), _expression(one, references)) for one in contents
    )


def _expression(content: Content, references: References) -> Code:
    return constant(expression(content_type(content), references).text)
