"""What the codes mean, for the command and for the documentation."""

from __future__ import annotations

from ..source.nearest import nearest
from .codes import CODES, FAMILIES

__all__ = ["explain_code", "render_codes_markdown", "unknown_code_hint"]


def explain_code(code: str) -> str:
    """The code's title, meaning and remedy. Raises KeyError for one there is not."""
    found = CODES[code]
    return (
        f"{found.code} ({found.severity.value}): {found.title}\n\n"
        f"{found.explanation}\n\n{found.remedy}\n"
    )


def unknown_code_hint(code: str) -> str:
    """The code probably meant, as a hint; "" where none comes near."""
    guess = nearest(code.upper(), CODES)
    if code.upper() in CODES:
        guess = code.upper()
    return f"did you mean {guess!r}?" if guess else ""


def render_codes_markdown() -> str:
    """The page of all codes by family."""
    lines = [
        "# Diagnostics",
        "",
        "Every diagnostic has a code, a place and a remedy. Errors make the exit code"
        ' 1; a code is ignored with `ignore = ["CODE"]` in the configuration. This'
        " page is made from the code.",
    ]
    for family, title in FAMILIES.items():
        codes = [CODES[code] for code in sorted(CODES) if code.startswith(family)]
        if not codes:
            continue
        lines += ["", f"## {title} ({family})"]
        for code in codes:
            lines += [
                "",
                f"### {code.code}: {code.title}",
                "",
                f"*{code.severity.value}.* {code.explanation}",
                "",
                f"**Remedy.** {code.remedy}",
            ]
    return "\n".join(lines) + "\n"
