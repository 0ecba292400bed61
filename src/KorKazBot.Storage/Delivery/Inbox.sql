-- name: number
-- The next numbers, to be given by hand.
WITH RECURSIVE places (place) AS (SELECT 1 UNION ALL SELECT place + 1 FROM places WHERE place < @count)
SELECT place + coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'inbox'), 0) FROM places

-- name: number (Postgres)
SELECT nextval(pg_get_serial_sequence('inbox', 'seq')) FROM generate_series(1, @count)

-- name: add
INSERT INTO inbox (seq, platform, bot, event_key, lane, kind, payload, received_at, state, owner)
VALUES (@seq, @platform, @bot, @key, @lane, @kind, @payload, @received, 'pending', @owner)
ON CONFLICT DO NOTHING

-- name: unfinished
SELECT platform, bot, event_key, lane, kind, payload, received_at
FROM inbox
WHERE state = 'pending' AND platform = @platform AND bot = @bot
ORDER BY seq

-- name: unfinished (Postgres)
-- Takes over what no living process works on: the lock of a process that died is gone.
WITH mine AS (
    UPDATE inbox SET owner = @owner
    WHERE seq IN (
        SELECT seq
        FROM inbox AS event
        WHERE state = 'pending' AND platform = @platform AND bot = @bot
        AND (owner = @owner OR NOT EXISTS (
            SELECT 1
            FROM pg_locks
            WHERE locktype = 'advisory' AND granted AND classid::bigint = @class AND objid::bigint = event.owner AND objsubid = 2
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())))
        FOR UPDATE SKIP LOCKED)
    RETURNING seq, platform, bot, event_key, lane, kind, payload, received_at)
SELECT platform, bot, event_key, lane, kind, payload, received_at
FROM mine
ORDER BY seq

-- name: finish
-- The lane names a chat, and a private chat is a person: it goes with the payload.
UPDATE inbox SET state = 'done', payload = '', lane = ''
WHERE platform = @platform AND bot = @bot AND event_key = @key

-- name: bury
INSERT INTO inbox (platform, bot, event_key, lane, kind, payload, received_at, state, reason, owner)
VALUES (@platform, @bot, @key, @lane, @kind, @payload, @received, 'dead', @reason, @owner)
ON CONFLICT (platform, bot, event_key) DO UPDATE
SET state = 'dead', reason = excluded.reason, lane = excluded.lane, payload = excluded.payload

-- name: sweep
DELETE FROM inbox
WHERE seq IN (
    SELECT seq
    FROM inbox
    WHERE (state = 'done' AND received_at < @ids) OR (state = 'dead' AND received_at < @letters) OR received_at < @texts
    LIMIT 1000)
