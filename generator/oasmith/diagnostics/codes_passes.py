"""The codes of lowering schemas, operations and security."""

from __future__ import annotations

from .code import Code, Severity

__all__ = ["PASSES"]

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING
_NOTE = Severity.NOTE

PASSES = (
    Code(
        "REF007",
        _WARNING,
        "discriminator maps to nothing",
        "A discriminator's mapping names a schema that does not exist or is no object."
        " The value is treated like one the mapping does not list.",
        "Name a component schema, or give a reference to one.",
    ),
    Code(
        "SCH001",
        _WARNING,
        "unknown type",
        "The schema's type is none of JSON Schema's. The value is typed Any.",
        "Use string, number, integer, boolean, array, object or null.",
    ),
    Code(
        "SCH003",
        _WARNING,
        "properties beside alternatives that are no objects",
        "A schema with properties also has oneOf or anyOf over values that are no"
        " objects. The properties are kept and those alternatives dropped.",
        "Move the properties into the alternatives.",
    ),
    Code(
        "SCH004",
        _WARNING,
        "no value fits",
        "The schema is false: nothing satisfies it. The model has no such property; a"
        " value that stands elsewhere is typed Any.",
        "Leave the property out.",
    ),
    Code(
        "SCH005",
        _WARNING,
        "allOf of types that exclude each other",
        "The parts of an allOf contradict each other, so no value can satisfy all of"
        " them. The value is typed Any; where only a type beside the allOf disagrees,"
        " as the parts say.",
        "Use anyOf, or make all parts of one type.",
    ),
    Code(
        "SCH006",
        _WARNING,
        "property of types that exclude each other",
        "Two parts of an allOf define one property, as a text and as a number, say, so"
        " that no value can satisfy both. The more specific definition is used, of"
        " equals the last one.",
        "Define the property once, or give both parts one shared schema.",
    ),
    Code(
        "SCH007",
        _WARNING,
        "schema made of itself",
        "An alternative of the schema, or a part of its allOf, is the schema itself,"
        " so that no value can be told to fit it. It is typed as what the others say,"
        " Any where there are none.",
        "Take the $ref that leads back out, or let it stand for items or a property.",
    ),
    Code(
        "SCH020",
        _NOTE,
        "type by another name",
        "The schema's type is none of JSON Schema's, but another language's name for"
        " one. It is read as that type.",
        "Use string, number, integer, boolean, array, object or null.",
    ),
    Code(
        "SCH021",
        _WARNING,
        "listed value of another type",
        "An enum or const holds a value that its type forbids. Where all values can be"
        " read as the type says, they are; an enum of an array is taken for that of"
        " its items; else the values count and the type does not.",
        "Write the values as the type has them, or correct the type.",
    ),
    Code(
        "SCH022",
        _NOTE,
        "document in a text",
        "A string's contentSchema says what is written inside of it. The value is the"
        " text as it came; models are made of the schema only where something else"
        " refers to it.",
        "Read the text in the program that uses the client.",
    ),
    Code(
        "SCH023",
        _NOTE,
        "pattern that Python cannot read",
        "A pattern is a regular expression of JavaScript (ECMA-262), and some of its"
        " constructs mean nothing in Python, or something else. The documentation"
        " shows the pattern, and check leaves it out.",
        "Write the pattern with what both languages know.",
    ),
    Code(
        "OPS001",
        _WARNING,
        "path without a slash",
        'The name of a path "MUST begin with a forward slash" (Paths Object). The'
        " client sends the slash; a path that is there with its slash too is left out.",
        "Begin the path with a slash.",
    ),
    Code(
        "OPS002",
        _ERROR,
        "method in the wrong place",
        "additionalOperations holds a method that has a field of its own in the path"
        " item, which the specification forbids. The operation is left out.",
        "Move the operation to the field of its method.",
    ),
    Code(
        "PAR003",
        _ERROR,
        "parameter without a location",
        "A parameter is in path, query, querystring, header or cookie. This one is left"
        " out.",
        "Correct the parameter's in.",
    ),
    Code(
        "PAR004",
        _NOTE,
        "header set by the client",
        "The specification has header parameters named Accept, Content-Type and"
        " Authorization ignored; the client sets these headers itself.",
        "Declare a security scheme, or set the header in the options of a call.",
    ),
    Code(
        "PAR005",
        _WARNING,
        "style for another location",
        "The parameter's style does not exist where the parameter travels. The"
        " location's default style is used.",
        "Use a style of the parameter's location.",
    ),
    Code(
        "PAR006",
        _NOTE,
        "parameter that is a credential",
        "The parameter is what a security scheme of the operation sends. The client has"
        " one argument for it, and the method none.",
        "Leave the parameter out of the description.",
    ),
    Code(
        "PAR007",
        _ERROR,
        "header that cannot be sent",
        "The name of the header holds what no name of a header may: it is letters,"
        " digits and !#$%&'*+-.^_`|~ (RFC 9110, section 5.6.2). The parameter is left"
        " out.",
        "Correct the name.",
    ),
    Code(
        "BOD001",
        _ERROR,
        "body without a media type",
        "A request body that lists no media type cannot be sent. The operation is"
        " generated without it.",
        "Add an entry to the body's content.",
    ),
    Code(
        "BOD002",
        _WARNING,
        "headers of a part",
        "A multipart body describes headers of one part. No argument sets them; a part"
        " that is sent as a File has the headers it is given.",
        "Send a File with headers where the server needs them.",
    ),
    Code(
        "BOD003",
        _WARNING,
        "body of no media type",
        "A request body stands under a key that is no media type. It is sent as JSON,"
        " or as what a file or text is.",
        "Write application/json, or what the server takes.",
    ),
    Code(
        "BOD004",
        _WARNING,
        "parts by position",
        "A multipart body describes its parts by their position. Parts are sent by"
        " name.",
        "Describe a multipart/form-data body with named parts.",
    ),
    Code(
        "BOD005",
        _NOTE,
        "content handed over whole",
        "The content has a schema, and a media type that the client neither reads nor"
        " writes, such as XML. It is taken and given as a text, or as bytes.",
        "Offer the content as JSON too.",
    ),
    Code(
        "RSP001",
        _ERROR,
        "not a status code",
        "A response stands under a key that is no status code. It is left out.",
        "Use 100 to 599, a range such as 4XX, or default.",
    ),
    Code(
        "RSP002",
        _WARNING,
        "stream of an error read whole",
        "The body of an error is a stream of events or lines. It is read to its end and"
        " stands in the error as one text. Streams of successes are read as they come.",
        "Describe the body of the error as JSON.",
    ),
    Code(
        "RSP003",
        _WARNING,
        "response of no media type",
        "A response stands under a key that is no media type. What it is read as is"
        " decided by the content type that the server names.",
        "Write application/json, or what the server sends.",
    ),
    Code(
        "RSP004",
        _NOTE,
        "content in an answer to HEAD",
        "HTTP has no content in answers to HEAD (RFC 9110, section 9.3.2), whatever a"
        " description says. The method returns nothing; its raw form has the headers.",
        "Describe the headers of the response only.",
    ),
    Code(
        "LNK001",
        _WARNING,
        "link to nowhere",
        "A link names an operation that the description does not have. The method's"
        " documentation does not speak of it.",
        "Correct the operationId, or refer to an operation under paths.",
    ),
    Code(
        "SRV001",
        _NOTE,
        "server variables are fixed",
        "The address of an operation or path has variables that those of the whole API"
        " do not have. The client fills in their defaults and has no arguments for"
        " them.",
        "Callers who need another value give base_url.",
    ),
    Code(
        "SRV002",
        _NOTE,
        "relative server",
        "No server of the description is a whole address, and a client does not know"
        " where the description lies. Callers must give base_url.",
        "Write the whole address, or configure base-url.",
    ),
    Code(
        "SEC001",
        _WARNING,
        "security no argument serves",
        "The client has no argument for a security scheme whose header answers a"
        " challenge, or that does not say how its credentials travel.",
        "Sign requests in an http_client of your own.",
    ),
    Code(
        "SEC002",
        _WARNING,
        "requirement of an undeclared scheme",
        "A security requirement names a scheme that is not declared. The scheme is"
        " left out of the requirement.",
        "Declare the scheme, or correct the name.",
    ),
    Code(
        "SEC003",
        _WARNING,
        "two credentials in one header",
        "A security requirement asks for two schemes at once that are sent in the same"
        " header. A request has it once, so the later one is sent.",
        "List the schemes as alternatives.",
    ),
)
