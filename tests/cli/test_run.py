"""`run`: a meeting led from standard input, killed, and taken up again."""

import random

import pytest


def sums(answers):
    """The start that each answer's figures lead back to, as seconds."""
    from datetime import datetime

    return {
        round(datetime.fromisoformat(answer["finish_at"]).timestamp()) - answer["run_elapsed"] - answer["planned"]
        for answer in answers
        if answer["ok"] and answer["finish_at"]
    }


def test_before_the_start_the_step_and_the_figures_are_null(facilitator, session):
    [answer] = facilitator.commands(session, {"do": "state"})
    assert answer["ok"]
    assert (answer["seq"], answer["state"], answer["step"], answer["elapsed"], answer["finish"]) == (
        0,
        "none",
        None,
        None,
        None,
    )


def test_the_figures_add_up_at_every_answer(facilitator, session):
    answers = facilitator.commands(
        session,
        {"do": "start"},
        {"do": "wait", "seconds": 360},
        {"do": "next"},
        {"do": "wait", "seconds": 1260},
        {"do": "next"},
        {"do": "add_time", "seconds": 60},
        {"do": "pause"},
        {"do": "wait", "seconds": 60},
        {"do": "resume"},
        {"do": "back"},
        {"do": "undo"},
        {"do": "finish"},
        speed=3600,
    )
    assert all(answer["ok"] for answer in answers)
    assert len(sums(answers)) == 1


def test_a_step_that_overruns_makes_the_meeting_late_and_one_step_gives_it_back(facilitator, session):
    steps = {step["title"]: step for step in facilitator.do("session", "show", session)["steps"]}
    pressure = next(step for title, step in steps.items() if step["kind"] == "pressure" and not step["optional"])
    answers = facilitator.commands(
        session,
        {"do": "start"},
        {"do": "wait", "seconds": 660},
        {"do": "next"},
        {"do": "price", "policy": "take", "step": pressure["id"]},
        {"do": "replan", "policy": "take", "step": pressure["id"]},
        speed=60,
    )
    late, price, taken = answers[2:]
    assert 300 <= late["behind"] < 330
    assert [(step["id"], step["was"]) for step in price["steps"]] == [(pressure["id"], 40)]
    assert price["seq"] == late["seq"]
    assert taken["seq"] == late["seq"] + 1
    assert -60 < taken["behind"] <= 0


def test_what_is_written_is_shown_with_its_audience_and_undo_takes_it_back(facilitator, session):
    members = {each["name"]: each["member"] for each in facilitator.do("session", "show", session)["attendance"]}
    answers = facilitator.commands(
        session,
        {"do": "start"},
        {"do": "note", "text": "Tema: vikarer", "audience": "network"},
        {"do": "decision", "text": "Én sag på hvert møde"},
        {"do": "action", "text": "Sender datoer", "owners": [members["Hassan Demir"]], "due": "2026-12-18"},
        {"do": "park", "text": "Fælles vikarer"},
        {"do": "case", "text": "Hvordan siger jeg nej?", "owner": members["Dorthe Lund"]},
        {"do": "case", "text": "x", "owner": members["Dorthe Lund"], "audience": "minutes"},
        {"do": "note", "text": "væk"},
        {"do": "undo"},
    )
    assert [answer["ok"] for answer in answers] == [True, True, True, True, True, True, False, True, True]
    assert [answer["seq"] for answer in answers if answer["ok"]] == list(range(1, 9))
    shown = facilitator.do("session", "show", session)
    assert [(note["text"], note["audience"]) for note in shown["notes"]] == [("Tema: vikarer", "network")]
    assert shown["actions"][0]["owners"] == [members["Hassan Demir"]]
    assert shown["actions"][0]["due"] == "2026-12-18"
    assert shown["cases"][0]["audience"] == "private"
    assert facilitator.do("networks")[0]["open_actions"] == 1


def test_a_turn_is_given_away_and_groups_are_dealt_anew_where_there_are_some(facilitator, session):
    mette, jonas = [each["member"] for each in facilitator.do("session", "show", session)["attendance"]][:2]
    answers = facilitator.commands(
        session,
        {"do": "start"},
        {"do": "deal"},
        {"do": "turn", "member": mette, "how": "seating", "seats": [jonas, mette]},
        {"do": "turn", "member": jonas, "instead_of": mette},
        {"do": "turn", "member": jonas, "instead_of": jonas},
        *({"do": "next"} for _ in range(7)),
        {"do": "next_part"},
        {"do": "deal"},
        {"do": "undo"},
    )
    assert [answer["ok"] for answer in answers] == [True, False, True, True, False, *[True] * 10]


def test_words_are_edited_and_removed(facilitator, session):
    first = facilitator.commands(session, {"do": "start"}, {"do": "note", "text": "a"})
    note = first[1]["id"]
    answers = facilitator.commands(
        session,
        {"do": "edit", "id": note, "text": "b"},
        {"do": "remove", "id": note},
        {"do": "undo"},
        {"do": "edit", "id": "nope", "text": "x"},
    )
    assert [answer["ok"] for answer in answers] == [True, True, True, False]
    assert [each["text"] for each in facilitator.do("session", "show", session)["notes"]] == ["b"]


@pytest.mark.parametrize(
    "line",
    [
        "garbage",
        "[]",
        '{"do": "dance"}',
        '{"do": "add_time"}',
        '{"do": "add_time", "seconds": "60"}',
        '{"do": "note", "text": ""}',
        '{"do": "note", "text": 5}',
        '{"do": "note", "text": "x", "audience": "alle"}',
        '{"do": "action", "text": "x", "due": "fredag"}',
        '{"do": "action", "text": "x", "owners": ["nobody"]}',
        '{"do": "turn", "member": "nobody"}',
        '{"do": "wait", "seconds": -1}',
        '{"do": "wait", "seconds": NaN}',
        "[" * 100_000,
        '{"do": "note", "text": "' + "x" * 20_001 + '"}',
        '{"do": "note", "text": "\\ud800"}',
        "\x00",
    ],
)
def test_a_refused_line_changes_nothing_and_the_run_goes_on(facilitator, session, line):
    result = facilitator("run", session, input='{"do": "start"}\n' + line + '\n\n{"do": "state"}\n')
    started, refused, state = result.lines
    assert refused["ok"] is False
    assert refused["error"]
    assert "\n" not in refused["error"]
    assert state["seq"] == started["seq"] == 1


def test_a_line_that_is_not_utf_8_is_refused(facilitator, session):
    result = facilitator("run", session, input=b'{"do": "start"}\n{"do": "note", "text": "\xff"}\n{"do": "state"}\n')
    assert [answer["ok"] for answer in result.lines] == [True, False, True]


def test_a_rehearsal_leaves_no_trace(facilitator, session):
    before = facilitator.do("session", "show", session)
    answers = facilitator.commands(
        session, {"do": "start"}, {"do": "note", "text": "øvelse"}, {"do": "finish"}, options=("--rehearsal",)
    )
    assert all(answer["ok"] for answer in answers)
    assert facilitator.do("session", "show", session) == before


def test_a_discarded_run_leaves_the_meeting_planned_and_can_be_begun_again(facilitator, session):
    facilitator.commands(session, {"do": "start"}, {"do": "note", "text": "forkert møde"}, {"do": "discard"})
    shown = facilitator.do("session", "show", session)
    assert shown["run"]["state"] == "discarded"
    assert shown["notes"] == []
    answers = facilitator.commands(session, {"do": "undo"}, {"do": "start"})
    assert [answer["ok"] for answer in answers] == [False, True]


def test_whoever_is_still_expected_at_the_end_was_present(facilitator, session):
    members = {each["name"]: each["member"] for each in facilitator.do("session", "show", session)["attendance"]}
    facilitator.commands(
        session,
        {"do": "attend", "member": members["Ib Juul"], "status": "excused"},
        {"do": "start"},
        {"do": "attend", "member": members["Lone Bech"], "status": "late"},
        {"do": "finish"},
    )
    shown = facilitator.do("session", "show", session)
    status = {each["name"]: each["status"] for each in shown["attendance"]}
    assert (status["Ib Juul"], status["Lone Bech"], status["Mette Sørensen"]) == ("excused", "late", "present")
    assert shown["run"]["state"] == "finished"


def test_steps_come_in_move_and_go_during_the_meeting(facilitator, session):
    steps = [step["id"] for step in facilitator.do("session", "show", session)["steps"]]
    answers = facilitator.commands(
        session,
        {"do": "start"},
        {"do": "step_add", "title": "Nyt fra kommunen", "minutes": 5, "after": steps[1]},
        {"do": "step_move", "step": steps[4], "after": steps[5]},
        {"do": "step_drop", "step": steps[6]},
        {"do": "step_drop", "step": steps[0]},
        {"do": "lead", "step": steps[1], "by": "network", "members": []},
    )
    assert [answer["ok"] for answer in answers] == [True, True, True, True, False, True]
    shown = facilitator.do("session", "show", session)["steps"]
    ids = [step["id"] for step in shown]
    assert ids[2] == answers[1]["id"]
    assert ids.index(steps[5]) + 1 == ids.index(steps[4])
    assert steps[6] not in ids
    assert shown[1]["led"] == {"by": "network", "members": []}


def test_a_second_process_is_told_which_meeting_is_running(facilitator, session):
    talk = facilitator.begin(session)
    assert talk.say("start")["ok"]
    second = facilitator("run", session, input='{"do": "state"}')
    assert second.code == 1
    assert "Skoleledere i Vesterå" in second.err
    assert facilitator.do("session", "show", session)["run"]["state"] == "running"
    assert talk.end() == 0


def test_one_live_run_a_store(facilitator, network, session):
    other = facilitator.do("session", "new", network, "--template", "short", "--at", "2027-01-26T09:00")["id"]
    facilitator.commands(session, {"do": "start"})
    [refused] = facilitator.commands(other, {"do": "start"})
    assert refused["ok"] is False


def test_an_answer_is_a_promise_whenever_the_process_is_killed(facilitator, session):
    chance = random.Random(4)
    facilitator.commands(session, {"do": "start"})
    promised = 0
    for _ in range(10):
        talk = facilitator.begin(session)
        for _ in range(chance.randrange(1, 6)):
            answer = talk.say("note", text=f"note {promised}")
            assert answer["ok"]
            promised += 1
        talk.kill()
    shown = facilitator.do("session", "show", session)
    assert [note["text"] for note in shown["notes"]] == [f"note {number}" for number in range(promised)]
    assert facilitator.do("check")["ok"]
    assert facilitator.commands(session, {"do": "finish"})[0]["state"] == "finished"


def test_a_gap_counts_until_it_is_ruled_a_pause(facilitator, session):
    talk = facilitator.begin(session, "--speed", "600")
    talk.say("start")
    before = talk.say("wait", seconds=60)
    talk.kill()
    again = facilitator.begin(session, "--speed", "600")
    counted = again.say("state")
    assert counted["seq"] == before["seq"]
    assert counted["elapsed"] > before["elapsed"]
    ruled = again.say("gap", was="pause")
    assert ruled["ok"]
    assert ruled["seq"] == before["seq"] + 2
    assert ruled["elapsed"] < ruled["run_elapsed"]
    again.end()
