"""What every command needs: the store, opened when it is first asked for, the language, the library and the clock."""

import os
import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import click
import msgspec

from facilitator.language import Code, Language, chosen_language
from facilitator.library.library import Library
from facilitator.live.clock import Clock
from facilitator.model.trouble import Trouble
from facilitator.places import Places
from facilitator.store.database import Database, open_store
from facilitator.store.place import look_where
from facilitator.store.settings import load_settings

PASSPHRASE = "FACILITATOR_PASSPHRASE"


class Context:
    """Handed to each command by click. Nothing is opened until a command needs it."""

    def __init__(self, places: Places, language: str | None, environment: Mapping[str, str], clock: Clock) -> None:
        self.places = places
        self.clock = clock
        self.environment = environment
        self._asked_language = language
        self._database: Database | None = None

    @property
    def store_path(self) -> Path:
        return self.places.store

    @property
    def database(self) -> Database:
        """The store, made when missing."""
        if self._database is None:
            self._database = self._opened()
        return self._database

    @property
    def warning(self) -> Trouble | None:
        """What the user should know of where the store lies, once a command has opened it."""
        return look_where(self.store_path).warning if self._database is not None else None

    @cached_property
    def library(self) -> Library:
        return Library(self.places.resources)

    @cached_property
    def language(self) -> Language:
        """The language of what is said here (docs/command-line.md tells the order)."""
        return Language.load(
            chosen_language(self._asked_language, self.environment, self._setting()), self.places.locale
        )

    def language_of(self, code: Code) -> Language:
        """The language of a network's documents."""
        return Language.load(code, self.places.locale)

    @property
    def asked_language(self) -> str | None:
        """What --language or the environment said, and nothing else."""
        return self._asked_language or self.environment.get("FACILITATOR_LANGUAGE") or None

    def passphrase(self, *, ask: bool, confirm: bool = False) -> str | None:
        """The store's passphrase, from the environment or a prompt on a terminal. Raises passphrase_needed."""
        if given := self.environment.get(PASSPHRASE):
            return given
        if not ask:
            return None
        if not sys.stdin.isatty():
            raise Trouble("passphrase_needed")
        asked: str = click.prompt(
            self.language.text("Passphrase"), hide_input=True, confirmation_prompt=confirm, err=True
        )
        return asked

    def close(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None

    def _opened(self) -> Database:
        try:
            return open_store(self.store_path, self.passphrase(ask=False))
        except Trouble as trouble:
            if trouble.name != "passphrase_needed":
                raise
        return open_store(self.store_path, self.passphrase(ask=True))

    def _setting(self) -> str | None:
        """The language that was chosen in the window; a store that can't be read yet has none."""
        if self._asked_language or self.environment.get("FACILITATOR_LANGUAGE"):
            return None
        if self._database is None and not self.store_path.exists():
            return None
        try:
            with_key = self.environment.get(PASSPHRASE)
            database = self._database or open_store(self.store_path, with_key, read_only=True)
        except Trouble:
            return None
        try:
            return load_settings(database).language
        except Trouble:
            return None
        finally:
            if database is not self._database:
                database.close()


def say(text: str) -> None:
    """A line on standard output."""
    click.echo(text)


def say_json(document: Any) -> None:
    """One JSON document on standard output."""
    click.echo(msgspec.json.encode(document).decode())


def system_environment() -> Mapping[str, str]:
    """The environment of this process."""
    return os.environ
