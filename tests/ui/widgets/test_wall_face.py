"""The wall: what is on it in words, and that it fits at every size."""

from itertools import combinations

import msgspec
import pytest

from facilitator.library.library import Library
from facilitator.library.words import words_in
from facilitator.places import resources_folder
from ui.widgets.ring_timer import RingFace
from ui.widgets.wall_face import FaceKind, Named, WallFace, WallView, lines_on, spoken

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
END = WallFace(
    kind=FaceKind.END,
    network="Skoleledere i Vesterå",
    clock="",
    title="Tak for i dag",
    instruction="Næste møde: onsdag den 23. september",
)
OVER = msgspec.structs.replace(STEP, ring=RingFace(seconds=0, planned=960, figure="Vi runder af"))
IN_GROUPS = msgspec.structs.replace(STEP, now=None, next=None)
PAIRS = msgspec.structs.replace(
    IN_GROUPS,
    groups=(
        "Birgitte og Jonas",
        "Åse og Dorthe",
        "Claus og Ib",
        "Mette og Hassan",
        "Lone og Yusuf",
        "Karen-Margrethe og Anne-Mette",
        "Pia og Ove",
    ),
)
FOURS = msgspec.structs.replace(
    IN_GROUPS,
    groups=(
        "Birgitte, Jonas og Mette",
        "Åse, Dorthe og Hassan",
        "Claus, Karen-Margrethe, Lone og Anne-Mette",
        "Mette S., Mette K., Yusuf og Ove",
    ),
)
READ = WallFace(
    kind=FaceKind.READ,
    network="Skoleledere i Vesterå",
    clock="kl. 11.55",
    title="Aftale",
    instruction="Prøver mødefri onsdag i fire uger og fortæller på næste møde, hvad hun ser, når det er sket",
    after="Lone og Mette · inden 26. jan.",
)
FACES = [STEP, OVER, PAIRS, FOURS, BREAK, WELCOME, READ, END, HIDDEN]
ROOMS = [(1024, 768), (1280, 720), (1366, 768), (1920, 1080), (1920, 1200), (2560, 1440), (3840, 2160)]
SIZES = [(1920, 1080), (1366, 768), (1024, 700), (3840, 1080), (800, 1200), (40, 30)]


@pytest.fixture
def wall(qtbot, theme):
    made = WallView(theme)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("face", FACES, ids=lambda face: face.kind)
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


@pytest.mark.parametrize("size", ROOMS, ids=str)
@pytest.mark.parametrize("face", FACES, ids=lambda face: face.kind)
def test_every_line_is_whole_apart_from_the_others_and_read_from_the_back_row(theme, size, face):
    width, height = size
    lines = lines_on(face, theme, width, height)

    assert {line.said for line in lines} >= {text for text in (face.network, face.clock, face.title) if text}
    for line in lines:
        assert line.shown == line.said
        assert line.size * 1920 / width >= 47.5  # 48 on a wall 1920 wide, in whole px
        assert 0 <= line.box.top() < line.box.bottom() <= height
    for one, other in combinations(lines, 2):
        beside = {one.said, other.said} == {face.network, face.clock} and face.kind is not FaceKind.HIDDEN
        assert beside or not text_box(one).intersects(text_box(other)), (one, other)


def text_box(line):
    """Where its letters are: a row is a little higher than they are."""
    box = line.box
    box.setTop(box.center().y() - line.size * 0.4)
    box.setHeight(line.size * 0.8)
    return box


@pytest.mark.parametrize("code", ["da", "en"])
@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)], ids=str)
def test_what_the_methods_say_to_the_room_fits(theme, size, code):
    said = []
    for method in Library(resources_folder()).methods():
        words = words_in(method, code)
        said += [(words.title, text) for text in (words.wall, *(part.wall for part in words.parts.values()))]
    assert len(said) > 50
    for title, text in said:
        face = msgspec.structs.replace(STEP, title=title, instruction=text)
        cut = [line for line in lines_on(face, theme, *size) if "…" in line.shown]
        assert not cut, cut


def test_a_long_title_after_the_break_shrinks_before_it_is_cut(theme):
    after = "Derefter: Hvad gør vi, når en medarbejder går?"
    line = lines_on(msgspec.structs.replace(BREAK, after=after), theme, 1920, 1080)[-1]

    assert line.shown == line.said == after
    assert 48 <= line.size < 56
