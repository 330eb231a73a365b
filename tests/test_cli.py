"""The command as a user runs it: what it prints where, and how it exits."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import oasmith

PETSTORE = """\
openapi: 3.0.3
info: {title: Swagger Petstore, version: 1.0.0}
servers: [{url: "https://petstore.dev/v1"}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses:
        "200":
          description: Pets.
          content:
            application/json:
              schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}
components:
  schemas:
    Pet: {type: object, required: [name], properties: {name: {type: string}}}
"""


class Shell:
    """Runs the command in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(
        self, *arguments: str, text: str | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "oasmith", *arguments],
            cwd=self.folder,
            input=text,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
            env=environment(),
        )

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path


def environment() -> dict[str, str]:
    source = str(Path(oasmith.__file__).parents[1])
    return {**os.environ, "PYTHONPATH": source, "PYTHONIOENCODING": "utf-8"}


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    (tmp_path / ".git").mkdir()
    return Shell(tmp_path)


@pytest.fixture
def petstore(shell: Shell) -> Shell:
    shell.write("petstore.yaml", PETSTORE)
    return shell


def last_line(done: subprocess.CompletedProcess[str]) -> str:
    return done.stderr.strip().splitlines()[-1]


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_description_alone_is_enough(petstore: Shell) -> None:
    done = petstore("generate", "petstore.yaml")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert (petstore.folder / "swagger-petstore/swagger_petstore/client.py").is_file()
    assert last_line(done).startswith("wrote ")


def test_the_output_folder_and_the_package_can_be_chosen(petstore: Shell) -> None:
    petstore(
        "generate", "petstore.yaml", "--output", "build/clients", "--package", "pets"
    )
    made = petstore.folder / "build/clients/swagger-petstore/pets/client.py"
    assert made.is_file()


def test_a_description_comes_from_standard_input(shell: Shell) -> None:
    done = shell("generate", "-", text=PETSTORE)
    assert done.returncode == 0, done.stderr
    assert (shell.folder / "swagger-petstore").is_dir()


def test_a_second_run_changes_nothing(petstore: Shell) -> None:
    petstore("generate", "petstore.yaml")
    before = snapshot(petstore.folder)
    done = petstore("generate", "petstore.yaml")
    assert last_line(done) == "nothing to change"
    assert snapshot(petstore.folder) == before


def test_check_prints_what_would_change_and_writes_nothing(petstore: Shell) -> None:
    petstore("generate", "petstore.yaml")
    assert petstore("check", "petstore.yaml").returncode == 0
    petstore.write("petstore.yaml", PETSTORE.replace("required: [name], ", ""))
    before = snapshot(petstore.folder)
    done = petstore("check", "petstore.yaml")
    assert done.returncode == 1
    assert done.stdout == "changed  swagger-petstore/swagger_petstore/models.py\n"
    assert last_line(done) == "1 file would change"
    assert snapshot(petstore.folder) == before


def test_a_file_changed_by_hand_is_not_overwritten_without_force(
    petstore: Shell,
) -> None:
    petstore("generate", "petstore.yaml")
    models = petstore.folder / "swagger-petstore/swagger_petstore/models.py"
    models.write_text(models.read_text("utf-8") + "\nMINE = 1\n", "utf-8")
    petstore.write("petstore.yaml", PETSTORE.replace("required: [name], ", ""))
    before = snapshot(petstore.folder)
    done = petstore("generate", "petstore.yaml")
    assert done.returncode == 3
    assert "OUT002" in done.stderr
    assert snapshot(petstore.folder) == before
    assert petstore("generate", "petstore.yaml", "--force").returncode == 0
    assert "MINE" not in models.read_text("utf-8")


def test_what_is_no_longer_generated_is_deleted_and_nothing_else(
    petstore: Shell,
) -> None:
    petstore("generate", "petstore.yaml")
    mine = petstore.write("swagger-petstore/swagger_petstore/mine.py", "MINE = 1\n")
    petstore.write("petstore.yaml", PETSTORE.replace("[pets]", "[animals]"))
    petstore("generate", "petstore.yaml")
    resources = petstore.folder / "swagger-petstore/swagger_petstore/resources"
    assert sorted(path.name for path in resources.glob("[a-z]*.py")) == ["animals.py"]
    assert mine.is_file()


UNREADABLE = {
    "not there": (None, "SRC001"),
    "empty": ("", "SRC004"),
    "only a comment": ("# nothing\n", "SRC004"),
    "not YAML": ("openapi: 3.1.0\n  info: [\n", "SRC"),
    "a list": ("- 1\n- 2\n", "SRC"),
    "not OpenAPI": ("name: a config file\n", "DOC001"),
    "another version": ("openapi: 4.0.0\ninfo: {}\n", "DOC002"),
}


@pytest.mark.parametrize("case", UNREADABLE, ids=str)
def test_a_document_that_cannot_be_read_is_an_error_with_its_place(
    petstore: Shell, case: str
) -> None:
    petstore("generate", "petstore.yaml")
    before = snapshot(petstore.folder / "swagger-petstore")
    text, code = UNREADABLE[case]
    if text is None:
        (petstore.folder / "petstore.yaml").unlink()
    else:
        petstore.write("petstore.yaml", text)
    done = petstore("generate", "petstore.yaml")
    assert done.returncode == 3
    assert f"error {code}" in done.stderr
    assert done.stderr.startswith("petstore.yaml")
    assert last_line(done) == "wrote nothing, 1 error"
    assert snapshot(petstore.folder / "swagger-petstore") == before


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions are POSIX ones")
def test_a_folder_that_cannot_be_written_is_an_error(petstore: Shell) -> None:
    # A file where the folder should be stops even those whom permissions do not.
    petstore.write("swagger-petstore", "in the way")
    done = petstore("generate", "petstore.yaml")
    assert done.returncode == 3
    assert "error OUT003" in done.stderr
    assert "Traceback" not in done.stderr


def ended(shell: Shell, number: signal.Signals, *specs: str) -> tuple[int, str]:
    """What a run says that is asked to end while it waits for standard input."""
    # Whoever runs the tests may have told their children to ignore signals.
    script = (
        "import signal, sys\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "signal.signal(signal.SIGTERM, signal.SIG_DFL)\n"
        "from oasmith.cli import main\n"
        "print('ready', flush=True)\n"
        f"sys.argv = ['oasmith', 'generate', *{specs!r}]\n"
        "main()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=shell.folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    try:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        # More than a pipe holds: once it is taken, the run waits in the middle
        # of reading for an end that does not come.
        process.stdin.write("# " + "x" * 300_000 + "\n")
        process.stdin.flush()
        process.send_signal(number)
        _, said = process.communicate(timeout=30)
    finally:
        process.kill()
    assert "Traceback" not in said
    return process.returncode, said


STOPPED = pytest.mark.parametrize(
    ("number", "code", "word"),
    [
        (signal.SIGINT, 130, "interrupted"),
        (signal.SIGTERM, 143, "terminated"),
    ],
)


@pytest.mark.skipif(os.name == "nt", reason="these are POSIX signals")
@STOPPED
def test_an_interrupt_leaves_everything_as_it_was(
    shell: Shell, number: signal.Signals, code: int, word: str
) -> None:
    returned, said = ended(shell, number, "-")
    assert returned == code
    assert said.endswith(f"{word}; no client is half-written\n")
    assert [path.name for path in shell.folder.iterdir()] == [".git"]


@pytest.mark.skipif(os.name == "nt", reason="these are POSIX signals")
@STOPPED
def test_an_interrupt_says_what_was_written_before(
    petstore: Shell, number: signal.Signals, code: int, word: str
) -> None:
    returned, said = ended(petstore, number, "petstore.yaml", "-")
    assert returned == code
    words = "no client is half-written; written before: swagger-petstore"
    assert said.endswith(f"{word}; {words}\n")
    assert petstore("generate", "petstore.yaml").stderr.endswith("nothing to change\n")


def test_a_fault_in_one_part_is_exit_code_1_and_the_rest_is_written(
    shell: Shell,
) -> None:
    shell.write("petstore.yaml", PETSTORE.replace("schemas/Pet", "schemas/Pte", 1))
    done = shell("generate", "petstore.yaml")
    assert done.returncode == 1
    assert "petstore.yaml:14:" in done.stderr
    assert "did you mean 'Pet'?" in done.stderr
    assert last_line(done).endswith("1 error")
    assert (shell.folder / "swagger-petstore/swagger_petstore/client.py").is_file()


def test_strict_makes_warnings_errors(shell: Shell) -> None:
    text = PETSTORE.replace("name: {type: string}", "name: {type: strnig}")
    shell.write("petstore.yaml", text)
    assert shell("generate", "petstore.yaml", "--strict").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("generate", "https://shop.dev/openapi.json"), "download it"),
        (("generate",), "no SPEC given"),
        (("generate", "a.yaml", "b.yaml", "--package", "x"), "exactly one SPEC"),
        (("generate", "a.yaml", "--package", "class"), "no package name"),
        (("generate", "--jobs", "0"), "--jobs"),
        (("validate",), "SPEC"),
        (("explain", "REF999"), "REF999"),
        (("nonsense",), "nonsense"),
    ],
)
def test_wrong_usage_is_exit_code_2(
    shell: Shell, arguments: tuple[str, ...], said: str
) -> None:
    done = shell(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


CONFIG = """\
output = "clients"

[apis.pets]
spec = "petstore.yaml"
metadata = { version = "1.2.3" }
"""


def test_without_a_description_every_configured_api_is_generated(
    petstore: Shell,
) -> None:
    petstore.write("oasmith.toml", CONFIG)
    assert petstore("generate").returncode == 0
    project = petstore.folder / "clients/pets"
    assert 'version = "1.2.3"' in (project / "pyproject.toml").read_text("utf-8")
    assert petstore("check").returncode == 0


def test_a_configured_description_named_alone_keeps_its_settings(
    petstore: Shell,
) -> None:
    petstore.write("oasmith.toml", CONFIG)
    petstore("generate", "petstore.yaml")
    assert (petstore.folder / "clients/pets/pets/client.py").is_file()


def test_an_unknown_key_of_the_configuration_is_told_with_its_place(
    petstore: Shell,
) -> None:
    petstore.write("oasmith.toml", CONFIG.replace("spec", "speck"))
    done = petstore("generate")
    assert done.returncode == 3
    assert "oasmith.toml:4:1" in done.stderr
    assert "'spec'" in done.stderr


def test_an_error_in_the_configuration_is_exit_code_1(petstore: Shell) -> None:
    petstore.write("oasmith.toml", CONFIG.replace("metadata", "metadate"))
    assert petstore("generate").returncode == 1
    assert petstore("check").returncode == 1


def test_two_descriptions_of_one_title_do_not_replace_each_other(
    petstore: Shell,
) -> None:
    petstore.write("other.yaml", PETSTORE.replace("/pets", "/animals"))
    done = petstore("generate", "petstore.yaml", "other.yaml")
    assert done.returncode == 1
    assert "error OUT008" in done.stderr
    readme = (petstore.folder / "swagger-petstore/README.md").read_text("utf-8")
    assert "GET /pets" in readme
    assert petstore("generate", "other.yaml", "--force").returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="folders cannot be locked there")
def test_nor_do_they_when_they_are_generated_at_once(petstore: Shell) -> None:
    animals = PETSTORE.replace("/pets", "/animals").replace("[pets]", "[animals]")
    petstore.write("other.yaml", animals)
    done = petstore("generate", "petstore.yaml", "other.yaml", "--jobs", "2")
    assert done.returncode == 1, done.stderr
    assert done.stderr.count("error OUT008") == 1
    assert "OUT002" not in done.stderr
    made = petstore.folder / "swagger-petstore/swagger_petstore/resources"
    assert len({path.name for path in made.iterdir()} & {"pets.py", "animals.py"}) == 1
    for spec in ("petstore.yaml", "other.yaml"):
        again = petstore("generate", spec)
        assert ("nothing to change" in again.stderr) is (again.returncode == 0)


def test_explain_needs_no_configuration_when_told_the_description(
    petstore: Shell,
) -> None:
    done = petstore("explain", "Pet.name", "petstore.yaml")
    assert "petstore.yaml:17:" in done.stdout


def test_several_apis_are_generated_side_by_side(petstore: Shell) -> None:
    more = CONFIG + '\n[apis.animals]\nspec = "petstore.yaml"\n'
    petstore.write("oasmith.toml", more)
    done = petstore("generate", "--jobs", "2")
    assert done.returncode == 0, done.stderr
    one, other = petstore.folder / "clients/pets", petstore.folder / "clients/animals"
    assert (one / "pets/models.py").read_bytes() == (
        other / "animals/models.py"
    ).read_bytes()


FAULTY = PETSTORE.replace("schemas/Pet", "schemas/Pat").replace(
    "components:", "  /{a}: {get: {}}\n  /{b}: {get: {}}\ncomponents:"
)


def test_what_was_said_is_said_again_without_a_run(shell: Shell) -> None:
    shell.write("api/petstore.yaml", FAULTY)
    shell.write("oasmith.toml", CONFIG.replace("petstore.yaml", "api/petstore.yaml"))
    first = shell("generate")
    assert "REF001" in first.stderr
    said = first.stderr.partition("pets: ")[0]
    again = shell("generate")
    assert again.stderr.startswith(said)
    assert last_line(again).startswith("nothing to change, ")
    assert "DOC008" in said and "the first one" in said
    check = shell("check")
    assert (check.returncode, check.stdout) == (first.returncode, "")
    assert check.stderr.startswith(said)
    retold = {one: shell("check", "--diagnostics", one).stderr for one in FORMS}
    record = shell.folder / "clients/pets/.oasmith.json"
    told = json.loads(record.read_text("utf-8"))
    del told["told"]
    record.write_text(json.dumps(told), "utf-8")
    assert retold == {one: shell("check", "--diagnostics", one).stderr for one in FORMS}


FORMS = ("json", "sarif")


def test_what_was_said_goes_with_the_description_as_it_is_named_now(
    shell: Shell,
) -> None:
    shell.write("api/petstore.yaml", FAULTY)
    shell.write("oasmith.toml", CONFIG.replace("petstore.yaml", "api/petstore.yaml"))
    assert "api/petstore.yaml:14:" in shell("generate").stderr
    record = (shell.folder / "clients/pets/.oasmith.json").read_text("utf-8")
    assert "api/" not in record
    (shell.folder / "oasmith.toml").unlink()
    shell.write("api/oasmith.toml", CONFIG.replace('"clients"', '"../clients"'))
    inside = Shell(shell.folder / "api")
    found = inside("check")
    assert " petstore.yaml:14:" in f" {found.stderr}"
    assert last_line(found).startswith("all is current")
    inside.write("petstore.yaml", FAULTY.replace("Pat", "Put"))
    assert "Put" in inside("check").stderr


def test_one_bad_api_does_not_stop_the_others(petstore: Shell) -> None:
    petstore.write("oasmith.toml", CONFIG + '\n[apis.gone]\nspec = "gone.yaml"\n')
    done = petstore("generate")
    assert done.returncode == 1
    assert (petstore.folder / "clients/pets").is_dir()
    assert "SRC001" in done.stderr


def test_inspect_prints_the_ledger_on_standard_output(petstore: Shell) -> None:
    done = petstore("inspect", "petstore.yaml", "--report", "ledger.json")
    assert done.returncode == 0
    rows = [line.split() for line in done.stdout.splitlines()]
    assert ["operation", "1", "0", "0"] in rows
    assert ["property", "1", "0", "0"] in rows
    ledger = json.loads((petstore.folder / "ledger.json").read_text("utf-8"))
    assert ledger["counts"]["operation"] == {
        "generated": 1,
        "degraded": 0,
        "refused": 0,
    }
    assert "petstore.yaml#/paths/~1pets/get" in {
        one["place"] for one in ledger["entries"]
    }


JOBS = """\
openapi: 3.1.0
info: {title: Jobs, version: "1"}
servers: [{url: "https://api.shop.dev"}]
paths:
  /jobs:
    post:
      tags: [jobs]
      operationId: createJob
      responses: {"201": {$ref: "#/components/responses/Job"}}
  /jobs/{id}:
    get:
      tags: [jobs]
      operationId: getJob
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {$ref: "#/components/responses/Job"}}
components:
  responses:
    Job:
      description: A job.
      content: {application/json: {schema: {$ref: "#/components/schemas/Job"}}}
  schemas:
    Job:
      type: object
      properties:
        id: {type: string}
        state: {type: string, enum: [queued, SUCCEEDED, timedOut, "a \\"b\\""]}
"""


def test_inspect_proposes_waiters_that_can_be_pasted(shell: Shell) -> None:
    shell.write("jobs.yaml", JOBS)
    config = '[apis.jobs]\nspec = "jobs.yaml"\n'
    shell.write("oasmith.toml", config)
    proposed = (
        'waiters."jobs.get" = { field = "state", done = ["SUCCEEDED"],'
        ' failed = ["timedOut"], start = ["jobs.create"] }\n'
    )
    assert shell("inspect").stdout.endswith(
        f"to wait for what has a state, add to [tool.oasmith.apis.jobs]:\n{proposed}"
    )
    shell.write("oasmith.toml", config + proposed)
    done = shell("generate", "--strict")
    assert done.returncode == 0, done.stderr
    assert "waiters" not in shell("inspect").stdout
    told = shell("explain", "jobs.create_and_wait").stdout
    assert "POST /jobs, and then GET /jobs/{id}" in told
    assert "jobs.yaml:11:5" in shell("explain", "jobs.wait").stdout


def test_another_waiter_is_another_output(shell: Shell) -> None:
    shell.write("jobs.yaml", JOBS)
    config = '[apis.jobs]\nspec = "jobs.yaml"\n'
    waiter = 'waiters."jobs.get" = { field = "state", done = ["SUCCEEDED"] }\n'
    shell.write("oasmith.toml", config + waiter)
    assert shell("generate").returncode == 0
    assert shell("check").returncode == 0
    shell.write("oasmith.toml", f"# A line further down.\n{config}{waiter}")
    assert shell("check").returncode == 0
    shell.write("oasmith.toml", config + waiter.replace("done", "failed"))
    assert shell("check").returncode == 1


def test_validate_says_what_openapi_spec_validator_says(shell: Shell) -> None:
    shell.write(
        "petstore.yaml", PETSTORE.replace("description: Pets.", "summary: Pets.")
    )
    done = shell("validate", "petstore.yaml")
    assert done.returncode == 1
    assert "petstore.yaml:10:" in done.stderr
    shell.write("petstore.yaml", PETSTORE)
    assert shell("validate", "petstore.yaml").returncode == 0


@pytest.mark.parametrize(
    ("symbol", "said"),
    [
        ("Pet", "petstore.yaml:17:5"),
        ("Pet.name", "the property 'name'"),
        ("pets.list", "operationId 'listPets'"),
        ("client.pets.list", "GET /pets"),
        ("list", "operationId 'listPets'"),
        ("name", "petstore.yaml:17:"),
    ],
)
def test_explain_leads_from_a_name_to_its_line(
    petstore: Shell, symbol: str, said: str
) -> None:
    petstore.write("oasmith.toml", CONFIG)
    done = petstore("explain", symbol)
    assert done.returncode == 0, done.stderr
    assert said in done.stdout


def test_explain_lists_what_a_last_part_may_be_of(petstore: Shell) -> None:
    more = "    Dog: {type: object, properties: {name: {type: string}}}\n"
    listed = PETSTORE.replace("array, items:", "array, items: {anyOf: [").replace(
        'schemas/Pet"}}', 'schemas/Pet"}, {$ref: "#/components/schemas/Dog"}]}}'
    )
    petstore.write("two.yaml", listed + more)
    done = petstore("explain", "name", "two.yaml")
    assert done.returncode == 2
    assert "2 generated names end in 'name'; say which: " in done.stderr
    assert "Pet.name" in done.stderr
    assert "Dog.name" in done.stderr
    assert petstore("explain", "nam", "two.yaml").returncode == 2


def test_explain_tells_what_a_code_means(shell: Shell) -> None:
    done = shell("explain", "ref001")
    assert done.returncode == 0
    assert done.stdout.startswith("REF001 (error): dangling reference")


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_diagnostics_come_as_one_document_for_machines(shell: Shell, form: str) -> None:
    shell.write("petstore.yaml", PETSTORE.replace("schemas/Pet", "schemas/Pte", 1))
    done = shell("generate", "petstore.yaml", "--diagnostics", form)
    told = json.loads(done.stderr)
    assert "REF001" in json.dumps(told)


def test_a_terminal_is_not_sent_what_a_description_says_to_it(shell: Shell) -> None:
    evil = "\\x1b]0;owned\\x07"
    text = PETSTORE.replace(
        "#/components/schemas/Pet", f"#/components/schemas/{evil}", 1
    )
    shell.write("petstore.yaml", text)
    done = shell("generate", "petstore.yaml")
    assert "REF001" in done.stderr
    assert "\x1b" not in done.stderr


def test_the_function_does_what_the_command_does(petstore: Shell) -> None:
    script = (
        "from pathlib import Path\n"
        "import oasmith\n"
        "api = oasmith.ApiConfig('pets', Path('petstore.yaml'), Path('out'), 'pets')\n"
        "outcome = oasmith.generate(oasmith.Config((api,), Path()))\n"
        "assert outcome.exit_code == 0\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=petstore.folder,
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (petstore.folder / "out/pets/pets/client.py").is_file()


def test_the_version_is_told(shell: Shell) -> None:
    assert shell("--version").stdout == f"oasmith, version {oasmith.__version__}\n"


def test_a_template_that_prints_raw_text_is_refused_with_its_line(
    petstore: Shell,
) -> None:
    petstore.write("oasmith.toml", 'templates = ["mine"]\n' + CONFIG)
    petstore.write(
        "mine/errors.py.jinja", "{{ view.imports }}\n{{ view.exports.text }}\n"
    )
    done = petstore("generate")
    assert done.returncode == 3
    assert "error TPL001" in done.stderr
    assert "errors.py.jinja" in done.stderr


def test_prove_imports_the_package_and_asks_mypy(petstore: Shell) -> None:
    assert petstore("generate", "petstore.yaml", "--prove").returncode == 0
    petstore.write("oasmith.toml", 'templates = ["mine"]\n' + CONFIG)
    shipped = Path(oasmith.__file__).parents[2] / "templates/errors.py.jinja"
    text = shipped.read_text("utf-8")
    own = text.replace("{{ view.imports }}", "import nowhere\n\n{{ view.imports }}", 1)
    petstore.write("mine/errors.py.jinja", own)
    done = petstore("generate", "--prove")
    assert done.returncode == 3
    assert "error OUT007" in done.stderr
    assert not (petstore.folder / "clients").exists()
