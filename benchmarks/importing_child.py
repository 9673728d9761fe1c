"""A file of members brought in by the real dialog: run by benchmarks.importing in a process of its own."""

import json
import os
import sys
import time
from pathlib import Path

from benchmarks.heartbeat import Heartbeat


def main(folder: Path, kind: str, lines: int) -> None:
    """Open the dialog on the members' page, bring the file in, and print what it took."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    import ui  # noqa: F401
    from ui.theme import theme as themes

    file = folder / f"leaders-{lines}.{kind}"
    file.write_bytes(written(kind, lines))
    qt = QApplication([])
    theme = themes.light()
    themes.apply(qt, theme)
    page, workspace = _page(folder, theme)
    heart = Heartbeat()
    heart.settle()
    chosen = time.perf_counter()
    page.members_tab.import_file(file)
    dialog = page.members_tab.dialog
    heart.until(dialog.import_button.isEnabled)
    dialog.repaint()
    shown = time.perf_counter()
    heart.settle()
    kept: list[float] = []
    dialog.brought_in.connect(lambda _: kept.append(time.perf_counter()))
    agreed = time.perf_counter()
    dialog.import_button.click()
    heart.until(lambda: kept)
    heart.settle()
    told = {
        "preview": shown - chosen,
        "commit": kept[0] - agreed,
        "stall": max(heart.longest(chosen, shown), heart.longest(agreed, kept[0])),
        "refresh": heart.longest(kept[0], time.perf_counter()),
    }
    if len(workspace.members(page.network_id)) != lines:
        raise RuntimeError("not everybody came in")
    workspace.close()
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    os._exit(0)  # nothing is left to tidy, and the measuring process has what it wanted


def _page(folder, theme):  # type: ignore[no-untyped-def]
    """The members' page of an empty network in a store of its own, and the workspace."""
    from facilitator.language import Language
    from facilitator.library.library import Library
    from facilitator.live.clock import SystemClock
    from facilitator.model.ids import new_id
    from facilitator.model.network import Network
    from facilitator.places import find_places
    from facilitator.store import networks
    from ui.network.page import NetworkPage
    from ui.page import Surroundings
    from ui.workspace import Workspace, open_database

    for old in folder.glob("importing.facilitator*"):
        old.unlink()
    places = find_places(folder / "importing.facilitator")
    database = open_database(places.store)
    network = networks.save_network(database, Network(id=new_id(), name="Skoleledere"))
    workspace = Workspace(database, Library(places.resources), places, SystemClock())
    page = NetworkPage(Surroundings(workspace, Language.load("da", places.locale), theme), network.id, "members")
    page.resize(1280, 800)
    page.show()
    return page, workspace


def written(kind: str, lines: int) -> bytes:
    """So many leaders, each with an address, a phone, a workplace and a title, as Excel or a phone would write them."""
    people = [
        (f"Åse {n}", "Aaberg", f"aase{n}@vesteraa.dk", f"12 34 {n // 100:02} {n % 100:02}", f"Østre Skole {n % 50}")
        for n in range(lines)
    ]
    if kind == "vcf":
        return "".join(
            f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{last};{first};;;\r\nFN:{first} {last}\r\nORG:{place};\r\n"
            f"TITLE:Skoleleder\r\nEMAIL;type=INTERNET:{email}\r\nTEL;type=CELL:{phone}\r\nEND:VCARD\r\n"
            for first, last, email, phone, place in people
        ).encode()
    rows = [("Fornavn", "Efternavn", "E-mailadresse", "Telefon", "Skole", "Stilling")]
    rows += [(*person, "Skoleleder") for person in people]
    if kind == "csv":
        return "".join(";".join(row) + "\r\n" for row in rows).encode("cp1252")
    from tests.intake.sheets import Sheet, workbook

    return workbook([Sheet("Ledere", rows)])


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
