"""Decodes and encodes with one library, as told on standard input.

Runs in the environment of the library, with nothing else of the benchmark. Takes the
library's name and a folder; each line is ``decode|encode|check SUBJECT LOOPS``, and is
answered with seconds of CPU time, or for a check with what differs.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

Codec = tuple[Callable[[bytes], Any], Callable[[Any], bytes]]

UTC = re.compile(r"(:\d\d(?:\.\d*[1-9])?)0*(?:\+00:00|Z)$")

SUBJECTS = {"job": "Job", "repositories": "Repositories", "everything": "Everything"}


def hand(name: str) -> Codec:
    module: Any = importlib.import_module("models")
    read, write = getattr(module, f"read_{name}"), getattr(module, f"write_{name}")
    dumps = module.dumps
    return lambda data: read(json.loads(data)), lambda made: dumps(write(made))


def pydantic(name: str) -> Codec:
    cls = getattr(importlib.import_module("models"), name)
    cls.model_rebuild()
    return (
        cls.model_validate_json,
        lambda made: made.model_dump_json(exclude_unset=True).encode(),
    )


def msgspec(name: str) -> Codec:
    library: Any = importlib.import_module("msgspec")
    cls = getattr(importlib.import_module("models"), name)
    return library.json.Decoder(cls).decode, library.json.Encoder().encode


def cattrs(name: str) -> Codec:
    preconf: Any = importlib.import_module("cattrs.preconf.json")
    cls = getattr(importlib.import_module("models"), name)
    converter = preconf.make_converter(omit_if_default=True)
    converter.register_structure_hook(uuid.UUID, lambda value, _: uuid.UUID(value))
    converter.register_unstructure_hook(uuid.UUID, str)
    return (
        lambda data: converter.loads(data, cls),
        lambda made: converter.dumps(made).encode(),
    )


def mashumaro(name: str) -> Codec:
    cls = getattr(importlib.import_module("models"), name)
    return cls.from_json, lambda made: made.to_json().encode()


def openapi_python_client(name: str) -> Codec:
    cls = getattr(importlib.import_module("workshop_client.models"), name)
    return (
        lambda data: cls.from_dict(json.loads(data)),
        lambda made: json.dumps(made.to_dict()).encode(),
    )


def openapi_generator(name: str) -> Codec:
    cls = getattr(importlib.import_module("workshop_oag.models"), name)
    return (
        lambda data: cls.from_json(data.decode()),
        lambda made: made.to_json().encode(),
    )


def oasmith(name: str) -> Codec:
    cls = getattr(importlib.import_module("workshop.models"), name)
    return cls.from_json, lambda made: made.to_json().encode()


def oasmith_fast(name: str) -> Codec:
    """As a client does with ``json="msgspec"``."""
    runtime = "workshop._runtime"
    library: Any = importlib.import_module(f"{runtime}.library")
    resolve: Any = importlib.import_module(f"{runtime}.resolve")
    drift: Any = importlib.import_module(f"{runtime}.drift")
    cls = getattr(importlib.import_module("workshop.models"), name)
    fast = library.library_of("msgspec")
    read = fast.reader(cls, resolve.package_namespace("workshop"))
    return lambda data: read(data, drift.Decoding()), fast.write


MAKERS: dict[str, Callable[[str], Codec]] = {
    "oasmith": oasmith,
    "oasmith-fast": oasmith_fast,
    "hand": hand,
    "pydantic": pydantic,
    "msgspec-dataclasses": msgspec,
    "msgspec-structs": msgspec,
    "cattrs": cattrs,
    "mashumaro": mashumaro,
    "openapi-python-client": openapi_python_client,
    "openapi-generator": openapi_generator,
}


def plain(value: Any) -> Any:
    """JSON values without nulls, and moments spelled one way."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items() if one is not None}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return UTC.sub(r"\1Z", value) if isinstance(value, str) else value


def repeated(function: Callable[[Any], Any], argument: Any, loops: int) -> float:
    """Seconds of CPU time that so many calls take."""
    begun = time.process_time()
    for _ in range(loops):
        function(argument)
    return time.process_time() - begun


def main(kind: str, folder: Path) -> None:
    """Do what is told, line by line."""
    texts = {one: (folder / f"{one}.json").read_bytes() for one in SUBJECTS}
    codecs = {one: MAKERS[kind](name) for one, name in SUBJECTS.items()}
    made = {one: codecs[one][0](text) for one, text in texts.items()}
    for line in sys.stdin:
        task, subject, loops = line.split()
        decode, encode = codecs[subject]
        match task:
            case "decode":
                answer = repeated(decode, texts[subject], int(loops))
            case "encode":
                answer = repeated(encode, made[subject], int(loops))
            case _:
                back = json.loads(encode(made[subject]))
                answer = plain(back) == plain(json.loads(texts[subject]))
        print(answer, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
