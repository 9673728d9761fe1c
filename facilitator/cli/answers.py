"""What `run` answers, one JSON line a command: whole seconds, and moments in the session's zone."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from facilitator.live.runner import Answer
from facilitator.live.state import View

FIGURES = ("elapsed", "remaining", "run_elapsed", "planned", "behind")


def answer_json(answer: Answer, zone: ZoneInfo, title_of: Callable[[str], str]) -> dict[str, Any]:
    """The answer to a command that was carried out."""
    told: dict[str, Any] = {"ok": True, "seq": answer.seq}
    if answer.record is not None:
        told["id"] = answer.record
    told |= run_json(answer.view, zone, title_of)
    if answer.prices is not None:
        told["steps"] = [{"id": step, "was": was, "minutes": minutes} for step, was, minutes in answer.prices]
    return told


def run_json(view: View | None, zone: ZoneInfo, title_of: Callable[[str], str]) -> dict[str, Any]:
    """How a run stands. Before the start the step and the figures are null."""
    if view is None:
        return {"state": "none", "step": None} | dict.fromkeys((*FIGURES, "finish", "finish_at"))
    finish = datetime.fromtimestamp(view.finish, zone)
    return (
        {"state": view.status, "step": {"id": view.step, "title": title_of(view.step), "index": view.index}}
        | {name: getattr(view, name) for name in FIGURES}
        | {"finish": f"{finish:%H:%M}", "finish_at": finish.isoformat(timespec="seconds")}
    )
