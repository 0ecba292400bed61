-- name: vote
INSERT INTO votes (person, answer, passage, verdict, cast_at)
VALUES (@person, @answer, @passage, @verdict, @now)
ON CONFLICT (person, answer) DO UPDATE
SET passage = excluded.passage, verdict = excluded.verdict, cast_at = excluded.cast_at

-- name: count
SELECT passage, count(*) FILTER (WHERE verdict = 'helpful') AS helpful, count(*) FILTER (WHERE verdict = 'not-helpful') AS not_helpful
FROM votes
GROUP BY passage
ORDER BY not_helpful DESC, helpful, passage
LIMIT @limit
