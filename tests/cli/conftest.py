"""The command line as somebody outside meets it: a process, its lines, its exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

COMMAND = (sys.executable, "-m", "facilitator")


class Result:
    """What a command came to."""

    def __init__(self, done: subprocess.CompletedProcess[bytes]) -> None:
        self.code = done.returncode
        self.out = done.stdout.decode("utf-8")
        self.err = done.stderr.decode("utf-8")

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


class Facilitator:
    """Runs the command on one store."""

    def __init__(self, store: Path, folder: Path) -> None:
        self.store = store
        self.folder = folder
        self.environment = {**os.environ, "LC_ALL": "C", "FACILITATOR_LANGUAGE": "en"}

    def __call__(self, *arguments: object, input: str | bytes = b"", **environment: str) -> Result:
        given = input.encode("utf-8") if isinstance(input, str) else input
        return Result(
            subprocess.run(
                [*COMMAND, "--store", str(self.store), *map(str, arguments)],
                input=given,
                capture_output=True,
                env={**self.environment, **environment},
                cwd=self.folder,
                check=False,
            )
        )

    def do(self, *arguments: object, **environment: str) -> Any:
        """The JSON document that a command answers with; it must succeed."""
        result = self(*arguments, "--json", **environment)
        assert result.code == 0, result.err
        return result.json

    def commands(
        self, session: str, *commands: dict[str, Any], speed: float = 1, options: tuple[str, ...] = ()
    ) -> list[dict[str, Any]]:
        """The answers of one `run` to these commands."""
        lines = "\n".join(json.dumps(command) for command in commands)
        result = self("run", session, "--speed", speed, *options, input=lines)
        assert result.code == 0, result.err
        return result.lines

    def begin(self, session: str, *options: str) -> "Talk":
        """A `run` to talk with, one command after the other."""
        return Talk(
            subprocess.Popen(
                [*COMMAND, "--store", str(self.store), "run", session, *options],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=self.environment,
            )
        )


class Talk:
    """A running `run`."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process

    def say(self, do: str, **words: Any) -> dict[str, Any]:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps({"do": do, **words}).encode() + b"\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def kill(self) -> None:
        """Pull the plug."""
        self.process.kill()
        self.process.communicate()

    def end(self) -> int:
        """Let the input end."""
        self.process.communicate()
        return self.process.returncode


@pytest.fixture
def facilitator(tmp_path: Path) -> Facilitator:
    """The command, on a store of its own in a folder with spaces and Danish letters."""
    folder = tmp_path / "Mine netværk på æøå"
    folder.mkdir()
    return Facilitator(folder / "mit lager.facilitator", folder)


@pytest.fixture
def network(facilitator: Facilitator) -> str:
    """The id of Skoleledere i Vesterå, with nine members."""
    made: str = facilitator.do("network", "new", "Skoleledere i Vesterå", "--field", "skoler")["id"]
    names = (
        "Mette Sørensen,Jonas Kjær,Åse Aaberg,Birgitte Østergaard,Claus Friis,"
        "Dorthe Lund,Hassan Demir,Ib Juul,Lone Bech"
    )
    file = facilitator.folder / "ledere.csv"
    rows = [f"{name};{name.split()[0].lower()}@vesteraa.dk;Skole {i}" for i, name in enumerate(names.split(","))]
    file.write_text("Navn;E-mail;Arbejdsplads\n" + "\n".join(rows), encoding="cp1252")
    facilitator.do("members", "import", made, file)
    return made


@pytest.fixture
def session(facilitator: Facilitator, network: str) -> str:
    """The id of a planned meeting with the ordinary template."""
    made: str = facilitator.do(
        "session", "new", network, "--template", "ordinary", "--at", "2026-12-08T09:00", "--place", "Højvang Skole"
    )["id"]
    return made
