"""Members out of a file: how it was understood, what bringing it in would do, and nothing done before that is said."""

from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from facilitator.intake import DELIMITERS, FIELDS, Choices, Columns, Encoding, Field, Plan, Reading, Skipped
from facilitator.model.network import Network
from facilitator.model.trouble import Trouble
from ui.form import Labelled
from ui.network.import_rows import HEIGHT, ImportHead, ImportList
from ui.network.import_words import DELIMITER_NAMES, counts, how_understood, result, why_skipped
from ui.page import Surroundings
from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, SPACE
from ui.widgets.badge import IconLabel
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import Label
from ui.widgets.segments import Choice
from ui.widgets.sheet import Sheet
from ui.workspace import Job, Preview

WIDTH = 1000
TALLEST = 720
DONE = 100  # of the bar that says how far it has come
ROUND_TABLE = 6  # what a table needs beside its rows
ROOM_FOR_ALL, FEWER = 860, 3  # px of the design in which all columns are chosen in one row, else so many
STRETCHES = {"name": 12, "email": 11, "workplace": 10, "phone": 9, "title": 9}
SHOWN: tuple[Field, ...] = ("name", "email", "workplace", "phone", "title")


class ImportDialog(Sheet):
    """`brought_in` with what came of it, in words. The file is read in the background, again for every choice."""

    brought_in = Signal(str)

    def __init__(self, around: Surroundings, network: Network, file: Path, *, parent: QWidget) -> None:
        text = around.language.text
        super().__init__(
            around.theme, text("Import members from a file"), file.name, close=text("Close"), width=WIDTH, parent=parent
        )
        self.setObjectName("import_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedHeight(min(around.theme.px(TALLEST), max(480, parent.window().height() - SPACE.far)))
        self._around = around
        self._language = around.language
        self._network = network
        self._file = file
        self._choices = Choices()
        self._job: Job[Preview] | None = None
        self._begun = False
        self._bringing = False
        self.preview: Preview | None = None
        self._build()
        self._read(Choices())

    # Reading

    def _read(self, choices: Choices) -> None:
        """Has the file read with these choices; what was being read before is called off."""
        self._call_off()
        self._choices = choices
        self._show_busy(self._language.text("The file is being read"), DONE)
        self.import_button.setEnabled(False)
        job = self._around.workspace.preview_file(self._network.id, self._file, choices)
        job.progressed.connect(self._come_so_far)
        job.finished.connect(self._show)
        job.failed.connect(self._failed)
        self._job = job
        QTimer.singleShot(0, job, job.start)  # after the next paint, which would else have to fight for Python

    def _call_off(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.progressed.disconnect(self._come_so_far)
            job.finished.disconnect(self._show)
            job.failed.disconnect(self._failed)
            job.cancel()

    def _come_so_far(self, done: int, of: int) -> None:
        self._busy.setValue(done * DONE // of)

    def _show_busy(self, what: str, of: int) -> None:
        """Says what goes on, with how far it has come; `of` is 0 where nobody can tell."""
        self._busy.setRange(0, of)
        self._busy.setValue(0)
        self._busy.setAccessibleName(what)
        self._busy_words.say(what)
        self._busy_row.setVisible(True)

    def _failed(self, error: Exception) -> None:
        self._job = None
        self._busy_row.setVisible(False)
        if not isinstance(error, Trouble):
            self._around.workspace.went_wrong.emit(error)
            self.reject()
            return
        self._trouble.say(self._language.say(error))
        self._show_table(False)
        self._trouble_row.setVisible(True)
        if error.name == "columns_not_recognised":
            # Read once more with nothing recognised: then its columns can be chosen from.
            self._read(msgspec.structs.replace(self._choices, columns=Columns()))
            return
        # Other characters help only where others than those of the file were chosen.
        self._signs_button.setVisible(self._choices.encoding is not None)
        self._fields.setVisible(False)
        self._sheet_row.setVisible(False)
        self._why_row.setVisible(False)
        self.reassure(self._language.text("Nothing has changed."))

    def _show(self, preview: Preview) -> None:
        self._job = None
        self.preview = preview
        language, plan, lines = self._language, preview.plan, preview.plan.lines
        has_columns = preview.reading.format != "vcard"
        unknown = has_columns and not preview.reading.columns.name
        self._busy_row.setVisible(False)
        self.note.say(how_understood(self._file.name, preview.reading, language))
        self._fields.setVisible(has_columns)
        self._show_choices(preview.reading)
        with_title = any(part.row.title for part in lines)
        self._head.show_columns(with_title=with_title)
        self._list.show_lines(lines, with_title=with_title)
        self._table.setMaximumHeight(self._around.theme.px((len(lines) + 1) * HEIGHT) + ROUND_TABLE)
        self._show_table(not unknown)
        if unknown:
            self._trouble.say(language.say(Trouble("columns_not_recognised", file=self._file.name)))
        self._trouble_row.setVisible(unknown)
        self._why.say("" if unknown else why_skipped(plan.skipped, language, self._reason))
        self._why_row.setVisible(bool(plan.skipped) and not unknown)
        came = len(plan.added) + len(plan.updated)
        self.import_button.setText(
            language.count("Import {n} member", "Import {n} members", came) if came else language.text("Import")
        )
        self.import_button.setEnabled(came > 0)
        if came and not self._begun:
            self.import_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._begun = True
        self.reassure(language.text("Nothing has changed.") if unknown else counts(plan, language))

    def _show_table(self, shown: bool) -> None:
        """Shows the table, or lets what is said stand right under the fields."""
        self._table.setVisible(shown)
        self.body.setStretch(self.body.count() - 1, 0 if shown else 1)

    def _reason(self, skipped: Skipped) -> str:
        return self._around.workspace.reason(skipped, self._language)

    # Choosing

    def _show_choices(self, reading: Reading) -> None:
        for field, combo in self._columns.items():
            offered = reading.offered(field)
            combo.show_choices(
                tuple(Choice(_id_of(columns), self._column_words(columns, reading)) for columns in offered)
            )
            combo.choose(_id_of(reading.columns.of(field)))
        self._sheet.show_choices(tuple(Choice(name, name) for name in reading.sheets))
        self._sheet.choose(reading.sheet)
        self._sheet_row.setVisible(len(reading.sheets) > 1)
        # A workbook says itself how its characters are written, and a vCard parts nothing by a separator.
        self._signs_button.setVisible(reading.encoding is not None)
        self._signs.setVisible(reading.encoding is not None and self._signs_button.isChecked())
        self._separator.setVisible(reading.format == "csv")
        if reading.encoding is not None:
            self._encoding.choose(reading.encoding.name)
        self._delimiter.choose(reading.delimiter)

    def _column_words(self, columns: tuple[int, ...], reading: Reading) -> str:
        if not columns:
            return self._language.text("Not in the file")
        names = (
            reading.headers[column] or self._language.text("Column {n}", n=column + 1)
            for column in columns
            if column < len(reading.headers)
        )
        return " + ".join(names)

    def _column_chosen(self) -> None:
        chosen = {field: _columns_of(combo.chosen_id()) for field, combo in self._columns.items()}
        columns = Columns(**{field: chosen.get(field, ()) for field in FIELDS})
        self._read(msgspec.structs.replace(self._choices, columns=columns))

    def _sheet_chosen(self) -> None:
        """Another sheet: what stands where is recognised anew."""
        self._read(Choices(sheet=self._sheet.chosen_id()))

    def _signs_chosen(self) -> None:
        """Other characters or another separator: what stands where is recognised anew."""
        delimiter = self._delimiter.chosen_id() or None
        self._read(Choices(encoding=Encoding[self._encoding.chosen_id()], delimiter=delimiter))

    # Bringing in

    def _bring_in(self) -> None:
        """Has the plan carried out; until that is on disk the dialog stays and can't be left."""
        if self.preview is None or self._job is not None or self._bringing:
            return
        self._show_bringing(True)
        QTimer.singleShot(0, self, partial(self._carry_out, self.preview.plan))

    def _carry_out(self, plan: Plan) -> None:
        self._around.workspace.import_members(
            self._network, plan, joined=None, done=self._came_in, failed=self._not_brought_in
        )

    def _show_bringing(self, bringing: bool) -> None:
        self._bringing = bringing
        if self._close is not None:
            self._close.setEnabled(not bringing)
        for choosing in (self._signs, self._signs_button, self._sheet_row, self._fields, self._cancel):
            choosing.setEnabled(not bringing)
        self.import_button.setEnabled(not bringing)
        if bringing:
            self._show_busy(self._language.text("The members are being brought in"), 0)
        else:
            self._busy_row.hide()
            self.import_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _came_in(self, _: object) -> None:
        if self.preview is not None:
            self.brought_in.emit(result(self.preview.plan, self._language, self._reason))
        self._bringing = False
        self.accept()

    def _not_brought_in(self, error: Exception) -> None:
        self._show_bringing(False)
        if not isinstance(error, Trouble):
            self._around.workspace.went_wrong.emit(error)
            self.reject()
            return
        self.reassure(self._language.say(error), late=True)

    def reject(self) -> None:
        if not self._bringing:
            super().reject()

    def done(self, outcome: int) -> None:
        """However the dialog is left, nothing goes on reading."""
        self._call_off()
        super().done(outcome)

    # Building

    def _build(self) -> None:
        text, theme = self._language.text, self._around.theme
        self._signs_button = Button(theme, text("Correct characters and separators"), size="compact")
        self._signs_button.setObjectName("signs")
        self._signs_button.setCheckable(True)
        self._signs_button.hide()
        self.head.addWidget(self._signs_button, 0, Qt.AlignmentFlag.AlignTop)
        self._build_signs()
        self._build_fields()
        self._build_table()
        self._cancel = Button(theme, text("Cancel"))
        self._cancel.setObjectName("cancel")
        self._cancel.clicked.connect(self.reject)
        self.import_button = Button(theme, text("Import"), kind="primary")
        self.import_button.setObjectName("import")
        self.import_button.setDefault(True)
        self.import_button.clicked.connect(self._bring_in)
        self.add_button(self._cancel)
        self.add_button(self.import_button)

    def _build_signs(self) -> None:
        text = self._language.text
        self._signs = QWidget()
        signs = QHBoxLayout(self._signs)
        signs.setContentsMargins(0, 0, 0, 0)
        signs.setSpacing(SPACE.near)
        self._encoding = self._choice(tuple(Choice(each.name, each.value) for each in Encoding), self._signs_chosen)
        self._delimiter = self._choice(
            tuple(Choice(each, text(DELIMITER_NAMES[each])) for each in DELIMITERS), self._signs_chosen
        )
        signs.addWidget(Labelled(text("Characters"), self._encoding, "encoding"), 1)
        self._separator = Labelled(text("Separator"), self._delimiter, "delimiter")
        signs.addWidget(self._separator, 1)
        signs.addStretch(2)
        _keep_low(self._signs)
        self._signs.hide()
        self._signs_button.toggled.connect(self._signs.setVisible)
        self.body.addWidget(self._signs)

    def _build_fields(self) -> None:
        text = self._language.text
        names = {
            "name": text("Name"),
            "email": text("E-mail"),
            "workplace": text("Workplace"),
            "phone": text("Phone"),
            "title": text("Job title"),
        }
        self._sheet = self._choice((), self._sheet_chosen)
        self._sheet_row = QWidget()
        sheet = QHBoxLayout(self._sheet_row)
        sheet.setContentsMargins(0, 0, 0, 0)
        sheet.addWidget(Labelled(text("Sheet"), self._sheet, "sheet"), 1)
        sheet.addStretch(1)
        _keep_low(self._sheet_row)
        self._sheet_row.hide()
        self.body.addWidget(self._sheet_row)
        self._fields = QWidget()
        column = QVBoxLayout(self._fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.hair)
        column.addWidget(Label(text("What stands where?"), "heading"))
        grid = QGridLayout()
        grid.setSpacing(SPACE.near)
        across = len(SHOWN) if self._around.theme.room(self.body_width()) >= ROOM_FOR_ALL else FEWER
        self._columns: dict[Field, ChoiceField] = {}
        for place, field in enumerate(SHOWN):
            self._columns[field] = self._choice((), self._column_chosen)
            labelled = Labelled(names[field], self._columns[field], f"column_{field}")
            grid.addWidget(labelled, place // across, place % across)
            if place < across:
                grid.setColumnStretch(place, STRETCHES[field])
        column.addLayout(grid)
        _keep_low(self._fields)
        self._fields.hide()
        self.body.addWidget(self._fields)

    def _choice(self, choices: tuple[Choice, ...], chosen: object) -> ChoiceField:
        combo = ChoiceField(choices)
        combo.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(6)
        combo.setProperty("measure", "compact")
        combo.chosen.connect(chosen)
        return combo

    def _build_table(self) -> None:
        theme, language = self._around.theme, self._language
        self._busy = QProgressBar()
        self._busy.setObjectName("busy")
        self._busy.setTextVisible(False)
        self._busy_words = Label("", "muted")
        self._busy_row = QWidget()
        busy = QVBoxLayout(self._busy_row)
        busy.setContentsMargins(0, 0, 0, 0)
        busy.setSpacing(SPACE.hair)
        busy.addWidget(self._busy_words)
        busy.addWidget(self._busy)
        _keep_low(self._busy_row)
        self.body.addWidget(self._busy_row)
        self._table = Card(bare=True)
        self._table.body.setSpacing(0)
        self._list = ImportList(theme, language, self._reason)
        self._head = ImportHead(theme, language, self._list)
        self._list.setAccessibleName(language.text("Lines of the file"))
        self._table.body.addWidget(self._head)
        self._table.body.addWidget(self._list)
        self._table.hide()
        self.body.addWidget(self._table, 1)
        self._why = Label("", "late", wrap=True)
        self._why.setObjectName("why_skipped")
        advice = Label(language.text("Correct the file and import again. Nobody is added twice."), "small", wrap=True)
        self._why_row = _noted(theme, self._why, advice)
        self._trouble = Label("", "late", wrap=True)
        self._trouble.setObjectName("file_trouble")
        self._trouble_row = _noted(theme, self._trouble)
        self.body.addWidget(self._why_row)
        self.body.addWidget(self._trouble_row)
        self.body.addStretch(0)


def _noted(theme: Theme, *labels: Label) -> QWidget:
    """Sentences beside the sign that draws the eye to them; hidden at first."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.tight)
    sign = IconLabel(theme, "alert-circle-outline", "late", size=SIZE.icon)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(0)
    for label in labels:
        column.addWidget(label)
    row.addLayout(column, 1)
    whole.hide()
    return whole


def _keep_low(row: QWidget) -> None:
    """What room is left over goes under the table, not between the choices."""
    row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


def _id_of(columns: tuple[int, ...]) -> str:
    return "+".join(str(column) for column in columns)


def _columns_of(chosen: str) -> tuple[int, ...]:
    return tuple(int(column) for column in chosen.split("+") if column)
