"""A photo and its picture are kept together, come back together, and go together for good."""

import pytest
from msgspec.structs import replace

from facilitator.live import commands
from facilitator.model.audience import Audience
from facilitator.model.ids import new_id
from facilitator.model.outcome import Note, Photo
from facilitator.model.trouble import Trouble
from facilitator.store import acts, check, deleted, outcomes, photos, rows
from facilitator.store.acts import recorded
from facilitator.store.database import open_store
from tests.store.builders import NOW, Meeting, a_network, a_picture, a_session

DAY = 24 * 60 * 60 * 1000


def a_photo(session, **how):
    return Photo(**({"id": new_id(), "session": session.id, "text": "", "width": 64, "height": 48} | how))


def added(store, session, **how):
    photo = a_photo(session, **how)
    photos.add_photo(store, photo, a_picture())
    return photo


def test_a_photo_is_read_again_with_its_picture_and_needs_no_words_yet(store, session):
    photo = added(store, session)

    assert outcomes.outcomes_of(store, session.id) == (photo,)
    assert photos.picture_of(store, photo.id) == a_picture()
    assert check.check(store) == ()


def test_words_for_those_who_can_not_see_it_come_later(store, session):
    photo = added(store, session)

    outcomes.save_outcome(store, replace(photo, text="  Tavlen med tre ønsker "))

    assert outcomes.get_outcome(store, photo.id).text == "Tavlen med tre ønsker"


def test_a_text_of_another_kind_still_says_something(store, session):
    with pytest.raises(Trouble) as told:
        outcomes.save_outcome(store, Note(id=new_id(), session=session.id, text=" "))
    assert told.value.name == "text_empty"


@pytest.mark.parametrize("picture", [b"", b"MZ", a_picture() + b"mere"])
def test_what_is_no_plain_picture_is_refused_whole(store, session, picture):
    with pytest.raises(Trouble) as told:
        photos.add_photo(store, a_photo(session), picture)

    assert told.value.name == "photo_not_plain"
    assert outcomes.outcomes_of(store, session.id) == ()


def test_a_size_that_is_not_the_picture_s_is_refused(store, session):
    with pytest.raises(Trouble) as told:
        photos.add_photo(store, a_photo(session, width=65), a_picture())
    assert told.value.name == "photo_not_plain"


def test_a_deleted_photo_comes_back_with_its_picture(store, session):
    photo = added(store, session, text="Tavlen")
    outcomes.remove_outcome(store, photo.id)
    assert check.check(store) == ()

    (deletion,) = deleted.deletions(store)
    deleted.bring_back(store, deletion.act)

    assert outcomes.outcomes_of(store, session.id) == (photo,)
    assert photos.picture_of(store, photo.id) == a_picture()
    assert check.check(store) == ()


def test_adding_one_is_an_act_that_can_be_taken_back_and_done_again(store, session):
    with recorded(store) as record:
        photo = added(store, session)

    acts.take_back(store, record.act())
    assert outcomes.outcomes_of(store, session.id) == ()
    acts.do_again(store, record.act())

    assert photos.picture_of(store, photo.id) == a_picture()


def test_when_the_bin_is_emptied_no_byte_of_the_picture_is_left(path):
    now = [round(NOW.timestamp() * 1000)]
    store = open_store(path, wall=lambda: now[0])
    session = a_session(store, a_network(store))
    photo = added(store, session)
    picture = a_picture()
    rows.empty_bin(store)
    now[0] += DAY
    rows.empty_bin(store)
    outcomes.remove_outcome(store, photo.id)
    store.settle()
    assert picture in path.read_bytes()

    now[0] += 29 * DAY
    rows.empty_bin(store)
    assert photos.picture_of(store, photo.id) == picture
    now[0] += DAY
    rows.empty_bin(store)

    with pytest.raises(Trouble) as told:
        photos.picture_of(store, photo.id)
    assert told.value.name == "no_such_record"
    assert check.check(store) == ()
    store.close()
    assert picture[200:400] not in path.read_bytes()


def test_whoever_deletes_a_photo_past_the_bin_deletes_its_picture_too(store, session):
    photo = added(store, session)

    with store.atomic():
        store.run("DELETE FROM photos WHERE id = ?", (photo.id,))

    assert store.rows("SELECT * FROM pictures") == []


def test_a_missing_picture_and_a_loose_one_are_found(store, session):
    photo = added(store, session)
    with store.atomic():
        store.run("DELETE FROM pictures WHERE photo = ?", (photo.id,))
        store.run("INSERT INTO pictures (photo, bytes) VALUES ('ingen', x'00')")

    assert check.check(store) == (
        f"photos {photo.id}: its picture is missing",
        "pictures ingen: belongs to no photo",
    )


# In a run


def test_in_a_run_a_photo_is_a_recorded_event_that_undo_takes_back(store, session):
    meeting = Meeting(store, session)
    meeting.do(commands.Start())

    answer = meeting.do(commands.AddPhoto(picture=a_picture(), audience=Audience.minutes))
    (photo,) = outcomes.outcomes_of(store, session.id)
    assert (photo.id, photo.width, photo.height, photo.audience) == (answer.record, 64, 48, Audience.minutes)
    assert photo.step == meeting.steps[0].id

    meeting.do(commands.Undo())
    assert outcomes.outcomes_of(store, session.id) == ()
    assert check.check(store) == ()


def test_its_words_are_edited_emptied_and_taken_back_in_a_run(store, session):
    meeting = Meeting(store, session)
    meeting.do(commands.Start())
    photo = meeting.do(commands.AddPhoto(picture=a_picture())).record

    meeting.do(commands.Edit(id=photo, text="Tavlen"))
    meeting.do(commands.Edit(id=photo, text=" "))
    meeting.do(commands.Undo())

    assert outcomes.get_outcome(store, photo).text == "Tavlen"


def test_a_photo_that_is_not_plain_leaves_a_run_as_it_was(store, session):
    meeting = Meeting(store, session)
    meeting.do(commands.Start())
    before = meeting.runner.state.seq

    with pytest.raises(Trouble) as told:
        meeting.do(commands.AddPhoto(picture=b"MZ"))

    assert told.value.name == "photo_not_plain"
    assert meeting.runner.state.seq == before


def test_what_a_discarded_run_added_lies_in_the_bin_with_its_picture(store, session):
    meeting = Meeting(store, session)
    meeting.do(commands.Start())
    photo = meeting.do(commands.AddPhoto(picture=a_picture())).record

    meeting.do(commands.Discard())

    assert outcomes.outcomes_of(store, session.id) == ()
    assert photos.picture_of(store, photo) == a_picture()
