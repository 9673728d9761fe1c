import pytest
from PIL import Image

from tools.app_icon import ICNS_SIZES, ICO_SIZES, SIZES, draw, draw_png


@pytest.fixture(scope="module")
def icons(tmp_path_factory):
    folder = tmp_path_factory.mktemp("icons")
    draw(folder)
    return folder


@pytest.mark.parametrize("side", SIZES)
def test_the_icon_is_drawn_at_each_size_on_a_clear_ground(tmp_path, side):
    draw_png(tmp_path / "apps" / "icon.png", side)

    with Image.open(tmp_path / "apps" / "icon.png") as image:
        assert image.size == (side, side)
        assert image.getpixel((0, 0))[3] == 0
        assert image.getpixel((side // 2, side // 2)) == (0xFF, 0xFE, 0xFB, 0xFF)


def test_windows_gets_all_of_its_sizes_in_one_file(icons):
    with Image.open(icons / "facilitator.ico") as image:
        assert {side for side, _ in image.info["sizes"]} == set(ICO_SIZES)


def test_macos_gets_all_of_its_sizes_in_one_file(icons):
    with Image.open(icons / "facilitator.icns") as image:
        assert {width * scale for width, _, scale in image.info["sizes"]} == set(ICNS_SIZES)
