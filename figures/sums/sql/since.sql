-- After moved.sql: by how much known openings and closings move the total after each base, by day.
SELECT base, day, CAST(SUM(change) AS INTEGER) FROM moved GROUP BY base, day HAVING SUM(change) <> 0
