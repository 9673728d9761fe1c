"""The e-mail with minutes: in the manner of practice.md 4, to those it is for, and read alike by every program."""

import datetime as dt
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from facilitator.documents.mail import Mail, Recipient, mail, written
from facilitator.model.network import Contact
from tests.documents.builders import MEMBERS, NETWORK, NEXT, SESSION, language, paper

CORRECTIONS = dt.date(2026, 12, 15)
PDF = b"%PDF-1.7 \x00\xff not really one"
ADDRESSED = tuple(replace(one, email=f"{one.id}@vesteraa.dk") for one in MEMBERS)
BY_METTE = "Mette Sørensen"


def draft(code="da", *, sender=BY_METTE, seen=True, actions_on=(2, True), **fields) -> Mail:
    of = paper(**{"members": ADDRESSED, "next_session": NEXT, "corrections_by": CORRECTIONS, **fields})
    return mail(of, language(code), sender=sender, seen=seen, actions_on=actions_on)


def opened(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def words(body: str) -> str:
    return " ".join(body.split())


def test_it_says_what_practice_has_it_say():
    made = draft()

    assert made.subject == "Referat fra Skoleledere i Vesterå den 8.12.2026 (kladde)"
    assert words(made.body) == (
        "Kære alle. Her er kladden til referatet. Skriv rettelser til mig senest tirsdag den 15. december; derefter er "
        "det godkendt. Din egen aftale står på side 2. Næste møde er tirsdag den 26. januar 2027 kl. 9.00–12.00 hos "
        "Jonas. Referatet er til netværket; send det ikke videre uden at spørge. Hilsen Mette, tovholder"
    )


def test_in_english_it_says_the_same():
    made = draft("en", sender="Karen Holm")

    assert made.subject == "Minutes from Skoleledere i Vesterå, 8 Dec 2026 (draft)"
    assert words(made.body) == (
        "Dear all. Here is the draft of the minutes. Send corrections to me by Tuesday 15 December; after that they "
        "are approved. Your own action stands on page 2. The next meeting is Tuesday 26 January 2027, 9:00–12:00 at "
        "Jonas's. The minutes are for the network; do not pass them on without asking. Regards Karen, consultant"
    )


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"next_session": None}, "Der er ikke aftalt en dato for næste møde endnu."),
        ({"next_session": replace(NEXT, host="", place="Højvang Skole")}, "kl. 9.00–12.00, Højvang Skole."),
        ({"next_session": replace(NEXT, host="")}, "kl. 9.00–12.00."),
        ({"actions_on": (1, False)}, "Aftalerne begynder på side 1."),
        ({"session": replace(SESSION, approved_on=CORRECTIONS)}, "Det blev godkendt den 15. december 2026."),
        ({"sender": ""}, "Hilsen Karen, konsulent"),
        ({"sender": "Jonas Kjær"}, "Hilsen Jonas, stedfortræder"),
        ({"sender": "Ib Juul"}, "Hilsen Ib"),
    ],
)
def test_it_says_no_more_than_is_known(fields, said):
    assert said in words(draft(**fields).body)


def test_nothing_is_said_of_actions_where_nobody_has_promised():
    assert "aftale står" not in draft(actions_on=None).body


def test_approved_minutes_are_no_draft():
    assert draft(session=replace(SESSION, approved_on=CORRECTIONS)).subject.endswith("den 8.12.2026")


def test_it_goes_to_the_members_of_the_day_and_nobody_above_them():
    gone = replace(ADDRESSED[0], left=SESSION.starts_at.date())
    boss = Contact("Pia Ravn", "pia@vesteraa.dk")
    network = replace(NETWORK, body=replace(NETWORK.body, contact=boss), consultant=Contact("Karen", "karen@net.dk"))
    made = draft(members=(gone, *ADDRESSED[1:]), network=network)

    content = written(made, "referat.pdf", PDF)

    assert {one.email for one in made.to} == {one.email for one in ADDRESSED[1:]}
    assert b"pia@" not in content
    assert b"karen@" not in content


def test_whoever_has_no_address_that_works_is_named():
    broken = (replace(ADDRESSED[0], email=""), replace(ADDRESSED[1], email="jonas kjær @"), *ADDRESSED[2:])

    made = draft(members=broken)

    assert made.without == ("Jonas Kjær", "Mette Sørensen")
    assert len(made.to) == len(ADDRESSED) - 2


def test_a_domain_with_danish_letters_is_written_so_that_it_arrives():
    made = draft(members=(replace(ADDRESSED[0], email="mette@vesterå.dk"),))

    assert made.to == (Recipient("Mette Sørensen", "mette@xn--vester-nua.dk"),)


def test_an_address_with_danish_letters_before_the_at_is_read_back_as_it_was():
    made = draft(members=(replace(ADDRESSED[2], email="åse@vesteraa.dk"),))

    message = opened(written(made, "referat.pdf", PDF))

    assert [one.addr_spec for one in message["To"].addresses] == ["åse@vesteraa.dk"]
    assert getaddresses([str(message["To"])]) == [("Åse Aaberg", "åse@vesteraa.dk")]


def test_the_file_is_a_draft_with_the_pdf_in_it():
    name = "2026-12-08 Skoleledere i Vesterå - beslutningsreferat (kladde).pdf"
    content = written(draft(), name, PDF)
    message = opened(content)
    attached = list(message.iter_attachments())
    body = message.get_body(("plain",))

    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Referat fra Skoleledere i Vesterå den 8.12.2026 (kladde)"
    assert [one.display_name for one in message["To"].addresses][-2:] == ["Mette Sørensen", "Åse Aaberg"]
    assert body is not None
    assert body.get_content_charset() == "utf-8"
    assert words(body.get_content()) == words(draft().body)
    assert [(one.get_filename(), one.get_content_type()) for one in attached] == [(name, "application/pdf")]
    assert attached[0].get_content() == PDF
    assert not message["From"]
    assert not message["Date"]


def test_the_same_draft_is_the_same_bytes_in_lines_that_every_program_takes():
    content = written(draft(), "referat.pdf", PDF)

    assert content == written(draft(), "referat.pdf", PDF)
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(map(len, content.split(b"\r\n"))) <= 998
    assert content.isascii()


def test_where_not_all_know_each_other_nobody_sees_the_others_addresses():
    message = opened(written(draft(seen=False), "referat.pdf", PDF))

    assert message["To"] is None
    assert len(message["Bcc"].addresses) == len(ADDRESSED)


@given(name=st.text(min_size=1, max_size=80), email=st.text(max_size=40), place=st.text(max_size=40))
def test_no_name_address_or_place_breaks_the_file(name, email, place):
    network = replace(NETWORK, name=name)
    member = replace(ADDRESSED[0], name=name, email=f"{email}@{email}.dk")
    made = draft(network=network, members=(member,), sender=name, next_session=replace(NEXT, host="", place=place))

    message = opened(written(made, "referat.pdf", PDF))

    assert len(made.to) + len(made.without) == 1
    assert [one.get_content() for one in message.iter_attachments()] == [PDF]
    assert set(message.keys()) <= {"Subject", "To", "X-Unsent", "MIME-Version", "Content-Type"}
    reached = message["To"].addresses if "To" in message else ()
    assert [one.addr_spec for one in reached] == [one.email for one in made.to]
