"""Every page, dialog and state of the window, one after the other, in the example with the longest words.

for shown in every_page(stored("da"), tmp_path, "da", theme, (SMALL,)): look at shown.widget

Each is opened as the user opens it. `shown.widget` is on the screen while the loop's body runs, and gone after it.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView, QTableView, QWidget

from facilitator.language import Code
from facilitator.live.clock import ManualClock
from facilitator.model.attendance import Status
from facilitator.model.audience import Audience
from facilitator.model.session import Session, SessionState, begins
from facilitator.model.trouble import Trouble
from facilitator.places import Places, resources_folder
from facilitator.store.database import open_store
from tests.store.builders import a_picture
from tests.ui import long_words
from tests.ui.live.builders import wait_until
from ui.live.faces import hidden_face, wall_face
from ui.live.page import LivePage
from ui.live.wall import WallWindow
from ui.live_run import IncidentKind, commands
from ui.main_window import MainWindow
from ui.network.page import NetworkPage
from ui.opening import ClosedDialog, UnlockDialog
from ui.page import NetworkTab, Surroundings, ToDeleted, ToHome, ToLive, ToMinutes, ToNetwork, ToPlanner, ToSettings
from ui.planner.page import PlannerPage
from ui.report import ReportSheet
from ui.settings.copies import CopyDialog, RestoreDialog
from ui.settings.page import SettingsPage
from ui.theme.theme import Theme
from ui.workspace import Workspace

SMALL, LAPTOP, DESK, FOUR_K = (1024, 700), (1366, 768), (1920, 1080), (3840, 2160)
HALF = (960, 500)  # half a screen, or a small one at 200 %
EVERY_SIZE = (SMALL, LAPTOP, DESK, FOUR_K)
WALL_SIZES = ((1024, 768), (1920, 1080), (3840, 2160))
Size = tuple[int, int]


class Shown(msgspec.Struct, frozen=True):
    """What stands on the screen: its name, the window's size, and the window or dialog itself."""

    name: str
    size: Size
    widget: QWidget


Looks = Iterator[Shown]


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Code], Path]:
    """The filled store of a language, made once; `every_page` works on a copy of it."""
    made: dict[Code, Path] = {}

    def path(code: Code) -> Path:
        if code not in made:
            made[code] = long_words.fill(tmp_path_factory.mktemp(f"long-{code}"), code)
        return made[code]

    return path


def every_page(
    store: Path,
    folder: Path,
    code: Code,
    theme: Theme,
    sizes: Sequence[Size] = (LAPTOP,),
    *,
    empty: bool = True,
    seen: bool = True,
) -> Looks:
    """Each page, then its dialogs, at each size. `theme` must have been applied. `empty` shows empty stores too.

    With `seen` false nothing is painted but what the caller asks a widget for: half the time, where that is enough.
    """
    if empty:
        with _Walk(folder / "empty.facilitator", code, theme, sizes, seen=seen) as walk:
            yield from walk.first_time()
    copy = folder / store.name
    shutil.copyfile(store, copy)
    with _Walk(copy, code, theme, sizes, seen=seen) as walk:
        yield from walk.home()
        yield from walk.network()
        yield from walk.planner()
        yield from walk.minutes()
        yield from walk.settings()
        yield from walk.everywhere()
        yield from walk.opening()
        yield from walk.rehearsal()
        yield from walk.meeting()


class _Walk:
    """A window on a store, led from page to page."""

    def __init__(self, store: Path, code: Code, theme: Theme, sizes: Sequence[Size], *, seen: bool) -> None:
        folder = store.parent
        self.places = Places(store=store, data=folder, logs=folder / "logs", resources=resources_folder())
        self.clock = ManualClock(long_words.EVE)
        self.workspace = Workspace(open_store(store, wall=self.clock.wall), None, self.places, self.clock)
        self.around = Surroundings(self.workspace, self.workspace.language(code), theme)
        self.sizes = sizes
        self.window = MainWindow(self.around)
        self.window.setUpdatesEnabled(seen)
        self.window.resize(*sizes[0])
        self.window.show()
        settle()

    def __enter__(self) -> "_Walk":
        return self

    def __exit__(self, *_: object) -> None:
        self.window.shut()
        self.window.deleteLater()
        self.workspace.close()
        settle()

    # The pages

    def first_time(self) -> Looks:
        yield from self._at_every_size("welcome")
        yield from self._dialog("welcome.new_network", self._pressing("create_network"))
        came: list[object] = []
        self.workspace.new_network(
            long_words.NAME, field="", municipality="", language=self.around.language.code, done=came.append
        )
        wait_until(lambda: bool(came))
        network = self.workspace.overviews()[0].network
        for tab in ("overview", "members", "meetings", "actions"):
            self.window.go(ToNetwork(network.id, tab))
            yield from self._at_every_size(f"empty.{tab}")

    def home(self) -> Looks:
        self.window.go(ToHome())
        yield from self._at_every_size("home")
        yield from self._dialog("home.new_network", self._pressing("new_network"))

    def network(self) -> Looks:
        network = self._network
        tabs: tuple[NetworkTab, ...] = ("overview", "members", "meetings", "actions")
        for tab in tabs:
            self.window.go(ToNetwork(network, tab))
            yield from self._at_every_size(f"network.{tab}")
            yield from getattr(self, f"_{tab}_dialogs")()

    def _overview_dialogs(self) -> Looks:
        yield from self._dialog("network.settings", self._pressing("network_settings"))

    def _members_dialogs(self) -> Looks:
        yield from self._dialog("network.new_member", self._pressing("new_member"))
        yield from self._dialog("network.member", partial(self._enter, QTableView, "members"))
        page = self.window.page
        assert isinstance(page, NetworkPage)
        for name, lines in (
            ("import", _lines("Navn;Stilling;Arbejdsplads;E-mail")),
            ("import_unknown", _lines("Kolonne et;Kolonne to;Kolonne tre;Kolonne fire")),
        ):
            file = self.places.data / f"medlemmer af specialundervisningskoordinatorernes netværk {name}.csv"
            file.write_text(lines, encoding="utf-8")
            yield from self._dialog(f"network.{name}", partial(page.members_tab.import_file, file), self._read)
        yield from self._dialog("network.seating", self._pressing("seating"))
        self._press("fold_left")
        yield from self._at_every_size("network.members.unfolded")

    def _meetings_dialogs(self) -> Looks:
        page = self.window.page
        assert isinstance(page, NetworkPage)
        yield from self._dialog("network.new_meeting", page.meetings_tab.new_meeting)
        for place, name in ((1, "edit_meeting"), (2, "copy_meeting")):
            action = page.meetings_tab.menu_of(self._coming).actions()[place]
            yield from self._dialog(f"network.{name}", action.trigger)
        *_, cancel, _ = page.meetings_tab.menu_of(self.workspace.sessions(self._network)[-1]).actions()
        cancel.trigger()
        wait_until(page.undo_line.isVisible)
        yield from self._at_every_size("network.undo_line")

    def _actions_dialogs(self) -> Looks:
        yield from self._dialog("network.action", partial(self._enter, QListView, "actions"))

    def planner(self) -> Looks:
        self.window.go(ToPlanner(self._coming.id))
        yield from self._at_every_size("planner")
        page = self.window.page
        assert isinstance(page, PlannerPage)
        yield from self._dialog("planner.meeting", self._pressing("edit_meeting"))
        yield from self._dialog("planner.template", page.head.templates_asked.emit)
        button = page.findChild(QAbstractButton, "methods")
        if button is not None and button.isVisible():
            button.click()
            yield from self._at_every_size("planner.drawer")
        self.window.go(ToPlanner(self._held.id))
        yield from self._at_every_size("planner.held")

    def minutes(self) -> Looks:
        for name, session in (("approved", self._approved), ("draft", self._held)):
            self.window.go(ToMinutes(session.id))
            preview = self.window.page.preview  # type: ignore[union-attr]
            wait_until(lambda preview=preview: bool(preview.content))
            yield from self._at_every_size(f"minutes.{name}")
        yield from self._dialog("minutes.who_was_there", self._pressing("who_was_there"))
        yield from self._dialog("minutes.approve", self._pressing("approve"))
        for kind in ("decision", "action", "note", "parked"):
            yield from self._dialog(f"minutes.new_{kind}", partial(self._choose, f"add_{kind}"))
        self._press("unfold_note")
        yield from self._at_every_size("minutes.unfolded")

    def settings(self) -> Looks:
        self.window.go(ToSettings())
        yield from self._at_every_size("settings")
        page = self.window.page
        assert isinstance(page, SettingsPage)
        file = self.places.data / "2026-12-07 specialundervisningskoordinatorernes netværk.facilitator"
        for name, kind in (("back_up", CopyDialog), ("restore", RestoreDialog)):
            yield from self._dialog(f"settings.{name}", lambda kind=kind: kind(self.around, file, parent=page).open())

    def everywhere(self) -> Looks:
        self.window.go(ToHome())
        self.window.complain(Trouble("store_damaged"))
        yield from self._at_every_size("foot")
        self.window.foot.hide()
        yield from self._dialog("help", self.window.show_help)
        yield from self._dialog("report", lambda: ReportSheet(self.around, parent=self.window).open())
        self.window.go(ToDeleted())
        yield from self._at_every_size("deleted.empty")
        self.workspace.remove_session(self.workspace.sessions(self._network)[-1])
        wait_until(lambda: bool(self.workspace.deletions()))
        yield from self._at_every_size("deleted")

    def opening(self) -> Looks:
        language, theme = self.around.language, self.around.theme
        path = self.places.store
        boxes = (
            ("unlock", UnlockDialog(path, language, theme)),
            *(
                (f"closed.{name}", ClosedDialog(path, Trouble(name, file=path.name), language, theme))
                for name in ("store_damaged", "store_newer")
            ),
        )
        for name, box in boxes:
            box.show()
            settle()
            yield Shown(name, self.sizes[0], box)
            box.close()
            box.deleteLater()

    def meeting(self) -> Looks:
        self.window.go(ToLive(self._coming.id))
        page = self.window.page
        assert isinstance(page, LivePage)
        wait_until(lambda: page.live is not None)
        self.clock.set_wall(round(begins(self._coming).timestamp() * 1000))
        page.look()
        self._activate()
        yield from self._at_every_size("cockpit.before")
        page.acts.perform("refit")
        yield from self._at_every_size("cockpit.refit")
        self._put_away(page)
        yield from self._started(page)
        yield from self._stopped(page)
        self._do(page, commands.Finish())
        yield from self._at_every_size("cockpit.end")

    def rehearsal(self) -> Looks:
        self.window.go(ToLive(self._coming.id, rehearsal=True))
        page = self.window.page
        assert isinstance(page, LivePage)
        assert page.incidents is not None
        wait_until(lambda: page.live is not None)
        self._activate()
        yield from self._at_every_size("rehearsal.before")
        self._do(page, commands.Start())
        for kind in IncidentKind:
            page.incidents.bring(kind)
            yield from self._at_every_size(f"rehearsal.{kind}")
        page.incidents.end()
        self._do(page, commands.Finish())
        page.incidents.talk.begin()
        yield from self._at_every_size("rehearsal.debrief")
        page.leave()
        self.window.foot.hide()  # the projector was told of

    def _started(self, page: LivePage) -> Looks:
        people = [each.id for each in self.workspace.members(self._network) if each.left is None]
        self._do(page, commands.Start())
        for member in people:
            self._do(page, commands.Attend(member=member, status=Status.present))
        self._do(page, commands.Attend(member=people[-1], status=Status.late))
        yield from self._at_every_size("cockpit.welcome")
        yield from self._wall("wall.step", page)
        self._do(page, commands.Next())
        for member in people[:3]:
            self.clock.wait(70)
            self._do(page, commands.GiveTurn(member=member))
        yield from self._at_every_size("cockpit.round")
        yield from self._wall("wall.round", page)
        for kind in ("note", "decision", "action", "parked"):
            page.acts.perform(kind)
            QTest.keyClicks(page.capture.editor, long_words.WORDS)
            yield from self._at_every_size(f"cockpit.writing_{kind}")
            self._act(page, "add")
        self._do(page, commands.AddPhoto(picture=a_picture(), text=long_words.WORDS, audience=Audience.minutes))
        yield from self._at_every_size("cockpit.written")
        for act in (
            "attend",
            "ready",
            "turn",
            "turn_away",
            "unheard",
            "seating",
            "turn_correct",
            "began_earlier",
            "step_add",
            "keys",
            "menu",
            "discard",
            "finish",
        ):
            page.acts.perform(act)
            settle()
            yield from self._at_every_size(f"cockpit.{act}")
            self._put_away(page)
        self._act(page, "pause")
        yield from self._at_every_size("cockpit.paused")
        yield from self._wall("wall.paused", page)
        self._act(page, "pause")

    def _stopped(self, page: LivePage) -> Looks:
        self.clock.wait(25 * 60)
        page.look()
        yield from self._at_every_size("cockpit.behind")
        yield from self._wall("wall.late", page)
        yield from self._dialog("closing", self.window.close)
        page.toggle_hidden()
        yield from self._at_every_size("cockpit.hidden")
        yield from self._wall("wall.hidden", page)
        page.toggle_hidden()
        steps = len(page.steps)
        for place in range(2, steps):
            self._do(page, commands.Next())
            if page.sight().step is not None and place in {3, 4, 5}:
                yield from self._at_every_size(f"cockpit.step_{place}")
                yield from self._wall(f"wall.step_{place}", page)
            if [part.speaks for part in page.sight().worded.parts][1:2] == ["pairs"]:
                self._do(page, commands.NextPart())
                yield from self._at_every_size("cockpit.groups")
                yield from self._wall("wall.groups", page)

    # How it is gone through

    def _at_every_size(self, name: str) -> Looks:
        for size in self.sizes:
            self.window.resize(*size)
            settle()
            yield Shown(name, size, self.window)

    def _dialog(
        self, name: str, opening: Callable[[], object], ready: Callable[[QWidget], bool] = lambda _: True
    ) -> Looks:
        for size in self.sizes:
            self.window.resize(*size)
            settle()
            opening()
            settle()
            dialog = QApplication.activeModalWidget()
            assert dialog is not None, f"{name} did not open"
            wait_until(lambda dialog=dialog: ready(dialog))
            settle()
            yield Shown(name, size, dialog)
            dialog.close()
            settle()
            self._activate()

    def _wall(self, name: str, page: LivePage) -> Looks:
        """What the room sees, as large as its screen, whatever the window is."""
        sight = page.sight()
        words = {step.id: self.workspace.worded(step, page.room) for step in page.steps}
        wall = WallWindow(self.around.theme, page.meeting.network.name)
        wall.show()
        for size in WALL_SIZES:
            wall.resize(*size)
            wall.show_face(hidden_face(sight) if page.hidden else wall_face(sight, words, page.room))
            settle()
            yield Shown(name, size, wall)
        wall.hide()
        wall.deleteLater()
        self._activate()

    def _activate(self) -> None:
        """The keyboard back to the window, as when another window is left."""
        self.window.activateWindow()
        wait_until(self.window.isActiveWindow)

    def _press(self, name: str) -> None:
        button = self.window.findChild(QAbstractButton, name)
        assert button is not None, f"there is no button {name}"
        button.click()
        settle()

    def _pressing(self, name: str) -> Callable[[], None]:
        return partial(self._press, name)

    def _choose(self, action: str) -> None:
        found = self.window.findChild(QAction, action)
        assert found is not None, f"there is no {action} in a menu"
        found.trigger()

    def _enter(self, kind: type[QWidget], name: str) -> None:
        view = self.window.findChild(kind, name)
        assert view is not None, f"there is no list {name}"
        view.setCurrentIndex(view.model().index(0, 0))
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_Return)

    def _read(self, dialog: QWidget) -> bool:
        return dialog._job is None  # the file is read in the background

    def _put_away(self, page: LivePage) -> None:
        """What was opened beside the meeting, or over it."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        page.beside.close()
        settle()

    def _do(self, page: LivePage, command: commands.AnyCommand) -> None:
        page.do(command)
        self._written(page)

    def _act(self, page: LivePage, act: str) -> None:
        page.acts.perform(act)
        self._written(page)

    def _written(self, page: LivePage) -> None:
        wait_until(lambda: page.live is None or page.presses.idle)
        page.look()
        settle()

    @property
    def _network(self) -> str:
        return next(each.network.id for each in self.workspace.overviews() if each.members)

    @property
    def _coming(self) -> Session:
        return next(each for each in self.workspace.sessions(self._network) if each.starts_at == long_words.COMING)

    @property
    def _held(self) -> Session:
        return self._of_state(approved=False)

    @property
    def _approved(self) -> Session:
        return self._of_state(approved=True)

    def _of_state(self, *, approved: bool) -> Session:
        return next(
            each
            for each in self.workspace.sessions(self._network)
            if each.state is SessionState.held and (each.approved_on is not None) is approved
        )


def settle() -> None:
    """Let what was asked for be laid out, shown and taken down."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _lines(head: str) -> str:
    rows = (
        f"{name};{long_words.TITLE};{long_words.WORKPLACE};{number}@a.example"
        for number, (name, _) in enumerate(long_words.PEOPLE)
    )
    return "\n".join((head, *rows, "Uden post;;;ikke-en-adresse"))
