"""Both windows of a live meeting, watched for some seconds: run by benchmarks.windows in a process of its own."""

import json
import os
import sys
import time
from pathlib import Path

LAPTOP = 1080  # lines of a screen


def main(folder: Path, seconds: float, high: int) -> None:
    """Lead the example's meeting and print what it cost: both windows at 1080p, the wall alone where it is larger."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    import ui  # noqa: F401
    from facilitator.language import Language
    from facilitator.library.library import Library
    from facilitator.live.clock import SystemClock
    from facilitator.places import find_places
    from ui.live.page import LivePage
    from ui.page import Surroundings, ToLive
    from ui.theme import theme as themes
    from ui.workspace import Workspace, open_database

    qt = QApplication([])
    places = find_places(folder / "windows.facilitator")
    for old in folder.glob("windows.facilitator*"):
        old.unlink()
    workspace = Workspace(open_database(places.store), Library(places.resources), places, SystemClock())
    session = _planned(workspace, qt)
    theme = themes.light()
    themes.apply(qt, theme)
    around = Surroundings(workspace, Language.load("da", places.locale), theme)
    page = LivePage(around, ToLive(session, start=True))
    page.resize(1920, 1080)
    page.show()
    page.toggle_wall()
    page.wall.resize(high * 16 // 9, high)
    page.setVisible(high <= LAPTOP)
    painted, _counter = _count_paints(page.cockpit, page.wall.view)
    _wait(QEventLoop(), QTimer(), 1.5)
    painted.clear()
    began, cpu = time.monotonic(), time.process_time()
    _wait(QEventLoop(), QTimer(), seconds)
    if page.live is None or not page.live.state.live:
        raise RuntimeError("no meeting is running in the windows")
    told = {"wall": time.monotonic() - began, "cpu": time.process_time() - cpu, "painted": len(painted)}
    page.leaving(remade=False)
    workspace.close()
    QCoreApplication.processEvents()
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    os._exit(0)  # nothing is left to tidy, and the measuring process has what it wanted


def _planned(workspace, qt):  # type: ignore[no-untyped-def]
    from PySide6.QtCore import QEventLoop

    made: list[str] = []
    loop = QEventLoop()
    job = workspace.make_example("da")
    job.finished.connect(made.append)
    job.finished.connect(lambda _: loop.quit())
    job.failed.connect(lambda _: loop.quit())
    job.start()
    loop.exec()
    return next(each.id for each in workspace.sessions(made[0]) if each.state == "planned")


def _count_paints(*widgets):  # type: ignore[no-untyped-def]
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QWidget

    painted: list[int] = []

    class Counter(QObject):
        def eventFilter(self, watched, event):  # type: ignore[no-untyped-def]  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                painted.append(1)
            return False

    counter = Counter()
    for widget in widgets:
        for each in (widget, *widget.findChildren(QWidget)):
            each.installEventFilter(counter)
    return painted, counter


def _wait(loop, timer, seconds):  # type: ignore[no-untyped-def]
    timer.setSingleShot(True)
    timer.timeout.connect(loop.quit)
    timer.start(round(seconds * 1000))
    loop.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]))
