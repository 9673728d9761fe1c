"""The two dialogs about copies: one made, with its passphrase; one brought back, with what happens said first."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.model.trouble import Trouble
from ui.form import Form
from ui.page import Surroundings
from ui.widgets.labels import Label
from ui.widgets.segments import Choice, Segments

WIDTH = 560


class CopyDialog(Form):
    """A copy of the store at a file: locked with a passphrase, or open to whoever has it."""

    said = Signal(str)

    def __init__(self, around: Surroundings, to: Path, *, parent: QWidget) -> None:
        text = around.language.text
        super().__init__(
            around,
            "copy_dialog",
            text("Back up to a file"),
            note=to.name,
            save=text("Make backup"),
            width=WIDTH,
            parent=parent,
        )
        self._to = to
        self._locked = Segments((Choice("locked", text("With a passphrase")), Choice("plain", text("Without one"))))
        self._locked.setObjectName("locked")
        self._locked.setAccessibleName(text("How the backup is kept"))
        self._locked.choose("locked")
        self._locked.chosen.connect(self._show_choice)
        self._first = _secret()
        self._second = _secret()
        if around.workspace.keyed:
            self.body.addWidget(
                Label(text("The backup opens with the same passphrase as your data."), "body", wrap=True)
            )
        else:
            self.body.addWidget(self._locked)
            self.body.addWidget(self.labelled("passphrase", text("Passphrase"), self._first))
            self.body.addWidget(self.labelled("again", text("The same once more"), self._second))
            self._show_choice("locked")

    def keep(self) -> None:
        plain = self._locked.chosen_id() == "plain"
        passphrase = None if plain or self.workspace.keyed else self._first.text()
        if passphrase is not None and not passphrase:
            raise Trouble("passphrase_needed")
        if passphrase is not None and passphrase != self._second.text():
            self.places["again"].complain(self.language.text("The two are not the same."))
            return
        self.save_button.setEnabled(False)
        self.reassure(self.language.text("The backup is being made and checked …"))
        job = self.workspace.back_up(self._to, passphrase, plain=plain)
        job.finished.connect(self._made)
        job.failed.connect(self._not_made)
        job.start()

    def _show_choice(self, choice: str) -> None:
        locked = choice == "locked"
        for name in ("passphrase", "again"):
            self.places[name].setVisible(locked)
        text = self.language.text
        self.reassure(
            text("Write the passphrase down: without it nobody can open the backup.")
            if locked
            else text("Whoever has the file can read everything, private notes too."),
            late=not locked,
        )

    def _made(self, path: Path) -> None:
        self.said.emit(self.language.text("The backup is made and checked: {file}", file=path.name))
        self.accept()

    def _not_made(self, error: object) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, Trouble):
            self.tell(error)
        else:
            self.reassure("")
            self.workspace.went_wrong.emit(error)


class RestoreDialog(Form):
    """What bringing a backup back does. `agreed` with its path and passphrase."""

    agreed = Signal(object, object)

    def __init__(self, around: Surroundings, file: Path, *, parent: QWidget) -> None:
        text = around.language.text
        super().__init__(
            around,
            "restore_dialog",
            text("Restore from a backup"),
            note=file.name,
            save=text("Restore"),
            width=WIDTH,
            parent=parent,
        )
        self._file = file
        self._passphrase = _secret()
        self.body.addWidget(
            Label(
                text("The backup takes the place of what is here now. What is here now is kept beside it."),
                "body",
                wrap=True,
            )
        )
        self.body.addWidget(self.labelled("passphrase", text("Passphrase, where the backup has one"), self._passphrase))

    def keep(self) -> None:
        self.accept()
        self.agreed.emit(self._file, self._passphrase.text() or None)


def _secret() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
