"""An application dressed in the light theme."""

import pytest

from ui.theme.theme import Theme, apply, light


@pytest.fixture
def theme(qapp) -> Theme:
    made = light()
    apply(qapp, made)
    return made
