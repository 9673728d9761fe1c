import pytest

from facilitator.documents.charts import Drawing
from facilitator.documents.document import Column, Figure, Table, paragraph, quiet, strong


def test_a_paragraph_is_written_as_words_and_spans():
    words = paragraph(strong("Beslutning:"), " Vi mødes igen ", quiet("kl. 9.06"))

    assert words.plain == "Beslutning: Vi mødes igen kl. 9.06"
    assert [span.strong for span in words.spans] == [True, False, False]


def test_a_table_refuses_cells_that_no_column_would_show():
    with pytest.raises(ValueError, match="more cells"):
        Table((Column("Hvem"),), ((paragraph("Ib"), paragraph("skjult")),))


def test_a_figure_refuses_to_be_without_words():
    with pytest.raises(ValueError, match="words"):
        Figure(Drawing(10, 10, ()), alt=" ")


def test_a_drawing_refuses_to_be_without_size():
    with pytest.raises(ValueError, match="size"):
        Drawing(0, 10, ())
