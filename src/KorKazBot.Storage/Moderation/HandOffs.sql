-- name: open
INSERT INTO hand_offs
    (cause_platform, cause_bot, cause_key, person, chat_platform, chat, message_id, question, language, state, opened_at)
VALUES (@causePlatform, @causeBot, @causeKey, @person, @chatPlatform, @chat, @message, @question, @language, 'open', @now)
ON CONFLICT DO NOTHING

-- name: by cause
SELECT id, cause_platform, cause_bot, cause_key, person, chat_platform, chat, message_id, question, language, state, opened_at
FROM hand_offs
WHERE cause_platform = @causePlatform AND cause_bot = @causeBot AND cause_key = @causeKey

-- name: list
SELECT id, cause_platform, cause_bot, cause_key, person, chat_platform, chat, message_id, question, language, state, opened_at
FROM hand_offs
WHERE state = @state
ORDER BY id
LIMIT @limit

-- name: find
SELECT id, cause_platform, cause_bot, cause_key, person, chat_platform, chat, message_id, question, language, state, opened_at
FROM hand_offs
WHERE id = @id

-- name: of person
SELECT id, cause_platform, cause_bot, cause_key, person, chat_platform, chat, message_id, question, language, state, opened_at
FROM hand_offs
WHERE person = @person
ORDER BY id

-- name: answer
UPDATE hand_offs SET state = 'answered', answered_by = @answer
WHERE id = @id AND (state = 'open' OR (state = 'answered' AND answered_by = @answer))
RETURNING id, cause_platform, cause_bot, cause_key, person, chat_platform, chat, message_id, question, language, state, opened_at

-- name: close
UPDATE hand_offs SET state = 'closed', chat = '', message_id = ''
WHERE id = @id

-- name: sweep
DELETE FROM hand_offs
WHERE id IN (SELECT id FROM hand_offs WHERE opened_at < @texts LIMIT 1000)
