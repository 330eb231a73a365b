"""Two programs as a user would write them: they type-check, and they run."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.servers.loopback import serve
from tests.servers.unstructured import API_KEY, UnstructuredApp
from tests.servers.wasabi import ACCESS_KEY, SECRET_KEY, WasabiApp
from tests.support.environments import Environment
from tests.support.processes import clean_environment, run

CONSUMERS = Path(__file__).parent / "consumers"
WASABI = CONSUMERS / "wasabi_air_consumer.py"
UNSTRUCTURED = CONSUMERS / "unstructured_platform_consumer.py"


def test_the_consumers_pass_mypy_in_strict_mode(
    own_environment: Environment, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", ""]
    python = ["--python-executable", str(own_environment.python)]
    cache = ["--cache-dir", str(tmp_path / "cache")]
    run([*command, *python, *cache, WASABI, UNSTRUCTURED], folder=tmp_path)


@pytest.mark.parametrize("consumer", [WASABI, UNSTRUCTURED], ids=lambda path: path.stem)
def test_a_consumer_is_short_and_needs_no_tricks(consumer: Path) -> None:
    text = consumer.read_text(encoding="utf-8")
    assert not re.search(r"\bcast\b|\bassert\b|type: ignore|\bAny\b", text)
    assert len(text.splitlines()) <= 45


def test_the_wasabi_consumer_follows_a_job_to_its_result(
    environment: Environment,
) -> None:
    with serve(WasabiApp) as server:
        told = run(
            [environment.python, WASABI],
            environment=clean_environment(
                {
                    "WASABI_ACCESS_KEY": ACCESS_KEY,
                    "WASABI_SECRET_KEY": SECRET_KEY,
                    "WASABI_AIR_BASE_URL": server.url,
                }
            ),
        ).splitlines()
    assert told[0].startswith(
        "commercial completed MP4/Commercial.mp4 2024-11-13T07:11"
    )
    assert told[1].startswith("s3://airstream-output-2/") and len(told) == 2


def test_the_unstructured_consumer_follows_a_job_to_its_output(
    environment: Environment, tmp_path: Path
) -> None:
    document = tmp_path / "report.pdf"
    document.write_bytes(b"%PDF-1.4")
    with serve(UnstructuredApp) as server:
        told = run(
            [environment.python, UNSTRUCTURED, document],
            environment=clean_environment(
                {"UNSTRUCTURED_API_KEY": API_KEY, "UNSTRUCTURED_API_URL": server.url}
            ),
        ).splitlines()
    assert told[0] == "My ETL Workflow COMPLETED 0:02:30"
    assert told[1].endswith("partition report.pdf.json")
    assert told[2] == "Partitioner 1 0"
    assert "'text': '8 bytes'" in told[3] and len(told) == 4
