"""The codes of the description's structure and of the configuration."""

from __future__ import annotations

from .code import Code, Severity

__all__ = ["CONFIGURATION", "DOCUMENT", "WAITERS"]

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING
_NOTE = Severity.NOTE

DOCUMENT = (
    Code(
        "DOC001",
        _ERROR,
        "not an OpenAPI description",
        "The document has neither the key openapi nor the key swagger.",
        "Check that the path names an OpenAPI description.",
    ),
    Code(
        "DOC002",
        _ERROR,
        "unsupported version",
        "OpenAPI 2.0, 3.0, 3.1 and 3.2 are understood.",
        "Convert the description to one of these versions.",
    ),
    Code(
        "DOC003",
        _WARNING,
        "against the specification",
        "The document breaks a rule of the specification's own schema for its"
        " version. Generation goes on with what can be understood.",
        "Correct the description at the place given.",
    ),
    Code(
        "DOC004",
        _ERROR,
        "duplicate operationId",
        "Two operations have the same operationId, which must be unique in an API."
        " Both are generated, under different names.",
        "Give each operation an operationId of its own.",
    ),
    Code(
        "DOC005",
        _ERROR,
        "path parameter without a place",
        "A parameter in the path has no {name} in the path template. It is left out.",
        "Add {name} to the path, or move the parameter.",
    ),
    Code(
        "DOC006",
        _ERROR,
        "undeclared path parameter",
        "The path template has a {name} for which no parameter is declared. It is"
        " taken as required text.",
        "Declare a parameter with this name and in: path.",
    ),
    Code(
        "DOC007",
        _ERROR,
        "duplicate parameter",
        "Two parameters of one list have the same name and location; the first"
        " counts.",
        "Remove one of them.",
    ),
    Code(
        "DOC008",
        _WARNING,
        "paths that differ in parameter names only",
        "Two path templates match the same URLs, which the specification forbids.",
        "Merge the two path items.",
    ),
    Code(
        "DOC010",
        _NOTE,
        "required property is not declared",
        "A schema requires a property it does not describe. Its type is unknown.",
        "Describe the property, or correct the name under required.",
    ),
    Code(
        "DOC011",
        _WARNING,
        "found by openapi-spec-validator",
        "openapi-spec-validator holds the description to be invalid.",
        "Correct the description at the place given.",
    ),
    Code(
        "DOC012",
        _NOTE,
        "validation gave up",
        "The validator itself failed on this description, which says nothing about"
        " the description.",
        "Correct the other findings first; they may be the cause.",
    ),
    Code(
        "DOC013",
        _NOTE,
        "has no equal in newer versions",
        "The description uses something of an older version of OpenAPI that newer"
        " ones cannot say; the nearest thing is taken.",
        "Check that the generated method does what the server expects.",
    ),
    Code(
        "DOC014",
        _WARNING,
        "described for another type",
        "A schema has properties, and a type that is no object's, or items, and one"
        " that is no array's, or alternatives of another type. The type counts; what"
        " the others describe is left out.",
        "Correct the type, or leave out what does not belong to it.",
    ),
)

CONFIGURATION = (
    Code(
        "CFG001",
        _ERROR,
        "configuration cannot be read",
        "The configuration file is missing, or no TOML.",
        "Mend the file at the position given.",
    ),
    Code(
        "CFG002",
        _ERROR,
        "unknown key",
        "The configuration has a key that means nothing.",
        "Correct its spelling or remove it.",
    ),
    Code(
        "CFG003",
        _ERROR,
        "value of the wrong type",
        "The value of a key is not of the type the key takes.",
        "Write the value as docs/configuration.md shows it.",
    ),
    Code(
        "CFG004",
        _ERROR,
        "unusable value",
        "The value has the right type but cannot be used, such as a package name"
        " that is no Python identifier.",
        "Choose another value.",
    ),
    Code(
        "CFG005",
        _ERROR,
        "missing key",
        "A key is not there without which an API, or what is configured of it, cannot"
        " be generated.",
        "Add the key.",
    ),
    Code(
        "CFG006",
        _WARNING,
        "ignored code that never occurs",
        "The list ignore names a code that does not exist, or of which there is no"
        " diagnostic.",
        "Remove it from the list.",
    ),
    Code(
        "CFG007",
        _ERROR,
        "pages that are not there",
        "The key paging names an operation, a parameter or a property that the"
        " description does not have, or does not say enough of how its pages follow"
        " one another. The operation is generated without pages.",
        "Correct the name, or say what is missing as docs/paging.md shows it.",
    ),
    Code(
        "CFG008",
        _ERROR,
        "name that nothing has",
        "The key arguments names a security scheme that no operation asks for, or"
        " environment an argument that the client does not have.",
        "Correct the name, or remove it.",
    ),
)

WAITERS = (
    Code(
        "WAI001",
        _ERROR,
        "no such operation to wait for",
        "A waiter of the configuration, or one of its start operations, names a method"
        " that the client does not have. It is left out.",
        "Write the resource and the method as the client has them: jobs.get.",
    ),
    Code(
        "WAI002",
        _ERROR,
        "no state to wait for",
        "The field that a waiter names is not in what its operation brings back, or is"
        " no text. The waiter is left out.",
        "Name a field of the answer as it is on the wire, with a dot before what is"
        " inside another.",
    ),
    Code(
        "WAI003",
        _WARNING,
        "state that is not described",
        "A waiter waits for a state that the description does not list. It is waited"
        " for all the same, since enumerations are open.",
        "Correct its spelling, or add it to the description.",
    ),
    Code(
        "WAI004",
        _ERROR,
        "start that does not lead there",
        "The answer of a start operation does not hold what the waiting operation asks"
        " for, such as the id of a job. The start is left out.",
        "Take it out of start, or describe a link from the one to the other.",
    ),
)
