"""Names and forms of docs/command-line.md, held from outside."""

import json
from email import message_from_bytes
from email.policy import default

import pytest


def test_a_new_store_has_no_networks(facilitator):
    assert facilitator.do("networks") == []


def test_a_network_is_counted_with_its_members_meetings_and_open_actions(facilitator, network, session):
    assert facilitator.do("networks") == [
        {
            "id": network,
            "name": "Skoleledere i Vesterå",
            "phase": "establishing",
            "members": 9,
            "sessions": 1,
            "open_actions": 0,
        }
    ]


def test_a_network_is_found_by_name_id_and_the_beginning_of_its_id(facilitator, network):
    for name in ("Skoleledere i Vesterå", network, network[:13]):
        shown = facilitator.do("network", "show", name)
        assert shown["id"] == network
        assert set(shown) == {"id", "name", "field", "phase", "members", "sessions", "actions"}
        assert set(shown["members"][0]) == {"id", "name", "email", "phone", "workplace", "role"}


def test_an_unknown_network_is_one_plain_line_and_exit_code_one(facilitator):
    result = facilitator("network", "show", "Findes ikke")
    assert result.code == 1
    assert result.out == ""
    assert len(result.err.strip().splitlines()) == 1
    assert "Traceback" not in result.err


@pytest.mark.parametrize("arguments", [("nonsense",), ("network",), ("session", "new", "x"), ("run",), ("--speed",)])
def test_wrong_usage_exits_with_two(facilitator, arguments):
    assert facilitator(*arguments).code == 2


def test_the_same_file_twice_adds_nobody_twice(facilitator, network):
    file = facilitator.folder / "ledere.csv"
    again = facilitator.do("members", "import", network, file)
    assert again["added"] == []
    assert again["updated"] == []
    assert len(again["unchanged"]) == 9


def test_a_dry_run_changes_nothing_and_names_the_lines_it_skips(facilitator, network):
    file = facilitator.folder / "nye.csv"
    file.write_text("Navn;E-mail\nYusuf Ali;yusuf@vesteraa.dk\nClaus;claus vesteraa.dk\n;pia@vesteraa.dk\n")
    told = facilitator.do("members", "import", network, file, "--dry-run")
    assert told["added"] == ["Yusuf Ali"]
    assert [skip["line"] for skip in told["skipped"]] == [3, 4]
    assert all(skip["reason"] for skip in told["skipped"])
    assert facilitator.do("networks")[0]["members"] == 9


def test_templates_are_told_in_the_chosen_language(facilitator):
    english = {template["id"]: template for template in facilitator.do("templates")}
    danish = {template["id"]: template for template in facilitator.do("templates", FACILITATOR_LANGUAGE="da")}
    assert set(english["ordinary"]) == {"id", "title", "minutes"}
    assert len(english) >= 4
    assert english["ordinary"]["minutes"] == 180
    assert english["ordinary"]["title"] != danish["ordinary"]["title"]


def test_a_planned_meeting_is_told_in_its_network_s_zone_whatever_the_computer_s(facilitator, session):
    shown = facilitator.do("session", "show", session, TZ="America/New_York")
    assert shown["starts_at"] == "2026-12-08T09:00:00+01:00"
    assert shown["ends_at"] == "2026-12-08T12:00:00+01:00"
    assert [step["starts"] for step in shown["steps"]][:3] == ["09:00", "09:06", "09:18"]
    assert shown["steps"][-1]["ends"] == "12:00"
    assert sum(step["minutes"] for step in shown["steps"]) == 180
    assert all(sum(part["minutes"] for part in step["parts"]) == step["minutes"] for step in shown["steps"])
    assert {status["status"] for status in shown["attendance"]} == {"expected"}
    assert shown["run"]["state"] == "none"
    assert shown["run"]["step"] is None
    assert set(shown) == {
        *("id", "network", "number", "place", "starts_at", "ends_at", "steps", "attendance"),
        *("notes", "decisions", "parked", "actions", "cases", "run"),
    }


@pytest.mark.parametrize("at", ["i morgen", "2026-13-01T09:00", "2026-12-01T09:00+01:00", ""])
def test_a_time_that_is_none_is_refused(facilitator, network, at):
    result = facilitator("session", "new", network, "--template", "ordinary", "--at", at)
    assert result.code == 1
    assert len(result.err.strip().splitlines()) == 1


def test_an_unknown_template_is_refused(facilitator, network):
    result = facilitator("session", "new", network, "--template", "nope", "--at", "2026-12-01T09:00")
    assert result.code == 1


@pytest.mark.parametrize("kind", ["minutes", "decisions", "agenda", "runsheet"])
def test_each_paper_is_a_pdf(facilitator, session, kind):
    to = facilitator.folder / f"{kind} på dansk.pdf"
    assert facilitator("export", session, "--as", kind, "--to", to).code == 0
    assert to.read_bytes().startswith(b"%PDF-")


def test_an_unknown_ending_is_refused_and_an_existing_file_is_left(facilitator, session):
    to = facilitator.folder / "referat.xyz"
    to.write_text("mit")
    assert facilitator("export", session, "--as", "minutes", "--to", to).code == 1
    assert to.read_text() == "mit"


@pytest.mark.parametrize("kind", ["minutes", "decisions"])
def test_minutes_are_written_as_an_e_mail_draft_to_all_members(facilitator, session, kind):
    to = facilitator.folder / f"{kind}.eml"
    assert facilitator("export", session, "--as", kind, "--to", to).code == 0
    message = message_from_bytes(to.read_bytes(), policy=default)
    assert message["X-Unsent"] == "1"
    assert len(message["To"].addresses) == 9
    assert [part.get_content_type() for part in message.iter_attachments()] == ["application/pdf"]


def test_a_file_in_a_folder_that_is_not_there_is_one_line(facilitator, session):
    result = facilitator("export", session, "--as", "minutes", "--to", facilitator.folder / "nope" / "x.pdf")
    assert result.code == 1
    assert len(result.err.strip().splitlines()) == 1


def test_the_language_option_goes_before_the_environment(facilitator):
    danish = facilitator("--language", "da", "network", "show", "x")
    english = facilitator("network", "show", "x")
    assert danish.err != english.err


def test_a_keyed_store_wants_its_passphrase(facilitator):
    made = facilitator("network", "new", "Hemmeligt netværk", FACILITATOR_PASSPHRASE="rød grød med fløde")
    assert made.code == 0
    assert b"Hemmeligt" not in facilitator.store.read_bytes()
    assert facilitator("networks").code == 1
    assert facilitator("networks", FACILITATOR_PASSPHRASE="forkert").code == 1
    right = facilitator("networks", "--json", FACILITATOR_PASSPHRASE="rød grød med fløde")
    assert [network["name"] for network in right.json] == ["Hemmeligt netværk"]


def test_a_plain_copy_is_a_store_and_comes_back(facilitator, network):
    copy = facilitator.folder / "kopi.facilitator"
    assert facilitator("backup", "--to", copy, "--plain").code == 0
    facilitator.do("network", "new", "Et til")
    assert facilitator("restore", copy).code == 0
    assert [each["id"] for each in facilitator.do("networks")] == [network]
    assert facilitator.do("check") == {"ok": True, "problems": []}


def test_a_plain_store_s_copy_gets_a_passphrase(facilitator, network):
    copy = facilitator.folder / "kopi.facilitator"
    assert facilitator("backup", "--to", copy).code == 1
    assert not copy.exists()
    assert facilitator("backup", "--to", copy, FACILITATOR_PASSPHRASE="sæt i båd").code == 0
    assert "Vesterå".encode() not in copy.read_bytes()
    assert facilitator("restore", copy).code == 1
    assert facilitator("restore", copy, FACILITATOR_PASSPHRASE="sæt i båd").code == 0


def test_a_damaged_store_is_told_and_left_as_it_is(facilitator, network):
    facilitator.store.write_bytes(b"dette er ingen database" * 100)
    before = facilitator.store.read_bytes()
    for arguments in (("networks",), ("check", "--json")):
        result = facilitator(*arguments)
        assert result.code == 1
        assert "Traceback" not in result.err
    assert facilitator.store.read_bytes() == before


def test_the_demo_plays_a_meeting_and_writes_its_papers_twice_over(facilitator, tmp_path):
    out = tmp_path / "ud"
    for _ in range(2):
        assert facilitator("demo", "--out", out).code == 0
    papers = sorted(path.name for path in out.glob("*.pdf"))
    assert len(papers) == 4
    assert not facilitator.store.exists()


def test_json_stays_readable_utf_8_in_any_locale(facilitator, network):
    result = facilitator("networks", "--json", LC_ALL="C", PYTHONUTF8="0")
    assert json.loads(result.out)[0]["name"] == "Skoleledere i Vesterå"
    assert "å" in result.out
