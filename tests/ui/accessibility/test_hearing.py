"""What a screen reader is told of every page and dialog, in both languages."""

import gettext
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.language import Code
from facilitator.places import resources_folder
from tests.ui.accessibility.walking import FIELDS, PRESSED, Role, faults, met
from tests.ui.every_page import every_page
from ui.theme.theme import Theme

ONE_OF_SEVERAL = {"RadioButton", "CheckBox", "PageTab"}
AS_IT_IS = {"Dansk", "English", "Navn", "Stilling", "Arbejdsplads"}  # languages by their own names, columns of a file


def in_the_other_language(code: Code) -> set[str]:
    """Words of the catalogue that are one language's and not the other's."""
    catalogue = resources_folder() / "locale" / "da" / "LC_MESSAGES" / "facilitator.mo"
    with catalogue.open("rb") as file:
        pairs = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    english = {key for key in pairs if isinstance(key, str) and key and "\x04" not in key}
    danish = {words for key, words in pairs.items() if key}
    return danish - english if code == "en" else english - danish


@pytest.mark.parametrize("code", ["da", "en"])
def test_everything_is_told_by_name_role_and_value(
    stored: Callable[[Code], Path], tmp_path: Path, theme: Theme, code: Code
) -> None:
    foreign = in_the_other_language(code) - AS_IT_IS
    found: dict[str, str] = {}
    times = chosen = 0
    for shown in every_page(stored(code), tmp_path, code, theme):
        for fault in faults(shown.widget):
            found.setdefault(fault, shown.name)
        for heard in met(shown.widget):
            if heard.role in PRESSED | FIELDS and heard.name in foreign:
                found.setdefault(f"in the other language: {heard.place}", shown.name)
            times += heard.role is Role.Clock and ":" in heard.name
            chosen += heard.role.name in ONE_OF_SEVERAL and (heard.checked or heard.selected)

    assert found == {}
    assert times > 0
    assert chosen > 0
