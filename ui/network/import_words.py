"""What a file of members would do and did, in words."""

from collections.abc import Callable, Iterable, Mapping

from facilitator.intake import Plan, Reading, Skipped
from facilitator.language import Language, later

DELIMITER_NAMES: Mapping[str, str] = {";": later("semicolon"), ",": later("comma"), "\t": later("tab")}
FORMATS: Mapping[str, str] = {"vcard": "vCard", "workbook": "Excel"}
MOST_LINES = 8  # numbers that are told one by one
MOST_REASONS = 5  # reasons that are told; behind the others only how many lines there are

Reason = Callable[[Skipped], str]


def how_understood(name: str, reading: Reading, language: Language) -> str:
    """What the file is: ledere-vesteraa.csv · 11 linjer · semikolon · Windows-1252."""
    lines = language.count("{n} line", "{n} lines", reading.lines)
    delimiter = DELIMITER_NAMES.get(reading.delimiter)
    form = language.text(delimiter) if delimiter else FORMATS.get(reading.format, "")
    return " · ".join(part for part in (name, reading.sheet, lines, form, reading.encoding) if part)


def counts(plan: Plan, language: Language) -> str:
    """6 nye, 1 rettes, 1 findes i forvejen, 2 springes over."""
    parts = (
        (plan.added, language.count("{n} new", "{n} new", len(plan.added))),
        (plan.updated, language.count("{n} corrected", "{n} corrected", len(plan.updated))),
        (plan.unchanged, language.count("{n} there already", "{n} there already", len(plan.unchanged))),
        (plan.skipped, language.count("{n} skipped", "{n} skipped", len(plan.skipped))),
    )
    said = [words for lines, words in parts if lines]
    return ", ".join(said) + "." if said else language.text("There is nobody in the file.")


def why_skipped(skipped: Iterable[Skipped], language: Language, reason: Reason) -> str:
    """Linje 4 springes over: e-mailen mangler @. Linje 10 springes over: den har intet navn."""
    told, others = _by_reason(skipped, reason)
    said = [
        language.count(
            "Line {lines} is skipped: {reason}.",
            "Lines {lines} are skipped: {reason}.",
            len(lines),
            lines=_numbers(lines, language),
            reason=why,
        )
        for why, lines in told.items()
    ]
    if others:
        said.append(language.count("{n} other line is skipped.", "{n} other lines are skipped.", others))
    return " ".join(said)


def result(plan: Plan, language: Language, reason: Reason) -> str:
    """8 medlemmer er hentet. Linje 4 og 9 er sprunget over: e-mail mangler @. Ret filen, og hent igen."""
    came = len(plan.added) + len(plan.updated)
    told, others = _by_reason(plan.skipped, reason)
    said = [language.count("{n} member came in.", "{n} members came in.", came)]
    said += [
        language.count(
            "Line {lines} was skipped: {reason}.",
            "Lines {lines} were skipped: {reason}.",
            len(lines),
            lines=_numbers(lines, language),
            reason=why,
        )
        for why, lines in told.items()
    ]
    if others:
        said.append(language.count("{n} other line was skipped.", "{n} other lines were skipped.", others))
    if plan.skipped:
        said.append(language.text("Correct the file and import again."))
    return " ".join(said)


def _by_reason(skipped: Iterable[Skipped], reason: Reason) -> tuple[dict[str, list[int]], int]:
    """The lines of the first reasons there are, in words, and how many more lines there are."""
    found: dict[tuple[object, ...], list[Skipped]] = {}
    for each in skipped:
        found.setdefault((each.reason, *each.facts.values()), []).append(each)
    told, others = list(found.values())[:MOST_REASONS], list(found.values())[MOST_REASONS:]
    return {reason(each[0]): [one.line for one in each] for each in told}, sum(len(each) for each in others)


def _numbers(lines: list[int], language: Language) -> str:
    if len(lines) <= MOST_LINES:
        return language.join(str(line) for line in lines)
    rest = len(lines) - MOST_LINES
    shown = ", ".join(str(line) for line in lines[:MOST_LINES])
    return language.text("{names} and {last}", names=shown, last=language.count("{n} other", "{n} others", rest))
