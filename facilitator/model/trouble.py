"""What goes wrong in the user's world, as a name and facts; `Language.say` finds the words."""


class Trouble(Exception):
    """Something the user can do something about. Never used for our own bugs."""

    def __init__(self, name: str, /, **facts: object) -> None:
        super().__init__(name)
        self.name = name
        self.facts = facts

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions travel between threads and processes by pickling, which forgets keyword arguments.
        return _rebuild, (self.name, self.facts)


def _rebuild(name: str, facts: dict[str, object]) -> Trouble:
    return Trouble(name, **facts)
