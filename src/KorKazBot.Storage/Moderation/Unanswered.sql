-- name: record
-- The newest wording takes the place of the older one, so that no text outlives its own 90 days.
INSERT INTO unanswered (group_key, question, language, band, nearest, reason, state, count, first_asked_at, last_asked_at)
VALUES (@key, @question, @language, @band, @nearest, @reason, 'open', 1, @now, @now)
ON CONFLICT (group_key) DO UPDATE
SET question = excluded.question, language = excluded.language, band = excluded.band, nearest = excluded.nearest, reason = excluded.reason,
    count = unanswered.count + 1, last_asked_at = excluded.last_asked_at

-- name: list
SELECT id, question, language, band, nearest, reason, state, count, first_asked_at, last_asked_at
FROM unanswered
WHERE state = @state
ORDER BY count DESC, last_asked_at DESC, id DESC
LIMIT @limit

-- name: find
SELECT id, question, language, band, nearest, reason, state, count, first_asked_at, last_asked_at
FROM unanswered
WHERE id = @id

-- name: set state
UPDATE unanswered SET state = @state
WHERE id = @id

-- name: sweep
DELETE FROM unanswered
WHERE id IN (SELECT id FROM unanswered WHERE last_asked_at < @texts LIMIT 1000)
