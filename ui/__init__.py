"""The window: shows what facilitator does, and holds no rules of its own."""

from ui.none import keep_none

# The one thing that importing does here: without it the first thousand calls into Qt could end the program.
keep_none()
