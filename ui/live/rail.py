"""The agenda as the rail shows it, and how the meeting stands against it."""

from __future__ import annotations

from msgspec.structs import replace

from facilitator.language import Language
from facilitator.model.agenda import Kind, Step
from facilitator.model.lengths import Learned
from ui.live.sight import MINUTE, SECOND, Sight
from ui.widgets.agenda_rail import RailRow, RailState

ON_TIME = MINUTE  # less than this is neither ahead nor behind


def rail_rows(sight: Sight) -> tuple[RailRow, ...]:
    """Each step with its forecast, its planned time where that differs, and the end."""
    planned, forecast = sight.planned_times(), sight.forecast_times()
    late = is_late(sight)
    rows, state = [], RailState.COMING if sight.view is None else RailState.DONE
    for step in sight.steps:
        if sight.view is not None and step.id == sight.view.step:
            state = RailState.CURRENT
        elif state is RailState.CURRENT:
            state = RailState.COMING
        begins = sight.language.clock(forecast[step.id])
        was = sight.language.clock(planned[step.id]) if step.id in planned else ""
        done = state is RailState.DONE
        rows.append(
            RailRow(
                id=step.id,
                forecast=begins,
                planned="" if done or was == begins else was,
                title=sight.words[step.id].title,
                detail="" if done else _detail(sight, step, current=state is RailState.CURRENT),
                locked=sight.language.text("protected") if step.protected and state is RailState.COMING else "",
                slip=_slip(sight, step) if done else "",
                late=late and state is RailState.COMING and was != begins,
                state=state,
            )
        )
        rows[-1] = replace(rows[-1], spoken=_spoken(rows[-1], sight.language))
    ends, was = sight.language.clock(forecast[""]), sight.language.clock(planned[""])
    end = RailRow(
        id="",
        forecast=ends,
        planned=was,
        title=sight.language.text("End"),
        state=RailState.END,
        late=late and ends != was,
    )
    return (*rows, replace(end, spoken=_spoken(end, sight.language)))


def _spoken(row: RailRow, language: Language) -> str:
    """The row as it is heard: where the step is, which the eye has from its check and its ground, is told too."""
    where = {RailState.DONE: language.choice("step", "done"), RailState.CURRENT: language.choice("step", "now")}
    moved = bool(row.planned) and row.planned != row.forecast
    planned = language.text("planned {time}", time=row.planned) if moved else ""
    told = (row.forecast, planned, row.title, row.detail, row.locked, row.slip, where.get(row.state, ""))
    return ", ".join(part for part in told if part)


def is_late(sight: Sight) -> bool:
    """Whether the meeting is behind by so much that it is worth a word."""
    return sight.view is not None and sight.view.behind >= ON_TIME


def standing(sight: Sight) -> tuple[str, str, bool]:
    """Icon, words and lateness of the pill: behind, ahead, or following the plan, and when the meeting ends."""
    language, view = sight.language, sight.view
    if view is None:
        ends = sight.clock(sight.planned_times()[""].timestamp())
        return "check-circle-outline", language.text("Ends at {time}", time=ends), False
    ends, minutes = sight.clock(view.finish), abs(view.behind) // MINUTE
    if view.behind >= ON_TIME:
        words = language.text("{n} min. behind · ends at {time}", n=minutes, time=ends)
        return "clock-alert-outline", words, True
    if sight.unplanned:
        return "check-circle-outline", language.text("Ends at {time}", time=sight.clock(view.agreed)), False
    if view.behind <= -ON_TIME:
        words = language.text("{n} min. ahead · ends at {time}", n=minutes, time=ends)
        return "check-circle-outline", words, False
    return "check-circle-outline", language.text("On plan · ends at {time}", time=ends), False


def headline(sight: Sight, usual: Learned | None = None) -> str:
    """Over the title of the step: its number, who leads it, and what such a step usually takes in this network."""
    language = sight.language
    number = language.text("Step {n} of {of}", n=sight.number, of=len(sight.steps))
    leader = sight.leader(sight.step)
    leads = language.text("{name} leads", name=leader) if leader else ""
    usually = language.text("with you {length}", length=language.minutes(usual.minutes)) if usual else ""
    return " · ".join(part for part in (number, leads, usually) if part)


def minutes_of(sight: Sight, step: Step) -> int:
    """How long a step is in the run, in whole minutes."""
    run = sight.run_of(step.id)
    return step.minutes if run is None else round(run.planned / MINUTE)


def _detail(sight: Sight, step: Step, *, current: bool) -> str:
    language, minutes = sight.language, minutes_of(sight, step)
    length = language.minutes(minutes)
    leader = sight.leader(step)
    if current:
        told = language.text("{name} leads", name=leader) if leader else ""
        form = language.text("round") if sight.round else ""
        return " · ".join(part for part in (form, told, length) if part)
    run = sight.run_of(step.id)
    was = round(run.original / MINUTE) if run is not None else minutes
    if was != minutes:
        more = language.text("was {n}", n=was)
    elif step.protected:
        more = ""
    elif step.optional:
        more = language.text("may go")
    elif step.kind is Kind.case and leader:
        more = leader
    elif step.id == sight.giver and 0 < step.least < minutes:
        more = language.text("at least {n}", n=step.least)
    else:
        more = ""
    return f"{length} · {more}" if more else length


def _slip(sight: Sight, step: Step) -> str:
    run = sight.run_of(step.id)
    if run is None:
        return ""
    over = round((run.used / SECOND - run.original) / MINUTE)
    return f"+{sight.language.minutes(over)}" if over >= 1 else ""
