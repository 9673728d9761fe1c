"""The meeting of 8 December from coffee to e-mail draft: what each row needs at that second, and what must not be.

The real window is led by nothing but keys, by a clock that the test moves. Two things are done for real elsewhere: a
projector is pulled out in tests/ui/live/test_real_screens.py, and a process is killed in tests/ui/live/test_offered.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.policy import default
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from facilitator.model.attendance import Status
from facilitator.model.audience import Audience
from facilitator.model.network import Network
from facilitator.model.outcome import Action, ActionState
from facilitator.model.session import SessionState
from facilitator.power import Power
from facilitator.store import networks, outcomes, sessions
from tests.ui.desktop import Desktop, opening
from tests.ui.live.builders import NAME, PEOPLE, Room, plain, wait_until
from ui.live.page import LivePage
from ui.live.rail import standing
from ui.live.ready import ReadyPanel
from ui.live.turns import listed
from ui.live.wall import WallState
from ui.main_window import MainWindow
from ui.minutes.page import MinutesPage
from ui.none import keep_none
from ui.page import Surroundings, ToLive, ToMinutes
from ui.theme.theme import apply, light
from ui.widgets.wall_face import FaceKind, WallFace

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
STORY = "Dorthe siger, at hun ikke sover"
EARLIER = "Ringer til Søndre Skole"
OTHER_NETWORK = "Daginstitutioner i Nordby"
TALKED = ("0:", "1:", "2:")  # how a length of speech begins


class Evening:
    """The room with its real window: keys go to whatever has the keyboard, and what both screens say can be read."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.window = MainWindow(Surroundings(room.workspace, room.language, room.theme))
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        wait_until(self.window.isActiveWindow)

    def meet(self) -> None:
        """To the cockpit, before the start."""
        self.window.go(ToLive(self.room.session.id))
        page = self.window.page
        assert isinstance(page, LivePage)
        wait_until(lambda: page.live is not None)
        self.room.page = page

    @property
    def page(self) -> LivePage:
        page = self.window.page
        assert isinstance(page, LivePage)
        return page

    def press(self, *keys: K, ctrl: bool = False) -> None:
        """One key after the other, each on disk before the next."""
        for key in keys:
            self.active()
            self.room.press(key, CTRL if ctrl else Qt.KeyboardModifier.NoModifier)

    def type(self, words: str) -> None:
        self.active()
        self.room.type(words)

    def till(self, clock: str) -> None:
        self.room.till(clock)

    def active(self) -> None:
        """The test platform gives the keyboard to any window that is shown; people's hands are at the cockpit's."""
        if QApplication.activePopupWidget() is None and not self.window.isActiveWindow():
            self.window.activateWindow()
            wait_until(self.window.isActiveWindow)

    def offered(self) -> list[str]:
        """What the menu that a key has opened offers."""
        return [plain(action.text()) for action in _menu().actions()]

    def choose(self, words: str) -> None:
        """That line of the menu, by arrow keys."""
        menu = _menu()
        while (at := menu.activeAction()) is None or plain(at.text()) != words:
            QTest.keyClick(menu, K.Key_Down)
        QTest.keyClick(menu, K.Key_Return)
        self.room.settled()

    def mark(self, name: str, key: K) -> None:
        """The list of people: first letters, and what is true of them."""
        self.press(K.Key_F11)
        self.type(name)
        self.press(key, K.Key_Escape)

    def write(self, kind: K, words: str) -> None:
        """Write it down without leaving the keyboard."""
        self.press(kind, ctrl=True)
        self.type(words)

    @property
    def wall(self) -> WallFace:
        """What stands on the room's screen, as it was last painted."""
        return self.page.wall.view._face

    def room_reads(self) -> str:
        """Everything on the wall, as a screen reader would say it."""
        QApplication.processEvents()
        return plain(self.page.wall.view.accessibleName())

    def standing(self) -> str:
        return plain(standing(self.page.sight())[1])

    def said(self) -> str:
        """The line over the step, where there is one."""
        notice = self.page.cockpit.notice
        return plain(notice.words.text()) if notice.isVisible() else ""

    def titles(self) -> tuple[str, str]:
        """The two windows' titles, which the taskbar shows too."""
        return self.window.windowTitle(), self.page.wall.windowTitle()

    def lengths(self) -> dict[str, int]:
        """The minutes of every step as the plan is now; what was dropped has none."""
        steps = {step.id: step for step in self.page.sight().steps}
        words = self.page.sight().words
        live = self.page.live
        assert live is not None
        return {
            words[step.id].title: 0 if step.dropped else step.planned // 60
            for step in live.state.steps
            if step.id in steps or step.dropped
        }

    def action(self, record: str) -> Action:
        """A promise as the store has it."""
        found = outcomes.get_outcome(self.room.database, record)
        assert isinstance(found, Action)
        return found

    def events(self) -> int:
        """How many events are on disk."""
        rows = self.room.database.connection.execute("SELECT count(*) FROM events")
        return int(rows.fetchone()[0])

    def quiet(self) -> None:
        """Nothing has opened a dialog, or stolen the keyboard."""
        assert QApplication.activeModalWidget() is None
        assert self.window.isActiveWindow()

    def close(self) -> None:
        wait_until(lambda: self.room.workspace._writer.idle and not self.room.workspace._jobs)
        self.window.shut()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(
            None, QEvent.Type.DeferredDelete
        )  # pages that look again read no closed store
        self.room.page = None
        self.room.close()


@pytest.fixture
def evening(tmp_path: Path, qapp: QApplication) -> Iterator[Evening]:
    """The network of nine with addresses, its meeting, two promises from the last one, and another network."""
    keep_none()
    theme = light()
    apply(qapp, theme)
    room = Room(tmp_path / "stue", theme)
    database, network = room.database, room.session.network
    networks.save_network(database, Network(id="other", name=OTHER_NETWORK))
    people = networks.members_of(database, network)
    networks.save_members(database, [replace(one, email=f"{one.id}@vesteraa.dk") for one in people])
    before = sessions.plan_session(
        database, replace(room.session, id="before", number=3, starts_at=room.session.starts_at.replace(month=10)), ()
    )
    with database.atomic():
        database.run("UPDATE sessions SET state = ? WHERE id = ?", (SessionState.held, before.id))
    for action, text, name in (("claus", "Spørger HR", "Claus Friis"), ("ib", EARLIER, "Ib Juul")):
        outcomes.save_outcome(
            database,
            Action(id=action, session=before.id, text=text, owners=(room.ids[name],), due=date(2026, 12, 1)),
        )
    made = Evening(room)
    made.meet()
    yield made
    made.close()


def _menu() -> QMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


@pytest.fixture
def program(qapp: QApplication) -> Iterator[Desktop]:
    """What opens files, in place of another program."""
    with opening() as desktop:
        yield desktop


# ---- The rows ----


def at_8_40_people_read_the_wall_while_karen_types(evening: Evening) -> None:
    evening.till("8.40")
    assert "Der er kun én skærm" in evening.page.cockpit.wall_told.text()  # whose picture the room sees is told
    evening.press(K.Key_Y, ctrl=True)
    assert evening.page.projector.state is WallState.SMALL
    assert "vindue" in evening.page.cockpit.wall_told.text()
    face = evening.wall
    assert (face.kind, face.network, face.title) == (FaceKind.WELCOME, NAME, "Velkommen")
    assert (plain(face.clock), plain(face.instruction)) == ("kl. 8.40", "Vi begynder kl. 9.00")
    evening.press(K.Key_F10)
    evening.type("Husk nøglerne")
    room_reads = evening.room_reads()
    assert "nøglerne" not in room_reads
    assert not any(name.split()[0] in room_reads for name in PEOPLE)
    assert OTHER_NETWORK not in room_reads
    evening.page.capture.editor.clear()


def at_8_55_ib_cant_come(evening: Evening) -> None:
    evening.till("8.55")
    people = evening.page.cockpit.roster
    people.setFocus()
    evening.type("i")  # the first key
    evening.press(K.Key_Delete)  # the second
    assert evening.page.sight().attendance[evening.room.ids["Ib Juul"]] is Status.excused
    assert evening.page.cockpit.people.text() == "8 af 9"
    evening.quiet()  # nobody asks why


def at_9_00_it_begins_with_two_missing(evening: Evening) -> None:
    evening.till("9.00")
    evening.press(K.Key_F12)
    sight = evening.page.sight()
    assert (sight.live, sight.number) == (True, 1)
    evening.quiet()
    for missing in ("Lone Bech", "Hassan Demir"):
        assert sight.attendance[evening.room.ids[missing]] is Status.expected
    evening.till("9.06")
    evening.press(K.Key_F4)
    evening.press(K.Key_PageDown)  # the first turn


def at_9_07_lone_slips_in(evening: Evening) -> None:
    evening.till("9.07")
    evening.press(K.Key_PageDown)
    spoken, speaking = evening.page.sight().speakers.spoken, evening.page.sight().speakers.speaking
    evening.mark("lo", K.Key_Return)
    now = evening.page.sight().speakers
    assert evening.page.sight().attendance[evening.room.ids["Lone Bech"]] is Status.late
    assert now.waiting[-1] == evening.room.ids["Lone Bech"]
    assert (now.spoken, now.speaking) == (spoken, speaking)
    assert "kom senere" not in evening.room_reads()
    assert not evening.page.gong._player.sounding


def at_9_20_hassan_arrives_in_the_round(evening: Evening) -> None:
    for minute in ("9.10", "9.13", "9.16", "9.19"):
        evening.till(minute)
        evening.press(K.Key_PageDown)
    evening.till("9.20")
    before = evening.page.sight().speakers
    evening.mark("ha", K.Key_Return)
    after = evening.page.sight().speakers
    assert (after.spoken, after.speaking) == (before.spoken, before.speaking)
    assert [each for each in after.waiting if each != evening.room.ids["Hassan Demir"]] == [
        each for each in before.waiting if each != evening.room.ids["Hassan Demir"]
    ]
    assert after.waiting[-1] == evening.room.ids["Hassan Demir"]
    for minute in ("9.22", "9.24"):
        evening.till(minute)
        evening.press(K.Key_PageDown)


def at_9_27_nine_minutes_behind_and_one_step_can_give(evening: Evening) -> None:
    evening.till("9.27")
    evening.press(K.Key_F4)
    assert evening.standing() == "Bagud 9 min. · slut 12.09"
    assert evening.page.cockpit.replan.isVisible()
    assert "Preskortet 40 → 31 min." in plain(evening.page.cockpit.cards["take"].accessibleName())
    assert "agud" not in evening.room_reads()  # nothing red and nobody's fault on the wall
    before = evening.lengths()
    evening.press(K.Key_F5)
    after = evening.lengths()
    assert {title: (before[title], after[title]) for title in after if before[title] != after[title]} == {
        "Preskortet": (40, 31)
    }
    assert plain(evening.standing()).endswith("12.00")
    assert not evening.page.cockpit.replan.isVisible()


def at_9_31_the_projector_goes_off(evening: Evening) -> None:
    evening.till("9.31")
    evening.press(K.Key_F10)
    evening.type("Datoer")
    evening.press(K.Key_Y, ctrl=True)
    evening.page.projector._had_one = True
    evening.page.projector.look()
    assert evening.page.projector.state is WallState.GONE
    assert not evening.page.wall.isVisible()
    assert evening.page.cockpit.wall_words.text() == "Projektoren er væk"
    evening.type(" i foråret")
    assert evening.page.capture.editor.toPlainText() == "Datoer i foråret"
    evening.quiet()
    evening.press(K.Key_Return, ctrl=True)
    evening.press(K.Key_Y, ctrl=True)
    assert evening.page.wall.isVisible()


def at_9_43_ibs_action_comes_up_and_stays_open(evening: Evening) -> None:
    evening.till("9.41")
    room = evening.room
    assert evening.page.cockpit.ready_now.text() == "2 åbne aftaler"
    room.press(K.Key_A, CTRL | SHIFT)
    panel = evening.page.beside.panel
    assert isinstance(panel, ReadyPanel)
    rows = [plain(panel.list.rows.row(place).words()) for place in range(2)]
    ib = next(place for place, row in enumerate(rows) if EARLIER in row)
    assert rows[ib] == f"{EARLIER}, Ib · inden 1. dec. · væk i dag: bliver stående"
    evening.press(K.Key_Return)  # Claus' is done; Ib, who is away, is passed over
    evening.press(K.Key_Escape)
    wait_until(lambda: evening.action("claus").state is ActionState.done)
    assert evening.action("ib").state is ActionState.open
    assert EARLIER not in evening.room_reads()
    evening.till("9.43")
    evening.press(K.Key_F4)


def at_9_48_the_case_begins(evening: Evening) -> None:
    evening.till("9.48")
    evening.press(K.Key_F4)
    page = evening.page
    assert page.sight().number == 5
    parts = listed(page.sight())
    assert len(parts.rows) > 1  # the phases, each with who may speak
    assert page.sight().part is not None
    assert evening.wall.instruction  # and on the wall, large, what everybody does now
    assert page.capture.audience is Audience.private
    assert page.capture.readers.text().startswith("Følger punktet.")
    assert page.capture.kind == "note"  # the case form is there, and nothing leads to it
    evening.press(K.Key_F10)
    evening.type(STORY)


def at_9_55_a_phone_rings(evening: Evening) -> None:
    before = evening.events()
    evening.till("9.55")
    assert evening.events() == before
    assert evening.page.cockpit.people.text() == "8 af 9"


def at_10_21_dorthe_cries(evening: Evening) -> None:
    evening.till("10.21")
    before = evening.events()
    evening.press(K.Key_F9)
    assert evening.page.hidden
    assert evening.wall.kind is FaceKind.HIDDEN
    assert evening.wall.ring is None  # no countdown
    assert [label.text() for label in evening.page.findChildren(QLabel) if label.isVisible()] == []
    for minute in ("10.22", "10.23", "10.24"):
        evening.till(minute)
        evening.quiet()
    assert evening.events() == before  # no reason, and the moment is named nowhere


def at_10_25_she_wants_to_go_on(evening: Evening) -> None:
    evening.till("10.25")
    evening.press(K.Key_F9)
    assert not evening.page.hidden
    assert evening.wall.kind is FaceKind.STEP
    assert evening.said() == ""  # nothing has to be ruled now, and nothing is proposed
    evening.room.press(K.Key_O, CTRL | SHIFT)
    assert evening.said() == "Tag den tid, det tager. Vil du holde pause, fortsætte eller stoppe her?"
    assert "Tag den tid" not in evening.room_reads()
    assert evening.page.sight().view.elapsed == 37 * 60
    assert evening.page.capture.editor.toPlainText() == STORY
    assert evening.page.capture.editor.hasFocus()


def at_10_36_the_boss_looks_in(evening: Evening) -> None:
    evening.till("10.36")
    evening.type(" om")
    evening.press(K.Key_F9)
    clock = "10.36"
    assert evening.titles() == (f"{NAME} {clock} – Facilitator", NAME)
    assert (evening.room_reads(), evening.wall.clock) == (NAME, clock)
    for private in ("Dorthe", "sover", "eflekter", "sag"):
        assert private not in " ".join((*evening.titles(), evening.room_reads()))
        assert private not in evening.page._hidden_view.accessibleName()
    assert evening.page.capture.editor.toPlainText() == f"{STORY} om"


def at_10_39_the_case_needs_ten_more(evening: Evening) -> None:
    evening.till("10.39")
    evening.press(K.Key_F9)
    evening.press(K.Key_Return, ctrl=True)  # what was half written is added, for this computer only
    evening.press(K.Key_M, ctrl=True)
    price = "10 min. · Pulsen på gruppen udgår, Preskortet 29 min. · slut 12.00"
    assert price in evening.offered()
    before = evening.lengths()
    assert before["Preskortet"] == 31  # nothing is done before it is chosen
    evening.choose(price)
    after = evening.lengths()
    assert {title: after[title] for title in after if before[title] != after[title]} == {
        evening.page.sight().worded.title: 70, "Pulsen på gruppen": 0, "Preskortet": 29,
    }  # fmt: skip
    assert evening.standing().endswith("12.00")


def at_10_58_a_whole_break(evening: Evening) -> None:
    evening.till("10.58")
    evening.press(K.Key_F4)
    face = evening.wall
    assert (face.kind, face.resumes, plain(face.resumes_at)) == (FaceKind.BREAK, "Vi fortsætter", "kl. 11.13")
    assert evening.lengths()["Pause"] == 15


def at_11_13_the_phases_fit(evening: Evening) -> None:
    evening.till("11.13")
    evening.press(K.Key_F4)
    page = evening.page
    assert page.sight().worded.title == "Preskortet"
    assert page.sight().view.remaining == 29 * 60
    assert page.sight().view.part_remaining % 60 == 0
    evening.quiet()


def at_11_30_power_is_low(evening: Evening) -> None:
    evening.till("11.30")
    evening.page.cockpit.notice.take_back()
    evening.page.battery.hear(Power(plugged=False, percent=9))
    line = evening.page.cockpit.notice
    assert plain(line.words.text()) == "Batteriet er på 9 %. Alt er gemt. Sæt strøm til, når det passer dig."
    assert plain(evening.page.capture.saved.accessibleName()).startswith("Gemt ")
    assert evening.page.presses.idle  # everything is already on disk
    evening.quiet()
    evening.page.battery.hear(Power(plugged=True, percent=9))
    assert not line.isVisible()


def at_11_42_actions_one_each(evening: Evening) -> None:
    evening.till("11.42")
    evening.press(K.Key_F4)
    capture = evening.page.capture
    evening.write(K.Key_3, "Tager fat i det")
    assert capture.promise.offer.isVisible()
    assert plain(capture.promise.offer.text()) == "Spørg: »Hvad ser vi, når det er sket?«"
    capture.editor.clear()
    for words, who, by in (
        ("Sender datoer for skolebesøg", "cl", "fre"),
        ("Beder om vikar", "å", "26.1"),
        ("Prøver den nye dagsorden", "jo", "uge 5"),
    ):
        evening.write(K.Key_3, words)
        evening.press(K.Key_Tab)
        evening.type(who)
        evening.press(K.Key_Tab)
        evening.type(by)
        evening.press(K.Key_Return, ctrl=True)
    made = [each for each in evening.page.outcomes() if isinstance(each, Action)]
    names = {member: name for name, member in evening.room.ids.items()}
    assert [(names[each.owners[0]].split()[0], each.due) for each in made] == [
        ("Claus", date(2026, 12, 11)), ("Åse", date(2027, 1, 26)), ("Jonas", date(2027, 2, 5)),
    ]  # fmt: skip
    evening.write(K.Key_2, "Vi prøver roller på tur")
    evening.press(K.Key_Return, ctrl=True)


def at_11_52_the_closing_round(evening: Evening) -> None:
    evening.till("11.52")
    evening.press(K.Key_F4)
    for seconds in range(8):
        evening.press(K.Key_PageDown)
        evening.till(f"11.5{2 + (seconds + 1) * 50 // 60}.{(seconds + 1) * 50 % 60}")
        told = evening.room_reads()
        speaks = evening.page.sight().speakers.speaking
        assert speaks is not None
        assert evening.page.sight().called(speaks) in told
        assert not any(row.time in told for row in listed(evening.page.sight()).rows if row.time.startswith(TALKED))
    assert len(evening.page.sight().speakers.spoken) == 7


def at_12_00_chairs_scrape(evening: Evening, program: Desktop) -> MinutesPage:
    evening.till("12.00")
    evening.press(K.Key_F12, ctrl=True)
    evening.quiet()
    evening.press(K.Key_Return)
    wait_until(lambda: evening.window.here == ToMinutes(evening.room.session.id))
    page = evening.window.page
    assert isinstance(page, MinutesPage)
    wait_until(lambda: bool(page.preview.content))
    assert program.opened == []  # nothing goes anywhere by itself
    evening.active()
    QTest.keyClick(QApplication.focusWidget() or page, K.Key_M, CTRL)
    wait_until(lambda: bool(program.opened))
    return page


ROWS = (
    at_8_40_people_read_the_wall_while_karen_types,
    at_8_55_ib_cant_come,
    at_9_00_it_begins_with_two_missing,
    at_9_07_lone_slips_in,
    at_9_20_hassan_arrives_in_the_round,
    at_9_27_nine_minutes_behind_and_one_step_can_give,
    at_9_31_the_projector_goes_off,
    at_9_43_ibs_action_comes_up_and_stays_open,
    at_9_48_the_case_begins,
    at_9_55_a_phone_rings,
    at_10_21_dorthe_cries,
    at_10_25_she_wants_to_go_on,
    at_10_36_the_boss_looks_in,
    at_10_39_the_case_needs_ten_more,
    at_10_58_a_whole_break,
    at_11_13_the_phases_fit,
    at_11_30_power_is_low,
    at_11_42_actions_one_each,
    at_11_52_the_closing_round,
)


def test_the_meeting_of_8_december_minute_by_minute_and_its_minutes_as_an_e_mail_draft(
    evening: Evening, program: Desktop
) -> None:
    for row in ROWS:
        row(evening)
        assert evening.room.workspace.live is not None, row.__name__
    page = at_12_00_chairs_scrape(evening, program)
    room = evening.room

    # The times and the attendance are those of the day.
    held = sessions.get_session(room.database, room.session.id)
    assert held.state is SessionState.held
    names = {member: name for name, member in room.ids.items()}
    there = {names[each.member]: each.status for each in sessions.attendance_of(room.database, room.session.id)}
    late = {"Lone Bech": Status.late, "Hassan Demir": Status.late, "Ib Juul": Status.excused}
    assert there == {name: late.get(name, Status.present) for name in PEOPLE}

    # What Ib promised waits for the next meeting.
    assert [each.id for each in outcomes.open_actions(room.database, held.network) if each.session == "before"] == [
        "ib"
    ]

    # The paper says so, and not a word more.
    words = plain(
        " ".join(" ".join(each.extract_text() for each in PdfReader(BytesIO(page.preview.content)).pages).split())
    )
    for told in (
        NAME, "8. december 2026", "9.00", "12.00", "Fraværende med afbud", "Ib Juul", "Kladde",
        "Sender datoer for skolebesøg", "Claus", "Vi prøver roller på tur", "Karen Holm",
    ):  # fmt: skip
        assert told in words, told
    for kept in (STORY, "sover", "nøglerne", OTHER_NETWORK, "forsinket"):
        assert kept not in words, kept

    # The draft lies ready, in Danish, and nothing was sent.
    message = message_from_bytes(program.opened[0].read_bytes(), policy=default)
    assert message["X-Unsent"] == "1"
    assert len(message["To"].addresses) == len(PEOPLE)
    attached = next(message.iter_attachments())
    assert attached.get_content() == page.preview.content
    assert plain(message["Subject"]) == f"Referat fra {NAME} den 8.12.2026 (kladde)"
    assert "sover" not in program.opened[0].read_text(encoding="utf-8", errors="replace")


# ---- Stories that decide whether it can be trusted ----


def begun(evening: Evening) -> None:
    """The meeting runs, and is in its check-in."""
    evening.press(K.Key_Y, ctrl=True)
    evening.press(K.Key_F12)
    evening.till("9.06")
    evening.press(K.Key_F4)


def test_when_the_boss_enters_one_key_leaves_network_and_clock_and_the_sentence_is_kept(evening: Evening) -> None:
    begun(evening)
    evening.press(K.Key_F10)
    evening.type(STORY)
    evening.active()
    QTest.keyClick(evening.room.keyboard, K.Key_F9)  # and nothing is waited for

    seen = [
        label.text()
        for window in QApplication.topLevelWidgets()
        if window.isVisible()
        for label in window.findChildren(QLabel)
        if label.isVisible() and label.text()
    ]
    assert seen == []
    assert evening.titles() == (f"{NAME} 9.06 – Facilitator", NAME)
    assert evening.wall == WallFace(kind=FaceKind.HIDDEN, network=NAME, clock="9.06")
    evening.type("xyz")
    evening.till("9.09")
    assert evening.titles()[0].startswith(f"{NAME} 9.09")
    evening.press(K.Key_F9)
    evening.type(" om natten")
    assert evening.page.capture.editor.toPlainText() == f"{STORY} om natten"


def test_nineteen_minutes_lost_are_found_at_a_price_that_was_shown_and_what_is_protected_is_whole(
    evening: Evening,
) -> None:
    begun(evening)
    evening.till("9.37")
    evening.press(K.Key_F4)
    assert evening.standing() == "Bagud 19 min. · slut 12.19"
    before = evening.lengths()
    cards = evening.page.cockpit.cards
    tried = 0
    for policy, key in zip(cards, (K.Key_F5, K.Key_F6, K.Key_F7, K.Key_F8), strict=True):
        if not cards[policy].isEnabled():
            continue
        shown = plain(cards[policy].accessibleName())
        evening.press(key)
        view = evening.page.sight().view
        assert view is not None
        assert f"slut {evening.page.sight().clock(view.finish)}" in shown
        after = evening.lengths()
        assert [after[title] for title in ("Pause", "Aftaler og næste møde", "Tjek ud")] == [15, 10, 8]
        evening.press(K.Key_Z, ctrl=True)
        assert evening.lengths() == before
        tried += 1
    assert tried > 1
