"""Full disks, read-only media and disks that are pulled out, each done; test_own_mounts.py runs these.

What was acknowledged before is looked for afterwards.
"""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.store import check, networks, outcomes
from facilitator.store.database import open_store
from tests.cli.conftest import Facilitator
from tests.faults.mounts import Disk, mounted
from tests.store import builders
from tests.store.builders import contents
from tests.store.test_migrations import OLDER
from tests.ui.live.builders import Room, plain, wait_until
from ui.network.member_dialog import MemberDialog
from ui.none import keep_none
from ui.page import Surroundings
from ui.theme.theme import apply, light

FULL = "The disk is full. What was saved before is safe. Make room, and try again.\n"
ONLY_READ = "The folder or file can only be read. Nothing was written. Choose another folder.\n"
K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Two megabytes of room."""
    with mounted(tmp_path / "lille disk på øen", 2048) as made:
        yield made


@pytest.fixture
def facilitator(disk: Disk) -> Facilitator:
    """The command, with its store on the small disk."""
    return Facilitator(disk.folder / "mit lager.facilitator", disk.folder)


def texts_of(facilitator: Facilitator, session: str) -> list[str]:
    """The notes that the store has, and that it is whole."""
    with closing(open_store(facilitator.store)) as database:
        assert check.check(database) == ()
        return [outcome.text for outcome in outcomes.outcomes_of(database, session)]


def names_in(facilitator: Facilitator) -> list[str]:
    """What its networks are called."""
    with closing(open_store(facilitator.store)) as database:
        return [each.name for each in networks.list_networks(database)]


def test_a_run_refuses_what_has_no_room_and_goes_on_when_there_is(disk, facilitator, session):
    talk = facilitator.begin(session)
    assert talk.say("start")["ok"]
    disk.fill()
    kept: list[str] = []
    refused: list[dict[str, Any]] = []
    for number in range(200):
        text = f"{number} " + "Vi prøver rollerne på tur. " * 40
        answer = talk.say("note", text=text)
        kept += [text] if answer["ok"] else []
        refused += [] if answer["ok"] else [answer]
        if len(refused) == 3:
            break
    assert [answer["error"] for answer in refused] == [FULL.strip()] * 3
    disk.make_room()
    seq = talk.say("state")["seq"]
    last = talk.say("note", text="Nu er der plads")
    assert (last["ok"], last["seq"]) == (True, seq + 1)
    assert talk.end() == 0

    assert texts_of(facilitator, session) == [*kept, "Nu er der plads"]


def test_a_run_that_is_killed_on_a_full_disk_is_taken_up_when_there_is_room(disk, facilitator, session):
    talk = facilitator.begin(session)
    talk.say("start")
    talk.say("note", text="Gemt")
    disk.fill()
    while talk.say("note", text="x" * 4000)["ok"]:
        pass
    seq = talk.say("state")["seq"]
    talk.kill()
    disk.make_room()

    (answer,) = facilitator.commands(session, {"do": "state"})

    assert (answer["state"], answer["seq"]) == ("running", seq)
    assert texts_of(facilitator, session)[0] == "Gemt"


def test_a_store_on_a_full_disk_is_told_by_every_command_and_opens_when_there_is_room(disk, facilitator, session):
    disk.fill()
    before = facilitator.store.read_bytes()

    for command in (("networks",), ("run", session)):
        result = facilitator(*command)
        assert (result.code, result.out, result.err) == (1, "", FULL)

    assert facilitator.store.read_bytes() == before
    disk.make_room()
    assert names_in(facilitator) == ["Skoleledere i Vesterå"]


def test_no_store_is_made_half_on_a_full_disk(disk, facilitator):
    disk.fill()

    result = facilitator("networks")

    assert (result.code, result.err) == (1, FULL)
    disk.make_room()
    assert contents(disk.folder) == {}
    assert names_in(facilitator) == []


def test_an_export_to_a_full_disk_leaves_the_old_paper(disk, facilitator, session, tmp_path):
    own = Facilitator(tmp_path / "eget.facilitator", tmp_path)
    shutil.copyfile(facilitator.store, own.store)
    to = disk.folder / "dagsorden.pdf"
    assert own("export", session, "--as", "agenda", "--to", to).code == 0
    old = to.read_bytes()
    disk.fill()

    result = own("export", session, "--as", "runsheet", "--to", to)

    assert (result.code, result.err) == (1, FULL)
    assert to.read_bytes() == old
    disk.make_room()
    assert sorted(each.name for each in disk.folder.iterdir()) == [to.name, facilitator.store.name]
    assert own("export", session, "--as", "runsheet", "--to", to).code == 0
    assert to.read_bytes() != old


@pytest.mark.parametrize("options", [["--plain"], []], ids=["plain", "locked"])
def test_a_backup_to_a_full_disk_leaves_the_old_one(disk, session, facilitator, tmp_path, options):
    own = Facilitator(tmp_path / "eget.facilitator", tmp_path)
    shutil.copyfile(facilitator.store, own.store)
    to = disk.folder / "kopi.facilitator"

    def backup():
        return own("backup", "--to", to, *options, **({} if options else {"FACILITATOR_PASSPHRASE": "rød grød"}))

    assert backup().code == 0
    before = contents(disk.folder)
    disk.fill()

    result = backup()

    assert (result.code, result.err) == (1, FULL)
    disk.make_room()
    assert contents(disk.folder) == before
    assert backup().code == 0


def test_an_import_that_has_no_room_adds_nobody_and_is_done_again_when_there_is(disk, facilitator, network, session):
    leaders = disk.folder.parent / "ledere.csv"
    rows = [f"Leder {number};leder{number}@vesteraa.dk;{'Skolen ' * 20}{number}" for number in range(1500)]
    leaders.write_text("Navn;E-mail;Arbejdsplads\n" + "\n".join(rows), encoding="utf-8")
    talk = facilitator.begin(session)
    assert talk.say("start")["ok"]
    disk.fill(but=300_000)

    result = facilitator("members", "import", network, leaders)

    assert (result.code, result.err) == (1, FULL)
    with closing(open_store(facilitator.store)) as database:
        assert len(networks.members_of(database, network)) == len(builders.NAMES)
    assert talk.say("note", text="Mødet kører videre")["ok"]
    talk.end()
    leaders.write_text("Navn;E-mail\nHassan Demir;hassan@vesteraa.dk", encoding="utf-8")
    assert facilitator("members", "import", network, leaders).code == 0
    assert texts_of(facilitator, session) == ["Mødet kører videre"]


def test_an_older_store_stays_as_it_was_where_there_is_no_room_to_bring_it_up_to_date(disk, facilitator):
    shutil.copyfile(OLDER / "v1.facilitator", facilitator.store)
    older = facilitator.store.read_bytes()
    disk.fill()

    result = facilitator("networks")

    assert (result.code, result.err) == (1, FULL)
    assert facilitator.store.read_bytes() == older
    disk.make_room()
    assert len(names_in(facilitator)) == 1
    copies = list(disk.folder.glob("*before-migration*"))
    assert [copy.read_bytes()[60:64] for copy in copies] == [older[60:64]]


def test_on_a_medium_that_can_only_be_read_every_command_says_so_and_a_backup_there_is_brought_back(
    disk, facilitator, session, tmp_path
):
    before = contents(disk.folder)
    disk.only_readable()

    for command in (("networks",), ("run", session)):
        result = facilitator(*command)
        assert (result.code, result.out, result.err) == (1, "", ONLY_READ)

    assert contents(disk.folder) == before
    own = Facilitator(tmp_path / "eget.facilitator", tmp_path)
    assert own("restore", facilitator.store).code == 0
    assert names_in(own) == ["Skoleledere i Vesterå"]
    result = own("export", session, "--as", "agenda", "--to", disk.folder / "a.pdf")
    assert (result.code, result.err.count("\n")) == (1, 1)
    assert result.err.startswith("a.pdf can't be written. What was there is untouched.")


@pytest.fixture
def room(disk: Disk, qapp: Any) -> Iterator[Room]:
    """The meeting of 8 December, led from a store on the small disk."""
    keep_none()
    theme = light()
    apply(qapp, theme)
    made = Room(disk.folder / "netværk", theme)
    yield made
    made.close()


def notice(room: Room) -> str:
    """What stands over the step."""
    assert room.page is not None
    return plain(room.page.cockpit.notice.words.text()) if room.page.cockpit.notice.kind == "disk" else ""


def add(room: Room, qtbot: Any, text: str) -> None:
    """Write a note and add it, as a facilitator does."""
    room.press(K.Key_F10)
    room.page.capture.editor.setPlainText(text)
    qtbot.keyClick(room.page.capture.editor, K.Key_Return, CTRL)
    room.settled()


def test_the_window_says_until_when_all_is_saved_and_tries_again(disk, room, qtbot):
    page = room.open(start=True)
    room.clock.wait(52 * 60)
    add(room, qtbot, "Før disken blev fuld")
    disk.fill()
    room.clock.wait(60)
    big = [f"{number} " + "Vi prøver rollerne på tur. " * 200 for number in range(60)]
    tried = []
    for text in big:
        tried.append(text)
        add(room, qtbot, text)
        if notice(room):
            break
    *added, refused = tried
    until = plain(page.capture.saved.accessibleName()).removeprefix("Gemt ")[: len("9.52")]

    assert until in {"9.52", "9.53"}
    assert notice(room) == (
        f"Disken er fuld. Det, du har skrevet, er gemt til og med kl. {until}. Gør plads, og tryk Prøv igen."
    )
    assert page.capture.editor.toPlainText() == refused
    assert page.sight().live

    again = page.cockpit.notice.findChild(object, "notice_0")
    again.click()
    room.settled()
    assert notice(room).startswith("Disken er fuld")
    assert page.capture.editor.toPlainText() == refused

    disk.make_room()
    page.cockpit.notice.findChild(object, "notice_0").click()
    room.settled()
    wait_until(lambda: notice(room) == "")
    assert page.capture.editor.toPlainText() == ""
    assert [each.text for each in page.outcomes()] == ["Før disken blev fuld", *added, refused.strip()]
    room.close()
    store = open_store(room.places.store)
    assert check.check(store) == ()
    assert len(outcomes.outcomes_of(store, room.session.id)) == len(added) + 2
    store.close()


def test_a_press_that_the_disk_refused_is_done_once_when_it_is_tried_again(disk, room, qtbot):
    page = room.open(start=True)
    disk.fill()
    while not notice(room):
        room.press(K.Key_F4)
        if page.sight().number == 9:
            pytest.fail("the disk took all of it")
        if not notice(room):
            add(room, qtbot, "x" * 9000)
    at = page.sight().number
    page.capture.editor.clear()
    room.press(K.Key_F4)
    assert (page.sight().number, notice(room)[:15]) == (at, "Disken er fuld.")

    disk.make_room()
    page.cockpit.notice.findChild(object, "notice_0").click()
    room.settled()

    assert page.sight().number == at + 1
    assert notice(room) == ""


def test_what_was_typed_in_a_dialog_stands_there_until_there_is_room(disk, room, qtbot):
    around = Surroundings(room.workspace, room.language, room.theme)
    network = room.workspace.network(room.session.network)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = MemberDialog(around, network, room.workspace.members(network.id), parent=window)
    dialog.open()
    name, save = dialog.findChild(QLineEdit, "name"), dialog.findChild(QWidget, "save")
    name.setText("Ib Ibsen")
    disk.fill()

    with qtbot.waitSignal(room.workspace.went_wrong) as told:
        save.click()

    assert told.args[0].name == "disk_full"
    assert (dialog.isVisible(), name.text(), save.isEnabled()) == (True, "Ib Ibsen", True)
    disk.make_room()
    with qtbot.waitSignal(dialog.accepted):
        save.click()
    assert "Ib Ibsen" in [each.name for each in room.workspace.members(network.id)]


def test_a_disk_that_is_pulled_out_is_told_and_what_is_on_the_screen_can_be_copied(disk, room, qtbot):
    page = room.open(start=True)
    add(room, qtbot, "Før stikket blev trukket ud")
    disk.pull_out()

    add(room, qtbot, "Efter stikket blev trukket ud")

    assert notice(room) == (
        "Filen med dine data er væk fra sin mappe. Det, du ser, kan kopieres. Læg filen tilbage, og prøv igen."
    )
    assert page.capture.editor.toPlainText() == "Efter stikket blev trukket ud"
    assert [each.text for each in page.outcomes()] == ["Før stikket blev trukket ud"]


def test_a_home_that_can_only_be_read_is_told(disk, tmp_path):
    disk.only_readable()
    nowhere = Facilitator(disk.folder / ".local" / "share" / "facilitator" / "networks.facilitator", tmp_path)

    result = nowhere("networks", HOME=str(disk.folder))

    assert (result.code, result.out, result.err) == (1, "", ONLY_READ)
