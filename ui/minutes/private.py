"""What stands where texts are private: how many, and the button that unfolds them and folds them again."""

from collections.abc import Sequence

from facilitator.language import Language
from facilitator.model.outcome import AnyOutcome, Photo
from ui.page import Surroundings
from ui.widgets.buttons import Button


class FoldButton(Button):
    """Under the texts of one kind. Somebody may be looking over a shoulder, so that a press folds as it unfolds."""

    def __init__(self, around: Surroundings, private: Sequence[AnyOutcome], *, unfolded: bool) -> None:
        text = around.language.text
        words = text("Fold what is private") if unfolded else folded_words(around.language, private)
        key = "" if unfolded else text("Hold Alt: show")
        super().__init__(around.theme, words, kind="tertiary", size="compact", icon="lock-outline", key=key)
        self.setObjectName(f"unfold_{type(private[0]).__name__.lower()}")
        self.setAccessibleName(words)
        if not unfolded:
            self.setToolTip(text("Show what is private"))


def folded_words(language: Language, private: Sequence[AnyOutcome]) -> str:
    """How many texts and lines, or how many photos, and nothing of what they say."""
    if isinstance(private[0], Photo):
        photos = language.count("{n} photo", "{n} photos", len(private))
        return language.text("{what}, on this computer only", what=photos)
    lines = sum(len(each.text.splitlines()) for each in private)
    texts = language.count("{n} text", "{n} texts", len(private))
    told = f"{texts} · {language.count('{n} line', '{n} lines', lines)}"
    return language.text("{what}, on this computer only", what=told)
