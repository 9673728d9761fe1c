"""The e-mail that minutes go out with: a draft that a mail program opens, and that its user reads and sends.

It carries no date and no sender, for it is not sent yet: the mail program puts both. `X-Unsent` has the programs that
know it open the file as something to be written on. Everybody else opens a message, and forwards it.
"""

from collections.abc import Iterable
from email.charset import QP, Charset
from email.errors import MessageError
from email.header import Header
from email.headerregistry import Address
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.policy import compat32
from email.utils import formataddr
from hashlib import sha256

import msgspec

from facilitator.documents.paper import Names, SessionPaper, corrections_by, in_charge
from facilitator.language import Language
from facilitator.model.member import Member, Role, belongs_on, given_name
from facilitator.model.session import begins, ends


class Recipient(msgspec.Struct, frozen=True):
    """Somebody it goes to."""

    name: str
    email: str


class Mail(msgspec.Struct, frozen=True, kw_only=True):
    """A draft. `without` are the names of those who have no address that a mail can go to.

    Where not all know each other nobody sees the others' addresses: `seen` says which.
    """

    subject: str
    body: str
    to: tuple[Recipient, ...]
    without: tuple[str, ...]
    seen: bool


def mail(
    paper: SessionPaper,
    language: Language,
    *,
    sender: str = "",
    seen: bool = True,
    actions_on: tuple[int, bool] | None = None,
) -> Mail:
    """The mail with a meeting's minutes, to the members of that day and nobody else: never to whoever is above them.

    `sender` is the name of whoever sends it, else whoever wrote the minutes; `actions_on` is the page on which the
    actions begin, and whether all of them stand there.
    """
    session = paper.session
    members = [one for one in paper.members if belongs_on(one, session.starts_at.date())]
    reached = {one.id: found for one in members if (found := _recipient(one)) is not None}
    facts = {"network": paper.network.name, "date": language.date(session.starts_at.date())}
    subject = (
        language.text("Minutes from {network}, {date} (draft)", **facts)
        if session.approved_on is None
        else language.text("Minutes from {network}, {date}", **facts)
    )
    in_order = sorted(members, key=lambda one: language.sort_key(one.name))
    return Mail(
        subject=_one_line(subject),
        body=_plain("\n\n".join(_paragraphs(paper, language, sender, actions_on))),
        to=tuple(reached[one.id] for one in in_order if one.id in reached),
        without=tuple(one.name for one in in_order if one.id not in reached),
        seen=seen,
    )


def written(mail: Mail, name: str, content: bytes) -> bytes:
    """The draft as an .eml file with a PDF of that name in it; the same bytes every time."""
    # The package's newer way of folding headers writes the comma between two names as a letter of the first one,
    # and so loses a recipient (Python 3.11). The older one folds as it should.
    utf8 = Charset("utf-8")
    utf8.body_encoding = QP
    body = MIMENonMultipart("text", "plain")
    body.set_payload(mail.body + "\n", utf8)
    paper = MIMEApplication(content, "pdf")
    paper.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name))
    # Neither of the encodings inside can hold "=_", so the boundary is never met in what it divides.
    message = MIMEMultipart(boundary="=_" + sha256(mail.body.encode() + content).hexdigest()[:32])
    message["Subject"] = Header(mail.subject, "utf-8", header_name="Subject").encode()
    if mail.to:
        message["To" if mail.seen else "Bcc"] = ", ".join(map(_addressed, mail.to))
    message["X-Unsent"] = "1"
    message.attach(body)
    message.attach(paper)
    return message.as_bytes(policy=compat32.clone(linesep="\r\n"))


def _paragraphs(
    paper: SessionPaper, language: Language, sender: str, actions_on: tuple[int, bool] | None
) -> Iterable[str]:
    """As practice.md 4 has it, in whole sentences."""
    text, approved = language.text, paper.session.approved_on
    yield text("Dear all.")
    if approved is None:
        by = language.day(paper.corrections_by or corrections_by(paper.session.starts_at.date()))
        yield text(
            "Here is the draft of the minutes. Send corrections to me by {day}; after that they are approved.", day=by
        )
    else:
        yield text("Here are the minutes. They were approved on {date}.", date=language.date_written(approved))
    if actions_on is not None:
        page, whole = actions_on
        yield (
            text("Your own action stands on page {page}.", page=page)
            if whole
            else text("The actions begin on page {page}.", page=page)
        )
    yield _next_meeting(paper, language)
    yield text("The minutes are for the network; do not pass them on without asking.")
    yield text("Regards {sender}", sender=_signed(paper, language, sender))


def _next_meeting(paper: SessionPaper, language: Language) -> str:
    session = paper.next_session
    if session is None:
        return language.text("No date has been agreed yet for the next meeting.")
    when = language.period(begins(session), ends(session))
    if session.host:
        host = Names(paper, language).called(session.host)
        return language.text("The next meeting is {when} at {host}'s.", when=when, host=host)
    if session.place:
        return language.text("The next meeting is {when}, {place}.", when=when, place=session.place)
    return language.text("The next meeting is {when}.", when=when)


def _signed(paper: SessionPaper, language: Language, sender: str) -> str:
    """Mette, tovholder: what the room calls whoever sends it, and as what."""
    name = sender or paper.session.minute_taker or in_charge(paper, language)
    role = next((one.role for one in paper.members if one.name == name), None)
    part = ""
    if role is Role.chair:
        part = language.choice("paper", "chair")
    elif role is Role.deputy:
        part = language.choice("paper", "deputy")
    elif name == paper.network.consultant.name:
        part = language.choice("paper", "consultant")
    return ", ".join(one for one in (given_name(name), part) if one)


def _recipient(member: Member) -> Recipient | None:
    """The member with an address that a mail can go to, or None."""
    local, at, domain = member.email.strip().rpartition("@")
    try:
        ascii_domain = domain.encode("idna").decode()
        plain = f"{_plain_letters(local)}{at}{ascii_domain}"
        kept = Address(addr_spec=plain).addr_spec == plain and _in_one_word(local)
    except (MessageError, ValueError, IndexError):
        return None
    return Recipient(_one_line(member.name), f"{local}{at}{ascii_domain}") if at and kept else None


def _addressed(recipient: Recipient) -> str:
    """As it stands in a header. Letters beyond ASCII are put as in a name: whoever can't send there will say so."""
    local, _, domain = recipient.email.rpartition("@")
    email = recipient.email if local.isascii() else f"{_encoded(local)}@{domain}"
    if recipient.name.isascii():
        return formataddr((recipient.name, email))
    return f"{_encoded(recipient.name)} <{email}>"


def _in_one_word(local: str) -> bool:
    """Whether it can stand in a header undivided."""
    return local.isascii() or len(_encoded(local).split()) == 1


def _encoded(words: str) -> str:
    return Header(words, "utf-8").encode()


def _plain_letters(local: str) -> str:
    """The part before the @ with an x for every letter beyond ASCII, so that its form can be checked."""
    return "".join("x" if one.isalpha() and not one.isascii() else one for one in local)


def _one_line(words: str) -> str:
    """Words that may stand in a header: one line, nothing but what can be seen."""
    return " ".join("".join(one if one.isprintable() else " " for one in words).split())


def _plain(words: str) -> str:
    """With ordinary spaces: a mail is wrapped by whoever reads it, and half characters are nobody's."""
    return words.replace("\N{NO-BREAK SPACE}", " ").encode("utf-8", "replace").decode()
