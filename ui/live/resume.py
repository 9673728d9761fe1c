"""Going on after a meeting was cut off, and time that nobody saw: told, and never counted or dropped in silence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.model.event import Slept
from facilitator.model.outcome import Action, AnyOutcome
from ui.live import keys
from ui.live.capture import BY, KINDS, SLOT, WHO, Half
from ui.live.sight import SECOND, Sight
from ui.live_run import Draft, commands

if TYPE_CHECKING:
    from ui.live.page import LivePage
    from ui.live_run import LiveRun

EDIT = "edit."
MINUTE = 60_000


class Resume:
    """What is said when a run is taken up, and when the computer slept."""

    def __init__(self, page: LivePage) -> None:
        self._page = page
        self._told: Slept | None = None
        self._begun = False

    def begin(self, *, fresh: bool) -> None:
        """Puts half sentences back; after a cut, asks the one question."""
        page = self._page
        live = page.live
        if live is None:
            return
        self._begun = True
        self._put_back(live.drafts())
        if not fresh or not live.state.live or live.rehearsal:
            return
        gap = live.unruled_gap()
        self._told = gap
        words = self._cut_off(live, gap)
        page.cockpit.notice.say("resume", words, ((page.language.text("Go on"), "Enter", self._go_on),))
        page.cockpit.notice.focus_first()

    def _cut_off(self, live: LiveRun, gap: Slept | None) -> str:
        """What happened, what is safe, and the one question. A gap that can't be believed has paused the meeting."""
        page = self._page
        language, now, seen = page.language, live.now(), live.meeting.seen
        cut = page.sight().moment(seen.wall / SECOND if seen else now.timestamp() - (gap.gap / SECOND if gap else 0))
        if gap is None or not gap.pauses:
            return language.text(
                "The meeting was cut off at {time}. Everything up to {time} is saved. Go on where you stopped?",
                time=language.clock(cut),
            )
        if cut > now:
            return language.text(
                "The meeting was cut off, and the computer's clock has been set back since. Everything is saved, and "
                "the meeting is paused. Go on where you stopped?"
            )
        return language.text(
            "The meeting was cut off on {moment}. Everything up to then is saved, and the meeting is paused. "
            "Go on where you stopped?",
            moment=language.moment(cut),
        )

    def look(self, sight: Sight) -> None:
        """Tells of a gap that was noticed while the meeting went on."""
        live = self._page.live
        if live is None or not self._begun:
            return
        gap = live.unruled_gap()
        if gap is not None and gap != self._told:
            self._told = gap
            self._tell(gap)
        ruled = sight.state.gap is None or sight.state.gap.was == "pause"
        if ruled and gap is None:
            self._page.cockpit.notice.take_back("gap")

    def _go_on(self) -> None:
        page = self._page
        page.cockpit.notice.take_back("resume")
        page.setFocus()
        if page.live is not None and page.live.state.status == "paused":
            page.do(commands.Resume())
        elif self._told is not None:
            self._tell(self._told)
        self._open_edit()

    def _tell(self, gap: Slept) -> None:
        page = self._page
        language = page.language
        minutes = max(1, round(gap.gap / MINUTE))
        own = keys.printed(keys.act("gap").key, language)
        if gap.cause == "sleep":
            words = language.count(
                "The computer slept for {n} minute. The time was counted. If that was a break, press {key}.",
                "The computer slept for {n} minutes. The time was counted. If that was a break, press {key}.",
                minutes,
                key=own,
            )
        else:
            words = language.count(
                "The app was away for {n} minute. The time was counted. If that was a break, press {key}.",
                "The app was away for {n} minutes. The time was counted. If that was a break, press {key}.",
                minutes,
                key=own,
            )
        key = keys.twin_of("gap", language)
        was_break = (language.text("It was a break"), key, lambda: page.acts.perform("gap"))
        counts = (language.text("Count it"), "", lambda: page.cockpit.notice.take_back("gap"))
        page.cockpit.notice.say("gap", words, (was_break, counts))

    def _put_back(self, drafts: tuple[Draft, ...]) -> None:
        """The latest half sentence into the field; half an edit is opened where it was when the meeting goes on."""
        live = self._page.live
        if live is None:
            return
        added = self._page.outcomes()
        done = [draft for draft in drafts if draft.slot.startswith(SLOT) and _was_added(draft, added)]
        for draft in done:
            live.clear_draft(draft.slot)
        left = (draft for draft in drafts if draft.slot.startswith(SLOT) and draft not in done)
        written = {draft.slot.removeprefix(SLOT): draft for draft in left}
        latest = next((slot for slot in written if slot in {*KINDS, "case"}), "")
        who, by = (written[slot].text if slot in written else "" for slot in (WHO, BY))
        if latest:
            half = Half(latest, written[latest].text, written[latest].audience)
            self._page.capture.take_draft(replace(half, who=who, by=by) if latest == "action" else half)
        elif who or by:
            self._page.capture.take_draft(Half("action", "", self._page.capture.audience, who, by))

    def _open_edit(self) -> None:
        live = self._page.live
        drafts = live.drafts() if live is not None else ()
        known = {outcome.id for outcome in self._page.outcomes()}
        for draft in drafts:
            record = draft.slot.removeprefix(EDIT)
            if draft.slot.startswith(EDIT) and record in known:
                self._page.unfold(True)
                self._page.capture.written.open_edit(record, draft.text)
                return


def _was_added(draft: Draft, added: tuple[AnyOutcome, ...]) -> bool:
    """Whether the meeting was cut off between adding a text and letting go of its half sentence."""
    since = [each for each in added if each.made_at >= draft.saved]
    if draft.slot in {SLOT + WHO, SLOT + BY}:
        return any(isinstance(each, Action) for each in since)
    return any(each.text.startswith(draft.text.strip()) for each in since)
