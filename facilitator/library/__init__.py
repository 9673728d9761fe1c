"""The method library: methods and templates read out of `resources/`, and steps put into the reader's words."""

from facilitator.library.library import Library
from facilitator.library.words import WordedPart, WordedStep

__all__ = ["Library", "WordedPart", "WordedStep"]
