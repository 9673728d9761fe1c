"""The wall: what is on it in words, and that it fits at every size."""

import msgspec
import pytest

from ui.widgets.ring_timer import RingFace
from ui.widgets.wall_face import FaceKind, Named, WallFace, WallView, spoken

RING = RingFace(seconds=553, planned=960, note="tilbage")
STEP = WallFace(
    kind=FaceKind.STEP,
    network="Skoleledere i Vesterå",
    clock="kl. 9.33",
    title="Siden sidst",
    instruction="Hvad prøvede du, og hvad skete der?",
    ring=RING,
    now=Named("Taler nu", "Birgitte"),
    next=Named("Næste", "Dorthe"),
)
BREAK = WallFace(
    kind=FaceKind.BREAK,
    network="Skoleledere i Vesterå",
    clock="kl. 11.05",
    title="Pause",
    ring=RingFace(seconds=480, planned=900, figure="8 min.", icon="coffee-outline"),
    resumes="Vi fortsætter",
    resumes_at="kl. 11.13",
    after="Derefter: Preskortet",
)
WELCOME = WallFace(kind=FaceKind.WELCOME, network="Skoleledere i Vesterå", clock="kl. 8.52", title="Velkommen")
HIDDEN = WallFace(kind=FaceKind.HIDDEN, network="Skoleledere i Vesterå", clock="10.36")
SIZES = [(1920, 1080), (1366, 768), (1024, 700), (3840, 1080), (800, 1200), (40, 30)]


@pytest.fixture
def wall(qtbot, theme):
    made = WallView(theme)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("face", [STEP, BREAK, WELCOME, HIDDEN], ids=lambda face: face.kind)
def test_every_face_is_painted_within_its_edges_at_every_size(wall, size, face):
    wall.resize(*size)
    wall.show_wall(face)

    image = wall.grab().toImage()

    ground = image.pixel(0, 0)
    border = [image.pixel(x, y) for x in (0, size[0] - 1) for y in range(0, size[1], 3)]
    assert set(border) == {ground}
    assert len({image.pixel(x, y) for x in range(0, size[0], 2) for y in range(0, size[1], 2)}) > 1


def test_the_wall_is_said_in_words_without_the_seconds():
    said = spoken(STEP)

    assert "Taler nu: Birgitte. Næste: Dorthe" in said
    assert "9:13" not in said


def test_the_hidden_wall_says_nothing_but_the_network(wall):
    wall.show_wall(msgspec.structs.replace(HIDDEN, title=""))

    assert wall.accessibleName() == "Skoleledere i Vesterå"


def test_the_wall_is_painted_again_only_when_it_looks_different(wall, monkeypatch):
    painted = []
    monkeypatch.setattr(wall, "update", lambda: painted.append(1))

    for _ in range(10):
        wall.show_wall(STEP)
    wall.show_wall(msgspec.structs.replace(STEP, ring=msgspec.structs.replace(RING, seconds=552)))

    assert painted == [1, 1]


def test_a_long_name_shrinks_and_stays_on_the_wall(wall):
    wall.resize(1366, 768)
    wall.show_wall(msgspec.structs.replace(STEP, now=Named("Taler nu", "Wolfeschlegelsteinhausenbergerdorff " * 3)))

    image = wall.grab().toImage()

    margin = {image.pixel(x, y) for x in range(1366 - 60, 1366) for y in range(100, 768)}
    assert len(margin) == 1
