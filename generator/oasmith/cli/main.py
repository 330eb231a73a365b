"""The commands and their options; what they do stands in the modules beside."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import click

from .. import __version__
from .misuse import Misuse
from .orders import Check, Generate
from .say import Format, Said

__all__ = ["commands"]

_SPEC = click.argument("spec", type=click.Path(path_type=Path, allow_dash=True))
_SPECS = click.argument(
    "specs",
    nargs=-1,
    metavar="[SPEC]...",
    type=click.Path(path_type=Path, allow_dash=True),
)
_CONFIG = click.option(
    "--config",
    "config",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The configuration; else the nearest oasmith.toml or pyproject.toml.",
)
_DIAGNOSTICS = click.option(
    "--diagnostics",
    "form",
    type=click.Choice([one.value for one in Format]),
    default=Format.TEXT.value,
    show_default=True,
    help="How diagnostics are written to standard error.",
)
_REPORT = click.option(
    "--report",
    "report",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the coverage ledger as JSON.",
)

_EPILOG = (
    "Exit codes: 0 done; 1 written (check: stale) with errors; 2 wrong usage;"
    " 3 nothing written; 130 interrupted; 143 terminated."
)


@contextmanager
def _usage() -> Generator[None, None, None]:
    """What makes no sense is said with how the command is used."""
    try:
        yield
    except Misuse as error:
        raise click.UsageError(str(error)) from error


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
    epilog=_EPILOG,
)
@click.version_option(__version__, prog_name="oasmith")
def commands() -> None:
    """Generate Python clients from OpenAPI descriptions."""


@commands.command(epilog=_EPILOG)
@_SPECS
@click.option(
    "--output",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder in which the project folder is made.",
)
@click.option(
    "--package", metavar="NAME", help="The import package, for a single SPEC."
)
@_CONFIG
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="How many APIs are generated side by side.",
)
@click.option(
    "--force", is_flag=True, help="Overwrite files that were changed by hand."
)
@click.option(
    "--strict",
    is_flag=True,
    help="Warnings are errors, and openapi-spec-validator is asked as well.",
)
@click.option(
    "--prove",
    is_flag=True,
    help="Import the package and run mypy --strict on it before anything is written.",
)
@_REPORT
@_DIAGNOSTICS
@click.option(
    "--no-progress", "no_progress_bar", is_flag=True, help="Show no progress bar."
)
def generate(
    specs: tuple[Path, ...],
    output: Path | None,
    package: str | None,
    config: Path | None,
    jobs: int,
    force: bool,
    strict: bool,
    prove: bool,
    report: Path | None,
    form: str,
    no_progress_bar: bool,
) -> None:
    """Write the clients of SPEC..., or of every API of the configuration.

    SPEC is a path, or - for standard input; for one that the configuration
    names, its settings apply.
    """
    order = Generate(
        specs,
        output,
        package,
        config,
        jobs,
        force,
        strict,
        prove,
        report,
        Format(form),
        no_progress_bar,
    )
    with _usage():
        sys.exit(order.done())


@commands.command(epilog=_EPILOG)
@_SPECS
@_CONFIG
@_DIAGNOSTICS
def check(specs: tuple[Path, ...], config: Path | None, form: str) -> None:
    """Print what generate would change, and write nothing."""
    with _usage():
        sys.exit(Check(specs, config, Format(form)).done())


@commands.command(epilog=_EPILOG)
@click.argument(
    "specs",
    nargs=-1,
    required=True,
    metavar="SPEC...",
    type=click.Path(path_type=Path, allow_dash=True),
)
@_DIAGNOSTICS
def validate(specs: tuple[Path, ...], form: str) -> None:
    """Say all that is wrong with SPEC..., openapi-spec-validator's verdict included."""
    # Imported here: the other commands and --help need not pay for it.
    from .look import validate_all  # noqa: PLC0415

    sys.exit(validate_all(specs, Said(Format(form))))


@commands.command(epilog=_EPILOG)
@_SPECS
@_CONFIG
@_REPORT
@_DIAGNOSTICS
def inspect(
    specs: tuple[Path, ...], config: Path | None, report: Path | None, form: str
) -> None:
    """Show the coverage ledger: what is generated, degraded, refused."""
    # Imported here: the other commands and --help need not pay for it.
    from .generate import Asked  # noqa: PLC0415
    from .look import inspect_all  # noqa: PLC0415

    asked = Asked(specs, None, None, config)
    with _usage():
        sys.exit(inspect_all(asked, report, Said(Format(form))))


@commands.command(epilog=_EPILOG)
@click.argument("symbol", metavar="SYMBOL|CODE")
@_SPECS
@_CONFIG
def explain(symbol: str, specs: tuple[Path, ...], config: Path | None) -> None:
    """Say where a generated name comes from, or what a diagnostic code means.

    SYMBOL is a name as the client has it: JobInformation, JobInformation.status,
    jobs.get, or api_key; or the last part of one, if it is of no other.
    Without SPEC, all configured APIs are searched.
    """
    # Imported here: the other commands and --help need not pay for it.
    from .explain import explain_symbol  # noqa: PLC0415
    from .generate import Asked  # noqa: PLC0415

    asked = Asked(specs, None, None, config)
    with _usage():
        sys.exit(explain_symbol(symbol, asked, Said(Format.TEXT)))
