"""Small groups out of those who are there: two and two, three and three, or at most four; nobody sits alone."""

from collections.abc import Mapping, Sequence

from facilitator.model.method import Speaks

Groups = tuple[tuple[str, ...], ...]

MOST = 4
OF: Mapping[str, int] = {Speaks.pairs: 2, Speaks.trios: 3, Speaks.groups: MOST}


def dealt(people: Sequence[str], size: int) -> Groups:
    """The people, in the order of the deal, as groups of about that size; the larger ones last.

    Pairs are two, and one is three where somebody is over. Threes become two or four where it does not go up; fours are
    never more, and as even as can be.
    """
    if not people:
        return ()
    count = max(1, {2: len(people) // 2, 3: (len(people) + 1) // 3}.get(size, -(-len(people) // size)))
    least, larger = divmod(len(people), count)
    groups, first = [], 0
    for number in range(count):
        length = least + (number >= count - larger)
        groups.append(tuple(people[first : first + length]))
        first += length
    return tuple(groups)


def joined(pairs: Groups) -> Groups:
    """Two pairs together, as they come; what would be more than four stays as it is."""
    groups: list[tuple[str, ...]] = []
    for pair in pairs:
        other = next((each for each in groups if len(each) == len(pair) == MOST // 2), None)
        if other is None:
            groups.append(pair)
        else:
            groups[groups.index(other)] = other + pair
    return tuple(groups)


def arrived(groups: Groups, person: str) -> Groups:
    """The same groups with somebody more, in the smallest; nobody is moved."""
    if not groups:
        return ((person,),)
    smallest = min(groups, key=len)
    return tuple((*group, person) if group is smallest else group for group in groups)


def gone(groups: Groups, person: str) -> Groups:
    """The same groups without somebody; who is left alone goes to the smallest of the others."""
    left = [tuple(each for each in group if each != person) for group in groups]
    others = tuple(group for group in left if len(group) > 1)
    alone = [group[0] for group in left if len(group) == 1]
    for each in alone:
        others = arrived(others, each)
    return others
