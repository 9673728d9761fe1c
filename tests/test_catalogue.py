"""Nobody reads English in a Danish meeting: what the code says is said in Danish too, in the house's words."""

import io
import re

import pytest
from babel.messages.pofile import read_po

from facilitator.language import Language
from facilitator.places import resources_folder
from tools import messages
from tools.compile_catalogue import LOCALE, catalogue_path, forms

FRAGMENTS = sorted((LOCALE / "da").glob("*.po"))

# practice.md 3: words that the user never meets. Verbs and compounds that are fine are left out of it.
UNWANTED = re.compile(
    r"""!|\b(
        venligst | desværre | ups | hov | brugere[n]? | brugerne | brugernavn | en[ ]bruger | ny[ ]bruger
        | password | deadline | draft | blackout | cockpit | køreplan | suppleant | formand | sygemeldt | udeblevet
        | forsinket | forfalden | overskredet | indtjekning | check-in | check-out | charter | tidsplan[ ]skrider
        | komprimér | omplanlæg | reallokér | backlog | casus | sagsejer | korrupt | genoplivning | reetablér
        | bordet[ ]rundt | to-do | lokalnetværk | udlæs | upload | print | anonymisér | varians | survey
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def listed(lines: list[str]) -> str:
    return "\n" + "\n".join(lines)


def test_everything_that_is_said_is_said_in_danish_too_with_the_same_facts() -> None:
    told = messages.told("da")

    wrong = [
        f"{said.file}:{said.line}: {said.forms[0]!r} {fault}"
        for said in messages.said_in()
        if (fault := messages.faults(said, told))
    ]

    assert not wrong, listed(wrong)


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda fragment: fragment.name)
def test_a_fragment_has_no_guess_and_no_gap(fragment) -> None:
    catalogue = read_po(io.BytesIO(fragment.read_bytes()), locale="da", abort_invalid=True)

    unfinished = [
        str(message.id) for message in catalogue if message.id and (message.fuzzy or not all(forms(message.string)))
    ]

    assert not unfinished, listed(unfinished)


def test_danish_keeps_to_the_tone_of_the_house() -> None:
    out_of_tone = [
        text
        for _, translation in messages.told("da").values()
        for text in translation
        if UNWANTED.search(re.sub(r"\{\w*\}|`[^`]*`|--?[a-z-]+", "", text))
    ]

    assert not out_of_tone, listed(out_of_tone)


def test_the_catalogue_is_compiled_and_found() -> None:
    assert catalogue_path("da").is_file()
    assert Language.load("da", resources_folder() / "locale").text("Tomorrow") == "I morgen"


def test_extraction_finds_every_way_in_which_the_code_says_something(tmp_path) -> None:
    room = tmp_path / "room"
    room.mkdir()
    (room / "talk.py").write_text(
        """
words = later("Later")
language.text("Ends at {time}", time=now)
language.count("{n} member", "{n} members", 3)
language.choice("a place", "Left")
shown.text()
"in a row".count("a")
""",
        encoding="utf-8",
    )

    said = {(one.context, one.forms) for one in messages.said_in(tmp_path, ("room",))}

    assert said == {
        ("", ("Later",)),
        ("", ("Ends at {time}",)),
        ("", ("{n} member", "{n} members")),
        ("a place", ("Left",)),
    }


def test_a_translation_that_forgets_a_fact_is_named() -> None:
    said = messages.Said("", ("Ends at {time}",), "room/talk.py", 1)

    assert messages.faults(said, {}) == "is not translated"
    assert messages.faults(said, {said.key: (said.forms, ("Slutter",))}) == "has other facts in its translation"
    assert messages.faults(said, {said.key: (said.forms, ("Slut kl. {time}",))}) is None
