"""Unfinished text."""

from facilitator.model.audience import Audience
from facilitator.store.database import open_store
from facilitator.store.drafts import Draft, clear_draft, drafts_of, get_draft, save_draft


def test_half_a_sentence_is_there_when_the_store_is_opened_again(store, session):
    save_draft(store, Draft(session=session.id, slot="note", text="Vi prøver ro", audience=Audience.network))

    with_another_window = open_store(store.path)

    found = get_draft(with_another_window, session.id, "note")
    assert (found.text, found.audience) == ("Vi prøver ro", Audience.network)
    assert found.saved > 0
    with_another_window.close()


def test_each_field_has_one_draft_and_the_latest_text_counts(store, session):
    for slot, text in (("note", "a"), ("action", "b"), ("note", "ab")):
        save_draft(store, Draft(session=session.id, slot=slot, text=text))

    assert {draft.slot: draft.text for draft in drafts_of(store, session.id)} == {"note": "ab", "action": "b"}


def test_a_draft_goes_when_it_was_added_or_emptied(store, session):
    for slot in ("note", "action"):
        save_draft(store, Draft(session=session.id, slot=slot, text="tekst"))

    clear_draft(store, session.id, "note")
    save_draft(store, Draft(session=session.id, slot="action", text=" "))

    assert drafts_of(store, session.id) == ()
