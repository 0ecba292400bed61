-- A person is a keyed hash whose secret isn't here.
CREATE TABLE votes (
    person TEXT NOT NULL,
    answer TEXT NOT NULL,
    passage TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('helpful', 'not-helpful')),
    cast_at INTEGER NOT NULL,
    PRIMARY KEY (person, answer)
) STRICT, WITHOUT ROWID;

-- Questions left open, grouped by the hash of their normalised text; never who asked.
CREATE TABLE unanswered (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    group_key TEXT NOT NULL UNIQUE,
    question TEXT NOT NULL,
    language TEXT NOT NULL,
    band TEXT NOT NULL,
    nearest TEXT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'attached', 'new-interview', 'not-ours', 'ignored')),
    count INTEGER NOT NULL,
    first_asked_at INTEGER NOT NULL,
    last_asked_at INTEGER NOT NULL
) STRICT;

CREATE TABLE question_counts (
    day TEXT NOT NULL,
    language TEXT NOT NULL,
    band TEXT NOT NULL,
    passage TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (day, language, band, passage)
) STRICT, WITHOUT ROWID;

CREATE TABLE moderators (
    platform TEXT NOT NULL,
    user_id TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (platform, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    done_at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_keeps_records BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is only ever added to');
END;

CREATE TRIGGER audit_loses_none BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit is only ever added to');
END;

-- The chat's id goes when the hand-off is closed.
CREATE TABLE hand_offs (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    cause_platform TEXT NOT NULL,
    cause_bot TEXT NOT NULL,
    cause_key TEXT NOT NULL,
    person TEXT NOT NULL,
    chat_platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    message_id TEXT NOT NULL,
    question TEXT NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'closed')),
    answered_by TEXT NOT NULL DEFAULT '',
    opened_at INTEGER NOT NULL,
    UNIQUE (cause_platform, cause_bot, cause_key)
) STRICT;

CREATE INDEX hand_offs_person ON hand_offs (person);
