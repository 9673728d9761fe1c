import gettext

import pytest

from tools.compile_catalogue import Refused, compile_language, languages, stale

HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


@pytest.fixture
def fragments(tmp_path):
    """Writes fragments of Danish, room by room, and gives the folder of all languages."""

    def write(**rooms):
        (tmp_path / "da").mkdir(exist_ok=True)
        for room, text in rooms.items():
            (tmp_path / "da" / f"{room}.po").write_text(HEADER + text, encoding="utf-8")
        return tmp_path

    return write


def translations(locale):
    with compile_language("da", locale).open("rb") as file:
        return gettext.GNUTranslations(file)


def test_fragments_of_several_rooms_become_one_catalogue(fragments):
    locale = fragments(
        live='msgid "Pause"\nmsgstr "Pause mødet"\n',
        store='msgctxt "button"\nmsgid "Check"\nmsgstr "Efterse"\n',
        people='msgid "{n} member"\nmsgid_plural "{n} members"\nmsgstr[0] "{n} medlem"\nmsgstr[1] "{n} medlemmer"\n',
    )

    danish = translations(locale)

    assert danish.gettext("Pause") == "Pause mødet"
    assert danish.pgettext("button", "Check") == "Efterse"
    assert [danish.ngettext("{n} member", "{n} members", n) for n in (0, 1, 2)] == [
        "{n} medlemmer",
        "{n} medlem",
        "{n} medlemmer",
    ]


def test_two_rooms_may_hold_the_same_words_for_a_message(fragments):
    locale = fragments(live='msgid "Close"\nmsgstr "Luk"\n', home='msgid "Close"\nmsgstr "Luk"\n')

    assert translations(locale).gettext("Close") == "Luk"


def test_two_rooms_that_word_a_message_differently_are_named(fragments):
    locale = fragments(live='msgid "Close"\nmsgstr "Luk"\n', home='msgid "Close"\nmsgstr "Afslut"\n')

    with pytest.raises(Refused, match=r"live\.po and home\.po word 'Close' differently"):
        compile_language("da", locale)
    assert not (locale / "da" / "LC_MESSAGES" / "facilitator.mo").exists()


def test_the_same_words_in_two_contexts_may_be_told_apart(fragments):
    locale = fragments(
        live='msgctxt "meeting"\nmsgid "Close"\nmsgstr "Afslut"\n',
        home='msgctxt "window"\nmsgid "Close"\nmsgstr "Luk"\n',
    )

    danish = translations(locale)

    assert danish.pgettext("meeting", "Close") == "Afslut"
    assert danish.pgettext("window", "Close") == "Luk"


def test_a_translation_may_not_ask_for_a_fact_that_its_message_lacks(fragments):
    locale = fragments(live='msgid "Ends at {time}"\nmsgstr "Slutter kl. {tid}"\n')

    with pytest.raises(Refused, match="a fact that it does not have: tid"):
        compile_language("da", locale)


def test_a_fragment_that_can_not_be_read_is_named(fragments):
    locale = fragments(live='msgid "Pause"\nmsgstr "Pause"\nAnd now?\n')

    with pytest.raises(Refused, match=r"live\.po can't be read"):
        compile_language("da", locale)


def test_what_is_not_translated_yet_stays_english(fragments):
    locale = fragments(live='msgid "Pause"\nmsgstr ""\n')

    assert translations(locale).gettext("Pause") == "Pause"


def test_the_same_fragments_give_the_same_bytes(fragments):
    locale = fragments(b='msgid "Pause"\nmsgstr "Pause"\n', a='msgid "Close"\nmsgstr "Luk"\n')

    first = compile_language("da", locale).read_bytes()

    assert compile_language("da", locale).read_bytes() == first


def test_only_a_language_whose_fragments_changed_is_compiled_again(fragments):
    locale = fragments(live='msgid "Pause"\nmsgstr "Pause"\n')

    assert stale("da", locale)
    compile_language("da", locale)
    assert not stale("da", locale)
    assert languages(locale) == ["da"]
