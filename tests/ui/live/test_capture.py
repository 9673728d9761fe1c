"""Writing down: kinds, audiences, drafts on disk, and editing in place."""

from datetime import date, datetime

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.model.audience import Audience
from facilitator.model.ids import new_id
from facilitator.model.outcome import Action, Case, Decision, Note
from facilitator.store import drafts, outcomes, sessions
from tests.ui.live.builders import Room, plain, wait_until
from ui.live.written import DRAFT_AFTER, FOLDED

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def write(room: Room, kind: Qt.Key, text: str) -> None:
    """A text of that kind, added."""
    room.press(kind, CTRL)
    room.type(text)
    room.press(K.Key_Return, CTRL)


def kept(room: Room) -> list[object]:
    """What is in the store."""
    return list(outcomes.outcomes_of(room.database, room.session.id))


@pytest.mark.parametrize(
    ("key", "kind"),
    [(K.Key_1, "notes"), (K.Key_2, "decisions"), (K.Key_3, "actions"), (K.Key_4, "parked")],
)
def test_each_kind_is_written_by_its_key(room: Room, key: Qt.Key, kind: str) -> None:
    page = room.open(start=True)
    write(room, key, "Vi prøver rollerne på tur")
    (outcome,) = kept(room)
    assert (type(outcome).__struct_config__.tag, outcome.text) == (kind, "Vi prøver rollerne på tur")
    assert page.capture.editor.toPlainText() == ""
    assert page.capture.count.text() == "1"


def test_a_case_is_a_kind_in_case_steps_only_and_never_for_the_minutes(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_5, CTRL)
    assert page.capture.kind == "note"
    for _ in range(4):
        room.press(K.Key_F4)
    room.press(K.Key_5, CTRL)
    assert page.capture.kind == "case"
    room.type("Hvordan siger jeg det til en medarbejder?")
    page.capture.case_owner.setCurrentText("Dorthe Lund")
    room.press(K.Key_Return, CTRL)
    (case,) = kept(room)
    assert isinstance(case, Case)
    assert (case.owner, case.audience) == (room.ids["Dorthe Lund"], Audience.private)


def test_an_action_takes_first_letters_and_a_spoken_date(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_3, CTRL)
    room.type("Claus sender mødeplanen")
    page.capture.owners.setText("cl, lo")
    page.capture.due.setText("fre")
    assert plain(page.capture.understood.text()) == "Claus Friis og Lone Bech inden fredag den 11. december 2026"
    room.press(K.Key_Return, CTRL)
    (action,) = kept(room)
    assert isinstance(action, Action)
    assert action.owners == (room.ids["Claus Friis"], room.ids["Lone Bech"])
    assert action.due == date(2026, 12, 11)


def test_by_the_next_meeting_is_its_date(room: Room) -> None:
    january = msgspec.structs.replace(room.session, id=new_id(), number=5, starts_at=datetime(2027, 1, 26, 9))
    sessions.plan_session(room.database, january, ())
    page = room.open(start=True)
    room.press(K.Key_3, CTRL)
    room.type("Prøv det")
    page.capture.due.setText("næste møde")
    room.press(K.Key_Return, CTRL)
    (action,) = kept(room)
    assert isinstance(action, Action)
    assert action.due == date(2027, 1, 26)


@pytest.mark.parametrize(
    ("owners", "due"), [("Pia", ""), ("", "snart"), ("\u202e☃", "32/13/99"), ("x" * 5000, "9" * 99)]
)
def test_rubbish_is_told_beside_the_field_and_nothing_is_lost(room: Room, owners: str, due: str) -> None:
    page = room.open(start=True)
    room.press(K.Key_3, CTRL)
    room.type("Tekst")
    page.capture.owners.setText(owners)
    page.capture.due.setText(due)
    room.press(K.Key_Return, CTRL)
    assert page.capture.notice.isVisible()
    assert page.capture.editor.toPlainText() == "Tekst"
    assert kept(room) == []


def test_who_may_read_it_follows_the_step_and_widens_by_an_act_alone(room: Room) -> None:
    page = room.open(start=True)
    assert page.capture.audience is Audience.minutes
    room.press(K.Key_F4)
    room.press(K.Key_F4)  # since last time: private
    assert page.capture.audience is Audience.private
    assert page.capture.readers.text() == "Følger punktet. Ikke i referat, pakke eller e-mail."
    room.press(K.Key_F10)
    room.type("halv sæt")
    for _ in range(6):
        room.press(K.Key_F4)  # to the commitments, which go into the minutes
    assert page.sight().step.audience is Audience.minutes
    assert page.capture.audience is Audience.private
    room.press(K.Key_H, CTRL)
    assert page.capture.audience is Audience.minutes
    assert page.capture.readers.text() == "Følger punktet. Kommer i referat, pakke og e-mail."


def test_private_text_is_folded_and_unfolds_while_alt_is_held(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_F4)
    room.press(K.Key_F4)
    write(room, K.Key_1, "Hemmeligt om Åse")
    rows = page.capture.written.rows
    assert [rows.row(place).id for place in range(rows.rowCount())] == [FOLDED]
    assert "Hemmeligt" not in rows.row(0).words()
    assert "1 note · 1 linje" in rows.row(0).words()
    QTest.keyPress(room.keyboard, K.Key_Alt)
    assert "Hemmeligt" in page.capture.written.rows.row(0).words()
    QTest.keyRelease(room.keyboard, K.Key_Alt)
    assert "Hemmeligt" not in page.capture.written.rows.row(0).words()


def test_half_a_sentence_is_on_disk_within_the_second_and_the_field_says_when(room: Room, qtbot) -> None:
    page = room.open(start=True)
    room.press(K.Key_F10)
    assert page.live is not None
    assert DRAFT_AFTER <= 800
    with qtbot.waitSignal(page.live.draft_saved):
        room.type("Åses mødeplan: prøv")
    (draft,) = drafts.drafts_of(room.database, room.session.id)
    assert draft.text == "Åses mødeplan: prøv"
    wait_until(lambda: page.capture.saved.accessibleName() == "Gemt 9.00.00")


def test_an_added_text_leaves_no_draft(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_F10)
    room.type("Vi prøver")
    page.capture.keep_now()
    wait_until(lambda: bool(drafts.drafts_of(room.database, room.session.id)))
    room.press(K.Key_Return, CTRL)
    wait_until(lambda: not drafts.drafts_of(room.database, room.session.id))
    assert len(kept(room)) == 1


def test_another_kind_keeps_the_text(room: Room) -> None:
    room.open(start=True)
    room.press(K.Key_1, CTRL)
    room.type("Rollerne går på tur")
    room.press(K.Key_2, CTRL)
    room.press(K.Key_Return, CTRL)
    (decision,) = kept(room)
    assert isinstance(decision, Decision)


def test_a_text_written_before_the_start_is_refused_and_stands(room: Room) -> None:
    page = room.open()
    write(room, K.Key_1, "Husk kaffe")
    assert page.capture.editor.toPlainText() == "Husk kaffe"
    assert page.cockpit.notice.isVisible()
    room.press(K.Key_F12)
    room.press(K.Key_Return, CTRL)
    assert len(kept(room)) == 1


def test_what_was_written_is_edited_in_place_removed_and_had_back(room: Room) -> None:
    page = room.open(start=True)
    write(room, K.Key_2, "Én sag på hvert møde")
    page.capture.written.setFocus()
    page.capture.written.setCurrentIndex(page.capture.written.rows.index(0))
    room.press(K.Key_Return)
    room.type("To sager på hvert møde")
    room.press(K.Key_Return, CTRL)
    (edited,) = kept(room)
    assert edited.text == "To sager på hvert møde"
    assert page.capture.written.hasFocus()
    room.press(K.Key_Delete)
    assert kept(room) == []
    room.press(K.Key_Z, CTRL)
    assert [each.text for each in kept(room)] == ["To sager på hvert møde"]


def test_escape_leaves_an_edit_as_it_was(room: Room) -> None:
    page = room.open(start=True)
    write(room, K.Key_1, "Som den var")
    room.press(K.Key_E, CTRL)
    room.type("noget andet")
    room.press(K.Key_Escape)
    assert [each.text for each in kept(room)] == ["Som den var"]
    assert page.capture.written.editing == ""


def test_a_civil_registration_number_is_told_of_at_once(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_F10)
    room.type("Ring om 010203-1234")
    assert page.capture.notice.text().startswith("Teksten ligner et CPR-nummer.")
    for _ in range(11):
        room.press(K.Key_Backspace)
    assert not page.capture.notice.isVisible()


def test_a_note_of_three_hundred_lines_is_one_row(room: Room) -> None:
    page = room.open(start=True)
    page.capture.editor.setPlainText("linje\n" * 300)
    room.press(K.Key_F10)
    room.press(K.Key_Return, CTRL)
    (note,) = kept(room)
    assert isinstance(note, Note)
    assert len(note.text.splitlines()) == 300
    assert page.capture.written.rows.rowCount() == 1


def test_what_looks_like_a_civil_number_stays_private_until_the_number_is_gone(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_F10)
    room.type("Ring om 010203-1234")
    assert page.capture.audience is Audience.private
    room.press(K.Key_H, CTRL)
    room.press(K.Key_H, CTRL)
    assert page.capture.audience is Audience.private
    assert page.capture.notice.text().startswith("Teksten ligner et CPR-nummer.")
    for _ in range(5):
        room.press(K.Key_Backspace)
    assert page.capture.audience is Audience.minutes
    room.type("-1234")
    room.press(K.Key_Return, CTRL)
    assert [(each.text, each.audience) for each in kept(room)] == [("Ring om 010203-1234", Audience.private)]
    assert page.capture.audience is Audience.minutes


def test_a_civil_number_gone_in_a_private_step_opens_nothing(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_F10)
    room.type("010203-1234")
    room.press(K.Key_F4)
    room.press(K.Key_F4)
    for _ in range(5):
        room.press(K.Key_Backspace)
    assert page.capture.audience is Audience.private


def test_an_edit_that_puts_a_civil_number_where_others_read_goes_on_and_loses_nothing(room: Room) -> None:
    page = room.open(start=True)
    write(room, K.Key_1, "Ring til Pia")
    room.press(K.Key_E, CTRL)
    room.type("Ring om 010203-1234")
    room.press(K.Key_Return, CTRL)
    assert page.cockpit.notice.words.text().startswith("Teksten ligner et CPR-nummer.")
    assert [each.text for each in kept(room)] == ["Ring til Pia"]
    for _ in range(5):
        room.press(K.Key_Backspace)
    room.press(K.Key_Return, CTRL)
    assert [each.text for each in kept(room)] == ["Ring om 010203"]


def test_private_words_written_last_unfold_to_be_edited_and_fold_again(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_F4)
    room.press(K.Key_F4)
    write(room, K.Key_1, "Hemmeligt om Åse")
    room.press(K.Key_E, CTRL)
    room.type("Hemmeligt om Ib")
    room.press(K.Key_Return, CTRL)
    assert [each.text for each in kept(room)] == ["Hemmeligt om Ib"]
    assert page.capture.written.rows.row(0).id == FOLDED


def test_an_action_is_written_without_leaving_the_keyboard(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_3, CTRL)
    room.type("Claus sender mødeplanen")
    room.press(K.Key_Tab)
    room.type("Claus Friis og lo")
    room.press(K.Key_Tab)
    room.type("om 14 dage")
    assert plain(page.capture.understood.text()).startswith("Claus Friis og Lone Bech inden tirsdag den 22. december")
    room.press(K.Key_Return, CTRL)
    (action,) = kept(room)
    assert isinstance(action, Action)
    assert action.owners == (room.ids["Claus Friis"], room.ids["Lone Bech"])
    assert action.due == date(2026, 12, 22)


def test_names_are_completed_one_after_the_other_as_they_are_typed(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_3, CTRL)
    field = page.capture.owners
    completer = field.completer()
    for typed, completed in (("me", "Mette Sørensen"), ("Mette Sørensen og jo", "Mette Sørensen og Jonas Kjær")):
        field.setFocus()
        field.setText(typed)
        completer.setCompletionPrefix(typed)
        assert completer.currentCompletion() == completed


def test_a_vague_promise_is_offered_a_question_and_kept_as_it_is(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_1, CTRL)
    room.type("Tage fat i det")
    assert not page.capture.promise.offer.isVisible()
    room.press(K.Key_3, CTRL)
    assert page.capture.promise.offer.text() == "Spørg: »Hvad ser vi, når det er sket?«"
    assert page.capture.promise.offer.isVisible()
    assert page.capture.editor.hasFocus()
    room.press(K.Key_Return, CTRL)
    assert [each.text for each in kept(room)] == ["Tage fat i det"]
    assert not page.capture.promise.offer.isVisible()


@pytest.mark.parametrize(("code", "said"), [("da", "in two weeks"), ("en", "om 14 dage")])
def test_a_date_is_understood_in_both_languages_whatever_the_window_s(rooms, code: str, said: str) -> None:
    room = rooms(code)
    page = room.open(start=True)
    room.press(K.Key_3, CTRL)
    room.type("Prøv det")
    page.capture.due.setText(said)
    room.press(K.Key_Return, CTRL)
    (action,) = kept(room)
    assert isinstance(action, Action)
    assert action.due == date(2026, 12, 22)


def test_a_case_asks_for_the_question_without_names(room: Room) -> None:
    page = room.open(start=True)
    for _ in range(4):
        room.press(K.Key_F4)
    room.press(K.Key_5, CTRL)
    assert page.capture.editor.placeholderText().startswith("Spørgsmålet uden navne")
