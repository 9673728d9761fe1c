"""The front door: opens the window, or answers on the command line. The only place that knows both."""

import sys
from pathlib import Path

WITH_VALUE = ("--store", "--language")
PACKS = (".netpack", ".netpack.age")


def main() -> None:
    """Open the desktop app where nothing but options is said, else carry out the command."""
    wish = window_wish(sys.argv[1:])
    if wish is None:
        from facilitator.cli.main import run

        sys.exit(run(sys.argv[1:]))
    load_what_the_first_page_reads()
    from ui.application import run_window

    sys.exit(run_window(*wish))


def load_what_the_first_page_reads() -> None:
    """Everything that the first page needs and that has no Qt in it.

    Once it is loaded, PySide6 reads the source of each module that is imported after it, to see whether that uses Qt;
    and Python looks for garbage among modules that are all kept. Neither is worth waiting for.
    """
    import gc

    gc.disable()  # the window looks for garbage by itself, when there is a moment (ui/garbage.py)
    from facilitator.desk import today
    from facilitator.language import Language

    del today, Language


def window_wish(arguments: list[str]) -> tuple[Path | None, str | None, Path | None] | None:
    """The store and language that the window is to open with, and the pack that was double-clicked, if any.

    None where the arguments are a command's.
    """
    wishes: dict[str, str] = {}
    rest, pack = list(arguments), None
    if rest and rest[-1].endswith(PACKS) and rest[-2:-1] not in [[name] for name in WITH_VALUE]:
        pack = Path(rest.pop())
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if name not in WITH_VALUE or not (equals or rest):
            return None
        wishes[name] = value if equals else rest.pop(0)
    language = wishes.get("--language")
    if language not in {None, "da", "en"}:
        return None
    return (Path(wishes["--store"]) if "--store" in wishes else None), language, pack


if __name__ == "__main__":
    main()
