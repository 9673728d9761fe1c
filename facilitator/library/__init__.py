"""The method library: methods and templates read out of `resources/`, and steps put into the reader's words."""

from facilitator.library.library import Library
from facilitator.library.names import kind_name, purpose_name, speaks_name
from facilitator.library.search import found
from facilitator.library.words import WordedPart, WordedStep, words_in

__all__ = ["Library", "WordedPart", "WordedStep", "found", "kind_name", "purpose_name", "speaks_name", "words_in"]
