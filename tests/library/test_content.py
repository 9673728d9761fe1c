"""Each method and template that the program brings with it is whole in both languages and adds up."""

import re
from collections.abc import Iterator

import pytest

from facilitator.library import Library
from facilitator.model.agenda import Kind, resized
from facilitator.model.audience import Audience
from facilitator.model.method import Method, MethodWords, method_minutes, minutes_for, step_from
from facilitator.places import resources_folder

LIBRARY = Library(resources_folder())
METHODS = LIBRARY.methods()
TEMPLATES = LIBRARY.templates()
GROUPS = range(4, 15)

ALWAYS = ("title", "summary", "purpose", "when", "when_not", "how", "remember", "plan_b", "wall", "say", "do", "watch")
PROMPTS = ("say", "do", "watch", "wall")

# The glossary's words to avoid that could be written by mistake in a method's prose.
UNWANTED_DANISH = re.compile(
    r"!|\b(venligst|desværre|ups|bruger(e|en|ne)?|formand|suppleant|kontrakt|tavshedspligt|check-in|check-out|indtjekning"
    r"|timeout|taletid|sagsejer|ejer(en)?|klient|casus|panel|tilskuer|sekretær|måling|coach|to-do|deadline"
    r"|køreplan|program|session|event|udeblevet|forsinket|sygemeldt|stress(et)?|facilitator)\b",
    re.IGNORECASE,
)
UNWANTED_ENGLISH = re.compile(
    r"!|\b(please|sorry|unfortunately|user|session|deadline|facilitator|oops)\b", re.IGNORECASE
)

each_method = pytest.mark.parametrize("method", METHODS, ids=lambda method: method.id)
each_template = pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)


def languages(method: Method) -> tuple[MethodWords, MethodWords]:
    return method.da, method.en


def texts(words: MethodWords) -> Iterator[str]:
    """Every word of a method in one language."""
    for name in (*ALWAYS, "roles", "materials"):
        yield getattr(words, name)
    for part in words.parts.values():
        for name in ("title", *PROMPTS):
            yield getattr(part, name)


def test_the_methods_that_a_network_meets_with_first_are_there() -> None:
    assert {
        "welcome",
        "check-in",
        "since-last",
        "case-followup",
        "reflecting-team",
        "break",
        "pulse",
        "pressure-map",
        "commitments",
        "check-out",
        "quick-case",
        "confidentiality",
    } <= {method.id for method in METHODS}


@each_method
def test_a_file_is_named_as_its_method(method) -> None:
    assert (resources_folder() / "methods" / f"{method.id}.toml").is_file()
    assert method.version >= 1


@each_method
def test_a_method_is_whole_in_both_languages(method) -> None:
    for words in languages(method):
        gaps = [name for name in ALWAYS if not getattr(words, name).strip()]

        assert not gaps
        assert list(words.parts) == [part.key for part in method.parts]
        assert all(text == text.strip() and "\n" not in text for text in texts(words))
    assert bool(method.da.roles) == bool(method.en.roles)
    assert bool(method.da.materials) == bool(method.en.materials)


@each_method
def test_no_part_is_without_prompts(method) -> None:
    for words in languages(method):
        gaps = [
            f"{key}.{name}"
            for key, part in words.parts.items()
            for name in PROMPTS
            if not getattr(part, name) and len(method.parts) > 1
        ]

        assert not gaps


@each_method
def test_what_is_said_aloud_stands_in_the_languages_own_quotation_marks(method) -> None:
    for words, opening, closing in ((method.da, "»", "«"), (method.en, "“", "”")):
        for said in [words.say, *(part.say for part in words.parts.values() if part.say)]:
            assert said.startswith(opening)
            assert said.endswith(closing)
        for text in texts(words):
            assert text.count(opening) == text.count(closing)
            assert '"' not in text
    assert not any(mark in text for text in texts(method.da) for mark in "“”")
    assert not any(mark in text for text in texts(method.en) for mark in "»«")


@each_method
def test_a_method_keeps_to_the_words_of_the_house(method) -> None:
    assert not [text for text in texts(method.da) if UNWANTED_DANISH.search(text)]
    assert not [text for text in texts(method.en) if UNWANTED_ENGLISH.search(text)]


@each_method
def test_what_is_read_aloud_is_short_enough_to_read_aloud(method) -> None:
    for words in languages(method):
        for said in [words.say, *(part.say for part in words.parts.values())]:
            longest = max(len(sentence.split()) for sentence in re.split(r"[.?:]", said))

            assert longest <= 18, said


@each_method
@pytest.mark.parametrize("people", GROUPS)
def test_minutes_add_up_for_every_group(method, people) -> None:
    step = step_from(method, people, "s")

    assert step.minutes == sum(part.minutes for part in step.parts) == method_minutes(method, people) > 0
    assert all(part.minutes > 0 for part in step.parts)


@each_method
@pytest.mark.parametrize("people", GROUPS)
def test_a_method_can_be_shortened_to_its_least_and_no_part_falls_away(method, people) -> None:
    step = step_from(method, people, "s")

    assert 0 < step.least <= step.minutes
    assert step.least == min(minutes_for(method.least, people), step.minutes)
    assert all(part.minutes > 0 for part in resized(step, step.least).parts)


@each_method
def test_what_is_said_in_confidence_is_private_from_the_start(method) -> None:
    audience = step_from(method, 9, "s").audience

    if method.kind in {Kind.case, Kind.pressure} or method.id in {
        "check-in",
        "since-last",
        "case-followup",
        "check-out",
    }:
        assert audience is Audience.private
    if method.id in {"commitments", "roles-and-dates", "welcome", "break"}:
        assert audience is Audience.minutes


def test_breaks_actions_and_the_closing_round_are_protected() -> None:
    assert {method.id for method in METHODS if method.protected} == {"break", "commitments", "check-out"}


@each_template
@pytest.mark.parametrize("people", GROUPS)
def test_a_template_is_as_long_as_it_says_whoever_comes(template, people) -> None:
    steps = LIBRARY.steps_of(template, people, lambda: "s")

    assert sum(step.minutes for step in steps) == template.minutes
    assert all(sum(part.minutes for part in step.parts) == step.minutes for step in steps)
    assert all(part.minutes > 0 for step in steps for part in step.parts)


@each_template
def test_a_template_is_whole_in_both_languages_and_names_its_length(template) -> None:
    hours = {90: ("1½ time", "1½ hours"), 150: ("2½ time", "2½ hours"), 180: ("3 timer", "3 hours")}

    assert template.da.title.endswith(hours[template.minutes][0])
    assert template.en.title.endswith(hours[template.minutes][1])
    assert template.da.summary
    assert template.en.summary
    assert not UNWANTED_DANISH.search(f"{template.da.title} {template.da.summary}")


@each_template
def test_every_meeting_ends_with_actions_and_a_closing_round_and_a_long_one_has_a_break(template) -> None:
    methods = [step.method for step in template.steps]

    assert methods[0] == "welcome"
    assert methods[-2:] == ["commitments", "check-out"]
    assert ("break" in methods) == (template.minutes > 120)


def test_there_are_templates_for_every_sort_of_meeting_in_the_order_in_which_they_are_offered() -> None:
    assert [template.id for template in TEMPLATES] == [
        "founding",
        "ordinary",
        "two-short-cases",
        "stress-theme",
        "short",
        "vitalising",
    ]


def test_confidentiality_comes_before_ground_rules_and_before_the_first_case() -> None:
    methods = [step.method for step in LIBRARY.template("founding").steps]

    assert methods.index("confidentiality") < methods.index("ground-rules") < methods.index("quick-case")
