"""What works is killed at random instants: `make soak` does it hundreds of times, this a few."""

from random import Random

from benchmarks.soak.files import killed_backups, killed_exports
from benchmarks.soak.migrations import killed_migrations

KILLS = 3


def test_a_store_killed_while_it_is_brought_up_to_date_opens_whole_and_what_it_was_lies_beside_it(tmp_path):
    assert killed_migrations(tmp_path, KILLS, Random(8), notes=4000) == []


def test_a_backup_killed_half_way_leaves_the_old_one_or_the_new_one(tmp_path):
    assert killed_backups(tmp_path, KILLS, Random(12)) == []


def test_an_export_killed_half_way_leaves_the_old_paper_or_the_new_one(tmp_path):
    assert killed_exports(tmp_path, KILLS, Random(2026)) == []
