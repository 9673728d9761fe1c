"""What the user has chosen."""

from msgspec.structs import replace

from facilitator.model.network import Profile
from facilitator.store.settings import GongChoices, Settings, WallChoices, load_settings, save_settings


def test_a_store_in_which_nothing_was_chosen_follows_the_computer(store):
    assert load_settings(store) == Settings()


def test_choices_come_back(store):
    chosen = Settings(
        language="en",
        theme="dark",
        profile=Profile(name="Karen Holm"),
        window="AAEC",
        wall=WallChoices(screen="Epson · EB-X41", on_top=True),
        gong=GongChoices(turn=True, sound="wood", volume="loud"),
    )

    save_settings(store, chosen)
    assert load_settings(store) == chosen

    save_settings(store, replace(chosen, theme="light"))
    assert load_settings(store).theme == "light"


def test_a_choice_that_cannot_be_read_is_as_if_it_was_never_made(store):
    save_settings(store, Settings(language="en", theme="dark"))
    with store.atomic():
        store.run("""UPDATE settings SET value = '"purple"' WHERE "key" = 'theme'""")
        store.run("""INSERT INTO settings VALUES ('from_a_newer_version', '[1, 2]')""")

    assert load_settings(store) == Settings(language="en")
    save_settings(store, load_settings(store))
    assert store.value("""SELECT value FROM settings WHERE "key" = 'from_a_newer_version'""") == "[1, 2]"
