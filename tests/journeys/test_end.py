"""From the last word to the minutes in the mail program: three presses, and nothing sent."""

from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from facilitator.store import networks
from tests.ui.live.builders import Room, wait_until
from tests.ui.live.conftest import theme  # noqa: F401 (a fixture)
from tests.ui.minutes.test_mail import Desktop, program  # noqa: F401 (a fixture)
from ui.live.page import LivePage
from ui.live_run import commands
from ui.main_window import MainWindow
from ui.minutes.page import MinutesPage
from ui.page import Surroundings, ToLive
from ui.theme.theme import Theme

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def room(tmp_path: Path, theme: Theme) -> Iterator[Room]:  # noqa: F811
    """The December meeting of nine who all have an address."""
    made = Room(tmp_path / "stue", theme)
    members = networks.members_of(made.database, made.session.network)
    networks.save_members(made.database, [replace(one, email=f"{one.id}@vesteraa.dk") for one in members])
    yield made
    made.close()


def test_three_presses_from_the_last_word_to_the_draft_in_the_mail_program(
    room: Room,
    program: Desktop,  # noqa: F811
) -> None:
    window = MainWindow(Surroundings(room.workspace, room.language, room.theme))
    window.resize(1366, 768)
    window.show()
    window.go(ToLive(room.session.id, start=True))
    page = window.page
    assert isinstance(page, LivePage)
    wait_until(lambda: page.live is not None and page.live.state.live)
    page.do(commands.WriteDecision(text="Én sag på hvert møde"))
    page.do(commands.WriteAction(text="Sender mødeplanen", owners=(room.ids["Claus Friis"],)))
    wait_until(lambda: page.presses.idle)
    window.activateWindow()
    wait_until(window.isActiveWindow)

    QTest.keyClick(page, K.Key_F12, CTRL)
    panel = page.beside.panel
    assert panel is not None
    QTest.keyClick(panel, K.Key_Return)
    wait_until(lambda: isinstance(window.page, MinutesPage))
    review = window.page
    assert isinstance(review, MinutesPage)
    wait_until(lambda: bool(review.preview.content), 20_000)
    told = window.foot.words
    QTest.keyClick(review, K.Key_M, CTRL)
    wait_until(lambda: bool(program.opened), 20_000)

    message = message_from_bytes(program.opened[0].read_bytes(), policy=default)
    paper = next(message.iter_attachments())
    words = PdfReader(BytesIO(paper.get_content())).pages[0].extract_text()
    assert told == "Referatet ligger klar som kladde. Ctrl+M åbner e-mailkladden; intet sendes af sig selv."
    assert message["Subject"] == "Referat fra Skoleledere i Vesterå den 8.12.2026 (kladde)"
    assert len(message["To"].addresses) == 9
    assert paper.get_filename() == "2026-12-08 Skoleledere i Vesterå - beslutningsreferat (kladde).pdf"
    assert "Én sag på hvert møde" in words
    assert "Claus Friis" in words
    wait_until(lambda: room.workspace._writer.idle and not room.workspace._jobs)
    window.shut()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
