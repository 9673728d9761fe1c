"""The library reads what is asked for, refuses what it does not have, and puts a step into the reader's words."""

from itertools import count

import msgspec
import pytest

from facilitator.language import Language
from facilitator.library import Library, kind_name, purpose_name, speaks_name
from facilitator.model.agenda import Kind, Part, Step, resized
from facilitator.model.method import Purpose, Speaks, step_from
from facilitator.model.trouble import Trouble
from facilitator.places import resources_folder

DANISH = Language.load("da", resources_folder() / "locale")
ENGLISH = Language.load("en", resources_folder() / "locale")


@pytest.fixture
def library() -> Library:
    """The library that the program brings with it."""
    return Library(resources_folder())


def changed(step: Step, **fields: object) -> Step:
    return msgspec.structs.replace(step, **fields)


def test_an_agenda_from_a_template_has_an_id_for_each_step(library) -> None:
    ids = count(1)

    steps = library.steps_of(library.template("ordinary"), 9, lambda: f"step {next(ids)}")

    assert [step.id for step in steps] == [f"step {number}" for number in range(1, 11)]
    assert [step.minutes for step in steps] == [6, 12, 16, 5, 60, 15, 8, 40, 10, 8]


@pytest.mark.parametrize("name", ["", "nothing-of-the-kind", "../methods/break", "Break", "break.toml", "a" * 5000])
def test_what_the_library_does_not_have_is_a_trouble_with_a_name(library, name) -> None:
    for ask, trouble in ((library.method, "no_such_method"), (library.template, "no_such_template")):
        with pytest.raises(Trouble) as raised:
            ask(name)

        assert (raised.value.name, raised.value.facts) == (trouble, {"name": name})


def test_a_file_is_read_when_it_is_asked_for_and_once(library, tmp_path) -> None:
    (tmp_path / "methods").mkdir()
    file = tmp_path / "methods" / "break.toml"
    file.write_bytes((resources_folder() / "methods" / "break.toml").read_bytes())
    reader = Library(tmp_path)

    first = reader.method("break")
    file.unlink()

    assert reader.method("break") is first == library.method("break")


def test_a_step_speaks_the_readers_language(library) -> None:
    step = step_from(library.method("check-in"), 9, "s")

    assert library.worded(step, DANISH).title == "Tjek ind"
    assert library.worded(step, ENGLISH).title == "Check-in round"
    assert library.worded(step, DANISH).instruction == "Hvad kommer du med i dag?"


def test_each_part_has_its_own_prompts(library) -> None:
    worded = library.worded(step_from(library.method("reflecting-team"), 9, "s"), DANISH)

    assert [(part.title, part.minutes) for part in worded.parts] == [
        ("Ramme og spørgsmål", 5),
        ("Interview", 20),
        ("Teamet taler sammen", 10),
        ("Fokuspersonen svarer", 10),
        ("Teamet igen", 5),
        ("Hvad nu?", 5),
        ("Hvad lærte vi?", 5),
    ]
    assert "undrer I jer" in worded.parts[2].say
    assert worded.parts[2].wall == "Kun teamet taler. Fokuspersonen lytter."
    assert [part.round for part in worded.parts] == [False] * 6 + [True]


def test_the_one_part_of_a_short_method_has_the_methods_prompts(library) -> None:
    worded = library.worded(step_from(library.method("since-last"), 9, "s"), DANISH)

    assert worded.parts[0].say == worded.say
    assert worded.parts[0].wall == worded.instruction == "Hvad prøvede du, og hvad skete der?"


def test_what_the_user_changed_wins_and_the_rest_stays(library) -> None:
    step = step_from(library.method("reflecting-team"), 9, "s")
    mine = changed(
        step,
        title="Sag",
        words={"instruction": "Vi lytter", "team.say": "»Undr jer.«", "say": ""},
        parts=(changed(step.parts[0], title="Spørgsmålet"), *step.parts[1:]),
    )

    before, after = library.worded(step, DANISH), library.worded(mine, DANISH)

    assert (after.title, after.instruction, after.say) == ("Sag", "Vi lytter", before.say)
    assert after.parts[0].title == "Spørgsmålet"
    assert (after.parts[2].say, after.parts[2].do) == ("»Undr jer.«", before.parts[2].do)


def test_a_shortened_step_tells_its_parts_new_minutes(library) -> None:
    worded = library.worded(resized(step_from(library.method("pressure-map"), 9, "s"), 29), DANISH)

    assert sum(part.minutes for part in worded.parts) == 29


def test_a_step_of_a_method_that_is_not_here_still_has_words(library) -> None:
    foreign = Step(id="s", method="walk-and-talk", version=2, minutes=30, parts=(Part(key="way-out", minutes=30),))

    worded = library.worded(foreign, DANISH)

    assert worded.title == "Walk and talk"
    assert [part.title for part in worded.parts] == ["Way out"]


def test_a_free_step_has_the_title_and_the_instruction_that_were_written(library) -> None:
    free = Step(id="s", title="Skolebesøg", minutes=30, words={"instruction": "Gå med Hassan"})

    worded = library.worded(free, ENGLISH)

    assert (worded.title, worded.instruction, worded.say) == ("Skolebesøg", "Gå med Hassan", "")


def test_a_part_that_the_method_no_longer_has_keeps_its_key_as_its_title(library) -> None:
    step = Step(id="s", method="break", version=1, minutes=15, parts=(Part(key="long-gone", minutes=15),))

    assert library.worded(step, DANISH).parts[0].title == "Long gone"


def test_kinds_purposes_and_ways_of_speaking_have_names() -> None:
    for language in (DANISH, ENGLISH):
        names = [kind_name(kind, language) for kind in Kind] + [purpose_name(each, language) for each in Purpose]

        assert all(names)
        assert len(set(names)) == len(names)
        assert [way for way in Speaks if not speaks_name(way.value, language)] == [Speaks.nobody]
    assert speaks_name("whispering", DANISH) == ""
