"""Pictures of the main pages, in both languages and themes, from the example network: `make screenshots`.

The meeting is stopped at 9.33 on 8 December 2026, in the middle of the round that the design's pictures show.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

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
from ui.main_window import MainWindow
from ui.page import Destination, Surroundings, ToHome, ToLive, ToMinutes, ToNetwork, ToPlanner, ToSettings
from ui.theme import theme as themes
from ui.workspace import Workspace

SIZES = {"cockpit": (1366, 768)}
USUAL = (1280, 800)
STOPPED = 33.2  # minutes after nine
SETTLE = 700  # milliseconds for what is made in the background


def main() -> None:
    """Render every page into the folder that is named, or `out/pictures`."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("out/pictures")
    folder.mkdir(parents=True, exist_ok=True)
    qt = QApplication([])
    for code in ("da", "en"):
        for name in ("light", "dark"):
            for page in _pages(qt, code, name, folder):
                sys.stdout.write(f"{page}\n")


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
    for index in range(DECEMBER):
        play.hold(index)
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
