"""Rounds in the cockpit: turns let go by and given away, orders, seats, who is unheard, and groups."""

from msgspec.structs import replace
from PySide6.QtCore import QRect, Qt

from facilitator.model.seating import seated
from facilitator.store import networks
from tests.ui.live.builders import PEOPLE, FakeScreen, Room, wait_until
from ui.live.faces import wall_face
from ui.live.seating import SeatingPanel
from ui.live.turns import listed
from ui.live_run import Order, commands
from ui.widgets.wall_face import WallFace, spoken

K = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def in_check_in(room: Room) -> Room:
    """The meeting has come to its first round; nobody has spoken."""
    room.open(start=True)
    room.press(K.Key_F4)
    return room


def in_pairs(room: Room) -> Room:
    """The meeting has come to the pairs of the pressure map."""
    page = room.open(start=True)
    while not page.sight().groups:
        room.press(K.Key_PageDown)
    return room


def rows(room: Room) -> list[tuple[str, str]]:
    """The list beside the ring: names and what stands at their right."""
    return [(row.name.split()[0], row.time) for row in listed(room.settled().sight()).rows]


def face(room: Room) -> WallFace:
    page = room.settled()
    return wall_face(page.sight(), page._room_words, page.room)


def named(room: Room) -> tuple[str, str]:
    """Who speaks and who is next, as the room sees it."""
    shown = face(room)
    return (shown.now.name if shown.now else "", shown.next.name if shown.next else "")


def seats(room: Room) -> list[str]:
    """How people sit, as the store has it."""
    network = networks.get_network(room.database, room.session.network)
    names = {member: name.split()[0] for name, member in room.ids.items()}
    return [names[member] for member in seated(network.seating, tuple(names))]


def test_one_key_lets_the_turn_go_by_and_the_next_one_has_it(room: Room) -> None:
    in_check_in(room)
    room.press(K.Key_PageDown)
    room.press(K.Key_X)

    assert named(room) == ("Jonas", "Åse")
    assert rows(room)[-1] == ("Mette", "venter")
    room.press(K.Key_Z, CTRL)
    assert named(room) == ("Mette", "Jonas")


def test_whoever_is_next_may_let_it_go_by_while_nobody_speaks(room: Room) -> None:
    in_check_in(room)
    room.press(K.Key_X)

    assert named(room) == ("Jonas", "Åse")


def test_the_last_one_who_lets_it_go_by_has_said_pass_and_the_meeting_can_go_on(room: Room) -> None:
    page = in_check_in(room).settled()
    for _ in PEOPLE:
        room.press(K.Key_PageDown)
    room.press(K.Key_X)

    assert page.sight().speakers.speaking is None
    assert page.sight().speakers.next is None
    room.press(K.Key_PageDown)
    assert page.sight().number == 3


def test_whoever_has_said_pass_stands_among_those_who_are_through(room: Room) -> None:
    in_check_in(room)
    for member in list(room.ids.values())[:7]:
        room.page.do(commands.GiveTurn(member=member))
    room.settled()
    room.press(K.Key_PageDown)  # Ib
    room.press(K.Key_X)  # Ib lets it go by, Lone has it
    room.press(K.Key_X)  # so does she: Ib again
    room.press(K.Key_X)  # he says pass

    assert ("Ib", "pas") in rows(room)
    assert named(room) == ("Lone", "")


def test_a_turn_is_given_to_somebody_by_the_first_letter_of_the_name(room: Room) -> None:
    in_check_in(room)
    room.press(K.Key_PageDown)
    room.press(K.Key_Z)
    assert room.page.beside.panel.accessibleName() == "Hvem får turen af Mette?"
    room.type("L")
    room.press(K.Key_Return)

    assert named(room) == ("Lone", "Jonas")
    assert rows(room)[-1] == ("Mette", "venter")
    assert room.page.beside.panel is None


def test_outside_a_round_there_is_no_turn_to_let_go_by(room: Room) -> None:
    page = room.open(start=True)
    for key in (K.Key_X, K.Key_Z, K.Key_O):
        room.press(key)
        assert page.cockpit.notice.words.text() == "Der er ingen runde i denne del. Intet er ændret."


def test_who_has_not_spoken_is_said_in_words_by_name_and_never_on_the_wall(room: Room) -> None:
    page = in_check_in(room).settled()
    for _ in range(6):
        room.press(K.Key_PageDown)
    before = spoken(face(room))
    room.press(K.Key_J)

    assert page.cockpit.notice.words.text() == (
        "Har endnu ikke haft ordet på mødet: Hassan Demir, Ib Juul og Lone Bech."
    )
    assert spoken(face(room)) == before
    room.press(K.Key_PageDown)
    assert not page.cockpit.notice.isVisible()


def test_when_everybody_has_spoken_that_is_said(room: Room) -> None:
    page = in_check_in(room).settled()
    for _ in PEOPLE:
        room.press(K.Key_PageDown)
    room.press(K.Key_J)

    assert page.cockpit.notice.words.text() == "Alle, der er her, har haft ordet."


def mirrored(room: Room) -> Room:
    """The first round runs, and the room sees the laptop's own screen."""
    one, other = (FakeScreen(name, QRect(0, 0, 1366, 768)) for name in ("Laptop", "Projektor"))
    room.open(start=True, screens=lambda: [one, other])
    room.press(K.Key_F4)
    return room


def test_who_has_not_spoken_is_not_said_where_the_room_sees_the_same_screen(room: Room) -> None:
    page = mirrored(room).settled()
    room.press(K.Key_J)

    assert not any(name.split()[0] in page.cockpit.notice.words.text() for name in PEOPLE)
    assert page.cockpit.notice.isVisible()


def test_how_long_somebody_spoke_is_not_shown_where_the_room_sees_the_same_screen(room: Room) -> None:
    mirrored(room)
    for _ in range(3):
        room.press(K.Key_PageDown)
        room.clock.wait(200)

    assert rows(room)[:4] == [("Mette", ""), ("Jonas", ""), ("Åse", ""), ("Birgitte", "næste")]


def test_the_order_is_chosen_for_one_round_and_said_in_words(room: Room) -> None:
    page = in_check_in(room).settled()
    assert listed(page.sight()).note == "hørt mindst først"
    room.press(K.Key_O)
    assert listed(page.sight()).note == "som I sidder"
    room.press(K.Key_F4)
    assert page.sight().order is Order.least_heard
    room.press(K.Key_B)
    assert page.sight().order is Order.seating


def test_after_a_cut_the_round_goes_on_in_its_order(room: Room) -> None:
    page = in_check_in(room).settled()
    room.press(K.Key_O)
    room.press(K.Key_O)
    room.press(K.Key_PageDown)
    before = page.sight().speakers
    again = room.cut_off()
    page = again.open()

    assert listed(page.sight()).note == "tilfældigt"
    assert page.sight().speakers == before
    again.close()


def test_seats_arranged_while_a_round_runs_hold_from_the_next_one_on(room: Room) -> None:
    page = in_check_in(room).settled()
    room.press(K.Key_O)
    room.press(K.Key_PageDown)
    before = page.sight().speakers
    room.press(K.Key_C)
    for _ in range(3):
        room.press(K.Key_Down, ALT)
    room.press(K.Key_Escape)

    assert page.sight().speakers == before
    room.press(K.Key_F4)
    page.orders[page.sight().place] = Order.seating
    assert [page.sight().called(member) for member in page.sight().speakers.waiting[:4]] == [
        "Jonas",
        "Åse",
        "Birgitte",
        "Mette",
    ]
    wait_until(lambda: seats(room)[:4] == ["Jonas", "Åse", "Birgitte", "Mette"])


def test_seats_are_arranged_before_the_meeting_too(room: Room) -> None:
    page = room.open()
    room.page.setFocus()
    room.press(K.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(page.beside.panel, SeatingPanel)
    room.press(K.Key_Down, ALT)
    room.press(K.Key_Escape)

    room.press(K.Key_F12)
    assert page.sight().roster[:2] == (room.ids["Jonas Kjær"], room.ids["Mette Sørensen"])


def test_whoever_has_no_seat_comes_after_by_name_as_danish_sorts(room: Room) -> None:
    network = networks.get_network(room.database, room.session.network)
    networks.save_network(room.database, replace(network, seating=(room.ids["Lone Bech"],)))
    page = room.open()

    assert [page.sight().called(member) for member in page.sight().roster] == [
        "Lone",
        "Birgitte",
        "Claus",
        "Dorthe",
        "Hassan",
        "Ib",
        "Jonas",
        "Mette",
        "Åse",
    ]


def test_a_rehearsal_leaves_people_where_they_sit(room: Room) -> None:
    page = room.open(rehearsal=True, start=True)
    room.press(K.Key_C)
    room.press(K.Key_Down, ALT)

    assert page.sight().roster[0] == room.ids["Jonas Kjær"]
    assert seats(room)[0] == "Mette"


def test_pairs_stand_in_the_cockpit_and_on_the_wall_with_one_countdown_for_all(room: Room) -> None:
    page = in_pairs(room).settled()
    room.clock.wait(60)
    page.look()
    shown = face(room)

    assert len(shown.groups) == 4
    assert sorted(name for group in shown.groups for name in group.replace(" og ", ", ").split(", ")) == sorted(
        name.split()[0] for name in PEOPLE
    )
    assert shown.ring.seconds == page.sight().view.part_remaining == 9 * 60
    assert [row.name for row in listed(page.sight()).rows][1:5] == list(shown.groups)
    assert shown.groups[0] in spoken(shown)


def test_one_key_deals_the_groups_anew_and_undo_gives_back_those_before(room: Room) -> None:
    in_pairs(room)
    before = face(room).groups
    room.press(K.Key_Q)
    dealt = face(room).groups
    assert dealt != before

    room.press(K.Key_Z, CTRL)
    assert face(room).groups == before


def test_after_a_cut_the_groups_are_the_same(room: Room) -> None:
    in_pairs(room)
    room.press(K.Key_Q)
    before = face(room).groups
    again = room.cut_off()
    again.open()

    assert face(again).groups == before
    again.close()


def test_whoever_arrives_while_others_sit_in_pairs_joins_the_smallest_group(room: Room) -> None:
    page = room.open(start=True)
    page.acts.mark(room.ids["Ib Juul"], "excused")
    while not page.sight().groups:
        room.press(K.Key_PageDown)
    before = face(room).groups
    page.acts.mark(room.ids["Ib Juul"], "here")

    after = face(room).groups
    assert after[1:] == before[1:]
    assert set(after[0].replace(" og ", ", ").split(", ")) == {*before[0].split(" og "), "Ib"}


def test_nothing_is_dealt_where_nobody_sits_in_groups(room: Room) -> None:
    page = in_check_in(room).settled()
    room.press(K.Key_Q)

    assert page.cockpit.notice.words.text() == "Der er ingen par eller grupper i denne del. Intet er ændret."
