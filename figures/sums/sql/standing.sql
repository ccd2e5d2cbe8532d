-- After stood.sql: how many companies begin and cease to have an open place, by day.
SELECT day, CAST(SUM(change) AS INTEGER) FROM moved GROUP BY day
