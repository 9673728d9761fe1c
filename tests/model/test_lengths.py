"""What is usual is the middle of what was, told only when more than one meeting has shown it."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.lengths import Learned, Took, learned

times = st.lists(
    st.builds(
        Took,
        method=st.sampled_from(["check-in", "pulse", ""]),
        meeting=st.sampled_from(["1", "2", "3"]),
        seconds=st.floats(0, 4 * 3600),
    ),
    max_size=12,
)


def took(*minutes: float, method: str = "check-in") -> list[Took]:
    return [Took(method, str(number), each * 60) for number, each in enumerate(minutes)]


def test_it_is_the_median_in_whole_minutes():
    assert learned(took(14, 16, 41)) == {"check-in": Learned(16, 3)}
    assert learned(took(15, 16)) == {"check-in": Learned(16, 2)}  # between two, the longer minute


def test_one_meeting_alone_teaches_nothing():
    assert learned(took(14)) == {}
    assert learned([Took("check-in", "1", 600), Took("check-in", "1", 900)]) == {}


def test_a_step_that_was_passed_by_and_one_without_a_method_are_no_lengths():
    assert learned([*took(14, 16), Took("check-in", "7", 20)]) == {"check-in": Learned(15, 2)}
    assert learned(took(5, 6, method="")) == {}


@given(times)
def test_it_lies_between_the_shortest_and_the_longest(all_of_it):
    for method, found in learned(all_of_it).items():
        minutes = [each.seconds / 60 for each in all_of_it if each.method == method and each.seconds >= 60]
        assert min(minutes) - 0.5 <= found.minutes <= max(minutes) + 0.5
        assert found.minutes >= 1


@given(times, st.randoms(use_true_random=False))
def test_the_order_of_the_meetings_does_not_matter(all_of_it, random):
    shuffled = list(all_of_it)
    random.shuffle(shuffled)
    assert learned(shuffled) == learned(all_of_it)


@given(times, st.sampled_from(["check-in", "pulse"]))
def test_one_method_says_nothing_of_another(all_of_it, method):
    of_it = [each for each in all_of_it if each.method == method]
    assert learned(of_it).get(method) == learned(all_of_it).get(method)
