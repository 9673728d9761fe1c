"""Qt's own palette, so that whatever the style sheet does not name still wears the theme."""

from PySide6.QtGui import QColor, QPalette

from ui.theme.tokens import Colours


def palette(colours: Colours) -> QPalette:
    """The palette of one theme."""
    role = QPalette.ColorRole
    made = QPalette()
    for which, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.hover),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.text3),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.on_accent),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Light, colours.surface),
        (role.Midlight, colours.hover),
        (role.Mid, colours.track),
        (role.Dark, colours.edge),
        (role.Shadow, colours.text),
    ):
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.text3))
    return made
