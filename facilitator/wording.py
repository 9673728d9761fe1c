"""The words for every trouble: what happened, what is safe, what to do. `Language.say` fills in the facts.

Each room names its troubles; the sentences stand together here, so that they are read and proofread together. Tone is
practice.md's: short sentences, no excuses, no exclamation marks.
"""

from collections.abc import Mapping

import msgspec


def later(message: str) -> str:
    """Marks a message that is looked up somewhere else, so that extraction finds it."""
    return message


class Counted(msgspec.Struct, frozen=True):
    """A message whose plural follows the fact `by`."""

    one: str
    many: str
    by: str


class WithFact(msgspec.Struct, frozen=True):
    """Two messages: one for when the fact is known, one for when it is not."""

    fact: str
    known: "str | Counted"
    unknown: "str | Counted"


Message = str | Counted | WithFact


def counted(one: str, many: str, by: str) -> Counted:
    """Marks a message and its plural, which follows the fact `by`."""
    return Counted(one, many, by)


UNKNOWN = later("That could not be done. Nothing has changed. Try again, or do it another way.")

# How a field is named where its value is refused.
FIELDS: Mapping[str, str] = {
    "name": later("The name"),
    "email": later("The e-mail address"),
    "phone": later("The phone number"),
    "workplace": later("The workplace"),
    "title": later("The title"),
    "field": later("The field of work"),
    "municipality": later("The municipality"),
    "place": later("The place"),
    "instruction": later("The instruction"),
    "working_title": later("The working title"),
    "text": later("The text"),
}

_BUG: Mapping[str, Message] = {
    "no_display": later(
        "There is no display here. Nothing was opened. The command facilitator --help tells what works without."
    ),
    "our_bug": WithFact(
        "saved_at",
        later(
            "Something went wrong in the app. Everything up to {saved_at} is saved. Go on; the report is under Help."
        ),
        later("Something went wrong in the app. What was saved is safe. Try again; the log tells more."),
    ),
}

_LIVE: Mapping[str, Message] = {
    "step_cannot_give": WithFact(
        "title",
        later("{title} can give at most {spare} min. Nothing has changed. Choose another step, or take less."),
        later("The step can give at most {spare} min. Nothing has changed. Choose another step, or take less."),
    ),
    "nothing_to_recover": later("You are not behind, so there is nothing to make up. The plan is unchanged."),
    "cannot_recover": later(
        "{minutes} min. are needed, and {can} can be found. Nothing has changed. Finish later, or choose another way."
    ),
    "no_such_step": later("There is no such step on the agenda. Nothing has changed."),
    "step_is_past": WithFact(
        "title",
        later("{title} is over. Nothing has changed. Choose a step that is still to come."),
        later("The step is over. Nothing has changed. Choose a step that is still to come."),
    ),
    "step_is_protected": WithFact(
        "title",
        later("{title} is protected and keeps its minutes. Nothing has changed. Choose another step."),
        later("The step is protected and keeps its minutes. Nothing has changed. Choose another step."),
    ),
    "last_step": later("This is the last step. Finish the meeting, or go back."),
    "first_step": later("This is the first step. There is nothing to go back to."),
    "last_part": later("This is the last part of the step. Go on to the next step."),
    "not_started": later("The meeting has not started. Start it first."),
    "already_started": later("The meeting is already running. Nothing has changed."),
    "already_finished": later("The meeting is over. All of it is saved. Undo, if you want to go on."),
    "run_discarded": later("This run was thrown away and can't go on. Start the meeting again."),
    "already_paused": later("The meeting is already paused. Resume when you are ready."),
    "not_paused": later("The meeting is not paused. Nothing has changed."),
    "only_in_first_step": later("That you began earlier can be said in the first step only. Nothing has changed."),
    "time_below_used": later("The step has used {minutes} min. already and can't be shorter. Nothing has changed."),
    "time_out_of_range": later("Choose a time between 1 second and 4 hours. Nothing has changed."),
    "no_turn": later("Nobody has the turn. Give it to somebody first."),
    "no_turn_to_give": later("{name} has no turn to give away in this round. The round goes on as before."),
    "nobody_waits": later("Nobody else is waiting in this round. Go on to what comes next."),
    "no_round": later("There is no round in this part. Nothing has changed."),
    "no_groups": later("Nobody is to sit in pairs or groups in this part. Nothing has changed."),
    "member_not_present": WithFact(
        "name",
        later("{name} is not marked as present. Nothing has changed. Correct the attendance first."),
        later("That member is not marked as present. Nothing has changed. Correct the attendance first."),
    ),
    "no_gap": later("There is no gap in the time. Nothing has changed."),
    "gap_already_ruled": later("You have said already what the gap was. Undo, to choose again."),
    "agenda_empty": later("The agenda is empty. Pick a template, or add a step."),
    "another_run": later("Meeting {number} of {network} is running. It is untouched. Finish it first."),
    "run_elsewhere": later(
        "Meeting {number} of {network} is running in another window. You can read here, not write. Go to that window."
    ),
    "nothing_to_undo": later("There is nothing to undo."),
    "minutes_approved": later("The minutes are approved. They are untouched. Correct them in the review instead."),
    "changed_since": later("The text was corrected outside the meeting. The correction is kept. Edit it by hand."),
    "changed_meanwhile": later("It has been changed again since. Nothing is taken back. Correct it by hand."),
    "parent_deleted": later("What it belonged to is deleted too. Nothing has changed. Have that back first."),
    "agenda_begun": later("The meeting has begun. Its agenda is untouched. Add the step in the meeting itself."),
    "meeting_has_begun": later("The meeting was begun, so it can't be deleted. It is untouched. Cancel it instead."),
    "network_has_met": later("The network has met, so it can't be deleted. It is untouched. Close it instead."),
    "unknown_command": later("There is no such command. Nothing has changed."),
    "malformed_command": WithFact(
        "why",
        later("The command can't be read: {why}. Nothing has changed."),
        later("The command can't be read. Nothing has changed."),
    ),
    "bad_status": later(
        "{status} is no attendance. Nothing has changed. Use present, late, left_early, excused or absent."
    ),
}

_AGENDA: Mapping[str, Message] = {
    "agenda_too_long": counted(
        "The agenda is {minutes} minute too long. Protected steps are untouched. Choose what goes.",
        "The agenda is {minutes} minutes too long. Protected steps are untouched. Choose what goes.",
        "minutes",
    ),
}

_CONTENT: Mapping[str, Message] = {
    "text_empty": later("There is no text yet. Write something first."),
    "text_too_long": later("The text is longer than {limit} characters. It was not added. Split it in two."),
    "text_unreadable": later("The text has characters that can't be read. It was not added. Type it again."),
    "case_not_in_minutes": later(
        "A case never goes into the minutes. Nothing was added. Choose network only or this computer only."
    ),
    "photo_unreadable": later("The picture can't be read. Nothing is added. Save it as JPEG or PNG, and add that."),
    "photo_too_large": later(
        "The picture is larger than {limit} million pixels or 40 MB. Nothing is added. Make it smaller, and add that."
    ),
    "photo_not_plain": later("The picture has more in it than may be kept. Nothing is added. Add it in the window."),
    "civil_number": later(
        "The text looks like a civil registration number. It is only on this computer. Remove it before sharing."
    ),
    "no_such_record": later("The text is no longer there. Nothing has changed."),
    "no_such_member": later("There is no such member in the network. Nothing has changed."),
    "no_such_network": WithFact(
        "name",
        later("There is no network called {name}. Nothing has changed. Look in the list of networks."),
        later("There is no such network. Nothing has changed. Look in the list of networks."),
    ),
    "no_such_session": later("There is no such meeting. Nothing has changed. Look in the network's meetings."),
    "not_planned": later("The meeting is no longer only planned. Nothing has changed. Look at its minutes instead."),
    "not_held": later("The meeting is not over yet. Nothing has changed. Finish it first."),
    "no_such_template": WithFact(
        "name",
        later("There is no template called {name}. Nothing has changed. Look in the list of templates."),
        later("There is no such template. Nothing has changed. Look in the list of templates."),
    ),
    "no_such_method": WithFact(
        "name",
        later("There is no method called {name}. Nothing has changed. Look in the library."),
        later("There is no such method. Nothing has changed. Look in the library."),
    ),
    "ambiguous": later("{name} fits more than one. Nothing has changed. Write more of it."),
    "nobody_called": later("Nobody here is called {name}. Your text is untouched. Write the name another way."),
    "name_empty": later("The name is missing. Nothing has changed. Write a name."),
    "name_taken": later("There is a network called {name} already. Nothing has changed. Choose another name."),
    "invalid_email": later("The e-mail address has no @. Correct it, or leave it empty."),
    "left_before_joined": later(
        "The day of leaving is before the first day. Nothing has changed. Correct one of them."
    ),
    "value_too_long": later("{field} is longer than {limit} characters. Nothing has changed. Make it shorter."),
    "bad_date": later(
        "{text} can't be read as a date. Nothing has changed. Write 2026-12-08, or with a time 2026-12-08T09:00."
    ),
    "bad_due": later(
        "{text} can't be read as a date. The text you wrote is untouched. Write for example fri, 26.1 or week 5."
    ),
    "no_next_meeting": later("No next meeting is planned. Nothing has changed. Write a date instead."),
    "bad_zone": later("{text} is no time zone. Nothing has changed. Write one such as Europe/Copenhagen."),
}

_STORE: Mapping[str, Message] = {
    "store_newer": later("Your data is from a newer version. Nothing is wrong with it. Update the app, and try again."),
    "store_damaged": later("The file with your data is damaged. It was left as it is. Restore the latest backup."),
    "store_foreign": later("The file belongs to another program. It is untouched. Choose another file."),
    "store_is_folder": later(
        "There is a folder where the file with your data should be. It is untouched. Choose another file."
    ),
    "store_no_folder": later("The folder {folder} can't be made. Nothing was written. Choose another folder."),
    "home_unknown": later(
        "There is no home folder here for your data. Nothing was written. Name the file for it with --store."
    ),
    "store_shared": WithFact(
        "service",
        later(
            "Your data lies in a folder that {service} copies. What is saved is safe. Use it on one computer at a time."
        ),
        later("Your data lies on a network drive. What is saved is safe. Use it on one computer at a time."),
    ),
    "store_key_damaged": later("The key file is damaged. Your data is untouched. Restore the key file from a backup."),
    "store_key_other": later(
        "The key file and your data don't fit together. Both are untouched. "
        "Put the right key file back, or restore a backup."
    ),
    "disk_failed": later(
        "The disk can't be read or written. What was saved is left as it was. Take a backup elsewhere."
    ),
    "store_gone": later(
        "The file with your data is gone from its folder. What you see can be copied. Put the file back, and try again."
    ),
    "store_locked": later(
        "Your data is in use by another program. Nothing has changed. Close it there, and try again."
    ),
    "store_keyed": later("Your data is locked with a passphrase. It is untouched. Type the passphrase."),
    "store_key_missing": later(
        "The key file is missing. Your data is untouched. Put the key file back, or restore a backup."
    ),
    "passphrase_wrong": later(
        "The passphrase doesn't match. Your data is untouched. Try again; look for capitals and æ, ø, å."
    ),
    "passphrase_needed": later("A passphrase is needed. Nothing has changed. Type it, or set FACILITATOR_PASSPHRASE."),
    "store_read_only": later("The folder or file can only be read. Nothing was written. Choose another folder."),
    "disk_full": WithFact(
        "saved_at",
        later("The disk is full. What you wrote is saved up to {saved_at}. Make room and press Try again."),
        later("The disk is full. What was saved before is safe. Make room, and try again."),
    ),
    "backup_not_whole": later("The backup is not whole. Your data is untouched. Choose another backup."),
    "restore_while_live": later("A meeting is running. Nothing was restored. Finish the meeting first."),
}

_FILES: Mapping[str, Message] = {
    "file_exists": later("The file exists already. Nothing has changed. Choose Replace or another name."),
    "file_not_writable": later(
        "{name} can't be written. What was there is untouched. Close it in other programs, or choose another folder."
    ),
    "file_unreadable": later("{name} can't be read. Nothing has changed. Look whether the file is there."),
    "unknown_form": WithFact(
        "ending",
        later("No document can be written as {ending}. Nothing was written. End the name with .pdf."),
        later("The file name has no ending. Nothing was written. End the name with .pdf."),
    ),
}

_PACKS: Mapping[str, Message] = {
    "pack_newer": later(
        "The pack was made with a newer version. Nothing is wrong with it. Update the app and open it again."
    ),
}

_LISTS: Mapping[str, Message] = {
    "file_is_no_list": later(
        "{file} is no list of members. Nobody was added. Choose a workbook (.xlsx), CSV or vCard."
    ),
    "file_is_empty": later("{file} is empty. Nobody was added. Choose another file."),
    "file_too_large": later("{file} is larger than {limit} MB. Nobody was added. Choose a file with the members only."),
    "file_too_long": later(
        "{file} has more than {limit} lines. Nobody was added. Choose a file with the members only."
    ),
    "file_is_a_spreadsheet": later(
        "{file} is a spreadsheet of another kind. Nobody was added. Save it there as .xlsx or CSV, and try again."
    ),
    "file_is_locked": later(
        "{file} is locked with a password. Nobody was added. Save it without the password, and try again."
    ),
    "workbook_not_whole": later(
        "{file} is damaged. Nobody was added. Open it in a spreadsheet, save it again as .xlsx, and try again."
    ),
    "columns_not_recognised": later(
        "It can't be seen what stands where in {file}. Nobody was added. Put names above the columns, or choose them."
    ),
}

MESSAGES: Mapping[str, Message] = {**_BUG, **_LIVE, **_AGENDA, **_CONTENT, **_STORE, **_FILES, **_PACKS, **_LISTS}
