-- name: read
SELECT language, is_open, keeps_questions, interviews, is_active, muted_until
FROM chat_settings
WHERE platform = @platform AND chat = @chat

-- name: hold
-- SQLite has one writer at a time, who reads what he will change.
SELECT language, is_open, keeps_questions, interviews, is_active, muted_until
FROM chat_settings
WHERE platform = @platform AND chat = @chat

-- name: hold (Postgres)
SELECT language, is_open, keeps_questions, interviews, is_active, muted_until
FROM chat_settings
WHERE platform = @platform AND chat = @chat
FOR UPDATE

-- name: make
INSERT INTO chat_settings (platform, chat, language, is_open, keeps_questions, interviews, is_active, muted_until)
VALUES (@platform, @chat, @language, @open, @keeps, @interviews, @active, @muted)
ON CONFLICT DO NOTHING

-- name: change
UPDATE chat_settings
SET language = @language, is_open = @open, keeps_questions = @keeps, interviews = @interviews, is_active = @active, muted_until = @muted
WHERE platform = @platform AND chat = @chat

-- name: copy
INSERT INTO chat_settings (platform, chat, language, is_open, keeps_questions, interviews, is_active, muted_until)
SELECT @toPlatform, @toChat, language, is_open, keeps_questions, interviews, is_active, muted_until
FROM chat_settings
WHERE platform = @platform AND chat = @chat
ON CONFLICT DO NOTHING

-- name: remove
DELETE FROM chat_settings
WHERE platform = @platform AND chat = @chat

-- name: follow
-- Whoever waits for a moderator's answer there waits in the new chat.
UPDATE hand_offs SET chat = @toChat
WHERE chat_platform = @platform AND chat = @chat
