-- Times are milliseconds since 1970 in UTC; flags are 0 and 1.

-- How many transactions were committed; noted outside too, so that a start can tell when some are missing.
CREATE TABLE commits (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    count INTEGER NOT NULL
) STRICT;

INSERT INTO commits (id, count) VALUES (1, 0);

-- What came in. Its id outlives it for 48 hours, so that a repeat is recognised.
CREATE TABLE inbox (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    platform TEXT NOT NULL,
    bot TEXT NOT NULL,
    event_key TEXT NOT NULL,
    lane TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'dead')),
    reason TEXT NOT NULL DEFAULT '',
    owner INTEGER NOT NULL DEFAULT 0,
    UNIQUE (platform, bot, event_key)
) STRICT;

CREATE INDEX inbox_pending ON inbox (platform, bot, seq) WHERE state = 'pending';

-- What was sent for it. A row that is 'sending' when its send begins again is one whose end nobody knows.
CREATE TABLE outbox (
    platform TEXT NOT NULL,
    bot TEXT NOT NULL,
    event_key TEXT NOT NULL,
    part INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('sending', 'sent')),
    message_id TEXT NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL,
    begun_at INTEGER NOT NULL,
    PRIMARY KEY (platform, bot, event_key, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE chat_settings (
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    language TEXT,
    is_open INTEGER NOT NULL,
    keeps_questions INTEGER NOT NULL,
    interviews TEXT NOT NULL,
    is_active INTEGER NOT NULL,
    muted_until INTEGER,
    PRIMARY KEY (platform, chat)
) STRICT, WITHOUT ROWID;
