"""Members out of a file: how it was understood, what bringing it in would do, and nothing done before that is said."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from facilitator.intake import DELIMITERS, FIELDS, Choices, Columns, Encoding, Field, Reading, Skipped
from facilitator.model.network import Network
from facilitator.model.trouble import Trouble
from ui.form import Labelled
from ui.network.import_rows import HEIGHT, ImportHead, ImportList, import_rows
from ui.network.import_words import DELIMITER_NAMES, counts, how_understood, why_skipped
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
ROUND_TABLE = 6  # what a table needs beside its rows
STRETCHES = {"name": 12, "email": 11, "workplace": 10, "phone": 9, "title": 9}
SHOWN: tuple[Field, ...] = ("name", "email", "workplace", "phone", "title")


class ImportDialog(Sheet):
    """`agreed` with the plan to carry out. The file is read in the background, again for every choice."""

    agreed = Signal(object)

    def __init__(self, around: Surroundings, network: Network, file: Path, *, parent: QWidget) -> None:
        text = around.language.text
        super().__init__(
            around.theme, text("Import members from a file"), file.name, close=text("Close"), width=WIDTH, parent=parent
        )
        self.setObjectName("import_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedHeight(min(TALLEST, max(480, parent.window().height() - SPACE.far)))
        self._around = around
        self._language = around.language
        self._network = network
        self._file = file
        self._choices = Choices()
        self._job: Job[Preview] | None = None
        self._begun = False
        self.preview: Preview | None = None
        self._build()
        self._read(Choices())

    # Reading

    def _read(self, choices: Choices) -> None:
        """Has the file read with these choices; what was being read before is called off."""
        self._call_off()
        self._choices = choices
        self._busy.setVisible(True)
        self.import_button.setEnabled(False)
        job = self._around.workspace.preview_file(self._network.id, self._file, choices)
        job.finished.connect(self._show)
        job.failed.connect(self._failed)
        self._job = job
        job.start()

    def _call_off(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.finished.disconnect(self._show)
            job.failed.disconnect(self._failed)
            job.cancel()

    def _failed(self, error: Exception) -> None:
        self._job = None
        self._busy.setVisible(False)
        if not isinstance(error, Trouble):
            self._around.workspace.went_wrong.emit(error)
            self.reject()
            return
        self._trouble.say(self._language.say(error))
        self._show_table(False)
        self._trouble_row.setVisible(True)
        if error.name == "columns_not_recognised":
            # Read once more with nothing recognised: then its columns can be chosen from.
            self._read(Choices(encoding=self._choices.encoding, delimiter=self._choices.delimiter, columns=Columns()))
            return
        self._fields.setVisible(False)
        self._why_row.setVisible(False)
        self.reassure(self._language.text("Nothing has changed."))

    def _show(self, preview: Preview) -> None:
        self._job = None
        self.preview = preview
        language, plan = self._language, preview.plan
        unknown = preview.reading.format == "csv" and not preview.reading.columns.name
        self._busy.setVisible(False)
        self.note.say(how_understood(self._file.name, preview.reading, language))
        self._fields.setVisible(preview.reading.format == "csv")
        self._separator.setVisible(preview.reading.format == "csv")
        self._show_choices(preview.reading)
        reasons = {each.line: self._reason(each) for each in plan.skipped}
        with_title = any(part.row.title for part in plan.lines)
        self._head.show_columns(with_title=with_title)
        rows = import_rows(plan, language, reasons)
        self._list.show_lines(rows, with_title=with_title)
        self._table.setMaximumHeight((len(rows) + 1) * HEIGHT + ROUND_TABLE)
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
        self._read(Choices(encoding=self._choices.encoding, delimiter=self._choices.delimiter, columns=columns))

    def _signs_chosen(self) -> None:
        """Other characters or another separator: what stands where is recognised anew."""
        delimiter = self._delimiter.chosen_id() or None
        self._read(Choices(encoding=Encoding[self._encoding.chosen_id()], delimiter=delimiter))

    # Bringing in

    def _bring_in(self) -> None:
        if self.preview is None or self._job is not None:
            return
        self.agreed.emit(self.preview.plan)
        self.accept()

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
        self.head.addWidget(self._signs_button, 0, Qt.AlignmentFlag.AlignTop)
        self._build_signs()
        self._build_fields()
        self._build_table()
        cancel = Button(theme, text("Cancel"))
        cancel.setObjectName("cancel")
        cancel.clicked.connect(self.reject)
        self.import_button = Button(theme, text("Import"), kind="primary")
        self.import_button.setObjectName("import")
        self.import_button.setDefault(True)
        self.import_button.clicked.connect(self._bring_in)
        self.add_button(cancel)
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
        self._fields = QWidget()
        column = QVBoxLayout(self._fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.hair)
        column.addWidget(Label(text("What stands where?"), "heading"))
        row = QHBoxLayout()
        row.setSpacing(SPACE.near)
        self._columns: dict[Field, ChoiceField] = {}
        for field in SHOWN:
            self._columns[field] = self._choice((), self._column_chosen)
            row.addWidget(Labelled(names[field], self._columns[field], f"column_{field}"), STRETCHES[field])
        column.addLayout(row)
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
        self._busy.setObjectName("reading")
        self._busy.setRange(0, 0)
        self._busy.setAccessibleName(language.text("The file is being read"))
        self.body.addWidget(self._busy)
        self._table = Card(bare=True)
        self._table.body.setSpacing(0)
        self._list = ImportList(theme)
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


def _id_of(columns: tuple[int, ...]) -> str:
    return "+".join(str(column) for column in columns)


def _columns_of(chosen: str) -> tuple[int, ...]:
    return tuple(int(column) for column in chosen.split("+") if column)
