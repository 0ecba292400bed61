-- name: all
SELECT platform, user_id
FROM moderators
ORDER BY platform, user_id

-- name: add
INSERT INTO moderators (platform, user_id, added_at)
VALUES (@platform, @user, @now)
ON CONFLICT DO NOTHING

-- name: remove
DELETE FROM moderators
WHERE platform = @platform AND user_id = @user
