"""Members out of a file: shown before anything is done, brought in at once, and never twice."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QProgressBar, QWidget

from facilitator.model.trouble import Trouble
from tests.intake.sheets import Sheet, workbook
from tests.ui.network.looking import heard, names_in, press, ready, rows_of

LIST = """Efternavn;Fornavn;Institution;E-mailadresse;Tlf. arbejde
Aaberg;Åse;Østre Skole;aase@vesteraa.dk;12 34 56 01
Friis;Claus;Fjordskolen;claus vesteraa.dk;12 34 56 03
Lund;Dorthe;Nørre Skole;dorthe@vesteraa.dk;
Bech;Lone;Engskolen;;12 34 56 08
;;;pia@vesteraa.dk;
Sørensen;Mette;Højvang Skole;;
"""


@pytest.fixture
def page(make_page):
    return make_page("members")


@pytest.fixture
def list_file(tmp_path):
    file = tmp_path / "ledere-vesteraa.csv"
    file.write_bytes(LIST.replace("\n", "\r\n").encode("cp1252"))
    return file


@pytest.fixture
def choose(qtbot, page, monkeypatch):
    """Chooses a file by the button, and waits until it has been read or given up."""

    def chosen(file):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
        press(qtbot, page, "import_members")
        dialog = ready(qtbot, page.members_tab.dialog)
        qtbot.waitUntil(lambda: dialog._job is None)
        return dialog

    return chosen


def members_of(page):
    return page.workspace.members(page.network_id)


def button(dialog):
    return dialog.findChild(QAbstractButton, "import")


def said_by(dialog, name):
    return dialog.findChild(QLabel, name).text()


def pick(qtbot, dialog, name, text):
    """Chooses in a combo by the arrow keys, and waits until the file has been read anew."""
    combo = dialog.findChild(QWidget, name)
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Home)
    while combo.currentText() != text:
        before = combo.currentIndex()
        qtbot.keyClick(combo, Qt.Key.Key_Down)
        assert combo.currentIndex() != before, f"{text} is not offered"
        qtbot.waitUntil(lambda: dialog._job is None)
    qtbot.waitUntil(lambda: dialog._job is None)


def test_a_windows_file_is_shown_and_then_brought_in(qtbot, page, choose, list_file):
    told = heard(page.said)
    dialog = choose(list_file)

    assert dialog.note.text() == "ledere-vesteraa.csv · 7 linjer · semikolon · Windows-1252"
    assert dialog.findChild(QWidget, "column_name").currentText() == "Fornavn + Efternavn"
    assert rows_of(dialog._list)[:2] == [
        "Linje 2, Åse Aaberg, aase@vesteraa.dk, Østre Skole, 12 34 56 01, Rettes",
        "Linje 3, Claus Friis, claus vesteraa.dk, Fjordskolen, 12 34 56 03, Springes over, e-mailen mangler @",
    ]
    assert said_by(dialog, "why_skipped") == (
        "Linje 3 springes over: e-mailen mangler @. Linje 6 springes over: den har intet navn."
    )
    assert dialog._reassurance.text() == "2 nye, 1 rettes, 1 findes i forvejen, 2 springes over."
    assert button(dialog).text() == "Hent 3 medlemmer"
    assert len(members_of(page)) == 4  # nothing has changed yet

    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(told))
    assert told == [
        "3 medlemmer er hentet. Linje 3 er sprunget over: e-mailen mangler @. "
        "Linje 6 er sprunget over: den har intet navn. Ret filen, og hent igen."
    ]
    qtbot.waitUntil(lambda: "Dorthe Lund" in names_in(page.members_tab.table))
    kept = {member.name: member for member in members_of(page)}
    assert kept["Åse Aaberg"].email == "aase@vesteraa.dk"
    assert kept["Lone Bech"].workplace == "Engskolen"
    assert len(kept) == 6


def test_the_same_file_again_adds_nobody(qtbot, page, choose, list_file):
    dialog = choose(list_file)
    told = heard(page.said)
    press(qtbot, dialog, "import")
    qtbot.waitUntil(lambda: bool(told))
    before = members_of(page)

    dialog = choose(list_file)

    assert dialog._reassurance.text() == "4 findes i forvejen, 2 springes over."
    assert not button(dialog).isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert members_of(page) == before


def test_leaving_the_dialog_changes_nothing(qtbot, page, choose, list_file):
    before = members_of(page)
    dialog = choose(list_file)

    press(qtbot, dialog, "cancel")

    assert not dialog.isVisible()
    assert members_of(page) == before


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("billede.csv", bytes(range(256)) * 40, "billede.csv er ikke en liste over medlemmer"),
        ("tom.csv", b"", "tom.csv er tom"),
        (
            "regneark.ods",
            b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
            "af en anden slags",
        ),
    ],
)
def test_a_file_that_is_no_list_gets_its_one_sentence(choose, tmp_path, name, data, said):
    file = tmp_path / name
    file.write_bytes(data)

    dialog = choose(file)

    assert said in said_by(dialog, "file_trouble")
    assert not button(dialog).isEnabled()
    assert not dialog.findChild(QWidget, "column_name").isVisible()
    dialog.reject()


def test_a_file_that_is_gone_gets_its_sentence(choose, tmp_path):
    dialog = choose(tmp_path / "væk.csv")

    assert "væk.csv" in said_by(dialog, "file_trouble")
    dialog.reject()


def test_columns_that_are_not_recognised_can_be_chosen(qtbot, choose, tmp_path):
    file = tmp_path / "hold.csv"
    file.write_text("Hvem er det;Hvor henne\nPluto Hansen;Fjordskolen\nFido Jensen;Engskolen\n", encoding="utf-8")
    dialog = choose(file)
    qtbot.waitUntil(lambda: dialog.preview is not None)
    assert "hold.csv" in said_by(dialog, "file_trouble")
    offered = dialog.findChild(QWidget, "column_name")
    assert offered.isVisible()
    assert not button(dialog).isEnabled()

    pick(qtbot, dialog, "column_name", offered.itemText(1))

    assert not dialog.findChild(QLabel, "file_trouble").isVisible()
    assert button(dialog).isEnabled()
    dialog.reject()


def test_a_column_chosen_otherwise_is_matched_again_at_once(qtbot, choose, list_file):
    dialog = choose(list_file)

    pick(qtbot, dialog, "column_email", "Ikke i filen")

    assert said_by(dialog, "why_skipped") == "Linje 6 springes over: den har intet navn."
    assert dialog._reassurance.text() == "3 nye, 1 rettes, 1 findes i forvejen, 1 springes over."
    dialog.reject()


def test_a_wrong_encoding_can_be_chosen_and_taken_back(qtbot, choose, list_file):
    dialog = choose(list_file)
    press(qtbot, dialog, "signs")

    pick(qtbot, dialog, "encoding", "UTF-8")
    assert "den har tegn, der ikke kan læses" in said_by(dialog, "why_skipped")
    pick(qtbot, dialog, "encoding", "Windows-1252")

    assert dialog._reassurance.text() == "2 nye, 1 rettes, 1 findes i forvejen, 2 springes over."
    dialog.reject()


def test_an_encoding_in_which_the_file_is_no_list_can_be_taken_back(qtbot, choose, list_file):
    dialog = choose(list_file)
    press(qtbot, dialog, "signs")
    pick(qtbot, dialog, "encoding", "UTF-16")
    assert "ledere-vesteraa.csv" in said_by(dialog, "file_trouble")

    pick(qtbot, dialog, "encoding", "Windows-1252")

    assert button(dialog).text() == "Hent 3 medlemmer"
    assert not dialog.findChild(QLabel, "file_trouble").isVisible()
    dialog.reject()


def test_cards_have_neither_columns_nor_a_separator(qtbot, choose, tmp_path):
    file = tmp_path / "kontakter.vcf"
    file.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ib Juul\nORG:Lundskolen\nEND:VCARD\n", encoding="utf-8")
    dialog = choose(file)
    press(qtbot, dialog, "signs")

    assert dialog.note.text() == "kontakter.vcf · 5 linjer · vCard · UTF-8"
    assert rows_of(dialog._list) == ["Linje 1, Ib Juul, Lundskolen, Ny"]
    assert dialog.findChild(QWidget, "encoding").isVisible()
    assert not dialog.findChild(QWidget, "delimiter").isVisible()
    assert not dialog.findChild(QWidget, "column_name").isVisible()
    dialog.reject()


def test_a_file_dropped_on_the_page_is_shown(qtbot, make_page, list_file):
    page = make_page("overview")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(list_file))])
    page.dropEvent(
        QDropEvent(
            QPointF(QPoint(40, 40)),
            Qt.DropAction.CopyAction,
            dropped,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )

    dialog = ready(qtbot, page.members_tab.dialog)
    qtbot.waitUntil(lambda: dialog.preview is not None)
    assert page.tabs.chosen_id() == "members"
    assert button(dialog).text() == "Hent 3 medlemmer"
    dialog.reject()


HEAD = ["Navn", "E-mail", "Skole"]
THIS_YEAR = Sheet("I år", [HEAD, ["Ib Juul", "ib@vesteraa.dk", "Lundskolen"], ["Lone Bech", "lone", "Engskolen"]])
LAST_YEAR = Sheet("Sidste år", [["Leder", "Mail"], ["Pia Holm", "pia@vesteraa.dk"]])


@pytest.fixture
def book(tmp_path):
    """A workbook with two lists in it."""
    file = tmp_path / "ledere.xlsx"
    file.write_bytes(workbook([THIS_YEAR, LAST_YEAR]))
    return file


@pytest.fixture
def long_file(tmp_path):
    """A list of three thousand, of whom half stand there twice."""
    file = tmp_path / "alle.csv"
    lines = "".join(f"Leder {n};leder{n % 1500}@vesteraa.dk\n" for n in range(3000))
    file.write_text("Navn;E-mail\n" + lines, encoding="utf-8")
    return file


def test_a_workbook_says_its_sheet_and_another_can_be_chosen(qtbot, choose, book):
    dialog = choose(book)

    assert dialog.note.text() == "ledere.xlsx · I år · 3 linjer · Excel"
    assert rows_of(dialog._list) == [
        "Linje 2, Ib Juul, ib@vesteraa.dk, Lundskolen, Ny",
        "Linje 3, Lone Bech, lone, Engskolen, Springes over, e-mailen mangler @",
    ]
    assert not dialog.findChild(QAbstractButton, "signs").isVisible()

    pick(qtbot, dialog, "sheet", "Sidste år")

    assert dialog.note.text() == "ledere.xlsx · Sidste år · 2 linjer · Excel"
    assert rows_of(dialog._list) == ["Linje 2, Pia Holm, pia@vesteraa.dk, Ny"]
    dialog.reject()


def test_in_a_sheet_that_was_chosen_the_columns_can_be_chosen_too(qtbot, choose, book):
    dialog = choose(book)
    pick(qtbot, dialog, "sheet", "Sidste år")

    pick(qtbot, dialog, "column_name", "Mail")

    assert dialog.note.text() == "ledere.xlsx · Sidste år · 2 linjer · Excel"
    assert rows_of(dialog._list) == ["Linje 2, pia@vesteraa.dk, pia@vesteraa.dk, Ny"]
    dialog.reject()


def test_where_a_workbook_has_one_list_there_is_no_sheet_to_choose(choose, tmp_path):
    file = tmp_path / "ledere.xlsx"
    file.write_bytes(workbook([THIS_YEAR, Sheet("Noter", [["Husk kaffe"]])]))

    dialog = choose(file)

    assert not dialog.findChild(QWidget, "sheet").isVisible()
    dialog.reject()


def test_how_far_the_reading_has_come_is_shown(qtbot, page, long_file):
    page.members_tab.import_file(long_file)
    dialog = page.members_tab.dialog
    bar = dialog.findChild(QProgressBar, "busy")
    assert bar.isVisible()
    shown = heard(bar.valueChanged)

    qtbot.waitUntil(lambda: dialog._job is None)

    assert len(shown) > 10
    assert shown == sorted(shown)
    assert not bar.isVisible()
    dialog.reject()


def test_leaving_the_dialog_calls_the_reading_off(qtbot, page, long_file):
    page.members_tab.import_file(long_file)
    dialog = page.members_tab.dialog
    finished = heard(dialog._job.finished)

    with qtbot.waitSignal(dialog._job.cancelled):
        dialog.reject()

    assert finished == []
    assert not page.workspace._jobs


def test_of_many_reasons_the_first_are_told_and_the_rest_are_counted(qtbot, choose, long_file):
    dialog = choose(long_file)

    told = said_by(dialog, "why_skipped")

    assert told.startswith("Linje 1502 springes over: den samme person står i linje 2. Linje 1503 springes over:")
    assert told.endswith(" 1.495 linjer mere springes over.")
    dialog.reject()


def test_until_all_are_on_disk_the_dialog_stays_and_says_so(qtbot, page, choose, long_file):
    dialog = choose(long_file)
    told, closed = heard(page.said), heard(dialog.finished)

    press(qtbot, dialog, "import")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    press(qtbot, dialog, "cancel")

    assert dialog.isVisible()
    assert dialog.findChild(QProgressBar, "busy").accessibleName() == "Medlemmerne hentes"
    assert dialog.findChild(QProgressBar, "busy").isVisible()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("1.500 medlemmer er hentet.")
    assert len(closed) == 1
    assert len(members_of(page)) == 1504


@pytest.mark.slow
def test_what_can_not_be_kept_is_said_where_it_was_agreed(qtbot, page, choose, list_file, danish):
    dialog = choose(list_file)
    other = page.workspace._database.second()
    before = members_of(page)
    with other.atomic():
        press(qtbot, dialog, "import")
        qtbot.waitUntil(lambda: not dialog._bringing, timeout=20_000)

    assert dialog._reassurance.text() == danish.say(Trouble("store_locked"))
    assert button(dialog).isEnabled()
    assert members_of(page) == before
    other.close()
    dialog.reject()
