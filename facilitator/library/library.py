"""Methods and templates, one TOML file each, read and checked when somebody asks for them and not before."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from facilitator.language import Language
from facilitator.library.words import WordedStep, worded_step
from facilitator.model.agenda import Step
from facilitator.model.method import Method, Template, step_of_template
from facilitator.model.trouble import Trouble

# An id may come out of somebody else's file, so it is held against this before it becomes part of a path.
_SAFE_ID = re.compile(r"(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*")

Read = TypeVar("Read", Method, Template)


class Library:
    """The methods and templates that the program brings with it. Each file is read once."""

    def __init__(self, resources: Path) -> None:
        self._methods_folder = resources / "methods"
        self._templates_folder = resources / "templates"
        self._methods: dict[str, Method] = {}
        self._templates: dict[str, Template] = {}

    def methods(self) -> tuple[Method, ...]:
        """Every method, in the order of their ids."""
        return tuple(self.method(file.stem) for file in sorted(self._methods_folder.glob("*.toml")))

    def method(self, method_id: str, version: int | None = None) -> Method:
        """The method in the version that the program has. Raises Trouble("no_such_method").

        Another version than the one asked for is given rather than nothing: a step's structure is its own already, and
        later words are better ones.
        """
        del version
        if method_id not in self._methods:
            self._methods[method_id] = _read(self._methods_folder, method_id, Method, "no_such_method")
        return self._methods[method_id]

    def templates(self) -> tuple[Template, ...]:
        """Every template, in the order in which they are offered."""
        found = (self.template(file.stem) for file in self._templates_folder.glob("*.toml"))
        return tuple(sorted(found, key=lambda template: (template.place, template.id)))

    def template(self, template_id: str) -> Template:
        """The template of that id. Raises Trouble("no_such_template")."""
        if template_id not in self._templates:
            self._templates[template_id] = _read(self._templates_folder, template_id, Template, "no_such_template")
        return self._templates[template_id]

    def steps_of(self, template: Template, people: int, make_id: Callable[[], str]) -> tuple[Step, ...]:
        """An agenda from the template, for so many people."""
        return tuple(
            step_of_template(planned, self.method(planned.method), people, make_id()) for planned in template.steps
        )

    def worded(self, step: Step, language: Language) -> WordedStep:
        """The step in the reader's words. A step whose method is unknown here still has its own."""
        try:
            method = self.method(step.method, step.version) if step.method else None
        except Trouble:
            method = None
        return worded_step(step, method, language.code)


def _read(folder: Path, file_id: str, kind: type[Read], trouble: str) -> Read:
    path = folder / f"{file_id}.toml"
    if not _SAFE_ID.fullmatch(file_id) or not path.is_file():
        raise Trouble(trouble, name=file_id)
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), kind)
