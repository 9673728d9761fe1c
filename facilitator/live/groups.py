"""The groups of a part: dealt by chance when it begins, and the same however often they are asked for.

They hold as long as the parts go on in groups of that size. Four and four after two and two are two pairs together.
"""

from collections.abc import Callable, Sequence
from random import Random

from facilitator.live.state import RunState, is_here
from facilitator.model.event import AttendanceSet, GroupsDealt
from facilitator.model.groups import MOST, OF, Groups, arrived, dealt, gone, joined


def in_groups(speaks: Sequence[str], part: int) -> bool:
    """Whether that part of a step (`speaks` tells who speaks in each) is for pairs or small groups."""
    return part < len(speaks) and speaks[part] in OF


def groups_of(
    people: Sequence[str], state: RunState, speaks: Sequence[str], random: Callable[[str], Random] = Random
) -> Groups:
    """The groups of the current part as they are now; none where it has none. `people` are the ids of the roster.

    `random` makes the chance out of the names of run, step, part and person and of the latest deal, so that undoing
    that deal gives back the groups before it. Who arrives later goes to the smallest group.
    """
    if not state.run or not in_groups(speaks, state.step.part):
        return ()
    first = _first_like(speaks, state.step.part)
    opening, deal, marked = _since_dealt(state, first)
    size = OF[speaks[first]]
    pairs = _before(opening, first, speaks) if size == MOST and not deal else None
    if pairs is not None:
        groups = joined(groups_of(people, pairs, speaks, random))
    else:
        place = f"{state.run} {state.step.id} {first} {deal}"
        here = [person for person in people if is_here(opening, person)]
        groups = dealt(sorted(here, key=lambda person: random(f"{place} {person}").random()), size)
    for member, after in marked:
        known = any(member in group for group in groups)
        if is_here(after, member) and not known:
            groups = arrived(groups, member)
        elif known and not is_here(after, member):
            groups = gone(groups, member)
    return groups


def _first_like(speaks: Sequence[str], part: int) -> int:
    """The part in which those groups were dealt that go on until this one."""
    first = part
    while first and speaks[first - 1] == speaks[part]:
        first -= 1
    return first


def _since_dealt(state: RunState, first: int) -> tuple[RunState, int, list[tuple[str, RunState]]]:
    """The state in which the groups were dealt, by which deal (0 is the one at the beginning of the part), and whoever
    was marked since, with the state after it. Read from the states that undo keeps, as rounds are.
    """
    parts = range(first, state.step.part + 1)
    opening, deal = state, 0
    marked: list[tuple[str, RunState]] = []
    since = 0
    then: RunState | None = state
    while then is not None and then.run:
        past = then.past
        if then.step.id == state.step.id and then.step.part in parts:
            opening, since = then, len(marked)
            if past is not None and isinstance(past.what, GroupsDealt):
                deal = past.seq
                break
        if past is not None and isinstance(past.what, AttendanceSet):
            marked.append((past.what.member, then))
        then = past.before if past is not None else None
    return opening, deal, marked[:since][::-1]


def _before(opening: RunState, first: int, speaks: Sequence[str]) -> RunState | None:
    """The last state of the part before, where that was for pairs and led straight into this one."""
    past = opening.past
    if past is None or not first or OF.get(speaks[first - 1]) != MOST // 2:
        return None
    stood = past.before.step
    return past.before if (stood.id, stood.part) == (opening.step.id, first - 1) else None
