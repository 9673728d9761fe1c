"""Papers: gathered, written whole or not at all, archived as the very bytes, and never with a private word."""

import errno
import os
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import BytesIO
from typing import get_args

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from facilitator.desk import papers
from facilitator.desk.example import play_demo
from facilitator.live.clock import ManualClock
from facilitator.model.audience import Audience
from facilitator.model.ids import new_id
from facilitator.model.outcome import Photo
from facilitator.model.session import SessionState, begins
from facilitator.model.trouble import Trouble
from facilitator.store import documents, networks, outcomes, photos, sessions, settings
from tests.desk.conftest import LOCALE
from tests.store.builders import a_picture

PRIVATE = "MÆRKE-DER-ALDRIG-MÅ-UD"


@pytest.fixture
def held(database, library, danish):
    return play_demo(database, library, danish)


def words(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def a_week_later(session) -> ManualClock:
    return ManualClock(wall=round(begins(session).timestamp() + 7 * 24 * 3600) * 1000)


@pytest.mark.parametrize("kind", get_args(papers.DocumentKind))
def test_no_private_word_is_in_any_paper_nor_in_its_properties(database, library, held, kind):
    for outcome in outcomes.outcomes_of(database, held.id):
        private = replace(outcome, audience=Audience.private, text=f"{PRIVATE} {outcome.text}")
        outcomes.save_outcome(database, private)

    content = papers.document_bytes(database, held.id, kind, library, LOCALE)

    assert PRIVATE not in words(content)
    assert PRIVATE not in str(PdfReader(BytesIO(content)).metadata)
    assert PRIVATE.encode() not in content


def test_agenda_and_run_sheet_are_printed_as_planned_the_minutes_as_it_was(database, library, held):
    agenda = words(papers.document_bytes(database, held.id, "agenda", library, LOCALE))
    minutes = words(papers.document_bytes(database, held.id, "minutes", library, LOCALE))

    assert "10.54" in agenda  # the pulse, by the plan
    assert "11.02" in agenda
    assert "11.13" in minutes  # the pressure map, as it was


def test_approving_archives_the_bytes_and_they_are_the_paper_from_then_on(database, library, held):
    papers.approve(database, held.id, a_week_later(held), library, LOCALE)

    kept = documents.documents_of(database, held.id)
    content = papers.document_bytes(database, held.id, "decisions", library, LOCALE)
    assert documents.content_of(database, kept[0].id) == content
    assert "Godkendt den 15. december 2026" in words(content)
    assert sessions.get_session(database, held.id).approved_on == date(2026, 12, 15)


def test_minutes_are_approved_once_and_only_of_a_meeting_that_was_held(database, library, held):
    papers.approve(database, held.id, a_week_later(held), library, LOCALE)
    with pytest.raises(Trouble) as twice:
        papers.approve(database, held.id, a_week_later(held), library, LOCALE)
    assert twice.value.name == "minutes_approved"

    coming = next(each for each in sessions.sessions_of(database, held.network) if each.state is SessionState.planned)
    with pytest.raises(Trouble) as early:
        papers.approve(database, coming.id, a_week_later(coming), library, LOCALE)
    assert early.value.name == "not_held"


def test_a_file_is_named_by_day_network_and_state(database, library, held):
    draft = papers.file_name(database, held.id, "decisions", library, LOCALE)
    assert draft == "2026-12-08 Skoleledere i Vesterå - beslutningsreferat (kladde).pdf"

    papers.approve(database, held.id, a_week_later(held), library, LOCALE)

    approved = papers.file_name(database, held.id, "decisions", library, LOCALE)
    assert approved == "2026-12-08 Skoleledere i Vesterå - beslutningsreferat.pdf"


def test_an_export_replaces_a_file_only_by_a_whole_one(database, library, held, tmp_path):
    to = tmp_path / "referat.pdf"
    to.write_text("det gamle")

    papers.export(database, held.id, "minutes", to=to, library=library, locale=LOCALE)

    assert to.read_bytes() == papers.document_bytes(database, held.id, "minutes", library, LOCALE)
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".part"] == []


def test_a_folder_that_is_not_there_and_an_ending_that_is_unknown_are_told(database, library, held, tmp_path):
    with pytest.raises(Trouble) as gone:
        papers.export(database, held.id, "minutes", to=tmp_path / "væk" / "a.pdf", library=library, locale=LOCALE)
    assert gone.value.name == "file_not_writable"

    with pytest.raises(Trouble) as unknown:
        papers.export(database, held.id, "minutes", to=tmp_path / "a.xyz", library=library, locale=LOCALE)
    assert unknown.value.name == "unknown_form"
    assert list(tmp_path.glob("a.*")) == []


def test_a_folder_in_the_place_of_the_file_is_told_and_left(database, library, held, tmp_path):
    to = tmp_path / "mappe.pdf"
    to.mkdir()
    with pytest.raises(Trouble) as taken:
        papers.export(database, held.id, "minutes", to=to, library=library, locale=LOCALE)
    assert taken.value.name == "file_not_writable"
    assert to.is_dir()


def test_a_disk_that_fills_up_leaves_the_old_file_and_nothing_beside_it(database, library, held, tmp_path, monkeypatch):
    to = tmp_path / "ud" / "referat.pdf"
    to.parent.mkdir()
    to.write_text("det gamle")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Trouble) as told:
        papers.export(database, held.id, "decisions", to=to, library=library, locale=LOCALE)

    assert told.value.name == "disk_full"
    assert to.read_text() == "det gamle"
    assert list(to.parent.iterdir()) == [to]


@pytest.mark.parametrize("name", ["fil/referat.pdf", f"{'å' * 200}.pdf"])
def test_a_place_where_no_file_can_be_is_told_as_a_file_that_cant_be_written(tmp_path, name):
    (tmp_path / "fil").write_text("ikke en mappe")
    with pytest.raises(Trouble) as told:
        papers.write_whole(tmp_path / name, b"%PDF")
    assert told.value.name == "file_not_writable"
    assert [each.name for each in tmp_path.iterdir()] == ["fil"]


def test_the_longest_name_a_disk_takes_is_written(tmp_path):
    to = tmp_path / f"{'a' * 251}.pdf"
    papers.write_whole(to, b"%PDF")
    assert to.read_bytes() == b"%PDF"


@pytest.fixture
def addressed(database, held):
    """Everybody has an address."""
    members = networks.members_of(database, held.network)
    networks.save_members(database, [replace(one, email=f"{one.id}@vesteraa.dk") for one in members])
    return held


def posted(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_minutes_go_in_a_file_that_mail_programs_open_as_a_draft(database, library, addressed, tmp_path):
    kept = papers.export(
        database, addressed.id, "minutes", to=tmp_path / "Til alle.EML", library=library, locale=LOCALE
    )

    message = posted(kept.read_bytes())
    attached = next(message.iter_attachments())
    assert message["X-Unsent"] == "1"
    assert len(message["To"].addresses) == 9
    assert attached.get_filename() == papers.file_name(database, addressed.id, "minutes", library, LOCALE)
    assert attached.get_content() == papers.document_bytes(database, addressed.id, "minutes", library, LOCALE)


@pytest.mark.parametrize("kind", ["agenda", "runsheet"])
def test_what_is_no_minutes_is_no_mail(database, library, held, tmp_path, kind):
    with pytest.raises(Trouble) as refused:
        papers.export(database, held.id, kind, to=tmp_path / "a.eml", library=library, locale=LOCALE)

    assert refused.value.name == "unknown_form"
    assert list(tmp_path.glob("*.eml")) == []


def test_the_mail_says_on_which_page_the_actions_stand(database, library, addressed):
    content = papers.document_bytes(database, addressed.id, "minutes", library, LOCALE)
    texts = [page.extract_text() for page in PdfReader(BytesIO(content)).pages]
    page = next(number for number, text in enumerate(texts, 1) if "Hvem" in text and "Inden" in text)

    body = posted(papers.mail_draft(database, addressed.id, "minutes", library, LOCALE).content).get_body(("plain",))

    assert body is not None
    assert f"side {page}." in body.get_content()


def test_addresses_are_seen_by_all_only_where_all_know_each_other(database, library, addressed):
    network = networks.get_network(database, addressed.network)
    networks.save_network(database, replace(network, home=False))
    hidden = posted(papers.mail_draft(database, addressed.id, "minutes", library, LOCALE).content)
    settings.save_settings(database, settings.Settings(addresses_seen={network.id: True}))
    shown = posted(papers.mail_draft(database, addressed.id, "minutes", library, LOCALE).content)

    assert (hidden["To"], len(hidden["Bcc"].addresses)) == (None, 9)
    assert (shown["Bcc"], len(shown["To"].addresses)) == (None, 9)


def test_no_private_word_is_in_the_mail(database, library, addressed):
    for outcome in outcomes.outcomes_of(database, addressed.id):
        outcomes.save_outcome(database, replace(outcome, audience=Audience.private, text=f"{PRIVATE} {outcome.text}"))

    message = posted(papers.mail_draft(database, addressed.id, "minutes", library, LOCALE).content)

    body = message.get_body(("plain",))
    assert body is not None
    assert PRIVATE not in f"{body.get_content()} {message.items()}"
    assert PRIVATE not in words(next(message.iter_attachments()).get_content())


def test_what_a_killed_export_left_goes_with_one_made_a_day_later(tmp_path):
    left, others = tmp_path / f".{new_id()}.part", tmp_path / ".hentet.part"
    for each in (left, others):
        each.write_bytes(b"%PDF")
        os.utime(each, (each.stat().st_mtime - 90_000,) * 2)
    fresh = tmp_path / f".{new_id()}.part"
    fresh.write_bytes(b"%PDF")

    to = papers.write_whole(tmp_path / "referat.pdf", b"%PDF")

    assert set(tmp_path.iterdir()) == {others, fresh, to}


@pytest.mark.parametrize("kind", ["decisions", "minutes"])
def test_photos_for_the_minutes_are_in_the_file_and_no_others(database, library, held, kind):
    for audience, side in ((Audience.minutes, 40), (Audience.network, 50), (Audience.private, 60)):
        photo = Photo(id=new_id(), session=held.id, text="Tavlen", audience=audience, width=side, height=20)
        photos.add_photo(database, photo, a_picture(side, 20))

    content = papers.document_bytes(database, held.id, kind, library, LOCALE)

    assert [one.image.width for page in PdfReader(BytesIO(content)).pages for one in page.images] == [40]


@pytest.mark.parametrize("kind", ["agenda", "runsheet"])
def test_papers_from_before_the_meeting_have_no_photos(database, library, held, kind):
    photo = Photo(id=new_id(), session=held.id, text="Tavlen", audience=Audience.minutes, width=40, height=20)
    photos.add_photo(database, photo, a_picture(40, 20))

    content = papers.document_bytes(database, held.id, kind, library, LOCALE)

    assert [one for page in PdfReader(BytesIO(content)).pages for one in page.images] == []
