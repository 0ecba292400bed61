-- name: append
INSERT INTO audit (done_at, actor, act, subject)
VALUES (@now, @actor, @act, @subject)

-- name: read
SELECT id, done_at, actor, act, subject
FROM audit
WHERE id < @before
ORDER BY id DESC
LIMIT @limit
