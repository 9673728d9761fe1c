"""The tables, as the statements of each migration. Never edited after they have landed: a change is a new one.

Columns are named as the values' fields. `stamps` tells who wrote each field last (safety.md): what merging stands on.
Places of steps compare as plain strings. `bin`, `drafts`, `settings` and `revisions` stay on this computer.
"""

_CONTENT = """
    id TEXT PRIMARY KEY,
    session TEXT NOT NULL REFERENCES sessions(id),
    text TEXT NOT NULL,
    step TEXT NOT NULL,
    run TEXT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('minutes', 'network', 'private')),
    made_at INTEGER NOT NULL,
"""
_KEPT = """
    revision INTEGER NOT NULL,
    stamps TEXT NOT NULL
"""

FIRST = (
    "CREATE TABLE store_info (store TEXT NOT NULL, counter INTEGER NOT NULL) STRICT",
    """CREATE TABLE networks (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        field TEXT NOT NULL,
        municipality TEXT NOT NULL,
        home INTEGER NOT NULL CHECK (home IN (0, 1)),
        phase TEXT NOT NULL,
        zone TEXT NOT NULL,
        language TEXT NOT NULL,
        body TEXT NOT NULL,
        consultant TEXT NOT NULL,
        stamps TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE members (
        id TEXT PRIMARY KEY,
        network TEXT NOT NULL REFERENCES networks(id),
        name TEXT NOT NULL,
        email TEXT NOT NULL,
        phone TEXT NOT NULL,
        workplace TEXT NOT NULL,
        title TEXT NOT NULL,
        role TEXT NOT NULL,
        joined TEXT,
        "left" TEXT,
        stamps TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE sessions (
        id TEXT PRIMARY KEY,
        network TEXT NOT NULL REFERENCES networks(id),
        number INTEGER NOT NULL,
        starts_at TEXT NOT NULL,
        zone TEXT NOT NULL,
        minutes INTEGER NOT NULL,
        template TEXT NOT NULL,
        place TEXT NOT NULL,
        host TEXT NOT NULL,
        theme TEXT NOT NULL,
        leader TEXT NOT NULL,
        minute_taker TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'held', 'cancelled')),
        earlier TEXT NOT NULL,
        approved_on TEXT,
        stamps TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE guests (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions(id),
        name TEXT NOT NULL,
        workplace TEXT NOT NULL,
        stamps TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE steps (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions(id),
        place TEXT NOT NULL,
        run TEXT NOT NULL,
        kind TEXT NOT NULL,
        method TEXT NOT NULL,
        version INTEGER NOT NULL,
        title TEXT NOT NULL,
        working_title TEXT NOT NULL,
        words TEXT NOT NULL,
        minutes INTEGER NOT NULL,
        least INTEGER NOT NULL,
        protected INTEGER NOT NULL CHECK (protected IN (0, 1)),
        optional INTEGER NOT NULL CHECK (optional IN (0, 1)),
        audience TEXT NOT NULL,
        lead TEXT NOT NULL,
        led TEXT,
        parts TEXT NOT NULL,
        stamps TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE attendance (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions(id),
        member TEXT NOT NULL,
        status TEXT NOT NULL,
        role TEXT NOT NULL,
        stamps TEXT NOT NULL,
        UNIQUE (session, member)
    ) STRICT""",
    f"CREATE TABLE notes ({_CONTENT} {_KEPT}) STRICT",
    f"CREATE TABLE decisions ({_CONTENT} {_KEPT}) STRICT",
    f"CREATE TABLE parked ({_CONTENT} {_KEPT}) STRICT",
    f"""CREATE TABLE actions ({_CONTENT}
        owners TEXT NOT NULL,
        due TEXT,
        state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
        network TEXT NOT NULL REFERENCES networks(id), {_KEPT}) STRICT""",
    f"""CREATE TABLE cases ({_CONTENT}
        owner TEXT NOT NULL,
        may_travel INTEGER NOT NULL CHECK (may_travel IN (0, 1)), {_KEPT}) STRICT""",
    """CREATE TABLE runs (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions(id),
        number INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'finished', 'discarded')),
        started_wall INTEGER NOT NULL,
        seen_at INTEGER NOT NULL,
        seen_wall INTEGER NOT NULL,
        speed REAL NOT NULL
    ) STRICT""",
    """CREATE TABLE events (
        run TEXT NOT NULL REFERENCES runs(id),
        seq INTEGER NOT NULL CHECK (seq > 0),
        at INTEGER NOT NULL,
        wall INTEGER NOT NULL,
        kind TEXT NOT NULL,
        payload TEXT NOT NULL,
        PRIMARY KEY (run, seq)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE drafts (
        session TEXT NOT NULL REFERENCES sessions(id),
        slot TEXT NOT NULL,
        text TEXT NOT NULL,
        audience TEXT NOT NULL,
        saved INTEGER NOT NULL,
        PRIMARY KEY (session, slot)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE revisions (
        table_name TEXT NOT NULL,
        row_id TEXT NOT NULL,
        number INTEGER NOT NULL,
        at INTEGER NOT NULL,
        "values" TEXT NOT NULL,
        PRIMARY KEY (table_name, row_id, number)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE bin (
        id INTEGER PRIMARY KEY,
        table_name TEXT NOT NULL,
        row_id TEXT NOT NULL,
        "values" TEXT NOT NULL,
        deleted_at INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE tombstones (
        table_name TEXT NOT NULL,
        row_id TEXT NOT NULL,
        stamp TEXT NOT NULL,
        PRIMARY KEY (table_name, row_id)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE documents (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions(id),
        kind TEXT NOT NULL,
        language TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        bytes BLOB NOT NULL
    ) STRICT""",
    'CREATE TABLE settings ("key" TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
    "CREATE INDEX members_of_a_network ON members(network)",
    "CREATE INDEX sessions_of_a_network ON sessions(network, state, starts_at)",
    "CREATE INDEX steps_of_a_session ON steps(session, place)",
    "CREATE INDEX guests_of_a_session ON guests(session)",
    "CREATE INDEX notes_of_a_session ON notes(session)",
    "CREATE INDEX decisions_of_a_session ON decisions(session)",
    "CREATE INDEX parked_of_a_session ON parked(session)",
    "CREATE INDEX cases_of_a_session ON cases(session)",
    "CREATE INDEX actions_of_a_session ON actions(session)",
    "CREATE INDEX open_actions_of_a_network ON actions(network, due) WHERE state = 'open'",
    "CREATE INDEX runs_of_a_session ON runs(session, number)",
    "CREATE INDEX live_runs ON runs(state) WHERE state IN ('running', 'paused')",
    "CREATE INDEX bin_of_a_row ON bin(table_name, row_id)",
    "CREATE INDEX documents_of_a_session ON documents(session)",
)

# Said again by `erase`, which lifts them inside its own transaction.
EVENT_TRIGGERS = {
    "events_are_never_changed": """CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END""",
    "events_are_never_deleted": """CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
        BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END""",
}

# The one nameless figure that stays when talk time goes (practice.md 5.7).
SECOND = (*EVENT_TRIGGERS.values(), "ALTER TABLE runs ADD COLUMN two_spoke_most REAL")

# What was deleted together comes back together; what was deleted before this stood alone.
THIRD = (
    "ALTER TABLE bin ADD COLUMN act TEXT NOT NULL DEFAULT ''",
    "UPDATE bin SET act = CAST(id AS TEXT)",
    "CREATE INDEX bin_of_an_act ON bin(act)",
)

# Nobody had arranged it: it is stamped as old as the name, so that whoever did arrange it is believed.
FOURTH = (
    "ALTER TABLE networks ADD COLUMN seating TEXT NOT NULL DEFAULT '[]'",
    "UPDATE networks SET stamps = json_set(stamps, '$.seating', json_extract(stamps, '$.name'))",
    """UPDATE bin SET "values" = json_set("values", '$.seating', '[]') WHERE table_name = 'networks'""",
)

# A picture stays for as long as its photo is kept or lies in the bin, and goes with it whoever lets it go.
_NEITHER = """NOT EXISTS (SELECT 1 FROM photos WHERE id = pictures.photo)
        AND NOT EXISTS (SELECT 1 FROM bin WHERE table_name = 'photos' AND row_id = pictures.photo)"""
PICTURE_TRIGGERS = {
    "pictures_go_with_their_photo": f"""CREATE TRIGGER pictures_go_with_their_photo AFTER DELETE ON photos
        BEGIN DELETE FROM pictures WHERE photo = old.id AND {_NEITHER}; END""",
    "pictures_go_with_the_bin": f"""CREATE TRIGGER pictures_go_with_the_bin AFTER DELETE ON bin
        WHEN old.table_name = 'photos'
        BEGIN DELETE FROM pictures WHERE photo = old.row_id AND {_NEITHER}; END""",
}
FIFTH = (
    f"""CREATE TABLE photos ({_CONTENT}
        width INTEGER NOT NULL,
        height INTEGER NOT NULL, {_KEPT}) STRICT""",
    "CREATE TABLE pictures (photo TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT",
    "CREATE INDEX photos_of_a_session ON photos(session)",
    *PICTURE_TRIGGERS.values(),
)
