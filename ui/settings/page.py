"""Settings: language and look, who the facilitator is, where the data lies, and its copies."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from facilitator.model.trouble import Trouble
from ui.page import Page, Surroundings
from ui.settings.copies import CopyDialog, RestoreDialog
from ui.settings.gong import GongCard
from ui.settings.wall import WallCard
from ui.theme.tokens import SPACE
from ui.widgets.badge import IconLabel
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.scrolled import scrolled
from ui.widgets.segments import Choice, Segments
from ui.widgets.switch import Switch, worded

PROFILE = ("name", "title", "email", "phone")
WIDEST = 860


class SettingsPage(Page):
    """Everything is kept as soon as it is chosen."""

    restore_asked = Signal(object, object)
    """A backup's path, and its passphrase or None."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.setObjectName("settings_page")
        self._around = around
        self._settings = self.workspace.settings()
        self._fields: dict[str, QLineEdit] = {}
        self._lay_out()
        self.setFocusProxy(self._language)

    def title(self) -> str:
        return self.language.text("Settings")

    def leaving(self, *, remade: bool) -> None:
        del remade
        self._gong.end()
        self._keep_profile()

    def _choose_language(self, code: str) -> None:
        self._keep_profile()
        chosen = {"da": "da", "en": "en"}.get(code)
        self.workspace.save_settings(replace(self.workspace.settings(), language=chosen))

    def _choose_theme(self, theme: str) -> None:
        self._keep_profile()
        self.workspace.save_settings(replace(self.workspace.settings(), theme=theme))

    def _choose_text_size(self, size: str) -> None:
        self._keep_profile()
        self.workspace.save_settings(replace(self.workspace.settings(), text_size=size))

    def _keep_profile(self) -> None:
        written = {name: " ".join(field.text().split()) for name, field in self._fields.items()}
        before = self.workspace.settings().profile
        profile = replace(before, **written)
        if profile != before:
            self.workspace.keep_profile(profile)
            self.said.emit(self.language.text("Your details are saved."))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.workspace.store_path.parent)))

    def _back_up(self) -> None:
        now = self.workspace.now()
        name = f"{now:%Y-%m-%d} {self.workspace.store_path.name}"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.language.text("Back up to a file"), name, self.language.text("Networks (*.facilitator)")
        )
        if chosen:
            dialog = CopyDialog(self._around, Path(chosen), parent=self)
            dialog.said.connect(self.said)
            dialog.open()

    def _restore(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.language.text("Restore from a backup"), "", self.language.text("Networks (*.facilitator)")
        )
        if chosen:
            dialog = RestoreDialog(self._around, Path(chosen), parent=self)
            dialog.agreed.connect(self.restore_asked)
            dialog.open()

    def _check(self) -> None:
        self._check_button.setEnabled(False)
        self.said.emit(self.language.text("The data is being looked through …"))
        job = self.workspace.check_store()
        job.finished.connect(self._checked)
        job.failed.connect(self._not_checked)
        job.start()

    def _checked(self, problems: object) -> None:
        self._check_button.setEnabled(True)
        if problems:
            self.said.emit(self.language.say(Trouble("store_damaged")))
        else:
            self.said.emit(self.language.text("Everything is whole."))

    def _not_checked(self, error: object) -> None:
        self._check_button.setEnabled(True)
        self.workspace.went_wrong.emit(error)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("ground", "none")
        inside.setMaximumWidth(self.theme.px(WIDEST) + 2 * SPACE.page)
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE.page, SPACE.wide, SPACE.page, SPACE.page)
        column.setSpacing(SPACE.roomy)
        column.addWidget(Label(self.language.text("Settings"), "page"))
        column.addWidget(self._looks())
        column.addWidget(self._profile())
        self._gong = GongCard(self._around)
        self._gong.said.connect(self.said)
        column.addWidget(self._gong)
        column.addWidget(WallCard(self._around))
        column.addWidget(self._data())
        if self.workspace.can_open_packs():
            column.addWidget(self._packs())
        column.addStretch(1)
        scroll = scrolled(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _looks(self) -> Card:
        text = self.language.text
        card = Card(text("Language and look"))
        as_computer = Choice("system", text("As the computer"))
        self._language = Segments((as_computer, Choice("da", "Dansk"), Choice("en", "English")))
        self._language.choose(self._settings.language or "system")
        self._language.chosen.connect(self._choose_language)
        self._theme = Segments((as_computer, Choice("light", text("Light")), Choice("dark", text("Dark"))))
        self._theme.choose(self._settings.theme)
        self._theme.chosen.connect(self._choose_theme)
        self._text_size = Segments(
            (
                as_computer,
                Choice("normal", text("Normal")),
                Choice("larger", text("Larger")),
                Choice("largest", text("Largest")),
            )
        )
        self._text_size.choose(self._settings.text_size)
        self._text_size.chosen.connect(self._choose_text_size)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.wide)
        grid.setVerticalSpacing(SPACE.near)
        for row, (name, words, segments) in enumerate(
            (
                ("language", text("Language"), self._language),
                ("theme", text("Colours"), self._theme),
                ("text_size", text("Text size"), self._text_size),
            )
        ):
            segments.setObjectName(name)
            segments.setAccessibleName(words)
            segments.setMinimumWidth(self.theme.px(420))
            grid.addWidget(Label(words, "body"), row, 0)
            grid.addWidget(segments, row, 1)
        grid.setColumnStretch(2, 1)
        card.body.addLayout(grid)
        return card

    def _profile(self) -> Card:
        text = self.language.text
        card = Card(text("About you"))
        card.body.addWidget(
            Label(text("Your name stands as consultant in the networks that you make here."), "muted", wrap=True)
        )
        names = {
            "name": text("Name"),
            "title": text("Title"),
            "email": text("E-mail"),
            "phone": text("Phone"),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.even)
        grid.setVerticalSpacing(SPACE.near)
        for place, name in enumerate(PROFILE):
            field = QLineEdit(getattr(self._settings.profile, name))
            field.setObjectName(f"profile_{name}")
            field.setAccessibleName(names[name])
            field.setMaxLength(200)
            field.editingFinished.connect(self._keep_profile)
            self._fields[name] = field
            cell = QVBoxLayout()
            cell.setSpacing(SPACE.hair)
            label = Label(names[name], "small")
            label.setBuddy(field)
            cell.addWidget(label)
            cell.addWidget(field)
            grid.addLayout(cell, place // 2, place % 2)
        card.body.addLayout(grid)
        return card

    def _data(self) -> Card:
        text = self.language.text
        card = Card(text("Your data"))
        row = QHBoxLayout()
        row.setSpacing(SPACE.near)
        row.addWidget(
            IconLabel(self.theme, "shield-lock-outline", "accent")
            if self.workspace.keyed
            else IconLabel(self.theme, "information-outline", "text2")
        )
        shield = (
            text("The data is locked with a passphrase. Only whoever knows it can read it.")
            if self.workspace.keyed
            else text("The data has no passphrase. Whoever can use this computer can read it.")
        )
        row.addWidget(Label(shield, "body", wrap=True), 1)
        card.body.addLayout(row)
        where = Label(str(self.workspace.store_path), "faint", wrap=True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where.setObjectName("store_path")
        card.body.addWidget(where)
        warning = self.workspace.place_warning()
        if warning is not None:
            told = Label(self.language.say(warning), "late", wrap=True)
            told.setObjectName("place_warning")
            card.body.addWidget(told)
        buttons = Flow()
        self._check_button = self._button("check_store", text("Check the data"), self._check)
        for button in (
            self._button("open_folder", text("Open the folder"), self._open_folder),
            self._button("back_up", text("Back up to a file"), self._back_up),
            self._button("restore", text("Restore from a backup"), self._restore),
            self._check_button,
        ):
            buttons.addWidget(button)
        card.body.addLayout(buttons)
        return card

    def _packs(self) -> Card:
        text = self.language.text
        card = Card(text("Handover packs"))
        self._opens_packs = Switch(self.theme, text("Open handover packs in this app when they are double-clicked"))
        self._opens_packs.setObjectName("opens_packs")
        self._opens_packs.setChecked(self.workspace.opens_packs(self.language))
        self._opens_packs.clicked.connect(self._choose_packs)
        card.body.addLayout(worded(self._opens_packs))
        card.body.addWidget(Label(text("It holds for you alone, and needs no administrator."), "muted", wrap=True))
        return card

    def _choose_packs(self, here: bool) -> None:
        self._packs_here = here
        job = self.workspace.open_packs(self.language, here=here)
        job.finished.connect(self._packs_chosen)
        job.failed.connect(self._packs_not_chosen)
        job.start()

    def _packs_chosen(self, _: object) -> None:
        text = self.language.text
        here, gone = text("Handover packs open in this app."), text("Handover packs no longer open in this app.")
        self.said.emit(here if self._packs_here else gone)

    def _packs_not_chosen(self, error: object) -> None:
        self._opens_packs.setChecked(self.workspace.opens_packs(self.language))
        self.workspace.went_wrong.emit(error)

    def _button(self, name: str, text: str, press: object) -> Button:
        button = Button(self.theme, text)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.clicked.connect(press)
        return button
