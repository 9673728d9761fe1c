"""Every icon that the design names is there, and takes the colour it is given."""

import pytest

from ui.theme.icons import FOLDER, Icons

NAMED = [
    "home-outline",
    "account-group-outline",
    "book-open-page-variant-outline",
    "cog-outline",
    "calendar-blank-outline",
    "handshake-outline",
    "note-text-outline",
    "gavel",
    "alpha-p-box-outline",
    "file-document-outline",
    "lock-outline",
    "message-text-outline",
    "hand-back-right-outline",
    "eye-outline",
    "play",
    "pause",
    "account-voice",
    "account-arrow-right-outline",
    "account-check-outline",
    "projector-screen-outline",
    "clock-alert-outline",
    "arrow-right",
    "content-cut",
    "arrow-right-thin",
    "debug-step-over",
    "arrow-collapse-horizontal",
    "eye-off-outline",
    "undo",
    "arrow-left",
    "check",
    "coffee-outline",
    "file-pdf-box",
    "file-word-outline",
    "language-markdown-outline",
    "email-outline",
    "printer-outline",
    "check-circle",
    "check-circle-outline",
    "progress-clock",
    "alert-circle-outline",
    "information-outline",
    "trending-down",
    "calendar-clock-outline",
    "calendar-alert-outline",
    "shield-check-outline",
    "shield-lock-outline",
    "certificate-outline",
    "magnify",
    "plus",
    "close",
    "menu",
    "dots-horizontal",
    "drag-vertical",
    "chevron-up",
    "chevron-down",
    "chevron-right",
    "map-marker-outline",
    "compass-outline",
    "package-variant-closed",
    "checkbox-marked",
    "checkbox-blank-outline",
    "radiobox-marked",
    "radiobox-blank",
    "plus-circle-outline",
    "pencil-circle-outline",
]


@pytest.mark.parametrize("name", NAMED)
def test_every_icon_of_the_design_is_drawn_in_the_colour_asked_for(qapp, name):
    image = Icons().pixmap(name, 24, "#A8261C").toImage()

    inked = [
        image.pixelColor(x, y).name() for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() == 255
    ]

    assert inked
    assert set(inked) == {"#a8261c"}


def test_an_icon_is_read_and_drawn_once(qapp):
    icons = Icons()

    assert icons.pixmap("play", 20, "#14584E").cacheKey() == icons.pixmap("play", 20, "#14584E").cacheKey()


def test_an_icon_has_twice_the_pixels_on_a_screen_that_has(qapp):
    pixmap = Icons().pixmap("play", 20, "#14584E", 2.0)

    assert (pixmap.width(), pixmap.devicePixelRatio()) == (40, 2.0)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_pictures_that_the_style_sheet_shows_are_there(qapp, theme):
    from ui.theme.theme import dark, light

    sheet = (light() if theme == "light" else dark()).style_sheet
    shown = {part.split('"')[1] for part in sheet.split("url(")[1:]}

    assert shown
    assert all(FOLDER.joinpath("controls", theme).samefile(path.rpartition("/")[0]) for path in shown)
    assert [path for path in shown if not FOLDER.joinpath(path).is_file()] == []
