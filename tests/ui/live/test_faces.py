"""What the room sees, moment by moment; and that no word that is not the room's can be among it."""

from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from facilitator.library.words import CHANGEABLE, CHANGEABLE_IN_PART
from facilitator.model.agenda import Step
from facilitator.model.audience import Audience
from facilitator.model.network import Body, Contact
from facilitator.store import networks, sessions
from tests.ui.live.builders import Room, plain, wait_until
from ui.live.aloud import read_face
from ui.live.faces import end_face, hidden_face, wall_face
from ui.widgets.wall_face import FaceKind, WallFace, spoken

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SECRET = "HEMMELIG"
PUBLIC_OF_A_STEP = {"id", "method", "title"}
PUBLIC_OF_A_NETWORK = {"id", "name", "zone"}


def face(room: Room) -> WallFace:
    """What the room sees now."""
    page = room.settled()
    return wall_face(page.sight(), page._room_words, page.room)


def pause_for(room: Room, minutes: int) -> None:
    """Chosen in the menu of pauses, as by a press of its key."""
    page = room.page
    page.acts.perform("pause_for")
    page.findChild(QAction, f"pause_{minutes}").trigger()
    QApplication.activePopupWidget().close()
    page.activateWindow()  # the test platform takes the window's turn away with the menu
    wait_until(page.isActiveWindow)
    room.settled()


def test_before_the_start_it_welcomes_and_says_when_it_begins(room: Room) -> None:
    room.clock.set_wall(room.clock.wall() - 8 * 60_000)
    room.open()
    shown = face(room)
    assert (shown.title, plain(shown.clock), plain(shown.instruction)) == (
        "Velkommen",
        "kl. 8.52",
        "Vi begynder kl. 9.00",
    )


def test_the_last_minute_and_the_end_of_the_time_are_told_calmly(room: Room) -> None:
    room.open(start=True)
    assert face(room).ring.note == "tilbage"
    room.till("9.05.01")
    assert face(room).ring.note == "sidste minut"
    room.till("9.06")
    over = face(room)
    room.till("9.16")
    assert face(room).ring == msgspec.structs.replace(over.ring, planned=face(room).ring.planned)
    assert over.ring.figure == "Vi runder af"


def test_a_pause_of_so_many_minutes_tells_the_whole_minute_when_it_is_over(room: Room) -> None:
    room.open(start=True)
    room.till("9.02.20")
    pause_for(room, 10)
    shown = face(room)
    assert (shown.kind, shown.title, shown.resumes) == (FaceKind.BREAK, "Pause", "Vi fortsætter")
    assert (plain(shown.resumes_at), plain(shown.ring.figure)) == ("kl. 9.13", "11 min.")
    assert plain(room.page.cockpit.ring.accessibleName()).endswith("tilbage kl. 9.13")
    room.till("9.13")
    assert (face(room).resumes, face(room).resumes_at) == ("Vi begynder igen", "")
    room.press(K.Key_F2)
    assert face(room).kind is FaceKind.STEP


def test_a_pause_that_follows_has_no_end_until_one_is_chosen(room: Room) -> None:
    room.open(start=True)
    pause_for(room, 5)
    room.press(K.Key_F2)
    room.press(K.Key_F2)
    shown = face(room)
    assert (shown.kind, shown.ring.paused) == (FaceKind.STEP, True)
    pause_for(room, 15)
    assert plain(face(room).resumes_at) == "kl. 9.15"


def test_a_pause_over_time_shows_the_room_no_figure_that_blames(room: Room) -> None:
    room.open(start=True)
    room.till("9.09")
    room.press(K.Key_F2)
    shown = face(room)
    assert (shown.ring.seconds, shown.ring.figure, shown.ring.note) == (0, "Pause", "sat på pause")


def test_at_the_end_it_thanks_and_tells_the_next_day(room: Room) -> None:
    page = room.open()
    shown = end_face("Skoleledere i Vesterå", page.room, date(2027, 1, 12))
    assert (shown.kind, shown.clock, shown.title) == (FaceKind.END, "", "Tak for i dag")
    assert plain(shown.instruction) == "Næste møde: tirsdag den 12. januar"
    assert end_face("Skoleledere i Vesterå", page.room, None).instruction == ""


def test_whatever_is_not_the_rooms_reaches_no_face(room: Room) -> None:
    plant(room)
    page = room.open()
    seen: set[FaceKind] = set()

    def look() -> None:
        sight = page.sight()
        read = (read_face(sight, page.room, outcome) for outcome in page.outcomes())
        faces = (face(room), hidden_face(sight), end_face(page.meeting.network.name, page.room, None), *read)
        for shown in filter(None, faces):
            seen.add(shown.kind)
            assert SECRET not in f"{shown!r} {spoken(shown)}"
        assert SECRET not in page.wall.windowTitle()

    look()
    room.press(K.Key_F12)
    for number in range(len(page.steps)):
        for kind in (K.Key_1, K.Key_2, K.Key_3, K.Key_4, K.Key_5):
            room.press(kind, CTRL)
            room.type(SECRET)
            room.press(K.Key_Return, CTRL)
        room.type(SECRET)
        for _ in range(3):
            look()
            room.press(K.Key_PageDown)
        look()
        if number % 3 == 0:
            pause_for(room, 5)
            look()
            room.press(K.Key_F2)
            room.clock.wait(3 * 60 * 60)
            look()
    assert seen == set(FaceKind) - {FaceKind.READ}


def plant(room: Room) -> None:
    """A word that nobody in the room may read, in every field that is not the room's."""
    network = networks.list_networks(room.database)[0]
    contact = Contact(SECRET, SECRET, SECRET)
    private: dict[str, Any] = {"body": Body(SECRET, contact, contact), "consultant": contact}
    networks.save_network(room.database, replace(network, **private, **words_of(network, PUBLIC_OF_A_NETWORK)))
    members = networks.members_of(room.database, network.id)
    networks.save_members(
        room.database,
        [
            replace(
                each,
                name=f"{each.name.split()[0]} {SECRET}",
                email=f"{SECRET}@example.dk",
                **words_of(each, {"id", "network", "name", "email"}),
            )
            for each in members
        ],
    )
    session = sessions.get_session(room.database, room.session.id)
    sessions.save_session(room.database, replace(session, place=SECRET, theme=SECRET))
    agenda = sessions.agenda(room.database, session.id)
    sessions.save_agenda(room.database, session.id, [planted(step) for step in agenda])


def planted(step: Step) -> Step:
    prompts = {name: SECRET for name in CHANGEABLE if name != "instruction"}
    for part in step.parts:
        prompts |= {f"{part.key}.{name}": SECRET for name in CHANGEABLE_IN_PART if name != "wall"}
    return replace(
        step,
        words=prompts,
        audience=Audience.private,
        parts=tuple(replace(part, title=SECRET) for part in step.parts),
        **words_of(step, PUBLIC_OF_A_STEP),
    )


def words_of(value: msgspec.Struct, public: set[str]) -> dict[str, Any]:
    """The secret for every plain text of the value that is not public."""
    fields = {field.name: field.type for field in msgspec.structs.fields(type(value))}
    return {name: SECRET for name, kind in fields.items() if kind is str and name not in public}
