-- name: begin
-- One statement, so that of two replicas only one can be the first.
INSERT INTO outbox (platform, bot, event_key, part, state, attempts, begun_at)
VALUES (@platform, @bot, @key, @part, 'sending', 1, @now)
ON CONFLICT (platform, bot, event_key, part) DO UPDATE
SET attempts = outbox.attempts + CASE outbox.state WHEN 'sent' THEN 0 ELSE 1 END
RETURNING state, message_id, attempts

-- name: sent
INSERT INTO outbox (platform, bot, event_key, part, state, message_id, attempts, begun_at)
VALUES (@platform, @bot, @key, @part, 'sent', @message, 1, @now)
ON CONFLICT (platform, bot, event_key, part) DO UPDATE
SET state = 'sent', message_id = excluded.message_id

-- name: not sent
DELETE FROM outbox
WHERE platform = @platform AND bot = @bot AND event_key = @key AND part = @part AND state = 'sending'

-- name: sweep
DELETE FROM outbox
WHERE (platform, bot, event_key, part) IN (SELECT platform, bot, event_key, part FROM outbox WHERE begun_at < @ids LIMIT 1000)
