"""Every code there is: what it means and what to do about it.

The families: SRC reading, REF references, DOC the document's structure, CFG the
configuration, SCH schemas, OPS operations, PAR parameters, BOD bodies, RSP
responses, SEC security, SRV servers, WAI waiting, NAM names, OUT output, TPL templates.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .code import Code, Severity
from .codes_document import CONFIGURATION, DOCUMENT, WAITERS
from .codes_output import OUTPUT, TEMPLATES
from .codes_passes import PASSES
from .codes_reading import REFERENCE, SOURCE

__all__ = ["CODES", "FAMILIES", "Code", "Severity"]

FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        "SRC": "Reading files",
        "REF": "References",
        "DOC": "The structure of the description",
        "CFG": "Configuration",
        "SCH": "Schemas",
        "OPS": "Operations",
        "PAR": "Parameters",
        "BOD": "Request bodies",
        "RSP": "Responses",
        "SEC": "Security",
        "LNK": "Links",
        "SRV": "Servers",
        "WAI": "Waiting",
        "NAM": "Names",
        "OUT": "Output",
        "TPL": "Templates",
    }
)

CODES: Mapping[str, Code] = MappingProxyType(
    {
        code.code: code
        for family in (
            SOURCE,
            REFERENCE,
            DOCUMENT,
            CONFIGURATION,
            PASSES,
            WAITERS,
            OUTPUT,
            TEMPLATES,
        )
        for code in family
    }
)
"""All codes by their text."""
