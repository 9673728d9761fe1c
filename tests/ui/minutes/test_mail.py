"""The e-mail draft by keys and clicks: handed to whatever program opens such files, and never sent."""

from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from facilitator.desk import outbox
from facilitator.desk.example import play_demo
from facilitator.desk.papers import Post
from facilitator.language import Language
from facilitator.library.library import Library
from facilitator.model.member import Member
from facilitator.model.session import Session
from facilitator.places import Places
from facilitator.store import networks
from facilitator.store.database import Database
from tests.ui.desktop import Desktop, opening
from tests.ui.minutes.test_review import Desk
from ui.main_window import MainWindow
from ui.minutes.page import MinutesPage
from ui.page import Surroundings

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def program(qapp) -> Iterator[Desktop]:
    """What opens files, in place of another program."""
    with opening() as desktop:
        yield desktop


@pytest.fixture
def held(database: Database, places: Places, danish: Language) -> Session:
    """The December meeting; everybody but Ib has an address."""
    session = play_demo(database, Library(places.resources), danish)
    members = networks.members_of(database, session.network)
    networks.save_members(database, [replace(one, email=_address(one)) for one in members])
    return session


def _address(member: Member) -> str:
    return "" if member.name.startswith("Ib") else f"{member.id}@vesteraa.dk"


@pytest.fixture
def desk(around: Surroundings, database: Database, held: Session, qtbot: QtBot, shown) -> Desk:
    page = MinutesPage(around, held.id)
    made = Desk(page, database, held, qtbot)
    qtbot.addWidget(page, before_close_func=lambda _: made.paper())
    shown(page)
    return made


def test_one_press_opens_the_draft_in_the_mail_program(desk: Desk, program: Desktop) -> None:
    paper = desk.paper()
    with desk.qtbot.waitSignal(desk.page.said) as told:
        desk.click("mail_draft")

    message = message_from_bytes(program.opened[0].read_bytes(), policy=default)
    attached = next(message.iter_attachments())
    assert paper
    assert message["X-Unsent"] == "1"
    assert len(message["To"].addresses) == 8
    assert attached.get_content() == desk.page.preview.content
    assert told.args == ["Kladden ligger i dit mailprogram. Intet er sendt. Uden adresse: Ib Juul."]


def test_the_key_opens_the_paper_that_is_shown(desk: Desk, program: Desktop) -> None:
    desk.page._kinds.choose("minutes")
    desk.page._choose_kind("minutes")
    desk.paper()
    with desk.qtbot.waitSignal(desk.page.said):
        desk.qtbot.keyClick(desk.page, K.Key_M, CTRL)

    message = message_from_bytes(program.opened[0].read_bytes(), policy=default)
    assert next(message.iter_attachments()).get_content() == desk.page.preview.content


def test_another_press_saves_the_draft_and_opens_nothing(
    desk: Desk, program: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "ud" / "til alle"
    to.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(to), ""))
    with desk.qtbot.waitSignal(desk.page.said):
        desk.page.findChild(QAction, "export_mail").trigger()

    message = message_from_bytes(to.with_suffix(".eml").read_bytes(), policy=default)
    assert len(message["To"].addresses) == 8
    assert program.opened == []


def test_addresses_are_hidden_once_that_is_chosen(desk: Desk, program: Desktop) -> None:
    seen = desk.page.findChild(QAction, "addresses_seen")
    assert seen.isChecked()
    seen.trigger()
    desk.qtbot.waitUntil(lambda: not desk.page.workspace.shows_addresses(desk.page._network))
    with desk.qtbot.waitSignal(desk.page.said):
        desk.click("mail_draft")

    message = message_from_bytes(program.opened[0].read_bytes(), policy=default)
    assert message["To"] is None
    assert len(message["Bcc"].addresses) == 8


def test_the_draft_lies_alone_and_goes_when_the_app_is_started(
    around: Surroundings, places: Places, shown, qtbot: QtBot
) -> None:
    outbox.lay(places, Post(name="gammel.eml", content=b"", without=()))
    kept = outbox.lay(places, Post(name="ny.eml", content=b"X-Unsent: 1", without=()))
    assert list(kept.parent.iterdir()) == [kept]

    window = shown(MainWindow(around))
    window.begin()

    qtbot.waitUntil(lambda: not kept.parent.exists())
    window.shut()


def test_where_no_program_opens_drafts_that_is_said_and_nothing_is_lost(desk: Desk) -> None:
    desk.paper()
    with desk.qtbot.waitSignal(desk.page.said) as told:
        desk.click("mail_draft")

    assert "Intet program her åbner e-mailkladder. Intet er sendt. Gem kladden som fil i stedet." in told.args[0]
