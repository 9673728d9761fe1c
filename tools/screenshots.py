"""Pictures of the window, in both languages and themes: `make screenshots`.

The main pages show the example network; its meeting is stopped at 9.33 on 8 December 2026, in the middle of the round
that the design's pictures show. A folder for each language and theme shows every page and dialog with the longest
words there are. Contact sheets hold them all; index.html leads to each.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.desk.example import DECEMBER, YEAR, Play
from facilitator.desk.story import MORNING, Stage
from facilitator.language import Code, Language
from facilitator.library.library import Library
from facilitator.live.clock import ManualClock
from facilitator.model.ids import new_id
from facilitator.model.session import Session, begins
from facilitator.places import Places, find_places
from facilitator.store import sessions
from facilitator.store.database import open_store
from tests.ui import long_words
from tests.ui.every_page import every_page
from tools.contact_sheet import contact_sheet, index
from ui.main_window import MainWindow
from ui.page import Destination, Surroundings, ToHome, ToLive, ToMinutes, ToNetwork, ToPlanner, ToSettings
from ui.theme import theme as themes
from ui.workspace import Workspace

SIZES = {"cockpit": (1366, 768)}
USUAL = (1280, 800)
STOPPED = 33.2  # minutes after nine
SETTLE = 700  # milliseconds for what is made in the background


def main() -> None:
    """Render everything into the folder that is named, or `out/pictures`."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("out/pictures")
    folder.mkdir(parents=True, exist_ok=True)
    qt = QApplication([])
    looks: tuple[tuple[Code, str], ...] = (("da", "light"), ("da", "dark"), ("en", "light"), ("en", "dark"))
    main_pages = [list(_told(_pages(qt, code, name, folder))) for code, name in looks]
    all_pages = [list(_told(_every_page(qt, code, name, folder / f"{code}-{name}"))) for code, name in looks]
    sheets = []
    for sheet, pictures in (("pages", main_pages), ("every_page", all_pages)):
        sheets.append(folder / f"{sheet}.png")
        # The same page stands in a row, in its four looks.
        contact_sheet([each for row in zip(*pictures, strict=True) for each in row], len(looks), sheets[-1])
    every = [picture for pictures in (*main_pages, *all_pages) for picture in pictures]
    sys.stdout.write(f"{index(folder, sheets, every)}\n")


def _told(pictures: Iterator[Path]) -> Iterator[Path]:
    for picture in pictures:
        sys.stdout.write(f"{picture}\n")
        yield picture


def _every_page(qt: QApplication, code: Code, name: str, folder: Path) -> Iterator[Path]:
    """Every page and dialog, each dialog over its window."""
    folder.mkdir(exist_ok=True)
    theme = themes.dark() if name == "dark" else themes.light()
    themes.apply(qt, theme)
    with tempfile.TemporaryDirectory() as place:
        filled, walked = Path(place) / "filled", Path(place) / "walked"
        for each in (filled, walked):
            each.mkdir()
        for shown in every_page(long_words.fill(filled, code), walked, code, theme, (USUAL,)):
            size = "" if shown.size == USUAL else f"-{shown.size[0]}"
            to = folder / f"{shown.name}{size}.png"
            _grabbed(shown.widget).save(str(to))
            yield to


def _grabbed(widget: QWidget) -> QPixmap:
    """The window; a dialog with the window that it lies over."""
    parent = widget.parentWidget()
    if parent is None:
        return widget.grab()
    window = parent.window()
    whole = window.grab()
    painter = QPainter(whole)
    painter.drawPixmap(widget.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint()), widget.grab())
    painter.end()
    return whole


def _pages(qt: QApplication, code: Code, name: str, folder: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as place:
        places = find_places(Path(place) / "pictures.facilitator")
        clock = ManualClock()
        workspace, coming, held = _filled(places, code, clock)
        theme = themes.dark() if name == "dark" else themes.light()
        themes.apply(qt, theme)
        window = MainWindow(Surroundings(workspace, workspace.language(code), theme))
        stops: tuple[tuple[str, Destination], ...] = (
            ("home", ToHome()),
            ("network", ToNetwork(coming.network)),
            ("members", ToNetwork(coming.network, "members")),
            ("meetings", ToNetwork(coming.network, "meetings")),
            ("actions", ToNetwork(coming.network, "actions")),
            ("planner", ToPlanner(coming.id)),
            ("minutes", ToMinutes(held.id)),
            ("settings", ToSettings()),
            ("cockpit", ToLive(coming.id)),
        )
        for page, where in stops:
            window.resize(*SIZES.get(page, USUAL))
            window.show()
            window.go(where)
            _wait(SETTLE)
            if page == "cockpit":
                _lead(workspace, clock, coming, code)
            to = folder / f"{page}-{code}-{name}.png"
            window.grab().save(str(to))
            yield to
        window.shut()
        workspace.close()
        window.deleteLater()


def _filled(places: Places, code: Code, clock: ManualClock) -> tuple[Workspace, Session, Session]:
    database = open_store(places.store)
    library = Library(places.resources)
    play = Play(database, library, Language.load(code, places.locale), YEAR, new_id)
    for number in range(DECEMBER):
        play.hold(number)
    coming, held = play.meetings[DECEMBER], play.meetings[DECEMBER - 1]
    clock.set_wall(round(begins(coming).timestamp() - 20 * 60) * 1000)
    workspace = Workspace(database, library, places, clock)
    return workspace, sessions.get_session(database, coming.id), sessions.get_session(database, held.id)


def _lead(workspace: Workspace, clock: ManualClock, session: Session, code: Code) -> None:
    """Play the morning up to where it is stopped."""
    live = workspace.live
    if live is None:
        raise RuntimeError("nobody has taken the meeting up")
    members = {member.name.split()[0]: member.id for member in workspace.members(session.network)}
    steps = {step.method: step.id for step in workspace.agenda(session.id)}
    stage = Stage(members, steps, session.starts_at.date(), code == "da")
    nine = clock.running() + 20 * 60_000
    replan = 27.5
    for moment in MORNING:
        if moment.minutes > STOPPED or moment.minutes == replan:
            continue
        clock.wait(max(0, nine + round(moment.minutes * 60_000) - clock.running()) / 1000)
        live.do(moment.says(stage))
        _wait(5)
    _wait(SETTLE)
    clock.wait(max(0, nine + round(STOPPED * 60_000) - clock.running()) / 1000)
    _wait(SETTLE)


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
