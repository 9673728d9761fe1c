from hypothesis import given
from hypothesis import strategies as st

from facilitator.documents.pdf.pages import TOLERANCE, Band, Bond, dealt

bands = st.lists(
    st.builds(
        Band, height=st.floats(0.5, 60), above=st.floats(0, 20), resumed=st.floats(0, 5), bond=st.sampled_from(Bond)
    ),
    max_size=40,
)


def heights_of(pages):
    return [[placed.band.height for placed in page] for page in pages]


@given(bands)
def test_every_band_stands_once_and_in_order_and_none_below_the_page(bands):
    pages = dealt(bands, 100)

    assert [placed.band for page in pages for placed in page] == bands
    assert all(placed.top + placed.band.height <= 100 + TOLERANCE for page in pages for placed in page)


@given(bands)
def test_no_page_is_left_empty(bands):
    assert all(page for page in dealt([Band(10), *bands], 100))


def test_a_heading_goes_along_with_what_it_stands_over():
    heading = Band(20, bond=Bond.TIGHT)

    assert heights_of(dealt([Band(70), heading, Band(15)], 100)) == [[70], [20, 15]]


def test_what_belongs_together_but_fills_more_than_a_page_is_divided_where_it_hurts_least():
    group = [Band(60, bond=Bond.BLOCK), Band(20, bond=Bond.TIGHT), Band(30)]

    assert heights_of(dealt([Band(20), *group], 100)) == [[20, 60], [20, 30]]


def test_the_heads_of_a_table_come_again_on_every_page_it_reaches():
    heads = (Band(10, bond=Bond.TIGHT),)
    rows = [Band(40, heads=heads) for _ in range(4)]

    pages = dealt([*heads, *rows], 100)

    assert heights_of(pages) == [[10, 40, 40], [10, 40, 40]]
    assert [[placed.repeated for placed in page] for page in pages] == [[False] * 3, [True, False, False]]


def test_the_distance_above_a_band_is_left_out_at_the_top_of_a_page():
    pages = dealt([Band(90, above=15), Band(20, above=15)], 100)

    assert [page[0].top for page in pages] == [0, 0]


def test_a_row_that_goes_on_keeps_its_distance_to_the_heads_above_it():
    heads = (Band(10, bond=Bond.TIGHT),)
    row = [Band(50, heads=heads, bond=Bond.BLOCK), Band(50, heads=heads, resumed=4)]

    assert [placed.top for placed in dealt([*heads, *row], 100)[1]] == [0, 14]


def test_a_page_break_at_the_top_of_a_page_leaves_no_empty_one():
    turn = Band(0, turns_page=True)

    assert heights_of(dealt([turn, Band(10), turn, turn, Band(20)], 100)) == [[10], [20]]
