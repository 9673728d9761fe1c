"""The walk finds what is wrong: each fault in a window made for it."""

import pytest
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from tests.ui.accessibility.walking import faults, met


def named(widget: QWidget, name: str, words: str = "") -> QWidget:
    widget.setObjectName(name)
    widget.setAccessibleName(words)
    return widget


def focusable() -> QLabel:
    label = QLabel("Åbn")
    label.setFocusPolicy(label.focusPolicy().StrongFocus)
    return label


@pytest.fixture
def window(qtbot):
    def show(*widgets: QWidget) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        for widget in widgets:
            row.addWidget(widget)
        qtbot.addWidget(made)
        made.show()
        return made

    return show


def test_a_window_in_order_has_no_faults(window):
    label, field = QLabel("Navn"), named(QLineEdit(), "name", "Navn")
    label.setBuddy(field)

    assert faults(window(label, field, named(QPushButton("Gem"), "save"))) == []


@pytest.mark.parametrize(
    ("wrong", "made"),
    [
        ("no name", lambda: [named(QPushButton(), "save")]),
        ("a name from the code", lambda: [named(QPushButton(), "save", "save_button")]),
        ("can be worked, and is not said to be", lambda: [focusable()]),
        ("words that are said to be a pane", lambda: [named(QWidget(), "pill", "Bagud 9 min.")]),
        ("a choice that does not say what is chosen", lambda: [named(QComboBox(), "phase", "Fase")]),
        ("acts and has no objectName", lambda: [QPushButton("Gem")]),
        ("2 siblings called 'save'", lambda: [named(QPushButton("Gem"), "save"), named(QPushButton("Luk"), "save")]),
        (
            "the label 'Navn' is not the buddy of 'name'",
            lambda: [QLabel("Navn"), named(QLineEdit(), "name", "Navn")],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_fault_is_found(window, wrong, made):
    found = faults(window(*made()))

    assert [fault for fault in found if fault.startswith(wrong)] != []


def test_what_is_hidden_is_not_met(window):
    hidden = named(QPushButton("Slet"), "remove")
    shown = window(hidden, named(QPushButton("Gem"), "save"))
    hidden.hide()

    assert [heard.name for heard in met(shown) if heard.role.name == "Button"] == ["Gem"]
