-- name: votes
SELECT count(*), min(cast_at), max(cast_at)
FROM votes
WHERE person = @person

-- name: acts
SELECT count(*)
FROM audit
WHERE actor = @person

-- name: settings
SELECT count(*)
FROM chat_settings
WHERE platform = @platform AND chat = @chat

-- name: letters
SELECT count(*)
FROM inbox
WHERE state = 'dead' AND platform = @userPlatform AND (lane = @chat OR payload LIKE @user ESCAPE '\')

-- name: forget votes
DELETE FROM votes
WHERE person = @person

-- name: forget hand-offs
DELETE FROM hand_offs
WHERE person = @person OR (chat_platform = @platform AND chat = @chat)

-- name: forget settings
DELETE FROM chat_settings
WHERE platform = @platform AND chat = @chat

-- name: forget letters
-- What was given up still shows why; what came in goes, from whomever it is that names the person.
UPDATE inbox SET payload = '', lane = ''
WHERE state = 'dead' AND platform = @userPlatform AND (lane = @chat OR payload LIKE @user ESCAPE '\')
