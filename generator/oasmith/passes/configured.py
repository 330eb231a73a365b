"""What the configuration names, found in the API."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..config.spot import Spot
from ..diagnostics import Report
from ..ir.api import Api
from ..ir.tables import Names
from ..source.nearest import nearest
from .credential_wishes import credential_wishes

__all__ = ["check_names"]


def check_names(
    api: Api, names: Names, spots: Mapping[tuple[str, str], Spot], report: Report
) -> None:
    """Report (CFG008) what ``arguments`` and ``environment`` name in vain.

    ``spots`` has where each key stands, by the table it is in.
    """
    credentials = credential_wishes(api)
    arguments = {"base_url", *names.arguments.values()}
    variables = {*arguments, *_of_clients(arguments)}
    for (table, name), spot in spots.items():
        if table == "arguments" and name not in credentials:
            words = f"no operation asks for a security scheme {name!r}"
            spot.say(report, "CFG008", words, _remedy(name, credentials))
        if table == "environment" and name not in variables:
            words = f"the client has no argument {name!r}"
            spot.say(report, "CFG008", words, _remedy(name, arguments))


def _of_clients(arguments: Collection[str]) -> list[str]:
    """What an application is known by that gets tokens: its id and its secret."""
    starts = ["", *(f"{one}_" for one in arguments)]
    return [f"{one}client_{part}" for one in starts for part in ("id", "secret")]


def _remedy(name: str, known: Collection[str]) -> str:
    guess = nearest(name, known)
    if guess:
        return f"did you mean {guess!r}?"
    listed = ", ".join(sorted(known))
    return f"there are {listed}" if listed else "remove it: there is none"
