-- name: count
INSERT INTO question_counts (day, language, band, passage, count)
VALUES (@day, @language, @band, @passage, 1)
ON CONFLICT (day, language, band, passage) DO UPDATE
SET count = question_counts.count + 1

-- name: read
SELECT day, language, band, passage, count
FROM question_counts
WHERE day BETWEEN @first AND @last
ORDER BY day, language, band, passage
